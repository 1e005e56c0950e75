"""The columns of a self-evaluation: what a heading asks for, and which cell of a row stands below it."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from seed.document import Cell
from seed.forms.grid import Row
from seed.words.labels import plain_of


class Column(StrEnum):
    """What a column of a 自评表 holds."""

    INITIAL = "initial"
    REVISED = "revised"
    EXECUTED = "executed"
    RATE = "rate"
    WEIGHT = "weight"
    SCORE = "score"
    ACTUAL = "actual"
    REASON = "reason"


_SPELLINGS: Mapping[Column, str] = {
    Column.INITIAL: "年初预算数 年初预算 年初预算安排 年初数 年初预算安排数 年初批复数",
    Column.REVISED: (
        "全年预算数 全年预算 调整后预算数 调整后预算 调整预算数 调整后全年预算数 全年预算安排数 当年使用预算数 预算数 预算调整数 全年(程)预算数"
    ),
    Column.EXECUTED: "全年执行数 预算执行数 执行数 实际执行数 全年支出数 实际支出数 支出数 实际数 执行金额 全年实际执行数 全年(程)执行数",
    Column.RATE: "执行率 预算执行率 资金执行率",
    Column.WEIGHT: "分值 权重 指标分值 标准分值 分值权重 指标权重",
    Column.SCORE: "得分 自评得分 自评分 实际得分 评分 自评分值",
    Column.ACTUAL: "实际完成值 完成值 年度完成值 全年完成值 实际完成指标值 全年实际完成值 实际值 指标完成值 当前完成值 年度实际完成值 实际完成情况 完成情况",
    Column.REASON: "偏差原因 原因 原因分析 偏差原因分析 未完成原因 未完成原因分析",
}
_COLUMN_OF = {spelling: column for column, spellings in _SPELLINGS.items() for spelling in spellings.split()}
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_UNIT_AT_END = re.compile(r"[,:]?(?:百万|千|万|亿)?元$")
_REASON = re.compile(r"(?:未完成|偏差|扣分).{0,6}原因.*|.*原因分析.*")
_LONGEST = 40  # characters; what is longer is no heading


def column_of(text: str) -> Column | None:
    """What a heading asks for, without brackets, unit and white space (“全年执行数（B）”); None for anything else."""
    plain = plain_of(text)
    if not plain or len(plain) > _LONGEST:
        return None
    bare = _UNIT_AT_END.sub("", _BRACKETS.sub("", plain)).strip(":,.、")
    known = _COLUMN_OF.get(plain) or _COLUMN_OF.get(bare)
    return known or (Column.REASON if _REASON.fullmatch(bare) else None)


def columns_of(row: Row) -> dict[Column, int]:
    """Which cell (from 0) of a heading row heads which column; of two that say the same the first."""
    found: dict[Column, int] = {}
    for place, cell in enumerate(row):
        column = column_of(cell.text)
        if column is not None:
            found.setdefault(column, place)
    return found


def below(heading: Row, place: int, row: Row, shift: int = 0) -> Cell | None:
    """The cell of `row` that stands below the heading's cell at `place`; None where that is not certain.

    By the columns of the grid where the reader knows it, else by counting, which needs rows of one width, save for `shift` more
    cells on the left that the caller accounts for.
    """
    head = heading[place]
    if head.left is not None:
        return next((c for c in row if c.left is not None and c.left <= head.left < c.left + c.width), None)
    if len(row) == len(heading) + shift:
        return row[place + shift]
    return None


def beside(row: Row, place: int) -> Cell | None:
    """The cell to the right of the one at `place`, if it heads nothing itself."""
    following = row[place + 1] if place + 1 < len(row) else None
    return following if following is not None and column_of(following.text) is None else None


def two_level(rows: Sequence[Row], r: int) -> Row | None:
    """The heading at row `r` with the second level below it as one row (年度指标值 over 指标性质、指标值、度量单位).

    None where the row below is no second level: it has headings exactly where one cell above reaches over them.
    """
    if r + 1 >= len(rows) or len(rows[r + 1]) <= len(rows[r]):
        return None
    upper, lower = rows[r], rows[r + 1]
    spread = [place for place, cell in enumerate(lower) if cell.seen]
    wider = len(lower) - len(upper) + 1
    if len(spread) != wider or spread[-1] - spread[0] + 1 != wider:
        return None
    first = spread[0]
    return (*upper[:first], *lower[first : first + wider], *upper[first + 1 :])
