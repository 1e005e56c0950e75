"""Projects that are called by words of what no table holds: tenders, complaints, travel, pay."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

UNIT = "青禾县综合局"
CALLED = (
    "政府采购服务费",
    "投诉举报中心经费",
    "信访积案化解",
    "公务接待费",
    "招标代理费",
    "规划设计费",
    "报销系统升级",
    "职工奖金",
    "护理员工资补助",
    "公积金补缴",
    "政策宣传",
    "执法合同审查",
    "不动产登记",
    "无障碍改造",
)


@pytest.fixture
def bureau(memory: Store) -> Store:
    """A bureau with one project of each name."""
    targets = [makers.target(name, unit=UNIT, yuan=f"{n}0000", table=n) for n, name in enumerate(CALLED, 1)]
    makers.load(memory, makers.statement(*targets))
    return memory


def test_a_project_is_meant_by_its_name(bureau: Store) -> None:
    """A stored name goes before the errand that its words may mean, said in full or by its beginning."""
    bot = conversation_of(bureau)
    for number, name in enumerate(CALLED, 1):
        for said in (f"{name}多少钱", f"综合局{name}今年安排了多少", f"{name[:4]}多少钱"):
            reply = answer(bot, said)

            assert f"预算安排 {number} 万元：{UNIT}「{name}」" in reply, said
