"""The Dockerfile: what the image promises, and that the reader of `scripts/image/` understands it or refuses it."""

import re
import tomllib
from pathlib import Path

import pytest

from scripts.image.context import context, ignored, patterns
from scripts.image.dockerfile import Copy, Run, read
from scripts.image.lines import NotUnderstood

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "Dockerfile").read_text(encoding="utf-8")
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]


@pytest.fixture(scope="module")
def stages():
    """The stages of the Dockerfile."""
    return read(TEXT)


@pytest.fixture
def image(stages):
    """The last stage, which becomes the image."""
    return stages[-1]


def test_stages(stages, image):
    """One builds, one runs, upon the same base; what runs has nothing of the first but its virtual environment."""
    copies = [step for step in image.steps if isinstance(step, Copy)]

    assert ["python:3.12-slim"] * 2 == [stage.base for stage in stages]
    assert [("build", ("/venv",))] == [(copy.stage, copy.sources) for copy in copies]


def test_a_base_of_ones_own():
    """One build argument changes it for both stages, and another names the registry, which the image forgets."""
    built, image = read(TEXT, {"BASE_IMAGE": "office/python:3.13", "PIP_INDEX_URL": "https://office/simple"})
    downloads = next(step for step in built.steps if isinstance(step, Run) and "download" in step.command[-1])

    assert ("office/python:3.13", "office/python:3.13") == (built.base, image.base)
    assert downloads.environment["PIP_INDEX_URL"] == "https://office/simple"
    assert "PIP_INDEX_URL" not in image.environment


def test_who_runs(image):
    """A user by number, not root, whose volume is the data folder."""
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", image.user)
    assert image.volumes == (image.environment["WENXIAO_DATA_DIR"],)


def test_what_runs(image):
    """The program itself is process 1 and gets the signal; it listens where the engine can reach it."""
    assert (("wenxiao",), ("serve",), "SIGTERM") == (image.entrypoint, image.command, image.stop_signal)
    assert ("0.0.0.0", ("8080",)) == (image.environment["WENXIAO_HTTP_HOST"], image.ports)  # noqa: S104


def test_health(image):
    """The engine can ask with what the image has, and gives the answer more time than the question takes."""
    name, *_, code = image.health.command
    compile(code, "HEALTHCHECK", "exec")

    assert name == "python"
    assert "/healthz" in code
    assert image.health.options["timeout"] > int(re.search(r"timeout=(\d+)", code)[1])


def test_text(image):
    """Chinese is printed whatever the host's locale, and a log line at once."""
    assert ("1", "1", "C.UTF-8") == tuple(image.environment[n] for n in ("PYTHONUTF8", "PYTHONUNBUFFERED", "LANG"))


def test_what_is_copied(stages):
    """Each source is there in a clean clone, and .dockerignore lets it through."""
    sent = context(ROOT)
    sources = [s for stage in stages for step in stage.steps if isinstance(step, Copy) and not step.stage for s in step.sources]

    assert [] == [s for s in sources if not any(name == s or name.startswith(f"{s}/") for name in sent)]
    assert [] == [name for name in sent if not any(name == s or name.startswith(f"{s}/") for s in sources)]


def test_what_is_installed(stages):
    """Packages come from a lock, each with its hash, and with every extra of pyproject.toml."""
    commands = [step.command[-1] for stage in stages for step in stage.steps if isinstance(step, Run)]
    locks = [name for command in commands for name in re.findall(r"-r (\S+)", command)]
    online = [c for c in commands if re.search(r"\bpip\b.*\b(install|download)\b", c) and "--no-index" not in c]
    extras = re.search(r"wenxiao\[([\w,]+)\]", " ".join(commands))

    assert locks == ["requirements/image.txt"]
    assert all((ROOT / name).is_file() for name in locks)
    assert [] == [command for command in online if "--require-hashes" not in command]
    assert set(extras[1].split(",")) == set(EXTRAS)


@pytest.mark.parametrize(
    "line",
    [
        "ADD https://example.org/x /x",
        "COPY --chown=1:1 a b",
        "COPY *.py ./",
        "RUN --mount=type=cache,target=/x true",
        "RUN <<END",
        "RUN",
        "ENV A b",
        "ENV A=$NOBODY",
        "ENV A=${B:-c}",
        "ENV A='b'",
        "USER wenxiao",
        "ENTRYPOINT wenxiao serve",
        "CMD wenxiao serve",
        "HEALTHCHECK CMD wenxiao doctor",
        "HEALTHCHECK NONE",
        'SHELL ["/bin/bash"]',
        "ONBUILD RUN true",
        "FROM --platform=linux/arm64 base",
        "run true",
        "# syntax=docker/dockerfile:1",
        "RUN true \\",
    ],
)
def test_a_line_that_is_not_understood(line):
    """It is refused with its number, not left out: a trial that skips a line proves nothing."""
    with pytest.raises(NotUnderstood):
        read(f"FROM base\n{line}")


def test_where_a_line_is_not_understood():
    """The message names the line on which the instruction begins."""
    with pytest.raises(NotUnderstood, match="line 3: VOLUMES"):
        read("FROM base\n# why\nVOLUMES \\\n  /data")


@pytest.mark.parametrize(
    ("path", "left_out"),
    [
        ("bot/app.py", False),
        ("bot/channels/console.py", False),
        ("bot/__pycache__/app.pyc", True),
        ("seed/data/x.db", True),
        (".env", True),
        ("bot/.env", True),
        ("bots/app.py", True),
        ("requirements/dev.txt", True),
        ("requirements/image.txt", False),
        (".git/config", True),
    ],
)
def test_dockerignore(path, left_out):
    """Only what is built from is sent: no settings, no data, no history."""
    assert ignored(path, patterns((ROOT / ".dockerignore").read_text(encoding="utf-8"))) == left_out
