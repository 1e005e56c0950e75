"""`wenxiao admin loads`, `undo`, `original` and `verify`, and the line that says how far a load is."""

import os
import pty
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from seed.load import bundled
from tests.bot.program import Program, Ran, is_one_chinese_line
from tests.seed.flat import flat, form

TITLE = "青禾县财政局2024年度项目支出绩效目标"


def write(program: Program, name: str, yuan: str, *, title: str = TITLE, project: str = "乡村振兴经费") -> Path:
    file = program.data / name
    file.write_text(flat(title, "（2024年度）", form(project, money=[("年度资金总额", yuan)])), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what was approved, what was adjusted, and a file that is none; a copy of it is a county of its own."""
    program = Program(tmp_path_factory.mktemp("county"))
    write(program, "批复.txt", "2万元")
    write(program, "调整.txt", "3万元", title=f"{TITLE}调整表")
    (program.data / "坏.txt").write_bytes(b"\x00\x01")
    assert 1 == program.run("load", "批复.txt", "调整.txt", "坏.txt").code
    return program.data


@pytest.fixture
def county(loaded: Path, tmp_path: Path) -> Program:
    """Two files that were loaded, and one that was refused."""
    shutil.copytree(loaded, tmp_path, dirs_exist_ok=True)
    return Program(tmp_path)


def test_the_history(county: Program) -> None:
    """Every load has a line with its number, who, which file and what became of it; those that were refused too."""
    lines = county.run("admin", "loads", USER="王科长").out.splitlines()

    assert [line.split("  ")[0] for line in lines] == ["1", "2", "3"]
    assert "批复.txt  已导入（新增 1，变更 0，未变 0）" in lines[0]
    assert "调整.txt  已导入（新增 0，变更 1，未变 0）" in lines[1]
    assert "坏.txt  已拒绝  拒绝 1" in lines[2]
    assert re.search(r"1  \d{4}-\d\d-\d\d \d\d:\d\d  由 ", lines[0])


def test_the_history_in_json(county: Program) -> None:
    """For programs: everything about each load, its findings by their weight."""
    first, _second, refused = county.run("admin", "loads", "--json").json

    assert (first["load"], first["status"], first["title"], first["new"], first["undone"]) == (1, "loaded", TITLE, 1, None)
    assert first["sha256"] == sha256((county.data / "批复.txt").read_bytes()).hexdigest()
    assert (refused["status"], refused["title"], refused["severities"]) == (
        "refused",
        None,
        {"refuse": 1, "warn": 0, "remark": 0},
    )
    assert set(refused["findings"][0]) == {"rule", "severity", "place", "message", "project", "unit", "year"}


def test_the_history_of_nothing(fresh: Program) -> None:
    """An empty history is said in words."""
    assert "还没有导入过文件。\n" == fresh.run("admin", "loads").out


def test_the_same_folder_again(county: Program) -> None:
    """A folder that is loaded every night does not fill the history, refused files included."""
    before = county.run("admin", "loads").out
    again = county.run("load", "--json", "批复.txt", "坏.txt").json

    assert before == county.run("admin", "loads").out
    assert [1, 3] == [report["load"] for report in again]


def test_an_undo(county: Program) -> None:
    """What the load had changed is as before, to the byte; the history says who took it back."""
    write(county, "另一份.txt", "9万元", title="青禾县教育局2023年度项目支出绩效目标", project="校舍维修")
    alone = fresh_export(county, "批复.txt")
    ran = county.run("admin", "undo", "2", "--yes", USER="李科长")

    assert (0, alone) == (ran.code, county.run("export").out)
    assert ran.out.startswith("已撤销第 2 号导入")
    assert "年度资金总额：3 万元 → 2 万元" in ran.out
    assert "2 万元" in county.run("ask", "乡村振兴经费多少").out
    history = county.run("admin", "loads").out.splitlines()
    assert re.search(r"已撤销（第 4 号，由 李科长，", history[1])
    assert "撤销第 2 号" in history[3]


def fresh_export(program: Program, *files: str) -> str:
    """The export of a store that holds only these files."""
    address = {"WENXIAO_DATABASE_URL": f"sqlite:///{program.data / 'alone.db'}"}
    assert 0 == program.run("load", *files, **address).code
    return program.run("export", **address).out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("2",), 2, "请加 --yes"),
        (("99", "--yes"), 1, "没有第 99 号导入"),
        (("3", "--yes"), 1, "第 3 号（坏.txt）被拒绝了"),
        (("zwei", "--yes"), 2, "的值不对"),
    ],
)
def test_what_cannot_be_undone(county: Program, arguments: tuple[str, ...], code: int, said: str) -> None:
    """One line says why, and nothing is changed."""
    before = county.run("admin", "loads").out
    ran = county.run("admin", "undo", *arguments)

    assert (code, True) == (ran.code, is_one_chinese_line(ran)), ran
    assert said in ran.err
    assert before == county.run("admin", "loads").out


def test_an_undo_twice(county: Program) -> None:
    """The second one is told who was first."""
    county.run("admin", "undo", "1", "--yes", USER="李科长")
    ran = county.run("admin", "undo", "1", "--yes")

    assert (1, True) == (ran.code, "已由 李科长 在" in ran.err)


@pytest.mark.parametrize("named", ["1", "批复.txt", TITLE])
def test_an_original(county: Program, named: str) -> None:
    """The file comes back to the byte, by the number of its load, its name or its title."""
    ran = county.run("admin", "original", named, "-o", "回来.txt")

    assert 0 == ran.code, ran
    assert (county.data / "批复.txt").read_bytes() == (county.data / "回来.txt").read_bytes()
    assert "SHA-256" in ran.out


def test_an_original_by_its_hash(county: Program) -> None:
    """The beginning of the hash is enough; into a folder it goes under its own name, to “-” as it is."""
    content = (county.data / "批复.txt").read_bytes()
    start = sha256(content).hexdigest()[:10].upper()
    (county.data / "出").mkdir()

    assert 0 == county.run("admin", "original", start, "-o", "出").code
    assert content == (county.data / "出" / "批复.txt").read_bytes()
    assert content.decode() == county.run("admin", "original", start, "-o", "-").out


def test_an_original_of_an_undone_load(county: Program) -> None:
    """The bytes stay for auditors."""
    county.run("admin", "undo", "1", "--yes")

    assert 0 == county.run("admin", "original", "1", "-o", "回来.txt").code


def test_originals_that_are_not_there(county: Program) -> None:
    """A file that was refused, one that never came, and two of one name: each has its sentence."""
    write(county, "批复.txt", "7万元", title="青禾县教育局2023年度项目支出绩效目标")
    county.run("load", "批复.txt")
    for named, said in (
        ("3", "被拒绝的文件不保留"),
        ("没有.txt", "没有导入过“没有.txt”"),
        ("批复.txt", "有 2 个这样的文件，请给出哈希"),
    ):
        ran = county.run("admin", "original", named, "-o", "x")
        assert (1, True) == (ran.code, is_one_chinese_line(ran))
        assert said in ran.err


def test_verify(county: Program) -> None:
    """Exit 0 and the numbers of documents and figures; 1 and a line for a figure that somebody changed."""
    good = county.run("admin", "verify")
    (database,) = county.data.glob("*.db")
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE funding SET yuan = 2500000 WHERE yuan = 2000000")
    connection.close()
    bad = county.run("admin", "verify")
    report = county.run("admin", "verify", "--json")

    assert (0, "") == (good.code, good.err)
    assert re.fullmatch(r"已核对 2 份文件 \d+ 个数，都和原件一致。\n", good.out)
    assert (1, 1) == (bad.code, report.code)
    assert (
        f"《{TITLE}》（批复.txt）第1张表第3行第2格 「乡村振兴经费」年度资金总额：原件是“20000.00 元”，库里是“25000.00 元”。"
        in bad.out
    )
    assert ("20000.00 元", "25000.00 元") == (report.json["differences"][0]["printed"], report.json["differences"][0]["stored"])


def on_a_terminal(program: Program, *arguments: str, said: bytes = b"") -> Ran:
    """Runs a command whose stderr and stdin are a terminal, and stdout a file."""
    ours, theirs = pty.openpty()
    with tempfile.TemporaryFile() as out:
        running = program.start(*arguments, streams=(theirs, out.fileno(), theirs), TERM="xterm")
        os.close(theirs)
        os.write(ours, said)
        shown = b"".join(pieces(ours))
        os.close(ours)
        code = running.wait(60)
        out.seek(0)
        return Ran(code, out.read().decode(), shown.decode())


def pieces(terminal: int) -> Iterator[bytes]:
    """What is shown on a terminal until its other end is closed."""
    with suppress(OSError):
        while piece := os.read(terminal, 4096):
            yield piece


def test_the_progress_on_a_terminal(fresh: Program) -> None:
    """Each file has its turn in one line, which is gone in the end; the report on stdout knows nothing of it."""
    (fresh.data / "文件").mkdir()
    for name in ("0", f"1\x1b[31m{'长' * 70}", "2"):
        write(fresh, f"文件/{name}.txt", "2万元", project=f"项目{name[0]}")
    plain = fresh.run("load", "--dry-run", "文件")
    ran = on_a_terminal(fresh, "load", "--dry-run", "文件")

    assert plain.out == ran.out
    assert ran.err.endswith("\r\x1b[2K")
    assert ["1/3", "2/3", "3/3"] == re.findall(r"\d/3", ran.err)
    assert "\x1b[31m" not in ran.err
    assert "\n" not in ran.err


@pytest.mark.parametrize("arguments", [("load", "--json"), ("load",)])
def test_no_progress_elsewhere(fresh: Program, arguments: tuple[str, ...]) -> None:
    """In pipes, and for programs, there is nothing but the report."""
    folder = str(bundled())
    ran = on_a_terminal(fresh, *arguments, folder) if "--json" in arguments else fresh.run(*arguments, folder)

    assert (0, "") == (ran.code, ran.err)


def test_an_undo_on_a_terminal(county: Program) -> None:
    """It says what would change and asks; no is no."""
    refused = on_a_terminal(county, "admin", "undo", "2", said=b"n\n")
    assert 1 == refused.code
    assert "年度资金总额：3 万元 → 2 万元" in refused.out
    assert 3 == len(county.run("admin", "loads").out.splitlines())

    assert 0 == on_a_terminal(county, "admin", "undo", "2", said=b"y\n").code
    assert 4 == len(county.run("admin", "loads").out.splitlines())
