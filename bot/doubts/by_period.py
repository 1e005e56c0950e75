"""“2026年—2028年的项目”: years that no file is of are the 项目期 that stands in the forms, which limits the projects that are meant."""

import re
from itertools import product

from msgspec.structs import replace

from bot.answer import Desk
from bot.language.patterns import Pattern
from bot.question import Understanding
from store.model import Attribute, Horizon
from store.plan import Aggregate, Field, Newest, Plan, Spot

_RANGE = "years.range"
"""The rule of the words that say so."""
_PERIOD = Pattern("项目期|实施期|项目周期|项目期限")
_YEARS = Pattern(r"20\d\d")
_LISTS = frozenset({Field.PROJECT, Field.PERIOD})


def by_period(question: Understanding, desk: Desk) -> Understanding:
    """The question for the projects whose 项目期 are these years; as it was where years of files are meant."""
    plan, known = question.plan, desk.book.years
    ranges = [question.text[span.start : span.end] for span in question.spans if span.rule == _RANGE]
    ends = [int(year) for text in ranges for year in re.findall(_YEARS.compiled, text)]
    lists = (set(plan.fields) <= _LISTS or bool(plan.order)) and plan.aggregate in (None, Aggregate.SUM, Aggregate.COUNT)
    shaped = plan.projects or plan.compare or plan.by or plan.trend or plan.kinds or plan.indicators.names
    if len(ranges) != 1 or len(ends) != _BOTH or not lists or shaped or not plan.fields or not known:
        return question
    if ends[1] <= known[-1] and not _PERIOD.search(question.text):
        return question
    return replace(question, plan=_of_period(plan, *ends))


_BOTH = 2  # ends


def _of_period(plan: Plan, first: int, last: int) -> Plan:
    summed = plan.aggregate is Aggregate.SUM or plan.order
    of_period = Spot(field=Attribute.PERIOD.value, reads=_spellings(first, last))
    years = tuple(year for year in plan.years if not first <= year <= last)
    if plan.horizon is Horizon.MID_TERM:
        years = (first,)  # whose forms say what the whole term has
    return plan.model_copy(
        update={
            "years": years,
            "newest": None if years else Newest.SCOPE,
            "stated": (*plan.stated, of_period),
            "fields": (Field.AMOUNT,) if summed else (Field.PROJECT,),
        }
    )


def _spellings(first: int, last: int) -> tuple[str, ...]:
    """How forms write it, the commonest first."""
    joints, years = ("—", "至", "到"), ("年", "", "年度")
    plain = [f"{first}{one}{joint}{last}{other}" for joint, one, other in product(joints, years, years)]
    days = [(".1", ".12"), ("年1月", "年12月"), (".1.1", ".12.31"), ("年1月1日", "年12月31日"), (".01", ".12")]
    return (*plain, *(f"{first}{begun}{joint}{last}{ended}" for joint, (begun, ended) in product(joints, days)))
