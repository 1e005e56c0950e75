"""A fourth county, invented: projects in phases, some with a middle term, a bureau with units below it, towns, and lines of indicators."""

from store.database import Store
from tests import makers

COMMERCE, AUDIT, WATER, RESERVOIR, FOREST = "青禾县商务局", "青禾县审计局", "青禾县水务局", "青禾县水库管理所", "青禾县林业局"
LIUDU, WANGJIANG, YUNFENG = "柳渡镇人民政府", "望江街道办事处", "云峰乡人民政府"
DOCUMENTS = {year: f"青禾县{year}年度项目支出绩效目标" for year in (2023, 2024)}
_OF_WATER = {"department": WATER, "code": "401"}
_BELOW_WATER = {"department": WATER, "code": "401001"}


def fill(store: Store) -> None:
    """Loads its two documents, a year each; 2024 sums up to 1000 万元."""
    for year, rows in ((2023, _of_2023()), (2024, _of_2024())):
        document = DOCUMENTS[year]
        targets = [
            makers.target(project, unit=unit, yuan=yuan, year=year, table=number, document=document, **more)
            for number, (project, unit, yuan, more) in enumerate(rows, 1)
        ]
        makers.load(store, makers.statement(*targets, document=document, publisher="青禾县"))


def _of_2023():
    return (
        ("水库除险加固工程（一期）", WATER, "1000000", {**_OF_WATER, "amounts": {"mid_term/total": "4000000"}}),
        ("河道清淤", WATER, "500000", {**_OF_WATER, "amounts": {"mid_term/total": "1500000", "annual/carryover": "50000"}}),
        ("湿地修复工程（一期）", FOREST, "800000", {"amounts": {"mid_term/total": "2400000"}}),
        ("审计业务费", AUDIT, "350000", {}),
        ("环境保洁经费", LIUDU, "380000", {}),
    )


def _of_2024():
    carried = {"annual/fiscal": "1300000", "annual/carryover": "200000"}
    return (
        ("水库除险加固工程（二期）", WATER, "1500000", {**_OF_WATER, "amounts": carried}),
        ("河道清淤", WATER, "600000", {**_OF_WATER, "amounts": {"annual/fiscal": "500000", "annual/other": "100000"}}),
        ("泵站改造", RESERVOIR, "2000000", _BELOW_WATER),
        ("水库巡查", RESERVOIR, "400000", _BELOW_WATER),
        ("商贸促进", COMMERCE, "500000", {}),
        ("电商培训", COMMERCE, "300000", {}),
        ("审计业务费", AUDIT, "400000", {}),
        ("湿地修复工程（二期）", FOREST, "900000", {"indicators": _lines()}),
        ("储备林建设（一期）", FOREST, "700000", {}),
        ("储备林建设（二期）", FOREST, "800000", {}),
        ("环境保洁经费", LIUDU, "900000", {}),
        ("环境保洁经费", WANGJIANG, "600000", {}),
        ("环境保洁经费", YUNFENG, "400000", {}),
    )


def _lines():
    place = {"level1": "产出指标", "level2": "数量指标", "document": DOCUMENTS[2024]}
    return (
        makers.indicator("护鸟巡查次数", "12次", number="12", unit="次", row=7, **place),
        makers.indicator("湿地植被恢复面积", "300亩", number="300", unit="亩", row=8, **place),
        makers.indicator("科普讲座", "6场", number="6", unit="场", row=9, **place),
    )
