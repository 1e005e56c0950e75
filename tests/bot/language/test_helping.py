"""Questions about the bot itself, in dialects."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Mark
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "question",
    [
        "你会搞啥子",
        "你能干啥",
        "你都会做些什么",
        "你能帮我搞么子",
        "你是弄啥的",
        "您能帮我们查点什么",
        "你晓得些啥子",
        "你有啥用",
        "介绍一下你自己",
        "你咋个用",
        "能在你这里查些啥",
        "能问些什么",
        "能问点啥",
        "都能问哪些东西",
        "可以问什么问题",
        "我该怎么问",
        "能问些什么 我眼睛花打字慢",
    ],
)
def test_help(read: Read, question: str) -> None:
    """What the bot can do is asked in many ways."""
    said = read(question)

    assert Mark.HELP in said.marks()
    assert said.leftovers == ()


@pytest.mark.parametrize(
    "question", ["财政局能做哪些项目", "今年能干哪些事", "财政局会搞啥子", "你能查哪些单位", "你知道今年多少钱", "你看目标是什么"]
)
def test_no_help(read: Read, question: str) -> None:
    """What is asked of others, or of the tables, is no such question."""
    assert Mark.HELP not in read(question).marks()
