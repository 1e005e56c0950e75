"""A fund's form with one column of values for each recipient (Fujian): townships or villages beside 三级指标, no 指标值.

The project is the fund, its unit the one that gives it out; what stands in a township's column is what that township must do.
So such a value becomes an indicator that names its recipient, “新建水池（个）（柳河镇）”: it is found by either name, and can never
be taken for the whole fund's.  Targets for each recipient would make one project many, and count money that nobody printed.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from seed.long_lists.heads import Column
from seed.words.labels import Label, plain_of
from seed.words.unit_names import is_unit_name

_FEWEST = 2
_QUOTED = 8  # names; more are not read in one line
_LEVELS = frozenset({Label.LEVEL1, Label.LEVEL2})


class Recipients(Struct, frozen=True):
    """The columns (from 0) with values: those of recipients with their names, and that of all of them together."""

    names: Mapping[int, str]
    together: int | None  # 合计

    def in_words(self) -> str:
        """What is said of them when such a table is read."""
        called = list(self.names.values())
        said = "、".join(called[:_QUOTED]) + (f"等 {len(called)} 个" if len(called) > _QUOTED else "")
        return f"指标值按单位分栏（{said}）：每个值记为一条指标，名称后面写明是谁的；没有填的不记。"


def recipients_of(columns: Sequence[Column]) -> Recipients | None:
    """The recipients among the columns of an indicator table; None where it has a column of values, as other forms do."""
    labels = {column.heading.label: place for place, column in enumerate(columns) if column.heading}
    if Label.VALUE in labels or Label.EXECUTION in labels or Label.NAME not in labels or not labels.keys() & _LEVELS:
        return None
    after = [(place, column) for place, column in enumerate(columns) if place > labels[Label.NAME]]
    names = {place: plain_of(column.cell.text) for place, column in after if column.heading is None and column.words}
    together = next((place for place, column in after if column.heading and column.heading.label is Label.AMOUNT), None)
    called = sum(is_unit_name(name) for name in names.values())
    return Recipients(names, together) if len(names) >= _FEWEST and 2 * called > len(names) else None
