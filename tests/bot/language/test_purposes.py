"""What money is for, in everyday words."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Asked, Mark
from bot.reading.parse import Parse
from store.plan import Field

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "拿来干嘛的",
            "拿去干什么",
            "是用来做啥的",
            "干啥使的",
            "花在啥上面",
            "主要用在哪些方面",
            "拿来弄什么用",
            "投到哪些方面",
            "用到啥地方",
            "要搞些什么",
        ),
    ],
)
def test_what_it_is_for(read: Read, words: str) -> None:
    """The goal is asked for, and nothing is left over."""
    said = read(f"戏曲下乡{words}")

    assert Asked(Field.GOAL) in said.meanings(Asked)
    assert ["戏曲下乡"] == [x.text for x in said.leftovers]


@pytest.mark.parametrize("words", ["花在哪了", "花哪儿了"])
def test_where_it_was_spent(read: Read, words: str) -> None:
    """Where it was spent is no goal."""
    assert Mark.SPENDING in read(f"戏曲下乡{words}").marks()


def test_which_projects(read: Read) -> None:
    """What projects there are is no goal either."""
    assert Asked(Field.GOAL) not in read("水务局今年做什么项目").meanings(Asked)


@pytest.mark.parametrize("words", ["三年要达到什么", "要做到啥程度", "今年要修成什么样", "力争实现什么效果", "要完成哪些"])
def test_what_is_to_be_reached(read: Read, words: str) -> None:
    """What is to be reached is the goal, and no money."""
    said = read(f"戏曲下乡{words}")

    assert Asked(Field.GOAL) in said.meanings(Asked)
    assert ["戏曲下乡"] == [x.text for x in said.leftovers]


def test_what_money_is_divided_into(read: Read) -> None:
    """What something is made of is no goal."""
    assert Asked(Field.GOAL) not in read("戏曲下乡的钱分成哪些").meanings(Asked)
