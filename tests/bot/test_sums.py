"""Sums of ours beside those that documents print."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.app import conversation_of
from bot.chat import Incoming
from store.database import Store
from tests import makers
from tests.bot.conftest import Reply

Asks = Callable[[str], Reply]
NOON = datetime(2024, 6, 15, 12, tzinfo=UTC)


def ask(store: Store, question: str) -> str:
    return conversation_of(store).reply(Incoming("c", "p", question, NOON), keep=False).text


@pytest.mark.parametrize("question", ["所有项目一共多少钱", "一共有几个项目", "预算前两名的项目合计多少"])
@pytest.mark.parametrize(
    ("printed", "said"),
    [(False, "（本系统相加，文件未印合计）"), (True, "（本系统相加；文件另印有合计或小计，请对照原件）")],
)
def test_a_document_that_prints_sums(memory: Store, question: str, printed: bool, said: str) -> None:
    """That no sum is printed is only said where none is."""
    both = [makers.target("甲项目", yuan="10000"), makers.target("乙项目", yuan="20000", table=2)]
    makers.load(memory, makers.statement(*both).model_copy(update={"prints_totals": printed}))

    assert said in ask(memory, question)


@pytest.mark.parametrize("question", ["2024年其他资金一共多少", "2024年其他资金合计"])
def test_a_part_that_few_forms_have(memory: Store, question: str) -> None:
    """Whose it is is told, even of one, and that the others left it blank: a blank is not what nobody can read."""
    makers.load(
        memory,
        makers.statement(
            makers.target("甲项目", yuan="50000", amounts={"annual/other": "20000"}),
            makers.target("乙项目", yuan="20000", table=2),
        ),
    )
    reply = ask(memory, question)

    assert "1. 青禾县财政局「甲项目」 2 万元" in reply
    assert "另有 1 个项目没有填“其他资金”或读不出，没有计入。" in reply


@pytest.mark.parametrize("question", ["保洁经费都有谁，各多少，一共多少", "保洁经费分别多少，合计多少"])
def test_each_of_more_than_a_few(memory: Store, question: str) -> None:
    """Where each is asked for, all are told, be they more than a sum tells by itself."""
    units = [f"青禾县第{number}小学" for number in "一二三四五六"]
    makers.load(memory, makers.statement(*(makers.target("保洁经费", unit=unit, table=n) for n, unit in enumerate(units, 1))))
    reply = ask(memory, question)

    assert "合计 15.6 万元" in reply
    assert all(unit in reply for unit in units)


@pytest.mark.parametrize(
    "question",
    [
        "环境保洁经费平均每家多少",
        "环境保洁经费均摊下来每个镇街多少",
        "环境保洁经费今年每个镇街平均多少",
        "环境保洁经费各镇街平均多少",
    ],
)
def test_the_mean_of_one_project(asks_bureaus: Asks, question: str) -> None:
    """Of one project that several units have the mean is that of the units: each has it once."""
    reply = asks_bureaus(question)

    assert "平均每个单位 633333.33 元" in reply, reply.text
    assert "3 个单位" in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("水务局含所属去掉泵站改造，剩下几个项目平均每个多少", "平均每个项目 833333.33 元"),
        ("水务局含所属去掉泵站改造，剩下几个项目一共多少", "合计 250 万元"),
        ("水务局含所属去掉泵站改造，剩下几个项目", "共 3 个项目"),
    ],
)
def test_what_is_counted_is_not_asked(asks_bureaus: Asks, question: str, said: str) -> None:
    """“剩下几个” only points at what is left, where a figure of it is asked behind."""
    assert said in asks_bureaus(question)
