"""The nicknames that come with the program."""

from importlib.resources import files

import pytest

from store.names import ALIAS, NameIndex, NameType, tokenize
from store.names.aliases import Nicknames
from store.text import fold


def _lines() -> list[list[str]]:
    text = (files("store") / "data" / "aliases.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def _named(index: NameIndex, question: str) -> list[str]:
    return [m.name for m in index.propose(tokenize(fold(question)))]


def test_every_nickname_finds_what_it_stands_for() -> None:
    """Each line of the table leads from the nickname to each of its formal names, and only offers those that are near."""
    meant = [(nickname, formal, formal.strip("~@")) for nickname, *formals in _lines() for formal in formals]
    names = {
        NameType.UNIT: sorted({name for _nickname, formal, name in meant if "@" in formal}),
        NameType.PROJECT: sorted({name for _nickname, formal, name in meant if "@" not in formal}),
    }
    index = NameIndex(names)
    missed = [
        (nickname, formal)
        for nickname, formal, name in meant
        if name not in (index.nearly(nickname) if formal.startswith("~") else _named(index, f"{nickname}多少钱"))
    ]

    assert [] == missed


def test_a_nickname_stands_in_one_line() -> None:
    """Two lines of the same nickname would hide each other, and a line that leads nowhere says nothing."""
    nicknames = [fold(line[0]) for line in _lines()]

    assert len(nicknames) == len(set(nicknames))
    assert [] == [line for line in _lines() if len(line) == 1 or "" in line or len(line[0]) == 1]


def test_what_is_only_near_is_not_meant() -> None:
    """A formal name behind ~ is offered and never proposed as what the question names."""
    index = NameIndex({NameType.PROJECT: ["环卫车辆购置"]}, called=Nicknames([("扫大街", "~环卫")]))

    assert [] == _named(index, "扫大街多少钱")
    assert ["环卫车辆购置"] == index.nearly("扫大街")


def test_what_a_unit_is_called_names_no_project() -> None:
    """A formal name behind @ is a unit's alone."""
    names = {NameType.PROJECT: ["城市管理宣传费"], NameType.UNIT: ["青禾县城市管理局"]}
    index = NameIndex(names, called=Nicknames([("管城的", "@城市管理")]))

    assert ["青禾县城市管理局"] == _named(index, "管城的多少钱")


@pytest.mark.parametrize(
    ("nickname", "formal", "name"),
    [
        ("抓狗", "犬类管理", "生活垃圾分类管理经费"),
        ("打药", "统防统治", "社会治安统防经费"),
        ("环卫所", "@环境卫生服务中心", "青禾县社区卫生服务中心"),
    ],
)
def test_a_short_formal_name_stands_whole_in_a_name(nickname: str, formal: str, name: str) -> None:
    """Some of the characters of a short formal name, or of a unit's, stand in the names of other things as well."""
    kind = NameType.UNIT if formal.startswith("@") else NameType.PROJECT
    index = NameIndex({kind: [name]}, called=Nicknames([(nickname, formal)]))

    assert [] == [m.name for m in index.propose(tokenize(nickname)) if m.why == ALIAS]


def test_the_kind_of_money_behind_a_nickname_belongs_to_it() -> None:
    """补助 and the like say no more of what is meant than the nickname does."""
    index = NameIndex({NameType.PROJECT: ["营养改善计划"]}, called=Nicknames([("学生吃饭", "营养改善")]))
    (match,) = [m for m in index.propose(tokenize("学生吃饭补助多少钱")) if m.why == ALIAS]

    assert (0, 6) == (match.start, match.end)


@pytest.mark.parametrize("said", ["村医津贴", "村医的津贴", "村医那笔津贴"])
def test_the_kind_of_money_is_no_part_of_a_name_without_it(said: str) -> None:
    """A name that says the nickname and its money by letters is meant before one that only holds what the nickname stands for."""
    names = ["乡村医生岗位津贴", "村卫生室设备"]
    index = NameIndex({NameType.PROJECT: names}, called=Nicknames([("村医", "村卫生室")]))
    first, second, *_ = index.propose(tokenize(said))

    assert names[0] == first.name
    assert first.value - second.value > 0.35 or second.name == names[0]
