"""A project that is told by what its indicators hold, and words that tell which project rather than which of its lines."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests.bot import countryside
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    countryside.fill(memory)
    return Talk(conversation_of(memory))


@pytest.mark.parametrize("question", ["新增残疾人厕位的那个项目多少钱", "新增残疾人厕位的项目今年多少", "新增残疾人厕位的钱多少"])
def test_the_project_that_has_the_line(talk: Talk, question: str) -> None:
    """Before “的项目” an indicator's name tells whose money is asked for; the reply says by what it was found."""
    reply = talk.asks(question)

    assert "answer" == reply.kind
    assert reply.text.startswith("预算安排")
    assert "改建" in reply.text.split("\n")[0]
    assert "只算指标里有“新增残疾人厕位”的项目。" in reply.text


@pytest.mark.parametrize("question", ["旱厕改建多少", "旱厕改建今年多少", "戏台演出多少"])
def test_a_deed_that_the_project_is_called_by(talk: Talk, question: str) -> None:
    """多少 behind the name of a project asks for its money, though the name ends with a verb."""
    assert talk.asks(question).text.startswith("预算安排")
