"""make installs the Node peers where it can, and goes on where it cannot."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKE = shutil.which("make")


@pytest.fixture
def clone(tmp_path):
    """A folder with the Makefile, the list of peers, and a Python that is there already."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    peers = tmp_path / "tests" / "peers"
    peers.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "tests" / "peers" / name, peers)
    executable(tmp_path / ".venv" / "bin" / "python", "#!/bin/sh\n")
    return tmp_path


def executable(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def make(clone: Path, npm: str | None) -> subprocess.CompletedProcess[str]:
    """`make .venv/peers` on a machine where npm does this, or is not there."""
    path = clone / "path"
    if npm is not None:
        executable(path / "npm", f"#!/bin/sh\n{npm}\n")
        (path / "touch").symlink_to(shutil.which("touch"))
    command = [MAKE, ".venv/peers"]
    return subprocess.run(command, cwd=clone, env={"PATH": str(path)}, capture_output=True, encoding="utf-8", check=False)


def test_a_machine_without_npm(clone):
    """One line says what is skipped; it is no failure, and the next run tries again."""
    result = make(clone, npm=None)

    assert (result.returncode, result.stderr.count("\n"), "没有 npm" in result.stderr) == (0, 1, True), result.stderr
    assert not (clone / ".venv" / "peers").exists()


def test_a_registry_that_cannot_be_reached(clone):
    """The same."""
    result = make(clone, npm="exit 1")

    assert (result.returncode, "npm ci 失败" in result.stderr) == (0, True), result.stderr
    assert not (clone / ".venv" / "peers").exists()


def test_a_machine_with_npm(clone):
    """What the lock says is installed in the peers' folder, once."""
    result = make(clone, npm='echo "$@" >installed')

    assert result.returncode == 0, result.stderr
    assert (clone / "tests" / "peers" / "installed").read_text().startswith("ci ")
    assert "up to date" in subprocess.run([MAKE, ".venv/peers"], cwd=clone, capture_output=True, text=True, check=True).stdout
