"""The most and the least: ranked by the annual total, equal amounts together."""

from bot import facts, phrases
from bot.absence import nothing
from bot.answer import Answer, Desk, Intent, Kind
from bot.citing import cite
from bot.enumerating import enumerate_items
from bot.question import Understanding
from store.model import FundingKind, Horizon
from store.plan import Direction
from store.targets import TargetView

_MORE_FOR_TIES = 20


def _claims(question: Understanding) -> bool:
    return question.plan.order is not None and not question.plan.compare


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    order = plan.order
    assert order is not None
    more = order.model_copy(update={"count": order.count + _MORE_FOR_TIES})
    views = [
        v for v in desk.matching(plan.model_copy(update={"order": more})) if facts.amount(v, FundingKind.TOTAL, Horizon.ANNUAL)
    ]
    if not views:
        return nothing(question, desk)
    views = _with_ties(views, order.count)
    stated = [f for v in views if (f := facts.amount(v, FundingKind.TOTAL, Horizon.ANNUAL))]
    end = "最多" if order.direction is Direction.DESCENDING else "最少"
    years = phrases.years([v.target.year for v in views])
    place = f"第 {order.skip + 1} " if order.skip else ""
    if len(views) == 1:
        assert stated[0].yuan is not None
        lines = [f"预算安排{place}{end}的是{facts.whose(views[0], year=False)}：{phrases.money(stated[0].yuan)}（{years}）。"]
    else:
        items = [
            f"{facts.label(v, views)} {phrases.money(f.yuan)}" for v, f in zip(views, stated, strict=True) if f.yuan is not None
        ]
        tied = "（金额相同的并列）" if len(views) > order.count else ""
        lines = [f"{years}预算安排{end}的 {len(views)} 个{tied}：", *enumerate_items(items, desk.offset)]
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), facts.choices(plan, views), facts.these(plan, views))


def _with_ties(views: list[TargetView], count: int) -> list[TargetView]:
    if len(views) <= count:
        return views
    last = views[count - 1].target.funding(FundingKind.TOTAL)
    tied = [v for v in views[count:] if last and (f := v.target.funding(FundingKind.TOTAL)) and f.yuan == last.yuan]
    return [*views[:count], *tied]


INTENT = Intent(
    name="rankings",
    title="排名",
    claims=_claims,
    answer=_answer,
    examples=("哪个项目钱最多", "预算最少的是哪个项目", "预算前两名的项目"),
    counterexamples=("10万以上的项目有哪些", "任圩和渠沟的下派干部经费哪个多"),
)
