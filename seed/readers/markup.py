"""Kinds of markup by how the content begins: behind blank space, comments and declarations, the first element tells."""

import codecs
import re

from store.text import words

HTML = "网页（HTML）"
ARCHIVE = "网页存档（MHT）"
SPREADSHEETML = " Excel 2003 XML 文件"
OFD = " OFD 版式文件（.ofd）"
_LOOKED_AT = 64 * 2**10  # bytes; comments of mail programs and templates before the first tag are long
_BEFORE = re.compile(r"[\s\ufeff\x00]*(?:<!--.*?-->|<\?[^>]*>|<!\[.*?\]>)", re.DOTALL)
_DOCTYPE = re.compile(r"\s*<!doctype\s+html\b", re.IGNORECASE)
_FIRST = re.compile(r"[\s\ufeff]*<([a-zA-Z][\w.:-]*)(?=[\s/>])")
_HTML_TAGS = frozenset(
    words(
        "html head meta title style script link base body table thead tbody tr td col colgroup div p span font center h1 h2 h3 h4 h5 h6 "
        "b strong a br hr ul ol li form section article main frameset iframe"
    )
)
_MAIL = re.compile(r"\s*(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:", re.IGNORECASE)
_MAIL_HEAD = re.compile(r"\s*(?:mime-version|from|subject|date|snapshot-content-location|content-type|x-[\w-]+):", re.IGNORECASE)
_XML_KINDS = (
    ("urn:schemas-microsoft-com:office:spreadsheet", SPREADSHEETML),
    ("http://schemas.microsoft.com/office/word/2003/wordml", " Word 2003 XML 文件"),
    ("http://schemas.microsoft.com/office/2006/xmlpackage", " Word XML 文件"),
)


def markup_kind(content: bytes) -> str | None:
    """The Chinese name of the kind of markup, None for plain text: “<2024年度>” is no tag."""
    head = _head(content)
    if _MAIL_HEAD.match(head) and _MAIL.match(head[:4096]):
        return ARCHIVE
    declared = head.lstrip("\ufeff \t\r\n").startswith("<?xml")
    end = 0
    while match := _BEFORE.match(head, end):
        end = match.end()
    first = _FIRST.match(head, end)
    if _DOCTYPE.match(head, end) or (first and first[1].lower() in _HTML_TAGS):
        return HTML
    xml = next((kind for namespace, kind in _XML_KINDS if namespace in head[:8192]), None)
    return xml if xml and (first or declared) else " XML 文件" if declared else None


def _head(content: bytes) -> str:
    """The beginning as characters: of UTF-16 as such, of all else byte by byte, since tags are ASCII."""
    start = content[:_LOOKED_AT]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return start.decode("utf-16", errors="replace")
    if start.startswith((b"<\x00", b"\x00<")):
        return start.decode("utf-16-le" if start[1:2] == b"\x00" else "utf-16-be", errors="replace")
    return start.removeprefix(codecs.BOM_UTF8).decode("latin-1")
