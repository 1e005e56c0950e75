"""What is said after it was asked which rose or fell: “涨了多少” is asked of each that was found, “其他的呢” of those that were not."""

from msgspec.structs import replace

from bot.language.meanings import OVER_YEARS, AggregateSaid, Mark, OrderSaid, YearsSaid
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from store.plan import OF_UNITS, Aggregate, Field, GroupBy, LeftOut, Plan

_YEARS = 2  # that are set side by side
_RATES = frozenset({Mark.PER_CENT, Mark.GROWTH, Mark.DECLINE})
_FELL, _ROSE = Pattern("[减降跌砍缩]|(?<!多)少"), Pattern("[增涨升加]|多(?!少)")


def asks_which_moved(plan: Plan) -> bool:
    """Whether the plan asks which projects or units rose or fell, rather than by how much something did."""
    moved = plan.compare and len(plan.years) == _YEARS and not (plan.change or plan.trend or plan.against)
    which = plan.by in OF_UNITS or plan.fields == (Field.PROJECT,) or plan.order or plan.aggregate is Aggregate.COUNT
    return moved and bool(which)


def moves_again(asked: Plan, previous: Plan, said: Parse) -> dict[str, object]:
    """“降的呢”, “涨得最少的呢” after who rose, “哪个涨了” after what several units have of a project: what changes of the last plan."""
    apart = AggregateSaid(Aggregate.DIFFERENCE) in said.meanings(AggregateSaid) or Mark.PER_CENT in said.marks()
    named = said.mentions or said.everything
    if apart or named or not said.marks() & _MOVED or not set(asked.fields) <= {Field.PROJECT, Field.AMOUNT, Field.UNIT}:
        return {}
    anew = {"compare": True, "aggregate": None, "count_of": None, "against": False}
    if asks_which_moved(previous) and not said.meanings(YearsSaid):
        by_units = previous.by in OF_UNITS
        return {**anew, "fields": (Field.AMOUNT,) if by_units else (Field.PROJECT,), "by": previous.by, "years": previous.years}
    of_units = len(previous.projects) == 1 and len(previous.units) != 1 and set(previous.fields) <= _MONEY_OR_WHOSE
    which = said.meanings(OrderSaid) or said.marks() & _OF_OTHERS or _THOSE_THAT.search(said.said.text)
    unshaped = not (previous.change or previous.trend or previous.sides or previous.whole or previous.kinds or previous.called)
    return {**anew, "fields": (Field.PROJECT,), "by": None} if of_units and which and unshaped else {}


_MOVED = frozenset({Mark.ROSE, Mark.FELL, Mark.GROWTH, Mark.DECLINE, Mark.UNCHANGED})
_MONEY_OR_WHOSE = frozenset({Field.AMOUNT, Field.FUNDING, Field.PROJECT, Field.UNIT})


def groups_moved_again(asked: Plan, previous: Plan) -> dict[str, object]:
    """“各部门呢” after how much each unit rose or fell: the same of these."""
    shaped = asked.order or asked.compare or asked.change or asked.aggregate or asked.kinds or asked.projects or asked.years
    again = asks_which_moved(previous) and previous.by in OF_UNITS and asked.by in OF_UNITS and not shaped
    return {"compare": True, "by": asked.by, "years": previous.years, "fields": (Field.AMOUNT,)} if again else {}


def asks_by_how_much(said: Parse) -> bool:
    """Whether nothing is asked but by how much they moved: “减了多少”, “降了百分之几”; not which others did (“降的呢”)."""
    other = any(isinstance(p.meaning, (OrderSaid, YearsSaid)) for p in said.cover) or said.marks() & _OF_OTHERS
    if said.mentions or said.leftovers or said.everything or other or _THOSE_THAT.search(said.said.text):
        return False
    apart = any(a.aggregate is Aggregate.DIFFERENCE for a in said.meanings(AggregateSaid))
    return bool(apart or said.marks() & (_RATES | OVER_YEARS))


_OF_OTHERS = frozenset({Mark.PROJECTS, Mark.UNITS, Mark.WHICH, Mark.UNCHANGED})
_THOSE_THAT = Pattern("[增涨升加多减降跌少]了?的(?!多少|是)")


def of_the_one_that_moved(said: Parse, asked: Plan, shown: Plan) -> bool:
    """Whether “减了多少” is asked of the one project or unit that was found."""
    one = asked.compare and shown.compare and len(shown.projects) <= 1 and len(shown.units) == 1 and not shown.order
    found = (shown.projects, shown.units) != (asked.projects, asked.units)
    return one and found and asks_by_how_much(said)


def of_each_that_moved(said: Parse, previous: Plan) -> Parse | None:
    """The question with the way that they moved in the place of by how much, where each of those that were found is meant; None for any other."""
    gaps = [p for p in said.cover if p.meaning == AggregateSaid(Aggregate.DIFFERENCE)]
    words = "".join(said.said.text[p.start : p.end] for p in gaps)
    fell = bool(_FELL.search(words))
    one_way = fell != bool(_ROSE.search(words)) or bool(said.marks() & OVER_YEARS)
    if not (asks_which_moved(previous) and asks_by_how_much(said) and one_way):
        return None
    return replace(
        said, cover=tuple(replace(p, meaning=Mark.FELL if fell else Mark.ROSE) if p in gaps else p for p in said.cover)
    )


def but_for_those_that_moved(asked: Plan, shown: Plan) -> Plan | None:
    """How each of the others moved that were asked about, of a project that nobody moved so each of all; None where it was not asked which moved."""
    if not asks_which_moved(asked) or not shown.compare or not (asked.projects if shown == asked else shown.units):
        return None
    by_units = asked.by in OF_UNITS
    out = LeftOut(projects=() if by_units else shown.projects, units=shown.units) if shown != asked else None
    shape = {"by": asked.by, "fields": (Field.AMOUNT,)} if by_units else {"by": GroupBy.PROJECT, "fields": (Field.PROJECT,)}
    anew = {"order": None, "aggregate": None, "count_of": None, "move_limits": None}
    return asked.model_copy(update={**anew, **shape, "without": (*asked.without, *([out] if out else []))})


def of_which_it_moved(asked: Plan, ranked: Plan | None) -> Plan:
    """Which moved was asked, where by how much the one did that was found was asked after it; any other plan as it is."""
    again = asked.compare and len(asked.units) == 1 and ranked is not None and asks_which_moved(ranked)
    return ranked if ranked is not None and again and not asks_which_moved(asked) else asked


def of_all_that_moved(said: Parse, spoken: Plan, asked: Plan, ranked: Plan | None) -> Plan:
    """“哪个降了” after “涨了多少” of the one that rose: which did so of all that were asked about."""
    which = said.marks() & (_OF_OTHERS - {Mark.UNCHANGED}) or _THOSE_THAT.search(said.said.text)
    other = said.mentions or said.leftovers or said.everything or not said.marks() & _MOVED
    whole = of_which_it_moved(asked, ranked)
    return whole if which and not other and whole is not asked else spoken
