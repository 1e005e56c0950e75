"""What those that come first are for, and what share a project has of “局里”: its own unit's money."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Two bureaus with three projects."""
    rows = (("路灯安装", "青禾县城管局", "60"), ("河道清淤", "青禾县水务局", "30"), ("水质监测", "青禾县水务局", "10"))
    targets = [
        makers.target(project, unit=unit, yuan=f"{wan}0000", goal=f"完成{project}。", table=table)
        for table, (project, unit, wan) in enumerate(rows, 1)
    ]
    makers.load(memory, makers.statement(*targets))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    "asked", ["今年预算最大的两个项目是干嘛的", "今年预算最大的两个项目的目标", "预算最多的两个项目是干什么的"]
)
def test_goals(chat: Chat, asked: str) -> None:
    """Each of them with its goal, and no other."""
    reply = chat.says(asked)

    assert "完成路灯安装。" in reply
    assert "完成河道清淤。" in reply
    assert "水质监测" not in reply.text
    assert "请说明" not in reply.text


@pytest.mark.parametrize("turns", ["河道清淤占局里多少", "河道清淤多少|占局里多少", "河道清淤多少|它占局里头多少"])
def test_share_of_its_bureau(chat: Chat, turns: str) -> None:
    """局里 is the unit of what was spoken of."""
    *_, reply = [chat.says(turn) for turn in turns.split("|")]

    assert "占 75%" in reply
    assert "未用到" not in reply.text
