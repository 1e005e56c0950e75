"""OFD files (版式文件, GB/T 33190-2016): a ZIP of XML pages with text and lines; tables are what lines rule.

`opening.py` finds the pages, `pen.py` notes what they draw, `laying.py` makes tables and paragraphs of it.  Signatures, seals and
annotations stand in files of their own and are not read.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from seed.document import Document
from seed.errors import ScannedFile
from seed.findings import warn
from seed.readers.assembling import assembled
from seed.readers.ofd.drawing import Drawing
from seed.readers.ofd.laying import laid
from seed.readers.ofd.opening import drawings
from store.model import Finding

_UNSEEN = {
    "invisible": "看不见的文字",
    "white": "白色的文字",
    "slanted": "斜着的文字（水印）",
    "composed": "组合图形",
}


def read(name: str, content: bytes) -> Document:
    """The document in the file.  Raises `DamagedFile`, `Encrypted`, `ScannedFile` and `TooManyParts`."""
    pages = list(drawings(name, content))
    if not any(page.glyphs for page in pages):
        raise ScannedFile(name, len(pages))
    sheets = [laid(page) for page in pages]
    findings = [*_unseen(pages), *(doubt for sheet in sheets for doubt in sheet.doubts)]
    return assembled(name, content, [part for sheet in sheets for part in sheet.parts], findings)


def _unseen(pages: Iterable[Drawing]) -> Iterator[Finding]:
    for page in pages:
        if page.pictured and not page.glyphs:
            yield warn(
                "scanned-pages", f"第{page.number}页", "这一页只有图片，没有文字，没有读入。请核对缺了哪些表，并索取原文件。"
            )
        for reason, count in Counter(page.unseen).items():
            yield warn("unseen-text", f"第{page.number}页", f"有 {count} 处{_UNSEEN[reason]}，没有读入。请打开原件核对。")
