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
        ("水务局含灌溉站", "不含呢", "差多少"),
        ("水务局含灌溉站一共多少", "不含灌溉站呢", "差多少"),
        ("水务局本级", "含灌溉站呢", "差多少"),
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


@pytest.mark.parametrize(
    "turns",
    [
        ("水务局含灌溉站", "不含呢", "差多少"),
        ("水务局本级多少", "含灌溉站呢", "相差多少"),
    ],
)
def test_what_one_of_those_below_it_has(memory: Store, chat: Chat, turns: tuple[str, ...]) -> None:
    """Where others are below it as well, it is the money of the one that was named."""
    school = makers.target("水闸教学", unit=f"{BUREAU}水校", department=f"{BUREAU}水校", code="305003", yuan="70000", year=2024)
    makers.load(memory, makers.statement(school, document="水校表"))
    reply = [chat.says(turn) for turn in turns][-1]

    assert reply.text.startswith("合计 30 万元"), reply.text
    assert "灌溉站" in reply.text
    assert "水校" not in reply.text


@pytest.mark.parametrize("turns", [("水务局含下属一共多少", "去年呢", "差多少"), ("水务局本级一共多少", "去年", "多了多少")])
def test_between_the_years_that_were_told(chat: Chat, turns: tuple[str, ...]) -> None:
    """After the sums of two years, one after the other, it is asked of these."""
    assert "多 1 万元" in [chat.says(turn) for turn in turns][-1].text.replace("少 1 万元", "多 1 万元")
