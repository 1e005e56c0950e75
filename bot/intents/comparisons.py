"""Which of two or more is more, and by how much: units, projects or years side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot import facts, phrases
from bot.absence import nothing
from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.citing import cite
from bot.disputes import one_each, unsettled
from bot.language.meanings import Mark
from bot.question import Understanding
from bot.wanted import Wanted
from store.model import Horizon
from store.plan import Aggregate, Field
from store.targets import TargetView

_NOT_MONEY = frozenset(
    {(Field.YEAR,), (Field.DOCUMENT,), (Field.ORIGINAL,), (Field.INDICATOR,), (Field.GOAL,), (Field.QUALITY,), (Field.FILE,)}
)


def _claims(question: Understanding) -> bool:
    plan = question.plan
    return (
        plan.compare
        and not plan.change
        and plan.fields not in _NOT_MONEY
        and not (question.asks_who_moved or question.asks_changes)
    )


@dataclass(frozen=True)
class _Side:
    """One side of a comparison: its name, its amounts, and where among the facts they stand."""

    name: str
    yuan: Decimal
    at: tuple[int, ...]


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    views = desk.matching(plan)
    if not views:
        return nothing(question, desk)
    wanted = Wanted.of(plan)
    views, disputed = one_each(views, wanted)
    if disputed:
        return unsettled(disputed, plan)
    rows = [(view, fact) for view in views if (fact := wanted.first(view))]
    stated: list[Fact] = [f for _, f in rows]
    sides = _sides([v for v, _ in rows], stated, question)
    if len(sides) < 2:
        return _too_few(rows, question)
    years = {v.target.year for v in views}
    when = f"{years.pop()}年" if len(years) == 1 else ""
    lines = [_verdict(sides, f"{when}{wanted.title}")]
    stated.extend(facts.derived(Aggregate.SUM, side.yuan, side.at) for side in sides if len(side.at) > 1)
    if len(sides) == 2:
        figures = [_figure(side, stated) for side in sides]
        stated.append(facts.derived(Aggregate.DIFFERENCE, abs(sides[0].yuan - sides[1].yuan), figures))
    lines.extend(_reasons(views, question, stated))
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), facts.choices(plan, views), plan)


def _sides(views: Sequence[TargetView], stated: Sequence[Fact], question: Understanding) -> list[_Side]:
    """What is compared: years where years are named, else units, else projects; several targets of a side add up."""
    keys, order = _dimension(views, question)
    grouped: dict[str, list[int]] = {}
    for number, key in enumerate(keys):
        grouped.setdefault(key, []).append(number)
    names = [n for n in order if n in grouped] + [n for n in grouped if n not in order]
    return [_Side(n, sum((_yuan(stated[i]) for i in grouped[n]), Decimal(0)), tuple(grouped[n])) for n in names]


def _dimension(views: Sequence[TargetView], question: Understanding) -> tuple[list[str], list[str]]:
    """By what the targets are told apart, each one's side, and the sides in the question's order."""
    plan = question.plan
    targets = [v.target for v in views]
    if len(plan.years) > 1:
        return [f"{t.year}年" for t in targets], [f"{y}年" for y in plan.years]
    if len({t.unit for t in targets}) > 1 and (len(plan.units) > 1 or len({t.project for t in targets}) == 1):
        several_years = len({t.year for t in targets}) > 1
        return [f"{t.unit}{f'（{t.year}年）' if several_years else ''}" for t in targets], list(plan.units)
    several_years = len({t.year for t in targets}) > 1
    named = {t.project: f"{t.project}{f'（{t.year}年）' if several_years else ''}" for t in targets}
    return [named[t.project] for t in targets], [named[p] for p in plan.projects if p in named]


def _yuan(fact: Fact) -> Decimal:
    return fact.yuan if fact.yuan is not None else Decimal(0)


def _verdict(sides: Sequence[_Side], label: str) -> str:
    listed = "，".join(
        f"{s.name} {phrases.money(s.yuan)}{'（' + str(len(s.at)) + ' 项相加）' if len(s.at) > 1 else ''}" for s in sides
    )
    if len(sides) > 2:
        most, least = max(s.yuan for s in sides), min(s.yuan for s in sides)
        first, last = (phrases.listed([s.name for s in sides if s.yuan == yuan]) for yuan in (most, least))
        return f"{first}最多，{last}最少：{label}，{listed}。" if most > least else f"一样多：{label}，{listed}。"
    one, other = sides
    gap = one.yuan - other.yuan
    if gap == 0:
        return f"一样多：{label}，{listed}。"
    return f"{one.name}比{other.name}{'多' if gap > 0 else '少'} {phrases.money(abs(gap))}（本系统相减）：{label}，{listed}。"


def _figure(side: _Side, stated: Sequence[Fact]) -> int:
    """The index of the fact that holds the side's figure."""
    if len(side.at) == 1:
        return side.at[0]
    return next(i for i, f in enumerate(stated) if f.op == Aggregate.SUM and f.of == side.at)


def _reasons(views: Sequence[TargetView], question: Understanding, stated: list[Fact]) -> list[str]:
    """为什么: the documents give no reason; their goals are quoted."""
    if Mark.WHY not in question.marks:
        return []
    goals = [(v, g) for v in views for g in v.target.goals if g.horizon is Horizon.ANNUAL]
    stated.extend(facts.goal(v, g) for v, g in goals)
    named = facts.labels([v for v, _ in goals])
    quoted = "，".join(f"{name}{phrases.printed(g.text)}" for name, (_, g) in list(zip(named, goals, strict=True))[:4])
    return ["原因文件没有写。", *([f"各表的年度目标原文：{quoted}。"] if quoted else [])]


def _too_few(rows: Sequence[tuple[TargetView, Fact]], question: Understanding) -> Answer:
    """Only one side has a figure: it is stated, and that there is nothing to compare it with."""
    named = [f"{facts.whose(v)} {phrases.money(f.yuan)}" for v, f in rows if f.yuan is not None]
    stated = [f for _, f in rows]
    years = [y for y in question.plan.years if y not in {v.target.year for v, _ in rows}]
    lacking = f"{phrases.years(years)}没有导入绩效目标表" if years else "另一方没有找到"
    if not named:
        return Answer(Kind.NOT_FOUND, ("没有可比较的金额：表上没有填。",), remembered=question.plan)
    return Answer(
        Kind.ANSWER,
        (f"没法比较：{lacking}。", f"预算安排：{phrases.listed(named)}。"),
        tuple(stated),
        cite(stated),
        remembered=question.plan,
    )


INTENT = Intent(
    name="comparisons",
    title="比较",
    claims=_claims,
    answer=_answer,
    examples=("任圩和渠沟的下派干部经费哪个多", "渠沟比任圩多多少", "软件升级维护比工作经费多多少钱", "为什么渠沟比任圩多"),
    counterexamples=("哪个项目钱最多",),
)
