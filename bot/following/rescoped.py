"""What a question goes on from: all that was asked about, or what was shown of it.

A rank of projects is asked anew in another scope: “含所属呢”, “本级呢”, “那林业局呢” after “水务局最大的项目是哪个”.
"""

from msgspec.structs import replace

from bot.book import Book
from bot.following.after_moves import of_the_one_that_moved
from bot.following.follow_ups import regroups
from bot.following.spoken_parts import first_of_two, part_spoken_of, sets_against
from bot.language import selves
from bot.language.kinds_said import KindOfUnits
from bot.language.meanings import (
    OVER_YEARS,
    AggregateSaid,
    AmountSaid,
    Asked,
    Except,
    GroupBySaid,
    LevelSaid,
    Mark,
    MeasureSaid,
    NounSaid,
    OrderSaid,
    Proposal,
    YearsSaid,
)
from bot.language.patterns import Pattern
from bot.planning.comparing import is_comparison
from bot.reading.parse import Parse
from bot.scoping.units_said import units_said
from store.names import NameType
from store.plan import BY_TOTAL, Aggregate, Comparator, Field, Plan

_ASKING = (Asked, LevelSaid, MeasureSaid, NounSaid)


def gone_on_from(said: Parse, asked: Plan, shown: Plan, book: Book) -> Plan:
    """The plan that was asked for, or that of what was shown; of a comparison that goes on with another side, its first side."""
    if is_comparison(said) and (first := first_of_two(asked)) and _is_of_the_first(said, asked):
        return first
    if of_the_one_that_moved(said, asked, shown) or _asks_of_the_unit(said, asked, shown) or _since_when(said, asked, shown):
        return shown
    of_found = asked.narrowed and Mark.WHICH in said.marks()  # “哪些是常年的” asks of all that was looked for
    anew = regroups(said) or of_found or _rescopes(said, asked, shown, book)
    spoken = part_spoken_of(said, asked, shown) or (asked if anew else shown)
    return of_its_unit(said, spoken, book) or spoken


def of_its_rank(said: Parse, spoken: Plan, ranked: Plan | None) -> Plan:
    """What is ranked again, of the year that is spoken of now: “最小的呢” after “去年它多少” of the one that came first."""
    of_it = said.mentioned(NameType.PROJECT) or said.mentioned(NameType.UNIT) or Mark.IT in said.marks() or said.everything
    of_years = any(years.which for years in said.meanings(YearsSaid))
    if (
        ranked is None
        or ranked.order is None
        or spoken.order
        or spoken.fields == (Field.PROJECT,)  # “最大的是哪个” of the projects of the unit that came first
        or (spoken.aggregate is Aggregate.COUNT and spoken.count_of in (None, Field.PROJECT))
        or of_it
        or of_years
        or said.leftovers
        or not said.meanings(OrderSaid)
    ):
        return spoken
    return ranked.model_copy(update={"years": spoken.years, "newest": None} if len(spoken.years) == 1 else {})


def of_its_unit(said: Parse, spoken: Plan, book: Book) -> Plan | None:
    """The plan of all that its unit has, where “这个局一共多少”, “该单位还有哪些项目”, “它还有别的项目吗” is said after one of its projects."""
    units = {unit for _project, unit in book.pairs(spoken.projects, spoken.units)} if spoken.projects else set()
    others = any(isinstance(p.meaning, Except) for p in said.cover)
    whose = spoken.fields == (Field.UNIT,) and others  # “还有别的项目吗” after whose project it is
    it = [p for p in said.cover if p.meaning is Mark.IT and _is_a_unit(said, p)] or whose
    kinds = any(
        isinstance(p.meaning, _OF_A_FORM) or (isinstance(p.meaning, Asked) and not _of_all(p.meaning)) for p in said.cover
    )
    other = said.mentions or said.leftovers or kinds or said.marks() & {Mark.SHARE, Mark.PER_CENT, Mark.PLACE}
    if len(units) != 1 or not it or other or not _asks_of_all(said):
        return None
    own = {"units": tuple(units), "among": (), "called": ""}
    if others:
        return spoken.model_copy(update=own)  # “这个局还有别的项目吗”: all but that one
    return Plan(units=tuple(units), years=spoken.years, newest=spoken.newest, denomination=spoken.denomination)


def all_that_it_has(said: Parse) -> Parse:
    """“他们单位全部合起来多少”: all that the unit has, and not all that there is; 全县 is still all of that."""
    its = any(p.meaning is Mark.IT and A_UNIT.search(said.said.text[p.start : p.end]) for p in said.cover)
    if not its or said.marks() & {Mark.SHARE, Mark.PER_CENT, Mark.PLACE}:
        return said
    cover: list[Proposal] = []
    for p in said.cover:
        all_of = _ALL.match(said.said.text[p.start : p.end])
        whole = p.meaning is Mark.EVERYTHING
        if all_of and (whole or p.meaning == Asked(Field.PROJECT)):
            middle = p.end if whole else p.start + len(all_of[0])
            cover += [replace(p, end=middle, meaning=Mark.FILLER), *([] if whole else [replace(p, start=middle)])]
        else:
            cover.append(p)
    return replace(said, cover=tuple(cover))


_ALL = Pattern("全部的?|所有的?")


def _is_a_unit(said: Parse, it: Proposal) -> bool:
    """Whether the word means a unit: it says so, or projects are asked for, of which a project has none."""
    words = said.said.text[it.start : it.end]
    counted = any(isinstance(p.meaning, AggregateSaid) and "项目" in said.said.text[p.start : p.end] for p in said.cover)
    listed = counted or Mark.PROJECTS in said.marks() or any(asked.field is Field.PROJECT for asked in said.meanings(Asked))
    is_one = _A_PROJECT.search(words) or said.said.text.startswith("是", it.end)  # “它是什么项目”
    return bool(A_UNIT.search(words)) or (listed and not is_one)


_A_PROJECT = Pattern("项目|工程|个")
A_UNIT = Pattern("局|单位|部门|镇|乡|街道|校|家|[他她]们")
_OF_A_FORM = (LevelSaid, MeasureSaid, NounSaid)


def _of_all(asked: Asked) -> bool:
    """Whether it may be asked of all that a unit has: its money, and its projects."""
    return asked.field is Field.PROJECT or (asked.field is Field.AMOUNT and asked.kind is None)


def _asks_of_all(said: Parse) -> bool:
    asks = any(isinstance(p.meaning, (Asked, AggregateSaid, OrderSaid)) for p in said.cover)
    return asks or bool(said.marks() & {Mark.HOW_MUCH, Mark.PROJECTS})


def _asks_of_the_unit(said: Parse, asked: Plan, shown: Plan) -> bool:
    """“有几个项目”, “多少钱” after the one unit that came first: it is asked of that one, and not of all."""
    one = asked.order is not None and asked.order.count == 1 and len(shown.units) == 1 and not (shown.projects or shown.order)
    if not one or len(asked.units) == 1 or said.mentions or said.leftovers or said.everything:
        return False
    other = (OrderSaid, YearsSaid, GroupBySaid, KindOfUnits, AmountSaid)
    if any(isinstance(p.meaning, other) for p in said.cover) or said.marks() & {Mark.UNITS, Mark.COMPARED, Mark.ELSEWHERE}:
        return False
    aggregates = said.meanings(AggregateSaid)
    counted = bool(aggregates) and all(a.aggregate is Aggregate.COUNT and a.of in (None, Field.PROJECT) for a in aggregates)
    return counted or (not aggregates and (Mark.HOW_MUCH in said.marks() or bool(said.meanings(Asked))))


def _since_when(said: Parse, asked: Plan, shown: Plan) -> bool:
    """“比去年呢”, “涨了多少” after the one that came first, or has the amount that was told: that one beside itself."""
    looked_up = any(limit.op is Comparator.EQUAL for limit in asked.amounts)
    first = asked.order is not None and asked.order.count == 1 and asked.other_order is None
    found = len(shown.units) == 1 and (len(shown.projects) == 1 or shown.units != asked.units)
    one = found and not (asked.projects or shown.order or shown.compare)
    other = said.mentions or said.leftovers or said.everything or said.meanings(OrderSaid)
    moved = said.marks() & OVER_YEARS or said.meanings(YearsSaid) or _GREW.search(said.said.text)
    return is_comparison(said) and one and not other and bool(looked_up or (first and moved))


_GREW = Pattern("[增涨升加减降掉砍缩]")


def _is_of_the_first(said: Parse, asked: Plan) -> bool:
    """Whether the first of two is set beside something else: “那跟审计局比呢”, “跟前年比呢” after the last year, “跟它自己去年比呢”."""
    years = len(asked.years) > 1 and bool(said.meanings(YearsSaid))
    itself = any(p.rule == selves.RULE and p.meaning is Mark.IT for p in said.cover)
    return sets_against(said) and (bool(said.mentions) or years or itself)


def _rescopes(said: Parse, asked: Plan, shown: Plan, book: Book) -> bool:
    """Whether the rank that was asked for is meant again, rather than the one project that it showed."""
    if asked.order is None or asked.projects:
        return False
    if not said.mentions:
        return bool(asked.units and said.marks() & {Mark.BRANCH, Mark.ALONE})
    ranked = asked.order.by == BY_TOTAL and Field.UNIT not in asked.fields and asked.by is None
    only_units = all(mention.type is NameType.UNIT for mention in said.mentions) and not said.leftovers
    asks = any(isinstance(p.meaning, _ASKING) or p.meaning is Mark.HOW_MUCH for p in said.cover)
    if not (ranked and only_units and Mark.FOLLOWING in said.marks()) or asks:
        return False
    return not book.holds(shown.projects, units_said(said, book).names)
