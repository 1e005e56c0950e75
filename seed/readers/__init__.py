"""From the bytes of a file to a `Document`: the content, not the name, says which reader reads it.

A new kind of file is one module here and one line in `READERS`.  A module is imported with the first file of its kind: the
process that reads starts anew after every file that was too much for it, and most files are of one or two kinds.
"""

from collections.abc import Callable
from importlib import import_module

from msgspec import Struct

from seed.document import Document
from seed.errors import EmptyFile
from seed.readers.kinds import DOCX, EXCEL_97, PDF, XLSX, kind_of, refusal
from seed.readers.markup import ARCHIVE, HTML, OFD, SPREADSHEETML
from seed.readers.separated import is_separated


class Reader(Struct, frozen=True):
    """A kind of file: the module with its `read(name, content)`, the kind as `kind_of` calls it, and whether the content fits."""

    name: str
    kind: str | None
    fits: Callable[[bytes], bool] = lambda _content: True

    def read(self, name: str, content: bytes) -> Document:
        """The document in the content.  Raises what the reader raises."""
        document: Document = import_module(f"{__name__}.{self.name}").read(name, content)
        return document


READERS: tuple[Reader, ...] = (
    Reader("docx", DOCX),
    Reader("xlsx", XLSX),
    Reader("xls", EXCEL_97),
    Reader("spreadsheetml", SPREADSHEETML),
    Reader("html", HTML),
    Reader("mhtml", ARCHIVE),
    Reader("ofd", OFD),
    Reader("pdf", PDF),
    Reader("csv", None, is_separated),
    Reader("text", None),
)


def reader_of(content: bytes) -> Reader | None:
    """The reader of such content, None for a kind of file without one."""
    kind = kind_of(content)
    return next((reader for reader in READERS if reader.kind == kind and reader.fits(content)), None)


def read_file(name: str, content: bytes) -> Document:
    """The document in a file called `name`.

    Raises `EmptyFile`, what `refusal` says about a kind of file without a reader, and what the readers raise.
    """
    if not content.strip(b"\x00\t\n\r \xef\xbb\xbf"):
        raise EmptyFile(name)
    reader = reader_of(content)
    if reader is None:
        raise refusal(name, content)
    return reader.read(name, content)
