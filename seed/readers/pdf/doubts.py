"""What could not be read for certain: each is said, with its page, so that no figure is wrong or lost in silence."""

from collections.abc import Iterable, Iterator, Sequence

from seed.errors import GarbledFile, ScannedFile
from seed.findings import remark, short, warn
from seed.readers.pdf.characters import is_unreadable
from seed.readers.pdf.continuing import Run
from seed.readers.pdf.pages import Page
from store.model import Finding

_MOSTLY = 0.3  # of the characters; where so many are unreadable, nothing is certain
_PICTURE = 0.4  # of a page: a scan covers more
_FEW = 40  # characters: a page number, a stamp
_QUOTED = 5
_UNSEEN = {
    "invisible": "看不见的文字（多半是扫描件下面的文字识别结果，不可靠）",
    "white": "白底上的白色文字",
    "transparent": "透明的文字",
    "mirrored": "左右颠倒（镜像）的文字",
    "covered": "被后来画上的色块或图片盖住的文字",
    "outside": "落在页面之外的文字",
    "slanted": "斜着的文字（水印）",
}


def refuse_unreadable(name: str, pages: Sequence[Page]) -> None:
    """Raises `ScannedFile` where no page has text, `GarbledFile` where most of it says not what it is."""
    glyphs = sum(page.characters for page in pages)
    if all(_is_scan(page) or not page.characters for page in pages):
        raise ScannedFile(name, len(pages))
    unreadable = sum(page.unreadable for page in pages)
    if unreadable > _MOSTLY * glyphs:
        raise GarbledFile(name, unreadable, glyphs)


def doubts_about(pages: Sequence[Page], tables: Iterable[Run]) -> Iterator[Finding]:
    """The findings about the file, page by page, then table by table."""
    scans = [page.number for page in pages if _is_scan(page)]
    if scans:
        yield warn("scanned-pages", _pages(scans), "这些页是扫描件，没有文字，没有读入；请核对缺了哪些表，并索取原文件。")
    for reason, what in _UNSEEN.items():
        found = [page for page in pages if page.unseen[reason]]
        number = sum(page.unseen[reason] for page in found)
        if found:
            say = remark if reason == "slanted" else warn
            yield say("unseen-text", _pages([page.number for page in found]), f"有 {number} 个字符是{what}，没有读入。")
    filled = [page.number for page in pages if page.fields]
    if filled:
        yield warn("form-fields", _pages(filled), "页上有可填写的表单域，其中填写的内容没有读入。请打印成普通 PDF 后重新导入。")
    for page in pages:
        if page.unruled:
            message = "这一页有没有竖线的表，列分不清，没有读入。请索取 Word、Excel 原文件，或给表加上表线后重新导出。"
            yield warn("unruled-table", f"第{page.number}页", message)
    for number, table in enumerate(tables, start=1):
        yield from _about_table(f"第{table.page}页起第{number}张表", table)


def _about_table(place: str, table: Run) -> Iterator[Finding]:
    for row in table.doubts:
        yield warn(
            "row-at-page-break",
            f"{place}第{row + 1}行",
            "看不出这一行是新的一行，还是上一页最后一行的下半截；当作新的一行。请核对。",
        )
    if table.sheet.torn:
        rows = "、".join(str(row + 1) for row in table.sheet.torn[:_QUOTED])
        yield warn("table-lines", f"{place}第{rows}行", "表线不全，分不清格子的边界，按有线的地方断开。请核对这几行。")
    if table.sheet.cut:
        yield remark(
            "text-cut-off", place, "有文字超出格子、印出来被截断，读入的可能不全，也可能带进了旁边格子的字。请对照原件核对。"
        )
    over = sorted({box.row + 1 for box in table.sheet.boxes if box.over})
    if over:
        rows = "、".join(map(str, over[:_QUOTED]))
        yield warn("text-over-line", f"{place}第{rows}行", "有文字压在表线上，分不清属于上一格还是下一格。请对照原件核对。")
    strange = [box for box in table.sheet.boxes if is_unreadable(box.text)]
    for box in strange[:_QUOTED]:
        message = f"“{short(box.text)}”里有文件没有注明是什么字的字形，读不准。请对照原件核对。"
        yield warn("unreadable-characters", f"{place}第{box.row + 1}行", message)
    if len(strange) > _QUOTED:
        yield warn("unreadable-characters", place, f"这样的格子共 {len(strange)} 个。")


def _is_scan(page: Page) -> bool:
    return page.pictured >= _PICTURE and page.characters < _FEW


def _pages(numbers: Sequence[int]) -> str:
    said = "、".join(map(str, numbers[:10]))
    return f"第{said}页" if len(numbers) <= 10 else f"第{said}等共 {len(numbers)} 页"
