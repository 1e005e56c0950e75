"""Whether the weights (权重、分值) of indicators come to what they should: all of them together, and those of each class."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from seed.checks.common import called
from seed.findings import remark, short, warn
from seed.words.labels import plain_of
from seed.words.levels import COST, EFFECT, OUTPUT, SATISFACTION, level1_name
from store.model import Finding, Horizon, PerformanceTarget, Source
from store.money import plain

FULL, OF_INDICATORS = Decimal(100), Decimal(90)  # with and without the ten points for carrying out the budget (预算执行率)
# 财预〔2020〕10号: 预算执行率 10, 产出 50, 效益 30, 满意度 10, which may be adjusted where there is reason to; the ends of the spans
# that forms with a 成本指标 of its own print (“成本指标（0-20）分”, “产出指标（40-50）分”) are no higher.
_MOST = {COST: Decimal(20), OUTPUT: Decimal(50), EFFECT: Decimal(30), SATISFACTION: Decimal(10)}
_EACH = frozenset({OUTPUT, EFFECT, SATISFACTION})
_PRINTED = re.compile(r"(?<![\d.])(?:\d+(?:\.\d+)?-)?(\d+(?:\.\d+)?)\)?分")  # “（40-50）分”, “(10分)”


class Weighed(Struct, frozen=True):
    """The weight of one line: of which class, as it is known and as it is printed."""

    level1: str
    printed: str
    weight: Decimal | None
    source: Source


def weights(target: PerformanceTarget) -> Iterator[Finding]:
    """Where every indicator has a weight, they add up to 90 or 100, and those of a class to no more than it may have."""
    annual = [indicator for indicator in target.indicators if indicator.horizon is Horizon.ANNUAL]
    found = [Weighed(i.level1, i.level1_printed or "", i.weight, i.source) for i in annual]
    total = sum_of(found)
    if total is not None and total not in (OF_INDICATORS, FULL):
        message = f"{called(target)}的指标权重相加是 {plain(total)}，不是 90 或 100。请核对。"
        yield warn("weights-sum", found[0].source, message)
    yield from above_most(found, called(target))


def sum_of(found: Sequence[Weighed]) -> Decimal | None:
    """What the weights add up to, None where a line has none."""
    given = [one.weight for one in found if one.weight is not None]
    return sum(given, Decimal(0)) if given and len(given) == len(found) else None


def above_most(found: Sequence[Weighed], whose: str) -> Iterator[Finding]:
    """Classes whose weights add up to more than the form itself prints for them, else to more than is usual.

    The usual one counts only where all classes have indicators and the indicators have 90 points: what a class that is missing, or
    the budget, does not get goes to the others.
    """
    classes: dict[str, list[Weighed]] = {}
    for one in found:
        classes.setdefault(one.level1, []).append(one)
    usual = sum_of(found) == OF_INDICATORS and classes.keys() >= _EACH
    for level1, lines in classes.items():
        total, printed = sum_of(lines), _printed_most(lines)
        if total is None:
            continue
        if printed is not None and total > printed:
            said = f"印的是“{short(lines[0].printed)}”，各条权重相加却是 {plain(total)}"
            yield warn("weights-of-class", lines[0].source, f"{whose}的{level1}{said}。请核对。")
        elif printed is None and usual and total > _MOST.get(level1, FULL):
            said = f"{level1}各条权重相加是 {plain(total)}，一般不超过 {plain(_MOST[level1])}"
            yield remark("weights-of-class", lines[0].source, f"{whose}的{said}；有特殊情况可以调整。请核对。")


def _printed_most(lines: Iterable[Weighed]) -> Decimal | None:
    """The points that the form prints beside the class, the higher end of a span; None where it prints none, or two."""
    own = [one.printed if level1_name(one.printed) == one.level1 else "" for one in lines]  # a cell may reach over another class
    printed = {str(match[1]) if (match := _PRINTED.search(plain_of(text))) else "" for text in own}
    return Decimal(printed.pop()) if len(printed) == 1 and printed != {""} else None
