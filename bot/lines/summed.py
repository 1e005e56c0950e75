"""What lines of several forms come to together, or on average: “三个镇一共清多少吨”, “三年一共放流多少万尾”, “平均呢” after each year's."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from bot.answer import Fact
from bot.language.patterns import Pattern
from bot.lines.measured import without_scale
from bot.question import Understanding
from bot.replying import facts
from store.model import Indicator
from store.plan import Aggregate
from store.targets import TargetView
from store.text import fold

_SUM = Pattern("一共|总共|总计|合计|共计|累计|相加|加起来|加一起|加在一起|合起来")
_NOT_ADDED = frozenset(["", "%", "‰", "元", "年", "月", "日", "天"])  # rates, prices, times


def summed(found: Sequence[tuple[TargetView, Sequence[Indicator]]], question: Understanding) -> tuple[list[str], list[Fact]]:
    """The sum or the mean of one line a form, which stand first among the reply's facts, or that they are no numbers of one kind; nothing where none is asked for."""
    mean = question.plan.aggregate is Aggregate.AVERAGE
    if not mean and not _SUM.search(fold(question.text)):
        return [], []
    lines = [line for _view, of_one in found for line in of_one]
    numbers = [line.number for line in lines if line.number is not None]
    kinds = {(fold(line.name), line.operator, line.unit_of_measure or "") for line in lines}
    _name, sign, unit = next(iter(kinds))
    if len(kinds) > 1 or len(numbers) < len(lines) or without_scale(fold(unit))[1] in _NOT_ADDED or "/" in unit:
        return [f"没有{'求平均' if mean else '相加'}：这些指标要求的不是一种数。"], []
    total = sum(numbers, Decimal(0))
    if mean:
        value = f"{sign or ''}{(total / len(numbers)).quantize(Decimal('0.01'), ROUND_HALF_UP).normalize():f}{unit}"
        line = f"平均 {value}（{len(numbers)} 个数相加再除，本系统计算，四舍五入到百分位）。"
    else:
        value = f"{sign or ''}{total:f}{unit}"
        line = f"合计 {value}{facts.ours([view for view, _ in found])}。"
    return [line], [facts.derived(Aggregate.AVERAGE if mean else Aggregate.SUM, None, range(len(lines)), value=value)]
