"""Which years a comparison without a year is about: the newest that both sides have, or the two newest of one."""

from bot.book import Book
from bot.language.meanings import AggregateSaid, Mark
from bot.language.patterns import Pattern
from bot.parse import Parse
from store.model import Horizon
from store.plan import Aggregate, Field, GroupBy, Newest, Plan

MOVING = frozenset({Mark.ROSE, Mark.FELL, Mark.UNCHANGED, Mark.GROWTH, Mark.DECLINE})
_MOVED = Pattern("[增涨升降减变加跌掉砍缩提扣压调]|[多少]了|[多少][给安拨]")


def years_compared(plan: Plan, said: Parse, book: Book) -> tuple[tuple[int, ...], Newest | None]:
    """The years, the newest first; none where the sides have no year in common: each of them is then of its own newest."""
    sides = _sides(plan)
    if len(sides) > 1 and plan.horizon is Horizon.MID_TERM and not units_moved(plan, said):
        return (), Newest.EACH if plan.projects else Newest.SCOPE  # the newest year whose forms have a middle term
    if len(sides) > 1 and not units_moved(plan, said):
        common = set.intersection(*(set(book.years_of(projects, units)) for projects, units in sides))
        return ((max(common),), None) if common else ((), Newest.EACH)
    if units_moved(plan, said) or _is_over_years(plan, said, book):
        years = book.years_of(plan.projects, plan.units)[-2:]
        return (years[::-1], None) if len(years) > 1 else ((), Newest.EACH)
    return (), Newest.EACH if plan.projects else Newest.SCOPE


def units_moved(plan: Plan, said: Parse) -> bool:
    """“哪个镇涨得最多”, “保洁经费哪个镇涨了”: each unit beside itself of another year."""
    of_one = len(plan.projects) == 1 and plan.fields == (Field.PROJECT,)
    return (plan.by is GroupBy.UNIT or of_one) and bool(said.marks() & MOVING)


def _sides(plan: Plan) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What is compared with each other, if it is named: units, else projects."""
    if len(plan.units) > 1:
        return [(plan.projects, (unit,)) for unit in plan.units]
    return [((project,), plan.units) for project in plan.projects]


def _is_over_years(plan: Plan, said: Parse, book: Book) -> bool:
    """Whether one thing is compared with itself: “涨了多少”; “哪个多” of a project that several units have is not."""
    moved = any(
        isinstance(p.meaning, AggregateSaid)
        and p.meaning.aggregate is Aggregate.DIFFERENCE
        and _MOVED.search(said.said.text[p.start : p.end])
        for p in said.cover
    )
    return moved or bool(said.marks() & MOVING) or len(book.pairs(plan.projects, plan.units)) == 1
