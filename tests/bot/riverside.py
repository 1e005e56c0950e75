"""A county by a river, invented: three years of a bureau with a station below it and of two towns, as clerks check and talk them over."""

from datetime import date

from store.database import Store
from store.model import Indicator, PerformanceTarget
from tests import makers

WATER, GAUGE, LIUDU, SHIQIAO = "青禾县水务局", "青禾县水文站", "柳渡镇人民政府", "石桥镇人民政府"
_COUNT, _COST, _CONTENT = "数量指标", "成本指标", "满意度指标"


def fill(store: Store) -> None:
    """56.7 万元 in 2024: 堤防加固 40, 水质监测 6, 工作经费 3.2, 环境保洁 2 and 4.5, 路灯维护 1."""
    for year in (2022, 2023, 2024):
        document = _document(year)
        targets = [made for n, made in enumerate(_targets(year, document), 1)]
        makers.load(store, makers.statement(*targets, document=document, publisher="青禾县", published=date(year, 2, 1)))


def _document(year: int) -> str:
    return f"青禾县{year}年度项目支出绩效目标"


def _targets(year: int, document: str) -> list[PerformanceTarget]:
    def line(name: str, value: str, number: str, unit: str, level2: str, row: int) -> Indicator:
        level1 = "满意度指标" if level2 == _CONTENT else "产出指标"
        return makers.indicator(name, value, number=number, unit=unit, level1=level1, level2=level2, row=row, document=document)

    dyke = (
        line("加固堤防长度", f"{year - 2012}公里", str(year - 2012), "公里", _COUNT, 10),
        line("沿岸群众满意度", "≥85%", "85", "%", _CONTENT, 11),
    )
    water = (
        line("监测点位", "20个", "20", "个", _COUNT, 10),
        line("监测总成本", "≤8万元", "8", "万元", _COST, 11),
        line("用水户满意度", "≥95%" if year == 2024 else "≥93%", "95" if year == 2024 else "93", "%", _CONTENT, 12),
    )
    common = {"year": year, "document": document}
    money = {2022: "200000", 2023: "300000", 2024: "400000"}
    parts = {"annual/fiscal": "300000", "annual/carryover": "100000"} if year == 2024 else {}
    targets = [
        makers.target(
            "堤防加固",
            unit=WATER,
            code="130",
            yuan=money[year],
            amounts=parts,
            goal="加固堤防14公里。",
            indicators=dyke,
            table=1,
            **common,
        ),
    ]
    if year == 2022:
        return targets
    swept = "20000" if year == 2024 else "35000"
    targets += [
        makers.target(
            "水质监测", unit=WATER, code="130", yuan="60000", goal="监测20个点位。", indicators=water, table=2, **common
        ),
        makers.target("工作经费", unit=GAUGE, code="130001", department=WATER, yuan="32000", table=3, **common),
        makers.target("环境保洁", unit=LIUDU, yuan=swept, table=4, **common),
        makers.target("环境保洁", unit=SHIQIAO, yuan="45000", table=5, **common),
    ]
    return targets if year == 2023 else [*targets, makers.target("路灯维护", unit=LIUDU, yuan="10000", table=6, **common)]
