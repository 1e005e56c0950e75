"""The clauses of a message as questions that go on from one another, where no plan holds them all."""

from collections.abc import Callable
from itertools import pairwise

from msgspec.structs import replace

from bot.answer import Answer, Kind, joined
from bot.language.meanings import Mark
from bot.memory import Memory
from bot.question import Before, Understanding
from bot.replying import phrases
from bot.topics import Topic
from store.plan import Aggregate, Field, Plan

Understands = Callable[[str, Before | None], Understanding]
Answers = Callable[[Understanding, Memory], tuple[Answer, Memory]]


def clause_by_clause(
    whole: Understanding, before: Memory, understood: Understands, answered: Answers, *, partly: bool
) -> tuple[Answer, Memory] | None:
    """The answers of all clauses, and what is to be remembered of them; None unless each has one, or `partly` the first.

    What has none is named behind the others.
    """
    answers: list[Answer] = []
    left: list[str] = []
    for start, end in pairwise((0, *whole.cuts, len(whole.text))):
        text = whole.text[start:end].strip()
        question = understood(text, before.before())
        if len(answers) > 1 and question.plan.aggregate is Aggregate.SUM and not _names_something(question):
            return None  # “甲多少，乙多少，一共多少” adds up what was asked, not the last of it
        about = question.follows or _names_something(question) or not answers
        clear = question.topic is Topic.TARGETS and not question.unused and about
        if answers and not question.follows:
            question = _of_the_same_years(question, before.plan)
        answer, after = answered(question, before) if clear else (None, before)
        if answer is not None and answer.kind is Kind.ANSWER:
            answers.append(answer)
            before = after
        elif partly and answers:
            left.append(_unanswered(text, answer))
        else:
            return None
    choices = next((a.choices for a in reversed(answers) if a.choices), ())  # of lists that are numbered alike the last counts
    told = joined(answers)
    return replace(told, choices=choices, lines=(*told.lines, *left)), before


def _names_something(question: Understanding) -> bool:
    units = Mark.UNITS in question.marks or Field.UNIT in question.plan.fields
    return bool(question.names or question.plan.called or units or question.plan.count_of is Field.PROJECT)


def _unanswered(text: str, answer: Answer | None) -> str:
    why = answer.lines[0] if answer is not None and answer.kind is Kind.NOT_FOUND else ""
    return phrases.unanswered(text.strip(" ,，。;；?？"), why if why.endswith("。") else "")


def _of_the_same_years(question: Understanding, before: Plan | None) -> Understanding:
    """A further question of a message that names no year means those that the one before it named."""
    if before is None or not before.years or question.plan.years:
        return question
    return replace(question, plan=question.plan.model_copy(update={"years": before.years, "newest": None}))
