"""What is odd in the tables (哪些表有问题): what the rules found when they were loaded, the gravest first; for people to look at."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing
from bot.language.meanings import Mark
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.enumerating import itemised
from bot.replying.finding_facts import stated_in
from store.model import Severity
from store.plan import Direction, Field, Plan
from store.targets import TargetView
from store.views import Found

_PAGE = 10  # findings in one reply
_DOCUMENTS = 3  # named in the last line
_GRAVITY = (Severity.REFUSE, Severity.WARN, Severity.REMARK)
_Key = tuple[str, str, str, int]  # publisher, project, unit, year


def _claims(question: Understanding) -> bool:
    return question.plan.fields == (Field.QUALITY,) and not question.plan.lacking


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    views = desk.matching(plan.model_copy(update={"order": None}))
    targets = dict.fromkeys(map(_of_target, views))
    tables = list(targets | dict.fromkeys(_of_evaluations(plan, targets, desk)))
    if not tables:
        return nothing(question, desk)
    years = tuple(sorted({year for *_names, year in tables}))
    scope = Plan(
        publishers=plan.publishers, projects=plan.projects, units=plan.units, years=years, whole_branch=plan.whole_branch
    )
    odd, of_files = _odd(desk.findings(scope, ()), frozenset(tables), whole=not (plan.projects or plan.units))
    heading = f"{_scope(plan, years)}{len(tables)} 张表"
    if plan.order and odd:
        return _ranked(heading, [one for one in odd if one.finding.project], question, desk)
    lines = _lines(heading, odd, several=len(tables) > 1, offset=desk.offset)
    lines += [f"另有 {of_files} 处是整份文件的，不单属于这里：{_FILES}。"] if of_files else []
    shown = odd[desk.offset : desk.offset + _PAGE]
    stated = [*(fact for one in shown for fact in stated_in(one)), *_one_a_year(views)]
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), _cited(shown, views), remembered=plan, page=_PAGE)


def _ranked(heading: str, odd: Sequence[Found], question: Understanding, desk: Desk) -> Answer:
    """Who has the most of them, or the fewest of those that have any: units, or forms where these are asked for."""
    plan = question.plan
    assert plan.order is not None  # this is what is asked
    of_units = Mark.UNITS in question.marks or not _OF_FORMS.search(question.text)
    whose = [f"{one.finding.unit}{'' if of_units else phrases.project(one.finding.project or '')}" for one in odd]
    most = plan.order.direction is Direction.DESCENDING
    ranked = sorted(Counter(whose).items(), key=lambda one: (-one[1] if most else one[1], one[0]))
    first = [name for name, number in ranked if number == ranked[0][1]]
    said = f"请核对的地方最{'多' if most else '少'}的是{phrases.listed(first[:_DOCUMENTS])}"
    tied = f"等 {len(first)} 个" if len(first) > _DOCUMENTS else ""
    lines = [f"{said}{tied}：{ranked[0][1]} 处（{heading}里数的，是提示，不是结论；没有提示的不在内）。"]
    lines += itemised([f"{name} {number} 处" for name, number in ranked], desk.offset, _PAGE)
    shown = [one for one, name in zip(odd, whose, strict=True) if name in first]
    stated = [fact for one in shown for fact in stated_in(one)]
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), _cited(shown, ()), remembered=plan, page=_PAGE)


_OF_FORMS = Pattern("哪(?:一|几)?[张份]|哪个(?:项目|表)|哪些表|项目的表")


def _odd(found: Sequence[Found], tables: frozenset[_Key], *, whole: bool) -> tuple[list[Found], int]:
    """What is odd in the tables, the gravest first, and how many findings of whole files are left out.

    These are among them only where the question is about everything (`whole`).
    """
    of_files = [one for one in found if one.finding.project is None]
    odd = [*(one for one in found if _whose(one) in tables), *(of_files if whole else ())]
    return sorted(odd, key=lambda one: _GRAVITY.index(one.finding.severity)), 0 if whole else len(of_files)


_FILES = "请管理员用 wenxiao admin findings 看"


def _of_target(view: TargetView) -> _Key:
    return view.publisher, view.target.project, view.target.unit, view.target.year


def _of_evaluations(plan: Plan, targets: Iterable[_Key], desk: Desk) -> list[_Key]:
    """Evaluations of the same scope and years; none where a limit of the question is about what only targets have."""
    if plan.amounts or plan.percents or plan.attributes:
        return []
    years = tuple(sorted({year for *_names, year in targets})) or plan.years
    found = [(v.publisher, v.evaluation) for v in desk.evaluations(plan.model_copy(update={"years": years}))]
    newest = max((one.year for _publisher, one in found), default=None)
    return [(publisher, one.project, one.unit, one.year) for publisher, one in found if years or one.year == newest]


def _whose(one: Found) -> tuple[str, str | None, str | None, int | None]:
    return one.publisher, one.finding.project, one.finding.unit, one.finding.year


def _scope(plan: Plan, years: Sequence[int]) -> str:
    """“渠沟镇财政所2024年 ”."""
    units = phrases.listed(list(plan.units)) if len(plan.units) <= _DOCUMENTS else f"{len(plan.units)} 个单位"
    projects = phrases.listed([phrases.project(name) for name in plan.projects[:_DOCUMENTS]])
    return f"{units}{projects}{phrases.years(years)} "


def _lines(heading: str, odd: Sequence[Found], *, several: bool, offset: int) -> list[str]:
    if not odd:
        return [f"{heading}，没有发现要核对的地方（只查了程序能查的）。"]
    warned = sum(one.finding.severity is not Severity.REMARK for one in odd)
    with_any = len({_whose(one) for one in odd if one.finding.project is not None})
    which = f"，其中 {with_any} 张表" if several and with_any else ""
    grave = f"，重的 {warned} 处在前" if 0 < warned < len(odd) else ""
    first = f"{heading}{which}{'，' if not which else '共 '}{len(odd)} 处请核对（提示，不是结论{grave}）："
    return [first, *itemised([_item(one, several=several) for one in odd], offset, _PAGE)]


def _item(one: Found, *, several: bool) -> str:
    """The message in one line, of whom it is where there are several, and the cell."""
    finding = one.finding
    whose = f"{finding.unit}{phrases.project(finding.project)}" if finding.project else f"《{one.document}》"
    message = phrases.one_line(finding.message)
    named = several and not (finding.unit and message.startswith(finding.unit))
    return f"{whose + '：' if named else ''}{message}{f'（{finding.place}）' if finding.place else ''}"


def _one_a_year(views: Iterable[TargetView]) -> list[Fact]:
    """That there are tables of these years, though nothing is odd in them."""
    return [facts.name(view) for view in {view.target.year: view for view in reversed(list(views))}.values()]


def _cited(shown: Sequence[Found], views: Sequence[TargetView]) -> tuple[str, ...]:
    """The documents of what is shown, with the tables that the places name."""
    tables: dict[str, set[int]] = {}
    for one in shown:
        numbers = re.match(r"第(\d+)张表", one.finding.place)
        tables.setdefault(one.document, set()).update({int(numbers[1])} if numbers else ())
    for view in () if shown else views:
        tables.setdefault(view.document, set())
    parts = [f"《{title}》{f'第{phrases.numbers(list(of))}张表' if of else ''}" for title, of in tables.items()]
    return (*parts[:_DOCUMENTS], f"等 {len(parts)} 份文件") if len(parts) > _DOCUMENTS else tuple(parts)


INTENT = Intent(
    name="quality",
    title="查表的问题",
    claims=_claims,
    answer=_answer,
    examples=("哪些表有问题", "财政局的表有没有问题", "工作经费的表有什么问题", "有什么要核对的"),
    counterexamples=("工作经费有哪几年的数据", "工作经费的数出自哪份文件", "有哪些项目"),
)
