"""From a question to a plan: what is asked of which targets, and what of the question served nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.asking import asked_of
from bot.book import Book
from bot.following import compares_with_before, follows_on, merged, with_defaults
from bot.language.meanings import AmountNamed, Asked, Mark, MeasureSaid, Proposal, QualifierSaid
from bot.leftovers import doubtful, names_something
from bot.parse import Parse, parse
from bot.roles import Span, spans_of
from bot.scope import resolve
from bot.topics import Topic, choice_of, topic_of
from store.names import Match
from store.plan import Comparator, Field, IndicatorFilter, Plan


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
    spending: str | None = None  # the words that ask for what was spent, or is left
    choice: int | None = None
    follows: bool = False


def understand(text: str, book: Book, find_indicators: FindIndicators, previous: Plan | None, today: date) -> Understanding:
    """What the question asks, with every span's role.

    `previous` is the plan of the last answered question of this person in this chat; a follow-up replaces parts of it.
    """
    said = parse(text, book.names, today)
    topic = topic_of(said, previous)
    if topic is not Topic.TARGETS:
        return Understanding(
            text, topic, Plan(), spans_of(said, (), idle_meanings(Plan())), choice=choice_of(said), marks=said.marks()
        )
    plan, served, follows = _planned(said, book, find_indicators, previous, today)
    unused = [x for x in said.leftovers if x.text not in served]
    idle = said.spans_meaning(*idle_meanings(plan))
    return Understanding(
        text=text,
        topic=topic,
        plan=plan,
        spans=spans_of(said, served, idle_meanings(plan)),
        names=tuple(m for mention in said.mentions for m in mention.matches),
        marks=said.marks(),
        unused=tuple(said.typed(x) for x in (*unused, *idle)),
        doubtful=tuple(said.typed(said.with_noun(x)) for x in doubtful(said, unused)),
        unknown=tuple(said.typed(said.with_noun(x)) for x in unused if names_something(x)),
        spending=said.typed_mark(Mark.SPENDING),
        follows=follows,
    )


def _planned(
    said: Parse, book: Book, find: FindIndicators, previous: Plan | None, today: date
) -> tuple[Plan, tuple[str, ...], bool]:
    """The plan, the leftover words that served it, and whether it goes on from the last one.

    A follow-up with words that mean nothing in what was spoken of is a new question.
    """
    scope = resolve(said, book, previous)
    asked = asked_of(said, scope)
    if previous is not None and follows_on(said, scope, previous, book):
        plan = merged(asked, previous, scope, beside=compares_with_before(said, scope))
        if _has_indicators(plan, asked, find):
            plan, served = _with_indicators(with_defaults(plan, said, book, today), said, find)
            strange = any(x.tokens > 1 and x.text not in served for x in said.leftovers)
            if not strange or said.marks() & {Mark.FOLLOWING, Mark.IT}:
                return plan, served, True
    plan, served = _with_indicators(with_defaults(asked, said, book, today), said, find)
    return plan, served, False


def idle_meanings(plan: Plan) -> tuple[type, ...]:
    """What was read and yet serves nothing: a qualifier; an amount that is named beside something else."""
    served = any(f.op is Comparator.EQUAL for f in plan.amounts)
    return (QualifierSaid,) if served else (QualifierSaid, AmountNamed)


def _has_indicators(plan: Plan, asked: Plan, find: FindIndicators) -> bool:
    """Whether the indicators that are named are there in what was spoken of; else the question is a new one."""
    names = asked.indicators.names
    return not names or bool(set(names) & set(find(plan, names, ())[0]))


def _with_indicators(plan: Plan, said: Parse, find: FindIndicators) -> tuple[Plan, tuple[str, ...]]:
    """The plan with the indicators that leftover words or counts mean within its scope; and the words that served so."""
    phrases = [x.text for x in said.leftovers if x.tokens > 1]
    measures = [m.unit for m in said.meanings(MeasureSaid)]
    asks = bool(measures) or Field.INDICATOR in plan.fields or (phrases and plan.projects)
    if not asks or not plan.indicators.everything or not (phrases or measures):
        return plan, ()
    found, served = find(plan, phrases, measures)
    if not found:
        return plan, ()
    kept = plan.fields if _money_said(said) else tuple(f for f in plan.fields if f is not Field.AMOUNT)
    fields = tuple(dict.fromkeys((*kept, Field.INDICATOR)))
    return plan.model_copy(update={"indicators": IndicatorFilter(names=found), "fields": fields}), served


def _money_said(said: Parse) -> bool:
    """Whether money is asked for by name, and not of words that nothing explains: “每副号牌多少钱” asks of the 号牌."""
    asked = [p for p in said.cover if isinstance(p.meaning, Asked) and p.meaning.field is Field.AMOUNT]
    return Mark.SPENDING in said.marks() or any(not _beside(said, p) for p in asked)


def _beside(said: Parse, proposal: Proposal) -> bool:
    return any(x.end == proposal.start for x in said.leftovers)
