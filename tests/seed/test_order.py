"""The order of loading decides nothing: the same files in any order and grouping give the same bytes and the same answers."""

import html
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
from docx import Document as Word
from openpyxl import Workbook

from bot.app import conversation_of
from bot.chat import Incoming
from bot.exports.targets import export
from seed.load import load
from store import targets
from store.database import Store, open_store
from tests.seed.flat import Rows, flat, form

pytestmark = pytest.mark.usefixtures("one_child")
NOW = datetime(2024, 3, 1, 8, 30, tzinfo=UTC)
DEVSET = Path(__file__).parents[3] / "shared" / "devset" / "linhe"
TITLE = "青禾县财政局2024年度项目支出绩效目标"
QUESTIONS = (
    *(
        "乡村振兴经费多少",
        "公路养护多少钱",
        "校舍维修多少钱",
        "所有项目一共多少钱",
        "哪个项目钱最多",
        "金额前三的项目",
        "有哪些项目",
    ),
    *(
        "3万元以上的项目有哪些",
        "乡村振兴经费出自哪份文件",
        "乡村振兴经费的目标是什么",
        "青禾县财政局有哪些项目",
        "校舍维修的指标",
    ),
)


def money(yuan: str) -> Rows:
    return (("项目资金\n（万元）", "年度资金总额：", yuan), ("", "其中：财政拨款", yuan))


def word(file: Path, heading: str, *tables: Rows) -> None:
    book = Word()
    book.add_paragraph(heading)
    for rows in tables:
        book.add_paragraph("（2024年度）")
        grid = book.add_table(len(rows), max(map(len, rows)))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                grid.cell(r, c).text = text
    book.save(str(file))


def sheet(file: Path, heading: str, rows: Rows) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append([heading])
    page.append(["（2024年度）"])
    for row in rows:
        page.append([text or None for text in row])
    book.save(file)


def page(file: Path, heading: str, rows: Rows) -> None:
    lines = "".join(f"<tr>{''.join(f'<td>{html.escape(text)}</td>' for text in row)}</tr>" for row in rows)
    file.write_text(
        f"<html><head><meta charset='utf-8'></head><body><p>{heading}</p><p>（2024年度）</p><table>{lines}</table></body></html>",
        encoding="utf-8",
    )


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Versions of three projects: declared, approved, adjusted, dated, in conflict, in agreement, and a copy."""
    folder = tmp_path / "来源"
    folder.mkdir()
    road = {"unit": "青禾县交通局", "department": "301-青禾县交通局"}
    texts = {
        "申报.txt": (f"{TITLE}申报表", "（2024年度）", form(money=money("9"))),
        "早.txt": (TITLE, "2024年1月5日", "（2024年度）", form(money=money("2"))),
        "晚.txt": (TITLE, "2024年3月1日", "（2024年度）", form(money=money("2.6"))),
        "甲.txt": (TITLE + "公开", "（2024年度）", form("公路养护", money=money("3"), **road)),
        "乙.txt": (TITLE + "批复", "（2024年度）", form("公路养护", money=money("4"), **road)),
        "丙.txt": (TITLE + "批复", "（2024年度）", form("公路养护", money=money("4"), goal="道路畅通", **road)),
    }
    for name, parts in texts.items():
        (folder / name).write_text(flat(*parts), encoding="utf-8")
    shutil.copy(folder / "晚.txt", folder / "晚（复件）.txt")
    school = {"unit": "青禾县教育局", "department": "401-青禾县教育局"}
    word(folder / "教育.docx", TITLE + "公开", form("校舍维修", money=money("5"), **school))
    sheet(folder / "教育.xlsx", TITLE + "调整表", form("校舍维修", money=money("6"), **school))
    page(folder / "卫生.html", TITLE + "公开", form("防疫", money=money("7"), unit="青禾县卫健委"))
    (folder / "坏.txt").write_bytes(b"\x00\x01")
    return sorted(folder.iterdir())


def brought(store: Store, files: list[Path], dice: Random, scratch: Path) -> None:
    """Loads the files in a random order, in several commands, some of them as folders."""
    waiting = dice.sample(files, len(files))
    while waiting:
        group = [waiting.pop() for _ in range(min(len(waiting), dice.randint(1, 5)))]
        if dice.random() < 0.3:
            folder = scratch / f"{dice.random()}"
            folder.mkdir(parents=True)
            group = [Path(shutil.copy(file, folder)) for file in group]
            load(store, [folder], by="测试", now=NOW)
        else:
            load(store, group, by="测试", now=NOW)
    if dice.random() < 0.5:
        load(store, dice.sample(files, 2), by="测试", now=NOW)  # twice is once


def given_out(store: Store, questions: tuple[str, ...]) -> tuple[object, ...]:
    """Exports and answers."""
    bot = conversation_of(store)
    answers = [bot.reply(Incoming("c", "p", ask, NOW, today=date(2024, 6, 1)), keep=False).text for ask in questions]
    return export(store, "jsonl"), export(store, "csv"), export(store, "xlsx"), *answers


def in_orders(number: int, files: list[Path], scratch: Path, questions: tuple[str, ...]) -> set[tuple[object, ...]]:
    found = set()
    for seed in range(number):
        store = open_store("sqlite://")
        brought(store, files, Random(seed), scratch / f"{seed}")  # noqa: S311
        found.add(given_out(store, questions))
        store.close()
    return found


def test_some_orders(files: list[Path], tmp_path: Path) -> None:
    """Files of every kind in random orders and groupings: identical bytes and answers."""
    (only,) = in_orders(3, files, tmp_path, QUESTIONS)

    assert len(only[0].splitlines()) == 6  # three of them contradict each other


@pytest.mark.prove
def test_fifty_orders(files: list[Path], tmp_path: Path) -> None:
    """The same in many more."""
    assert 1 == len(in_orders(50, files, tmp_path, QUESTIONS))


def test_a_few_orders_on_both_databases(store: Store, emptied, files: list[Path], tmp_path: Path) -> None:
    """PostgreSQL gives the same as SQLite."""
    memory = open_store("sqlite://")
    load(memory, files, by="测试", now=NOW)
    expected = given_out(memory, QUESTIONS)
    memory.close()
    for seed in range(2):
        emptied(store)
        brought(store, files, Random(seed), tmp_path / f"{seed}")  # noqa: S311
        assert expected == given_out(store, QUESTIONS)


def test_what_counts(memory: Store, files: list[Path]) -> None:
    """The stage decides before the date, the date before nothing; equals that differ stand side by side."""
    load(memory, files, by="测试", now=NOW)
    current = [(v.target.project, f"{v.target.fundings[0].yuan}", v.file, v.conflict) for v in targets.everything(memory)]

    assert sorted(current) == [
        ("乡村振兴经费", "26000.00", "晚.txt", False),
        ("公路养护", "30000.00", "甲.txt", True),
        ("公路养护", "40000.00", "丙.txt", True),
        ("公路养护", "40000.00", "乙.txt", True),
        ("校舍维修", "60000.00", "教育.xlsx", False),
        ("防疫", "70000.00", "卫生.html", False),
    ]


def test_answers_where_figures_are_in_dispute(memory: Store, files: list[Path]) -> None:
    """Amounts are answered with both; nothing is summed, ranked or compared over them without saying so."""
    load(memory, files, by="测试", now=NOW)
    bot = conversation_of(memory)

    def said(ask: str) -> str:
        return bot.reply(Incoming("c", "p", ask, NOW, today=date(2024, 6, 1)), keep=False).text

    amount = said("公路养护多少钱")
    assert "3 万元" in amount
    assert "4 万元" in amount
    for ask in ("所有项目一共多少钱", "金额前三的项目", "平均每个项目多少钱"):
        assert "级别相同" in said(ask), ask
    for ask in ("有哪些项目", "3.5万元以上的项目有哪些"):
        assert f"3 万元（《{TITLE}公开》）" in said(ask)
        assert f"4 万元（《{TITLE}批复》，文件 乙.txt）" in said(ask)


@pytest.mark.prove
@pytest.mark.skipif(not DEVSET.is_dir(), reason="for want of the development set beside the project")
def test_twenty_orders_of_the_development_set(tmp_path: Path) -> None:
    """The files of a whole county in 20 random orders and groupings."""
    files = [file for file in sorted(DEVSET.iterdir()) if file.suffix not in (".json", ".jsonl", ".md", ".py")]
    questions = ("所有项目一共多少钱", "2024年金额前十的项目", "有哪些单位", "公安局2024年一共多少钱", "有哪些年份")

    assert 1 == len(in_orders(20, files, tmp_path, questions))
