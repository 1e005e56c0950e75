"""What the program and the process that reads files for it say to each other: frames of bytes, and the answer about a file."""

import struct
from typing import BinaryIO, Self

from pydantic import TypeAdapter, model_validator

from seed.outcome import Outcome
from store.model import Record

LENGTH = struct.Struct(">Q")


class Answer(Record):
    """What the reading process says of a file: what it states, why it is refused, or how reading failed."""

    outcome: Outcome | None = None
    refused: tuple[str, str] | None = None
    ends: bool = False
    failed: str = ""
    traceback: str = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.outcome is None and self.refused is None and not self.failed:
            raise ValueError("neither an outcome nor a reason")
        return self


_ANSWERS = TypeAdapter(Answer)


def written(answer: Answer) -> bytes:
    """The answer as it goes over, without a second copy of it as text: it may have fifty megabytes."""
    return _ANSWERS.dump_json(answer)


def send(to: BinaryIO, content: bytes) -> None:
    """Writes one frame: its length, then its bytes."""
    to.write(LENGTH.pack(len(content)))
    to.write(content)
    to.flush()


def receive(source: BinaryIO) -> bytes | None:
    """One frame; None where the stream ends, also in the middle of one."""
    head = source.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    content = source.read(length)
    return content if len(content) == length else None
