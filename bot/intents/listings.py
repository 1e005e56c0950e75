"""Which projects there are, and how many: of a unit, over an amount, of an attribute, or all."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Intent, Kind, target_key
from bot.doubts.absence import nothing
from bot.doubts.disputes import one_each, unsettled
from bot.question import Understanding
from bot.replying import adding, facts, numbered, phrases
from bot.replying.both_scopes import below
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.enumerating import enumerate_items
from bot.replying.wanted import Wanted, add_up, asks_sum
from bot.shapes import POOLED, Shape
from store.model import FundingKind, Horizon
from store.plan import Aggregate, Comparator, Field, Newest, Plan
from store.targets import TargetView
from store.text import fold


def _claims(question: Understanding) -> bool:
    plan = question.plan
    if plan.narrowed and plan.fields == (Field.PROJECT,):
        return False
    if plan.compare or plan.order or plan.fields in ((Field.YEAR,), (Field.DOCUMENT,), (Field.ORIGINAL,), (Field.FILE,)):
        return False
    if question.asks_groups:
        return False
    if plan.fields in ((Field.INDICATOR,), (Field.GOAL,), (Field.QUALITY,), (Field.WEIGHT,), (Field.AGREEMENT,)):
        return False
    return plan.aggregate is Aggregate.COUNT or (plan.fields == (Field.PROJECT,) and plan.aggregate is None)


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    own = desk.matching(plan, money_only=True)
    others = below(question, desk, money_only=True)
    views = [*own, *others]
    if not views:
        return _of_an_earlier_year(question, desk) or nothing(question, desk)
    views, disputed = one_each(views, _ANNUAL)
    wanted = _of_each(views, plan)
    stated = [wanted.first(v) or facts.name(v) for v in views]
    if plan.aggregate is Aggregate.COUNT:
        return unsettled(disputed, plan) if disputed else _count(views, stated, wanted, question, desk, two=bool(others))
    items = [
        item + (facts.document_of(v, _rivals(v, disputed)) if disputed and v in disputed else "")
        for v, item in zip(views, _items(views, stated, plan), strict=True)
    ]
    heading = _scopes(views, question) if others else f"{_where(question)}有 {_targets(views)} 个项目"
    added: list[str] = []
    figures: list[Fact] = []
    if not (disputed or Wanted.of(plan).plain):
        whole = not wanted.plain and all(map(wanted.first, views))  # then the rows themselves are added up
        two = bool(others)
        added, figures = _sums(views, stated, question, at=0, two=two) if whole else _added_up(views, stated, question, two=two)
    lines = (f"{_when(views)}{heading}{_title(wanted)}：", *enumerate_items(items, desk.offset), *added)
    found = len(views) == 1 and any(one.op is Comparator.EQUAL for one in plan.amounts)
    focus = facts.only(plan, views[0]) if found else None  # “64万是哪个项目”, “它归谁”, “买几辆”
    return Answer(Kind.ANSWER, lines, (*stated, *figures), cite(stated), facts.choices(plan, views), plan, focus)


def _of_an_earlier_year(question: Understanding, desk: Desk) -> Answer | None:
    """Those of a kind of the last year that has any, where no year is named and the newest has none."""
    plan = question.plan
    if plan.newest is not Newest.SCOPE or not plan.attributes:
        return None
    years = {view.target.year for view in desk.run(plan.model_copy(update={"newest": None}), money_only=True)}
    if not years:
        return None
    found = _answer(replace(question, plan=plan.model_copy(update={"newest": None, "years": (max(years),)})), desk)
    return replace(found, lines=(nothing(question, desk).lines[0], *found.lines))


_ANNUAL = Wanted((FundingKind.TOTAL,), Horizon.ANNUAL)


def _of_each(views: Sequence[TargetView], plan: Plan) -> Wanted:
    """The money that stands beside each: what is asked for (“福利院两个项目中期”), or the annual total where projects are counted or none has it."""
    asked = Wanted.of(plan)
    return asked if plan.pooled or (plan.aggregate is None and any(map(asked.first, views))) else _ANNUAL


def _scopes(views: Sequence[TargetView], question: Understanding) -> str:
    """How many projects there are in either scope (口径), the unit's own first in the list."""
    unit = question.plan.units[0]
    own = [v for v in views if fold(v.target.unit) == fold(unit)]
    return f"{_where(question)}本级有 {_targets(own)} 个项目，含所属单位共 {_targets(views)} 个"


def _rivals(view: TargetView, disputed: Sequence[TargetView]) -> list[TargetView]:
    return [other for other in disputed if target_key(other) == target_key(view)]


def _title(wanted: Wanted) -> str:
    return "（预算安排）" if wanted.plain else f"，{wanted.title}"


def _count(
    views: Sequence[TargetView], stated: list[Fact], wanted: Wanted, question: Understanding, desk: Desk, *, two: bool
) -> Answer:
    plan = question.plan
    units = list(dict.fromkeys(v.target.unit for v in views))
    first = {v.target.unit: v for v in reversed(views)}
    if plan.count_of is Field.UNIT:
        items = units
        scope = f"{_where(question)}及所属单位共" if two else f"{_what(question)}有"
        line = f"{_when(views)}{scope} {len(units)} 个单位："
        number = len(units)
    else:
        items = _items(views, stated, plan)
        heading = _scopes(views, question) if two else f"{_where(question)}共 {len(views)} 个项目"
        line = f"{_when(views)}{heading}{_title(wanted)}："
        number = len(views)
    lines = [line, *enumerate_items(items, desk.offset)]
    counted = [facts.derived(Aggregate.COUNT, None, range(len(stated)), value=str(number))]
    if plan.count_of is not Field.UNIT or asks_sum(question.text):
        added, figures = _added_up(views, stated, question, two=two)
        unread = len(views) > 1 and not added and asks_sum(question.text)
        lines += [phrases.NOT_ADDED] if unread else added
        counted += figures
    return Answer(
        Kind.ANSWER,
        tuple(lines),
        (*stated, *counted),
        cite(stated),
        numbered.units(plan, [(u, first[u]) for u in units]) if plan.count_of is Field.UNIT else facts.choices(plan, views),
        plan,
    )


def _added_up(
    views: Sequence[TargetView], stated: Sequence[Fact], question: Understanding, *, two: bool
) -> tuple[list[str], list[Fact]]:
    """What they come to, of the money that is asked for, and its facts, which stand behind those of the list and its number."""
    wanted = Wanted.of(question.plan)
    if wanted.plain or wanted.together:
        return _sums(views, stated, question, at=0, two=two)
    rows = [(view, fact) for view in views if (fact := wanted.first(view))]
    if not rows:
        lines, figures = _sums(views, stated, question, at=0, two=two)
        return [*lines, f"{wanted.title}：表上没有填。"], figures
    holders, amounts = [view for view, _ in rows], [fact for _, fact in rows]
    counted = question.plan.aggregate is Aggregate.COUNT
    lines, figures = _sums(holders, amounts, question, at=len(stated) + counted, two=two)
    each = [f"{facts.whose(view)} {phrases.money(fact.yuan)}" for view, fact in rows if fact.yuan is not None]
    told = f"{wanted.title}{lines[0]}" if lines else f"{wanted.title}：{phrases.listed(each)}。"
    return [told, *wanted.left_out(len(views) - len(rows))], [*amounts, *figures]


def _sums(
    views: Sequence[TargetView], stated: Sequence[Fact], question: Understanding, *, at: int, two: bool
) -> tuple[list[str], list[Fact]]:
    """The sum of these amounts, which stand among the reply's facts from `at` on, or of both scopes (口径); nothing where it says nothing."""
    if not _can_be_added(views, stated):
        return [], []
    total = add_up(stated)
    own = [n for n, v in enumerate(views) if fold(v.target.unit) == fold(question.plan.units[0])] if two else []
    alone = add_up([stated[n] for n in own])
    figures = [facts.derived(Aggregate.SUM, alone, [at + n for n in own])] if len(own) > 1 else []
    figures.append(facts.derived(Aggregate.SUM, total, range(at, at + len(stated))))
    sums = f"本级合计 {phrases.money(alone)}，含所属合计" if own else "合计"
    return [f"{sums} {phrases.money(total)}{facts.ours(views)}"], figures


def _can_be_added(views: Sequence[TargetView], stated: Sequence[Fact]) -> bool:
    """Whether the sum of a list says something: several amounts of one year, none missing, none disputed."""
    complete = len(stated) > 1 and all(f.yuan is not None for f in stated)
    return complete and len({v.target.year for v in views}) == 1


def _targets(views: Sequence[TargetView]) -> int:
    """How many targets there are; what documents dispute is one."""
    return len({target_key(v) for v in views})


def _items(views: Sequence[TargetView], stated: Sequence[Fact], plan: Plan) -> list[str]:
    years = len({v.target.year for v in views}) > 1
    one_unit = len(views) > 1 and len({v.target.unit for v in views}) == 1 and bool(plan.units)  # which the heading names
    return [_item(view, fact, years=years, one_unit=one_unit) for view, fact in zip(views, stated, strict=True)]


def _item(view: TargetView, fact: Fact, *, years: bool, one_unit: bool) -> str:
    year = f"{view.target.year}年 " if years else ""
    amount = phrases.money(fact.yuan) if fact.yuan is not None else "表上没填金额"
    name = phrases.project(view.target.project)
    return f"{year}{name if one_unit else view.target.unit + name} {amount}"


def _when(views: Sequence[TargetView]) -> str:
    years = {v.target.year for v in views}
    return f"{years.pop()}年" if len(years) == 1 else ""


def _where(question: Understanding) -> str:
    """The scope in words: units, attribute, amounts."""
    plan = question.plan
    units = whose(plan)
    filters = "、".join(map(Wanted.of(plan).limit, plan.amounts))
    attributes = phrases.listed([phrases.quoted(a) for a in plan.attributes])
    return f"{units}{attributes}{filters + '的' if filters else ''}"


def _what(question: Understanding) -> str:
    projects = question.plan.projects
    return phrases.project(projects[0]) if len(projects) == 1 else ""


INTENT = Intent(
    name="listings",
    title="列项目、数个数",
    claims=_claims,
    answer=_answer,
    heeds=POOLED | {Shape.AGGREGATE, Shape.BY},
    at_large=adding.number,
    examples=("有哪些项目", "一共有几个项目", "10万以上的项目有哪些", "常年项目有哪些", "下派干部经费有几个单位在做"),
    counterexamples=("所有项目一共多少钱", "哪个项目钱最多"),
)
