"""What went from one value to another between two years."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

PAPERS = {year: f"青禾县林业局{year}年度项目支出绩效目标" for year in (2023, 2024)}


@pytest.fixture
def woods(store: Store) -> Store:
    """One project of two years, whose line and money both fell."""
    for year, number, yuan in ((2023, "920", "500000"), (2024, "780", "420000")):
        paper = PAPERS[year]
        line = makers.indicator(
            "补植面积", f"{number}亩", number=number, unit="亩", level1="产出指标", level2="数量指标", document=paper
        )
        target = makers.target("林带补植", unit="青禾县林业局", year=year, yuan=yuan, document=paper, indicators=[line])
        makers.load(store, makers.statement(target, document=paper))
    return store


@pytest.mark.parametrize("question", ["从920降到780的指标是哪个", "从920亩降到780亩的是哪个项目", "哪个指标从920减少到780亩"])
def test_a_line(woods: Store, question: str) -> None:
    """Both years' values of the line are told."""
    reply = answer(conversation_of(woods), question)

    assert "“补植面积”：2023年 920亩 → 2024年 780亩" in reply


@pytest.mark.parametrize("question", ["从50万降到42万的是哪个项目", "哪个项目从50万元压到42万元"])
def test_money(woods: Store, question: str) -> None:
    """Amounts of two years are told alike."""
    assert "2023年 50 万元 → 2024年 42 万元" in answer(conversation_of(woods), question)


@pytest.mark.parametrize("question", ["从780升到920的指标是哪个", "从920公里降到780公里的是哪个项目"])
def test_none(woods: Store, question: str) -> None:
    """What went otherwise, or is counted in something else, is none of them."""
    assert "没有找到" in answer(conversation_of(woods), question)
