"""What was not done, or is there every year, is in no form as such: no figure is told for it."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    for year in (2022, 2023, 2024):
        document = f"青禾县能源局{year}年度项目支出绩效目标"
        line = makers.indicator(
            "建成充电站", "9座", number="9", unit="座", level1="产出指标", level2="数量指标", document=document
        )
        target = makers.target(
            "充电站建设补助", unit="青禾县能源局", year=year, yuan="1800000", document=document, indicators=(line,)
        )
        makers.load(memory, makers.statement(target, document=document))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize("question", ["没建成的充电站有几座", "未完成的充电站几座", "没发的补助有几个"])
def test_what_was_not_done(talk: Talk, question: str) -> None:
    """The number that is to be built is none of those that were not."""
    assert "9座" not in talk.asks(question).text


def test_what_is_to_be_done(talk: Talk) -> None:
    """That number itself is told."""
    assert "9座" in talk.asks("充电站建几座").text


@pytest.mark.parametrize("question", ["年年都有的项目", "每年都有的项目有哪些", "三年都有的项目"])
def test_every_year(talk: Talk, question: str) -> None:
    """Of more than two years it is answered or asked back, and never fails."""
    assert talk.asks(question).kind in ("answer", "clarify", "not_found")
