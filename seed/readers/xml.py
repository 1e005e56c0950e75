"""The one safe way to parse the XML of office files: nothing is fetched, nothing is expanded, nothing grows without limit.

What libxml2 still has a door for is refused before it sees the text: a DOCTYPE is where entities come from (billion laughs,
quadratic blow-up, file:///etc/passwd), and an encoding other than UTF-8 and UTF-16, which are all that office files may use
(ECMA-376 part 2, 8.1.2), is where a DOCTYPE can hide.  With `huge_tree` off, libxml2 itself refuses more than 256 levels and texts
of more than 10 MB.
"""

import codecs
import io
import re
from collections.abc import Iterator

from lxml import etree

from seed.errors import DamagedFile, ForbiddenXml

_DECLARED = re.compile(r"""^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]*)["']""")
_ALLOWED = frozenset({"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"})
_UTF_16 = (
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
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


def parsed(file: str, content: bytes) -> etree._Element:
    """The root element.  Raises `ForbiddenXml`, and `DamagedFile` for what is no XML; `file` is whose part it is."""
    plain = plain_utf_8(file, content)
    try:
        return etree.fromstring(plain, _parser())
    except etree.XMLSyntaxError as error:
        raise DamagedFile(file) from error


def elements(file: str, content: bytes, *tags: str) -> Iterator[etree._Element]:
    """Each element of these tags, inner ones first, as soon as it is complete: who clears them needs little memory.

    Raises as `parsed` does, also in the middle.
    """
    plain = plain_utf_8(file, content)
    try:
        events = etree.iterparse(
            io.BytesIO(plain),
            events=("end",),
            tag=tags,
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        for _event, element in events:
            yield element
    except etree.XMLSyntaxError as error:
        raise DamagedFile(file) from error


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
    if b"<!DOCTYPE" in plain:
        raise ForbiddenXml(file, "有 DOCTYPE 声明")
    if _STRICT in plain[:65536]:
        for strict, everyday in _EVERYDAY:
            plain = plain.replace(strict, everyday)
    return plain


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
