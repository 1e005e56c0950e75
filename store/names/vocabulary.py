"""The tokens of all names as small numbers, and how each sounds: what the arrays of the index are made of."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from store.names.readings import fuzzy, readings, usual_readings
from store.names.tokens import EXACT, HOMOPHONE, INITIAL, NEAR_HOMOPHONE, TYPED, Kind, Token, tokenize

Codes = NDArray[np.uint16]
Likeness = NDArray[np.float32]

NONE = 0  # no token, no sound
_KEPT = 512  # tokens of questions whose likeness is remembered
MOST = 0xFFFF  # as many tokens as a name index can tell apart; further ones are alike to none


class Vocabulary:
    """Every token that a name holds has a code from 1 on, every sound an id from 1 on.

    It only grows, so that what was written with it stays valid while further names are added.
    """

    def __init__(self, tokens: Iterable[tuple[str, str]] = ()) -> None:
        self._codes: dict[tuple[Kind, str], int] = {}
        self._sounds: dict[str, int] = {}
        self._texts: list[tuple[Kind, str]] = []
        self._sound_table = np.zeros((1024, 2), np.uint16)  # code → the sounds that it is found by
        self._initial_table = np.zeros(1024, np.uint8)  # code → its initial letter, from 1 on
        self._spoken, self._counted, self._spelt = _Heard(), _Heard(), _Heard()  # characters, numerals, pinyin
        self._by_initial: defaultdict[str, list[int]] = defaultdict(list)
        self._by_number: defaultdict[str, list[int]] = defaultdict(list)
        self._rows: dict[tuple[Kind, str], Likeness] = {}
        for kind, text in tokens:
            self.add(Kind(kind), text)

    def __len__(self) -> int:
        return len(self._texts) + 1

    @property
    def tokens(self) -> list[tuple[str, str]]:
        """Kind and text of each token, in the order of the codes: what a vocabulary is made anew from."""
        return [(kind.value, text) for kind, text in self._texts]

    @property
    def sounds(self) -> NDArray[np.uint16]:
        """For each code the one or two sounds that it is found by, shape (codes, 2)."""
        return self._sound_table

    @property
    def initials(self) -> NDArray[np.uint8]:
        """For each code the initial letter of its usual reading, as a number from 1 to 26; 0 for none."""
        return self._initial_table

    def add(self, kind: Kind, text: str) -> int:
        """The code of a token of a name."""
        code = self._codes.get((kind, text))
        if code is None:
            code = self._codes[kind, text] = min(len(self._texts) + 1, MOST)
            if code < MOST:
                self._texts.append((kind, text))
                self._hear(code, kind, text)
        return code

    def characters(self, text: Iterable[str]) -> dict[str, int]:
        """The codes of those of the characters that are a token each, whatever stands beside them."""
        single = ((c, tokenize(c)) for c in text)
        return {c: self.add(Kind.HAN, c) for c, tokens in single if tokens[0].kind is Kind.HAN}

    def likeness(self, question: Sequence[Token]) -> Likeness:
        """How far each token of a question says each token of the names, shape (tokens, codes): see `tokens.likeness`."""
        return np.stack([self._likened(token) for token in question]) if question else np.zeros((0, len(self)), np.float32)

    def _likened(self, asked: Token) -> Likeness:
        row = self._rows.get((asked.kind, asked.text))
        if row is None or len(row) != len(self):
            row = np.zeros(len(self), np.float32)
            self._liken(row, asked)
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            self._rows[asked.kind, asked.text] = row
        return row

    def sounds_of(self, token: Token) -> list[int]:
        """The sounds by which a token of a question is looked up; none where no name has them."""
        heard = _heard(token.kind, token.text)
        wanted = heard if token.number is None else heard[-1:]
        return [self._sounds[sound] for sound in dict.fromkeys(wanted) if sound in self._sounds]

    def _hear(self, code: int, kind: Kind, text: str) -> None:
        """Notes by what sounds the token is found."""
        if code >= len(self._initial_table):
            self._sound_table = np.concatenate([self._sound_table, np.zeros_like(self._sound_table)])
            self._initial_table = np.concatenate([self._initial_table, np.zeros_like(self._initial_table)])
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
        if kind is Kind.SYLLABLE:
            self._spelt.add(text, fuzzy(text), code)
        elif kind is Kind.HAN:
            for reading in readings(text):
                self._by_initial[reading[0]].append(code)
                (self._spoken if number is None else self._counted).add(reading, fuzzy(reading), code)

    def _liken(self, row: Likeness, asked: Token) -> None:
        number = asked.number
        if asked.kind is Kind.HAN:
            for reading in readings(asked.text):
                row[self._spelt.near[fuzzy(reading)]] = NEAR_HOMOPHONE
                row[self._spoken.near[fuzzy(reading)] if number is None else []] = NEAR_HOMOPHONE
            for reading in readings(asked.text):
                row[self._spelt.same[reading]] = TYPED
                row[self._spoken.same[reading] if number is None else []] = HOMOPHONE
        elif asked.kind is Kind.SYLLABLE:
            for heard in (self._spoken, self._counted):
                row[heard.near[fuzzy(asked.text)]] = NEAR_HOMOPHONE
            for heard in (self._spoken, self._counted):
                row[heard.same[asked.text]] = TYPED
        elif asked.kind is Kind.INITIAL:
            row[self._by_initial[asked.text]] = INITIAL
        if number is not None:
            row[self._by_number[number]] = EXACT
        row[self._codes.get((asked.kind, asked.text), [])] = EXACT


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
