"""Units by what they have together: “哪个单位超过500万”, “5个以上项目的单位”."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from bot.answer import Answer, Desk, Fact, Intent, Kind, target_key
from bot.doubts.absence import nothing
from bot.doubts.disputes import one_each, units_apart, unsettled
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.enumerating import enumerate_items
from bot.replying.wanted import Wanted, add_up
from bot.shapes import POOLED, Shape
from store.plan import Aggregate, UnitLimits
from store.targets import TargetView

_NAMED = 4
_SEVERAL = 2


def _claims(question: Understanding) -> bool:
    return question.plan.unit_limits is not None


class _Unit(Struct, frozen=True):
    """A unit, its targets, and the amounts of those that have one."""

    name: str
    views: list[TargetView]
    stated: list[Fact]

    @property
    def yuan(self) -> Decimal:
        return add_up(self.stated)


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan, wanted = question.plan, Wanted.of(question.plan)
    assert plan.unit_limits is not None  # _claims says so
    views, disputed = one_each(desk.matching(plan, money_only=True), wanted)
    if not views:
        return nothing(question, desk)
    if disputed and plan.unit_limits.amounts:
        return unsettled(disputed, plan)
    units = _units(views, disputed, wanted)
    found = sorted((u for u in units if _within(u, plan.unit_limits)), key=lambda u: (-u.yuan, u.name))
    years = phrases.years(sorted({v.target.year for v in views}))
    limits = _limits(plan.unit_limits, wanted)
    about = f"{years}{whose(plan)}{''.join(map(phrases.project, plan.projects[:_NAMED]))}"
    covered = f"只含已导入的 {desk.documents()} 份文件"
    branches = _with_those_below(units, plan.unit_limits, desk)
    if not found:
        line = f"一个也没有：{about}没有一个单位{limits}（各单位只算本级，本系统相加）。"
        looked_at = [facts.name(view) for view in views]
        return Answer(Kind.ANSWER, (line, *branches), tuple(looked_at[:1]), (*cite(looked_at), covered), remembered=plan)
    stated, derived = _stated(found)
    items = [f"{u.name} {_figure(u)}" for u in found]
    head = f"{about}{limits}的单位有 {len(found)} 个（各单位只算本级，预算安排，本系统相加）："
    sums = _total(found, stated, derived)
    derived.append(facts.derived(Aggregate.COUNT, None, range(len(stated)), value=str(len(found))))
    lines = (head, *enumerate_items(items, desk.offset), *sums, *branches)
    return Answer(Kind.ANSWER, lines, (*stated, *derived), (*cite(stated), covered), remembered=plan)


def _units(views: Sequence[TargetView], disputed: Sequence[TargetView], wanted: Wanted) -> list[_Unit]:
    """The units; of a target in dispute the project counts, and neither of its amounts."""
    grouped: dict[str, dict[tuple[str, str, str, int], TargetView]] = {}
    for view, name in zip(views, units_apart(views), strict=True):
        grouped.setdefault(name, {})[target_key(view)] = view
    unclear = {target_key(view) for view in disputed}
    return [
        _Unit(name, list(of.values()), [f for key, v in of.items() if key not in unclear and (f := wanted.first(v))])
        for name, of in grouped.items()
    ]


def _within(unit: _Unit, limits: UnitLimits) -> bool:
    """Whether the unit has so much; one without any amount has none that could be compared."""
    amounts = bool(unit.stated) and all(limit.op.holds(unit.yuan, limit.yuan) for limit in limits.amounts)
    number = Decimal(len(unit.views))
    return (amounts or not limits.amounts) and all(one.op.holds(number, Decimal(one.number)) for one in limits.numbers)


def _with_those_below(units: Sequence[_Unit], limits: UnitLimits, desk: Desk) -> list[str]:
    """Names the units that are within the limits only with those below them (含所属), or only without."""
    known = {unit.name: unit for unit in units}
    differ = []
    for unit in units:
        lower = [known[name] for name in desk.book.below(unit.name) if name in known]
        branch = _Unit(unit.name, [v for u in (unit, *lower) for v in u.views], [f for u in (unit, *lower) for f in u.stated])
        if lower and _within(branch, limits) != _within(unit, limits):
            differ.append(unit.name)
    if not differ:
        return []
    return [f"含所属单位来算结果不同的：{phrases.listed(differ[:_NAMED])}{'等' if len(differ) > _NAMED else ''}。"]


def _figure(unit: _Unit) -> str:
    blank = len(unit.views) - len(unit.stated)
    money = phrases.money(unit.yuan) if unit.stated else "没有可读的金额"
    return f"{money}（{len(unit.views)} 个项目{f'，{blank} 个没有可读的金额或有两种写法' if blank and unit.stated else ''}）"


def _stated(found: Sequence[_Unit]) -> tuple[list[Fact], list[Fact]]:
    """What the figures are made of, and the sums and counts."""
    stated: list[Fact] = []
    derived: list[Fact] = []
    for unit in found:
        at = range(len(stated), len(stated) + len(unit.stated))
        stated.extend(unit.stated)
        derived += [facts.derived(Aggregate.SUM, unit.yuan, at)] if len(unit.stated) > 1 else []
    return stated or [facts.name(view) for unit in found for view in unit.views], derived


def _total(found: Sequence[_Unit], stated: Sequence[Fact], derived: list[Fact]) -> list[str]:
    """What they have together, where there are several; the fact is added to `derived`."""
    amounts = [fact for unit in found for fact in unit.stated]
    if len(found) < _SEVERAL or len(amounts) != len(stated):
        return []
    derived.append(facts.derived(Aggregate.SUM, add_up(amounts), range(len(stated))))
    return [f"合计 {phrases.money(add_up(amounts))}。"]


def _limits(limits: UnitLimits, wanted: Wanted) -> str:
    """“预算超过500万”, “项目不少于 5 个”."""
    numbers = [f"项目{phrases.number_limit(one.op, one.number)}" for one in limits.numbers]
    return "、".join([*map(wanted.limit, limits.amounts), *numbers])


INTENT = Intent(
    name="unit_limits",
    title="按单位的合计或项目数找单位",
    claims=_claims,
    answer=_answer,
    heeds=POOLED | {Shape.UNIT_LIMITS, Shape.AGGREGATE, Shape.BY},
    examples=("哪个单位超过50万", "预算不到5万的单位有哪些", "只有1个项目的单位"),
    counterexamples=("10万以上的项目有哪些", "哪个单位钱最多", "哪个单位项目最多"),
)
