"""A fourth county, invented: forms with many measures, phases of one project, a middle term, and where the money comes from."""

import re
from collections.abc import Iterable
from datetime import date

from store.database import Store
from store.model import Attribute, Fact, Horizon, Indicator, PerformanceTarget
from tests import makers

WORKS, CULTURE, HEALTH = "青禾县住建局", "青禾县文化馆", "青禾县卫生院"
OF_2023, OF_2024 = "青禾县2023年度项目支出绩效目标", "青禾县2024年度项目支出绩效目标"
_VALUE = re.compile(r"^[≥≤]?(?P<number>\d[\d.]*)(?P<unit>[万亿]?\D*)$")
_LEVELS = {
    "数量": "产出指标",
    "质量": "产出指标",
    "时效": "产出指标",
    "成本": "成本指标",
    "社会效益": "效益指标",
    "经济效益": "效益指标",
}


def fill(store: Store) -> None:
    """Two years; the second phase of the lights and all other projects are of the newer one."""
    makers.load(store, makers.statement(*_of_2023(), document=OF_2023, publisher="青禾县", published=date(2023, 2, 1)))
    makers.load(store, makers.statement(*_of_2024(), document=OF_2024, publisher="青禾县", published=date(2024, 2, 1)))


def _of_2023() -> Iterable[PerformanceTarget]:
    lines = _lines(OF_2023, "数量 安装路灯盏数 320盏", "质量 亮灯率 ≥96%", "时效 竣工时间 2023年9月底前")
    yield makers.target(
        "巷道路灯安装（一期）", unit=WORKS, year=2023, yuan="600000", document=OF_2023, indicators=lines, department=WORKS
    )


def _of_2024() -> Iterable[PerformanceTarget]:
    yield _target(
        "巷道路灯安装（二期）",
        WORKS,
        "在城南巷道安装路灯，方便居民夜间出行。",
        *("数量 安装路灯盏数 450盏", "质量 亮灯率 ≥98%", "时效 竣工时间 2024年10月底前", "成本 单盏路灯造价 ≤1800元"),
        table=1,
        source="县级预算安排",
        attribute="延续项目",
    )
    yield _target(
        "旱厕改建",
        WORKS,
        "对集市和车站旱厕实施水冲改建，购置吸污车。",
        *("数量 改建旱厕数量 14座", "数量 新增残疾人厕位 6间", "时效 完工时间 9月底前", "成本 每座改建标准 ≤7万元"),
        table=2,
        source="上级补助资金",
        attribute="新增项目",
    )
    yield _target(
        "社区戏台演出",
        CULTURE,
        "组织剧团到社区戏台演出，丰富老年人文化生活。",
        *(
            "数量 演出场次 64场",
            "社会效益 惠及群众人数 ≥1.5万人",
            "经济效益 带动夜市消费收入 ≥80万元",
            "成本 每场演出补助 3000元",
        ),
        table=3,
        source="县级预算安排",
    )
    yield _target(
        "学童窝沟封闭",
        HEALTH,
        "为低年级学童免费开展窝沟封闭，每人每次补助40元。",
        *("数量 封闭学生人数 2600人", "质量 封闭完好率 ≥85%", "成本 人均补助标准 40元", "时效 完成时间 11月底前"),
        "中期 数量 封闭学生人数 7800人",
        table=4,
        source="中央直达资金",
        attribute="常年项目",
    )


def _target(
    project: str, unit: str, goal: str, *lines: str, table: int, source: str, attribute: str | None = None
) -> PerformanceTarget:
    target = makers.target(
        project,
        unit=unit,
        yuan="500000",
        goal=goal,
        table=table,
        document=OF_2024,
        indicators=(
            *_lines(OF_2024, *lines),
            makers.indicator("群众满意度", "≥88%", number="88", unit="%", document=OF_2024, row=30),
        ),
        department=WORKS,
        attribute=attribute,
    )
    place = makers.source(source, document=OF_2024, table=table, row=20)
    return target.model_copy(update={"facts": (*target.facts, Fact(field=Attribute.SOURCE, text=source, source=place))})


def _lines(document: str, *lines: str) -> tuple[Indicator, ...]:
    return tuple(_line(line.split(), document, 7 + place) for place, line in enumerate(lines))


def _line(words: list[str], document: str, row: int) -> Indicator:
    horizon = Horizon.MID_TERM if words[0] == "中期" else Horizon.ANNUAL
    level, name, value = words[-3:]
    found = _VALUE.match(value)
    return makers.indicator(
        name,
        value,
        number=found["number"] if found else None,
        unit=found["unit"] if found else None,
        level1=_LEVELS[level],
        level2=f"{level}指标",
        horizon=horizon,
        row=row,
        document=document,
    )
