"""PDF files for tests, drawn by reportlab: texts and ruled tables at places that the test says."""

import io
from collections.abc import Callable, Mapping, Sequence

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

SIZE = 10
HEIGHT = 842
_FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(_FONT))

Cells = Mapping[tuple[int, int], tuple[str, int, int]]  # (row, column) → text, rows, columns


class Paper:
    """Sheets of A4 to draw on; places are points from the upper left corner."""

    def __init__(self, *, password: str | None = None, owner_only: bool = False) -> None:
        self._bytes = io.BytesIO()
        encryption = None
        if password is not None:
            encryption = StandardEncryption("" if owner_only else password, ownerPassword=password)
        self.font = _FONT
        self.canvas = Canvas(self._bytes, pagesize=(595, HEIGHT), encrypt=encryption, invariant=1)

    def text(self, x: float, top: float, text: str, size: float = SIZE, *, mode: int = 0) -> None:
        """Writes one line."""
        line = self.canvas.beginText(x, HEIGHT - top - 0.8 * size)
        line.setFont(self.font, size)
        line.setTextRenderMode(mode)
        line.textOut(text)
        self.canvas.drawText(line)

    def table(self, top: float, widths: Sequence[float], heights: Sequence[float], cells: Cells, left: float = 50) -> None:
        """Draws each cell with a border, and its text line by line."""
        for (row, column), (text, rows, columns) in cells.items():
            x, y = left + sum(widths[:column]), top + sum(heights[:row])
            width, height = sum(widths[column : column + columns]), sum(heights[row : row + rows])
            self.canvas.rect(x, HEIGHT - y - height, width, height)
            for n, line in enumerate(text.split("\n")):
                self.text(x + 4, y + 3 + n * 1.3 * SIZE, line)

    def rows(self, top: float, widths: Sequence[float], rows: Sequence[Sequence[str]], height: float = 20) -> None:
        """Draws a table without merged cells."""
        cells = {(r, c): (text, 1, 1) for r, row in enumerate(rows) for c, text in enumerate(row)}
        self.table(top, widths, [height] * len(rows), cells)

    def turn_page(self) -> None:
        """Takes the next sheet."""
        self.canvas.showPage()

    def done(self) -> bytes:
        """The file."""
        self.canvas.save()
        return self._bytes.getvalue()


def paper(draw: Callable[[Paper], None]) -> bytes:
    """The file that `draw` draws."""
    sheet = Paper()
    draw(sheet)
    return sheet.done()
