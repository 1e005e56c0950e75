"""Projects that only a 公开清单 names."""

import hashlib
from datetime import UTC, datetime

import pytest

from bot.app import conversation_of
from bot.chat import Incoming, Reply
from store.database import Store
from tests import makers

NOON = datetime(2024, 6, 15, 12, tzinfo=UTC)


def ask(store: Store, question: str) -> Reply:
    return conversation_of(store).reply(Incoming("c", "p", question, NOON), keep=False)


@pytest.fixture
def county(memory: Store) -> Store:
    """A document with one target and a list with two projects more, one of them in two units."""
    rows = [
        ("乡村振兴经费", None, "26000"),
        ("教师培训", "青禾县教育局", "360000"),
        ("校舍维修", "一小", "1"),
        ("校舍维修", "二小", "2"),
    ]
    listed = [
        makers.listed(project, yuan, row=row).model_copy(update={"unit": unit})
        for row, (project, unit, yuan) in enumerate(rows, 2)
    ]
    makers.load(memory, makers.statement(makers.target(), listed=listed))
    return memory


@pytest.mark.parametrize("question", ["教师培训多少钱", "教师培训", "2024年教师培训经费多少"])
def test_a_row_of_a_list(county: Store, question: str) -> None:
    """It is not called unknown: the list's amount is stated as such, with its place."""
    reply = ask(county, question)

    assert "清单金额 36 万元：「教师培训」（青禾县教育局）只在清单里有这一行，没有绩效目标表。" in reply.text
    assert "未用到" not in reply.text
    assert [("listed", "360000.00", 3)] == [(f["field"], f["yuan"], f["source"]["row"]) for f in reply.facts]


def test_several_rows(county: Store) -> None:
    """Rows of several units are listed, and not added up."""
    text = ask(county, "校舍维修多少钱").text

    assert "一小 清单金额" in text
    assert "二小 清单金额" in text
    assert "相加" not in text


@pytest.mark.parametrize(
    "question", ["教师培训第二标段多少钱", "2023年教师培训多少钱", "教师培训的目标是什么", "教师培训和乡村振兴经费一共多少钱"]
)
def test_what_the_list_does_not_say(county: Store, question: str) -> None:
    """Another year, a part of it, its goals, a sum: no amount."""
    reply = ask(county, question)

    assert "answer" != reply.kind
    assert "36" not in reply.text


def test_nothing_but_a_list(memory: Store) -> None:
    """It is not said that nothing is loaded."""
    stated = makers.statement(listed=[makers.listed("教师培训", "5")]).model_copy(update={"targets": ()})
    sha256 = hashlib.sha256(makers.content(stated)).hexdigest()
    makers.load(memory, stated.model_copy(update={"sha256": sha256}))

    assert "清单金额" in ask(memory, "教师培训多少钱").text
    assert "只导入了清单" in ask(memory, "所有项目一共多少钱").text
