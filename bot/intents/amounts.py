"""How much money: the total or some kinds of it, of one project or of each of several."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing, which
from bot.doubts.disputes import one_each
from bot.doubts.lacking import why_none
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.both_scopes import below, filled_in, summed
from bot.replying.citing import cite, cite_totals, disagreement
from bot.replying.enumerating import enumerate_items
from bot.replying.wanted import Wanted, add_up
from bot.shapes import POOLED, Shape
from store.model import FundingKind, Horizon
from store.plan import Aggregate, Field, Plan
from store.targets import TargetView


def _claims(question: Understanding) -> bool:
    plan = question.plan
    shaped = plan.order or plan.compare or plan.aggregate or plan.checked
    others = question.asks_execution or question.asks_groups or question.asks_net
    return plan.fields == (Field.AMOUNT,) and not shaped and not others


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    views = desk.matching(plan)
    if not views:
        return nothing(question, desk)
    if len(views) > 1 and not (plan.projects or plan.units or plan.attributes or plan.amounts or plan.narrowed):
        return which(question, desk)
    wanted = Wanted.of(plan)
    views, disputed = one_each(views, wanted)
    answer = _single(views[0], wanted, plan) if len(views) == 1 else _several(views, wanted, plan, desk, disputed=bool(disputed))
    return answer if disputed else _with_sums(answer, views, question, desk)


def _with_sums(answer: Answer, own: Sequence[TargetView], question: Understanding, desk: Desk) -> Answer:
    """All that a unit has is also added up, in both scopes (口径)."""
    wanted = Wanted.of(question.plan)
    if not question.asks_portfolio or len(wanted.kinds) > 1:
        return answer
    others, disputed = one_each(below(question, desk, money_only=True), wanted)
    add = summed if wanted.plain or not others else filled_in
    lines, figures = ([], []) if disputed else add(own, others, wanted, len(answer.facts))
    if not lines:
        return answer
    if not figures:
        return replace(answer, lines=(*answer.lines, *lines))
    stated = [fact for fact in (*answer.facts, *figures) if fact.source]
    cited = cite_totals([*own, *others], stated, wanted.cited) if wanted.plain else cite(stated, wanted.cited)
    covered = f"只含已导入的 {desk.documents()} 份文件"
    return replace(answer, lines=(*answer.lines, *lines), facts=(*answer.facts, *figures), cited=(*cited, covered))


def _single(view: TargetView, wanted: Wanted, plan: Plan) -> Answer:
    rows = wanted.amounts(view)
    found = [fact for _, fact in rows if fact]
    missing = [kind for kind, fact in rows if not fact]
    lines, figures = [], list[Fact]()
    if found:
        amounts = "，".join(f"{_title(kind, wanted)} {_money(fact)}" for kind, fact in rows if fact)
        added, figures = _added(found, wanted, 0)
        lines.append(f"{added}{amounts}：{facts.whose(view)}{_composition(view, wanted)}。")
    lines.extend(_missing(view, kind, wanted) for kind in missing)
    beside = [f for kind in FundingKind if (f := facts.amount(view, kind, Horizon.ANNUAL))] if missing else []
    if beside:
        listed = "，".join(f"{phrases.kind_label(FundingKind(f.field), Horizon.ANNUAL)} {_money(f)}" for f in beside)
        lines.append(f"同表预算安排：{listed}。")
    stated = (*found, *figures, *beside) or (facts.name(view),)
    cited = cite_totals([view], stated, wanted.cited) if wanted.plain else cite(stated, "" if missing else wanted.cited)
    notes, differing = _disagreements([view], wanted)
    return Answer(Kind.ANSWER, (*lines, *notes), (*stated, *differing), cited, remembered=plan)


def _added(found: Sequence[Fact], wanted: Wanted, first: int) -> tuple[str, list[Fact]]:
    """“合计 170 万元（本系统相加），” where the kinds are added up; `first` is where their amounts stand among the reply's facts."""
    if not wanted.together or len(found) < 2:
        return "", []
    total = add_up(found)
    return f"合计 {phrases.money(total)}（本系统相加），", [facts.derived(Aggregate.SUM, total, range(first, first + len(found)))]


def _title(kind: FundingKind, wanted: Wanted) -> str:
    return wanted.title if wanted.plain else f"{wanted.label(kind)}（预算安排）"


def _money(fact: Fact) -> str:
    return phrases.money(fact.yuan) if fact.yuan is not None else "表上没填"


def _composition(view: TargetView, wanted: Wanted) -> str:
    """“，全部为财政拨款” where the form says so."""
    if wanted.kinds != (FundingKind.TOTAL,):
        return ""
    total, fiscal = (view.target.funding(kind, wanted.horizon) for kind in (FundingKind.TOTAL, FundingKind.FISCAL))
    return "，全部为财政拨款" if total and fiscal and total.yuan == fiscal.yuan else ""


def _missing(view: TargetView, kind: FundingKind, wanted: Wanted) -> str:
    label = phrases.quoted(wanted.label(kind))
    empty = facts.blank(view, kind.value, wanted.horizon)
    if empty is None:
        return f"表上没有{label}一栏：{facts.whose(view)}。"
    if facts.says_none(empty):
        return f"表上写的是{phrases.quoted(empty.source.raw)}：{facts.whose(view)}{label}一栏没有金额（不等于 0）。"
    if empty.source.raw:
        return f"读不出金额：{facts.whose(view)}{label}一栏写的是{phrases.quoted(empty.source.raw)}。"
    return f"表上没填：{facts.whose(view)}{label}一栏为空（空白不等于 0）。"


def _several(views: Sequence[TargetView], wanted: Wanted, plan: Plan, desk: Desk, *, disputed: bool) -> Answer:
    rows = [(view, wanted.amounts(view)) for view in views]
    stated: list[Fact] = []
    one_unit = bool(plan.units) and _are_of_one_unit(views)
    named = [phrases.project(v.target.project) for v in views] if one_unit else facts.labels(views)
    items = []
    for name, (view, row) in zip(named, rows, strict=True):
        found = [fact for _, fact in row if fact]
        added, figures = _added(found, wanted, len(stated))
        items.append(f"{name} {added}{'，'.join(_item(view, kind, fact, wanted) for kind, fact in row)}")
        stated += [*found, *figures]
    lines = [_heading(views, wanted, disputed=disputed, of_unit=one_unit), *enumerate_items(items, desk.offset)]
    cited = cite_totals(views, stated, wanted.cited) if wanted.plain else cite(stated or map(facts.name, views), wanted.cited)
    if not disputed and _can_be_added(views, wanted, stated):
        total = add_up(stated)
        lines.append(f"{_count(len(views))}项相加 {phrases.money(total)}{facts.ours(views)}")
        stated = [*stated, facts.derived(Aggregate.SUM, total, range(len(stated)))]
    elif not disputed and wanted.together and len({v.target.year for v in views}) == 1:
        at = [n for n, fact in enumerate(stated) if fact.source]
        total = add_up([stated[n] for n in at])
        lines.append(f"{len(views)} 个项目合计 {phrases.money(total)}（本系统相加，没有填或读不出的不计入）")
        stated.append(facts.derived(Aggregate.SUM, total, at))
    notes, differing = _disagreements(views, wanted)
    return Answer(Kind.ANSWER, (*lines, *notes), (*stated, *differing), cited, facts.choices(plan, views), plan)


def _are_of_one_unit(views: Sequence[TargetView]) -> bool:
    """Whether these are several projects of one unit, each once."""
    return len({v.target.unit for v in views}) == 1 and len({v.target.project for v in views}) == len(views)


def _disagreements(views: Sequence[TargetView], wanted: Wanted) -> tuple[list[str], list[Fact]]:
    """Where the 公开清单 says otherwise than the form: a line each, and the list's figures as facts."""
    rows = [(view, fact) for view in views if (fact := facts.listed(view))] if wanted.plain else []
    return [disagreement(view, fact) for view, fact in rows], [fact for _, fact in rows]


def _item(view: TargetView, kind: FundingKind, fact: Fact | None, wanted: Wanted) -> str:
    label = f"{wanted.label(kind)} " if len(wanted.kinds) > 1 else ""
    return label + (_money(fact) if fact else why_none(view, kind, wanted.horizon))


def _heading(views: Sequence[TargetView], wanted: Wanted, *, disputed: bool, of_unit: bool) -> str:
    """The first line over several targets: the year, the unit, the project where they have it in common."""
    years, projects, units = ({getattr(v.target, name) for v in views} for name in ("year", "project", "unit"))
    year = f"{years.pop()}年" if len(years) == 1 else ""
    if of_unit:
        return f"{year}{units.pop()}有 {len(views)} 个项目，{wanted.title}："
    if len(projects) > 1:
        return f"{year}有 {len(views)} 个项目，{wanted.title}："
    project = phrases.project(projects.pop())
    if len(units) > 1:
        return f"{year}{project}有 {len(units)} 个单位，{wanted.title}："
    if year and disputed:
        return f"{year}{units.pop()}{project}有 {len(views)} 份文件写了不同的数，{wanted.title}："
    if year:
        return f"{year}{project}在 {len(views)} 个公开主体都有，{wanted.title}："
    return f"{units.pop()}{project}各年{wanted.title}："


def _can_be_added(views: Sequence[TargetView], wanted: Wanted, stated: Sequence[Fact]) -> bool:
    """Whether a sum says something unasked: one kind of money for one project name in one year, and nothing missing."""
    alike = len({v.target.project for v in views}) == 1 and len({v.target.year for v in views}) == 1
    return alike and len(wanted.kinds) == 1 and len(stated) == len(views)


def _count(number: int) -> str:
    return "两" if number == 2 else f"{number} "


INTENT = Intent(
    name="amounts",
    title="查金额",
    claims=_claims,
    answer=_answer,
    heeds=POOLED | {Shape.BY},
    examples=("乡村振兴经费多少", "软件升级维护财政拨款多少", "软件升级维护有没有其他资金", "软件升级维护按元说是多少"),
    counterexamples=("财政局一共多少钱", "软件升级维护的目标"),
)
