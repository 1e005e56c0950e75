"""Writes OFD files by hand: text at its place, lines around cells."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE, HEIGHT = 3.5, 8.0  # millimetres: of a character, of a row
LEFT, TOP = 20.0, 40.0
Box = tuple[int, int, int, int, str]  # row, column, rows, columns, text


def text(x: float, y: float, words: str, *, size: float = SIZE, more: str = "") -> str:
    """A line of text that begins at (x, y), its characters one after the other; Latin ones take half the room."""
    steps = " ".join(str(size if ord(character) > 255 else size / 2) for character in words[:-1])
    delta = f' DeltaX="{steps}"' if steps else ""
    code = f'<ofd:TextCode X="0" Y="{size * 0.86}"{delta}>{escape(words)}</ofd:TextCode>'
    return f'<ofd:TextObject ID="1" Boundary="{x} {y} 200 {size}" Font="1" Size="{size}"{more}>{code}</ofd:TextObject>'


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """A straight line."""
    data = f"M 0 0 L {x1 - x0} {y1 - y0}"
    boundary = f"{x0} {y0} {max(x1 - x0, 0.1)} {max(y1 - y0, 0.1)}"
    return f'<ofd:PathObject ID="2" Boundary="{boundary}" LineWidth="0.2"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'


def table(boxes: Iterable[Box], widths: Sequence[float], *, top: float = TOP) -> str:
    """A table: each box with its four sides and its lines of text."""
    xs = [LEFT + sum(widths[:i]) for i in range(len(widths) + 1)]
    drawn = []
    for row, column, rows, columns, words in boxes:
        x0, x1, y0, y1 = xs[column], xs[column + columns], top + row * HEIGHT, top + (row + rows) * HEIGHT
        drawn += [line(x0, y0, x1, y0), line(x0, y1, x1, y1), line(x0, y0, x0, y1), line(x1, y0, x1, y1)]
        drawn += [text(x0 + 1, y0 + 0.4 + n * (SIZE + 0.2), part) for n, part in enumerate(words.split("\n")) if part]
    return "".join(drawn)


def ofd(*pages: str, template: str = "", extra: Iterable[tuple[str, str]] = (), head: str = "") -> bytes:
    """The package; `template` is drawn under every page, `extra` are further parts, `head` stands at the head of each page's XML."""
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    known = '<ofd:TemplatePage ID="9" BaseLoc="/Doc_0/Tpls/Content.xml"/>' if template else ""
    used = '<ofd:Template TemplateID="9" ZOrder="Background"/>' if template else ""
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    parts = [
        ("OFD.xml", f"<ofd:OFD {NAMESPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"),
        (
            "Doc_0/Document.xml",
            f"<ofd:Document {NAMESPACE}><ofd:CommonData>{area}{known}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        ),
        *((f"Doc_0/Pages/Page_{n}/Content.xml", f"{head}{_page(used, drawn)}") for n, drawn in enumerate(pages)),
        *([("Doc_0/Tpls/Content.xml", _page("", template))] if template else ()),
        *extra,
    ]
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts:
            package.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), body, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _page(used: str, drawn: str) -> str:
    return f'<ofd:Page {NAMESPACE}>{used}<ofd:Content><ofd:Layer ID="3">{drawn}</ofd:Layer></ofd:Content></ofd:Page>'
