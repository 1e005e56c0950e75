"""Updates as Telegram sends them, and what they say to us."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Bot, User

from bot.channels.telegram.events import chat_of
from bot.channels.telegram.reading import read
from bot.chat import Incoming
from tests.botapi.people import found_entities
from tests.makers import NOW

ME = User(7, "问效", is_bot=True, username="wenxiao_test_bot")
WANG = {"id": 11, "is_bot": False, "first_name": "王"}
PRIVATE = {"id": 11, "type": "private", "first_name": "王"}
GROUP = {"id": -1001, "type": "supergroup", "title": "预算科"}
SPOKEN = 1_709_310_600  # 2024-03-01 16:30 UTC, half past midnight of the next day in China


@pytest.fixture
def bot() -> Bot:
    """A bot that knows who it is without having asked."""
    bot = Bot("7:token")
    bot._bot_user = ME
    return bot


def message(text: str | None, chat: dict[str, Any] = PRIVATE, **more: Any) -> dict[str, Any]:
    said = {"message_id": 5, "date": SPOKEN, "chat": chat, "from": WANG, **more}
    return said if text is None else {**said, "text": text, "entities": found_entities(text)}


def heard(bot: Bot, **update: Any) -> Incoming | None:
    return read(json.dumps({"update_id": 1, **update}), NOW, bot)


def test_when_it_was_said(bot: Bot) -> None:
    """The day is the day in China, where “今年” is asked."""
    said = heard(bot, message=message("今年多少"))

    assert said is not None
    assert ("2024-03-02T00:30:00+08:00", "telegram:11", "telegram:11", "5", False) == (
        said.at.isoformat(),
        said.place,
        said.who,
        said.handle,
        said.group,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@wenxiao_test_bot 多少", "多少"),
        ("@Wenxiao_Test_Bot，多少", "多少"),
        ("多少 @wenxiao_test_bot", "多少"),
        ("😀😀 @wenxiao_test_bot 多少", "😀😀   多少"),
        ("@wenxiao_test_bot @wenxiao_test_bot", "你好"),
        ("@wenxiao_test_bot多少", "多少"),
        ("请@wenxiao_test_bot多少", "请 多少"),
        ("@wenxiao_test_bot_2 多少", None),
        ("写信给a@wenxiao_test_bot", None),
        ("写信给a.b@wenxiao_test_bot 多少", None),
        ("/help@wenxiao_test_bot帮我", "帮助"),
        ("/ask多少", "多少"),
        ("/乡村振兴多少", None),
        ("/a/b", None),
        ("/ask@wenxiao_test_bot  多少\n万元", "多少\n万元"),
        ("/help", "帮助"),
        ("/help@other_bot", None),
        ("/weather", None),
        ("多少", None),
    ],
)
def test_words_in_a_group(bot: Bot, text: str, expected: str | None) -> None:
    """Our name goes, the rest stays to the letter; what is not to us is nothing."""
    said = heard(bot, message=message(text, GROUP))

    assert expected == (said.text if said else None)


def test_called_by_a_name_without_at(bot: Bot) -> None:
    """Somebody without a username is named by a text mention; so may we be."""
    entity = {"type": "text_mention", "offset": 0, "length": 2, "user": ME.to_dict()}
    other = {**entity, "user": WANG}

    assert (said := heard(bot, message={**message("问效多少", GROUP), "entities": [entity]})) is not None
    assert "多少" == said.text
    assert heard(bot, message={**message("问效多少", GROUP), "entities": [other]}) is None


def test_the_first_message_of_a_topic(bot: Bot) -> None:
    """In a topic every message replies to the one that opened it; that we opened it does not make them ours."""
    opened = {**message(None, GROUP), "from": ME.to_dict(), "forum_topic_created": {"name": "预算", "icon_color": 1}}
    topic = {"message_thread_id": 5, "is_topic_message": True}

    assert heard(bot, message=message("多少", GROUP, reply_to_message=opened, **topic)) is None
    assert (said := heard(bot, message=message("@wenxiao_test_bot 多少", GROUP, **topic))) is not None
    assert "-1001:5" == said.chat


def test_a_thread_that_is_no_topic(bot: Bot) -> None:
    """Replies in an ordinary group carry a thread, too; answers there name none."""
    said = heard(bot, message=message("@wenxiao_test_bot 多少", GROUP, message_thread_id=5))

    assert said is not None
    assert "-1001" == said.chat


def test_who_speaks(bot: Bot) -> None:
    """Other bots and channels are not heard; an anonymous administrator speaks as the group."""
    text = "@wenxiao_test_bot 多少"
    robot = {**WANG, "is_bot": True, "username": "x_bot"}
    anonymous = {**robot, "id": 1_087_968_824, "username": "GroupAnonymousBot"}

    assert heard(bot, message={**message(text, GROUP), "from": robot}) is None
    assert heard(bot, message=message(text, GROUP, sender_chat={"id": -9, "type": "channel", "title": "公告"})) is None
    assert (said := heard(bot, message={**message(text, GROUP), "from": anonymous, "sender_chat": GROUP})) is not None
    assert "-1001" == said.person


@pytest.mark.parametrize("kind", ["edited_message", "channel_post", "future_kind"])
def test_kinds_of_updates_that_are_not_asked_for(bot: Bot, kind: str) -> None:
    """They are read and passed over."""
    assert heard(bot, **{kind: message("多少")}) is None


def test_a_button_of_a_message_that_is_gone(bot: Bot) -> None:
    """Of an old message Telegram tells only chat and number: that is all that a press needs."""
    gone = {"chat": PRIVATE, "message_id": 3, "date": 0}
    press = {"id": "q", "from": WANG, "chat_instance": "1", "data": "c1:8:2:0123abcd", "message": gone}
    said = heard(bot, callback_query=press)

    assert said is not None
    assert said.pressed is not None
    assert ("11", "3", 8, 2, "q") == (said.person, said.handle, said.pressed.message, said.pressed.number, said.pressed.handle)
    assert heard(bot, callback_query={**press, "data": "c9:8"}) is None


def test_its_moment(bot: Bot) -> None:
    """A press has no time of its own: it counts from when it came in."""
    press = {"id": "q", "from": WANG, "chat_instance": "1", "data": "c1:8:2:0123abcd", "message": message("选")}
    said = heard(bot, callback_query=press)

    assert said is not None
    assert NOW == said.at.astimezone(UTC)
    assert isinstance(said.at, datetime)


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ({"message": message("x")}, "11"),
        ({"message": {**message("x", GROUP), "message_thread_id": 5, "is_topic_message": True}}, "-1001:5"),
        ({"message": {**message("x", GROUP), "message_thread_id": 5}}, "-1001"),
        ({"callback_query": {"message": message("x", GROUP)}}, "-1001"),
        ({"my_chat_member": {"chat": GROUP}}, "-1001"),
        ({"message": {"chat": 7}}, "?"),
        ({"message": None}, "?"),
        ({"poll": {"id": "1"}}, "?"),
        ({}, "?"),
    ],
)
def test_the_chat_of_raw_json(update: dict[str, Any], expected: str) -> None:
    """It is found without parsing anything: what nobody can parse must have its place, too."""
    assert expected == chat_of({"update_id": 1, **update})
