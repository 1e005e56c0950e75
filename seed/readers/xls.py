"""Old Excel workbooks (.xls, .et): the same as .xlsx, from the records of the binary file, which xlrd reads."""

import io
from collections.abc import Iterator
from itertools import pairwise

import xlrd  # type: ignore[import-untyped] # its stubs are a package of their own

from seed.document import Document
from seed.errors import DamagedFile, Encrypted, MacroFile
from seed.readers.assembling import assembled
from seed.readers.excel.builtin import BUILTIN
from seed.readers.excel.fonts import STANDARD, Font, drawn
from seed.readers.excel.oddities import parts_of
from seed.readers.excel.parts import damage
from seed.readers.excel.sheets import MOST_ROWS, Budget, Odd, Sheet
from seed.readers.excel.strings import one_break
from seed.readers.excel.worksheet import spans
from seed.readers.symbols import is_symbol_font

_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_ACROSS = 6  # the alignment 跨列居中
_SOLID, _WHITE = 1, (1, 9)
# What xlrd raises over broken records besides what every reader does.
_BROKEN = (
    xlrd.XLRDError,
    xlrd.formula.FormulaError,
    xlrd.compdoc.CompDocError,
    AssertionError,
    AttributeError,
    NameError,
    TypeError,
)


def read(name: str, content: bytes) -> Document:
    """The document in the workbook.

    Raises `DamagedFile`, `TooManyCells`, `MacroFile` and `Encrypted`.
    """
    if _MACROS in content:
        raise MacroFile(name)
    with damage(name):
        try:
            book = xlrd.open_workbook(
                file_contents=content, formatting_info=True, on_demand=True, ragged_rows=True, logfile=io.StringIO()
            )
            grids, findings = parts_of(_sheets(name, book))
        except _BROKEN as error:
            if "encrypted" in str(error):
                raise Encrypted(name) from error
            raise DamagedFile(name) from error
        return assembled(name, content, grids, findings)


def _sheets(name: str, book: xlrd.book.Book) -> Iterator[Sheet]:
    budget = Budget(name)
    for index in range(book.nsheets):
        old = book.sheet_by_index(index)
        sheet = Sheet(old.name, budget, hidden=old.visibility != 0, since_1904=book.datemode == 1)
        _hide(sheet, old)
        for row in range(old.nrows):
            _row(sheet, book, old, row)
        for top, bottom, left, right in old.merged_cells:
            sheet.merge(top, left, bottom - 1, right - 1)
        book.unload_sheet(index)
        yield sheet


def _hide(sheet: Sheet, old: xlrd.sheet.Sheet) -> None:
    if old.default_row_hidden:
        sheet.hide_rows(0, MOST_ROWS - 1)
    for row, info in old.rowinfo_map.items():
        if info.hidden or info.height == 0:
            sheet.hide_rows(row, row)
        else:
            sheet.show_rows(row, row)
    for column, found in old.colinfo_map.items():
        if found.hidden or found.width == 0:
            sheet.hide_columns(column, column)


def _row(sheet: Sheet, book: xlrd.book.Book, old: xlrd.sheet.Sheet, row: int) -> None:
    across: list[tuple[int, bool]] = []
    for column in range(old.row_len(row)):
        filled = _cell(sheet, book, old, row, column)
        if book.xf_list[old.cell_xf_index(row, column)].alignment.hor_align == _ACROSS:
            across.append((column, filled))
    for left, right in spans(across):
        sheet.merge(row, left, row, right)


def _cell(sheet: Sheet, book: xlrd.book.Book, old: xlrd.sheet.Sheet, row: int, column: int) -> bool:
    """Puts the cell's value on the sheet, and says whether there is one."""
    kind, value = old.cell_type(row, column), old.cell_value(row, column)
    match kind:
        case xlrd.XL_CELL_TEXT:
            if not value:  # in this kind of file only a formula can leave that
                sheet.note(Odd.EMPTY, row, column)
            sheet.put(row, column, one_break(_text(book, old, row, column)), _code(book, old, row, column))
            return bool(value)
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            sheet.put(row, column, value, _code(book, old, row, column), _font(book, old, row, column))
        case xlrd.XL_CELL_BOOLEAN:
            sheet.put(row, column, bool(value))
        case xlrd.XL_CELL_ERROR:
            text = xlrd.biffh.error_text_from_code.get(value, "#ERR!")
            sheet.note(Odd.ERROR, row, column, shown=text)
            sheet.write(row, column, text)
        case _:
            return False
    return True


def _text(book: xlrd.book.Book, old: xlrd.sheet.Sheet, row: int, column: int) -> str:
    """The cell's text, each part of it as its font draws it."""
    font, value = _font(book, old, row, column), old.cell_value(row, column)
    parts = old.rich_text_runlist_map.get((row, column), ())
    if not parts:
        return font.drawn(value)
    units = value.encode("utf-16-le", "surrogatepass")  # the file counts these
    starts = [0, *(start for start, _index in parts)]
    filled = _is_filled(book, old, row, column)
    fonts = [font, *(_looks(book, index) for _start, index in parts)]
    pieces = [units[2 * start : 2 * end] for start, end in pairwise([*starts, len(units)])]
    return drawn(
        [(piece.decode("utf-16-le", "replace"), own) for piece, own in zip(pieces, fonts, strict=True)], STANDARD, filled=filled
    )


def _font(book: xlrd.book.Book, old: xlrd.sheet.Sheet, row: int, column: int) -> Font:
    own = _looks(book, book.xf_list[old.cell_xf_index(row, column)].font_index)
    return own.on(filled=_is_filled(book, old, row, column))


def _is_filled(book: xlrd.book.Book, old: xlrd.sheet.Sheet, row: int, column: int) -> bool:
    fill = book.xf_list[old.cell_xf_index(row, column)].background
    return fill.fill_pattern != 0 and not (fill.fill_pattern == _SOLID and fill.pattern_colour_index in _WHITE)


def _looks(book: xlrd.book.Book, index: int) -> Font:
    if not 0 <= index < len(book.font_list):
        return STANDARD
    found = book.font_list[index]
    name = found.name if is_symbol_font(found.name) else ""
    return Font(name, {1: 1, 2: -1}.get(found.escapement, 0), bool(found.struck_out), found.colour_index in _WHITE)


def _code(book: xlrd.book.Book, old: xlrd.sheet.Sheet, row: int, column: int) -> str:
    """The cell's format code; xlrd knows the built-in ones as an American Excel shows them."""
    key = book.xf_list[old.cell_xf_index(row, column)].format_key
    found = book.format_map.get(key)
    own = found.format_str if found is not None else None
    if key in BUILTIN and (own is None or own == xlrd.formatting.std_format_strings.get(key)):
        return BUILTIN[key]
    return own if own is not None else f"[{key}]"
