"""What the money is for: the annual or mid-term goal, in the document's words."""

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing, which
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.both_scopes import below
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.shapes import Shape
from store.model import Goal, Horizon
from store.plan import Field
from store.targets import TargetView


def _claims(question: Understanding) -> bool:
    return question.plan.fields == (Field.GOAL,) and not question.plan.compare


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    own = desk.matching(plan)
    others = below(question, desk)
    views = [*own, *others]
    if not views:
        return nothing(question, desk)
    scoped = plan.projects or plan.units or plan.narrowed or plan.amounts or plan.attributes or plan.order
    if len(views) > 1 and not scoped:
        return which(question, desk)
    horizon = plan.horizon or Horizon.ANNUAL
    stated: list[Fact] = []
    items = []
    for view in views:
        found = _goal(view, horizon)
        items.append(_said(view, found, horizon))
        if found:
            stated.append(facts.goal(view, found))
    levels = f"（{plan.units[0]}本级 {len(own)} 个、含所属单位共 {len(views)} 个项目）" if others else ""
    lines = items if len(items) == 1 else [f"{phrases.HORIZONS[horizon]}目标{levels}：", *enumerate_items(items, desk.offset)]
    stated = stated or [facts.name(v) for v in views]
    return Answer(
        Kind.ANSWER,
        tuple(lines),
        tuple(stated),
        cite(stated, f"{phrases.HORIZONS[horizon]}目标"),
        facts.choices(plan, views),
        plan,
    )


def _goal(view: TargetView, horizon: Horizon) -> Goal | None:
    return next((g for g in view.target.goals if g.horizon is horizon), None)


def _said(view: TargetView, found: Goal | None, horizon: Horizon) -> str:
    label = f"{phrases.HORIZONS[horizon]}目标"
    if found is None:
        filled = facts.blank(view, "goal", horizon)
        return f"{facts.whose(view)}：表上没填“{label}”。" if filled else f"{facts.whose(view)}：表上没有“{label}”一栏。"
    other = next((g for g in view.target.goals if g.horizon is not horizon), None)
    same = "（中期与年度相同）" if other and other.text == found.text else ""
    return f"{facts.whose(view)}{label}{same}：{phrases.printed(found.text)}"


INTENT = Intent(
    name="goals",
    title="查目标",
    claims=_claims,
    answer=_answer,
    heeds=frozenset({Shape.HORIZON}),
    examples=("软件升级维护的目标是什么", "任圩下派干部经费的年度目标", "软件升级维护中期目标", "软件升级维护要做到什么程度"),
    counterexamples=("软件升级维护多少钱", "软件升级维护的满意度"),
)
