"""What was offered is chosen by its number, several at once, the last, or all; what was not offered is said so."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    units = ("青禾县文物局", "青禾县城管局", "青禾县水利局")
    wanted = (makers.target("工作经费", unit=unit, yuan=f"{n}0000", table=n) for n, unit in enumerate(units, 1))
    makers.load(memory, makers.statement(*wanted))
    talk = Talk(conversation_of(memory))
    talk.says("工作经费多少")
    return talk


@pytest.mark.parametrize(
    ("said", "has", "lacks"),
    [
        ("1和3", ("文物局 1 万元", "水利局 3 万元", "4 万元"), "城管局"),
        ("2、3", ("城管局 2 万元", "水利局 3 万元"), "文物局"),
        ("最后一个", ("3 万元", "水利局"), "文物局"),
        ("都要", ("文物局 1 万元", "城管局 2 万元", "水利局 3 万元"), "可选"),
    ],
)
def test_several_the_last_and_all(talk: Talk, said: str, has: tuple[str, ...], lacks: str) -> None:
    """Each of them is told, and nothing else."""
    reply = talk.says(said)

    assert all(words in reply.text for words in has), reply.text
    assert lacks not in reply.text


@pytest.mark.parametrize("said", ["第5个", "2和9", "1、2、9", "第四个的目标"])
def test_what_was_not_offered(talk: Talk, said: str) -> None:
    """It is said how many there are, and no figure is given."""
    reply = talk.says(said)

    assert (reply.kind, reply.facts) == ("clarify", ())
    assert "只有 3 个可选" in reply.text
