"""Indicators by what people call them: words that nothing else explains, nouns, counts, looked up in what is asked about."""

from collections.abc import Sequence
from typing import Protocol

from bot.book import Book
from bot.language.meanings import AggregateSaid, Asked, Mark, MeasureSaid, NounSaid, Proposal
from bot.parse import Parse
from store.names import NameType
from store.plan import Aggregate, Field, IndicatorFilter, Plan


class FindIndicators(Protocol):
    """Looks up words that only an indicator explains among those of a plan's targets."""

    def __call__(self, plan: Plan, phrases: Sequence[str], measures: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The indicators' names that the phrases or measures mean, and the phrases that served."""


def has_indicators(plan: Plan, asked: Plan, find: FindIndicators) -> bool:
    """Whether the indicators that are named are there in what was spoken of; else the question is a new one."""
    names = asked.indicators.names
    return not names or bool(set(names) & set(find(plan, names, ())[0]))


def with_indicators(plan: Plan, said: Parse, find: FindIndicators, book: Book) -> tuple[Plan, tuple[str, ...]]:
    """The plan with the indicators that leftover words, nouns or counts mean within its scope; and the words that served so."""
    words = [x.text for x in said.leftovers if x.tokens > 1]
    named = [said.said.text[m.start : m.end] for m in said.mentioned(NameType.INDICATOR)]
    nouns = [*named, *(n.word for n in said.meanings(NounSaid))]
    measures = [m.unit for m in said.meanings(MeasureSaid)]
    if not (words or measures or nouns):
        return plan, ()
    if not (plan.projects or plan.units):
        return _anywhere(plan, [*words, *nouns], said, book)
    found, served = find(plan, [*_with_nouns(words, nouns), *nouns], measures)
    if not found:
        return plan, ()
    kept = plan.fields if _money_said(said) else tuple(f for f in plan.fields if f is not Field.AMOUNT)
    update = {"names": found, "level1": plan.indicators.level1, "level2": plan.indicators.level2}
    fields = tuple(dict.fromkeys((*kept, Field.INDICATOR)))
    aggregate = None if plan.aggregate in (Aggregate.SUM, Aggregate.COUNT) and plan.projects else plan.aggregate
    return plan.model_copy(update={"indicators": IndicatorFilter(**update), "fields": fields, "aggregate": aggregate}), served


def nouns_in_vain(plan: Plan, said: Parse) -> bool:
    """Whether a word that names of indicators are made of, or a count of something, found none."""
    return bool(said.meanings(NounSaid) or said.meanings(MeasureSaid)) and plan.indicators.everything


def _anywhere(plan: Plan, words: Sequence[str], said: Parse, book: Book) -> tuple[Plan, tuple[str, ...]]:
    """Where nothing narrows the question: the indicators of any target whose names hold the words."""
    if plan.indicators.names:
        longer = tuple(dict.fromkeys(n for name in plan.indicators.names for n in (name, *book.indicators_with(name))))
        return plan.model_copy(update={"indicators": plan.indicators.model_copy(update={"names": longer})}), ()
    money = any(a.field is Field.AMOUNT for a in said.meanings(Asked)) or _money_said(said)
    held = {word: names for word in words if (names := book.indicators_with(word))}
    if money or not held or said.meanings(MeasureSaid) or not set(plan.fields) <= {Field.AMOUNT, Field.INDICATOR}:
        return plan, ()
    names = tuple(dict.fromkeys(n for listed in held.values() for n in listed))
    newest = plan.newest if plan.years else None
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
