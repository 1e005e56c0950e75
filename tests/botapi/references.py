"""The references (&lt;, &#20013;) that Telegram knows in HTML, and what it says of HTML that it does not know."""

import re

NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})(?![0-9a-fA-F])|#(\d{1,7})(?!\d)|([a-zA-Z]+));?", re.ASCII)


class BadMarkup(ValueError):
    """HTML that Telegram refuses; the message is Telegram's, from “can't parse entities” on."""

    def __init__(self, what: str) -> None:
        super().__init__(f"can't parse entities: {what}")


def reference(html: str, at: int) -> tuple[str, int]:
    """The character that a reference stands for, and where the text goes on; what is no reference is “&” itself."""
    found = REFERENCE.match(html, at)
    if found is None:
        return "&", at + 1
    if found[3]:
        return (NAMED[found[3]], found.end()) if found[3] in NAMED else ("&", at + 1)
    code = int(found[1], 16) if found[1] else int(found[2])
    if not 0 < code < 0x10FFFF:
        return "&", at + 1
    if 0xD800 <= code <= 0xDFFF:
        raise BadMarkup("Text contains invalid Unicode characters after decoding HTML entities")
    return chr(code), found.end()
