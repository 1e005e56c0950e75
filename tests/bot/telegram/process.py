"""`wenxiao serve` in a process of its own, to be killed and stopped."""

import os
import signal
import subprocess
from pathlib import Path
from typing import IO

from tests.bot.program import PROGRAM, Program, Running
from tests.botapi.server import BotApi
from tests.peers.emulator import Emulator


class Serving:
    """Starts it as often as wanted, over one store; what it logs is kept in one file.  At the end of the `with` it is killed.

    `whole` is with the start of Python and with its end.
    """

    def __init__(self, program: Program, api: BotApi | Emulator, *, whole: bool = False, **settings: str) -> None:
        usual = {
            "WENXIAO_TELEGRAM_TOKEN": api.token,
            "WENXIAO_TELEGRAM_API_URL": api.url,
            "WENXIAO_ACCESS": "open",
            "WENXIAO_HTTP_PORT": "0",
        }
        self._program = program
        self._settings = {**usual, **settings}
        self._whole = whole
        self.log = program.data / "serve.log"
        self._process: subprocess.Popen[bytes] | Running | None = None

    def start(self) -> None:
        """Starts it; it may take a second until it listens."""
        with self.log.open("ab") as log, Path(os.devnull).open("rb") as nothing:
            if self._whole:
                self._process = self._started(nothing, log)
            else:
                streams = nothing.fileno(), log.fileno(), log.fileno()
                self._process = self._program.start("serve", streams=streams, **self._settings)

    def _started(self, nothing: IO[bytes], log: IO[bytes]) -> subprocess.Popen[bytes]:
        program, environment = self._program, self._program.environment(**self._settings)
        return subprocess.Popen([*PROGRAM, "serve"], env=environment, cwd=program.data, stdin=nothing, stdout=log, stderr=log)

    def kill(self) -> None:
        """Ends it as a power cut does."""
        self._signal(signal.SIGKILL)

    def stop(self, within: float = 30) -> int:
        """Ends it as a service manager does, and gives its exit code."""
        return self._signal(signal.SIGTERM, within)

    def _signal(self, number: signal.Signals, within: float = 10) -> int:
        assert self._process is not None
        self._process.send_signal(number)
        return self._process.wait(within)

    @property
    def number(self) -> int:
        """The number of its process (PID), where it was started whole."""
        assert isinstance(self._process, subprocess.Popen)
        return self._process.pid

    def said(self) -> str:
        """Everything it logged so far."""
        return self.log.read_text(encoding="utf-8")

    def __enter__(self) -> "Serving":
        return self

    def __exit__(self, *_: object) -> None:
        """Whatever became of the test, nothing is left running."""
        if self._process is not None and self._process.poll() is None:
            self.kill()
