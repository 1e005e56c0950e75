"""How much money: the total or one kind of it, of one project or of each of several."""

from collections.abc import Sequence

from bot import facts, phrases
from bot.absence import nothing, which
from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.citing import cite, cite_totals, disagreements
from bot.enumerating import enumerate_items
from bot.question import Understanding
from store.model import FundingKind, Horizon
from store.plan import Aggregate, Field, Plan
from store.targets import TargetView


def _claims(question: Understanding) -> bool:
    plan = question.plan
    shaped = plan.order or plan.compare or plan.aggregate
    return plan.fields == (Field.AMOUNT,) and not shaped


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    views = desk.matching(plan)
    if not views:
        return nothing(question, desk)
    if len(views) > 1 and not (plan.projects or plan.units or plan.attributes or plan.amounts):
        return which(question, desk)
    kinds = plan.kinds or (FundingKind.TOTAL,)
    horizon = plan.horizon or Horizon.ANNUAL
    if len(views) == 1:
        return _single(views[0], kinds, horizon, plan)
    return _several(views, kinds, horizon, plan, desk)


def _single(view: TargetView, kinds: Sequence[FundingKind], horizon: Horizon, plan: Plan) -> Answer:
    stated = {kind: facts.amount(view, kind, horizon) for kind in kinds}
    found = [fact for fact in stated.values() if fact]
    missing = [kind for kind, fact in stated.items() if not fact]
    lines = []
    if found:
        amounts = "，".join(_named(kind, fact, kinds, horizon) for kind, fact in stated.items() if fact)
        lines.append(f"{amounts}：{facts.whose(view)}{_composition(view, kinds, horizon)}。")
    lines.extend(_missing(view, kind, horizon) for kind in missing)
    beside = _beside(view) if missing else []
    if beside:
        lines.append(f"同表预算安排：{'，'.join(f'{_label(f)} {phrases.money(f.yuan)}' for f in beside if f.yuan is not None)}。")
    stated_facts = (*found, *beside) or (facts.name(view),)
    only_total = tuple(kinds) == (FundingKind.TOTAL,) and horizon is Horizon.ANNUAL and not missing
    cited = (
        cite_totals([view], stated_facts, phrases.kind_label(FundingKind.TOTAL, horizon))
        if only_total
        else cite(stated_facts, _cited_label(kinds, horizon, missing))
    )
    return Answer(Kind.ANSWER, (*lines, *disagreements([view])), stated_facts, cited, remembered=plan)


def _named(kind: FundingKind, fact: Fact, kinds: Sequence[FundingKind], horizon: Horizon) -> str:
    assert fact.yuan is not None
    plain = tuple(kinds) == (FundingKind.TOTAL,) and horizon is Horizon.ANNUAL
    return f"{'预算安排' if plain else phrases.kind_label(kind, horizon) + '（预算安排）'} {phrases.money(fact.yuan)}"


def _composition(view: TargetView, kinds: Sequence[FundingKind], horizon: Horizon) -> str:
    """“，全部为财政拨款” where the form says so."""
    if tuple(kinds) != (FundingKind.TOTAL,):
        return ""
    total, fiscal = view.target.funding(FundingKind.TOTAL, horizon), view.target.funding(FundingKind.FISCAL, horizon)
    return "，全部为财政拨款" if total and fiscal and total.yuan == fiscal.yuan else ""


def _missing(view: TargetView, kind: FundingKind, horizon: Horizon) -> str:
    label = phrases.kind_label(kind, horizon)
    empty = facts.blank(view, kind.value, horizon)
    if empty is None:
        return f"表上没有“{label}”一栏：{facts.whose(view)}。"
    if empty.source.raw:
        return f"读不出金额：{facts.whose(view)}“{label}”一栏写的是“{empty.source.raw}”。"
    return f"表上没填：{facts.whose(view)}“{label}”一栏为空（空白不等于 0）。"


def _beside(view: TargetView) -> list[Fact]:
    return [f for f in (facts.amount(view, kind, Horizon.ANNUAL) for kind in FundingKind) if f]


def _label(fact: Fact) -> str:
    return phrases.kind_label(FundingKind(fact.field), fact.horizon or Horizon.ANNUAL)


def _cited_label(kinds: Sequence[FundingKind], horizon: Horizon, missing: Sequence[FundingKind]) -> str:
    return phrases.kind_label(kinds[0], horizon) if len(kinds) == 1 and not missing else ""


def _several(views: Sequence[TargetView], kinds: Sequence[FundingKind], horizon: Horizon, plan: Plan, desk: Desk) -> Answer:
    stated: list[Fact] = []
    items = []
    for view in views:
        row = [(kind, facts.amount(view, kind, horizon)) for kind in kinds]
        stated.extend(fact for _, fact in row if fact)
        items.append(f"{facts.label(view, views)} {'，'.join(_item(kind, fact, kinds, horizon) for kind, fact in row)}")
    lines = [heading(views, kinds, horizon), *enumerate_items(items, desk.offset)]
    if can_be_added(views, kinds, stated):
        total = sum((f.yuan for f in stated if f.yuan is not None), start=stated[0].yuan * 0 if stated[0].yuan is not None else 0)
        stated.append(facts.derived(Aggregate.SUM, total, range(len(stated))))  # type: ignore[arg-type]  # every summand has yuan
        lines.append(f"{_count(len(views))}项相加 {phrases.money(total)}{phrases.OURS}")  # type: ignore[arg-type]  # see above
    label = phrases.kind_label(kinds[0], horizon) if len(kinds) == 1 else ""
    plain = tuple(kinds) == (FundingKind.TOTAL,) and horizon is Horizon.ANNUAL
    cited = cite_totals(views, stated, label) if plain else cite(stated or [facts.name(v) for v in views], label)
    return Answer(Kind.ANSWER, (*lines, *disagreements(views)), tuple(stated), cited, facts.choices(plan, views), plan)


def _item(kind: FundingKind, fact: Fact | None, kinds: Sequence[FundingKind], horizon: Horizon) -> str:
    label = f"{phrases.kind_label(kind, horizon)} " if len(kinds) > 1 else ""
    return label + (phrases.money(fact.yuan) if fact and fact.yuan is not None else "表上没填")


def heading(views: Sequence[TargetView], kinds: Sequence[FundingKind], horizon: Horizon) -> str:
    """The first line over several targets: the year and the project where they have it in common."""
    years, projects, units = ({getattr(v.target, name) for v in views} for name in ("year", "project", "unit"))
    year = f"{years.pop()}年" if len(years) == 1 else ""
    what = (
        "预算安排"
        if tuple(kinds) == (FundingKind.TOTAL,)
        else f"{phrases.listed([phrases.kind_label(k, horizon) for k in kinds])}（预算安排）"
    )
    if len(projects) == 1 and len(units) == 1:
        return f"{units.pop()}{phrases.project(projects.pop())}各年{what}："
    if len(projects) == 1:
        return f"{year}{phrases.project(projects.pop())}有 {len(views)} 个单位，{what}："
    return f"{year}有 {len(views)} 个项目，{what}："


def can_be_added(views: Sequence[TargetView], kinds: Sequence[FundingKind], stated: Sequence[Fact]) -> bool:
    """Whether a sum says something unasked: one kind of money for one project name in one year, and nothing missing."""
    alike = len({v.target.project for v in views}) == 1 and len({v.target.year for v in views}) == 1
    return alike and len(kinds) == 1 and len(stated) == len(views) and not any(v.conflict for v in views)


def _count(number: int) -> str:
    return "两" if number == 2 else f"{number} "


INTENT = Intent(
    name="amounts",
    title="查金额",
    claims=_claims,
    answer=_answer,
    examples=("乡村振兴经费多少", "软件升级维护财政拨款多少", "软件升级维护有没有其他资金"),
    counterexamples=("财政局一共多少钱", "软件升级维护的目标"),
)
