"""Two characters of a unit's name that stand apart."""

import pytest

from store.names import NameIndex, NameType, tokenize

UNITS = ["沙布拉旗不动产登记中心", "青禾县教育体育局"]


@pytest.mark.parametrize(("words", "meant"), [("拉动", []), ("教体", ["青禾县教育体育局"])])
def test_where_they_begin(words: str, meant: list[str]) -> None:
    """They call the unit where the first of them begins its own name, and not from within its county's."""
    index = NameIndex({NameType.UNIT: UNITS})

    assert meant == list(dict.fromkeys(m.name for m in index.propose(tokenize(words))))
