"""After a project that several units have one of these units is meant by a part of its name."""

from datetime import date

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

TREASURY, FINANCE, FOREST = "青禾县国库集中收付中心", "青禾县财政局", "青禾县东山林场"
DOCUMENTS = {year: f"青禾县{year}年度项目支出绩效目标" for year in (2023, 2024)}


@pytest.fixture
def talk(memory: Store) -> Talk:
    for year, much in ((2023, 1), (2024, 2)):
        common = {"year": year, "document": DOCUMENTS[year]}
        targets = [
            makers.target("工作经费", unit=FINANCE, yuan=f"{much}80000", table=1, **common),
            makers.target("工作经费", unit=TREASURY, yuan=f"{much}90000", table=2, **common),
            makers.target("工作经费", unit=FOREST, yuan=f"{much}70000", table=3, **common),
            makers.target(
                f"国库电子支付系统（{'一' if much == 1 else '二'}期）", unit=TREASURY, yuan="460000", table=4, **common
            ),
            makers.target("林场防火", unit=FINANCE, yuan="330000", table=5, **common),
        ]
        makers.load(memory, makers.statement(*targets, document=DOCUMENTS[year], published=date(year, 2, 1)))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("said", "unit", "amount"),
    [
        ("国库那个", TREASURY, "19 万元"),
        ("国库的", TREASURY, "19 万元"),
        ("国库呢", TREASURY, "19 万元"),
        ("国库的多少", TREASURY, "19 万元"),
        ("林场那个呢", FOREST, "17 万元"),
        ("财政局自己的呢", FINANCE, "18 万元"),
    ],
)
def test_a_part_of_a_unit(talk: Talk, said: str, unit: str, amount: str) -> None:
    """It is that unit's, of the project and the year that were spoken of, though another project is called so too."""
    talk.says("2023年的工作经费")
    reply = talk.says(said)

    assert f"预算安排 {amount}：{unit}「工作经费」2023年" in reply.text


def test_one_after_the_other(talk: Talk) -> None:
    """After one of them another is meant as well."""
    talk.says("2023年的工作经费")
    talk.says("林场那个")

    assert f"19 万元：{TREASURY}「工作经费」2023年" in talk.says("国库的").text


def test_a_project_of_its_own(talk: Talk) -> None:
    """What is said by more than a part of a unit is that project."""
    talk.says("2024年的工作经费")

    assert "国库电子支付系统" in talk.says("国库电子支付系统呢").text
    assert "「工作经费」" not in talk.says("国库电子支付二期多少钱").text


@pytest.mark.parametrize("listed", ["人民医院和二院", "人民医院、二院", "二院和人民医院", "人民医院跟第二医院"])
def test_a_short_name_listed_beside_one_that_shares_more(memory: Store, listed: str) -> None:
    """二院 is 第二人民医院, though 人民医院 beside it says more of that name."""
    units = enumerate(("青禾县人民医院", "青禾县第二人民医院"), 1)
    makers.load(memory, makers.statement(*(makers.target("设备购置", unit=u, yuan=f"{n}0000", table=n) for n, u in units)))
    reply = Talk(conversation_of(memory)).asks(f"{listed}的设备购置各多少")

    assert "青禾县人民医院 1 万元" in reply.text
    assert "青禾县第二人民医院 2 万元" in reply.text


@pytest.mark.parametrize(("question", "said"), [("园区管委会有哪些项目", "招商推介"), ("园区管委会一共多少钱", "50 万元")])
def test_a_word_that_begins_a_project_too(memory: Store, question: str, said: str) -> None:
    """园区 of “园区管委会” belongs to the unit, and tells none of its projects."""
    targets = [
        makers.target(name, unit="青禾产业园管理委员会", yuan=yuan, table=n)
        for n, (name, yuan) in enumerate((("园区道路维修", "200000"), ("招商推介", "300000")), 1)
    ]
    makers.load(memory, makers.statement(*targets))

    assert said in Talk(conversation_of(memory)).says(question).text
