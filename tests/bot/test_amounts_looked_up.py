"""Amounts that are looked up: 12.6万是哪个项目哪一年, 18.5这个数; and what is said behind it of what was found."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

OLD, NEW = "青禾县水务局2023年度项目支出绩效目标", "青禾县水务局2024年度项目支出绩效目标"


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Three projects, one of them in two years, and two of equal amounts."""
    old = makers.target("渡口管护", unit="青禾县水务局", year=2023, yuan="126000", document=OLD)
    kept = makers.target("渡口管护", unit="青禾县水务局", yuan="148000", document=NEW)
    other = makers.target("塘坝整治", unit="青禾县水务局", yuan="185000", document=NEW, table=2)
    equal = makers.target("护坡", unit="青禾县水务局", yuan="185000", goal="护坡", document=NEW, table=3)
    makers.load(memory, makers.statement(old, document=OLD))
    makers.load(memory, makers.statement(kept, other, equal, document=NEW))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    [
        "12.6万对应的是哪个项目哪一年",
        "12.6万是哪个项目几年的",
        "12.6这个数是哪个项目的",
        "有一笔12.6万，搞不清是哪个项目",
    ],
)
def test_its_project_and_its_year(chat: Chat, question: str) -> None:
    """What has the amount is told with its year."""
    reply = chat.says(question)

    assert "2023年预算等于12.6万的有 1 个项目" in reply
    assert "「渡口管护」 12.6 万元" in reply


@pytest.mark.parametrize("question", ["18.5这个数今年出现在哪几个项目上", "18.5这个金额今年在哪几个项目上"])
def test_all_that_have_it(chat: Chat, question: str) -> None:
    """All of them are told."""
    reply = chat.says(question)

    assert "「塘坝整治」" in reply
    assert "「护坡」" in reply
    assert "「渡口管护」" not in reply


@pytest.mark.parametrize(("question", "said"), [("今年多少", "14.8 万元"), ("哪个单位的", "青禾县水务局")])
def test_what_was_found_is_spoken_of(chat: Chat, question: str, said: str) -> None:
    """What follows is about the project that was found, whatever amount it has then."""
    chat.says("12.6万是哪个项目的钱")

    assert said in chat.says(question)


def test_several_that_were_found(chat: Chat) -> None:
    """Of several no one is spoken of."""
    chat.says("2024年18.5万是哪个项目")

    assert "14.8" not in chat.says("去年呢")


@pytest.mark.parametrize("question", ["2024年预算最多的项目有几个并列", "今年最多的几个项目并列"])
def test_those_of_equal_amounts(chat: Chat, question: str) -> None:
    """A rank that several share names all of them."""
    reply = chat.says(question)

    assert "「塘坝整治」" in reply
    assert "「护坡」" in reply


@pytest.mark.parametrize("question", ["渡口管护14.8万在哪张表第几行", "渡口管护14.8万在哪张表哪一格"])
def test_where_it_stands(chat: Chat, question: str) -> None:
    """The form and the cell are told."""
    assert "第1张表" in chat.says(question)
