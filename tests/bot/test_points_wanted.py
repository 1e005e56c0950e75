"""“得分要多少” of a project whose form wants points, where no self-evaluation is loaded."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A project whose form wants points, and one whose form does not."""
    points = makers.indicator("清扫考核得分", "≥85分", level2="质量指标", row=9)
    makers.load(memory, makers.statement(makers.target("街面清扫", indicators=(points,)), makers.target("路灯电费", table=2)))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize("words", ["得分要多少", "自评得分呢", "自评得分多少"])
def test_those_of_the_form(chat: Chat, words: str) -> None:
    """The form's own are told as what it wants, and it is said that it holds none that were reached."""
    chat.says("街面清扫多少钱")
    reply = chat.says(words)

    assert reply.kind == "answer"
    assert "“清扫考核得分” ≥85分" in reply
    assert "没有完成情况和得分" in reply


def test_a_form_that_wants_none(chat: Chat) -> None:
    """It is said that there is no self-evaluation; another project's points are not told."""
    reply = chat.says("路灯电费自评得分多少")

    assert reply.kind == "not_found"
    assert "85" not in reply


def test_what_became_of_it(chat: Chat) -> None:
    """Points are told where points are asked for, and nowhere else."""
    reply = chat.says("街面清扫完成情况")

    assert reply.kind == "not_found"
    assert "85" not in reply
