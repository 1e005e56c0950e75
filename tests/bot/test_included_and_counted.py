"""Units that are counted where they are included: “教育系统（含两个小学）” counts them, and not all that is asked about."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A bureau and the two offices of it at reservoirs, with a project each."""
    units = ("青禾县水利局", "青禾县北山水库管理所", "青禾县南溪水库管理所")
    targets = [
        makers.target(f"工程{name}", unit=unit, yuan="100000", table=table, department="青禾县水利局", code="109")
        for table, (unit, name) in enumerate(zip(units, ("巡查", "观测", "清淤"), strict=True), 1)
    ]
    makers.load(memory, makers.statement(*targets))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("水利系统（含两个水库所）今年几个项目", "3 个项目"),
        ("水利系统包括两个水库所一共多少钱", "30 万元"),
        ("水利局，连两个水库管理所在内，今年一共多少", "30 万元"),
    ],
)
def test_included(chat: Chat, asked: str, told: str) -> None:
    """The number is that of the units which are called so."""
    reply = chat.says(asked)

    assert reply.kind == "answer", reply.text
    assert told in reply


def test_others_included(chat: Chat) -> None:
    """Where there are not as many, something else is meant."""
    assert chat.says("水利系统（含四个水库所）今年几个项目").kind != "answer"
