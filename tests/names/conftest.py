"""Invented names, close to each other as real ones are."""

from collections.abc import Callable

import pytest

from store.names import Match, NameIndex, NameType, tokenize
from store.text import normalize

PROJECTS = (
    "乡村振兴下派干部经费",
    "乡村振兴衔接资金",
    "软件升级维护",
    "工作经费",
    "智慧校园建设项目（一期）",
    "智慧校园建设项目（二期）",
    "最低生活保障资金",
    "公务接待费",
    "公务用车运行维护",
    "第三中学操场改造",
    "农村公路养护",
    "2023年春季绿化",
)
UNITS = (
    "青禾县财政局",
    "青禾县财政局国库支付中心",
    "柳渡镇人民政府",
    "柳渡镇财政所",
    "石桥街道办事处财政所",
    "青禾县第三中学",
    "青禾县第二中学",
    "青禾县农业农村局",
    "青禾县中医院",
)


@pytest.fixture(scope="session")
def index() -> NameIndex:
    return NameIndex({NameType.PROJECT: PROJECTS, NameType.UNIT: UNITS, NameType.INDICATOR: ("群众满意度", "公路养护里程")})


@pytest.fixture(scope="session")
def found(index: NameIndex) -> Callable[[str], list[Match]]:
    """What a question may mean, the best first."""
    return lambda question: index.propose(tokenize(normalize(question).text))
