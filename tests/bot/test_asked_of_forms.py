"""What a form lacks or reads, what came and went, units below one, one of what a line counts, and all that a word may mean."""

from datetime import date

import pytest

from bot.app import conversation_of
from store.database import Store
from store.model import Finding, Severity
from tests import makers
from tests.bot.written import Talk

FARM, STATION, CENTRE, TEAM = "青禾县农业农村局", "青禾县农技推广站", "青禾县畜牧服务中心", "青禾县渔政大队"
DOCUMENTS = {year: f"青禾县{year}年度项目支出绩效目标" for year in (2023, 2024)}


def _lines(document: str, *lines: tuple[str, str, str]) -> list[makers.Indicator]:
    return [
        makers.indicator(name, value, level1="产出指标", level2=level, document=document, row=7 + row)
        for row, (name, value, level) in enumerate(lines)
    ]


@pytest.fixture
def talk(memory: Store) -> Talk:
    for year, document in DOCUMENTS.items():
        common = {"year": year, "document": document}
        below = {**common, "department": FARM} if year == 2023 else common
        fire = _lines(document, ("扑火队员", "45人", "数量指标"), ("队伍作用", "定性", "质量指标"))
        grid = _lines(document, ("人均月补贴", "900元", "成本指标"), ("队伍稳定", "明显", "质量指标"))
        straw = _lines(document, ("示范农户", "40户", "数量指标"), ("农户户均增收", "≥800元", "经济效益指标"))
        targets = [
            makers.target("森林防火经费", unit=FARM, yuan="300000", indicators=fire, goal="组建扑火队伍。", **common),
            makers.target("护林员补贴", unit=FARM, yuan="86400", indicators=grid, table=2, **common),
            makers.target("良种推广", unit=STATION, yuan="60000", table=3, **below),
            makers.target("动物防疫", unit=CENTRE, yuan="80000", table=4, **below),
            makers.target("渔船检查", unit=TEAM, yuan="50000", goal="接入公安平台。", table=5, **below),
            makers.target("妇女病筛查", unit=CENTRE, yuan="30000", table=7, **below),
            makers.target("口蹄疫筛查补助", unit=CENTRE, yuan="20000", table=8, **below),
            makers.target(
                "秸秆还田" if year == 2024 else "沼气池改造",
                unit=FARM,
                yuan="120000",
                amounts={"annual/fiscal": "100000", "annual/other": "20000"},
                indicators=straw,
                table=6,
                **common,
            ),
        ]
        blank = Finding(rule="period-blank", severity=Severity.REMARK, place="第1张表", message="“项目期”没有填。")
        found = [blank.about(targets[0])]
        makers.load(memory, makers.statement(*targets, document=document, published=date(year, 2, 1)), findings=found)
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    [
        "森林防火那张表缺什么",
        "森林防火的表漏了啥没填",
        "森林防火这份表填全了没有",
        "森林防火的绩效目标还差哪些没填",
        "森林防火那个表少填了什么",
        "森林防火的表有没有空着的",
        "森林防火的表哪里没填",
        "森林防火的表都填完整了吗",
    ],
)
def test_what_a_form_lacks(talk: Talk, question: str) -> None:
    """Whatever words ask for what is not filled in, the form's findings are told, and not where its amount stands."""
    reply = talk.asks(question)

    assert "“项目期”没有填" in reply.text
    assert "原文“" not in reply.text


@pytest.fixture
def platform(memory: Store) -> Talk:
    """Two units, one of which runs a platform that 181 others are joined to."""
    lines = _lines(DOCUMENTS[2024], ("接入预算单位", "181家", "数量指标"))
    both = (
        makers.target("监控平台运维", unit=FARM, yuan="100000", indicators=lines, document=DOCUMENTS[2024]),
        makers.target("良种推广", unit=STATION, yuan="200000", table=2, document=DOCUMENTS[2024]),
    )
    makers.load(memory, makers.statement(*both, document=DOCUMENTS[2024]))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    [
        "2024年有表的单位是多少家",
        "2024年有几家单位编了绩效目标",
        "2024年报了项目的单位有几家",
        "2024年交了目标表的有几家单位",
        "2024年有多少单位填了绩效目标表",
        "单位一共多少家",
    ],
)
def test_how_many_units_there_are_forms_of(platform: Talk, question: str) -> None:
    """The units are counted, whatever a form counts as units."""
    reply = platform.asks(question).text

    assert "有 2 个单位" in reply
    assert "181" not in reply


@pytest.mark.parametrize("question", ["有几家单位接入平台", "监控平台接入单位多少家"])
def test_units_that_a_form_counts(platform: Talk, question: str) -> None:
    """What a form counts is told where its words are said."""
    assert "181家" in platform.asks(question).text


@pytest.mark.parametrize(
    "question", ["农技推广站2024年管哪几件事，名字和钱", "农技推广站2024年办几件事", "农技推广站2024年要做哪些件事"]
)
def test_what_a_unit_does(talk: Talk, question: str) -> None:
    """Its matters are its projects."""
    reply = talk.asks(question).text

    assert "良种推广" in reply
    assert "6 万元" in reply


@pytest.mark.parametrize(
    "question", ["2024年收了多少个项目", "2024年你这儿收了多少个项目", "2024年系统里录了几个项目", "2024年收进来多少个项目"]
)
def test_how_many_projects_are_held(talk: Talk, question: str) -> None:
    """Words for being in the store limit nothing."""
    assert "共 8 个项目" in talk.asks(question).text


@pytest.mark.parametrize(
    "question",
    ["有没有指标值只写“定性”两个字的", "哪些指标值光写了个定性", "指标值就填了“定性”二字的有哪些", "哪些表的指标值只写定性"],
)
def test_values_that_read_just_so(talk: Talk, question: str) -> None:
    """Only the lines whose value is just that word, and not every line without a figure."""
    reply = talk.asks(question)

    assert "“队伍作用”" in reply.text
    assert "明显" not in reply.text


def test_no_value_reads_so(talk: Talk) -> None:
    """Where none does, it is said of the word, and not that all values are figures."""
    reply = talk.asks("哪些指标值只写了“良好”")

    assert "not_found" == reply.kind
    assert "没有一条指标的值写的是“良好”" in reply.text


@pytest.mark.parametrize("question", ["哪个指标是定性的", "哪些指标没量化"])
def test_values_without_a_figure_stay_all_of_them(talk: Talk, question: str) -> None:
    """“是定性的” is no word that stands in the form."""
    assert "明显" in talk.asks(question).text


@pytest.mark.parametrize(
    "question",
    [
        "农业农村局今年比去年多了什么项目少了什么项目",
        "农业农村局今年多了啥少了啥",
        "农业农村局今年新增和取消的项目各有哪些",
        "农业农村局今年砍了哪些、新增了哪些",
        "农业农村局2024年比2023年少了哪些又多了哪些",
    ],
)
def test_what_came_and_what_went(talk: Talk, question: str) -> None:
    """Both are told where both are asked for."""
    reply = talk.asks(question)

    assert "秸秆还田" in reply.text
    assert "沼气池改造" in reply.text


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("农业农村局下面的站和中心今年一共多少", "19 万元"),
        ("农业农村局下面今年一共多少", "24 万元"),
        ("农业农村局加上下面的站和中心今年一共多少", "69.64 万元"),
        ("农业农村局和它下面的站、中心、大队今年总共多少", "74.64 万元"),
        ("农业农村局连下属单位今年一共多少", "74.64 万元"),
    ],
)
def test_kinds_of_units_below_one(talk: Talk, question: str, amount: str) -> None:
    """Just the kinds that are said, with the unit above them where it is said with them."""
    assert f"合计 {amount}" in talk.asks(question).text


@pytest.mark.parametrize(
    "question", ["农技推广站归哪个部门管", "农技推广站的主管部门", "畜牧服务中心主管部门是谁", "渔政大队是哪个部门下面的"]
)
def test_a_department_of_older_forms(talk: Talk, question: str) -> None:
    """Where the forms of this year do not say it, an older form of the unit does, with its year."""
    reply = talk.asks(question)

    assert FARM in reply.text
    assert "2023年" in reply.text


@pytest.mark.parametrize("question", ["扑火队员一人多少钱", "一个扑火队员一年多少钱", "农业农村局扑火队员一个人多少钱"])
def test_money_for_one_of_those_that_a_line_counts(talk: Talk, question: str) -> None:
    """What is printed of it is told, and nothing is divided."""
    reply = talk.asks(question)

    assert "不做除法" in reply.text
    assert "预算安排 30 万元" in reply.text
    assert "0.6" not in reply.text


def test_what_comes_of_it_is_no_price(talk: Talk) -> None:
    """“户均增收” is what a household gains, and not what it is given."""
    reply = talk.asks("秸秆还田一户补多少")

    assert "800" not in reply.text
    assert "“示范农户” 40户" in reply.text


def test_a_price_of_a_month_for_a_year(talk: Talk) -> None:
    """It is told with the word that it is that of a month."""
    reply = talk.asks("一个护林员一年补多少")

    assert reply.text.startswith("900元：")
    assert "是按月的" in reply.text


@pytest.mark.parametrize("question", ["秸秆还田的钱都是财政给的吗", "秸秆还田是不是全由财政拨的", "秸秆还田全部是财政出的吧"])
def test_whether_all_of_it_is_fiscal(talk: Talk, question: str) -> None:
    """The other money is told as well."""
    reply = talk.asks(question)

    assert "财政拨款 10 万元" in reply.text
    assert "其他资金 2 万元" in reply.text


@pytest.mark.parametrize(
    "question", ["森林防火都要买什么东西", "森林防火要干些啥活", "森林防火主要做哪些事", "森林防火要储备哪些物资"]
)
def test_what_it_is_for(talk: Talk, question: str) -> None:
    """What a project is to buy or do is its goal."""
    assert "“组建扑火队伍。”" in talk.asks(question).text


def test_money_of_all_that_is_called_so(talk: Talk) -> None:
    """“筛查的钱” is that of every project that is called so, whichever name ends with the word."""
    reply = talk.asks("筛查的钱今年多少")

    assert "妇女病筛查" in reply.text
    assert "口蹄疫筛查补助" in reply.text


def test_a_unit_that_is_not_there(talk: Talk) -> None:
    """A unit's name is no description of what some form tells of."""
    assert "not_found" == talk.asks("公安局的项目查得到吗").kind
