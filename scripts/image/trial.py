"""An image that was built, run as an office runs it: read-only but for its volume and /tmp, as its own user."""

import os
import shlex
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.image.build import at_home, below
from scripts.image.container import Failed, Mounted, Process, contained, first_process, inside
from scripts.image.dockerfile import Stage

ROOT = Path(__file__).parents[2]
QUESTION, ANSWER = "乡村振兴经费多少", "任圩街道办事处财政所 2.6 万元"
DOCUMENTS = "/documents"
API_PORT = 8081
SETTINGS = {
    "WENXIAO_ACCESS": "open",
    "WENXIAO_TELEGRAM_TOKEN": "42:trial",
    "WENXIAO_TELEGRAM_API_URL": f"http://127.0.0.1:{API_PORT}",
}
END_WITHIN, HEALTHY_WITHIN, ANSWER_WITHIN = 30, 60, 30


class Trial:
    """The image in `root`, with a volume of its own, in the network of process `network`."""

    def __init__(self, image: Stage, root: Path, scratch: Path, network: int) -> None:
        self.image, self.root, self.network = image, root, network
        (volume,) = image.volumes
        filled = below(root, volume).stat()  # an engine gives a new volume the owner and the mode of the image's folder
        (data := scratch / "volume").mkdir()
        os.chown(data, filled.st_uid, filled.st_gid)
        data.chmod(filled.st_mode)
        below(root, DOCUMENTS).mkdir()
        self.mounts = [Mounted(data, volume, writable=True), Mounted(ROOT / "seed" / "data", DOCUMENTS)]

    def prints(self, *arguments: str) -> str:
        """What the entry point prints with these arguments, in a container of its own.  Raises `Failed`."""
        return self._printed([*self.image.entrypoint, *arguments])

    @contextmanager
    def serving(self) -> Iterator[int]:
        """The image's own command and its process number, up to its end: by its stop signal, in time, with exit code 0."""
        command = self._contained([*self.image.entrypoint, *self.image.command], SETTINGS)
        with subprocess.Popen(command, stdin=subprocess.DEVNULL) as running:
            number = running.pid
            try:
                number = first_process(running.pid)
                yield number
                os.kill(number, signal.Signals[self.image.stop_signal])
                code = running.wait(END_WITHIN)
            finally:
                if running.poll() is None:
                    os.kill(number, signal.SIGKILL)  # with it ends all that it started
        if code:
            raise AssertionError(f"exit code {code} after {self.image.stop_signal}")

    def becomes_healthy(self, number: int) -> bool:
        """Whether the HEALTHCHECK's command says so in time, run in the container as an engine runs it."""
        assert self.image.health is not None
        command = inside(number, self._process(self.image.health.command))
        seconds = self.image.health.options["timeout"]
        began = time.monotonic()
        while Path(f"/proc/{number}").exists() and time.monotonic() - began < HEALTHY_WITHIN:
            if subprocess.run(command, stderr=subprocess.DEVNULL, timeout=seconds, check=False).returncode == 0:
                return True
            time.sleep(0.5)
        return False

    def writable(self) -> list[str]:
        """The folders in which the image's user can write, among those that are not the kernel's."""
        code = "import os; print(*[d for d, *_ in os.walk('/') if d[:5] not in ('/proc', '/dev') and os.access(d, os.W_OK)])"
        return self._printed(["python", "-c", code]).split()

    def _printed(self, command: Sequence[str]) -> str:
        run = subprocess.run(
            self._contained(command), check=False, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, encoding="utf-8"
        )
        if run.returncode:
            raise Failed(f"exit code {run.returncode}: {shlex.join(command)}")
        return run.stdout

    def _contained(self, command: Sequence[str], settings: Mapping[str, str] | None = None) -> list[str]:
        return contained(self.root, self._process(command, settings), self.mounts, self.network)

    def _process(self, command: Sequence[str], settings: Mapping[str, str] | None = None) -> Process:
        environment = at_home(self.root, self.image.user, {**self.image.environment, **(settings or {})})
        return Process(command, self.image.user, self.image.folder, environment)


def try_out(image: Stage, root: Path, scratch: Path, say: Callable[[str], None]) -> None:
    """What an office does with the image, each with its proof; `AssertionError` says what does not hold."""

    def hold(holds: bool, what: str) -> None:
        if not holds:
            raise AssertionError(what)
        say(what)

    with _bot_api() as said:
        trial = Trial(image, root, scratch, said.network)
        writable = sorted(trial.writable())
        hold(writable == [*image.volumes, "/tmp"], f"user {image.user} can write to {', '.join(writable)}")  # noqa: S108
        say(f"load: {trial.prints('load', DOCUMENTS).splitlines()[0]}")
        answer = trial.prints("ask", QUESTION)
        hold(ANSWER in answer, f"ask: {answer.splitlines()[0]}")
        with trial.serving() as number:
            hold(trial.becomes_healthy(number), "serve: HEALTHCHECK")
            hold(any(ANSWER in line for line in said.lines()), "serve: an answer in the chat")
            stopped = time.monotonic()
        say(f"serve: ended by {image.stop_signal} with 0 after {time.monotonic() - stopped:.1f} s")


@dataclass(frozen=True)
class _BotApi:
    """A Bot API server of ours, which one person asks one question; its network reaches nothing else."""

    process: subprocess.Popen[str]

    @property
    def network(self) -> int:
        return self.process.pid

    def lines(self) -> Iterator[str]:
        """What the bot says, line by line; it ends when nothing more may come."""
        assert self.process.stdout is not None
        late = threading.Timer(ANSWER_WITHIN, self.process.kill)
        late.start()
        try:
            yield from iter(self.process.stdout.readline, "")
        finally:
            late.cancel()


@contextmanager
def _bot_api() -> Iterator[_BotApi]:
    command = ["unshare", "--net", sys.executable, "-m", "scripts.image.one_question", str(API_PORT), QUESTION]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield _BotApi(process)
        finally:
            process.kill()
