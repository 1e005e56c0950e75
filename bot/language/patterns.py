"""Regular expressions that are compiled when a text first holds what they ask for.

The bot knows some seven hundred, and compiling all of them takes longer than answering a question. A text that lacks the marks
of one (`bot.language.marks`) is not searched for it, and a pattern that no text has called for is never compiled.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from bot.language.marks import NUMERAL, marks

_MOST = 3  # sets of marks that a text is looked through for


class Pattern:
    """What `re.compile` gives, with its methods, made when it is first needed."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself; `re.error` if there is a mistake in it."""
        return re.compile(self.pattern)

    @cached_property
    def _marks(self) -> list[tuple[frozenset[str], bool]]:
        """The smallest sets of marks, and whether any decimal digit is as good."""
        return [(frozenset(each), NUMERAL in each) for each in sorted(marks(self.pattern), key=len)[:_MOST]]

    def possible(self, text: str) -> bool:
        """False if no part of the text can match."""
        for each, numeral in self._marks:  # noqa: SIM110: this is asked some thousand times a question
            if each.isdisjoint(text) and not (numeral and any(map(str.isdecimal, text))):
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
