"""Sums and averages over what matched; for a unit with subordinate units both scopes (口径), labelled."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from msgspec.structs import replace

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing
from bot.doubts.disputes import one_each, unsettled, which_publisher
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import adding, facts, numbered, phrases
from bot.replying.both_scopes import below
from bot.replying.carried import carried_over
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.enumerating import PAGE, enumerate_items
from bot.replying.kinds_together import of_each_kind
from bot.replying.narrowed import limited_to
from bot.replying.wanted import OF_MONEY, Wanted, add_up
from bot.scoping.departments import above
from bot.shapes import POOLED, Shape
from store.names import NameType
from store.plan import Aggregate, Field
from store.targets import TargetView
from store.text import fold

_SHOWN = 4
_UNITS_SHOWN = 8
# “财政局有哪些项目，一共多少钱” wants the list too
_LISTED = Pattern(
    "(?:哪些|哪几个|什么|啥)项目|项目(?:都|分别|又)?(?:有|是|叫)?(?:哪些|哪几个|什么|啥)"
    "|的(?:都|分别)?(?:有|是)(?:哪些|哪几个)(?=\\W|$|一共|总共|合计|加)"
    "|(?:各|分别)(?:自|是|有|给|要|安排)*(?:多少|几)|[都各](?:是|有)(?:谁|哪)"
)
_GROUPS = {Field.UNIT: ("单位", "每个单位"), Field.YEAR: ("年度", "每年"), Field.DEPARTMENT: ("部门", "每个部门（含所属单位）")}


def _claims(question: Understanding) -> bool:
    plan = question.plan
    summed = plan.aggregate in (Aggregate.SUM, Aggregate.AVERAGE)
    checked = plan.checked and plan.aggregate is Aggregate.SUM and plan.fields == (Field.AMOUNT,)
    shaped = plan.compare or plan.order or checked or question.asks_groups or question.asks_net
    return summed and plan.fields in OF_MONEY and not shaped


def _answer(question: Understanding, desk: Desk) -> Answer:
    return (question.adds_kinds and of_each_kind(question, desk, _of_one_kind)) or _of_one_kind(question, desk)


def _at_large(question: Understanding, desk: Desk) -> Answer | None:
    return of_each_kind(question, desk, adding.total) if question.adds_kinds else adding.total(question, desk)


def _of_one_kind(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    own = desk.matching(plan, money_only=True)
    two = plan.aggregate is Aggregate.SUM and question.two_scopes and bool(desk.book.below(plan.units[0]))
    if not own and not (two and plan.without):
        return _of_those_below(question, desk) or nothing(question, desk)
    own, disputed = one_each(own, Wanted.of(plan))
    if disputed:
        return unsettled(disputed, plan)
    unclear = which_publisher(own, plan)
    if unclear:
        return unclear
    return _two_scopes(own, question, desk) if two else _one_scope(own, question, desk)


def _of_those_below(question: Understanding, desk: Desk) -> Answer | None:
    """The sum of a kind of projects that only the units below the one that is asked about have."""
    plan = question.plan
    if not (plan.attributes and question.two_scopes and below(question, desk, money_only=True)):
        return None
    found = _answer(replace(question, plan=plan.model_copy(update={"whole_branch": True})), desk)
    return replace(found, lines=(nothing(question, desk).lines[0], *found.lines))


def _amounts(views: Sequence[TargetView], wanted: Wanted) -> list[Fact]:
    return [fact for view in views if (fact := wanted.first(view))]


def _one_scope(views: list[TargetView], question: Understanding, desk: Desk) -> Answer:
    plan, wanted = question.plan, Wanted.of(question.plan)
    stated = _amounts(views, wanted)
    if not stated:
        return Answer(Kind.NOT_FOUND, (f"没有可相加的金额：这些表上没有填{wanted.quoted}。",), remembered=plan)
    if plan.aggregate is Aggregate.AVERAGE and plan.count_of in _GROUPS:
        return _mean_of_groups(views, stated, question, desk)
    total = add_up(stated)
    yearly = plan.aggregate is Aggregate.AVERAGE and _is_of_one(views)
    counted, one = ("年", "每年") if yearly else ("个项目", "每个项目")
    what = f"{_scope(views, question)}{wanted.title}，{len(stated)} {counted}"
    if plan.aggregate is Aggregate.AVERAGE:
        mean = (total / len(stated)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        figure = facts.derived(Aggregate.AVERAGE, mean, range(len(stated)))
        first = f"平均{one} {phrases.exact(mean)}：{what}，合计 {phrases.money(total)}（本系统计算，平均数四舍五入到分）。"
    else:
        figure = facts.derived(Aggregate.SUM, total, range(len(stated)))
        first = f"合计 {phrases.money(total)}：{what}{_ours(views, stated)}。"
    figures = (figure,) if plan.aggregate is Aggregate.SUM else (figure, facts.derived(Aggregate.SUM, total, range(len(stated))))
    carried, of_it = carried_over(views, wanted, len(stated) + len(figures))
    listed = _LISTED.search(question.text) is not None
    addends = _addends(views, wanted, PAGE if listed else _SHOWN)
    addends = addends or ([_in_a_line(_named(views, wanted))] if listed and len(stated) > 1 else [])
    each, subtotals = ([], []) if addends else _of_each_unit(stated, question)
    lines = (first, *addends, *each, *carried, *wanted.left_out(len(views) - len(stated)), *_of_others(views, question))
    derived = (*figures, *of_it, *subtotals)
    return Answer(Kind.ANSWER, lines, (*stated, *derived), _cited(stated, desk), facts.choices(plan, views), plan)


def _is_of_one(views: Sequence[TargetView]) -> bool:
    """Whether it is one unit's project in several years."""
    return len(views) > 1 and len({(fold(view.target.unit), fold(view.target.project)) for view in views}) == 1


def _of_each_unit(stated: Sequence[Fact], question: Understanding) -> tuple[list[str], list[Fact]]:
    """What each of the units that are named has of a sum whose summands are too many to be told."""
    units = {fact.unit for fact in stated}
    if not 1 < len(units) <= _UNITS_SHOWN or len(question.plan.units) < len(units):
        return [], []
    listed, subtotals = _branches(stated, 0)
    return [f"其中：{listed}。"], subtotals


def _of_others(views: Sequence[TargetView], question: Understanding) -> list[str]:
    """Names what was said and has nothing in the scope: “食堂和操场合计” is not the sum of both where there is no 操场."""
    plan, there = question.plan, {fold(v.target.project) for v in views}
    said: dict[tuple[int, int], list[str]] = {}
    for match in question.names:
        if match.type is NameType.PROJECT and match.name in plan.projects:
            said.setdefault((match.start, match.end), []).append(match.name)
    absent = [names[0] for names in said.values() if not {fold(name) for name in names} & there]
    scope = f"{phrases.years(sorted({v.target.year for v in views}))}{whose(plan)}"
    return [f"没有算进{phrases.listed([phrases.project(p) for p in absent])}：{scope}没有。"] if absent else []


def _mean_of_groups(views: list[TargetView], stated: list[Fact], question: Understanding, desk: Desk) -> Answer:
    """The mean of the units', the departments' or the years' sums: “平均每个乡镇多少”, “平均每年多少”."""
    of = question.plan.count_of
    assert of is not None  # one of the groups
    by_year, (kind, each) = of is Field.YEAR, _GROUPS[of]
    tops = above({v.target.unit for v in views}, desk.book) if of is Field.DEPARTMENT else {}
    grouped: dict[str, list[int]] = {}
    for number, fact in enumerate(stated):
        unit = fact.unit or ""
        grouped.setdefault(f"{fact.year}年" if by_year else tops.get(unit, unit), []).append(number)
    sums = [facts.derived(Aggregate.SUM, add_up([stated[n] for n in group]), group) for group in grouped.values()]
    total = add_up(stated)
    mean = (total / len(sums)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    figures = (
        facts.derived(Aggregate.AVERAGE, mean, range(len(stated), len(stated) + len(sums))),
        facts.derived(Aggregate.SUM, total, range(len(stated))),
    )
    groups = f"{len(sums)} 个{kind}"
    wanted = Wanted.of(question.plan)
    what = f"{_scope(views, question)}{wanted.title}，{groups}、{len(stated)} {'项' if by_year else '个项目'}"
    first = f"平均{each} {phrases.exact(mean)}：{what}，合计 {phrases.money(total)}（本系统计算，平均数四舍五入到分）。"
    shown = [f"{group} {phrases.money(fact.yuan)}" for group, fact in zip(grouped, sums, strict=True) if fact.yuan is not None]
    lines = (first, *(enumerate_items(shown) if 1 < len(shown) <= _SHOWN else ()), *wanted.left_out(len(views) - len(stated)))
    return Answer(Kind.ANSWER, lines, (*stated, *sums, *figures), _cited(stated, desk), remembered=question.plan)


def _ours(views: Sequence[TargetView], stated: Sequence[Fact]) -> str:
    """A sum of one is no sum of ours."""
    return facts.ours(views) if len(stated) > 1 else ""


def _scope(views: Sequence[TargetView], question: Understanding) -> str:
    years = sorted({v.target.year for v in views})
    projects = {v.target.project for v in views}
    units = {v.target.unit for v in views}
    unit = whose(question.plan) or (units.pop() if len(units) == 1 else "")
    what = phrases.project(projects.pop()) if len(projects) == 1 else ""
    limits = limited_to(question.plan)
    return f"{phrases.years(years)}{unit}{limits.removesuffix('项目') if what else limits}{what}"


def _addends(views: Sequence[TargetView], wanted: Wanted, most: int) -> list[str]:
    """The summands, while they are few."""
    named = _named(views, wanted)
    return enumerate_items(named) if 0 < len(named) <= most and len(views) > 1 else []


def _in_a_line(named: Sequence[str]) -> str:
    return f"项目：{'；'.join(named)}。" if len(named) <= PAGE else "项目太多，没有一一列出：只问“有哪些项目”，可以逐页看。"


def _named(views: Sequence[TargetView], wanted: Wanted) -> list[str]:
    """Each target that has an amount, with it."""
    rows = zip(facts.labels(views), map(wanted.first, views), strict=True)
    return [f"{name} {phrases.money(fact.yuan)}" for name, fact in rows if fact and fact.yuan is not None]


def _two_scopes(own: list[TargetView], question: Understanding, desk: Desk) -> Answer:
    """The unit alone and with its subordinate units, each with its own figure: never a mixture."""
    plan, wanted = question.plan, Wanted.of(question.plan)
    unit = plan.units[0]
    others, disputed = one_each(below(question, desk, money_only=True), wanted)
    if disputed:
        return unsettled(disputed, plan)
    if not own and not others:
        return nothing(question, desk)
    mine, theirs = _amounts(own, wanted), _amounts(others, wanted)
    stated = [*mine, *theirs]
    if not stated:
        return Answer(Kind.NOT_FOUND, ("没有可相加的金额：这些表上没有填。",), remembered=plan)
    alone, together = add_up(mine), add_up(stated)
    apart = plan.against and mine and theirs
    branches, subtotals = _branches(theirs, len(mine))
    figures = (
        *([facts.derived(Aggregate.SUM, alone, range(len(mine)))] if mine else []),
        facts.derived(Aggregate.SUM, together, range(len(stated))),
        *subtotals,
    )
    if apart:
        figures = (*figures, facts.derived(Aggregate.DIFFERENCE, together - alone, (len(stated), len(stated) + 1)))
    carried, of_it = carried_over([*own, *others], wanted, len(stated) + len(figures))
    named = _named([*own, *others], wanted)
    years = phrases.years([v.target.year for v in [*own, *others]])
    lines = [
        *([f"相差 {phrases.money(together - alone)}（本系统相减）：就是所属单位的。"] if apart else []),
        f"{years}{limited_to(plan)}{wanted.title}，两种口径：",
        f"1. {unit}本级：{f'{len(mine)} 个项目，{phrases.money(alone)}{_ours(own, mine)}' if mine else _NONE_FILLED if own else _NONE_LEFT}",
        f"2. 含所属单位：{len(stated)} 个项目，{phrases.money(together)}{_ours([*own, *others], stated)}",
        *([f"所属：{branches}"] if theirs else []),
        *([_in_a_line(named)] if _LISTED.search(question.text) else []),
        *carried,
        *wanted.left_out(len(own) + len(others) - len(stated)),
    ]
    return Answer(Kind.ANSWER, tuple(lines), (*stated, *figures, *of_it), _cited(stated, desk), numbered.scopes(plan), plan)


_NONE_FILLED, _NONE_LEFT = "表上没有填", "没有别的项目"


def _branches(stated: Sequence[Fact], first: int) -> tuple[str, list[Fact]]:
    """The sums of the subordinate units in words, and as facts; `first` is where their amounts stand among the reply's."""
    grouped: dict[str, list[int]] = {}
    for number, fact in enumerate(stated):
        grouped.setdefault(fact.unit or "", []).append(number)
    if len(grouped) > _UNITS_SHOWN:
        return f"{phrases.listed(list(grouped)[:_SHOWN])}等 {len(grouped)} 个单位", []
    sums = {unit: add_up([stated[n] for n in numbers]) for unit, numbers in grouped.items()}
    subtotals = [
        facts.derived(Aggregate.SUM, sums[unit], [first + n for n in numbers])
        for unit, numbers in grouped.items()
        if len(numbers) > 1
    ]
    return phrases.listed([f"{unit} {phrases.money(yuan)}" for unit, yuan in sums.items()]), subtotals


def _cited(stated: Sequence[Fact], desk: Desk) -> tuple[str, ...]:
    return (*cite(stated), f"只含已导入的 {desk.documents()} 份文件")


INTENT = Intent(
    name="totals",
    title="求合计、平均",
    claims=_claims,
    answer=_answer,
    heeds=POOLED | {Shape.AGGREGATE, Shape.OTHER_ORDER},
    at_large=_at_large,
    examples=(
        "所有项目一共多少钱",
        "财政局一共多少钱",
        "两个下派干部经费加起来多少",
        "财政拨款和其他资金加起来多少",
        "平均一个项目多少万",
    ),
    counterexamples=("一共有几个项目", "渠沟比任圩多多少"),
)
