"""The money columns of a long list: which amount each of them holds, and a project's amounts with their cells."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from seed.document import Cell, Document, Table
from seed.findings import remark, short, warn
from seed.forms.fields import Parts
from seed.forms.money import unit_of_page
from seed.long_lists.blocks import Block
from seed.long_lists.heads import Column, Head
from seed.words.amounts import UnreadableAmount, is_blank, odd_unit, read_amount, stated_unit
from seed.words.labels import OWN_MONEY, Label, plain_of
from store.model import Blank, Finding, Funding, FundingKind, Horizon
from store.money import print_yuan

_TOTALS = (Label.TOTAL_ANNUAL, Label.TOTAL_MID_TERM, Label.TOTAL, Label.AMOUNT)
_KINDS = {Label.FISCAL: FundingKind.FISCAL, Label.CARRYOVER: FundingKind.CARRYOVER, Label.OTHER: FundingKind.OTHER}
_UNIT_NAMES = {Decimal(1): "元", Decimal(1000): "千元", Decimal(10**4): "万元", Decimal(10**6): "百万元", Decimal(10**8): "亿元"}
_QUOTED = 4


class MoneyColumn(Struct, frozen=True):
    """A column of amounts: its place (from 0), what it holds, and the unit that counts, None where none is printed."""

    place: int
    column: Column
    horizon: Horizon
    kind: FundingKind
    unit: Decimal | None

    def read(self, text: str) -> Decimal:
        """The amount in yuan.  Raises `UnreadableAmount`."""
        heading = self.column.heading
        if heading is not None and heading.odd_unit:
            raise odd_unit(short(self.column.words))
        return read_amount(text, self.unit)


def money_columns(table: Table, head: Head) -> tuple[list[MoneyColumn], list[Finding]]:
    """The money columns from left to right; those of which the horizon cannot be told are findings."""
    page = _page_unit(table, head)
    found: list[MoneyColumn] = []
    findings: list[Finding] = []
    for place in sorted([*head.places(*_TOTALS, *_KINDS), *_own_money(head)]):
        column = head.columns[place]
        assert column.heading is not None
        horizon = _horizon(head, place)
        if horizon is None:
            message = f"看不出“{column.words}”这一栏是年度的还是中期的，没有读入。请在表头写明。"
            findings.append(warn("amount-horizon", column.cell, message))
            continue
        own = _unit_printed(head, place)
        if own is not None and page is not None and own != page:
            message = f"栏目“{column.words}”写的是{_UNIT_NAMES[own]}，表的上方写的是{_UNIT_NAMES[page]}；按栏目读。请核对。"
            findings.append(warn("unit-differs", column.cell, message))
        kind = FundingKind.TOTAL if column.heading.label in _TOTALS else _KINDS.get(column.heading.label, FundingKind.OTHER)
        found.append(MoneyColumn(place, column, horizon, kind, own if own is not None else page))
    return found, findings


def _own_money(head: Head) -> list[int]:
    """The column 自有资金 or the like, if it alone holds what is not the treasury's."""
    own = [p for p in head.places(Label.PART) if (heading := head.columns[p].heading) and heading.text in OWN_MONEY]
    words = {head.columns[p].words for p in own}
    return own if len(words) == 1 and not head.places(Label.OTHER) else []


def _unit_printed(head: Head, place: int) -> Decimal | None:
    """The unit that the column prints, else that of the total that it is a part of."""
    heading = head.columns[place].heading
    assert heading is not None
    if heading.unit is not None or heading.label in _TOTALS:
        return heading.unit
    before = [p for p in head.places(*_TOTALS) if p < place]
    return _unit_printed(head, before[-1]) if before else None


def _page_unit(table: Table, head: Head) -> Decimal | None:
    above = [cell for row in table.rows[: head.first] for cell in row]
    stated = [cell for cell in (*table.captions, *above) if stated_unit(cell.text) is not None]
    return unit_of_page(stated)


def _horizon(head: Head, place: int) -> Horizon | None:
    heading = head.columns[place].heading
    assert heading is not None
    if heading.label is Label.TOTAL_MID_TERM and heading.horizon is Horizon.ANNUAL:
        return None  # “年度预算数（三年累计）” says both
    if heading.horizon is not None:
        return heading.horizon
    annual, mid_term = head.places(Label.TOTAL_ANNUAL), head.places(Label.TOTAL_MID_TERM)
    match heading.label:
        case Label.TOTAL_ANNUAL:
            return Horizon.ANNUAL
        case Label.TOTAL_MID_TERM:
            return Horizon.MID_TERM
        case Label.TOTAL | Label.AMOUNT:
            # 资金总额 alone is the year's; beside 当年资金总额 it is that of all years; beside both nobody can tell.
            return (
                (None if mid_term else Horizon.MID_TERM)
                if annual and heading.label is Label.TOTAL
                else None
                if annual
                else Horizon.ANNUAL
            )
    before = [p for p in head.places(*_TOTALS) if p < place]
    return _horizon(head, before[-1]) if before else None if mid_term else Horizon.ANNUAL


def amounts_of(document: Document, block: Block, columns: Sequence[MoneyColumn], shared: frozenset[int]) -> Parts:
    """The block's amounts; for each that is not certain a `Blank` and a finding.  `shared` columns are merged with another project."""
    parts = Parts()
    taken: dict[tuple[Horizon, FundingKind], Funding] = {}
    for column in columns:
        read = _amount(document, block, column, merged=column.place in shared)
        for funding in read.fundings:
            other = taken.setdefault((funding.horizon, funding.kind), funding)
            if other is not funding:
                read = Parts(findings=tuple(_twice(other, funding, column)))
        parts += read
    stated = {(f.horizon, f.kind) for f in parts.fundings}
    return _without_blanks_of(parts, stated)


def _without_blanks_of(parts: Parts, stated: set[tuple[Horizon, FundingKind]]) -> Parts:
    seen: set[tuple[object, str]] = set(stated)
    blanks = []
    for blank in parts.blanks:
        key = (blank.horizon, blank.field)
        if key not in seen:
            seen.add(key)
            blanks.append(blank)
    return Parts(fundings=parts.fundings, blanks=tuple(blanks), findings=parts.findings)


def _twice(first: Funding, second: Funding, column: MoneyColumn) -> Iterator[Finding]:
    if first.yuan != second.yuan:
        message = (
            f"“{column.column.words}”写 {print_yuan(second.yuan)}，与前一栏的 {print_yuan(first.yuan)}不同；按前一栏记。请核对。"
        )
        yield warn("amount-twice", second.source, message)


def _amount(document: Document, block: Block, column: MoneyColumn, *, merged: bool) -> Parts:
    cells = [row[column.place] for row in block.lines if not is_blank(row[column.place].text)]
    cell = cells[0] if cells else block.lines[0][column.place]
    name, words = short(block.project.text), column.column.words
    blank = Blank(field=column.kind, horizon=column.horizon, source=document.source(cell))
    if merged:
        message = f"“{words}”的一格合并了几个项目（“{name}”是其中之一），分不清各是多少，没有读入。请在原表拆开。"
        return Parts(findings=(warn("amount-merged", block.project, message),))
    if not cells:
        return Parts(blanks=(blank,))
    if len({plain_of(one.text) for one in cells}) > 1:
        said = "、".join(f"“{short(one.text)}”" for one in cells[:_QUOTED])
        message = f"“{name}”的“{words}”有几个数：{said}。没有读入，请核对原表。"
        return Parts(blanks=(blank,), findings=(warn("amount-twice", cell, message),))
    try:
        yuan = column.read(cell.text)
    except UnreadableAmount as error:
        message = f"“{name}”的“{words}”写的是“{short(cell.text)}”，{error}，金额留空。请在原表改正后重新导入。"
        return Parts(blanks=(blank,), findings=(warn("amount-unreadable", cell, message),))
    return Parts(fundings=(Funding(horizon=column.horizon, kind=column.kind, yuan=yuan, source=document.source(cell)),))


def shared_columns(blocks: Sequence[Block], columns: Sequence[MoneyColumn]) -> list[frozenset[int]]:
    """For each block the money columns whose cell is merged with that of the block above or below."""
    merged = [frozenset(c.place for c in columns if _continues(block.lines[0][c.place])) for block in blocks]
    return [own | (merged[at + 1] if at + 1 < len(merged) else frozenset()) for at, own in enumerate(merged)]


def _continues(cell: Cell) -> bool:
    return cell.continued and not cell.seen


def parts_not_taken(head: Head, blocks: Sequence[Block]) -> Iterator[Finding]:
    """A remark on columns of which the amounts are parts of others: known, not taken over."""
    taken = _own_money(head)
    parts = [p for p in head.places(Label.PART) if p not in taken]
    places = [p for p in parts if any(not is_blank(row[p].text) for block in blocks for row in block.lines)]
    if places:
        said = "、".join(f"“{head.columns[p].words}”" for p in places)
        yield remark("amount-part", head.columns[places[0]].cell, f"这些栏是资金的组成部分，本系统不单独记录：{said}。")
