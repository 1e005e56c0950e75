"""The files of a corpus: grids as office text, in Word files and in workbooks, long lists; every run writes the same bytes."""

import re
import sys
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.shared import Pt
from openpyxl.styles import Alignment

from tests.questions.grids import Grid, Record, files, listing, placed

Form = Callable[[Record], Grid]
Cells = Sequence[Any]  # of one row of a sheet

VALUE = re.compile(r"([≥≤])?(\d+(?:\.\d+)?)([^\d≥≤]*)")
CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT[\d:.]+Z?(?=</)")
STAMP = b"2026-01-01T00:00:00Z"


def main(folder: Path, write: Callable[[Path, list[Record]], None]) -> None:
    """Write each document that gold.jsonl of the folder names, there or in the folder that the command names."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else folder
    for name, records in files(folder).items():
        write(target / name, records)


def as_text(title: str, records: list[Record], form: Form, year: str = "（{}年度）") -> str:
    """A document of forms as text pulled out of an office file."""
    parts = [f"附件：\n\n{title}\n\n\t项目支出绩效目标公开清单\n\n", _table(listing(records))]
    parts += [f"\n\t项目支出绩效目标表\n\n\t{year.format(r['year'])}\n\n{_table(form(r))}" for r in records]
    return "".join(parts)


def _table(grid: Grid) -> str:
    """A tab before each cell, a blank line after each row, covered cells empty."""
    cells, width = placed(grid)
    shown = {(y + down, x): "" if down else text for (y, x), (text, _, rows) in cells.items() for down in range(rows)}
    lines = ("".join(f"\t{shown[y, x]}\n" for x in range(width) if (y, x) in shown) for y in range(len(grid)))
    return "".join(line + "\n" for line in lines)


def write_txt(path: Path, title: str, records: list[Record], form: Form, year: str = "（{}年度）") -> None:
    """Write a document of forms as text."""
    path.write_text(as_text(title, records, form, year), encoding="utf-8", newline="\n")


def write_docx(
    path: Path,
    title: str,
    records: list[Record],
    form: Form,
    *,
    first: Sequence[str] = ("附件：",),
    between: Sequence[str] = ("",),
    **look: Any,
) -> None:
    """Write a document of forms for Word; `first` stands above the title, `between` above each form."""
    document = docx.Document()
    for line in (*first, title, "项目支出绩效目标公开清单"):
        document.add_paragraph(line)
    add_table(document, listing(records), **look)
    for r in records:
        for line in (*between, "项目支出绩效目标表", f"（{r['year']}年度）"):
            document.add_paragraph(line)
        add_table(document, form(r), **look)
    document.save(str(path))
    settle(path)


def add_table(document: Any, grid: Grid, *, size: int | None = None, breaks: bool = False) -> None:
    """Add a table to a document of Word; a cell's lines are paragraphs of its own, or `breaks` in one."""
    cells, width = placed(grid)
    table = document.add_table(rows=len(grid), cols=width)
    table.style = "Table Grid"
    matrix = [list(row.cells) for row in table.rows]
    for (y, x), (text, columns, rows) in cells.items():
        cell = matrix[y][x]
        if (columns, rows) != (1, 1):
            cell = cell.merge(matrix[y + rows - 1][x + columns - 1])
        for extra in cell.paragraphs[1:]:
            extra._element.getparent().remove(extra._element)
        if breaks:
            cell.text = text
            continue
        for k, part in enumerate(text.split("\n")):
            run = (cell.add_paragraph() if k else cell.paragraphs[0]).add_run(part)
            if size:
                run.font.size = Pt(size)


def number(text: str) -> str | float | int | None:
    """What an office user's sheet holds for this text."""
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text) if "." in text else int(text)
    return text or None


def nature(value: str) -> tuple[str, str, str | None]:
    """The columns 指标性质, 指标值, 度量单位 of a value; what is not one number with a unit is 定性."""
    found = VALUE.fullmatch(value)
    return (found[1] or "＝", found[2], found[3] or None) if found else ("定性", value, None)


def on_sheet(sheet: Any, grid: Grid, top: int, *, wrap: bool = False) -> int:
    """Lay a grid on a sheet from the row `top` on; gives the row below it."""
    for (y, x), (text, columns, rows) in placed(grid)[0].items():
        cell = sheet.cell(top + y, 1 + x, number(text))
        if wrap:
            cell.alignment = Alignment(wrap_text=True, vertical="center")
        if (columns, rows) != (1, 1):
            sheet.merge_cells(start_row=top + y, start_column=1 + x, end_row=top + y + rows - 1, end_column=x + columns)
    return top + len(grid)


def block(record: Record, lead: Cells, rest: Callable[[Record], Cells]) -> list[Cells]:
    """The rows of a project in a long list: what leads stands on the first only, the rest is each indicator's."""
    return [(*(lead if not n else [None] * len(lead)), *rest(i)) for n, i in enumerate(record["indicators"])]


def write_list(  # noqa: PLR0913 — what one list has otherwise than another
    path: Path,
    name: str,
    above: Mapping[str, str],
    heads: Sequence[str],
    blocks: Iterable[list[Cells]],
    *,
    down: str = "ABCD",
    across: str = "",
    wrap: bool = False,
) -> None:
    """Write a long list: `above` its heads stand texts by their cell, and the columns `down` are merged in each block."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = name
    for place, text in above.items():
        sheet[place] = text
    if across:
        sheet.merge_cells(across)
    for x, head in enumerate(heads, 1):
        sheet.cell(3, x, head)
    top = 4
    for rows in blocks:
        for y, row in enumerate(rows, top):
            for x, value in enumerate(row, 1):
                cell = sheet.cell(y, x, value)
                if wrap:
                    cell.alignment = Alignment(wrap_text=True, vertical="center")
        for column in down:
            sheet.merge_cells(f"{column}{top}:{column}{top + len(rows) - 1}")
        top += len(rows)
    save(book, path)


def save(book: openpyxl.Workbook, path: Path) -> None:
    """Save a workbook without the time of writing."""
    book.save(path)
    settle(path)


def settle(path: Path) -> None:
    """Set all times inside an office file to one and the same, so that the bytes are the same each time."""
    with zipfile.ZipFile(path) as z:
        parts = [(name, z.read(name)) for name in z.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts:
            still = CLOCK.sub(STAMP, data) if name == "docProps/core.xml" else data
            z.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), still, zipfile.ZIP_DEFLATED)
