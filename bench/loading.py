"""Loading beside the bare libraries: how long a folder takes, what a large workbook costs in memory, and broken documents.

python -m bench.loading [FOLDER]
"""

import io
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
DEVSET = ROOT.parent / "shared" / "devset" / "linhe"
BROKEN = DEVSET.with_name("linhe-bad")
GOLDEN = ROOT / "tests" / "seed" / "golden"
ENDINGS = (".docx", ".xlsx", ".xls", ".pdf", ".html", ".htm", ".txt", ".csv")
ROUNDS = 2
ROWS = 55_000  # of the large workbook: as many cells as are read


def bare(folder: Path) -> int:
    """Reads every cell with the libraries alone, as their manuals show; gives how many characters there were."""
    return sum(_reader(path.suffix.lower())(path) for path in files(folder))


def files(folder: Path) -> list[Path]:
    """The documents of the folder."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS)


def _reader(ending: str) -> Callable[[Path], int]:
    readers = {".docx": _docx, ".xlsx": _xlsx, ".xls": _xls, ".pdf": _pdf, ".html": _html, ".htm": _html}
    return readers.get(ending, lambda path: len(path.read_bytes()))


def _docx(path: Path) -> int:
    import docx

    document = docx.Document(str(path))
    return sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)


def _xlsx(path: Path) -> int:
    import openpyxl

    book = openpyxl.load_workbook(path, data_only=True)
    return sum(len(str(cell.value or "")) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def _xls(path: Path) -> int:
    import xlrd

    try:
        book = xlrd.open_workbook(str(path))
    except xlrd.XLRDError:
        return 0  # a web page that is called so
    return sum(len(str(value)) for sheet in book.sheets() for r in range(sheet.nrows) for value in sheet.row_values(r))


def _pdf(path: Path) -> int:
    import pdfplumber

    with pdfplumber.open(path) as document:
        tables = [table for page in document.pages for table in page.extract_tables()]
    return sum(len(text or "") for table in tables for row in table for text in row)


def _html(path: Path) -> int:
    from lxml import html

    root = html.fromstring(path.read_bytes())
    return sum(len(cell.text_content()) for cell in root.iter("td", "th"))


@dataclass(frozen=True)
class Spent:
    """What a process took: seconds, and megabytes at its peak or that of a process of its own."""

    seconds: float
    megabytes: float
    failed: bool  # it ended with an error: a file was refused


def spent(program: str, *arguments: str) -> Spent:
    """Runs a Python program in a fresh process with a fresh store."""
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, "WENXIAO_DATA_DIR": data, "WENXIAO_DATABASE_URL": "", "PYTHONPATH": str(ROOT)}
        begun = time.perf_counter()
        null = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        child = os.posix_spawn(sys.executable, [sys.executable, "-c", program, *arguments], environment, file_actions=null)
        _pid, status, usage = os.wait4(child, 0)
        return Spent(time.perf_counter() - begun, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status) != 0)


def load(*paths: Path) -> Spent:
    """What `wenxiao load` takes."""
    return spent("from bot.cli import main; main()", "load", "--json", *map(str, paths))


def read_bare(folder: Path) -> Spent:
    """What the libraries take for the same documents."""
    return spent("import sys; from pathlib import Path; from bench.loading import bare; bare(Path(sys.argv[1]))", str(folder))


def large_workbook() -> bytes:
    """A workbook of one long list, as large as is read: goals and names are random words, which do not compress."""
    import openpyxl

    words = random.Random(1)  # the same workbook each time
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("一览表")
    sheet.append(["青禾县2024年项目支出绩效目标表"])
    sheet.append(
        ["单位名称", "项目名称", "预算数(万元)", "年度目标", "一级指标", "二级指标", "三级指标", "指标值", "度量单位", "权重"]
    )
    for row in range(ROWS):
        number = row // 8
        goal = "".join(chr(words.randrange(0x4E00, 0x9FA5)) for _ in range(160))
        name = "".join(chr(words.randrange(0x4E00, 0x9FA5)) for _ in range(60))
        first = ["青禾县财政局", f"第{number}号工作经费", number / 100, goal] if row % 8 == 0 else [None] * 4
        sheet.append([*first, "产出指标", "数量指标", name, row % 101, "次", 10])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def table(folder: Path) -> list[str]:
    """The measurements as lines of a Markdown table: seconds are the best of two rounds but for the large workbook, memory is the peak."""
    ours = _best(*files(folder))
    theirs = min((read_bare(folder) for _round in range(ROUNDS)), key=lambda one: one.seconds)
    ratio = ours.seconds / theirs.seconds
    lines = [
        "| what | ours | bare libraries | ratio | wanted |",
        "| --- | --- | --- | --- | --- |",
        f"| load {len(files(folder))} documents | {_said(ours)} | {_said(theirs)} | {ratio:.2f} | ≤ 2.5 |",
    ]
    content = large_workbook()
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(content)
        file.flush()
        lines.append(
            f"| load a workbook of {len(content) / 2**20:.1f} MB, {ROWS:,} rows | {_said(load(Path(file.name)))} | | | < 500 MB |"
        )
    broken = sorted(BROKEN.iterdir()) if BROKEN.is_dir() else []
    return lines + [
        f"| broken: {path.name} | {_said(_best(path))} | | | < 2 s, < 300 MB |" for path in broken if path.suffix != ".md"
    ]


def _best(*paths: Path) -> Spent:
    """The quickest of several loads."""
    return min((load(*paths) for _round in range(ROUNDS)), key=lambda one: one.seconds)


def _said(one: Spent) -> str:
    return f"{one.seconds:.2f} s, {one.megabytes:.0f} MB{', refused' if one.failed else ''}"


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else DEVSET if DEVSET.is_dir() else GOLDEN
    print("\n".join(table(chosen)))
