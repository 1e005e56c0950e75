"""Word documents (.docx): paragraphs and tables of the body, as the eye sees them.

What is not decided or not seen refuses the file: tracked changes (修订) and hidden text (隐藏文字), wherever they stand in the body.
Headers, footers, notes and comments are no body; tables of contents are no data, or their lines would head the first table.

The body is read block by block as the XML is parsed, so that a document of a thousand forms needs no more memory than one form.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from msgspec import Struct, field

from seed.document import Document
from seed.readers.assembling import Grid, Part, assembled
from seed.readers.package import Package, opened
from seed.readers.word.marks import Kind, Mark
from seed.readers.word.names import MC, REVISIONS, TBL, WRAPPERS, P, W, value
from seed.readers.word.notes import Note, findings, refusal
from seed.readers.word.paragraphs import Paragraph, read_paragraph, style_of
from seed.readers.word.styles import NO_STYLES, Styles, has_leader, styles_of
from seed.readers.word.tables import Block, Content, blocks_in, read_table
from seed.readers.xml import blocks
from store.places import place_in_words

_BODY, _CHUNK = f"{W}body", f"{W}altChunk"
_AROUND = WRAPPERS | {f"{MC}AlternateContent", f"{MC}Choice"}
# “一、项目支出绩效目标表……12”, the dots typed by hand.
_LED_TO_PAGE = re.compile(r".*(?:…{2,}|[.．·]{4,}|_{4,})\s*[(（]?\d{1,4}[)）]?\s*", re.DOTALL)
_LONGEST_LINE = 200  # characters; longer ones are prose, and dots without end would keep the patterns busy without end
_ENDS_IN_PAGE = re.compile(r".*\t\s*\d{1,4}\s*", re.DOTALL)


def read(name: str, content: bytes) -> Document:
    """The document in the file.

    Raises what `seed.readers.package` raises, and `HasRevisions` and `HasHiddenText`.
    """
    package = opened(name, content)
    body = _Body(_styles(package))
    with package.stream(_main(package)) as source:
        for element in blocks(name, source, (P, TBL, _CHUNK), _stands_in_body):
            body.add(element)
    refused = refusal(name, body.notes)
    if refused is not None:
        raise refused
    tables = any(isinstance(part, Grid) for part in body.parts)
    # A picture in a document with tables is a seal or a photograph; one without tables may be scanned.
    said = [note for note in body.notes if note.mark.kind is not Kind.PICTURE or not tables]
    return assembled(name, content, body.parts, findings(said))


def _main(package: Package) -> str:
    return next(iter(package.related("officeDocument")), "word/document.xml")


def _styles(package: Package) -> Styles:
    part = next(iter(package.related("styles", _main(package))), "word/styles.xml")
    return styles_of(package.xml(part)) if part in package else NO_STYLES


def _stands_in_body(element: etree._Element) -> bool:
    parent = element.getparent()
    while parent is not None and parent.tag in _AROUND:
        parent = parent.getparent()
    return parent is not None and parent.tag == _BODY


class _Body(Struct):
    """The parts of the body so far, and what is to be said about them."""

    styles: Styles
    parts: list[Part] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    tables: int = 0
    paragraphs: int = 0

    def add(self, element: etree._Element) -> None:
        """A block of the body, with the blocks inside of it."""
        if element.tag == _CHUNK:
            self._note(self._next_paragraph(), [Mark(Kind.CHUNK)])
            return
        if any(parent.tag in REVISIONS for parent in element.iterancestors()):
            said = "".join(element.itertext(f"{W}t", f"{W}delText"))
            self._note(self._next_paragraph(), [Mark(Kind.REVISION, f"整段修订“{said}”")])
        if element.tag == TBL:
            self._table(element)
            return
        paragraph = read_paragraph(element, self.styles)
        self._paragraph(paragraph, contents=_is_contents(element, paragraph, self.styles))
        for frame in paragraph.frames:
            self._blocks(blocks_in(frame, self.styles))

    def _blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            else:
                self._table(block)

    def _paragraph(self, paragraph: Paragraph, *, contents: bool = False) -> None:
        self._note(self._next_paragraph(), paragraph.marks)
        if not paragraph.text.strip():
            return
        if contents:
            self._note(self._next_paragraph(), [Mark(Kind.CONTENTS)])
            return
        self.paragraphs += 1
        self.parts.append(paragraph.text)

    def _table(self, element: etree._Element) -> None:
        content = read_table(element, self.styles)
        if content.is_frame:
            self._note(self._next_paragraph(), _of_frame(content))
            self._blocks(content.blocks)
            return
        self.tables += 1
        for row, column, mark in content.marks:
            self._note(place_in_words(self.tables, row, column), [mark])
        self.parts.append(Grid(content.boxes))
        self._blocks(content.inner)

    def _next_paragraph(self) -> str:
        return place_in_words(None, self.paragraphs + 1, None)

    def _note(self, place: str, marks: Iterable[Mark]) -> None:
        self.notes += [Note(place, mark) for mark in marks]


def _of_frame(content: Content) -> Iterator[Mark]:
    """The marks of rows and cells; those of paragraphs come with them."""
    known = {mark for block in content.blocks if isinstance(block, Paragraph) for mark in block.marks}
    return (mark for _row, _column, mark in content.marks if mark not in known)


def _is_contents(element: etree._Element, paragraph: Paragraph, styles: Styles) -> bool:
    """Whether the paragraph is a line of a table of contents: so made, so styled, or so written by hand."""
    style, text = style_of(element, styles), paragraph.text.strip()
    galleries = (value(parent, "w:sdtPr/w:docPartObj/w:docPartGallery") for parent in element.iterancestors(f"{W}sdt"))
    led = has_leader(element.find(f"{W}pPr")) or styles.leads(style)
    return (
        styles.is_contents(style)
        or any(gallery == "Table of Contents" for gallery in galleries)
        or "".join(text.split()) in ("目录", "目次")
        or (len(text) <= _LONGEST_LINE and bool(_LED_TO_PAGE.fullmatch(text) or (led and _ENDS_IN_PAGE.fullmatch(text))))
    )
