"""What is odd in an indicator table, said and never repaired: marks of the template, a scanned “≥”, several in one cell."""

import re
from collections.abc import Iterator, Sequence

from seed.document import Cell
from seed.findings import personal, remark, short, warn
from seed.forms.grid import Row
from seed.words.labels import heading_of, plain_of
from seed.words.personal import has_personal_number
from seed.words.residue import nothing_but_template, unfilled
from seed.words.several import numbered
from store.model import Finding

_RATE = re.compile(r"2([1-9]\d(?:\.\d+)?)%")


def odd_cells(name: str, value: Cell, standard: str, *, parted: bool) -> Iterator[Finding]:
    """The findings about a name, the cell of its value, and its standard; `parted` says that the cells were read as several indicators."""
    items = [item for item in numbered(name) if not nothing_but_template(item)]
    if len(items) > 1 and not parted:
        message = f"一格里写了 {len(items)} 条指标，指标值“{short(value.text)}”却不是 {len(items)} 个，按原样记为一条。请在原表一行写一条。"
        yield warn("indicators-in-one-cell", value, message)
    elif parted and not items:
        yield remark("indicators-in-one-cell", value, "一格里写了几条指标和同样多的指标值，按行拆开记录。请核对。")
    if meant := misread(value.seen, standard):
        message = f"指标值“{short(value.text)}”像是“{meant}”扫描时认错了，按原样记录，没有改动。请核对原件。"
        yield warn("looks-misread", value, message)
    if unfilled(value.text):
        yield remark("template-residue", value, f"“{short(value.text)}”里有模板的记号没有改，指标值留空。请在原表填写。")
    if has_personal_number(name) or has_personal_number(value.text):
        yield personal(value)


def misread(value: str, standard: str) -> str | None:
    """What scanning may have made of “≥”: “292%” → ≥92%, “2280次” beside the standard “≥280次” → ≥280次; None where nothing looks so."""
    plain = plain_of(value)
    rate = _RATE.fullmatch(plain)
    if rate:
        return f"≥{rate[1]}%"
    return f"≥{plain[1:]}" if len(plain) > 1 and plain[0] == "2" and plain_of(standard) == f"≥{plain[1:]}" else None


def crooked_rows(rows: Sequence[Row], width: int) -> Iterator[Finding]:
    """Rows of an indicator table that have more or fewer cells than its heading."""
    for row in rows:
        if len(row) != width and any(cell.seen for cell in row):
            said = "、".join(f"“{short(cell.text, 15)}”" for cell in row if cell.seen)
            message = f"指标表这一行有 {len(row)} 格，表头有 {width} 格，对不上，没有读入：{said}。请检查原表的格线。"
            yield warn("indicator-row-width", row[0], message)


def unknown_columns(heading_row: Row) -> Iterator[Finding]:
    """Columns of an indicator table that the dictionary does not know."""
    unknown = [cell for cell in heading_row if cell.seen and heading_of(cell.text) is None]
    if unknown:
        said = "、".join(f"“{short(cell.text)}”" for cell in unknown)
        yield remark("unknown-label", unknown[0], f"指标表有不认得、没有读入的栏目：{said}。")
