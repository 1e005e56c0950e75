"""`wenxiao serve` and an emulator of Telegram that neither we nor the library's makers wrote: one conversation."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.program import Program
from tests.bot.telegram.process import Serving
from tests.peers.emulator import Emulator

SECONDS = 30


@pytest.fixture
def serving(telegram: Emulator, tmp_path: Path) -> Iterator[Serving]:
    """The program with the bundled document, running."""
    program = Program(tmp_path)
    assert 0 == program.run("load", str(Path(__file__).parents[2] / "seed" / "data")).code
    with Serving(program, telegram) as serving:
        serving.start()
        yield serving


def test_a_conversation_with_a_restart_in_the_middle(telegram: Emulator, serving: Serving) -> None:
    """Text, follow-up, buttons, a group; what is asked while nobody serves is answered after, and old buttons work."""
    choices = telegram.asks("乡村振兴经费多少", seconds=SECONDS)
    assert "任圩街道办事处财政所 2.6 万元" in choices.text
    assert "2.6 万元" in telegram.asks("任圩的呢", seconds=SECONDS).text
    assert 0 == serving.stop()

    telegram.says("目标呢")
    before = len(telegram.replies())
    serving.start()
    telegram.wait(lambda: len(telegram.replies()) > before, SECONDS)
    assert "年度目标" in telegram.replies()[-1].text

    telegram.presses(choices, choices.labels[1])
    telegram.wait(lambda: len(telegram.replies()) > before + 1, SECONDS)
    assert "4.64 万元：渠沟镇财政所" in telegram.replies()[-1].text

    in_group = telegram.asks("@TestNameBot 软件升级维护多少钱", group=True, seconds=SECONDS)
    assert "90 万元" in in_group.text
    assert in_group.reply_to is not None
    assert 0 == serving.stop()
    assert "Traceback" not in serving.said()
