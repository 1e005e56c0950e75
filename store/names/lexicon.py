"""All names of one type: which of them a question may mean, by what they share with it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from store.names.batch import Columns
from store.names.blocks import SIZE, Block, blocks_of, initials_key, pair_key
from store.names.identity import Ids, identities
from store.names.tidying import tidy
from store.names.tokens import Kind, Token
from store.names.vocabulary import Vocabulary
from store.names.weights import GENERIC, TELLING

Places = NDArray[np.int64]
Scores = NDArray[np.float64]

_BUDGET = 120_000  # places counted for one question, and a fraction more of many names
_BUDGET_SHARE = 0.05
_INITIALS = 1.5  # what three initials count, beside neighbours
_SKIPPING = 0.6  # what a pair with a token between counts, beside neighbours


@dataclass(frozen=True)
class Clues:
    """What a question is looked up by: keys, each with what it counts."""

    weights: dict[int, float]


@dataclass(frozen=True)
class Shared:
    """How much each name shares with a question, block by block; 0 where none of the counted keys is in it."""

    counts: tuple[Scores, ...]
    lexicon: "Lexicon"

    def best(self, most: int) -> Places:
        """The numbers of the names that share most, the most last; of equal ones those of the lowest identities."""
        if not self.counts:
            return np.empty(0, np.int64)
        hits = [np.flatnonzero(c) for c in self.counts]
        counts = np.concatenate([c[h] for c, h in zip(self.counts, hits, strict=True)])
        numbers = np.concatenate([h + n * SIZE for n, h in enumerate(hits)])
        if len(numbers) > most:
            least = np.partition(counts, -most)[-most]
            kept = np.flatnonzero(counts >= least)
            counts, numbers = counts[kept], numbers[kept]
        return numbers[np.lexsort((~self.lexicon.ids(numbers), counts))[-most:]]

    def of(self, numbers: Places) -> Scores:
        """How much these share."""
        found = np.zeros(len(numbers))
        for n, counts in enumerate(self.counts):
            here = numbers // SIZE == n
            found[here] = counts[numbers[here] % SIZE]
        return found


class Lexicon:
    """Names by number: that of the n-th name of block b is b · 65536 + n.  It never changes."""

    def __init__(self, blocks: Sequence[Block], vocabulary: Vocabulary) -> None:
        self.blocks = tuple(blocks)
        self.vocabulary = vocabulary

    def __len__(self) -> int:
        return sum(map(len, self.blocks))

    def changed(self, added: Iterable[str], removed: Iterable[str]) -> "Lexicon":
        """The names without the removed ones and with the added ones; blocks that stay the same are shared."""
        blocks = list(self._without(sorted(set(removed))))
        known = Lexicon(blocks, self.vocabulary)
        names = sorted(set(added))
        new = [name for name, number in zip(names, known.find(identities(names)).tolist(), strict=True) if number < 0]
        return Lexicon(tidy([*blocks, *blocks_of(new, self.vocabulary)], self.vocabulary), self.vocabulary)

    def _without(self, names: Sequence[str]) -> Iterator[Block]:
        numbers = self.find(identities(names))
        for n, block in enumerate(self.blocks):
            places = numbers[(numbers >= 0) & (numbers // SIZE == n)] % SIZE
            yield block.without(places) if len(places) else block

    def name(self, number: int) -> str:
        """The name as it is stored."""
        return self.blocks[number // SIZE].name(number % SIZE)

    def names(self) -> Iterator[str]:
        """All names."""
        return chain.from_iterable(block.names() for block in self.blocks)

    def ids(self, numbers: Places) -> Ids:
        """The identities of these names."""
        found = np.empty(len(numbers), np.uint64)
        for n, block in enumerate(self.blocks):
            here = numbers // SIZE == n
            found[here] = block.ids[numbers[here] % SIZE]
        return found

    def find(self, ids: Ids) -> Places:
        """The numbers of the names of these identities; -1 for those that are not here."""
        found = np.full(len(ids), -1, np.int64)
        for n, block in enumerate(self.blocks):
            at = block.find(ids)
            found = np.where(at < 0, found, at + n * SIZE)
        return found

    def holds(self, ids: Ids) -> bool:
        """Whether all of these are here."""
        return bool((self.find(ids) >= 0).all())

    def in_order(self, numbers: Places) -> tuple[Places, Ids]:
        """The numbers in the order of their names' identities, and these."""
        ids = self.ids(numbers)
        order = np.argsort(ids, kind="stable")
        return numbers[order], ids[order]

    def shared(self, clues: Clues) -> Shared:
        """Counts what names share with a question, the rarest keys first, as far as the budget goes.

        Keys that are equally rare are counted in the order of the question, so that the sums do not depend on the keys' numbers.
        """
        keys = np.fromiter(clues.weights, np.uint64, len(clues.weights))
        held = [block.holding(keys) for block in self.blocks]
        sizes = np.zeros(len(keys), np.int64)
        for places in held:
            sizes += np.fromiter(map(len, places), np.int64, len(keys))
        order = np.argsort(sizes, kind="stable")
        order = order[sizes[order] > 0]
        enough = int(np.searchsorted(np.cumsum(sizes[order]), _BUDGET + _BUDGET_SHARE * len(self))) + 1
        counted = order[:enough]
        worth = np.fromiter(clues.weights.values(), np.float64, len(keys))[counted] * np.log(1 + len(self) / sizes[counted])
        return Shared(
            tuple(_counts(len(b.ends), [places[k] for k in counted], worth) for b, places in zip(self.blocks, held, strict=True)),
            self,
        )

    def columns(self, numbers: Places) -> Columns:
        """The tokens of these names."""
        lengths = np.zeros(len(numbers), np.int64)
        firsts = np.zeros(len(numbers), np.int64)
        for n, block in enumerate(self.blocks):
            here = numbers // SIZE == n
            at = numbers[here] % SIZE
            firsts[here] = block.starts[at]
            lengths[here] = block.starts[at + 1].astype(np.int64) - block.starts[at]
        steps = np.arange(int(lengths.max(initial=1)))[:, None]
        within = steps < lengths
        codes = np.zeros(within.shape, np.uint16)
        weights = np.zeros(within.shape, np.float32)
        for n, block in enumerate(self.blocks):
            here = (numbers // SIZE == n) & within
            at = (firsts + steps)[here]
            codes[here] = block.codes[at]
            weights[here] = np.where(block.generic[at], GENERIC, TELLING)
        return Columns(codes, weights)


def _counts(size: int, places: Sequence[NDArray[np.uint16]], worth: NDArray[np.float64]) -> Scores:
    """For each of so many names the sum of what the lists that it stands in are worth."""
    if not places:
        return np.zeros(size)
    weights = np.repeat(worth, [len(p) for p in places])
    counts: Scores = np.bincount(np.concatenate(places), weights, size).astype(np.float64, copy=False)
    return counts


def clues(question: Sequence[Token], vocabulary: Vocabulary) -> Clues:
    """What a question is looked up by: neighbouring sounds, those with one between, and runs of initials."""
    said = [token for token in question if token.kind is not Kind.SIGN]
    sounds = [vocabulary.sounds_of(token) for token in said]
    found: dict[int, float] = {}
    for gap, worth in ((2, _SKIPPING), (1, 1.0)):
        for first, second in zip(sounds, sounds[gap:], strict=False):
            found |= {pair_key(a, b): worth for a in first for b in second}
    found |= {initials_key(*three): _INITIALS for three in _threes(question)}
    return Clues(found)


def _threes(question: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    letters = [ord(t.text) - ord("a") + 1 if t.kind is Kind.INITIAL and t.text.isascii() else 0 for t in question]
    return ((a, b, c) for a, b, c in zip(letters, letters[1:], letters[2:], strict=False) if a and b and c)
