"""The alignment of one question with many names at once: what `align.align` does, over arrays."""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from store.names import few
from store.names.packed import BESIDE, BITS, ONE, STEP, USED, skipping
from store.names.tokens import HOMOPHONE, INITIAL, NEAR_HOMOPHONE, Token
from store.names.weights import GENERIC

Floats = NDArray[np.float32]
Packed = NDArray[np.int64]

WINDOW = BITS
_BIT = 1 << np.arange(BITS, dtype=np.int64)
_FEW = 400  # pairs that are looked at one by one: arrays would take longer
_NOTHING = -(1 << 62)
_FAR = 16 * ONE  # what was skipped is counted anew after so much: a long question must not overflow
_MOST_FAR = 8 * _FAR  # more than any name is worth


class Columns(Struct, frozen=True):
    """The tokens of some names, one name a column, padded with code 0 and weight 0; shape (longest, names)."""

    codes: NDArray[np.uint16]
    weights: Floats

    def __len__(self) -> int:
        return int(self.codes.shape[1])

    def at(self, columns: Sequence[int]) -> "Columns":
        """Some of the names."""
        return Columns(self.codes[:, columns], self.weights[:, columns])

    def measures(self) -> tuple[list[int], list[float]]:
        """How many tokens each name has, and what they weigh."""
        return np.count_nonzero(self.codes, axis=0).tolist(), self.weights.sum(axis=0, dtype=np.float64).tolist()

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


class Aligned(Struct, frozen=True):
    """For each name the value of its best local alignment, the question's tokens in it (bits), and how much of the name it says."""

    values: Floats
    used: Packed
    said: Floats  # 0 to 1, by weight
    bits: Packed  # for each token of the question its bit; 0 for those that no name holds, or that come after the 46th that one does

    def part(self, first: int, end: int) -> "Aligned":
        """Some of the names."""
        return Aligned(self.values[first:end], self.used[first:end], self.said[first:end], self.bits)


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
    found = like > 0
    helpful = np.flatnonzero(found.reshape(len(question), -1).any(axis=1)) if found.size else np.zeros(0, np.intp)
    bits = np.zeros(len(question), np.int64)
    bits[helpful[:BITS]] = _BIT[: len(helpful)]
    if not len(helpful):
        none = np.zeros(len(names), np.float32)
        return Aligned(none, none.astype(np.int64), none, bits)
    like, found, own = like[helpful], found[helpful], bits[helpful]
    places = found.ravel().nonzero()[0]
    if len(places) <= _FEW:
        best = _of_few(question, helpful, like, own, names.weights, places)
    else:
        best = _of_many(question, helpful, like, own, names.weights)
    used = best & USED
    values = (best >> BITS).astype(np.float32) / np.float32(ONE >> BITS)
    return Aligned(values, used, _said(used, found, own, names.weights), bits)


def span_used(used: int, bits: Sequence[int]) -> tuple[int, int]:
    """The first and the last token that the bits stand for; there is one."""
    return bits.index(used & -used), bits.index(1 << used.bit_length() - 1)


def _of_few(
    question: Sequence[Token], helpful: NDArray[np.intp], like: Floats, bits: Packed, weights: Floats, places: NDArray[np.intp]
) -> Packed:
    """The best alignment of each name, packed: pair by pair; they stand at these places of `like`."""
    row, within = np.divmod(places, weights.size)
    j, name = np.divmod(within, weights.shape[1])
    values = _worth(like.take(places), weights.take(within)) + bits[row]
    costs, slips = zip(*(skipping(token.kind, token.text) for token in question), strict=True)
    pairs = (helpful[row].tolist(), j.tolist(), name.tolist(), values.tolist())
    return np.array(few.best_of(pairs, weights.shape[1], costs, slips), np.int64)


def _of_many(question: Sequence[Token], helpful: NDArray[np.intp], like: Floats, bits: Packed, weights: Floats) -> Packed:
    """The best alignment of each name, packed: all names at once, token by token.

    What is skipped in the question and left out of the name costs the same whoever skips it, so that nothing is taken off on the way:
    an alignment that ended at token j of the name, after token i of the question, stands `level[i] + step · j` higher than its value.
    """
    rise = np.arange(len(weights) + 1, dtype=np.int64)[:, None] * STEP
    costs, slips = zip(*(skipping(token.kind, token.text) for token in question), strict=True)
    until = list(accumulate(costs, initial=0))
    numbers = helpful.tolist()
    bases = [until[number] // _FAR * _FAR for number in numbers]
    before = np.array([until[number] - base for number, base in zip(numbers, bases, strict=True)], np.int64)[:, None, None]
    ended = np.empty((len(helpful), len(rise), weights.shape[1]), np.int64)  # whose last pair is this token and that of the name
    ended[:, 0] = _NOTHING
    pairs = ended[:, 1:]
    np.add(_worth(like, weights), (bits + np.array([STEP + costs[n] for n in numbers], np.int64))[:, None, None], out=pairs)
    np.copyto(pairs, _NOTHING, where=like == 0)
    alone = pairs + (rise[:-1] + before)  # those that begin with this pair
    reach = np.full(ended.shape[1:], _NOTHING, np.int64)  # the best that ended at this token of the name or before
    earlier, here = reach[:-1], reach[1:]
    beside, slip = np.full((2, *pairs.shape[1:]), _NOTHING, np.int64)  # what may follow the last row at once, and with a slip
    last, base = -1, 0
    neighbours = np.array(BESIDE)
    add, maximum, rising = np.add, np.maximum, np.maximum.accumulate
    rows = zip(numbers, bases, pairs, ended[:, :-1], alone, strict=True)
    for number, new_base, value, own, begun in rows:
        if new_base > base:
            for of in (reach, beside, slip):
                add(of, -min(new_base - base, _MOST_FAR), of)
            maximum(reach, _NOTHING, out=reach)
            base = new_base
        if number == last + 1:
            add(value, maximum(beside, earlier, out=beside), value)
            if slips[number]:
                maximum(here, slip, out=here)
        else:
            if slips[last + 1]:
                rising(maximum(here, slip, out=here), 0, None, here)
            add(value, earlier, value)
        maximum(value, begun, out=value)
        maximum(here, value, out=here)
        rising(reach, 0, None, reach)
        add(own, neighbours, beside)
        if number + 1 < len(costs) and slips[number + 1]:
            add(own, slips[number + 1], slip)
        last = number
    ended -= before + np.array([costs[n] for n in numbers], np.int64)[:, None, None]
    best: Packed = (ended.max(axis=0) - rise).max(axis=0).clip(0)
    return best


def _worth(like: Floats, weights: Floats) -> Packed:
    """`align.worth` of every pair, packed."""
    told = like * weights
    sounding = (like == HOMOPHONE) | (like == NEAR_HOMOPHONE)
    np.minimum(told, like * np.float32(GENERIC), out=told, where=sounding)
    told *= np.float32(ONE >> BITS)
    return told.astype(np.int64) << BITS


def _said(used: Packed, found: NDArray[np.bool_], bits: Packed, weights: Floats) -> Floats:
    """How much of each name is said by the tokens that are used."""
    taken = (used & bits[:, None]) > 0
    said = (found & taken[:, None, :]).any(axis=0)
    share: Floats = (said * weights).sum(axis=0) / np.maximum(weights.sum(axis=0), np.float32(0.01))
    return share
