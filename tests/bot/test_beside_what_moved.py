"""What is new or gone beside what rose or fell, and the two terms of a form beside each other."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer
from tests.bot.honesty import amounts


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A unit that has one project more than the year before, one less, and one that rose."""
    money = {"mid_term/total": "3000000", "mid_term/fiscal": "2000000", "annual/fiscal": "1000000"}
    years = {2025: [("渠道清淤", "400000", {}), ("旧闸拆除", "70000", {})]}
    years[2026] = [("渠道清淤", "460000", {}), ("泵站改造", "1000000", money)]
    for year, rows in years.items():
        document = f"青禾县水利局{year}年度项目支出绩效目标"
        targets = [
            makers.target(name, unit="青禾县水利局", year=year, yuan=yuan, amounts=more, document=document, table=n)
            for n, (name, yuan, more) in enumerate(rows, 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document, publisher="青禾县水利局"))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("水利局2026年增加了哪些项目", ["多 6 万元", "2026年有、2025年没有，没有比：青禾县水利局「泵站改造」 100 万元"]),
        ("水利局2026年比2025年减少的项目有哪些", ["一个也没有", "2025年有、2026年没有，没有比：青禾县水利局「旧闸拆除」 7 万元"]),
        ("水利局2026年比2025年增加多少，哪个项目增加最多", ["2026年比2025年多 99 万元", "增加最多的是青禾县水利局「渠道清淤」"]),
        *(
            (question, ["2026年比2025年多 99 万元", "1. 青禾县水利局「泵站改造」 2025年没有 → 100 万元", "多 6 万元"])
            for question in (
                "水利局2026年比2025年多多少钱 多在哪",
                "水利局2026年比2025年增加了多少，增加在哪里",
                "水利局2026年比2025年多了多少？主要多在什么项目上",
                "水利局2026年比2025年多多少 多在哪些项目",
            )
        ),
        ("水利局2026年比2025年少在哪", ["1 个项目（只有其中一年有的也列在内", "「旧闸拆除」 7 万元 → 2026年没有"]),
        ("2026年一共有几个单位，多少个项目", ["2026年有 1 个单位", "2026年共 2 个项目"]),
        ("水利局2026年新增什么", ["2026年有、2025年没有的项目有 1 个", "「泵站改造」 100 万元"]),
        ("泵站改造中期总额和年度总额差多少", ["中期比年度多 200 万元"]),
        ("泵站改造中期总额比年度总额多多少", ["中期比年度多 200 万元"]),
        ("泵站改造2026年占中期的比例", ["33.33%"]),
    ],
)
def test_told_with_it(bot: Conversation, question: str, said: list[str]) -> None:
    """What only one of the years has is told beside what rose or fell; and the terms are set beside each other."""
    reply = answer(bot, question)

    assert all(words in reply for words in said), reply.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("2025年新增、2026年还在的项目", "还在的"),
        ("2025年取消，2026年还有的项目", "还有的"),
        ("泵站改造中期财政拨款占中期总额多少", "中期"),
        ("2025年和2026年满意度都在95%以上的项目", "95%以上的"),
    ],
)
def test_not_combined(bot: Conversation, question: str, words: str) -> None:
    """Changes of two pairs of years, and a share within the middle term, are named and not answered by another figure."""
    reply = answer(bot, question)

    assert reply.kind == "clarify", reply.text
    assert f"“{words}" in reply
    assert not amounts(reply.text)
