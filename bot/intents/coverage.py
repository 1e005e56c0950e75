"""What the store covers: the years of a project, of a unit or at all, and the files that are loaded."""

from collections.abc import Sequence

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, numbered, phrases
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.shapes import Shape
from store.model import Attribute
from store.plan import Field, Plan
from store.targets import TargetView


def _claims(question: Understanding) -> bool:
    return question.plan.fields in ((Field.YEAR,), (Field.FILE,))


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    scoped = plan.projects or plan.units or plan.years or plan.attributes
    if not scoped and desk.book.catalogue.entries:
        return _files(question, desk) if plan.fields == (Field.FILE,) else _everything(question, desk)
    views = desk.matching(plan.model_copy(update={"newest": None}), money_only=True)
    if not views:
        return _of_other_money(plan, desk) or nothing(question, desk)
    return _files_of(views, question, desk) if plan.fields == (Field.FILE,) else _years_of(views, question)


def _of_other_money(plan: Plan, desk: Desk) -> Answer | None:
    """Where an amount stands that is no total of a year (“552万是几年的”), with the period of the project; None where it stands nowhere."""
    named = {limit.yuan for limit in plan.amounts}
    if not (plan.projects and named):
        return None
    lines: list[str] = []
    stated: list[Fact] = []
    for view in desk.matching(plan.model_copy(update={"newest": None, "amounts": ()})):
        money = next((f for f in view.target.fundings if f.yuan in named), None)
        fact = facts.amount(view, money.kind, money.horizon) if money else None
        if money is None or fact is None or fact.yuan is None:
            continue
        period = facts.attribute(view, Attribute.PERIOD)
        label = phrases.quoted(phrases.kind_label(money.kind, money.horizon))
        of_period = f"，项目期{phrases.printed(period.value or '')}" if period else ""
        lines.append(f"{phrases.money(fact.yuan)}是{facts.whose(view)}的{label}{of_period}。")
        stated += [fact, *([period] if period else [])]
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), remembered=plan) if lines else None


def _everything(question: Understanding, desk: Desk) -> Answer:
    lines = (f"{_years(desk.book.years)}（已导入的 {desk.documents()} 份文件）。",)
    choices = numbered.years(question.plan, desk.book.years, Field.PROJECT)
    return Answer(Kind.ANSWER, lines, choices=choices, remembered=question.plan)


def _years_of(views: Sequence[TargetView], question: Understanding) -> Answer:
    plan = question.plan
    whose = phrases.listed([phrases.project(p) for p in plan.projects] or list(plan.units)) or "已导入的文件"
    lines = (f"{_years(sorted({v.target.year for v in views}))}（{whose}）。",)
    stated = tuple(facts.name(v) for v in views) if plan.projects else ()
    choices = numbered.years(plan, sorted({v.target.year for v in views}), Field.AMOUNT if plan.projects else Field.PROJECT)
    return Answer(Kind.ANSWER, lines, stated, cite(stated), choices, plan)


def _years(years: Sequence[int]) -> str:
    newest = f"，最新是{years[-1]}年" if len(years) > 1 else ""
    return f"有 {len(years)} 个年度：{phrases.listed([f'{y}年' for y in years])}{newest}"


def _files(question: Understanding, desk: Desk) -> Answer:
    """Every title with its years and how many targets it states; self-evaluations and lists are among the files that are counted."""
    entries = desk.book.catalogue.entries
    items = _items([(entry.document, entry.year) for entry in entries])
    units = f"{len(desk.book.units)} 个单位、{len(entries)} 张项目支出绩效目标表"
    first = f"已导入 {desk.documents()} 份文件：{phrases.years(desk.book.years)}，{units}。其中有目标表的："
    newest = f"最新的是{desk.book.years[-1]}年的表；何时导入请管理员看导入记录。"
    when = (newest,) if _WHEN.search(question.text) else ()
    return Answer(Kind.ANSWER, (*when, first, *enumerate_items(items, desk.offset)), remembered=question.plan)


_WHEN = Pattern("哪一?[天日]|几[号月]|哪个?月|什么时[候间]|什么日|何时|更新|最新|新不新")


def _files_of(views: Sequence[TargetView], question: Understanding, desk: Desk) -> Answer:
    items = _items([(view.document, view.target.year) for view in views])
    stated = tuple(facts.name(view) for view in {view.document: view for view in views}.values())
    whose = phrases.listed([phrases.project(p) for p in question.plan.projects] or list(question.plan.units))
    years = phrases.years(question.plan.years) if question.plan.years else ""
    first = f"{years}{whose}的目标表在 {len(items)} 份文件里，共 {len(views)} 张："
    return Answer(Kind.ANSWER, (first, *enumerate_items(items, desk.offset)), stated, cite(stated), remembered=question.plan)


def _items(stated: Sequence[tuple[str, int]]) -> list[str]:
    """“《…》（2024年，5 张表）”, in the order of years."""
    titles: dict[str, list[int]] = {}
    for title, year in stated:
        titles.setdefault(title, []).append(year)
    return [f"《{title}》（{phrases.years(years)}，{len(years)} 张表）" for title, years in titles.items()]


INTENT = Intent(
    name="coverage",
    title="查有哪些年份、哪些文件",
    claims=_claims,
    answer=_answer,
    heeds=frozenset({Shape.AGGREGATE}),
    examples=("工作经费有哪几年的数据", "有哪些年份", "数据最新是哪一年", "导入了几份文件", "财政局有哪些文件"),
    counterexamples=("2024年工作经费多少", "工作经费的数出自哪份文件"),
)
