"""make and its scripts, run in a folder of their own with a stand-in for the installed program."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROGRAM = '#!/bin/sh\nfor a in "$@"; do printf "%s\\n" "$a"; done\n'  # says its arguments, one a line


@pytest.fixture
def clone(tmp_path):
    """A folder, with a space in its name, in which everything is installed and loaded already."""
    folder = tmp_path / "my clone"
    binaries = folder / ".venv" / "bin"
    binaries.mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    for part in ("requirements", "scripts"):
        shutil.copytree(ROOT / part, folder / part)
    for name in ("python", "wenxiao"):
        executable(binaries / name, PROGRAM)
    (folder / ".demo").mkdir()
    for stamp in (".venv/run", ".venv/dev", ".demo/loaded"):
        (folder / stamp).touch()
    return folder


def executable(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "Q"}}
    return run(["make", *arguments], cwd=folder, env=environment)


@pytest.mark.parametrize(
    "question",
    [
        "乡村振兴经费多少",
        "它说“多少”？",
        "a \"b\" 'c'",
        "$HOME $(shell touch made) ${PATH} $$",
        "`touch made`; touch made",
        "--help",
        "#x\\",
        "一\n二",
    ],
)
def test_a_question_on_the_make_line(clone, question):
    """Q reaches the program to the letter, and nothing in it is carried out; stdout has only the answer."""
    result = make(clone, "demo", f"Q={question}")

    assert result.stdout == f"ask\n--\n{question}\n", result.stderr
    assert not (clone / "made").exists()


def test_a_demo_without_a_terminal(clone):
    """It answers one example question and ends, rather than wait for somebody who is not there."""
    assert make(clone, "demo").stdout == "ask\n--\n乡村振兴经费多少\n"


def test_a_second_run(clone):
    """When nothing changed, nothing is installed or loaded again."""
    assert make(clone, "--question", ".demo/loaded").returncode == 0


@pytest.mark.parametrize("changed", ["requirements/run.txt", "pyproject.toml"])
def test_a_lock_that_changed(clone, changed):
    """It is installed anew."""
    os.utime(clone / changed, (4e9, 4e9))

    assert make(clone, "--question", ".venv/run").returncode == 1


def test_a_shim_that_does_not_run(tmp_path):
    """A name on the PATH proves nothing: the next Python that really runs is taken."""
    shim = executable(tmp_path / "python3.99", "#!/bin/sh\necho 'command not found' >&2\nexit 127\n")
    result = make_venv(tmp_path / "venv", f"{shim} python3")

    assert (result.returncode, (tmp_path / "venv" / "bin" / "pip").exists()) == (0, True), result.stderr


def test_no_python_that_is_new_enough(tmp_path):
    """It says which version is needed, in both languages, and fails."""
    old = executable(tmp_path / "python2", "#!/bin/sh\nexit 1\n")
    result = make_venv(tmp_path / "venv", str(old))

    assert result.returncode == 1
    assert "没有找到可用的 Python 3.11" in result.stdout


def test_a_python_without_venv(tmp_path):
    """It says which package of the system is missing, and fails."""
    bare = executable(tmp_path / "bare", '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n')
    result = make_venv(tmp_path / "venv", str(bare))

    assert result.returncode == 1
    assert "apt-get install python3-venv" in result.stdout


def make_venv(folder: Path, candidates: str) -> subprocess.CompletedProcess[str]:
    script = [str(ROOT / "scripts" / "make_venv"), str(folder)]
    return run(script, env={**os.environ, "PYTHON": candidates})


def run(command: list[str], **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=120, check=False, **options
    )
