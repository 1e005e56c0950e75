"""What people call things: “低保” for 最低生活保障.

A table comes with the program, each line a nickname and what it may stand for; an office has its own beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from store.names.tokens import Token, tokenize
from store.text import fold

Formals = tuple[tuple[Token, ...], ...]


class Nicknames:
    """Nicknames, each with the formal names that it may stand for; it never changes."""

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        """`lines` are pairs of a nickname and a formal name, as they are written."""
        found: dict[str, dict[str, None]] = {}
        for nickname, formal in lines:
            found.setdefault(fold(nickname), {})[fold(formal)] = None
        self._by_first: defaultdict[str, list[tuple[tuple[str, ...], Formals]]] = defaultdict(list)
        for nickname, formals in found.items():
            texts = tuple(token.text for token in tokenize(nickname))
            self._by_first[texts[0]].append((texts, tuple(map(tokenize, formals))))

    def within(self, tokens: Sequence[Token]) -> Iterator[tuple[range, Formals]]:
        """Every nickname in a question: which tokens it is, and the formal names that it may stand for."""
        texts = tuple(token.text for token in tokens)
        for start, text in enumerate(texts):
            for nickname, formals in self._by_first.get(text, ()):
                end = start + len(nickname)
                if texts[start:end] == nickname:
                    yield range(start, end), formals


@cache
def packaged() -> tuple[tuple[str, str], ...]:
    """The lines of the table that comes with the program, one a formal name."""
    lines = (files("store") / "data" / "aliases.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return tuple((nickname, formal) for nickname, *formals in rows for formal in formals)


@cache
def nicknames(own: tuple[tuple[str, str], ...] = ()) -> Nicknames:
    """Those that come with the program, and an office's own."""
    return Nicknames((*own, *packaged()))
