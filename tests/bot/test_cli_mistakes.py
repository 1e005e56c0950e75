"""What a user can put right is one Chinese line on stderr and an exit code, never a traceback."""

import os
import sqlite3
from collections.abc import Iterable

import pytest

from tests.bot.program import Program, is_one_chinese_line


def test_a_table_file_is_not_written_to_the_terminal(program: Program) -> None:
    """A workbook without -o is a usage error in one line."""
    ran = program.run("export", "--format", "xlsx")

    assert ran.code == 2
    assert is_one_chinese_line(ran)


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
    assert is_one_chinese_line(ran), ran.err
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
    assert is_one_chinese_line(ran), ran.err


@pytest.mark.skipif(_is_root(), reason="for want of an ordinary user: root may write everywhere")
def test_a_data_folder_that_nobody_may_write(fresh: Program) -> None:
    """A folder without permission is one line too."""
    closed = fresh.data / "closed"
    closed.mkdir(mode=0o500)
    ran = fresh.run("ask", "工作经费多少", WENXIAO_DATA_DIR=str(closed / "data"))

    assert ran.code == 1
    assert is_one_chinese_line(ran), ran.err


@pytest.mark.parametrize("damage", ["text", "half"])
def test_a_corrupt_database(program: Program, damage: str) -> None:
    """A file that is no database, or half of one, is said in one line and left as it is."""
    file = program.data / "wenxiao.db"
    content = file.read_bytes()
    broken = {"text": b"hello world " * 500, "half": content[: len(content) // 2]}[damage]
    file.write_bytes(broken)
    ran = program.run("ask", "乡村振兴经费多少")

    assert ran.code == 1
    assert is_one_chinese_line(ran), ran.err
    assert file.read_bytes() == broken


def test_a_database_of_another_program(program: Program) -> None:
    """Somebody else's SQLite file is not taken over."""
    file = program.data / "wenxiao.db"
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE document (entry TEXT)")
    connection.close()
    ran = program.run("ask", "乡村振兴经费多少")

    assert ran.code == 1
    assert is_one_chinese_line(ran), ran.err


@pytest.mark.parametrize(("typed", "said"), [("aks", "没有“aks”这个命令，是不是“ask”"), ("zzz", "没有“zzz”这个命令。")])
def test_a_command_that_there_is_not(program: Program, typed: str, said: str) -> None:
    """Said in Chinese, with the one that it looks like."""
    ran = program.run(typed, "乡村振兴经费多少")

    assert said in ran.err
    assert "No such" not in ran.err
