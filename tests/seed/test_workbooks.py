"""Workbooks as people see them: displayed values, merged cells, what is hidden, and what is said of it."""

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.styles import Alignment

from seed.errors import DamagedFile, MacroFile, NotReadableYet, TooManyCells
from seed.readers import read_file
from seed.readers.excel import sheets
from tests.seed.books import added, built, changed, filled, rows, rules, saved, seen, texts, workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"


def test_values_are_what_the_cells_display():
    """98%, not 0.98; 2,600.00, not 2600."""
    content = workbook({"A1": "甲", "B1": 0.98, "C1": 2600}, formats={"B1": "0%", "C1": "#,##0.00"})
    assert seen(read_file("表.xlsx", content)) == {(1, 1): "甲", (1, 2): "98%", (1, 3): "2,600.00"}


def test_places_are_the_sheets_own():
    """A blank first row and column do not move what stands at C3."""
    document = read_file("表.xlsx", workbook({"C3": "项目名称", "D3": "护林", "C4": "实施单位", "D4": "林场"}))
    assert [[(cell.row, cell.column, cell.text) for cell in row] for row in document.tables[0].rows] == [
        [(3, 3, "项目名称"), (3, 4, "护林")],
        [(4, 3, "实施单位"), (4, 4, "林场")],
    ]


def test_merged_cells_continue_below():
    """A range merged over rows is one cell, and an empty one, continued, in each further row."""
    document = read_file("表.xlsx", workbook({"A1": "资金", "C1": "总额", "C2": "拨款"}, merged=["A1:B2"]))
    assert [[(cell.text, cell.left, cell.width, cell.continued) for cell in row] for row in document.tables[0].rows] == [
        [("资金", 1, 2, False), ("总额", 3, 1, False)],
        [("", 1, 2, True), ("拨款", 3, 1, False)],
    ]


def test_text_centred_across_cells_is_one_cell():
    """跨列居中 looks like a merged range, and is read like one."""

    def fill(sheet):
        filled(sheet, {"A1": "甲", "B1": "乙", "A2": "丙", "B2": "丁", "C2": "戊", "D2": "己"})
        for place in ("B1", "C1", "D1"):
            sheet[place].alignment = Alignment(horizontal="centerContinuous")

    assert [(c.text, c.width) for c in read_file("表.xlsx", built(fill)).tables[0].rows[0]] == [("甲", 1), ("乙", 3)]


def test_what_a_merged_cell_covers_is_a_finding():
    """What lies under a merged cell is seen by nobody, and is said."""
    content = workbook({"A1": "甲", "B2": "乙", "C2": "丙", "C1": "丁"}, merged=["A1:A2"])
    content = changed(content, SHEET, r'<c r="B2"', '<c r="A2" t="inlineStr"><is><t>压着</t></is></c><c r="B2"')
    assert ["甲", "", "丁"] in texts(content)
    assert "A2“压着”" in rules(content)["covered-cells"]


def test_merges_over_the_whole_sheet_cost_nothing():
    """A merge of all rows and columns is cut to where something stands; one that crosses another is said and left out."""
    content = workbook({"A1": "甲", "A2": "乙", "B2": "丙"}, merged=["A1:A2"])
    content = changed(content, SHEET, r'<mergeCell ref="A1:A2"/>', '<mergeCell ref="B1:XFD1048576"/><mergeCell ref="B2:C5"/>')
    assert "B2:C5" in rules(content)["merges-cross"]


def test_hidden_rows_columns_and_sheets_are_findings():
    """What nobody sees is no fact; one finding for the rows, one for the columns, one for each sheet."""
    book = Workbook()
    sheet = book.active
    rows(sheet, 1, [["项目名称", "藏列", "护林"], ["实施单位", None, "林场"], ["藏行", None, "1"], ["项目期", None, "1年"]])
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True
    hidden = book.create_sheet("底稿")
    hidden["A1"], hidden.sheet_state = "旧数", "veryHidden"
    content = saved(book)
    assert texts(content) == [["项目名称", "护林"], ["实施单位", "林场"], ["项目期", "1年"]]
    said = rules(content)
    assert "A3“藏行”、C3“1”" in said["hidden-rows"]
    assert "B列是隐藏的" in said["hidden-columns"]
    assert "底稿" in said["hidden-sheet"]


@pytest.mark.parametrize("attribute", ['hidden="1"', 'ht="0" customHeight="1"'])
def test_rows_without_height_are_hidden(attribute):
    """A row of no height, or one that a filter takes away, is as hidden as any."""
    content = workbook({"A1": "甲", "B1": "乙", "A2": "丙", "B2": "丁", "A3": "戊", "B3": "己"})
    assert texts(changed(content, SHEET, '<row r="2"', f'<row {attribute} r="2"')) == [["甲", "乙"], ["戊", "己"]]


def test_hidden_by_default():
    """Where a sheet hides all rows that it does not mention, those that it mentions are seen."""
    content = workbook({"A1": "甲", "B1": "乙", "A2": "丙", "B2": "丁"})
    content = changed(content, SHEET, "<sheetFormatPr", '<sheetFormatPr zeroHeight="1"')
    assert texts(content) == [["甲", "乙"], ["丙", "丁"]]


def test_merged_cell_that_reaches_out_of_a_hidden_row_is_seen():
    """The text of a merged range is seen as long as any part of the range is."""

    def fill(sheet):
        filled(sheet, {"A1": "标签", "B1": "藏", "B2": "值", "A3": "甲", "B3": "乙"}, merged=["A1:A2"])
        sheet.row_dimensions[1].hidden = True

    assert texts(built(fill)) == [["标签", "值"], ["甲", "乙"]]
    assert "标签" not in rules(built(fill))["hidden-rows"]


def test_formula_without_a_value_is_a_finding():
    """A formula that nobody has computed is an empty cell, and is said with its place."""
    content = workbook({"A1": "资金总额", "B1": "=1+1", "C1": "万元"})
    assert texts(content) == [["资金总额", "�", "万元"]]
    assert "B1" in rules(content)["formula-without-value"]


def test_formula_with_a_value_is_its_value():
    """The value that was computed last is what the cell displays; an empty text is a value too."""
    content = workbook({"A1": "甲", "B1": "=1+1", "C1": "乙"})
    computed = changed(content, SHEET, r"<v ?/>|<v></v>", "<v>2</v>")
    assert (texts(computed), rules(computed)) == ([["甲", "2", "乙"]], {})
    empty = changed(
        content, SHEET, r'<c r="B1"><f>1\+1</f><v ?/>|<c r="B1"><f>1\+1</f><v></v>', '<c r="B1" t="str"><f>1+1</f><v></v>'
    )
    assert (texts(empty), rules(empty)) == ([["甲", " ", "乙"]], {})


def test_errors_stay_as_they_are_shown():
    """#REF! is what people see: no amount, and a finding."""
    content = changed(
        workbook({"A1": "甲", "B1": 5, "C1": "乙"}), SHEET, r'<c r="B1"[^>]*><v>5</v>', '<c r="B1" t="e"><v>#REF!</v>'
    )
    assert texts(content) == [["甲", "#REF!", "乙"]]
    assert "B1 显示 #REF!" in rules(content)["cell-error"]


def test_rounded_figures_are_said():
    """A figure that its format rounds is read as displayed, and both figures are named."""
    content = workbook({"A1": "年度资金总额", "B1": 2.6, "C1": "万元"}, formats={"B1": "0"})
    assert texts(content) == [["年度资金总额", "3", "万元"]]
    assert "B1 显示为 3，实际是 2.6" in rules(content)["digits-hidden"]


def test_format_not_understood_leaves_the_cell_empty():
    """What an unknown format displays is not guessed: the cell is empty, its value and format are said."""
    content = workbook({"A1": "年度资金总额", "B1": 2.6, "C1": "万元"}, formats={"B1": "0.0 X"})
    assert texts(content) == [["年度资金总额", "�", "万元"]]
    assert "B1 的值是 2.6，格式是“0.0 X”" in rules(content)["format-unknown"]


def test_texts_of_every_kind():
    """Rich text, phonetic runs, escapes, line breaks and a leading quote: the text is what is seen."""
    content = workbook({"A1": "甲", "B1": "x"})
    strings = (
        "<si><r><t>雪亮</t></r><r><rPr><b/></rPr><t>工程</t></r><rPh sb='0' eb='1'><t>せつ</t></rPh></si>"
        "<si><t>一_x000D_\n二_x005F_x0041_</t><phoneticPr fontId='1'/></si>"
    )
    content = added(content, "xl/sharedStrings.xml", f"<sst xmlns='{MAIN}'>{strings}</sst>")
    relation = "<Relationship Id='s' Target='sharedStrings.xml' Type='x/sharedStrings'/></Relationships>"
    content = changed(content, "xl/_rels/workbook.xml.rels", "</Relationships>", relation)
    content = changed(content, SHEET, "<row.*</row>", '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>')
    assert texts(content) == [["雪亮工程", "一\n二_x0041_"]]


def test_invisible_characters_are_taken_out_and_said():
    """Zero-width characters would make names unequal that look alike."""
    content = workbook({"A1": "项目名称", "B1": "护\u200b林"})
    assert texts(content) == [["项目名称", "护林"]]
    assert "B1（U+200B）" in rules(content)["invisible-characters"]


@pytest.mark.parametrize(
    "row",
    [
        '<row r="1"><c r="A1"><v>20</v></c><c r="A1"><v>90</v></c></row>',
        '<row r="1"><c r="A1"><v>20</v></c></row><row r="1"><c r="B1"><v>90</v></c></row>',
        '<row r="1"><c r="A2"><v>20</v></c></row>',
        '<row r="1"><c r="A1"><v>20</v><v>90</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>20</t></is><v>90</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>٠</v></c></row>',
        *(f'<row r="1"><c r="A1"><v>{text}</v></c></row>' for text in ("20_0", "２０", "٢٠", "nan", "inf", "0x14", "2 0")),
    ],
)
def test_values_that_are_not_certain(row):
    """Two values at one place, a text that is not in the list, digits of no number: such a file is damaged, and nothing is guessed."""
    content = workbook({"A1": "资金"})
    content = changed(content, SHEET, "<row.*</row>", row)
    with pytest.raises(DamagedFile):
        read_file("表.xlsx", content)


@pytest.mark.parametrize(("text", "shown"), [(" 20 ", "20"), ("2E1", "20"), ("-.5", "-0.5"), ("20.", "20")])
def test_numbers_as_xml_writes_them(text, shown):
    """XML lets white space stand around a number, and an exponent behind it."""
    content = changed(workbook({"A1": 1}), SHEET, "<row.*</row>", f'<row r="1"><c r="A1"><v>{text}</v></c></row>')
    assert seen(read_file("表.xlsx", content)) == {(1, 1): shown}


def test_empty_sheets_and_charts_say_nothing():
    """The empty sheet that everybody leaves behind, and a chart on a sheet of its own, are no tables."""
    book = Workbook()
    book.active["A1"], book.active["B1"] = "甲", "乙"
    book.create_sheet("Sheet3")
    book.create_chartsheet("图").add_chart(BarChart())
    document = read_file("表.xlsx", saved(book))
    assert (len(document.tables), document.findings) == (1, ())


def test_blank_cells_stand_between_others():
    """A label whose value is blank keeps its blank cell, though the file does not mention it."""
    assert texts(workbook({"A1": "项目来源", "C1": "项目期", "D1": "1年", "B2": "乙"}))[0] == ["项目来源", "", "项目期", "1年"]


def test_dimension_that_lies():
    """What the sheet says of its size counts for nothing."""
    content = changed(workbook({"A1": "甲", "B1": "乙"}), SHEET, r'<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"')
    assert texts(content) == [["甲", "乙"]]


def test_blank_rows_to_the_end_of_the_sheet():
    """Rows and cells that are formatted and blank are no rows, down to the last one."""
    blank = "".join(f'<row r="{r}" ht="14"><c r="A{r}" s="0"/><c r="B{r}" s="0"/></row>' for r in range(5, 20_000))
    content = changed(workbook({"A1": "甲", "B1": "乙"}), SHEET, "</sheetData>", f"{blank}</sheetData>")
    assert texts(content) == [["甲", "乙"]]


def test_stray_note_in_the_last_corner():
    """One text in the last cell of the sheet neither stretches the table nor takes the memory of the cells between."""
    document = read_file("表.xlsx", workbook({"A1": "甲", "B1": "乙", "A2": "丙", "B2": "丁", "XFD1048576": "注"}))
    assert [cell.text for cell in document.tables[0].rows[0] if cell.seen] == ["甲", "乙"]


def test_too_many_cells(monkeypatch):
    """A workbook beyond the limit is refused with its sheet's name."""
    monkeypatch.setattr("seed.readers.xlsx.Budget", lambda file: sheets.Budget(file, left=10))
    content = built(lambda sheet: rows(sheet, 1, [["甲"] * 4] * 4))
    with pytest.raises(TooManyCells, match="工作表“表”"):
        read_file("表.xlsx", content)


def test_epoch_of_the_workbook():
    """The workbook says from which year it counts days."""
    content = changed(
        workbook({"A1": "日期", "B1": 43890}, formats={"B1": "yyyy/m/d"}),
        "xl/workbook.xml",
        r"<workbookPr\b",
        '<workbookPr date1904="1"',
    )
    assert texts(content) == [["日期", "2024/3/1"]]


@pytest.mark.parametrize(
    ("part", "kind", "error"), [("workbook.bin", ".xlsb", NotReadableYet), ("vbaProject.bin", "宏", MacroFile)]
)
def test_workbooks_that_must_be_saved_as_xlsx(part, kind, error):
    """A binary workbook, or one with macros, is refused with the steps."""
    content = added(workbook({"A1": "甲"}), f"xl/{part}", "x")
    with pytest.raises(error, match=f"{kind}.*另存为.*.xlsx"):
        read_file("表.xlsx", content)


def test_broken_xml():
    """A part that is no XML is damage, not a crash."""
    with pytest.raises(DamagedFile):
        read_file("表.xlsx", changed(workbook({"A1": "甲"}), SHEET, "<sheetData>", "<sheetData"))
