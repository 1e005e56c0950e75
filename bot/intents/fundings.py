"""Where the money comes from: all kinds of money of a target, those left blank named."""

from bot.answer import Answer, Desk, Fact, Intent, Kind
from bot.doubts.absence import nothing, which
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.shapes import MONEY
from store.model import Attribute, FundingKind, Horizon
from store.plan import Field
from store.targets import TargetView


def _claims(question: Understanding) -> bool:
    plan = question.plan
    return plan.fields == (Field.FUNDING,) and not (plan.order or plan.compare or plan.aggregate or question.asks_net)


def _answer(question: Understanding, desk: Desk) -> Answer:
    plan = question.plan
    views = desk.matching(plan)
    if not views:
        return nothing(question, desk)
    if len(views) > 1 and not (plan.projects or plan.units or plan.narrowed):
        return which(question, desk)
    horizon = plan.horizon or Horizon.ANNUAL
    stated: list[Fact] = []
    items = []
    for view in views:
        found = [f for kind in FundingKind if (f := facts.amount(view, kind, horizon))]
        source = facts.attribute(view, Attribute.SOURCE)
        stated.extend([*found, *([source] if source else [])])
        items.append(f"{facts.whose(view)}：{_parts(view, found, horizon)}{_source(source)}")
    heading = f"{phrases.HORIZONS[horizon]}预算安排"
    lines = [f"资金构成（{heading}）：", *enumerate_items(items, desk.offset)] if len(items) > 1 else [f"{heading}，{items[0]}"]
    stated = stated or [facts.name(v) for v in views]
    return Answer(Kind.ANSWER, tuple(lines), tuple(stated), cite(stated), facts.choices(plan, views), plan)


def _parts(view: TargetView, found: list[Fact], horizon: Horizon) -> str:
    parts = [f"{phrases.kind_label(FundingKind(f.field), horizon)} {phrases.money(f.yuan)}" for f in found if f.yuan is not None]
    blank = [phrases.quoted(phrases.kind_label(k, horizon)) for k in FundingKind if facts.blank(view, k.value, horizon)]
    empty = f"；{phrases.listed(blank)}表上没填（空白不等于 0）" if blank else ""
    return f"{'，'.join(parts) or '表上没有金额'}{empty}。"


def _source(stated: Fact | None) -> str:
    """资金来源 may be what the form calls 项目来源; where it is filled in, it is said beside the kinds of money."""
    return f"“项目来源”写的是{phrases.printed(stated.value or '')}。" if stated else ""


INTENT = Intent(
    name="fundings",
    title="查资金构成",
    claims=_claims,
    answer=_answer,
    heeds=MONEY,
    examples=("渠沟镇下派干部经费的资金来源构成", "软件升级维护的资金构成", "软件升级维护都是财政的钱吗"),
    counterexamples=("软件升级维护财政拨款多少", "软件升级维护的项目来源"),
)
