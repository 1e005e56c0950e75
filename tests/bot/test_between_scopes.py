"""“差多少” after what a unit has with those below it, and what it has itself: the one less the other."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

BUREAU, STATION = "青禾县水务局", "青禾县水务局灌溉站"


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A bureau with a station below it, in two years."""
    for year in (2023, 2024):
        more, document = year - 2023, f"{year}年表"
        made = [
            makers.target(
                "渠道维修", unit=BUREAU, department=BUREAU, code="305", yuan=f"{50 + more}0000", year=year, document=document
            ),
            makers.target(
                "闸门更换", unit=STATION, department=STATION, code="305002", yuan="300000", year=year, document=document, table=2
            ),
        ]
        makers.load(memory, makers.statement(*made, document=document))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    "turns",
    [
        ("水务局含下属一共多少", "不含呢", "差多少"),
        ("水务局本级多少", "含下属呢", "相差多少"),
        ("水务局一共多少", "两者差多少"),
    ],
)
def test_what_those_below_it_have(chat: Chat, turns: tuple[str, ...]) -> None:
    """Neither two years nor two projects are compared."""
    reply = [chat.says(turn) for turn in turns][-1]

    assert reply.text.startswith("相差 30 万元"), reply.text
    assert "2023" not in reply.text


def test_between_years_where_no_scopes_were_told(chat: Chat) -> None:
    """After one figure it is asked of another year."""
    chat.says("水务局本级多少")

    assert "多 1 万元" in chat.says("比去年差多少").text
