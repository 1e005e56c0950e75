"""Text as a row of tokens: characters, pinyin syllables, initials, numbers and signs, each with its place."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from store.names.readings import fuzzy, fuzzy_readings, readings, segment
from store.numerals import DIGIT_CHARACTERS, NotNumber, parse_number


class Kind(StrEnum):
    """What a token is."""

    HAN = "han"
    SYLLABLE = "syllable"  # pinyin of one character
    INITIAL = "initial"  # a letter that may stand for a character's initial
    NUMBER = "number"
    SIGN = "sign"


class Token(NamedTuple):
    """One token and its span [start, end) in the normalised text."""

    text: str
    kind: Kind
    start: int
    end: int

    @property
    def number(self) -> str | None:
        """The value of a number or of a numeral below ten, as digits: “二” and “2” are the same."""
        return _number(self.text, self.kind)


def _number(text: str, kind: Kind) -> str | None:
    if kind is Kind.NUMBER:
        return text.lstrip("0") or "0"
    return numeral(text) if kind is Kind.HAN else None


@lru_cache(maxsize=16384)
def numeral(character: str) -> str | None:
    """“二” → “2”; None for what is no numeral."""
    if character not in DIGIT_CHARACTERS and character != "十":
        return None
    try:
        return str(parse_number(character))
    except NotNumber:
        return None


_HAN = re.compile("[\u3007\u3400-\u9fff\U00020000-\U0003ffff]")
RUN_OF_MANY = re.compile(r"(\d+(?:\.\d+)*|[a-z]+|\s+)")  # all else is a token a character


def tokenize(normal: str) -> tuple[Token, ...]:
    """The tokens of normalised text (see `store.text.normalize`), without gap or overlap."""
    tokens: list[Token] = []
    place = 0
    for run in RUN_OF_MANY.finditer(normal):
        tokens.extend(_characters(normal, place, run.start()))
        tokens.extend(_letters(run[0], run.start()) if run[0].isalpha() else [_of_many(run[0], *run.span())])
        place = run.end()
    tokens.extend(_characters(normal, place, len(normal)))
    return tuple(tokens)


def _characters(normal: str, start: int, end: int) -> list[Token]:
    return [Token(normal[i], _kind(normal[i]), i, i + 1) for i in range(start, end)]


def _of_many(text: str, start: int, end: int) -> Token:
    return Token(text, Kind.SIGN if text.isspace() else Kind.NUMBER, start, end)


@lru_cache(maxsize=16384)
def _kind(character: str) -> Kind:
    return Kind.HAN if readings(character) or _HAN.match(character) else Kind.SIGN


def _letters(text: str, start: int) -> list[Token]:
    syllables = segment(text)
    if syllables is None:
        return [Token(letter, Kind.INITIAL, start + i, start + i + 1) for i, letter in enumerate(text)]
    tokens = []
    for syllable in syllables:
        tokens.append(Token(syllable, Kind.SYLLABLE, start, start + len(syllable)))
        start += len(syllable)
    return tokens


EXACT, TYPED, HOMOPHONE, NEAR_HOMOPHONE, INITIAL = 1.0, 0.95, 0.75, 0.6, 0.5


def likeness(asked: Token, named: Token) -> float:
    """How far a token of a question says a token of a name: 1 the same, 0 something else.

    Numbers are alike only when they are equal: 一期 is never 二期.
    """
    if asked.text == named.text and asked.kind is named.kind:
        return EXACT
    return _likeness(asked.text, asked.kind, named.text, named.kind)


@lru_cache(maxsize=131072)
def _likeness(asked: str, kind: Kind, named: str, of_kind: Kind) -> float:
    """The same of two that are not written alike."""
    one, other = _number(asked, kind), _number(named, of_kind)
    if one is not None and other is not None:
        return EXACT if one == other else 0.0
    if of_kind is not Kind.HAN:
        return _typed(named, of_kind, asked) if kind is Kind.HAN and of_kind is Kind.SYLLABLE else 0.0
    if kind is not Kind.HAN:
        return _typed(asked, kind, named)
    return _sounds(asked, named) if one is None and other is None else 0.0


def _typed(letters: str, kind: Kind, character: str) -> float:
    sounds = readings(character)
    if kind is Kind.SYLLABLE:
        if letters in sounds:
            return TYPED
        return NEAR_HOMOPHONE if fuzzy(letters) in fuzzy_readings(character) else 0.0
    return INITIAL if kind is Kind.INITIAL and any(sound.startswith(letters) for sound in sounds) else 0.0


def _sounds(asked: str, named: str) -> float:
    if set(readings(asked)) & set(readings(named)):
        return HOMOPHONE
    return NEAR_HOMOPHONE if set(fuzzy_readings(asked)) & set(fuzzy_readings(named)) else 0.0


def ways_to_type(token: Token) -> tuple[str, ...]:
    """What stands for a token however it is typed: two tokens that are alike share one of them."""
    return _ways_to_type(token.text, token.kind)


@lru_cache(maxsize=16384)
def _ways_to_type(text: str, kind: Kind) -> tuple[str, ...]:
    if kind is Kind.HAN:
        number = numeral(text)
        return (text, *fuzzy_readings(text), *((number,) if number else ()))
    if kind is Kind.SYLLABLE:
        return (text, fuzzy(text))
    if kind is Kind.NUMBER:
        return (_number(text, kind) or text,)
    return (text,)
