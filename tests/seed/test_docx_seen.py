"""What the eye does not see in Word documents: tracked changes, hidden text, tables of contents."""

import pytest

from seed.errors import HasHiddenText, HasRevisions
from seed.readers import read_file
from tests.seed.packages import (
    DOWN,
    ON,
    checkbox,
    deleted,
    docx,
    inserted,
    p,
    r,
    tbl,
    tc,
    text_box,
    tr,
)


def read(*body: str, styles: str = ""):
    return read_file("表.docx", docx("".join(body), styles))


class TestRevisions:
    @pytest.mark.parametrize(
        ("body", "place", "what"),
        [
            (tbl(tr("资金", tc(p(deleted("28"), inserted("26"))))), "第1张表第1行第2格", "删除“28”插入“26”"),
            (p("前") + p("甲", inserted("乙")), "第2段", "插入“乙”"),
            (p(deleted("28")), "第1段", "删除“28”"),
            (p(checkbox("1", deleted("☐") + inserted("☒"))), "第1段", "删除“☐”插入“☒”"),
            (tbl(tr("属性", checkbox("1", tc(p(deleted("☐"), inserted("☒")))))), "第1张表第1行第2格", "删除“☐”插入“☒”"),
            (p(f"<w:moveFrom>{r('甲')}</w:moveFrom>"), "第1段", "移走“甲”"),
            (p(f"<w:moveTo>{r('甲')}</w:moveTo>"), "第1段", "移来“甲”"),
            (p("甲", properties="<w:rPr><w:ins/></w:rPr>"), "第1段", "插入段落标记"),
            (p("甲", properties="<w:rPr><w:del/></w:rPr>"), "第1段", "删除段落标记"),
            (tbl(tr("1", "2"), tr("甲", "乙", properties="<w:ins/>")), "第1张表第2行第1格", "插入整行“甲 乙”"),
            (tbl(tr("甲", "乙", properties="<w:del/>")), "第1张表第1行第1格", "删除整行"),
            (tbl(tr("1", tc("甲", properties="<w:cellIns/>"))), "第1张表第1行第2格", "插入单元格“甲”"),
            (tbl(tr("1", tc("甲", properties="<w:cellDel/>"))), "第1张表第1行第2格", "删除单元格“甲”"),
            (tbl(tr(tc(tbl(tr("1", tc(p(inserted("甲")))))))), "第1张表第1行第2格", "插入“甲”"),
            (tbl(tr(tc(tbl(tr("1", "2"))), properties="<w:ins/>")), "第1段", "插入整行"),
            (tbl(tr("1", tc(tbl(tr("1", tc(p(inserted("甲")))))))), "第2张表第1行第2格", "插入“甲”"),
            (p(text_box(p(inserted("甲")))), "第1段", "插入“甲”"),
            (f"<w:sdt><w:sdtContent>{p(inserted('甲'))}</w:sdtContent></w:sdt>", "第1段", "插入“甲”"),
            (inserted(p("甲")), "第1段", "“甲”"),
            (p(f"<w:hyperlink>{inserted('甲')}</w:hyperlink>"), "第1段", "插入“甲”"),
            (p(f"<m:oMath>{inserted('<m:r><m:t>x</m:t></m:r>')}</m:oMath>"), "第1段", "公式“x”"),
            (p("目录项", inserted("1"), properties='<w:pStyle w:val="TOC1"/>'), "第1段", "插入“1”"),
            (
                tbl(tr("1", tc("甲", properties=DOWN)), tr("2", tc(p(deleted("28")), properties=ON))),
                "第1张表第2行第2格",
                "删除“28”",
            ),
        ],
    )
    def test_tracked_changes(self, body, place, what):
        """A document with tracked changes anywhere in its body is refused, with the place and what stands there."""
        with pytest.raises(HasRevisions, match="请先接受或拒绝修订") as refused:
            read(body)

        assert f"{place}{what}" in str(refused.value).replace("整段修订", "")

    def test_changes_of_formatting(self):
        """Formatting that was tracked changes no text."""
        changed = r("甲", '<w:b/><w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')
        properties = '<w:jc w:val="center"/><w:pPrChange w:id="2"><w:pPr/></w:pPrChange>'
        row = tr(
            "1",
            tc("2", properties='<w:tcPrChange w:id="3"/>'),
            properties='<w:trPrChange w:id="4"><w:trPr><w:ins/></w:trPr></w:trPrChange>',
        )

        assert read(p(changed, properties=properties), tbl(row)).findings == ()

    def test_many_of_them(self):
        """Of many changes the first places are named, and their number."""
        with pytest.raises(HasRevisions, match="第1段插入“0”；第2段插入“1”；第3段插入“2”；共 9 处"):
            read(*(p("甲", inserted(str(n))) for n in range(9)))


HIDDEN = "<w:vanish/>"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="藏"/><w:basedOn w:val="a"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="藏二"/><w:basedOn w:val="h"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="h3"><w:name w:val="现"/><w:basedOn w:val="h"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="c"><w:name w:val="藏字"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="12"><w:name w:val="toc 1"/></w:style>'
)


def of_style(style: str) -> str:
    return f'<w:pStyle w:val="{style}"/>'


class TestHiddenText:
    @pytest.mark.parametrize(
        ("body", "place"),
        [
            (tbl(tr("资金", tc(p("2", r("8", HIDDEN))))), "第1张表第1行第2格“8”"),
            (p(r("甲", HIDDEN), r("乙", HIDDEN)), "第1段“甲乙”"),
            (p("甲", properties=of_style("h")), "第1段“甲”"),
            (p("甲", properties=of_style("h2")), "第1段“甲”"),
            (p(r("甲", '<w:rStyle w:val="c"/>')), "第1段“甲”"),
            (tbl(tr("1", "2"), tr("甲", "乙", properties="<w:hidden/>")), "第1张表第2行第1格“甲 乙”"),
            (p(text_box(p("甲"), properties=HIDDEN)), "第1段“甲”"),
        ],
    )
    def test_hidden_text(self, body, place):
        """A document in which text is hidden is refused, with the place and the text, also where a style hides it."""
        with pytest.raises(HasHiddenText, match="有隐藏文字") as refused:
            read(body, styles=STYLES)

        assert place in str(refused.value)

    @pytest.mark.parametrize(
        "content",
        [
            p(r("甲", '<w:vanish w:val="0"/>')),
            p(r("甲", '<w:vanish w:val="false"/>'), properties=of_style("h")),
            p("甲", properties=of_style("h3")),
            p(r("甲", '<w:rStyle w:val="c"/>'), properties=of_style("h")),
            p(r("甲", "<w:webHidden/>")),
            p("甲", r("  ", HIDDEN)),
            p("甲", properties="<w:rPr><w:vanish/></w:rPr>"),
            p("甲", properties=of_style("x")),
            p(r("窗体顶端", HIDDEN)) + p("甲"),
        ],
        ids=["off", "off again", "style off again", "twice is not", "on the web", "blank", "mark", "circle", "form ends"],
    )
    def test_what_is_not_hidden(self, content):
        """Switches that are off, blank space, and the lines that Word hides itself around web forms hide nothing."""
        assert [c.text.strip() for c in read(content, styles=STYLES).paragraphs] == ["甲"]


class TestContents:
    @pytest.mark.parametrize(
        "line",
        [
            p("青禾县2023年度项目支出绩效目标", r("<w:tab/>"), "3", properties=of_style("12")),
            p("青禾县2023年度项目支出绩效目标", properties=of_style("TOC2")),
            p("一、青禾县2023年度项目支出绩效目标………………3"),
            p("一、青禾县2023年度项目支出绩效目标......12"),
            p("青禾县2023年度目标", r("<w:tab/>"), "3", properties='<w:tabs><w:tab w:leader="dot" w:pos="8000"/></w:tabs>'),
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>"
            + p("青禾县2023年度项目支出绩效目标")
            + "</w:sdtContent></w:sdt>",
        ],
        ids=["style", "style by its id", "ellipses", "dots", "tab with dots", "made by Word"],
    )
    def test_a_table_of_contents(self, line):
        """Lines of contents head no table and give no title; a remark says how many were passed over."""
        found = read(p("目  录"), line, p("青禾县2024年度项目支出绩效目标"), tbl(tr("项目名称", "甲")), styles=STYLES)

        assert (found.title, [c.text for c in found.tables[0].captions]) == ("青禾县2024年度项目支出绩效目标",) * 1 + (
            ["青禾县2024年度项目支出绩效目标"],
        )
        assert [(f.rule, "2 行" in f.message) for f in found.findings] == [("contents", True)]

    @pytest.mark.parametrize("text", ["预算28万元", "（2024年度）", "2024", "单位：万元\t2024"])
    def test_lines_that_are_no_contents(self, text):
        """A number at the end makes no line of contents."""
        assert [c.text for c in read(p(text)).paragraphs] == [text]
