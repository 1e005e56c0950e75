"""Figures of indicators of two years, asked by how many more or fewer there are: 今年比去年多修几座, 少办几场."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

UNIT = "青禾县卫健局"
LEVELS = {"level1": "产出指标", "level2": "数量指标"}


@pytest.fixture
def chat(store: Store) -> Chat:
    """Three projects, each with a line of what it counts, in two years."""
    for year, kits, heads, shows in ((2023, "800", "1200", "9"), (2024, "950", "1260", "7")):
        paper = f"{UNIT}{year}年度项目支出绩效目标"
        of = {"unit": UNIT, "year": year, "document": paper}
        lines = [
            makers.indicator("急救包储备量", f"{kits}盒", number=kits, unit="盒", document=paper, **LEVELS),
            makers.indicator("义诊服务人次", f"{heads}人次", number=heads, unit="人次", document=paper, **LEVELS),
            makers.indicator("健康讲座场次", f"{shows}场", number=shows, unit="场", document=paper, **LEVELS),
        ]
        names = ("急救物资储备", "乡村义诊", "健康讲座")
        targets = [
            makers.target(name, yuan="100000", indicators=[line], table=n, **of)
            for n, (name, line) in enumerate(zip(names, lines, strict=True), 1)
        ]
        makers.load(store, makers.statement(*targets, document=paper))
    return Chat(conversation_of(store))


@pytest.mark.parametrize(
    ("turns", "values"),
    [
        ("急救物资储备2024年比2023年多储备几盒", ("800盒", "950盒")),
        ("急救物资储备今年比去年多几盒", ("800盒", "950盒")),
        ("急救物资今年比去年多备了多少盒", ("800盒", "950盒")),
        ("健康讲座今年比去年少办几场", ("9场", "7场")),
        ("健康讲座今年少讲了几场", ("9场", "7场")),
        ("乡村义诊今年比去年多看几个人", ("1200人次", "1260人次")),
        ("乡村义诊今年多少钱，去年多少|多看几个人", ("1200人次", "1260人次")),
        ("乡村义诊多少钱|比去年多看多少人", ("1200人次", "1260人次")),
        ("急救物资储备多少钱|盒数呢", ("950盒",)),
    ],
)
def test_both_years_are_told(chat: Chat, turns: str, values: tuple[str, ...]) -> None:
    """The line that is counted so is told of both years; of money nothing is said."""
    reply = [chat.says(turn) for turn in turns.split("|")][-1]

    assert "answer" == reply.kind
    assert all(value in reply for value in values)
    assert "万元" not in reply


@pytest.mark.parametrize("question", ["急救物资储备今年比去年多多少钱", "乡村义诊今年比去年多吗", "健康讲座今年比去年少多少"])
def test_of_money(chat: Chat, question: str) -> None:
    """Where nothing is counted money is compared."""
    assert "万元" in chat.says(question)
