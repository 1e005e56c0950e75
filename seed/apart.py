"""Reading files apart: in a process of its own with limits (`seed/child.py`), which is replaced when a file was too much for it."""

import hashlib
import json
import os
import select
import subprocess
import sys
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from seed.converting import converted
from seed.errors import ReaderDied, SeedError, TakesTooLong
from seed.findings import remark
from seed.frames import LENGTH, Answer, send
from seed.outcome import Given, Outcome
from seed.readers.kinds import CONVERTIBLE, kind_of

SECONDS = 120.0  # for one file, on a machine that has other things to do; the largest workbook takes a third of that
PROGRAM = "from seed.child import main; main()"
_LONGEST = 1 << 30  # bytes of an answer; more than the process can hold
_TO_END = 1.0  # seconds from the end of what a process says to its own
_KEPT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT", "LD_LIBRARY_PATH")  # no setting, no secret


class OurMistake(Exception):
    """The program itself failed on a file: `kind` is the exception, the message its traceback."""

    def __init__(self, kind: str, traceback: str) -> None:
        super().__init__(traceback)
        self.kind = kind


class Apart:
    """Reads files in a child process, one at a time; the child starts with the first file and ends with the `with`."""

    def __init__(self, seconds: float = SECONDS, program: str = PROGRAM) -> None:
        self._seconds = seconds
        self._program = program
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        self._end()

    def state(self, name: str, content: bytes, given: Given) -> Outcome:
        """What the file states; an old kind of file is converted first, and its own bytes are what the statement is of.

        Raises `SeedError` as reading does, `NotConverted`, `TakesTooLong`, `ReaderDied`, and `OurMistake`.
        """
        way = CONVERTIBLE.get(kind_of(content) or "")
        if way is None:
            return self._stated(name, content, given)
        outcome = self._stated(name, converted(name, content, *way), given)
        statement = outcome.statement.model_copy(update={"sha256": hashlib.sha256(content).hexdigest()})
        said = remark("converted", "", "旧格式的文件，经 LibreOffice 转换后读入；出处里的位置是转换后的。")
        return Outcome(statement=statement, findings=(said, *outcome.findings))

    def _stated(self, name: str, content: bytes, given: Given) -> Outcome:
        try:
            answer = Answer.model_validate_json(self._ask(name, content, given))
        except ValidationError:
            self._end()  # whatever it writes is no answer of ours
            raise ReaderDied(name, 0) from None
        if answer.ends:
            self._end()
        if answer.refused is not None:
            raise SeedError.said(*answer.refused)
        if answer.outcome is None:
            raise OurMistake(answer.failed, answer.traceback)
        return answer.outcome

    def _ask(self, name: str, content: bytes, given: Given) -> bytearray:
        child = self._started()
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            send(child.stdin, json.dumps({"name": name, "given": given.model_dump(mode="json")}).encode())  # type: ignore[arg-type]  # it is a BinaryIO
            send(child.stdin, content)  # type: ignore[arg-type]
            answer = self._received(child.stdout.fileno(), time.monotonic() + self._seconds)
        except BrokenPipeError:
            answer = None
        except TimeoutError:
            self._end()
            raise TakesTooLong(name, self._seconds) from None
        if answer is None:
            raise self._died(name, child)
        return answer

    def _died(self, name: str, child: subprocess.Popen[bytes]) -> ReaderDied:
        with suppress(subprocess.TimeoutExpired):  # one that goes on after an answer of no sense is ended
            child.wait(_TO_END)
        self._end()
        return ReaderDied(name, child.returncode)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            kept = {key: value for key in _KEPT if (value := os.environ.get(key)) is not None}
            path = {"PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry), "PYTHONIOENCODING": "utf-8"}
            self._child = subprocess.Popen(  # noqa: S603  # this very program
                [sys.executable, "-P", "-c", self._program],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=kept | path,
            )
        return self._child

    def _received(self, source: int, until: float) -> bytearray | None:
        head = self._read(source, LENGTH.size, until)
        if head is None:
            return None
        (length,) = LENGTH.unpack(head)
        return self._read(source, length, until) if length <= _LONGEST else None

    def _read(self, source: int, length: int, until: float) -> bytearray | None:
        """So many bytes, None where the child ended before.  Raises `TimeoutError`."""
        content = bytearray()
        while len(content) < length:
            if not select.select([source], [], [], max(0.0, until - time.monotonic()))[0]:
                raise TimeoutError
            piece = os.read(source, min(1 << 20, length - len(content)))
            if not piece:
                return None
            content += piece
        return content

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue  # what was still to be written, nobody will read
        child.wait()
