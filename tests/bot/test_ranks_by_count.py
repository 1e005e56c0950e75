"""Projects ranked by what their lines count (补助人数最多), whatever the lines are called."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

CARE = "青禾县民政局"


def _amount(value: str, name: str) -> object:
    return makers.indicator(name, value, number=value.strip("≥人名户"), unit=value[-1], level1="产出指标", level2="数量指标")


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("哪个项目补助人数最多", "「寄宿生生活补助」"),
        ("补助人数最少的项目", "「护理员工资补助」"),
        ("哪个项目受益户数最多", "「引水管道改造」"),
        ("青禾县民政局补助人数最多的项目", "「护理员工资补助」"),
        ("哪个项目人数最多", ""),
        ("哪个项目受益面积最大", ""),
        ("哪个项目培训人数最多", ""),
    ],
)
def test_ranks_of_what_is_counted(memory: Store, question: str, first: str) -> None:
    """All that count so are ranked, be the word in the line's name or the project's; where none does, nothing is."""
    targets = (
        makers.target("寄宿生生活补助", table=1, indicators=(_amount("≥2200人", "资助学生"), makers.indicator())),
        makers.target("村医岗位补助", table=2, indicators=(_amount("242人", "补助村医人数"),)),
        makers.target("护理员工资补助", unit=CARE, table=3, indicators=(_amount("15名", "护理员"),)),
        makers.target("引水管道改造", table=4, indicators=(_amount("310户", "受益农户"), _amount("9000人", "受益群众"))),
    )
    makers.load(memory, makers.statement(*targets))
    reply = Talk(conversation_of(memory)).asks(question)

    assert (reply.kind == "answer") == bool(first)
    assert first in reply.text.split("\n", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("哪个单位的护林员最多", "青禾县林业站「护林员补助」2024年：“聘用护林员人数” 40人"),
        ("护林员最少的是哪里", "青禾县柳渡林场「护林员补助」2024年：“聘用护林员人数” 12人"),
        ("哪个单位的护林员钱最多", "预算安排最多的是青禾县柳渡林场「护林员补助」"),
        ("哪个单位的护林员补助最多", "预算安排最多的是青禾县柳渡林场「护林员补助」"),
        ("哪个单位的巡山最多", "预算安排最多的是青禾县林业站「巡山保障」"),
    ],
)
def test_things_that_a_project_is_called_by(memory: Store, question: str, first: str) -> None:
    """Things of a name are counted where a line says how many of them there are; anything else that has most has most money."""
    walks = makers.indicator("巡山路线长度", "80公里", number="80", unit="公里", level1="产出指标", level2="数量指标")
    targets = (
        makers.target("护林员补助", unit="青禾县林业站", yuan="90000", table=1, indicators=(_amount("40人", "聘用护林员人数"),)),
        makers.target(
            "护林员补助", unit="青禾县柳渡林场", yuan="99000", table=2, indicators=(_amount("12人", "聘用护林员人数"),)
        ),
        makers.target("巡山保障", unit="青禾县林业站", yuan="50000", table=3, indicators=(walks,)),
    )
    makers.load(memory, makers.statement(*targets))
    reply = Talk(conversation_of(memory)).asks(question)

    assert first in reply.text.split("\n", maxsplit=1)[0]
