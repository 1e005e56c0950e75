"""What a comparison cannot set side by side: one figure alone, and a name that stands for other units' projects in another year."""

from collections.abc import Sequence

from bot.answer import Answer, Desk, Fact, Kind
from bot.language.meanings import Mark
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from store.plan import Plan
from store.targets import TargetView

_BOTH = 2
Row = tuple[TargetView, Fact]


def of_other_units(rows: Sequence[Row], plan: Plan) -> Answer | None:
    """Two years of one name that no unit has in both: each is told, and no difference, which would be nobody's."""
    of_years = [{v.target.unit for v, _ in rows if v.target.year == year} for year in plan.years]
    one_name = len({v.target.project for v, _ in rows}) == 1 and not plan.units
    if not one_name or len(of_years) != _BOTH or not all(of_years) or set.intersection(*of_years):
        return None
    stated = [fact for _, fact in rows]
    first = f"没法比较：{phrases.years(plan.years)}的{phrases.project(rows[0][0].target.project)}不是同一个单位的。"
    return Answer(Kind.ANSWER, (first, _amounts(rows)), tuple(stated), cite(stated), remembered=plan)


def _amounts(rows: Sequence[Row]) -> str:
    named = [f"{facts.whose(v)} {phrases.money(f.yuan)}" for v, f in rows if f.yuan is not None]
    return f"预算安排：{phrases.listed(named)}。" if named else ""


def too_few(rows: Sequence[Row], question: Understanding, desk: Desk) -> Answer:
    """Only one side has a figure: it is stated, and that there is nothing to compare it with."""
    amounts = _amounts(rows)
    stated = [f for _, f in rows]
    years = [y for y in question.plan.years if y not in {v.target.year for v, _ in rows} and y not in desk.book.years]
    absent = [y for y in question.plan.years if y not in {v.target.year for v, _ in rows}]
    lacking = f"{phrases.years(years)}没有导入绩效目标表" if years else "另一方没有找到"
    if absent and not years and rows:
        named_so = phrases.listed([phrases.project(p) for p in question.plan.projects]) or "这样的项目"
        lacking = f"{phrases.years(absent)}没有{named_so}"
    if not amounts:
        return Answer(Kind.NOT_FOUND, ("没有可比较的金额：表上没有填。",), remembered=question.plan)
    if len(rows) == 1 and not question.plan.years and len(question.plan.units) < _BOTH and len(question.plan.projects) < _BOTH:
        lacking = f"只有{rows[0][0].target.year}年的表，没有别的年可比"
    reasons = [phrases.NO_REASON] if Mark.WHY in question.marks else []
    return Answer(
        Kind.ANSWER,
        (f"没法比较：{lacking}。", amounts, *reasons),
        tuple(stated),
        cite(stated),
        remembered=question.plan,
    )
