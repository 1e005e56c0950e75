"""Text of a PDF that stands in the file and that nobody sees, or sees otherwise."""

import pytest

from seed.readers import read_file
from tests.seed.paper import HEIGHT, Paper, paper

X, Y = 154, 43  # of the amount's first digit, which is 5 points wide and 10 high


def sheet(draw, amount="20"):
    """The amount's cell and the rules of the findings, where that is drawn over a form."""

    def drawn(page: Paper) -> None:
        page.rows(20, [100, 100], [["项目名称", "绿化经费"], ["年度资金总额", amount]])
        draw(page)

    document = read_file("表.pdf", paper(drawn))
    return document.tables[0].rows[1][1].text, [found.rule for found in document.findings]


def transparent(page):
    page.canvas.saveState()
    page.canvas.setFillAlpha(0)
    page.text(X + 10, Y, "00")
    page.canvas.restoreState()


def mirrored(page):
    page.canvas.saveState()
    page.canvas.translate(X + 30, 0)
    page.canvas.scale(-1, 1)
    page.text(0, Y, "02")
    page.canvas.restoreState()


def covered(page):
    page.text(X + 10, Y, "00")
    page.canvas.setFillColorRGB(1, 1, 1)
    page.canvas.rect(X + 10, HEIGHT - Y - 12, 20, 13, stroke=0, fill=1)


@pytest.mark.parametrize("draw", [transparent, mirrored, covered])
def test_text_that_nobody_sees(draw):
    """Transparent, mirrored and covered text is left out and said."""
    assert sheet(draw) == ("20", ["unseen-text"])


def test_text_drawn_after_transparent_text():
    """What is drawn when the state is taken back is seen."""

    def draw(page):
        transparent(page)
        page.text(X + 10, Y, "5")

    assert sheet(draw) == ("205", ["unseen-text"])


def test_a_highlighter():
    """Paint that lets text show through covers nothing."""

    def draw(page):
        page.canvas.setFillColorRGB(1, 1, 0)
        page.canvas.setFillAlpha(0.3)
        page.canvas.rect(X, HEIGHT - Y - 12, 20, 13, stroke=0, fill=1)

    assert sheet(draw) == ("20", [])


@pytest.mark.parametrize(("below", "text"), [(5, "2̶0̶"), (9.5, "20")])
def test_a_line_through_a_figure(below, text):
    """A line through the middle of digits strikes them out; one below them does not."""
    assert sheet(lambda page: page.canvas.line(X - 1, HEIGHT - Y - below, X + 11, HEIGHT - Y - below))[0] == text
