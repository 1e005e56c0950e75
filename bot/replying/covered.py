"""What a figure covers: whose it is, which units a word like 乡镇 takes in, and what is left out of it."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.answer import Answer, Choice, Desk, Intent, Kind
from bot.language.patterns import Pattern
from bot.language.unanswerable import Unanswerable
from bot.question import Understanding
from bot.replying import phrases
from bot.replying.many import TooMany
from bot.shapes import CALLED, Shape, shapes_of
from store.model import FundingKind, Horizon
from store.plan import Aggregate, Field, GroupBy, LeftOut, Plan
from store.targets import TargetView
from store.text import fold

_FEW = 3
_NAMED = 4


def whose(plan: Plan) -> str:
    """The plan's units in few words: “青禾县财政局本级”, “乡镇”, “甲、乙、丙等 12 个单位”."""
    if plan.called:
        return plan.called
    out = {unit for one in plan.without if one.model_copy(update={"units": (), "called": ""}) == LeftOut() for unit in one.units}
    left = tuple(unit for unit in plan.units if unit not in out) or plan.units
    units = phrases.some(left, _FEW) + ("单位" if len(left) > _FEW else "")
    return units + ("本级" if units and plan.alone else "及所属单位" if units and plan.whole_branch else "")


def sides_of(plan: Plan) -> dict[str, str]:
    """Of each unit (folded) the kind that it is of, where several kinds are set side by side."""
    return {fold(unit): side.name for side in reversed(plan.sides) for unit in side.units}


def unfollowed(question: Understanding) -> Answer | None:
    """A reply without figures where what is to be left out, or 本级 and 所属, cannot be followed in such a question."""
    if question.vain and Unanswerable.FUNDER not in question.qualified:
        said = phrases.listed([phrases.quoted(word) for word in dict.fromkeys(question.vain)])
        line = f"{said}没有看懂，不敢当作没说，没有给出数：要除外的请说项目、单位、年份或哪一类资金。"
        return Answer(Kind.CLARIFY, (line,), remembered=question.plan)
    if question.uncombined:
        said = phrases.listed([phrases.quoted(word) for word in dict.fromkeys(question.uncombined)])
        return Answer(Kind.CLARIFY, (f"{said}和别的条件合在一起还不会算，没有给出数：请分开问。",))
    if not question.unfollowed:
        return None
    said = phrases.listed([phrases.quoted(word) for word in dict.fromkeys(question.unfollowed)])
    plan = question.plan
    named = plan.projects or plan.units or plan.without or plan.net_of
    if plan.order and not named and Field.UNIT in (*plan.fields, plan.count_of):
        line = f"单位排名各单位只算本级，{said}的排名还不会算，没有给出数：要看其中一家的，请说“第1个含所属”。"
        return Answer(Kind.CLARIFY, (line,), remembered=plan)
    ask = "请去掉这个条件再问" if named else "请说明是哪个单位"
    return Answer(Kind.CLARIFY, (f"{said}在这一问里没法照办，没有给出数：{ask}。",), remembered=plan)


def unheeded(plan: Plan, intents: Sequence[Intent]) -> Answer | None:
    """A reply without figures where the plan has what none of the intents that answer it follows."""
    lost = shapes_of(plan).difference(*(intent.heeds for intent in intents))
    if not lost:
        return None
    said = phrases.listed([phrases.quoted(CALLED[shape]) for shape in Shape if shape in lost])
    return Answer(Kind.CLARIFY, (f"{said}和别的条件合在一起还不会算，没有给出数：请分开问。",), remembered=plan)


def leaves_nothing_out(question: Understanding, desk: Desk) -> Answer | None:
    """A reply without figures where what is to be left out is not among what is asked about."""
    plan = question.plan
    if not plan.without or not _any(_scope_of(question).model_copy(update={"without": ()}), desk):
        return None  # there is nothing of which it could be left out: that is said
    for one in plan.without:
        views = _left_out(plan, one, desk)
        if views is None or views or _elsewhere(plan, one) or _has_none_of(plan, one):
            continue
        asked = plan.model_copy(update={"without": tuple(o for o in plan.without if o != one)})
        about = f"{phrases.years(desk.years(plan)) if desk.years(plan) else ''}{whose(plan) or '已导入的文件'}"
        first = f"没有可除外的：{about}里没有{_described(one, [])}。"
        label = "不除外的结果"
        return Answer(Kind.CLARIFY, (first, f"要看{label}，回 1。"), choices=(Choice(label, asked),), remembered=plan)
    return _leaves_nothing(question, desk)


def _leaves_nothing(question: Understanding, desk: Desk) -> Answer | None:
    """Where all that is asked about is left out, that is what there is to say."""
    plan = question.plan
    if _any(_scope_of(question), desk):
        return None
    years = desk.years(plan)
    out = phrases.listed([_described(one, _left_out(plan, one, desk) or []) for one in plan.without])
    first = f"没有别的：{phrases.years(years) if years else ''}{whose(plan) or '已导入的文件'}除{out}外没有这样的项目。"
    return Answer(Kind.NOT_FOUND, (first,), remembered=plan)


def _scope_of(question: Understanding) -> Plan:
    """All that is asked about, in whatever order."""
    plan = question.plan
    return plan.model_copy(update={"whole_branch": plan.whole_branch or question.two_scopes, "order": None})


def _any(plan: Plan, desk: Desk) -> bool:
    """Whether there is any target of the plan."""
    try:
        return bool(desk.matching(plan, money_only=True))
    except TooMany:
        return True


def _left_out(plan: Plan, one: LeftOut, desk: Desk) -> list[TargetView] | None:
    """The targets that are left out; None where they are too many to be read."""
    try:
        return desk.left_out(plan, one)
    except TooMany:
        return None


def _elsewhere(plan: Plan, one: LeftOut) -> bool:
    """Whether the question names others of the kind anyway: “2023年的，不是2024年的”."""
    named = ((plan.projects, one.projects), (plan.units, one.units), (plan.years, one.years))
    return any(asked and left and not set(map(str, asked)) & set(map(str, left)) for asked, left in named)


def _has_none_of(plan: Plan, one: LeftOut) -> bool:
    """Whether it is a unit that has none of the projects that are asked about: “除了甲局，谁还有工作经费”; the rest is all there is."""
    return bool(plan.projects and one.units) and not (one.projects or one.attributes or one.amounts)


def with_scope_said(answer: Answer, question: Understanding, desk: Desk) -> Answer:
    """The answer whose first line says which units were taken, and what is left out."""
    if answer.kind is not Kind.ANSWER:
        return answer
    unsaid = [] if own_only(question.plan, desk) else _level_unsaid(answer, question, desk)
    first, *rest = answer.lines
    if rest and not first.endswith("："):
        rest, unsaid = [*rest, *(f"{note}。" for note in unsaid)], []  # the first line is of one form
    notes = [
        *own_only(question.plan, desk),
        *unsaid,
        *_taken(question.plan, desk),
        *(_described_out(question.plan, one, desk) for one in question.plan.without),
    ]
    if not notes:
        return replace(answer, lines=(first, *rest))
    note = f"（{'；'.join(notes)}）"
    head = f"{first[:-1]}{note}{first[-1]}" if first.endswith(("：", "。")) else first + note
    return replace(answer, lines=(head, *rest))


def own_only(plan: Plan, desk: Desk) -> list[str]:
    """Ranks, means, comparisons, several kinds of money, and sums and lines of several are of the units themselves, where no scope (口径) is said."""
    if plan.projects or plan.whole_branch or plan.alone or plan.called or plan.by is GroupBy.DEPARTMENT:
        return []
    alone = plan.aggregate in (Aggregate.AVERAGE, Aggregate.SHARE) and not plan.kinds
    figure = (
        plan.order or plan.compare or alone or len(plan.kinds) > 1 or ((plan.aggregate or plan.percents) and len(plan.units) > 1)
    )
    every = {low for unit in plan.units for low in desk.book.below(unit)}
    below = sorted(every - set(plan.units))
    if figure and below and every & set(plan.units):  # “教育局和所属学校”: some of those below it are in the figure
        return [f"所属的{phrases.some(below, _NAMED)}不在内"]
    return [_OWN_ONLY] if figure and below else []


_OWN_ONLY = "只算本级，要算所属单位请说“含所属”"
_OF_ANY_LEVEL = frozenset({Field.UNIT, Field.DEPARTMENT, Field.YEAR, Field.FILE})
_LEVEL = Pattern("本级|所属")


def _level_unsaid(answer: Answer, question: Understanding, desk: Desk) -> list[str]:
    """That what is told of the forms of one unit is of its own, where the units below it have some too and the reply names none of them."""
    plan = question.plan
    below = set(desk.book.below(plan.units[0])) if question.two_scopes and not _OF_ANY_LEVEL & set(plan.fields) else set()
    told = any(fact.unit in below for fact in answer.facts) or _LEVEL.search("".join(answer.lines))
    years = desk.years(plan)
    having = not told and any(not years or set(years) & set(desk.book.years_of((), (unit,))) for unit in below)
    return [_OWN_ONLY] if having else []


def _taken(plan: Plan, desk: Desk) -> list[str]:
    """Which units the word for a kind of units took in; where there is a figure of each, they stand there."""
    if not plan.called or (plan.by is GroupBy.UNIT and not plan.sides) or not plan.units:
        return []
    if plan.whole_branch:
        return [f"{plan.called}指{phrases.some(plan.units, _NAMED)}及所属单位"]
    whole = plan.model_copy(update={"order": None, "amounts": (), "percents": ()})
    units = _units_of(whole, desk)
    return [f"{plan.called}指{phrases.some(units, _NAMED)}{_nothing_of(plan, units)}"] if units else []


def _units_of(plan: Plan, desk: Desk) -> tuple[str, ...]:
    """The units that have any target of the plan, as the documents come."""
    try:
        return tuple(dict.fromkeys(v.target.unit for v in desk.matching(plan, money_only=True)))
    except TooMany:
        sums = desk.sums(plan, FundingKind.TOTAL, Horizon.ANNUAL) or ()
        return tuple(dict.fromkeys(one.unit for one in sums))


def _nothing_of(plan: Plan, units: Sequence[str]) -> str:
    """Names the few units of the kind that have nothing in the scope."""
    out = {unit for one in plan.without for unit in one.units}
    lacking = [unit for unit in plan.units if unit not in units and unit not in out]
    return f"，{phrases.some(lacking, _NAMED)}没有" if 0 < len(lacking) <= _NAMED else ""


def _described_out(plan: Plan, one: LeftOut, desk: Desk) -> str:
    views = _left_out(plan, one, desk)
    if views is None or views:
        return f"不含{_described(one, views or [])}{_still_in(plan, one, desk)}"
    return f"不含{_described(one, [])}" + ("，它没有这样的项目" if _has_none_of(plan, one) else "")


def _still_in(plan: Plan, one: LeftOut, desk: Desk) -> str:
    """A unit is left out without those below it: they are in the figure, unless the question is about that unit's branch."""
    above = [unit for unit in one.units if not one.projects and not one.whole_branch and not one.called]
    out = {unit for other in plan.without for unit in other.units}
    below = {low for unit in above for low in desk.book.below(unit)} - out
    return "本级，其所属单位仍计入" if below and not plan.units else ""


def _described(one: LeftOut, views: Sequence[TargetView]) -> str:
    """What is left out in words, of kinds of units and of names that mean several what there was of them."""
    units = tuple(dict.fromkeys(v.target.unit for v in views)) if one.called and not one.whole_branch else one.units
    projects = tuple(dict.fromkeys(v.target.project for v in views)) if one.projects and views else one.projects
    named = one.called if one.called and not units else phrases.some(units, _NAMED)
    taken = f"{one.called}（{named}）" if one.called and units and named != one.called and not one.whole_branch else named
    years = phrases.years(one.years) if one.years else ""
    attributes = phrases.listed([phrases.quoted(a) for a in one.attributes])
    amounts = "、".join(map(phrases.limit, one.amounts))
    branch = "及所属单位" if one.whole_branch else ""
    return f"{years}{taken}{branch}{phrases.some(tuple(map(phrases.project, projects)), _NAMED)}{attributes}{amounts}" + (
        "的项目" if (attributes or amounts or years) and not projects else ""
    )
