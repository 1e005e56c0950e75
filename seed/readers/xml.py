"""The one safe way to parse the XML of office files: nothing is fetched, nothing is expanded, nothing grows without limit.

What libxml2 still has a door for is refused before it sees the text: a DOCTYPE is where entities come from (billion laughs,
quadratic blow-up, file:///etc/passwd), and an encoding other than UTF-8 and UTF-16, which are all that office files may use
(ECMA-376 part 2, 8.1.2), is where a DOCTYPE can hide.  With `huge_tree` off, libxml2 itself refuses more than 256 levels and texts
of more than 10 MB.
"""

import codecs
import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, Protocol, TypedDict

from lxml import etree

from seed.errors import DamagedFile, ForbiddenXml, PackageTooLarge


class _Safe(TypedDict):
    encoding: str
    resolve_entities: bool
    no_network: bool
    load_dtd: bool
    huge_tree: bool
    remove_comments: bool
    remove_pis: bool


_DECLARED = re.compile(r"""^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]*)["']""")
_ALLOWED = frozenset({"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"})
_UTF_16 = (
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DOCTYPE = b"<!DOCTYPE"
_HEAD = 2**16  # the namespaces stand in the first element
_SAFE: Final = _Safe(
    encoding="utf-8",
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)
BLOCK = 20 * 2**20  # bytes; a table of 20 000 cells.  As a tree it takes up to fifteen times as much
# ISO/IEC 29500 Strict has the same elements under other names; readers know those of everyday files.
_STRICT = b"http://purl.oclc.org/ooxml/"
_EVERYDAY = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Readable(Protocol):
    """What gives bytes piece by piece, and none at its end."""

    def read(self, size: int = -1, /) -> bytes:
        """At most so many bytes."""
        ...


def parsed(file: str, content: bytes) -> etree._Element:
    """The root element.  Raises `ForbiddenXml`, and `DamagedFile` for what is no XML; `file` is whose part it is."""
    plain = plain_utf_8(file, content)
    try:
        return etree.fromstring(plain, etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError as error:
        raise DamagedFile(file) from error


def blocks(
    file: str, source: Readable, tags: Sequence[str], wanted: Callable[[etree._Element], bool]
) -> Iterator[etree._Element]:
    """Each wanted element among those of these tags as soon as it is complete; once the next is asked for, it is emptied.

    Raises as `parsed` does, also in the middle, and `PackageTooLarge` where one block alone is larger than any document's.
    """
    guarded = Guarded(file, source, BLOCK)
    try:
        for _event, element in etree.iterparse(guarded, events=("end",), tag=tags, **_SAFE):
            if wanted(element):
                yield element
                _forget(element)
                guarded.unfinished = 0
    except etree.XMLSyntaxError as error:
        raise DamagedFile(file) from error


class Guarded:
    """XML for a parser that reads it in pieces, in UTF-8: raises `ForbiddenXml` as `plain_utf_8` does before the parser sees it.

    `unfinished` counts the bytes that the parser holds as a tree, as long as the reader sets it back; `most` is its limit.
    """

    def __init__(self, file: str, source: Readable, most: int) -> None:
        self._file, self._source, self._most = file, source, most
        self._head = source.read(_HEAD)
        if b"\x00" in self._head[:2] or self._head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            whole = b"".join((self._head, *iter(lambda: source.read(_HEAD), b"")))
            self._head, self._source = b"", io.BytesIO(plain_utf_8(file, whole))
        else:
            self._head = plain_utf_8(file, self._head)
        self._tail = b""
        self.unfinished = 0

    def read(self, size: int = -1, /) -> bytes:
        """Some more of it."""
        chunk, self._head = self._head or self._source.read(size), b""
        self.unfinished += len(chunk)
        if self.unfinished > self._most:
            raise PackageTooLarge(self._file, f"一张表或一段超过 {self._most // 2**20} MB")
        if _DOCTYPE in self._tail + chunk:
            raise ForbiddenXml(self._file, "有 DOCTYPE 声明")
        self._tail = chunk[-len(_DOCTYPE) :]
        return chunk


def _forget(element: etree._Element) -> None:
    """Frees what was read; the element itself stays, since the parser stands on it."""
    element.clear()
    parent = element.getparent()
    if parent is not None and parent.getparent() is parent.getroottree().getroot():
        for before in list(element.itersiblings(preceding=True)):
            parent.remove(before)


def plain_utf_8(file: str, content: bytes) -> bytes:
    """The XML in UTF-8, with the names of everyday office files.  Raises `ForbiddenXml`, and `DamagedFile` for broken text."""
    encoding = next((name for start, name in _UTF_16 if content.startswith(start)), "utf-8-sig")
    try:
        head = content[:1024].decode(encoding, "replace")
        declared = _DECLARED.match(head)
        if declared and declared[1].lower() not in _ALLOWED:
            raise ForbiddenXml(file, f"用的编码是 {declared[1][:20]}，不是 UTF-8")
        plain = content if encoding == "utf-8-sig" else content.decode(encoding).encode()
    except UnicodeError as error:
        raise DamagedFile(file) from error
    # In UTF-8 these bytes are these characters: no other character has them among its own.
    if _DOCTYPE in plain:
        raise ForbiddenXml(file, "有 DOCTYPE 声明")
    if _STRICT in plain[:_HEAD]:
        for strict, everyday in _EVERYDAY:
            plain = plain.replace(strict, everyday)
    return plain
