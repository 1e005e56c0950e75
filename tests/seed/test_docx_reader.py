"""Reading Word documents: merged cells, nested tables, text boxes, and what is said about the rest."""

import pytest

from seed.errors import PackageTooLarge
from seed.readers import read_file
from seed.readers import xml as parsing
from tests.seed.packages import DOWN, ON, code, docx, instruction, p, package, parts_of, r, span, tbl, tc, text_box, tr


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


def places(*body: str) -> list[list[tuple[str, int | None, int, bool]]]:
    (table,) = read(*body).tables
    return [[(cell.text, cell.left, cell.width, cell.continued) for cell in row] for row in table.rows]


class TestMergedCells:
    def test_across_and_down(self):
        """A cell covers the columns and rows that the file says; below it stands an empty, continued cell."""
        found = places(
            tbl(
                tr(tc("甲", properties=span(2) + DOWN), tc("乙")),
                tr(tc(properties=span(2) + ON), tc("丙")),
                tr("丁", "戊", "己"),
            )
        )

        assert found == [
            [("甲", 1, 2, False), ("乙", 3, 1, False)],
            [("", 1, 2, True), ("丙", 3, 1, False)],
            [("丁", 1, 1, False), ("戊", 2, 1, False), ("己", 3, 1, False)],
        ]

    @pytest.mark.parametrize(
        "first", [tc("甲"), tc("甲", properties=span(2) + DOWN)], ids=["no merge above", "a wider one above"]
    )
    def test_a_continuation_of_nothing(self, first):
        """A cell that continues none of the same columns stands alone and keeps its text."""
        assert rows(tbl(tr(first, "乙"), tr(tc("丙", properties=ON), "丁")))[1] == ["丙", "丁"]

    def test_a_merge_that_was_interrupted(self):
        """A continuation below a row without one does not belong to the cell further up."""
        table = tbl(tr(tc("甲", properties=DOWN), "1"), tr("乙", "2"), tr(tc("丙", properties=ON), "3"))

        assert places(table)[2][0] == ("丙", 1, 1, False)

    def test_text_under_a_merged_cell(self):
        """What a merged cell covers is not seen: it is not read, and a finding says what it was and where."""
        read_one = read(tbl(tr(tc("甲", properties=DOWN), "1"), tr(tc("盖住", properties=ON), "2")))

        assert [cell.text for cell in read_one.tables[0].rows[1]] == ["", "2"]
        assert [(f.rule, f.place, "盖住" in f.message) for f in read_one.findings] == [
            ("covered-text", "第1张表第2行第1格", True)
        ]

    def test_horizontal_merges_of_old(self):
        """`hMerge` of old files joins cells as `gridSpan` does."""
        old = tbl(
            tr(tc("甲", properties='<w:hMerge w:val="restart"/>'), tc(properties="<w:hMerge/>"), "乙"),
            tr("1", "2", "3"),
        )

        assert places(old)[0] == [("甲", 1, 2, False), ("乙", 3, 1, False)]

    def test_rows_that_begin_further_right(self):
        """`gridBefore` moves a row to the right; `gridAfter` adds no cell."""
        shifted = tbl(
            tr("1", "2", "3"),
            tr("甲", "乙", properties='<w:gridBefore w:val="1"/>'),
            tr("丙", "丁", properties='<w:gridAfter w:val="1"/>'),
        )

        assert [[left for _text, left, _width, _c in row] for row in places(shifted)] == [[1, 2, 3], [2, 3], [1, 2]]

    @pytest.mark.parametrize("columns", ["0", "-3", "x", "", "99999999999999999999", "²"])
    def test_spans_that_are_none(self, columns):
        """A span that is no number, or an absurd one, neither stops the reader nor loses a cell."""
        assert rows(tbl(tr(tc("甲", properties=f'<w:gridSpan w:val="{columns}"/>'), "乙"), tr("1", "2"))) == [
            ["甲", "乙"],
            ["1", "2"],
        ]

    @pytest.mark.parametrize("wrapper", ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>"])
    def test_inside_of_content_controls(self, wrapper):
        """Blocks, rows and cells inside of content controls stand as if they were outside."""
        row = tr(wrapper.format(tc(wrapper.format(p("甲")))), "乙")

        assert rows(wrapper.format(tbl(wrapper.format(row), tr("1", "2")))) == [["甲", "乙"], ["1", "2"]]

    def test_tables_without_rows_and_rows_without_cells(self):
        """What has nothing in it stops nobody."""
        assert read(tbl(), tbl("<w:tr/>"), "<w:tbl/>", tbl(tr("甲", "乙"))).tables[0].rows[0][1].text == "乙"


class TestNestedTables:
    INNER = tbl(tr("产出指标", "数量"), tr("效益指标", "满意"))

    def test_a_table_in_a_cell_of_a_form(self):
        """It is a table of its own after the outer one, and the outer cell does not swallow its text."""
        found = read(tbl(tr("项目名称", "甲"), tr("绩效指标", tc("见下", self.INNER, "毕"))), tbl(tr("下", "一张"))).tables

        assert [(t.number, [[c.text for c in row] for row in t.rows]) for t in found] == [
            (1, [["项目名称", "甲"], ["绩效指标", "见下\n毕"]]),
            (2, [["产出指标", "数量"], ["效益指标", "满意"]]),
            (3, [["下", "一张"]]),
        ]

    def test_a_frame_around_forms(self):
        """A table that only frames others is none: what stands in it is read in its order, titles as captions."""
        frame = tbl(
            tr(tc("青禾县2024年度项目支出绩效目标")), tr(tc("（2024年度）", self.INNER, "单位：万元", self.INNER)), tr(tc("打印"))
        )
        found = read(frame)

        assert [(t.number, [c.text for c in t.captions]) for t in found.tables] == [
            (1, ["青禾县2024年度项目支出绩效目标", "（2024年度）"]),
            (2, ["单位：万元"]),
        ]
        assert (found.title, [c.text for c in found.paragraphs][-1]) == ("青禾县2024年度项目支出绩效目标", "打印")

    def test_forms_side_by_side_in_a_frame(self):
        """Two forms beside each other in a frame are two tables."""
        assert [t.number for t in read(tbl(tr(tc(self.INNER), tc(self.INNER)))).tables] == [1, 2]

    def test_deep_frames(self):
        """Frames in frames in frames end in the form."""
        nested = self.INNER
        for _ in range(20):
            nested = tbl(tr(tc(nested)))

        assert rows(nested) == [["产出指标", "数量"], ["效益指标", "满意"]]


class TestTextBoxes:
    def test_a_title_in_a_text_box(self):
        """The text of a text box is read once, though the file has it twice for old programs."""
        found = read(p(text_box(p("青禾县2024年度项目支出绩效目标"))), tbl(tr("项目名称", "甲")))

        assert (found.title, [c.text for c in found.paragraphs]) == ("青禾县2024年度项目支出绩效目标",) * 1 + (
            ["青禾县2024年度项目支出绩效目标"],
        )

    def test_a_form_in_a_text_box(self):
        """A table in a text box is a table."""
        assert rows(p("标题", text_box(tbl(tr("项目名称", "甲"))))) == [["项目名称", "甲"]]

    def test_a_text_box_in_a_cell(self):
        """It is a further line of the cell."""
        assert rows(tbl(tr("属性", tc(p("新增", text_box(p("√")))))))[0] == ["属性", "新增\n√"]

    def test_only_the_fallback(self):
        """Where an alternative has only one branch that one is read."""
        assert said(r("<mc:AlternateContent><mc:Fallback><w:t>甲</w:t></mc:Fallback></mc:AlternateContent>")) == "甲"

    def test_word_art(self):
        """A title drawn as WordArt of old is a line of text."""
        assert said(r("<w:pict><v:shape><v:textpath string='绩效目标表'/></v:shape></w:pict>")) == "绩效目标表"


def test_a_title_page():
    """A title page with a large title, a frame and a date before the contents still names the document."""
    cover = (
        tbl(tr(tc("青禾县水利局")))
        + p("2024年度部门预算项目支出绩效目标", properties='<w:framePr/><w:jc w:val="center"/>')
        + p("2024年3月")
    )

    assert read(cover, p("目录"), p("一、目标表……1"), tbl(tr("项目名称", "甲"))).title == "2024年度部门预算项目支出绩效目标"


def test_what_is_not_read_is_said():
    """Comments, notes, embedded objects, inner documents and pictures without tables are findings."""
    found = read(
        p("甲", r('<w:commentReference w:id="1"/>'), r('<w:footnoteReference w:id="2"/>')),
        p(r('<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>')),
        "<w:altChunk/>",
        p(r("<w:drawing><a:blip/></w:drawing>")),
    )

    assert {(f.severity, f.rule) for f in found.findings} == {
        ("remark", "comments"),
        ("remark", "footnotes"),
        ("warn", "embedded-object"),
        ("warn", "embedded-file"),
        ("remark", "pictures"),
    }


def test_headers_and_comments_are_no_body():
    """What stands in other parts of the package is not read."""
    parts = parts_of(tbl(tr("甲", "乙"))) | {"word/header1.xml": "<x/>", "word/comments.xml": "<!DOCTYPE x><x/>"}

    assert read_file("表.docx", package(parts)).findings == ()


def test_one_table_larger_than_any(monkeypatch):
    """A single table beyond the limit is refused before its tree fills the memory; as many small ones are read."""
    monkeypatch.setattr(parsing, "BLOCK", 100_000)
    row = tr("甲" * 500, "乙")

    assert len(read(*[tbl(row)] * 200).tables) == 200
    with pytest.raises(PackageTooLarge, match="一张表"):
        read(tbl(*[row] * 200))


@pytest.mark.parametrize(
    "body",
    [
        p("." * 300_000),
        p("\t" * 300_000, properties='<w:tabs><w:tab w:leader="dot"/></w:tabs>'),
        p(*[code("begin")] * 40_000, *[r("x")] * 10_000),
        p(code("begin"), instruction("EQ "), *[instruction("x" * 50)] * 60_000, code("end")),
        p(code("begin"), instruction("SYMBOL 1 " + r"\f " * 50_000), code("end")),
    ],
    ids=["dots", "tabs", "fields", "a long instruction", "a long symbol"],
)
def test_much_of_the_same(body):
    """Whatever a file has very much of, reading it takes time in proportion: the end of the document is reached."""
    assert read(body, p("毕")).paragraphs[-1].text == "毕"
