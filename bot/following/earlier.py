"""What was asked about before the last question: “这两个合起来多少”, “差多少”, “前面那个的目标”."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from bot.book import Book, stem_of
from bot.following.asked_again import how_many_more, is_gap
from bot.following.between_two import between_two, compares, scope_of
from bot.language.kinds_said import KindOfUnits
from bot.language.meanings import AmountSaid, Mark, YearsSaid
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from bot.scoping.departments import heads
from store.names import NameType
from store.plan import Field, Newest, Plan, Side

_TOGETHER = Pattern(r"加|合起来|合计|合一|一起|一块|一共|总共|平均|差|比|哪个|哪一个|谁|多多少|少多少|一样|相同")
_THESE = Pattern(
    r"(?:这|那|刚才|刚才那|刚刚|上面|上面那|前面|前面那)?(?P<count>[两俩二三仨四2-4])(?:个|项|笔|家|样|处|件|份|块|期|所|镇|乡|街道|村|校|局|单位)|[这那它他]?[俩仨]|两者|二者|它们"
)
_COUNTS = {"两": 2, "俩": 2, "二": 2, "三": 3, "仨": 3, "四": 4}
MOST = 3  # that are remembered before the last


def spoken_of(said: Parse, previous: Plan, shown: Plan, earlier: Sequence[Plan], book: Book) -> Plan:
    """What a question without names of its own goes on from: the last plan, the one before what was `shown`, or several as one."""
    if each := _of_each_unit(said, [*earlier, shown], book) or _limited_before(said, previous, earlier):
        return each
    of_a_unit = Mark.SHARE in said.marks() and all(m.type is NameType.UNIT for m in said.mentions)  # “两个相加占甲局多少”
    unexplained = said.leftovers and not how_many_more(said, previous)
    if (said.mentions and not of_a_unit) or unexplained or said.meanings(YearsSaid) or not earlier:
        return previous
    if previous.order and _SUM.fullmatch(said.said.text):
        return previous  # “合计” after “最多的是谁”, “最少的呢”: of all that were ranked
    others = [plan for plan in earlier if scope_of(plan) != scope_of(previous)]
    if Mark.EARLIER in said.marks():
        of_others = [plan for plan in others if scope_of(plan)[:2] != scope_of(previous)[:2]]
        return (of_others or others or [previous])[-1]
    last = earlier[-1]
    if previous.order and is_gap(said) and scope_of(last)[:2] == scope_of(shown)[:2]:
        return previous  # “多多少” after what comes first, which was asked about before: the next is set beside it
    return between_two(said, last, previous, book) or _several(said, [*others, shown], book) or previous


def _limited_before(said: Parse, previous: Plan, earlier: Sequence[Plan]) -> Plan | None:
    """“去年50万以上的呢” after one of those above 50万: all that was limited so before, as one project has nothing to limit."""
    if said.mentions or not said.meanings(AmountSaid) or len(previous.projects) != 1 or previous.compare:
        return None
    return next((plan for plan in reversed(earlier) if plan.amounts and not plan.projects), None)


_THESE_UNITS = Pattern(
    r"(?P<these>这|那|上面|刚才|前面|以上)?(?:的|那|这)?(?<![第十前后])(?P<count>[两俩二三仨四2-4])[个家所]?(?:乡镇|镇街|街镇|镇|乡|街道|村|社区|学校|校|局|单位|部门|中心|所|站|医院|苏木)"
)


def of_those_spoken_of(said: Parse, earlier: Sequence[Plan], shown: Plan) -> Parse:
    """“这三个镇”, “两个镇” after questions about as many: they are meant, and not whatever is a 镇."""
    these = _THESE_UNITS.search(said.said.text)
    if these is None or not earlier or said.mentions:
        return said
    units = {plan.units for plan in (*earlier, shown) if len(plan.units) == 1}
    if not these["these"] and len(units) != _number(these["count"]):
        return said
    inside = [p for p in said.cover if isinstance(p.meaning, KindOfUnits) and these.start() <= p.start and p.end <= these.end()]
    cover = tuple(replace(p, meaning=Mark.EACH) if p in inside else p for p in said.cover)
    return replace(said, cover=cover)


def _of_each_unit(said: Parse, plans: Sequence[Plan], book: Book) -> Plan | None:
    """“人数各多少” after one project of several units, one after the other: of each of these."""
    named = any(mention.type in (NameType.PROJECT, NameType.UNIT) for mention in said.mentions) or said.meanings(YearsSaid)
    if named or Mark.EACH not in said.marks() or not _EACH.search(said.said.text):
        return None
    number = _siblings(plans, book)
    units = {unit for plan in plans[len(plans) - number :] for _project, unit in book.pairs(plan.projects, plan.units)}
    return together(plans[len(plans) - number :], book) if len(units) == number > 1 else None


_EACH = Pattern("(?<!项目)(?:各|分别)(?!年|期|项|类)")


def _several(said: Parse, plans: Sequence[Plan], book: Book) -> Plan | None:
    """The last two, or as many as are said, as one plan; only where each is about one project of one unit."""
    these = _THESE.search(said.said.text)
    if _WHO_MOVED.fullmatch(said.said.text) and (number := _siblings(plans, book)) > 1:
        return together(plans[len(plans) - number :], book)
    if _WHO.fullmatch(said.said.text):
        number = max(_siblings(plans, book), _in_a_row(plans))
        found = together(plans[len(plans) - number :], book, sides=True)
        return found and found.model_copy(update={"compare": not found.projects})
    summed = bool(_SUM.fullmatch(said.said.text))
    alike = max(_siblings(plans, book), _of_one_system(plans, book)) if summed else 0
    if not (_TOGETHER.search(said.said.text) and (these or alike > 1 or compares(said) or "加" in said.said.text)):
        return None
    digit = these["count"] if these and these["count"] else "3" if these and "仨" in these[0] else "2"
    number = max(_number(digit), alike)
    sides = compares(said)
    spoken = next(
        (found for last in _last(plans, number, apart=these is not None) if (found := together(last, book, sides=sides))), None
    )
    return spoken or (_listed(plans, number, book) if these else None)


def _last(plans: Sequence[Plan], number: int, *, apart: bool) -> Iterator[Sequence[Plan]]:
    """The last of the plans; where `apart`, also of what they set side by side each for itself: “三个一共” after “甲和乙哪个多”, “丙呢”."""
    yield plans[-number:] if len(plans) >= number else ()
    sides = {scope_of(one): one for plan in reversed(plans) for one in reversed(_sides(plan))} if apart else {}
    yield list(reversed(sides.values()))[-number:] if len(sides) >= number else ()


def _sides(plan: Plan) -> list[Plan]:
    """What a comparison sets side by side, each for itself; any other plan as it is."""
    if not plan.compare or plan.sides or plan.by or plan.order or len(plan.years) > 1:
        return [plan]
    name = "units" if len(plan.units) > 1 else "projects"
    alone = {"compare": False, "against": False, "aggregate": None}
    return [plan.model_copy(update={**alone, name: (one,)}) for one in getattr(plan, name)]


_SUM = Pattern(
    r"(?:那|那么)?(?:一起|全部?|都)?(?:加起来|加一起|加在一起|加一块儿?|合起来|相加|合计|一共|总共|共计|总计|总的|平均)(?:呢|是|有|多少|钱|\W)*+"
)


_WHO_MOVED = Pattern(
    r"(?:那|那么)?(?:是)?(?:谁|哪家|哪个)的?(?:钱|预算)?(?:[涨降增减升跌加]|增加|减少|[上下]涨|下降)了?[呢啊呀]?[?？。]?"
)
_WHO = Pattern(r"(?:那|那么)?(?:谁|哪家)的?(?:钱|预算|总额|金额|经费)?(?:是|排)?最[多高大少低小]的?[呢啊呀吗]?[?？。]?")


def _in_a_row(plans: Sequence[Plan]) -> int:
    """How many of the last plans are each about the money of another unit: “甲局多少”, “乙局呢”, “谁最多”."""
    units: set[str] = set()
    for number, plan in enumerate(reversed(plans)):
        if not _is_of_one_unit(plan) or plan.fields != (Field.AMOUNT,) or units & {*plan.units}:
            return number
        units |= {*plan.units}
    return len(plans)


def _siblings(plans: Sequence[Plan], book: Book) -> int:
    """How many of the last plans are each about one project, all of one unit or of one name, and of one year: “第一个多少”, “第二个呢”, “合计”."""
    units: set[str] = set()
    projects: set[str] = set()
    years: set[int] = set()
    for number, plan in enumerate(reversed(plans)):
        pairs = book.pairs(plan.projects, plan.units) if plan.projects else set()
        units |= {unit for _project, unit in pairs}
        projects |= {project for project, _unit in pairs}
        years |= {_year(plan, book)} if pairs else set()
        phases = not plan.years and len(units) == 1 and len({stem_of(project) for project in projects}) == 1
        if len(pairs) != 1 or (len(years) > 1 and not phases) or (len(units) > 1 and len(projects) > 1):
            return number
    return len(plans)


def _of_one_system(plans: Sequence[Plan], book: Book) -> int:
    """How many of the last plans are each about the money of other units of one bureau: “本级多少”, “水库管理处呢”, “合计”."""
    units: set[str] = set()
    for number, plan in enumerate(reversed(plans)):
        more = {*plan.units}
        tops = {*heads((*units, *more), (), book).values()}
        system = {unit for top in tops for unit in (top, *book.below(top))}
        money = _is_of_units(plan) and plan.fields == (Field.AMOUNT,)
        if not money or units & more or plan.whole_branch or (number and not (len(tops) == 1 and units | more <= system)):
            return number
        units |= more
    return len(plans)


def _listed(plans: Sequence[Plan], number: int, book: Book) -> Plan | None:
    """“那两个加起来” after the first of a list of two: all of the list that what was spoken of last stands in."""
    last = book.pairs(plans[-1].projects, plans[-1].units) if plans[-1].projects else set()
    for plan in reversed(plans[:-1]):
        years = plan.years or book.years_of((), plan.units)[-1:]
        alone = _is_of_one_unit(plan) and (plan.alone or not book.below(plan.units[0]))
        listed = sorted(book.pairs_of((), plan.units, years)) if alone else []
        if len(listed) == number and last and last <= set(listed):
            names = {"projects": _each(project for project, _unit in listed), "among": tuple(listed)}
            return plan.model_copy(
                update={**names, "fields": (Field.AMOUNT,), "aggregate": None, "count_of": None, "years": years}
            )
    return None


def _number(digit: str) -> int:
    return _COUNTS.get(digit) or (int(digit) if digit.isdigit() else 2)


def together(plans: Sequence[Plan], book: Book, *, sides: bool = False) -> Plan | None:
    """One plan for all of them, if it means each of them and nothing else; `sides`: they are set beside each other."""
    if len(plans) > 1 and all(map(_is_of_units, plans)):
        return _units_together(plans, book, sides=sides)
    if len(plans) < 2 or not all(_is_of_one(plan, book) for plan in plans):
        return None
    named = any(plan.years for plan in plans)
    shown = [(*pair, _year(plan, book)) for plan in plans for pair in sorted(book.pairs(plan.projects, plan.units))]
    meant = set(shown)
    among = tuple(dict.fromkeys((project, unit) for project, unit, _year in shown))
    years = tuple(dict.fromkeys(_year(plan, book) for plan in plans)) if named else ()
    if named and {(*pair, year) for pair in among for year in years if year in book.years_of(pair[:1], pair[1:])} != meant:
        return None
    scope = {"projects": _each(project for project, _unit in among), "units": _each(unit for _project, unit in among)}
    newest = None if years else Newest.EACH
    return plans[-1].model_copy(
        update={**scope, "years": years, "newest": newest, "among": among, "publishers": (), "called": ""}
    )


def _units_together(plans: Sequence[Plan], book: Book, *, sides: bool) -> Plan | None:
    """All that each of the units has, where they were asked about alike; a unit's own and all below it are its whole branch."""
    if any(p.years for p in plans):
        plans = [p.model_copy(update={"years": (_year(p, book),), "newest": None}) if not p.years else p for p in plans]
    alike = {(p.years, p.newest, p.kinds, p.horizon) for p in plans}
    levels = {(p.alone, p.whole_branch) for p in plans if any(map(book.below, p.units))}
    units = _each(unit for plan in plans for unit in plan.units)
    if len(alike) != 1 or len(levels) > 1 or len(units) < sum(len(plan.units) for plan in plans):
        return None
    alone, branch = next(iter(levels), (False, False))
    scope: dict[str, Any] = {"units": units, "alone": alone, "whole_branch": branch, "called": ""}
    top = next((unit for unit in units if {*book.below(unit)} == {*units} - {unit}), None)
    if sides and any(len(plan.units) > 1 for plan in plans):
        scope |= {"sides": tuple(Side(name=_name(plan), units=plan.units) for plan in plans), "alone": False}
    elif top and alone and not sides:
        scope |= {"units": (top,), "alone": False, "whole_branch": True}
    return plans[-1].model_copy(update={**scope, "among": (), "publishers": ()})


def _name(plan: Plan) -> str:
    return plan.called or "、".join(plan.units) + ("本级" if plan.alone else "")


def _is_of_units(plan: Plan) -> bool:
    limited = plan.without or plan.narrowed or plan.amounts or plan.attributes or plan.percents or plan.order or plan.sides
    return bool(plan.units) and not (plan.projects or limited or plan.by or plan.compare or plan.net_of or plan.whole)


def _is_of_one_unit(plan: Plan) -> bool:
    return _is_of_units(plan) and len(plan.units) == 1 and not plan.called


def _year(plan: Plan, book: Book) -> int:
    return (*book.years_of(plan.projects, plan.units), *plan.years)[-1]


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _is_of_one(plan: Plan, book: Book) -> bool:
    return bool(plan.projects) and len(plan.years) < 2 and len(book.pairs(plan.projects, plan.units)) == 1
