"""Sides that a question sets against each other: a unit beside a project, amounts that are told of both, both of a list, the middle terms."""

from datetime import date

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

WATER, CANAL, SHRINE, FINANCE = "青禾县水务局", "东山灌区管理所", "青禾县文物局", "青禾县财政局"
OLD, NEW = "青禾县2023年度项目支出绩效目标", "青禾县2024年度项目支出绩效目标"


@pytest.fixture
def talk(memory: Store) -> Talk:
    old = (
        makers.target(
            "农村供水工程", unit=WATER, year=2023, yuan="800000", amounts={"mid_term/total": "2600000"}, document=OLD, table=1
        ),
        makers.target(
            "渠道衬砌", unit=CANAL, year=2023, yuan="900000", amounts={"mid_term/total": "4800000"}, document=OLD, table=2
        ),
    )
    new = (
        makers.target("农村供水工程", unit=WATER, yuan="920000", document=NEW, table=1),
        makers.target("渠道衬砌", unit=CANAL, yuan="1345000", document=NEW, table=2),
        makers.target("工作经费", unit=SHRINE, yuan="70000", document=NEW, table=3),
        makers.target("古塔维修", unit=SHRINE, yuan="330000", document=NEW, table=4),
        makers.target("工作经费", unit=FINANCE, yuan="200000", document=NEW, table=5),
    )
    for year, targets, document in ((2023, old, OLD), (2024, new, NEW)):
        makers.load(memory, makers.statement(*targets, document=document, publisher="青禾县", published=date(year, 2, 1)))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    [
        "为啥东山灌区比农村供水多那么多",
        "东山灌区管理所比农村供水工程多多少",
        "农村供水比东山灌区少多少",
        "东山灌区和农村供水哪个多",
    ],
)
def test_a_unit_beside_a_project(talk: Talk, question: str) -> None:
    """Of the unit its only project is meant, and named."""
    reply = talk.asks(question).text

    assert "42.5 万元（本系统相减）" in reply
    assert "渠道衬砌" in reply


def test_a_unit_of_several_projects(talk: Talk) -> None:
    """Where it has several, none is picked."""
    assert "answer" != talk.asks("文物局比农村供水工程多多少").kind


@pytest.mark.parametrize(
    "question",
    [
        "文物局工作经费怎么才七万，财政局二十万，凭什么",
        "文物局工作经费7万，财政局20万，为啥差这么多",
        "为什么文物局工作经费7万财政局20万",
    ],
)
def test_why_the_one_has_less(talk: Talk, question: str) -> None:
    """The difference is told, and that no reason is; what was told rightly of both serves."""
    reply = talk.asks(question).text

    assert "少 13 万元" in reply
    assert "原因文件没有写" in reply
    assert "未用到" not in reply


def test_what_was_told_wrongly(talk: Talk) -> None:
    """An amount that neither has is named as unused."""
    assert "未用到：“8万”" in talk.asks("为什么文物局工作经费8万财政局20万").text


@pytest.mark.parametrize(
    "question",
    [
        "中期资金总额：渠道衬砌与农村供水工程各多少，差多少",
        "渠道衬砌和农村供水工程中期差多少",
        "渠道衬砌中期比农村供水工程多多少",
    ],
)
def test_middle_terms_of_an_older_year(talk: Talk, question: str) -> None:
    """The newest forms have no middle term: those of the last that have are compared."""
    reply = talk.asks(question).text

    assert all(amount in reply for amount in ("480 万元", "260 万元", "220 万元")), reply
    assert "2024年的表上没有中期这一栏" in reply


@pytest.mark.parametrize("said", ["那两个加起来", "这两个合计", "两个项目一共多少", "这俩一共"])
def test_both_of_a_list(talk: Talk, said: str) -> None:
    """After the first of a list of two both of the list are meant."""
    talk.says("文物局2024年有哪些项目")
    talk.says("第一个多少钱")

    assert "40 万元" in talk.says(said).text


def test_other_than_the_list(talk: Talk) -> None:
    """Of another number than the list holds nothing is added up."""
    talk.says("文物局2024年有哪些项目")
    talk.says("第一个多少钱")

    assert "clarify" == talk.says("那三个加起来").kind


def test_the_sum_of_several_siblings(memory: Store) -> None:
    """After one project of three towns, one town after the other, “加起来” is that of all three."""
    towns = ("柳渡镇人民政府", "石桥镇人民政府", "云峰乡人民政府", "望江街道办事处")
    targets = [makers.target("村级运转经费", unit=unit, yuan=f"{n}0000", table=n) for n, unit in enumerate(towns, 1)]
    makers.load(memory, makers.statement(*targets))
    talk = Talk(conversation_of(memory))
    for said in ("村级运转经费", "柳渡那个", "石桥呢", "云峰的"):
        talk.says(said)

    assert "合计 6 万元" in talk.says("加起来").text


@pytest.mark.parametrize("question", ["凭啥财政局比文物局多 工作经费的", "财政局比文物局多吗 工作经费"])
def test_more_before_a_space(talk: Talk, question: str) -> None:
    """What is compared may stand behind."""
    assert "13 万元" in talk.asks(question).text


def test_the_sum_of_two_siblings(talk: Talk) -> None:
    """“合计” after one project of a unit and another is that of both; after one alone it is its own."""
    talk.says("文物局2024年有哪些项目")
    talk.says("第一个多少钱")

    assert "7 万元" in talk.says("合计").text or "33 万元" in talk.says("合计").text
    talk.says("第二个呢")

    assert "40 万元" in talk.says("合计").text


@pytest.mark.parametrize("question", ["水务局减去文物局差多少", "今年水务局减去文物局差多少"])
def test_what_is_subtracted_is_set_beside(talk: Talk, question: str) -> None:
    """“甲减去乙差多少” tells how far two are apart in one year, and no two years without 乙."""
    reply = talk.says(question).text

    assert "52 万元" in reply
    assert "不含" not in reply


def test_together_is_no_measure(talk: Talk) -> None:
    """“连下属一起多少” is a sum, and no price of an 起."""
    reply = talk.says("文物局连下属一起多少").text

    assert "40 万元" in reply
    assert "没有这样印" not in reply
