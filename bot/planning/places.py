"""Places of a ranking that a question says: the first, the first so many, one after the other, or two that are set against each other."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from bot.book import Book
from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import (
    COMPARING,
    MOVING,
    AggregateSaid,
    Asked,
    GroupBySaid,
    Mark,
    OrderSaid,
    Proposal,
    YearsSaid,
)
from bot.language.numbers import whole
from bot.language.ordinals import EVERY
from bot.language.patterns import Pattern
from bot.reading.matching import COUNTED
from bot.reading.parse import Parse
from bot.scoping.below import only_below
from bot.scoping.scope import Scope
from store.names import NameType
from store.numerals import DIGIT_CHARACTERS
from store.plan import BY_MEAN, BY_NUMBER, BY_TOTAL, Aggregate, Field, GroupBy, Order

_TWO = 2


def order_of(said: Parse) -> Order | None:
    """The order that is said; of “金额最大的前五个” the one that says how many."""
    orders = [m.order for m in said.meanings(OrderSaid)]
    order = _as_many_as_said(max(orders, key=lambda o: o.count, default=None), said)
    order = _of_each(_in_a_row(orders, said) or order, said)
    of_years = any(y.which for y in said.meanings(YearsSaid))
    if order and of_years and order.by == BY_NUMBER and not (said.mentioned(NameType.PROJECT) or Mark.IT in said.marks()):
        return order  # “哪年项目最多”
    of_units = Mark.UNITS in said.marks() or any(a.field is Field.UNIT for a in said.meanings(Asked))
    of_units = of_units or bool(said.meanings(KindOfUnits)) or only_below(said)  # “项目最多的乡镇”
    if order and (of_units or said.meanings(GroupBySaid)) and means_ranked(said):
        return order.model_copy(update={"by": BY_MEAN})
    if order is None or not of_units:
        return order and order.model_copy(update={"by": BY_TOTAL})
    counted = any(
        a == AggregateSaid(Aggregate.COUNT, Field.PROJECT) for a in said.meanings(AggregateSaid)
    )  # “哪个单位项目个数排第三”
    counted = counted or any(_MANY.search(said.said.text[: p.end]) for p in said.cover if isinstance(p.meaning, OrderSaid))
    return order.model_copy(update={"by": BY_NUMBER}) if counted else order


def means_ranked(said: Parse) -> list[Proposal]:
    """“哪个单位平均每个项目最多”: means over projects that are ranked, and not asked for before: “平均多少，谁最多”, unless it is one of each."""
    orders = [p.start for p in said.cover if isinstance(p.meaning, OrderSaid)]
    each = any(isinstance(p.meaning, GroupBySaid) for p in said.cover)
    asked = [] if each else [p.start for p in said.cover if p.meaning is Mark.HOW_MUCH]
    return [
        p
        for p in said.cover
        if p.meaning in _MEANS and orders and p.end <= min(orders) and not any(p.start < at < min(orders) for at in asked)
    ]


_MEANS = (AggregateSaid(Aggregate.AVERAGE), AggregateSaid(Aggregate.AVERAGE, Field.PROJECT))
_MANY = Pattern("谁的项目最[多少]的?$")


_WHETHER = Pattern(r"的?(?:那个|一个|那家)?(?:项目|单位|部门|工程)?的?(?:吗|么|嘛)\W*$")


def as_whether_first(said: Parse, book: Book) -> Parse:
    """The question with its place asked for, where it is asked whether the one that is named comes first: “护林是最大的项目吗”."""
    orders = [(p, p.meaning.order) for p in said.cover if isinstance(p.meaning, OrderSaid)]
    named, units = said.mentioned(NameType.PROJECT), said.mentioned(NameType.UNIT)
    one = (named or units)[:1]
    if (
        len(orders) != 1
        or not one
        or len(named or units) > 1
        or not (whether := _WHETHER.match(said.said.text, orders[0][0].end))
    ):
        return said
    (first, order), names = orders[0], one[0].names()
    of_units = tuple(name for unit in units for name in unit.names()) if named else ()
    holders = {unit for _, unit in book.pairs(names, of_units)} if named else set(names)
    beside = any(m.start > one[0].start for m in said.mentions) or one[0].end > first.start  # “甲是财政局最大的项目吗”
    if len(holders) != 1 or beside or (order.count, order.by) != (1, BY_TOTAL) or (not named and "项目" in whether[0]):
        return said
    meant = {p: Mark.FILLER for p in said.cover if p.start >= first.end} | {first: Mark.PLACE}
    return replace(said, cover=tuple(replace(p, meaning=meant.get(p, p.meaning)) for p in said.cover))


def kinds_ranked(said: Parse) -> list[int]:
    """Where kinds of units are said right behind a rank: “钱最多的|乡镇”, “最少的|三个乡镇”."""
    ends = [p.end for p in said.cover if isinstance(p.meaning, OrderSaid)]
    starts = [p.start for p in said.cover if isinstance(p.meaning, KindOfUnits)]
    return [start for start in starts if any(end <= start and said.said.text[end:start] in ("", "的") for end in ends)]


def _of_each(order: Order | None, said: Parse) -> Order | None:
    """“各家分别多少，哪家最少”: all of them in their order, the least first."""
    each = [p for p in said.cover if p.meaning == GroupBySaid(GroupBy.UNIT)]
    each += [p for p in said.cover if isinstance(p.meaning, KindOfUnits) and p.meaning.which is Which.EACH]
    ranked = [said.clause(p.start) for p in said.cover if isinstance(p.meaning, OrderSaid)]
    first = order is not None and order.count == 1 and not order.skip
    if order is None or not first or not each or min(ranked) <= max(said.clause(p.start) for p in each):
        return order
    return order.model_copy(update={"count": EVERY})


_WHICH_NUMBER = Pattern(rf"哪([{DIGIT_CHARACTERS}十\d]{{1,2}})[个家所项笔样条]")


def _as_many_as_said(order: Order | None, said: Parse) -> Order | None:
    """“哪三个部门最多”, “最多的三个乡镇”: the first three."""
    counted = (COUNTED.match(said.said.text, start) for start in kinds_ranked(said))
    number = _WHICH_NUMBER.search(said.said.text) or next(filter(None, counted), None)
    if order is None or number is None or order.count > 1 or order.skip or not whole(number[1]):
        return order
    return order.model_copy(update={"count": whole(number[1])})


def _in_a_row(orders: Sequence[Order], said: Parse) -> Order | None:
    """“谁最多谁第二”: one after the other from the same end they are one list; not where it is asked what is between them."""
    places = sorted({(order.skip, order.count) for order in orders})
    alike = len({(order.direction, order.by) for order in orders}) == 1
    differ = any(m.aggregate is Aggregate.DIFFERENCE for m in said.meanings(AggregateSaid)) or said.marks() & {
        *MOVING,
        *COMPARING,
    }
    in_turn = all(one[0] + one[1] == other[0] for one, other in pairwise(places))
    if len(places) < _TWO or not (alike and in_turn) or differ:
        return None
    return orders[0].model_copy(update={"skip": places[0][0], "count": sum(count for _, count in places)})


def sets_places(said: Parse, scope: Scope) -> bool:
    """“第三名和第四名差多少”: two places are set against each other; of one project in several units a comparison tells the ends."""
    orders = {(m.order.direction, m.order.skip) for m in said.meanings(OrderSaid) if m.order.count == 1}
    differ = any(m.aggregate is Aggregate.DIFFERENCE for m in said.meanings(AggregateSaid))
    ends = len(scope.projects) == 1 and not any(skip for _, skip in orders)
    return len(orders) == _TWO and differ and not ends and not said.marks() & {*MOVING, Mark.UNCHANGED, Mark.CHANGED}


def other_end(said: Parse, order: Order | None) -> Order | None:
    """Another place or end that is asked for too: “最高和最低”, “第二和第四”; “最大的前五个” says one twice."""
    orders = [m.order for m in said.meanings(OrderSaid)]
    if _in_a_row(orders, said):
        return None
    return next((o for o in orders if order and (o.direction, o.skip) != (order.direction, order.skip)), None)
