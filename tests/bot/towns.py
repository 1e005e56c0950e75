"""A third county, invented: offices with units below them, towns, schools, and names that only look like words of a question."""

from store.database import Store
from tests import makers

OFFICE, STATION, COACHES = "青禾县交通局", "青禾县公路站", "青禾县客运站"
DATA = "青禾县数据局"
DOCUMENT_2023, DOCUMENT_2024 = "青禾县2023年度项目支出绩效目标", "青禾县2024年度项目支出绩效目标"


def fill(store: Store) -> None:
    """Loads its two documents; 2024 sums up to 292 万元, 2023 to 132.5."""
    makers.load(store, makers.statement(*_of_2023(), document=DOCUMENT_2023, publisher="青禾县"))
    makers.load(store, makers.statement(*_of_2024(), document=DOCUMENT_2024, publisher="青禾县"))


def _of_2023():
    rows = (
        ("公路养护", OFFICE, "900000", {"department": OFFICE, "code": "301"}),
        ("工作经费", STATION, "45000", {"department": OFFICE, "code": "301001"}),
        ("环境保洁经费", "柳渡镇人民政府", "380000", {}),
    )
    return [
        makers.target(project, unit=unit, yuan=yuan, year=2023, table=number, document=DOCUMENT_2023, **more)
        for number, (project, unit, yuan, more) in enumerate(rows, 1)
    ]


def _of_2024():
    own = {"department": OFFICE, "code": "301"}
    funded = {"annual/fiscal": "800000", "annual/carryover": "200000"}
    rows = (
        ("公路养护", OFFICE, "1000000", {**own, "amounts": funded, "attribute": "常年项目"}),
        ("桥梁检测", OFFICE, "300000", {**own, "attribute": "一次性项目"}),
        ("工作经费", STATION, "50000", {"department": OFFICE, "code": "301001"}),
        ("路灯改造", STATION, "120000", {"department": OFFICE, "code": "301001"}),
        ("工作经费", COACHES, "40000", {"department": OFFICE, "code": "301002"}),
        ("环境保洁经费", "柳渡镇人民政府", "400000", {}),
        ("工作经费", "柳渡镇人民政府", "100000", {}),
        ("环境保洁经费", "石桥镇人民政府", "300000", {}),
        ("环境保洁经费", "云峰乡人民政府", "200000", {}),
        ("校园保安经费", "青禾县第一中学", "150000", {}),
        ("校园保安经费", "青禾县实验小学", "80000", {}),
        ("信息系统运维", DATA, "60000", {}),
        ("不含税采购试点", DATA, "90000", {}),
        ("对外宣传经费", DATA, "30000", {}),
    )
    return [
        makers.target(project, unit=unit, yuan=yuan, table=number, document=DOCUMENT_2024, **more)
        for number, (project, unit, yuan, more) in enumerate(rows, 1)
    ]
