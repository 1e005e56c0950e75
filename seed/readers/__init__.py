"""From the bytes of a file to a `Document`: the content, not the name, says which reader reads it.

A new kind of file is one module here and one line in `READERS`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from seed.document import Document
from seed.errors import EmptyFile
from seed.readers import csv, docx, html, mhtml, ofd, pdf, spreadsheetml, text, xls, xlsx
from seed.readers.kinds import refusal


@dataclass(frozen=True)
class Reader:
    """A kind of file: whether the content is of this kind, and the document that stands in it."""

    name: str
    knows: Callable[[bytes], bool]
    read: Callable[[str, bytes], Document]


READERS: tuple[Reader, ...] = (
    Reader("docx", docx.knows, docx.read),
    Reader("xlsx", xlsx.knows, xlsx.read),
    Reader("xls", xls.knows, xls.read),
    Reader("spreadsheetml", spreadsheetml.knows, spreadsheetml.read),
    Reader("html", html.knows, html.read),
    Reader("mhtml", mhtml.knows, mhtml.read),
    Reader("ofd", ofd.knows, ofd.read),
    Reader("pdf", pdf.knows, pdf.read),
    Reader("csv", csv.knows, csv.read),
    Reader("text", text.knows, text.read),
)


def read_file(name: str, content: bytes) -> Document:
    """The document in a file called `name`.

    Raises `EmptyFile`, what `refusal` says about a kind of file without a reader, and what the readers raise.
    """
    if not content.strip(b"\x00\t\n\r \xef\xbb\xbf"):
        raise EmptyFile(name)
    for reader in READERS:
        if reader.knows(content):
            return reader.read(name, content)
    raise refusal(name, content)
