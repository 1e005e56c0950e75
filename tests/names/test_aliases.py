"""The nicknames that come with the program."""

from importlib.resources import files

from store.names import NameIndex, NameType, tokenize
from store.text import fold


def _lines() -> list[list[str]]:
    text = (files("store") / "data" / "aliases.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def test_every_nickname_finds_what_it_stands_for() -> None:
    """Each line of the table leads from the nickname to each of its formal names."""
    missed = []
    for nickname, *formal in _lines():
        for name in formal:
            index = NameIndex({NameType.PROJECT: [name]})
            if name not in [m.name for m in index.propose(tokenize(fold(nickname + "多少钱")))]:
                missed.append((nickname, name))

    assert [] == missed


def test_a_nickname_stands_in_one_line() -> None:
    """Two lines of the same nickname would hide each other."""
    nicknames = [fold(line[0]) for line in _lines()]

    assert len(nicknames) == len(set(nicknames))
