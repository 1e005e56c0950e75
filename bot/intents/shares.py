"""Shares (占比): a project in its unit's total, a kind of money in a project's, a unit in all units of a project or of a year."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing, which
from bot.doubts.disputes import one_each, unsettled, which_publisher
from bot.doubts.lacking import why_none
from bot.question import Understanding
from bot.replying import adding, covered, facts, phrases, rates
from bot.replying.adding import settled
from bot.replying.both_scopes import below
from bot.replying.carried import carried_over
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.replying.many import compared
from bot.replying.wanted import OF_MONEY, Wanted, add_up
from bot.replying.wholes import all_of, as_many_follow, in_both_scopes, parts_of, wholes_of
from bot.shapes import POOLED, Shape
from store.model import FundingKind
from store.plan import Aggregate, Of, Plan
from store.sums import UnitSum, together
from store.targets import TargetView

_EACH_NAMED = 3
_NOT_FILLED = "没有填或读不出的那一种没有计入（没有填写不等于 0）。"
_NOT_RANKED = "不能按占比排名，只能按金额：请说按哪一种金额排，比如“上年结转最多的项目”。"


def _claims(question: Understanding) -> bool:
    plan = question.plan
    return plan.aggregate is Aggregate.SHARE and plan.fields in OF_MONEY and not plan.compare


class _Share(Struct, frozen=True):
    """One part and one whole: the targets that each is made of, what the whole is called, and the money of either."""

    part: Sequence[TargetView]
    money: Wanted
    whole: Sequence[TargetView]
    called: str
    of_money: Wanted
    of_unit: str = ""  # whose all that is the part is: a unit, or a department with those below it
    scope: str = ""  # the part in words, where it is a unit in one of its scopes (口径)


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    if plan.order and plan.kinds:
        return Answer(Kind.CLARIFY, (_NOT_RANKED,), remembered=plan)
    everything = plan.whole and plan.whole.of is Of.SCOPE and (plan.kinds or plan.order or plan.amounts or plan.whole.each)
    if not (plan.projects or plan.units or plan.attributes or everything):
        return which(question, desk)
    divided = plan.order or (plan.whole and plan.whole.each)
    views = desk.matching(plan.model_copy(update={"order": None}), money_only=bool(divided))
    others = [] if divided or plan.by or not plan.kinds else below(question, desk)
    if not views and not others:
        return nothing(question, desk)
    wanted = Wanted.of(plan)
    views, disputed = one_each([*views, *others], wanted)
    if disputed:
        return unsettled(disputed, plan)
    unclear = which_publisher(views, plan)
    if unclear:
        return unclear
    years, both = sorted({v.target.year for v in views}), bool(others)
    asked = [share for year in years for share in _shares(_of_year(views, year), plan, desk, both=both)]
    disputed = [view for share in asked for view in one_each(share.whole, share.of_money)[1]]
    if disputed:
        return unsettled(disputed, plan)
    tied = any(as_many_follow(_of_year(views, year), plan, wanted, desk.book) for year in years)
    return _told(asked, question, desk, tied=tied)


def _at_large(question: Understanding, desk: Desk) -> Answer | None:
    """A share in everything of one year, or of a kind of money in the total of so many targets."""
    plan, wanted, whole = question.plan, Wanted.of(question.plan), question.plan.whole
    plainly = (
        whole is not None
        and not (plan.order or plan.by or whole.each or whole.projects or whole.units)
        and len(wanted.kinds) == 1
    )
    if whole is None or not plainly or whole.of is Of.UNIT or (whole.of is Of.SAME and plan.projects):
        return None
    part = settled(plan, wanted, desk)
    years = tuple(sorted({one.year for one in part or ()}))
    scope = plan if whole.of is Of.SAME else Plan(years=whole.years or years, without=plan.without)
    every = settled(scope, Wanted((whole.kind,), wanted.horizon), desk) if part and len(years) == 1 else None
    if not part or not every or not adding.filled(part) or not together(every):
        return None
    stated = [adding.summed(together(part)), adding.summed(together(every))]
    rate = rates.per_cent_of(together(part), together(every))
    stated.append(facts.derived(Aggregate.SHARE, None, (0, 1), value=rate))
    called = covered.whose(plan) + phrases.listed([phrases.project(name) for name in plan.projects[:2]]) or "全部项目"
    of = called if whole.of is Of.SAME else "已导入的全部项目"
    mine, theirs = _added(part, called, wanted), _added(every, of, Wanted((whole.kind,), wanted.horizon))
    line = f"占 {rate}{rates.ours((together(part), together(every)))}：{mine}，{theirs}。"
    cited = (f"只含已导入的 {desk.documents()} 份文件",)
    return Answer(Kind.ANSWER, (line, *adding.left_out(every)), tuple(stated), cited, remembered=plan)


def _added(sums: Sequence[UnitSum], called: str, wanted: Wanted) -> str:
    return f"{adding.years_of(sums)}{called}{wanted.title} {phrases.money(together(sums))}（{adding.filled(sums)} 项相加）"


def _of_year(views: Sequence[TargetView], year: int) -> list[TargetView]:
    return [v for v in views if v.target.year == year]


def _shares(views: Sequence[TargetView], plan: Plan, desk: Desk, *, both: bool) -> Iterator[_Share]:
    """The shares that are asked for in one year, of a unit where it is so in both of its scopes (口径)."""
    whole, wanted = plan.whole, Wanted.of(plan)
    assert whole is not None  # a share has one
    kinds = [wanted] if wanted.together else [Wanted((kind,), wanted.horizon) for kind in wanted.kinds]
    parts = [] if both else parts_of(views, plan, wanted, desk.book)
    groups = in_both_scopes(views, plan) if both else [(part, plan, "") for part in parts]
    for group, of, scope in groups:
        for money in kinds:
            for wider, called in wholes_of(group, of, desk):
                compared(len(groups), len(wider))
                of_money = Wanted((whole.kind,), wanted.horizon)
                yield _Share(group, money, wider, called, of_money, of_unit=all_of(group, plan, desk.book), scope=scope)


def _told(asked: Sequence[_Share], question: Understanding, desk: Desk, *, tied: bool) -> Answer:
    plan = question.plan
    stated: list[Fact] = []
    sums: _Sums = {}
    if not asked:
        return _not_a_part(plan)
    if _of_one_whole(asked):
        lines = _each(asked, stated, sums, desk)
    else:
        items = [_item(share, stated, sums) for share in asked]
        kinds = "" if plan.order or plan.amounts else phrases.listed([phrases.quoted(kind) for kind in plan.attributes])
        lines = [f"{kinds}{items[0]}"] if len(items) == 1 else enumerate_items(items, desk.offset)
    lines += ["后面还有金额相同的，没有算进来。"] if tied else []
    lines += _strange(asked, plan)
    lines += [_NOT_FILLED] if plan.pooled else []
    wholes = list({v.position: v for share in asked if share.called for v in share.whole}.values())
    if wholes:
        said, facts_of_it = carried_over(wholes, asked[0].of_money, len(stated))
        lines, stated = [*lines, *said], [*stated, *facts_of_it]
    covered = (f"只含已导入的 {desk.documents()} 份文件",) if wholes else ()
    views = list({v.position: v for share in asked for v in share.part}.values())
    stated = stated or [facts.name(v) for v in views]
    shown = facts.only(_plain(plan), views[0]) if plan.order and len(views) == 1 else None
    cited = (*cite(stated), *covered)
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cited, facts.choices(_plain(plan), views), plan, shown)


def _strange(asked: Sequence[_Share], plan: Plan) -> list[str]:
    """The projects that are named and no part of any of the wholes."""
    there = {view.target.project for share in asked for view in share.part}
    lacking = [project for project in plan.projects if project not in there]
    return [f"{phrases.listed([phrases.project(p) for p in lacking])}不在其中，没有算。"] if lacking else []


def _not_a_part(plan: Plan) -> Answer:
    """What is named does not belong to what it is to be a share of."""
    assert plan.whole is not None  # a share has one
    part, whole = (
        phrases.listed([*list(units)[:3], *map(phrases.project, projects[:3])])
        for units, projects in ((plan.units, plan.projects), (plan.whole.units, plan.whole.projects))
    )
    return Answer(Kind.NOT_FOUND, (f"算不出占比：{whole or '所说的范围'}里没有{part}。",), remembered=plan)


def _plain(plan: Plan) -> Plan:
    return plan.model_copy(update={"aggregate": None, "whole": None})


_Sums = dict[tuple[object, ...], "_Sum"]


def _sum(views: Sequence[TargetView], money: Wanted, stated: list[Fact], sums: _Sums) -> "_Sum":
    """The sum, whose facts are added to `stated` unless it was asked for before."""
    key = (money, *(v.position for v in views))
    if key not in sums:
        sums[key] = _Sum.of(views, money, stated)
    return sums[key]


def _of_one_whole(asked: Sequence[_Share]) -> bool:
    """Whether there are many parts of the one whole."""
    wholes = {(share.called, share.of_money, len(share.whole), share.money) for share in asked}
    return len(asked) >= _EACH_NAMED and len(wholes) == 1 and bool(asked[0].called)


def _each(asked: Sequence[_Share], stated: list[Fact], sums: _Sums, desk: Desk) -> list[str]:
    """The whole once, then each part with its share of it."""
    first = asked[0]
    whole = _sum(first.whole, first.of_money, stated, sums)
    kind = "预算安排" if _is_total(first.of_money) else f"{first.of_money.name}（预算安排）"
    if whole.at is None or not whole.yuan:
        return [f"算不出占比：{first.called}{kind} {whole.said}（没有填写不等于 0）。"]
    items, pairs = [], []
    for share in asked:
        part = _sum(share.part, share.money, stated, sums)
        if part.at is None:
            items.append(f"{_short(share)} {part.said}")
            continue
        rate = rates.per_cent_of(part.yuan, whole.yuan)
        pairs.append((part.yuan, whole.yuan))
        stated.append(facts.derived(Aggregate.SHARE, None, (part.at, whole.at), value=rate))
        items.append(f"{_short(share)} {rate}，{part.said}")
    mine = "" if first.money == first.of_money else first.money.name
    head = f"{mine}各占{first.called}{kind} {whole.said}的{rates.ours(*pairs)}："
    return [head, *enumerate_items(items, desk.offset)]


def _short(share: _Share) -> str:
    """Whose part it is, without the year, which the whole has said."""
    views = share.part
    if len(views) == 1:
        return facts.whose(views[0], year=False)
    return views[0].target.unit if len({v.target.unit for v in views}) == 1 else share.of_unit or _whose(views)


def _item(share: _Share, stated: list[Fact], sums: _Sums) -> str:
    """One share in words, figure first; its facts are added to `stated`."""
    part = _sum(share.part, share.money, stated, sums)
    whole = _sum(share.whole, share.of_money, stated, sums)
    mine, of_kind = share.money.name, share.of_money.name
    kind = "预算安排" if _is_total(share.money) else mine
    name = f"{share.of_unit}{share.part[0].target.year}年" if share.of_unit else _whose(share.part)
    whose = f"{share.scope or name}{kind}"
    of = f"{share.called}{'预算安排' if _is_total(share.of_money) else of_kind}" if share.called else of_kind
    beside = "" if "预算安排" in whose + of else "（预算安排）"
    figures = f"{whose} {part.said}，{of} {whole.said}{beside}"
    if part.at is None or whole.at is None:
        return f"算不出占比：{figures}（没有填写不等于 0）。"
    if not whole.yuan:
        return f"算不出占比（分母是 0）：{figures}。"
    rate = rates.per_cent_of(part.yuan, whole.yuan)
    stated.append(facts.derived(Aggregate.SHARE, None, (part.at, whole.at), value=rate))
    return f"占 {rate}{rates.ours((part.yuan, whole.yuan))}：{figures}{_lacking(part, whole, mine, of_kind)}。"


def _is_total(money: Wanted) -> bool:
    return money.kinds == (FundingKind.TOTAL,)


class _Sum(Struct, frozen=True):
    """An amount, where its fact stands (nowhere: no table has it), how it is said, and how many of them have none."""

    yuan: Decimal
    at: int | None
    said: str
    missing: int

    @classmethod
    def of(cls, views: Sequence[TargetView], money: Wanted, stated: list[Fact]) -> "_Sum":
        """The amount of one, or the sum of several, whose facts are added to `stated`."""
        found = [f for v in views if (f := money.first(v)) and f.yuan is not None]
        if not found:
            why = why_none(views[0], money.kinds[0], money.horizon) if len(views) == 1 else "没有可读的金额"
            return cls(Decimal(0), None, why, len(views))
        total, missing = add_up(found), len(views) - len(found)
        stated.extend(found)
        if len(found) > 1:
            stated.append(facts.derived(Aggregate.SUM, total, range(len(stated) - len(found), len(stated))))
        added = f"（{len(found)} 项相加）" if len(found) > 1 else ""
        return cls(total, len(stated) - 1, f"{phrases.money(total)}{added}", missing)


def _lacking(part: "_Sum", whole: "_Sum", mine: str, of_kind: str) -> str:
    """What is missing of the part and of the whole, said once where that is the same."""
    if mine == of_kind or not part.missing:
        return f"；另有 {whole.missing} 个项目没有可读的金额，没有计入" if whole.missing else ""
    said = [(mine, part.missing), (of_kind, whole.missing)]
    return "；" + "，".join(f"{n} 个项目没有可读的{kind}" for kind, n in said if n) + "，没有计入（没有填写不等于 0）"


def _whose(views: Sequence[TargetView]) -> str:
    if len(views) == 1:
        return facts.whose(views[0])
    units = list(dict.fromkeys(v.target.unit for v in views))
    projects = list(dict.fromkeys(v.target.project for v in views))
    named = phrases.listed(units[:3]) if len(units) <= 3 else f"{len(units)} 个单位"
    what = phrases.listed([phrases.project(p) for p in projects]) if len(projects) <= _EACH_NAMED else f" {len(views)} 个项目"
    return f"{named}{what}{views[0].target.year}年"


INTENT = Intent(
    name="shares",
    title="算占比",
    claims=_claims,
    answer=_answer,
    heeds=POOLED | {Shape.AGGREGATE, Shape.WHOLE, Shape.BY},
    at_large=_at_large,
    examples=("软件升级维护的财政拨款占多少", "渠沟占全部下派干部经费的百分之几", "软件升级维护占全部项目的比例"),
    counterexamples=("软件升级维护财政拨款多少", "财政局一共多少钱"),
)
