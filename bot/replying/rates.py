"""Percentages of our own: shares (占比) and growth (增长率), worked out in Decimal and rounded to two decimals, which is said."""

from decimal import ROUND_HALF_UP, Decimal

from store.money import plain

_STEP = Decimal("0.01")
OURS_EXACT, OURS_ROUNDED = "（本系统计算）", "（本系统计算，四舍五入到 0.01%）"


def per_cent_of(part: Decimal, whole: Decimal) -> str:
    """“34.15%”; `whole` is not 0.  What is not 0 is never shown as 0."""
    exact = part / whole * 100
    rounded = exact.quantize(_STEP, ROUND_HALF_UP)
    return f"不到 {_STEP}%" if exact and not rounded else f"{plain(rounded)}%"


def ours(*pairs: tuple[Decimal, Decimal]) -> str:
    """Says that we worked the percentages of these pairs (part, whole) out, and whether any is rounded."""
    exact = all(_is_exact(part, whole) for part, whole in pairs)
    return OURS_EXACT if exact else OURS_ROUNDED


def _is_exact(part: Decimal, whole: Decimal) -> bool:
    return (part / whole * 100).quantize(_STEP, ROUND_HALF_UP) * whole == part * 100


def times(one: Decimal, other: Decimal) -> str:
    """“2.5 倍”: how many times as much; `other` is not 0."""
    return f"{plain((one / other).quantize(_STEP, ROUND_HALF_UP))} 倍"
