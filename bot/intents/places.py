"""Which place a project or a unit has by its money (排第几): among its unit's projects, the units of its name, or all."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing, which
from bot.doubts.disputes import one_each, units_apart, unsettled, which_publisher
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.replying.many import compared
from bot.replying.wanted import OF_MONEY, Wanted, add_up
from bot.replying.wholes import wholes_of
from bot.shapes import POOLED, Shape
from store.plan import Aggregate, Plan
from store.targets import TargetView


def _claims(question: Understanding) -> bool:
    plan = question.plan
    return plan.aggregate is Aggregate.PLACE and plan.fields in OF_MONEY and not plan.compare


class _Peer(Struct, frozen=True):
    """What is ranked: a project, or a unit with the sum of its own projects."""

    name: str
    yuan: Decimal
    stated: tuple[Fact, ...]


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan, wanted = question.plan, Wanted.of(question.plan)
    if not (plan.projects or plan.units):
        return which(question, desk)
    views = desk.matching(plan, money_only=True)
    if not views:
        return nothing(question, desk)
    views, disputed = one_each(views, wanted)
    if disputed:
        return unsettled(disputed, plan)
    unclear = which_publisher(views, plan)
    if unclear:
        return unclear
    groups = [[v] for v in views] if plan.projects else _by_unit(views)
    stated: list[Fact] = []
    items = []
    for group in groups:
        for peers, called in wholes_of(group, plan, desk):
            compared(len(groups), len(peers))
            kept, disputed = one_each(peers, wanted)
            if disputed:
                return unsettled(disputed, plan)
            items.append(_item(group, kept, called, plan, stated))
    if not items:
        return Answer(Kind.NOT_FOUND, ("没法排：要排的不在所说的范围里。",), remembered=plan)
    lines = items if len(items) == 1 else enumerate_items(items, desk.offset)
    cited = (*cite(stated), f"只含已导入的 {desk.documents()} 份文件")
    shown = plan.model_copy(update={"aggregate": None, "whole": None})
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated) or tuple(map(facts.name, views)), cited, (), plan, shown)


def _by_unit(views: Sequence[TargetView]) -> list[list[TargetView]]:
    groups: dict[tuple[str, int], list[TargetView]] = {}
    for view, unit in zip(views, units_apart(views), strict=True):
        groups.setdefault((unit, view.target.year), []).append(view)
    return list(groups.values())


def _item(group: Sequence[TargetView], peers: Sequence[TargetView], called: str, plan: Plan, stated: list[Fact]) -> str:
    """“第 2 名：…”; its facts are added to `stated`."""
    wanted = Wanted.of(plan)
    units = not plan.projects
    mine = _peer(group, wanted, units=units)
    if mine is None:
        return f"没法排：{facts.whose(group[0])}{wanted.title}表上没有金额。"
    others = [p for of in (_by_unit(peers) if units else [[v] for v in peers]) if (p := _peer(of, wanted, units=units))]
    place = 1 + sum(p.yuan > mine.yuan for p in others)
    alike = sum(p.yuan == mine.yuan for p in others) - 1
    first = max(others, key=lambda p: p.yuan)
    tied = f"，与 {alike} 个并列" if alike > 0 else ""
    top = "" if place == 1 else f"；第 1 名是{first.name} {_figure(first, stated)}"
    among = f"{called}（有金额的 {len(others)} 个{'单位，各单位只算本级' if units else '项目'}）"
    return f"第 {place} 名{tied}：{mine.name}{wanted.title} {_figure(mine, stated)}，在{among}里从多到少排{top}。"


def _peer(views: Sequence[TargetView], wanted: Wanted, *, units: bool) -> _Peer | None:
    found = tuple(f for v in views if (f := wanted.first(v)) and f.yuan is not None)
    target = views[0].target
    name = f"{target.unit}{target.year}年" if units else facts.whose(views[0])
    return _Peer(name, add_up(found), found) if found else None


def _figure(peer: _Peer, stated: list[Fact]) -> str:
    """The amount in words; its facts are added to `stated`."""
    at = range(len(stated), len(stated) + len(peer.stated))
    stated.extend(peer.stated)
    if len(peer.stated) > 1:
        stated.append(facts.derived(Aggregate.SUM, peer.yuan, at))
        return f"{phrases.money(peer.yuan)}（{len(peer.stated)} 项相加）"
    return phrases.money(peer.yuan)


INTENT = Intent(
    name="places",
    title="查排第几",
    claims=_claims,
    answer=_answer,
    heeds=POOLED | {Shape.AGGREGATE, Shape.WHOLE},
    examples=("软件升级维护排第几", "渠沟的下派干部经费排第几"),
    counterexamples=("预算前两名的项目", "哪个项目钱最多"),
)
