"""What a paragraph of a Word document says: runs, symbols, fields, formulas, content controls."""

import pytest

from seed.readers import read_file
from tests.seed.packages import (
    checkbox,
    code,
    docx,
    instruction,
    p,
    r,
    sym,
    tbl,
    tc,
    tr,
)


def read(*body: str, styles: str = ""):
    return read_file("表.docx", docx("".join(body), styles))


def rows(*body: str, styles: str = "") -> list[list[str]]:
    """The rows of the only table."""
    (table,) = read(*body, styles=styles).tables
    return [[cell.text for cell in row] for row in table.rows]


def said(*content: str, properties: str = "", styles: str = "") -> str:
    """The text of a paragraph with this content."""
    (paragraph,) = read(p(*content, properties=properties), styles=styles).paragraphs
    return paragraph.text


class TestText:
    @pytest.mark.parametrize(
        ("content", "text"),
        [
            (r("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>"), "甲\t乙"),
            (r("<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t>"), "甲\n乙\n丙"),
            (r("<w:t>甲</w:t><w:ptab/><w:t>乙</w:t>"), "甲\t乙"),
            (r("<w:t>2024</w:t><w:noBreakHyphen/><w:t>2026</w:t><w:softHyphen/><w:t>年</w:t>"), "2024-2026年"),
            (f"<w:hyperlink>{r('链')}{r('接')}</w:hyperlink>", "链接"),
            (f"<w:smartTag>{r('北京')}</w:smartTag>", "北京"),
            (f"<w:fldSimple w:instr='DATE'>{r('2024年')}</w:fldSimple>", "2024年"),
            (r("<w:ruby><w:rt><w:r><w:t>yá</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>涯</w:t></w:r></w:rubyBase></w:ruby>"), "涯"),
            (r("万元") + r('<w:footnoteReference w:id="2"/>'), "万元"),
            (r("100m") + r("2", '<w:vertAlign w:val="superscript"/>'), "100m²"),
            (r("10") + r("4", '<w:vertAlign w:val="superscript"/>') + r("元"), "10⁴元"),
            (r("CO") + r("2", '<w:vertAlign w:val="subscript"/>'), "CO₂"),
            (r("<w:lastRenderedPageBreak/><w:t>甲</w:t>"), "甲"),
        ],
    )
    def test_what_a_run_shows(self, content, text):
        """A paragraph's text is what the eye sees of its runs."""
        assert said(content) == text

    def test_tab_stops_are_no_tabs(self):
        """Tab stops among the properties are not in the text."""
        assert said("甲", properties='<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>') == "甲"

    def test_numbers_of_lists(self):
        """Automatic numbers are not part of a name."""
        assert said("甲", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') == "甲"

    @pytest.mark.parametrize(
        ("content", "text"),
        [
            (sym("Wingdings", "F0FE"), "☑"),
            (sym("Wingdings", "F0A8"), "□"),
            (sym("Wingdings 2", "F052"), "☑"),
            (sym("Wingdings 2", "0052"), "☑"),
            (sym("Symbol", "F0B3"), "≥"),
            (sym("Symbol", "F0A3"), "≤"),
            (sym("宋体", "25A1"), "□"),
            (r("R", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>') + r("新增"), "☑新增"),
            (r("\uf0b3", '<w:rFonts w:ascii="Symbol"/>') + r("95%"), "≥95%"),
            (r("新增R"), "新增R"),
        ],
    )
    def test_symbol_fonts(self, content, text):
        """A sign of a symbol font is the sign that the eye sees, however the file writes it."""
        assert said(content) == text

    @pytest.mark.parametrize(
        ("content", "where"),
        [
            (sym("Webdings", "F061"), "字体 Webdings，编码 F061"),
            (sym("Wingdings", "F021"), "Wingdings"),
            (sym("Wingdings", "zz"), "Wingdings"),
            (r("\uf0b3"), "未注明"),
        ],
    )
    def test_symbols_that_nobody_knows(self, content, where):
        """An unknown sign is � and said with its place: it may be an operator."""
        found = read(tbl(tr("指标值", tc(p(content, r("95%"))))))

        assert found.tables[0].rows[0][1].text == "�95%"
        assert [(f.rule, f.place, where in f.message) for f in found.findings] == [("unknown-symbol", "第1张表第1行第2格", True)]

    @pytest.mark.parametrize(
        ("content", "text"),
        [
            (code("begin") + instruction("PAGE") + code("separate") + r("12") + code("end"), "12"),
            (code("begin") + instruction("IF 1") + r("藏") + code("separate") + r("见") + code("end"), "见"),
            (
                code("begin")
                + code("begin")
                + instruction("A")
                + code("separate")
                + r("内")
                + code("end")
                + code("separate")
                + r("外")
                + code("end"),
                "外",
            ),
            (code("begin") + instruction(r"EQ \o\ac(□,√)") + code("end") + r("是"), "☑是"),
            (code("begin") + instruction(r"eq \o\ac(○,3)") + code("end"), "③"),
            (code("begin") + instruction(r'SYMBOL 254 \f "Wingdings" \s 12') + code("end"), "☑"),
            (
                code("begin", '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>') + code("end"),
                "☑",
            ),
            (code("begin", '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>') + code("end"), "□"),
            (
                code(
                    "begin",
                    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="新增"/><w:listEntry w:val="延续"/></w:ddList></w:ffData>',
                )
                + code("end"),
                "延续",
            ),
            (code("end") + code("separate") + r("甲"), "甲"),
            (r("甲") + code("begin") + instruction("TC 目录项") + code("end"), "甲"),
        ],
    )
    def test_fields(self, content, text):
        """Results of fields are seen, instructions are not; form fields and signs in boxes show without a result."""
        assert said(content) == text

    def test_a_field_that_never_ends(self):
        """It hides nothing beyond its paragraph."""
        assert [c.text for c in read(p("甲", code("begin"), instruction("IF")), p("乙")).paragraphs] == ["甲", "乙"]

    def test_a_formula_field(self):
        """What an EQ field draws and we cannot is said, not guessed."""
        found = read(p("占", code("begin"), instruction(r"EQ \f(1,2)"), code("end")))

        assert (found.paragraphs[0].text, [f.rule for f in found.findings]) == ("占�", ["unknown-field"])

    @pytest.mark.parametrize(
        ("math", "text"),
        [
            ("<m:r><m:t>a+b</m:t></m:r>", "a+b"),
            ("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "1/2"),
            ("<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f>", "(a+b)/c"),
            ("<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup>", "10⁴"),
            ("<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2n</m:t></m:r></m:sup></m:sSup>", "x^2n"),
            ("<m:sSub><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sub><m:r><m:t>i</m:t></m:r></m:sub></m:sSub>", "x_i"),
            ("<m:rad><m:deg/><m:e><m:r><m:t>2</m:t></m:r></m:e></m:rad>", "√2"),
        ],
    )
    def test_formulas(self, math, text):
        """A formula stays in one line what it is: a half does not become twelve."""
        assert said(f"<m:oMathPara><m:oMath>{math}</m:oMath></m:oMathPara>") == text

    def test_characters_that_no_eye_sees(self):
        """Zero-width characters and direction marks are taken out, and a remark says so."""
        found = read(tbl(tr("项目名称", "防汛\u200b物资\u202e储备")))

        assert found.tables[0].rows[0][1].text == "防汛物资储备"
        assert [(f.rule, f.place, "2 个" in f.message) for f in found.findings] == [
            ("invisible-characters", "第1张表第1行第2格", True)
        ]


class TestContentControls:
    @pytest.mark.parametrize(("state", "sign"), [("1", "☑"), ("0", "□"), ("true", "☑")])
    def test_checkboxes(self, state, sign):
        """A checkbox is ticked or not, whatever sign the file draws for it: in a run, around a paragraph, around a cell."""
        assert said(checkbox(state, r("☒")) + r("新增")) == f"{sign}新增"
        assert rows(tbl(tr("甲", tc(checkbox(state, p("☒"))), checkbox(state, tc("☒"))))) == [["甲", sign, sign]]

    def test_the_chosen_line_of_a_list(self):
        """Of a drop-down list the chosen line is seen."""
        control = (
            "<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:value='新增'/><w:listItem w:value='延续'/></w:dropDownList></w:sdtPr>"
        )

        assert said(f"{control}<w:sdtContent>{r('延续')}</w:sdtContent></w:sdt>") == "延续"

    def test_placeholders(self):
        """“单击此处输入文字” is what the program says, not what somebody wrote: the cell is blank."""
        control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
        hint = "单击此处输入文字"

        assert rows(
            tbl(tr("甲", tc(p(control.format(r(hint)))), tc(control.format(p(hint))), control.format(tc(hint)), "乙"))
        ) == [["甲", "", "", "", "乙"]]

    def test_answers_in_place_of_placeholders(self):
        """Text that asks for nothing is an answer, though a program forgot to say that the placeholder is gone."""
        assert said(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('26.5')}</w:sdtContent></w:sdt>") == "26.5"

    def test_text_beside_the_sign_of_a_checkbox(self):
        """A control that holds more than the sign of its checkbox is read as it stands."""
        assert said(checkbox("1", r("☒新增"))) == "☒新增"
