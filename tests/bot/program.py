"""The program in a process of its own, with its data in a folder of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = (sys.executable, "-c", "from bot.cli import main; main()")


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
        return {**plain, "WENXIAO_DATA_DIR": str(self.data), "PYTHONPATH": str(Path(__file__).parents[2]), **settings}

    def run(self, *arguments: str, said: str | bytes = b"", **settings: str) -> Ran:
        """Runs a command to its end; `said` is its standard input, keywords are environment variables."""
        content = said.encode() if isinstance(said, str) else said
        command = [*PROGRAM, *arguments]
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=60, env=self.environment(**settings), cwd=self.data, check=False
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def talk(self, *lines: object) -> list[dict[str, Any]]:
        """`chat --jsonl`: what is answered to these lines, one each."""
        said = "".join((line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in lines)
        ran = self.run("chat", "--jsonl", said=said)
        assert (ran.code, ran.err) == (0, "")
        return [json.loads(line) for line in ran.out.splitlines()]


def is_one_chinese_line(ran: Ran) -> bool:
    """Whether the run ended with one line for people on stderr, and no traceback."""
    return ran.err.count("\n") == 1 and "Traceback" not in ran.err and any("\u4e00" <= c <= "\u9fff" for c in ran.err)
