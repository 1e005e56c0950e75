"""One thing set beside another by its price: 比石桥贵, 便宜这么多, 哪个贵."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

PAPER = "青禾县2024年度乡镇项目支出绩效目标"


@pytest.fixture
def bot(store: Store) -> Conversation:
    """Two towns that have the same matter, for different amounts."""
    targets = [
        makers.target("公厕管护", unit=unit, yuan=yuan, table=n, document=PAPER)
        for n, (unit, yuan) in enumerate((("柳渡镇人民政府", "90000"), ("石桥镇人民政府", "65000")), 1)
    ]
    makers.load(store, makers.statement(*targets, document=PAPER))
    return conversation_of(store)


@pytest.mark.parametrize(
    "question",
    [
        "为什么柳渡的公厕管护比石桥贵",
        "为啥柳渡的公厕管护比石桥贵这么多",
        "柳渡的公厕管护比石桥便宜吗",
        "柳渡的公厕管护比石桥贵多少",
        "怎么柳渡的公厕管护比石桥给得多",
        "柳渡的公厕管护比石桥高不少",
        "柳渡和石桥的公厕管护哪个贵",
    ],
)
def test_what_is_dearer_has_more(bot: Conversation, question: str) -> None:
    """Both amounts are told, and the difference."""
    reply = answer(bot, question)

    assert "多 2.5 万元" in reply
    assert "9 万元" in reply
    assert "6.5 万元" in reply
