"""kill -9 and SIGTERM while people ask: nothing that was acknowledged goes unanswered, and little comes twice."""

import json
import random
import threading
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from seed.load import bundled
from tests.bot.program import Program
from tests.bot.telegram.process import Serving
from tests.botapi.faults import Fault
from tests.botapi.server import BotApi

CHATS = range(101, 111)


@dataclass
class Crowd:
    """People who ask one question after another, each naming a project that there is not: the answer says which."""

    api: BotApi
    every: float  # seconds
    asked: dict[int, list[int]] = field(default_factory=lambda: {chat: [] for chat in CHATS})

    def __post_init__(self) -> None:
        self._enough = threading.Event()
        self._asking = threading.Thread(target=self._ask, daemon=True)
        self._asking.start()

    def _ask(self) -> None:
        number = 0
        while not self._enough.wait(self.every):
            number += 1
            chat = CHATS[number % len(CHATS)]
            self.asked[chat].append(number)
            self.api.says(f"火箭{number}发射费多少", person=chat)

    def stop(self) -> None:
        """Nobody asks any more."""
        self._enough.set()
        self._asking.join()

    def all_answered(self) -> bool:
        """Whether everybody has every answer."""
        return all(set(self.answers(chat)) == set(self.asked[chat]) for chat in CHATS)

    def answers(self, chat: int) -> list[int]:
        """The numbers of the questions that the answers name, as they came."""
        return [int(m.text.partition("火箭")[2].partition("发射费")[0]) for m in self.api.sent(chat)]

    def doubles(self) -> int:
        """How many answers came again."""
        return sum(n - 1 for chat in CHATS for n in Counter(self.answers(chat)).values())

    def in_order(self) -> bool:
        """Whether each chat had its answers in the order of its questions, those that came again left out."""
        return all(list(dict.fromkeys(self.answers(chat))) == self.asked[chat] for chat in CHATS)


def killed(serving: Serving, api: BotApi, kills: int, seed: int) -> tuple[Crowd, list[int]]:
    """Kills the process so often under load, and lets it finish at last; how many doubles each kill brought."""
    dice = random.Random(seed)  # noqa: S311  # a seed makes a failure come again
    crowd, doubles = Crowd(api, every=0.1), [0]
    try:
        for _ in range(kills):
            serving.start()
            before = len(api.sent())
            api.wait(lambda before=before: len(api.sent()) > before + 5, 60)
            threading.Event().wait(dice.uniform(0, 0.5))
            serving.kill()
            doubles.append(crowd.doubles())
    finally:
        crowd.stop()
    serving.start()
    api.wait(crowd.all_answered, 120)
    doubles.append(crowd.doubles())
    assert 0 == serving.stop()
    return crowd, [after - before for before, after in pairwise(doubles)]


def check(crowd: Crowd, doubles: list[int], kills: int) -> None:
    questions = sum(len(asked) for asked in crowd.asked.values())
    print(
        f"{kills} kills, {questions} questions: all answered, in order; came twice: {sum(doubles)} (most after a kill: {max(doubles)})"
    )
    assert crowd.in_order()
    assert max(doubles) <= 1
    assert [] == crowd.api.pending


def test_a_few_kills(api: BotApi, program: Program) -> None:
    """Killed twice under load: every question is answered, in order, at most one twice a kill."""
    with Serving(program, api) as serving:
        crowd, doubles = killed(serving, api, 2, seed=7)

    check(crowd, doubles, 2)


@pytest.mark.prove
@pytest.mark.parametrize("seed", [1, 2])
def test_fifty_kills(api: BotApi, program: Program, seed: int) -> None:
    """The same with fifty kills."""
    with Serving(program, api) as serving:
        crowd, doubles = killed(serving, api, 50, seed)

    check(crowd, doubles, 50)


@pytest.mark.prove
def test_kills_on_a_server(api: BotApi, program: Program, postgresql) -> None:
    """On PostgreSQL what the dead held is free when its leases run out; another process goes on then."""
    address = {"WENXIAO_DATABASE_URL": postgresql()}
    assert 0 == program.run("load", str(bundled()), **address).code
    with Serving(program, api, **address) as serving:
        crowd, doubles = killed(serving, api, 4, seed=3)

    check(crowd, doubles, 4)


def test_the_end_under_load(api: BotApi, program: Program) -> None:
    """SIGTERM: what was begun is finished, the exit code is 0, and the next start goes on without anything twice."""
    with Serving(program, api, whole=True) as serving:
        serving.start()
        crowd = Crowd(api, every=0.05)
        api.wait(lambda: len(api.sent()) > 30, 60)
        assert 0 == serving.stop()
        crowd.stop()
        serving.start()
        api.wait(crowd.all_answered, 60)

        assert 0 == serving.stop()
        assert crowd.in_order()
        assert 0 == crowd.doubles()
        assert "Traceback" not in serving.said()


def test_the_end_while_telegram_hangs(api: BotApi, program: Program) -> None:
    """A send that hangs does not keep the process from ending in time; the next start sends it."""
    with Serving(program, api) as serving:
        api.fail("sendMessage", Fault.hang(60))
        serving.start()
        api.says("软件升级维护多少钱")
        api.wait(lambda: api.faults_left() == 0, 60)
        assert 0 == serving.stop()
        serving.start()
        api.wait(api.sent, 60)

        assert "90 万元" in api.sent()[0].text
        assert 0 == serving.stop()


def test_the_end_before_telegram_was_there(api: BotApi, program: Program) -> None:
    """Whoever stops it before it ever reached Telegram need not wait."""
    api.fail("*", Fault.status(502), times=10_000)
    with Serving(program, api) as serving:
        serving.start()
        api.wait(lambda: api.calls("getMe"), 60)

        assert 0 == serving.stop(within=10)


def test_secrets_in_the_log(api: BotApi, program: Program) -> None:
    """Whatever goes wrong, and at the most talkative level: neither token nor proxy password is written anywhere."""
    for fault in (Fault.unauthorized(), Fault.reset()):
        for method in ("getMe", "getUpdates", "sendMessage"):
            api.fail(method, fault)
    with Serving(program, api, WENXIAO_LOG_LEVEL="debug") as serving:
        serving.start()
        api.says("软件升级维护多少钱")
        api.push({"message": {"message_id": "x", "chat": {"id": 11}}})
        api.wait(lambda: api.sent() and api.faults_left() == 0 and not api.pending, 90)
        assert 0 == serving.stop()

    log = serving.said()
    assert {"INFO", "WARNING", "ERROR"} <= {json.loads(line)["level"] for line in log.splitlines()}
    assert "Traceback" in log
    assert api.token not in log
    assert api.token.partition(":")[2] not in log


def test_one_at_a_time(api: BotApi, program: Program) -> None:
    """A second process over the same file is refused in words, and the first goes on."""
    with Serving(program, api) as serving:
        serving.start()
        api.wait(lambda: api.polling, 60)
        ran = program.run("serve", WENXIAO_TELEGRAM_TOKEN=api.token, WENXIAO_TELEGRAM_API_URL=api.url, WENXIAO_HTTP_PORT="0")
        api.says("软件升级维护多少钱")
        api.wait(api.sent)

    assert 1 == ran.code
    assert "已经有一个 wenxiao serve 在用" in ran.err.splitlines()[-1]
