"""The identity of a name: a 64-bit number made of its characters, the same in every process and every index.

By it a name is found again, by it units and projects are paired, and by it names that a question says equally well are ordered, so
that an answer depends on the names alone and not on when each of them came.  Two of a million names have the same one with a
probability of 3 · 10⁻⁸.
"""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.uint64]

_AT_ONCE = 1 << 16  # names that are worked on together: their characters take eight bytes each meanwhile
_FACTOR = 0x9E3779B97F4A7C15
_MIXERS = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1))  # those of splitmix64


def identities(names: Sequence[str]) -> Ids:
    """The identity of each name."""
    found = np.empty(len(names), np.uint64)
    for first in range(0, len(names), _AT_ONCE):
        found[first : first + _AT_ONCE] = _identities(names[first : first + _AT_ONCE])
    return found


def _identities(names: Sequence[str]) -> Ids:
    lengths = np.fromiter(map(len, names), np.int64, len(names))
    starts = np.concatenate([[0], np.cumsum(lengths)])
    text = "".join(chain(names)).encode("utf-32-le", "surrogatepass")
    points = np.frombuffer(text, "<u4").astype(np.uint64)
    within = np.arange(len(points)) - np.repeat(starts[:-1], lengths)
    powers = np.multiply.accumulate(np.full(int(lengths.max(initial=0)) + 1, _FACTOR, np.uint64))
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(_mixed(points) * powers[within], dtype=np.uint64)])
    return _mixed(sums[starts[1:]] - sums[starts[:-1]] + lengths.astype(np.uint64))


def _mixed(numbers: Ids) -> Ids:
    """Each number so changed that every bit depends on every other."""
    mixed = numbers + np.uint64(_FACTOR)
    for shift, factor in _MIXERS:
        mixed ^= mixed >> np.uint64(shift)
        mixed *= np.uint64(factor)
    return mixed
