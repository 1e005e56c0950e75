"""The one-line facts of a form: who carries the project out, department and code, attribute, source, period."""

from collections.abc import Sequence
from itertools import accumulate

from bot.answer import Answer, Choice, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing, which
from bot.question import Understanding
from bot.replying import adding, facts, numbered, phrases
from bot.replying.both_scopes import below
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.replying.facts import ATTRIBUTES
from bot.shapes import MONEY, Shape
from store.plan import Aggregate, Field, Plan
from store.targets import TargetView

_LABELS = {
    Field.UNIT: "实施单位",
    Field.DEPARTMENT: "主管部门及代码",
    Field.ATTRIBUTE: "项目属性",
    Field.SOURCE: "项目来源",
    Field.PERIOD: "项目期",
}

_OF_EACH_PROJECT = frozenset({Field.ATTRIBUTE, Field.SOURCE, Field.PERIOD})


def _claims(question: Understanding) -> bool:
    plan = question.plan
    if len(plan.fields) != 1 or plan.fields[0] not in _LABELS or plan.order or plan.compare or plan.unit_limits:
        return False
    # A sum of texts is none: “主管部门一共” asks for the departments.  Units are counted and summed by others.
    return plan.aggregate is None or (plan.fields[0] is not Field.UNIT and plan.aggregate is not Aggregate.COUNT)


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    field = plan.fields[0]
    own = desk.matching(plan)
    others = below(question, desk) if field in _OF_EACH_PROJECT and not plan.attributes else []
    views = [*own, *others]
    if not views:
        return nothing(question, desk)
    if len(views) > 1 and not (
        plan.projects or plan.units or plan.attributes or plan.amounts or plan.narrowed or field is Field.UNIT
    ):
        return _of_all(views, plan) if field in (Field.ATTRIBUTE, Field.SOURCE) else which(question, desk)
    rows = [(view, _fact(view, field)) for view in views]
    stated = [fact or facts.name(view) for view, fact in rows]
    if len(rows) == 1:
        lines = [_one(views[0], rows[0][1], field)]
        if rows[0][1] is None and (older := _of_another_year(views[0], field, desk)):
            lines.append(f"{older.year}年的表上写的是{phrases.printed(older.value or '')}。")
            stated.append(older)
    elif told := _told_of_units(rows, field, desk):
        lines = [_as_told(fact, field, views) for fact in told]
        stated += told
    elif field is Field.UNIT:
        units = list(dict.fromkeys(v.target.unit for v in views))
        lines = [
            f"{_scope(views)}{_LABELS[field]} {len(units)} 个：",
            *enumerate_items([_unit(views, u) for u in units], desk.offset),
        ]
    else:
        items = [f"{name}：{_said(v, f, field)}" for name, (v, f) in zip(facts.labels(views), rows, strict=True)]
        level = f"{plan.units[0]}本级 {len(own)} 个、含所属单位共 {len(views)} 个项目的" if others else ""
        lines = [f"{_scope(views)}{level}{_LABELS[field]}：", *enumerate_items(items, desk.offset)]
    choices = _units(plan, views) if field is Field.UNIT else facts.choices(plan, views)
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated, _LABELS[field]), choices, plan)


def _of_all(views: Sequence[TargetView], plan: Plan) -> Answer:
    """What all forms say, and how many each of it: “项目来源有哪几种”."""
    field = plan.fields[0]
    told: dict[str, list[Fact]] = {}
    for fact in (_fact(view, field) for view in views):
        if fact is not None:
            told.setdefault(fact.value or "", []).append(fact)
    said = sum(map(len, told.values()))
    rest = [f"另有 {len(views) - said} 个项目的表上没填，或没有这一栏。"] if said < len(views) else []
    years = phrases.years(sorted({view.target.year for view in views}))
    if not told:
        named = facts.name(views[0])
        line = f"没有：{years} {len(views)} 个项目的表上都没有填“{_LABELS[field]}”。"
        return Answer(Kind.ANSWER, (line,), (named,), cite([named]), remembered=plan)
    listed = sorted(told.items(), key=lambda one: (-len(one[1]), one[0]))
    lines = [
        f"{years}的{_LABELS[field]}有 {len(told)} 种：",
        *enumerate_items([f"{phrases.printed(t)} {len(of)} 个项目" for t, of in listed]),
    ]
    firsts = [of[0] for _text, of in listed]
    stated = [fact for _text, of in listed for fact in of]
    ends = list(accumulate(len(of) for _text, of in listed))
    counted = [
        facts.derived(Aggregate.COUNT, None, range(end - len(of), end), value=str(len(of)))
        for end, (_text, of) in zip(ends, listed, strict=True)
    ]
    return Answer(Kind.ANSWER, (*lines, *rest), (*stated, *counted), cite(firsts, _LABELS[field]), remembered=plan)


def _units(plan: Plan, views: Sequence[TargetView]) -> tuple[Choice, ...]:
    """What the numbers of a list of units stand for."""
    first = {view.target.unit: view for view in reversed(views)}
    return numbered.units(plan, [(unit, first[unit]) for unit in dict.fromkeys(v.target.unit for v in views)])


def _fact(view: TargetView, field: Field) -> Fact | None:
    return facts.unit(view) if field is Field.UNIT else facts.attribute(view, ATTRIBUTES[field])


def _of_another_year(view: TargetView, field: Field, desk: Desk) -> Fact | None:
    """What the newest other form of the same project says, where this one says nothing."""
    target = view.target
    others = desk.run(Plan(projects=(target.project,), units=(target.unit,)))
    if any(other.target.year == target.year and other.publisher != view.publisher for other in others):
        others = [other for other in others if other.publisher == view.publisher]  # units of two counties may be called alike
    found = [fact for other in others if other.target.year != target.year and (fact := _fact(other, field))]
    newest = max(found, key=lambda fact: fact.year or 0, default=None)
    return newest or (_of_the_unit(view, desk) if field is Field.DEPARTMENT else None)


def _of_the_unit(view: TargetView, desk: Desk) -> Fact | None:
    """The department as the newest other form of the same unit says it, where its publisher is the same or the only one."""
    others = desk.run(Plan(units=(view.target.unit,)))
    own = [other for other in others if other.publisher == view.publisher]
    apart = any(other.target.year == view.target.year and other.publisher != view.publisher for other in others)
    found = [fact for other in (own if apart else others) if (fact := _fact(other, Field.DEPARTMENT))]
    return max(found, key=lambda fact: fact.year or 0, default=None)


def _told_of_units(rows: Sequence[tuple[TargetView, Fact | None]], field: Field, desk: Desk) -> list[Fact]:
    """The department that other forms of the units tell, where none of those that are asked about does; none where one unit's do not."""
    if field is not Field.DEPARTMENT or any(fact for _view, fact in rows):
        return []
    of_units = {view.target.unit: view for view, _fact_of_it in rows}
    told = [fact for view in of_units.values() if (fact := _of_the_unit(view, desk))]
    return told if len(told) == len(of_units) <= _MOST_UNITS else []


_MOST_UNITS = 3


def _as_told(fact: Fact, field: Field, views: Sequence[TargetView]) -> str:
    """“301-县卫健委”, of which older form, and that those of the year that is asked about do not say it."""
    assert fact.source is not None
    own = [view for view in views if view.target.unit == fact.unit]
    years = phrases.years(sorted({view.target.year for view in own}))
    whose = f"{fact.year}年{fact.unit}{phrases.project(fact.project or '')}的表"
    return f"{_LABELS[field]}：{phrases.printed(fact.source.raw)}（{whose}；{years}的 {len(own)} 张表上没有填这一栏）。"


def _one(view: TargetView, fact: Fact | None, field: Field) -> str:
    if field is Field.UNIT:
        return f"实施单位是{view.target.unit}：{phrases.project(view.target.project)}{view.target.year}年。"
    return f"{_LABELS[field]}：{_said(view, fact, field)}（{facts.whose(view)}）。"


def _said(view: TargetView, fact: Fact | None, field: Field) -> str:
    if fact is None:
        asked = facts.blank(view, ATTRIBUTES[field].value)
        return "表上没填" if asked else "表上没有这一栏"
    assert fact.source is not None
    # The cell holds code and name together: “121-…”; as printed it answers both.
    return phrases.printed(fact.source.raw)


def _scope(views: list[TargetView]) -> str:
    years, projects = {v.target.year for v in views}, {v.target.project for v in views}
    year = f"{years.pop()}年" if len(years) == 1 else ""
    return year + (phrases.project(projects.pop()) if len(projects) == 1 else "")


def _unit(views: list[TargetView], unit: str) -> str:
    own = [v for v in views if v.target.unit == unit]
    if len({v.target.project for v in views}) == 1:
        years = {v.target.year for v in own}
        return unit + (f"（{phrases.years(list(years))}）" if len({v.target.year for v in views}) > 1 else "")
    return f"{unit}（{phrases.listed([phrases.project(p) for p in dict.fromkeys(v.target.project for v in own)])}）"


INTENT = Intent(
    name="attributes",
    title="查单位、主管部门、属性、来源、项目期",
    claims=_claims,
    answer=_answer,
    heeds=MONEY | {Shape.AGGREGATE, Shape.INDICATORS},
    at_large=adding.units,
    examples=("软件升级维护由哪个单位实施", "工作经费的主管部门代码", "软件升级维护的项目属性是什么", "任圩下派干部经费的项目期"),
    counterexamples=("下派干部经费有几个单位在做",),
)
