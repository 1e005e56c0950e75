"""Sums that a long list prints (合计、小计, a department with what its units get): compared with what follows, never a project."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from seed.document import Cell
from seed.findings import short, warn
from seed.forms.fields import code_and_name
from seed.long_lists.blocks import Block, Total
from seed.long_lists.money import MoneyColumn
from seed.words.amounts import UnreadableAmount, is_blank
from seed.words.labels import one_line, plain_of
from store.model import Finding, FundingKind, Horizon, PerformanceTarget
from store.money import print_yuan

_ALL = ("总计", "合计", "共计", "合计数", "总计数", "共计数")
_PART_ENDS = ("小计", "合计", "小计数")


def prints(totals: Sequence[Total], columns: Sequence[MoneyColumn]) -> bool:
    """Whether one of the sums has an amount."""
    return any(not is_blank(total.line[column.place].text) for total in totals for column in columns)


def compared(
    totals: Sequence[Total], blocks: Sequence[Block], targets: Sequence[PerformanceTarget | None], columns: Sequence[MoneyColumn]
) -> Iterator[Finding]:
    """A finding for each printed sum that is not what it stands for; a sum with an amount missing is not compared."""
    for column in (c for c in columns if c.kind is FundingKind.TOTAL):
        yuan = [target.funding(FundingKind.TOTAL, column.horizon) if target else None for target in targets]
        amounts = [funding.yuan if funding else None for funding in yuan]
        for at, total in enumerate(totals):
            cell = total.line[column.place]
            if is_blank(cell.text):
                continue
            try:
                stated = column.read(cell.text)
            except UnreadableAmount as error:
                message = f"“{short(total.name.text)}”一行写的是“{short(cell.text)}”，{error}，没有核对。"
                yield warn("total-unreadable", cell, message)
                continue
            yield from _differs(total, cell, stated, [_sum(amounts, rows) for rows in _meant(totals, at, blocks)], column)


def _differs(total: Total, cell: Cell, stated: Decimal, sums: Sequence[Decimal | None], column: MoneyColumn) -> Iterator[Finding]:
    known = [one for one in sums if one is not None]
    if len(known) == len(sums) and known and stated not in known:
        horizon = "中期" if column.horizon is Horizon.MID_TERM else ""
        message = (
            f"“{short(total.name.text)}”印的{horizon}是 {print_yuan(stated)}，各项目相加是 {print_yuan(known[0])}。请核对原表。"
        )
        yield warn("list-total", cell, message)


def _sum(amounts: Sequence[Decimal | None], rows: Sequence[int]) -> Decimal | None:
    found = [amounts[row] for row in rows]
    return None if None in found else sum((one for one in found if one is not None), Decimal(0))


def _meant(totals: Sequence[Total], at: int, blocks: Sequence[Block]) -> list[Sequence[int]]:
    """The projects that the sum may stand for: those of its code, all of them, or those up to the next sum below or above."""
    total, words = totals[at], plain_of(totals[at].name.text)
    code = code_and_name(one_line(total.name.text))[0]
    if code:
        return [[b for b, block in enumerate(blocks) if (unit_code(block.unit) or "").startswith(code)]]
    if words.rstrip(":") in _ALL:
        before = [one.above for one in totals[:at] if plain_of(one.name.text).rstrip(":") in _ALL]
        return [range(len(blocks)), range(before[-1] if before else 0, total.above)]
    others = [other.above for other in totals if other is not total and plain_of(other.name.text).rstrip(":") not in _ALL]
    below = range(total.above, min((one for one in others if one > total.above), default=len(blocks)))
    above = range(max((one for one in others if one < total.above), default=0), total.above)
    return [rows for rows in ((above, below) if words.rstrip(":").endswith(_PART_ENDS) else (below,)) if rows]


def unit_code(unit: Cell | None) -> str | None:
    """The code that a unit is printed with."""
    return code_and_name(one_line(unit.text))[0] if unit is not None else None
