"""Indicators: all of a target, by level, by name, by value; and the standard (绩效标准) beside them."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing, which
from bot.doubts.no_such_lines import no_such_lines
from bot.lines.asked import lines_asked
from bot.lines.differences import differences
from bot.lines.measured import is_told
from bot.lines.summed import summed
from bot.question import Understanding
from bot.replying import covered, facts, phrases
from bot.replying.both_scopes import below
from bot.replying.citing import cite_row
from bot.replying.enumerating import enumerate_items
from bot.shapes import Shape
from store.model import Horizon, Indicator
from store.plan import Aggregate, Field, Plan
from store.targets import TargetView

_RATES = ("率", "度", "比例", "占比")
_MEASURED = {None: "", True: "量化的", False: "没量化（值里没有数）的"}


def _claims(question: Understanding) -> bool:
    plan = question.plan
    return plan.fields == (Field.INDICATOR,) and (plan.compare or not plan.order)


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    own = desk.matching(plan)
    others = [] if plan.compare else below(question, desk)
    views = [*own, *others]
    if not views:
        return nothing(question, desk)
    scoped = plan.projects or plan.units or plan.narrowed or plan.attributes
    found = [(view, lines) for view in views if (lines := lines_asked(view, plan))]
    if named := [] if scoped else [name for name in plan.indicators.names if "满意" not in name]:
        # “登记率多少，满意度多少”: of the forms that have the line
        found = [one for one in found if any(line.name in named for line in one[1])] or found
    if not found:
        return no_such_lines(views, question) if scoped or plan.indicators.reads else nothing(question, desk)
    if not scoped and len(found) > 1 and not (plan.indicators.names or plan.percents or plan.indicators.measured is not None):
        return which(question, desk)
    lower = question.two_scopes and bool(desk.book.below(plan.units[0]))
    if plan.percents and ((lower and not plan.compare) or plan.aggregate is Aggregate.COUNT):
        return _counted(found, plan, desk, len(own) if lower else None)
    if apart := differences(found, question):
        said, stated = apart
        return Answer(Kind.ANSWER, said, tuple(stated), cite_row(stated), facts.choices(plan, views), plan)
    if len(found) == 1 and len(found[0][1]) == 1:
        answer = _one(found[0][0], found[0][1][0], plan)
        return replace(answer, lines=(*answer.lines, *_not_beside(found[0][0], views, plan), *_level(found[0][0], own, others)))
    if len(found) == 1:
        answer = _of_one_target(found[0][0], found[0][1], plan, desk)
        return replace(answer, lines=(*answer.lines, *_level(found[0][0], own, others)))
    return _of_several(found, plan, desk, own if others else None)


def _level(view: TargetView, own: Sequence[TargetView], others: Sequence[TargetView]) -> list[str]:
    """Where the units below have forms as well: that they have no such line, or that this one is theirs."""
    if not others:
        return []
    return ["所属单位的表没有填这类指标。" if view in own else "这是所属单位的，本级的表没有填这类指标。"]


_MOST = 4  # forms without the line that are named


def _not_beside(view: TargetView, views: Sequence[TargetView], plan: Plan) -> list[str]:
    """Where one form alone has the line: that there is nothing to set beside it, of what is named the forms that lack it."""
    if not plan.compare:
        return []
    others = [other for other in views if other is not view] if plan.projects or plan.units else []
    if not others or len(others) > _MOST:
        return ["没法比：只有这一张表有这一条指标。"]
    return [f"没有这一条指标，没法比：{facts.whose(other)}。" for other in others]


def _one(view: TargetView, indicator: Indicator, plan: Plan) -> Answer:
    others = _of_the_other_horizon(view, indicator)
    stated = facts.indicator(view, indicator)
    name = f"{indicator.level2}{phrases.printed(indicator.name)}"
    same = _same_in_both(indicator, others)
    if plan.standard:
        standard = phrases.printed(indicator.standard) if indicator.standard else "表上没填"
        lines = [f"绩效标准：{standard}。", f"它属于{facts.whose(view)}{name}，指标值 {_value(indicator)}{same}。"]
    else:
        lines = [f"{_value(indicator)}{_verdict(indicator, plan)}：{facts.whose(view)}{name}{same}。"]
        if indicator.standard:
            lines.append(f"绩效标准原文：{phrases.printed(indicator.standard)}")
    beside = tuple(facts.indicator(view, one) for one in others[:1] if one.value != indicator.value)
    return Answer(Kind.ANSWER, tuple(lines), (stated, *beside), cite_row([stated]), remembered=plan)


def _verdict(indicator: Indicator, plan: Plan) -> str:
    """“，与所问的一致”, “，是11座，不是12座”: the value beside those that the question tells."""
    if not plan.told or indicator.number is None:
        return ""
    if len(plan.told) == 1 and is_told(indicator, plan.told[0].number, plan.told[0].unit):
        return "，与所问的一致"
    told = [one for one in plan.told if not is_told(indicator, one.number, one.unit)]
    return "".join(f"，不是{one.number:f}{one.unit}" for one in told)


def _value(indicator: Indicator) -> str:
    """The value as printed; where the form prints none, or no unit for a rate, that is said."""
    if not indicator.value:
        return "表上没填指标值"
    bare = indicator.number is not None and not indicator.unit_of_measure
    return phrases.one_line(indicator.value) + ("（原表未写单位）" if bare and indicator.name.endswith(_RATES) else "")


def _of_the_other_horizon(view: TargetView, indicator: Indicator) -> list[Indicator]:
    """The same line of the middle term, or of the year."""
    same = (indicator.level2, indicator.name)
    return [i for i in view.target.indicators if (i.level2, i.name) == same and i.horizon is not indicator.horizon]


def _same_in_both(indicator: Indicator, others: Sequence[Indicator]) -> str:
    if not others:
        return "（中期）" if indicator.horizon is Horizon.MID_TERM else ""
    if all(i.value == indicator.value for i in others):
        return "，中期与年度相同"
    horizon = phrases.HORIZONS[indicator.horizon]
    return f"（{horizon}；{phrases.HORIZONS[others[0].horizon]}为 {others[0].value}）"


def _of_one_target(view: TargetView, lines: Sequence[Indicator], plan: Plan, desk: Desk) -> Answer:
    stated = [facts.indicator(view, i) for i in lines]
    classes = list(dict.fromkeys(i.level2 for i in lines))
    named = plan.indicators
    asked = "" if named.names else phrases.listed([*named.level2, *named.level1])
    what = classes[0] if len(classes) == 1 else asked or "指标"
    what = _said_of_values(plan) + what
    items = [_item(i, plan.standard, class_too=len(classes) > 1) for i in lines]
    heading = f"{facts.whose(view)}{what} {len(lines)} 条{'（中期）' if lines[0].horizon is Horizon.MID_TERM else ''}："
    return Answer(Kind.ANSWER, (heading, *enumerate_items(items, desk.offset)), tuple(stated), cite_row(stated), remembered=plan)


def _item(indicator: Indicator, standard: bool, *, class_too: bool) -> str:
    shown = f"（标准：{phrases.one_line(indicator.standard or '') or '没填'}）" if standard else ""
    return f"{indicator.level2 + ' ' if class_too else ''}{phrases.one_line(indicator.name)} {_value(indicator)}{shown}"


def _of_several(
    found: Sequence[tuple[TargetView, Sequence[Indicator]]], plan: Plan, desk: Desk, own: Sequence[TargetView] | None
) -> Answer:
    """The lines of each form; in either scope where the unit has its `own` forms among those of the units below it."""
    views = [view for view, _ in found]
    mine = [one for one in found if own is not None and one[0] in own]
    scope = covered.whose(plan) if (plan.alone or plan.whole_branch) and not plan.called else ""
    levels = "" if own is None else f"{plan.units[0]}本级 {len(mine)} 张、含所属单位共"
    stated: list[Fact] = []
    items = []
    for name, (view, lines) in zip(facts.labels(views), found, strict=True):
        stated.extend(facts.indicator(view, i) for i in lines)
        items.append(f"{name} {_listed(lines)}")
    years, projects = {v.target.year for v in views}, {v.target.project for v in views}
    year = f"{years.pop()}年" if len(years) == 1 else ""
    whose = phrases.project(projects.pop()) if len(projects) == 1 else ""
    kind = (
        f"{_said_of_values(plan)}指标"
        if plan.indicators.measured is not None
        else f"{_limited(plan)}的指标"
        if plan.percents
        else "这类指标"
    )
    heading = f"{year}{scope}{whose}{levels or '有'} {len(found)} 张表填了{kind}："
    together, figure = summed(found, desk.question) if len(stated) == len(found) else ([], [])
    if levels and figure:
        alone, of_own = summed(mine, desk.question) if len(mine) > 1 else ([], [])
        together = [*(f"本级{line}" for line in alone), *(f"含所属单位{line}" for line in together)]
        figure = [*of_own, *figure]
    return Answer(
        Kind.ANSWER,
        (heading, *enumerate_items(items, desk.offset), *together),
        (*stated, *figure),
        cite_row(stated),
        facts.choices(plan, views),
        plan,
    )


def _said_of_values(plan: Plan) -> str:
    """“没量化的”, “值写的是“定性”的”: which lines are meant by what their values say."""
    return f"值写的是“{plan.indicators.reads}”的" if plan.indicators.reads else _MEASURED[plan.indicators.measured]


def _counted(found: Sequence[tuple[TargetView, Sequence[Indicator]]], plan: Plan, desk: Desk, own: int | None) -> Answer:
    """How many projects have such a line: “满意度低于85%的有几个”; each with its lines, and how many of them are the unit's `own` where there are others."""
    views = [view for view, _ in found]
    years = {view.target.year for view in views}
    units = dict.fromkeys(view.target.unit for view in views)
    number = f"{len(units)} 个单位、" if plan.count_of is Field.UNIT else ""
    scopes = "" if own is None else f"{plan.units[0]}本级有 {own} 个，含所属单位共 "
    heading = f"{scopes}{number}{len(found)} 个项目：{f'{min(years)}年' if len(years) == 1 else ''}{_limited(plan)}的。"
    items = [f"{facts.whose(view, year=len(years) > 1)} {_listed(lines)}" for view, lines in found]
    stated = [facts.indicator(view, line) for view, lines in found for line in lines]
    count = len(units) if number else len(found)
    counted = facts.derived(Aggregate.COUNT, None, range(len(stated)), value=str(count))
    shown = (heading, *enumerate_items(items, desk.offset))
    plan = plan if own != 0 else plan.model_copy(update={"whole_branch": True})  # “哪个最低” is asked of what is listed
    return Answer(Kind.ANSWER, shown, (*stated, counted), cite_row(stated), facts.choices(plan, views), plan)


def _limited(plan: Plan) -> str:
    """“满意度指标低于95%”, “合格率等于100%”: of lines that are called differently what all their names end with."""
    first, *others = plan.indicators.names or ("",)
    same = max((n for n in range(_A_WORD, len(first)) if all(name.endswith(first[-n:]) for name in others)), default=0)
    names = [first[-same:]] if others and same else [*plan.indicators.names]
    what = phrases.listed([*plan.indicators.level1, *plan.indicators.level2, *names])
    return what + "、".join(map(phrases.share_limit, plan.percents)).removeprefix("指标" if what else "")


_A_WORD = 2  # characters


def _listed(lines: Sequence[Indicator]) -> str:
    return "，".join(f"{phrases.printed(line.name)} {_value(line)}" for line in lines)


INTENT = Intent(
    name="indicators",
    title="查指标",
    claims=_claims,
    answer=_answer,
    heeds=frozenset(
        {
            Shape.INDICATORS,
            Shape.HORIZON,
            Shape.COMPARE,
            Shape.AGGREGATE,
            Shape.TERMS,
            Shape.BY,
            Shape.TOLD,
            Shape.CHECKED,
            Shape.KINDS,
        }
    ),
    examples=(
        "机房运维服务达标率是多少",
        "软件升级维护的满意度指标有哪些",
        "任圩的群众满意度要达到多少",
        "机房运维服务的绩效标准是什么",
    ),
    counterexamples=("软件升级维护的目标", "工作经费多少"),
)
