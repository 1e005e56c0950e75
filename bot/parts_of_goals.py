"""What a goal names among others (“对石板墩、双井子等6座烽燧”): a line that counts all of them tells no figure of one."""

from collections.abc import Sequence

from bot.language.deeds import KNOWN_DEEDS
from store.model import Indicator
from store.targets import TargetView
from store.text import fold, normalized

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
