"""Web page archives (.mht, .mhtml, and “.xls” that Excel saved as one): the pages in them, in their order."""

import email
import email.policy
from collections.abc import Iterator
from email.message import Message

from seed.document import Document
from seed.errors import DamagedFile
from seed.readers.html import read_pages

# Excel's own page with the names of the worksheets, and the page that only holds the frames around them.
_FRAMES = ("tabstrip.htm", "tabstrip.html")


def read(name: str, content: bytes) -> Document:
    """The document in all pages of the archive.  Raises `DamagedFile` where there is none, and what `html.read` raises."""
    try:
        # The older policy leaves headers as they are: nothing about them can then be wrong.
        pages = list(_pages(email.message_from_bytes(content, policy=email.policy.compat32)))
    except RecursionError as error:  # an archive inside of an archive, a thousand times
        raise DamagedFile(name) from error
    if not pages:
        raise DamagedFile(name)
    return read_pages(name, content, pages)


def _pages(archive: Message) -> Iterator[bytes]:
    for part in archive.walk():
        location = str(part.get("Content-Location", "")).strip().lower()
        body = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(body, bytes) and body.strip() and not location.endswith(_FRAMES):
            yield body
