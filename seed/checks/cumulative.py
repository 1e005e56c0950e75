"""Whether the money of several years (中期、累计、总投资) stands where that of one year belongs: both are said, nothing is changed."""

import re
from collections.abc import Iterator
from decimal import Decimal

from seed.findings import short, warn
from seed.forms.spans import of_several_years
from seed.words.amounts import UnreadableAmount, read_amount
from seed.words.labels import plain_of
from store.model import Attribute, Finding, Funding, FundingKind, Horizon, PerformanceTarget, Source
from store.money import print_yuan

_AMOUNT = r"(?:\d[\d,]*(?:\.\d+)?(?:万元|亿元|元))"
_SPAN = r"(?:(?P<first>20\d\d)年?(?:-+|—+|–|~|至|到)(?P<last>20\d\d)年度?|(?<![\d第〇零一二两三四五六七八九十])(?P<years>[二两三四五2-5])年)(?:期间|期|内|间)?(?:计划|预计|共)*"
_WHOLE = r"(?:总投资|总概算|概算总额|累计投资|累计投入|累计安排|项目总额)额?"
_IN_ALL = re.compile(
    rf"(?:{_SPAN}(?:{_WHOLE}|累计|投资|投入|安排)(?:资金)?|{_WHOLE})(?:为|约|是|共|达|:|≤|=|不超过){{0,2}}(?P<amount>{_AMOUNT})"
)
_THIS_YEAR = r"(?:本年|当年|今年|本年度|年度内|{year}年度?)(?:计划|预算|拟|需|共)*(?:安排|投入|投资|支付|下达|申请|使用)(?:资金|预算|财政资金|投资)?(?:为|约|共|:)*"


def cumulative_as_annual(target: PerformanceTarget) -> Iterator[Finding]:
    """The annual total is not what a text of the form calls the money of all years.

    Where both totals are printed and are the same, the form says so itself: see `seed.forms.spans`.
    """
    annual, period = target.funding(FundingKind.TOTAL), target.fact(Attribute.PERIOD)
    if annual is None or not annual.yuan:
        return
    found = _stated_in_all(target, annual, lasts=period is not None and of_several_years(period.text))
    if found is not None:
        place, said = found
        yield warn("cumulative-as-annual", place, f"{said}年度资金总额 {print_yuan(annual.yuan)} 像是几年的总数。请核对。")


def _stated_in_all(target: PerformanceTarget, annual: Funding, *, lasts: bool) -> tuple[Source, str] | None:
    """The text that calls the annual total the money of all years, and gives another amount for this one, or is of several years."""
    for text, source in _texts(target):
        plain = plain_of(text)
        whole = next((match for match in _IN_ALL.finditer(plain) if _yuan(match["amount"]) == annual.yuan), None)
        if whole is None:
            continue
        this_year = re.search(_THIS_YEAR.format(year=target.year) + f"({_AMOUNT})", plain)
        if this_year and (_yuan(this_year[1]) or annual.yuan) < annual.yuan:
            return source, f"这里写“{short(whole[0])}”、“{short(this_year[0])}”，"
        if not this_year and _names_span(whole):
            return source, f"这里写“{short(whole[0])}”，"
        if not this_year and lasts:
            return source, f"这里写“{short(whole[0])}”，项目期又不止一年，"
    return None


def _names_span(match: re.Match[str]) -> bool:
    """Whether the years stand in the text itself: “2023-2025年总投资”, “三年累计”."""
    return match["years"] is not None or (match["first"] is not None and match["first"] < match["last"])


def _texts(target: PerformanceTarget) -> Iterator[tuple[str, Source]]:
    yield from ((goal.text, goal.source) for goal in target.goals if goal.horizon is Horizon.ANNUAL)
    for indicator in target.indicators:
        if indicator.horizon is Horizon.ANNUAL:
            yield f"{indicator.name}{indicator.value}", indicator.source


def _yuan(text: str) -> Decimal | None:
    try:
        return read_amount(text, None)
    except UnreadableAmount:
        return None
