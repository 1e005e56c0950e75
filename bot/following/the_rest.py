"""“剩下的呢”, “其余的一共多少”: all but those that a ranking, or a list within limits, showed; of a list that goes on, its next page."""

from collections.abc import Callable
from itertools import pairwise

from msgspec.structs import replace

from bot.book import Book
from bot.following.after_moves import but_for_those_that_moved
from bot.following.follow_ups import merged
from bot.language.exceptions import LEFT
from bot.language.meanings import Except, Mark
from bot.planning.asking import asked_of
from bot.planning.sharing import shared, with_share
from bot.reading.parse import Leftover, Parse
from bot.scoping.scope import resolve
from store.model import FundingKind
from store.names import NameType
from store.plan import BY_TOTAL, Field, GroupBy, LeftOut, Newest, Of, Order, Plan, Whole

ALL_OTHERS = 1000
_RANKED = frozenset({Field.AMOUNT, Field.FUNDING, Field.PROJECT, Field.UNIT})
Completed = Callable[[Plan, Parse], tuple[Plan, tuple[str, ...]]]


def spoken_of_rest(said: Parse, asked: Plan, shown: Plan, *, more: bool) -> Parse:
    """The question where “剩下的” asks for the next page of what was shown: there are `more`, or nothing that it would be the rest of."""
    if asked.order is not None or asked.whole is not None:
        said = _but_for_it(said, asked)
    left = [p for p in said.cover if p.rule == LEFT]
    if not left:
        return said
    others = [p for p in said.cover if p not in left and p.meaning not in (Mark.FILLER, Mark.FOLLOWING, Mark.WHICH)]
    if others or said.leftovers or ((asked.order or rest_of(asked, shown)) and not more):
        return said
    cover = tuple(replace(p, meaning=Mark.MORE) if p.rule == LEFT else p for p in said.cover)
    return replace(said, cover=cover)


def _but_for_it(said: Parse, asked: Plan) -> Parse:
    """“除了它”, “不算这个” after a ranking: the others that were ranked; after a share, by its name as well, what is no part."""
    spans, mentions = list(said.cover), said.mentions
    parts = set(asked.projects or asked.units) if asked.whole else set()
    for before, it in pairwise(said.cover):
        named = next((m for m in said.mentions if m.start == it.start and set(m.names()) <= parts), None)
        it_is = it.meaning is Mark.IT or named is not None
        if before.meaning in (Except.BEFORE, Except.EITHER) and it_is and before.end == it.start:
            mentions = tuple(m for m in mentions if m is not named)
            ends = [p for p in said.cover if p.start == it.end and p.meaning in (Except.END, Except.AFTER)]
            at = spans.index(before)
            whole = replace(before, end=(ends or [it])[-1].end, meaning=Except.REST, rule=BUT_FOR_IT)
            spans = [*spans[:at], whole, *(p for p in spans[at:] if p.start >= whole.end)]
            break
    return replace(said, cover=tuple(spans), mentions=mentions)


BUT_FOR_IT = "the_rest.but_for_it"


def rest_of(asked: Plan, shown: Plan) -> Plan | None:
    """The plan for all that was not shown; None where it was no ranking, nor a list within limits."""
    order = shown.order or asked.order
    if asked.whole is not None:
        return _rest_of_whole(asked, asked.whole)
    if moved := but_for_those_that_moved(asked, shown):
        return moved
    of_units = Field.UNIT in asked.fields or asked.count_of is Field.UNIT
    if order is not None:
        shaped = asked.other_order or asked.change or asked.compare or asked.by is GroupBy.YEAR
        if order.by != BY_TOTAL or shaped or not set(asked.fields) <= _RANKED:
            return None
        fields = {"fields": (Field.UNIT,)} if of_units else {}
        if order.skip and not order.begun:
            return _all_but_one(asked.model_copy(update=fields), shown)
        others = Order(by=order.by, direction=order.direction, count=ALL_OTHERS, skip=order.skip + order.count)
        return asked.model_copy(update={"order": others, "aggregate": None, **fields})
    limited = bool(asked.amounts or asked.attributes) and not (asked.narrowed or asked.percents or asked.unit_limits)
    if not limited or set(asked.kinds) - {FundingKind.TOTAL} or asked.compare or asked.projects:
        return None
    out = LeftOut(amounts=asked.amounts, attributes=asked.attributes)
    return asked.model_copy(update={"amounts": (), "attributes": (), "without": (*asked.without, out), "aggregate": None})


def _all_but_one(asked: Plan, shown: Plan) -> Plan | None:
    """After “第三大的是哪个” alone all but that one: those before it were not told either."""
    one = shown.projects or shown.units
    if shown.order is not None or asked.order is None or len(one) != 1:
        return None
    out = LeftOut(projects=shown.projects, units=shown.units)
    others = asked.order.model_copy(update={"count": ALL_OTHERS, "skip": 0})
    return asked.model_copy(update={"order": others, "aggregate": None, "without": (*asked.without, out)})


def _rest_of_whole(asked: Plan, whole: Whole) -> Plan | None:
    """After “占全县多少” all that is no part: of a whole that is named, and a part that is."""
    named = asked.projects or asked.units
    limited = asked.order or asked.kinds or asked.attributes or asked.amounts or asked.narrowed or whole.years
    of_its_unit = whole.of is Of.UNIT and bool(asked.projects) and len(asked.units) == 1
    if not (whole.of is Of.SCOPE or of_its_unit) or not named or limited:
        return None
    part = LeftOut(projects=asked.projects, units=asked.units, whole_branch=asked.whole_branch)
    units = asked.units if of_its_unit else whole.units
    scope = {"projects": whole.projects, "units": units, "whole_branch": whole.whole_branch, "alone": whole.alone}
    shape = {"aggregate": None, "whole": None, "fields": (Field.PROJECT,), "without": (*asked.without, part), "publishers": ()}
    return asked.model_copy(update={**scope, **shape})


def of_its_year(rest: Plan, asked: Plan, book: Book) -> Plan | None:
    """The rest of a whole, of the year that its part is of; None where that is of several."""
    if asked.whole is None or rest.newest is None:
        return rest
    pairs = book.pairs(asked.projects, asked.units)
    years = {book.years_of((project,), (unit,))[-1] for project, unit in pairs}
    years = {max(years)} if years and rest.newest is Newest.SCOPE else years
    return rest.model_copy(update={"years": tuple(years), "newest": None}) if len(years) == 1 else None


def of_the_rest(
    said: Parse, rest: Plan, book: Book, completed: Completed
) -> tuple[Plan, tuple[str, ...], tuple[Leftover, ...]] | None:
    """What is asked of the rest, the words that served, and names that do not exist; None where others are named than those ranked."""
    scope = resolve(said, book, rest)
    if said.mentioned(NameType.PROJECT) or (scope.units and set(scope.units) != set(rest.units)):
        return None
    share = shared(said, scope, rest)
    scope = share.scope if share else scope
    asked = with_share(asked_of(said, scope), share)
    if share and share.whole.of is Of.UNIT and not (rest.projects or share.said.marks() & {Mark.OWN_UNIT, Mark.OURS}):
        whole = Whole(of=Of.SCOPE, units=rest.units, whole_branch=rest.whole_branch, alone=not rest.whole_branch)
        asked = asked.model_copy(update={"whole": whole})  # of all that was ranked
    if set(asked.fields) <= {Field.PROJECT, Field.UNIT} and not asked.aggregate:
        asked = asked.model_copy(update={"fields": ()})  # “剩下的项目有哪些” asks for them as they were shown
    plan = merged(asked, rest, scope, beside=False)
    if rest.units and not plan.units:
        plan = plan.model_copy(update={"units": rest.units})
    plan = plan.model_copy(update={"order": _order(asked.order, rest.order), "without": rest.without})
    plan, served = completed(plan, share.said if share else said)
    return plan, served, scope.missing


def _order(asked: Order | None, rest: Order | None) -> Order | None:
    """“剩下的里最大的”: of the rest the first, which is not the first of all."""
    if asked is None or rest is None:
        return asked or rest
    return asked.model_copy(update={"skip": rest.skip + asked.skip}) if asked.direction is rest.direction else asked
