"""All names of one type: which of them a question may mean, by what they share with it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from store.names.batch import Columns
from store.names.blocks import SIZE, Block, alone_key, blocks_of, initials_key, pair_key
from store.names.identity import Ids, identities
from store.names.tidying import tidy
from store.names.tokens import Kind, Token
from store.names.vocabulary import Vocabulary
from store.names.weights import GENERIC, TELLING

Places = NDArray[np.int64]
Scores = NDArray[np.float64]

_BUDGET = 120_000  # places counted for one question, and a fraction more of many names
_BUDGET_SHARE = 0.05
_LONGER = 1e-4  # what a token more takes off: of names that share the same the one that is said in full comes first
_ALONE = 0.3  # what the sound of a name of one token counts, beside neighbours
_INITIALS = 1.5  # what three initials count, beside neighbours
_NO_SIZES = np.zeros(0, np.int64)
_WEIGHTS = np.array([TELLING, GENERIC], np.float32)
_KEPT = 4096  # names of which the columns are kept: half a megabyte
_SKIPPING = 0.6  # what a pair with a token between counts, beside neighbours


class Clues(Struct, frozen=True):
    """What a question is looked up by, in its order: keys, and what each counts."""

    keys: NDArray[np.uint64]
    worth: Scores


class Shared(Struct, frozen=True, dict=True):
    """How much each name shares with a question, block by block; 0 where none of the counted keys is in it."""

    counts: tuple[Scores, ...]
    lexicon: "Lexicon"

    @cached_property
    def most(self) -> float:
        """How much the best shares."""
        return max((float(c.max(initial=0.0)) for c in self.counts), default=0.0)

    def best(self, most: int, share: float = 0.0) -> Places:
        """The numbers of the names that share most, the most last; of equal ones the shorter, of these those of the lowest identities.

        None that shares less than this part of what the best does.
        """
        if not self.counts:
            return _NO_SIZES
        least = share * self.most if share else 0.0
        hits = [(c >= least if least else c > 0).nonzero()[0] for c in self.counts]
        if len(hits) == 1:
            numbers, counts = hits[0], self.counts[0][hits[0]]
        else:
            numbers = np.concatenate([h + n * SIZE for n, h in enumerate(hits)])
            counts = np.concatenate([c[h] for c, h in zip(self.counts, hits, strict=True)])
        counts = counts - _LONGER * self.lexicon.lengths(numbers)
        if len(numbers) > most:
            kept = (counts >= np.partition(counts, -most)[-most]).nonzero()[0]
            counts, numbers = counts[kept], numbers[kept]
        return numbers[np.lexsort((~self.lexicon.ids(numbers), counts))[-most:]]

    def of(self, numbers: Places) -> Scores:
        """How much these share."""
        found = np.zeros(len(numbers))
        for counts, here, places in zip(self.counts, *_apart(numbers, len(self.counts)), strict=True):
            found[here] = counts[places]
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
        names, gone = sorted(set(added)), sorted(set(removed))
        if not names and not gone:
            return self
        blocks = list(self._without(gone))
        known = Lexicon(blocks, self.vocabulary)
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

    def names_of(self, numbers: Places) -> list[str]:
        """These names as they are stored."""
        found = [""] * len(numbers)
        for block, here, places in zip(self.blocks, *_apart(numbers, len(self.blocks)), strict=True):
            for n, name in zip(np.arange(len(numbers))[here].tolist(), block.names_at(places), strict=True):
                found[n] = name
        return found

    def lengths(self, numbers: Places) -> Places:
        """How many tokens these names have."""
        found = np.zeros(len(numbers), np.int64)
        for block, here, places in zip(self.blocks, *_apart(numbers, len(self.blocks)), strict=True):
            found[here] = block.starts[places + 1].astype(np.int64) - block.starts[places]
        return found

    def ids(self, numbers: Places) -> Ids:
        """The identities of these names."""
        found = np.empty(len(numbers), np.uint64)
        for block, here, places in zip(self.blocks, *_apart(numbers, len(self.blocks)), strict=True):
            found[here] = block.ids[places]
        return found

    def find(self, ids: Ids) -> Places:
        """The numbers of the names of these identities; -1 for those that are not here."""
        found = np.full(len(ids), -1, np.int64)
        for n, block in enumerate(self.blocks):
            at = block.find(ids)
            found = np.where(at < 0, found, at + n * SIZE)
        return found

    def numbers_of(self, names: Sequence[str]) -> Places:
        """The numbers of these names, in the order of their identities; KeyError where one of them is not here."""
        found = self.find(identities(names))
        if (found < 0).any():
            raise KeyError(f"not among the names: {names[int((found < 0).argmax())]}")
        return self.in_order(found)[0]

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
        held = [block.holding(clues.keys) for block in self.blocks]
        sizes = np.sum([of.sizes() for of in held], axis=0) if len(held) > 1 else held[0].sizes() if held else _NO_SIZES
        order = sizes.argsort(kind="stable")
        order = order[np.count_nonzero(sizes == 0) :]
        ordered = sizes[order]
        enough = int(ordered.cumsum().searchsorted(_BUDGET + _BUDGET_SHARE * len(self))) + 1
        counted = order[:enough]
        worth = clues.worth[counted] * np.log(1 + len(self) / ordered[:enough])
        return Shared(tuple(of.counts(counted, worth) for of in held), self)

    def saying(self, row: Sequence[int]) -> tuple[Places, Places]:
        """The numbers of the names that have these codes side by side, and after how many tokens: all of them, without any budget."""
        sounds = self.vocabulary.sounds[list(row), 0].tolist()
        keys = np.array([pair_key(a, b) for a, b in pairwise(sounds)], np.uint64)
        numbers = np.concatenate([_NO_SIZES, *(block.holding_all(keys) + n * SIZE for n, block in enumerate(self.blocks))])
        codes = self.columns(numbers).codes
        width = max(len(codes) - len(row) + 1, 0)
        there = np.ones((width + 1, len(numbers)), np.bool_)
        for step, code in enumerate(row):
            there[:width] &= codes[step : step + width] == code
        firsts = there.argmax(axis=0)
        return numbers[firsts < width], firsts[firsts < width]

    def codes_of(self, names: Sequence[str]) -> list[tuple[int, ...]]:
        """The codes of the tokens of each of these names, which are here."""
        found = [divmod(number, SIZE) for number in self.find(identities(names)).tolist()]
        blocks = [(self.blocks[block], place) for block, place in found]
        return [tuple(block.codes[block.starts[place] : block.starts[place + 1]].tolist()) for block, place in blocks]

    def columns(self, numbers: Places) -> Columns:
        """The tokens of these names."""
        if len(self.blocks) != 1 or len(self.blocks[0].ends) > _KEPT:
            return self._columns(numbers)
        codes, weights, lengths = self._all
        longest = int(lengths[numbers].max(initial=1))
        return Columns(codes[:longest].take(numbers, axis=1), weights[:longest].take(numbers, axis=1))

    @cached_property
    def _all(self) -> tuple[NDArray[np.uint16], NDArray[np.float32], NDArray[np.int64]]:
        """The tokens of all names, and how many each has: those of a few are kept."""
        every = self._columns(np.arange(len(self.blocks[0].ends)))
        return every.codes, every.weights, np.diff(self.blocks[0].starts).astype(np.int64)

    def _columns(self, numbers: Places) -> Columns:
        lengths = np.zeros(len(numbers), np.int64)
        firsts = np.zeros(len(numbers), np.int64)
        heres, parts = _apart(numbers, len(self.blocks))
        for block, here, places in zip(self.blocks, heres, parts, strict=True):
            firsts[here] = block.starts[places]
            lengths[here] = block.starts[places + 1] - block.starts[places]
        steps = np.arange(int(lengths.max(initial=1)))[:, None]
        within = steps < lengths
        codes = np.zeros(within.shape, np.uint16)
        weights = np.zeros(within.shape, np.float32)
        for block, here in zip(self.blocks, heres, strict=True):
            mine = within if isinstance(here, slice) else within & here
            at = (firsts + steps)[mine]
            codes[mine] = block.codes[at]
            weights[mine] = _WEIGHTS[block.generic[at].view(np.uint8)]
        return Columns(codes, weights)


def _apart(numbers: Places, blocks: int) -> tuple[list[NDArray[np.bool_] | slice], list[Places]]:
    """For each block which of the numbers are in it, and the places of these."""
    if blocks == 1:
        return [slice(None)], [numbers]
    of = numbers // SIZE
    heres: list[NDArray[np.bool_] | slice] = [of == n for n in range(blocks)]
    return heres, [numbers[here] % SIZE for here in heres]


def clues(question: Sequence[Token], vocabulary: Vocabulary) -> Clues:
    """What a question is looked up by: neighbouring sounds, those with one between, and runs of initials."""
    sounds = [vocabulary.sounds_of(token) for token in question if token.kind is not Kind.SIGN]
    found: dict[int, float] = {}
    for gap, worth in ((2, _SKIPPING), (1, 1.0)):
        found |= {
            pair_key(a, b): worth for first, second in zip(sounds, sounds[gap:], strict=False) for a in first for b in second
        }
    if any(token.kind is Kind.INITIAL for token in question):
        found |= {initials_key(*three): _INITIALS for three in _threes(question)}
    found |= {alone_key(sound): _ALONE for of_token in sounds for sound in of_token}
    return Clues(np.fromiter(found, np.uint64, len(found)), np.fromiter(found.values(), np.float64, len(found)))


def _threes(question: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
    letters = [ord(t.text) - ord("a") + 1 if t.kind is Kind.INITIAL and t.text.isascii() else 0 for t in question]
    return ((a, b, c) for a, b, c in zip(letters, letters[1:], letters[2:], strict=False) if a and b and c)
