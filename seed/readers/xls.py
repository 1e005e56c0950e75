"""Old Excel workbooks (.xls, .et): the same as .xlsx, from the records of the binary file, which xlrd reads."""

import io
from collections.abc import Iterator

import xlrd  # type: ignore[import-untyped] # its stubs are a package of their own

from seed.document import Document
from seed.errors import DamagedFile, Encrypted, MacroFile
from seed.readers.assembling import assembled
from seed.readers.excel.builtin import BUILTIN
from seed.readers.excel.oddities import parts_of
from seed.readers.excel.parts import damage
from seed.readers.excel.sheets import MOST_ROWS, Budget, Odd, Sheet
from seed.readers.excel.strings import one_break
from seed.readers.excel.worksheet import spans

_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_ACROSS = 6  # the alignment 跨列居中
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
            sheet.put(row, column, one_break(value), _code(book, old, row, column))
            return bool(value)
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            sheet.put(row, column, value, _code(book, old, row, column))
        case xlrd.XL_CELL_BOOLEAN:
            sheet.put(row, column, bool(value))
        case xlrd.XL_CELL_ERROR:
            text = xlrd.biffh.error_text_from_code.get(value, "#ERR!")
            sheet.note(Odd.ERROR, row, column, shown=text)
            sheet.write(row, column, text)
        case _:
            return False
    return True


def _code(book: xlrd.book.Book, old: xlrd.sheet.Sheet, row: int, column: int) -> str:
    """The cell's format code; xlrd knows the built-in ones as an American Excel shows them."""
    key = book.xf_list[old.cell_xf_index(row, column)].format_key
    found = book.format_map.get(key)
    own = found.format_str if found is not None else None
    if key in BUILTIN and (own is None or own == xlrd.formatting.std_format_strings.get(key)):
        return BUILTIN[key]
    return own if own is not None else f"[{key}]"
