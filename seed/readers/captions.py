"""What heads a table inside of a grid: titles, years, and lines such as “编制单位：…”, “单位：万元”."""

from collections.abc import Sequence

from seed.document import Cell
from seed.words.labels import Label, heading_of, inline
from seed.words.titles import is_caption

Row = tuple[Cell, ...]
# What stands above a table and belongs to all of it: “编制单位：…”, “单位：万元”, “填报日期：…”.
_ABOVE = frozenset({Label.UNIT, Label.DEPARTMENT, Label.YEAR, Label.MONEY_UNIT, Label.IGNORED, Label.REMARK})


def is_caption_row(row: Row, *, on_sheet: bool) -> bool:
    """Whether the row could be no row of a table: one text across all columns, or what the dictionary knows to stand above."""
    filled = [cell for cell in row if cell.seen]
    if not filled or any(cell.continued for cell in row):
        return False
    if len(filled) > 1:
        return all(stands_above(cell) for cell in filled)
    (cell,) = filled
    if heading_of(cell.text) is not None:
        return stands_above(cell)
    return len(row) == 1 or (on_sheet and cell is row[0]) or is_caption(cell.text) or stands_above(cell)


def stands_above(cell: Cell) -> bool:
    """Whether the text is a caption, or such a line with its value; “编制单位（盖章）：” may wait for one."""
    said = inline(cell.text)
    if said is not None:
        return said[0].label in _ABOVE
    heading = heading_of(cell.text)
    if heading is not None:
        return heading.label in _ABOVE and cell.seen.endswith((":", "："))
    return is_caption(cell.text)


def is_title_row(row: Row) -> bool:
    """Whether every text of the row is a title or a year: “项目支出绩效目标表”, “（2024年度）”, and not a goal in prose."""
    filled = [cell for cell in row if cell.seen]
    return bool(filled) and all(is_caption(cell.text) and not _is_prose(cell) for cell in filled)


def is_signature_row(row: Row) -> bool:
    """Whether the row says no more than who filled the table in and when, or a note."""
    said = [inline(cell.text) for cell in row if cell.seen]
    return all(found is not None and found[0].label in (Label.IGNORED, Label.REMARK) for found in said)


def _is_prose(cell: Cell) -> bool:
    return heading_of(cell.text) is not None or any(mark in cell.text for mark in "，。；;:：\n")


def labels_of(rows: Sequence[Row]) -> frozenset[Label]:
    """What the rows ask for, by cells that are labels and nothing else."""
    return frozenset(heading.label for row in rows for cell in row if (heading := heading_of(cell.text)))
