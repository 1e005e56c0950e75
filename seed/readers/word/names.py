"""The names of WordprocessingML (ECMA-376 part 1, 17) as lxml writes them, and how its values are read."""

from collections.abc import Iterator, Mapping

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

P, TBL, TR, TC, TEXT_BOX = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}txbxContent"
# What somebody did while changes were tracked; formatting (rPrChange …) changes no text.
REVISIONS = {f"{W}ins": "插入", f"{W}del": "删除", f"{W}moveFrom": "移走", f"{W}moveTo": "移来"}
VAL, P_PR, R_PR, TR_PR, TC_PR = f"{W}val", f"{W}pPr", f"{W}rPr", f"{W}trPr", f"{W}tcPr"
_BEFORE = frozenset({f"{W}tblPrEx"})  # what may stand before the properties of a row
# They hold blocks, rows or cells as if these stood there themselves.
WRAPPERS = frozenset({f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", *REVISIONS})


def settings(parent: etree._Element, name: str) -> dict[str, etree._Element]:
    """The properties of an element (those in its “tcPr”) by their names without prefix; none where it has no such child.

    Properties come first (17.4.66 …): looking no further is what makes a long document quick.
    """
    for child in parent:
        tag = str(child.tag)
        if tag == name:
            return {str(one.tag).removeprefix(W): one for one in child}
        if tag not in _BEFORE:
            break
    return {}


def said(properties: Mapping[str, etree._Element], name: str) -> str | None:
    """The w:val of a property, None where there is none of that name; “” where it has no value."""
    found = properties.get(name)
    return None if found is None else found.get(VAL, "")


def value(parent: etree._Element, path: str) -> str | None:
    """The w:val of the child at the path (“w:tcPr/w:gridSpan”), None where there is no such child; “” where it has no value."""
    child = parent.find(path.replace("w:", W))
    return None if child is None else child.get(VAL, "")


def is_on(text: str | None) -> bool | None:
    """A switch: “” (no value) and “1” are on, “0” and “false” off; None, where there is none, stays None."""
    return None if text is None else text.lower() not in ("0", "false", "off", "none")


def count(text: str | None, most: int = 1000) -> int | None:
    """A number of columns; None for what is none.  Word has 63 columns at most."""
    return min(int(text), most) if text is not None and text.isascii() and text.isdigit() else None


def inside(parent: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The children of these tags, those inside of wrappers too."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in WRAPPERS:
            yield from inside(child, *tags)
