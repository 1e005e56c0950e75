"""Old workbooks, XML spreadsheets and tables in plain text: the same grid, the same findings."""

import pytest
import xlwt

from seed.errors import DamagedFile, ForbiddenXml, MacroFile
from seed.readers import read_file, reader_of
from tests.seed.books import old_book, rules, saved, texts

XML = """<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
<Styles><Style ss:ID="Default"/><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style>
<Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>
@</Workbook>"""


def sheet(rows: str, name: str = "表") -> bytes:
    return XML.replace("@", f'<Worksheet ss:Name="{name}"><Table>{rows}</Table></Worksheet>').encode()


def cell(text: str, kind: str = "String", attributes: str = "") -> str:
    return f'<Cell {attributes}><Data ss:Type="{kind}">{text}</Data></Cell>'


def test_old_workbook():
    """Formats, dates, merged cells and truth values of an .xls stand as in an .xlsx."""

    def fill(sheet):
        sheet.write_merge(0, 1, 0, 0, "资金")
        sheet.write(0, 1, 0.98, xlwt.easyxf(num_format_str="0%"))
        sheet.write(1, 1, 45352, xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"'))
        sheet.write(0, 2, 2600, xlwt.easyxf(num_format_str="#,##0.00"))
        sheet.write(1, 2, True)

    assert texts(old_book(fill), "表.xls") == [["资金", "98%", "2,600.00"], ["", "2024年3月1日", "TRUE"]]


def test_hidden_content_of_an_old_workbook():
    """Hidden rows, columns and sheets of an .xls are findings too."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for row, line in enumerate([["项目名称", "藏列", "护林"], ["藏行", "", "1"], ["实施单位", "", "林场"]]):
        for column, text in enumerate(line):
            sheet.write(row, column, text)
    sheet.row(1).hidden = True
    sheet.col(1).hidden = True
    book.add_sheet("底稿").write(0, 0, "旧数")
    book.get_sheet(1).visibility = 2
    content = saved(book)
    assert texts(content, "表.xls") == [["项目名称", "护林"], ["实施单位", "林场"]]
    assert {"hidden-rows", "hidden-columns", "hidden-sheet"} <= set(rules(content, "表.xls"))


def test_formula_of_an_old_workbook_without_a_value():
    """An .xls says of a formula only that its result is empty: that is said."""

    def fill(sheet):
        sheet.write(0, 0, "资金总额")
        sheet.write(0, 1, xlwt.Formula("1+1"))
        sheet.write(0, 2, "万元")

    assert texts(old_book(fill), "表.xls") == [["资金总额", " ", "万元"]]
    assert "B1" in rules(old_book(fill), "表.xls")["formula-empty"]


def test_old_workbook_with_macros():
    """An .xls with macros is refused with the steps."""
    content = old_book(lambda sheet: sheet.write(0, 0, "甲")) + "_VBA_PROJECT".encode("utf-16-le")
    with pytest.raises(MacroFile, match="宏"):
        read_file("表.xls", content)


def test_xml_spreadsheet():
    """Indexes, merges, formats and dates of an XML spreadsheet are read whatever its file is called."""
    down, percent = 'ss:MergeDown="1"', 'ss:StyleID="p"'
    first = f"<Row>{cell('资金', attributes=down)}{cell('0.98', 'Number', percent)}</Row>"
    second = '<Row><Cell ss:Index="2" ss:StyleID="d"><Data ss:Type="DateTime">2024-03-01T00:00:00.000</Data></Cell></Row>'
    third = f'<Row ss:Index="3">{cell("一&#10;二")}{cell("乙")}</Row>'
    assert texts(sheet(first + second + third), "表.xls") == [["资金", "98%"], ["", "2024/3/1"], ["一\n二", "乙"]]


def test_hidden_content_of_an_xml_spreadsheet():
    """Hidden rows and columns, and formulas without a value, are findings."""
    rows = f'<Column ss:Index="2" ss:Hidden="1"/><Row>{cell("甲")}{cell("藏")}{cell("乙")}</Row>'
    rows += f'<Row ss:Hidden="1">{cell("藏行")}</Row><Row>{cell("丙")}<Cell/><Cell ss:Formula="=1+1"/></Row>'
    assert texts(sheet(rows), "表.xls") == [["甲", "乙"], ["丙", "�"]]
    assert {"hidden-rows", "hidden-columns", "formula-without-value"} == set(rules(sheet(rows), "表.xls"))


def test_xml_spreadsheet_with_a_doctype():
    """A document type, in which entities could be declared, is refused."""
    content = sheet(f"<Row>{cell('甲')}</Row>").replace(b"<?mso", b'<!DOCTYPE x [<!ENTITY a "b">]><?mso')
    with pytest.raises(ForbiddenXml):
        read_file("表.xls", content)


@pytest.mark.parametrize("separator", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_plain_tables(separator, encoding):
    """Values apart by commas, tabs or semicolons are a worksheet's rows, in every encoding that texts have."""
    lines = [["项目名称", "单位名称", "预算数（万元）"], ["护林", "林场", "2.60"], ["防火", "林场", "3"]]
    content = "\r\n".join(separator.join(line) for line in lines).encode(encoding)
    assert texts(content, "清单.csv") == lines


def test_quoted_fields():
    """A field in quotes may hold separators, line breaks and quotes; marks against Excel's guessing are taken off."""
    content = '项目名称,年度目标,编码\n护林,"一,二\n三""四""","=""0012"""\n防火,五,六\n造林,七,八'.encode()
    assert texts(content, "清单.csv")[1] == ["护林", '一,二\n三"四"', "0012"]


def test_places_of_a_plain_table():
    """Excel calls the only worksheet of such a file by the file's name, and so do we."""
    document = read_file("清单.csv", "项目名称,单位名称,预算数\n护林,林场,2.6\n".encode())
    assert document.source(document.tables[0].rows[1][2]).sheet == "清单"


def test_open_quote():
    """A quote that nobody closes would swallow the rest of the file: that is damage."""
    with pytest.raises(DamagedFile):
        read_file("清单.csv", '项目名称,单位名称,预算数\n护林,林场,"2.6\n防火,林场,3\n'.encode())


@pytest.mark.parametrize(
    "text",
    [
        "\t项目名称\n\t护林\n\n\t实施单位\n\t林场\n",
        "青禾县林场2024年度绩效目标\n\n一、护林,防火,造林。\n二、全年巡护12次,到位率达到95%,群众满意。\n三、无。\n",
        "2024年,我场完成造林,验收合格。\n",
    ],
)
def test_other_texts_are_not_stolen(text):
    """Text flattened from Word, and prose with commas, are read by the reader of texts."""
    assert reader_of(text.encode()).name == "text"


@pytest.mark.parametrize(
    ("font", "data", "text"),
    [
        ("<Font/>", cell("20<Sup>1</Sup>"), "20¹"),
        ("<Font/>", cell("CO<Sub>2</Sub>"), "CO₂"),
        ("<Font/>", cell("<B><S>9</S>20</B>"), "9̶20"),
        ("<Font/>", cell('是<Font ss:Face="Wingdings">þ</Font>'), "是☑"),
        ("<Font/>", cell('<Font ss:Color="#FFFFFF">9</Font>20'), "�20"),
        ('<Font ss:StrikeThrough="1"/>', cell("20", "Number"), "2̶0̶"),
        ('<Font ss:StrikeThrough="0"/>', cell("20", "Number"), "20"),
        ('<Font ss:VerticalAlign="Superscript"/>', cell("20"), "²⁰"),
        ('<Font ss:Color="#FFFFFF"/>', cell("20", "Number"), "�"),
        ('<Font ss:Color="#FFFFFF"/><Interior ss:Color="#1F4E79"/>', cell("20", "Number"), "20"),
    ],
)
def test_fonts_of_an_xml_spreadsheet(font, data, text):
    """Raised, struck and white figures of an XML spreadsheet are none either, whether the style or the text says so."""
    styles = f'<Style ss:ID="g">{font}</Style><Style ss:ID="f" ss:Parent="g"/></Styles>'
    row = "<Row>" + cell("资金") + data.replace("<Cell ", '<Cell ss:StyleID="f" ') + "</Row>"
    content = sheet(row).replace(b"</Styles>", styles.encode())
    assert texts(content, "表.xls") == [["资金", text]]


def test_number_of_an_xml_spreadsheet():
    """What only a program takes for a number is damage here too."""
    with pytest.raises(DamagedFile):
        read_file("表.xls", sheet(f"<Row>{cell('20_0', 'Number')}</Row>"))
