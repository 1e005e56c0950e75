"""Over which years a form speaks: how long the project lasts, and whether its money stands in two halves."""

import re
from collections.abc import Iterable, Iterator

from seed.findings import remark, short, warn
from seed.forms.grid import Grid
from seed.words.labels import Label, one_line, plain_of
from store.model import Attribute, Fact, Finding, Funding, FundingKind, Horizon
from store.money import print_yuan

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=\d{2}(?!\d)|\D|$)")
_YEARS = re.compile("[2-9二两三四五六七八九]年期?")
_SEVERAL = 2  # from 2024 to 2026; what lasts from one year into the next may be paid in one of them


def of_one_year(grid: Grid) -> bool:
    """Whether the project lasts no longer than a year: “2021年1月-2021年12月”, “1年”, “中期目标（2024年—2024年）”."""
    said = [grid.surest(Label.PERIOD), grid.surest(Label.BEGINS), grid.surest(Label.ENDS)]
    texts = [entry.text for entry in said if entry] + [entry.cell.text for entry in grid.of(Label.GOAL_MID_TERM)]
    years = {year for text in texts for year in _YEAR.findall(plain_of(text))}
    return len(years) == 1 or (not years and any(re.fullmatch("[1一]年", plain_of(text)) for text in texts))


def two_halves(grid: Grid) -> bool:
    """Whether a source stands twice in one row, once for each horizon."""
    rows = [(entry.label, entry.cell.order[:2]) for entry in grid.of(Label.FISCAL, Label.CARRYOVER, Label.OTHER)]
    return len(rows) != len(set(rows))


def of_several_years(period: str) -> bool:
    """Whether a project lasts for three calendar years or more, or says that it lasts for two or more."""
    plain = plain_of(period)
    years = [int(year) for year in _YEAR.findall(plain)]
    return max(years) - min(years) >= _SEVERAL if years else bool(_YEARS.fullmatch(plain))


def odd_spans(grid: Grid, facts: Iterable[Fact], fundings: Iterable[Funding]) -> Iterator[Finding]:
    """A mid-term of one year, which must not be shown as something else; one of several years that gets what one of them gets."""
    entry = grid.surest(Label.GOAL_MID_TERM)
    years = re.findall(r"\d{4}", one_line(entry.cell.text)) if entry else []
    if entry and len(years) > 1 and len(set(years)) == 1:
        yield remark("mid-term-one-year", entry.cell, f"中期只有一年（“{short(entry.cell.text)}”），与年度是同一段时间。")
        return
    period = next((fact for fact in facts if fact.field is Attribute.PERIOD), None)
    totals = {funding.horizon: funding for funding in fundings if funding.kind is FundingKind.TOTAL}
    if period is None or not of_several_years(period.text) or len(totals) < len(Horizon):
        return
    annual, mid_term = totals[Horizon.ANNUAL], totals[Horizon.MID_TERM]
    if annual.yuan and annual.yuan == mid_term.yuan:
        said = f"中期资金总额和年度资金总额却都是 {print_yuan(annual.yuan)}，像是把几年的总数填成了年度数"
        yield warn("cumulative-as-annual", annual.source, f"项目期是“{short(period.text)}”，{said}。请核对。")
