"""Opens an OFD package and draws its pages, one after the other; what is broken or locked is refused."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from lxml import etree

from seed.errors import DamagedFile, Encrypted, TooManyParts
from seed.readers.ofd.drawing import Drawing
from seed.readers.ofd.pen import POINTS, draw, named, numbers

_MOST_PAGES = 2000
_MOST_STROKES = 20_000  # on a page; a table of a hundred rows and twenty columns has 8 000 sides
_MOST_BYTES = 64 * 2**20  # of all pages, unpacked
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError)
_A4 = (0.0, 0.0, 210.0, 297.0)  # millimetres


def drawings(name: str, content: bytes) -> Iterator[Drawing]:
    """The pages of all documents in the package.  Raises `DamagedFile`, `Encrypted` and `TooManyParts`."""
    package = _Package(name, content)
    number = 0
    for root in named(package.xml("OFD.xml"), "DocRoot"):
        at = package.path("", root.text or "")
        document = package.xml(at)
        templates = {one.get("ID", ""): package.path(at, one.get("BaseLoc", "")) for one in named(document, "TemplatePage")}
        size = _size(document)
        for page in (page for pages in named(document, "Pages") for page in named(pages, "Page")):
            number += 1
            if number > _MOST_PAGES:
                raise TooManyParts(name, "页")
            yield _drawn(package, number, package.path(at, page.get("BaseLoc", "")), templates, size)


def _drawn(package: "_Package", number: int, at: str, templates: Mapping[str, str], size: tuple[float, ...]) -> Drawing:
    page = package.xml(at)
    _x, _y, width, height = _size(page, size)
    drawing = Drawing(number, width * POINTS, height * POINTS)
    # The table itself is often the template, and the page only what is filled in.
    for template in named(page, "Template"):
        if (path := templates.get(template.get("TemplateID", ""))) is not None:
            draw(package.xml(path), drawing)
    draw(page, drawing)
    if len(drawing.strokes) > _MOST_STROKES:
        raise TooManyParts(package.name, "线条")
    return drawing


def _size(element: etree._Element, otherwise: tuple[float, ...] = _A4) -> tuple[float, ...]:
    box = next((numbers(one.text) for one in named(element, "PhysicalBox")), [])
    return tuple(box) if len(box) == len(_A4) else otherwise


class _Package:
    """The parts of the package, read with limits; no part is unpacked before its size is known."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._left = _MOST_BYTES
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise DamagedFile(name) from error
        parts = [posixpath.basename(part.filename).lower() for part in self._archive.infolist()]
        if any(part.flag_bits & 1 for part in self._archive.infolist()) or "encryptions.xml" in parts:
            raise Encrypted(name)

    def path(self, beside: str, location: str) -> str:
        """The part that a location beside another part means; locations from the root begin with a slash."""
        joined = posixpath.join("/", posixpath.dirname(beside), location.strip().replace("\\", "/"))
        return posixpath.normpath(joined).lstrip("/")

    def xml(self, part: str) -> etree._Element:
        """The root of a part."""
        try:
            size = self._archive.getinfo(part).file_size
            self._left -= size
            if self._left < 0:
                raise TooManyParts(self.name, "内容")
            with self._archive.open(part) as opened:
                content = opened.read(size + 1)
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
            root = etree.fromstring(content, parser)
        except (KeyError, etree.XMLSyntaxError, *_BROKEN) as error:
            raise DamagedFile(self.name) from error
        if len(content) != size or root.getroottree().docinfo.doctype:
            raise DamagedFile(self.name)
        return root
