"""The projects that a plan leaves by what stands in their forms or does not, each with what made it one of them."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Kind, target_key
from bot.described.standing import LABELS, NAME, quoted, shown, standing_in
from bot.doubts.disputes import one_each
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.enumerating import PAGE, enumerate_items
from bot.replying.wanted import Wanted, add_up, asks_sum
from store.model import FundingKind, Horizon, Indicator
from store.money import WAN
from store.plan import Aggregate, Field, Newest, Plan, Spot
from store.targets import TargetView

MOST_READ = 2_000  # targets; reading twenty thousand takes seconds
_KINDS = {kind.value: kind for kind in FundingKind}


def found_by(plan: Plan, desk: Desk) -> Answer:
    """The projects that the plan leaves, each with what made it one of them."""
    kinds = dict.fromkeys((FundingKind.TOTAL, *(_KINDS[spot.field] for spot in plan.stated if spot.field in _KINDS)))
    wanted = Wanted(tuple(kinds), Horizon.ANNUAL)
    number = desk.count(_left_blank(plan))
    if number > MOST_READ:
        return _too_many(plan, number, desk)
    views = desk.matching(_left_blank(plan), money_only=True)
    if not views:
        return _of_an_earlier_year(plan, desk) or _none(plan, desk)
    views, disputed = one_each(views, wanted)
    page = _read(views[desk.offset : desk.offset + PAGE], desk)
    said = [_said(view, plan, wanted) for view in page]
    several = len({v.target.year for v in views}) > 1 or plan.newest is Newest.EACH
    named = [_name(view, disputed, year=several) for view in views]
    told = [f"{name} {text}".strip() for name, (text, _) in zip(named[desk.offset :], said, strict=False)]
    items = [*named[: desk.offset], *told, *named[desk.offset + len(told) :]]
    stated = [fact for _, of_one in said for fact in of_one]
    number = len({target_key(view) for view in views})
    when = "" if several else f"{views[0].target.year}年"
    money = (not plan.lacking and not plan.stated) or any(spot.field in _KINDS for spot in plan.stated)
    budget = "（预算安排）" if money else ""
    lines = [f"{when}{_units(plan, desk)}{limits_of(plan)}的项目有 {number} 个{budget}：", *enumerate_items(items, desk.offset)]
    lines += _absent(plan, _without_field(plan, desk))
    valueless, blank = _without_value(plan, desk)
    lines, stated = [*lines, *valueless], [*stated, *blank]
    sums, summed = _together(views, plan, wanted, len(stated)) if asks_sum(desk.question.text) and not several else ([], [])
    lines, stated = [*lines, *sums], [*stated, *summed]
    choices, only = facts.choices(_plainly(plan), views), _the_only_one(views, plan)
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), choices, _left_blank(plan), shown=only)


def _together(views: Sequence[TargetView], plan: Plan, wanted: Wanted, first: int) -> tuple[list[str], list[Fact]]:
    """What all of them come to, of the kinds that were looked for; `first` is where these facts stand among the reply's."""
    lines: list[str] = []
    found: list[Fact] = []
    for kind in wanted.kinds[1:] or wanted.kinds if plan.aggregate is Aggregate.COUNT else ():
        of_kind = [fact for view in views if (fact := facts.amount(view, kind, wanted.horizon)) and fact.yuan is not None]
        if len(of_kind) == len(views) > 1:
            at = range(first + len(found), first + len(found) + len(of_kind))
            label = "" if kind is FundingKind.TOTAL else phrases.quoted(wanted.label(kind))
            lines.append(f"{label}合计 {phrases.money(add_up(of_kind))}{facts.ours(views)}")
            found += [*of_kind, facts.derived(Aggregate.SUM, add_up(of_kind), at)]
    return lines, found


def _of_an_earlier_year(plan: Plan, desk: Desk) -> Answer | None:
    """Those of the last year that has any, where no year is named and the newest has none: “哪些项目有上年结转”."""
    if plan.newest is not Newest.SCOPE or plan.lacking:
        return None
    every = plan.model_copy(update={"newest": None})
    if desk.count(every) > MOST_READ:
        return None
    years = {view.target.year for view in desk.matching(every, money_only=True)}
    if not years:
        return None
    found = found_by(plan.model_copy(update={"newest": None, "years": (max(years),)}), desk)
    return replace(found, lines=(*_none(plan, desk).lines, *found.lines)) if found.kind is Kind.ANSWER else None


def _the_only_one(views: Sequence[TargetView], plan: Plan) -> Plan | None:
    """The plan of the one project that words were found in: “买几台” and “去年呢” are about it; None of several, or of blanks."""
    found = {(view.target.project, view.target.unit) for view in views}
    if len(found) > 1 or plan.stated or plan.lacking:
        return None
    project, unit = found.pop()
    return _plainly(plan).model_copy(update={"projects": (project,), "units": (unit,), "called": "", "fields": (Field.AMOUNT,)})


def _too_many(plan: Plan, number: int, desk: Desk) -> Answer:
    """What so many targets have in common tells none from the others: they are counted, and not read."""
    counted = "" if plan.newest is Newest.SCOPE or len(plan.years) == 1 else "（各年分别计）"
    line = f"{_units(plan, desk)}{limits_of(plan)}的项目有 {number} 个{counted}，太多，没有一一列出。请再说单位、年度或别的词。"
    return Answer(Kind.ANSWER, (line, f"只含已导入的 {desk.documents()} 份文件。"), remembered=plan)


def _name(view: TargetView, disputed: Sequence[TargetView], *, year: bool) -> str:
    rivals = [other for other in disputed if target_key(other) == target_key(view)]
    return facts.whose(view, year=year) + (facts.document_of(view, rivals) if rivals else "")


def _left_blank(plan: Plan) -> Plan:
    """Fields that the form asks for and nobody filled in; of indicators any that are not there, and of money beside another kind."""
    lacking = tuple(s.model_copy(update={"printed": None if _in_whatever_form(s, plan) else True}) for s in plan.lacking)
    return plan.model_copy(update={"lacking": lacking})


def _in_whatever_form(spot: Spot, plan: Plan) -> bool:
    """Whether a form without such a field lacks it as well: “全是财政拨款的” has no other money, be there a column for it or not."""
    return spot.field == "indicator" or (spot.field in _KINDS and bool(plan.stated))


def _without_field(plan: Plan, desk: Desk) -> int:
    """How many forms have no such field at all: nobody could fill it in."""
    absent = tuple(spot.model_copy(update={"printed": False}) for spot in plan.lacking if not _in_whatever_form(spot, plan))
    if not absent:
        return 0
    return desk.count(plan.model_copy(update={"lacking": absent}))


def _absent(plan: Plan, number: int) -> list[str]:
    return [f"另有 {number} 个项目的表上没有{_fields(plan)}一栏。"] if number else []


def _without_value(plan: Plan, desk: Desk) -> tuple[list[str], list[Fact]]:
    """“表上有这类指标、没填指标值的：甲局「…」“公众满意度”。”: lines that are there with nothing in their value."""
    levels = [spot.level for spot in plan.lacking if spot.field == "indicator"]
    found = [one.finding for one in desk.findings(_plainly(plan), (_BLANK_VALUE,))] if levels else []
    if not 0 < len(found) <= PAGE:
        return [], []
    projects, units = ({getattr(one, name) or "" for one in found} for name in ("project", "unit"))
    among = {"projects": tuple(sorted(projects)), "units": tuple(sorted(units))}
    views = desk.matching(_plainly(plan).model_copy(update=among))
    blank = [
        (view, one)
        for view in views
        for one in view.target.indicators
        if not one.value and any(not level or level in (one.level1, one.level2) for level in levels)
    ]
    named = [f"{facts.whose(view)}{phrases.printed(one.name)}" for view, one in blank]
    return [f"表上有这类指标、没填指标值的：{phrases.listed(named)}。"] if named else [], [facts.indicator(*one) for one in blank]


_BLANK_VALUE = "value-blank"  # the rule of the finding


def _fields(plan: Plan) -> str:
    return phrases.listed([_label(spot) for spot in plan.lacking if spot.field != "indicator"])


def _read(views: Sequence[TargetView], desk: Desk) -> list[TargetView]:
    """The same targets with all that their forms say; there may be thousands of others that are only counted."""
    names = {name: tuple(sorted({getattr(v.target, name) for v in views})) for name in ("project", "unit", "year")}
    known = {v.position: v for v in desk.run(Plan(projects=names["project"], units=names["unit"], years=names["year"]))}
    return [known[view.position] for view in views]


def _plainly(plan: Plan) -> Plan:
    return plan.model_copy(update={"texts": (), "stated": (), "lacking": ()})


def _said(view: TargetView, plan: Plan, wanted: Wanted) -> tuple[str, list[Fact]]:
    """What the form says of a project that was found, and the facts of it."""
    amounts = [(kind, fact) for kind, fact in wanted.amounts(view) if fact]
    own = [(kind, fact) for kind, fact in amounts if kind is not FundingKind.TOTAL or plan.amounts or not plan.stated]
    if plan.lacking and not (plan.texts or plan.amounts):
        own = [(kind, fact) for kind, fact in own if kind is not FundingKind.TOTAL]
    money = "，".join(
        f"{wanted.label(k) + ' ' if k is not FundingKind.TOTAL else ''}{phrases.money(f.yuan or Decimal(0))}" for k, f in own
    )
    lines = standing_in(view, plan.texts)
    filled = [fact for spot in plan.stated if spot.field in LABELS and (fact := _fact(view, spot))]
    texts = [quoted(lines)] if [line for line in lines if line.said != NAME] else []
    texts += [f"{LABELS[fact.field]}{phrases.printed(fact.value or '')}" for fact in filled]
    texts += [f"{_label(spot) if plan.stated else ''}{_lack(view, spot)}" for spot in plan.lacking]
    of_class = [facts.indicator(view, i) for spot in plan.stated if spot.field == "indicator" for i in _lines(view, spot)]
    texts += ["、".join(f"{phrases.quoted(i.name or '')} {phrases.one_line(i.value or '')}" for i in of_class)]
    said = [text for text in texts if text]
    stated = [*(fact for _, fact in own), *shown(lines), *filled, *of_class]
    return f"{money}{'：' if money and said else ''}{'；'.join(said)}".strip(), stated or [facts.name(view)]


def _fact(view: TargetView, spot: Spot) -> Fact | None:
    return next((facts.attribute(view, one.field) for one in view.target.facts if one.field.value == spot.field), None)


def _lines(view: TargetView, spot: Spot) -> list[Indicator]:
    """The lines of the class, of the year before those of the middle term unless it is asked for."""
    found = [i for i in view.target.indicators if spot.level in (i.level1, i.level2)]
    if spot.horizon is Horizon.MID_TERM:
        return [i for i in found if i.horizon is Horizon.MID_TERM]
    return [i for i in found if i.horizon is Horizon.ANNUAL] or found


def _lack(view: TargetView, spot: Spot) -> str:
    """Why the field has nothing: left blank, filled with a “无”, or not printed in that form at all."""
    horizon = spot.horizon if spot.field in _KINDS or spot.field == "goal" else None
    empty = facts.blank(view, spot.field, horizon, spot.level or None)
    if empty is None:
        return "表上没有这一栏" if spot.field in _KINDS else ""
    if empty.source.raw:
        return f"表上写的是{phrases.quoted(empty.source.raw)}"
    return "表上没填"


def _units(plan: Plan, desk: Desk) -> str:
    """The units in words, of one with units below it that these are not meant."""
    if len(plan.units) != 1:
        return phrases.listed(list(plan.units)) if len(plan.units) <= _FEW else ""
    own = plan.alone or (not (plan.projects or plan.whole_branch or plan.called) and bool(desk.book.below(plan.units[0])))
    return plan.units[0] + ("本级" if own else "")


_FEW = 3


def limits_of(plan: Plan) -> str:
    """The limits in words: “写有“压路机””, “填有“上年结转””, “没填“项目期””, “没有满意度指标”."""
    attributes = [phrases.quoted(name) for name in plan.attributes]
    amounts = [Wanted.of(plan).limit(one) for one in plan.amounts]
    lines = "、".join((*plan.indicators.level1, *plan.indicators.level2, *plan.indicators.names))
    amounts += [f"{lines}{phrases.compared(one.op, one.value, '%')}" for one in plan.percents]
    texts = [f"{_within(text.within)}有{phrases.quoted(text.text)}" for text in plan.texts]
    stated = [text for spot in plan.stated for text in _stated(spot)]
    lacking = [f"{'没有' if spot.field == 'indicator' else '没填'}{_label(spot)}" for spot in plan.lacking]
    return "、".join([*attributes, *amounts, *texts, *stated, *lacking])


def _stated(spot: Spot) -> list[str]:
    limits = [f"{_label(spot)}{phrases.compared(one.op, one.yuan / WAN, '万')}" for one in spot.limits]
    return limits or [f"{_label(spot)}写{phrases.quoted(spot.reads[0])}" if spot.reads else f"有{_label(spot)}"]


def limited_to(plan: Plan) -> str:
    """“预算高于500万的项目”, “阶段性项目”: of which projects a sum is, where it is not of all."""
    said = limits_of(plan)
    return said and (said if said == limits_of(Plan(attributes=plan.attributes)) else f"{said}的项目")


_PARTS = {"name": "名称里", "goals": "目标里", "indicators": "指标里", "facts": "表里"}


def _within(parts: Sequence[str]) -> str:
    return _PARTS[parts[0]] if len(parts) == 1 else "表里写"


def _label(spot: Spot) -> str:
    if spot.field in _KINDS:
        return phrases.quoted(phrases.kind_label(_KINDS[spot.field], spot.horizon))
    if spot.field in LABELS:
        return phrases.quoted(LABELS[spot.field])
    term = phrases.HORIZONS[spot.horizon]
    if spot.field == "goal":
        return phrases.quoted(f"{term}目标")
    return f"{term if spot.horizon is Horizon.MID_TERM else ''}{spot.level or '绩效指标'}"


def _none(plan: Plan, desk: Desk) -> Answer:
    """Nothing is so: of blanks that is an answer, of anything else a 没有."""
    known = plan.years or desk.book.years_of(plan.projects, plan.units)
    years = phrases.years(known[-1:] if plan.newest is Newest.SCOPE else known)
    number = desk.count(_plainly(plan)) if plan.lacking and not (plan.texts or plan.stated) else 0
    if number:
        absent = _without_field(plan, desk)
        line = f"没有：{years}{_units(plan, desk)}的 {number} 个项目里，没有一个是{limits_of(plan)}的。"
        if absent == number:
            line = f"没法说：{years}{_units(plan, desk)}的 {number} 个项目，表上都没有{_fields(plan)}一栏。"
        valueless, blank = _without_value(plan, desk)
        covered = f"只含已导入的 {desk.documents()} 份文件。"
        lines = (line, *(_absent(plan, absent) if absent < number else ()), *valueless, covered)
        return Answer(Kind.ANSWER, lines, tuple(blank), cite(blank), remembered=plan)
    if plan.projects:
        named = "".join(map(phrases.project, plan.projects[:_FEW]))
        line = f"没有：已导入的{years}的文件里，{_units(plan, desk)}{named}的表不是这样：{limits_of(plan)}。"
    else:
        line = f"没有：已导入的{years}{_units(plan, desk)}的文件里，没有一个项目{limits_of(plan)}。"
    return Answer(Kind.NOT_FOUND, (line,), remembered=plan)
