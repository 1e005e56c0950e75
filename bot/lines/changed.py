"""What else than money changed between two forms of one project: the lines of the indicator table that say otherwise, are new, or are gone."""

from collections.abc import Sequence

from bot.answer import Fact
from bot.replying import facts, phrases
from store.model import Horizon, Indicator
from store.targets import TargetView
from store.text import fold

_MOST = 5


def lines_changed(before: TargetView, after: TargetView, stated: list[Fact]) -> list[str]:
    """“指标变化 2 条：“维护路口” 46处 → 52处；…”, the facts of both forms added to `stated`; that none changed, where all are there."""
    one, other = _annual(before), _annual(after)
    if not one or not other:
        return []
    one = _alike(one, other)
    both = [(one[key], other[key]) for key in one if key in other]
    moved = [(old, new) for old, new in both if fold(old.value) != fold(new.value)]
    said = []
    for old, new in moved[:_MOST]:
        stated += [facts.indicator(before, old), facts.indicator(after, new)]
        said.append(f"{phrases.printed(new.name)} {phrases.one_line(old.value)} → {phrases.one_line(new.value)}")
    lines = [f"指标有变化的 {len(moved)} 条：{'；'.join(said)}{_more(moved)}。"] if moved else []
    for view, lacking, there in ((after, one, other), (before, other, one)):
        alone = [line for key, line in there.items() if key not in lacking]
        if alone:
            stated += [facts.indicator(view, line) for line in alone[:_MOST]]
            shown = "；".join(f"{phrases.printed(line.name)} {phrases.one_line(line.value)}" for line in alone[:_MOST])
            lines.append(f"只有{view.target.year}年有的指标 {len(alone)} 条：{shown}{_more(alone)}。")
    return lines or ["指标没有变化。"]


_Lines = dict[tuple[str, str], Indicator]


def _alike(one: _Lines, other: _Lines) -> _Lines:
    """The lines of the one form, those that the other calls alike in another class (满意度指标, 服务对象满意度指标) by its key."""
    names = {name: [key for key in other if key[1] == name and key not in one] for _, name in one}
    keys = {key: names[key[1]][0] if key not in other and len(names[key[1]]) == 1 else key for key in one}
    return {keys[key]: line for key, line in one.items()}


def _more(found: Sequence[object]) -> str:
    return "等" if len(found) > _MOST else ""


def _annual(view: TargetView) -> _Lines:
    """The lines of the year by their names, the first of those that are called alike in one class."""
    found: _Lines = {}
    for line in view.target.indicators:
        if line.horizon is Horizon.ANNUAL and line.name:
            found.setdefault((fold(line.level2 or ""), fold(line.name)), line)
    return found
