"""Money of a kind that is denied (不用财政钱的), and whose money no form tells (上级、市里、专项债)."""

from collections.abc import Callable

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import Reply, answer
from tests.bot.honesty import amounts

Asks = Callable[[str], Reply]


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A project of both kinds of money, one of other money alone, and one whose form divides nothing."""
    both = {"annual/fiscal": "600000", "annual/other": "180000"}
    targets = (
        makers.target("公路建设", unit="青禾县交通局", yuan="780000", amounts=both),
        makers.target("庙会活动", unit="青禾县文化局", yuan="50000", amounts={"annual/other": "50000"}, table=2),
        makers.target("河道保洁", unit="柳渡镇人民政府", yuan="230000", table=3),
    )
    makers.load(memory, makers.statement(*targets))
    return conversation_of(memory)


@pytest.mark.parametrize(
    "question",
    ["不用财政钱的项目", "不用财政的钱的有哪些", "没花财政钱的项目有几个", "不是财政拨款的有哪些", "不靠财政的项目有哪些"],
)
def test_who_has_none_of_it(bot: Conversation, question: str) -> None:
    """Those that have no such money are listed; the finance bureau is not meant."""
    reply = answer(bot, question)

    assert "公路建设" not in reply
    assert "财政拨款" in reply
    assert "合计" not in reply


def test_the_rest_of_one(bot: Conversation) -> None:
    """Of one project it is what its form prints beside."""
    assert "18 万元" in answer(bot, "公路建设不用财政钱的有多少")


@pytest.mark.parametrize("question", ["财政以外的钱一共多少", "不用财政钱的一共多少"])
def test_a_form_that_divides_nothing(bot: Conversation, question: str) -> None:
    """What does not say that it is of the finance is not counted as if it were none of it."""
    reply = answer(bot, question)

    assert "18 万元（1 个项目" in reply
    assert "另有 2 个项目的表上没填“财政拨款”" in reply


@pytest.mark.parametrize(
    "question",
    [
        "不是专项债的有多少",
        "专项债有多少",
        "公路建设上级给钱了吗",
        "公路建设县里出多少",
        "市里给交通局拨了多少",
        "公路建设贷款多少",
        "省里出不出钱",
        "国家给钱了没有",
    ],
)
def test_whose_money_it_is_at_first(bot: Conversation, question: str) -> None:
    """No form divides money by that: it is said by what it does, and no figure is given."""
    reply = answer(bot, question)

    assert "clarify" == reply.kind
    assert "文件只按财政拨款、上年结转、其他资金列" in reply
    assert not amounts(reply.text)


def test_whose_budget_it_is(asks_towns: Asks) -> None:
    """“县里给” limits nothing where the documents are the county's."""
    assert "130 万元" in asks_towns("县里给交通局拨了多少")


@pytest.mark.parametrize(
    ("question", "said"),
    [("公路建设都是财政的钱吗", "其他资金 18 万元"), ("公路建设财政的钱多少", "60 万元"), ("哪些项目有自筹", "庙会活动")],
)
def test_what_is_not_denied(bot: Conversation, question: str, said: str) -> None:
    """The same words without a denial."""
    assert said in answer(bot, question)
