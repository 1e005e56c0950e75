"""The indicator columns of a long list by horizon: 指标值 once, or 中期指标值 and 年度指标值 side by side."""

from collections.abc import Sequence

from seed.long_lists.heads import Head
from seed.words.labels import Label
from store.model import Horizon

_BESIDE = (*(Label.LEVEL1, Label.LEVEL2, Label.NAME, Label.SIGN), *(Label.MEASURE, Label.STANDARD, Label.WEIGHT))


def value_columns(head: Head) -> list[tuple[Horizon, dict[Label, int]]]:
    """The indicator columns by horizon: one column of values is the year's; of two the left one is mid-term unless they say so.

    What the second half has no column of its own for, such as 一级指标, it takes from the first.
    """
    values = head.places(Label.VALUE)[:2]
    usual = (Horizon.ANNUAL,) if len(values) < 2 else (Horizon.MID_TERM, Horizon.ANNUAL)
    said = [column.heading.horizon if (column := head.columns[p]).heading else None for p in values]
    horizons = [own or default for own, default in zip(said, usual, strict=False)]
    if len(set(horizons)) < len(horizons):
        horizons = list(usual)
    return [(horizon, _columns_of(head, values, at)) for at, horizon in enumerate(horizons)]


def _columns_of(head: Head, values: Sequence[int], at: int) -> dict[Label, int]:
    """For each label the column that belongs to the values: where there are as many of them, one each, else the nearest before."""
    found: dict[Label, int] = {Label.VALUE: values[at]}
    for label in _BESIDE:
        places = head.places(label)
        before = [place for place in places if place < values[at]]
        if places:
            found[label] = places[at] if len(places) == len(values) else before[-1] if before else places[0]
    return found
