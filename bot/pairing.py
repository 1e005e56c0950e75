"""Two targets that were shown one after the other, as one plan: “一期多少”, “二期呢”, “差多少”."""

from bot.book import Book
from bot.language.meanings import AggregateSaid, AmountSaid, Mark, YearsSaid
from bot.parse import Parse
from store.plan import Aggregate, Field, Plan

_COMPARED = frozenset({Mark.COMPARED, Mark.ROSE, Mark.FELL, Mark.UNCHANGED, Mark.GROWTH, Mark.DECLINE, Mark.TIMES})
_Target = tuple[str, str, int]  # project, unit, year


def takes_two(said: Parse) -> bool:
    """Whether a question names nothing, and compares or adds up: what was just shown is meant."""
    if said.mentions or said.leftovers or any(isinstance(p.meaning, YearsSaid | AmountSaid) for p in said.cover):
        return False
    marks, shapes = said.marks(), {a.aggregate for a in said.meanings(AggregateSaid)}
    if marks & {Mark.EVERYTHING, Mark.PROJECTS, Mark.UNITS}:
        return False
    return bool(marks & _COMPARED) or Aggregate.DIFFERENCE in shapes or (Aggregate.SUM in shapes and Mark.EACH in marks)


def paired(one: Plan, other: Plan, book: Book) -> Plan | None:
    """A plan of both, if each is of a single target, and no third fits what they name together."""
    first, second = _target(one, book), _target(other, book)
    if first is None or second is None or first == second:
        return None
    projects = tuple(dict.fromkeys((first[0], second[0])))
    units = tuple(dict.fromkeys((first[1], second[1])))
    years = tuple(dict.fromkeys((first[2], second[2])))
    together = {(p, u, y) for p, u in book.pairs(projects, units) for y in book.years_of((p,), (u,)) if y in years}
    if together != {first, second}:
        return None
    kinds = other.kinds if one.kinds == other.kinds else ()
    return Plan(projects=projects, units=units, years=years, fields=(Field.AMOUNT,), kinds=kinds, horizon=other.horizon)


def _target(plan: Plan, book: Book) -> _Target | None:
    """The one target that a plan is of, in its newest year where it names none."""
    pairs = book.pairs(plan.projects, plan.units) if plan.projects or plan.units else set()
    if len(pairs) != 1 or plan.amounts or plan.order:
        return None
    project, unit = next(iter(pairs))
    years = plan.years or book.years_of((project,), (unit,))[-1:]
    return (project, unit, years[0]) if len(years) == 1 and years[0] in book.years_of((project,), (unit,)) else None
