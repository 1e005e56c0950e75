"""A second county, invented: what the bundled document has no case of.

Several years, phases, a middle term, a carry-over, two publishers, units below a department, equal amounts, a target
without a total, two documents that contradict each other, and a list that says otherwise than its form.
"""

from datetime import date
from decimal import Decimal

from store.database import Store
from store.model import Blank, DocumentStatement, Funding, FundingKind, Goal, Horizon, PerformanceTarget, Stage
from tests import makers

FINANCE_2024 = "青禾县财政局2024年度项目支出绩效目标"
FINANCE_2023 = "青禾县财政局2023年度项目支出绩效目标"
SCHOOLS = "青禾县教育局2024年度项目支出绩效目标"
OTHER_COUNTY = "白杨县财政局2024年度项目支出绩效目标"
ROAD_ONE = "柳渡镇人民政府2024年度项目支出绩效目标"
ROAD_TWO = "青禾县交通局2024年度项目支出绩效目标"

FINANCE, TREASURY, LIUDU, SHIQIAO = "青禾县财政局", "青禾县国库支付中心", "柳渡镇财政所", "石桥镇财政所"


def fill(store: Store) -> None:
    """Loads the documents of the invented county."""
    makers.load(store, _finance_2023())
    makers.load(store, _finance_2024())
    makers.load(store, _schools())
    makers.load(store, _other_county())
    for document, yuan in ((ROAD_ONE, "300000"), (ROAD_TWO, "320000")):
        road = makers.target("农村公路养护", unit="柳渡镇人民政府", yuan=yuan, document=document)
        makers.load(store, makers.statement(road, document=document, publisher="青禾县", published=date(2024, 2, 1)))


def _finance_2023() -> DocumentStatement:
    return makers.statement(
        makers.target("网络运维", unit=FINANCE, year=2023, yuan="250000", code="121", department=FINANCE, document=FINANCE_2023),
        makers.target("驻村帮扶经费", unit=LIUDU, year=2023, yuan="30000", code="121004", document=FINANCE_2023, table=2),
        document=FINANCE_2023,
    )


def _finance_2024() -> DocumentStatement:
    targets = (
        _with_middle_term(
            makers.target(
                "网络运维",
                unit=FINANCE,
                yuan="300000",
                amounts={"annual/fiscal": "220000", "annual/carryover": "80000", "mid_term/total": "900000"},
                code="121",
                department=FINANCE,
                attribute="常年项目",
                document=FINANCE_2024,
            )
        ),
        makers.target(
            "国库业务经费", unit=TREASURY, yuan="50000", code="121", department=FINANCE, document=FINANCE_2024, table=2
        ),
        makers.target("驻村帮扶经费", unit=LIUDU, yuan="32000", code="121004", document=FINANCE_2024, table=3),
        makers.target("驻村帮扶经费", unit=SHIQIAO, yuan="32000", code="121005", document=FINANCE_2024, table=4),
        _without_total(makers.target("档案整理", unit=TREASURY, yuan=None, document=FINANCE_2024, table=5)),
    )
    listed = (
        makers.listed("网络运维", "310000").model_copy(
            update={"source": makers.source("31", document=FINANCE_2024, table=6, row=2, column=3)}
        ),
    )
    return makers.statement(*targets, document=FINANCE_2024, listed=listed)


def _with_middle_term(target: PerformanceTarget) -> PerformanceTarget:
    words = "三年内完成机房改造"
    goal = Goal(horizon=Horizon.MID_TERM, text=words, source=makers.source(words, document=FINANCE_2024, row=8))
    return target.model_copy(update={"goals": (*target.goals, goal)})


def _without_total(target: PerformanceTarget) -> PerformanceTarget:
    place = makers.source("", document=FINANCE_2024, table=5, row=5)
    fiscal = Funding(
        horizon=Horizon.ANNUAL,
        kind=FundingKind.FISCAL,
        yuan=Decimal(15000),
        source=makers.source("15000", document=FINANCE_2024, table=5, row=6),
    )
    blank = Blank(field=FundingKind.TOTAL.value, horizon=Horizon.ANNUAL, source=place)
    return target.model_copy(update={"fundings": (fiscal,), "blanks": (blank,)})


def _schools() -> DocumentStatement:
    school = "青禾县第三中学"
    return makers.statement(
        makers.target("智慧校园建设项目（一期）", unit=school, yuan="1200000", document=SCHOOLS),
        makers.target("智慧校园建设项目（二期）", unit=school, yuan="800000", document=SCHOOLS, table=2),
        makers.target(
            "操场改造",
            unit=school,
            yuan="460000",
            document=SCHOOLS,
            table=3,
            indicators=(
                makers.indicator("师生满意度", "≥95%", number="95", document=SCHOOLS),
                makers.indicator(
                    "改造面积",
                    "3600平方米",
                    number="3600",
                    unit="平方米",
                    level1="产出指标",
                    level2="数量指标",
                    document=SCHOOLS,
                    row=8,
                ),
            ),
        ),
        document=SCHOOLS,
        publisher="青禾县教育局",
    )


def _other_county() -> DocumentStatement:
    target = makers.target("网络运维", unit="白杨县财政局", yuan="510000", document=OTHER_COUNTY)
    return makers.statement(target, document=OTHER_COUNTY, publisher="白杨县财政局", stage=Stage.APPROVED)
