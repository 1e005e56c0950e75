"""A process of its own for a test, without the start of Python (`forks.py`)."""

import atexit
import os
import select
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from tests import forks

ROOT = Path(__file__).parents[1]


class Running:
    """A program as it runs, in a process that was forked: `command` is what stands behind `python -c`.

    `streams` are its standard input, output and error.
    """

    def __init__(
        self,
        command: Sequence[str],
        streams: tuple[int, int, int] = (0, 1, 2),
        environment: Mapping[str, str] = os.environ,
        folder: Path = ROOT,
    ) -> None:
        self._connection = forks.ask(_address(), list(command), dict(environment), str(folder), streams)
        self._said = self._connection.makefile()
        self._number = int(self._said.readline())
        self._code: int | None = None

    def poll(self) -> int | None:
        """Its exit code, None while it runs."""
        with suppress(subprocess.TimeoutExpired):
            self.wait(0)
        return self._code

    def wait(self, seconds: float | None = None) -> int:
        """Its exit code, negative where a signal ended it.  Raises `subprocess.TimeoutExpired`."""
        if self._code is None:
            if not select.select([self._connection], [], [], seconds)[0]:
                raise subprocess.TimeoutExpired("a fork", seconds or 0)
            self._code = int(self._said.readline())
            self._said.close()
            self._connection.close()
        return self._code

    def send_signal(self, number: signal.Signals) -> None:
        """Sends it a signal, as long as it runs."""
        if self.poll() is None:
            os.kill(self._number, number)

    def kill(self) -> None:
        """Ends it as a power cut does."""
        self.send_signal(signal.SIGKILL)


@cache
def _address() -> str:
    """Where processes are forked; all is imported there at the first use, and it ends with this process."""
    folder = tempfile.mkdtemp(prefix="wx", dir="/tmp")  # the path of a socket must stay short
    address = f"{folder}/forks"
    command = [sys.executable, "-c", f"from tests.forks import serve; serve({address!r})"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("WENXIAO_")} | {"PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, cwd=folder)
    assert server.stdin is not None
    assert server.stdout is not None

    atexit.register(server.communicate)  # the end of its standard input
    assert b"ready\n" == server.stdout.readline()
    return address


def forking() -> tuple[str, ...]:
    """`python -c` without the start, for scripts to run."""
    return (sys.executable, "-S", str(Path(forks.__file__)), _address())
