"""The middle term (中期), which forms of some years have and newer ones have not."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from store.model import Goal, Horizon
from tests import makers
from tests.bot.conftest import answer

OLD, NEW = "青禾县水利局2023年度项目支出绩效目标", "青禾县水利局2024年度项目支出绩效目标"
WORDS = "三年内建成防洪体系"


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A project whose form of 2023 has a middle term, and whose form of 2024 has none."""
    money = {"mid_term/total": "900000", "annual/fiscal": "300000"}
    indicators = [
        makers.indicator("新建堤防长度", value, number=value[:-2], unit="公里", horizon=horizon, document=OLD, row=8 + row)
        for row, (value, horizon) in enumerate([("30公里", Horizon.MID_TERM), ("10公里", Horizon.ANNUAL)])
    ]
    old = makers.target(
        "堤防加固", unit="青禾县水利局", year=2023, yuan="300000", amounts=money, indicators=indicators, document=OLD
    )
    goal = Goal(horizon=Horizon.MID_TERM, text=WORDS, source=makers.source(WORDS, document=OLD, row=9))
    old = old.model_copy(update={"goals": (*old.goals, goal)})
    new = makers.target("堤防加固", unit="青禾县水利局", yuan="350000", goal="完成年度加固任务", document=NEW)
    for target, document in ((old, OLD), (new, NEW)):
        makers.load(memory, makers.statement(target, document=document, publisher="青禾县水利局"))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("堤防加固中期资金总额", "90 万元"),
        ("堤防加固的中期总额多少", "90 万元"),
        ("堤防加固总盘子多少，不是今年这一年的", "90 万元"),
        ("堤防加固一共多少，不光是今年", "90 万元"),
        ("堤防加固中期目标是什么", WORDS),
        ("堤防加固中期新建堤防多少公里", "30公里"),
        ("堤防加固的中期指标有哪些", "30公里"),
    ],
)
def test_the_newest_year_that_has_a_middle_term(bot: Conversation, question: str, said: str) -> None:
    """Where no year is named, the middle term is that of the newest form that has one; its year and the newer form are named."""
    reply = answer(bot, question)

    assert said in reply
    assert "2023年" in reply
    assert "2024年的表上没有中期这一栏。" in reply


@pytest.mark.parametrize("question", ["堤防加固2024年中期资金总额", "堤防加固今年的中期资金总额"])
def test_a_year_that_is_named(bot: Conversation, question: str) -> None:
    """A year that is named is never replaced by another."""
    reply = answer(bot, question)

    assert "表上没有“中期资金总额”一栏" in reply
    assert "90" not in reply


def test_the_annual_money_is_of_the_newest_year(bot: Conversation) -> None:
    """What is not of the middle term stays with the newest form."""
    assert "35 万元" in answer(bot, "堤防加固多少钱")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("堤防加固2023年的中期总额和年度总额", ("90 万元", "30 万元")),
        ("堤防加固今年的钱和去年的目标一起给我", ("35 万元", "2023年年度目标")),
        ("堤防加固2023年的中期目标和2024年的预算", (WORDS, "35 万元")),
        ("堤防加固2024年的目标，2023年多少钱", ("完成年度加固任务", "30 万元")),
        ("堤防加固2023年多少钱，新建多少公里", ("30 万元", "10公里")),
        ("堤防加固2023年和2024年的钱和目标", ("30 万元", "35 万元", "完成年度加固任务", "保障工作开展")),
    ],
)
def test_two_questions_in_one_breath(bot: Conversation, question: str, said: tuple[str, ...]) -> None:
    """Each year or term goes with the field that it is said with; two years with two fields without a pairing mean all four."""
    reply = answer(bot, question)

    assert [words for words in said if words not in reply] == []


def test_a_field_keeps_to_its_year(bot: Conversation) -> None:
    """What is asked of one year is not answered for the other."""
    reply = answer(bot, "堤防加固今年的钱和去年的目标")

    assert "30 万元" not in reply
    assert "完成年度加固任务" not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("泵站改造三年一共多少钱", "中期资金总额（预算安排） 90 万元"),
        ("泵站改造两年总盘子多大", "中期资金总额（预算安排） 90 万元"),
        ("泵站改造这三年一共多少", "中期资金总额（预算安排） 90 万元"),
        ("泵站改造近三年一共多少", "合计 30 万元：2024年"),
        ("泵站改造今年多少", "预算安排 30 万元"),
        ("堤坝巡查三年一共多少钱", "表上没有“中期资金总额”一栏"),
    ],
)
def test_so_many_years_of_one_form(memory: Store, question: str, said: str) -> None:
    """The years of a project that has a form of one year are its middle term; those that went by are not."""
    money = {"mid_term/total": "900000", "annual/fiscal": "300000"}
    pumps = makers.target("泵站改造", unit="青禾县水利局", yuan="300000", amounts=money)
    patrols = makers.target("堤坝巡查", unit="青禾县水利局", yuan="50000", table=2)
    makers.load(memory, makers.statement(pumps, patrols))

    assert said in answer(conversation_of(memory), question).text


@pytest.mark.parametrize("question", ["今年常年项目几个，中期总额合计多少", "今年常年项目有几个，中期资金总额一共多少"])
def test_a_number_and_the_middle_term(memory: Store, question: str) -> None:
    """Beside the number of projects it is the middle term that is added up, where that is asked for."""
    made = [
        makers.target(name, unit="青禾县水利局", yuan="300000", amounts=money, attribute="常年项目", table=number)
        for number, (name, money) in enumerate(
            [("泵站改造", {"mid_term/total": "900000"}), ("堤坝巡查", {"mid_term/total": "500000"}), ("水质监测", {})], 1
        )
    ]
    makers.load(memory, makers.statement(*made))
    reply = answer(conversation_of(memory), question)

    assert "共 3 个项目" in reply
    assert "中期资金总额（预算安排）合计 140 万元" in reply
    assert "另有 1 个项目没有填“中期资金总额”或读不出，没有计入。" in reply
    assert "合计 90 万元" not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("哪些项目有中期指标", "有中期绩效指标的项目有 1 个"),
        ("有中期满意度指标的项目有哪些", "有中期满意度指标的项目有 1 个"),
        ("几个项目带中期指标", "有中期绩效指标的项目有 1 个"),
        ("几个项目带中期目标", "有“中期目标”的项目有 1 个"),
        ("有中期数量指标的项目有哪些", "没有一个项目有中期数量指标"),
        ("堤防加固2024年中期指标有哪些", "没有填中期绩效指标"),
        ("堤防加固2024年中期数量指标", "没有填中期数量指标"),
    ],
)
def test_which_forms_have_lines_of_the_middle_term(bot: Conversation, question: str, said: str) -> None:
    """Lines of the middle term are no goals of it; that those are missing is not said of the lines of the year."""
    reply = answer(bot, question)

    assert said in reply, reply
