"""Costs (成本指标) of many forms beside their money: whose are not the same, above or below it."""

from collections.abc import Sequence

from bot.answer import Answer, Desk, Fact, Kind
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.enumerating import enumerate_items
from bot.replying.one_form import Form, annual_lines, shifted
from store.model import FundingKind, Horizon, Indicator
from store.targets import TargetView, fitting

_OF_EACH, _PRICE_OF_ONE = Pattern(r"[/／每]"), Pattern("[每均]|单[价位个件台座盏份次]|标准$")
_ABOVE, _BELOW = Pattern("超|[高大多](?:[的了过于出吗么]|$|\\W)"), Pattern("不到|[低小少](?:[的了于吗么]|$|\\W)")


def is_price(line: Indicator) -> bool:
    """Whether the cost is that of one thing."""
    return bool(_OF_EACH.search(line.value) or _PRICE_OF_ONE.search(line.name))


def costs_of_forms(views: Sequence[TargetView], question: Understanding, desk: Desk) -> Answer:
    """Whose cost is not the money of its form, or above or below it where only that is asked; prices of one thing are none."""
    plan, text = question.plan, question.text
    ways = {name for name, way in (("above", _ABOVE), ("below", _BELOW)) if way.search(text)} or {"above", "below"}
    stated: list[Fact] = []
    items, found, compared = [], [], 0
    for name, view in zip(facts.labels(views), views, strict=True):
        form = Form(view, plan.horizon or Horizon.ANNUAL)
        total = form.amount(FundingKind.TOTAL)
        if total is None:
            continue
        costs = [line for line in fitting(annual_lines(view), plan.indicators) if not is_price(line)]
        known = [(line, place) for line in costs if (place := form.place(facts.indicator(view, line))) is not None]
        known = [(line, place) for line, place in known if form.yuan(place) * _FAR_BELOW >= form.yuan(total)]
        if not known:
            continue
        compared += 1
        apart = [(line, at) for line, at in known if (gap := form.yuan(at) - form.yuan(total)) and _WAYS[gap > 0] in ways]
        if not apart:
            continue
        whole = form.said(total, form.label(FundingKind.TOTAL))
        of_it = [
            f"{phrases.printed(line.name)} {phrases.one_line(line.value)}，比{whole}{form.difference(at, total)}"
            for line, at in apart
        ]
        shift = len(stated)
        stated.extend(shifted(fact, shift) for fact in form.stated)
        items.append(f"{name} {'；'.join(of_it)}")
        found.append(view)
    heading = f"{phrases.years(sorted({view.target.year for view in views}))}成本指标写了总成本的 {compared} 张表"
    if not items:
        named = facts.name(views[0])
        if not compared:
            line = f"没法比：{heading.removesuffix(f'的 {compared} 张表')}的表一张也没有。"
            return Answer(Kind.ANSWER, (line,), (named,), cite([named]), remembered=plan)
        way = "与预算不同的" if len(ways) > 1 else "比预算高的" if "above" in ways else "比预算低的"
        return Answer(Kind.ANSWER, (f"没有：{heading}里，没有{way}。",), (named,), cite([named]), remembered=plan)
    lines = (f"{heading}里有 {len(items)} 张：", *enumerate_items(items, desk.offset))
    return Answer(Kind.ANSWER, lines, tuple(stated), cite(stated), facts.choices(plan, found), plan)


_WAYS = {True: "above", False: "below"}
_FAR_BELOW = 10  # a cost of less than a tenth of the money is that of one thing: “吨水处理成本 1.5元”
