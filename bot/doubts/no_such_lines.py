"""No line of the forms is as it was asked: what stands in its place is said, or that the lines are all alike."""

from collections.abc import Sequence

from bot.answer import Answer, Fact, Kind
from bot.lines.asked import lines_asked
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite, cite_row
from store.model import Horizon
from store.plan import Plan
from store.targets import TargetView


def no_such_lines(views: Sequence[TargetView], question: Understanding) -> Answer:
    """The forms hold no such line: what stands in its place is said."""
    plan = question.plan
    if plan.indicators.reads:
        names = [facts.name(view) for view in views]
        whose = facts.whose(views[0]) if len(views) == 1 else f"{phrases.years([v.target.year for v in views])} {len(views)} 张表"
        line = f"没有：{whose}里没有一条指标的值写的是“{plan.indicators.reads}”。"
        return Answer(Kind.NOT_FOUND, (line,), tuple(names), cite(names), remembered=plan)
    if plan.indicators.measured is not None:
        return _all_alike(views, plan)
    named = [*plan.indicators.level1, *plan.indicators.level2, *(f"“{n}”" for n in plan.indicators.names)]
    asked = ("中期" if plan.horizon is Horizon.MID_TERM else "") + (phrases.listed(named) or "绩效指标")
    stated, lines = [], []
    for view in views:
        empty = [b for level in plan.indicators.level2 if (b := facts.blank(view, "indicator", plan.horizon, level))]
        raw = next((b.source.raw for b in empty if b.source.raw), None)
        written = f"，原表写的是“{raw}”" if raw else "，原表这一栏是空的" if empty else ""
        lines.append(f"没有填{asked}：{facts.whose(view)}{written}。")
        place = empty[0].source if empty else view.target.title
        stated.append(
            Fact(field="indicator", project=view.target.project, unit=view.target.unit, year=view.target.year, source=place)
        )
    return Answer(Kind.NOT_FOUND, tuple(lines[:4]), tuple(stated), cite_row(stated), remembered=plan)


def _all_alike(views: Sequence[TargetView], plan: Plan) -> Answer:
    """Every value is a figure, or none is: that is said, with how many lines there are."""
    every = [
        len(lines_asked(v, plan.model_copy(update={"indicators": plan.indicators.model_copy(update={"measured": None})})))
        for v in views
    ]
    whose = facts.whose(views[0]) if len(views) == 1 else f"{phrases.years([v.target.year for v in views])} {len(views)} 张表"
    stated = [facts.name(view) for view in views]
    if not any(every):
        return Answer(Kind.NOT_FOUND, (f"没有填绩效指标：{whose}。",), tuple(stated), cite(stated), remembered=plan)
    said = "都量化了" if plan.indicators.measured is False else "没有一条量化了"
    line = f"{said}：{whose}指标 {sum(every)} 条，值里{'都有' if plan.indicators.measured is False else '都没有'}数。"
    return Answer(Kind.ANSWER, (line,), tuple(stated), cite(stated), remembered=plan)
