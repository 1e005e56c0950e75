"""The money beside each project of a list is the one that is asked for."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

HOME, LIBRARY = "青禾县福利院", "青禾县图书馆"


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A home whose forms all say what the middle term is, and a library of which one does."""
    made = [
        makers.target("伙食补助", unit=HOME, yuan="540000", amounts={"mid_term/total": "1650000"}),
        makers.target("适老改造", unit=HOME, yuan="400000", amounts={"mid_term/total": "900000"}, table=2),
        makers.target("图书购置", unit=LIBRARY, yuan="300000", amounts={"mid_term/total": "800000"}, table=3),
        makers.target("开放补助", unit=LIBRARY, yuan="210000", table=4),
    ]
    makers.load(memory, makers.statement(*made))
    return conversation_of(memory)


def test_the_middle_term_of_each(bot: Conversation) -> None:
    """Not the annual amounts above a sum of the middle term."""
    reply = answer(bot, "福利院两个项目中期")

    assert "165 万元" in reply
    assert "90 万元" in reply
    assert "合计 255 万元" in reply
    assert "54 万元" not in reply.text


def test_one_that_has_none(bot: Conversation) -> None:
    """It is said to be blank, and its annual amount does not stand for it."""
    reply = answer(bot, "图书馆各项目中期")

    assert "80 万元" in reply
    assert "21 万元" not in reply.text


def test_the_annual_amount_of_each(bot: Conversation) -> None:
    """Where no other money is said."""
    reply = answer(bot, "福利院有哪些项目")

    assert "54 万元" in reply
    assert "165" not in reply.text
