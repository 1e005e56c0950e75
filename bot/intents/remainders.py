"""A total without some kinds of money (不含结转): no form prints it, so it is worked out of two figures that stand there."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from bot.answer import Answer, Choice, Desk, Fact, Intent, Kind, joined
from bot.doubts.absence import nothing, which
from bot.doubts.disputes import one_each, unsettled, which_publisher
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.both_scopes import below
from bot.replying.citing import cite
from bot.replying.covered import whose
from bot.replying.wanted import Wanted, add_up
from bot.shapes import MONEY, Shape
from store.model import FundingKind, Horizon
from store.plan import Aggregate, Plan
from store.targets import TargetView

_EVERY = Wanted(tuple(FundingKind), Horizon.ANNUAL)


def _claims(question: Understanding) -> bool:
    return question.asks_net


class _Net(Struct, frozen=True):
    """What is left of the totals of some targets: the figure, its facts, and how many targets do not print what is taken off."""

    yuan: Decimal
    total: Decimal
    taken: Decimal
    stated: list[Fact]
    derived: list[Fact]
    targets: int
    without: int
    printed: int  # how many amounts are taken off


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    own = desk.matching(plan, money_only=True)
    if not own:
        return nothing(question, desk)
    if not (plan.projects or plan.units or plan.aggregate or plan.attributes) and len(own) > 1:
        return which(question, desk)
    others = below(question, desk, money_only=True)
    own, disputed = one_each(own, _EVERY)
    others, disputed_below = one_each(others, _EVERY)
    if disputed or disputed_below:
        return unsettled([*disputed, *disputed_below], plan)
    unclear = which_publisher(own, plan)
    if unclear:
        return unclear
    views = [*own, *others]
    if len(views) == 1:
        return _single(views[0], plan)
    if not any(facts.amount(view, kind, Horizon.ANNUAL) for view in views for kind in plan.net_of):
        return _none_filled(views, plan)
    if plan.projects and plan.aggregate is None and len({v.target.year for v in views}) > 1:
        return joined([_single(view, plan) for view in views])
    parts = [own, views] if others else [views]
    return _several(parts, question, desk)


def _single(view: TargetView, plan: Plan) -> Answer:
    """Of one target both figures are named, and the other kinds of money that its form prints."""
    net = _net([view], plan.net_of, 0)
    label = _labels(plan.net_of)
    beside = [f for kind in FundingKind if (f := facts.amount(view, kind, Horizon.ANNUAL)) and f not in net.stated]
    if net.without or not net.stated:
        return _not_filled(view, plan)
    lines = [
        f"{phrases.money(net.yuan)}：{facts.whose(view)}预算安排扣除{label}（本系统相减，文件未印这个数）。",
        f"年度资金总额 {phrases.money(net.total)}，{label} {phrases.money(net.taken)}。",
    ]
    if beside:
        lines.append(f"同表：{_listed(beside)}。")
    stated = (*net.stated, *net.derived, *beside)
    return Answer(Kind.ANSWER, tuple(lines), stated, cite(stated), remembered=plan)


def _not_filled(view: TargetView, plan: Plan) -> Answer:
    """A blank is not nothing: where the form does not say what is to be taken off, nothing is worked out."""
    missing = [kind for kind in plan.net_of if facts.amount(view, kind, Horizon.ANNUAL) is None]
    stated = [f for kind in FundingKind if (f := facts.amount(view, kind, Horizon.ANNUAL))]
    lines = [f"没有可扣除的数：{facts.whose(view)}表上没填“{_labels(missing or plan.net_of)}”（空白不等于 0）。"]
    if stated:
        lines.append(f"同表预算安排：{_listed(stated)}。")
    told = stated or [facts.name(view)]
    return Answer(Kind.ANSWER, tuple(lines), tuple(told), cite(told), remembered=plan)


def _none_filled(views: Sequence[TargetView], plan: Plan) -> Answer:
    """None of the forms prints what is to be taken off: no figure is stated that would look as if it were."""
    choice = Choice("年度资金总额的合计", plan.model_copy(update={"net_of": (), "aggregate": Aggregate.SUM}))
    line = f"没有可扣除的数：{len(views)} 个项目的表上都没填“{_labels(plan.net_of)}”（空白不等于 0）。"
    return Answer(Kind.CLARIFY, (line, f"要看{choice.label}，回 1。"), choices=(choice,), remembered=plan)


def _several(parts: Sequence[Sequence[TargetView]], question: Understanding, desk: Desk) -> Answer:
    """The sum of several targets; of a unit with subordinate units in both scopes (口径)."""
    plan, label = question.plan, _labels(question.plan.net_of)
    stated: list[Fact] = []
    lines = []
    years = phrases.years([v.target.year for v in parts[-1]])
    without = _net(parts[-1], plan.net_of, 0).without
    undivided = FundingKind.FISCAL in plan.net_of  # a form that does not say what is 财政拨款 does not say that none of it is
    for name, all_of_it in zip(("本级", "含所属单位") if len(parts) > 1 else ("",), parts, strict=True):
        views = [v for v in all_of_it if facts.amount(v, FundingKind.FISCAL, Horizon.ANNUAL)] if undivided else all_of_it
        net = _net(views, plan.net_of, len(stated))
        stated += [*net.stated, *net.derived]
        lines.append(_line(net, f"{name}：" if name else "", label))
    head = f"{years}{whose(plan)}预算安排扣除{label}（本系统相加、相减，文件未印这个数）："
    if without and undivided:
        lines.append(f"另有 {without} 个项目的表上没填“{label}”（空白不等于 0），看不出有多少是财政的钱，没有计入。")
    elif without:
        lines.append(f"其中 {without} 个项目的表上没填“{label}”（空白不等于 0），按年度资金总额计入。")
    cited = (*cite(stated), f"只含已导入的 {desk.documents()} 份文件")
    return Answer(Kind.ANSWER, (head, *lines), tuple(stated), cited, remembered=plan)


def _line(net: _Net, name: str, label: str) -> str:
    taken = f"{label}合计 {phrases.money(net.taken)}" if net.printed else f"表上都没填“{label}”"
    parts = f"年度资金总额合计 {phrases.money(net.total)}，{taken}"
    return f"{name}{phrases.money(net.yuan)}（{net.targets} 个项目，{parts}）"


def _net(views: Sequence[TargetView], kinds: Sequence[FundingKind], first: int) -> _Net:
    """The totals less the kinds; `first` is where its facts stand among the reply's."""
    totals = [f for view in views if (f := facts.amount(view, FundingKind.TOTAL, Horizon.ANNUAL))]
    whole = [v for v in views if facts.amount(v, FundingKind.TOTAL, Horizon.ANNUAL)]
    taken = [f for view in whole for kind in kinds if (f := facts.amount(view, kind, Horizon.ANNUAL))]
    without = sum(any(facts.amount(view, kind, Horizon.ANNUAL) is None for kind in kinds) for view in whole)
    total, off = add_up(totals), add_up(taken)
    stated = [*totals, *taken]
    derived = [facts.derived(Aggregate.SUM, total, range(first, first + len(totals)))]
    if taken:
        end = first + len(stated)
        derived.append(facts.derived(Aggregate.SUM, off, range(first + len(totals), end)))
        derived.append(facts.derived(Aggregate.DIFFERENCE, total - off, (end, end + 1)))
    return _Net(total - off, total, off, stated, derived, len(totals), without, len(taken))


def _labels(kinds: Sequence[FundingKind]) -> str:
    return phrases.listed([phrases.kind_label(kind, Horizon.ANNUAL) for kind in kinds])


def _listed(stated: Sequence[Fact]) -> str:
    amounts = [(phrases.kind_label(FundingKind(f.field), Horizon.ANNUAL), f.yuan) for f in stated]
    return "，".join(f"{label} {phrases.money(yuan)}" for label, yuan in amounts if yuan is not None)


INTENT = Intent(
    name="remainders",
    title="扣除某类资金",
    claims=_claims,
    answer=_answer,
    heeds=MONEY | {Shape.NET_OF, Shape.AGGREGATE},
    examples=("软件升级维护不含上年结转是多少", "软件升级维护除了财政拨款还有多少"),
    counterexamples=("软件升级维护财政拨款多少", "除了软件升级维护，其他项目一共多少"),
)
