"""What documents call the things that people call otherwise: 耗子 is 鼠 there, 课本 教材, 坐车不要钱 免费乘车.

The table is `store/data/everyday.tsv`: on each line what people say, and behind the tab what a form may say for any of it.
Only descriptions are compared with it (`bot/told.py`): a word is explained by a form that says one of these; it finds no name alone.
What is only about the same matter (水质 and 监测) stands in no line of it: that would tell another project than the one that is meant.
"""

from functools import cache
from importlib.resources import files

from store.names.aliases import packaged
from store.text import fold

_OF_UNITS = {"学校": ("中学", "小学", "学校", "校园", "校舍"), "医院": ("医院", "卫生院"), "卫生院": ("卫生院", "卫生服务中心")}


LONGEST = 8  # characters of a word that is looked up


def formal_words(word: str) -> tuple[str, ...]:
    """All that documents may call the thing, the longest first; nothing where it is not known to be called otherwise."""
    return _formal().get(word, ())


@cache
def _formal() -> dict[str, tuple[str, ...]]:
    """Folded word → what it may be called, of the table, of the nicknames that stand for one thing, and of kinds of units."""
    lines = (files("store") / "data" / "everyday.tsv").read_text(encoding="utf-8").splitlines()
    rows = (map(str.split, line.split("\t")) for line in lines)
    pairs = [(word, formal) for said, formals in rows for word in said for formal in formals]
    pairs += [(word, formal) for word, formal in packaged() if not formal.startswith(("~", "@"))]
    pairs += [(word, formal) for word, formals in _OF_UNITS.items() for formal in formals]
    found: dict[str, set[str]] = {}
    for word, formal in pairs:
        found.setdefault(fold(word), set()).add(fold(formal))
    return {word: tuple(sorted(formals, key=lambda one: (-len(one), one))) for word, formals in found.items()}


def words_of_units(word: str) -> tuple[str, ...]:
    """What units of the kind are called: 学校 is 第三中学."""
    return _OF_UNITS.get(word, ())
