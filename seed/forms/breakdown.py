"""项目预算成本构成: a small table of what the money is for inside a form; its 合计 is the total."""

from seed.document import Cell
from seed.forms.grid import Entry, Grid, Row
from seed.words.amounts import is_blank
from seed.words.labels import Heading, Label, heading_of

_SUM = frozenset({"合计", "总计"})


def breakdown_total(grid: Grid) -> Entry | None:
    """What stands under 金额 in the row 合计, under the label 合计 with the unit that 金额 or the block prints; None where either is not clear."""
    blocks = grid.of(Label.BREAKDOWN)
    if len(blocks) != 1:
        return None
    start = next(r for r, row in enumerate(grid.rows) if blocks[0].cell in row)
    amounts = [(c, h) for c, h in _headings(grid.rows[start]) if h.label is Label.AMOUNT and h.text == "金额"]
    for row in grid.rows[start + 1 :]:
        if row[0].seen:
            return None  # the block is over
        sums = [c for c, h in _headings(row) if h.text in _SUM]
        if sums and len(amounts) == 1:
            return _entry(grid.rows[start], row, amounts[0], sums[0], blocks[0])
    return None


def _headings(row: Row) -> list[tuple[int, Heading]]:
    return [(c, heading) for c, cell in enumerate(row) if (heading := heading_of(cell.text))]


def _entry(head: Row, row: Row, amount: tuple[int, Heading], at: int, block: Entry) -> Entry | None:
    value = _under(head, row, amount[0])
    if value is None or is_blank(value.text):
        return None
    prints = amount[1] if amount[1].unit is not None or amount[1].odd_unit else block.heading
    heading = Heading(Label.TOTAL_ANNUAL, 0, "合计", prints.unit, odd_unit=prints.odd_unit)
    return Entry(heading, row[at], value, value.seen)


def _under(head: Row, row: Row, column: int) -> Cell | None:
    left = head[column].left
    if left is None:
        return row[column] if len(row) == len(head) else None
    return next((cell for cell in row if cell.left == left), None)
