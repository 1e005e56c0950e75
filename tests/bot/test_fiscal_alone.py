"""“全是财政拨款的项目”: forms that have no other money filled in; where that cannot be followed, no figure is told over it."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """One project with 财政拨款 alone, one with money carried over as well, and one with other money."""
    kinds = {
        "堤防加固": {"annual/fiscal": "350000"},
        "河道保洁": {"annual/fiscal": "300000", "annual/carryover": "50000"},
        "渠道清淤": {"annual/fiscal": "200000", "annual/other": "150000"},
    }
    targets = [
        makers.target(project, unit="青禾县水利局", yuan="350000", amounts=amounts, table=table)
        for table, (project, amounts) in enumerate(kinds.items(), 1)
    ]
    makers.load(memory, makers.statement(*targets))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    ["全是财政拨款的项目有哪些", "只有财政拨款的项目几个", "哪些项目全是财政资金的", "水利局都是财政的钱的项目有哪些"],
)
def test_no_other_money(chat: Chat, question: str) -> None:
    """The one is listed, and what limits the list is said."""
    reply = chat.says(question)

    assert "没填“上年结转”、没填“其他资金”的项目有 1 个" in reply, reply.text
    assert "「堤防加固」" in reply
    assert "「河道保洁」" not in reply


def test_a_sum_of_these(chat: Chat) -> None:
    """A sum that would be of all projects is not told."""
    reply = chat.says("全是财政拨款的项目一共多少钱")

    assert "还不会算" in reply
    assert "万元" not in reply


def test_of_one_project(chat: Chat) -> None:
    """Of one that is named it is told what its money is made of."""
    assert "上年结转 5 万元" in chat.says("河道保洁全是财政拨款吗")
