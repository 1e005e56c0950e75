"""The tokens of all names as small numbers, and how each sounds: what the arrays of the index are made of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from store.names.readings import fuzzy, readings, usual_readings
from store.names.tokens import EXACT, HOMOPHONE, INITIAL, NEAR_HOMOPHONE, RUN_OF_MANY, TYPED, Kind, Token, tokenize

Codes = NDArray[np.uint16]
Likeness = NDArray[np.float32]

NONE = 0  # no token, no sound
_KEPT = 2_000_000  # likenesses that are remembered of tokens of questions: eight megabytes
MOST = 0xFFFF  # as many tokens as a name index can tell apart; further ones are alike to none


class Vocabulary:
    """Every token that a name holds has a code from 1 on, every sound an id from 1 on.

    It only grows, so that what was written with it stays valid while further names are added.  Questions may be asked meanwhile:
    an index looks at no more codes than there were when it was made (`len`), and these are complete.  Those who add wait for each
    other.
    """

    def __init__(self, tokens: Iterable[tuple[str, str]] = ()) -> None:
        self._adding = Lock()
        self._codes: dict[tuple[Kind, str], int] = {}
        self._sounds: dict[str, int] = {}
        self._tokens: list[Token] = []
        self.numbers: dict[int, str] = {}  # the codes of numbers and numerals → what they count
        self._sound_table = np.zeros((1024, 2), np.uint16)  # code → the sounds that it is found by
        self._initial_table = np.zeros(1024, np.uint8)  # code → its initial letter, from 1 on
        self._counted_table = np.zeros(1024, np.bool_)  # code → whether it is a number, or may be
        self._counted_table[MOST:] = True
        self._spoken, self._counted, self._spelt = _Heard(), _Heard(), _Heard()  # characters, numerals, pinyin
        self._by_initial: defaultdict[str, list[int]] = defaultdict(list)
        self._by_number: defaultdict[str, list[int]] = defaultdict(list)
        self._rows: dict[tuple[Kind, str], Likeness] = {}
        for kind, text in tokens:
            self.add(Kind(kind), text)

    def __len__(self) -> int:
        known = len(self._tokens) + 1
        return known if known < MOST else MOST + 1

    @property
    def tokens(self) -> list[tuple[str, str]]:
        """Kind and text of each token, in the order of the codes: what a vocabulary is made anew from."""
        return [(token.kind.value, token.text) for token in self._tokens]

    @property
    def sounds(self) -> NDArray[np.uint16]:
        """For each code the one or two sounds that it is found by, shape (codes, 2)."""
        return self._sound_table

    @property
    def initials(self) -> NDArray[np.uint8]:
        """For each code the initial letter of its usual reading, as a number from 1 to 26; 0 for none."""
        return self._initial_table

    @property
    def counted(self) -> NDArray[np.bool_]:
        """For each code whether it is a number or a numeral; true of the code of all that are not told apart."""
        return self._counted_table

    @property
    def is_full(self) -> bool:
        """Whether there may be tokens that are not told apart."""
        return len(self._tokens) + 1 >= MOST

    def told_apart(self, codes: Sequence[int]) -> bool:
        """Whether each of the codes is that of one token."""
        return not self.is_full or MOST not in codes

    def token(self, code: int) -> Token:
        """The token that has a code that is told apart, without its place."""
        return self._tokens[code - 1]

    def add(self, kind: Kind, text: str) -> int:
        """The code of a token of a name."""
        code = self._codes.get((kind, text))
        if code is None:
            with self._adding:
                code = self._codes.get((kind, text)) or self._new(kind, text)
        return code

    def _new(self, kind: Kind, text: str) -> int:
        """Known to others only when all is noted of it."""
        code = min(len(self._tokens) + 1, MOST)
        if code < MOST:
            self._hear(code, kind, text)
            self._tokens.append(Token(text, kind, 0, 0))
        self._codes[kind, text] = code
        return code

    def known(self, token: Token) -> int:
        """The code of a token of a question; 0 where no name has it, or where it came after the last that is told apart."""
        code = self._codes.get((token.kind, token.text), NONE)
        return code if code < MOST else NONE

    def characters(self, text: Iterable[str]) -> dict[str, int]:
        """The codes of those of the characters that are a token each, whatever stands beside them."""
        return {c: self.add(tokenize(c)[0].kind, c) for c in text if not RUN_OF_MANY.match(c)}

    def likeness(self, question: Sequence[Token], size: int) -> Likeness:
        """How far each token of a question says each of the first `size` codes, shape (tokens, size): see `tokens.likeness`."""
        rows = [self._likened(token, size) for token in question]
        return np.concatenate(rows).reshape(len(rows), size) if rows else np.zeros((0, size), np.float32)

    def _likened(self, asked: Token, size: int) -> Likeness:
        row = self._rows.get((asked.kind, asked.text))
        if row is None or len(row) < size:
            row = np.zeros(size, np.float32)
            for codes, value in self._alike(asked):
                row[[code for code in codes if code < size]] = value
            if len(self._rows) * size >= _KEPT:
                self._rows.clear()
            self._rows[asked.kind, asked.text] = row
        return row[:size]

    def sounds_of(self, token: Token) -> list[int]:
        """The sounds by which a token of a question is looked up; none where no name has them."""
        return [number for number in map(self._sounds.get, _wanted(token.kind, token.text)) if number]

    def _hear(self, code: int, kind: Kind, text: str) -> None:
        """Notes by what sounds the token is found."""
        if code >= len(self._initial_table):
            self._sound_table = np.concatenate([self._sound_table, np.zeros_like(self._sound_table)])
            self._initial_table = np.concatenate([self._initial_table, np.zeros_like(self._initial_table)])
            self._counted_table = np.concatenate([self._counted_table, np.zeros_like(self._counted_table)])
            self._counted_table[MOST:] = True
        for place, sound in enumerate(_heard(kind, text)[:2]):
            self._sound_table[code, place] = self._sounds.setdefault(sound, min(len(self._sounds) + 1, MOST))
        usual = usual_readings(text) if kind is Kind.HAN else ()
        if usual:
            self._initial_table[code] = ord(usual[0][0]) - ord("a") + 1
        self._listen(code, kind, text)

    def _listen(self, code: int, kind: Kind, text: str) -> None:
        """Notes what the token is like."""
        number = Token(text, kind, 0, 0).number
        if number is not None:
            self._by_number[number].append(code)
            self._counted_table[code] = True
            self.numbers[code] = number
        if kind is Kind.SYLLABLE:
            self._spelt.add(text, fuzzy(text), code)
        elif kind is Kind.HAN:
            for reading in readings(text):
                self._by_initial[reading[0]].append(code)
                (self._spoken if number is None else self._counted).add(reading, fuzzy(reading), code)

    def _alike(self, asked: Token) -> Iterator[tuple[Iterable[int], float]]:
        """Which codes the token says and how far; of a code that comes again the last holds."""
        number = asked.number
        if asked.kind is Kind.HAN:
            heard = (self._spelt, self._spoken) if number is None else (self._spelt,)
            for reading in readings(asked.text):
                yield from ((of.near.get(fuzzy(reading), ()), NEAR_HOMOPHONE) for of in heard)
            for reading in readings(asked.text):
                yield from ((of.same.get(reading, ()), value) for of, value in zip(heard, (TYPED, HOMOPHONE), strict=False))
        elif asked.kind is Kind.SYLLABLE:
            yield from ((of.near.get(fuzzy(asked.text), ()), NEAR_HOMOPHONE) for of in (self._spoken, self._counted))
            yield from ((of.same.get(asked.text, ()), TYPED) for of in (self._spoken, self._counted))
        elif asked.kind is Kind.INITIAL:
            yield self._by_initial.get(asked.text, ()), INITIAL
        if number is not None:
            yield self._by_number.get(number, ()), EXACT
        same = self.known(asked)
        if same:
            yield (same,), EXACT


class _Heard:
    """Which codes have a reading, and which a reading that may be taken for it."""

    def __init__(self) -> None:
        self.same: defaultdict[str, list[int]] = defaultdict(list)
        self.near: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, reading: str, folded: str, code: int) -> None:
        self.same[reading].append(code)
        self.near[folded].append(code)


@lru_cache(maxsize=4096)
def _heard(kind: Kind, text: str) -> list[str]:
    """The sounds by which a token is found: its usual readings, folded; a numeral's value; else the token itself."""
    number = Token(text, kind, 0, 0).number
    if kind is Kind.HAN:
        sounds = [fuzzy(r) for r in usual_readings(text)] or [text]
        return sounds if number is None else [sounds[0], f"#{number}"]
    if kind is Kind.SYLLABLE:
        return [fuzzy(text)]
    return [text if number is None else f"#{number}"]


@lru_cache(maxsize=4096)
def _wanted(kind: Kind, text: str) -> tuple[str, ...]:
    """The sounds by which a token of a question is looked up: a numeral by its value alone."""
    heard = _heard(kind, text)
    return tuple(dict.fromkeys(heard if Token(text, kind, 0, 0).number is None else heard[-1:]))
