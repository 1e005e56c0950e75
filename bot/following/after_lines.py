"""What is asked after a line of the indicator table, and without a word for money: “谁最多”, “哪年最多”, “平均”, “去年要求多少” ask of that line."""

from bot.book import Book
from bot.following.line_spoken_of import counts_things
from bot.language.going_on import A_YEAR
from bot.language.kinds_said import KindOfUnits
from bot.language.meanings import Asked, LevelSaid, Mark, MeasureSaid, NounSaid, OrderSaid, YearsSaid
from bot.language.more_or_less import WHOSE_MORE
from bot.language.patterns import Pattern
from bot.lines.indicating import FindIndicators
from bot.reading.parse import Parse, is_filler
from store.names import NameType
from store.plan import Aggregate, Direction, Field, GroupBy, Newest, Order, Plan

_BOTH, _LESS = 2, Pattern("[少低小]")
OF_MONEY = Pattern("[钱款元]|预算|资金|经费|[金总]额")


def of_the_line(asked: Plan, previous: Plan, about: Parse, book: Book, find: FindIndicators) -> dict[str, object]:
    """What of the plan is about the line that was spoken of; nothing where that is not asked about."""
    line = previous.fields in ((Field.INDICATOR,), (Field.DOCUMENT,)) and not previous.indicators.everything
    of_a_price = any(p.rule == A_YEAR for p in about.cover)  # “一年加起来多少” behind it is asked of the money
    if not line or of_a_price or OF_MONEY.search(about.said.text):
        return {}
    its: dict[str, object] = {"fields": (Field.INDICATOR,), "indicators": previous.indicators, "kinds": ()}
    shaped = asked.order or asked.aggregate
    each = any(y.every for y in about.meanings(YearsSaid)) and not (about.meanings(Asked) or shaped)  # “每年多少”
    if _asks_its_value(asked, about):
        asked = asked.model_copy(update={"fields": ()})
        its |= {"horizon": asked.horizon or previous.horizon}
        each = each or not (shaped or asked.compare or asked.by)
    if each:
        return {**its, "by": None}
    if asked.by is GroupBy.YEAR and asked.order and not asked.compare and set(asked.fields) <= {Field.YEAR, Field.AMOUNT}:
        return {**its, "by": None}  # “哪年最多”
    money = {a.field for a in about.meanings(Asked)}  # 多少 alone is asked of the line
    fields = {*asked.fields} - ({Field.AMOUNT} - money)
    means = asked.aggregate is Aggregate.AVERAGE  # “平均每年多少”, “平均一个镇多少”
    other = asked.by or asked.change or asked.whole or asked.kinds or (asked.count_of and not means)
    of_money = asked.aggregate is Aggregate.SUM and not counts_things(previous, find)  # “今年一共多少” behind a price
    if other or of_money or not fields <= {Field.UNIT}:
        return {}
    if means or asked.aggregate is Aggregate.SUM:
        return {**its, **_together(asked, previous, about, book)}
    ranked = _beside_each_other(asked, previous, about, book)
    return {} if ranked is None else {**its, **ranked}


def who_has_most(said: Parse, previous: Plan, book: Book) -> Plan | None:
    """“哪个镇最多”, “谁最长” after a line or the money of one unit's project: that of all units that have the project, and not all that these have."""
    orders = said.meanings(OrderSaid)
    line = previous.fields == (Field.INDICATOR,) and bool(previous.indicators.names)
    shaped = previous.aggregate or previous.compare or previous.order or previous.by or previous.change or previous.whole
    money = previous.fields == (Field.AMOUNT,) and not shaped
    one = (line or money) and len(previous.projects) == 1 and len(book.pairs(previous.projects, previous.units)) == 1
    if not one or len(orders) != 1 or said.mentions or said.leftovers or OF_MONEY.search(said.said.text):
        return None
    kinds = said.meanings(KindOfUnits)
    others = [p for p in said.cover if not isinstance(p.meaning, OrderSaid | KindOfUnits) and not is_filler(p)]
    asks = {p.meaning for p in others} <= {Asked(Field.UNIT), Mark.UNITS, Mark.WHICH, Mark.HOW_MUCH}
    who = kinds or _WHO.search(said.said.text)
    if not (asks and who) or len(kinds) > 1:
        return None
    units, called = (kinds[0].units, kinds[0].word) if kinds else ((), "")
    if len(book.pairs(previous.projects, units)) < _BOTH:
        return None
    newest = previous.newest if previous.years else Newest.SCOPE
    return previous.model_copy(update={"units": units, "called": called, "order": orders[0].order, "newest": newest, "among": ()})


_WHO = Pattern("谁|哪[家里儿]|哪一?个(?:单位|部门)")


def _beside_each_other(asked: Plan, previous: Plan, about: Parse, book: Book) -> dict[str, object] | None:
    """What is ranked or compared: “谁多” of three is a rank, “哪个涨得多” asks what each had and has; None where nothing is."""
    pairs = len(book.pairs(previous.projects, previous.units))
    if pairs > _BOTH and (whose := next((p for p in about.cover if p.rule == WHOSE_MORE), None)):
        least = bool(_LESS.search(about.said.text, whose.start, whose.end))
        order = Order(direction=Direction.ASCENDING if least else Direction.DESCENDING, count=1)
        return {"order": order, "compare": False}
    if pairs > 1 and len(previous.years) < _BOTH and about.marks() & _MOVED:
        return {"years": book.years_of(previous.projects, previous.units)[-_BOTH:], "newest": None, "order": None}
    several = len(previous.years) > 1 or pairs > 1
    apart = asked.compare and not asked.fields and asked.aggregate in (None, Aggregate.DIFFERENCE)
    return {} if apart or (several and asked.order) else None


def _together(asked: Plan, previous: Plan, about: Parse, book: Book) -> dict[str, object]:
    """What is added up or has a mean: of each year or of each unit that has such a line; of one value there is no mean."""
    if asked.aggregate is Aggregate.SUM:
        return {"aggregate": None}
    units = len(book.pairs(previous.projects, previous.units))
    of_each = asked.count_of is Field.YEAR
    years = of_each or any(y.every or y.last or len(y.years) > 1 for y in about.meanings(YearsSaid)) or len(previous.years) > 1
    several = (years or units > 1) if asked.count_of is None else of_each != (units > 1) and years is of_each
    every = {"years": book.years_of(previous.projects, previous.units), "newest": None} if of_each else {}
    return {**every, "aggregate": Aggregate.AVERAGE if several else None, "count_of": None}


def _asks_its_value(asked: Plan, about: Parse) -> bool:
    """“要求多少”, “目标定的是多少”: what a line requires, and neither what other lines there are (“有哪些要求”) nor the goal's words."""
    other = any(isinstance(p.meaning, (LevelSaid, MeasureSaid, NounSaid)) for p in about.cover)
    if asked.standard or other or asked.fields not in ((Field.INDICATOR,), (Field.GOAL,)) or about.mentioned(NameType.INDICATOR):
        return False
    asks = [about.words(p.start, p.end).text for p in about.cover if isinstance(p.meaning, Asked)]
    return bool(Mark.HOW_MUCH in about.marks() or asked.order or any(map(_A_VALUE.search, asks)))


_MOVED = frozenset({Mark.ROSE, Mark.FELL})
_A_VALUE = Pattern("多少|多高|几|^要求(?:呢|$)")
