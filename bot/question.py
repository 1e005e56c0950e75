"""From a question to a plan: what is asked of which targets, and what of the question served nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.asking import asked_of
from bot.book import Book
from bot.following import compares_with_before, follows_on, merged, regroups, with_defaults
from bot.language.meanings import (
    AggregateSaid,
    AmountNamed,
    Asked,
    Mark,
    MeasureSaid,
    NounSaid,
    OrderSaid,
    Proposal,
    QualifierSaid,
    Unanswerable,
)
from bot.leftovers import doubtful, names_something
from bot.parse import Leftover, Parse, parse
from bot.roles import Role, Span, spans_of
from bot.scope import resolve
from bot.topics import Topic, choice_of, topic_of
from store.names import Match, NameType
from store.plan import Aggregate, Comparator, Field, IndicatorFilter, Plan

LONGEST = 300  # characters of a question; what is longer is no question, and would keep the others waiting


class FindIndicators(Protocol):
    """Looks up words that only an indicator explains among those of a plan's targets."""

    def __call__(self, plan: Plan, phrases: Sequence[str], measures: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The indicators' names that the phrases or measures mean, and the phrases that served."""


@dataclass(frozen=True)
class Understanding:
    """What was understood of a question; words are as typed."""

    text: str
    topic: Topic
    plan: Plan
    spans: tuple[Span, ...]
    names: tuple[Match, ...] = ()
    marks: frozenset[Mark] = frozenset()
    unused: tuple[str, ...] = ()  # served nothing
    doubtful: tuple[str, ...] = ()  # those of them that may limit what is asked for: no figure is stated over them
    unknown: tuple[str, ...] = ()  # those that seem to name a unit, and none that is stored
    qualified: frozenset[Unanswerable] = frozenset()  # what limits the question and cannot be satisfied
    spending: str | None = None  # the words that ask for what was spent, or is left
    choice: int | None = None
    follows: bool = False

    @property
    def asks_who_moved(self) -> bool:
        """Whether it is asked which projects rose or fell between years."""
        plan = self.plan
        of_projects = Mark.PROJECTS in self.marks or Field.PROJECT in plan.fields
        which = bool({Mark.WHICH, Mark.ROSE, Mark.FELL} & self.marks) or Field.PROJECT in plan.fields
        money = plan.fields in ((Field.AMOUNT,), (Field.PROJECT,))
        return plan.compare and of_projects and which and money and len(plan.years) > 1 and not plan.projects


@dataclass(frozen=True)
class Before:
    """What was spoken of in this chat: the plan of the last answered question, and that of what was shown of it."""

    asked: Plan
    shown: Plan


def understand(text: str, book: Book, find_indicators: FindIndicators, before: Before | None, today: date) -> Understanding:
    """What the question asks, with every span's role; a follow-up replaces parts of what was asked before."""
    if len(text) > LONGEST:
        whole = Span(0, len(text), Role.UNUSED, "too_long")
        return Understanding(text, Topic.TOO_LONG, Plan(), (whole,))
    said = parse(text, book.names, today)
    previous = (before.asked if regroups(said) else before.shown) if before else None
    topic = _topic(said, previous, book)
    if topic is not Topic.TARGETS:
        return Understanding(
            text, topic, Plan(), spans_of(said, (), idle_meanings(Plan())), choice=choice_of(said), marks=said.marks()
        )
    plan, served, follows, missing = _planned(said, book, find_indicators, previous, today)
    unused = [x for x in said.leftovers if x.text not in served]
    scoped = bool(plan.projects or plan.units or plan.attributes)
    vain = said.spans_meaning(NounSaid, MeasureSaid) if _nouns_in_vain(plan, said) else []
    idle = said.spans_meaning(*idle_meanings(plan))
    return Understanding(
        text=text,
        topic=topic,
        plan=plan,
        choice=choice_of(said),
        spans=spans_of(said, served, idle_meanings(plan)),
        names=tuple(m for mention in said.mentions for m in mention.matches),
        marks=said.marks(),
        unused=tuple(said.typed(x) for x in (*unused, *idle, *_other_orders(said, plan))),
        doubtful=tuple(said.typed(said.with_noun(x)) for x in (*doubtful(said, unused, scoped=scoped), *vain)),
        unknown=tuple(said.typed(said.with_noun(x)) for x in (*missing, *(x for x in unused if names_something(x)))),
        qualified=frozenset(q.kind for q in said.meanings(QualifierSaid)),
        spending=said.typed_mark(Mark.SPENDING),
        follows=follows,
    )


def _planned(
    said: Parse, book: Book, find: FindIndicators, previous: Plan | None, today: date
) -> tuple[Plan, tuple[str, ...], bool, tuple[Leftover, ...]]:
    """The plan, the leftover words that served it, whether it goes on from the last one, and the names that do not exist.

    A follow-up with words that mean nothing in what was spoken of is a new question.
    """
    scope = resolve(said, book, previous)
    asked = asked_of(said, scope)
    if previous is not None and follows_on(said, scope, previous, book):
        plan = merged(asked, previous, scope, beside=compares_with_before(said, scope))
        if _has_indicators(plan, asked, find):
            plan, served = _with_indicators(with_defaults(plan, said, book, today), said, find, book)
            strange = any(x.tokens > 1 and x.text not in served for x in said.leftovers) or _nouns_in_vain(plan, said)
            if not strange or said.marks() & {Mark.FOLLOWING, Mark.IT}:
                return plan, served, True, scope.missing
    plan, served = _with_indicators(with_defaults(asked, said, book, today), said, find, book)
    return plan, served, False, scope.missing


def _other_orders(said: Parse, plan: Plan) -> list[Leftover]:
    """A second order that the plan does not hold: “前3名和后3名”."""
    if plan.order is None:
        return []
    orders = [p for p in said.cover if isinstance(p.meaning, OrderSaid)]
    held = next((p for p in orders if p.meaning == OrderSaid(plan.order)), None)
    opposite = [p for p in orders if isinstance(p.meaning, OrderSaid) and p.meaning.order.direction is not plan.order.direction]
    return [said.words(p.start, p.end) for p in opposite if p is not held]


def idle_meanings(plan: Plan) -> tuple[type, ...]:
    """What was read and yet serves nothing: a qualifier; an amount that is named beside something else."""
    served = any(f.op is Comparator.EQUAL for f in plan.amounts)
    return (QualifierSaid,) if served else (QualifierSaid, AmountNamed)


def _topic(said: Parse, previous: Plan | None, book: Book) -> Topic:
    """The topic; words that only stand in the name of an indicator are about targets too."""
    topic = topic_of(said, previous)
    words = [x.text for x in said.leftovers if x.tokens > 1]
    if topic is Topic.OUTSIDE and any(book.indicators_with(word) or book.resembles(word) for word in words):
        return Topic.TARGETS
    return topic


def _has_indicators(plan: Plan, asked: Plan, find: FindIndicators) -> bool:
    """Whether the indicators that are named are there in what was spoken of; else the question is a new one."""
    names = asked.indicators.names
    return not names or bool(set(names) & set(find(plan, names, ())[0]))


def _with_indicators(plan: Plan, said: Parse, find: FindIndicators, book: Book) -> tuple[Plan, tuple[str, ...]]:
    """The plan with the indicators that leftover words, nouns or counts mean within its scope; and the words that served so."""
    words = [x.text for x in said.leftovers if x.tokens > 1]
    named = [said.said.text[m.start : m.end] for m in said.mentioned(NameType.INDICATOR)]
    nouns = [*named, *(n.word for n in said.meanings(NounSaid))]
    measures = [m.unit for m in said.meanings(MeasureSaid)]
    asks = bool(measures or nouns or words) or Field.INDICATOR in plan.fields
    if not asks or not (words or measures or nouns):
        return plan, ()
    if plan.indicators.names and not (plan.projects or plan.units):
        longer = tuple(dict.fromkeys(n for name in plan.indicators.names for n in (name, *book.indicators_with(name))))
        return plan.model_copy(update={"indicators": plan.indicators.model_copy(update={"names": longer})}), ()
    if not (plan.projects or plan.units):
        if any(a.field is Field.AMOUNT for a in said.meanings(Asked)) or _money_said(said):
            return plan, ()
        return _anywhere(plan, [*words, *nouns], measures, book)
    found, served = find(plan, [*_with_nouns(words, nouns), *nouns], measures)
    if not found:
        return plan, ()
    kept = plan.fields if _money_said(said) else tuple(f for f in plan.fields if f is not Field.AMOUNT)
    update = {"names": found, "level1": plan.indicators.level1, "level2": plan.indicators.level2}
    fields = tuple(dict.fromkeys((*kept, Field.INDICATOR)))
    aggregate = None if plan.aggregate in (Aggregate.SUM, Aggregate.COUNT) and plan.projects else plan.aggregate
    return plan.model_copy(update={"indicators": IndicatorFilter(**update), "fields": fields, "aggregate": aggregate}), served


def _nouns_in_vain(plan: Plan, said: Parse) -> bool:
    """Whether a word that names of indicators are made of, or a count of something, found none."""
    return bool(said.meanings(NounSaid) or said.meanings(MeasureSaid)) and plan.indicators.everything


def _anywhere(plan: Plan, words: Sequence[str], measures: Sequence[str], book: Book) -> tuple[Plan, tuple[str, ...]]:
    """Where nothing narrows the question: the indicators of any target whose names hold the words."""
    held = {word: names for word in words if (names := book.indicators_with(word))}
    if not held or measures:
        return plan, ()
    names = tuple(dict.fromkeys(n for listed in held.values() for n in listed))
    newest = None if not plan.years else plan.newest
    fields = tuple(dict.fromkeys((*(f for f in plan.fields if f is not Field.AMOUNT), Field.INDICATOR)))
    return plan.model_copy(update={"indicators": IndicatorFilter(names=names), "fields": fields, "newest": newest}), tuple(held)


def _with_nouns(words: Sequence[str], nouns: Sequence[str]) -> list[str]:
    """The words, and where nouns stand with them the words alone and with each noun: “发放” + “人数”."""
    return [*words, *(f"{word}{noun}" for word in words for noun in nouns)]


def _money_said(said: Parse) -> bool:
    """Whether money is asked for by name, and not of words that nothing explains: “每副号牌多少钱” asks of the 号牌."""
    asked = [p for p in said.cover if isinstance(p.meaning, Asked) and p.meaning.field is Field.AMOUNT]
    summed = any(a.aggregate is Aggregate.SUM for a in said.meanings(AggregateSaid)) and not said.meanings(MeasureSaid)
    return summed or Mark.SPENDING in said.marks() or any(not _beside(said, p) for p in asked)


def _beside(said: Parse, proposal: Proposal) -> bool:
    return any(x.end == proposal.start for x in said.leftovers)
