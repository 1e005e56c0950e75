"""How text of Word documents looks: struck out, raised, white or too small; what nobody sees is never read as a figure."""

import pytest

from seed.errors import HasHiddenText
from seed.readers import read_file
from seed.words.amounts import UnreadableAmount, read_amount
from store.money import WAN
from tests.seed.packages import docx, p, r, tbl, tc, text_box, tr

WHITE = '<w:color w:val="FFFFFF"/>'
_STYLES = {"C": "character", "P": "paragraph", "T": "table"}


def style(name, properties):
    """A style whose name says its kind."""
    return f'<w:style w:type="{_STYLES[name]}" w:styleId="{name}">{properties}</w:style>'


def read(*content, styles="", of_cell="", of_table=""):
    table = tbl(tr("资金", tc(p(*content) if not content[0].startswith("<w:p>") else content[0], properties=of_cell)))
    return read_file("表.docx", docx(table.replace("<w:tblPr/>", f"<w:tblPr>{of_table}</w:tblPr>"), styles))


def cell(document):
    return document.tables[0].rows[0][1].text


def rules(document):
    return [(finding.rule, finding.place) for finding in document.findings]


@pytest.mark.parametrize(
    ("properties", "styles", "text"),
    [
        ("<w:strike/>", "", "9̶20"),
        ("<w:dstrike/>", "", "9̶20"),
        ('<w:strike w:val="0"/>', "", "920"),
        ('<w:rStyle w:val="C"/>', style("C", "<w:rPr><w:strike/></w:rPr>"), "9̶20"),
        ('<w:rStyle w:val="C"/><w:strike w:val="false"/>', style("C", "<w:rPr><w:strike/></w:rPr>"), "920"),
        ('<w:rStyle w:val="C"/>', style("C", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'), "⁹20"),
        ('<w:vertAlign w:val="superscript"/>', "", "⁹20"),
        ('<w:vertAlign w:val="subscript"/>', "", "₉20"),
        ('<w:vertAlign w:val="baseline"/>', "", "920"),
    ],
)
def test_struck_and_raised(properties, styles, text):
    """A figure that is struck out does not stand, and a raised digit is none of the number beside it."""
    assert cell(read(r("9", properties), r("20"), styles=styles)) == text


def test_struck_by_the_style_of_the_paragraph():
    """The style of a paragraph strikes its whole text out."""
    paragraph = p("20", properties='<w:pStyle w:val="P"/>')
    assert cell(read(paragraph, styles=style("P", "<w:rPr><w:strike/></w:rPr>"))) == "2̶0̶"


def test_font_of_signs_by_style():
    """A style may name the font of signs in which a letter is a tick."""
    wingdings = style("C", '<w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr>')
    run = r("R", '<w:rStyle w:val="C"/><w:rFonts w:hint="eastAsia"/>')
    assert cell(read(run, r("新增"), styles=wingdings)) == "☑新增"


@pytest.mark.parametrize(
    "properties",
    [WHITE, '<w:color w:val="FDFDFD"/>', '<w:sz w:val="2"/>', '<w:w w:val="1"/>', '<w:w w:val="5%"/>', '<w:fitText w:val="1"/>'],
)
def test_text_that_nobody_sees(properties):
    """White or tiny text is �, so that no amount is read from its cell, and a warning names the cell."""
    document = read(r("9", properties), r("20"))

    assert (cell(document), rules(document)) == ("�20", [("unseen-text", "第1张表第1行第2格")])
    with pytest.raises(UnreadableAmount):
        read_amount(cell(document), WAN)


def test_white_by_style():
    """A style may be what makes the text white."""
    assert cell(read(r("9", '<w:rStyle w:val="C"/>'), r("20"), styles=style("C", f"<w:rPr>{WHITE}</w:rPr>"))) == "�20"


@pytest.mark.parametrize(
    "shading",
    [
        {"of_cell": '<w:shd w:val="clear" w:fill="1F4E79"/>'},
        {"of_table": '<w:shd w:val="clear" w:fill="1F4E79"/>'},
        {"of_cell": '<w:shd w:val="solid" w:color="auto" w:fill="FFFFFF"/>'},
        {
            "of_table": '<w:tblStyle w:val="T"/>',
            "styles": style("T", '<w:tblStylePr><w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr>'),
        },
    ],
)
def test_white_on_a_coloured_cell(shading):
    """White text on a cell, a table or a table style that is coloured is seen: so headings often are."""
    document = read(r("年度资金总额（万元）", WHITE), **shading)
    assert (cell(document), rules(document)) == ("年度资金总额（万元）", [])


@pytest.mark.parametrize(
    "run",
    [r("20", WHITE + '<w:highlight w:val="red"/>'), r("20", WHITE + '<w:shd w:val="clear" w:fill="000000"/>')],
)
def test_white_on_a_coloured_run(run):
    """A run may be coloured itself."""
    assert cell(read(run)) == "20"


def test_white_in_a_text_box():
    """What colour the shape of a text box has is not known: white text in it is read."""
    document = read_file("表.docx", docx(p(text_box(p(r("附件2", WHITE))))))
    assert ([one.text for one in document.paragraphs], document.findings) == (["附件2"], ())


@pytest.mark.parametrize("fill", ["FFFFFF", "auto"])
def test_white_on_white(fill):
    """A shading that is white shows no white text."""
    assert cell(read(r("9", WHITE), r("20"), of_cell=f'<w:shd w:val="clear" w:fill="{fill}"/>')) == "�20"


def test_white_blanks_say_nothing():
    """Blank space has no colour."""
    document = read(r("　 ", WHITE), r("20"))
    assert (cell(document).strip(), document.findings) == ("20", ())


@pytest.mark.parametrize("tag", ["bdo", "dir"])
def test_text_from_right_to_left(tag):
    """Figures whose direction is turned round are not what the file stores; those from left to right are."""
    turned, plain = (read(f'<w:{tag} w:val="{way}">{r("02")}</w:{tag}>') for way in ("rtl", "ltr"))

    assert (cell(turned), cell(plain)) == ("�02", "02")
    assert ("turned-writing", "第1张表第1行第2格") in rules(turned)


@pytest.mark.parametrize(
    ("height", "refused"), [('w:val="1" w:hRule="exact"', True), ('w:val="1"', False), ('w:val="400" w:hRule="exact"', False)]
)
def test_rows_without_height(height, refused):
    """A row that is exactly nothing high is hidden, with what stands in it; one that may grow is not."""
    content = docx(tbl(tr("甲", "乙"), tr("资金", "90", properties=f"<w:trHeight {height}/>")))
    if refused:
        with pytest.raises(HasHiddenText, match="资金 90"):
            read_file("表.docx", content)
    else:
        assert len(read_file("表.docx", content).tables[0].rows) == 2
