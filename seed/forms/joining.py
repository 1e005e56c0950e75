"""Forms that are cut in two: by a line across the whole table, which readers take for a paragraph between two tables, or by a page's end.

The second half is put back under the first where nothing speaks against it; its cells keep the places that they have.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from seed.document import Cell, Table
from seed.findings import remark, short
from seed.forms.grid import form_starts
from seed.forms.headings import is_heading_row
from seed.forms.indicators import continues_indicators
from seed.kinds_of_tables import states_execution
from seed.words.labels import Label, heading_of, inline, plain_of
from seed.words.titles import is_caption
from store.model import Finding

# A form has each of them once or side by side; where both halves have one, they are two forms.
_ONCE = frozenset(
    {
        *(Label.PROJECT, Label.UNIT, Label.DEPARTMENT, Label.YEAR, Label.PERIOD, Label.ATTRIBUTE),
        *(Label.TOTAL, Label.TOTAL_ANNUAL, Label.TOTAL_MID_TERM, Label.GOAL_ANNUAL, Label.GOAL_MID_TERM),
    }
)
# What a form of targets states by itself, without a half that says what was carried out.
_STATED = frozenset({Label.TOTAL, Label.TOTAL_ANNUAL, Label.TOTAL_MID_TERM, Label.FISCAL, Label.NAME, Label.VALUE})
_OF_FORMS = _ONCE | {Label.NAME, Label.VALUE, Label.FISCAL, Label.OTHER, Label.INDICATORS}
_CONTINUED = re.compile(r"[(（]?(?:续表?|接上[表页])[)）]?|第\d+页(?:[,，/]?共\d+页)?|-?\d{1,3}-?")


class Joined(Struct, frozen=True):
    """A table with its further halves, and what that is worth saying."""

    table: Table
    findings: tuple[Finding, ...] = ()


def joined(tables: Iterable[Table]) -> Iterator[Joined]:
    """The tables, each half of a form under the half that it belongs to."""
    current: Joined | None = None
    for table in tables:
        if current is not None and _continues(current.table, table):
            current = _under(current, table)
            continue
        if current is not None:
            yield current
        current = Joined(table)
    if current is not None:
        yield current


def _continues(form: Table, table: Table) -> bool:
    own, others = _labels(table), _labels(form)
    between = [heading for caption in table.captions if (heading := _heading(caption))]
    return (
        bool(form_starts(form.rows))
        and _of_one_kind(form, table, others)
        and Label.PROJECT not in own
        and not any(label is Label.PROJECT for label in between)
        and not own & others & _ONCE
        and (_goes_on(form, table, own) or _page_turned(form, table))
    )


def _goes_on(form: Table, table: Table, own: frozenset[Label]) -> bool:
    """Whether the second half has labels or lines of a form, and nothing between the halves heads a table of its own."""
    heads = any(is_caption(caption.text) for caption in _unlabelled(table))
    return not heads and (bool(own & _OF_FORMS) or continues_indicators(form.rows, table.rows))


def _page_turned(form: Table, table: Table) -> bool:
    """Whether the captions are only those of the form again, and one half has the heading of the indicator table that the other lacks."""
    said = {plain_of(caption.text) for caption in form.captions}
    again = all(plain_of(caption.text) in said or _CONTINUED.fullmatch(plain_of(caption.text)) for caption in _unlabelled(table))
    headed = any(map(is_heading_row, form.rows)), any(map(is_heading_row, table.rows))
    return again and (headed == (False, True) or continues_indicators(form.rows, table.rows))


def _unlabelled(table: Table) -> list[Cell]:
    return [caption for caption in table.captions if _heading(caption) is None]


def _of_one_kind(form: Table, table: Table, labels: frozenset[Label]) -> bool:
    """Whether both halves say, or both do not say, what was carried out; the upper one may have come to neither yet."""
    begun, goes_on = states_execution(form.cells()), states_execution(table.cells())
    return begun == goes_on or (goes_on and not labels & _STATED)


def _labels(table: Table) -> frozenset[Label]:
    return frozenset(heading.label for cell in table.cells() if (heading := heading_of(cell.text)))


def _heading(caption: Cell) -> Label | None:
    said = inline(caption.text)
    heading = said[0] if said else heading_of(caption.text)
    return heading.label if heading else None


def _under(current: Joined, table: Table) -> Joined:
    said = "、".join(f"“{short(caption.text, 20)}”" for caption in table.captions)
    left = f"夹在中间的文字没有读入：{said}。" if said else ""
    if table.number == current.table.number:
        message = f"第{table.number}张表被一整行文字隔开，前后当作同一张表读；{left}请核对。"
    else:
        message = f"第{table.number}张表接在第{current.table.number}张表后面读，当作同一张表；{left}请核对。"
    finding = remark("table-continued", table.captions[0] if table.captions else table.rows[0][0], message)
    return Joined(replace(current.table, rows=current.table.rows + table.rows), (*current.findings, finding))
