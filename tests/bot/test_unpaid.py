"""Whether money has come to people, what was spent of all, and whom to ask: no table tells it, and no figure is given as if one did."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    targets = (
        makers.target("高龄津贴", unit="青禾县民政局", yuan="3100000"),
        makers.target("优待抚恤补助", unit="青禾县退役军人事务局", yuan="4680000", table=2),
    )
    makers.load(memory, makers.statement(*targets))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize("question", ["我的救助金为什么还没到账，你们管不管", "低保金怎么还没发", "补偿款啥时候打到卡上"])
def test_of_nothing_that_is_loaded(talk: Talk, question: str) -> None:
    """It is refused, and said why."""
    reply = talk.asks(question)

    assert "out_of_scope" == reply.kind
    assert "没有发放和到账记录" in reply.text
    assert () == reply.facts


@pytest.mark.parametrize(
    "question", ["高龄津贴怎么还没发", "我爸的高龄津贴咋还没到账", "高龄津贴啥时候打到卡上", "高龄津贴发没发"]
)
def test_of_a_project(talk: Talk, question: str) -> None:
    """Of a project that is loaded the budget is told, and that it is no spending."""
    reply = talk.asks(question).text

    assert "预算安排 310 万元" in reply
    assert "没有支出数" in reply


@pytest.mark.parametrize(
    "question",
    ["各项目执行率", "全县执行率多少", "2024年各项目预算执行率汇总", "预算执行情况", "各单位支出进度", "各单位执行率多少"],
)
def test_what_was_spent_of_all(talk: Talk, question: str) -> None:
    """Where no self-evaluation is loaded it is not asked back which project is meant."""
    reply = talk.asks(question)

    assert "not_found" == reply.kind
    assert "执行" in reply.text
    assert () == reply.facts


@pytest.mark.parametrize(
    "question", ["抚恤金找谁办", "高龄津贴去哪里领", "这事该找哪个部门解决", "能不能给我批点钱", "给我们加点经费吧"]
)
def test_whom_to_ask(talk: Talk, question: str) -> None:
    """Who gives it, and orders to give more, are no question for it."""
    assert "out_of_scope" == talk.asks(question).kind
