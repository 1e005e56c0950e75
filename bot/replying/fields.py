"""A question of several fields (“多少钱，目标写了什么”) taken apart, as each has a reply of its own shape."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.answer import Answer, joined
from bot.book import Book
from bot.following.earlier import together
from bot.language.meanings import Mark
from bot.question import Understanding
from store.plan import WORDS, Aggregate, Comparator, Field, Plan


def as_asked(answers: Sequence[Answer], question: Understanding, book: Book) -> Answer:
    """The answers to its parts as one; after lists of several kinds of money it goes on from all of them, and no number stands for a row."""
    answer = joined(answers)
    lists = len(answers) > 1 and _goes_by_one_kind(question)
    if not lists:
        return answer
    shown = [one.shown for one in answers if one.shown]
    focus = together(shown, book) if len(shown) == len(answers) else None
    return replace(answer, choices=(), remembered=question.plan, shown=focus)


def by_field(question: Understanding) -> list[Understanding]:
    """A question of several fields (“多少钱，目标写了什么”) as one question a field."""
    plan = question.plan
    named = [f for f in plan.amounts if f.op is Comparator.EQUAL]
    if len(named) > 1:  # “2.6万和4.64万分别是哪个”
        one_each = (replace(question, plan=plan.model_copy(update={"amounts": (f,)})) for f in named)
        return [q for one in one_each for q in by_field(one)]
    if len(question.terms) > 1 and _is_of_either_term(plan):  # “中期和年度各是多少”
        apart = (replace(question, terms=(), plan=plan.model_copy(update={"horizon": term})) for term in question.terms)
        return [q for one in apart for q in by_field(one)]
    if _goes_by_one_kind(question):
        kinds = (plan.model_copy(update={"kinds": (kind,), "together": False}) for kind in plan.kinds)
        return [q for of_one in kinds for q in by_field(replace(question, plan=of_one))]
    each = Mark.EACH in question.marks or (plan.whole is not None and plan.whole.each)
    if each and _is_of_each_kind(plan):  # “常年项目和一次性项目各多少”
        shape = {
            "aggregate": plan.aggregate or Aggregate.SUM,
            "whole": plan.whole and plan.whole.model_copy(update={"each": False}),
        }
        kinds = (plan.model_copy(update={"attributes": (kind,), **shape}) for kind in plan.attributes)
        return [replace(question, plan=kind) for kind in kinds]
    fields = plan.fields
    if plan.order and Field.UNIT in fields:
        fields = (Field.UNIT,)
    if plan.order and plan.percents and Field.INDICATOR in fields:
        fields = (Field.INDICATOR,)  # the reply tells the amount of what comes first
    if plan.aggregate and len(fields) > 1:
        fields = tuple(f for f in fields if f not in (Field.PROJECT, Field.UNIT)) or fields[:1]
    shaped = plan.by or plan.order or plan.net_of or plan.kinds or plan.compare or plan.whole
    if fields == (Field.FUNDING,) and plan.aggregate is Aggregate.SUM and (plan.projects or plan.units) and not shaped:
        summed, parts = plan.model_copy(update={"fields": (Field.AMOUNT,)}), plan.model_copy(update={"aggregate": None})
        return [replace(question, plan=one) for one in (summed, parts)]  # “总额和构成”
    if len(fields) <= 1:
        return [replace(question, plan=plan.model_copy(update={"fields": fields}))]
    listed = {"compare": False} if {*fields} & WORDS else {}  # “资金来源变了吗”: what it is made of is told of each year
    return [
        replace(question, plan=plan.model_copy(update={"fields": (f,), **(listed if f is Field.FUNDING else {})})) for f in fields
    ]


def _goes_by_one_kind(question: Understanding) -> bool:
    """Whether what is asked of several kinds of money is told of each by itself: “哪个单位财政和结转最多” ranks by either."""
    plan = question.plan
    limited = plan.checked or plan.unit_limits or plan.move_limits
    shaped = plan.aggregate in (Aggregate.AVERAGE, Aggregate.PLACE) or plan.order or plan.compare or plan.trend
    money = {*plan.fields} <= {Field.AMOUNT, Field.PROJECT, Field.UNIT}
    of_each = plan.fields == (Field.DOCUMENT,) or (money and (shaped or limited or question.asks_groups))
    return len(plan.kinds) > 1 and not plan.pooled and bool(of_each)


def _is_of_each_kind(plan: Plan) -> bool:
    """Whether the money of several kinds of projects is asked for, or how many there are, and nothing else that has a shape."""
    shaped = plan.by or plan.compare or plan.order or plan.net_of or plan.projects
    figure = plan.aggregate is Aggregate.COUNT or (plan.fields == (Field.AMOUNT,) and plan.aggregate is not Aggregate.AVERAGE)
    return len(plan.attributes) > 1 and figure and not shaped


def _is_of_either_term(plan: Plan) -> bool:
    """Whether the same may be asked of each term by itself, rather than of both beside each other or of those within limits."""
    summed = plan.aggregate in (None, Aggregate.SUM, Aggregate.AVERAGE)
    shaped = plan.aggregate or plan.order
    return summed and not (plan.compare or plan.whole or (shaped and plan.amounts))
