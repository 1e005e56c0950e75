"""What a comparison cannot set side by side: one figure alone, and a name that stands for other units' projects in another year."""

from collections.abc import Sequence

from bot.answer import Answer, Desk, Fact, Kind
from bot.doubts.lacking import why_none
from bot.language.meanings import Mark
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.wanted import Wanted
from store.plan import Plan
from store.targets import TargetView

_BOTH = 2
_BLANKS_NAMED = 3
Row = tuple[TargetView, Fact]


def of_other_units(rows: Sequence[Row], plan: Plan) -> Answer | None:
    """Two years of one name that no unit has in both: each is told, and no difference, which would be nobody's."""
    of_years = [{v.target.unit for v, _ in rows if v.target.year == year} for year in plan.years]
    one_name = len({v.target.project for v, _ in rows}) == 1 and not plan.units
    if not one_name or len(of_years) != _BOTH or not all(of_years) or set.intersection(*of_years):
        return None
    stated = [fact for _, fact in rows]
    first = f"没法比较：{phrases.years(plan.years)}的{phrases.project(rows[0][0].target.project)}不是同一个单位的。"
    return Answer(Kind.ANSWER, (first, _amounts(rows, Wanted.of(plan))), tuple(stated), cite(stated), remembered=plan)


def without_a_year(plan: Plan, views: Sequence[TargetView], desk: Desk) -> Answer | None:
    """What moved between two years of which one is not loaded: nothing is known of it, and not that nothing moved."""
    known = desk.book.years
    unloaded = [year for year in plan.years if year not in known]
    if not unloaded:
        return None
    lines = [f"没法比较：{phrases.years(unloaded)}的文件没有导入。", f"已导入的是{phrases.years(known)}。"]
    lines += [f"可以问{known[-1]}年和{known[-2]}年比的。"] if len(known) >= _BOTH else []
    stated = [facts.name(view) for view in views]
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated[:1]), cite(stated), remembered=plan)


def _amounts(rows: Sequence[Row], wanted: Wanted) -> str:
    named = [f"{facts.whose(v)} {phrases.money(f.yuan)}" for v, f in rows if f.yuan is not None]
    return f"{wanted.title}：{phrases.listed(named)}。" if named else ""


def too_few(views: Sequence[TargetView], rows: Sequence[Row], question: Understanding, desk: Desk) -> Answer:
    """Only one side has a figure: it is stated, and why there is nothing to compare it with."""
    plan, wanted = question.plan, Wanted.of(question.plan)
    amounts = _amounts(rows, wanted)
    if not amounts:
        label = "" if wanted.plain else phrases.quoted(wanted.label(wanted.kinds[0]))
        return Answer(Kind.NOT_FOUND, (f"没有可比较的金额：表上没有填{label}。",), remembered=plan)
    stated = [fact for _, fact in rows]
    reasons = [phrases.NO_REASON] if Mark.WHY in question.marks else []
    lines = (f"没法比较：{_lacking(views, rows, plan, desk)}。", amounts, *reasons)
    return Answer(Kind.ANSWER, lines, tuple(stated), cite(stated), remembered=plan)


def _lacking(views: Sequence[TargetView], rows: Sequence[Row], plan: Plan, desk: Desk) -> str:
    """What there is no figure of: a year that is not loaded, a form that has none filled in, a project that the year has not."""
    there = {v.target.year for v, _ in rows}
    unloaded = [year for year in plan.years if year not in there and year not in desk.book.years]
    if unloaded:
        return f"{phrases.years(unloaded)}没有导入绩效目标表"
    filled = {id(view) for view, _ in rows}
    if empty := [view for view in views if id(view) not in filled]:
        return _blank(empty, Wanted.of(plan))
    if absent := [year for year in plan.years if year not in there]:
        return f"{phrases.years(absent)}没有{phrases.listed([phrases.project(p) for p in plan.projects]) or '这样的项目'}"
    if len(rows) == 1 and not plan.years and len(plan.units) < _BOTH and len(plan.projects) < _BOTH:
        return f"只有{rows[0][0].target.year}年的表，没有别的年可比"
    return "另一方没有找到"


def _blank(views: Sequence[TargetView], wanted: Wanted) -> str:
    """“甲局「公交补贴」2023年“上年结转”表上没填”, of a few; a blank is not 0."""
    kind = wanted.kinds[0]
    label = phrases.quoted(wanted.label(kind))
    why = [why_none(view, kind, wanted.horizon) for view in views]
    named = [f"{facts.whose(view)}{label}{said}" for view, said in zip(views[:_BLANKS_NAMED], why, strict=False)]
    more = f"等 {len(views)} 张表" if len(views) > _BLANKS_NAMED else ""
    return f"{'；'.join(named)}{more}{'（没有填写不等于 0）' if '表上没填' in why else ''}"
