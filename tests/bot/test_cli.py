"""The command line as people and scripts use it: the real program in a process of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from seed.load import bundled

PROGRAM = (sys.executable, "-c", "from bot.cli import main; main()")
FACT_KEYS = {"project", "unit", "year", "field", "horizon", "name", "value", "yuan", "source"}
SOURCE_KEYS = {"document", "table", "row", "column", "raw"}
DOCUMENT = "相山区财政局2024年度项目支出绩效目标"


@dataclass(frozen=True)
class Ran:
    """What a run of the program left: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What stands on stdout, read as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Program:
    """`wenxiao` with its data in a folder of its own."""

    data: Path

    def environment(self, **settings: str) -> dict[str, str]:
        """This process's environment without an office's own settings, and with those given."""
        plain = {k: v for k, v in os.environ.items() if not k.startswith("WENXIAO_")}
        return {**plain, "WENXIAO_DATA_DIR": str(self.data), "PYTHONPATH": str(Path(__file__).parents[2]), **settings}

    def run(self, *arguments: str, said: str | bytes = b"", **settings: str) -> Ran:
        """Runs a command to its end; `said` is its standard input, keywords are environment variables."""
        content = said.encode() if isinstance(said, str) else said
        command = [*PROGRAM, *arguments]
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=60, env=self.environment(**settings), cwd=self.data, check=False
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def talk(self, *lines: object) -> list[dict[str, Any]]:
        """`chat --jsonl`: what is answered to these lines, one each."""
        said = "".join((line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in lines)
        ran = self.run("chat", "--jsonl", said=said)
        assert (ran.code, ran.err) == (0, "")
        return [json.loads(line) for line in ran.out.splitlines()]


@pytest.fixture
def program(filled: Path, tmp_path: Path) -> Program:
    """The program with the bundled document loaded."""
    shutil.copy(filled, tmp_path / "wenxiao.db")
    return Program(tmp_path)


@pytest.fixture
def fresh(tmp_path: Path) -> Program:
    """The program before anything was loaded."""
    return Program(tmp_path)


def _is_one_chinese_line(ran: Ran) -> bool:
    return ran.err.count("\n") == 1 and "Traceback" not in ran.err and any("\u4e00" <= c <= "\u9fff" for c in ran.err)


def test_ask_answers_one_question(program: Program) -> None:
    """The answer stands on stdout, nothing on stderr, exit code 0."""
    ran = program.run("ask", "乡村振兴经费多少")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("2024年「乡村振兴下派干部经费」有 2 个单位")
    assert "7.24 万元" in ran.out


def test_ask_in_json(program: Program) -> None:
    """The stable shape: kind, text, facts with their sources, choices; a derived fact names op and operands."""
    reply = program.run("ask", "--json", "乡村振兴经费多少").json
    *stated, total = reply["facts"]

    assert set(reply) >= {"kind", "text", "facts", "choices"}
    assert reply["kind"] == "answer"
    assert reply["choices"] == ["任圩街道办事处财政所", "渠沟镇财政所"]
    assert all(set(f) >= FACT_KEYS and set(f["source"]) >= SOURCE_KEYS for f in stated)
    assert [(f["unit"], f["year"], f["field"], f["horizon"], f["yuan"]) for f in stated] == [
        ("任圩街道办事处财政所", 2024, "total", "annual", "26000.00"),
        ("渠沟镇财政所", 2024, "total", "annual", "46400.00"),
    ]
    assert stated[1]["source"] == {"document": DOCUMENT, "table": 5, "row": 4, "column": 3, "raw": "4.64"}
    assert (total["op"], total["of"], total["yuan"], total["source"]) == ("sum", [0, 1], "72400.00", None)


def test_ask_on_another_day(program: Program) -> None:
    """`--today` decides what 今年 is."""
    assert "28 万元" in program.run("ask", "今年工作经费多少", "--today", "2024-03-01").out
    assert "2025年的文件一份也没有导入" in program.run("ask", "今年工作经费多少", "--today", "2025-03-01").out


def test_a_question_that_begins_like_an_option(program: Program) -> None:
    """After “--” everything is the question."""
    ran = program.run("ask", "--", "--工作经费多少")

    assert (ran.code, ran.err) == (0, "")
    assert "28 万元" in ran.out


def test_an_empty_store(fresh: Program) -> None:
    """Before anything is loaded the bot says what to do, and that is no error."""
    ran = fresh.run("ask", "乡村振兴经费多少")

    assert (ran.code, ran.err) == (0, "")
    assert "wenxiao load" in ran.out


def test_explain_in_json(program: Program) -> None:
    """The stable shape, with spans from the first character to the last."""
    question = "请问 渠沟10万以上的项目有哪些？"
    told = program.run("explain", "--json", question).json

    assert set(told) >= {"kind", "intent", "plan", "names", "spans"}
    assert set(told["plan"]) >= {"projects", "units", "years", "field", "horizon", "amounts", "percents", "order", "aggregate"}
    assert told["plan"]["units"] == ["渠沟镇财政所"]
    assert told["plan"]["amounts"] == [{"op": ">=", "yuan": "100000"}]
    assert all(set(n) >= {"name", "type", "score", "why"} for n in told["names"])
    assert all(set(s) >= {"start", "end", "role", "rule"} and s["role"] in ("used", "filler", "unused") for s in told["spans"])
    assert [s["start"] for s in told["spans"]] == [0, *(s["end"] for s in told["spans"][:-1])]
    assert told["spans"][-1]["end"] == len(question)


def test_explain_a_rank_and_a_percentage(program: Program) -> None:
    """Order and percentages have their own shapes in the plan."""
    ranked = program.run("explain", "--json", "预算前三名的项目").json["plan"]
    limited = program.run("explain", "--json", "满意度低于99%的有哪些").json["plan"]

    assert ranked["order"] == {"by": "total", "direction": "desc", "count": 3}
    assert limited["percents"] == [{"op": "<", "value": "99"}]


def test_explain_for_people(program: Program) -> None:
    """Every word is named with what it was used for."""
    ran = program.run("explain", "工作经费多少")

    assert (ran.code, ran.err) == (0, "")
    assert "“工作经费”" in ran.out
    assert "amounts" in ran.out


def test_chat_lines_are_answered_in_order(program: Program) -> None:
    """One reply a line, in order, each chat with a memory of its own."""
    replies = program.talk(
        {"chat": "c1", "text": "软件升级维护多少钱"},
        {"chat": "c2", "text": "工作经费多少"},
        {"chat": "c1", "text": "目标呢"},
        {"chat": "c2", "text": "目标呢"},
    )

    assert [r["kind"] for r in replies] == ["answer"] * 4
    for words, reply in zip(("90 万元", "28 万元", "正常运行", "按计划支付"), replies, strict=True):
        assert words in reply["text"]
    assert all(set(r) >= {"kind", "text", "facts", "choices"} for r in replies)


def test_chat_lines_by_people_in_a_group(program: Program) -> None:
    """In one group each person goes on about their own subject."""
    group = {"chat": "g", "group": True}
    replies = program.talk(
        {**group, "person": "王", "text": "软件升级维护多少钱"},
        {**group, "person": "李", "text": "工作经费多少"},
        {**group, "person": "王", "text": "目标呢"},
    )

    assert "正常运行" in replies[2]["text"]


def test_chat_lines_on_a_day(program: Program) -> None:
    """`today` holds for its line only."""
    replies = program.talk(
        {"chat": "c", "text": "今年工作经费多少", "today": "2023-05-01"},
        {"chat": "c", "text": "今年工作经费多少", "today": "2024-05-01"},
    )

    assert [r["kind"] for r in replies] == ["not_found", "answer"]


def test_a_bad_line_does_not_end_the_chat(program: Program) -> None:
    """What is no question gets an error of its own in its place; the lines around it are answered."""
    good = json.dumps({"chat": "c", "text": "工作经费多少"}, ensure_ascii=False)
    bad = [
        "{",
        "[]",
        "7",
        '{"text": "没有会话"}',
        '{"chat": "c"}',
        '{"chat": "c", "text": 7}',
        '{"chat": "c", "text": "好", "today": "明天"}',
    ]
    ran = program.run("chat", "--jsonl", said="\n".join([good, *bad, "", "   \r", good]) + "\r\n")
    replies = [json.loads(line) for line in ran.out.splitlines()]

    assert ran.code == 0
    assert [r["kind"] for r in replies] == ["answer", *["error"] * len(bad), "answer"]
    assert all(r["text"] and r["facts"] == [] for r in replies[1:-1])


def test_a_line_that_is_no_utf8(program: Program) -> None:
    """Broken bytes are a bad line, no crash; the last line counts without a line break."""
    good = json.dumps({"chat": "c", "text": "工作经费多少"}, ensure_ascii=False).encode()
    ran = program.run("chat", "--jsonl", said=b"\xff\xfe\n" + good)

    assert ran.code == 0
    assert [json.loads(line)["kind"] for line in ran.out.splitlines()] == ["error", "answer"]


def test_each_reply_is_flushed(program: Program) -> None:
    """A program that waits for one reply before it asks the next gets it."""
    command = [*PROGRAM, "chat", "--jsonl"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=program.environment(), cwd=program.data
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for question in ("工作经费多少", "目标呢"):
            running.stdin.write(json.dumps({"chat": "c", "text": question}, ensure_ascii=False).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["kind"] == "answer"
        running.stdin.close()
        assert running.wait(timeout=20) == 0


def test_chat_from_a_pipe(program: Program) -> None:
    """Without a terminal, a question a line in and replies out; a follow-up knows the question before."""
    ran = program.run("chat", said="乡村振兴经费多少\n\n任圩的呢\n")

    assert (ran.code, ran.err) == (0, "")
    assert "7.24 万元" in ran.out
    assert "预算安排 2.6 万元：任圩街道办事处财政所" in ran.out


def test_somebody_stops_reading(program: Program) -> None:
    """A closed pipe (`| head -1`) ends the program without a traceback."""
    lines = (json.dumps({"chat": "c", "text": "有哪些项目"}, ensure_ascii=False) + "\n").encode() * 300
    with subprocess.Popen(
        [*PROGRAM, "chat", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=program.environment(),
        cwd=program.data,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(lines)
        running.stdin.flush()
        running.stdout.readline()
        running.stdout.close()
        error = running.stderr.read().decode()
        running.wait(timeout=30)

    assert "Traceback" not in error


def test_load_twice(fresh: Program) -> None:
    """A dry run says what the first load does, the second load that nothing changed; all exit 0."""
    folder = str(bundled())
    (dry,) = fresh.run("load", "--dry-run", "--json", folder).json
    (first,) = fresh.run("load", "--json", folder).json
    again = fresh.run("load", "--json", folder)
    (second,) = again.json

    assert (first["status"], first["new"], first["changed"], first["same"], first["removed"]) == ("loaded", 4, 0, 0, 0)
    assert all(set(f) >= {"rule", "severity", "place", "message"} for f in first["findings"])
    assert dry == first
    assert (again.code, second["status"], second["new"]) == (0, "unchanged", 0)


def test_load_of_good_and_bad_files(fresh: Program) -> None:
    """One refused file makes the exit code 1, and the good one is loaded all the same."""
    folder = fresh.data / "文件"
    shutil.copytree(str(bundled()), folder)
    (folder / "坏.txt").write_bytes(b"\x00\x01\x02")
    (folder / "空.txt").write_bytes(b"")
    ran = fresh.run("load", "--json", str(folder))

    assert ran.code == 1
    assert sorted(r["status"] for r in ran.json) == ["loaded", "refused", "refused"]
    assert all(r["findings"] for r in ran.json if r["status"] == "refused")
    assert "28 万元" in fresh.run("ask", "工作经费多少").out


def test_load_of_nothing_that_is_there(fresh: Program) -> None:
    """A missing file is refused by name, without a traceback."""
    ran = fresh.run("load", "没有这个文件.docx")

    assert ran.code == 1
    assert "没有这个文件.docx" in ran.out + ran.err
    assert "Traceback" not in ran.err


def test_check_writes_nothing(fresh: Program) -> None:
    """Findings only: no database is made."""
    ran = fresh.run("check", str(bundled()))

    assert ran.code == 0
    assert "项目期" in ran.out
    assert [] == list(fresh.data.iterdir())


def test_export_as_lines(program: Program) -> None:
    """One target a line, with amounts, goals and indicators."""
    pytest.importorskip("bot.export", reason="for want of bot.export")
    targets = [json.loads(line) for line in program.run("export", "--format", "jsonl").out.splitlines()]
    keys = {
        "project",
        "unit",
        "department",
        "department_code",
        "year",
        "attribute",
        "source",
        "period",
        "amounts",
        "goals",
        "indicators",
        "file",
    }

    assert len(targets) == 4
    assert all(set(t) >= keys for t in targets)
    assert {"horizon": "annual", "kind": "total", "yuan": "280000.00"} in targets[1]["amounts"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_export_to_a_file(program: Program, form: str) -> None:
    """`-o` writes the file and nothing else."""
    pytest.importorskip("bot.export", reason="for want of bot.export")
    ran = program.run("export", "--format", form, "-o", "out")

    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (program.data / "out").stat().st_size > 100


def test_a_table_file_is_not_written_to_the_terminal(program: Program) -> None:
    """A workbook without -o is a usage error in one line."""
    ran = program.run("export", "--format", "xlsx")

    assert ran.code == 2
    assert _is_one_chinese_line(ran)


MISTAKES: Iterable[tuple[str, tuple[str, ...], dict[str, str], int]] = (
    ("an address that is none", ("ask", "工作经费多少"), {"WENXIAO_DATABASE_URL": "这不是地址"}, 1),
    ("an unknown database", ("ask", "工作经费多少"), {"WENXIAO_DATABASE_URL": "oracle://u:geheim@h/d"}, 1),
    ("a server that is not there", ("ask", "工作经费多少"), {"WENXIAO_DATABASE_URL": "postgresql://u:geheim@127.0.0.1:1/d"}, 1),
    ("a day that is none", ("ask", "工作经费多少", "--today", "2024-13-01"), {}, 2),
    ("a day in words", ("explain", "工作经费多少", "--today", "明天"), {}, 2),
)


@pytest.mark.parametrize(("arguments", "settings", "code"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_mistake_of_the_user(program: Program, arguments: tuple[str, ...], settings: dict[str, str], code: int) -> None:
    """One Chinese line on stderr, nothing on stdout, the exit code of its kind, no password and no traceback."""
    ran = program.run(*arguments, **settings)

    assert (ran.code, ran.out) == (code, "")
    assert _is_one_chinese_line(ran), ran.err
    assert "geheim" not in ran.err


@pytest.mark.parametrize("arguments", [("没有这个命令",), ("ask",), ("export", "--format", "docx")])
def test_a_command_that_is_none(program: Program, arguments: tuple[str, ...]) -> None:
    """What the program cannot do is usage: exit code 2, on stderr, no traceback."""
    ran = program.run(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert "Traceback" not in ran.err


def _is_root() -> bool:
    return os.geteuid() == 0


def test_a_data_folder_that_is_a_file(fresh: Program) -> None:
    """Where no folder can be made, the place and what to do are said in one line."""
    (fresh.data / "file").write_text("")
    ran = fresh.run("ask", "工作经费多少", WENXIAO_DATA_DIR=str(fresh.data / "file" / "data"))

    assert ran.code == 1
    assert _is_one_chinese_line(ran), ran.err


@pytest.mark.skipif(_is_root(), reason="for want of an ordinary user: root may write everywhere")
def test_a_data_folder_that_nobody_may_write(fresh: Program) -> None:
    """A folder without permission is one line too."""
    closed = fresh.data / "closed"
    closed.mkdir(mode=0o500)
    ran = fresh.run("ask", "工作经费多少", WENXIAO_DATA_DIR=str(closed / "data"))

    assert ran.code == 1
    assert _is_one_chinese_line(ran), ran.err


@pytest.mark.parametrize("damage", ["text", "half"])
def test_a_corrupt_database(program: Program, damage: str) -> None:
    """A file that is no database, or half of one, is said in one line and left as it is."""
    file = program.data / "wenxiao.db"
    content = file.read_bytes()
    broken = {"text": b"hello world " * 500, "half": content[: len(content) // 2]}[damage]
    file.write_bytes(broken)
    ran = program.run("ask", "乡村振兴经费多少")

    assert ran.code == 1
    assert _is_one_chinese_line(ran), ran.err
    assert file.read_bytes() == broken


def test_a_database_of_another_program(program: Program) -> None:
    """Somebody else's SQLite file is not taken over."""
    import sqlite3

    file = program.data / "wenxiao.db"
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE document (entry TEXT)")
    connection.close()
    ran = program.run("ask", "乡村振兴经费多少")

    assert ran.code == 1
    assert _is_one_chinese_line(ran), ran.err


def test_a_latin_locale(program: Program) -> None:
    """Chinese comes out as UTF-8 whatever the locale says."""
    ran = program.run("ask", "工作经费多少", LC_ALL="C", LANG="C")

    assert ran.code == 0
    assert "28 万元" in ran.out
