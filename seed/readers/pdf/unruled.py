"""Tables without upright lines: their columns are guessed by the eye and are certain to nobody, so they are not read but said."""

from collections.abc import Sequence

from seed.readers.pdf.lines import Line

_TEXTS, _ROWS = 3, 3  # so many texts beside one another, so many times: that is a table
_BETWEEN = 2  # lines of fewer texts, where a text of the table goes on


def unruled(lines: Sequence[Line]) -> list[Line]:
    """Those of the lines, given from the top down, that stand beside one another like rows of a table."""
    rows = _rows(lines)
    found: list[Line] = []
    start = 0
    while start < len(rows):
        end = _end_of_table(rows, start)
        if sum(len(row) >= _TEXTS for row in rows[start:end]) >= _ROWS:
            found += [line for row in rows[start:end] for line in row]
        start = max(end, start + 1)
    return found


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in lines:
        if rows and line.top < (rows[-1][0].top + rows[-1][0].bottom) / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _end_of_table(rows: Sequence[Sequence[Line]], start: int) -> int:
    """The row after the last of those that follow one another with many texts, begun at `start`."""
    end = start
    for r in range(start, len(rows)):
        if len(rows[r]) >= _TEXTS:
            end = r + 1
        elif r - end >= _BETWEEN or end == start:
            break
    return end
