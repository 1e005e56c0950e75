"""The list of intents: exactly one claims a question, and its own examples prove that it answers."""

from collections.abc import Callable

import pytest

from bot.answer import Intent
from bot.app import INTENTS
from bot.conversation import Conversation
from tests.bot.conftest import NOON, Reply

Asks = Callable[[str], Reply]
EXAMPLES = [(intent, question) for intent in INTENTS for question in intent.examples]
COUNTEREXAMPLES = [(intent, question) for intent in INTENTS for question in intent.counterexamples]
QUESTIONS = sorted({question for _, question in EXAMPLES + COUNTEREXAMPLES})


def _named(value: object) -> str | None:
    return value.name if isinstance(value, Intent) else None


def _claiming(bot: Conversation, question: str) -> set[str]:
    """The intents that answer a question: one for each field that it asks for."""
    return {intent.name for intent in bot.intents_of(bot.understood(question, NOON.date()))}


@pytest.mark.parametrize(("intent", "question"), EXAMPLES, ids=_named)
def test_an_example_is_claimed_by_its_own_intent(bundled_bot: Conversation, intent: Intent, question: str) -> None:
    """What an intent shows as its example is its own, and nobody else's."""
    assert {intent.name} == _claiming(bundled_bot, question)


@pytest.mark.parametrize(("intent", "question"), COUNTEREXAMPLES, ids=_named)
def test_a_counterexample_is_claimed_by_another(bundled_bot: Conversation, intent: Intent, question: str) -> None:
    """What an intent shows as not its own has an owner, and it is another."""
    claiming = _claiming(bundled_bot, question)

    assert len(claiming) == 1
    assert intent.name not in claiming


@pytest.mark.parametrize("question", QUESTIONS)
def test_exactly_one_intent_claims_each(bundled_bot: Conversation, question: str) -> None:
    """Two claimants of one question would answer by chance."""
    understood = bundled_bot.understood(question, NOON.date())

    assert len([i.name for i in INTENTS if i.claims(understood)]) == 1


@pytest.mark.parametrize(("intent", "question"), EXAMPLES, ids=_named)
def test_an_example_is_answered(asks: Asks, intent: Intent, question: str) -> None:
    """Every example works over the bundled document: an answer with a source, or for talk what the bot can do."""
    reply = asks(question)

    if intent.name == "talk":
        assert reply.kind == "out_of_scope"
    else:
        assert reply.kind == "answer"
        assert "未用到" not in reply
        assert intent.name == "coverage" or "来源：《" in reply


def test_names_and_titles_are_each_once() -> None:
    """Help, docs and explain tell intents apart by name and by title."""
    assert len({i.name for i in INTENTS}) == len({i.title for i in INTENTS}) == len(INTENTS)


@pytest.mark.parametrize("intent", INTENTS, ids=_named)
def test_an_intent_shows_examples_and_counterexamples(intent: Intent) -> None:
    """Without both nobody sees where an intent begins and ends."""
    assert intent.examples
    assert intent.counterexamples


def test_help_shows_only_what_works(asks: Asks) -> None:
    """Each question that help suggests is answered."""
    suggested = [line.split("：", 1)[1] for line in asks("你能干啥").text.split("\n") if line.startswith("· ")]

    assert suggested
    assert {"answer"} == {asks(question).kind for line in suggested for question in line.split("；")}
