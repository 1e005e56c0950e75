"""The alignment of one question with many names at once: what `align.align` does, over arrays.

A local alignment is carried in one 64-bit number: its value in the high bits, the tokens of the question that it uses in the low
ones.  The greater of two is then the better one together with what it uses, and nothing has to be traced back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from store.names.align import NEIGHBOURS, SKIPPED_IN_NAME, SUBSTITUTION, skip_cost
from store.names.tokens import HOMOPHONE, INITIAL, Kind, Token

Floats = NDArray[np.float32]
Packed = NDArray[np.int64]

_BITS = 46  # for the tokens of the question; those after the last share its bit
_ONE = 400 << _BITS  # the value 1
_USED = (1 << _BITS) - 1
_NOTHING = -(1 << 62)


@dataclass(frozen=True)
class Columns:
    """The tokens of some names, one name a column, padded with code 0 and weight 0; shape (longest, names)."""

    codes: NDArray[np.uint16]
    weights: Floats

    def __len__(self) -> int:
        return int(self.codes.shape[1])

    @classmethod
    def joined(cls, parts: "Sequence[Columns]") -> "Columns":
        """The names of all parts, one after another."""
        longest = max((len(part.codes) for part in parts), default=0)
        codes = np.zeros((longest, sum(map(len, parts))), np.uint16)
        weights = np.zeros(codes.shape, np.float32)
        first = 0
        for part in parts:
            codes[: len(part.codes), first : first + len(part)] = part.codes
            weights[: len(part.codes), first : first + len(part)] = part.weights
            first += len(part)
        return cls(codes, weights)


@dataclass(frozen=True)
class Aligned:
    """For each name the value of its best local alignment, the question's tokens in it (bits), and how much of the name it says."""

    values: Floats
    used: Packed
    said: Floats  # 0 to 1, by weight

    def part(self, first: int, end: int) -> "Aligned":
        """Some of the names."""
        return Aligned(self.values[first:end], self.used[first:end], self.said[first:end])


def alike(likeness: Floats, names: Columns) -> Floats:
    """How far each token of the question says each of each name, shape (tokens, longest, names).

    `likeness` says it for each code, shape (tokens, codes).  Without what only sounds alike and stands beside nothing else that does:
    so many characters sound alike.
    """
    like = likeness.take(names.codes, axis=1)
    found = like > 0
    kept = like > HOMOPHONE
    kept |= like == INITIAL
    kept[1:, 1:] |= found[:-1, :-1]
    kept[:-1, :-1] |= found[1:, 1:]
    like *= kept
    return like


def align_all(question: Sequence[Token], like: Floats, names: Columns) -> Aligned:
    """The best alignment of each name with a question; `like` is what `alike` gives for them."""
    helpful = np.array([n for n, row in enumerate(like) if row.any()], np.int64)
    if not len(helpful):
        return Aligned(np.zeros(len(names), np.float32), np.zeros(len(names), np.int64), np.zeros(len(names), np.float32))
    like, bits = like[helpful], token_bits(len(question))[helpful]
    best = _best(question, helpful.tolist(), like, bits, names)
    used = best & _USED
    values = (best >> _BITS).astype(np.float32) / np.float32(_ONE >> _BITS)
    return Aligned(values, used, _said(used, like, bits, names.weights))


def token_bits(count: int) -> Packed:
    """For each token of a question the bit that says that it is used; those after the last bit share it."""
    return 1 << np.minimum(np.arange(count, dtype=np.int64), _BITS - 1)


def span_used(used: int, count: int) -> tuple[int, int]:
    """The first and the last token that the bits stand for; there is one."""
    last = used.bit_length() - 1
    return (used & -used).bit_length() - 1, count - 1 if last == _BITS - 1 else last


def _best(question: Sequence[Token], helpful: Sequence[int], like: Floats, bits: Packed, names: Columns) -> Packed:
    """The best alignment of each name, packed.

    What is skipped in the question and left out of the name costs the same whoever skips it, so that nothing is taken off on the way:
    an alignment that ended at token j of the name, after token i of the question, stands `level[i] + step · j` higher than its value.
    """
    step = _packed(SKIPPED_IN_NAME)
    rise = np.arange(len(names.codes) + 1, dtype=np.int64)[:, None] * step
    costs = [_packed(skip_cost(token)) for token in question]
    before = np.array([0, *accumulate(costs)], np.int64)[helpful, None, None]  # what all tokens before this one cost
    ended = np.empty((len(helpful), len(rise), len(names)), np.int64)  # whose last pair is this token and that of the name
    ended[:, 0] = _NOTHING
    pairs = ended[:, 1:]
    np.multiply(like * names.weights, _ONE >> _BITS, out=pairs, casting="unsafe")
    pairs <<= _BITS
    pairs += (bits + np.array([step + costs[n] for n in helpful], np.int64))[:, None, None]
    np.copyto(pairs, _NOTHING, where=like == 0)
    alone = list(pairs + (rise[:-1] + before))  # those that begin with this pair
    reach = np.full(ended.shape[1:], _NOTHING, np.int64)  # the best that ended at this token of the name or before
    earlier, here = reach[:-1], reach[1:]
    added = np.zeros((2, 1, 1), np.int64)
    added[0] = _packed(NEIGHBOURS)
    after: NDArray[np.int64] | None = None  # the last row's ends with the pair that may follow at once, and with a slip
    last = -1
    for number, value, own, begun in zip(helpful, pairs, ended[:, :-1], alone, strict=True):
        if after is not None and number == last + 1:
            beside, slip = after
            np.maximum(beside, earlier, out=beside)
            np.add(value, beside, out=value)
            if _may_be_a_slip(question[number]):
                np.maximum(here, slip, out=here)
        else:
            if after is not None and _may_be_a_slip(question[last + 1]):
                np.maximum(here, after[1], out=here)
                np.maximum.accumulate(reach, axis=0, out=reach)
            np.add(value, earlier, out=value)
        np.maximum(value, begun, out=value)
        np.maximum(here, value, out=here)
        np.maximum.accumulate(reach, axis=0, out=reach)
        added[1] = (costs[number + 1] if number + 1 < len(costs) else 0) + step - _packed(SUBSTITUTION)
        after, last = own + added, number
    ended -= before + np.array([costs[n] for n in helpful], np.int64)[:, None, None]
    best: Packed = (ended.max(axis=0) - rise).max(axis=0).clip(0)
    return best


def _may_be_a_slip(token: Token) -> bool:
    """Whether the token may stand for another one of the name."""
    return token.kind is Kind.HAN and token.number is None


def _packed(value: float) -> int:
    return round(value * (_ONE >> _BITS)) << _BITS


def _said(used: Packed, like: Floats, bits: Packed, weights: Floats) -> Floats:
    """How much of each name is said by the tokens that are used."""
    taken = ((used & bits[:, None]) > 0).astype(np.float32)
    said = (like * taken[:, None, :]).any(axis=0)
    share: Floats = (said * weights).sum(axis=0) / np.maximum(weights.sum(axis=0), np.float32(0.01))
    return share
