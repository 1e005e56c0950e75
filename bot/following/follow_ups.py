"""Follow-ups: whether a question goes on from the last answered one, and what it takes over from it."""

from typing import Any

from bot.book import Book
from bot.following.adding_on import adds_to_before
from bot.following.after_ranks import asks_which_of_them, of_the_first, of_units_again, of_what_changed
from bot.following.asked_again import is_whole_of_one, of_another_kind, of_what_is_claimed, sums_it, widened
from bot.following.own_again import of_the_unit_itself, still_left_out
from bot.following.where_it_stands import where_it_stands
from bot.language.asides import ANEW
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
from bot.language.places import WHO
from bot.planning.both_terms import terms_after
from bot.planning.checking import disputes
from bot.planning.comparing import is_comparison, of_the_last_year, unit_beside_its_year
from bot.planning.fields_said import fields_of
from bot.reading.corrections import RULE as CORRECTED
from bot.reading.parse import Parse, is_filler
from bot.scoping.below import only_below
from bot.scoping.named_years import of_another_year
from bot.scoping.scope import Scope
from bot.scoping.sides_said import beside_before
from store.model import FundingKind
from store.names import Match
from store.plan import Aggregate, Comparator, Field, Newest, Plan


def follows_on(said: Parse, scope: Scope, previous: Plan, book: Book) -> bool:
    """Whether the question goes on about what the last one was about."""
    if _ranks_others(said, previous, book):
        return False
    goes_on = adds_to_before(said, scope, previous) or _is_a_place(said) or compares_with_before(said, scope)
    meant = _corrects(said) and not _asks(said)  # “不是修剪，是补种的”: the same of what is meant
    if goes_on or meant or _picks_one(said, scope, previous) or said.marks() & {Mark.FOLLOWING, Mark.IT, Mark.EARLIER}:
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
    anew = scope.years and _is_shaped(said) and not _ranks_these_again(said, previous, book)
    return not anew or sums_it(said, previous)  # “2024年前十” is about all that there is


def _ranks_these_again(said: Parse, previous: Plan, book: Book) -> bool:
    """“去年谁最多” of what was ranked before, or of the several units that were told of beside each other."""
    several = len(book.pairs(previous.projects, previous.units) if previous.projects else previous.units) > 1
    return bool(said.meanings(OrderSaid)) and (several or previous.order is not None)


def _corrects(said: Parse) -> bool:
    """Whether the speaker says that something else was meant than what was understood before: “说错了，是候船室的”."""
    return any(p.rule in (ANEW, CORRECTED) for p in said.cover)


def _picks_one(said: Parse, scope: Scope, previous: Plan) -> bool:
    """Whether nothing is named but one of several projects, whose goals or lines were told, or another kind: “三期” after the goals of all phases."""
    bare = not (said.leftovers or scope.units or scope.years) and all(
        isinstance(p.meaning, Match) or is_filler(p) for p in said.cover
    )
    told = bool(previous.fields) and Field.PROJECT not in previous.fields and not (previous.aggregate or previous.order)
    one_of_them = told and len(scope.projects) == 1 and set(scope.projects) < set(previous.projects)
    return bare and (one_of_them or bool(scope.attributes and previous.attributes))


def _ranks_others(said: Parse, previous: Plan, book: Book) -> bool:
    """“哪个部门最多” after one unit, or what one has: among that one alone there is nothing to rank."""
    units = Mark.UNITS in said.marks() or Asked(Field.UNIT) in said.meanings(Asked)
    ranked = units and bool(said.meanings(OrderSaid)) and not (said.mentions or only_below(said))
    spoken = {unit for _, unit in book.pairs(previous.projects, previous.units)} if previous.projects else set(previous.units)
    within = (previous.whole_branch and Mark.BRANCH not in said.marks()) or Mark.IT in said.marks()
    return ranked and len(spoken) == 1 and not within


def _is_a_place(said: Parse) -> bool:
    """“去年第二呢” is a place of the ranking before, in its scope."""
    return any(p.rule == WHO and isinstance(p.meaning, OrderSaid) for p in said.cover)


def _goes_on_with_unit(said: Parse, scope: Scope, previous: Plan, book: Book) -> bool:
    if not said.mentions and only_below(said):
        return True  # “下属里哪家最多”
    if unit_beside_its_year(said):
        return bool(previous.projects) and book.holds(previous.projects, scope.units)
    together = AggregateSaid(Aggregate.SUM) in said.meanings(AggregateSaid)  # “一共谁的多”
    if is_comparison(said) and scope.unit_mentions > 1 and len(previous.projects) == 1 and not together:
        return all(book.holds(previous.projects, (unit,)) for unit in scope.units)  # “甲镇比乙镇多多少” of what both have
    if asks_which_of_them(said, previous, scope):
        return True
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


_AMONG_THEM = Pattern("其中|[这那]?里[面头边]|当中|[这那]些")  # “其中不到50万的” after a list: of what was listed
_EACH_OF_THEM = Pattern("[各每]家")  # “各家今年多少” after several units
_OF_THEM = Pattern("(?:几个|多少个|哪几个|哪些|哪个)(?:是|属于)")  # “几个属于延续的” asks of those that were spoken of


def _is_wide(said: Parse, previous: Plan | None) -> bool:
    """Whether the question is about projects at large, whatever was spoken of; of a unit's money that was, it is about its projects."""
    fields = set(fields_of(said, indicators=False))
    everything = said.everything and not fields & {Field.INDICATOR, Field.GOAL, Field.FUNDING}
    grouped = {Mark.UNITS, Mark.EACH} <= said.marks() or bool(said.meanings(GroupBySaid))
    grouped = grouped and not (previous and len(previous.units) > 1 and _EACH_OF_THEM.search(said.said.text))
    of_unit = previous is not None and bool(previous.units) and not previous.projects
    of_unit = of_unit or (previous is not None and bool(_AMONG_THEM.search(said.said.text)))
    of_them = previous is not None and not previous.projects and bool(_OF_THEM.search(said.said.text))
    searched = bool(said.meanings(TextSaid)) and not of_them
    if everything or grouped or searched:
        return True
    counted = any(a.of is Field.PROJECT for a in said.meanings(AggregateSaid))
    listed = counted or Mark.PROJECTS in said.marks() or Field.PROJECT in fields
    of_its_own = said.mentions or fields & {Field.YEAR, Field.DOCUMENT}  # “120万是哪年的”
    limited = bool(said.meanings(AmountSaid) or (said.meanings(AmountNamed) and not of_its_own))
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
    if Field.YEAR in asked.fields and not scope.years:
        update |= {"years": (), "newest": None}  # “有它哪几年的” after a year of which there is nothing
    if (
        asked.fields == (Field.AGREEMENT,)
        and asked.indicators.everything
        and set(previous.fields) <= {Field.GOAL, Field.INDICATOR}
    ):
        update["indicators"] = previous.indicators  # “这两处一样吗” of a line and what is set beside it
    if is_whole_of_one(asked, previous, scope):
        update["kinds"] = ()
    update |= where_it_stands(asked, previous)
    if asked.order and len(previous.years) > 1 and previous.compare and not (asked.compare or asked.aggregate or scope.years):
        update |= of_the_last_year(previous)  # “哪个部门最多” after “比去年多多少”
    update |= of_units_again(asked, previous, scope)
    if not beside and _names_one(asked, previous, scope):
        update |= {"compare": False, "against": False, "aggregate": None}
    if previous.unit_limits and asked.amounts and not asked.fields:  # “超过500万的呢” of the units
        update |= {"unit_limits": previous.unit_limits.model_copy(update={"amounts": asked.amounts}), "amounts": ()}
    update |= of_the_first(asked, previous, scope) | of_what_changed(asked, previous, scope)
    update |= of_another_kind(scope, previous)
    return previous.model_copy(update=update)


def _names_one(asked: Plan, previous: Plan, scope: Scope) -> bool:
    """“丙镇呢” after “甲镇和乙镇哪个多”: it is told by itself, and not beside itself of another year."""
    several = previous.compare and max(len(previous.units), len(previous.projects)) > 1 and len(previous.years) < 2
    shaped = asked.compare or asked.aggregate or asked.order or previous.by or previous.change or scope.called
    return several and not shaped and max(len(scope.projects), scope.unit_mentions) == 1


def _unlimited(asked: Plan, previous: Plan, scope: Scope) -> dict[str, Any]:
    """What was said of the last question alone: what it was held against; and its limits, where another is asked in full."""
    update: dict[str, Any] = {}
    if asked.fields or asked.compare or asked.aggregate:
        update["checked"] = asked.checked
    if asked.fields:
        update["net_of"] = asked.net_of
    if asked.order and any(limit.op is Comparator.EQUAL for limit in previous.amounts):
        update["amounts"] = asked.amounts  # of what has one amount there is no largest
    if asked.change:
        update |= {name: getattr(asked, name) for name in ("texts", "stated", "lacking")}
    if (scope.units or scope.projects or scope.called) and (asked.by or asked.whole or (asked.fields and scope.years)):
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
        spoken = beside and beside_before(previous, scope.units, scope.book)
        update["sides"] = spoken or asked.sides
        update |= {} if beside and not asked.compare else still_left_out(scope.units, previous, scope.book)
    elif scope.years and (alike := of_another_year(previous.projects, scope.years, scope.book)):
        update["projects"] = alike
    if scope.units or asked.whole_branch or asked.alone:
        update |= {"whole_branch": asked.whole_branch, "alone": asked.alone}
    update |= of_the_unit_itself(asked, previous, scope.book)
    if asked.amounts:
        update["amounts"] = asked.amounts
    if asked.checked:
        update |= {"checked": asked.checked, "amounts": ()}
        update |= of_what_is_claimed(asked, previous, scope)
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
    shaped = asked.aggregate or asked.order or asked.compare or asked.by
    horizon = {"horizon": asked.horizon} if asked.horizon or (previous.terms and not shape["terms"]) else {}
    if asked.fields:
        names = ("fields", "kinds", "together", "indicators", "standard", "horizon", "percents", "change")
        return {**shape, **limits, **_narrowing(asked), **{name: getattr(asked, name) for name in names}}
    if shaped:
        money = previous.fields if set(previous.fields) <= {Field.AMOUNT, Field.FUNDING} else (Field.AMOUNT,)
        kinds = previous.kinds or _kinds_of(previous)
        return {**shape, **limits, **horizon, "fields": money, "change": None, "kinds": kinds, "indicators": asked.indicators}
    return horizon


def _narrowing(asked: Plan) -> dict[str, Any]:
    """What is to stand in the forms limits the following questions as well, until another limit is said."""
    return {name: getattr(asked, name) for name in ("texts", "stated", "lacking")} if asked.narrowed else {}


def _kinds_of(previous: Plan) -> tuple[FundingKind, ...]:
    """The kind of money that a list showed: “最多的是谁” after “哪些有上年结转” is about it; where limits or other kinds stand beside it, the whole is meant."""
    known = {kind.value: kind for kind in FundingKind}
    kinds = tuple(known[spot.field] for spot in previous.stated if spot.field in known)
    return kinds if len(kinds) == 1 and not previous.amounts else ()
