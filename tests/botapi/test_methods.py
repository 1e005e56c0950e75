"""What the methods answer, and why they refuse."""

import time
from typing import Any

import pytest

from tests.botapi.calling import Refused, call
from tests.botapi.people import GROUP
from tests.botapi.server import BotApi

YES = {"inline_keyboard": [[{"text": "是", "callback_data": "y"}]]}


def say(api: BotApi, **more: Any) -> Any:
    return call(api, "sendMessage", **{"chat_id": 11, "text": "您好", **more})


@pytest.fixture
def person(api: BotApi) -> int:
    """The id of a message in the chat with person 11."""
    number: int = api.update(api.says("在"))["message"]["message_id"]
    return number


def test_me(api: BotApi) -> None:
    """The bot is what @BotFather makes of a new one."""
    me = call(api, "getMe")

    assert ("wenxiao_test_bot", True, True, False, False) == (
        me["username"],
        me["is_bot"],
        me["can_join_groups"],
        me["can_read_all_group_messages"],
        me["supports_inline_queries"],
    )
    assert api.token.startswith(f"{me['id']}:")


def test_a_whole_message(api: BotApi, person: int) -> None:
    """The answer is the message as all see it, with the keyboard and the message that it replies to."""
    begin = int(time.time())
    sent = say(api, text="<b>您好</b> ", parse_mode="HTML", reply_markup=YES, reply_parameters={"message_id": person})
    date = sent.pop("date")

    assert begin <= date <= time.time()
    assert {
        "message_id": person + 1,
        "from": {"id": 1234567, "is_bot": True, "first_name": "问效", "username": "wenxiao_test_bot"},
        "chat": {"id": 11, "first_name": "王", "type": "private"},
        "text": "您好",
        "entities": [{"type": "bold", "offset": 0, "length": 2}],
        "reply_to_message": api.update(api.pending[0])["message"],
        "reply_markup": YES,
    } == sent


def test_a_reply_to_a_reply(api: BotApi, person: int) -> None:
    """A message shows what it replies to, and no further."""
    first = say(api, reply_parameters={"message_id": person})
    second = say(api, reply_parameters={"message_id": first["message_id"]})

    assert "reply_to_message" in first
    assert "reply_to_message" not in second["reply_to_message"]


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"chat_id": 12}, "chat not found"),
        ({"chat_id": "@nobody"}, "chat not found"),
        ({"text": " "}, "message text is empty"),
        ({"text": "一" * 4097}, "message is too long"),
        ({"text": "<p>", "parse_mode": "HTML"}, 'can\'t parse entities: Unsupported start tag "p" at byte offset 0'),
        ({"reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"message_thread_id": 5}, "message thread not found"),
    ],
)
def test_a_message_that_cannot_be_sent(api: BotApi, person: int, more: dict[str, Any], wrong: str) -> None:
    """It is refused in Telegram's words, and nobody sees it."""
    with pytest.raises(Refused) as refused:
        say(api, **more)

    assert f"Bad Request: {wrong}" == str(refused.value)
    assert [] == api.sent()
    assert f"400 Bad Request: {wrong}" == api.calls()[0].outcome


def test_a_reply_to_a_deleted_message(api: BotApi, person: int) -> None:
    """With `allow_sending_without_reply` it is sent as no reply."""
    sent = say(api, reply_parameters={"message_id": 999, "allow_sending_without_reply": True})

    assert "reply_to_message" not in sent
    assert [None] == [m.reply_to for m in api.sent()]


def test_a_broken_contract(api: BotApi, person: int) -> None:
    """It is refused, and kept for the test to see; what is refused for other reasons breaks no contract."""
    with pytest.raises(Refused):
        say(api, reply_markup={"inline_keyboard": [[{"text": "是"}]]})
    with pytest.raises(Refused):
        say(api, chat_id=12)

    assert ["sendMessage: reply_markup.inline_keyboard[0][0]: 0 actions, not 1: "] == api.violations


def test_a_group_that_put_the_bot_out(api: BotApi) -> None:
    """Telegram says where it may not write."""
    api.says("在", group=True)
    api.block(GROUP)
    with pytest.raises(Refused, match="Forbidden: bot was kicked from the supergroup chat"):
        say(api, chat_id=GROUP)


def test_an_answer_to_a_press(api: BotApi, person: int) -> None:
    """A query is answered once, and in time."""
    say(api, reply_markup=YES)
    query, late = (api.update(api.presses(api.sent()[0], 0, late=late))["callback_query"]["id"] for late in (False, True))

    assert call(api, "answerCallbackQuery", callback_query_id=query)
    for old in (query, late, "1"):
        with pytest.raises(Refused, match="query is too old and response timeout expired or query ID is invalid"):
            call(api, "answerCallbackQuery", callback_query_id=old)


def test_an_edit(api: BotApi, person: int) -> None:
    """Text and keyboard are replaced, what is not given goes, and what was sent stays known."""
    sent = say(api, text="<b>一</b>", parse_mode="HTML", reply_markup=YES)
    edited = call(api, "editMessageText", chat_id=11, message_id=sent["message_id"], text="<i>二</i>", parse_mode="HTML")

    assert {**sent, "text": "二"}.keys() - edited.keys() == {"reply_markup"}
    assert ("二", "italic") == (edited["text"], edited["entities"][0]["type"])
    assert edited["edit_date"] >= edited["date"] == sent["date"]
    assert [("一", "<b>一</b>", 1)] == [(m.text, m.html, len(m.buttons)) for m in api.sent()]
    assert [("二", "<i>二</i>", 0)] == [(m.text, m.html, len(m.buttons)) for m in api.screen(11)]


def test_an_edit_of_the_keyboard(api: BotApi, person: int) -> None:
    """The text stays."""
    sent = say(api, text="<b>一</b>", parse_mode="HTML")
    call(api, "editMessageReplyMarkup", chat_id=11, message_id=sent["message_id"], reply_markup=YES)

    assert [("<b>一</b>", ["是"])] == [(m.html, m.labels) for m in api.screen()]


def test_an_edit_that_changes_nothing(api: BotApi, person: int) -> None:
    """It is refused; it is none if only the keyboard differs."""
    sent = say(api, text="一", reply_markup=YES)
    same = {"chat_id": 11, "message_id": sent["message_id"], "text": "一"}
    with pytest.raises(Refused, match="Bad Request: message is not modified: specified new message content"):
        call(api, "editMessageText", **same, reply_markup=YES)

    assert call(api, "editMessageText", **same)
    with pytest.raises(Refused, match="message is not modified"):
        call(api, "editMessageReplyMarkup", chat_id=11, message_id=sent["message_id"])


@pytest.mark.parametrize(("number", "wrong"), [(999, "message to edit not found"), (101, "message can't be edited")])
def test_an_edit_of_what_is_not_the_bots(api: BotApi, person: int, number: int, wrong: str) -> None:
    """Only its own messages can be edited."""
    with pytest.raises(Refused, match=wrong):
        call(api, "editMessageText", chat_id=11, message_id=number, text="二")


def test_two_chats(api: BotApi, person: int) -> None:
    """One may look at one chat only, or at all."""
    api.says("在", person=12)
    say(api, text="一")
    say(api, text="二", chat_id=12)

    for seen in (api.sent, api.screen):
        assert [["二"], ["一", "二"]] == [[m.text for m in seen(chat)] for chat in (12, None)]


def test_typing(api: BotApi, person: int) -> None:
    """The action is recorded; there is none in a chat that is not known."""
    assert call(api, "sendChatAction", chat_id=11, action="typing")
    with pytest.raises(Refused, match="chat not found"):
        call(api, "sendChatAction", chat_id=12, action="typing")

    assert [{"chat_id": 11, "action": "typing"}, {"chat_id": 12, "action": "typing"}] == [
        c.params for c in api.calls("sendChatAction")
    ]


def test_a_document_that_is_none(api: BotApi, person: int) -> None:
    """A file comes with the call; a name of one is of no use."""
    with pytest.raises(Refused, match="wrong file identifier"):
        call(api, "sendDocument", chat_id=11, document="BQACAgIAAx0")
