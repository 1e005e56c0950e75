"""What people call things: “低保” for 最低生活保障, “扫马路” for 清扫保洁.

A table comes with the program, each line a nickname and what it may stand for; an office has its own beside it.
A name that holds what a nickname stands for is meant by it.  A formal name that is written behind ~ is only near to
the nickname: it is offered and never answered.  One behind @ is a unit's, and means no project.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from msgspec import Struct

from store.names.matches import NameType
from store.names.tokens import Token, tokenize
from store.text import fold

_NEAR, _UNIT = "~", "@"
_MONEY = ("外包费", "补助", "补贴", "津贴", "奖补", "工资", "报酬", "费用", "费", "款")
_FOR = ("给", "为", "帮", "替", "去", "到", "往", "在", "下")
_WHOM = (
    *("农牧民", "老百姓", "老年人", "乡亲们", "小学生", "中学生", "牧民", "农民", "百姓", "群众", "村民", "居民", "市民", "职工"),
    *(
        "老人",
        "孩子",
        "娃娃",
        "学生",
        "乡亲",
        "大家",
        "农户",
        "牧户",
        "村里",
        "农村",
        "乡下",
        "乡里",
        "牧区",
        "城里",
        "社区",
        "学校",
        "街上",
    ),
)
_LONGEST_WHOM = 5  # tokens before a nickname
_LINKS = ("", "的", "那个", "的那个", "那笔", "的那笔", "那项", "那块")
_LONGEST_MONEY = max(map(len, _MONEY)) + max(map(len, _LINKS))


class Formal(Struct, frozen=True):
    """What a nickname may stand for: a part of names."""

    tokens: tuple[Token, ...]
    only: NameType | None = None  # what names it may be a part of; any where None
    near: bool = False  # it is about that, and not the same


@cache
def _formal(text: str) -> Formal:
    """As a table writes it."""
    near, unit = text.startswith(_NEAR), text.removeprefix(_NEAR).startswith(_UNIT)
    name = text.removeprefix(_NEAR).removeprefix(_UNIT)
    return Formal(tokenize(fold(name)), NameType.UNIT if unit else None, near)


@cache
def _texts(nickname: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokenize(nickname))


class Nicknames:
    """Nicknames, each with the formal names that it may stand for; it never changes.

    They are many, and a question holds few: what they are made of is read when one is met.
    """

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        """`lines` are pairs of a nickname and a formal name, as they are written."""
        self._by_first: defaultdict[str, dict[str, dict[str, None]]] = defaultdict(dict)
        for nickname, formal in lines:
            said = fold(nickname)
            self._by_first[said[0]].setdefault(said, {})[formal] = None

    def within(self, tokens: Sequence[Token]) -> Iterator[tuple[range, tuple[Formal, ...]]]:
        """Every nickname in a question: which tokens it is, and the formal names that it may stand for."""
        texts = tuple(token.text for token in tokens)
        for start, text in enumerate(texts):
            for nickname, formals in self._by_first.get(text[0], {}).items():
                end = start + len(_texts(nickname))
                if texts[start:end] == _texts(nickname):
                    yield range(start, end), tuple(dict.fromkeys(map(_formal, formals)))


def with_whom(tokens: Sequence[Token], span: range) -> range:
    """A nickname with those for whom it is, or the place where, which say no more of what is meant: 给村民修路, 去村里修路."""
    before = "".join(token.text for token in tokens[max(span.start - _LONGEST_WHOM, 0) : span.start])
    whom = next((link + word for word in _WHOM for link in _FOR if before.endswith(link + word)), "")
    return range(span.start - len(whom), span.stop)


def with_money(tokens: Sequence[Token], span: range) -> range:
    """A nickname with the kind of money that stands right behind it and says no more of what is meant: 老人补贴那笔钱."""
    behind = "".join(token.text for token in tokens[span[-1] + 1 : span[-1] + 1 + _LONGEST_MONEY])
    money = next((link + word for link in _LINKS for word in _MONEY if behind.startswith(link + word)), "")
    return range(span.start, span.stop + len(money))


def says_money(name: str) -> bool:
    """Whether a name says by itself that money is given: 补助, 工资, 经费."""
    return any(word in name for word in _MONEY)


@cache
def packaged() -> tuple[tuple[str, str], ...]:
    """The lines of the table that comes with the program, one a formal name."""
    lines = (files("store") / "data" / "aliases.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return tuple((nickname, formal) for nickname, *formals in rows for formal in formals)


@cache
def nicknames(own: tuple[tuple[str, str], ...]) -> Nicknames:
    """Those that come with the program, and an office's own."""
    return Nicknames((*own, *packaged()))
