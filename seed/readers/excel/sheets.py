"""A worksheet as every reader of spreadsheets fills it in, and what is odd about it."""

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct, field

from seed.errors import TooManyCells
from seed.readers.excel.displayed import displayed
from seed.readers.excel.fonts import STANDARD, Font
from seed.readers.symbols import UNKNOWN
from seed.readers.unseen import is_turned, seen
from store.text import INVISIBLE

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
# Measured: that many cells of a long list take about 300 MB; the longest list of a province's department has a fifth of it.
MOST_CELLS = 600_000

# A cell that holds something which is not read or not shown: blank, but no blank column may be made of it.
UNREAD = " "
_AS_IT_IS = ("General", "@")  # formats that show a text as it is


class Odd(Enum):
    """Why what a cell displays is not the whole truth about it."""

    NO_VALUE = "formula-without-value"
    EMPTY = "formula-empty"
    ERROR = "cell-error"
    UNKNOWN = "format-unknown"
    ROUNDED = "digits-hidden"
    UNSEEN = "hidden-by-format"
    INVISIBLE = "invisible-characters"
    TURNED = "turned-writing"
    UNREADABLE = "unreadable-characters"


_NOT_KNOWN = frozenset({Odd.NO_VALUE, Odd.UNKNOWN})


class Note(Struct, frozen=True):
    """An odd cell: its place from 0, what it displays, and what it holds or how it is formatted."""

    odd: Odd
    row: int
    column: int
    shown: str = ""
    held: str = ""


class Area(Struct, frozen=True):
    """A range of cells, from 0, both ends in it."""

    top: int
    left: int
    bottom: int
    right: int


class Budget(Struct):
    """How many more cells a workbook may fill."""

    file: str
    left: int = MOST_CELLS

    def spend(self, sheet: str, cells: int = 1) -> None:
        """Takes off what a worksheet fills.  Raises `TooManyCells`."""
        self.left -= cells
        if self.left < 0:
            raise TooManyCells(self.file, sheet, MOST_CELLS)


class Sheet(Struct):
    """What stands on a worksheet: texts by row and column from 0, as displayed; nothing for a blank cell."""

    name: str
    budget: Budget
    hidden: bool = False
    since_1904: bool = False
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    hidden_rows: bytearray = field(default_factory=lambda: bytearray(MOST_ROWS))  # 1 for a hidden one
    hidden_columns: bytearray = field(default_factory=lambda: bytearray(MOST_COLUMNS))

    def put(self, row: int, column: int, value: float | bool | str, code: str = "General", font: Font = STANDARD) -> None:
        """A value in its number format and font.  Raises `TooManyCells`; a cell outside of the sheet is none."""
        if isinstance(value, str) and code in _AS_IT_IS:
            self.write(row, column, font.drawn(value))
            return
        shown = displayed(value, code, since_1904=self.since_1904)
        if shown.unknown:
            self.note(Odd.UNKNOWN, row, column, shown=shown.hides or "", held=code)
            return
        if shown.hides is not None:
            self.note(Odd.ROUNDED if shown.text else Odd.UNSEEN, row, column, shown=shown.text, held=shown.hides)
        self.write(row, column, font.drawn(shown.text) or UNREAD)

    def write(self, row: int, column: int, text: str) -> None:
        """A text as it is displayed, without the characters that no eye sees."""
        if INVISIBLE.search(text) or UNKNOWN in text:
            text = self._seen(row, column, text)
        if (text == UNREAD or (text and not text.isspace())) and 0 <= row < MOST_ROWS and 0 <= column < MOST_COLUMNS:
            self.budget.spend(self.name)
            self.rows.setdefault(row, {})[column] = text

    def _seen(self, row: int, column: int, text: str) -> str:
        shown = seen(text)
        if marks := INVISIBLE.findall(text):
            self.note(Odd.INVISIBLE, row, column, held=f"U+{ord(marks[0]):04X}")
        if UNKNOWN in shown:
            self.note(Odd.TURNED if is_turned(text) else Odd.UNREADABLE, row, column, shown=shown)
        return shown

    def note(self, odd: Odd, row: int, column: int, *, shown: str = "", held: str = "") -> None:
        """Remembers that the cell is odd; where nothing is written to it, it stays a cell that is not read."""
        self.budget.spend(self.name)
        if 0 <= row < MOST_ROWS and 0 <= column < MOST_COLUMNS:
            # What Excel would show and we cannot tell is not blank: nobody may say that the form was not filled in.
            self.rows.setdefault(row, {}).setdefault(column, UNKNOWN if odd in _NOT_KNOWN else UNREAD)
        self.notes.append(Note(odd, row, column, shown, held))

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """A merged range, cut where the sheet ends; one cell is none."""
        area = Area(top, left, min(bottom, MOST_ROWS - 1), min(right, MOST_COLUMNS - 1))
        if 0 <= area.top <= area.bottom and 0 <= area.left <= area.right and (area.top, area.left) != (area.bottom, area.right):
            self.budget.spend(self.name)
            self.merged.append(area)

    def hide_rows(self, first: int, last: int) -> None:
        """Rows that nobody sees, both ends included."""
        _fill(self.hidden_rows, first, last, 1)

    def show_rows(self, first: int, last: int) -> None:
        """Rows that are seen although the sheet hides what it does not mention."""
        _fill(self.hidden_rows, first, last, 0)

    def hide_columns(self, first: int, last: int) -> None:
        """Columns that nobody sees, both ends included."""
        _fill(self.hidden_columns, first, last, 1)

    def is_visible(self, row: int, column: int) -> bool:
        """Whether neither row nor column is hidden."""
        return not self.hidden_rows[row] and not self.hidden_columns[column]

    def texts(self) -> Iterator[tuple[int, int, str]]:
        """Every text with its place, row by row."""
        for row in sorted(self.rows):
            for column, text in sorted(self.rows[row].items()):
                if text != UNREAD:
                    yield row, column, text


def _fill(marks: bytearray, first: int, last: int, mark: int) -> None:
    first, last = max(first, 0), min(last, len(marks) - 1)
    if first <= last:
        marks[first : last + 1] = bytes([mark]) * (last - first + 1)
