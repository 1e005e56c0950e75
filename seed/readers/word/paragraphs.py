"""What a paragraph of a Word document says to the eye: its text, and marks for what is more, less or other than text.

- Results of fields are seen, their instructions are not; a checkbox is its sign, a list its chosen line, a placeholder nothing.
- Automatic numbers (w:numPr) are not part of the text: no label or name depends on them.
- The text of a text box is a block of its own (`frames`); of mc:AlternateContent one branch is read, never both.
"""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from lxml import etree
from msgspec import Struct, field

from seed.readers.drawn import drawn_raised, drawn_struck
from seed.readers.symbols import UNKNOWN, in_font, symbol
from seed.readers.unseen import EMBEDDING, END, OVERRIDE, seen
from seed.readers.word import formulas
from seed.readers.word.controls import form_field, told_around, told_by
from seed.readers.word.looks import look_of
from seed.readers.word.marks import Kind, Mark
from seed.readers.word.names import (
    DRAWING,
    MATH,
    MC,
    OFFICE,
    P_PR,
    R_PR,
    REVISIONS,
    TEXT_BOX,
    VAL,
    VML,
    W,
    said,
    settings,
)
from seed.readers.word.styles import Styles


class Paragraph(Struct, frozen=True):
    """A paragraph: its text, what is special in it, and the contents of its text boxes."""

    text: str
    marks: tuple[Mark, ...] = ()
    frames: tuple[etree._Element, ...] = ()


def read_paragraph(element: etree._Element, styles: Styles) -> Paragraph:
    """The paragraph that the w:p is."""
    walk = _Walk(styles, style_of(element, styles))
    walk.children(element)
    told = told_around(element)
    text = "".join(walk.texts) if told is None else told
    clean = seen(text)
    if clean != text:
        walk.marks.append(Mark(Kind.INVISIBLE, text))
    return Paragraph(clean, tuple(_together(walk.marks)), tuple(walk.frames))


def style_of(element: etree._Element, styles: Styles) -> str:
    """The id of the paragraph's style."""
    return said(settings(element, P_PR), "pStyle") or styles.standard


# Word itself writes these hidden lines around the forms of web pages.
_FORM_ENDS = frozenset({"窗体顶端", "窗体底端", "Top of Form", "Bottom of Form"})


def _together(marks: list[Mark]) -> Iterator[Mark]:
    """The marks, with neighbours of one kind as one: Word cuts a sentence into many runs."""
    for kind, group in groupby(marks, lambda mark: mark.kind):
        if kind not in (Kind.HIDDEN, Kind.REVISION, Kind.UNSEEN):
            yield from group
            continue
        text = "".join(mark.text for mark in group)
        if kind is not Kind.HIDDEN or text.strip() not in _FORM_ENDS:
            yield Mark(kind, text)


class _Field(Struct):
    """A field that has begun: its instruction so far, and whether its result has begun."""

    instruction: list[str] = field(default_factory=list)
    shows: bool = False


class _Walk(Struct):
    """One way through a paragraph; what was seen on it."""

    styles: Styles
    style: str
    texts: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    frames: list[etree._Element] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)
    font: str = ""
    raised: int = 0  # 1 above the line, -1 below it
    revised: bool = False
    instructing: int = 0  # fields that have begun and do not show yet

    def children(self, parent: etree._Element) -> None:
        for child in parent:
            _AT.get(str(child.tag), _Walk.children)(self, child)

    def nothing(self, _element: etree._Element) -> None:
        """What is no content, or not seen."""

    def say(self, text: str) -> None:
        if not self.instructing:
            self.texts.append(text)

    def run(self, run: etree._Element) -> None:
        properties = settings(run, R_PR)
        look = look_of(run, properties, self.style, self.styles)
        self.font, self.raised = look.font, look.raised
        texts, frames = len(self.texts), len(self.frames)
        self.children(run)
        shown = "".join(self.texts[texts:])
        if look.hidden:
            self._hide(shown, texts, frames)
        elif look.unseen and shown.strip():
            self.texts[texts:] = [UNKNOWN]
            self.marks.append(Mark(Kind.UNSEEN, shown))
        elif look.struck:
            self.texts[texts:] = [drawn_struck(shown)]

    def _hide(self, shown: str, texts: int, frames: int) -> None:
        hidden = shown + "".join("".join(frame.itertext(f"{W}t")) for frame in self.frames[frames:])
        del self.texts[texts:], self.frames[frames:]
        if hidden.strip():
            self.marks.append(Mark(Kind.HIDDEN, hidden))

    def text(self, element: etree._Element) -> None:
        text = element.text or ""
        shown = in_font(text, self.font)
        if UNKNOWN in shown and UNKNOWN not in text:
            self._unknown(self.font, ord(text[shown.index(UNKNOWN)]))
        self.say(drawn_raised(shown, up=self.raised > 0) if self.raised else shown)

    def symbol(self, element: etree._Element) -> None:
        font, code = element.get(f"{W}font", ""), element.get(f"{W}char", "")
        shown = symbol(font, int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,5}", code) else UNKNOWN
        if shown == UNKNOWN:
            self._unknown(font, int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,5}", code) else 0)
        self.say(shown)

    def _unknown(self, font: str, code: int) -> None:
        self.marks.append(Mark(Kind.SYMBOL, f"字体 {font or '未注明'}，编码 {code:04X}"))

    def revision(self, element: etree._Element) -> None:
        if not self.revised:
            said = "".join(element.itertext(f"{W}t", f"{W}delText", f"{MATH}t"))
            self.marks.append(Mark(Kind.REVISION, f"{REVISIONS[str(element.tag)]}“{said}”"))
        before, self.revised = self.revised, True
        self.children(element)
        self.revised = before

    def properties(self, element: etree._Element) -> None:
        """Of the paragraph: its mark may have been inserted or deleted, so that two paragraphs were one."""
        mark = element.find(R_PR)
        done = next((REVISIONS[str(c.tag)] for c in mark if c.tag in REVISIONS), None) if mark is not None else None
        if done:
            self.marks.append(Mark(Kind.REVISION, f"{done}段落标记"))

    def control(self, element: etree._Element) -> None:
        told = told_by(element)
        if told is None:
            self.children(element)
        else:
            self.say(told)

    def field_code(self, element: etree._Element) -> None:
        match element.get(f"{W}fldCharType"):
            case "begin":
                self.say(form_field(element))
                self.fields.append(_Field())
                self.instructing += 1
            case "separate" if self.fields and not self.fields[-1].shows:
                self.fields[-1].shows = True
                self.instructing -= 1
            case "end" if self.fields:
                ended = self.fields.pop()
                if not ended.shows:
                    self.instructing -= 1
                    self._instruction("".join(ended.instruction))

    def instruction(self, element: etree._Element) -> None:
        if self.fields:
            self.fields[-1].instruction.append(element.text or "")

    def _instruction(self, text: str) -> None:
        """A field without a result: two of them are seen none the less, signs in circles and boxes (EQ) and symbols."""
        shown = formulas.shown(text)
        if shown is not None:
            self.say(shown)
            if UNKNOWN in shown:
                self.marks.append(Mark(Kind.FIELD, text.strip()))

    def formula(self, element: etree._Element) -> None:
        if not self.revised and any(True for _ in element.iter(f"{W}ins", f"{W}del")):
            self.marks.append(Mark(Kind.REVISION, f"公式“{formulas.in_line(element)}”"))
        self.say(formulas.in_line(element))

    def alternatives(self, element: etree._Element) -> None:
        chosen = element.find(f"{MC}Choice")
        chosen = chosen if chosen is not None else element.find(f"{MC}Fallback")
        if chosen is not None:
            self.children(chosen)

    def turned(self, element: etree._Element) -> None:
        """Text whose direction of writing is set (w:bdo, w:dir): as if the marks of it stood there."""
        if element.get(VAL) != "rtl":
            self.children(element)
            return
        self.say(OVERRIDE if element.tag == f"{W}bdo" else EMBEDDING)
        self.children(element)
        self.say(END)

    def frame(self, element: etree._Element) -> None:
        self.frames.append(element)

    def word_art(self, element: etree._Element) -> None:
        self.say(element.get("string", ""))

    def ruby(self, element: etree._Element) -> None:
        """Pinyin above a word: the word alone."""
        for base in element.iterfind(f"{W}rubyBase"):
            self.children(base)


def _saying(text: str) -> Callable[[_Walk, etree._Element], None]:
    return lambda walk, _element: walk.say(text)


def _marking(kind: Kind) -> Callable[[_Walk, etree._Element], None]:
    return lambda walk, _element: walk.marks.append(Mark(kind))


_UNSEEN = ("rPr", "sdtPr", "sdtEndPr", "delText", "delInstrText", "ffData")
_AT: dict[str, Callable[[_Walk, etree._Element], None]] = {
    **{f"{W}{name}": _Walk.nothing for name in _UNSEEN},
    **dict.fromkeys(REVISIONS, _Walk.revision),
    **{f"{W}{name}": _saying("\t") for name in ("tab", "ptab")},
    **{f"{W}{name}": _saying("\n") for name in ("br", "cr")},
    **{f"{W}{name}": _marking(Kind.NOTE) for name in ("footnoteReference", "endnoteReference")},
    f"{W}commentReference": _marking(Kind.COMMENT),
    f"{OFFICE}OLEObject": lambda walk, element: walk.marks.append(Mark(Kind.OBJECT, element.get("ProgID", "未注明程序"))),
    f"{DRAWING}blip": _marking(Kind.PICTURE),
    f"{VML}imagedata": _marking(Kind.PICTURE),
    f"{W}noBreakHyphen": _saying("-"),
    f"{W}r": _Walk.run,
    f"{W}t": _Walk.text,
    f"{W}sym": _Walk.symbol,
    f"{W}pPr": _Walk.properties,
    f"{W}sdt": _Walk.control,
    f"{W}fldChar": _Walk.field_code,
    f"{W}instrText": _Walk.instruction,
    f"{W}ruby": _Walk.ruby,
    f"{W}bdo": _Walk.turned,
    f"{W}dir": _Walk.turned,
    f"{MATH}oMath": _Walk.formula,
    f"{MC}AlternateContent": _Walk.alternatives,
    f"{VML}textpath": _Walk.word_art,
    TEXT_BOX: _Walk.frame,
}
