"""Whether the goal of a form and its lines say the same number: “目标和指标里的座数一致吗”."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from bot.answer import Fact
from bot.lines.measured import without_scale
from bot.replying import facts, phrases
from store.model import Goal, Horizon, Indicator
from store.targets import TargetView
from store.text import fold

_PEOPLE = "人|名|位"  # “为30名队员发放补助” counts what “28人” counts
_OF_RATES = frozenset(["", "%", "‰", "元", "年", "月", "日", "天"])


def beside_goals(view: TargetView) -> tuple[list[str], list[Fact]]:
    """Each line that counts what the goal counts as well, with what both say, and the goal as it is printed."""
    goal = next((one for one in view.target.goals if one.horizon is Horizon.ANNUAL), None)
    if goal is None:
        return [f"没法比：{facts.whose(view)}没有填年度目标。"], [facts.name(view)]
    lines = [line for line in view.target.indicators if line.horizon is Horizon.ANNUAL and line.number is not None]
    told = [(line, numbers) for line in lines if (numbers := list(_told_of(goal, line, lines)))]
    stated = [facts.goal(view, goal), *(facts.indicator(view, line) for line, _ in told)]
    quoted = f"年度目标原文：{phrases.printed(goal.text)}。"
    if not told:
        return [f"没法比：{facts.whose(view)}的年度目标里没有写和指标可比的数。", quoted], stated
    apart = [one for one in told if one[0].number not in one[1]]
    said = [_said(line, numbers) for line, numbers in apart or told]
    return [f"{'不一致' if apart else '一致'}：{facts.whose(view)}{'；'.join(said)}。", quoted], stated


def _said(line: Indicator, numbers: Sequence[Decimal]) -> str:
    unit = line.unit_of_measure or ""
    goal = "、".join(f"{number:f}{unit}" for number in dict.fromkeys(numbers))
    return f"{line.level2}{phrases.printed(line.name)} {phrases.one_line(line.value)}，年度目标写的是 {goal}"


def _told_of(goal: Goal, line: Indicator, lines: Sequence[Indicator]) -> Iterator[Decimal]:
    """What the goal may say of the line: its own number, or those that are no other line's of that unit."""
    numbers = list(_numbers(goal, line))
    if line.number in numbers:
        yield line.number
        return
    others = {one.number for one in lines if one.unit_of_measure == line.unit_of_measure}
    yield from (number for number in numbers if number not in others)


def _numbers(goal: Goal, line: Indicator) -> Iterator[Decimal]:
    """What the goal counts in the unit of the line."""
    _scale, unit = without_scale(fold(line.unit_of_measure or ""))
    if unit in _OF_RATES or "/" in unit:
        return
    spelled = _PEOPLE if unit in _PEOPLE.split("|") else re.escape(fold(line.unit_of_measure or ""))
    for match in re.finditer(rf"(?<![\d.])(\d[\d,]*(?:\.\d+)?)\s*(?:{spelled})(?!次)", fold(goal.text)):
        yield Decimal(match[1].replace(",", ""))
