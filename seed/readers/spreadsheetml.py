"""XML spreadsheets of 2003 (SpreadsheetML), which finance systems export and call .xls."""

from collections.abc import Iterator

from lxml import etree
from msgspec.structs import replace

from seed.document import Document
from seed.readers.assembling import assembled
from seed.readers.excel.builtin import BUILTIN
from seed.readers.excel.oddities import parts_of
from seed.readers.excel.parts import attribute, damage
from seed.readers.excel.rich_xml import Look, look_of, rich_text
from seed.readers.excel.sheets import MOST_COLUMNS, MOST_ROWS, Budget, Odd, Sheet
from seed.readers.excel.strings import one_break
from seed.readers.excel.worksheet import number_of, serial_of
from seed.readers.xml import parsed

# The formats that the dialect calls by a name.
_NAMED = {
    "General": BUILTIN[0],
    "General Number": BUILTIN[0],
    "Fixed": BUILTIN[2],
    "Standard": BUILTIN[4],
    "Percent": BUILTIN[10],
    "Currency": BUILTIN[7],
    "Scientific": BUILTIN[11],
    "General Date": BUILTIN[22],
    "Short Date": BUILTIN[14],
    "Long Date": BUILTIN[31],
    "Short Time": BUILTIN[20],
    "Long Time": BUILTIN[21],
}


def read(name: str, content: bytes) -> Document:
    """The document in the spreadsheet.  Raises `DamagedFile` and `TooManyCells`."""
    with damage(name):
        grids, findings = parts_of(_sheets(name, content))
        return assembled(name, content, grids, findings)


def _sheets(name: str, content: bytes) -> Iterator[Sheet]:
    root = parsed(name, content.lstrip())
    budget = Budget(name)
    looks = _looks(root)
    since_1904 = next(root.iter("{*}Date1904"), None) is not None
    for worksheet in root.iterfind("{*}Worksheet"):
        visible = next((element.text for element in worksheet.iter("{*}Visible")), None)
        sheet = Sheet(attribute(worksheet, "Name") or "", budget, hidden=bool(visible), since_1904=since_1904)
        table = worksheet.find("{*}Table")
        if table is not None:
            _fill(sheet, table, looks)
        yield sheet


def _looks(root: etree._Element) -> dict[str, Look]:
    """Each style by its id; what it does not say is as its parent's."""
    looks: dict[str, Look] = {}
    for style in root.iterfind("{*}Styles/{*}Style"):
        look = look_of(style, looks.get(attribute(style, "Parent") or "Default", Look()))
        looks[attribute(style, "ID") or ""] = replace(look, code=_NAMED.get(look.code, look.code))
    return looks


def _fill(sheet: Sheet, table: etree._Element, looks: dict[str, Look]) -> None:
    column = 0
    for element in table.iterfind("{*}Column"):
        column = _at(element, column)
        repeated = _number(element, "Span")
        if _is_hidden(element, "Width"):
            sheet.hide_columns(column, column + repeated)
        column += repeated + 1
    row = 0
    for element in table.iterfind("{*}Row"):
        row = _at(element, row)
        repeated = _number(element, "Span")
        if _is_hidden(element, "Height"):
            sheet.hide_rows(row, row + repeated)
        if row < MOST_ROWS:
            _row(sheet, element, row, looks)
        row += repeated + 1


def _at(element: etree._Element, expected: int) -> int:
    """Where the row, column or cell stands, from 0: as it says, else after the one before it."""
    said = _number(element, "Index")
    return said - 1 if said > 0 else expected


def _number(element: etree._Element, name: str) -> int:
    return int(attribute(element, name) or 0)


def _is_hidden(element: etree._Element, size: str) -> bool:
    return attribute(element, "Hidden") == "1" or float(attribute(element, size) or 1) == 0


def _row(sheet: Sheet, element: etree._Element, row: int, looks: dict[str, Look]) -> None:
    column = 0
    own = attribute(element, "StyleID") or "Default"
    for cell in element.iterfind("{*}Cell"):
        column = _at(cell, column)
        if column >= MOST_COLUMNS:
            return
        across, down = _number(cell, "MergeAcross"), _number(cell, "MergeDown")
        sheet.merge(row, column, row + down, column + across)
        data = cell.find("{*}Data")
        if data is not None and any(data.itertext()):
            _put(sheet, row, column, data, looks.get(attribute(cell, "StyleID") or own, Look()))
        elif attribute(cell, "Formula") is not None and (data is None or attribute(data, "Type") != "String"):
            sheet.note(Odd.NO_VALUE, row, column)
        column += across + 1


def _put(sheet: Sheet, row: int, column: int, data: etree._Element, look: Look) -> None:
    text, font = "".join(data.itertext()), look.font.on(filled=look.filled)
    match attribute(data, "Type"):
        case "Number":
            sheet.put(row, column, number_of(text), look.code, font)
        case "DateTime":
            sheet.put(row, column, serial_of(text, since_1904=sheet.since_1904), look.code, font)
        case "Boolean":
            sheet.put(row, column, text == "1")
        case "Error":
            sheet.note(Odd.ERROR, row, column, shown=text)
            sheet.write(row, column, text)
        case _:
            sheet.put(row, column, one_break(rich_text(data, look)), look.code)
