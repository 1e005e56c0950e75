"""Projects for some people: what the forms say of them, and not the projects of a unit that is called after them."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer

UNION, CIVIL = "青禾县残疾人联合会", "青禾县民政局"


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A union of the disabled, and what another bureau does for them."""
    made = [
        makers.target("办公设备购置", unit=UNION, yuan="30000", goal="更换办公电脑。"),
        makers.target("护理补贴", unit=CIVIL, yuan="560000", goal="向重度残疾人发放护理补贴。", table=2),
    ]
    makers.load(memory, makers.statement(*made))
    return conversation_of(memory)


@pytest.mark.parametrize("question", ["有哪些项目是给残疾人的", "给残疾人的项目有哪些", "哪些项目是为残疾人安排的"])
def test_what_is_for_them(bot: Conversation, question: str) -> None:
    """Their union's own equipment is none of it."""
    reply = answer(bot, question)

    assert "护理补贴" in reply
    assert "办公设备购置" not in reply


@pytest.mark.parametrize("question", ["残疾人联合会有哪些项目", "给残疾人联合会的项目有哪些", "残联的项目有哪些"])
def test_the_union_itself(bot: Conversation, question: str) -> None:
    """Said as a unit it is one, also behind 给."""
    reply = answer(bot, question)

    assert "办公设备购置" in reply
    assert "护理补贴" not in reply


@pytest.mark.parametrize("question", ["营养餐覆盖多少学生", "营养餐有多少学生", "营养餐惠及多少名学生", "营养餐多少钱|多少学生"])
def test_people_are_counted(memory: Store, question: str) -> None:
    """“多少学生” asks for the line that counts them, and names no project that is called after them."""
    line = makers.indicator("受益学生人数", "6480人", number="6480", unit="人", level1="产出指标", level2="数量指标")
    made = [
        makers.target("农村营养餐配套", unit="青禾县教育局", yuan="2590000", indicators=[line]),
        makers.target("学生实习补助", unit="青禾县职业学校", yuan="360000", table=2),
    ]
    makers.load(memory, makers.statement(*made))
    chat = Chat(conversation_of(memory))
    for turn in question.split("|"):
        reply = chat.says(turn)

    assert reply.text.startswith("6480人"), reply.text
