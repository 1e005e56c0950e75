"""Money that is asked for beside a line, and phases that are asked for by how many there are."""

from datetime import date

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

_DOCUMENT = "青禾县2024年度项目支出绩效目标"


@pytest.fixture
def talk(memory: Store) -> Talk:
    """Lamps that are changed, and a school yard in two phases."""
    lamps = (
        makers.indicator("更换路灯", "300盏", document=_DOCUMENT),
        makers.indicator("单盏成本", "≤800元", level1="成本指标", level2="经济成本指标", document=_DOCUMENT, row=8),
    )
    classes = (makers.indicator("举办培训班", "4期", document=_DOCUMENT),)
    targets = (
        makers.target("路灯更换", unit="青禾县路灯所", yuan="240000", indicators=lamps, document=_DOCUMENT),
        makers.target("操场改造（一期）", unit="青禾县实验小学", yuan="500000", document=_DOCUMENT, table=2),
        makers.target("操场改造（二期）", unit="青禾县实验小学", yuan="700000", document=_DOCUMENT, table=3),
        makers.target("教师培训", unit="青禾县实验小学", yuan="60000", indicators=classes, document=_DOCUMENT, table=4),
    )
    makers.load(memory, makers.statement(*targets, document=_DOCUMENT, publisher="青禾县", published=date(2024, 2, 1)))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    "question",
    ["路灯更换多少盏，花多少", "路灯更换换多少盏要花多少钱", "路灯更换多少盏，今年安排多少", "路灯更换今年多少，单盏成本多少"],
)
def test_both_are_answered(talk: Talk, question: str) -> None:
    """Who asks how many and how much gets both."""
    reply = talk.says(question)

    assert reply.kind == "answer"
    assert "24 万元" in reply.text
    assert "300盏" in reply.text or "800元" in reply.text


@pytest.mark.parametrize("question", ["路灯更换一盏花多少钱", "路灯更换单盏花多少"])
def test_the_price_of_one_is_no_budget(talk: Talk, question: str) -> None:
    """What one of them costs is the line alone."""
    reply = talk.says(question)

    assert "800元" in reply.text
    assert "24 万元" not in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "操场改造都有哪几期，各安排多少",
        "操场改造一共几期",
        "操场改造搞了几期了",
        "操场改造有几期，每期多少钱",
        "操场改造有哪几期",
    ],
)
def test_phases_that_are_asked_for(talk: Talk, question: str) -> None:
    """How many phases there are, and which, is told by the projects that are phases."""
    reply = talk.says(question)

    assert reply.kind == "answer"
    assert "50 万元" in reply.text
    assert "70 万元" in reply.text


def test_a_line_that_counts_so(talk: Talk) -> None:
    """Of a project without phases a line is asked for that is counted so."""
    assert "4期" in talk.says("教师培训办几期").text
