"""The process that reads files for another one (`seed/apart.py`): nothing that a file makes it do can harm more than itself.

It has limits of memory, processor time and open files, its settings and secrets are left behind, and from the first file on it
opens no connection, starts no program and writes no file: a library that tries to is stopped.
"""

import json
import logging
import os
import resource
import sys
import time
import traceback
from typing import Any

from seed.errors import OutOfMemory, SeedError
from seed.frames import Answer, receive, send, written
from seed.outcome import Given
from seed.readers import read_file
from seed.reading import state

MEMORY = 1 << 30  # bytes of address space; the largest workbook that is read needs half of it
OPEN_FILES = 64
SECONDS = 180  # of the processor, for one file: more than whoever asked waits, so that the end of a reader has its reason
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.fork", "os.system", "os.remove", "os.rename", "os.mkdir")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Forbidden(RuntimeError):
    """Reading a file wanted something that reading a file never needs."""


def main() -> None:
    """Reads files from stdin until it ends: a line of JSON and the bytes; writes to stdout what each states."""
    logging.disable(logging.CRITICAL)  # pdfminer warns of every odd font
    said = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand among the answers
    _limit()
    sys.dont_write_bytecode = True
    sys.addaudithook(_guard)
    while (frame := receive(sys.stdin.buffer)) is not None:
        content = receive(sys.stdin.buffer)
        _give(SECONDS)
        send(said, written(_answer(json.loads(frame), content or b"")))


def _limit() -> None:
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_NOFILE, OPEN_FILES), (resource.RLIMIT_CORE, 0)):
        _soft, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _give(seconds: int) -> None:
    """So much more processor time, and then the end: also where nobody is left who would stop it."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = int(time.process_time()) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _guard(event: str, arguments: tuple[Any, ...]) -> None:
    writes = event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & _WRITING)
    if writes or event.startswith(_FORBIDDEN):
        raise Forbidden(event)


def _answer(asked: dict[str, Any], content: bytes) -> Answer:
    try:
        return Answer(outcome=state(read_file(asked["name"], content), Given.model_validate(asked["given"])))
    except SeedError as error:
        return Answer(refused=(error.rule, str(error)))
    except MemoryError:
        return Answer(refused=(OutOfMemory.rule, str(OutOfMemory(asked["name"]))), ends=True)
    except Exception as error:  # noqa: BLE001  # a mistake of ours goes to the log of the program that asked
        return Answer(failed=type(error).__name__, traceback=traceback.format_exc())
