"""Lines of the indicator table asked in everyday words: at what hour, how long after, three of them in one breath, one beside another."""

from collections.abc import Iterable
from datetime import date

import pytest

from bot.app import conversation_of
from store.database import Store
from store.model import Horizon, Indicator, PerformanceTarget
from tests import makers
from tests.bot.written import Talk

MARKETS, DRAINS, SCHOOL = "青禾县市场服务中心", "青禾县排水站", "青禾县实验小学"
OF_2023, OF_2024 = "青禾县2023年度项目支出绩效目标", "青禾县2024年度项目支出绩效目标"
_LEVELS = {"满意度": "满意度指标", "社会效益": "效益指标"}


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A morning market, drains of two years, and lamps of two phases with a middle term."""
    makers.load(memory, makers.statement(*_of_2023(), document=OF_2023, publisher="青禾县", published=date(2023, 2, 1)))
    makers.load(memory, makers.statement(*_of_2024(), document=OF_2024, publisher="青禾县", published=date(2024, 2, 1)))
    return Talk(conversation_of(memory))


def _of_2023() -> Iterable[PerformanceTarget]:
    yield _target(
        "排水管网巡护", DRAINS, "数量 巡护管网 80公里", "时效 积水排除时限 雨停后9小时内", "质量 井盖完好率 ≥95%", year=2023
    )
    yield _target("教室护眼灯改造（一期）", SCHOOL, "成本 单盏灯具成本 ≤300元", "数量 改造教室 12间", year=2023, table=2)


def _of_2024() -> Iterable[PerformanceTarget]:
    yield _target(
        "早市管理费",
        MARKETS,
        "数量 管理摊位 90个",
        "时效 每日收摊时间 9:30前",
        "成本 摊位补贴标准 200元/户",
        "数量 补贴摊户 60户",
        "时效 补贴发放时间 2024年10月20日前",
        "满意度 摊主满意度 ≥88%",
    )
    yield _target(
        "排水管网巡护",
        DRAINS,
        *("数量 巡护管网 80公里", "时效 积水排除时限 雨停后6小时内", "质量 井盖完好率 ≥97%", "社会效益 路面积水投诉 ≤5件"),
        table=2,
    )
    yield _target(
        "教室护眼灯改造（二期）",
        SCHOOL,
        *("成本 单盏灯具成本 ≤312元", "数量 改造教室 15间", "质量 照度达标率 ≥92%", "中期 照度达标率 ≥96%"),
        table=3,
    )


def _target(project: str, unit: str, *lines: str, table: int = 1, year: int = 2024) -> PerformanceTarget:
    document = OF_2024 if year == 2024 else OF_2023
    indicators = tuple(_line(line, row, document) for row, line in enumerate(lines, 8))
    amounts = {"mid_term/total": "270000"} if any(line.startswith("中期") for line in lines) else {}
    return makers.target(
        project, unit=unit, year=year, yuan="90000", indicators=indicators, amounts=amounts, table=table, document=document
    )


def _line(line: str, row: int, document: str) -> Indicator:
    level, name, value = line.split()
    number = value.strip("≥≤%元间个公里户件/")
    found = {"number": number, "unit": value.strip("≥≤0123456789")} if number.isdigit() else {}
    horizon = Horizon.MID_TERM if level == "中期" else Horizon.ANNUAL
    level = "质量" if level == "中期" else level
    made = makers.indicator(
        name,
        value,
        level1=_LEVELS.get(level, "产出指标"),
        level2=f"{level}指标",
        row=row,
        document=document,
        horizon=horizon,
        **found,
    )
    return made.model_copy(update={"operator": value[0] if value[0] in "≥≤" else None})


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("早市几点收摊", {"9:30前"}),
        ("早市最晚几点钟收摊", {"9:30前"}),
        ("雨停后几小时内要把积水排完", {"雨停后6小时内"}),
        ("2023年积水排除时间是多少小时", {"雨停后9小时内"}),
        ("早市补贴多少户、每户多少、什么时候发完", {"60户", "200元/户", "2024年10月20日前"}),
        ("早市管理费补贴多少户和每户多少", {"60户", "200元/户"}),
        ("早市管理费的数量指标和满意度", {"90个", "60户", "≥88%"}),
        ("早市管理费产出指标里的数量指标", {"90个", "60户"}),
    ],
)
def test_lines_by_what_is_asked(talk: Talk, question: str, values: set[str]) -> None:
    """Each figure that is asked for is told, and no line beside them."""
    reply = talk.asks(question)

    assert ("answer", values) == (reply.kind, {fact["value"] for fact in reply.facts})


@pytest.mark.parametrize(
    "question",
    ["早市几点开摊", "早市管理费补贴多少户、每户多少、什么时候开工", "雨停后几小时内要把垃圾运完"],
)
def test_what_no_line_says(talk: Talk, question: str) -> None:
    """Another deed, a part of the question that no line answers, and places instead of an hour are not passed over."""
    reply = talk.asks(question)

    assert "answer" != reply.kind


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("护眼灯单盏成本一期跟二期差几块钱", "多 12元（本系统相减）"),
        ("护眼灯一期和二期的单盏成本差多少", "多 12元（本系统相减）"),
        ("护眼灯单盏成本二期比一期贵几块钱", "多 12元（本系统相减）"),
        ("照度达标率中期和年度差多少", "中期比年度高 4个百分点（本系统相减）"),
        ("照度达标率 中期 vs 2024", "中期比年度高 4个百分点（本系统相减）"),
        ("对比一下排水管网巡护23和24的井盖完好率", "2024年比2023年高 2个百分点（本系统相减）"),
        ("护眼灯改造一期和二期的教室差多少间", "多 3间（本系统相减）"),
        ("井盖完好率指标23和24对比一下", "2024年比2023年高 2个百分点（本系统相减）"),
        ("井盖完好率两年怎么变的", "2024年比2023年高 2个百分点（本系统相减）"),
        ("排水管网巡护的指标今年比去年改了哪几条", "指标有变化的 2 条：“积水排除时限” 雨停后9小时内 → 雨停后6小时内"),
    ],
)
def test_lines_beside_each_other(talk: Talk, question: str, said: str) -> None:
    """By how much the one line is more, of two phases, of two years, of the middle term and the year; and never the money."""
    reply = talk.asks(question)

    assert "answer" == reply.kind
    assert said in reply.text
    assert "万元" not in reply.text


def test_one_side_has_no_such_line(talk: Talk) -> None:
    """What one of two that are compared prints is told with which of them prints none."""
    reply = talk.asks("护眼灯改造二期的照度达标率比一期高多少")

    assert reply.text.startswith("≥92%")
    assert "没有这一条指标，没法比：青禾县实验小学「教室护眼灯改造（一期）」2023年。" in reply.text


def test_a_deed_behind_the_name_is_of_it(talk: Talk) -> None:
    """“改造” in the second clause names no other project that is called so, and its line is of the one that was named."""
    reply = talk.asks("护眼灯二期照度达标率多少，改造几间")

    assert {"≥92%", "15间"} == {fact["value"] for fact in reply.facts}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("井盖完好率按什么标准核定", "绩效标准：表上没填。"),
        ("路面积水投诉这条指标写的什么", "≤5件"),
        ("早市管理费的目标和指标里的摊位数一致吗", "年度目标里没有写和指标可比的数"),
    ],
)
def test_what_stands_beside_a_line(talk: Talk, question: str, said: str) -> None:
    """By what standard a value is told, what a line says, and a goal beside the lines."""
    assert said in talk.asks(question).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("护眼灯二期中期比年度多多少", "中期比年度多 18 万元"),
        ("护眼灯二期的预算，单盏成本多少", "预算安排 9 万元"),
    ],
)
def test_money_is_still_asked_for(talk: Talk, question: str, said: str) -> None:
    """Where the budget is asked for beside a line, it is told."""
    assert said in talk.asks(question).text


def test_money_of_a_project_and_not_of_a_line(talk: Talk) -> None:
    """A word of the project's name beside the name tells none of its lines."""
    reply = talk.asks("教室的那个教室护眼灯改造（二期）多少钱")

    assert reply.text.startswith("预算安排 9 万元")
