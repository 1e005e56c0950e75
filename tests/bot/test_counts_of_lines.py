"""“人数多少” of a project whose line is not called so, but counts people."""

import pytest

from bot.app import conversation_of
from store.database import Store
from store.model import Indicator
from tests import makers
from tests.bot.conftest import Chat

OFFICE, BUREAU = "青禾县望江街道办事处", "青禾县民政局"


def _line(name: str, number: int, unit: str) -> Indicator:
    return makers.indicator(name, f"{number}{unit}", number=str(number), unit=unit, level1="产出指标", level2="数量指标")


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Wardens and a wetland in two years, and another project with a line that is called 人数."""
    for year, wardens, area in ((2023, 66, 260), (2024, 79, 320)):
        document = f"{year}年表"
        lines = {
            "社区巡查员报酬": [("聘用巡查员", wardens, "人")],
            "湿地养护": [("修复岸线绿地", area, "亩"), ("巡护路线", 18, "公里")],
            "高龄补贴": [("发放人数", 4300, "人")],
        }
        targets = [
            makers.target(
                project,
                unit=BUREAU if project == "高龄补贴" else OFFICE,
                year=year,
                yuan=f"{place}00000",
                table=place,
                document=document,
                indicators=[_line(*row) for row in rows],
            )
            for place, (project, rows) in enumerate(lines.items(), 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("社区巡查员报酬今年人数",), "79人"),
        (("社区巡查员报酬比去年多多少", "人数多多少"), "多 13人"),
        (("社区巡查员报酬多少钱", "人数呢"), "79人"),
        (("湿地养护比去年多多少", "面积多多少"), "多 60亩"),
        (("湿地养护今年里程多少",), "18公里"),
    ],
)
def test_the_line_of_that_project(chat: Chat, turns: tuple[str, ...], said: str) -> None:
    """It is told, and no line of another project that is called so."""
    reply = [chat.says(turn) for turn in turns][-1]

    assert said in reply.text
    assert "高龄补贴" not in reply.text
