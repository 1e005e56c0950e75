"""Regular expressions that are compiled when a text first holds what they ask for.

The bot knows some eight hundred, and compiling all of them takes longer than answering a question. What a text must hold so that
one can match stands in a table beside this file (marks.tsv, by `make marks`); a text that lacks it is not searched, and a pattern
that no text has called for is never compiled. One that the table does not know is searched for in every text.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache
from importlib.resources import files

TABLE = "marks.tsv"
NUMERAL = r"\d"
"""Stands for every decimal digit among the words of a mark."""

Mark = tuple[frozenset[str], tuple[str, ...], bool]
"""The first characters of some words; the words, if any is longer; whether any decimal digit is as good as one of them."""


@lru_cache(maxsize=256)
def _characters(text: str) -> frozenset[str]:
    """The characters of a text, which hundreds of patterns are held against."""
    return frozenset(text)


@cache
def _table() -> dict[str, str]:
    """The marks of the patterns by key, as they are written."""
    lines = files(__package__).joinpath(TABLE).read_text(encoding="utf-8").splitlines()
    return {key: marks for key, _tab, marks in (line.partition("\t") for line in lines)}


def read_marks(written: str) -> list[Mark]:
    """What the table says of a pattern."""
    return [_read_mark(each) for each in written.split("\t")] if written else []


def _read_mark(written: str) -> Mark:
    words = [word for word in written.split("|") if word != NUMERAL]
    longer = tuple(words) if any(len(word) > 1 for word in words) else ()
    return frozenset(word[0] for word in words), longer, NUMERAL in written


class Pattern:
    """What `re.compile` gives, with its methods, made when it is first needed."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself; `re.error` if there is a mistake in it."""
        return re.compile(self.pattern)

    @property
    def key(self) -> str:
        """What the table knows it by; no two patterns share one."""
        return hashlib.blake2b(self.pattern.encode(), digest_size=8).hexdigest()

    @cached_property
    def _marks(self) -> list[Mark]:
        return read_marks(_table().get(self.key, ""))

    def possible(self, text: str) -> bool:
        """False if no part of the text can match."""
        characters = _characters(text)
        for firsts, words, numeral in self._marks:
            missed = firsts.isdisjoint(characters) or (words and not any(word in text for word in words))
            if missed and not (numeral and any(map(str.isdecimal, text))):
                return False
        return True

    def search(self, text: str, *within: int) -> re.Match[str] | None:
        """As `re.Pattern.search`; `within` is where to begin and to end."""
        return self.compiled.search(text, *within) if self.possible(text) else None

    def match(self, text: str, *within: int) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.compiled.match(text, *within) if self.possible(text) else None

    def fullmatch(self, text: str, *within: int) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text, *within) if self.possible(text) else None

    def finditer(self, text: str, *within: int) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.compiled.finditer(text, *within) if self.possible(text) else iter(())

    def findall(self, text: str, *within: int) -> list[str]:
        """As `re.Pattern.findall`, of a pattern that has one group at most."""
        return self.compiled.findall(text, *within) if self.possible(text) else []

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As `re.Pattern.sub`."""
        return self.compiled.sub(replacement, text) if self.possible(text) else text

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """As `re.Pattern.split`."""
        return self.compiled.split(text, maxsplit) if self.possible(text) else [text]
