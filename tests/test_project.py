"""The clone as a whole: what it names, what it needs, and what it ships."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "seed", "store")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# One letter of each stands in brackets, so that this file does not match itself.
FORBIDDEN = {
    "a package registry's host": r"py[p]i\.org|pytho[n]hosted|npm[j]s\.(org|com)|deb\.debia[n]|crate[s]\.io|mirror[s]\.[a-z]",
    "a path of one machine": r"/wor[k]/|/roo[t]/|/User[s]/|/opt/pyp[i]|\.pyen[v]/",
    "where a lock fetched a package": r"resolve[d]\"?:? +\"?(?:http|file|git)|(?:--|^)(?:extra-)?index-ur[l][ =]",
}


def tracked(*folders: str) -> list[Path]:
    """The files that git keeps or would keep, without those that are deleted."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *folders]
    listing = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in sorted(set(listing.split("\0"))) if name and (ROOT / name).is_file()]


def pins(lock: str) -> dict[str, tuple[str, int]]:
    """Package → its pinned version and the number of its hashes."""
    entries = (ROOT / "requirements" / lock).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    found = {}
    for entry in (line for line in entries if line and not line.startswith("#")):
        match = re.match(r"([a-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", entry)
        assert match, f"not pinned: {entry[:80]}"
        found[str(canonicalize_name(match[1]))] = (match[2], entry.count("--hash=sha256:"))
    return found


def group(name: str) -> list[Requirement]:
    """A dependency group with the groups that it includes."""
    entries = PROJECT["dependency-groups"][name]
    own = [Requirement(e) for e in entries if isinstance(e, str)]
    return own + [r for e in entries if isinstance(e, dict) for r in group(e["include-group"])]


CORE = [Requirement(r) for r in PROJECT["project"]["dependencies"]]
EXTRAS = [Requirement(r) for extra in PROJECT["project"]["optional-dependencies"].values() for r in extra]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_every_tracked_file(what):
    """No file names a package registry, a path of one machine, or where a package was fetched from."""
    pattern = re.compile(FORBIDDEN[what].encode(), re.MULTILINE)
    found = [f"{path.relative_to(ROOT)}: {m[0].decode()}" for path in tracked() if (m := pattern.search(path.read_bytes()))]

    assert [] == found


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("run.txt", CORE + group("build")),
        ("image.txt", CORE + EXTRAS + group("build")),
        ("dev.txt", CORE + EXTRAS + group("dev")),
    ],
    ids=["run", "image", "dev"],
)
def test_a_lock_and_pyproject(lock, wanted):
    """Every declared dependency is in the lock, at a version that pyproject.toml allows; `make lock` mends it."""
    pinned = pins(lock)

    wrong = [str(r) for r in wanted if (p := pinned.get(canonicalize_name(r.name))) is None or p[0] not in r.specifier]
    assert [] == wrong


@pytest.mark.parametrize("lock", ["run.txt", "image.txt", "dev.txt"])
def test_a_lock_alone(lock):
    """Each pin has a hash, and the file has no address."""
    assert [] == [name for name, (_, hashes) in pins(lock).items() if hashes == 0]
    assert "://" not in (ROOT / "requirements" / lock).read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", ["run.txt", "image.txt"])
def test_a_smaller_lock(lock):
    """What runs is what was tested: it has the versions of the lock of the tests."""
    tested = pins("dev.txt")

    assert [] == [name for name, pin in pins(lock).items() if tested.get(name) != pin]


def test_third_party_imports_of_the_program():
    """Whatever bot, seed and store import is declared in pyproject.toml: they run without the development dependencies."""
    declared = {canonicalize_name(r.name) for r in CORE + EXTRAS}
    distributions = packages_distributions()
    undeclared = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in tracked(*ROOMS)
        if path.suffix == ".py"
        for name in sorted(_imported(path))
        if not declared & {canonicalize_name(d) for d in distributions.get(name, [])}
    ]

    assert [] == undeclared


def _imported(path: Path) -> set[str]:
    """The top-level modules from outside that a file imports, wherever in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.split(".")[0])
    return names - set(ROOMS) - sys.stdlib_module_names


def test_import_contracts():
    """Imports point down, siblings do not know each other, and a library has one door."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout[-3000:]


def test_a_wheel(tmp_path):
    """The wheel holds every file of the three rooms: documents, tables and migrations as well as code."""
    with ZipFile(build_wheel(tmp_path)) as wheel:
        shipped = set(wheel.namelist())

    assert [] == [name for path in tracked(*ROOMS) if (name := path.relative_to(ROOT).as_posix()) not in shipped]


def build_wheel(folder: Path) -> Path:
    """The project's wheel, built with the backend that is installed here, without the network."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.mark.prove
def test_an_office_that_installs_the_wheel(tmp_path):
    """The wheel and requirements/run.txt are all that is needed to load the bundled document and to answer."""
    wheel, venv = build_wheel(tmp_path), tmp_path / "venv"
    ours = {k: v for k, v in os.environ.items() if not k.startswith("WENXIAO_") and k not in {"PYTHONPATH", "VIRTUAL_ENV"}}

    def run(*command: str | Path) -> str:
        environment = {**ours, "WENXIAO_DATA_DIR": str(tmp_path / "data")}
        return subprocess.run(command, cwd=tmp_path, env=environment, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout

    run(sys.executable, "-m", "venv", venv)
    run(venv / "bin/pip", "install", "--quiet", "--require-hashes", "-r", ROOT / "requirements/run.txt")
    run(venv / "bin/pip", "install", "--quiet", "--no-deps", "--no-index", wheel)
    run(venv / "bin/wenxiao", "load", next(venv.glob("lib/*/site-packages/seed/data")))

    assert "任圩街道办事处财政所 2.6 万元" in run(venv / "bin/wenxiao", "ask", "乡村振兴经费多少")
