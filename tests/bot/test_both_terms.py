"""Both terms of a form (中期, 年度) asked in one message: of a unit's projects, of their sums, of what comes first."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

BUREAU = "青禾县水利局"
TOWN = "柳渡镇人民政府"


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """Two projects of a bureau whose forms have a middle term, and one of a town whose form has none."""
    rows = (
        ("堤防加固", BUREAU, "300000", {"mid_term/total": "900000", "annual/carryover": "50000"}),
        ("水库巡查", BUREAU, "400000", {"mid_term/total": "600000"}),
        ("河道保洁", TOWN, "350000", {}),
    )
    targets = [
        makers.target(project, unit=unit, yuan=yuan, amounts=amounts, table=number)
        for number, (project, unit, yuan, amounts) in enumerate(rows, 1)
    ]
    makers.load(memory, makers.statement(*targets))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("水利局各项目中期和年度总额分别多少", ["「堤防加固」 90 万元", "「水库巡查」 60 万元", "「堤防加固」 30 万元"]),
        ("水利局中期总额 年度总额各多少", ["合计 150 万元", "合计 70 万元"]),
        ("中期和年度有啥区别，就拿堤防加固2024年来说各是多少", ["中期比年度多 60 万元", "90 万元", "30 万元"]),
        ("堤防加固2024年中期总额和年度总额有什么区别", ["中期比年度多 60 万元"]),
        ("水利局中期和年度一共多少", ["合计 150 万元", "合计 70 万元"]),
        ("水利局中期平均多少，年度平均多少", ["平均每个项目 75 万元", "平均每个项目 35 万元"]),
        ("中期和年度总额最高的项目", ["最多的是青禾县水利局「堤防加固」：90 万元", "最多的是青禾县水利局「水库巡查」：40 万元"]),
        ("堤防加固中期和年度总额分别多少", ["中期资金总额（预算安排） 90 万元", "预算安排 30 万元"]),
        ("堤防加固今年多少中期多少，目标是什么", ["30 万元", "中期资金总额（预算安排） 90 万元", "年度目标"]),
        ("堤防加固总额多少，中期多少", ["30 万元", "中期资金总额（预算安排） 90 万元"]),
        ("堤防加固中期资金总额是多少，其中今年多少", ["中期资金总额（预算安排） 90 万元", "预算安排 30 万元"]),
        ("水利局今年中期一共 年度一共 差多少", ["合计中期比年度多 80 万元", "中期资金总额 150 万元，年度资金总额 70 万元"]),
    ],
)
def test_neither_is_dropped(bot: Conversation, question: str, said: list[str]) -> None:
    """Each is answered: by itself, or beside the other where they are compared."""
    reply = answer(bot, question)

    assert reply.kind == "answer", reply.text
    assert [] == [words for words in said if words not in reply], reply.text


def test_a_kind_of_money_in_a_list_with_them(bot: Conversation) -> None:
    """It is of neither term, and no figure of either stands in its place."""
    reply = answer(bot, "堤防加固中期、年度、结转各多少")

    assert reply.kind != "answer"
    assert "“结转”" in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("水利局各项目总额分别多少", "「水库巡查」 40 万元"),
        ("水利局各项目一共多少钱", "合计 70 万元"),
        ("堤防加固中期和年度差多少", "中期比年度多 60 万元（本系统相减）：青禾县水利局「堤防加固」"),
    ],
)
def test_one_term(bot: Conversation, question: str, said: str) -> None:
    """What is printed of each project is listed, what is added up is a sum, and one form needs none."""
    assert said in answer(bot, question)


@pytest.fixture
def two_years(memory: Store) -> Conversation:
    """A project whose form of 2023 has a middle term, and whose form of 2024 has none but says what the older one does not."""
    old = makers.target("堤防加固", unit=BUREAU, year=2023, yuan="300000", amounts={"mid_term/total": "900000"})
    new = makers.target("堤防加固", unit=BUREAU, yuan="400000", attribute="应急类项目")
    for one in (old, new):
        document = f"青禾县水利局{one.year}年度项目支出绩效目标"
        makers.load(memory, makers.statement(one, document=document, publisher=BUREAU))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("今年中期总额最高的项目", ("2024年的文件里，写有中期资金总额的一个也没有", "2023年有，要看回 1")),
        ("2023年表里写有应急类的项目多少钱", ("2023年的文件里", "应急类")),
    ],
)
def test_none_of_a_year_is_said_of_that_year(two_years: Conversation, question: str, said: tuple[str, ...]) -> None:
    """No other year is said to have none, and the one that has it is offered."""
    reply = answer(two_years, question)

    assert reply.kind == "not_found", reply.text
    assert [] == [words for words in said if words not in reply], reply.text
    assert "2023、2024年的文件" not in reply
