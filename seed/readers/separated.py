"""Whether a text is a table of separated fields (.csv), and by what they are separated."""

import re
from collections.abc import Sequence

from seed.errors import NotText
from seed.readers.text import decode
from seed.words.labels import heading_of

_BREAK = re.compile("\r\n?|\n")
_LOOKED_AT = 200  # lines
_SEPARATORS = ("\t", ",", ";")
_LEAST_COLUMNS = 3  # commas stand in prose too, one in a line
_LEAST_LABELS = 2


def is_separated(content: bytes) -> bool:
    """Whether most of the first lines have a separator in steady number, one of them labels, and none begins like a flattened one."""
    return separator_of(content) is not None


def separator_of(content: bytes) -> str | None:
    """TAB, comma or semicolon; None where the content is no such table."""
    try:
        text = decode("", content)
    except NotText:
        return None
    lines = [line for line in _BREAK.split(text.removeprefix("\ufeff"))[:_LOOKED_AT] if line.strip()]
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
