"""What is said of the last answer as a whole."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A path with a goal and a line, and two projects of another unit."""
    line = makers.indicator("维修步道长度", "3.6公里", number="3.6")
    targets = (
        makers.target("步道维修", unit="青禾县文旅局", yuan="310000", goal="维修步道，方便游客。", indicators=(line,)),
        makers.target("路灯电费", unit="青禾县城管局", yuan="50000", table=2),
        makers.target("公厕保洁", unit="青禾县城管局", yuan="70000", table=3),
    )
    makers.load(memory, makers.statement(*targets))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize("question", ["再说一遍", "你确定？", "真的吗", "没看清", "重新说一下吧", "请再报一遍"])
def test_again(talk: Talk, question: str) -> None:
    """The last answer, with its source."""
    told = talk.says("步道维修多少钱").text

    assert talk.says(question).text == told


@pytest.mark.parametrize("question", ["详细点", "具体呢", "能不能说得详细一点", "展开说说", "再详细些"])
def test_more_of_one_project(talk: Talk, question: str) -> None:
    """Its money, goal and lines."""
    talk.says("步道维修多少钱")

    reply = talk.says(question).text

    assert "31 万元" in reply
    assert "方便游客" in reply
    assert "3.6公里" in reply


@pytest.mark.parametrize("question", ["列一下", "详细点", "列个清单", "都列出来"])
def test_more_of_a_sum(talk: Talk, question: str) -> None:
    """The projects that were added up."""
    talk.says("城管局今年一共多少")

    reply = talk.says(question).text

    assert "路灯电费" in reply
    assert "公厕保洁" in reply
    assert "步道维修" not in reply


@pytest.mark.parametrize("question", ["再说一遍", "你确定", "详细点"])
@pytest.mark.parametrize("before", ["", "步道维修灯光多少钱", "今天天气怎么样"])
def test_of_no_answer(talk: Talk, before: str, question: str) -> None:
    """Where nothing was answered there is nothing to tell again: no figure of what was refused, nor of what came before it."""
    if before:
        talk.says("步道维修多少钱")
        talk.says(before)

    assert "万元" not in talk.says(question).text
