"""Short questions after one project's money, and after a unit's two projects."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A port with money of two kinds, a library with two projects, and the bureau of finance."""
    paid = makers.indicator("补贴发放时间", "每学期结束前", level1="产出指标", level2="时效指标")
    targets = (
        makers.target(
            "航道疏浚", unit="青禾县渔港站", yuan="3500000", amounts={"annual/fiscal": "2000000", "annual/other": "1500000"}
        ),
        makers.target("书房运行", unit="青禾县图书馆", yuan="620000", table=2),
        makers.target("古籍修复", unit="青禾县图书馆", yuan="95000", table=3),
        makers.target("评审服务费", unit="青禾县财政局", yuan="330000", table=4),
        makers.target("渡船补贴", unit="青禾县教育局", yuan="210000", table=5, indicators=(paid,)),
    )
    makers.load(memory, makers.statement(*targets))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize("question", ["财政的", "财政的呢", "那财政出的是多少", "其中财政那部分"])
def test_what_the_finance_gives(talk: Talk, question: str) -> None:
    """It is a kind of the project's money, and not the bureau's projects."""
    talk.says("航道疏浚今年多少")

    reply = talk.says(question).text

    assert "200 万元" in reply
    assert "评审服务费" not in reply


@pytest.mark.parametrize(
    "question", ["剩下是什么钱", "那差的150万是什么钱", "差的150万在哪", "差的是什么钱", "剩余部分哪来的", "其余是什么资金"]
)
def test_the_rest_of_it(talk: Talk, question: str) -> None:
    """After one kind of money the rest is told by all of its kinds."""
    talk.says("航道疏浚今年多少")
    talk.says("财政拨款呢")

    reply = talk.says(question).text

    assert "其他资金 150 万元" in reply


def test_between_two_listed(talk: Talk) -> None:
    """“差多少” after a unit's two projects is between these; after their sum it is asked of years."""
    talk.says("图书馆今年两个项目")
    assert "比古籍修复多 52.5 万元" in talk.says("差多少").text

    talk.says("图书馆今年一共多少")
    assert "52.5 万元" not in talk.says("差多少").text


def test_when_it_is_paid(talk: Talk) -> None:
    """When something is paid out is told by its line, and by no year of the project."""
    talk.says("渡船补贴今年多少")

    assert "每学期结束前" in talk.says("什么时候发").text
