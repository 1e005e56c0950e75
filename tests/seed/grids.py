"""Tables with a grid for tests: boxes by rows, as the readers of Word, Excel and web pages find them."""

from collections.abc import Sequence

from seed.document import Document
from seed.readers.assembling import Box, Grid, assembled
from seed.reading import Outcome, state

Rows = Sequence[Sequence[str | None]]
TITLE = "青禾县2024年度项目支出绩效目标表"


def boxes(rows: Rows) -> list[Box]:
    """A box a cell; None goes on with the box above."""
    found: list[Box] = []
    open_boxes: dict[int, int] = {}
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text is None:
                above = found[open_boxes[c]]
                found[open_boxes[c]] = Box(above.row, c, above.text, above.rows + 1)
            else:
                open_boxes[c] = len(found)
                found.append(Box(r, c, text))
    return found


def table(*parts: str | Rows, sheet: str | None = None, file: str = "清单.xlsx") -> Document:
    """The document with these paragraphs and tables."""
    return assembled(file, b"", [part if isinstance(part, str) else Grid(boxes(part), sheet) for part in parts])


def listed(*rows: Sequence[str | None], captions: Sequence[str] = (TITLE, "单位：万元"), sheet: str | None = None) -> Outcome:
    """What a document with one list states."""
    return state(table(*captions, rows, sheet=sheet))
