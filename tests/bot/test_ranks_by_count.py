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
