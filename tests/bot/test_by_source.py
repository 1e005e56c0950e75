"""“应急项目”: what forms have to the letter as their 项目来源 is no word of another project's name."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from store.model import Attribute, Fact
from tests import makers
from tests.bot.conftest import answer


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """航道抢通 comes from “抢险项目”, of which 抢险演练 has a word in its name."""
    source = Fact(field=Attribute.SOURCE, text="抢险项目", source=makers.source("抢险项目", row=4))
    mended = makers.target("航道抢通", unit="青禾县航道站", yuan="600000").model_copy(update={"facts": (source,)})
    drill = makers.target("水上抢险演练", unit="青禾县航道站", yuan="150000", table=2)
    makers.load(memory, makers.statement(mended, drill))
    return conversation_of(memory)


@pytest.mark.parametrize("question", ["抢险项目今年多少", "抢险项目一共多少钱", "今年抢险项目有哪些"])
def test_what_the_form_says_it_comes_from(bot: Conversation, question: str) -> None:
    """The words limit which projects are meant, and that is said."""
    reply = answer(bot, question)

    assert "「航道抢通」" in reply
    assert "表里有“抢险项目”的项目" in reply
    assert "演练" not in reply


@pytest.mark.parametrize(
    ("question", "said"), [("抢险演练多少", "15 万元"), ("抢险演练项目多少", "15 万元"), ("抢通项目多少", "60 万元")]
)
def test_a_name_is_a_name(bot: Conversation, question: str, said: str) -> None:
    """What no form says of where it comes from is a name."""
    assert said in answer(bot, question)


def test_words_that_no_form_has_in_one_piece(memory: Store) -> None:
    """“中央资金的项目” are not the one whose 项目来源 is “中央衔接资金”: who has “中央补助” may be meant as well."""
    source = Fact(field=Attribute.SOURCE, text="中央衔接资金", source=makers.source("中央衔接资金", row=4))
    tea = makers.target("茶园改造", unit="青禾县农业局", yuan="600000").model_copy(update={"facts": (source,)})
    makers.load(memory, makers.statement(tea))
    bot = conversation_of(memory)

    assert "60 万元" not in answer(bot, "中央资金的项目今年有哪些")
    assert "60 万元" in answer(bot, "中央衔接资金的项目今年有哪些")


@pytest.mark.parametrize("question", ["植树补助资金的项目今年多少钱", "植树补助资金的项目多少"])
def test_a_name_of_money_in_pieces(memory: Store, question: str) -> None:
    """A form that has pieces of what some money is called is not the project of that money: it is offered, without its figure."""
    goal = "带动农户植树，对合作社给予补助，用好资金"
    makers.load(memory, makers.statement(makers.target("山地提升", unit="青禾县农业局", yuan="610000", goal=goal)))

    assert "61 万元" not in answer(conversation_of(memory), question)
