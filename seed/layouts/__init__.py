"""The kinds of tables (版式) that are known, and which of them a table is.

A new layout is one module here and one line in `LAYOUTS`.
"""

from seed.document import Layout, Table
from seed.kinds_of_tables import kind_of
from seed.layouts import apart, evaluation, form, listing, long_list

LAYOUTS: tuple[Layout, ...] = (
    listing.LAYOUT,
    form.LAYOUT,
    long_list.LAYOUT,
    evaluation.LAYOUT,
    apart.DEPARTMENT,
    apart.TRANSFER,
)


class TwoLayouts(Exception):
    """Two layouts claim one table: their rules must be told apart, which only we can do."""

    def __init__(self, table: Table, claimants: list[Layout]) -> None:
        names = ", ".join(layout.name for layout in claimants)
        super().__init__(f"table {table.number} is claimed by {names}; exactly one layout may claim a table")


def recognise(table: Table, layouts: tuple[Layout, ...] = LAYOUTS) -> Layout | None:
    """The one layout that claims the table, None where none does.  Raises `TwoLayouts`."""
    kind = kind_of(table)
    claimants = [layout for layout in layouts if layout.kind is kind and layout.claims(table)]
    if len(claimants) > 1:
        raise TwoLayouts(table, claimants)
    return claimants[0] if claimants else None
