"""Projects of one name that several units have."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

PAPER = "青禾县2024年度项目支出绩效目标"


@pytest.fixture
def bot(store: Store) -> Conversation:
    """A name that two towns have, one that a single town has; the year before none was shared."""
    old = "青禾县2023年度项目支出绩效目标"
    makers.load(store, makers.statement(makers.target("河长巡河", unit="柳渡镇人民政府", year=2023, document=old), document=old))
    targets = [
        makers.target("河长巡河", unit="柳渡镇人民政府", yuan="70000", document=PAPER),
        makers.target("河长巡河", unit="石桥镇人民政府", yuan="80000", table=2, document=PAPER),
        makers.target("村道管护", unit="石桥镇人民政府", yuan="60000", table=3, document=PAPER),
    ]
    makers.load(store, makers.statement(*targets, document=PAPER))
    return conversation_of(store)


@pytest.mark.parametrize(
    "question", ["有没有重名的项目", "哪些项目名字一样", "2024年有同名的项目吗", "几个项目的名称是相同的", "乡镇有哪些项目重名", "哪些项目好几个单位都有", "两个镇都有的项目", "每个镇都有的项目"]
)
def test_whose_they_are(bot: Conversation, question: str) -> None:
    """The name is told with its units, and no amount."""
    reply = answer(bot, question)

    assert "「河长巡河」：柳渡镇人民政府、石桥镇人民政府" in reply
    assert "村道管护" not in reply
    assert "万元" not in reply


def test_none_is_shared(bot: Conversation) -> None:
    """Where no name is shared that is the answer."""
    assert "没有两个单位的项目同名" in answer(bot, "2023年有没有重名的项目")
    assert "没有一个项目是 3 个单位都有的" in answer(bot, "三个单位都有的项目")


@pytest.mark.parametrize("question", ["柳渡镇的河长巡河和石桥镇的一样多吗", "河长巡河的项目名称是什么"])
def test_other_questions(bot: Conversation, question: str) -> None:
    """Amounts that are alike, and a name that is asked for, are other questions."""
    assert "几个单位都有" not in answer(bot, question)
