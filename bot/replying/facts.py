"""Facts from targets: what a view states, as the facts that replies carry, and how people are told whose it is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Protocol

from msgspec.structs import replace

from bot.answer import Choice, Fact
from bot.language.patterns import Pattern
from bot.replying import phrases
from bot.replying.phrases import project
from store.model import Attribute, Blank, FundingKind, Goal, Horizon, Indicator
from store.money import NotMoney, parse_yuan
from store.plan import Aggregate, Field, GroupBy, Plan
from store.targets import TargetView
from store.text import fold

ATTRIBUTES = {
    Field.DEPARTMENT: Attribute.DEPARTMENT,
    Field.ATTRIBUTE: Attribute.ATTRIBUTE,
    Field.SOURCE: Attribute.SOURCE,
    Field.PERIOD: Attribute.PERIOD,
}


def amount(view: TargetView, kind: FundingKind, horizon: Horizon) -> Fact | None:
    """The amount that the form prints, or None where it prints none."""
    funding = view.target.funding(kind, horizon)
    if funding is None:
        return None
    return _of(view, kind.value, horizon=horizon, name=None, value=funding.source.raw, yuan=funding.yuan, source=funding.source)


def added(found: Sequence[Fact]) -> Fact | None:
    """What amounts of one form come to; None where there are none."""
    if len(found) < 2:
        return found[0] if found else None
    yuan = sum((fact.yuan for fact in found if fact.yuan is not None), start=Decimal(0))
    return replace(found[0], field="total", value=None, yuan=yuan, op=str(Aggregate.SUM))


def goal(view: TargetView, stated: Goal) -> Fact:
    """A goal as printed."""
    return _of(view, "goal", horizon=stated.horizon, value=stated.text, source=stated.source)


def indicator(view: TargetView, stated: Indicator) -> Fact:
    """An indicator with its value as printed; where that is money, the amount beside it."""
    yuan = _money(stated.value)
    return _of(view, "indicator", horizon=stated.horizon, name=stated.name, value=stated.value, yuan=yuan, source=stated.source)


def _money(value: str) -> Decimal | None:
    """The amount of a value that says 元, be it for one of something (“≤300元/米”); “2万人次” is none."""
    amount = _FOR_EACH.sub("", value.strip())
    if not amount.endswith(("元", "圆")):
        return None
    try:
        return parse_yuan(amount.lstrip("≥≤<>＜＞=＝ "))
    except NotMoney:
        return None


_FOR_EACH = Pattern(r"(?<=[元圆])\s*[/／每].*$")


def attribute(view: TargetView, field: Attribute) -> Fact | None:
    """A line of text of the form, or None where it has none."""
    stated = view.target.fact(field)
    return _of(view, field.value, value=stated.text, source=stated.source) if stated else None


UNTOLD = "表上没填，或没有这一栏"
_TOLD_BY = {GroupBy.ATTRIBUTE: Attribute.ATTRIBUTE, GroupBy.SOURCE: Attribute.SOURCE}


def told_by(views: Sequence[TargetView], plan: Plan) -> list[str]:
    """The group that each is of, where groups are told by what forms say: “常年项目” in quotes; `UNTOLD` where a form says nothing."""
    said = [attribute(view, _TOLD_BY[plan.by or GroupBy.ATTRIBUTE]) for view in views]
    return [phrases.printed(fact.value) if fact and fact.value else UNTOLD for fact in said]


def listed(view: TargetView) -> Fact | None:
    """What the 公开清单 of the document says of the target, where that is another amount than the form's total."""
    total = view.target.funding(FundingKind.TOTAL)
    row = view.listed
    if row is None or row.yuan is None or total is None or row.yuan == total.yuan:
        return None
    return _of(view, "listed", horizon=Horizon.ANNUAL, value=row.source.raw, yuan=row.yuan, source=row.source)


def unit(view: TargetView) -> Fact:
    """Who carries the project out (实施单位)."""
    return _of(view, "unit", value=view.target.unit, source=view.target.unit_source)


def name(view: TargetView) -> Fact:
    """The project's name and where it stands."""
    return _of(view, "project", value=view.target.project, source=view.target.title)


def blank(view: TargetView, field: str, horizon: Horizon | None = None, named: str | None = None) -> Blank | None:
    """The field that the form asks for and nobody filled in."""
    return next(
        (b for b in view.target.blanks if b.field == field and horizon in (None, b.horizon) and named in (None, b.name)),
        None,
    )


_NONE = frozenset({"无", "/", "-", "没有", "不适用"})


def says_none(empty: Blank) -> bool:
    """Whether what stands in a blank field says that there is nothing: “无”, “/”."""
    return fold(empty.source.raw) in _NONE


def derived(op: Aggregate | str, yuan: Decimal | None, of: Sequence[int], value: str | None = None) -> Fact:
    """A figure of our own from the facts at the indices `of`."""
    return Fact(field="total", op=str(op), yuan=yuan, of=tuple(of), value=value)


def _of(view: TargetView, field: str, **stated: object) -> Fact:
    target = view.target
    return Fact(field=field, project=target.project, unit=target.unit, year=target.year, **stated)  # type: ignore[arg-type]  # the callers above name Fact's own fields


def ours(views: Sequence[TargetView]) -> str:
    """Says that we added these up, and whether their documents print sums of their own."""
    return phrases.ours(printed=any(view.prints_totals for view in views))


def whose(view: TargetView, *, year: bool = True) -> str:
    """“相山区财政局「软件升级维护」2024年”."""
    return f"{view.target.unit}{project(view.target.project)}" + (f"{view.target.year}年" if year else "")


class _Stated(Protocol):
    """Whatever a document states."""

    @property
    def document(self) -> str: ...

    @property
    def file(self) -> str: ...


def document_of(view: _Stated, beside: Sequence[_Stated]) -> str:
    """“（《…》）”, with the file's name where another document beside it has the same title, numbered where that is the same too."""
    alike = [other for other in beside if other.document == view.document]
    files = list(dict.fromkeys(other.file for other in alike))
    same = [other for other in alike if other.file == view.file]
    number = f"第 {[id(other) for other in same].index(id(view)) + 1} 份" if len(same) > 1 else ""
    file = f"文件 {phrases.one_line(view.file)}" if len(files) > 1 or number else ""
    return f"（《{view.document}》{'，' if file else ''}{file}{'，' if number else ''}{number}）"


def labels(views: Sequence[TargetView]) -> list[str]:
    """What tells each target from the others: unit, project, year, publisher, document, as far as they differ."""
    years, projects, units = (len({getattr(v.target, name) for v in views}) > 1 for name in ("year", "project", "unit"))
    alike = Counter(_key(v) for v in views)
    alike_here = Counter((v.publisher, *_key(v)) for v in views)
    return [
        _label(
            v,
            years=years,
            projects=projects,
            units=units,
            twice=alike[_key(v)] > 1,
            rivals=[other for other in views if (other.publisher, *_key(other)) == (v.publisher, *_key(v))]
            if alike_here[(v.publisher, *_key(v))] > 1
            else (),
        )
        for v in views
    ]


def _label(view: TargetView, *, years: bool, projects: bool, units: bool, twice: bool, rivals: Sequence[TargetView]) -> str:
    year = f"{view.target.year}年" if years else ""
    unit = view.target.unit if units or projects or not years else ""
    project_name = project(view.target.project) if projects else ""
    publisher = f"（{view.publisher}）" if twice and not rivals else ""
    document = document_of(view, rivals) if rivals else ""
    return f"{year}{' ' if year and unit else ''}{unit}{project_name}{publisher}{document}"


def _key(view: TargetView) -> tuple[str, str, int]:
    return view.target.project, view.target.unit, view.target.year


UNSHAPED: Mapping[str, Any] = {
    "amounts": (),
    "percents": (),
    "checked": (),
    "order": None,
    "other_order": None,
    "aggregate": None,
    "whole": None,
    "compare": False,
    "against": False,
    "by": None,
    "count_of": None,
    "net_of": (),
    "attributes": (),
    "whole_branch": False,
    "texts": (),
    "stated": (),
    "lacking": (),
    "change": None,
    "unit_limits": None,
    "move_limits": None,
}
"""What of a plan speaks of several targets, as it is where only one thing is asked about."""


def of_those_that_moved(plan: Plan, found: Sequence[Fact], *, projects: bool) -> Plan | None:
    """The comparison of the years for the units, or the `projects`, whose amounts these are: what “涨了多少” and “它” go on from.

    None where there are none, or they are not all that one project, or one unit, has of them.
    """
    named = tuple(dict.fromkeys(one.project for one in found if one.project)) if projects else plan.projects
    units = tuple(dict.fromkeys(one.unit for one in found if one.unit))
    if not found or (projects and len(named) > 1 and len(units) > 1):
        return None
    scope = {"projects": named, "units": units or plan.units, "among": (), "called": "", "sides": ()}
    return plan.model_copy(update={**scope, "fields": (Field.AMOUNT,), "order": None, "by": None, "without": ()})


def only(plan: Plan, view: TargetView) -> Plan:
    """The plan for this one target: what a choice of it asks."""
    target = view.target
    scope = {
        "publishers": (view.publisher,),
        "projects": (target.project,),
        "units": (target.unit,),
        "years": (target.year,),
        "newest": None,
        "among": (),
        "without": (),
        "called": "",
        "sides": (),
    }
    fields = (Field.AMOUNT,) if plan.fields in ((Field.PROJECT,), (Field.UNIT,)) else plan.fields
    return plan.model_copy(update={**scope, **UNSHAPED, "fields": fields})


def choices(plan: Plan, views: Sequence[TargetView]) -> tuple[Choice, ...]:
    """A choice for each of several targets; one needs none."""
    return choices_of(plan, views) if len(views) > 1 else ()


_MOST_CHOICES = 100  # what a person may count to, and a conversation's memory should hold


def choices_of(plan: Plan, views: Sequence[TargetView]) -> tuple[Choice, ...]:
    """A choice for each target."""
    named = labels(views) if len(views) > 1 else [whose(v) for v in views]
    return tuple(Choice(label, only(plan, v)) for label, v in list(zip(named, views, strict=True))[:_MOST_CHOICES])
