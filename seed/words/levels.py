"""The classes of indicators (一级、二级指标): their usual names, and which first level a second one belongs to.

Forms print the first level in a merged cell that often ends too late or too early, so the second level decides.
财预〔2021〕101号 made 成本指标 a first level of its own with three classes; in older forms it is a class of 产出指标.
"""

import re
from functools import lru_cache

from seed.words.labels import plain_of

OUTPUT, COST, EFFECT, SATISFACTION = "产出指标", "成本指标", "效益指标", "满意度指标"
_LEVEL1 = {
    "产出指标": OUTPUT,
    "预期产出指标": OUTPUT,
    "产出": OUTPUT,
    "产出值": OUTPUT,
    "产出目标": OUTPUT,
    "成本指标": COST,
    "成本": COST,
    "效益指标": EFFECT,
    "效果指标": EFFECT,
    "效益": EFFECT,
    "效益值": EFFECT,
    "结果目标": EFFECT,
    "满意度指标": SATISFACTION,
    "满意度": SATISFACTION,
    "满意度值": SATISFACTION,
    "服务对象满意度指标": SATISFACTION,
    "社会公众或服务对象满意度指标": SATISFACTION,
}
_SHORT = re.compile(r"(?:指标|值|目标)$")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SCORE = re.compile(r"\(?(?<!\d)\d+(?:\.\d+)?(?:-\d+)?\)?分\)?$|(?<=\))分$")  # “(10分)”, “30分”, “(0-20)分”
_STEMS: tuple[tuple[str, str], ...] = (
    ("经济成本", COST),
    ("社会成本", COST),
    ("生态环境成本", COST),
    ("满意度", SATISFACTION),
    ("满意", SATISFACTION),
    ("数量", OUTPUT),
    ("质量", OUTPUT),
    ("时效", OUTPUT),
    ("成本", OUTPUT),
    ("预算控制", OUTPUT),
    ("投资规模控制", OUTPUT),
    ("经济效益", EFFECT),
    ("社会效益", EFFECT),
    ("生态效益", EFFECT),
    ("环境效益", EFFECT),
    ("社会、经济、生态效益", EFFECT),
    ("可持续", EFFECT),
)
_STARTS = frozenset(start for start, _level1 in _STEMS)
_WHOLE = (
    "数量",
    "质量",
    "时效",
    "经济成本",
    "社会成本",
    "生态环境成本",
    "经济效益",
    "社会效益",
    "生态效益",
    "可持续影响",
    "服务对象满意度",
)
# What some provinces call a class that has a usual name.
_USUAL = {
    "预算控制": "成本指标",
    "投资规模控制": "成本指标",
    "环境效益": "生态效益指标",
    "社会公众或服务对象满意度": "服务对象满意度指标",
}


def level2_name(text: str) -> str:
    """A second level as it is usually written: “数量⏎指标” → 数量指标, “社会效益(10分)” → 社会效益指标; an unknown one as it stands."""
    if level1_of(text) is None:
        return "".join(text.split())
    stem = _stem(text)
    return _USUAL.get(stem, f"{stem}指标")


def level1_name(text: str) -> str | None:
    """The usual name of a first level, None for a text that is none."""
    return _LEVEL1.get(_bare(text))


def level1_of(level2: str, *, own_cost: bool = False) -> str | None:
    """The first level that a second level belongs to, None where its name does not tell.

    `own_cost` says that the form has a first level 成本指标: a plain 成本指标 of the second level then belongs to it.
    """
    stem = _stem(level2)
    found = next((level1 for start, level1 in _STEMS if stem == start or (start in stem and start not in ("成本", "满意"))), None)
    if found is OUTPUT and "成本" in stem and own_cost:
        return COST
    return found


def is_class_name(name: str) -> bool:
    """Whether an indicator is called like a class (“经济效益”), which says nothing."""
    bare = _bare(name)
    return bare in _LEVEL1 or _SHORT.sub("", bare) in _STARTS


@lru_cache(maxsize=5_000)
def _stem(text: str) -> str:
    """The name of a class without 指标, whole also where a web page kept only its first line: “服务对” → 服务对象满意度."""
    stem = _SHORT.sub("", _bare(text))
    begun = [whole for whole in _WHOLE if len(stem) > 1 and whole.startswith(stem)]
    return begun[0] if len(begun) == 1 else stem


@lru_cache(maxsize=5_000)
def _bare(text: str) -> str:
    return _BRACKETS.sub("", _SCORE.sub("", plain_of(text))).strip(":;,.、")
