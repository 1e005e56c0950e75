"""The open development set, where it lies beside the project: its graders must be content."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from seed.load import bundled

DEVSET = Path(__file__).parents[2] / "shared" / "devset"
PROGRAM = (sys.executable, "-c", "from bot.cli import main; main()")

pytestmark = pytest.mark.skipif(not DEVSET.is_dir(), reason="for want of the development set beside the project")

Run = Callable[..., str]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs a command in an environment where the bundled document is loaded; gives what it printed."""
    data = tmp_path_factory.mktemp("devset")
    settings = {"WENXIAO_DATA_DIR": str(data), "WENXIAO_DATABASE_URL": "", "PYTHONPATH": str(Path(__file__).parents[1])}

    def command(*arguments: object) -> str:
        done = subprocess.run(
            [str(a) for a in arguments], capture_output=True, text=True, timeout=300, env={**os.environ, **settings}, check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout + done.stderr

    command(*PROGRAM, "load", str(bundled()))
    return command


def test_the_questions_of_the_bundled_document(run: Run) -> None:
    """At least 98 of 100 questions are answered as they should be, and no figure is wrong."""
    corpus = DEVSET / "xiangshan"
    said = run(
        sys.executable,
        DEVSET / "grade.py",
        "--gold",
        corpus / "gold.jsonl",
        corpus / "cases.jsonl",
        "--",
        *PROGRAM,
        "chat",
        "--jsonl",
    )
    cases = re.search(r"^cases +(\d+) +(\d+)", said, re.MULTILINE)
    wrong = re.search(r"(\d+) wrong or without a fact", said)

    assert cases is not None, said
    assert wrong is not None, said
    good, asked = sorted(map(int, cases.groups()))
    assert good >= 0.98 * asked, said
    assert int(wrong[1]) == 0, said


def test_the_export_of_the_bundled_document(run: Run, tmp_path: Path) -> None:
    """Projects, amounts, goals and indicators are what somebody wrote out by hand, all of them and no more."""
    pytest.importorskip("bot.exports.targets", reason="for want of bot.export")
    exported = tmp_path / "export.jsonl"
    run(*PROGRAM, "export", "--format", "jsonl", "-o", exported)
    said = run(sys.executable, DEVSET / "import_score.py", DEVSET / "xiangshan" / "gold.jsonl", exported)

    scores = dict(re.findall(r"^(projects|amounts|goals|indicators) .* (\S+)%$", said, re.MULTILINE))

    assert scores == dict.fromkeys(("projects", "amounts", "goals", "indicators"), "100.0"), said
