"""The program in a process of its own, with its data in a folder of its own."""

import json
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tests.forking import ROOT, Running, forking

CODE = "from bot.cli import main; main()"
PROGRAM = (sys.executable, "-c", CODE)  # for tests that are about the start


@dataclass(frozen=True)
class Ran:
    """What a run of the program left: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What stands on stdout, read as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Program:
    """`wenxiao` with its data in a folder of its own."""

    data: Path

    def environment(self, **settings: str) -> dict[str, str]:
        """This process's environment without an office's own settings, and with those given."""
        plain = {k: v for k, v in os.environ.items() if not k.startswith("WENXIAO_")}
        return {**plain, "WENXIAO_DATA_DIR": str(self.data), "PYTHONPATH": str(ROOT), **settings}

    def run(self, *arguments: str, said: str | bytes = b"", **settings: str) -> Ran:
        """Runs a command to its end; `said` is its standard input, keywords are environment variables."""
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            theirs, ours = os.pipe()
            try:
                running = self.start(*arguments, streams=(theirs, out.fileno(), err.fileno()), **settings)
            finally:
                os.close(theirs)
            with suppress(BrokenPipeError), os.fdopen(ours, "wb") as pipe:
                pipe.write(said.encode() if isinstance(said, str) else said)
            code = running.wait(60)
            return Ran(code, *(_written(file).decode() for file in (out, err)))

    def start(self, *arguments: str, streams: tuple[int, int, int], **settings: str) -> Running:
        """Begins a command; `streams` are its standard input, output and error."""
        return Running([CODE, *arguments], streams, self.environment(**settings), self.data)

    def run_from_the_start(self, *arguments: str, **settings: str) -> Ran:
        """`run`, the start of Python included, for tests that are about it."""
        command, environment = [*PROGRAM, *arguments], self.environment(**settings)
        done = subprocess.run(command, input=b"", capture_output=True, timeout=60, env=environment, cwd=self.data, check=False)
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def talk(self, *lines: object) -> list[dict[str, Any]]:
        """`chat --jsonl`: what is answered to these lines, one each."""
        said = "".join((line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in lines)
        ran = self.run("chat", "--jsonl", said=said)
        assert (ran.code, ran.err) == (0, "")
        return [json.loads(line) for line in ran.out.splitlines()]


def _written(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def quick_program() -> tuple[str, ...]:
    """`PROGRAM` without the start, for scripts to run."""
    return (*forking(), CODE)


def is_one_chinese_line(ran: Ran) -> bool:
    """Whether the run ended with one line for people on stderr, and no traceback."""
    return ran.err.count("\n") == 1 and "Traceback" not in ran.err and any("\u4e00" <= c <= "\u9fff" for c in ran.err)
