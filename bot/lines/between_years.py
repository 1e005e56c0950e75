"""One line of the indicator table in the forms of two years: by how much the later value is more or less than the earlier one."""

from collections.abc import Sequence

from bot.answer import Fact
from bot.language.meanings import OVER_YEARS, Mark
from bot.lines.measured import without_scale
from bot.question import Understanding
from bot.replying import facts, phrases
from store.model import Indicator
from store.plan import Aggregate
from store.targets import TargetView
from store.text import fold

_BOTH = 2


def between_years(
    found: Sequence[tuple[TargetView, Sequence[Indicator]]], question: Understanding
) -> tuple[tuple[str, ...], list[Fact]] | None:
    """“2025年比2024年多 10人（本系统相减）：…”, and its facts; None where no such difference is asked for, or the values are no numbers of one kind."""
    if not question.plan.compare and not question.marks & (OVER_YEARS | {Mark.COMPARED, Mark.CHANGED}):
        return None
    if len(found) != _BOTH or any(len(lines) != 1 for _, lines in found):
        return None
    (before, (old,)), (after, (new,)) = sorted(
        ((view, tuple(lines)) for view, lines in found), key=lambda one: one[0].target.year
    )
    if not _is_one(before, after) or not _are_alike(old, new) or old.number is None or new.number is None:
        return None
    apart = new.number - old.number
    stated = [facts.indicator(before, old), facts.indicator(after, new)]
    if apart:
        rate = new.unit_of_measure == "%"
        size = f"{abs(apart):f}{'个百分点' if rate else new.unit_of_measure or ''}"
        scale, unit = without_scale(fold(new.unit_of_measure or ""))
        yuan = abs(apart) * scale if unit.startswith("元") else None
        stated.append(facts.derived(Aggregate.DIFFERENCE, yuan, (0, 1), value=size))
        more = ("高" if rate else "多") if apart > 0 else ("低" if rate else "少")
        said = f"{after.target.year}年比{before.target.year}年{more} {size}（本系统相减）"
    else:
        said = f"{before.target.year}年和{after.target.year}年一样"
    values = "，".join(f"{view.target.year}年 {phrases.one_line(line.value)}" for view, line in ((after, new), (before, old)))
    return (f"{said}：{facts.whose(after, year=False)}{new.level2}{phrases.printed(new.name)}，{values}。",), stated


def _is_one(before: TargetView, after: TargetView) -> bool:
    """Whether these are forms of two years of one project."""
    one, other = before.target, after.target
    return one.year != other.year and (one.unit, one.project) == (other.unit, other.project)


def _are_alike(old: Indicator, new: Indicator) -> bool:
    """Whether the two lines say the same of each year, limited from the same side."""
    return (fold(old.name), old.operator, old.unit_of_measure) == (fold(new.name), new.operator, new.unit_of_measure)
