"""The indicator tables at large: how many lines there are, which form has most, and the mean of 满意度, which nobody prints."""

from collections.abc import Sequence
from decimal import Decimal

from bot.answer import Answer, Desk, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.narrowed import MOST_READ
from store.model import Horizon, Indicator
from store.names import NameType
from store.plan import Field, Newest, Plan
from store.targets import TargetView

_AROUND = Pattern(
    r"^(?:那|那么|请问|查一?下|看看|全[县区市旗]|所有|全部|各?项目|(?:20\d\d年度?|[今去前]年)|含?(?:下属|所属)|本级|的)+|[\s,，?？。!！]|[呢啊呀吗]+$"
)
_LINES = r"(?:绩效|年度)?指标"
_IN_ALL = r"一共|总共|共|合计|都|有|是"
_MANY = Pattern(
    rf"(?:一共|总共|共|合计|都|有|设了?|填了?|定了?)*(?:几|多少)(?:条|个|项){_LINES}"
    rf"|{_LINES}(?:(?:数量|个数|条数|数)(?:{_IN_ALL})*(?:几|多少)(?:条|个|项)?|(?:{_IN_ALL})*(?:几|多少)(?:条|个|项))"
)
_MOST = Pattern(
    rf"{_LINES}(?:数量?|条数|个数)?(?:是|设得|填得)?最(?P<one>多|少)的?(?:是)?(?:哪个|哪一个)?(?:项目)?(?:是)?(?:哪个|哪一个|什么)?"
    rf"|(?:哪个|哪一个)(?:项目)?的?{_LINES}(?:数量?|条数|个数)?(?:设得|填得|是)?最(?P<other>多|少)"
)
_SATISFIED = r"满意度(?:指标)?"
_MEAN = Pattern(
    rf"{_SATISFIED}(?:的)?(?:值|目标)?(?:是)?平均(?:值|数|下来)?(?:是|有)?(?:多少|百分之几|几)?|平均(?:的)?{_SATISFIED}(?:是|有)?(?:多少|百分之几|几)?"
)
_SHOWN = 5  # forms that have the same number


def lines_at_large(question: Understanding, desk: Desk) -> Answer | None:
    """The answer for the units and the year that are said, else for all of the newest; None where that is not what is asked."""
    plan = question.plan
    text = _AROUND.sub("", question.without_names(NameType.UNIT))
    asked = [_MANY.fullmatch(text), _MOST.fullmatch(text), _MEAN.fullmatch(text)]
    if not any(asked) or plan.projects or plan.without or len(plan.years) > 1 or (question.follows and not plan.units):
        return None
    branch = any(desk.book.below(unit) for unit in plan.units) and not (plan.alone or plan.called)
    scope = {"units": plan.units, "years": plan.years, "called": plan.called, "whole_branch": branch, "alone": plan.alone}
    of_scope = Plan(newest=None if plan.years else Newest.SCOPE).model_copy(update=scope)
    if desk.count(of_scope) > MOST_READ:
        return None
    views = [view for view in desk.matching(of_scope) if _lines(view)]
    if not views:
        return None
    about = f"{phrases.years(desk.years(of_scope))}{whose(of_scope)}"
    if most := asked[1]:
        return _ranked(views, about, fewest="少" in (most["one"], most["other"]))
    return _counted(views, about, of_scope) if asked[0] else _of_satisfaction(views, about, of_scope)


def _lines(view: TargetView) -> list[Indicator]:
    """The lines of the year; those of the middle term where the form has no others."""
    return [line for line in view.target.indicators if line.horizon is Horizon.ANNUAL] or list(view.target.indicators)


def _counted(views: Sequence[TargetView], about: str, plan: Plan) -> Answer:
    number = sum(len(_lines(view)) for view in views)
    stated = tuple(facts.name(view) for view in views)
    line = f"{number} 条：{about} {len(views)} 张表的年度绩效指标（本系统数的，文件未印条数）。"
    return Answer(Kind.ANSWER, (line,), stated, cite(stated), remembered=plan.model_copy(update={"fields": (Field.PROJECT,)}))


def _ranked(views: Sequence[TargetView], about: str, *, fewest: bool) -> Answer:
    numbers = [len(_lines(view)) for view in views]
    end = min(numbers) if fewest else max(numbers)
    found = [view for view, number in zip(views, numbers, strict=True) if number == end]
    stated = tuple(facts.name(view) for view in found[:_SHOWN])
    named = "、".join(facts.whose(view, year=False) for view in found[:_SHOWN])
    more = f"等 {len(found)} 个项目" if len(found) > _SHOWN else ""
    line = f"{end} 条，{about}年度绩效指标条数最{'少' if fewest else '多'}的：{named}{more}（本系统数的，文件未印条数）。"
    only = facts.only(Plan(), found[0]) if len(found) == 1 else None
    return Answer(Kind.ANSWER, (line,), stated, cite(stated), remembered=only)


def _of_satisfaction(views: Sequence[TargetView], about: str, plan: Plan) -> Answer | None:
    """From which to which value, with those that have them: lines ask different people, so that a mean would say nothing."""
    rows = [(view, line, line.number) for view in views for line in _lines(view) if "满意" in (line.level2 or line.level1 or "")]
    valued = [(view, line, number) for view, line, number in rows if number is not None and "%" in line.value]
    if not valued:
        return None
    low, high = (end(number for _view, _line, number in valued) for end in (min, max))
    ends = (("最低", low), ("最高", high)) if low != high else (("都是", low),)
    shown = [(label, [row for row in valued if row[2] == value]) for label, value in ends]
    lines = [f"不算平均数：各条满意度问的对象不同，表上也没有印平均。{about}有 {len(valued)} 条填了百分数："]
    lines += [f"{label} {_values(of)}：{_named(of)}" for label, of in shown]
    stated = tuple(facts.indicator(view, line) for _label, of in shown for view, line, _number in of[:_SHOWN])
    return Answer(
        Kind.ANSWER, tuple(lines), stated, cite(stated), remembered=plan.model_copy(update={"fields": (Field.PROJECT,)})
    )


def _values(rows: Sequence[tuple[TargetView, Indicator, Decimal]]) -> str:
    return "、".join(dict.fromkeys(phrases.one_line(line.value) for _view, line, _number in rows))


def _named(rows: Sequence[tuple[TargetView, Indicator, Decimal]]) -> str:
    names = "、".join(f"{facts.whose(view, year=False)}{phrases.printed(line.name)}" for view, line, _number in rows[:_SHOWN])
    return f"{names}{f' 等 {len(rows)} 条' if len(rows) > _SHOWN else ''}"
