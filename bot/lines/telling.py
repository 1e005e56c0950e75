"""Which lines are no answer though they share words with the question.

A figure counted in 次, 个 or 人 is not given for what only a goal speaks of, and a line that counts all of a goal's list
(“对石板墩、双井子等6座烽燧”) tells no figure of one of them.
"""

from collections.abc import Sequence

from bot.language.deeds import HARMLESS, KNOWN_DEEDS, LONGEST, things_like
from bot.language.opposites import opposed
from bot.language.quantities import Frame, Kind
from bot.lines.measured import unit_of
from store.model import Indicator
from store.targets import TargetView
from store.text import fold, normalized, words

# Anything may be counted in these, so that they tell no line.
_OF_ANYTHING = frozenset(words("次 回 趟 遍 个 人 名 位 项 家 人次 批 批次 份 户 种 类 件 处 条 点 天 日 月 年 个月 小时 期 轮"))
_HEADS = frozenset(words("人 名 位 人次 户"))
_NOTHING_SAID = frozenset("次数量个人名位项家批份户种类件处条点多少几的了吗呢要得能会大小中")


def tells(frame: Frame, runs: Sequence[str], line: Indicator) -> bool:
    """Whether its name, value or standard, or what it is counted in, says some of what the words (`runs`) say, where anything may be counted so.

    Deeds that are only kin (监测 and 巡查) are not the same word; things that are called otherwise (老师 and 教师) are.
    """
    if opposed("".join(runs), fold(line.name)):
        return False
    if frame.kind is not Kind.MONEY and (frame.kind is not Kind.COUNT or frame.unit not in _OF_ANYTHING):
        return True
    own = fold(f"{line.name}{line.value}{line.standard or ''}")
    said = [run for run in runs if any(run[place] not in _NOTHING_SAID for place in range(len(run))) and run not in HARMLESS]
    if not said:
        return True
    heads = unit_of(line) in _HEADS and frame.unit in _HEADS
    return heads or any(_shared(run, own) for run in said)


def _shared(run: str, own: str) -> bool:
    """Whether a character that tells something stands in both, or a thing that the line calls otherwise."""
    pieces = {run[start : start + size] for size in range(1, LONGEST + 1) for start in range(len(run) - size + 1)}
    telling = (piece for piece in pieces if piece not in HARMLESS and not set(piece) <= _NOTHING_SAID)
    return any(piece in own or any(alike in own for alike in things_like(piece)) for piece in telling)


_LEAST = 2  # characters of a word


def is_of_a_part(runs: Sequence[str], line: Indicator, view: TargetView) -> bool:
    """Whether the words name one of several that the goal lists, and neither the line nor the project is called by it."""
    own = fold(f"{line.name}{line.standard or ''}{view.target.project}{view.target.unit}")
    goals = [normalized(goal.text) for goal in view.target.goals if goal.horizon is line.horizon]
    return any(_is_listed(part, goal) for run in runs for goal in goals for part in _longest(run, goal) if part not in own)


def _longest(run: str, goal: str) -> list[str]:
    """The longest piece of the words that stands in the goal, without what is done to it."""
    for size in range(len(run), _LEAST - 1, -1):
        found = [run[start : start + size] for start in range(len(run) - size + 1) if run[start : start + size] in goal]
        if found:
            return [piece for piece in found if piece not in KNOWN_DEEDS]
    return []


def _is_listed(part: str, goal: str) -> bool:
    """Whether it is one of a list there: a comma of lists beside it, or 等 behind it."""
    at = goal.find(part)
    while at >= 0:
        if goal[at + len(part) : at + len(part) + 1] in ("、", "等") or goal[at - 1 : at] == "、":
            return True
        at = goal.find(part, at + 1)
    return False
