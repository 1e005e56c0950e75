"""Shares of what was spoken of: whose share “占全县多少” asks for, and what “望江街道占多少” is a share of after a sum."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from bot.book import Book
from bot.language.kinds_said import KindOfUnits
from bot.language.meanings import MOVING, AggregateSaid, Mark, OrderSaid, Proposal
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from store.model import Horizon
from store.plan import Aggregate, Field, GroupBy, LeftOut, Newest, Of, Plan, Whole

_SHARES = frozenset({Mark.SHARE, Mark.PER_CENT, Mark.PLACE})
_SET_AGAINST = frozenset({"比", "较", "相比"})
_BOTH_ALIKE = Pattern("差|谁|哪")  # “甲和乙比差多少” is about both alike
_TWO = 2


def sets_against(said: Parse) -> bool:
    """“甲比乙多多少”: whether it is told of the first of two how it stands beside the second."""
    beside = any(p.meaning is Mark.COMPARED and said.said.text[p.start : p.end] in _SET_AGAINST for p in said.cover)
    return beside and not _BOTH_ALIKE.search(said.said.text)


def first_of_two(asked: Plan) -> Plan | None:
    """Of “甲比乙多” the first: a unit, a project, or one thing's year."""
    sides = [name for name in ("units", "projects", "years") if len(getattr(asked, name)) == _TWO]
    if not (asked.compare and asked.against) or asked.order or len(sides) != 1:
        return None
    return asked.model_copy(
        update={sides[0]: getattr(asked, sides[0])[:1], "compare": False, "aggregate": None, "against": False}
    )


def part_spoken_of(said: Parse, asked: Plan, shown: Plan) -> Plan | None:
    """What a share or a place without a name of its own is asked of: what was shown, of “甲比乙多” the first; None for any other question."""
    at = next((p for p in said.cover if p.meaning in _SHARES), None)
    growth = asked.compare and at is not None and at.meaning is Mark.PER_CENT
    before = said.between(0, at.start) if at else said
    if at is None or growth or before.mentions or before.meanings(OrderSaid) or not _asks_for_it(said, at):
        return None  # “最小的占多少” is asked of all that was ranked
    return first_of_two(asked) or of_its_last_year(asked, shown)


def of_its_last_year(asked: Plan, shown: Plan) -> Plan:
    """The one that moved most, as it is now: “占商务局多少” after “减得最多的项目”."""
    one = asked.compare and asked.order is not None and len(shown.projects) == 1 and len(shown.years) > 1
    return shown.model_copy(update={"compare": False, "against": False, "years": (max(shown.years),)}) if one else shown


def _asks_for_it(said: Parse, at: Proposal) -> bool:
    """Whether nothing but the share is asked: “百分之几” behind a comparison is its growth."""
    compared = any(p.meaning in {*MOVING, Mark.COMPARED} for p in said.cover)
    return not compared and (at.meaning is not Mark.PER_CENT or not said.meanings(AggregateSaid))


_OF_THE_SYSTEM = Pattern("占(?:了|到)?(?P<system>(?:整个|全|本|这个)?系统)(?:里|内)?的?")


def of_the_system(said: Parse, plans: Sequence[Plan]) -> Parse:
    """“占系统的比重”: 系统 is the branch that was spoken of last; the same where none was."""
    found = _OF_THE_SYSTEM.search(said.said.text)
    branch = next((plan for plan in reversed(plans) if plan.whole_branch and plan.units), None)
    if found is None or branch is None:
        return said
    start, end = found.span("system")
    system = KindOfUnits(branch.called or "系统", branch.units, whole_branch=True)
    cover = [p for p in said.cover if p.end <= start or end <= p.start]
    spans = (*cover, Proposal(start, end, "kinds_of_units.system", system, float(end - start)))
    leftovers = tuple(x for x in said.leftovers if x.end <= start or end <= x.start)
    return replace(said, cover=tuple(sorted(spans, key=lambda p: p.start)), leftovers=leftovers)


class SpokenWhole(Struct, frozen=True):
    """A sum that was told, as the whole of a share; and the part within it."""

    whole: Whole
    projects: tuple[str, ...]
    units: tuple[str, ...]
    years: tuple[int, ...]
    without: tuple[LeftOut, ...]


def whole_spoken_of(projects: tuple[str, ...], units: tuple[str, ...], previous: Plan | None, book: Book) -> SpokenWhole | None:
    """The sum that was told, or of which a share was, if what is named is some of its addends; of one unit's money all that this has."""
    told = _part_of_the_sum(projects, units, _as_a_sum(previous, book), book)
    if told is None or previous is None or previous.whole is None:
        return told
    if projects and not book.pairs_of(projects, (), told.years):
        return None  # 二期 of the year after 一期
    return replace(told, whole=told.whole.model_copy(update={"kind": previous.whole.kind}))


def _as_a_sum(previous: Plan | None, book: Book) -> Plan | None:
    """What a share was of, as the plan of a sum: “妇幼占多少” after “人民医院占卫健系统多少”."""
    whole = previous.whole if previous and previous.aggregate is Aggregate.SHARE else None
    if previous is None or whole is None or whole.of is not Of.SCOPE:
        return previous
    years = whole.years or previous.years or book.years_of(previous.projects, previous.units)[-1:]
    scope = {name: getattr(whole, name) for name in ("projects", "units", "whole_branch", "alone")}
    return Plan(**scope, years=years, without=previous.without, fields=(Field.AMOUNT,), aggregate=Aggregate.SUM)


def _part_of_the_sum(projects: tuple[str, ...], units: tuple[str, ...], previous: Plan | None, book: Book) -> SpokenWhole | None:
    if previous is not None and (told := _in_one_unit(projects, units, previous, book)):
        return told
    if previous is None or not _is_a_sum(previous) or _leaves_out(previous, projects, units):
        return None
    years = _years(previous, book)
    below = [low for unit in previous.units for low in book.below(unit)] if previous.whole_branch else []
    every = book.pairs_of(previous.projects, (*previous.units, *below), years)
    projects = projects or previous.projects
    part = {(p, u) for p, u in every if (not projects or p in projects) and (not units or u in units)}
    fewer = part < every or bool(units and set(units) < set(previous.units))
    if len(years) != 1 or not part or not fewer or not set(units) <= {*previous.units, *below, *(u for _, u in part)}:
        return None
    branch = previous.whole_branch and len(previous.units) == 1
    whole_units = previous.units if branch else tuple(dict.fromkeys((*previous.units, *below)))
    whole = Whole(of=Of.SCOPE, projects=previous.projects, units=whole_units, whole_branch=branch, alone=not branch)
    having = {u for _, u in part}  # those that were added up and have nothing are no part
    mine = tuple(unit for unit in units or sorted(having) if unit in having)
    return SpokenWhole(whole, projects, mine, years, previous.without)


def _in_one_unit(projects: tuple[str, ...], units: tuple[str, ...], previous: Plan, book: Book) -> SpokenWhole | None:
    """What is named as a part of the unit whose money was told: of its own, or of its whole branch where those below it have it."""
    plain = previous.aggregate in (None, Aggregate.SUM) and not (_is_limited(previous) or previous.called or previous.by)
    one = len(previous.units) == 1 and not (previous.projects or previous.whole_branch)
    if not (one and plain) or _leaves_out(previous, projects, units):
        return None
    unit, years = previous.units[0], _years(previous, book)
    lower = tuple(low for low in book.below(unit) if not units or low in units)
    if len(years) != 1 or not {*units} <= {unit, *lower} or not (projects or lower):
        return None
    own = not units and bool(book.pairs_of(projects, (unit,), years))
    theirs = {low for _, low in book.pairs_of(projects, lower, years)} if lower and not own else set()
    if theirs:
        whole = Whole(of=Of.SCOPE, units=(unit,), whole_branch=True)
        return SpokenWhole(whole, projects, tuple(low for low in lower if low in theirs), years, previous.without)
    if not projects or not book.holds(projects, (unit, *lower)):
        return None
    return SpokenWhole(Whole(of=Of.UNIT, alone=previous.alone), projects, (unit,), years, previous.without)


def _years(previous: Plan, book: Book) -> tuple[int, ...]:
    """The years of which it was: those that are named, else the newest of its scope, or of each of its projects."""
    held = book.years_of(previous.projects, previous.units)
    if previous.newest is Newest.SCOPE or (previous.years and not set(previous.years) & set(held)):
        return held[-1:]  # of the year that was asked about there was nothing
    if previous.years:
        return previous.years
    pairs = book.pairs(previous.projects, previous.units)
    return tuple(sorted({book.years_of((project,), (unit,))[-1] for project, unit in pairs}))


def _leaves_out(previous: Plan, projects: Sequence[str], units: Sequence[str]) -> bool:
    return any(set(one.projects) & set(projects) or set(one.units) & set(units) for one in previous.without)


def _is_a_sum(previous: Plan) -> bool:
    """Whether several amounts were added up: of one unit its share is asked of anyway, with both of its scopes."""
    branch = (
        previous.aggregate is None and previous.whole_branch and not previous.projects
    )  # what a department has is told as a sum
    each = previous.aggregate is None and previous.by is GroupBy.UNIT  # of which the sum is told
    summed = (previous.aggregate is Aggregate.SUM or branch or each) and not _is_limited(previous)
    several = (
        len(previous.units) > 1
        or previous.whole_branch
        or previous.alone
        or bool(previous.projects or previous.called or previous.without)
    )
    return summed and several


def _is_limited(previous: Plan) -> bool:
    """Whether something else was told than all the money of a scope in the year."""
    shaped = previous.order or previous.compare or previous.net_of or previous.kinds or previous.horizon is Horizon.MID_TERM
    limited = previous.narrowed or previous.amounts or previous.attributes or previous.among or previous.change
    return bool(shaped or limited) or not set(previous.fields) <= {Field.AMOUNT, Field.PROJECT, Field.UNIT}
