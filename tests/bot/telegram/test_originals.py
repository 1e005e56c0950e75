"""原件: the file itself comes into the chat, to the byte."""

import pytest

from bot.service.serving import Service
from seed.load import bundled
from tests.bot.program import Program
from tests.bot.telegram.process import Serving
from tests.botapi.faults import Fault
from tests.botapi.server import BotApi


def original() -> tuple[str, bytes]:
    """The bundled document's name and bytes."""
    (file,) = [entry for entry in bundled().iterdir() if entry.name.endswith(".txt")]
    return file.name, file.read_bytes()


async def test_the_file_comes(api: BotApi, service: Service) -> None:
    """After an answer “原件” brings a message that says which file it is, and then the file under its name."""
    api.says("软件升级维护多少钱")
    await api.until(lambda: len(api.sent()) == 1)
    api.says("原件")
    await api.until(lambda: len(api.sent()) == 3)
    _, words, file = api.sent()

    assert words.text.startswith("原件：")
    assert (words.file, original()) == (None, (file.file.name, file.file.content))
    assert "admin original" not in words.text


async def test_the_file_in_a_group(api: BotApi, service: Service) -> None:
    """The file goes where the question was asked, and answers it as well."""
    question = api.says("@wenxiao_test_bot 软件升级维护的原件", chat=-1001)
    await api.until(lambda: len(api.sent()) == 2)

    number = api.update(question)["message"]["message_id"]
    assert [(-1001, number)] * 2 == [(m.chat, m.reply_to) for m in api.sent()]


async def test_telegram_is_away(api: BotApi, service: Service) -> None:
    """A file that could not be sent is sent again, once."""
    api.fail("sendDocument", Fault.status(502), times=2)
    api.says("软件升级维护的原件")
    await api.until(lambda: len(api.sent()) == 2, 30)

    assert original()[1] == api.sent()[1].file.content
    assert 3 == len(api.calls("sendDocument"))


async def test_bytes_that_are_gone(api: BotApi, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the store has lost an original, that is said."""
    monkeypatch.setattr("bot.service.sending.documents.original", lambda _store, _sha256: None)
    api.says("软件升级维护的原件")
    await api.until(lambda: len(api.sent()) == 2)

    assert f"{original()[0]}：原件不在库里，请告诉管理员。" == api.sent()[1].text


def test_a_restart_between_words_and_file(api: BotApi, program: Program) -> None:
    """What is in the outbox goes out after a restart, the file included."""
    with Serving(program, api) as serving:
        api.fail("sendDocument", Fault.hang(60))
        serving.start()
        api.says("软件升级维护的原件")
        api.wait(lambda: api.faults_left() == 0, 60)
        serving.kill()
        serving.start()
        api.wait(lambda: any(m.file for m in api.sent()), 90)
        assert 0 == serving.stop()

    assert [original()[1]] == [m.file.content for m in api.sent() if m.file]
