"""Which terms (中期, 年度) a question speaks of, and where a year is one beside the middle term."""

from collections.abc import Sequence

from bot.language.meanings import (
    AggregateSaid,
    Asked,
    HorizonSaid,
    Mark,
    Proposal,
    YearsSaid,
)
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from store.model import Horizon
from store.plan import Aggregate


def horizons(said: Parse) -> list[Horizon]:
    """The horizons that are said, those that a field's name holds (中期目标) first; beside the middle term a year is one: “中期比2026”."""
    found = [*(a.horizon for a in said.meanings(Asked) if a.horizon), *(h.horizon for h in said.meanings(HorizonSaid))]
    if found == [Horizon.MID_TERM] and _is_a_years_part(said):
        return [Horizon.ANNUAL, *found]
    return [*found, Horizon.ANNUAL] if found == [Horizon.MID_TERM] and _is_beside_a_year(said) else found


def totals_printed(said: Parse, projects: Sequence[str]) -> list[Proposal]:
    """“各项目总额分别多少”, “甲项目中期和年度总额”: what each project has in all, which its form prints, and no sum of them."""
    text, sums = said.said.text, [p for p in said.cover if p.meaning == AggregateSaid(Aggregate.SUM)]
    each = any(p.meaning is Mark.EACH and _PROJECTS.match(text, p.end) for p in said.cover)
    terms = {p.end for p in said.cover if isinstance(p.meaning, HorizonSaid)} if len(projects) == 1 else set()
    return [p for p in sums if _TOTAL.match(text, p.start) and (each or p.start in terms)]


_PROJECTS, _TOTAL = Pattern("个?项目"), Pattern("总(?:额|金额|预算|数额)")
_BESIDE = Pattern(r"\s*(?:目标|指标|值)?的?\s*(?:vs|比|对比|和|跟|与|同|较)\s*")


_PART_OF = Pattern(r"度?的?(?:预算|资金|经费|钱|总额|金额|安排|数)*")
_OF_TERM = Pattern(r"(?:了|到|它|整个|全部|的)*")


def _is_a_years_part(said: Parse) -> bool:
    """“今年占中期的几成”: right before the word for a share stands a year, and right behind it the middle term."""
    text = said.said.text
    return any(
        _PART_OF.fullmatch(text, year.end, share.start) and _OF_TERM.fullmatch(text, share.end, term.start)
        for share in said.cover
        for year in said.cover
        for term in said.cover
        if share.meaning is Mark.SHARE and isinstance(year.meaning, YearsSaid) and _is_middle_term(term)
    )


def _is_middle_term(span: Proposal) -> bool:
    return getattr(span.meaning, "horizon", None) is Horizon.MID_TERM


def _is_beside_a_year(said: Parse) -> bool:
    """Whether a year is set beside the middle term, right behind or before it."""
    terms = [p for p in said.cover if p.meaning == HorizonSaid(Horizon.MID_TERM)]
    years = [p for p in said.cover if isinstance(p.meaning, YearsSaid) and len(p.meaning.years) == 1]
    pairs = (sorted((term, year), key=lambda p: p.start) for term in terms for year in years)
    return any(one.end < other.start and _BESIDE.fullmatch(said.said.text, one.end, other.start) for one, other in pairs)
