"""The plan of a question in its conversation: what it says itself, what it takes over, and what its words find."""

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.book import Book
from bot.following.after_moves import of_each_that_moved
from bot.following.asked_again import asked_again, counts_the_line, deeds_of_the_line
from bot.following.follow_ups import follows_on, merged, only_denominates
from bot.following.line_spoken_of import counts_things, its_like
from bot.following.other_holders import Others, other_holders
from bot.following.other_money import money_asked_again
from bot.following.own_again import turned
from bot.following.spoken_unit import with_unit_spoken_of
from bot.following.the_rest import of_its_year, of_the_rest, rest_of
from bot.language.meanings import Asked, Mark, MeasureSaid, NounSaid
from bot.lines.indicating import (
    FindIndicators,
    has_indicators,
    nouns_in_vain,
    satisfaction_of,
    speaks_of_anybody,
    with_indicators,
)
from bot.lines.quantified import Quantified
from bot.lines.ranked_counts import ranked_by_count
from bot.planning.among_units import among_units
from bot.planning.asking import asked_of
from bot.planning.both_terms import set_beside, shares_terms
from bot.planning.by_line import ranked_by_its_line, with_project_of_line
from bot.planning.carried_over import OF_THOSE, carried_over
from bot.planning.checking import unchecked
from bot.planning.comparing import with_differences
from bot.planning.counting import as_many_as_said, of_its_lines
from bot.planning.defaults import with_defaults
from bot.planning.excluding import Excluding, excluding
from bot.planning.first_of_all import as_rank, of_its_money
from bot.planning.guessed import without_the_guess
from bot.planning.kinds_together import with_kinds_together
from bot.planning.left_out import left_out
from bot.planning.limiting import with_limits
from bot.planning.moves_of_each import since_the_first, with_moves_of_each
from bot.planning.narrowing import speaking_of, with_narrowing, with_sources_apart, with_two_years
from bot.planning.of_one_form import as_form
from bot.planning.sharing import Shared, shared, with_share, with_the_whole
from bot.planning.trending import with_trend
from bot.planning.unit_as_project import as_project
from bot.reading.leftovers import of_a_unit_named
from bot.reading.parse import Leftover, Parse, is_filler
from bot.scoping.departments import with_departments
from bot.scoping.phases_said import with_every_phase
from bot.scoping.scope import Scope, resolve, with_only_one_so_called
from store.names import Match, NameType
from store.plan import Aggregate, Field, IndicatorFilter, LeftOut, Newest, Plan, Spot

_WITH_MONEY = frozenset({Field.AMOUNT, Field.FUNDING, Field.PROJECT, Field.INDICATOR})


class Planned(Struct, frozen=True):
    """A plan, what was asked beside what is left out, the leftover words that served it after all, and what came to nothing."""

    plan: Plan
    said: Parse  # the question without what it leaves out
    served: tuple[str, ...]
    follows: bool  # it goes on from the last one
    missing: tuple[Leftover, ...]  # names that do not exist
    vain: tuple[Leftover, ...] = ()  # words that leave out what was not understood
    whole: Parse | None = None  # the question as it was read in the end, where that is not how it was read at first


def planned(
    question: Parse, book: Book, find: FindIndicators, previous: Plan | None, today: date, figure: Quantified | None
) -> Planned:
    """The plan; a follow-up with words that mean nothing in what was spoken of is a new question.

    `figure` is the plan of a figure of an indicator, if that is what is asked for.
    """
    if figure is not None:
        return _of_a_figure(figure, book, today)
    parts = excluding(with_differences(with_departments(without_the_guess(question)), book))
    if previous is not None and (told := _again(question, parts, previous, book, find)):
        return told
    if previous is not None and (others := _of_others(question, parts, book, find, previous, today)):
        return others
    said = parts.alone
    scope, called = with_only_one_so_called(resolve(said, book, previous), said, book)
    scope = as_project(with_unit_spoken_of(scope, said, previous), said)
    share = None if shares_terms(said, previous) else shared(said, scope, previous)
    about, scope = (share.said, share.scope) if share else (said, scope)  # what is asked about is the part
    asked = _asked(said, scope, share, previous, find)
    missing = (*scope.missing, *(share.missing if share else ()))

    def complete(plan: Plan) -> tuple[Plan, tuple[str, ...]]:
        plan = with_moves_of_each(of_its_money(as_rank(with_sources_apart(plan, said, book), said), said, book), said)
        plan = since_the_first(with_defaults(with_two_years(plan, said, book), said, book, today), said)
        plan = with_the_whole(as_many_as_said(with_every_phase(plan, said, book), said, book), share)
        free = replace(  # what names the unit names no line
            said, leftovers=tuple(x for x in said.leftovers if x.text not in called and not of_a_unit_named(said, x))
        )
        return (plan, ()) if share else _with_lines(as_form(plan), free, find, book)  # a share is one of money

    if previous is not None and only_denominates(said):
        return Planned(_in_other_money(asked, previous), said, (), follows=True, missing=())
    if previous is not None and (follows_on(about, scope, previous, book) or _only_leaves_out(parts, scope)):
        without = left_out(parts.excepted, previous, previous, book)
        plan = its_like(carried_over(asked, previous, about, scope, without, find), previous, find)
        if not has_indicators(plan, asked, find) and (lines := satisfaction_of(asked, plan)):
            plan, asked = (one.model_copy(update={"indicators": lines}) for one in (plan, asked))  # of whom else it is asked
        if has_indicators(plan, asked, find):
            plan, served = complete(plan)
            if not _strays(plan, said, served, previous):
                missing = (*missing, *without.missing)
                served = (*served, *called, *(deeds_of_the_line(said) if plan.indicators == previous.indicators else ()))
                return Planned(plan, said, served, follows=True, missing=missing, vain=parts.vain)
    without = left_out(parts.excepted, asked, previous, book)
    plan = _listed(without.of(asked if asked.projects or asked.units else unchecked(asked, said)), said)
    plan, served = complete(plan)
    missing = (*missing, *without.missing)
    return Planned(plan, said, (*served, *called), follows=False, missing=missing, vain=parts.vain)


def _of_a_figure(figure: Quantified, book: Book, today: date) -> Planned:
    plan = with_every_phase(with_defaults(figure.plan, figure.said, book, today), figure.said, book)
    return Planned(plan, figure.said, figure.served, follows=figure.follows, missing=(), whole=figure.said)


def _in_other_money(asked: Plan, previous: Plan) -> Plan:
    """“换成元呢”: the last plan in that denomination, and its money where it told none."""
    shaped = previous.aggregate or previous.order
    money = {} if shaped or set(previous.fields) & _WITH_MONEY else {"fields": (Field.AMOUNT,)}
    return previous.model_copy(update={"denomination": asked.denomination, **money})


def _strays(plan: Plan, said: Parse, served: tuple[str, ...], previous: Plan) -> bool:
    """Whether its words mean nothing in what was spoken of, and none of them says that it goes on from that."""
    if said.marks() & {Mark.FOLLOWING, Mark.IT, Mark.EARLIER} or _asks_a_noun(said, previous):
        return False
    return any(x.tokens > 1 and x.text not in served for x in said.leftovers) or nouns_in_vain(plan, said)


def _with_lines(plan: Plan, said: Parse, find: FindIndicators, book: Book) -> tuple[Plan, tuple[str, ...]]:
    """`with_indicators`; “今年新加了什么社团” of a project that is named is its line in both years, and no project that is new."""
    plan, served = ranked_by_count(plan, said, find) or with_indicators(plan, said, find, book)
    if speaks_of_anybody(plan, said) and not has_indicators(plan, plan, find) and (lines := satisfaction_of(plan, plan)):
        plan = plan.model_copy(update={"indicators": lines})
    if plan.change and plan.projects and Field.INDICATOR in plan.fields:
        plan = plan.model_copy(update={"change": None, "fields": (Field.INDICATOR,)})
    return ranked_by_its_line(plan), served


def _again(question: Parse, parts: Excluding, previous: Plan, book: Book, find: FindIndicators) -> Planned | None:
    """The last plan asked again: in the other scope (“不含呢”), from end to end (“比最少的多多少”), of other money, of what is not in it."""
    if other := turned(question.said.text, previous, book):
        bare = replace(question, cover=tuple(p for p in question.cover if p.meaning not in (Mark.BRANCH, Mark.ALONE)))
        return Planned(other, bare, (), follows=True, missing=())
    if moves := of_each_that_moved(question, previous):
        return Planned(previous, moves, (), follows=True, missing=())
    again = asked_again(question, previous, book) or money_asked_again(parts, previous) or _inside(parts.asked, previous, book)
    again = again or _lacking(parts.asked, previous, find)
    return Planned(again, parts.asked, (), follows=True, missing=()) if again else None


def _lacking(said: Parse, previous: Plan, find: FindIndicators) -> Plan | None:
    """“验收合格率” after one project that has no such line: it is asked of that one, and no other's answers."""
    if not said.mentions or not _asks_a_noun(said, previous):
        return None
    lines = IndicatorFilter(names=tuple(mention.matches[0].name for mention in said.mentions))
    scope = {"projects": previous.projects, "units": previous.units, "years": previous.years, "indicators": lines}
    plan = Plan(fields=(Field.INDICATOR,), newest=None if previous.years else Newest.EACH).model_copy(update=scope)
    return None if has_indicators(plan, plan, find) or satisfaction_of(plan, plan) else plan


def _inside(said: Parse, previous: Plan, book: Book) -> Plan | None:
    """“其中甲校多少” where nothing of 甲校 is in what was spoken of: it is asked of that, and nothing else of 甲校 answers."""
    if not OF_THOSE.match(said.said.text) or previous.without or previous.whole:
        return None
    scope = resolve(said, book, previous)
    if scope.missing or said.leftovers or (scope.projects and scope.units):
        return None
    if previous.projects and scope.units and not book.holds(previous.projects, scope.units):
        return previous.model_copy(update={"units": scope.units, "publishers": (), "among": (), "called": "", "aggregate": None})
    of_units = [*previous.units, *(below for unit in previous.units for below in book.below(unit))]
    if of_units and not previous.projects and scope.projects and not book.holds(scope.projects, of_units):
        return previous.model_copy(update={"projects": scope.projects, "publishers": (), "among": (), "aggregate": None})
    return None


def _asks_a_noun(said: Parse, previous: Plan) -> bool:
    """“标准”, “验收合格率” after one project ask of its lines, and where it has no such line of no other's."""
    allowed = (NounSaid, MeasureSaid, Match)
    only = all(isinstance(p.meaning, allowed) or p.meaning is Mark.HOW_MUCH or is_filler(p) for p in said.cover)
    lines = all(mention.type is NameType.INDICATOR for mention in said.mentions)
    return only and lines and len(previous.projects) == 1 and not said.leftovers


def _listed(plan: Plan, said: Parse) -> Plan:
    """“不是一次性项目的有哪些”: what is left of all that there is are projects; “不含结转的项目” are those that have none."""
    if plan.net_of and _lists(plan, said) and not (plan.projects or plan.order or plan.stated or plan.compare):
        lacking = tuple(Spot(field=kind.value) for kind in plan.net_of)
        return plan.model_copy(update={"net_of": (), "lacking": lacking, "fields": (Field.PROJECT,), "kinds": ()})
    kinds = bool(plan.without) and all(one.attributes and not (one.projects or one.units) for one in plan.without)
    named = plan.projects or plan.units or plan.fields not in ((), (Field.AMOUNT,)) or plan.aggregate or plan.order or plan.by
    money = said.marks() & {Mark.HOW_MUCH, Mark.SPENDING} or any(a.field is Field.AMOUNT for a in said.meanings(Asked))
    listed = kinds and not named and not money
    return plan.model_copy(update={"fields": (Field.PROJECT,)}) if listed else plan


def _lists(plan: Plan, said: Parse) -> bool:
    """Whether projects are asked for, or how many, rather than money: “不含结转的项目”, “不用财政钱的有哪些”."""
    if plan.aggregate is Aggregate.COUNT:
        return plan.count_of in (None, Field.PROJECT)
    listed = plan.fields == (Field.PROJECT,) or (Mark.WHICH in said.marks() and plan.fields in ((), (Field.AMOUNT,)))
    return listed and plan.aggregate is None and Mark.HOW_MUCH not in said.marks()


def _asked(said: Parse, scope: Scope, share: Shared | None, previous: Plan | None, find: FindIndicators) -> Plan:
    """The plan of the question alone; after a line of the indicator table “去年多少个” asks for that line."""
    alone = with_kinds_together(asked_of(said, scope), said)
    asked = speaking_of(with_project_of_line(among_units(alone, said, scope), said), said, scope)
    asked = with_narrowing(asked, said)
    asked = of_its_lines(with_share(with_limits(with_trend(asked, said), said), share), said, scope, previous)
    if shares_terms(said, previous):
        asked = set_beside(asked)
    if previous is not None and counts_the_line(asked, said, scope, previous):
        counted = asked.aggregate is None or counts_things(previous, find)
        lines = {} if counted else {"fields": (Field.INDICATOR,), "indicators": IndicatorFilter(level2=("数量指标",))}
        return asked.model_copy(update={"aggregate": None, "count_of": None, "fields": (), **lines})
    return asked


def planned_of_the_rest(
    question: Parse, book: Book, find: FindIndicators, asked: Plan, shown: Plan, today: date
) -> Planned | None:
    """“剩下的呢”, “其余的一共多少” after a ranking or a list within limits; None where nothing of the kind is asked."""
    parts = excluding(question)
    rest = rest_of(asked, shown) if parts.others and not parts.excepted else None
    rest = of_its_year(rest, asked, book) if rest else None
    if rest is None:
        return None

    def completed(plan: Plan, said: Parse) -> tuple[Plan, tuple[str, ...]]:
        return with_indicators(with_defaults(plan, said, book, today), said, find, book)

    found = of_the_rest(parts.asked, rest, book, completed)
    if found is None:
        return None
    plan, served, missing = found
    return Planned(plan, parts.asked, served, follows=True, missing=missing)


def _of_others(
    question: Parse, parts: Excluding, book: Book, find: FindIndicators, previous: Plan, today: date
) -> Planned | None:
    """What is asked of others than what was spoken of; None where no others are asked for."""
    them = other_holders(question, previous, book)
    if them is not None:
        return _of_other_holders(parts.asked, them, book, find, previous, today)
    spoken = previous.projects or previous.units
    return _others(parts.asked, book, find, previous, today) if parts.others and spoken else None


def _others(said: Parse, book: Book, find: FindIndicators, previous: Plan, today: date) -> Planned:
    """“其他项目呢”: the last plan for all but what it was about."""
    out = LeftOut(projects=previous.projects, units=previous.units, whole_branch=previous.whole_branch, called=previous.called)
    wide: dict[str, Any] = {"projects": (), "units": (), "publishers": (), "among": (), "called": ""}
    wide |= {"whole_branch": False, "alone": False}
    if previous.projects and Mark.UNITS not in said.marks():
        wide |= {name: getattr(previous, name) for name in ("units", "called", "whole_branch", "alone")}
    before = previous.model_copy(update=wide)
    scope = resolve(said, book, before)
    plan = merged(asked_of(said, scope), before, scope, beside=False).model_copy(update={"without": (out,)})
    plan, served = with_indicators(with_defaults(plan, said, book, today), said, find, book)
    return Planned(plan, said, served, follows=True, missing=scope.missing)


def _of_other_holders(said: Parse, them: Others, book: Book, find: FindIndicators, previous: Plan, today: date) -> Planned:
    """“另一个镇呢”: the same of the other units that have it; where nobody else has it all but the one that has leaves nothing."""
    before = previous.model_copy(update={"units": them.others, "called": "", "publishers": (), "among": ()})
    scope = resolve(said, book, before)
    plan = merged(asked_of(said, scope), before, scope, beside=False)
    if not them.others:
        plan = plan.model_copy(update={"without": (LeftOut(projects=previous.projects, units=them.spoken_of),)})
    plan, served = with_indicators(with_defaults(plan, said, book, today), said, find, book)
    return Planned(plan, said, served, follows=True, missing=scope.missing)


def _only_leaves_out(parts: Excluding, scope: Scope) -> bool:
    """Whether the question does nothing but leave something out of what was spoken of: “去掉财政所呢”."""
    named = scope.projects or scope.units or scope.years or scope.attributes or Mark.EVERYTHING in parts.asked.marks()
    itself = any(Mark.IT in part.marks() for part in parts.excepted)  # of which nothing would be left
    return bool(parts.excepted) and not (named or itself or parts.asked.leftovers)
