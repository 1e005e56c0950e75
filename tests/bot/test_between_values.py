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


@pytest.mark.parametrize(
    "question",
    [
        "从920降到780的指标是哪个",
        "从920亩降到780亩的是哪个项目",
        "哪个指标从920减少到780亩",
        "补植面积从920变成780的是哪个",
        "林带补植从920亩变780亩了吗",
        "面积从920降到780的指标",
    ],
)
def test_a_line(woods: Store, question: str) -> None:
    """Both years' values of the line are told."""
    reply = answer(conversation_of(woods), question)

    assert "“补植面积”：2023年 920亩 → 2024年 780亩" in reply


@pytest.mark.parametrize(
    "question",
    ["从50万降到42万的是哪个项目", "哪个项目从50万元压到42万元", "林带补植从50万变成42万了吗", "林业局从50万降到42万的"],
)
def test_money(woods: Store, question: str) -> None:
    """Amounts of two years are told alike."""
    assert "2023年 50 万元 → 2024年 42 万元" in answer(conversation_of(woods), question)


@pytest.mark.parametrize("question", ["从780升到920的指标是哪个", "从920公里降到780公里的是哪个项目"])
def test_none(woods: Store, question: str) -> None:
    """What went otherwise, or is counted in something else, is none of them."""
    assert "没有找到" in answer(conversation_of(woods), question)


def test_a_line_of_another_name(woods: Store) -> None:
    """Where a line is named, none of another name is told."""
    reply = answer(conversation_of(woods), "满意度从920降到780的指标是哪个")

    assert ("not_found", []) == (reply.kind, reply.facts)
    assert "没有满意度“从920到780”的" in reply


@pytest.mark.parametrize("question", ["林带补植从50万变成30万", "从50万降到30万的是哪个项目"])
def test_over_a_year(woods: Store, question: str) -> None:
    """What no two years that follow each other say may be said by others."""
    later = makers.target(
        "林带补植", unit="青禾县林业局", year=2025, yuan="300000", document="青禾县林业局2025年度项目支出绩效目标"
    )
    makers.load(woods, makers.statement(later, document="青禾县林业局2025年度项目支出绩效目标"))

    assert "2023年 50 万元 → 2025年 30 万元" in answer(conversation_of(woods), question)
