"""Indicators, money and execution asked for in everyday words."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from store.model import Indicator
from tests import makers
from tests.bot.conftest import answer

TOWN, SCHOOL = "柳渡镇人民政府", "青禾县第三中学"


def _line(name: str, value: str, row: int) -> Indicator:
    return makers.indicator(name, value, level1="产出指标", level2="数量指标", row=row)


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A project with a frequency and a rate per head, one with an area and its price, one with two kinds of money."""
    cleaning = [_line("垃圾收运频次", "每周3次", 7), _line("保洁员工资标准", "1.8万元/人·年", 8), _line("抽查批次", "40批次", 9)]
    painting = [_line("粉刷面积", "5200平方米", 7), _line("粉刷单价", "≤30元/平方米", 8), _line("漏水报修响应时间", "≤2小时", 9)]
    kinds = {"annual/fiscal": "100000", "annual/other": "56000"}
    targets = [
        makers.target("村庄保洁经费", unit=TOWN, yuan="360000", indicators=cleaning),
        makers.target("校舍粉刷", unit=SCHOOL, yuan="156000", amounts=kinds, goal="粉刷教学楼三栋", indicators=painting, table=2),
    ]
    makers.load(memory, makers.statement(*targets))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("村庄保洁经费要抽查多少批次", "40批次"),
        ("柳渡镇垃圾多久收运一次", "每周3次"),
        ("柳渡镇保洁垃圾多久收运一次", "每周3次"),
        ("村庄保洁经费的保洁员一个人一年多少钱", "1.8万元/人·年"),
        ("柳渡镇保洁员人均工资标准多少", "1.8万元/人·年"),
        ("校舍粉刷多少平方", "5200平方米"),
        ("校舍粉刷多少钱，刷多少平方？", "15.6 万元"),
        ("校舍粉刷漏水报修多久响应", "≤2小时"),
        ("校舍粉刷一平方多少钱", "≤30元/平方米"),
        ("校舍粉刷粉刷多少平方，单价多少", "≤30元/平方米"),
        ("校舍粉刷要干成啥样", "粉刷教学楼三栋"),
        ("校舍粉刷都是财政的钱吗", "5.6 万元"),
    ],
)
def test_what_is_asked_in_everyday_words(bot: Conversation, question: str, said: str) -> None:
    """An indicator by what it is counted in, how often, for whom; the goal; all kinds of money that are stated."""
    reply = answer(bot, question)

    assert reply.kind == "answer"
    assert said in reply


def test_a_rate_is_a_fact(bot: Conversation) -> None:
    """The money of a rate (元/人) is a fact with its source, as every amount of a reply."""
    (fact,) = answer(bot, "村庄保洁经费的保洁员一个人一年多少钱").facts

    assert (fact["yuan"], fact["value"]) == ("18000.00", "1.8万元/人·年")


@pytest.mark.parametrize(
    "question",
    ["校舍粉刷多少万人", "第三中学人均多少钱", "人均多少钱"],
)
def test_no_figure_is_put_in_its_place(bot: Conversation, question: str) -> None:
    """Where nothing that is named has a figure per head, none is given."""
    reply = answer(bot, question)

    assert reply.kind in ("clarify", "not_found")
    assert [fact for fact in reply.facts if fact["yuan"]] == []


@pytest.mark.parametrize("question", ["校舍粉刷一户多少钱", "校舍粉刷人均多少钱", "校舍粉刷一个人多少钱"])
def test_no_rate_is_worked_out(bot: Conversation, question: str) -> None:
    """Where the form of a project prints no figure per head, its total is told as that, and that it prints none."""
    reply = answer(bot, question)

    assert "文件没有这样印，不做除法" in reply.text
    assert ["total"] == [fact["field"] for fact in reply.facts if fact["yuan"] and fact["field"] != "indicator"]
    assert not any("op" in fact for fact in reply.facts)


@pytest.mark.parametrize(
    ("question", "said", "why"),
    [
        ("校舍粉刷的钱花完了没有", "预算安排 15.6 万元", "没有支出数"),
        ("校舍粉刷到账了吗", "要看青禾县第三中学「校舍粉刷」", "没有支出数"),
        ("村庄保洁经费实际抽查了多少批次", "40批次", "没有实际完成数"),
    ],
)
def test_what_became_of_it(bot: Conversation, question: str, said: str, why: str) -> None:
    """What was spent or done is not in the tables, which is said; what was planned stands beside it."""
    reply = answer(bot, question)

    assert said in reply
    assert why in reply
