"""What kind of file some bytes are, by their first bytes: names lie, since files are renamed and exported carelessly."""

import io
import zipfile

from seed.readers.markup import OFD, markup_kind

DAMAGED = "不完整或已损坏的压缩包"
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", " PDF 文件"),
    (_OLE, "旧版 Office 文件（.doc、.xls、.wps 等）"),
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
_PARTS: tuple[tuple[str, str], ...] = (
    ("word/", " Word 文件（.docx）"),
    ("xl/", " Excel 文件（.xlsx）"),
    ("ppt/", " PowerPoint 文件（.pptx）"),
    ("OFD.xml", OFD),
)


def kind_of(content: bytes) -> str | None:
    """The Chinese name of the kind (“ PDF 文件”, to stand after a Chinese word), None for what may be plain text."""
    if content.startswith(_ZIP):
        return _kind_of_zip(content)
    found = next((kind for magic, kind in _MAGIC if content.startswith(magic)), None)
    return found or markup_kind(content)


def _kind_of_zip(content: bytes) -> str:
    # Only the directory at its end is read: nothing is unpacked, however much it claims to hold.
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return DAMAGED
    return next((kind for start, kind in _PARTS if any(name.startswith(start) for name in names)), " ZIP 压缩包")
