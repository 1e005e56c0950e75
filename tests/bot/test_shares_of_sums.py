"""What a share is asked of after a sum of one kind of money of everything."""

import pytest

from tests.bot.conftest import Chat
from tests.bot.honesty import amounts


@pytest.mark.parametrize("said", ["河道清淤占多少", "水务局占多少", "河道清淤占百分之几", "商贸促进占比多少"])
@pytest.mark.parametrize("asked", ["全县结转一共多少", "全县其他资金合计多少", "全部项目财政拨款总共多少"])
def test_a_share_of_other_money(bureaus: Chat, asked: str, said: str) -> None:
    """The share in a unit's whole budget is no answer: it is asked back, without a figure."""
    bureaus.says(asked)
    reply = bureaus.says(said)

    assert reply.kind == "clarify", reply.text
    assert not amounts(reply.text)


def test_a_whole_that_is_named(bureaus: Chat) -> None:
    """Where the whole is named it is answered."""
    bureaus.says("全县结转一共多少")

    assert "占 28.57%" in bureaus.says("河道清淤占水务局多少")


@pytest.mark.parametrize("asked", ["全县财政拨款一共多少", "全县财政资金总共多少", "全县的财政拨款合计"])
def test_the_county_and_its_treasury(county: Chat, asked: str) -> None:
    """“全县财政拨款” is that money of all, and not of 县财政局."""
    reply = county.says(asked)

    assert "两种口径" not in reply.text
    assert {"柳渡镇财政所", "青禾县第三中学", "青禾县国库支付中心"} & {str(fact["unit"]) for fact in reply.facts}, reply.text
