"""Opens a PDF and draws its pages, one after the other; what is broken or locked is refused."""

import io
import logging
from collections.abc import Iterator

from pdfminer import settings
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1

from seed.errors import DamagedFile, Encrypted, SeedError, TooManyPages
from seed.readers.pdf.drawing import Drawing
from seed.readers.pdf.pen import Pen, TooMuchDrawn

MOST_PAGES = 2_000

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it complains of every oddity that it copes with


def drawings(name: str, content: bytes) -> Iterator[Drawing]:
    """The pages in their order.  Raises `DamagedFile`, `Encrypted` and `TooManyPages`, and nothing else."""
    try:
        yield from _drawings(name, content)
    except SeedError:
        raise
    except TooMuchDrawn as error:
        raise TooManyPages(name, MOST_PAGES) from error
    except PDFEncryptionError as error:
        raise Encrypted(name) from error
    except Exception as error:  # of broken bytes pdfminer raises whatever its parser stumbles upon
        raise DamagedFile(name) from error


def _drawings(name: str, content: bytes) -> Iterator[Drawing]:
    document = PDFDocument(PDFParser(io.BytesIO(content)))
    pages = list(PDFPage.create_pages(document))
    # A file that breaks off is repaired by guessing; pages that were lost by that must not be missing in silence.
    if not pages or len(pages) != resolve1(dict_value(document.catalog["Pages"]).get("Count")) or b"%%EOF" not in content[-2048:]:
        raise DamagedFile(name)
    if len(pages) > MOST_PAGES:
        raise TooManyPages(name, MOST_PAGES)
    pen = Pen()
    for number, page in enumerate(pages, start=1):
        _unpack(page)
        drawing = pen.draw(number, page)
        drawing.fields = _filled_fields(page)
        yield drawing


def _unpack(page: PDFPage) -> None:
    """Unpacks what the page draws, which pdfminer keeps; half of a damaged stream is an error and no shorter page."""
    was = settings.STRICT
    settings.STRICT = True
    try:
        for stream in page.contents:
            resolved = resolve1(stream)
            if isinstance(resolved, PDFStream):
                resolved.get_data()
    finally:
        settings.STRICT = was


def _filled_fields(page: PDFPage) -> int:
    annotations = [dict_value(one) for one in list_value(page.annots or [])]
    return sum(bool(resolve1(one.get("V"))) for one in annotations if "V" in one)
