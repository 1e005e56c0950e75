"""Forms of an invented county as a clerk checks them: weights, blanks, zeros, missing columns, sums that agree or do not."""

from store.database import Store
from store.model import Blank, Finding, FundingKind, Horizon, Indicator, PerformanceTarget, Severity
from tests import makers

PARKS, WATER, POND = "青禾县园林所", "青禾县水务局", "青禾县水库站"
PARKS_2024, WATER_2024, WATER_2023 = "青禾县园林所2024年度目标", "青禾县水务局2024年度目标", "青禾县水务局2023年度目标"
_COUNT, _QUALITY, _TIME, _COST = ("数量指标", "质量指标", "时效指标", "成本指标")


def fill(store: Store) -> None:
    """One unit whose forms print weights, and one, with a unit below it, whose forms print none."""
    parks = (_benches(), _hedges(), _fountain(), _lawns())
    makers.load(store, makers.statement(*parks, document=PARKS_2024))
    makers.load(store, makers.statement(*_water(), document=WATER_2024), findings=(_parts_differ(),))
    makers.load(store, makers.statement(_sluice(2023, "500000"), document=WATER_2023))


def _line(name: str, value: str, level2: str, weight: str | None, row: int, document: str = PARKS_2024) -> Indicator:
    level1 = {"社会效益指标": "效益指标", "满意度指标": "满意度指标"}.get(level2, "产出指标")
    return makers.indicator(name, value, level1=level1, level2=level2, weight=weight, row=row, document=document)


def _benches() -> PerformanceTarget:
    """Weights that come to 90, two of them equal and greatest."""
    lines = (
        _line("更换长椅", "60把", _COUNT, "25", 10),
        _line("安装合格率", "≥98%", _QUALITY, "25", 11),
        _line("完工时间", "8月底前", _TIME, "10", 12),
        _line("每把单价", "≤900元/把", _COST, "5", 13),
        _line("休憩环境改善", "明显", "社会效益指标", "15", 14),
        _line("游人满意度", "≥92%", "满意度指标", "10", 15),
    )
    return makers.target("公园长椅更换", unit=PARKS, yuan="54000", indicators=lines, document=PARKS_2024)


def _hedges() -> PerformanceTarget:
    """Weights that come to 80."""
    lines = (
        _line("修剪绿篱", "3000米", _COUNT, "50", 20),
        _line("修剪及时率", "100%", _TIME, "20", 21),
        _line("居民满意度", "≥90%", "满意度指标", "10", 22),
    )
    return makers.target("绿篱修剪", unit=PARKS, yuan="30000", indicators=lines, document=PARKS_2024, table=2)


def _fountain() -> PerformanceTarget:
    """A column for weights, with nothing in it."""
    line = _line("维护喷泉", "2座", _COUNT, None, 30)
    made = makers.target("喷泉维护", unit=PARKS, yuan="20000", indicators=(line,), document=PARKS_2024, table=3)
    place = makers.source("", document=PARKS_2024, table=3, row=30, column=6)
    blank = Blank(field="weight", horizon=Horizon.ANNUAL, name="维护喷泉", source=place)
    return made.model_copy(update={"blanks": (blank,)})


def _lawns() -> PerformanceTarget:
    """One weight of two is filled in; no line of satisfaction."""
    lines = (_line("补种草坪", "900平方米", _COUNT, "60", 40), _line("成活率", "≥95%", _QUALITY, None, 41))
    return makers.target("草坪补种", unit=PARKS, yuan="70000", indicators=lines, document=PARKS_2024, table=4)


def _water() -> tuple[PerformanceTarget, ...]:
    """No column for weights; kinds of money blank, 0, or not there."""
    wells = makers.target(
        "机井维修",
        unit=WATER,
        yuan="1500000",
        amounts={"annual/fiscal": "1200000", "annual/carryover": "300000"},
        indicators=(
            _line("维修总成本", "≤140万元", _COST, None, 10, WATER_2024),
            _line("群众满意度", "≥90%", "满意度指标", None, 11, WATER_2024),
        ),
        code="130",
        department=WATER,
        document=WATER_2024,
        table=2,
    )
    pond = makers.target(
        "坝坡除草",
        unit=POND,
        yuan="80000",
        amounts={"annual/fiscal": "60000", "annual/carryover": "10000", "annual/other": "10000"},
        indicators=(_line("除草面积", "9000平方米", _COUNT, None, 12, WATER_2024),),
        code="130001",
        department=WATER,
        document=WATER_2024,
        table=3,
    )
    return (_sluice(2024, "600000"), _blank(wells, FundingKind.OTHER), pond)


def _sluice(year: int, yuan: str) -> PerformanceTarget:
    """A total that its parts do not come to; carried over 0; no column for other money."""
    document = WATER_2024 if year == 2024 else WATER_2023
    return makers.target(
        "闸门养护",
        unit=WATER,
        year=year,
        yuan=yuan,
        amounts={"annual/fiscal": "450000", "annual/carryover": "0"},
        indicators=(
            _line("养护总成本", "60万元", _COST, None, 10, document),
            _line("群众满意度", "≥90%", "满意度指标", None, 11, document),
        ),
        code="130",
        department=WATER,
        document=document,
    )


def _parts_differ() -> Finding:
    message = "年度资金总额写 60 万元，各项来源相加是 45 万元。请核对。"
    named = {"project": "闸门养护", "unit": WATER, "year": 2024}
    return Finding(rule="parts-differ", severity=Severity.WARN, message=message, place="第1张表", **named)


def _blank(target: PerformanceTarget, kind: FundingKind) -> PerformanceTarget:
    place = makers.source("", document=WATER_2024, table=2, row=5, column=3)
    return target.model_copy(update={"blanks": (Blank(field=kind.value, horizon=Horizon.ANNUAL, source=place),)})
