"""A line that is asked for by a word of its project's name, by a vessel's measure, as this line, or by when its project is done."""

from datetime import date

import pytest

from bot.app import conversation_of
from store.database import Store
from store.model import Attribute
from tests import makers
from tests.bot.written import Talk, stated

_DOCUMENT = "青禾县{}年度项目支出绩效目标"


@pytest.fixture
def talk(memory: Store) -> Talk:
    """Two projects of the same unit of two years, whose forms have lines alike."""
    for year in (2023, 2024):
        document = _DOCUMENT.format(year)
        ferries = (
            makers.indicator("检修渡船", f"{year - 2012}艘", document=document),
            makers.indicator("单船检修成本", f"≤{year - 2020}万元", level1="成本指标", document=document, row=8),
            makers.indicator("人均培训成本", f"≤{year - 1950}元", level1="成本指标", document=document, row=9),
        )
        calls = (
            makers.indicator("诉求按期办结率", "≥97%", level2="质量指标", document=document),
            makers.indicator("漂浮物清理时限", "≤8小时", level2="时效指标", document=document, row=8),
        )
        common = {"year": year, "document": document}
        period = {Attribute.PERIOD: f"{year}.3.1-{year}.9.30"}
        targets = (
            stated(makers.target("渡船检修费", unit="青禾县航运站", indicators=ferries, **common), period),
            makers.target("12399热线运行", unit="青禾县航运站", indicators=calls, table=2, **common),
        )
        makers.load(memory, makers.statement(*targets, document=document, publisher="青禾县", published=date(year, 2, 1)))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("12399按期办结率", "≥97%"),
        ("渡船单船检修成本上限多少", "≤4万元"),
        ("渡船要检修几条", "12艘"),
        ("12399热线漂浮物几小时内要捞走", "≤8小时"),
        ("诉求按期办结率控制目标", "≥97%"),
        ("渡船检修工期是哪天到哪天", "2024.3.1-2024.9.30"),
        ("渡船检修工期多长", "2024.3.1-2024.9.30"),
    ],
)
def test_a_word_beside_a_line(talk: Talk, question: str, value: str) -> None:
    """A word that only the one project with such a line is called by tells whose line it is."""
    reply = talk.says(question)

    assert reply.kind == "answer"
    assert value in reply.text


@pytest.mark.parametrize("question", ["宇宙飞船按期办结率", "12345按期办结率"])
def test_a_word_of_none_of_them(talk: Talk, question: str) -> None:
    """A word that no project with such a line has is no word of it."""
    reply = talk.says(question)

    assert reply.kind != "answer"
    assert "97" not in reply.text


@pytest.mark.parametrize("question", ["去年这个指标是多少", "这条指标去年呢", "去年该指标多少"])
def test_this_line(talk: Talk, question: str) -> None:
    """“这个指标” behind a line is that one."""
    assert "≤74元" in talk.says("渡船检修人均成本上限").text

    reply = talk.says(question).text

    assert "≤73元" in reply
    assert "艘" not in reply
