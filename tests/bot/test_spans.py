"""Whatever is asked: every character has a role, nothing breaks, and the same question has the same answer."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import Conversation
from bot.reading.roles import Role
from tests.bot.conftest import NOON, Chat, Reply, answer
from tests.bot.questions import BUNDLED, STRANGE, TEXT, questions
from tests.laws import law, proof

KINDS = {"answer", "clarify", "not_found", "out_of_scope"}


def _covered(bot: Conversation, question: str) -> None:
    spans = bot.understood(question, NOON.date()).spans
    edges = [0, *(s.end for s in spans)]

    assert [s.start for s in spans] == edges[:-1]
    assert edges[-1] == len(question)
    assert all(s.start < s.end for s in spans)
    assert all(s.rule for s in spans)


def _same(bot: Conversation, question: str) -> None:
    first = answer(bot, question)

    assert first == answer(bot, question)
    assert first.kind in KINDS
    assert first.text.strip()


@given(TEXT | questions(BUNDLED))
@law(120, shrink=False)
def test_spans_cover_any_question(bundled_bot: Conversation, question: str) -> None:
    """The spans lie side by side from the first character to the last, each with its role and rule."""
    _covered(bundled_bot, question)


@given(TEXT | questions(BUNDLED))
@law(80, shrink=False)
def test_any_question_has_one_reply(bundled_bot: Conversation, question: str) -> None:
    """Nothing that is typed breaks the bot, and asked twice it says the same, facts and all."""
    _same(bundled_bot, question)


@pytest.mark.parametrize("question", STRANGE, ids=lambda q: ascii(q)[:20])
def test_strange_texts(bundled_bot: Conversation, question: str) -> None:
    """Empty, endless and broken texts are questions like others."""
    _covered(bundled_bot, question)
    _same(bundled_bot, question)


@pytest.mark.prove
@given(TEXT | questions(BUNDLED))
@proof(3000)
def test_spans_and_replies_at_length(bundled_bot: Conversation, question: str) -> None:
    """The same laws, over thousands of texts."""
    _covered(bundled_bot, question)
    _same(bundled_bot, question)


@given(st.lists(TEXT | questions(BUNDLED), min_size=2, max_size=4))
@law(20, shrink=False)
def test_any_conversation_goes_on(chat: Chat, said: list[str]) -> None:
    """No order of texts breaks a conversation; said again in another chat, it is answered the same."""
    first, second = (replace(chat, name=f"{number} {said}") for number in (1, 2))

    assert [first.says(text) for text in said] == [second.says(text) for text in said]


def test_what_is_unused_is_named(bundled_bot: Conversation) -> None:
    """A word with the role “unused” stands in the reply."""
    question = "工作经费多少，给玛卡巴卡看"
    spans = bundled_bot.understood(question, NOON.date()).spans
    reply: Reply = answer(bundled_bot, question)

    unused = [question[s.start : s.end] for s in spans if s.role is Role.UNUSED]
    assert unused
    assert all(word in reply for word in unused)
