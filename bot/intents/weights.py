"""Weights (权重、分值) of indicators: of one line, of all of a form, what they add up to, the greatest; no amount of money.

The store keeps of a weight its number; where it stands is the line's row.
"""

from collections.abc import Sequence
from decimal import Decimal

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing, which
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.shapes import Shape
from store.model import Horizon, Indicator
from store.money import plain
from store.plan import Aggregate, Direction, Field, Order, Plan
from store.targets import TargetView, fitting

_WHOLE = (Decimal(100), Decimal(90), Decimal(1))  # of all lines, without the ten points of 预算执行, or as parts of one
_NO_COLUMN, _BLANK = "表上没有权重（分值）这一栏", "权重表上没填（那一栏是空的，空白不等于 0）"
_ODD = "请核对（提示，不是结论）"


def _claims(question: Understanding) -> bool:
    return question.plan.fields == (Field.WEIGHT,)


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    scope = {"order": None, "other_order": None, "aggregate": None, "compare": False, "by": None}
    views = desk.matching(plan.model_copy(update=scope))
    if not views:
        return nothing(question, desk)
    if len(views) == 1:
        return _of_one(views[0], question, desk)
    if not plan.projects and plan.aggregate is Aggregate.SUM:
        return _sums(views, plan, desk)
    if not (plan.projects or plan.units or plan.narrowed):
        return which(question, desk)
    return _of_several(views, plan, desk)


def _without(view: TargetView, plan: Plan, desk: Desk, unknown: str) -> Answer:
    """All weights of a form in which no line is called as the question says (`unknown`)."""
    answer = _listed(view, _lines(view, plan), plan.model_copy(update={"indicators": Plan().indicators}), desk)
    first, *rest = answer.lines
    return Answer(answer.kind, (f"没有{unknown}这一条；{first}", *rest), answer.facts, answer.cited, remembered=answer.remembered)


def _of_one(view: TargetView, question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    if absent := _absent(view, plan):
        return absent
    lines = fitting(_lines(view, plan), plan.indicators)
    if question.doubtful:
        return _without(view, plan, desk, phrases.listed([phrases.quoted(word) for word in question.doubtful]))
    if not lines:
        called = phrases.listed([*plan.indicators.level1, *plan.indicators.level2, *map(phrases.quoted, plan.indicators.names)])
        return _without(view, plan, desk, called)
    if plan.order:
        return _ranked(view, lines, plan.order, plan)
    if plan.aggregate is None and len(lines) == 1:
        return _line(view, lines[0], plan)
    return _listed(view, lines, plan, desk)


def _lines(view: TargetView, plan: Plan) -> list[Indicator]:
    """The lines of the year, or of the middle term where it is asked for or nothing else is there."""
    every = view.target.indicators
    horizon = plan.horizon or (Horizon.ANNUAL if any(i.horizon is Horizon.ANNUAL for i in every) else Horizon.MID_TERM)
    return [i for i in every if i.horizon is horizon]


def _absent(view: TargetView, plan: Plan) -> Answer | None:
    """That there is no such column, or nothing in it: what is not there is told apart."""
    lines = _lines(view, plan)
    if any(i.weight is not None for i in lines):
        return None
    why = "没有填绩效指标，也就没有权重" if not lines else _why_none(view)
    stated = (facts.name(view),)
    return Answer(Kind.ANSWER, (f"{why}：{facts.whose(view)}。",), stated, cite(stated), remembered=plan)


def _why_none(view: TargetView) -> str:
    return _BLANK if facts.blank(view, "weight") else _NO_COLUMN


def _line(view: TargetView, line: Indicator, plan: Plan) -> Answer:
    said = _weight(line)
    first = f"权重 {said}" if line.weight is not None else "权重表上没填"
    stated = _fact(view, line)
    text = f"{first}：{facts.whose(view)}{line.level2}{phrases.printed(line.name)}。"
    return Answer(Kind.ANSWER, (text,), (stated,), tuple(f"{c}该行" for c in cite((stated,))), remembered=plan)


def _listed(view: TargetView, lines: Sequence[Indicator], plan: Plan, desk: Desk) -> Answer:
    """The lines and what they come to; of a whole form it is said where that is neither 100 nor 90."""
    stated = [_fact(view, i) for i in lines]
    total = _total(lines)
    whole = len(lines) == len(_lines(view, plan))
    what = "" if whole else phrases.listed(list(plan.indicators.level1 or dict.fromkeys(i.level2 for i in lines)))
    note = "" if not whole or total in _WHOLE or _unfilled(lines) else f"，不是 90 或 100，{_ODD}"
    blank = f"，另有 {len(_unfilled(lines))} 条没填" if _unfilled(lines) else ""
    whose, count = f"{facts.whose(view)}{what}权重", f"{len(lines)} 条"
    if plan.aggregate is Aggregate.SUM:
        summed = f"{plain(total)}{note}：{whose} {count}相加（本系统相加）{blank}："
    else:
        summed = f"{whose} {count}，相加 {plain(total)}（本系统相加）{blank}{note}："
    items = [f"{i.level2} {phrases.one_line(i.name)} {_weight(i)}" for i in lines]
    figures = (*stated, _sum(total, [n for n, i in enumerate(lines) if i.weight is not None]))
    return Answer(Kind.ANSWER, (summed, *enumerate_items(items, desk.offset)), figures, cite(stated), remembered=plan)


def _ranked(view: TargetView, lines: Sequence[Indicator], order: Order, plan: Plan) -> Answer:
    """The line of the greatest or the least weight, and all that have the same."""
    weighed = [i for i in lines if i.weight is not None] or list(lines)
    most = order.direction is Direction.DESCENDING
    ranked = sorted(weighed, key=lambda i: i.weight or Decimal(0), reverse=most)
    edge = ranked[min(order.skip + order.count, len(ranked)) - 1].weight
    first = ranked[min(order.skip, len(ranked) - 1)].weight
    low, high = sorted((first or Decimal(0), edge or Decimal(0)))
    shown = [i for i in ranked if i.weight is not None and low <= i.weight <= high]
    stated = [_fact(view, i) for i in shown]
    whose, end = facts.whose(view), "大" if most else "小"
    blank = f"（{len(lines) - len(weighed)} 条没填，没有计入）" if len(weighed) < len(lines) else ""
    if len(shown) == 1:
        text = f"{shown[0].level2}{phrases.printed(shown[0].name)}，权重 {_weight(shown[0])}：{whose}权重最{end}的一条{blank}。"
        return Answer(Kind.ANSWER, (text,), tuple(stated), tuple(f"{c}该行" for c in cite(stated)), remembered=plan)
    same = "并列" if low == high else ""
    heading = f"{whose}权重最{end}的{same} {len(shown)} 条{blank}："
    items = [f"{i.level2}{phrases.printed(i.name)} {_weight(i)}" for i in shown]
    return Answer(Kind.ANSWER, (heading, *enumerate_items(items, 0)), tuple(stated), cite(stated), remembered=plan)


def _of_several(views: Sequence[TargetView], plan: Plan, desk: Desk) -> Answer:
    """Of each form the lines that are asked for, or what all of them come to."""
    stated: list[Fact] = []
    items = [f"{name} {_in_short(view, plan, stated)}" for name, view in zip(facts.labels(views), views, strict=True)]
    heading = f"{len(views)} 张表的权重（相加是本系统加的）："
    shown = stated or [facts.name(v) for v in views]
    lines = (heading, *enumerate_items(items, desk.offset))
    return Answer(Kind.ANSWER, lines, tuple(shown), cite(shown), facts.choices(plan, views), plan)


def _in_short(view: TargetView, plan: Plan, stated: list[Fact]) -> str:
    every = _lines(view, plan)
    if not any(i.weight is not None for i in every):
        return "没有填绩效指标" if not every else _why_none(view)
    lines = fitting(every, plan.indicators)
    begun = len(stated)
    stated.extend(_fact(view, i) for i in lines)
    if plan.order and lines:
        weighed = [i for i in lines if i.weight is not None]
        known = sorted(i.weight for i in weighed if i.weight is not None)
        best = next(iter(known[::-1] if plan.order.direction is Direction.DESCENDING else known), None)
        return "，".join(f"{phrases.printed(i.name)} {_weight(i)}" for i in weighed if i.weight == best)
    if plan.indicators.everything or plan.aggregate is Aggregate.SUM:
        total = _total(lines)
        stated.append(_sum(total, [begun + n for n, i in enumerate(lines) if i.weight is not None]))
        return f"{len(lines)} 条，相加 {plain(total)}" + (
            "" if total in _WHOLE or not plan.indicators.everything else f"，{_ODD}"
        )
    return "，".join(f"{phrases.printed(i.name)} {_weight(i)}" for i in lines) or "没有这一条"


def _sums(views: Sequence[TargetView], plan: Plan, desk: Desk) -> Answer:
    """Which forms' weights do not add up to 90 or 100, and how many do."""
    stated: list[Fact] = []
    odd, right, without = [], 0, 0
    for name, view in zip(facts.labels(views), views, strict=True):
        lines = _lines(view, plan)
        if not any(i.weight is not None for i in lines):
            without += 1
        elif _total(lines) in _WHOLE and not _unfilled(lines):
            right += 1
        else:
            blank = f"（{len(_unfilled(lines))} 条没填）" if _unfilled(lines) else ""
            begun = len(stated)
            stated.extend(_fact(view, i) for i in lines)
            stated.append(_sum(_total(lines), [begun + n for n, i in enumerate(lines) if i.weight is not None]))
            odd.append(f"{name} 相加 {plain(_total(lines))}{blank}")
    return _told(views, odd, right, without, stated, plan, desk)


def _told(
    views: Sequence[TargetView], odd: Sequence[str], right: int, without: int, stated: list[Fact], plan: Plan, desk: Desk
) -> Answer:
    years = phrases.years(sorted({v.target.year for v in views}))
    columns = f"；{without} 张没有权重" if without else ""
    shown = stated or [facts.name(v) for v in views]
    if not odd:
        said = f"{right} 张表的权重相加都是 90 或 100" if right else "没有一张表印了权重"
        return Answer(
            Kind.ANSWER, (f"{years}{said}（共 {len(views)} 张表{columns}）。",), tuple(shown), cite(shown), remembered=plan
        )
    heading = f"{years}权重相加不是 90 或 100 的 {len(odd)} 张表，{_ODD}（另有 {right} 张是{columns}）："
    return Answer(Kind.ANSWER, (heading, *enumerate_items(odd, desk.offset)), tuple(shown), cite(shown), remembered=plan)


def _total(lines: Sequence[Indicator]) -> Decimal:
    return sum((i.weight for i in lines if i.weight is not None), start=Decimal(0))


def _unfilled(lines: Sequence[Indicator]) -> list[Indicator]:
    return [i for i in lines if i.weight is None]


def _weight(line: Indicator) -> str:
    return "没填" if line.weight is None else plain(line.weight)


def _fact(view: TargetView, line: Indicator) -> Fact:
    target, said = view.target, None if line.weight is None else plain(line.weight)
    names = {"project": target.project, "unit": target.unit, "year": target.year}
    return Fact(field="weight", horizon=line.horizon, name=line.name, value=said, source=line.source, **names)  # type: ignore[arg-type]  # Fact's own fields


def _sum(total: Decimal, of: Sequence[int]) -> Fact:
    return facts.derived(Aggregate.SUM, None, of, value=plain(total))


INTENT = Intent(
    name="weights",
    title="查指标权重",
    claims=_claims,
    answer=_answer,
    heeds=frozenset({Shape.INDICATORS, Shape.HORIZON, Shape.AGGREGATE, Shape.COMPARE}),
    examples=(
        "软件升级维护各条指标的权重是多少",
        "任圩下派干部经费满意度权重多少",
        "软件升级维护权重加起来是不是100",
        "工作经费的权重填了没",
    ),
    counterexamples=("软件升级维护的财政拨款占多少", "软件升级维护的满意度指标有哪些", "软件升级维护自评得了多少分"),
)
