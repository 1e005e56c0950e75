"""Reading web pages: encodings, what eyes see of text and tables, and what no page should do to us."""

import re
from contextlib import suppress
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from seed.errors import NotReadableYet, SeedError, TooManyParts
from seed.readers import read_file
from seed.readers.assembling import Grid
from seed.readers.html_page import page_of
from seed.words.amounts import UnreadableAmount, read_amount
from store.money import YUAN
from store.text import words

ROWS = "<tr><td>项目名称</td><td>绿化经费</td></tr><tr><td>实施单位</td><td>青禾县林业局</td></tr>"
FORM = f"<table>{ROWS}</table>"


def page(body: str, name: str = "页.html"):
    return read_file(name, f"<html><body>{body}</body></html>".encode())


def texts(document):
    return [[[cell.text for cell in row] for row in table.rows] for table in document.tables]


def cell(markup: str) -> str:
    """The text of a cell with that markup, in a table that nobody takes for anything else."""
    return page(f"<table><tr><td>年度目标</td><td>{markup}</td></tr></table>").tables[0].rows[0][1].text


def paragraphs(body: str) -> list[str]:
    return [paragraph.text for paragraph in page(body).paragraphs]


# Encodings


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "gbk", "gb18030", "iso-8859-1", None])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_what_decodes_decides(declared, encoding):
    """A page is read by what its bytes are, whatever character set it declares, or none."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    content = f"<html><head>{meta}</head><body>{FORM}</body></html>".encode(encoding)

    assert texts(read_file("页.html", content)) == [[["项目名称", "绿化经费"], ["实施单位", "青禾县林业局"]]]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding):
    """The first tag tells the order of bytes where nothing else does."""
    assert len(texts(read_file("页.html", f"<html>{FORM}".encode(encoding)))) == 1


def test_big5_where_it_is_declared():
    """Pages in traditional characters are read where they say so."""
    content = '<html><meta charset="big5"><table><tr><td>項目名稱<td>綠化經費</table>'.encode("big5")

    assert texts(read_file("页.html", content)) == [[["項目名稱", "綠化經費"]]]


def test_half_a_character_where_nobody_sees_it():
    """Content systems cut descriptions inside of a character: that says nothing about the page."""
    content = b'<html><meta name="description" content="' + "青禾县".encode("gb18030")[:-1] + b'">' + FORM.encode("gb18030")
    read = read_file("页.html", content)

    assert (len(read.tables), read.findings) == (1, ())


def test_a_page_in_utf_8_with_a_broken_byte():
    """One byte that is wrong makes no other encoding of a page."""
    content = f"<html>{FORM}".encode().replace("局".encode(), "局".encode()[:-1])

    assert texts(read_file("页.html", content)) == [[["项目名称", "绿化经费"], ["实施单位", "青禾县林业\ufffd"]]]


def test_half_a_character_in_a_cell():
    """What cannot be decoded in a cell is shown as such, and a finding gives the place."""
    broken = FORM.encode("gb18030").replace("青禾县".encode("gb18030"), "青禾县".encode("gb18030")[:-1])
    (found,) = read_file("页.html", b"<html>" + broken).findings

    assert (found.rule, found.place) == ("unreadable-characters", "第1张表第2行第2格")


@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN' 'http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd'>",
        '<?xml version="1.0" encoding="gb2312"?>\n<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body>',
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
        '\r\n \n<META http-equiv="Content-Type" content="text/html; charset=gb2312">',
        "<style>td{mso-number-format:General}</style>",
        "<!-- saved from url=(0030)http://www.qinghe.example/ --><!--[if IE]><p>甲</p><![endif]-->\n<html>",
        "\ufeff<table></table>",
        "<div>\n<!--StartFragment-->",
    ],
)
def test_how_pages_begin(start):
    """A page is known by its first tag behind blank space, comments and declarations, also where it is called .xls."""
    assert len(texts(read_file("表.xls", f"{start}{FORM}".encode()))) == 1


@pytest.mark.parametrize("start", ["<2024年度>", "< 表 >", "<绿化经费>", "<项目 p>", "a <table>"])
def test_text_that_begins_like_no_page(start):
    """An angle bracket makes no web page of plain text."""
    assert read_file("表.txt", f"{start}\n\t项目名称\n\t绿化经费\n\n".encode()).tables[0].rows[0][0].text == "项目名称"


XML = '<?xml version="1.0"?>\n'


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (f'{XML}<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>', "Word 2003"),
        (f"{XML}<root><table/></root>", "XML"),
    ],
)
def test_xml_that_is_no_page(content, kind):
    """XML of Office, and any other, is called by its name and not read as a page."""
    with pytest.raises(NotReadableYet, match=kind):
        read_file("表.xls", content.encode())


# Text


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("甲\n  乙", "甲乙"),
        ("甲 乙", "甲 乙"),
        ("5\n 万元", "5 万元"),
        ("two\nwords", "two words"),
        ("&nbsp;&nbsp;其中：财政拨款", "  其中：财政拨款"),
        ("年度<br>目标", "年度\n目标"),
        ("<p>甲</p><p>乙</p>丙", "甲\n乙\n丙"),
        ("<div>甲<div>乙</div></div>", "甲\n乙"),
        ("<p>甲<o:p></o:p></p><p><o:p>&nbsp;</o:p></p>", "甲"),
        ("<span>甲</span>\n<span>乙</span>", "甲乙"),
        ("<span style='display:block'>28</span><span style='display: block'>30</span>", "28\n30"),
        ("<pre>甲  乙\n丙</pre>", "甲  乙\n丙"),
        ("<ul><li>甲</li><li>乙</li></ul>", "甲\n乙"),
        ("甲<!--[if gte mso 9]><p>乙</p><![endif]-->丙", "甲丙"),
        ("甲<script>var 乙;</script><style>p{}</style><template>丁</template><noscript>戊</noscript>丙", "甲丙"),
        ("2<img src='dot.gif' alt='7'>8", "2 8"),
        ("<input type=text value='28'>万元<input type=hidden value=3>", " 28 万元".strip()),
        ("<textarea>甲\n乙</textarea>", "甲\n乙"),
        ("<input type=checkbox checked>新增<input type=checkbox>延续", "☑新增□延续"),
        ("<select><option>甲<option selected>乙</select>", "乙"),
        ("&lt;5%", "<5%"),
    ],
)
def test_text_as_it_is_seen(markup, seen):
    """White space, lines and form controls are what a browser shows."""
    assert seen == cell(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "28<sup>1</sup>万元",
        "28<span style='vertical-align: super'>1</span>万元",
        "28<sub>2</sub>万元",
        "<s>28</s>30万元",
        "<del>2</del>8万元",
        "<span style='text-decoration:line-through'>28</span>30万元",
        "2<img src=1.gif>8万元",
        "28<br>30万元",
        "<p>28</p><p>30万元</p>",
        "2<input value=8>万元",
        "2&#30;8万元",
    ],
)
def test_marks_that_must_not_join_a_figure(markup):
    """A footnote's digit, a figure struck out, a picture between digits: none of them reads as an amount."""
    with pytest.raises(UnreadableAmount):
        read_amount(cell(markup), YUAN)


def test_square_metres():
    """A raised digit is shown raised, since it means something."""
    assert cell("≥1200m<sup>2</sup>") == "≥1200m²"


def test_characters_that_no_eye_sees():
    """Zero-width characters are taken out, and a remark says how many."""
    read = page(FORM.replace("绿化", "绿&#8203;化\u200d"))
    (said,) = read.findings

    assert (texts(read)[0][0], said.rule, "2 个" in said.message) == (["项目名称", "绿化经费"], "invisible-characters", True)


# Paragraphs and tables in order


def test_no_text_twice():
    """Blocks inside of blocks, and text that stands in the body itself, are paragraphs once and in order."""
    body = "一<div>二<div>三</div>四<p>五<b>六</b></p></div><span>七</span><ul><li>八<ul><li>九</li></ul></li></ul>"

    assert paragraphs(body) == ["一", "二", "三", "四", "五六", "七", "八", "九"]


def test_a_layout_table():
    """A table that arranges others is none: each inner table is one, and the texts around them are paragraphs in order."""
    body = f"<table><tr><td>当前位置：首页</td><td>搜索</td></tr><tr><td colspan=2>标题{FORM}之间{FORM}末尾</td></tr></table>"
    read = page(body)

    assert [(table.number, [c.text for c in table.captions]) for table in read.tables] == [
        (1, ["搜索", "标题"]),
        (2, ["之间"]),
    ]
    assert [p.text for p in read.paragraphs] == ["当前位置：首页", "搜索", "标题", "之间", "末尾"]


def test_a_form_with_a_table_in_a_cell():
    """A table with labels of its own is a table, and the one in its cell comes after it."""
    inner = "<table><tr><td>一级指标</td><td>三级指标</td><td>指标值</td></tr></table>"
    read = page(f"<table>{ROWS}<tr><td>绩效指标</td><td>{inner}</td></tr></table>")

    assert texts(read) == [
        [["项目名称", "绿化经费"], ["实施单位", "青禾县林业局"], ["绩效指标", ""]],
        [["一级指标", "三级指标", "指标值"]],
    ]


def test_a_table_of_links():
    """A table in which all is a link leads elsewhere; its words are paragraphs and none of them is the title."""
    links = "<table><tr><td><a href=1>2023年度部门预算目标</a></td><td><a href=2>2022年度部门预算目标</a></td></tr></table>"
    read = page(f"{links}<p>青禾县2024年度项目支出绩效目标</p>{FORM}")

    assert (len(read.tables), read.title) == (1, "青禾县2024年度项目支出绩效目标")


def test_a_form_in_links():
    """A table with labels is read, even where everything in it is a link."""
    assert len(page(FORM.replace("<td>", "<td><a href='#'>").replace("</td>", "</a></td>")).tables) == 1


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        ("<table><tr><td>项目名称<td>甲<tr><td>实施单位<td>乙</table>", [["项目名称", "甲"], ["实施单位", "乙"]]),
        ("<table><td>项目名称<td>甲</table>", [["项目名称", "甲"]]),
        ("<table><tr><td><div>项目名称<td>甲</div></td></tr></table>", [["项目名称", "甲"]]),
        ("<table><form><tr><td>项目名称</td><td>甲</td></tr></form></table>", [["项目名称", "甲"]]),
        ("<table><tr><th>项目名称</th><th>甲</th></tr><tfoot><tr><td>末<td>末</tfoot><tr><td>乙<td>丙</table>", None),
        ("<table><tr><td>项目名称</td><td>甲", [["项目名称", "甲"]]),
    ],
)
def test_tables_as_people_write_them(markup, rows):
    """Missing end tags, cells without a row and forms between rows are put right as browsers do; a foot stands last."""
    assert texts(page(markup)) == [rows or [["项目名称", "甲"], ["乙", "丙"], ["末", "末"]]]


def test_what_stands_between_rows():
    """Captions and text between rows are seen above the table."""
    read = page("<table><caption>（2024年度）</caption>表前<tr><td>项目名称</td><td>甲</td></tr></table>")

    assert [c.text for c in read.tables[0].captions] == ["（2024年度）", "表前"]


TAGS = words("p div span b ul li h3 center a font section blockquote")
trees = st.recursive(
    st.just("字"),
    lambda inside: (
        st.tuples(st.sampled_from(TAGS), st.lists(inside, max_size=3))
        | st.tuples(st.just("table"), st.lists(st.lists(inside, min_size=1, max_size=3), min_size=1, max_size=3))
    ),
    max_leaves=12,
)


def rendered(tree, numbers) -> str:
    if tree == "字":
        return f"〔{next(numbers)}〕"
    tag, inside = tree
    if tag != "table":
        return f"<{tag}>{''.join(rendered(one, numbers) for one in inside)}</{tag}>"
    rows = ("".join(f"<td>{rendered(one, numbers)}</td>" for one in row) for row in inside)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


@settings(deadline=None)
@given(st.lists(trees, max_size=4))
def test_all_text_once_and_in_order(contents):
    """However blocks and tables stand in each other, each text comes out once; paragraphs keep their order."""
    numbers = count()
    read = page("".join(rendered(tree, numbers) for tree in contents))
    outside = [c.text for c in read.paragraphs if c.table is None]
    inside = [c.text for c in read.paragraphs if c.table is not None] + [c.text for t in read.tables for c in t.cells()]
    found = [int(number) for text in (*outside, *inside) for number in re.findall(r"〔(\d+)〕", text)]

    assert sorted(found) == list(range(next(numbers)))
    assert (order := [int(number) for text in outside for number in re.findall(r"〔(\d+)〕", text)]) == sorted(order)


# What is hidden


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>项目名称<td>甲<tr style='display:none'><td>隐<td>藏<tr><td>实施单位<td>乙</table>",
        "<table><tr><td>项目名称<td>甲<tr hidden><td>隐<td>藏<tr><td>实施单位<td>乙</table>",
        "<table><tr><td>项目名称<td>甲<tr height=0 style='mso-height-source:userset'><td>隐<td>藏<tr><td>实施单位<td>乙</table>",
        "<table><tr><td>项目名称<td>甲<tbody style='visibility:hidden'><tr><td>隐<td>藏<tbody><tr><td>实施单位<td>乙</table>",
        "<table><col><col style='display:none'><col><tr><td>项目名称<td>隐<td>甲<tr><td>实施单位<td>藏<td>乙</table>",
        "<table><col><col width=0 style='mso-width-source:userset'><tr><td>项目名称<td>隐<td>甲<tr><td>实施单位<td>藏<td>乙</table>",
        "<table><tr><td>项目名称<td style='DISPLAY: none'>隐<td>甲<tr><td>实施单位<td hidden>藏<td>乙</table>",
        "<style>.x{color:red} .x, #y{display:none}</style>"
        "<table><tr><td>项目名称<td>甲<tr class='a x'><td>隐<td>藏<tr><td>实施单位<td>乙</table>",
        "<table><tr><td>项目名称<td>甲<tr><td>实施单位<td>乙</table><div style='display:none'><table><tr><td>隐<td>藏</table></div>",
    ],
)
def test_hidden_rows_columns_and_cells(body):
    """What a page hides of its tables is no fact, and a finding says so."""
    read = page(body)

    assert texts(read) == [[["项目名称", "甲"], ["实施单位", "乙"]]]
    assert [(found.rule, "隐" in found.message) for found in read.findings] == [("hidden", True)]


@pytest.mark.parametrize(
    "body",
    [
        "<style>@media print{.x{display:none}}</style><p class=x>甲</p>",
        "<style>.x{display:none}.x{display:block}</style><p class=x>甲</p>",
        "<style>li.x{display:none}</style><p class=x>甲</p>",
        "<style>.x{display:none}</style><p class=x style='display:block'>甲</p>",
    ],
)
def test_rules_that_hide_nothing(body):
    """A rule for print, for another element, or one that a later one takes back, hides nothing."""
    assert paragraphs(body) == ["甲"]


def test_hidden_words_in_a_cell():
    """Words in a cell that nobody sees are left out and said."""
    read = page(FORM.replace("绿化", "绿<span style='display:none;mso-hide:all'>暗</span>化"))

    assert (texts(read)[0][0][1], [found.rule for found in read.findings]) == ("绿化经费", ["hidden"])


def test_rows_that_only_measure():
    """Excel ends its tables with a hidden row of empty cells: that hides nothing."""
    rows = "<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td><td></td></tr><![endif]>"

    assert page(f"<table>{ROWS}{rows}</table>").findings == ()


# Spans: the algorithm of the HTML standard


def standard(groups):
    """Forming a table, word for word: https://html.spec.whatwg.org/multipage/tables.html#forming-a-table ."""
    anchored, slots, top = [], {}, 0
    for rows in groups:
        end = top + len(rows)
        for y, cells in enumerate(rows, start=top):
            x = 0
            for text, rowspan, colspan in cells:
                while (x, y) in slots:
                    x += 1
                columns = 1 if colspan == 0 else min(colspan, 1000)
                height = end - y if rowspan == 0 else min(rowspan, end - y)
                anchored.append((y, x, text, height, columns))
                slots |= {(x + right, y + down): text for right in range(columns) for down in range(height)}
                x += columns
        top = end
    return anchored


spans = st.sampled_from([0, 1, 1, 1, 2, 3, 4, 2000, 65535])
groups = st.lists(st.lists(st.lists(st.tuples(spans, spans), max_size=5), min_size=1, max_size=5), min_size=1, max_size=3)


@settings(deadline=None)
@given(groups)
def test_spans_are_laid_out_as_in_the_standard(shape):
    """Whatever the spans, each cell stands where the HTML standard puts it, and reaches as far as it says."""
    names = iter(f"格{n}" for n in range(1000))
    named = [[[(next(names), *span) for span in row] for row in group] for group in shape]
    markup = "".join(
        f"<tbody>{''.join('<tr>' + ''.join(f'<td rowspan={r} colspan={c}>{t}' for t, r, c in row) for row in group)}</tbody>"
        for group in named
    )
    seen = page_of(lxml_html.document_fromstring(f"<table>{markup}</table>")).seen
    expected = standard(named)

    if all(x == 0 for _y, x, *_rest in expected):
        assert [line.text for line in seen] == [text for _y, _x, text, *_rest in expected]
    else:
        (grid,) = seen
        assert isinstance(grid, Grid)
        assert [(b.row, b.column, b.text, b.rows, b.columns) for b in grid.boxes] == expected


@pytest.mark.parametrize(
    "span", ["rowspan=99999999999999999999", "rowspan=65535 colspan=9999999", "rowspan='0'", "rowspan=' +3px'"]
)
def test_spans_beyond_the_table(span):
    """A span ends where its group of rows ends; what it claims beyond takes no memory."""
    (table,) = page(f"<table><tr><td>项目名称<td>甲<td {span}>备注<tr><td>实施单位<td>乙<tr><td>年度目标<td>丙</table>").tables

    assert [(row[-1].text, row[-1].continued, row[-1].width) for row in table.rows] == [
        ("备注", False, 1),
        ("", True, 1),
        ("", True, 1),
    ]


@pytest.mark.parametrize("span", ["colspan=0", "colspan=-2", "colspan=abc", "colspan=''", "rowspan=-1"])
def test_spans_that_are_none(span):
    """A span that is no number is 1."""
    assert texts(page(f"<table><tr><td {span}>项目名称<td>甲<tr><td>实施单位<td>乙</table>"))[0] == [
        ["项目名称", "甲"],
        ["实施单位", "乙"],
    ]


def test_a_merged_cell_that_begins_in_a_hidden_row():
    """It leaves an empty cell where it reaches into rows that are seen, and its text is a finding."""
    body = "<table><tr hidden><td rowspan=2>隐<td>藏<tr><td>甲<tr><td>项目名称<td>乙</table>"
    read = page(body)

    assert (texts(read), len(read.findings)) == ([[["", "甲"], ["项目名称", "乙"]]], 1)


def test_hundreds_of_empty_columns():
    """Columns to the right in which nothing stands are no part of the table (pages pasted from Excel have hundreds)."""
    rows = ROWS.replace("</tr>", "<td></td>" * 250 + "</tr>")

    assert texts(page(f"<table>{rows}</table>")) == texts(page(FORM))


# The title


def test_the_heading_of_the_content_is_the_title():
    """What the browser's tab begins with counts before headings of the site and links that name other years."""
    body = (
        "<title>青禾县2024年度项目支出绩效目标公开-青禾县人民政府</title><h1>青禾县2025年政府信息公开专栏</h1>"
        f"<p>2022年目标</p><p>青禾县2024年度项目支出绩效目标公开</p>{FORM}"
    )

    assert page(body).title == "青禾县2024年度项目支出绩效目标公开"


def test_a_tab_that_names_the_site():
    """Where the tab says nothing of the content, its heading is the title, and else what stands above the table."""
    body = "<title>青禾县人民政府</title><a href=1>2022年预算</a>"

    assert page(f"{body}<h2>青禾县2024年目标</h2>{FORM}").title == "青禾县2024年目标"
    assert page(f"{body}<p>青禾县2024年目标</p>{FORM}").title == "青禾县2024年目标"
    assert page(f"{body}{FORM}", "存档.html").title == "存档"


def test_navigation_is_no_caption_of_a_table():
    """Links and the path of the page name other years: they are paragraphs, but say nothing about the table below them."""
    body = (
        "<p><a href=1>首页</a> | <a href=2>2022年度目标</a></p><p>当前位置：首页 &gt; 2023年度目标</p><p>青禾县2024年度目标</p>"
    )
    read = page(body + FORM)

    assert (read.title, [c.text for c in read.tables[0].captions]) == ("青禾县2024年度目标", ["青禾县2024年度目标"])
    assert [p.text for p in read.paragraphs] == ["首页 | 2022年度目标", "当前位置：首页 > 2023年度目标", "青禾县2024年度目标"]


def test_what_stands_above_the_heading():
    """What the site has above the heading of the content is no caption of the table below it."""
    body = f"<p>2022年度政府工作目标</p><h2>青禾县2024年度目标</h2><p>单位：万元</p>{FORM}<h4>2020年度目标</h4>"
    read = page(body)

    assert (read.title, [c.text for c in read.tables[0].captions]) == ("青禾县2024年度目标", ["青禾县2024年度目标", "单位：万元"])


def test_a_heading_between_two_tables():
    """The box of information above the heading does not hide it."""
    box = "<table><tr><td>索引号：</td><td>QH003</td></tr><tr><td>发布机构：</td><td>青禾县民政局</td></tr></table>"

    assert page(f"{box}<p>青禾县2024年度目标</p>{FORM}").title == "青禾县2024年度目标"


# Archives


def archive(*pages: str) -> bytes:
    message = MIMEMultipart("related")
    for number, body in enumerate(pages):
        part = MIMEText(body, "html", "gb2312")
        part["Content-Location"] = f"file:///C:/页/sheet{number:03}.htm"
        message.attach(part)
    return message.as_bytes()


def test_a_web_page_archive():
    """The pages of an archive, as browsers and Excel save them, are read in their order."""
    frames = "<html><frameset><frame src='sheet001.htm'><noframes><p>请更新浏览器</p></noframes></frameset></html>"
    read = read_file("表.xls", archive(frames, f"<html>{FORM}", f"<html><p>（2024年度）</p>{FORM}"))

    assert (len(read.tables), [p.text for p in read.paragraphs]) == (2, ["（2024年度）"])


@pytest.mark.parametrize(
    "content", [b"MIME-Version: 1.0\n\nabc", b"MIME-Version: 1.0\n" + b"Content-Type: message/rfc822\n\n" * 5000]
)
def test_an_archive_without_a_page(content):
    """An archive that holds no page, or archives without end, is refused as damaged."""
    with pytest.raises(SeedError, match="已损坏"):
        read_file("表.mht", content)


# Hostile pages


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr>" + "<td rowspan=60000>甲" * 2000 + "<tr>" * 2000,
        "<div>" * 3000 + FORM,
        "<b></b>" * 1_000_001,
        "<table><tr><td>" * 101 + "甲",
        f"<p {' '.join(f'a{n}' for n in range(50_000))}>",
    ],
    ids=["spans", "depth", "tags", "tables in tables", "attributes"],
)
def test_pages_that_claim_too_much(body):
    """A page with more cells, depth or tags than any document is refused before it takes memory or loses its end."""
    with pytest.raises(TooManyParts, match="多得不像一份文件"):
        page(body)


def test_a_picture_in_a_cell():
    """A cell in which only a picture stands is blank to us, and a finding says so; a picture beside text is none."""
    body = FORM.replace("绿化经费", "<p><img src=1.gif alt='绿化经费'></p>").replace("青禾县", "<img src=2.gif>青禾县")
    read = page(f"<table><tr><td><img src=0.gif></td><td>{body}</td></tr></table>")

    assert ([f.rule for f in read.findings], "有 1 格" in read.findings[0].message) == (["picture-in-cell"], True)


def test_a_picture_in_the_page():
    """Pictures that are written into the page are long tags of few attributes."""
    assert len(page(f"<img alt='章' src='data:image/png;base64,{'A0/+' * 20_000}'>{FORM}").tables) == 1


def test_deep_pages():
    """Tags that nobody closed are no reason to refuse a page."""
    assert len(page("<font>" * 1500 + FORM).tables) == 1


@pytest.mark.parametrize(
    "content", [b"<html>", b"<!DOCTYPE html>", b"<html><!-- x -->", b"<table></table>", b"<p>\xff\xfe", b"<br>"]
)
def test_pages_with_nothing_in_them(content):
    """A page without a word is refused or a document without tables, and nothing else."""
    with suppress(SeedError):
        assert read_file("页.html", content).tables == ()


pieces = st.sampled_from(
    words(
        "<table> </table> <tr> </tr> <td> </td> <th <tbody> </tbody> <tfoot> <caption> <col> <td_rowspan=0> <td_colspan=3> <p> </p> <div> "
        "</div> <sup> </sup> <!-- --> <![if_x]> <![endif]> <style> </style> <pre> </pre> <select> <option> <input> <textarea> <br> 项目名称 28 "
        "万元 &nbsp; &#0; &amp &#x110000; <?xml ?> <o:p> <tr_hidden> <a_href=1> </a> <html> </body> 2024年度"
    )
)


@settings(deadline=None)
@given(st.lists(pieces, max_size=40))
def test_any_markup(parts):
    """Whatever the tags, a page is read or refused; nothing else happens, and no text is lost but what is hidden."""
    with suppress(SeedError):
        read_file("页.html", ("<html>" + "".join(parts).replace("_", " ")).encode())


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_in_a_page(content):
    """Whatever the bytes in a page, it is read or refused; nothing else happens."""
    for start in (b"<html>", b"<html><table><tr><td>", b"MIME-Version: 1.0\n", b"<?xml version='1.0'?><html>"):
        with suppress(SeedError):
            read_file("页.html", start + content)
