"""Over which years a form speaks: how long the project lasts, and whether its money stands in two halves."""

import re

from seed.forms.grid import Grid
from seed.words.labels import Label, plain_of

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=\d{2}(?!\d)|\D|$)")


def of_one_year(grid: Grid) -> bool:
    """Whether the project lasts no longer than a year: “2021年1月-2021年12月”, “1年”, “中期目标（2024年—2024年）”."""
    said = [grid.surest(Label.PERIOD), grid.surest(Label.BEGINS), grid.surest(Label.ENDS)]
    texts = [entry.text for entry in said if entry] + [entry.cell.text for entry in grid.of(Label.GOAL_MID_TERM)]
    years = {year for text in texts for year in _YEAR.findall(plain_of(text))}
    return len(years) == 1 or (not years and any(re.fullmatch("[1一]年", plain_of(text)) for text in texts))


def two_halves(grid: Grid) -> bool:
    """Whether a source stands twice in one row, once for each horizon."""
    rows = [(entry.label, entry.cell.order[:2]) for entry in grid.of(Label.FISCAL, Label.CARRYOVER, Label.OTHER)]
    return len(rows) != len(set(rows))
