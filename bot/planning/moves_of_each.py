"""How several that are named moved (“财政局和教育局谁涨得多”, “甲和乙分别增加多少”): each beside itself in the year before, not beside the others."""

from bot.language.kinds_said import OF_SEVERAL, KindOfUnits
from bot.language.meanings import AggregateSaid, Asked, GroupBySaid, Mark, Proposal, YearsSaid
from bot.language.numbers import NumberSaid
from bot.language.patterns import Pattern
from bot.planning.comparing import moved_in_turn, than_a_year
from bot.reading.parse import Parse
from store.plan import OF_UNITS, Aggregate, Field, GroupBy, Plan

_MOVED = frozenset({Mark.ROSE, Mark.FELL, Mark.GROWTH, Mark.DECLINE, Mark.UNCHANGED})
_WHICH = Pattern(r"谁|哪(?![年里儿])(?!一年)(?!些?年)(?!几年)")
_APART = Pattern("差多少|相差|差距|差额")


def with_moves_of_each(plan: Plan, said: Parse) -> Plan:
    """The plan of such a question, by units or by projects; any other as it is."""
    if not _asks_of_each(plan, said):
        return plan
    in_turn = moved_in_turn(said)
    several_units = (len(plan.units) > 1 and len(plan.projects) <= 1) or (
        plan.called and not (plan.projects or plan.whole_branch)
    )
    listed = several_units and not plan.projects and _asks_projects(said)
    if several_units and not listed:
        if in_turn and len(plan.years) == 1 and not than_a_year(said):
            plan = plan.model_copy(update={"years": (plan.years[0], plan.years[0] - 1)})
        of_each = {"by": GroupBy.UNIT, "against": False, "aggregate": None, "count_of": None}
        of_each |= {"by": GroupBy.DEPARTMENT, "sides": (), "called": ""} if plan.sides else {}  # “教育系统和卫健系统谁涨得多”
        return plan.model_copy(update={"fields": (Field.AMOUNT,), **of_each})
    if not listed and len(plan.projects) < 2 and not (in_turn and len(plan.units) == 1 and _counts_projects(said)):
        return plan
    one = len(plan.years) == 1 and not than_a_year(said)  # “比去年涨得多” is of the year behind it
    years = (plan.years[0], plan.years[0] - 1) if one else plan.years
    by = GroupBy.PROJECT if in_turn else plan.by
    return plan.model_copy(update={"fields": (Field.PROJECT,), "years": years, "aggregate": None, "by": by})


def since_the_first(plan: Plan, said: Parse) -> Plan:
    """“三年哪个镇涨了”, “各单位三年增减多少”: of more years than two each unit is told in the last beside the first; any other plan as it is."""
    which = bool(said.marks() & _MOVED) and bool(_WHICH.search(said.said.text))
    each = bool(said.meanings(GroupBySaid)) and bool(said.marks() & _MOVED or _moves(said))
    if not (
        (which or each)
        and not any(y.which for y in said.meanings(YearsSaid))
        and plan.compare
        and plan.by in OF_UNITS
        and len(plan.years) > _YEARS
    ):
        return plan
    return plan.model_copy(update={"years": (max(plan.years), min(plan.years))})


def _moves(said: Parse) -> bool:
    gaps = (p for p in said.cover if p.meaning == AggregateSaid(Aggregate.DIFFERENCE))
    return any(_GREW.search(said.said.text, p.start, p.end) for p in gaps)


_PROJECTS = Pattern("项目(?![经费资预金的钱总])")


def _asks_projects(said: Parse) -> bool:
    """“乡镇今年增加的项目有哪些”, “镇街哪个项目增加最多”: the projects of several units, and none of the units."""
    units = Mark.UNITS in said.marks() or _WHO.search(said.said.text) or Asked(Field.UNIT) in said.meanings(Asked)
    each = any(kind.which in OF_SEVERAL for kind in said.meanings(KindOfUnits))
    return bool(_PROJECTS.search(said.said.text)) and not (units or each or _heads(said))


_WHO = Pattern("谁|哪一?家")


def _counts_projects(said: Parse) -> bool:
    return Mark.PROJECTS in said.marks() or any(m.of in (None, Field.PROJECT) for m in said.meanings(NumberSaid))


def _asks_of_each(plan: Plan, said: Parse) -> bool:
    heads, in_turn = _heads(said), moved_in_turn(said)
    shaped = (
        (plan.by and not in_turn)
        or plan.change
        or (plan.against and not (heads or in_turn))
        or plan.terms
        or plan.move_limits
        or plan.amounts
        or (
            plan.sides and not (plan.whole_branch and len(plan.units) == len(plan.sides))
        )  # each a department with those below it
    )
    if (
        not plan.compare
        or shaped
        or not set(plan.fields) <= {Field.AMOUNT, Field.PROJECT, Field.UNIT}
        or len(plan.years) > _YEARS
    ):
        return False
    apart = any(a.aggregate is Aggregate.DIFFERENCE for a in said.meanings(AggregateSaid)) and _APART.search(said.said.text)
    which_year = any(y.which for y in said.meanings(YearsSaid))
    asked = heads or _WHICH.search(said.said.text)
    return (bool(said.marks() & _MOVED and asked) or in_turn) and not (apart or which_year)


def _heads(said: Parse) -> bool:
    """“没变的乡镇”: what moved so tells which of the units are meant."""
    moved = {p.end for p in said.cover if p.meaning in _MOVED}
    heads = [p.start for p in said.cover if isinstance(p.meaning, KindOfUnits)]
    return any(start in moved or (start - 1 in moved and said.said.text[start - 1] == "的") for start in heads)


def units_that_changed(said: Parse, plan: Plan) -> list[Proposal]:
    """“新增的部门有哪些”, “新增了哪些单位”: units that are said to be new, where only projects can be told."""
    units = (Mark.UNITS, Asked(Field.UNIT), Asked(Field.DEPARTMENT))
    found = [p for p in said.cover if p.meaning in units or isinstance(p.meaning, KindOfUnits)]
    found = [p for p in found if not _ITS.match(said.said.text, p.end)]
    ends = [p.end for p in said.cover if p.meaning in (Mark.NEW, Mark.GONE)] if plan.change else []
    return [p for p in found if any(_THAT.fullmatch(said.said.text[end : p.start]) for end in ends if end <= p.start)]


_THAT, _ITS = Pattern("了?的?(?:哪些|哪几[个家]|哪[个家]|几[个家]|什么)?"), Pattern("的?(?:项目|工程)|的(?!$|都|有|是)")


def forwards(plan: Plan, said: Parse) -> dict[str, object]:
    """“今年涨了多少” after last year's money: what moved is told of the later year, beside the earlier one."""
    grew = any(a.aggregate is Aggregate.DIFFERENCE for a in said.meanings(AggregateSaid)) and _GREW.search(said.said.text)
    turned = plan.compare and len(plan.years) == _YEARS and not plan.against
    return {"years": tuple(sorted(plan.years, reverse=True))} if turned and grew and "比" not in said.said.text else {}


_GREW = Pattern("[增涨升降减跌]")
_YEARS = 2  # that are set side by side
