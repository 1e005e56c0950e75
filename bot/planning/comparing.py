"""What a comparison sets beside what: another year of the same, or several units or projects of one year; and of which years.

Without a year it is about the newest that both sides have, or the two newest of one.
"""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from bot.book import Book
from bot.language.kinds_said import KindOfUnits
from bot.language.meanings import OVER_YEARS, AggregateSaid, Except, Mark, Meaning, OrderSaid, Proposal, YearsSaid
from bot.language.more_or_less import WHOSE_MONEY, WHOSE_MORE
from bot.language.numbers import NumberSaid
from bot.language.patterns import Pattern
from bot.language.selves import SAME_TIME
from bot.reading.parse import Parse
from store.model import Horizon
from store.names import NameType
from store.plan import OF_UNITS, WORDS, Aggregate, Field, GroupBy, Newest, Plan

_ALIKE = Pattern("一样|相同|相等|同样|同额")
_MOVED = Pattern("[增涨升降减变加跌掉砍缩提扣压调]|[多少]了|[多少][给安拨]")


def is_comparison(said: Parse) -> bool:
    """Whether two things are set against each other."""
    compared = said.marks() & {*OVER_YEARS, Mark.COMPARED}
    return bool(compared) or any(a.aggregate is Aggregate.DIFFERENCE for a in said.meanings(AggregateSaid))


_MINUS = Pattern("减[去掉]")


def with_differences(said: Parse, book: Book) -> Parse:
    """The question where “甲局减去乙局” sets the two beside each other: nothing of the second is in the first that it could be left out of."""
    minus = next((p for p in said.cover if p.meaning is Except.EITHER and _MINUS.fullmatch(said.said.text, p.start, p.end)), None)
    if minus is None:
        return said
    before = next(_named(said.between(0, minus.start), last=True), None)
    behind = next(_named(said.between(minus.end, len(said.said.text))), None)
    if before is None or behind is None or before[0] is not behind[0]:
        return said
    if {*before[1], *(low for high in before[1] for low in book.below(high))} & {*behind[1]}:
        return said
    meant: dict[Proposal, Meaning] = {minus: Mark.COMPARED}
    meant |= {p: AggregateSaid(Aggregate.DIFFERENCE) for p in said.cover if p.meaning is Except.REST_SUM}
    return replace(said, cover=tuple(replace(p, meaning=meant.get(p, p.meaning)) for p in said.cover))


def _named(said: Parse, *, last: bool = False) -> Iterator[tuple[NameType, tuple[str, ...]]]:
    """The units and projects that are named, kinds of units too, in their order, or the last of them first."""
    found = [(m.start, m.type, m.all_names()) for m in said.mentions if m.type in (NameType.UNIT, NameType.PROJECT)]
    found += [(p.start, NameType.UNIT, p.meaning.units) for p in said.cover if isinstance(p.meaning, KindOfUnits)]
    yield from ((kind, names) for _start, kind, names in sorted(found, reverse=last))


def years_compared(plan: Plan, said: Parse, book: Book) -> tuple[tuple[int, ...], Newest | None]:
    """The years, the newest first; none where the sides have no year in common: each of them is then of its own newest."""
    sides = _sides(plan)
    if len(sides) > 1 and plan.horizon is Horizon.MID_TERM and not units_moved(plan, said):
        return (), Newest.EACH if plan.projects else Newest.SCOPE  # the newest year whose forms have a middle term
    moved = units_moved(plan, said) or projects_moved(plan, said) or _together_moved(plan, said) or _grew_together(said)
    moved = moved or _words_changed(plan, said)
    if len(sides) > 1 and not moved:
        common = set.intersection(*(set(book.years_of(projects, units)) for projects, units in sides))
        return ((max(common),), None) if common else ((), Newest.EACH)
    if _are_alike(plan, said):
        common = {year for _, unit in book.pairs(plan.projects, ()) for year in book.years_of(plan.projects, (unit,))}
        return ((max(common),), None) if common else ((), Newest.EACH)
    if units_moved(plan, said) or projects_moved(plan, said) or _is_over_years(plan, said, book):
        years = book.years_of(plan.projects, plan.units)[-2:]
        return (years[::-1], None) if len(years) > 1 else ((), Newest.EACH)
    return (), Newest.EACH if plan.projects else Newest.SCOPE


def units_moved(plan: Plan, said: Parse) -> bool:
    """“哪个镇涨得最多”, “保洁经费哪个镇涨了”: each unit beside itself of another year."""
    of_one = len(plan.projects) == 1 and plan.fields == (Field.PROJECT,)
    return (plan.by in OF_UNITS or of_one) and (bool(said.marks() & OVER_YEARS) or moved_in_turn(said))


def projects_moved(plan: Plan, said: Parse) -> bool:
    """“甲和乙哪个涨得多”, “分别涨了多少”, “甲局和乙局哪些项目涨了”: each of several projects beside itself of another year."""
    over_years = bool(said.marks() & OVER_YEARS) or moved_in_turn(said)
    of_units = not plan.projects and bool(said.marks() & (OVER_YEARS - {Mark.UNCHANGED}))
    counted = of_units and plan.aggregate is Aggregate.COUNT and plan.count_of in (None, Field.PROJECT)
    return counted or (plan.fields == (Field.PROJECT,) and (len(plan.projects) > 1 or of_units) and over_years)


_EACH = Pattern("分别|各自|各(?=[增涨升加减降少比]|多(?!少))|逐[个项]")
_THAN_ANOTHER = Pattern(r"(?:比|较)(?!(?:[今去前上本]|上一|20\d\d|\d\d)年)")


def moved_in_turn(said: Parse) -> bool:
    """“甲和乙分别增加多少”, “甲减少多少，乙增加多少”: of each it is asked by how much it moved."""
    moves = [p for p in said.cover if p.meaning == AggregateSaid(Aggregate.DIFFERENCE)]
    moves = [p for p in moves if _GREW_OR_MORE.search(said.said.text, p.start, p.end)]
    named = sorted(m.end for m in said.mentions)
    each = any(_EACH.search(said.said.text, end) for end in named[:1])
    apart = len(moves) > 1 and any(moves[0].end <= end <= moves[-1].start for end in named)
    return bool(moves) and (each or apart) and not (said.meanings(OrderSaid) or _THAN_ANOTHER.search(said.said.text))


_GREW_OR_MORE = Pattern("[增涨升加减降掉砍缩]|[多少]了?多少")


def _together_moved(plan: Plan, said: Parse) -> bool:
    """“街道今年涨了吗”: all of a kind of units beside themselves of the year before; “各街道今年一样吗” sets them side by side."""
    moved = [p for p in said.cover if p.meaning in OVER_YEARS]
    alike = any(_ALIKE.search(said.said.text, p.start, p.end) for p in moved)
    return bool(plan.called and moved) and not (alike or plan.sides or plan.by)


def _grew_together(said: Parse) -> bool:
    """“甲和乙今年一共减少多少”: by how much they moved, where neither stands beside the other."""
    grew = any(_GREW.search(said.said.text, p.start, p.end) for p in said.cover if p.meaning == _APART)
    return grew and not (said.meanings(OrderSaid) or _SET_APART.search(said.said.text))


_APART = AggregateSaid(Aggregate.DIFFERENCE)
_GREW, _SET_APART = Pattern("[增涨升减降]"), Pattern("[比较差]")


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
    ranked = plan.order is not None and Mark.CHANGED in said.marks()  # “变动最小的项目”
    return (
        moved
        or ranked
        or _words_changed(plan, said)
        or bool(said.marks() & OVER_YEARS)
        or len(book.pairs(plan.projects, plan.units)) == 1
    )


def _words_changed(plan: Plan, said: Parse) -> bool:
    """“来源变了的项目有哪些”: what forms say in words, beside what they said the year before."""
    return Mark.CHANGED in said.marks() and bool(plan.fields) and {*plan.fields} <= WORDS


def shaped_after_words(said: Parse, plan: Plan, previous: Plan) -> list[Proposal]:
    """“一共多少” after the projects whose 来源 changed: a sum or a rank of these is none of all."""
    told = previous.compare and bool(previous.fields) and {*previous.fields} <= WORDS and not previous.projects
    shaped = (AggregateSaid, OrderSaid)
    return [p for p in said.cover if isinstance(p.meaning, shaped)] if told and not (plan.compare or said.mentions) else []


def beside_another_year(plan: Plan, said: Parse) -> bool:
    """Whether what is compared stands on one side of a year that is said, rather than on both."""
    one = len(plan.projects) < 2 and (len(plan.units) < 2 or units_moved(plan, said) or _together_moved(plan, said))
    kinds = len(plan.attributes) > 1 and not said.marks() & OVER_YEARS  # “常年项目和一次性项目今年哪个多”
    among = kinds or _among_units(plan, said) or _among_projects(plan, said) or _all_alike(plan, said)
    return (one or than_a_year(said) or _grew_together(said)) and not among


_THAN_ALONE = Pattern(r"(?:比|较|比起|对比|相比|相较)于?$")
_WITH, _SET_BESIDE = Pattern("[和跟与同]$"), Pattern("度?的?(?:相比|比较|比|相差|差)")


def than_a_year(said: Parse) -> bool:
    """“两家比去年多多少”: all that is named stands before the word that compares it with a year."""
    text, years = said.said.text, [p for p in said.cover if isinstance(p.meaning, YearsSaid)]
    if len(years) == 1 and years[0].rule == SAME_TIME:
        return True
    if len(years) != 1 or any(m.start >= years[0].end for m in said.mentions):
        return False
    before, behind = text[: years[0].start], text[years[0].end :]
    return bool(_THAN_ALONE.search(before) or (_WITH.search(before) and _SET_BESIDE.match(behind)))


def _among_projects(plan: Plan, said: Parse) -> bool:
    """“两个项目哪个多” of a unit sets its projects beside each other, in the year that was spoken of."""
    if plan.projects or len(plan.units) != 1 or said.marks() & OVER_YEARS or plan.by is GroupBy.PROJECT:
        return False
    spans = [p for p in said.cover if p.meaning is Mark.COMPARED]
    texts = [said.said.text[p.start : p.end] for p in said.cover if p in spans or p.meaning is Mark.EACH]
    counted = any(m.of is Field.PROJECT for m in said.meanings(NumberSaid))
    of_projects = counted or Mark.PROJECTS in said.marks() or any(map(_OF_PROJECTS.search, texts))
    apart = any(a.aggregate is Aggregate.DIFFERENCE for a in said.meanings(AggregateSaid))
    whose = bool(spans) and all(p.rule in (WHOSE_MORE, WHOSE_MONEY) for p in spans)
    return of_projects and (whose or (apart and not spans))


def _all_alike(plan: Plan, said: Parse) -> bool:
    """“教育局今年项目来源都一样吗”: whether all of them say the same, in the year that is said."""
    words = bool(plan.fields) and {*plan.fields} <= WORDS and len(plan.projects) != 1
    return words and _ALL_ALIKE.search(said.said.text) is not None and not than_a_year(said)


_ALL_ALIKE = Pattern("都(?:是)?(?:一样|相同|一致)")
_OF_PROJECTS = Pattern("项(?!目?数)|笔")


def _among_units(plan: Plan, said: Parse) -> bool:
    """Whether units are set beside each other in the year that is said: “今年工作经费谁多”, “四家相差多少”, “最高和最低差多少”."""
    if _are_alike(plan, said):
        return True
    if len(plan.projects) != 1 or plan.units or said.marks() & OVER_YEARS:
        return False
    who = any(p.rule in (WHOSE_MORE, WHOSE_MONEY) and "年" not in said.said.text[p.start : p.end] for p in said.cover)
    ends = {m.order.direction for m in said.meanings(OrderSaid)}
    return who or len(ends) > 1 or any(m.of is Field.UNIT for m in said.meanings(NumberSaid))


def _are_alike(plan: Plan, said: Parse) -> bool:
    """“四家的一样多吗”: of several units that are counted it is asked whether they have the same, not of two years."""
    if len(plan.projects) != 1 or plan.units or said.marks() & OVER_YEARS != {Mark.UNCHANGED}:
        return False
    equal = [p for p in said.cover if p.meaning is Mark.UNCHANGED]
    counted = {m.of for m in said.meanings(NumberSaid)} | {m.of for m in said.meanings(AggregateSaid)}
    each = Field.UNIT in counted or plan.by is GroupBy.UNIT
    return each and all(_ALIKE.search(said.said.text, p.start, p.end) for p in equal)


_THAN = Pattern(r"(?:今年|去年|前年|20\d\d年?)?的?(?:比|跟|和|较|与|同)")


def unit_beside_its_year(said: Parse) -> bool:
    """“敖伦比去年多多少” says both sides: the unit, and itself in another year."""
    units, years = said.mentioned(NameType.UNIT), [p for p in said.cover if isinstance(p.meaning, YearsSaid)]
    if len(units) != 1 or not years:
        return False
    behind = _THAN.match(said.said.text, units[0].end)
    return behind is not None and any(p.start >= behind.end() for p in years)


def of_the_last_year(previous: Plan) -> dict[str, Any]:
    """What is held against a figure after “比去年多多少” is this year's amount."""
    one = {"years": (max(previous.years),)} if len(previous.years) > 1 else {}
    return {"compare": False, "aggregate": None, "terms": (), **one}
