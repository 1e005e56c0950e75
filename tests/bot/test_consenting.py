"""对, 是的, 就是它, 都不是: what is said to what was offered."""

import pytest

from tests.bot.conftest import Chat
from tests.bot.honesty import amounts

ONE, SEVERAL = "望江街道2023年有哪些项目", "2022年水务局有哪些项目"  # what is offered instead


@pytest.mark.parametrize("said", ["不是", "都不是", "不对", "不是这个", "没有我要的", "都不对", "不是这些"])
def test_declined(bureaus: Chat, said: str) -> None:
    """It is said so, with what else can be done, and no figure."""
    bureaus.says(SEVERAL)
    reply = bureaus.says(said)

    assert reply.kind == "clarify", reply.text
    assert not amounts(reply.text)
    assert "直接说" in reply.text


@pytest.mark.parametrize(
    "said", ["对", "是的", "嗯", "就是它", "没错", "对的", "是", "就是这个", "对对对", "好的", "要", "可以", "行，就这个"]
)
def test_accepted(bureaus: Chat, said: str) -> None:
    """Of one that was offered it is taken."""
    asked = bureaus.says(ONE)
    assert len(asked.choices) == 1, asked.text
    reply = bureaus.says(said)

    assert reply.kind == "answer", reply.text


@pytest.mark.parametrize("said", ["对", "是的", "嗯", "就是它", "没错"])
def test_after_several(bureaus: Chat, said: str) -> None:
    """Of several it is asked which."""
    asked = bureaus.says(SEVERAL)
    reply = bureaus.says(said)

    assert len(asked.choices) > 1, asked.text
    assert reply.kind == "clarify", reply.text
    assert not amounts(reply.text)
    assert "1. " in reply.text


@pytest.mark.parametrize("said", ["对", "嗯", "是的", "没错"])
def test_after_an_answer(bureaus: Chat, said: str) -> None:
    """After an answer it is thanks: nothing is told anew, and what was spoken of stays."""
    bureaus.says("审计业务费多少")
    reply = bureaus.says(said)

    assert not amounts(reply.text)
    assert "我答不了" not in reply.text
    assert "35 万元" in bureaus.says("去年呢")
