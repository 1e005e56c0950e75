"""PDF files: what is read is what was drawn, and what cannot be read for certain is said."""

import contextlib
import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from seed.document import Document
from seed.errors import DamagedFile, Encrypted, GarbledFile, ScannedFile, SeedError, TooManyPages
from seed.readers import read_file
from seed.readers.pdf import opening, pen
from seed.readers.pdf.characters import UNREADABLE, as_seen
from seed.words.labels import heading_of
from tests.seed.paper import Paper

FORM = [["项目名称", "校园食堂改造"], ["实施单位", "青禾县第一中学"], ["年度资金总额（万元）", "26.5"]]


def read(paper: Paper) -> Document:
    return read_file("甲.pdf", paper.done())


def texts(document: Document, number: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row] for row in document.tables[number].rows]


def rules(document: Document) -> list[str]:
    return [finding.rule for finding in document.findings]


def test_ruled_table():
    """Each cell of a ruled table is read where it stands, with the paragraphs above as captions and the page where it begins."""
    paper = Paper()
    paper.text(200, 60, "项目支出绩效目标表")
    paper.rows(100, [150, 300], FORM)

    document = read(paper)

    assert texts(document) == FORM
    assert [cell.text for cell in document.tables[0].captions] == ["项目支出绩效目标表"]
    assert {cell.page for cell in document.tables[0].cells()} == {1}
    assert document.findings == ()


def test_merged_cells():
    """A cell over several columns is one cell, one over several rows goes on as an empty cell."""
    paper = Paper()
    cells = {(0, 0): ("绩效\n指标", 2, 1), (0, 1): ("产出指标", 1, 2), (1, 1): ("数量", 1, 1), (1, 2): ("5个", 1, 1)}
    paper.table(100, [80, 100, 100], [20, 20], cells)

    (first, second) = read(paper).tables[0].rows

    assert [(cell.text, cell.left, cell.width) for cell in first] == [("绩效\n指标", 1, 1), ("产出指标", 2, 2)]
    assert [(cell.text, cell.continued) for cell in second] == [("", True), ("数量", False), ("5个", False)]


def test_table_over_a_page_break():
    """Two halves of a table with nothing but a page number between them are one table."""
    paper = Paper()
    paper.rows(700, [150, 300], FORM)
    paper.text(290, 800, "— 1 —")
    paper.turn_page()
    paper.rows(60, [150, 300], [["年度目标", "改造食堂三处"]])
    paper.text(290, 800, "— 2 —")

    document = read(paper)

    assert texts(document) == [*FORM, ["年度目标", "改造食堂三处"]]
    assert document.paragraphs == ()


def test_form_that_begins_a_page():
    """A table that names a project at the head of a page is a form of its own."""
    paper = Paper()
    paper.rows(700, [150, 300], FORM)
    paper.turn_page()
    paper.rows(60, [150, 300], FORM)

    assert len(read(paper).tables) == 2


def test_caption_at_the_head_of_a_page():
    """A table below a caption is a table of its own, though both are equally wide."""
    paper = Paper()
    paper.rows(700, [150, 300], FORM)
    paper.turn_page()
    paper.text(200, 60, "项目支出绩效目标表")
    paper.rows(90, [150, 300], [["年度目标", "改造食堂三处"]])

    assert len(read(paper).tables) == 2


def test_repeated_header():
    """A header that is printed again on the next page is dropped."""
    header = ["序号", "项目名称", "预算金额（万元）"]
    paper = Paper()
    paper.rows(760, [50, 250, 150], [header, ["1", "食堂改造", "26.5"]])
    paper.turn_page()
    paper.rows(60, [50, 250, 150], [header, ["2", "校车运行", "8"]])

    assert texts(read(paper)) == [header, ["1", "食堂改造", "26.5"], ["2", "校车运行", "8"]]


def test_cut_row():
    """A row that a page break cuts is one row: the text goes on, and the cells beside it stay empty."""
    paper = Paper()
    paper.rows(780, [100, 108], [["年度目标", "改造三处学生食堂，购"]])
    paper.turn_page()
    paper.rows(60, [100, 108], [["", "置厨具，保障用餐安全"], ["项目期", "2024年"]])

    assert texts(read(paper)) == [["年度目标", "改造三处学生食堂，购\n置厨具，保障用餐安全"], ["项目期", "2024年"]]


def test_row_below_a_break():
    """Rows that a page break only parts stay two, though the merged cells beside them go on as one."""
    paper = Paper()
    cells = {(0, 0): ("产出指标", 2, 1), (0, 1): ("培训人次", 1, 1), (0, 2): ("≥50人", 1, 1)}
    paper.table(760, [80, 150, 100], [20, 20], {**cells, (1, 1): ("培训期数", 1, 1), (1, 2): ("3期", 1, 1)})
    paper.turn_page()
    cells = {(0, 0): ("", 2, 1), (0, 1): ("合格率", 1, 1), (0, 2): ("100%", 1, 1)}
    paper.table(60, [80, 150, 100], [20, 20], {**cells, (1, 1): ("完成时间", 1, 1), (1, 2): ("12月", 1, 1)})

    rows = read(paper).tables[0].rows

    assert [[cell.text for cell in row][1:] for row in rows] == [
        ["培训人次", "≥50人"],
        ["培训期数", "3期"],
        ["合格率", "100%"],
        ["完成时间", "12月"],
    ]
    assert [row[0].continued for row in rows] == [False, True, True, True]


def test_label_cut_in_two():
    """A label of which a page break parts the characters is that label."""
    paper = Paper()
    paper.table(770, [40, 100, 100], [30], {(0, 0): ("绩\n效", 1, 1), (0, 1): ("一级指标", 1, 1), (0, 2): ("指标值", 1, 1)})
    paper.turn_page()
    cells = {(0, 0): ("指\n标", 2, 1), (0, 1): ("产出指标", 1, 1), (0, 2): ("5个", 1, 1)}
    paper.table(60, [40, 100, 100], [20, 20], {**cells, (1, 1): ("效益指标", 1, 1), (1, 2): ("好", 1, 1)})

    rows = texts(read(paper))

    assert rows[0][0] == "绩\n效\n指\n标"
    assert [row[1] for row in rows] == ["一级指标", "产出指标", "效益指标"]


def test_labels_on_both_sides_of_a_break():
    """A label below a page break begins a row, though the amount beside it is empty and that above is not."""
    paper = Paper()
    paper.rows(780, [150, 100], [["其中：财政拨款", "26.5"]])
    paper.turn_page()
    paper.rows(60, [150, 100], [["其他资金", ""], ["项目期", "2024年"]])

    assert texts(read(paper))[:2] == [["其中：财政拨款", "26.5"], ["其他资金", ""]]


def test_running_title():
    """A title on every page stands once among the texts and parts no table."""
    paper = Paper()
    for number, rows in enumerate([FORM, [["", "其他"], ["年度目标", "好"]], [["", "又一行"], ["项目期", "一年"]]]):
        if number:
            paper.turn_page()
        paper.text(200, 30, "青禾县2024年度部门预算")
        paper.rows(60, [150, 300], rows)

    document = read(paper)

    assert len(document.tables) == 1
    assert [paragraph.text for paragraph in document.paragraphs] == ["青禾县2024年度部门预算"]


@pytest.mark.parametrize("number", ["— 3 —", "第3页 共10页", "第 3 页", "3/10", "- 3 -", "Page 3 of 10"])
def test_page_number(number):
    """A page number is no text of the document."""
    paper = Paper()
    paper.rows(100, [150, 300], FORM)
    paper.text(290, 805, number)

    assert read(paper).paragraphs == ()


def test_open_sides():
    """A table without left and right borders has its outer columns all the same."""
    paper = Paper()
    for y in (100, 120, 140):
        paper.canvas.line(50, 842 - y, 350, 842 - y)
    paper.canvas.line(150, 742, 150, 702)
    for row, (label, value) in enumerate(FORM[:2]):
        paper.text(55, 104 + 20 * row, label)
        paper.text(155, 104 + 20 * row, value)

    assert texts(read(paper)) == FORM[:2]


def test_thin_rectangles_and_dashes():
    """Borders may be thin filled rectangles, or made of dashes."""
    paper = Paper()
    for y in (100, 120):
        paper.canvas.rect(50, 842 - y, 300, 0.6, stroke=0, fill=1)
    for x in (50, 150, 350):
        for start in range(100, 120, 4):
            paper.canvas.line(x, 842 - start, x, 840 - start)
    paper.text(55, 104, "项目名称")
    paper.text(155, 104, "食堂改造")

    assert texts(read(paper)) == [["项目名称", "食堂改造"]]


def test_missing_line():
    """Where a line is missing so that a cell is no rectangle, the rows are named."""
    paper = Paper()
    for y, end in ((100, 250), (120, 150), (140, 250)):
        paper.canvas.line(50, 842 - y, end, 842 - y)
    for x, start in ((50, 100), (150, 120), (250, 100)):
        paper.canvas.line(x, 842 - start, x, 702)
    paper.text(55, 104, "甲")

    document = read(paper)

    assert "table-lines" in rules(document)


def test_table_without_lines():
    """A table without lines is not read, and that is said."""
    paper = Paper()
    for row in range(4):
        for column, text in enumerate(["序号", "项目名称", "26.5"]):
            paper.text(60 + 150 * column, 100 + 20 * row, text)

    document = read(paper)

    assert (document.tables, document.paragraphs) == ((), ())
    assert rules(document) == ["unruled-table"]


def test_side_by_side():
    """Two tables beside one another are two."""
    paper = Paper()
    paper.table(100, [60, 60], [20], {(0, 0): ("甲", 1, 1), (0, 1): ("乙", 1, 1)})
    paper.table(100, [60, 60], [20], {(0, 0): ("丙", 1, 1), (0, 1): ("丁", 1, 1)}, left=300)

    document = read(paper)

    assert [texts(document, 0), texts(document, 1)] == [[["甲", "乙"]], [["丙", "丁"]]]


def test_turned_page():
    """A page that is to be shown turned is read as it is shown."""
    paper = Paper()
    paper.canvas.setPageRotation(90)
    paper.canvas.translate(0, 842 - 595)
    paper.canvas.translate(595, 595 - 842)
    paper.canvas.rotate(90)
    paper.canvas.translate(0, -(842 - 595))
    paper.rows(300, [150, 300], FORM)

    assert texts(read(paper)) == FORM


def test_turned_text():
    """Text that is turned in its cell is read along its own line."""
    paper = Paper()
    paper.table(100, [40, 100], [80], {(0, 1): ("5个", 1, 1), (0, 0): ("", 1, 1)})
    paper.canvas.saveState()
    paper.canvas.translate(75, 842 - 170)
    paper.canvas.rotate(90)
    paper.text(0, 842, "产出指标")
    paper.canvas.restoreState()

    assert texts(read(paper)) == [["产出指标", "5个"]]


def test_raised_digit():
    """A small raised digit is no digit of the number before it."""
    paper = Paper()
    paper.rows(100, [150, 100], [["资金总额", "28"]])
    paper.text(50 + 150 + 4 + 9.3, 101, "2", 5)

    assert texts(read(paper)) == [["资金总额", "28²"]]


def test_bold_by_printing_twice():
    """A text that is printed twice to look bold is read once."""
    paper = Paper()
    paper.rows(100, [150, 100], [["资金总额", "1122"]])
    paper.text(50.3 + 4, 103, "资金总额")
    paper.text(50.3 + 154, 103, "1122")

    assert texts(read(paper)) == [["资金总额", "1122"]]


def test_long_number():
    """A number that fills its cell from border to border and goes on in the next line is one number."""
    paper = Paper()
    paper.table(100, [100, 40], [40], {(0, 0): ("资金总额", 1, 1), (0, 1): ("123456\n78", 1, 1)})

    assert texts(read(paper)) == [["资金总额", "12345678"]]


def test_wrapped_paragraph():
    """A line that reaches the right edge goes on in the next."""
    paper = Paper()
    paper.text(50, 50, "青禾县教育局关于公开全县义务教育阶段学校二〇二四年度部门预算项目支出绩")
    paper.text(50, 65, "效目标的通知")
    paper.rows(100, [150, 200], FORM)

    assert [p.text for p in read(paper).paragraphs] == [
        "青禾县教育局关于公开全县义务教育阶段学校二〇二四年度部门预算项目支出绩效目标的通知"
    ]


def test_texts_far_apart():
    """Two texts in one line with a wide gap between them are two."""
    paper = Paper()
    paper.text(50, 80, "编制单位：青禾县财政局")
    paper.text(400, 80, "金额单位：万元")
    paper.rows(100, [150, 300], FORM)

    assert [p.text for p in read(paper).paragraphs] == ["编制单位：青禾县财政局", "金额单位：万元"]


@pytest.mark.parametrize(
    ("drawn", "seen"),
    [("\u2f6c\u2f42", "目文"), ("\ufb01", "fi"), ("\u2ee2", "马"), ("２６", "２６"), ("m²", "m²"), ("\u0003", UNREADABLE)],
)
def test_characters(drawn, seen):
    """Radicals and ligatures are the characters that they look like; width and raised digits stay as they are."""
    assert as_seen(drawn) == seen


def test_invisible_text():
    """Text that nobody sees is not read, and that is said."""
    paper = Paper()
    paper.rows(100, [150, 300], FORM)
    paper.text(60, 300, "看不见的字", mode=3)

    document = read(paper)

    assert document.paragraphs == ()
    assert rules(document) == ["unseen-text"]


@pytest.mark.parametrize(("covered", "found"), [(False, ["unseen-text"]), (True, [])])
def test_white_text(covered, found):
    """White text counts where it stands on a colour."""
    paper = Paper()
    paper.rows(100, [150, 300], FORM)
    if covered:
        paper.canvas.setFillGray(0.2)
        paper.canvas.rect(50, 500, 200, 60, stroke=0, fill=1)
    paper.canvas.setFillGray(1)
    paper.text(60, 300, "白色的字")

    document = read(paper)

    assert rules(document) == found
    assert [paragraph.text for paragraph in document.paragraphs] == (["白色的字"] if covered else [])


def test_watermark():
    """Slanted text across the page gets into no cell."""
    paper = Paper()
    paper.rows(100, [150, 300], FORM)
    paper.canvas.rotate(45)
    paper.text(500, 700, "公开", 60)

    document = read(paper)

    assert texts(document) == FORM
    assert rules(document) == ["unseen-text"]


def test_text_on_a_line():
    """A text that stands on the line between two rows belongs to neither for certain."""
    paper = Paper()
    paper.rows(100, [150, 100], [["资金总额", ""], ["财政拨款", "3"]])
    paper.text(204, 114, "26")

    assert "text-over-line" in rules(read(paper))


def scan(paper: Paper) -> None:
    """Draws a picture over the whole page."""
    from reportlab.lib.utils import ImageReader

    paper.canvas.drawImage(ImageReader(_picture()), 0, 0, 595, 842)


def _picture():
    from PIL import Image

    return Image.new("L", (8, 8), 200)


def test_scan():
    """A file of pictures without text is refused, though a machine laid its guesses under them."""
    paper = Paper()
    scan(paper)
    paper.text(60, 300, "机器认出的字", mode=3)

    with pytest.raises(ScannedFile, match="扫描件，没有文字"):
        read(paper)


def test_scanned_page_among_others():
    """Pages that are scans are named where others have text."""
    paper = Paper()
    paper.rows(100, [150, 300], FORM)
    paper.turn_page()
    scan(paper)

    document = read(paper)

    assert [(finding.rule, finding.place) for finding in document.findings] == [("scanned-pages", "第2页")]


def test_password():
    """A file with a password is refused; one that only forbids changes is read."""
    locked, open_one = Paper(password="26"), Paper(password="26", owner_only=True)  # noqa: S106  # it is the test's own
    for paper in (locked, open_one):
        paper.font = "Helvetica"
        paper.rows(100, [150, 300], [["A", "26.5"]])

    assert texts(read(open_one)) == [["A", "26.5"]]
    with pytest.raises(Encrypted, match="有密码"):
        read(locked)


def test_unreadable_characters(monkeypatch):
    """Characters that the file does not name are said with their row; where most are so, the file is refused."""
    paper = Paper()
    paper.rows(100, [150, 300], FORM)
    content = paper.done()

    monkeypatch.setattr(pen, "as_seen", lambda text: UNREADABLE if text == "6" else text)
    document = read_file("甲.pdf", content)
    assert [(finding.rule, finding.place) for finding in document.findings] == [("unreadable-characters", "第1页起第1张表第3行")]

    monkeypatch.setattr(pen, "as_seen", lambda _text: UNREADABLE)
    with pytest.raises(GarbledFile):
        read_file("甲.pdf", content)


def test_limits(monkeypatch):
    """More pages, or more on them, than any document has are refused."""
    paper = Paper()
    paper.rows(100, [150, 300], FORM)
    paper.turn_page()
    paper.rows(100, [150, 300], FORM)
    content = paper.done()

    monkeypatch.setattr(opening, "MOST_PAGES", 1)
    with pytest.raises(TooManyPages):
        read_file("甲.pdf", content)
    monkeypatch.setattr(opening, "MOST_PAGES", 2)
    monkeypatch.setattr(pen, "_MOST_GLYPHS", 20)
    with pytest.raises(TooManyPages):
        read_file("甲.pdf", content)


def test_file_that_breaks_off():
    """A file that breaks off is refused, never read in part."""
    paper = Paper()
    for _page in range(3):
        paper.rows(100, [150, 300], FORM)
        paper.turn_page()
    content = paper.done()

    for end in range(5, len(content) - 8, 61):
        with pytest.raises(DamagedFile):
            read_file("甲.pdf", content[:end])


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_damaged_bytes(rnd: random.Random):
    """Damaged bytes give a document or a refusal, never another error."""
    paper = Paper()
    paper.rows(100, [150, 300], FORM)
    content = bytearray(paper.done())
    for _change in range(rnd.randint(1, 12)):
        content[rnd.randrange(5, len(content))] = rnd.randrange(256)

    with contextlib.suppress(SeedError):
        read_file("甲.pdf", bytes(content))


@st.composite
def tables(draw):
    """Widths, and rows of texts that fit into them."""
    columns = draw(st.integers(2, 5))
    text = st.text("项目金额单位甲乙丙0123456789.%≥", min_size=1, max_size=6)
    rows = draw(st.lists(st.lists(text, min_size=columns, max_size=columns), min_size=1, max_size=8))
    return [draw(st.integers(72, 98)) for _column in range(columns)], rows


@settings(max_examples=40, deadline=None)
@given(tables())
def test_what_was_drawn_comes_back(table):
    """Every text comes back from the cell into which it was drawn."""
    widths, rows = table
    paper = Paper()
    paper.rows(100, widths, rows)

    assert texts(read(paper)) == rows


@settings(max_examples=30, deadline=None)
@given(tables(), st.data())
def test_whole_rows_over_a_break(table, data):
    """Rows that are filled are the same whether a page break stands between them or not."""
    widths, rows = table
    rows = [[f"第{n}行", *row] for n, row in enumerate(rows, start=1)]
    parted = data.draw(st.integers(1, len(rows)))
    # Two halves of a label, one on each page, are a label that the break cut in two.
    assume(not any(heading_of(a + b) for a, b in zip(rows[parted - 1], (rows[parted:] or [[]])[0], strict=False)))
    paper = Paper()
    paper.rows(820 - 20 * parted, [60, *widths], rows[:parted])
    paper.turn_page()
    if rows[parted:]:
        paper.rows(40, [60, *widths], rows[parted:])

    assert texts(read(paper)) == rows


def test_text_that_is_cut_off():
    """Text that is cut off at the border of its cell stays in its cell, and nobody is told that it is surely whole."""
    paper = Paper()
    paper.rows(100, [80, 80], [["", "5个"]])
    path = paper.canvas.beginPath()
    path.rect(50, 842 - 120, 80, 20)
    paper.canvas.saveState()
    paper.canvas.clipPath(path, stroke=0, fill=0)
    paper.text(54, 103, "农村饮水安全巩固提升")
    paper.canvas.restoreState()

    document = read(paper)

    assert texts(document) == [["农村饮水安全巩固提升", "5个"]]
    assert rules(document) == ["text-cut-off"]
    assert "可能不全" in document.findings[0].message


def test_filled_fields():
    """What was filled into the fields of a form on the screen is not read, and that is said."""
    paper = Paper()
    paper.rows(100, [150, 300], FORM)
    paper.canvas.acroForm.textfield(name="field", value="26", x=60, y=400)

    assert rules(read(paper)) == ["form-fields"]


def test_list_printed_by_excel():
    """A list over pages is one table: its title and header are printed again, and so are the texts of a merged cell that is cut."""
    from tests.seed.golden.pdf.make import HEADER, LINES, PRINTED, PROJECTS

    path = PRINTED / "分页打印的长清单.pdf"
    document = read_file(path.name, path.read_bytes())

    shown = [(unit, project, f"{yuan:,.2f}", goal) for unit, project, yuan, goal in PROJECTS]
    expected = [[*(project if n == 0 else [""] * 4), *map(str, line)] for project in shown for n, line in enumerate(LINES)]
    assert [[cell.text for cell in row] for row in document.tables[0].rows] == [list(HEADER), *expected]
    assert [paragraph.text for paragraph in document.paragraphs] == ["青禾县2024年度部门预算项目绩效目标表", "单位：元"]
