"""Yes or no in words, where a figure is held against an amount that the question names: “没有超过80万”, “与2.6万一致”."""

from collections.abc import Sequence
from decimal import Decimal

from bot.planning.checking import BY
from bot.question import Understanding
from bot.replying.growing import Figure
from store.money import WAN, YI, plain
from store.plan import AmountFilter, Comparator
from store.text import fold

_SAID = {
    Comparator.MORE: ("超过", "没有超过"),
    Comparator.AT_LEAST: ("达到", "没有达到"),
    Comparator.AT_MOST: ("不超过", "超过"),
    Comparator.LESS: ("低于", "不低于"),
    Comparator.EQUAL: ("是", "不是"),
}


def verdict(yuan: Decimal, checked: Sequence[AmountFilter]) -> str:
    """“没有超过80万”, “是2.6万，不是2.4万”: without 元, as what the question named is no figure of a document."""
    checked = tuple(dict.fromkeys(checked))
    if len(checked) == 1 and checked[0].op is Comparator.EQUAL and yuan == checked[0].yuan:
        return f"与{_limit(yuan)}一致"
    said = (f"{_SAID[c.op][0 if c.op.holds(yuan, c.yuan) else 1]}{_limit(c.yuan)}" for c in checked)
    return "，".join(dict.fromkeys(said))


def _limit(yuan: Decimal) -> str:
    if yuan < _LEAST_WAN:
        return f"{plain(yuan)}块"  # “不是0.024万” is nobody's figure
    return f"{plain(yuan / YI)}亿" if yuan >= YI else f"{plain(yuan / WAN)}万"


_LEAST_WAN = 1000  # yuan


def gap_held(ends: Sequence[Figure], question: Understanding) -> str:
    """What the difference is beside the one that is claimed (“比去年多10万吗”); of “是60万吗” also what a side is."""
    checked = question.plan.checked
    if not checked:
        return ""
    text, gap = question.text, ends[0].yuan - ends[1].yuan
    claimed = next((by for s in question.spans if s.rule in _HELD and (by := BY.search(fold(text[: s.start])))), None)
    if claimed is None:
        told = [end for end in ends if end.yuan in {one.yuan for one in checked}]
        return "".join(
            [f"，相差{verdict(abs(gap), checked)}", *(f"，{end.name}{verdict(end.yuan, checked)}" for end in told[:1])]
        )
    if gap and bool(claimed["less"]) != (gap < 0):
        return f"，没有{'少' if claimed['less'] else '多'}"
    return f"，{verdict(abs(gap), checked)}"


_HELD = frozenset({"checks", "amounts.named"})
