"""What people call things: “低保” for 最低生活保障.

The table comes with the program; each line is a nickname and what it may stand for.
"""

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
