"""Web pages (.html), and the many “.xls” that are web pages: what people see of them, as a browser would show it.

Nothing is fetched and nothing is run; what is hidden by the page's own styles is no fact but a finding.
"""

import re
from collections.abc import Iterator, Sequence

from lxml import etree
from msgspec.structs import replace

from seed.document import Document
from seed.errors import EmptyFile, TooManyParts
from seed.findings import remark, short, warn
from seed.readers import unseen
from seed.readers.assembling import Box, Grid, Part, assembled
from seed.readers.html_encoding import text_of
from seed.readers.html_grid import TooManySlots
from seed.readers.html_headings import headed
from seed.readers.html_page import Page, page_of
from seed.readers.html_text import DOUBT, UNSURE, Line, settled
from store.model import Finding
from store.text import INVISIBLE

_MOST_TAGS = 2_000_000  # a list of 20 000 rows has a third of them
# libxml2 compares each attribute of a tag with all before it: 100 000 of them take a minute.
_LONG_TAG, _MOST_ATTRIBUTES = re.compile("<[a-zA-Z][^>]{10000,}"), 1000


def read(name: str, content: bytes) -> Document:
    """The document in the page.  Raises `NotText`, `EmptyFile` and `TooManyParts`."""
    return read_pages(name, content, [content])


def read_pages(name: str, content: bytes, pages: Sequence[bytes]) -> Document:
    """The document in a file that holds these pages, one after another.  Raises what `read` raises."""
    trees = [_tree(name, page) for page in pages]
    try:
        read_ = [page_of(tree) for tree in trees]
    except TooManySlots as error:
        raise TooManyParts(name, "单元格") from error
    seen = [one for page in read_ for one in page.seen]
    parts = [_part(one) for one in seen]
    lines = [
        replace(one, text=part) for one, part in zip(seen, parts, strict=True) if isinstance(one, Line) and isinstance(part, str)
    ]
    document = assembled(name, content, parts, [finding for page in read_ for finding in _hidden(page)])
    tab = " ".join(str(found.text) for tree in trees if (found := tree.find(".//title")) is not None and found.text)
    pictures = _pictures(sum(page.pictures for page in read_))
    document = headed(document, [line for line in lines if line.text.strip()], " ".join(tab.split()))
    return replace(document, findings=(*document.findings, *pictures, *_unreadable(document, read_), *_invisible(seen)))


def _tree(name: str, content: bytes) -> etree._Element:
    text = text_of(name, content)
    if text.count("<") > _MOST_TAGS:
        raise TooManyParts(name, "标签")
    if any(len(tag[0].split()) + tag[0].count("=") > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise TooManyParts(name, "属性")
    # Not lxml.html's own parser: it calls back for every element, which takes longer than all the rest.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root: etree._Element | None = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    # The parser stops at some depth, without a word and whatever comes after.
    if parser.error_log.filter_from_fatals():
        raise TooManyParts(name, "嵌套的标签")
    if root is None:
        raise EmptyFile(name)
    return root


def _part(seen: Line | Grid) -> Part:
    if isinstance(seen, Line):
        text = unseen.seen(seen.text)
        return text.replace(DOUBT, "") if seen.linked else settled(text)
    return replace(seen, boxes=tuple(map(_visible, seen.boxes)))


def _visible(box: Box) -> Box:
    return replace(box, text=unseen.seen(box.text)) if INVISIBLE.search(box.text) else box


def _hidden(page: Page) -> Iterator[Finding]:
    if page.hidden_rows:
        message = f"网页的表格里有 {len(page.hidden_rows)} 处内容是隐藏的，打开网页看不到，没有读入；第一处是“{short(page.hidden_rows[0])}”。"
        yield warn("hidden", "", f"{message}要导入请在原表取消隐藏后重新保存。")
    if page.hidden_words:
        said = short(page.hidden_words[0])
        yield remark("hidden", "", f"单元格里有 {len(page.hidden_words)} 处隐藏的文字，没有读入；第一处是“{said}”。")


def _pictures(count: int) -> Iterator[Finding]:
    if count:
        yield warn("picture-in-cell", "", f"表格里有 {count} 格只有图片，图片里的字没有读入，这些格当作空白。请核对原网页。")


def _unreadable(document: Document, pages: Sequence[Page]) -> Iterator[Finding]:
    cells = [*document.paragraphs, *(cell for table in document.tables for cell in table.cells())]
    broken = [cell for cell in cells if UNSURE in cell.text]
    styled = [cell for cell in broken if cell.text.endswith(UNSURE)] if any(page.doubtful for page in pages) else []
    if styled:
        message = (
            f"有 {len(styled)} 处的字，网页样式可能藏起、挪动或添加了其中一部分，读不准；第一处是“{short(styled[0].text)}”。"
        )
        yield warn("unsure-style", styled[0], f"{message}请对照浏览器里看到的核对，或另存为 Word、Excel 文件后重新导入。")
    if len(broken) > len(styled):
        first = short(next(cell.text for cell in broken if cell not in styled))
        message = f"有 {len(broken) - len(styled)} 处文字里有解不开的字符（显示为“{UNSURE}”），第一处是“{first}”。"
        yield warn("unreadable-characters", next(cell for cell in broken if cell not in styled), f"{message}请核对原网页。")


def _invisible(seen: Sequence[Line | Grid]) -> Iterator[Finding]:
    texts = [text for one in seen for text in ([one.text] if isinstance(one, Line) else [box.text for box in one.boxes])]
    yield from unseen.findings_of([("", text) for text in texts if INVISIBLE.search(text)])
