"""What the fonts of cells and of parts of their texts say: raised and struck figures, fonts of signs."""

import pytest
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill

from seed.words.amounts import UnreadableAmount, read_amount
from store.money import WAN
from tests.seed.books import built, old_book, rules, texts, workbook

UP, DOWN, STRUCK = InlineFont(vertAlign="superscript"), InlineFont(vertAlign="subscript"), InlineFont(strike=True)


def rich(*parts):
    return workbook({"A1": "资金", "B1": CellRichText(*parts)})


def in_font(value, *, filled=None, **font):
    def fill(sheet):
        sheet["A1"], sheet["B1"] = "资金", value
        sheet["B1"].font = Font(**font)
        if filled:
            sheet["B1"].fill = PatternFill("solid", fgColor=filled)

    return built(fill)


def old(*parts, **cell):
    """An .xls of one rich text; each part is a text, or a text and what its font says."""

    def font(**said):
        made = xlwt.Font()
        for name, value in said.items():
            setattr(made, name, value)
        return made

    def fill(sheet):
        style = xlwt.XFStyle()
        style.font = font(**cell)
        sheet.write(0, 0, "资金")
        if len(parts) == 1 and not isinstance(parts[0], tuple):
            sheet.write(0, 1, parts[0], style)
        else:
            sheet.write_rich_text(0, 1, [(p[0], font(**p[1])) if isinstance(p, tuple) else p for p in parts], style)

    return old_book(fill)


def cell(content, name="表.xlsx"):
    return texts(content, name)[0][1]


@pytest.mark.parametrize(
    ("content", "name", "text"),
    [
        (rich("20", TextBlock(UP, "1")), "表.xlsx", "20¹"),
        (rich("20", TextBlock(UP, "１")), "表.xlsx", "20¹"),
        (rich("CO", TextBlock(DOWN, "2")), "表.xlsx", "CO₂"),
        (rich(TextBlock(STRUCK, "9"), "20"), "表.xlsx", "9̶20"),
        (rich(TextBlock(InlineFont(b=True), "9"), "20"), "表.xlsx", "920"),
        (in_font("20", strike=True), "表.xlsx", "2̶0̶"),
        (in_font(20, strike=True), "表.xlsx", "2̶0̶"),
        (in_font(20, strike=False), "表.xlsx", "20"),
        (in_font(20, vertAlign="superscript"), "表.xlsx", "²⁰"),
        (in_font(CellRichText("9", TextBlock(InlineFont(b=True), "20")), strike=True), "表.xlsx", "9̶20"),
        (old("20", ("1", {"escapement": 1})), "表.xls", "20¹"),
        (old("𠮷20", ("1", {"escapement": 1})), "表.xls", "𠮷20¹"),
        (old(("9", {"struck_out": True}), "20"), "表.xls", "9̶20"),
        (old("20", struck_out=True), "表.xls", "2̶0̶"),
        (old(20, struck_out=True), "表.xls", "2̶0̶"),
        (old(20), "表.xls", "20"),
    ],
)
def test_raised_and_struck(content, name, text):
    """A raised digit is no digit of the number before it, and what is struck out does not stand."""
    assert cell(content, name) == text


@pytest.mark.parametrize(
    "content", [rich("20", TextBlock(UP, "1")), rich(TextBlock(STRUCK, "9"), "20"), in_font(20, strike=True)]
)
def test_no_amount_with_such_digits(content):
    """No amount is read from a cell with raised or struck digits."""
    with pytest.raises(UnreadableAmount):
        read_amount(cell(content), WAN)


@pytest.mark.parametrize(
    ("content", "name", "text"),
    [
        (in_font("R", name="Wingdings 2"), "表.xlsx", "☑"),
        (in_font(20, name="Wingdings"), "表.xlsx", "��"),
        (rich("是", TextBlock(InlineFont(rFont="Wingdings"), "þ")), "表.xlsx", "是☑"),
        (old("R", name="Wingdings 2"), "表.xls", "☑"),
        (in_font("R", name="宋体"), "表.xlsx", "R"),
    ],
)
def test_fonts_of_signs(content, name, text):
    """In a font of signs a letter is a sign; one that we do not know is �, and a warning names the cell."""
    assert (cell(content, name), "unreadable-characters" in rules(content, name)) == (text, "�" in text)


WHITE = "FFFFFFFF"


@pytest.mark.parametrize(
    ("content", "name", "text"),
    [
        (in_font(90, color=WHITE), "表.xlsx", "�"),
        (in_font("90万元", color=WHITE), "表.xlsx", "�"),
        (in_font(90, color=WHITE, filled=WHITE), "表.xlsx", "�"),
        (in_font(90, color=Color(theme=0)), "表.xlsx", "�"),
        (in_font(90, color=Color(indexed=9)), "表.xlsx", "�"),
        (in_font(90, color=Color(theme=0, tint=-0.5)), "表.xlsx", "90"),
        (in_font(90, color="FF000000"), "表.xlsx", "90"),
        (in_font(90, color=WHITE, filled="FF1F4E79"), "表.xlsx", "90"),
        (in_font("资金（万元）", color=WHITE), "表.xlsx", "资金（万元）"),
        (rich(TextBlock(InlineFont(color=WHITE), "9"), "20"), "表.xlsx", "�20"),
        (in_font("一级指标", color=WHITE), "表.xlsx", "一级指标"),
        (rich(TextBlock(InlineFont(color=WHITE), "二"), "十"), "表.xlsx", "�十"),
        (rich("2", TextBlock(InlineFont(color=WHITE), "."), "0"), "表.xlsx", "2�0"),
        (in_font(CellRichText(TextBlock(InlineFont(color=WHITE), "9"), "20"), filled="FF1F4E79"), "表.xlsx", "920"),
        (old("90", colour_index=9), "表.xls", "�"),
        (old(90, colour_index=1), "表.xls", "�"),
        (old(("9", {"colour_index": 9}), "20"), "表.xls", "�20"),
        (old(90, colour_index=8), "表.xls", "90"),
    ],
)
def test_white_figures(content, name, text):
    """Nobody sees a white figure on a cell that is not filled: it is �, with a warning; white words are no figure."""
    assert (cell(content, name), "unreadable-characters" in rules(content, name)) == (text, "�" in text)
