"""A number with its unit of measure: whose value it is."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

OLD, NEW = "青禾县水务局2023年度项目支出绩效目标", "青禾县水务局2024年度项目支出绩效目标"


def _line(name: str, number: str, unit: str, document: str, value: str = "") -> object:
    levels = {"level1": "产出指标", "level2": "数量指标"}
    bare = number.replace(",", "")
    return makers.indicator(name, value or f"{number}{unit}", number=bare, unit=unit, document=document, **levels)


@pytest.fixture
def waters(store: Store) -> Store:
    """Three projects whose lines are counted in different things, one of them in two years."""
    unit = "青禾县水务局"
    old = [
        makers.target("塘坝整治", unit=unit, year=2023, document=OLD, indicators=[_line("蓄水量", "742", "万吨", OLD)]),
        makers.target("喷灌", unit=unit, year=2023, document=OLD, table=2, indicators=[_line("喷灌面积", "2025", "亩", OLD)]),
    ]
    new = [
        makers.target("喷灌", unit=unit, document=NEW, indicators=[_line("喷灌面积", "2060", "亩", NEW)]),
        makers.target("科普", unit=unit, document=NEW, table=2, indicators=[_line("受众人次", "3", "万人次", NEW, "≥3万人次")]),
        makers.target("护坡", unit=unit, document=NEW, table=3, indicators=[_line("护坡面积", "2060", "平方米", NEW)]),
    ]
    makers.load(store, makers.statement(*old, document=OLD))
    makers.load(store, makers.statement(*new, document=NEW))
    return store


@pytest.mark.parametrize(
    ("question", "name"),
    [
        *((q, "喷灌面积") for q in ("2060亩是哪个项目的", "哪个项目写的是2060亩", "2060亩的项目", "2060亩?", "谁家是2060亩")),
        *((q, "蓄水量") for q in ("742万吨是哪个项目的", "742万吨", "7420000吨出自哪个指标", "查一下742万吨是哪家的")),
        *(
            (q, "受众人次")
            for q in ("3万人次是哪个项目", "30000人次是什么指标", "三万人次是哪个单位的", "青禾县水务局3万人次是哪个项目")
        ),
        ("2025亩是哪个项目的", "喷灌面积"),
        ("2024年2060平方米是哪个项目", "护坡面积"),
    ],
)
def test_a_value_finds_its_line(waters: Store, question: str, name: str) -> None:
    """The line whose value is told is named with its project, and no money is spoken of."""
    reply = answer(conversation_of(waters), question)

    assert f"“{name}”" in reply
    assert "预算" not in reply


@pytest.mark.parametrize("question", ["2061亩是哪个项目的", "742万亩是哪个项目的", "2024年742万吨是哪个项目"])
def test_no_line_has_it(waters: Store, question: str) -> None:
    """A value that no line has is said to be none, without another project."""
    assert "没有找到：" in answer(conversation_of(waters), question)


@pytest.mark.parametrize("question", ["2.6万元是哪个项目的", "2.6万的项目"])
def test_money_stays_money(waters: Store, question: str) -> None:
    """An amount without a unit of measure behind it is one of money."""
    assert "预算" in answer(conversation_of(waters), question)


@pytest.fixture
def promises(store: Store) -> Store:
    """Lines that are limits of time, and one whose value is nought."""
    document = "青禾县应急局2024年度项目支出绩效目标"
    calls = makers.indicator("警情响应时间", "≤20分钟", number="20", unit="分钟", document=document)
    report = makers.indicator("报告出具时间", "≤5个工作日", number="5", unit="个工作日", document=document)
    harm = makers.indicator("火灾亡人事故", "0起", document=document)
    target = makers.target("应急值守", unit="青禾县应急局", document=document, indicators=[calls, report, harm])
    makers.load(store, makers.statement(target, document=document))
    return store


@pytest.mark.parametrize(
    ("question", "name"),
    [
        *((q, "火灾亡人事故") for q in ("哪些指标的值是0起", "0起的是哪个指标", "2024年哪个指标是0起")),
        *((q, "警情响应时间") for q in ("要求20分钟内的是哪个指标", "20分钟以内的是哪个项目", "哪个指标要求不超过20分钟")),
        *((q, "报告出具时间") for q in ("哪个指标是5个工作日", "要求5个工作日内的是哪个指标", "5个工作日之内完成的是哪个指标")),
    ],
)
def test_limits_and_nought(promises: Store, question: str, name: str) -> None:
    """A limit of time is told by its number, whatever sign is printed; nought is a value as well."""
    assert f"“{name}”" in answer(conversation_of(promises), question)


def test_a_comparison_is_no_value(promises: Store) -> None:
    """What is less than a value is not what has it."""
    assert "火灾亡人事故" not in answer(conversation_of(promises), "少于20分钟的是哪个指标")


@pytest.mark.parametrize(
    "question",
    [
        "指标值写20年一遇的是哪个项目",
        "值填“20年一遇”的是哪条指标",
        "哪条指标写的是20年一遇",
        "20年一遇是哪条指标",
        "表上一行只剩“20年一遇”了，是哪个项目的指标",
    ],
)
def test_a_value_as_it_is_printed(memory: Store, question: str) -> None:
    """A value that is told in its own words finds its line, whatever number it holds."""
    levels = {"level1": "效益指标", "level2": "社会效益指标"}
    line = makers.indicator("防洪标准", "20年一遇", number="20", unit="年", **levels)
    makers.load(memory, makers.statement(makers.target("堤坝加固", indicators=[line])))

    reply = answer(conversation_of(memory), question)

    assert "“防洪标准”：20年一遇" in reply
    assert "「堤坝加固」" in reply


def test_no_money_is_a_value(memory: Store) -> None:
    """An amount is looked for among the amounts."""
    line = makers.indicator("总成本", "≤2.6万元", number="2.6", unit="万元", level1="成本指标", level2="成本指标")
    makers.load(memory, makers.statement(makers.target("堤坝加固", yuan="26000", indicators=[line])))

    assert "“总成本”" not in answer(conversation_of(memory), "只有2.6万元，是哪个项目的")
