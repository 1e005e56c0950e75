"""Sums and averages over what matched; for a unit with subordinate units both scopes (口径), labelled."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from bot import facts, phrases
from bot.absence import nothing
from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.citing import cite
from bot.enumerating import enumerate_items
from bot.question import Understanding
from store.model import FundingKind, Horizon
from store.plan import Aggregate, Field
from store.targets import TargetView

_SHOWN = 4


def _claims(question: Understanding) -> bool:
    plan = question.plan
    fields = plan.fields in ((Field.AMOUNT,), (Field.PROJECT,), (Field.FUNDING,), (Field.UNIT,), (Field.INDICATOR,))
    return plan.aggregate in (Aggregate.SUM, Aggregate.AVERAGE) and not plan.compare and not plan.order and fields


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    own = desk.matching(plan)
    if not own:
        return nothing(question, desk)
    if plan.aggregate is Aggregate.SUM and len(plan.units) == 1 and not plan.projects and not plan.whole_branch:
        below = desk.book.below(plan.units[0])
        if below:
            return _two_scopes(own, below, question, desk)
    return _one_scope(own, question, desk)


def _kind(question: Understanding) -> tuple[FundingKind, Horizon]:
    plan = question.plan
    return (plan.kinds or (FundingKind.TOTAL,))[0], plan.horizon or Horizon.ANNUAL


def _amounts(views: Sequence[TargetView], question: Understanding) -> list[Fact]:
    kind, horizon = _kind(question)
    return [f for v in views if (f := facts.amount(v, kind, horizon))]


def add_up(stated: Sequence[Fact]) -> Decimal:
    """The exact sum of the facts' amounts."""
    return sum((f.yuan for f in stated if f.yuan is not None), start=Decimal(0))


def _one_scope(views: list[TargetView], question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    stated = _amounts(views, question)
    if not stated:
        return Answer(Kind.NOT_FOUND, ("没有可相加的金额：这些表上没有填。",), remembered=plan)
    total, average = add_up(stated), plan.aggregate is Aggregate.AVERAGE
    label = "" if _kind(question) == (FundingKind.TOTAL, Horizon.ANNUAL) else phrases.kind_label(*_kind(question))
    if average:
        mean = (total / len(stated)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        figure = facts.derived(Aggregate.AVERAGE, mean, range(len(stated)))
        lines = [
            f"平均每个项目 {phrases.money(mean)}：{_scope(views, question)}{label}预算安排，{len(stated)} 个项目（本系统计算，四舍五入到分）。"
        ]
    else:
        figure = facts.derived(Aggregate.SUM, total, range(len(stated)))
        lines = [f"合计 {phrases.money(total)}：{_scope(views, question)}{label}预算安排，{len(stated)} 个项目{phrases.OURS}。"]
    lines.extend(_addends(views, stated, desk))
    lines.extend(_left_out(views, stated))
    cited = cite(stated)
    covered = (*cited[:-1], f"{cited[-1]}；{_covers(desk)}") if cited else ()
    return Answer(Kind.ANSWER, tuple(lines), (*stated, figure), covered, facts.choices(plan, views), plan)


def _scope(views: Sequence[TargetView], question: Understanding) -> str:
    years = sorted({v.target.year for v in views})
    projects = {v.target.project for v in views}
    units = {v.target.unit for v in views}
    whose = phrases.listed(list(question.plan.units)) if question.plan.units else units.pop() if len(units) == 1 else ""
    what = phrases.project(projects.pop()) if len(projects) == 1 else ""
    return f"{phrases.years(years)}{whose}{what}"


def _addends(views: Sequence[TargetView], stated: Sequence[Fact], desk: Desk) -> list[str]:
    if len(stated) > _SHOWN or len(stated) < 2:
        return []
    by_target = {(f.project, f.unit, f.year): f for f in stated}
    items = []
    for view in views:
        fact = by_target.get((view.target.project, view.target.unit, view.target.year))
        if fact and fact.yuan is not None:
            items.append(f"{facts.label(view, views)} {phrases.money(fact.yuan)}")
    return enumerate_items(items, desk.offset)


def _left_out(views: Sequence[TargetView], stated: Sequence[Fact]) -> list[str]:
    missing = len(views) - len(stated)
    return [f"另有 {missing} 个项目表上没填金额，没有计入。"] if missing else []


def _two_scopes(own: list[TargetView], below: Sequence[str], question: Understanding, desk: Desk) -> Answer:
    """局本级 and 含所属单位, each with its own figure: never a mixture."""
    plan = question.plan
    unit = plan.units[0]
    others = desk.matching(plan.model_copy(update={"units": tuple(below), "years": (own[0].target.year,), "newest": None}))
    mine, theirs = _amounts(own, question), _amounts(others, question)
    stated = [*mine, *theirs]
    first, second = add_up(mine), add_up(stated)
    sums = (
        facts.derived(Aggregate.SUM, first, range(len(mine))),
        facts.derived(Aggregate.SUM, second, range(len(stated))),
    )
    lines = [
        f"{own[0].target.year}年预算安排，两种口径：",
        f"1. {unit}本级：{len(mine)} 个项目，{phrases.money(first)}{phrases.OURS if len(mine) > 1 else ''}",
        f"2. 含所属单位：{len(stated)} 个项目，{phrases.money(second)}{phrases.OURS}",
        f"所属：{_branches(others, theirs)}",
        *_left_out([*own, *others], stated),
    ]
    cited = cite(stated)
    covered = (*cited[:-1], f"{cited[-1]}；{_covers(desk)}")
    return Answer(Kind.ANSWER, tuple(lines), (*stated, *sums), covered, remembered=plan)


def _branches(views: Sequence[TargetView], stated: Sequence[Fact]) -> str:
    units = list(dict.fromkeys(v.target.unit for v in views))
    if len(units) > _SHOWN * 2:
        return f"{phrases.listed(units[:_SHOWN])}等 {len(units)} 个单位"
    amounts = {u: add_up([f for f in stated if f.unit == u]) for u in units}
    return phrases.listed([f"{u} {phrases.money(amounts[u])}" for u in units])


def _covers(desk: Desk) -> str:
    return f"只含已导入的 {desk.documents()} 份文件"


INTENT = Intent(
    name="totals",
    title="求合计、平均",
    claims=_claims,
    answer=_answer,
    examples=("所有项目一共多少钱", "财政局一共多少钱", "两个下派干部经费加起来多少", "平均一个项目多少万"),
    counterexamples=("一共有几个项目", "渠沟比任圩多多少"),
)
