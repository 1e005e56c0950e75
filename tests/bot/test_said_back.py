"""What staff say back to a reply: that another figure is right, that something else was meant, and which other unit they mean."""

from datetime import date

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

FINANCE, LIUDU, SHIQIAO, XIAHE = "青禾县财政局", "柳渡镇人民政府", "石桥镇人民政府", "下河乡人民政府"
DOCUMENTS = {year: f"青禾县{year}年度项目支出绩效目标" for year in (2022, 2023, 2024)}
CLEANING = {LIUDU: (120000, 130000, 15), SHIQIAO: (90000, 80000, 12), XIAHE: (70000, 70000, 9)}


@pytest.fixture
def talk(memory: Store) -> Talk:
    for year, document in DOCUMENTS.items():
        common = {"year": year, "document": document}
        targets = [
            makers.target("网络运维", unit=FINANCE, yuan=str(250000 + 10000 * (year - 2022)), goal="保障网络畅通", **common),
        ]
        if year > 2022:
            for table, (unit, (before, after, people)) in enumerate(CLEANING.items(), 2):
                cleaners = makers.indicator("聘用保洁员", f"{people}人", level1="产出指标", level2="数量指标", document=document)
                yuan = str(after if year == 2024 else before)
                targets.append(makers.target("村庄保洁经费", unit=unit, yuan=yuan, table=table, indicators=[cleaners], **common))
            targets.append(makers.target("河道清淤", unit=LIUDU, yuan="50000", table=6, **common))
        makers.load(memory, makers.statement(*targets, document=document, published=date(year, 2, 1)))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    [
        "网络运维今年不是26吧，我记得是26.5",
        "网络运维今年应该是26.5吧",
        "网络运维不是26.5吗",
        "网络运维我记得是26.5啊",
        "文件上网络运维写的是26.5吧",
        "网络运维怎么不是26.5",
        "网络运维今年是26.5还是25.5来着",
    ],
)
def test_a_figure_without_its_unit(talk: Talk, question: str) -> None:
    """A bare figure that somebody holds to be right is held against the budget, in 万元 as replies write it."""
    reply = talk.says(question)

    assert "answer" == reply.kind
    assert reply.text.startswith("27 万元，")
    assert "不是26.5万" in reply.text


@pytest.mark.parametrize(
    "said", ["不对吧，文件上是26.5", "可我们报的是26.5", "你确定吗，不是26.5吗", "批复上写的26.5", "没错吧，我记得给了26.5"]
)
def test_a_figure_said_back(talk: Talk, said: str) -> None:
    """After an amount it is held against that one."""
    talk.says("网络运维多少")

    assert "27 万元，不是26.5万：青禾县财政局「网络运维」2024年" in talk.says(said).text


@pytest.mark.parametrize(
    "said",
    ["不是，我问的是22年的", "不是，前年的", "不，是2022年的", "不对，我说的是22年的", "错了，我要的是前年的", "no，2022年"],
)
def test_another_year_was_meant(talk: Talk, said: str) -> None:
    """What follows 不是 and the like is what was meant, and the figure that was told is not disputed."""
    talk.says("网络运维多少")
    reply = talk.says(said)

    assert "预算安排 25 万元：青禾县财政局「网络运维」2022年" in reply.text
    assert "不改数" not in reply.text
    assert "未用到" not in reply.text


def test_something_else_of_it_was_meant(talk: Talk) -> None:
    """“不对，问的是目标” asks for the goal, and disputes nothing."""
    talk.says("网络运维多少")
    reply = talk.says("不对，问的是目标")

    assert "保障网络畅通" in reply.text
    assert "不改数" not in reply.text


@pytest.mark.parametrize("said", ["问的是几个人，不是总额", "我问的不是钱，是聘几个人", "不是钱，问的是聘几个人"])
def test_a_figure_and_no_money_was_meant(talk: Talk, said: str) -> None:
    """What is denied before or behind it is passed over."""
    talk.says("柳渡镇村庄保洁经费多少")

    assert f"15人：{LIUDU}「村庄保洁经费」2024年" in talk.says(said).text


def test_what_doubled(talk: Talk) -> None:
    """Of those that moved only what has twice as much is told: here nothing."""
    reply = talk.asks("今年哪些项目比去年翻倍了")

    assert reply.text.startswith("一个也没有：")


@pytest.mark.parametrize("said", ["另一个乡呢", "另外那个乡呢", "别的乡呢"])
def test_the_other_unit(talk: Talk, said: str) -> None:
    """Of the units that have what was spoken of, the others of that kind; the same line of their forms is told."""
    talk.says("村庄保洁经费多少")
    talk.says("柳渡镇的")
    talk.says("聘几个人")

    assert f"9人：{XIAHE}「村庄保洁经费」2024年" in talk.says(said).text


def test_the_other_units(talk: Talk) -> None:
    """“其他两家” are the other units that have the project, and not the unit's other projects."""
    talk.says("柳渡镇村庄保洁经费多少")
    reply = talk.says("其他两家呢")

    assert "8 万元" in reply.text
    assert "7 万元" in reply.text
    assert "河道清淤" not in reply.text


def test_nobody_else_has_it(talk: Talk) -> None:
    """Where no other unit has the project no sum of all else is told."""
    talk.says("河道清淤多少")
    reply = talk.says("另一个镇呢")

    assert "not_found" == reply.kind
    assert [] == [fact for fact in reply.facts if fact.get("yuan")]


@pytest.mark.parametrize(
    ("question", "moved", "others"),
    [
        ("村庄保洁经费今年哪个镇涨了", LIUDU, (SHIQIAO, XIAHE)),
        ("村庄保洁经费今年谁降了", SHIQIAO, (LIUDU, XIAHE)),
        ("村庄保洁经费哪个单位减了", SHIQIAO, (LIUDU, XIAHE)),
        ("今年村庄保洁经费哪些单位没变", XIAHE, (LIUDU, SHIQIAO)),
        ("村庄保洁经费今年比去年哪家涨得最多", LIUDU, (SHIQIAO, XIAHE)),
    ],
)
def test_whose_money_moved(talk: Talk, question: str, moved: str, others: tuple[str, ...]) -> None:
    """Of the units that have one project those are told whose amount moved so, and no others."""
    reply = talk.says(question)

    assert moved in reply.text
    assert "「村庄保洁经费」" in reply.text
    assert not any(unit in reply.text for unit in others)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("24比22涨了百分之几", "增长 8%"),
        ("24年比22年多多少", "多 2 万元"),
        ("24跟23差多少", "多 1 万元"),
        ("22到24合计", "合计 78 万元"),
    ],
)
def test_two_digits_that_are_years(talk: Talk, question: str, said: str) -> None:
    """Two digits set beside two others are years, and no choices of those that were offered."""
    talk.says("网络运维24年多少")

    assert said in talk.says(question).text


@pytest.mark.parametrize("question", ["网络运维前年到今年一共多少", "网络运维从2022到现在总共多少", "网络运维从前年到今年合计"])
def test_every_year_from_one_to_another(talk: Talk, question: str) -> None:
    """A sum from one year to another has those between them."""
    assert "合计 78 万元" in talk.says(question).text
