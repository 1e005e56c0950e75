"""The process that reads files: what it may not do, and what becomes of a file that is too much for it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from seed.apart import Apart, OurMistake
from seed.errors import EmptyFile, OutOfMemory, ReaderDied, SeedError, TakesTooLong
from seed.readers import read_file
from seed.reading import Given, state
from tests.seed.flat import TITLE, flat, form
from tests.seed.test_golden import DOCUMENTS

ROOT = Path(__file__).parents[2]

TEXT = flat(TITLE, "（2024年度）", form(money=[("年度资金总额", "1万元")])).encode()
# The reading process, in which reading a file called “bad.txt” does what stands here.
PROGRAM = """
import os, socket, subprocess, sys
import seed.child
read = seed.child.read_file
def bad(name, content):
    if name != "bad.txt":
        return read(name, content)
    {does}
seed.child.read_file = bad
seed.child.main()
"""


def doing(does: str, *, seconds: float = 30.0) -> Apart:
    return Apart(seconds, PROGRAM.format(does=does))


def good(apart: Apart) -> bool:
    return len(apart.state("a.txt", TEXT, Given()).statement.targets) == 1


def test_the_same_as_here(bundled_document, outcome):
    """What another process states is what this one states, to the letter."""
    with Apart() as apart:
        assert outcome == apart.state(bundled_document.file, _bytes(), Given())


def _bytes() -> bytes:
    from seed.load import bundled

    (file,) = [entry for entry in bundled().iterdir() if entry.name.endswith(".txt")]
    return file.read_bytes()


def test_an_error_that_people_can_put_right():
    """It comes back with its rule and its words."""
    with Apart() as apart:
        with pytest.raises(SeedError, match="文件是空的") as raised:
            apart.state("空.txt", b"", Given())
        assert raised.value.rule == EmptyFile.rule
        assert good(apart)


@pytest.mark.parametrize(
    ("does", "error"),
    [
        ("import time; time.sleep(60)", TakesTooLong),
        ("while True: pass", TakesTooLong),
        ("os._exit(3)", ReaderDied),
        ("os.kill(os.getpid(), 9)", ReaderDied),
        ("return bytearray(1 << 40)", OutOfMemory),
        ("data = []\n    while True: data.append(bytearray(1 << 24))", OutOfMemory),
    ],
)
def test_a_file_that_is_too_much(does, error):
    """It is refused with the reason, and the next file is read by a new process."""
    with doing(does, seconds=5.0) as apart:
        assert good(apart)
        with pytest.raises(SeedError) as raised:
            apart.state("bad.txt", TEXT, Given())
        assert raised.value.rule == error.rule
        assert good(apart)


FORBIDDEN = [
    "socket.socket()",
    "socket.create_connection(('127.0.0.1', 9))",
    "socket.getaddrinfo('localhost', 80)",
    "subprocess.run(['true'])",
    "os.system('true')",
    "os.fork()",
    "os.execv('/bin/true', ['true'])",
    "open('/tmp/wenxiao-never', 'w')",
    "os.open('/tmp/wenxiao-never', os.O_CREAT)",
    "os.remove('/tmp/wenxiao-never')",
]


@pytest.fixture(scope="module")
def forbidding():
    """A process that does what the content of “bad.txt” says."""
    with doing("exec(content)") as apart:
        yield apart


@pytest.mark.parametrize("does", FORBIDDEN)
def test_what_reading_never_needs(forbidding, does):
    """Connections, programs and written files are stopped, whatever library wants them."""
    with pytest.raises(OurMistake) as raised:
        forbidding.state("bad.txt", does.encode(), Given())

    assert raised.value.kind == "Forbidden"


def test_settings_and_secrets_stay_behind(monkeypatch):
    """The process that reads knows no setting of the program, least of all a token."""
    monkeypatch.setenv("WENXIAO_TELEGRAM_TOKEN", "1:secret")
    monkeypatch.setenv("OTHER_SECRET", "x")
    with doing("raise ValueError(sorted(os.environ))") as apart, pytest.raises(OurMistake) as raised:
        apart.state("bad.txt", TEXT, Given())

    assert "OTHER_SECRET" not in str(raised.value)
    assert "WENXIAO" not in str(raised.value)


def test_what_a_library_prints():
    """It does not get among the answers."""
    with doing("print('x' * 100000, flush=True); return read('a.txt', content)") as apart:
        assert len(apart.state("bad.txt", TEXT, Given()).statement.targets) == 1


def test_a_process_ends_with_its_owner():
    """Nothing is left running."""
    with Apart() as apart:
        assert good(apart)
        child = apart._child
    assert child is not None
    assert child.returncode is not None


# The reading process, which answers each file with what stands here instead of reading it.
ANSWERS = """
import os, sys
from seed.frames import receive, send
out = os.fdopen(os.dup(1), "wb")
while receive(sys.stdin.buffer) is not None:
    receive(sys.stdin.buffer)
    {does}
"""


@pytest.mark.parametrize(
    "does",
    [
        "send(out, b'Traceback (most recent call last)')",
        "send(out, b'[]')",
        "send(out, b'{}')",
        "send(out, b'{\"outcome\": 7}')",
        "send(out, b'{\"refused\": 7}')",
        "send(out, b'\\xff\\xfe')",
        "out.write(b'what somebody prints is no length'); out.flush()",
        "out.write(b'x'); out.flush(); os._exit(0)",
    ],
)
def test_an_answer_that_is_none(does):
    """Whatever a broken process answers costs that file, never the program; the next file is read by a new process."""
    with Apart(5.0, ANSWERS.format(does=does)) as apart:
        with pytest.raises(SeedError) as raised:
            apart.state("a.txt", TEXT, Given())
        assert raised.value.rule == ReaderDied.rule
        assert apart._child is None


def test_a_huge_answer():
    """An answer larger than any pipe comes whole, also while a large file is still being sent."""
    large = flat(TITLE, "（2024年度）", form(goal="\n".join(["保障" * 1000] * 400))).encode()
    with Apart() as apart:
        (target,) = apart.state("a.txt", large, Given()).statement.targets

    assert len(target.goals[0].text) == 400 * 2001 - 1


def test_a_process_does_not_outlive_its_owner():
    """Where the program is killed, its reading process finds its input at an end and ends too."""
    owner = "import sys, time; from seed.apart import Apart; a = Apart(); a._started(); print(a._child.pid, flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", owner], stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        reader = Path(f"/proc/{process.stdout.readline().strip()}")
        assert reader.exists()
        process.kill()
        process.wait()
        assert any(_ended(reader) or time.sleep(0.05) for _ in range(400))


def _ended(reader: Path) -> bool:
    """Also a process that nobody has buried yet."""
    try:
        return (reader / "stat").read_text().rpartition(") ")[2].startswith("Z")
    except (FileNotFoundError, ProcessLookupError):
        return True


def test_every_golden_document(child):
    """The process with its limits states of every kind of file what this one states: no reader needs what it may not do."""
    for path in DOCUMENTS:
        content = path.read_bytes()
        assert child.state(path.name, content, Given()) == state(read_file(path.name, content)), path.name
