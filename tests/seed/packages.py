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
    """A ZIP archive of these parts, the same bytes whenever it is made."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", compression) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, compression)
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


DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"  # a cell that reaches down, and one that it covers


def span(columns: int) -> str:
    """The property of a cell that covers so many columns."""
    return f'<w:gridSpan w:val="{columns}"/>'


def text_box(*blocks: str, properties: str = "") -> str:
    """A run with a text box as Word writes it: twice, for itself and for old programs."""
    box = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    new = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    return r(f"<mc:AlternateContent>{new}{old}</mc:AlternateContent>", properties)


def inserted(content: str) -> str:
    """A tracked insertion; what does not begin with “<” is the text of a run."""
    return f'<w:ins w:id="1" w:author="某">{content if content.startswith("<") else r(content)}</w:ins>'


def deleted(text: str) -> str:
    """A tracked deletion."""
    return f'<w:del w:id="2" w:author="某"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def checkbox(state: str, content: str) -> str:
    """A content control with a checkbox of that state around the sign that Word draws for it."""
    box = f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>'
    return f"<w:sdt><w:sdtPr>{box}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def sym(font: str, code: str) -> str:
    """A run with a sign of a symbol font."""
    return r(f'<w:sym w:font="{font}" w:char="{code}"/>')


def code(kind: str, inner: str = "") -> str:
    """A run with the begin, separate or end of a field."""
    return r(f'<w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar>')


def instruction(text: str) -> str:
    """A run with the instruction of a field."""
    return r(f"<w:instrText>{text}</w:instrText>")
