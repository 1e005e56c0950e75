"""A project that a unit does not have is said not to be there, and its own are offered without figures."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    targets = (
        makers.target("网络运维", unit="青禾县财政局", yuan="300000"),
        makers.target("绩效评价服务", unit="青禾县财政局", yuan="420000", table=2),
        makers.target("古塔抢险加固", unit="青禾县文物局", yuan="640000", goal="抢险加固古塔。", table=3),
    )
    makers.load(memory, makers.statement(*targets))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    "words", ["办公楼装修", "办公室搬迁", "执法车辆采购", "地铁站台改造", "职工食堂扩建", "就业见习补贴", "能源审计经费"]
)
def test_no_such_project(talk: Talk, words: str) -> None:
    """The whole words are named, the unit with them, and what it has is offered."""
    reply = talk.asks(f"财政局{words}多少钱")

    assert "not_found" == reply.kind
    assert f"“{words}”：青禾县财政局的表里没有这样的项目" in reply.text
    assert "网络运维" in reply.text
    assert () == reply.facts


@pytest.mark.parametrize("question", ["水库除险加固多少钱", "县医院危房抢修加固今年多少"])
def test_only_a_deed_stands(talk: Talk, question: str) -> None:
    """That something else is 加固 tells nothing of it."""
    reply = talk.asks(question)

    assert "not_found" == reply.kind
    assert () == reply.facts


@pytest.mark.parametrize("question", ["财政局上半年多少钱", "财政局人均多少钱", "财政局美元多少"])
def test_what_limits(talk: Talk, question: str) -> None:
    """A part of the year is no project."""
    assert "没有这样的项目" not in talk.asks(question).text
