"""The two terms of a form, 中期 and 年度, set beside each other: how much more the one has than the other, in the same form."""

from collections.abc import Sequence
from decimal import Decimal

from bot.answer import Answer, Desk, Fact, Kind
from bot.doubts.absence import nothing
from bot.doubts.disputes import one_each, unsettled
from bot.language.meanings import Mark
from bot.question import Understanding
from bot.replying import facts, phrases, rates
from bot.replying.citing import cite
from bot.replying.growing import Figure, growth
from bot.replying.wanted import Wanted, add_up
from store.model import FundingKind
from store.plan import Aggregate, Plan
from store.targets import TargetView

_MOST = 5  # forms


def beside_each_other(question: Understanding, desk: Desk) -> Answer:
    """How much more the one term has than the other; where a form lacks one of them that is said, with the other."""
    plan = question.plan
    views = desk.matching(plan.model_copy(update={"order": None}))
    if not views:
        return nothing(question, desk)
    views, disputed = one_each(views, Wanted.of(plan))
    if disputed:
        return unsettled(disputed, plan)
    views = sorted(views, key=lambda view: not _has_both(view, plan))
    stated: list[Fact] = []
    lines = [*_together(views, question, stated), *(_line(view, question, stated) for view in views[:_MOST])]
    if len(views) > _MOST:
        lines.append(f"另有 {len(views) - _MOST} 个项目没有列出，请说项目名称。")
    stated = stated or [facts.name(view) for view in views]
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), facts.choices(plan, views), plan)


def _together(views: Sequence[TargetView], question: Understanding, stated: list[Fact]) -> list[str]:
    """How far the sums of several forms that have both terms are apart; nothing where they are of one project or of several years."""
    plan = question.plan
    both = [view for view in views if _has_both(view, plan)]
    several = len({view.target.project for view in both}) > 1 and len({view.target.year for view in both}) == 1
    if not several or Mark.SHARE in question.marks:
        return []
    kind = (plan.kinds or (FundingKind.TOTAL,))[0]
    sums: list[Fact] = []
    for term in plan.terms:
        amounts = [fact for view in both if (fact := facts.amount(view, kind, term))]
        sums.append(facts.derived(Aggregate.SUM, add_up(amounts), range(len(stated), len(stated) + len(amounts))))
        stated.extend(amounts)
    (one, other), at = (fact.yuan or Decimal(0) for fact in sums), len(stated)
    stated.extend((*sums, facts.derived(Aggregate.DIFFERENCE, abs(one - other), (at, at + 1))))
    listed = "，".join(
        f"{phrases.kind_label(kind, t)} {phrases.money(f.yuan or Decimal(0))}" for t, f in zip(plan.terms, sums, strict=True)
    )
    first, second = (phrases.HORIZONS[term] for term in plan.terms)
    gap = f"{first}比{second}{'多' if one > other else '少'} {phrases.money(abs(one - other))}" if one != other else "一样多"
    return [f"合计{gap}（本系统相加、相减）：{len(both)} 个项目预算安排，{listed}。"]


def _has_both(view: TargetView, plan: Plan) -> bool:
    kind = (plan.kinds or (FundingKind.TOTAL,))[0]
    return all(facts.amount(view, kind, term) for term in plan.terms)


def _line(view: TargetView, question: Understanding, stated: list[Fact]) -> str:
    kind = (question.plan.kinds or (FundingKind.TOTAL,))[0]
    amounts = {term: facts.amount(view, kind, term) for term in question.plan.terms}
    there = [(term, fact) for term, fact in amounts.items() if fact is not None and fact.yuan is not None]
    at = len(stated)
    stated.extend(fact for _, fact in there)
    listed = "，".join(
        f"{phrases.kind_label(kind, term)} {phrases.money(fact.yuan)}" for term, fact in there if fact.yuan is not None
    )
    absent = [phrases.quoted(phrases.kind_label(kind, term)) for term in amounts if term not in dict(there)]
    if absent:
        beside = f"同表预算安排：{listed}。" if listed else ""
        return f"没法比较：{facts.whose(view)}表上没有{phrases.listed(absent)}。{beside}"
    figures = [
        Figure(phrases.HORIZONS[term], fact.yuan, at + number)
        for number, (term, fact) in enumerate(there)
        if fact.yuan is not None
    ]
    one, other = figures
    gap = one.yuan - other.yuan
    stated.append(facts.derived(Aggregate.DIFFERENCE, abs(gap), (one.at, other.at)))
    if Mark.SHARE in question.marks and other.yuan:
        share = rates.per_cent_of(one.yuan, other.yuan)
        stated.append(facts.derived(Aggregate.SHARE, None, (one.at, other.at), value=share))
        ours = rates.ours((one.yuan, other.yuan))
        return f"{one.name}占{other.name}的 {share}{ours}：{facts.whose(view)}预算安排，{listed}。"
    rate = growth(figures, question, stated)
    verdict = f"{one.name}比{other.name}{'多' if gap > 0 else '少'} {phrases.money(abs(gap))}（本系统相减）" if gap else "一样多"
    return f"{verdict}{rate}：{facts.whose(view)}预算安排，{listed}。"
