"""What kind of file some bytes are, by their content: names lie, since files are renamed and exported carelessly."""

import io
import zipfile
from collections.abc import Mapping

from seed.errors import DamagedFile, Encrypted, NotReadableYet, PackageTooLarge, SeedError
from seed.readers.markup import OFD, markup_kind
from seed.readers.package import CONTENT_TYPES, ENTRIES, entries_at_most, normal

DAMAGED = "不完整或已损坏的压缩包"
ARCHIVE = " ZIP 压缩包"
TOO_MANY = "文件太多的压缩包"
LOCKED = "有密码的 Office 文件"
DOCX, XLSX = " Word 文件（.docx）", " Excel 文件（.xlsx）"
PDF = " PDF 文件"
WORD_97, EXCEL_97 = "旧版 Word 文件（.doc、.wps）", "旧版 Excel 文件（.xls、.et）"
# What LibreOffice makes readable: the ending that tells it the kind, and what to make of it.
CONVERTIBLE: Mapping[str, tuple[str, str]] = {" RTF 文件": ("rtf", "docx"), WORD_97: ("doc", "docx")}
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", PDF),
    (b"Rar!", " RAR 压缩包"),
    (b"7z\xbc\xaf\x27\x1c", " 7z 压缩包"),
    (b"\x1f\x8b", " gzip 压缩文件"),
    (b"PK\x05\x06", "空的 ZIP 压缩包"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM6", "图片"),
    (b"II*\x00", "图片"),
    (b"MM\x00*", "图片"),
    (b"{\\rtf", " RTF 文件"),
)
# The main parts of packages; the folders, for the few programs that call their main part otherwise.
_PARTS: tuple[tuple[str, str], ...] = (
    ("xl/workbook.bin", " Excel 二进制文件（.xlsb）"),
    ("word/", DOCX),
    ("xl/", XLSX),
    ("ppt/", " PowerPoint 文件（.pptx）"),
)
_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", LOCKED),
    ("WordDocument", WORD_97),
    ("Workbook", EXCEL_97),
    ("Book", EXCEL_97),
)
# A Word file may hold a workbook and the other way round: then the class of the whole decides ([MS-CFB] 2.6.1).
_EXCEL_CLASSES = (b"\x20\x08\x02\x00", b"\x10\x08\x02\x00")
_ENTRY = 128  # bytes of an entry in the directory of an OLE container; each begins at a multiple of it
_STEPS = (
    ("压缩", "请先解压，再导入里面的文件。"),
    ("图片", "请取得它的电子版（.docx 或 .xlsx）后导入。"),
    ("网页", "请用浏览器打开，另存为“网页，仅 HTML”后重新导入。"),
)


def kind_of(content: bytes) -> str | None:
    """The Chinese name of the kind (“ PDF 文件”, to stand after a Chinese word), None for what may be plain text."""
    if content.startswith(_ZIP):
        return _kind_of_zip(content)
    if content.startswith(_OLE):
        return _kind_of_ole(content)
    found = next((kind for magic, kind in _MAGIC if content.startswith(magic)), None)
    return found or markup_kind(content)


def refusal(file: str, content: bytes) -> SeedError:
    """Why a file that no reader knows is refused."""
    kind = kind_of(content)
    if kind == DAMAGED:
        return DamagedFile(file)
    if kind == TOO_MANY:
        return PackageTooLarge(file, f"里面的文件超过 {ENTRIES} 个")
    if kind == LOCKED:
        return Encrypted(file)
    steps = next((steps for word, steps in _STEPS if kind and word in kind), None)
    named = kind or "不认识的格式"
    return NotReadableYet(file, named, steps) if steps else NotReadableYet(file, named)


def _kind_of_zip(content: bytes) -> str:
    # Only the directory at its end is read: nothing is unpacked, however much it claims to hold.
    if entries_at_most(content) > ENTRIES:
        return TOO_MANY
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = {normal(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return DAMAGED
    if "ofd.xml" in names:
        return OFD
    if {"mimetype", "content.xml"} <= names:
        return " OpenDocument 文件（.odt、.ods）"
    if CONTENT_TYPES not in names and not names & {"word/document.xml", "xl/workbook.xml"}:
        return ARCHIVE
    return next((kind for start, kind in _PARTS if any(name.startswith(start) for name in names)), ARCHIVE)


def _kind_of_ole(content: bytes) -> str:
    kinds = [kind for stream, kind in _STREAMS if _entry(content, stream) is not None]
    if WORD_97 in kinds and EXCEL_97 in kinds:
        root = _entry(content, "Root Entry")
        return EXCEL_97 if root is not None and content[root + 80 : root + 84] in _EXCEL_CLASSES else WORD_97
    return kinds[0] if kinds else "旧版 Office 文件（.doc、.xls、.wps 等）"


def _entry(content: bytes, name: str) -> int | None:
    """Where the directory has an entry of that name, None where it has none."""
    wanted = name.encode("utf-16-le") + b"\x00\x00"
    at = content.find(wanted)
    while at >= 0 and at % _ENTRY:
        at = content.find(wanted, at + 1)
    return at if at >= 0 else None
