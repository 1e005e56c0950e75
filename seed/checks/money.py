"""Whether the amounts of a target agree with one another, and with what its name and indicators say."""

import re
from collections.abc import Iterator
from decimal import Decimal

from seed.checks.common import HORIZONS, called
from seed.findings import short, warn
from seed.words.amounts import UnreadableAmount, read_amount
from store.model import Finding, FundingKind, Horizon, Indicator, PerformanceTarget
from store.money import print_yuan

_HUGE = Decimal(10) ** 9  # yuan
_PARTS = (FundingKind.FISCAL, FundingKind.CARRYOVER, FundingKind.OTHER)
# “2022年村务公开工作经费4.5万”: an amount at the end of a name, or in its brackets.
_IN_NAME = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?(?:万元|亿元|万|元))(?=$|[)）])")


def parts_and_total(target: PerformanceTarget) -> Iterator[Finding]:
    """The total is what its parts add up to, where any part is printed."""
    for horizon in Horizon:
        total = target.funding(FundingKind.TOTAL, horizon)
        parts = [part for kind in _PARTS if (part := target.funding(kind, horizon))]
        added = sum((part.yuan for part in parts), Decimal(0))
        # Without the 财政拨款 there are other sources that we do not keep: 国债资金, 自有资金.
        whole = any(part.kind is FundingKind.FISCAL for part in parts)
        if total is not None and parts and (added > total.yuan or (whole and added != total.yuan)):
            message = f"{HORIZONS[horizon]}资金总额写 {print_yuan(total.yuan)}，各项来源相加是 {print_yuan(added)}。请核对。"
            yield warn("parts-differ", total.source, message)


def mid_term_below_annual(target: PerformanceTarget) -> Iterator[Finding]:
    """What is given over several years is no less than what is given in one of them."""
    mid_term, annual = target.funding(FundingKind.TOTAL, Horizon.MID_TERM), target.funding(FundingKind.TOTAL)
    if mid_term and annual and mid_term.yuan < annual.yuan:
        message = f"中期资金总额 {print_yuan(mid_term.yuan)}小于年度资金总额 {print_yuan(annual.yuan)}。请核对。"
        yield warn("mid-term-below-annual", mid_term.source, message)


def amount_without_measure(target: PerformanceTarget) -> Iterator[Finding]:
    """Hardly a project gets a thousand million in a year: more likely 元 stand where the label says 万元."""
    total = target.funding(FundingKind.TOTAL)
    if total is not None and total.yuan >= _HUGE:
        message = f"{called(target)}的年度资金总额是 {print_yuan(total.yuan)}（原文“{short(total.source.raw)}”）。请核对单位是元还是万元。"
        yield warn("amount-huge", total.source, message)


def money_of(indicator: Indicator) -> Decimal | None:
    """The value in yuan where it is an amount of money with its unit; “30元/人” is a price and none."""
    if indicator.number is None or not (indicator.unit_of_measure or "").endswith("元"):
        return None
    try:
        return read_amount(f"{indicator.number}{indicator.unit_of_measure}", None)
    except UnreadableAmount:
        return None


def amount_in_the_name(target: PerformanceTarget) -> Iterator[Finding]:
    """A name that prints an amount prints that of the table."""
    total = target.funding(FundingKind.TOTAL)
    printed = _IN_NAME.search(target.project)
    if total is None or printed is None:
        return
    text = printed[1] if printed[1].endswith("元") else f"{printed[1]}元"
    yuan = read_amount(text, None)
    if yuan != total.yuan:
        message = f"{called(target)}：名称里写 {print_yuan(yuan)}，年度资金总额写 {print_yuan(total.yuan)}；按表记录。请核对。"
        yield warn("name-amount-differs", target.title, message)
