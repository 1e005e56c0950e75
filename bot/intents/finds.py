"""Which projects are so: words stand in their forms, a kind of money is there, a field is filled in or is not."""

from bot.answer import Answer, Desk, Intent, Kind
from bot.described.in_pieces import in_pieces
from bot.question import Understanding
from bot.replying.narrowed import found_by
from store.plan import Aggregate, Field


def _claims(question: Understanding) -> bool:
    plan = question.plan
    if plan.fields != (Field.PROJECT,) or plan.order or plan.compare:
        return False
    return plan.narrowed and plan.aggregate in (None, Aggregate.COUNT)


def _answer(question: Understanding, desk: Desk) -> Answer:
    found = found_by(question.plan, desk)
    apart = in_pieces(question.plan, desk) if found.kind is Kind.NOT_FOUND and question.plan.texts else None
    by_pieces = found_by(apart, desk) if apart else found
    return by_pieces if by_pieces.kind is Kind.ANSWER else found


INTENT = Intent(
    name="finds",
    title="按表里写的内容找项目",
    claims=_claims,
    answer=_answer,
    examples=(
        "哪个项目的目标里写了下派干部",
        "哪些项目提到机房",
        "名字里带经费的项目有哪些",
        "哪些项目没填项目期",
        "哪些项目有财政拨款",
        "哪些项目没有经济效益指标",
    ),
    counterexamples=("10万以上的项目有哪些", "软件升级维护的项目期", "软件升级维护有没有其他资金", "有哪些项目"),
)
