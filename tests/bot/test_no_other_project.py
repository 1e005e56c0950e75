"""Whether a unit has no other project than those that are named: “柳渡镇只有环境保洁经费一个项目吗”."""

from collections.abc import Callable

import pytest

from bot.app import conversation_of
from store.database import open_store
from tests import makers
from tests.bot.conftest import Reply, answer

Asks = Callable[[str], Reply]


@pytest.fixture(scope="module")
def asks_bridges() -> Asks:
    """One question about three bureaus, one of which has many projects."""
    rows = (
        ("桥梁检测", "青禾县交通局", "600000"),
        ("公路养护", "青禾县交通局", "100000"),
        ("站房修缮", "青禾县交通局", "200000"),
        ("堤防加固", "青禾县水务局", "400000"),
        *((f"驻村帮扶{n}组", "青禾县农业局", "10000") for n in range(13)),
    )
    store = open_store("sqlite://")
    targets = (makers.target(name, unit=unit, yuan=yuan, table=n) for n, (name, unit, yuan) in enumerate(rows, 1))
    makers.load(store, makers.statement(*targets))
    bot = conversation_of(store)
    return lambda question: answer(bot, question)


@pytest.mark.parametrize(
    "question",
    [
        "交通局今年就桥梁检测一个项目，是吗",
        "交通局只有桥梁检测吗",
        "交通局今年是不是只有桥梁检测这一个项目",
        "同事说交通局2024年仅有桥梁检测一个项目，对吗",
        "交通局是不是就桥梁检测一项",
    ],
)
def test_it_has_others(asks_bridges: Asks, question: str) -> None:
    """The others are named, and how many there are."""
    reply = asks_bridges(question)

    assert reply.text.startswith("不是：2024年青禾县交通局有 3 个项目，还有「公路养护」、「站房修缮」。"), reply.text


@pytest.mark.parametrize("question", ["水务局今年就堤防加固一个项目，是吗", "水务局只有堤防加固吗"])
def test_it_has_none(asks_bridges: Asks, question: str) -> None:
    """That it is the only one is told with the files that are loaded."""
    reply = asks_bridges(question)

    assert reply.text.startswith("是：2024年青禾县水务局只有「堤防加固」。"), reply.text
    assert "只含已导入的" in reply


@pytest.mark.parametrize("question", ["桥梁检测只有交通局有吗", "交通局桥梁检测是不是60万", "交通局桥梁检测就60万吗"])
def test_other_questions(asks_bridges: Asks, question: str) -> None:
    """Whose project it is, and how much it has, is something else."""
    assert "还有「" not in asks_bridges(question)


def test_it_has_many_others(asks_bridges: Asks) -> None:
    """As many are named as fit a reply, and all are counted."""
    text = asks_bridges("农业局只有驻村帮扶0组吗").text

    assert text.startswith("不是：2024年青禾县农业局有 13 个项目，还有「驻村帮扶1组」"), text
    assert "等 12 个。" in text
    assert "「驻村帮扶12组」" not in text
