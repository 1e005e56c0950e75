"""What is remembered of a conversation: of whom, for how long, and across a restart."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.app import conversation_of
from bot.chat import Incoming
from store.conversations import remember
from store.database import Store, open_store
from tests.bot.conftest import NOON, Chat, load_bundled


def test_a_follow_up_after_a_restart(bundle: Store) -> None:
    """The store remembers, not the process: another process goes on with the conversation."""
    first = Chat(conversation_of(bundle))
    first.says("软件升级维护多少钱")
    again = open_store(bundle.engine.url.render_as_string(hide_password=False))

    reply = replace(first, bot=conversation_of(again)).says("它的目标呢")

    again.close()
    assert "正常运行" in reply


def test_a_choice_after_a_restart(store: Store) -> None:
    """The choices that were offered survive the process too, on each database."""
    load_bundled(store)
    first = Chat(conversation_of(store))
    first.says("乡村振兴经费多少")

    assert "4.64 万元" in replace(first, bot=conversation_of(store)).says("2")


def test_just_within_half_an_hour(chat: Chat) -> None:
    """After exactly half an hour the conversation still goes on."""
    chat.says("软件升级维护多少钱")

    assert "正常运行" in chat.says("目标呢", later=timedelta(minutes=30))


def test_after_half_an_hour(chat: Chat) -> None:
    """A second later it is forgotten: no figure and no goal of the old subject is given."""
    chat.says("乡村振兴经费多少")

    reply = chat.says("2", later=timedelta(minutes=30, seconds=1))

    assert reply.kind == "clarify"
    assert "万元" not in reply


def test_each_message_renews_the_half_hour(chat: Chat) -> None:
    """Who keeps talking about a subject is not interrupted."""
    chat.says("软件升级维护多少钱")
    chat.says("目标呢", later=timedelta(minutes=20))

    assert "100%" in chat.says("满意度呢", later=timedelta(minutes=20))


def test_two_people_in_one_group(chat: Chat) -> None:
    """In a group each person has their own subject."""
    wang = replace(chat, group=True)
    li = replace(chat, group=True, person="李")
    wang.says("软件升级维护多少钱")
    li.says("工作经费多少")

    assert "正常运行" in wang.says("目标呢")
    assert "按计划支付" in li.says("目标呢")


def test_one_person_in_two_chats(chat: Chat) -> None:
    """What was said in one chat is not known in another."""
    chat.says("乡村振兴经费多少")

    elsewhere = replace(chat, name="another").says("2")

    assert elsewhere.kind == "clarify"
    assert "万元" not in elsewhere


@pytest.mark.parametrize("state", ["", "{", "null", "[]", '{"plan": 7}', '{"plan": {"fields": ["gone"]}}', '{"unknown": 1}'])
def test_a_state_that_an_older_program_wrote(bundle: Store, state: str) -> None:
    """What cannot be read is nothing that was remembered; the question is answered all the same."""
    remember(bundle, "chat", "王", state, now=NOON)

    reply = Chat(conversation_of(bundle)).says("工作经费多少")

    assert "28 万元" in reply


def test_a_question_that_is_not_kept(bundle: Store) -> None:
    """`keep=False` neither uses nor leaves a memory."""
    chat = Chat(conversation_of(bundle))
    chat.says("软件升级维护多少钱")

    alone = chat.bot.reply(Incoming(chat.name, chat.person, "工作经费多少", chat.now), keep=False)

    assert "28 万元" in alone.text
    assert "正常运行" in chat.says("目标呢")


def test_a_new_document_is_seen_at_once(store: Store) -> None:
    """A conversation that began before a load answers from what was loaded since."""
    chat = Chat(conversation_of(store))
    before = chat.says("软件升级维护多少钱")
    load_bundled(store)

    assert before.kind == "not_found"
    assert "90 万元" in chat.says("软件升级维护多少钱")


async def test_the_reply_comes_from_a_thread(bundle: Store) -> None:
    """`respond` gives the event loop the same reply as `reply` gives a thread."""
    bot = conversation_of(bundle)
    incoming = Incoming("c", "p", "工作经费多少", NOON)

    assert await bot.respond(incoming) == bot.reply(incoming)
