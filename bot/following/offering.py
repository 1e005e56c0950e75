"""What is asked right after projects were offered to choose from: of the one that was, else which of them is meant."""

from collections.abc import Callable

from bot.answer import Answer, Choice, Kind
from bot.book import Book
from bot.following.earlier import together
from bot.memory import Memory
from bot.question import Before, Understanding
from bot.replying import phrases
from bot.topics import Topic
from store.plan import Field, Plan

Again = Callable[[Before], Understanding]
"""The same words, said after something else."""


def of_the_only_one(question: Understanding, before: Memory, again: Again) -> Understanding | None:
    """The question about the one project that was asked back about: “多少钱” after “…只出现在「河道清淤」里，要看回 1”."""
    plans = _offered(before)
    if before.offering != Kind.CLARIFY.value or len(plans) != 1 or not plans[0].projects:
        return None
    about = _about(question, plans[0], again)
    return about if about and not (about.unknown or about.doubtful) else None


def which_of_them(question: Understanding, before: Memory, again: Again) -> Answer | None:
    """Asks once more which of the projects is meant, where what is asked names none and nothing else was spoken of."""
    plans = _offered(before)
    if not before.offering or before.plan or not plans or question.plan.projects or question.plan.units:
        return None
    about = [_about(question, plan, again) for plan in plans]
    choices = tuple(Choice(o.label, q.plan) for o, q in zip(before.choices, about, strict=True) if q)
    if len(choices) < len(plans):
        return None
    return Answer(Kind.CLARIFY, ("您问的是哪一个？回数字：", *phrases.choose([c.label for c in choices])), choices=choices)


def _offered(before: Memory) -> list[Plan]:
    """The plans that were offered, where each is about one project or one unit."""
    plans = [choice.plan for choice in before.choices]
    return plans if all(len(plan.projects or plan.units) == 1 for plan in plans) else []


def _about(question: Understanding, plan: Plan, again: Again) -> Understanding | None:
    """The question as it goes on about this plan; None where it names something, or is about nothing."""
    named = any(len(word) > 1 for word in question.doubtful) and question.plan.fields == (Field.AMOUNT,)
    if question.names or question.choices or question.unknown or named:
        return None  # “西沟村多少钱” once more says itself what it is about
    about = again(Before(plan, plan))
    return about if about.topic is Topic.TARGETS and about.follows and _same(about.plan, plan) else None


def _same(plan: Plan, other: Plan) -> bool:
    return (plan.projects, plan.units) == (other.projects, other.units)


def chosen(question: Understanding, before: Memory, book: Book) -> Plan | None:
    """The plan behind the choice that is said; behind two of them both together, if they can be set beside each other."""
    if any(number > len(before.choices) for number in question.choices):
        return None  # it was not offered
    plans = before.chosen(question.choices)
    return together(plans, book) if len(plans) > 1 else next(iter(plans), None)
