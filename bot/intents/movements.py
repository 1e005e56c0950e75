"""Which projects got more or less than in another year."""

from collections.abc import Sequence
from decimal import Decimal

from bot import facts, phrases
from bot.absence import nothing
from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.citing import cite
from bot.disputes import one_each, unsettled
from bot.enumerating import enumerate_items
from bot.language.meanings import Mark
from bot.question import Understanding
from bot.wanted import Wanted
from store.plan import Aggregate
from store.targets import TargetView


def _claims(question: Understanding) -> bool:
    return question.asks_who_moved


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan, wanted = question.plan, Wanted.of(question.plan)
    views = desk.matching(plan)
    if not views:
        return nothing(question, desk)
    views, disputed = one_each(views, wanted)
    if disputed:
        return unsettled(disputed, plan)
    earlier, later = min(plan.years), max(plan.years)
    stated: list[Fact] = []
    items = []
    for before, after in _pairs(views, earlier, later):
        one, other = wanted.first(before), wanted.first(after)
        if one is None or other is None or one.yuan is None or other.yuan is None or not _asked(other.yuan - one.yuan, question):
            continue
        at = len(stated)
        gap = other.yuan - one.yuan
        stated += [one, other, facts.derived(Aggregate.DIFFERENCE, abs(gap), (at, at + 1))]
        way = "多" if gap > 0 else "少"
        amounts = f"{phrases.money(one.yuan)} → {phrases.money(other.yuan)}"
        items.append(f"{facts.whose(after, year=False)} {amounts}，{way} {phrases.money(abs(gap))}")
    both = f"只比较两年都有的项目；{later}年与{earlier}年"
    if not items:
        return Answer(
            Kind.ANSWER,
            (f"一个也没有：{both}，{wanted.title}没有这样的变化。",),
            cited=cite(map(facts.name, views)),
            remembered=plan,
        )
    lines = (f"{len(items)} 个项目（{both}，{wanted.title}，本系统相减）：", *enumerate_items(items, desk.offset))
    return Answer(Kind.ANSWER, lines, tuple(stated), cite(stated), remembered=plan)


def _pairs(views: Sequence[TargetView], earlier: int, later: int) -> list[tuple[TargetView, TargetView]]:
    """The targets of one unit's project in both years, where each year has one."""
    years: dict[int, dict[tuple[str, str], list[TargetView]]] = {earlier: {}, later: {}}
    for view in (v for v in views if v.target.year in years):
        years[view.target.year].setdefault((view.target.unit, view.target.project), []).append(view)
    both = ((years[earlier].get(key, []), found) for key, found in years[later].items())
    return [(one[0], other[0]) for one, other in both if len(one) == len(other) == 1]


def _asked(gap: Decimal, question: Understanding) -> bool:
    """Whether a change goes the way that is asked for; any change where neither way is."""
    if Mark.ROSE in question.marks and Mark.FELL not in question.marks:
        return gap > 0
    if Mark.FELL in question.marks and Mark.ROSE not in question.marks:
        return gap < 0
    return gap != 0


INTENT = Intent(
    name="movements",
    title="查哪些项目增减",
    claims=_claims,
    answer=_answer,
    examples=("2025年哪些项目比2024年预算减少了", "2025年比2024年增加的项目有哪些"),
    counterexamples=("渠沟比任圩多多少",),
)
