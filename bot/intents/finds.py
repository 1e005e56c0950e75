"""Which projects are so: words stand in their forms, a kind of money is there, a field is filled in or is not."""

from bot.answer import Answer, Choice, Desk, Intent, Kind
from bot.described.by_description import stands_within
from bot.described.in_pieces import in_pieces
from bot.question import Understanding
from bot.replying import phrases
from bot.replying.narrowed import found_by
from store.plan import Aggregate, Field, Newest, Plan
from store.text import fold


def _claims(question: Understanding) -> bool:
    plan = question.plan
    if plan.fields != (Field.PROJECT,) or plan.order or plan.compare:
        return False
    return plan.narrowed and plan.aggregate in (None, Aggregate.COUNT)


def _answer(question: Understanding, desk: Desk) -> Answer:
    found = found_by(question.plan, desk)
    apart = in_pieces(question.plan, desk) if found.kind is Kind.NOT_FOUND and question.plan.texts else None
    by_pieces = found_by(apart, desk) if apart else found
    return by_pieces if by_pieces.kind is Kind.ANSWER else _called_nearly(question.plan, desk) or found


def _called_nearly(plan: Plan, desk: Desk) -> Answer | None:
    """The projects whose names hold the characters that no form holds side by side (古桥 in 古石拱桥), offered."""
    text = fold(plan.texts[0].text) if len(plan.texts) == 1 else ""
    if not _LEAST <= len(text) <= _MOST:
        return None
    held = [(project, unit) for project, unit in desk.book.pairs((), plan.units) if stands_within(text, fold(project))]
    if not 1 <= len(held) <= _MOST:
        return None
    choices = tuple(
        Choice(f"{unit}{phrases.project(project)}", Plan(projects=(project,), units=(unit,), newest=Newest.EACH))
        for project, unit in sorted(held)
    )
    first = f"没有项目的表里写有{phrases.quoted(plan.texts[0].text)}。名称里分开写有这几个字的，回数字查看："
    return Answer(Kind.CLARIFY, (first, *phrases.choose([c.label for c in choices])), choices=choices)


_LEAST, _MOST = 2, 5  # characters; projects that are offered


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
