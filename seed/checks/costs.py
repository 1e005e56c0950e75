"""What cost indicators (成本指标) say beside the budget: a price is none of its business, the cost of the whole project is."""

import re
from collections.abc import Iterator
from decimal import Decimal

from seed.checks.common import distinct
from seed.checks.money import money_of
from seed.findings import remark, short, warn
from seed.words.labels import plain_of
from store.model import Finding, FundingKind, Horizon, Indicator, PerformanceTarget
from store.money import print_yuan
from store.text import fold

_CLASSES = ("成本指标", "经济成本指标")  # what others bear (社会成本、生态环境成本) is none of the budget
# A name of nothing but these words is that of the whole project; “设备购置总成本”, “每公里造价” are of a part.
_WORDS = (
    "项目|本项目|年度|本年度?|全年|当年|财政|预算|资金|经费|投资|投入|建设|成本|费用?|支出|造价|概算|控制|总|额|金额|合计|规模|数"
)
_GENERIC = re.compile(rf"(?:{_WORDS})+")
_WHOLE = re.compile("总|项目|预算|合计")
_OF_PROJECT = re.compile(r"(?:项目)?(?:的)?(?:总|预算|资金|经费|成本|费用?|支出|投入|额|金额|控制|数)*")
_SLIP = Decimal(10_000)  # 元 written for 万元, or the other way round
_PRICE = 10  # what is less than that part of the budget is a price, unless its name says 总


def cost_and_budget(target: PerformanceTarget) -> Iterator[Finding]:
    """A cost indicator says at which price something is done: not more than the budget, and not just the budget again."""
    for indicator in _costs(target):
        total = target.funding(FundingKind.TOTAL, indicator.horizon)
        yuan = money_of(indicator)
        if indicator.unit_of_measure == "%":
            message = f"成本指标“{short(indicator.name)}”的值是比率“{indicator.value}”，没有写成本是多少。"
            yield remark("cost-is-rate", indicator.source, message)
        elif yuan is not None and total is not None and yuan == total.yuan:
            message = f"成本指标“{indicator.value}”就是预算数 {print_yuan(total.yuan)}，没有另外说明成本。"
            yield remark("cost-is-budget", indicator.source, message)
        elif yuan is not None and total is not None and yuan > total.yuan:
            hint = _hint(target, indicator, yuan, total.yuan)
            message = f"成本指标“{indicator.value}”大于资金总额 {print_yuan(total.yuan)}{hint}。请核对金额和单位。"
            yield warn("cost-above-budget", indicator.source, message)


def cost_of_the_whole(target: PerformanceTarget) -> Iterator[Finding]:
    """The one indicator that gives the cost of the whole project gives that of the budget, in whatever unit; parts and prices do not."""
    for horizon in Horizon:
        total = target.funding(FundingKind.TOTAL, horizon)
        costs = [(i, yuan) for i in _costs(target) if i.horizon is horizon and (yuan := money_of(i)) is not None]
        whole = [(i, yuan) for i, yuan in costs if _is_of_whole(i.name, target.project)]
        if total is None or len(whole) != 1 or sum((yuan for _i, yuan in costs), Decimal(0)) == total.yuan:
            continue
        indicator, yuan = whole[0]
        known = {funding.yuan for funding in target.fundings if funding.horizon is horizon}
        price = yuan * _PRICE < total.yuan and "总" not in indicator.name
        if (
            yuan >= total.yuan
            or yuan in known
            or price
            or indicator.operator in ("≥", ">")
            or _rounded(indicator, yuan, total.yuan)
        ):
            continue
        hint = _hint(target, indicator, yuan, total.yuan)
        said = f"成本指标“{short(indicator.name)}”写的是“{indicator.value}”，资金总额是 {print_yuan(total.yuan)}{hint}"
        say = warn if _slipped(yuan, total.yuan) else remark
        yield say("cost-differs", indicator.source, f"{said}。请核对金额和单位。")


def _costs(target: PerformanceTarget) -> Iterator[Indicator]:
    return (indicator for indicator in distinct(target) if indicator.level2 in _CLASSES)


def _is_of_whole(name: str, project: str) -> bool:
    """Whether the name is that of the whole project: of general words only (“项目总成本”), or the project's own (“软件维护费用”)."""
    plain = re.sub(r"[（(][^（）()]*[)）]", "", plain_of(name))
    own, called = fold(name), fold(project)
    if own.startswith(called) and _OF_PROJECT.fullmatch(own[len(called) :]):
        return True
    return bool(_GENERIC.fullmatch(plain) and _WHOLE.search(plain))


def _rounded(indicator: Indicator, yuan: Decimal, total: Decimal) -> bool:
    """Whether the printed number is the total, rounded or cut (“118.6万元” of 1185678元)."""
    if not indicator.number:
        return False
    exponent = indicator.number.as_tuple().exponent
    step = yuan / indicator.number * Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(yuan - total) < step


def _slipped(yuan: Decimal, total: Decimal) -> bool:
    return bool(yuan) and _SLIP * min(yuan, total) == max(yuan, total)


def _hint(target: PerformanceTarget, indicator: Indicator, yuan: Decimal, total: Decimal) -> str:
    """What the other amount may be: one in the wrong unit, or that of the other horizon."""
    if _slipped(yuan, total):
        return "，正好差一万倍，像是单位写错了"
    other = next((f for f in target.fundings if f.kind is FundingKind.TOTAL and f.horizon is not indicator.horizon), None)
    if other is not None and other.yuan == yuan:
        return f"，和{'中期' if other.horizon is Horizon.MID_TERM else '年度'}资金总额一样"
    return ""
