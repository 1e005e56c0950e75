"""For which years there are targets, of a project, a unit or at all."""

from bot import facts, phrases
from bot.absence import nothing
from bot.answer import Answer, Desk, Intent, Kind
from bot.citing import cite
from bot.question import Understanding
from store.plan import Field


def _claims(question: Understanding) -> bool:
    return question.plan.fields == (Field.YEAR,)


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    views = desk.matching(plan)
    if not views:
        return nothing(question, desk)
    years = sorted({v.target.year for v in views})
    whose = phrases.listed([phrases.project(p) for p in plan.projects] or list(plan.units)) or "已导入的文件"
    lines = (f"有 {len(years)} 个年度：{phrases.listed([f'{y}年' for y in years])}（{whose}）。",)
    stated = tuple(facts.name(v) for v in views) if plan.projects else ()
    return Answer(Kind.ANSWER, lines, stated, cite(stated), remembered=plan)


INTENT = Intent(
    name="coverage",
    title="查有哪些年份",
    claims=_claims,
    answer=_answer,
    examples=("工作经费有哪几年的数据", "有哪些年份"),
    counterexamples=("2024年工作经费多少",),
)
