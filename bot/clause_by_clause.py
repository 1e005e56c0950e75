"""The clauses of a message as questions that go on from one another, where no plan holds them all."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from msgspec.structs import replace

from bot.answer import Answer, Kind, joined
from bot.language.kinds_of_money import RULE
from bot.language.patterns import Pattern
from bot.memory import Memory
from bot.question import Before, Understanding
from bot.replying import phrases
from bot.topics import Topic
from store.model import FundingKind
from store.names import NameType
from store.plan import Aggregate, Field, Plan

Understands = Callable[[str, Before | None], Understanding]
Answers = Callable[[Understanding, Memory], tuple[Answer, Memory]]


def clause_by_clause(
    whole: Understanding, before: Memory, understood: Understands, answered: Answers, *, partly: bool
) -> tuple[Answer, Memory] | None:
    """The answers of all clauses, and what is to be remembered of them; None unless each has one, or a 没有 that is of no line, or `partly` the first.

    What has no answer is named behind the others.
    """
    first, last, answers = before, before, list[Answer]()
    left: list[str] = []
    for start, end in pairwise((0, *whole.cuts, len(whole.text))):
        text = _in_full(whole, start, end)
        question = _going_on(text, whole.text[:end], first, before, understood, answers)
        if _is_of_more(question, before.plan) and question.plan.fields == (Field.AMOUNT,) and not question.plan.kinds:
            continue  # “最大的三个，分别多少钱”: a ranking tells its amounts
        answer, after = answered(question, before) if _is_clear(question, before.plan, answers) else (None, before)
        if answer is not None and answer.kind is Kind.ANSWER:
            beside_another = bool(answers and question.plan.compare and question.names)
            answers.append(answer)
            before, last = before if beside_another else after, after  # “甲多少，比乙多多少，占全县多少” goes on from the first
        elif answer is not None and answer.kind is Kind.NOT_FOUND and Field.INDICATOR not in question.plan.fields:
            left.append(_unanswered(text, answer))
            before = before if answers else after
        elif partly and answers:
            left.append(_unanswered(text, answer))
        else:
            return None
    if not answers:
        return None
    choices = next((a.choices for a in reversed(answers) if a.choices), ())  # of lists that are numbered alike the last counts
    told = joined(answers)
    return replace(told, choices=choices, lines=(*told.lines, *left)), last


def _going_on(  # what was said, and what was spoken of before the message and before the clause
    text: str, so_far: str, first: Memory, before: Memory, understood: Understands, answers: Sequence[Answer]
) -> Understanding:
    """What the clause means behind those before it; `so_far` is the message up to its end, `first` what was spoken of before that."""
    question = _of_the_first(understood(text, before.before()), before, partial(understood, text))
    if answers and {name.type for name in question.names} == {NameType.PROJECT} and not question.plan.units:
        question = understood(f"其中{text}", before.before())  # “财政局多少，工作经费多少”: that unit's
    lines = bool(_SUMMED.search(text)) and Field.INDICATOR in question.plan.fields
    if len(answers) > 1 and (question.plan.aggregate is Aggregate.SUM or lines) and not _names_something(question, before.plan):
        together = understood(so_far, first.before())  # “甲多少，乙多少，一共多少” adds up all that was asked
        of_one = len(together.plan.projects) == 1  # “多少人，每人多少，一共多少钱”: all of its money
        question = question if together.plan.compare or of_one else together
    question = _of_the_same_money(_of_the_same_sum(question, before.plan), before.plan, answers)
    return _of_the_same_years(question, before.plan) if answers and not question.follows else question


def _is_clear(question: Understanding, before: Plan | None, answers: Sequence[Answer]) -> bool:
    """Whether all of the clause is understood, and it is about what was spoken of or what it names."""
    about = question.follows or _names_something(question) or not answers
    return question.topic is Topic.TARGETS and not question.unused and about and not _is_of_more(question, before)


_SUMMED = Pattern("一共|总共|合计|加起来")
_KINDS = {"财政": "财政拨款", "其他": "其他资金", "其它": "其他资金"}


def _in_full(whole: Understanding, start: int, end: int) -> str:
    """The clause by itself: “财政多少” behind “总额多少” is of a kind of money there too, and of no unit."""
    text = whole.text[start:end]
    for span in sorted((s for s in whole.spans if s.rule == RULE and start <= s.start and s.end <= end), key=lambda s: -s.start):
        said = whole.text[span.start : span.end]
        text = text[: span.start - start] + _KINDS.get(said, said) + text[span.end - start :]
    return text.strip()


def _of_the_first(question: Understanding, before: Memory, understood: Callable[[Before | None], Understanding]) -> Understanding:
    """A clause that compares years, or asks a fact, behind one that asks what comes first asks it of that: “哪个最大，比去年多多少”."""
    ranks = before.plan is not None and before.plan.order is not None and before.shown is not None
    spoken_of, plan = before.before(), question.plan
    of_it = plan.compare or (plan.aggregate is None and not plan.by and set(plan.fields) <= _FACTS)
    if spoken_of is None or not (ranks and question.follows and of_it) or plan.order or question.names:
        return question
    return understood(replace(spoken_of, asked=spoken_of.shown))


def _is_of_more(question: Understanding, before: Plan | None) -> bool:
    """Whether it is asked of all that was ranked, where “都是谁的” behind “最大的三个” means those that came first."""
    ranked = before is not None and before.order is not None and before.order.count > 1
    plan = question.plan
    wide = not (plan.order or plan.aggregate or plan.compare or plan.projects or plan.among or plan.by)
    return ranked and question.follows and wide and not question.names


_FACTS = frozenset({Field.UNIT, Field.DEPARTMENT, Field.ATTRIBUTE, Field.SOURCE, Field.PERIOD})


def _names_something(question: Understanding, before: Plan | None = None) -> bool:
    plan = question.plan
    other = before is not None and (plan.kinds != before.kinds or (len(plan.years) == 1 and plan.years != before.years))
    return bool(question.names or plan.called or question.asks_units or plan.count_of is Field.PROJECT or other)


def _unanswered(text: str, answer: Answer | None) -> str:
    why = answer.lines[0] if answer is not None and answer.kind is Kind.NOT_FOUND else ""
    return phrases.unanswered(text.strip(" ,，。;；?？"), why if why.endswith("。") else "")


def _of_the_same_sum(question: Understanding, before: Plan | None) -> Understanding:
    """Other money behind a sum (“一共多少，其中结转多少，其他资金多少”) is that of all that was added up."""
    plan = question.plan
    bare = not (question.names or plan.aggregate or plan.order or plan.compare) and plan.fields == (Field.AMOUNT,)
    if before is None or before.aggregate is not Aggregate.SUM or not (plan.kinds and bare):
        return question
    money = {"kinds": plan.kinds, "horizon": plan.horizon}
    return replace(question, plan=before.model_copy(update=money), follows=True)


def _of_the_same_money(question: Understanding, before: Plan | None, answers: Sequence[Answer]) -> Understanding:
    """“结转今年多少，去年多少”, “结转一共多少，哪个单位最多”: the same money, where none but it was asked for."""
    plan = question.plan
    bare = not (question.names or plan.kinds or plan.horizon or plan.aggregate or plan.compare)
    of_years = question.follows and plan.years and plan.fields == (Field.AMOUNT,) and not plan.order
    ranks = plan.order is not None and {*plan.fields} <= {Field.AMOUNT, Field.PROJECT, Field.UNIT} and not plan.change
    if before is None or not (bare and (of_years or ranks) and before.fields == (Field.AMOUNT,)):
        return question
    alone = all(answer.remembered and answer.remembered.kinds == before.kinds for answer in answers)
    part = before.horizon is None and FundingKind.TOTAL not in before.kinds
    same = {"kinds": before.kinds, "together": before.together}
    return replace(question, plan=plan.model_copy(update=same)) if alone and part and before.kinds else question


def _of_the_same_years(question: Understanding, before: Plan | None) -> Understanding:
    """A further question of a message that names no year means those that the one before it named."""
    if before is None or not before.years or question.plan.years:
        return question
    return replace(question, plan=question.plan.model_copy(update={"years": before.years, "newest": None}))
