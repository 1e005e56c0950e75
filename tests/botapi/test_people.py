"""What Telegram makes of what people write and press."""

from datetime import UTC, datetime

import pytest

from tests.botapi.calling import Refused, call
from tests.botapi.people import GROUP, found_entities
from tests.botapi.server import BotApi
from tests.botapi.state import Raw


def heard(api: BotApi, number: int) -> Raw:
    """The message of an update."""
    message: Raw = api.update(number)["message"]
    return message


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", ["/start"]),
        ("/start@wenxiao_test_bot i_7", ["/start@wenxiao_test_bot"]),
        ("请 /help 一下", ["/help"]),
        ("请/help", []),
        ("/帮助", []),
        ("/help帮助", []),
        ("/help，谢谢", ["/help"]),
        ("2023/2024", []),
        ("/a/b", []),
        ("/a@b", []),
        ("@wenxiao_test_bot 多少", ["@wenxiao_test_bot"]),
        ("（@wenxiao_test_bot）", ["@wenxiao_test_bot"]),
        ("请@wenxiao_test_bot 多少", []),
        ("@wenxiao_test_bot多少", []),
        ("a@b.cn @abc @" + "a" * 33, []),
        ("@abcd /x @efgh", ["@abcd", "/x", "@efgh"]),
    ],
)
def test_commands_and_mentions(text: str, found: list[str]) -> None:
    """They stand apart from letters, and 汉字 are letters."""
    assert found == [text[e["offset"] : e["offset"] + e["length"]] for e in found_entities(text)]
    kinds = {"/": "bot_command", "@": "mention"}
    assert [kinds[word[0]] for word in found] == [e["type"] for e in found_entities(text)]


def test_offsets() -> None:
    """They count UTF-16 units."""
    assert [{"type": "mention", "offset": 5, "length": 5}] == found_entities("😀😀 @abcd")


def test_a_private_chat(api: BotApi) -> None:
    """The chat has the id and the name of the person; entities are left out if there are none."""
    message = heard(api, api.says("多少", person=12, first_name="李", date=datetime(2026, 11, 2, tzinfo=UTC)))

    assert {
        "message_id": 101,
        "from": {"id": 12, "is_bot": False, "first_name": "李", "language_code": "zh-hans"},
        "chat": {"id": 12, "first_name": "李", "type": "private"},
        "date": 1793577600,
        "text": "多少",
    } == message


@pytest.mark.parametrize(("chat", "kind"), [(None, "supergroup"), (GROUP, "supergroup"), (-7, "group")])
def test_a_group(api: BotApi, chat: int | None, kind: str) -> None:
    """A negative chat is a group, or a supergroup if it is below −10¹²."""
    message = heard(api, api.says("/x", chat=chat, group=True, group_title="办公室"))

    assert {"id": chat or GROUP, "title": "办公室", "type": kind} == message["chat"]
    assert (11, [{"type": "bot_command", "offset": 0, "length": 2}]) == (message["from"]["id"], message["entities"])


def test_message_ids(api: BotApi) -> None:
    """Private chats and small groups share one count, each supergroup has its own: an id alone says nothing."""
    chats = [11, 12, -7, GROUP, GROUP - 1, GROUP]

    assert [101, 102, 103, 1, 1, 2] == [heard(api, api.says("在", chat=chat))["message_id"] for chat in chats]


def test_a_topic(api: BotApi) -> None:
    """Its messages carry it, and the group is a forum from then on."""
    first = heard(api, api.says("一", group=True, thread=7))
    second = heard(api, api.says("二", group=True, reply_to=1))

    assert (7, True, True) == (first["message_thread_id"], first["is_topic_message"], first["chat"]["is_forum"])
    assert (True, False) == (second["chat"]["is_forum"], "message_thread_id" in second)


def test_a_reply_in_a_supergroup(api: BotApi) -> None:
    """It is in the thread of the first message, which is no topic: one cannot send there."""
    api.says("一", group=True)
    api.says("二", group=True, reply_to=1)
    third = heard(api, api.says("三", group=True, reply_to=2))

    assert (1, False) == (third["message_thread_id"], "is_topic_message" in third)
    assert ("二", False) == (third["reply_to_message"]["text"], "reply_to_message" in third["reply_to_message"])
    with pytest.raises(Refused, match="message thread not found"):
        call(api, "sendMessage", chat_id=GROUP, text="四", message_thread_id=1)


def test_a_reply_to_the_bot(api: BotApi) -> None:
    """The bot's message comes with it as it is now."""
    api.says("一")
    call(api, "sendMessage", chat_id=11, text="二")
    reply = heard(api, api.says("三", reply_to=api.sent()[0]))

    assert ("二", True) == (reply["reply_to_message"]["text"], reply["reply_to_message"]["from"]["is_bot"])


def test_a_reply_to_nothing(api: BotApi) -> None:
    """A test that replies to a message that is not there is wrong, and is told so."""
    with pytest.raises(AssertionError, match="no message 5 in chat 11"):
        api.says("一", reply_to=5)


def test_deleted_messages(api: BotApi) -> None:
    """Nobody sees them, replies to them or edits them; what was sent stays known."""
    number = heard(api, api.says("一"))["message_id"]
    call(api, "sendMessage", chat_id=11, text="二")
    api.deletes(number)
    api.deletes(api.sent()[0])

    assert (["二"], []) == ([m.text for m in api.sent()], api.screen())
    with pytest.raises(Refused, match="message to be replied not found"):
        call(api, "sendMessage", chat_id=11, text="三", reply_parameters={"message_id": number})
    with pytest.raises(Refused, match="message to edit not found"):
        call(api, "editMessageText", chat_id=11, message_id=number + 1, text="三")


def test_presses(api: BotApi) -> None:
    """By label or number, on the buttons as they are now."""
    rows = [[{"text": "上", "callback_data": "a"}], [{"text": "下", "callback_data": "b"}, {"text": "看", "url": "http://a.cn"}]]
    api.says("在")
    call(api, "sendMessage", chat_id=11, text="一", reply_markup={"inline_keyboard": rows})
    message = api.sent()[0]
    by_label, by_number = (api.update(api.presses(message, b, 12))["callback_query"] for b in ("下", 0))

    assert ("b", "a", 12) == (by_label["data"], by_number["data"], by_label["from"]["id"])
    assert ("一", rows) == (by_label["message"]["text"], by_label["message"]["reply_markup"]["inline_keyboard"])
    assert by_label["id"] != by_number["id"]
    assert by_label["chat_instance"] == by_number["chat_instance"]
    for wrong in ("左", "看", 3):
        with pytest.raises(AssertionError, match="is no button that can be pressed"):
            api.presses(message, wrong)

    call(api, "editMessageText", chat_id=11, message_id=message.id, text="二", reply_markup={"inline_keyboard": rows[:1]})
    with pytest.raises(AssertionError, match="下"):
        api.presses(message, "下")
    assert "二" == api.update(api.presses(message, "上"))["callback_query"]["message"]["text"]


def test_a_block(api: BotApi) -> None:
    """The bot is told if the test wants it."""
    api.says("在")
    api.block()
    api.unblock()
    assert 1 == len(api.pending)

    api.block(tell=True)
    change = api.update(api.pending[-1])["my_chat_member"]
    assert ("member", "kicked", 11) == (
        change["old_chat_member"]["status"],
        change["new_chat_member"]["status"],
        change["from"]["id"],
    )
