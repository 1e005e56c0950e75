"""Follow-ups: what a question takes over from the last answered one; and what is meant where nothing is said."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.adding_on import adds_to_before
from bot.after_ranks import of_the_first, of_units_again
from bot.asked_again import is_whole_of_one, sums_it, widened
from bot.asking import fields_of
from bot.book import Book
from bot.both_terms import terms_after, with_terms
from bot.checking import disputes
from bot.comparing import years_compared
from bot.language.meanings import (
    OVER_YEARS,
    AggregateSaid,
    AmountChecked,
    AmountNamed,
    AmountSaid,
    Asked,
    BlankSaid,
    DenominationSaid,
    GroupBySaid,
    Mark,
    OrderSaid,
    TextSaid,
    YearsSaid,
)
from bot.language.patterns import Pattern
from bot.named_years import of_another_year
from bot.parse import Parse, is_filler
from bot.scope import Scope
from bot.set_beside import beside_another_year, of_the_last_year, unit_beside_its_year
from bot.spoken_unit import of_the_unit_itself
from store.model import FundingKind, Horizon
from store.plan import Aggregate, Comparator, Field, GroupBy, Newest, Plan


def follows_on(said: Parse, scope: Scope, previous: Plan, book: Book) -> bool:
    """Whether the question goes on about what the last one was about."""
    if adds_to_before(said, scope, previous):
        return True
    if said.marks() & {Mark.FOLLOWING, Mark.IT, Mark.EARLIER} or compares_with_before(said, scope):
        return True
    if previous.projects and not said.mentions and (said.meanings(AmountChecked) or disputes(said)):
        return True  # “应该是4.64万吧”
    if said.meanings(BlankSaid) and Mark.WHICH in said.marks() and len(previous.projects) == 1:
        return False  # “哪个没填其他资金” is about several
    if scope.projects or scope.attributes or (said.leftovers and not previous.projects) or _is_wide(said, previous):
        return False
    if scope.units:
        # “渠沟的满意度” goes on about the project if 渠沟 has it too; “国库支付中心多少经费” is about that unit.
        return _goes_on_with_unit(said, scope, previous, book)
    if is_comparison(said) and (previous.units or previous.projects):
        return True  # “今年比上一年少多少”
    return not (scope.years and _is_shaped(said)) or sums_it(said, previous)  # “2024年前十” is about all that there is


def _goes_on_with_unit(said: Parse, scope: Scope, previous: Plan, book: Book) -> bool:
    if unit_beside_its_year(said):
        return bool(previous.projects) and book.holds(previous.projects, scope.units)
    if _is_shaped(said) or (Mark.ALSO in said.marks() and scope.unit_mentions > 1):
        return False  # “文化局含图书馆多少” is about all that both have
    if not previous.projects:
        return not _asks(said)
    # Of two units that are named both must have it: “公路站和路灯所谁的多” is not about the road of one of them.
    return sum(book.holds(previous.projects, (unit,)) for unit in scope.units) >= scope.unit_mentions


def compares_with_before(said: Parse, scope: Scope) -> bool:
    """Whether one side of a comparison is what was spoken of: “比渠沟多多少”."""
    if (
        (scope.projects and scope.years)
        or unit_beside_its_year(said)
        or _is_wide(said, None)
        or any(y.every for y in said.meanings(YearsSaid))
    ):
        return False  # “软件升级维护比去年多多少” says both sides
    moved = said.marks() & OVER_YEARS and (scope.projects or scope.unit_mentions)
    return is_comparison(said) and not moved and max(len(scope.projects), len(scope.years), scope.unit_mentions) == 1


def is_comparison(said: Parse) -> bool:
    """Whether two things are set against each other."""
    compared = said.marks() & {*OVER_YEARS, Mark.COMPARED}
    return bool(compared) or any(a.aggregate is Aggregate.DIFFERENCE for a in said.meanings(AggregateSaid))


_OF_A_TERM = Pattern(r"(?:那|那么)?(?:年度|全年|当年|中期|三年期)的?(?:总额|总金额|总数)(?:是|有)?(?:多少)?(?:呢|啊|呀)?[?？。]?")


def regroups(said: Parse) -> bool:
    """Whether the question asks anew of all that was asked about, rather than of what was shown of it: “最少的呢”, “一共多少”."""
    if Mark.IT in said.marks():
        return False  # “它几个项目” after “哪个单位最多”
    if _OF_A_TERM.fullmatch(said.said.text):
        return False  # “年度总额呢” behind “中期总额最大的” is that project's
    return _is_shaped(said) or is_comparison(said) or only_denominates(said) or said.everything


def only_denominates(said: Parse) -> bool:
    """Whether nothing is asked but the last answer in another unit of money: “换成元”."""
    others = [p for p in said.cover if not isinstance(p.meaning, DenominationSaid) and not is_filler(p)]
    return bool(said.meanings(DenominationSaid)) and not said.leftovers and all(p.meaning is Mark.FOLLOWING for p in others)


def _is_shaped(said: Parse) -> bool:
    return bool(said.meanings(AggregateSaid) or said.meanings(OrderSaid))


_OF_THEM = Pattern("(?:几个|多少个|哪几个|哪些|哪个)(?:是|属于)")  # “几个属于延续的” asks of those that were spoken of


def _is_wide(said: Parse, previous: Plan | None) -> bool:
    """Whether the question is about projects at large, whatever was spoken of; of a unit's money that was, it is about its projects."""
    fields = set(fields_of(said, indicators=False))
    everything = said.everything and not fields & {Field.INDICATOR, Field.GOAL, Field.FUNDING}
    grouped = {Mark.UNITS, Mark.EACH} <= said.marks() or bool(said.meanings(GroupBySaid))
    of_unit = previous is not None and bool(previous.units) and not previous.projects
    of_them = previous is not None and not previous.projects and bool(_OF_THEM.search(said.said.text))
    searched = bool(said.meanings(TextSaid)) and not of_them
    if everything or grouped or searched:
        return True
    counted = any(a.of is Field.PROJECT for a in said.meanings(AggregateSaid))
    listed = counted or Mark.PROJECTS in said.marks() or Field.PROJECT in fields
    limited = bool(said.meanings(AmountSaid) or (said.meanings(AmountNamed) and not said.mentions))
    return (listed or limited) and not of_unit


def _asks(said: Parse) -> bool:
    asks = (*said.meanings(Asked), *said.meanings(AggregateSaid), *said.meanings(OrderSaid))
    return bool(asks) or Mark.HOW_MUCH in said.marks()


def merged(asked: Plan, previous: Plan, scope: Scope, *, beside: bool) -> Plan:
    """The last plan with what this question says in the place of what it said before; `beside`: compared with it."""
    previous = widened(previous, asked, scope)
    update = {**_scope(asked, previous, scope, beside=beside), **_shape(asked, previous), **_unlimited(asked, previous, scope)}
    update["denomination"] = asked.denomination or previous.denomination
    update["told"] = asked.told
    if is_whole_of_one(asked, previous, scope):
        update["kinds"] = ()
    if Field.DOCUMENT in asked.fields and not asked.kinds and set(previous.fields) <= {Field.AMOUNT, Field.FUNDING}:
        update |= {"kinds": previous.kinds, "horizon": asked.horizon or previous.horizon}  # “出处” of the money that was told
    update |= of_units_again(asked, previous, scope)
    if previous.unit_limits and asked.amounts and not asked.fields:  # “超过500万的呢” of the units
        update |= {"unit_limits": previous.unit_limits.model_copy(update={"amounts": asked.amounts}), "amounts": ()}
    return previous.model_copy(update={**update, **of_the_first(asked, previous, scope)})


def _unlimited(asked: Plan, previous: Plan, scope: Scope) -> dict[str, Any]:
    """What was said of the last question alone: what it was held against; and its limits, where another is asked in full."""
    update: dict[str, Any] = {}
    if asked.fields:
        update |= {"checked": asked.checked, "net_of": asked.net_of}
    if asked.order and any(limit.op is Comparator.EQUAL for limit in previous.amounts):
        update["amounts"] = asked.amounts  # of what has one amount there is no largest
    if asked.change:
        update |= {name: getattr(asked, name) for name in ("texts", "stated", "lacking")}
    named = scope.units or scope.projects or scope.called
    if named and (asked.by or asked.whole or (asked.fields and scope.years)):
        update |= {name: getattr(asked, name) for name in ("texts", "stated", "lacking", "amounts", "change", "without")}
    return update


def _scope(asked: Plan, previous: Plan, scope: Scope, *, beside: bool) -> dict[str, Any]:
    update: dict[str, Any] = {"among": ()} if scope.projects or scope.units else {}
    if scope.everything and not (scope.projects or scope.units):
        wide = {"projects": (), "units": (), "publishers": (), "called": "", "sides": (), "among": ()}
        update |= {**wide, "whole_branch": False, "alone": False, "newest": None if previous.years else Newest.SCOPE}
    if scope.projects:
        projects = tuple(dict.fromkeys((*previous.projects, *scope.projects))) if beside else scope.projects
        units = () if beside else scope.units
        update |= {"projects": projects, "units": units, "attributes": (), "amounts": (), "percents": (), "order": None}
        update |= {"publishers": (), "texts": (), "stated": (), "lacking": ()}
        update |= {"called": "" if beside else asked.called, "sides": asked.sides, "without": (), "net_of": ()}
    elif scope.units:
        kept = previous.projects if scope.holds_with(previous.projects) else ()
        units = tuple(dict.fromkeys((*previous.units, *scope.units))) if beside else scope.units
        update |= {"publishers": (), "units": units, "projects": kept, "called": "" if beside else asked.called}
        update |= {"sides": asked.sides, "without": (), "net_of": ()}
    elif scope.years and (alike := of_another_year(previous.projects, scope.years, scope.book)):
        update["projects"] = alike
    if scope.units or asked.whole_branch or asked.alone:
        update |= {"whole_branch": asked.whole_branch, "alone": asked.alone}
    update |= of_the_unit_itself(asked, previous, scope.book)
    if asked.amounts:
        update["amounts"] = asked.amounts
    if asked.checked:
        update |= {"checked": asked.checked, "amounts": ()}
        update |= of_the_last_year(previous) if previous.compare and not scope.years else {}
    held = scope.book.years_of(previous.projects, previous.units) if previous.projects else ()
    if held and not scope.years and not set(held) & set(previous.years) and previous.years:
        update |= {"years": (), "newest": Newest.EACH}  # of that year there was nothing: “那中期呢” asks of what there is
    if scope.years:
        before = previous.years or scope.book.years_of(previous.projects, previous.units)[-1:]
        update |= {"years": tuple(dict.fromkeys((*before, *scope.years))) if beside else scope.years, "newest": None}
        update["publishers"] = ()  # the same unit's documents of another year may be published by another
    return update


def _shape(asked: Plan, previous: Plan) -> dict[str, Any]:
    same = ("aggregate", "order", "other_order", "compare", "against", "count_of", "whole", "by")
    limits = {"unit_limits": asked.unit_limits, "move_limits": asked.move_limits}
    shape: dict[str, Any] = {name: getattr(asked, name) for name in same}
    shape["terms"] = terms_after(asked, previous)
    shaped = asked.aggregate or asked.order or asked.compare
    horizon = {"horizon": asked.horizon} if asked.horizon or (previous.terms and not shape["terms"]) else {}
    if asked.fields:
        names = ("fields", "kinds", "indicators", "standard", "horizon", "percents", "change")
        return {**shape, **limits, **_narrowing(asked), **{name: getattr(asked, name) for name in names}}
    if shaped:
        money = previous.fields if set(previous.fields) <= {Field.AMOUNT, Field.FUNDING} else (Field.AMOUNT,)
        kinds = previous.kinds or _kinds_of(previous)
        return {**shape, **limits, **horizon, "fields": money, "change": None, "kinds": kinds}
    return horizon


def _narrowing(asked: Plan) -> dict[str, Any]:
    """What is to stand in the forms limits the following questions as well, until another limit is said."""
    return {name: getattr(asked, name) for name in ("texts", "stated", "lacking")} if asked.narrowed else {}


def _kinds_of(previous: Plan) -> tuple[FundingKind, ...]:
    """The kinds of money that a list showed: “最多的是谁” after “哪些有上年结转” is about these."""
    known = {kind.value: kind for kind in FundingKind}
    return tuple(known[spot.field] for spot in previous.stated if spot.field in known)


def with_defaults(plan: Plan, said: Parse, book: Book, today: date) -> Plan:
    """Money where nothing is asked for; the newest year where none is named; this year beside “比去年”."""
    if plan.terms:
        return with_terms(plan)
    fields = plan.fields or (_default_field(plan),)
    years, newest = plan.years, plan.newest
    spoken = said.meanings(YearsSaid)
    if any(y.every and not y.years for y in spoken) and not any(y.years for y in spoken) and not (plan.change and years):
        years, newest = _every_year(plan, spoken, book), None
    elif plan.aggregate is Aggregate.AVERAGE and plan.count_of is Field.YEAR and not years:
        years, newest = book.years_of(plan.projects, plan.units)[::-1], None
    elif plan.compare and len(years) == 1 and beside_another_year(plan, said):
        years = tuple(sorted((_other_year(plan, years[0], book, today), *years), reverse=True))
    elif plan.compare and not years:
        years, newest = years_compared(plan, said, book)
    elif _moved(plan, said) and len(book.years_of(plan.projects, plan.units)) > 1:
        years, newest = book.years_of(plan.projects, plan.units)[:-3:-1], None
    elif (
        any(a.stored for a in said.meanings(AggregateSaid))
        or Field.YEAR in fields
        or (not years and any(f.op is Comparator.EQUAL for f in plan.amounts))
    ):
        newest = None
    elif not years:
        shaped = plan.aggregate or plan.order or plan.by or plan.stated or plan.lacking
        portfolio = fields == (Field.PROJECT,) and plan.units and not (shaped or plan.amounts)
        term = any(spot.horizon is Horizon.MID_TERM for spot in plan.stated)  # forms of older years have it
        searched = (plan.texts or term) and plan.aggregate in (None, Aggregate.COUNT) and not plan.order
        divided = plan.whole is not None and (plan.whole.each or plan.order is not None)  # parts of one whole are of one year
        divided = divided or plan.unit_limits is not None or (plan.order is not None and len(plan.projects) == 1)
        newest = Newest.EACH if (plan.projects or portfolio or searched) and not divided else Newest.SCOPE
    branch = plan.whole_branch or (
        plan.by is GroupBy.UNIT and len(plan.units) == 1 and not (plan.alone or plan.called)
    )  # “财政局各单位”
    aggregate = plan.aggregate or _rest_of_unit(plan)
    update = {"fields": fields, "years": years, "newest": newest, "whole_branch": branch, "aggregate": aggregate}
    return plan.model_copy(update=update)


def _rest_of_unit(plan: Plan) -> Aggregate | None:
    """The money of all but something is a sum: “柳渡镇不含环境保洁经费多少”."""
    shaped = plan.order or plan.compare or plan.projects
    return Aggregate.SUM if plan.without and plan.fields == (Field.AMOUNT,) and not shaped else None


def _moved(plan: Plan, said: Parse) -> bool:
    """Whether it is asked how one thing moved, without saying since when: “怎么没涨”, “为什么少了”."""
    moved = said.marks() & {Mark.WHY, Mark.ROSE, Mark.FELL}
    return plan.compare and bool(moved) and not plan.years and len(plan.projects) == 1 and len(plan.units) < 2


def _every_year(plan: Plan, spoken: Sequence[YearsSaid], book: Book) -> tuple[int, ...]:
    """The years that there is anything of, the newest first; of “这三年” those among the last three that there are."""
    last = next((y.last for y in spoken if y.last), None)
    known = book.years if last is None else book.years[-last:]
    years = book.years_of(plan.projects, plan.units)[::-1]
    return tuple(year for year in years if year in known) or years


def _other_year(plan: Plan, said: int, book: Book, today: date) -> int:
    """What “比2024年” is compared with: the newest other year that there is, else this year."""
    others = [year for year in book.years_of(plan.projects, plan.units) if year != said]
    return others[-1] if others else today.year if today.year != said else said - 1


def _default_field(plan: Plan) -> Field:
    listing = plan.amounts or (plan.attributes and not plan.projects)
    return Field.PROJECT if listing and not plan.aggregate and not plan.order else Field.AMOUNT
