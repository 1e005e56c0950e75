"""The process that reads files: what it may not do, and what becomes of a file that is too much for it."""

import pytest

from seed.apart import Apart, OurMistake
from seed.errors import EmptyFile, OutOfMemory, ReaderDied, SeedError, TakesTooLong
from seed.reading import Given
from tests.seed.flat import TITLE, flat, form

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


@pytest.mark.parametrize(
    "does",
    [
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
    ],
)
def test_what_reading_never_needs(does):
    """Connections, programs and written files are stopped, whatever library wants them."""
    with doing(does) as apart, pytest.raises(OurMistake) as raised:
        apart.state("bad.txt", TEXT, Given())

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
