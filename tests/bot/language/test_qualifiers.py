"""Qualifiers that no target table can satisfy, and counts of things."""

from collections.abc import Callable

import pytest

from bot.language.meanings import MeasureSaid
from bot.language.unanswerable import QualifierSaid, Unanswerable
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("上半年多少钱", Unanswerable.PART_OF_YEAR),
        ("第一季度多少钱", Unanswerable.PART_OF_YEAR),
        ("3月多少钱", Unanswerable.PART_OF_YEAR),
        ("３月份多少钱", Unanswerable.PART_OF_YEAR),
        ("十二月多少钱", Unanswerable.PART_OF_YEAR),
        ("本月多少钱", Unanswerable.PART_OF_YEAR),
        ("人均多少钱", Unanswerable.PER_HEAD),
        ("户均多少钱", Unanswerable.PER_HEAD),
        ("哪个村最多", Unanswerable.VILLAGE),
        ("各村分别多少", Unanswerable.VILLAGE),
        ("每个行政村多少钱", Unanswerable.VILLAGE),
        *((q, Unanswerable.VILLAGE) for q in ("哪个社区最多", "各社区分别多少钱", "哪个社区的网格员补贴最多")),
        ("上级资金多少", Unanswerable.FUNDER),
        *(
            (q, Unanswerable.FUNDER)
            for q in ("省里给教育局下达了多少", "上面拨给水务局多少", "中央补助养老院多少", "上级给路灯改造的补助是多少")
        ),
        ("上面给的钱是多少", Unanswerable.FUNDER),
        ("省里的钱有多少", Unanswerable.FUNDER),
        ("中央补助资金一共多少", Unanswerable.FUNDER),
        ("县级配套多少", Unanswerable.FUNDER),
        ("县配", Unanswerable.FUNDER),
        ("专项债券资金多少", Unanswerable.FUNDER),
        *(
            (q, Unanswerable.FUNDER)
            for q in (
                "贷款多少",
                "银行贷款有多少钱",
                "上级给钱了吗",
                "省里出不出钱",
                "县里掏多少",
                "市里给交通局拨了多少",
                "彩票公益金多少",
            )
        ),
    ],
)
def test_a_limit_that_the_tables_do_not_know(read: Read, question: str, kind: Unanswerable) -> None:
    """Parts of a year and figures per head are recognised, so that the reply can name them."""
    assert [QualifierSaid(kind)] == read(question).meanings(QualifierSaid)


@pytest.mark.parametrize(
    "question",
    [
        "3月底前完成",
        "6月前完成",
        "全年多少钱",
        "月饼多少钱",
        "人口多少",
        "一季的",
        "财政资金多少",
        "贷款多少笔",
        "捐赠多少件",
        "小额贷款贴息多少",
        "县里给教育局安排了多少",
        "上级单位是谁",
        "资金多少",
        "配套设施建设",
        "哪个社区卫生服务中心最多",
    ],
)
def test_what_limits_nothing(read: Read, question: str) -> None:
    """A deadline within an indicator and words that only begin so are no such limit."""
    assert [] == read(question).meanings(QualifierSaid)


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("多少人", "人"),
        ("几台", "台"),
        ("有多少亩", "亩"),
        ("多少公里", "公里"),
        ("多长", "米"),
        ("多少人次", "人次"),
        ("幾臺", "台"),
    ],
)
def test_a_count_of_things(read: Read, question: str, unit: str) -> None:
    """An indicator asked for by how it is counted; the longer unit wins."""
    assert [MeasureSaid(unit)] == read(question).meanings(MeasureSaid)


@pytest.mark.parametrize("question", ["多少钱", "多少", "几个项目", "多大金额", "几个钱"])
def test_money_is_not_counted_in_pieces(read: Read, question: str) -> None:
    """Money, projects and a bare 多少 are no counts of things."""
    assert [] == read(question).meanings(MeasureSaid)
