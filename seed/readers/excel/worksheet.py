"""One pass over the XML of a worksheet: values, formulas without one, merged ranges, hidden rows and columns."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from lxml import etree
from msgspec import Struct

from seed.readers.excel.fonts import Runs, drawn
from seed.readers.excel.parts import Parts
from seed.readers.excel.sheets import MOST_COLUMNS, MOST_ROWS, UNREAD, Odd, Sheet
from seed.readers.excel.strings import one_break, text_of, unescaped
from seed.readers.excel.styles import PLAIN, Style

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_NUMBER = re.compile(r"[ \t\r\n]*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?[ \t\r\n]*", re.ASCII)
_THINNEST = 0.5  # points; a row or column below it cannot be seen


class Book(Struct, frozen=True):
    """What all worksheets of a workbook share."""

    strings: Sequence[str | Runs]
    styles: Sequence[Style]

    def style(self, index: str | None) -> Style:
        """The style that a cell refers to."""
        at = int(index or 0)
        return self.styles[at] if 0 <= at < len(self.styles) else PLAIN


def fill(sheet: Sheet, parts: Parts, part: str, book: Book) -> None:
    """Fills the worksheet in from its part.  Raises `TooManyCells`, and what broken XML raises."""
    row, known = -1, set[int]()
    lean = not any(style.across for style in book.styles)  # where a text is centred across them, blank cells count
    for element in parts.elements(part, "row", "col", "sheetFormatPr", "mergeCell", lean=lean):
        match str(element.tag).rpartition("}")[2]:
            case "row":
                row = _row(sheet, element, row + 1, book)
                if row in known:
                    raise ValueError(f"row {row + 1} twice")
                known.add(row)
            case "col":
                _column(sheet, element)
            case "sheetFormatPr" if _is_true(element.get("zeroHeight")):
                sheet.hide_rows(0, MOST_ROWS - 1)
            case "mergeCell":
                _merge(sheet, element.get("ref", ""))


def _is_true(said: str | None) -> bool:
    return said in ("1", "true", "on")


def _column(sheet: Sheet, element: etree._Element) -> None:
    width = element.get("width")
    if _is_true(element.get("hidden")) or (width is not None and float(width) < _THINNEST / 5):
        sheet.hide_columns(int(element.get("min", "1")) - 1, int(element.get("max", "1")) - 1)


def _merge(sheet: Sheet, reference: str) -> None:
    first, _colon, last = reference.partition(":")
    start, end = place_of(first), place_of(last)
    if start is not None and end is not None:
        sheet.merge(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))


def place_of(reference: str) -> tuple[int, int] | None:
    """“B5” as row and column from 0; None for what is no place on a worksheet."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    row, column = int(match[2]) - 1, _column_of(match[1])
    return (row, column) if 0 <= row < MOST_ROWS and column < MOST_COLUMNS else None


@lru_cache(maxsize=20_000)
def _column_of(letters: str) -> int:
    """“AB” as a column from 0.  Raises `ValueError` for what are no letters of a column."""
    if not (letters.isascii() and letters.isalpha()) or len(letters) > 3:
        raise ValueError(letters)
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _row(sheet: Sheet, element: etree._Element, expected: int, book: Book) -> int:
    said = element.get("r")
    row = int(said) - 1 if said else expected
    height = element.get("ht")
    if _is_true(element.get("hidden")) or (height is not None and float(height) < _THINNEST):
        sheet.hide_rows(row, row)
    else:
        sheet.show_rows(row, row)
    column, known = -1, set[int]()
    across: list[tuple[int, bool]] = []  # cells whose text is centred across those to their right, and whether they have one
    for cell in element:
        reference = cell.get("r")
        column = _column_in(reference, row) if reference else column + 1
        if column in known:
            raise ValueError(f"{reference} twice")
        known.add(column)
        style = book.style(cell.get("s"))
        filled = len(cell) > 0 and _cell(sheet, row, column, cell, style, book)
        if style.across:
            across.append((column, filled))
    for left, right in spans(across):
        sheet.merge(row, left, row, right)
    return row


def _column_in(reference: str, row: int) -> int:
    """The column of a cell of that row.  Raises `ValueError` where the cell says that it stands in another one."""
    letters = reference.rstrip("0123456789")
    if reference[len(letters) :] != str(row + 1):
        raise ValueError(f"{reference} in row {row + 1}")
    return _column_of(letters)


def spans(across: Sequence[tuple[int, bool]]) -> Iterator[tuple[int, int]]:
    """What a text covers that is centred across the blank cells to its right (跨列居中): it looks like a merged range."""
    start = end = None
    for column, filled in across:
        if filled or end is None or column != end + 1:
            if start is not None and end is not None and end > start:
                yield start, end
            start = column if filled else None
        end = column
    if start is not None and end is not None and end > start:
        yield start, end


def _cell(sheet: Sheet, row: int, column: int, cell: etree._Element, style: Style, book: Book) -> bool:
    """Puts the cell's value on the sheet, and says whether there is one."""
    value, formula = _held(cell)
    kind = cell.get("t", "n")
    if not value:
        if formula and not (kind == "str" and value is not None):
            sheet.note(Odd.NO_VALUE, row, column)
        elif formula:
            sheet.write(row, column, UNREAD)
        return False
    if kind == "s" and isinstance(value, str):
        value = book.strings[index_of(value)]
    if not isinstance(value, str):
        sheet.put(row, column, one_break(drawn(value, style.font, filled=style.filled)), style.code)
        return True
    if kind == "e":
        sheet.note(Odd.ERROR, row, column, shown=value)
    sheet.put(row, column, _value(kind, value, since_1904=sheet.since_1904), style.code, style.font)
    return True


def _held(cell: etree._Element) -> tuple[str | Runs | None, bool]:
    """What is written in the cell, None where nothing is, and whether it is a formula.  Two values in one cell are damage."""
    value: str | Runs | None = None
    formula = False
    for child in cell:
        tag = str(child.tag).rpartition("}")[2]
        if tag == "f":
            formula = True
        elif tag in ("v", "is"):
            if value is not None:
                raise ValueError(f"{cell.get('r')}: two values")
            value = (child.text or "") if tag == "v" else text_of(child)
    return value, formula


def _value(kind: str, text: str, *, since_1904: bool) -> float | bool | str:
    match kind:
        case "n":
            return number_of(text)
        case "b":
            return text == "1"
        case "d":
            return serial_of(text, since_1904=since_1904)
        case "str":
            return unescaped(text)
    return text


def number_of(text: str) -> float:
    """The number that stands in a file, in ASCII digits.  Raises `ValueError` for what only Python takes for one: “20_0”, “nan”."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text)


def index_of(text: str) -> int:
    """The place in a list that a file names, from 0.  Raises `ValueError`; -1 is none."""
    if not (text.isascii() and text.strip().isdigit()):
        raise ValueError(text)
    return int(text)


def serial_of(text: str, *, since_1904: bool) -> float | str:
    """An ISO date as the number that Excel counts it by; the text itself where it is none."""
    try:
        moment = datetime.fromisoformat(text.replace("Z", "")).replace(tzinfo=None)
    except ValueError:
        return text
    epoch = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 — a worksheet knows no time zone
    return (moment - epoch).total_seconds() / 86_400
