"""What people call things: “低保” for 最低生活保障.

The table comes with the program; each line is a nickname and what it may stand for.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from store.names.tokens import Token, tokenize
from store.text import fold


@cache
def aliases() -> tuple[tuple[tuple[Token, ...], tuple[tuple[Token, ...], ...]], ...]:
    """Nicknames as tokens, each with the formal names that it may stand for, as tokens."""
    lines = (files("store") / "data" / "aliases.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return tuple((tokenize(fold(nickname)), tuple(tokenize(fold(f)) for f in formal)) for nickname, *formal in rows)


@cache
def _by_first() -> dict[str, list[tuple[tuple[str, ...], tuple[tuple[Token, ...], ...]]]]:
    """First token of a nickname → the texts of its tokens, with what it stands for."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[tuple[Token, ...], ...]]]] = {}
    for nickname, formals in aliases():
        found.setdefault(nickname[0].text, []).append((tuple(t.text for t in nickname), formals))
    return found


def nicknames_in(tokens: Sequence[Token]) -> Iterator[tuple[range, tuple[tuple[Token, ...], ...]]]:
    """Every nickname in a question: which tokens it is, and the formal names that it may stand for."""
    texts = tuple(token.text for token in tokens)
    for start, text in enumerate(texts):
        for nickname, formals in _by_first().get(text, ()):
            end = start + len(nickname)
            if texts[start:end] == nickname:
                yield range(start, end), formals
