"""Whether the indicators of a target say something that can be checked at the end of the year."""

import re
from collections.abc import Iterator

from seed.checks.common import called, distinct, of_class
from seed.checks.money import money_of
from seed.findings import remark, short, warn
from seed.words.levels import EFFECT, SATISFACTION, is_class_name, level1_name
from store.model import Finding, Horizon, Indicator, PerformanceTarget

_RATE_NAME = re.compile(r"(?:率|比例|比重|满意度|覆盖面|百分比)$")
_MAY_EXCEED = re.compile("增长|增幅|增速|提高|提升|超额")
_IS_DONE = re.compile("建设|新建|改造|修建|修缮|购置|培训|发放|补助|救助|检查|巡查|次数|场次|人数|户数|数量|覆盖")
_SAME = 4  # indicators; of fewer it is no wonder that they have one value
_MISREAD = re.compile(r"2(\d{2})")  # ≥ is often read as 2: 292% was ≥92%


def classes_without_indicator(target: PerformanceTarget) -> Iterator[Finding]:
    """A class that the form prints has an indicator; 效益指标 and 满意度指标 are never left out."""
    blanks = [blank for blank in target.blanks if blank.field == "indicator" and blank.horizon is Horizon.ANNUAL]
    if blanks:
        said = "、".join(f"{b.name}（{f'写的是“{b.source.raw}”' if b.source.raw else '没有填'}）" for b in blanks)
        yield remark("class-blank", blanks[0].source, f"这些类别没有一条指标：{said}。")
    for level1 in (EFFECT, SATISFACTION):
        if target.indicators and not any(indicator.level1 == level1 for indicator in target.indicators):
            yield warn("level-missing", target.title, f"{called(target)}没有一条{level1}。")
    if not target.indicators:
        yield warn("no-indicators", target.title, f"{called(target)}没有一条绩效指标。")


def named_like_its_class(target: PerformanceTarget) -> Iterator[Finding]:
    """An indicator called like its class (“经济效益 98%”) says nothing."""
    for indicator in distinct(target):
        if is_class_name(indicator.name):
            message = f"指标“{short(indicator.name)}”就是类别的名称，没有说明衡量什么。"
            yield remark("named-like-class", indicator.source, message)


def value_without_unit(target: PerformanceTarget) -> Iterator[Finding]:
    """A rate has its %; a value says something."""
    for indicator in distinct(target):
        if indicator.number is not None and indicator.unit_of_measure is None and _RATE_NAME.search(indicator.name):
            message = f"“{short(indicator.name)}”的值是“{indicator.value}”，像是比率，原表没有写单位。"
            yield remark("value-without-unit", indicator.source, message)
        elif not indicator.value or indicator.value in ("无", "/", "-"):
            yield remark("value-blank", indicator.source, f"“{short(indicator.name)}”没有填指标值。")
        elif indicator.value == "定性" and indicator.standard is None:
            yield remark("value-qualitative", indicator.source, f"“{short(indicator.name)}”的值只写“定性”，没有写要达到什么。")


def quantity_is_money(target: PerformanceTarget) -> Iterator[Finding]:
    """A quantity counts things; money and percentages belong to other classes."""
    for indicator in of_class(target, "数量指标"):
        if money_of(indicator) is not None:
            yield remark(
                "quantity-is-money", indicator.source, f"数量指标“{short(indicator.name)}”的值是金额“{indicator.value}”。"
            )
        elif indicator.unit_of_measure == "%":
            yield remark(
                "quantity-is-rate", indicator.source, f"数量指标“{short(indicator.name)}”的值是比率“{indicator.value}”。"
            )


def level1_misprinted(target: PerformanceTarget) -> Iterator[Finding]:
    """The printed first level is the one that the second level belongs to; we go by the second."""
    wrong: dict[tuple[str, str], list[Indicator]] = {}
    for indicator in distinct(target):
        printed = level1_name(indicator.level1_printed or "")
        if printed is not None and printed != indicator.level1:
            wrong.setdefault((indicator.level1_printed or "", indicator.level1), []).append(indicator)
    for (printed_as, level1), indicators in wrong.items():
        classes = "、".join(dict.fromkeys(indicator.level2 for indicator in indicators))
        message = f"{classes}印在“{printed_as}”下面，本系统按“{level1}”记录，并保留原表的写法。"
        yield remark("level1-misprinted", indicators[0].source, message)


def values_identical(target: PerformanceTarget) -> Iterator[Finding]:
    """Indicators that measure different things do not all have one and the same value."""
    found = [indicator for indicator in distinct(target) if indicator.horizon is Horizon.ANNUAL]
    if len(found) >= _SAME and len({indicator.value for indicator in found}) == 1:
        message = f"{called(target)}的 {len(found)} 条指标，指标值都是“{short(found[0].value)}”。"
        yield remark("values-identical", found[0].source, message)


def rate_that_cannot_be(target: PerformanceTarget) -> Iterator[Finding]:
    """A rate is no more than 100 %, and “at least 100 %” is 100 %."""
    for indicator in distinct(target):
        number = indicator.number
        if indicator.unit_of_measure != "%" or number is None or _MAY_EXCEED.search(indicator.name):
            continue
        if number > 100 and _RATE_NAME.search(indicator.name):
            misread = _MISREAD.fullmatch(str(number))
            hint = f"，像是“≥{misread[1]}%”识别错了" if misread else ""
            yield warn(
                "rate-above-100", indicator.source, f"“{short(indicator.name)}”的值是“{indicator.value}”{hint}。请核对原表。"
            )
        elif number == 100 and indicator.operator in ("≥", ">"):
            message = f"“{short(indicator.name)}”的值是“{indicator.value}”，比率最多是 100%。"
            yield remark("rate-at-least-100", indicator.source, message)


def quantity_at_most(target: PerformanceTarget) -> Iterator[Finding]:
    """What is to be built, trained or given out is to be no less than a number, not no more."""
    for indicator in of_class(target, "数量指标"):
        if indicator.operator in ("≤", "<") and _IS_DONE.search(indicator.name):
            message = f"数量指标“{short(indicator.name)}”的值是“{indicator.value}”（不超过），一般是不少于。请核对符号。"
            yield remark("quantity-at-most", indicator.source, message)
