"""By how much a line of the indicator table says more in one place than in another: in two years, phases or units, for the middle term and the year."""

from collections.abc import Sequence
from decimal import Decimal

from bot.answer import Fact
from bot.language.meanings import OVER_YEARS, Mark
from bot.lines.changed import lines_changed
from bot.lines.measured import without_scale
from bot.question import Understanding
from bot.replying import facts, phrases
from store.model import Horizon, Indicator
from store.plan import Aggregate
from store.targets import TargetView
from store.text import fold

Found = Sequence[tuple[TargetView, Sequence[Indicator]]]
Told = tuple[tuple[str, ...], list[Fact]]
_BOTH = 2


def differences(found: Found, question: Understanding) -> Told | None:
    """What is said of the lines that were found, and its facts; None where nothing is set beside anything, or the lines do not compare."""
    if question.plan.terms:
        return _of_both_terms(found)
    if not question.plan.compare and not question.marks & (OVER_YEARS | {Mark.COMPARED, Mark.CHANGED}):
        return None
    if len(found) != _BOTH:
        return None
    before, after = sorted(found, key=lambda one: (one[0].target.year, fold(one[0].target.project), _least(one[1])))
    if Mark.CHANGED in question.marks and question.plan.indicators.everything and _is_one_project(before[0], after[0]):
        stated: list[Fact] = []
        said = lines_changed(before[0], after[0], stated)
        years = f"{before[0].target.year}年到{after[0].target.year}年"
        return ((f"{facts.whose(after[0], year=False)}，{years}：", *said), stated) if said else None
    return _between(before, after)


def _least(lines: Sequence[Indicator]) -> Decimal:
    """The least that is demanded: of two units the one that has more is said to have more."""
    return min((line.number for line in lines if line.number is not None), default=Decimal(0))


def _between(before: tuple[TargetView, Sequence[Indicator]], after: tuple[TargetView, Sequence[Indicator]]) -> Told | None:
    """“2025年比2024年多 10人（本系统相减）：…”; of two projects of one unit each by its name."""
    (one, earlier), (other, later) = before, after
    sides = _sides(one, other)
    if sides is None or len(earlier) != 1 or len(later) != 1 or not _are_alike(earlier[0], later[0]):
        return None
    first, second, whose = sides
    stated = [facts.indicator(one, earlier[0]), facts.indicator(other, later[0])]
    said = _said((first, earlier[0]), (second, later[0]), stated, 0)
    return ((_with_values(said, whose, (second, later[0]), (first, earlier[0])),), stated) if said else None


def _of_both_terms(found: Found) -> Told | None:
    """“中期比年度高 2个百分点（本系统相减）：…” of each line that both have; the values alone where these are no numbers of one kind."""
    lines: list[str] = []
    stated: list[Fact] = []
    for view, middle in found:
        annual = {(line.level2, fold(line.name)): line for line in view.target.indicators if line.horizon is Horizon.ANNUAL}
        for line in middle:
            other = annual.get((line.level2, fold(line.name)))
            if line.horizon is not Horizon.MID_TERM or other is None:
                return None
            place = len(stated)
            stated += [facts.indicator(view, line), facts.indicator(view, other)]
            sides = ("年度", other), ("中期", line)
            said = _said(*sides, stated, place) if _are_alike(other, line) else None
            lines.append(_with_values(said or "中期和年度", facts.whose(view), *reversed(sides)))
    return (tuple(lines), stated) if lines else None


_Side = tuple[str, Indicator]


def _said(first: _Side, second: _Side, stated: list[Fact], place: int) -> str | None:
    """By how much the second side is more or less, its fact added to `stated`, where the two stand from `place`; None of what are no numbers."""
    (one, old), (other, new) = first, second
    if old.number is None or new.number is None:
        return None
    apart = new.number - old.number
    if not apart:
        return f"{one}和{other}一样"
    rate = new.unit_of_measure == "%"
    size = f"{abs(apart):f}{'个百分点' if rate else new.unit_of_measure or ''}"
    scale, unit = without_scale(fold(new.unit_of_measure or ""))
    yuan = abs(apart) * scale if unit.startswith("元") else None
    stated.append(facts.derived(Aggregate.DIFFERENCE, yuan, (place, place + 1), value=size))
    more = ("高" if rate else "多") if apart > 0 else ("低" if rate else "少")
    return f"{other}比{one}{more} {size}（本系统相减）"


def _with_values(said: str, whose: str, *sides: _Side) -> str:
    """The sentence with whose the line is, and what it says on each side."""
    line = sides[0][1]
    values = "，".join(f"{side} {phrases.one_line(one.value)}" for side, one in sides)
    return f"{said}：{whose}{line.level2}{phrases.printed(line.name)}，{values}。"


def _sides(before: TargetView, after: TargetView) -> tuple[str, str, str] | None:
    """What the two forms are called beside each other, and whose they are: two years of one project, two projects of one unit, or two units."""
    one, other = before.target, after.target
    if _is_one_project(before, after):
        return f"{one.year}年", f"{other.year}年", facts.whose(after, year=False)
    if one.unit != other.unit:
        alike = (one.project, one.year) == (other.project, other.year)
        return (one.unit, other.unit, f"{phrases.project(other.project)}{other.year}年") if alike else None
    if one.project == other.project:
        return None
    year = f"{one.year}年" if one.year == other.year else ""
    first, second = (phrases.project(side.project) + ("" if year else f"{side.year}年") for side in (one, other))
    return first, second, f"{other.unit}{year}"


def _is_one_project(before: TargetView, after: TargetView) -> bool:
    """Whether these are forms of two years of one project."""
    one, other = before.target, after.target
    return one.year != other.year and (one.unit, one.project) == (other.unit, other.project)


def _are_alike(old: Indicator, new: Indicator) -> bool:
    """Whether the two lines say the same, limited from the same side."""
    return (fold(old.name), old.operator, old.unit_of_measure) == (fold(new.name), new.operator, new.unit_of_measure)
