"""Blocks of names: their tokens in arrays, and which pairs of sounds stand in which names.

A block never changes.  It holds at most 65,536 names, so that a name's place in it takes two bytes and what is counted for
one question stays in the processor's cache; a large index has many of them, and names that come later make a block of their own.
Names that are removed are masked in another block that shares all the rest with it.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from store.names.identity import Ids, identities
from store.names.tokens import RUN_OF_MANY, tokenize
from store.names.vocabulary import NONE, Vocabulary
from store.names.weights import GENERIC_WORDS
from store.text import fold

SIZE = 1 << 16
_GAPS = (1, 2, 3, 4)  # an abbreviation leaves out up to three characters between two that it keeps
_LETTERS = 5  # bits of an initial
ALONE = 1 << 33  # what the key of the sound of a name of one token begins with
INITIALS = 1 << 32  # what keys of three initials begin with


class Block(Struct, frozen=True):
    """Names, their tokens as codes, and the postings: for each key the places of the names that hold it, ascending."""

    text: str  # the names one after another, in the order of their identities
    ends: NDArray[np.uint32]  # where in it each name ends
    ids: Ids  # ascending
    codes: NDArray[np.uint16]  # the tokens of all names one after another
    generic: NDArray[np.bool_]  # for each token whether it belongs to a word that hundreds of names share
    starts: NDArray[np.uint32]  # where in them each name starts, and the end of the last
    keys: NDArray[np.uint64]  # of the postings, ascending
    firsts: NDArray[np.uint32]  # where the places of each key start, and the end of the last
    places: NDArray[np.uint16]
    alive: NDArray[np.bool_] | None = None  # for each name whether it is still there; None where all are
    gone: int = 0  # how many are not

    def __len__(self) -> int:
        return len(self.ends) - self.gone

    def name(self, place: int) -> str:
        """The name as it is stored."""
        return self.text[int(self.ends[place - 1]) if place else 0 : int(self.ends[place])]

    def names_at(self, places: NDArray[np.int64]) -> list[str]:
        """The names as they are stored."""
        starts = np.where(places > 0, self.ends[places - 1], 0)
        return [self.text[start:end] for start, end in zip(starts.tolist(), self.ends[places].tolist(), strict=True)]

    def living(self) -> NDArray[np.intp]:
        """The places of the names that are still there."""
        return np.arange(len(self.ends)) if self.alive is None else np.flatnonzero(self.alive)

    def names(self) -> Iterator[str]:
        """All names that are still there, in their order."""
        return map(self.name, self.living().tolist())

    def find(self, ids: Ids) -> NDArray[np.intp]:
        """Where the names of these identities stand; -1 for those that are not here."""
        at = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        here = self.ids[at] == ids
        if self.alive is not None:
            here &= self.alive[at]
        return np.where(here, at, -1)

    def without(self, places: NDArray[np.intp]) -> "Block":
        """The same block, these names masked."""
        alive = np.ones(len(self.ends), np.bool_) if self.alive is None else self.alive.copy()
        alive[places] = False
        return replace(self, alive=alive, gone=len(alive) - int(np.count_nonzero(alive)))

    def holding(self, keys: NDArray[np.uint64]) -> "Held":
        """For each key the places of the names that hold it."""
        if not len(self.keys):
            return Held(self, np.zeros(len(keys), np.int64), np.zeros(len(keys), np.int64))
        at = np.minimum(self.keys.searchsorted(keys), len(self.keys) - 1)
        return Held(self, self.firsts[at].astype(np.int64), self.firsts[at + (self.keys[at] == keys)].astype(np.int64))

    def holding_all(self, keys: NDArray[np.uint64]) -> NDArray[np.int64]:
        """The places of the names that hold each of the keys, ascending."""
        held = self.holding(keys)
        lists = sorted(held.lists(), key=len)
        places = lists[0] if lists else self.places[:0]
        for other in lists[1:]:
            places = places[np.isin(places, other, assume_unique=True)]
        if self.alive is not None:
            places = places[self.alive[places]]
        return places.astype(np.int64)


class Held(Struct, frozen=True):
    """Where the places of some keys stand among those of a block."""

    block: Block
    firsts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def sizes(self) -> NDArray[np.int64]:
        """How many names hold each key."""
        alive = self.block.alive
        if alive is None:
            return self.ends - self.firsts
        return np.array([np.count_nonzero(alive[places]) for places in self.lists()], np.int64)

    def counts(self, keys: NDArray[np.intp], worth: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each name the sum of what those of the keys that it holds are worth; 0 for those that are gone."""
        sizes = (self.ends - self.firsts)[keys]
        places = np.concatenate([self.block.places[:0], *self._slices(keys)])
        found = np.bincount(places, np.repeat(worth, sizes), len(self.block.ends)).astype(np.float64, copy=False)
        return found if self.block.alive is None else found * self.block.alive

    def lists(self) -> list[NDArray[np.uint16]]:
        """For each key the places."""
        return list(self._slices(np.arange(len(self.firsts))))

    def _slices(self, keys: NDArray[np.intp]) -> Iterator[NDArray[np.uint16]]:
        places = self.block.places
        return (places[first:end] for first, end in zip(self.firsts[keys].tolist(), self.ends[keys].tolist(), strict=True))


def pair_key(first: int, second: int) -> int:
    """The key of two sounds, one behind the other."""
    return first << 16 | second


def alone_key(sound: int) -> int:
    """The key of the sound of a name of one token."""
    return ALONE | sound


def initials_key(first: int, second: int, third: int) -> int:
    """The key of three initials in a row, each from 1 to 26."""
    return INITIALS | first << 2 * _LETTERS | second << _LETTERS | third


def blocks_of(names: Sequence[str], vocabulary: Vocabulary) -> list[Block]:
    """The names, in their order, in as many blocks as they need."""
    return [_new(names[first : first + SIZE], vocabulary) for first in range(0, len(names), SIZE)]


def merged(blocks: Sequence[Block], vocabulary: Vocabulary) -> Block:
    """What is still there of these blocks, at most 65,536 names, in one."""
    living = [block.living() for block in blocks]
    ids = np.concatenate([block.ids[places] for block, places in zip(blocks, living, strict=True)])
    order = np.argsort(ids, kind="stable")
    names = list(chain.from_iterable(block.names() for block in blocks))
    before = np.cumsum([0, *(len(block.codes) for block in blocks)])
    firsts = np.concatenate([b.starts[p] + n for b, p, n in zip(blocks, living, before.tolist(), strict=False)])[order]
    lengths = np.concatenate([np.diff(block.starts)[places] for block, places in zip(blocks, living, strict=True)])[order]
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.uint32)
    at = np.arange(int(starts[-1])) + np.repeat(firsts.astype(np.int64) - starts[:-1], lengths)
    codes = np.concatenate([block.codes for block in blocks])[at]
    return _block([names[n] for n in order.tolist()], ids[order], codes, starts, vocabulary)


def _new(names: Sequence[str], vocabulary: Vocabulary) -> Block:
    ids = identities(names)
    order = np.argsort(ids, kind="stable")
    ordered = [names[n] for n in order.tolist()]
    return _block(ordered, ids[order], *_tokens(ordered, vocabulary), vocabulary)


def _block(
    names: Sequence[str], ids: Ids, codes: NDArray[np.uint16], starts: NDArray[np.uint32], vocabulary: Vocabulary
) -> Block:
    keys, firsts, places = _postings(codes, starts, vocabulary)
    ends = np.cumsum([len(name) for name in names], dtype=np.uint32)
    return Block("".join(names), ends, ids, codes, _generic(codes, starts, vocabulary), starts, keys, firsts, places)


def _tokens(names: Sequence[str], vocabulary: Vocabulary) -> tuple[NDArray[np.uint16], NDArray[np.uint32]]:
    """The codes of all tokens and where each name's start.

    Most tokens are single characters, looked up without a call for each; runs of digits, letters and spaces are taken apart once.
    """
    folded = [fold(name) for name in names]
    single = vocabulary.characters(sorted(set(chain.from_iterable(folded))))
    runs: dict[str, list[int]] = {}
    numbered = []
    for name in folded:
        codes: list[int] = []
        for n, part in enumerate(RUN_OF_MANY.split(name)):
            if n % 2 and part not in runs:
                runs[part] = [vocabulary.add(t.kind, t.text) for t in tokenize(part)]
            codes += runs[part] if n % 2 else [single[c] for c in part]
        numbered.append(codes)
    starts = np.concatenate([[0], np.cumsum([len(n) for n in numbered])]).astype(np.uint32)
    return np.fromiter(chain.from_iterable(numbered), np.uint16, int(starts[-1])), starts


def _postings(
    codes: NDArray[np.uint16], starts: NDArray[np.uint32], vocabulary: Vocabulary
) -> tuple[NDArray[np.uint64], NDArray[np.uint32], NDArray[np.uint16]]:
    owners = np.repeat(np.arange(len(starts) - 1, dtype=np.uint64), np.diff(starts))
    short = _alone(codes, starts, vocabulary)
    found = np.concatenate([*_pairs(codes, owners, vocabulary), *_initials(codes, owners, vocabulary), *short])
    found.sort()
    found = found[_changes(found)]
    keys = found >> np.uint64(16)
    firsts = np.flatnonzero(_changes(keys))
    return keys[firsts], np.append(firsts, len(found)).astype(np.uint32), (found & np.uint64(0xFFFF)).astype(np.uint16)


def _changes(ordered: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which of these numbers in order differ from the one before.  (numpy's `unique` would hash them, which takes ten times as long.)"""
    return np.concatenate([[True], ordered[1:] != ordered[:-1]]) if len(ordered) else np.zeros(0, np.bool_)


def _pairs(codes: NDArray[np.uint16], owners: NDArray[np.uint64], vocabulary: Vocabulary) -> Iterator[NDArray[np.uint64]]:
    """Key and place, as one number, of each two sounds that stand near each other in a name."""
    usual, other = (vocabulary.sounds[codes, n].astype(np.uint64) for n in (0, 1))
    for gap in _GAPS:
        within = owners[:-gap] == owners[gap:]
        readings = (
            ((usual, usual), (usual, other), (other, usual)) if gap == 1 else ((usual, usual), (other, usual), (usual, other))
        )
        for first, second in readings:
            heard = within & (first[:-gap] != NONE) & (second[gap:] != NONE)
            keys = first[:-gap][heard] << np.uint64(16) | second[gap:][heard]
            yield keys << np.uint64(16) | owners[:-gap][heard]


def _alone(codes: NDArray[np.uint16], starts: NDArray[np.uint32], vocabulary: Vocabulary) -> Iterator[NDArray[np.uint64]]:
    """Key and place, as one number, of each sound of a name of one token, which has no pairs."""
    places = np.flatnonzero(np.diff(starts) == 1)
    for heard in vocabulary.sounds[codes[starts[places]]].astype(np.uint64).T:
        known = heard != NONE
        yield (np.uint64(ALONE) | heard[known]) << np.uint64(16) | places[known].astype(np.uint64)


def _initials(codes: NDArray[np.uint16], owners: NDArray[np.uint64], vocabulary: Vocabulary) -> Iterator[NDArray[np.uint64]]:
    """Key and place, as one number, of each three initials in a row."""
    letters = vocabulary.initials[codes].astype(np.uint64)
    first, second, third = letters[:-2], letters[1:-1], letters[2:]
    heard = (owners[:-2] == owners[2:]) & (first > 0) & (second > 0) & (third > 0)
    keys = np.uint64(INITIALS) | first[heard] << np.uint64(2 * _LETTERS) | second[heard] << np.uint64(_LETTERS) | third[heard]
    yield keys << np.uint64(16) | owners[:-2][heard]


def _generic(codes: NDArray[np.uint16], starts: NDArray[np.uint32], vocabulary: Vocabulary) -> NDArray[np.bool_]:
    """Which tokens belong to a generic word: `weights`, for all names at once."""
    owners = np.repeat(np.arange(len(starts) - 1, dtype=np.uint32), np.diff(starts))
    found = np.zeros(len(codes), np.bool_)
    for word in GENERIC_WORDS:
        spelt = [vocabulary.characters(word)[c] for c in word]
        length = len(codes) - len(spelt) + 1
        if length <= 0:
            continue
        here = owners[:length] == owners[len(spelt) - 1 :]
        for offset, code in enumerate(spelt):
            here &= codes[offset : offset + length] == code
        for offset in range(len(spelt)):
            found[offset : offset + length] |= here
    return found
