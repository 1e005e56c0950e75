"""Text of web pages that styles may hide, add or move: its figures are never read for certain."""

import pytest

from seed.readers import read_file


def page(body):
    return read_file("页面.html", f"<meta charset=utf-8>{body}".encode())


def table(cell, head=""):
    return page(f"{head}<table><tr><td>项目名称<td>绿化<tr><td>年度资金总额：<td>{cell}</table>")


def amount(document):
    return document.tables[0].rows[1][1].text


@pytest.mark.parametrize(
    "style",
    [
        "font-size:0",
        "font:0/0 a",
        "color:#fff",
        "color:white",
        "color:rgb(254, 254, 254)",
        "color:transparent",
        "color:rgba(0,0,0,0)",
        "background:#000",
        "opacity:0",
        "filter:opacity(0)",
        "position:absolute;left:-9999px",
        "position:relative;left:20px",
        "text-indent:-9999px",
        "clip:rect(0,0,0,0);position:absolute",
        "clip-path:inset(100%)",
        "width:0;height:0;overflow:hidden;display:inline-block",
        "transform:scale(0)",
        "transform:scaleX(-1)",
        "zoom:0",
        "float:right",
        "direction:rtl;unicode-bidi:bidi-override",
        "content-visibility:hidden",
        "letter-spacing:-2em",
        "opac\\69ty:0",
        "opacity/**/:0!important",
    ],
)
def test_a_style_that_may_hide_or_move_digits(style):
    """A cell with such a text keeps it and is marked as unsure, and a finding says where."""
    read = table(f"<span style='{style}'>9</span>20")

    assert amount(read) == "920�"
    assert [(found.rule, found.place) for found in read.findings] == [("unsure-style", "第1张表第2行第2格")]


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("<style>td .q{display:none}</style>", "<i class=q>9</i>20"),
        ("<style>@media all{.q{display:none}}</style>", "<i class=q>9</i>20"),
        ("<style>[data-x]{display:none}</style>", "<i data-x=1>9</i>20"),
        ("<style>td{ .q{display:none} }</style>", "<i class=q>9</i>20"),
        ("<style>b + i{display:none}</style>", "<i>9</i>20"),
        ("<style>i:first-child{display:none}</style>", "<i>9</i>20"),
        ("<style>.q{font-size:0}</style>", "<i class=q>9</i>20"),
        ("<style>tr td i{color:#fff}</style>", "<i>9</i>20"),
        ("<style>.q::before{content:'9'}</style>", "<i class=q></i>20"),
        ("<style>.q:after{content:attr(title)}</style>", "<i class=q title=9></i>20"),
        ("<style>td::first-letter{font-size:0}</style>", "920"),
        ("", "<bdo dir=rtl>02</bdo>"),
        ("", "<span dir=rtl>20-</span>"),
        ("", "<font color=white>9</font>20"),
        ("", "<span style='display:inline-flex;flex-direction:row-reverse'><b>0</b><b>2</b></span>"),
    ],
)
def test_rules_that_are_not_worked_out(head, cell):
    """Where a rule that may hide, add or move text may be for a figure, the figure is unsure."""
    read = table(cell, head)

    assert amount(read).endswith("�")
    assert "unsure-style" in [found.rule for found in read.findings]


@pytest.mark.parametrize("hidden", ["<s>9</s>", "<i style='mso-hide:all'>9</i>", "<meter value=9>9</meter>", "<i popover>9</i>"])
def test_what_is_known_to_be_hidden(hidden):
    """Words that are certainly not shown are left out and said."""
    read = table(f"{hidden}20", "<style>s{display:none}</style>")

    assert (amount(read), [found.rule for found in read.findings]) == ("20", ["hidden"])


def test_ruby_stands_apart():
    """What stands above a figure is no part of it."""
    assert amount(table("<ruby>20<rp>(</rp><rt>9</rt><rp>)</rp></ruby>")) == "20（9）"


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("<style>.xl65{color:white;background:#4472C4;mso-pattern:black none;font-size:11.0pt}</style>", "<i class=xl65>20</i>"),
        ("<style>table thead th{background:#36c;color:#fff} td i{color:#333}</style>", "<i>20</i>"),
        ("<style>.nav li{display:none} .nav a:hover{opacity:0} td:hover i{display:none}</style>", "<i>20</i>"),
        ("<style>.clearfix:after{content:'.';display:block;height:0;visibility:hidden}</style>", "<i class=clearfix>20</i>"),
        ("<style>i:before{content:'\\e603'} i:after{content:'|'}</style>", "<i>20</i>"),
        ("<style>@media print{i{display:none}} @media screen and (max-width:768px){td i{display:none}}</style>", "<i>20</i>"),
        ("<style>td{position:relative} td i{margin-left:-5.4pt;text-indent:-21.0pt;letter-spacing:-.2pt}</style>", "<i>20</i>"),
        (
            "<style>@font-face{font-family:宋体} @page{size:595.3pt} p.MsoNormal{mso-style-parent:'';margin:0cm}</style>",
            "<p class=MsoNormal>20",
        ),
        (
            "",
            "<span lang=EN-US style='font-size:10.5pt;font-family:宋体;color:black;mso-font-kerning:0pt;background:white'>20</span>",
        ),
        ("", "<span style='color:windowtext;position:relative;top:-3.0pt;mso-text-raise:3.0pt'>20</span>"),
        ("", "<span style='font-size:0'><b style='font-size:14px'>20</b></span>"),
        ("", "<span style='opacity:.9;zoom:1;transform:none;clip:auto'>20</span>"),
        (
            "<style>.tabs .pane{display:none} .pane.active{display:block}</style>",
            "<div class=tabs><div class='pane active'>20</div></div>",
        ),
    ],
)
def test_ordinary_styles(head, cell):
    """What Word, Excel and the pages of offices are full of makes nothing unsure."""
    read = table(cell, head)

    assert (amount(read), read.findings) == ("20", ())


def test_a_dark_page_around_a_table_tells_nothing():
    """Text that is white on what a layout paints is unsure only where nothing within the table paints anything."""
    read = page(
        "<div style='background:#036;color:#fff'><table style='color:#000'><tr><td>项目名称<td>绿化<tr><td>年度资金总额：<td>20</table></div>"
    )

    assert (amount(read), read.findings) == ("20", ())


def test_labels_without_figures_stay():
    """A label that may not be seen is still the label: only figures and units become unsure."""
    read = page("<table><tr><td style='color:#fff'>项目名称<td>绿化<tr><td>主管部门<td>林业局</table>")

    assert [cell.text for cell in read.tables[0].rows[0]] == ["项目名称", "绿化"]
