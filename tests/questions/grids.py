"""What the records of gold.jsonl print, laid out in grids: rows of cells (text, columns, rows), as forms are drawn."""

import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Cell = tuple[str, int, int]  # text, columns spanned, rows spanned
Grid = list[list[Cell]]

LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("满意度指标",),
}
SATISFIED = "服务对象满意度指标"  # what some forms call the last level 2
MONEY = {"total": "年度资金总额：", "fiscal": "其中：财政拨款", "carryover": "上年结转", "other": "其他资金"}
INDENTED = {
    "total": " 年度资金总额：",
    "fiscal": "   其中：财政拨款",
    "carryover": "         上年结转",
    "other": "         其他资金",
}


def files(folder: Path) -> dict[str, list[Record]]:
    """The records of each file that gold.jsonl names, in its order."""
    found: dict[str, list[Record]] = {}
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        found.setdefault(record["file"], []).append(record)
    return found


def amount(record: Record, kind: str = "total", horizon: str = "annual", per: int = 10_000) -> str:
    """An amount as a cell prints it, in 万元 or by `per`; blank where the record has none."""
    for a in record["amounts"]:
        if (a["kind"], a["horizon"]) == (kind, horizon):
            return format((Decimal(a["yuan"]) / per).normalize(), "f")
    return ""


def goal(record: Record, horizon: str = "annual") -> str:
    """The goal of a horizon."""
    return str(next(g["text"] for g in record["goals"] if g["horizon"] == horizon))


def department(record: Record) -> str:
    """The department as forms print it, “101-…”."""
    return f"{record['department_code']}-{record['department']}"


def in_both(record: Record) -> bool:
    """Whether the record has a middle term beside the year."""
    return any(a["horizon"] == "mid_term" for a in record["amounts"])


def seconds() -> Iterator[tuple[str, str]]:
    """Both levels in the order of the form."""
    return ((level1, level2) for level1, below in LEVELS.items() for level2 in below)


def of_level(record: Record, level2: str, horizon: str = "annual") -> list[Record]:
    """The indicators of a second level; 服务对象满意度指标 and 满意度指标 are one."""
    bare = level2.removeprefix("服务对象")
    return [i for i in record["indicators"] if i["horizon"] == horizon and i["level2"].removeprefix("服务对象") == bare]


def listing(records: list[Record]) -> Grid:
    """The list of projects at the head of a document."""
    rows = [("序号", "项目名称", "预算金额（单位：万元）")]
    rows += [(str(n), r["project"], amount(r)) for n, r in enumerate(records, 1)]
    return [[(text, 1, 1) for text in row] for row in rows]


def annual_body(record: Record, none: str = "", rest: Sequence[str] = (), satisfied: str = "满意度指标") -> list[Sequence[str]]:
    """The rows of indicators of the annual form; `none` is the value of a blank row, `rest` stands below each level."""
    body: list[Sequence[str]] = []
    for level1, level2 in seconds():
        label = satisfied if level2 == "满意度指标" else level2
        found = [(f"指标{n}：{i['name']}", i["value"]) for n, i in enumerate(of_level(record, level2), 1)] or [("指标1：", none)]
        body += [(level1, label, *cells) for cells in found]
        body += [(level1, label, text, "") for text in rest]
    return body


def annual_form(
    record: Record, body: list[Sequence[str]], money: dict[str, str] = MONEY, head: str = "主管部门及代码", br: str = "\n"
) -> Grid:
    """The form of one year; `br` breaks the lines of its narrow cells."""
    sums: Grid = [[(label, 2, 1), (amount(record, kind), 1, 1)] for kind, label in money.items()]
    return [
        [("项目名称", 2, 1), (record["project"], 3, 1)],
        [(head, 2, 1), (department(record), 1, 1), ("实施单位", 1, 1), (record["unit"], 1, 1)],
        [("项目来源", 2, 1), (record["source"] or "", 1, 1), ("项目期", 1, 1), (record["period"] or "", 1, 1)],
        [(f"项目资金{br}（万元）", 2, 4), *sums[0]],
        *sums[1:],
        [(f"年度{br}目标", 2, 1), (goal(record), 3, 1)],
        *headed((f"一级{br}指标", "二级指标", "三级指标", "指标值"), merged(body), br),
    ]


def headed(heads: Iterable[str], body: Grid, br: str = "\n", columns: int = 1) -> Grid:
    """The rows of indicators with their heads, at the right of 绩效指标."""
    return [[(br.join("绩效指标"), columns, 1 + len(body)), *((text, 1, 1) for text in heads)], *body]


def both_moneys(record: Record, label: int = 2, left: int = 1, right: int = 1, br: str = "\n") -> Grid:
    """The amounts of the middle term and of the year, side by side; `label`, `left`, `right`: columns of the cells."""
    rows: Grid = []
    for kind, text in (("total", "资金总额："), ("fiscal", "其中：财政拨款"), ("other", "其他资金")):
        middle, year = (f"中期{text}", f"年度{text}") if kind == "total" else (text, text)
        sums = (amount(record, kind, "mid_term"), amount(record, kind))
        rows.append([(middle, label, 1), (sums[0], left, 1), (year, label, 1), (sums[1], right, 1)])
    return [[(f"项目资金{br}（万元）", 2, 3), *rows[0]], *rows[1:]]


def both_goals(record: Record, years: int = 3, left: int = 3, right: int = 3, head: str = "总\n体\n目\n标") -> Grid:
    """The goals of the middle term of so many years and of the year, side by side."""
    first = record["year"]
    return [
        [(head, 2, 2), (f"中期目标（{first}年—{first + years - 1}年）", left, 1), ("年度目标", right, 1)],
        [(goal(record, "mid_term"), left, 1), (goal(record), right, 1)],
    ]


def both_body(record: Record, none: Sequence[str] | None = None, keys: Sequence[str] = ("name", "value")) -> list[Sequence[str]]:
    """The rows of indicators of both horizons; `none` are the cells of a half where a level has no indicator."""
    body: list[Sequence[str]] = []
    for level1, level2 in seconds():
        label = SATISFIED if level2 == "满意度指标" else level2
        pairs = zip(of_level(record, level2, "mid_term"), of_level(record, level2), strict=True)
        found = [[[one[key] or "" for key in keys] for one in pair] for pair in pairs]
        body += [(level1, label, *left, label, *right) for left, right in found]
        if none is not None and not found:
            body.append((level1, label, *none, label, *none))
    return body


def merged(body: Sequence[Sequence[str]], again: int | None = None) -> Grid:
    """Rows whose equal neighbours in the columns of the levels become one cell; `again` is a second column of level 2."""
    grid: Grid = []
    for at, row in enumerate(body):
        cells: list[Cell | None] = [(text, 1, 1) for text in row]
        for column, depth in ((0, 1), (1, 2), *([(again, 2)] if again else [])):
            if at and body[at - 1][:depth] == row[:depth]:
                cells[column] = None
            else:
                same = next((n for n, other in enumerate(body[at:]) if other[:depth] != row[:depth]), len(body) - at)
                cells[column] = (row[column], 1, same)
        grid.append([cell for cell in cells if cell])
    return grid


def placed(grid: Grid) -> tuple[dict[tuple[int, int], Cell], int]:
    """Each cell at its row and column, and the number of columns; raises ValueError for a grid with holes."""
    cells: dict[tuple[int, int], Cell] = {}
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(grid):
        x = 0
        for text, columns, rows in row:
            while (y, x) in taken:
                x += 1
            cells[y, x] = (text, columns, rows)
            taken |= {(y + down, x + right) for down in range(rows) for right in range(columns)}
            x += columns
    width = max(x for _, x in taken) + 1
    if len(taken) != width * len(grid):
        raise ValueError(grid[0])
    return cells, width
