"""`wenxiao serve` in a process of its own, to be killed and stopped."""

import signal
import subprocess

from tests.bot.program import PROGRAM, Program
from tests.botapi.server import BotApi
from tests.peers.emulator import Emulator


class Serving:
    """Starts it as often as wanted, over one store; what it logs is kept in one file.  At the end of the `with` it is killed."""

    def __init__(self, program: Program, api: BotApi | Emulator, **settings: str) -> None:
        usual = {
            "WENXIAO_TELEGRAM_TOKEN": api.token,
            "WENXIAO_TELEGRAM_API_URL": api.url,
            "WENXIAO_ACCESS": "open",
            "WENXIAO_HTTP_PORT": "0",
        }
        self._environment = program.environment(**{**usual, **settings})
        self._folder = program.data
        self.log = program.data / "serve.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts it; it may take a second until it listens."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*PROGRAM, "serve"], env=self._environment, cwd=self._folder, stderr=log, stdout=log, stdin=subprocess.DEVNULL
            )

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

    def said(self) -> str:
        """Everything it logged so far."""
        return self.log.read_text(encoding="utf-8")

    def __enter__(self) -> "Serving":
        return self

    def __exit__(self, *_: object) -> None:
        """Whatever became of the test, nothing is left running."""
        if self._process is not None and self._process.poll() is None:
            self.kill()
