"""From the bytes of a file to a `Document`: the content, not the name, says which reader reads it.

A new kind of file is one module here and one line in `READERS`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from seed.document import Document
from seed.errors import DamagedFile, EmptyFile, FileTooLarge, NotReadableYet
from seed.readers import docx, html, pdf, text, xlsx
from seed.readers.kinds import DAMAGED, kind_of

LIMIT = 20 * 2**20  # bytes; the largest published documents have a few hundred pages


@dataclass(frozen=True)
class Reader:
    """A kind of file: whether the content is of this kind, and the document that stands in it."""

    name: str
    knows: Callable[[bytes], bool]
    read: Callable[[str, bytes], Document]


READERS: tuple[Reader, ...] = (
    Reader("docx", docx.knows, docx.read),
    Reader("xlsx", xlsx.knows, xlsx.read),
    Reader("html", html.knows, html.read),
    Reader("pdf", pdf.knows, pdf.read),
    Reader("text", text.knows, text.read),
)


def read_file(name: str, content: bytes) -> Document:
    """The document in a file called `name`.

    Raises `EmptyFile`, `FileTooLarge`, `DamagedFile`, `NotReadableYet` for a kind of file without a reader, and what the readers raise.
    """
    if not content.strip(b"\x00\t\n\r \xef\xbb\xbf"):
        raise EmptyFile(name)
    if len(content) > LIMIT:
        raise FileTooLarge(name, len(content), LIMIT)
    for reader in READERS:
        if reader.knows(content):
            return reader.read(name, content)
    kind = kind_of(content)
    raise DamagedFile(name) if kind == DAMAGED else NotReadableYet(name, kind or "不认识的格式")
