"""Judges the names that a question may mean by what it says of them.

Most of them have the same few characters of it: what depends on these alone is judged once.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from store.names.align import Pair, chain, skip_costs
from store.names.batch import Columns, Floats
from store.names.matches import NameType
from store.names.saying import Part, Rest, Said, said
from store.names.tokens import Kind, Token
from store.names.vocabulary import Vocabulary
from store.names.weights import GENERIC, TELLING

_YEAR = 4  # digits

Places = NDArray[np.int64]
Key = bytes


class InName(NamedTuple):
    """A part of a name: what tells it from other parts, how many tokens the name has, and what all of them weigh."""

    key: Key
    of: int
    in_all: float


class Alike:
    """Which tokens of the window are like which tokens of each of some names."""

    def __init__(self, like: Floats) -> None:
        """`like` says how much, shape (tokens, longest, names)."""
        names, asked, named = np.nonzero(like.transpose(2, 0, 1))
        self._asked, self._named = asked.tolist(), named.tolist()
        self._likes: list[float] = like[asked, named, names].astype(np.float64).round(2).tolist()
        self._begins: list[int] = np.searchsorted(names, np.arange(like.shape[2] + 1)).tolist()

    def pairs(self, name: int, first: int, before: int) -> list[Pair]:
        """Those of one name, in order; `first` is the window's first token, and `before` tokens of the name stand before its part."""
        here = slice(self._begins[name], self._begins[name + 1])
        asked = [i + first for i in self._asked[here]] if first else self._asked[here]
        return list(zip(asked, [j - before for j in self._named[here]], self._likes[here], strict=True))


class Judged(Struct, frozen=True, dict=True):
    """What a question says of a part, as a whole and without its first or last tokens, which may belong to the next name."""

    tokens: tuple[int, ...]  # of the question that say it
    question: Sequence[Token]
    part: Part
    type: NameType
    pairs: tuple[Pair, ...]
    dated: int  # of its first tokens those that are a year, which may be the one that is asked of

    @cached_property
    def whole(self) -> Said | None:
        """All that is said."""
        return self._said(self.pairs)

    @cached_property
    def shortened(self) -> list[Said]:
        """What parts of it say."""
        return [one for one in map(self._said, _shortened(self.pairs, self.dated)) if one]

    def _said(self, pairs: Sequence[Pair]) -> Said | None:
        return said(self.question, self.part, pairs, self.type)


class Judge:
    """Judges the names that one question, or one window of it, may mean."""

    def __init__(self, tokens: Sequence[Token], first: int, vocabulary: Vocabulary) -> None:
        """`first` is the token with which the window begins, from which pairs count."""
        self._tokens = tokens
        self._first = first
        self._vocabulary = vocabulary
        self._costs = skip_costs(tokens)
        self._judged: dict[tuple[NameType, Key], Judged | None] = {}

    def parts(self, names: Columns, firsts: Places, lasts: Places) -> Iterator[InName]:
        """The part of each name from the first of these tokens to the last."""
        rows = self._marked(names, firsts, lasts)
        sizes = zip(firsts.tolist(), (lasts + 3).tolist(), strict=True)
        keys = (row[first:end].tobytes() for row, (first, end) in zip(rows, sizes, strict=True))
        return map(InName, keys, *names.measures())

    def keys(self, names: Columns, firsts: Places, size: int) -> list[Key]:
        """The keys of parts that have so many tokens each and begin with these."""
        rows = self._marked(names, firsts, firsts + size - 1)
        keys = np.take_along_axis(rows, firsts[:, None] + np.arange(size + 2), axis=1).tobytes()
        step = (size + 2) * rows.itemsize
        return [keys[at : at + step] for at in range(0, len(keys), step)]

    def _marked(self, names: Columns, firsts: Places, lasts: Places) -> NDArray[np.uint32]:
        """The codes of each name between two that are none, and which weigh little; beside its part numbers only."""
        every = np.arange(len(names))
        rows = np.zeros((len(names), len(names.codes) + 2), np.uint32)
        rows[:, 1:-1] = names.codes.T
        rows <<= 1
        rows[:, 1:-1] |= names.weights.T == GENERIC
        for ends in (firsts, lasts + 2):
            rows[every, ends] *= self._vocabulary.counted[rows[every, ends] >> 1]
        return rows

    def judged(self, key: Key, rest: Rest, alike: "Alike", name: int) -> Judged | None:
        """What is said of the name, which is that one of those that are alike."""
        known = rest.type, key
        if known in self._judged:
            return self._judged[known]
        part = self.part(key, rest)
        alignment = chain(alike.pairs(name, self._first, rest.before), self._tokens, part.tokens, part.weights, self._costs)
        judged = self._of(alignment.pairs, part, rest.type) if alignment else None
        if self.is_sure(key):
            self._judged[known] = judged
        return judged

    def part(self, key: Key, rest: Rest) -> Part:
        """The part of a name that has this key."""
        numbers = _numbers(key).tolist()
        if not self.is_sure(key):
            return Part.of_name(rest.name, rest.before, rest.before + len(numbers) - 3)
        codes = [number >> 1 for number in numbers]
        weights = [GENERIC if number & 1 else TELLING for number in numbers[1:-1]]
        counts = self._vocabulary.numbers
        counted = {place: counts[code] for place, code in enumerate(codes, -1) if code in counts}
        return Part([self._vocabulary.token(code) for code in codes[1:-1]], weights, counted)

    def is_sure(self, key: Key) -> bool:
        """Whether it tells all of the part's tokens."""
        return not self._vocabulary.is_full or self._vocabulary.told_apart((_numbers(key) >> 1).tolist())

    def _of(self, pairs: tuple[Pair, ...], part: Part, kind: NameType) -> Judged:
        tokens = tuple(i for i, _j, _like in pairs)
        return Judged(tokens, self._tokens, part, kind, pairs, self._dated(tokens))

    def _dated(self, used: Sequence[int]) -> int:
        first, *others = (self._tokens[i] for i in used[:3])
        behind = "".join(token.text for token in others)
        if first.kind is not Kind.NUMBER or len(first.text) != _YEAR or not behind.startswith("年"):
            return 0
        return 1 + len(others) if behind == "年度" else 2


def _numbers(key: Key) -> NDArray[np.uint32]:
    return np.frombuffer(key, np.uint32)


def _shortened(pairs: tuple[Pair, ...], dated: int) -> list[tuple[Pair, ...]]:
    """What is left without the last or the first tokens, or what stands behind the widest gap: they may belong to the next name.

    The first tokens that are `dated` may mean a year beside a name.
    """
    gap = max(range(1, len(pairs)), key=lambda n: pairs[n][0] - pairs[n - 1][0], default=0)
    cuts = dict.fromkeys((pairs[:-1], pairs[:-2], pairs[1:], pairs[:gap], pairs[gap:], pairs[dated:]))
    return [cut for cut in cuts if len(cut) >= 2 and cut != pairs]
