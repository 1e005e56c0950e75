"""What headings say: title, year, publisher, stage and date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.reading import Given
from seed.words.titles import date_of, odd_year, publisher_of, stage_of, years_in
from store.model import Stage
from tests.seed.flat import TITLE, document, form, stated


@pytest.mark.parametrize(
    ("captions", "title"),
    [
        (["附件：", TITLE, "项目支出绩效目标公开清单"], TITLE),
        (["附件1：" + TITLE], TITLE),
        (["项目支出绩效目标表", "（2024年度）"], "某文件"),
        (["2024年3月1日", "青禾县2024年部门预算"], "青禾县2024年部门预算"),
        ([], "某文件"),
    ],
)
def test_the_title(captions, title):
    """The document's own heading, which every table's caption is not; else the file's name."""
    assert document(*captions, form(), file="某文件.txt").title == title


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("（2024 年度）", (2024,)),
        ("  (２０２４)年度  ", (2024,)),
        ("二〇二四年", (2024,)),
        ("2023年—2025年", (2023, 2025)),
        ("编号20240301", ()),
        ("3024年", ()),
        ("20二四年度", ()),
        ("202①年", ()),
        ("（2024—2026年度）", (2024, 2026)),
    ],
)
def test_years(text, years):
    """Years are four digits before 年, in any width and in Chinese numerals, between 1990 and 2100."""
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        (TITLE, "青禾县财政局"),
        ("青禾县财政局（2024）年度项目支出绩效目标", "青禾县财政局"),
        ("关于青禾县财政局2024年预算", "青禾县财政局"),
        ("2024年乡镇项目", None),
        ("项目目标", None),
    ],
)
def test_the_publisher(title, publisher):
    """It stands before the year."""
    assert publisher_of(title) == publisher


@pytest.mark.parametrize(
    ("title", "stage"), [("2024年绩效目标申报表", Stage.DECLARED), ("2024年目标调整表", Stage.ADJUSTED), (TITLE, Stage.APPROVED)]
)
def test_the_stage(title, stage):
    """申报 and 调整 say so; anything else was approved and published."""
    assert stage_of(title) is stage


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年3月1日", date(2024, 3, 1)),
        ("发布日期：2024-03-01", date(2024, 3, 1)),
        ("二〇二四年三月一日", date(2024, 3, 1)),
        ("2024年2月31日", None),
        ("2024年3月1日印发的文件", None),
    ],
)
def test_a_date(text, day):
    """A date counts where it stands alone and exists."""
    assert date_of(text) == day


def test_a_publisher_that_only_the_forms_name():
    """Without one in the title, the only department is it, with a remark; what is given counts for more."""
    rows = "（2024年度）", form(department="201-青禾县财政局", unit="城关镇财政所")

    assert stated(*rows).statement.publisher == "青禾县财政局"
    assert "publisher" in [f.rule for f in stated(*rows).findings]
    assert stated(*rows, given=Given(publisher="别的局")).statement.publisher == "别的局"


def test_the_published_date():
    """A date that stands alone in a paragraph is the document's; two are none."""
    rows = "（2024年度）", form()

    assert stated(TITLE, "2024年3月1日", *rows).statement.published == date(2024, 3, 1)
    assert stated(TITLE, "2024年3月1日", "2024年4月1日", *rows).statement.published is None


INFORMED = [
    ("发布日期：2024-02-18 10:26　来源：县财政局　浏览次数：1362", date(2024, 2, 18)),
    ("信息来源：青禾县财政局 发布时间：2024年2月18日 字体：大 中 小", date(2024, 2, 18)),
    ("【发布日期】2024.2.18", date(2024, 2, 18)),
    ("成文日期：2024年1月30日　发布日期：2024-02-18", date(2024, 2, 18)),
    ("印发日期 2024/02/18", date(2024, 2, 18)),
    ("发布日期：2024-02-1810:26", None),
    ("发布日期：2024-02-31", None),
    ("发布日期：2024-02-18 公开时间：2024-03-01", None),
    ("项目起止时间：2024-02-18", None),
    ("根据2024年2月18日的通知", None),
]


@pytest.mark.parametrize(("line", "day"), INFORMED)
def test_the_date_in_a_line_of_information(line, day):
    """Behind 发布、公开、公布、成文、印发 stands the document's date; of several that of publication counts, and of two of those none."""
    assert stated(TITLE, line, "（2024年度）", form()).statement.published == day


def test_dates_in_several_lines():
    """Publication counts before writing, and either before a date that stands alone; where they disagree there is none."""
    rows = "（2024年度）", form()

    assert stated(TITLE, "成文日期：2024-01-30", "发布日期：2024-02-18", "2024年3月1日", *rows).statement.published == date(
        2024, 2, 18
    )
    assert stated(TITLE, "成文日期：2024-01-30", "2024年3月1日", *rows).statement.published == date(2024, 1, 30)
    assert stated(TITLE, "发布日期：2024-02-18", "发布日期：2024-02-19", *rows).statement.published is None


def test_the_date_in_a_box_of_information():
    """Pages have a table of information above their text: label and date stand side by side in it."""
    box = [("索引号：", "AB001-2024", "信息分类：", "预决算"), ("发布机构：", "青禾县财政局", "发布日期：", "2024-02-18")]

    assert stated(TITLE, box, "（2024年度）", form()).statement.published == date(2024, 2, 18)


def test_a_date_inside_of_a_form():
    """What a form says about itself is no date of publication."""
    assert stated(TITLE, "（2024年度）", form(tail=[("发布日期：", "2024-02-18")])).statement.published is None


def test_the_day_of_writing_is_no_fiscal_year():
    """A form of 2024 is often filled in in 2023."""
    outcome = stated(TITLE, "填报日期：2023年12月20日", "制表时间 2023年12月", form())

    assert [target.year for target in outcome.statement.targets] == [2024]


@given(st.text("2〇二十0四９（）()年度O①-至 项目", max_size=14))
def test_whatever_a_caption_prints(text):
    """It names real years, or none; it is never an error, and never both a year alone and a wrong one."""
    assert all(1990 <= year <= 2100 for year in years_in(text))
    assert date_of(text) is None or date_of(text).year
    assert not (odd_year(f"（{text}）年度") and years_in(f"（{text}）年度") and text.isdigit())


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("青禾县财政局2024年度项目支出绩效目标", Stage.APPROVED),
        ("青禾县财政局2024年度项目支出绩效目标申报表", Stage.DECLARED),
        ("青禾县财政局2024年预算调整项目支出绩效目标", Stage.ADJUSTED),
        ("青禾县财政局2024年度项目支出绩效目标（调整后）", Stage.ADJUSTED),
        ("2024年农业产业结构调整资金绩效目标表", Stage.APPROVED),
    ],
)
def test_the_stage_that_a_title_says(title: str, stage: Stage) -> None:
    """Only an adjusted budget or target is of the highest stage; a project's name may hold the word."""
    assert stage == stage_of(title)
