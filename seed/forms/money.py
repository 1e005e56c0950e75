"""The money block (项目资金) of a form: which amounts it states, over which horizon, in which unit; what is not certain stays empty."""

import re
from collections.abc import Container, Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from seed.document import Cell, Document
from seed.findings import remark, short, warn
from seed.forms.breakdown import breakdown_total
from seed.forms.fields import Parts
from seed.forms.grid import Entry, Grid
from seed.forms.spans import of_one_year, two_halves
from seed.words.amounts import UnreadableAmount, is_blank, odd_unit, read_amount, stated_unit
from seed.words.composed import amount_with_parts, named_amounts
from seed.words.labels import OWN_MONEY, Heading, Label, one_line
from store.model import Blank, Finding, Funding, FundingKind, Horizon, Source
from store.money import print_yuan

_KINDS = {
    Label.TOTAL_ANNUAL: FundingKind.TOTAL,
    Label.TOTAL_MID_TERM: FundingKind.TOTAL,
    Label.TOTAL: FundingKind.TOTAL,
    Label.FISCAL: FundingKind.FISCAL,
    Label.CARRYOVER: FundingKind.CARRYOVER,
    Label.OTHER: FundingKind.OTHER,
}
_TOTALS = (Label.TOTAL_ANNUAL, Label.TOTAL_MID_TERM, Label.TOTAL)
_QUOTED = 4  # cells that contradict each other; more are not read in one line


class MoneyField(Struct, frozen=True):
    """The money block (项目资金): totals over both horizons, and what they are made of."""

    def read(self, document: Document, grid: Grid) -> Parts:
        """An amount for each horizon and kind that is certain; for the others a `Blank` or a finding."""
        claims: dict[tuple[Horizon, FundingKind], list[Entry]] = {}
        parts = Parts()
        own = _own_money(grid)
        for entry in (*grid.of(*_KINDS), *own):
            if horizon := _horizon(grid, entry):
                claims.setdefault((horizon, _KINDS.get(entry.label, FundingKind.OTHER)), []).append(entry)
            elif not is_blank(entry.text):
                parts += Parts(findings=(_of_no_horizon(entry),))
        if not any(
            not is_blank(entry.text) for (_h, kind), said in claims.items() if kind is FundingKind.TOTAL for entry in said
        ):
            parts += _without_total(document, grid, claims)
        for (horizon, kind), entries in claims.items():
            parts += _amount(document, grid, horizon, kind, entries)
        return parts + Parts(findings=tuple(_parts_not_taken(grid, own)))


def _own_money(grid: Grid) -> tuple[Entry, ...]:
    """自有资金 and the like, if the form has one of them alone and no 其他资金: it is the other money."""
    own = tuple(entry for entry in grid.of(Label.PART) if entry.words in OWN_MONEY)
    return own if len({entry.words for entry in own}) == 1 and not grid.of(Label.OTHER) else ()


def _without_total(document: Document, grid: Grid, claims: dict[tuple[Horizon, FundingKind], list[Entry]]) -> Parts:
    """The total of a form without a label for it: the 合计 of what the money is for, or what stands beside 项目资金 itself."""
    found = breakdown_total(grid)
    if found:
        claims.setdefault((Horizon.ANNUAL, FundingKind.TOTAL), []).append(found)
        return Parts()
    blocks = [entry for entry in grid.of(Label.MONEY) if _states_amount(entry)]
    if len(blocks) != 1 or blocks[0].value is None:
        return Parts(findings=tuple(_of_no_horizon(entry) for entry in blocks))
    (entry,) = blocks
    annual = _horizon_of_plain_total(grid) is Horizon.ANNUAL
    if (named := named_amounts(entry.text)) and annual:
        return _of_one_cell(document.source(blocks[0].value), named, known=set(claims))
    if claims or not annual:
        return Parts(findings=(_of_no_horizon(entry),))
    return _amount(document, grid, Horizon.ANNUAL, FundingKind.TOTAL, [entry])


def _states_amount(entry: Entry) -> bool:
    return entry.value is not None and any(character.isdigit() for character in entry.text)


def _of_one_cell(
    source: Source, named: Iterable[tuple[Heading, Decimal]], known: Container[tuple[Horizon, FundingKind]]
) -> Parts:
    """资金总额及构成 in one cell, which is the year's; what has a label of its own elsewhere counts there."""
    taken = {_KINDS[heading.label]: yuan for heading, yuan in named if heading.label in _KINDS}
    own = {kind: yuan for kind, yuan in taken.items() if (Horizon.ANNUAL, kind) not in known}
    fundings = tuple(Funding(horizon=Horizon.ANNUAL, kind=kind, yuan=yuan, source=source) for kind, yuan in own.items())
    left = "、".join(f"{heading.text} {print_yuan(yuan)}" for heading, yuan in named if heading.label not in _KINDS and yuan)
    message = f"这些是资金的组成部分，本系统不单独记录：{left}。"
    return Parts(fundings=fundings, findings=(remark("amount-part", source, message),) if left else ())


def _of_no_horizon(entry: Entry) -> Finding:
    message = f"看不出“{entry.words}”（{short(entry.text)}）是年度的还是中期的，没有读入。请在原表写明。"
    return warn("amount-horizon", entry.cell, message)


def _horizon(grid: Grid, entry: Entry) -> Horizon | None:
    match entry.label:
        case Label.TOTAL_ANNUAL:
            return Horizon.ANNUAL
        case Label.TOTAL_MID_TERM:
            # “年度资金总额（三年累计）” says both.
            return None if entry.heading.horizon is Horizon.ANNUAL else Horizon.MID_TERM
        case Label.TOTAL:
            return _horizon_of_plain_total(grid)
    if entry.heading.horizon:
        return entry.heading.horizon
    total = _total_over(grid, entry)
    if total is not None:
        over = _horizon(grid, total)
        # “其中：当年财政拨款” between them: the total of the year is missing, and this is no part of the mid-term's.
        above = [part for part in grid.of(Label.FISCAL, Label.CARRYOVER, Label.OTHER) if part.cell.column == entry.cell.column]
        between = [part.heading.horizon for part in above if total.cell.order < part.cell.order < entry.cell.order]
        return over if all(horizon in (None, over) for horizon in between) else None
    horizons = {_horizon(grid, total) for total in grid.of(*_TOTALS)}
    return Horizon.ANNUAL if horizons <= {Horizon.ANNUAL} else None


def _horizon_of_plain_total(grid: Grid) -> Horizon | None:
    """资金总额 alone is the year's where the form has no mid-term, or one of a year; beside 当年资金总额 it is that of all years."""
    if not grid.of(Label.TOTAL_ANNUAL):
        annual = not two_halves(grid) and (not grid.of(Label.GOAL_MID_TERM) or of_one_year(grid))
        return Horizon.ANNUAL if annual else None
    return None if grid.of(Label.TOTAL_MID_TERM) else Horizon.MID_TERM


def _total_over(grid: Grid, entry: Entry) -> Entry | None:
    """The total that an “其中” belongs to: to its left in the same row, else above it in the same column."""
    table, row, column = entry.cell.order
    totals = [total for total in grid.of(*_TOTALS) if total.cell.table is not None]
    same_row = [total for total in totals if total.cell.order[:2] == (table, row) and total.cell.order[2] < column]
    above = [total for total in totals if total.cell.order[:2] < (table, row) and total.cell.order[2] == column]
    return next(reversed(same_row or above), None)


def _amount(document: Document, grid: Grid, horizon: Horizon, kind: FundingKind, entries: Sequence[Entry]) -> Parts:
    entry = _agreed(entries)
    if entry is None:
        said = "；".join(f"“{e.words}”写的是“{short(e.text) or '空白'}”" for e in entries[:_QUOTED])
        message = f"同一项金额有 {len(entries)} 处，各不相同：{said}。没有读入，请核对原表。"
        blank = _unread(document, horizon, kind, next(e.value or e.cell for e in entries if not is_blank(e.text)))
        return Parts(blanks=(blank,), findings=(warn("amount-twice", entries[0].cell, message),))
    if entry.value is None:
        message = f"“{entry.words}”的右边和下面都没有金额格，没有读入。请检查原表的格线。"
        return Parts(findings=(warn("amount-missing", entry.cell, message),))
    source = document.source(entry.value)
    if entry.unclear is not None:
        message = (
            f"“{entry.words}”右边是空格，再往右写着“{short(entry.unclear.text)}”，看不出是不是它的金额，没有读入。请核对原表。"
        )
        blank = _unread(document, horizon, kind, entry.unclear)
        return Parts(blanks=(blank,), findings=(warn("amount-unclear", entry.unclear, message),))
    if is_blank(entry.text):
        return Parts(blanks=(Blank(field=kind, horizon=horizon, source=source),))
    if _without_higher_level(grid, entry):
        message = f"“{entry.words}”只是本级的钱，另有上级资金，总额没有写明，金额留空。请在原表写上资金总额。"
        return Parts(
            blanks=(_unread(document, horizon, kind, entry.value),), findings=(warn("amount-level", entry.value, message),)
        )
    try:
        yuan = amount_with_parts(entry.text) or read_amount(entry.text, _unit(grid, entry))
    except UnreadableAmount as error:
        message = f"“{entry.words}”写的是“{short(entry.text)}”，{error}，金额留空。请在原表改正后重新导入。"
        blank = _unread(document, horizon, kind, entry.value)
        return Parts(blanks=(blank,), findings=(warn("amount-unreadable", entry.value, message),))
    return Parts(fundings=(Funding(horizon=horizon, kind=kind, yuan=yuan, source=source),))


def _without_higher_level(grid: Grid, entry: Entry) -> bool:
    """Whether 年度本级预算金额 stands beside 上级资金: neither of them is the total."""
    higher = [part for part in grid.of(Label.PART) if "上级" in part.words and not is_blank(part.text)]
    return "本级" in entry.words and any(re.search("[1-9]", part.text) for part in higher)


def _unread(document: Document, horizon: Horizon, kind: FundingKind, cell: Cell) -> Blank:
    """The amount is empty, and not because the form lacks it: its cell says what stands there instead."""
    return Blank(field=kind, horizon=horizon, source=document.source(cell))


def _agreed(entries: Sequence[Entry]) -> Entry | None:
    """The one entry that counts, None where they contradict each other.

    A blank under another spelling contradicts nothing; under the same label it does, since then columns are mixed up.
    """
    filled = [entry for entry in entries if not is_blank(entry.text)]
    if len({entry.text for entry in filled}) > 1:
        return None
    if filled and any(e.words == filled[0].words and is_blank(e.text) for e in entries):
        return None
    return min(filled or entries, key=lambda entry: entry.heading.rank)


def _unit(grid: Grid, entry: Entry) -> Decimal | None:
    """The unit that the label prints, else the total's, the block's, or the page's; None where none is printed.

    Raises `UnreadableAmount` where the first of them that prints any prints one that we cannot go by.
    """
    over = _total_over(grid, entry) if entry.label not in _TOTALS else None
    here = entry.cell.order[:2]
    blocks = [block for block in grid.of(Label.MONEY) if _prints_unit(block.heading) and block.cell.order[:2] <= here]
    for one in (entry, over, *blocks[-1:]):
        if one is not None and one.heading.odd_unit:
            raise odd_unit(short(one_line(one.cell.text)))
        if one is not None and one.heading.unit is not None:
            return one.heading.unit
    stated = [unit_of_page(grid.captions), *(stated_unit(f"单位:{e.text}") for e in grid.of(Label.MONEY_UNIT))]
    units = {unit for unit in stated if unit is not None}
    return units.pop() if len(units) == 1 else None


def _prints_unit(heading: Heading) -> bool:
    return heading.unit is not None or heading.odd_unit


def unit_of_page(captions: Iterable[Cell]) -> Decimal | None:
    """The unit that the captions above a table state, None where they state none, or two."""
    units = {unit for caption in captions if (unit := stated_unit(caption.text)) is not None}
    return units.pop() if len(units) == 1 else None


def _parts_not_taken(grid: Grid, taken: Container[Entry]) -> list[Finding]:
    filled = [entry for entry in grid.of(Label.PART) if not (is_blank(entry.text) or entry in taken)]
    if not filled:
        return []
    said = "、".join(f"{entry.words} {short(entry.text)}" for entry in filled)
    return [remark("amount-part", filled[0].cell, f"这些是资金的组成部分，本系统不单独记录：{said}。")]
