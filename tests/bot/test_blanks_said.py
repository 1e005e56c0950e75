"""Projects whose amounts nobody filled in: counted where projects are counted, named where amounts are worked with."""

from collections.abc import Callable

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Reply, answer

Asks = Callable[[str], Reply]
SEEDS, WOODS = "青禾县种子站", "青禾县林场"


def test_counts_need_no_amount(asks_county: Asks) -> None:
    """A project without a readable amount is a project of its unit all the same."""
    reply = asks_county("各单位各有几个项目")

    assert "青禾县国库支付中心 2 个项目" in reply
    assert "没有计入" not in reply


def test_a_part_that_is_not_filled_in(memory: Store) -> None:
    """Where some forms print no such kind of money the share says so: a blank is not 0."""
    made = [
        makers.target("良种繁育", unit=SEEDS, yuan="100000", amounts={"annual/fiscal": "60000"}),
        makers.target("种质保存", unit=SEEDS, yuan="100000", table=2),
    ]
    makers.load(memory, makers.statement(*made))
    reply = answer(conversation_of(memory), "种子站的财政拨款占多少")

    assert "占 30%" in reply
    assert "1 个项目没有可读的财政拨款，没有计入（没有填写不等于 0）" in reply
