"""What the template of a form prints and nobody replaced: “（≥**%）”, “（100字以内）”, “××”."""

import re
from functools import lru_cache

from seed.words.amounts import is_blank
from seed.words.labels import one_line

_HINT = re.compile(
    r"[(（][^()（）\n]{0,4}?[≥≤＞＜>=<＝]*\s*[*＊]{2,}[^()（）\n]*[)）]|[(（]\s*(?:限|不超过|控制在)?\d+\s*个?字(?:以内|左右|内)?\s*[)）]"
)
_MASK = re.compile(r"[*＊]{2,}|[×╳xX]{2,}(?![A-Za-z0-9])")
_NUMBERED = re.compile(r"(?:指标|目标)\s*\d{0,2}\s*[:：、.．]?")
_PREFIX = re.compile(r"^\s*(?:指标\s*\d{1,2}(?![\d%％])\s*[:：、.．]?|指标\s*[一二三四五六七八九十]\s*[:：、.．])\s*")
_UNUSED = re.compile(r"(?:指标|目标)?\d*[:：、.]*|本?(?:项目)?不适用(?:此指标)?|[×xX*]+|[….。·]+")
_NOTHING = re.compile(r"[\s×xX*＊…—\-.。·、，,;；:：_/]*")


def without_hints(text: str) -> str:
    """The text without the hints that the template gives in brackets: “项目总成本（≤**万元）” → 项目总成本."""
    return _HINT.sub("", text).strip()


def unfilled(value: str) -> bool:
    """Whether the value still has the template's mark where a number belongs: “≥**%”, “××公里”."""
    return bool(_MASK.search(value))


def nothing_but_template(text: str) -> bool:
    """Whether nothing is left of the text without numbers and marks of the template: “目标1：××⏎目标2：……”."""
    return bool(_NOTHING.fullmatch(_NUMBERED.sub("", without_hints(text))))


@lru_cache(maxsize=1_000)
def name_of(text: str) -> str:
    """The indicator's name without its number (“指标1：”) and template hints, in one line; empty for a placeholder (“…”, “指标1：”).

    >>> name_of("指标1：项目总成本(≤**万元)")
    '项目总成本'
    """
    hintless = without_hints(text)
    name = one_line(_PREFIX.sub("", hintless, count=1))
    return "" if is_blank(name) or _UNUSED.fullmatch(name) or nothing_but_template(hintless) else name
