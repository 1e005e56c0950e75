"""The parts of an .xlsx package: opened as streams, within limits, and their XML read without entities or addresses."""

import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from seed.errors import DamagedFile
from seed.readers.package import opened
from seed.readers.xml import Guarded, Readable

_MOST_BYTES = 400 * 2**20  # unpacked, of one part; a million filled cells take about a hundred, and blank rows are many


class Parts:
    """The parts by their names, whatever their case, as Excel finds them."""

    def __init__(self, name: str, content: bytes) -> None:
        self._file = name
        self._package = opened(name, content)

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part in self._package

    def elements(self, part: str, *tags: str, lean: bool = False) -> Iterator[etree._Element]:
        """The elements of these names in the part, each when it ends; they are cleared when the next one is asked for.

        `lean` leaves out the cells in which nothing stands: many worksheets are formatted down to their last row.
        """
        with self._package.stream(part, most=_MOST_BYTES) as stream:
            guarded = Guarded(self._file, stream, _MOST_BYTES)
            events = etree.iterparse(
                Lean(guarded) if lean else guarded,
                tag=[f"{{*}}{tag}" for tag in tags],
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                huge_tree=True,
            )
            for _event, element in events:
                yield element
                element.clear()
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What the part refers to: the last word of the relation's type, and the name of the other part, by the relation's id."""
        folder, _slash, file = part.rpartition("/")
        relations = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if not self.has(relations):
            return {}
        found = {}
        for element in self.elements(relations, "Relationship"):
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join(f"/{folder}", element.get("Target", ""))).lstrip("/")
                found[element.get("Id", "")] = element.get("Type", "").rpartition("/")[2], target
        return found


class Lean:
    """The XML of a worksheet without blank cells, and without visible rows that have no cell; any other XML as it is."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """Some more of it, of whatever size; nothing at its end."""
        while True:
            chunk = self._stream.read(max(size, _CHUNK))
            held = self._rest + chunk
            # A cell or row that the chunk cuts in two waits for the rest of it.
            cut = max(held.rfind(b"<row "), held.rfind(b"<c ")) if chunk and len(held) < 4 * _CHUNK else len(held)
            self._rest = held[cut:] if cut > 0 else b""
            lean = held[:cut] if cut > 0 else held
            lean = _BLANK_ROW.sub(b"", _BLANK_CELL.sub(b"", lean)) if b"<![CDATA[" not in lean else lean
            if lean or not chunk:
                return lean


_CHUNK = 2**18
_BLANK_CELL = re.compile(rb'(?:<c r="\w+"(?: s="\d+")? ?(?:/>|></c>))+')
_BLANK_ROW = re.compile(rb'<row (?=[^<>]*\br=)(?![^<>]*(?:hidden| ht="0))[^<>]*(?:/>|>\s*</row>)')


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its name, in whatever namespace the dialect of the file has it."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, etree.LxmlError),
    *(ArithmeticError, EOFError, LookupError, OSError, RuntimeError, ValueError),
)


@contextmanager
def damage(name: str) -> Iterator[None]:
    """Turns what libraries raise over broken bytes into `DamagedFile`."""
    try:
        yield
    except _BROKEN as error:
        raise DamagedFile(name) from error
