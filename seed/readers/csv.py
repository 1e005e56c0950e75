"""Tables in plain text: values apart by commas (.csv) or tabs, which systems export and call .xls; one table, shown as it stands.

It takes nothing from the reader of texts: a text flattened from Word has lines that begin with a TAB, and prose has no row of labels.
"""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import PurePath

from seed.document import Document
from seed.errors import DamagedFile, NotText
from seed.labels import heading_of
from seed.readers.assembling import assembled
from seed.readers.excel.oddities import parts_of
from seed.readers.excel.sheets import MOST_COLUMNS, MOST_ROWS, Budget, Sheet
from seed.readers.excel.strings import one_break
from seed.readers.kinds import kind_of
from seed.readers.text import decode

_LOOKED_AT = 200  # lines
_SEPARATORS = ("\t", ",", ";")
_LEAST_COLUMNS = 3  # commas stand in prose too, one in a line
_LEAST_LABELS = 2
_LONGEST_FIELD = 2**17


def knows(content: bytes) -> bool:
    """Whether most of the first lines have a separator in steady number, one of them labels, and none begins like a flattened one."""
    return kind_of(content) is None and _separator(content) is not None


def read(name: str, content: bytes) -> Document:
    """The document in the table.  Raises `NotText`, `DamagedFile` for a quote that nobody closes, and `TooManyCells`."""
    text = one_break(decode(name, content)).rstrip("\x1a").removeprefix("\ufeff")
    separator = _separator(content) or ","
    csv.field_size_limit(_LONGEST_FIELD)
    sheet = Sheet(PurePath(name).stem or name, Budget(name))  # as Excel calls it
    try:
        rows = enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
        for row, fields in rows:
            for column, field in enumerate(fields[:MOST_COLUMNS] if row < MOST_ROWS else ()):
                sheet.write(row, column, _shown(field))
    except csv.Error as error:
        raise DamagedFile(name) from error
    grids, findings = parts_of([sheet])
    return assembled(name, content, grids, findings)


def _shown(field: str) -> str:
    """The field without the marks that keep Excel from taking it for a number: ="0012" and '0012."""
    if field.startswith('="') and field.endswith('"') and len(field) > 2:
        return field[2:-1]
    return field[1:] if field.startswith("'") and field[1:2].isdigit() else field


def _separator(content: bytes) -> str | None:
    try:
        text = one_break(decode("", content))
    except NotText:
        return None
    lines = [line for line in text.removeprefix("\ufeff").split("\n")[:_LOOKED_AT] if line.strip()]
    if not lines or any(line.startswith("\t") for line in _flattened(lines)):
        return None
    return next((separator for separator in _SEPARATORS if _is_table(lines, separator)), None)


def _flattened(lines: Sequence[str]) -> list[str]:
    """The lines with one TAB, at their beginning: how a converter writes the cells of a Word table."""
    return [line for line in lines if line.startswith("\t") and line.count("\t") == 1]


def _is_table(lines: Sequence[str], separator: str) -> bool:
    """Whether most lines that a quoted field does not break have the separator as often as the others."""
    counts = [_QUOTED.sub("", line).count(separator) for line in lines]
    most = max(set(counts), key=lambda count: (counts.count(count), count))
    usual = most if most > 0 else max(counts)
    steady = sum(count == usual for count in counts)
    return usual >= _LEAST_COLUMNS - 1 and steady * 2 >= len(lines) and any(_is_head(line, separator) for line in lines)


def _is_head(line: str, separator: str) -> bool:
    """Whether several fields are labels that tables of targets have: prose with commas has none."""
    return sum(heading_of(field.strip('"')) is not None for field in line.split(separator)) >= _LEAST_LABELS


_QUOTED = re.compile(r'"[^"]*"')  # in it a separator separates nothing: "1,250,000.00"
