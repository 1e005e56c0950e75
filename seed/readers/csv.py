"""Tables in plain text: values apart by commas (.csv) or tabs, which systems export and call .xls; one table, shown as it stands.

It takes nothing from the reader of texts: a text flattened from Word has lines that begin with a TAB, and prose has no row of labels.
"""

import csv
import io
from pathlib import PurePath

from seed.document import Document
from seed.errors import DamagedFile
from seed.readers.assembling import assembled
from seed.readers.excel.oddities import parts_of
from seed.readers.excel.sheets import MOST_COLUMNS, MOST_ROWS, Budget, Sheet
from seed.readers.excel.strings import one_break
from seed.readers.separated import separator_of
from seed.readers.text import decode

_LONGEST_FIELD = 2**17


def read(name: str, content: bytes) -> Document:
    """The document in the table.  Raises `NotText`, `DamagedFile` for a quote that nobody closes, and `TooManyCells`."""
    text = one_break(decode(name, content)).rstrip("\x1a").removeprefix("\ufeff")
    separator = separator_of(content) or ","
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
