"""Office packages made by hand, for what no office program writes; and Word documents of which the body alone is written out."""

import io
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = {
    "w": MAIN,
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELS = f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
OF_DOCUMENT = (
    f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)


def package(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", compression) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def document_xml(body: str) -> str:
    """The main part of a Word document with this body."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    return f"<w:document {names}><w:body>{body}</w:body></w:document>"


def parts_of(body: str, styles: str = "") -> dict[str, str | bytes]:
    """The parts of a Word document with this body and these styles."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS,
        "word/document.xml": document_xml(body),
        "word/_rels/document.xml.rels": OF_DOCUMENT,
        "word/styles.xml": f'<w:styles xmlns:w="{MAIN}">{styles}</w:styles>',
    }


def docx(body: str, styles: str = "") -> bytes:
    """A Word document with this body and these styles."""
    return package(parts_of(body, styles))


def p(*content: str, properties: str = "") -> str:
    """A paragraph; what does not begin with “<” is the text of a run."""
    runs = (part if part.startswith("<") else r(part) for part in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def r(content: str, properties: str = "") -> str:
    """A run; what does not begin with “<” is its text."""
    inner = content if content.startswith("<") else f'<w:t xml:space="preserve">{content}</w:t>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def tc(*content: str, properties: str = "") -> str:
    """A cell; what does not begin with “<” is a paragraph of its own."""
    blocks = (part if part.startswith("<") else p(part) for part in content or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; what does not begin with “<” is a cell with that text."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(c if c.startswith('<') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"
