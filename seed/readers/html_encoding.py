"""The text of a web page: what decodes decides, since pages declare wrong character sets, and some declare none."""

import codecs
import re

from seed.errors import NotText

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.-]+)", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MOST_BROKEN = 0.1  # of the characters beyond ASCII: a page with half a character here and there is still in its encoding
_UNKNOWN = "\ufffd"


def text_of(name: str, content: bytes) -> str:
    """The text, with U+FFFD for what no browser could show either.  Raises `NotText`."""
    encodings = _candidates(content)
    for encoding in encodings:
        text = _CONTROLS.sub(_UNKNOWN, content.decode(encoding, errors="replace"))
        broken = text.count(_UNKNOWN)
        if not broken or broken < _MOST_BROKEN * sum(not character.isascii() for character in text):
            return text
    raise NotText(name, f"按 {'、'.join(encodings)} 都解不开")


def _candidates(content: bytes) -> list[str]:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return [encoding]
    if content[:1] == b"\x00" or content[1:2] == b"\x00":
        return ["utf-16-be" if content[:1] == b"\x00" else "utf-16-le"]
    declared = _DECLARED.search(content[:4096])
    traditional = declared is not None and declared[1].lower().startswith(b"big5")
    # GB18030 makes characters of almost any bytes: where Big5 is declared it comes last.
    return ["utf-8", "big5hkscs", "gb18030"] if traditional else ["utf-8", "gb18030"]
