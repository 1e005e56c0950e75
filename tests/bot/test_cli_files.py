"""`wenxiao load`, `check` and `export`: what they write, and their exit codes."""

import json
import shutil

import pytest

from seed.load import bundled
from tests.bot.program import Program


def test_load_twice(fresh: Program) -> None:
    """A dry run says what the first load does, the second load that nothing changed; all exit 0."""
    folder = str(bundled())
    (dry,) = fresh.run("load", "--dry-run", "--json", folder).json
    (first,) = fresh.run("load", "--json", folder).json
    again = fresh.run("load", "--json", folder)
    (second,) = again.json

    assert (first["status"], first["new"], first["changed"], first["same"], first["removed"]) == ("loaded", 4, 0, 0, 0)
    assert all(set(f) >= {"rule", "severity", "place", "message"} for f in first["findings"])
    assert dry == {**first, "load": None}
    assert first["load"] == second["load"] == 1
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
    pytest.importorskip("bot.exports.targets", reason="for want of bot.export")
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
    pytest.importorskip("bot.exports.targets", reason="for want of bot.export")
    ran = program.run("export", "--format", form, "-o", "out")

    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (program.data / "out").stat().st_size > 100
