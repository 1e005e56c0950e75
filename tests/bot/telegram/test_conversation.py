"""Conversations in Telegram, as people see them."""

from collections.abc import Callable

import pytest
from sqlalchemy import update

from bot.settings import Settings
from store.database import Store
from store.tables.queues import OutboxItem
from tests.bot.telegram.conftest import served
from tests.botapi.people import GROUP
from tests.botapi.records import Sent
from tests.botapi.server import BotApi

OTHER = 12


async def answered(api: BotApi, text: str, **how: object) -> Sent:
    """What the bot sends next after somebody said this."""
    before = len(api.sent())
    api.says(text, **how)
    return (await api.until(lambda: api.sent()[before:]))[0]


async def silent(api: BotApi, act: Callable[[], int], *, group: bool = True) -> bool:
    """Whether nothing is sent for what is done: what is asked after it in the same chat is answered first."""
    before = len(api.sent())
    act()
    api.says("/whoami", group=group)
    await api.until(lambda: len(api.sent()) > before)
    return "您的编号" in api.sent()[before].text


@pytest.mark.usefixtures("service")
class TestInPrivate:
    async def test_a_question(self, api: BotApi) -> None:
        """The figures, then the source in italics; no quotation of the question is needed here."""
        reply = await answered(api, "乡村振兴经费多少")

        assert "1. 任圩街道办事处财政所 2.6 万元\n2. 渠沟镇财政所 4.64 万元\n" in reply.text
        assert "<i>来源：《相山区财政局2024年度项目支出绩效目标》第4、5张表" in reply.html
        assert (11, None, None) == (reply.chat, reply.thread, reply.reply_to)

    async def test_follow_ups(self, api: BotApi) -> None:
        """“任圩的呢” goes on from the question before; a number chooses from what was offered."""
        await answered(api, "乡村振兴经费多少")
        assert "2.6 万元" in (await answered(api, "任圩的呢")).text
        await answered(api, "乡村振兴经费多少")
        assert "4.64 万元" in (await answered(api, "2")).text

    async def test_several_questions_at_once(self, api: BotApi) -> None:
        """Answers come in the order of the questions."""
        for text in ("软件升级维护多少钱", "目标呢", "国库支付中心工作经费多少", "谢谢"):
            api.says(text)
        await api.until(lambda: len(api.sent()) == 4)

        assert ["90 万元", "正常运行", "28 万元", "不客气"] == [
            words for words, m in zip(("90 万元", "正常运行", "28 万元", "不客气"), api.sent(), strict=True) if words in m.text
        ]

    @pytest.mark.parametrize(
        ("command", "words"),
        [
            ("/start", "我是问效"),
            ("/start i_123", "我是问效"),
            ("/help", "可以这样问"),
            ("/whoami", "telegram:11\n您的编号是上面这一行，未登记，可以提问。\n会话：telegram:11（单聊）"),
            ("我是谁", "telegram:11\n您的编号"),
            ("/ask 软件升级维护多少钱", "90 万元"),
            ("/ask", "可以这样问"),
            ("/nosuch", "可以这样问"),
            ("/WhoAmI@Wenxiao_Test_Bot", "telegram:11\n您的编号"),
            ("@wenxiao_test_bot 软件升级维护多少钱", "90 万元"),
        ],
    )
    async def test_commands(self, api: BotApi, command: str, words: str) -> None:
        """What each command says; an unknown one gets help."""
        assert words in (await answered(api, command)).text

    async def test_what_is_no_words(self, api: BotApi) -> None:
        """Of a voice or a picture we say that we read only words; a picture's caption is read."""
        said = {"message_id": 901, "date": 1_760_000_000, "chat": {"id": 11, "type": "private", "first_name": "王"}}
        by = {**said, "from": {"id": 11, "is_bot": False, "first_name": "王"}}
        picture = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
        await answered(api, "你好")
        api.push({"message": {**by, "voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}}})
        api.push({"message": {**by, "photo": picture, "caption": "软件升级维护多少钱"}})
        api.push({"message": {**by, "pinned_message": {**by, "text": "置顶"}}})
        await answered(api, "谢谢", person=OTHER)
        await api.until(lambda: len(api.sent(11)) == 3)

        assert "只看得懂文字" in api.sent(11)[1].text
        assert "90 万元" in api.sent(11)[2].text

    async def test_people_apart(self, api: BotApi) -> None:
        """Each chat has a memory of its own."""
        await answered(api, "软件升级维护多少钱")
        await answered(api, "国库支付中心工作经费多少", person=OTHER)

        assert "正常运行" in (await answered(api, "目标呢")).text


@pytest.mark.usefixtures("service")
class TestInAGroup:
    async def test_by_name(self, api: BotApi) -> None:
        """Called by @, wherever it stands, the question is answered, quoting it."""
        for text in (
            "@wenxiao_test_bot 软件升级维护多少钱",
            "软件升级维护 @WENXIAO_TEST_BOT 多少钱",
            "😀软件升级维护多少钱 @wenxiao_test_bot",
        ):
            before = len(api.sent())
            question = api.update(api.says(text, group=True))["message"]
            reply = (await api.until(lambda before=before: api.sent()[before:]))[0]
            assert "90 万元" in reply.text
            assert (GROUP, question["message_id"]) == (reply.chat, reply.reply_to)

    async def test_by_a_name_alone(self, api: BotApi) -> None:
        """Nothing but our name is a greeting."""
        assert "我是问效" in (await answered(api, "@wenxiao_test_bot", group=True)).text

    async def test_by_a_reply(self, api: BotApi) -> None:
        """A reply to a message of ours is to us, and a follow-up goes on from it."""
        reply = await answered(api, "@wenxiao_test_bot 乡村振兴经费多少", group=True)

        assert "2.6 万元" in (await answered(api, "任圩的呢", group=True, reply_to=reply)).text

    async def test_by_a_command(self, api: BotApi) -> None:
        """A command is to us if it is ours."""
        assert "会话：telegram:-1001000000011（群聊）" in (await answered(api, "/whoami", group=True)).text
        assert "90 万元" in (await answered(api, "/ask@wenxiao_test_bot 软件升级维护多少钱", group=True)).text

    @pytest.mark.parametrize(
        "text",
        ["软件升级维护多少钱", "@another_bot 软件升级维护多少钱", "/help@another_bot", "/nosuch", "写信给a@wenxiao_test_bot"],
    )
    async def test_what_is_not_to_us(self, api: BotApi, text: str) -> None:
        """Whatever else people say in a group is none of our business."""
        assert await silent(api, lambda: api.says(text, group=True))

    async def test_a_reply_to_somebody_else(self, api: BotApi) -> None:
        """A reply among people is not to us."""
        number = api.update(api.says("谁知道软件升级维护多少钱", group=True))["message"]["message_id"]

        assert await silent(api, lambda: api.says("90 万元吧", group=True, reply_to=number, person=OTHER))

    async def test_in_a_topic(self, api: BotApi) -> None:
        """The answer comes in the topic where the question was asked; each topic has a memory of its own."""
        reply = await answered(api, "@wenxiao_test_bot 软件升级维护多少钱", group=True, thread=7)
        assert (GROUP, 7) == (reply.chat, reply.thread)
        await answered(api, "@wenxiao_test_bot 国库支付中心工作经费多少", group=True, thread=8)

        follow_up = await answered(api, "目标呢", group=True, thread=7, reply_to=reply)
        assert "正常运行" in follow_up.text
        assert 7 == follow_up.thread

    async def test_what_to_say_next(self, api: BotApi) -> None:
        """Where we ask back in a group we say how to answer so that it reaches us; in private that is not needed."""
        asked = "2023年软件升级维护多少钱"

        assert (await answered(api, f"@wenxiao_test_bot {asked}", group=True)).text.endswith(
            "\n（在群里请点按钮，或回复这一条。）"
        )
        assert "在群里" not in (await answered(api, asked)).text

    async def test_two_people(self, api: BotApi) -> None:
        """In one group each person goes on about their own subject."""
        mine = await answered(api, "@wenxiao_test_bot 软件升级维护多少钱", group=True)
        await answered(api, "@wenxiao_test_bot 国库支付中心工作经费多少", group=True, person=OTHER)

        assert "正常运行" in (await answered(api, "目标呢", group=True, reply_to=mine)).text


@pytest.mark.usefixtures("service")
class TestReplies:
    """A reply to a message of ours goes on from that message."""

    async def test_to_an_older_answer(self, api: BotApi) -> None:
        """Whatever was spoken of since, “目标呢” asks for the goal of what that message was about."""
        older = await answered(api, "软件升级维护多少钱")
        await answered(api, "国库支付中心工作经费多少")

        assert "正常运行" in (await answered(api, "目标呢", reply_to=older)).text
        assert "正常运行" in (await answered(api, "目标呢")).text

    async def test_to_an_older_list(self, api: BotApi) -> None:
        """A number chooses from that list."""
        older = await answered(api, "乡村振兴经费多少")
        await answered(api, "有哪些项目")

        assert "4.64 万元：渠沟镇财政所" in (await answered(api, "2", reply_to=older)).text

    async def test_to_what_another_asked_for(self, api: BotApi) -> None:
        """In a group one may go on from the answer to a colleague, and not from one's own question before."""
        theirs = await answered(api, "@wenxiao_test_bot 乡村振兴经费多少", group=True)
        await answered(api, "@wenxiao_test_bot 软件升级维护多少钱", group=True, person=OTHER)

        assert "2.6 万元" in (await answered(api, "任圩的呢", group=True, person=OTHER, reply_to=theirs)).text
        assert "4.64 万元" in (await answered(api, "2", group=True, person=OTHER, reply_to=theirs)).text

    async def test_to_what_was_about_nothing(self, api: BotApi) -> None:
        """A reply to small talk has nothing to go on from: it is no question about what was spoken of elsewhere."""
        greeting = await answered(api, "你好")
        await answered(api, "软件升级维护多少钱")

        assert "正常运行" not in (await answered(api, "目标呢", reply_to=greeting)).text

    async def test_to_what_another_version_wrote(self, api: BotApi, bundle: Store) -> None:
        """What cannot be read has nothing to go on from; the question is taken as it stands."""
        older = await answered(api, "软件升级维护多少钱")
        await answered(api, "国库支付中心工作经费多少")
        with bundle.transaction() as connection:
            connection.execute(update(OutboxItem).where(OutboxItem.handle == str(older.id)).values(content='{"new": 1}'))

        assert "按计划支付" in (await answered(api, "目标呢", reply_to=older)).text

    async def test_a_thumb_up(self, api: BotApi) -> None:
        """In a group a sign without a word, though it replies to us, is for people."""
        reply = await answered(api, "@wenxiao_test_bot 软件升级维护多少钱", group=True)

        assert await silent(api, lambda: api.says("👍", group=True, reply_to=reply))


@pytest.mark.usefixtures("service")
class TestButtons:
    async def test_candidates(self, api: BotApi) -> None:
        """What may be chosen hangs on the message as buttons; pressing one is choosing it."""
        choices = await answered(api, "乡村振兴经费多少")
        assert ["1. 任圩街道办事处财政所", "2. 渠沟镇财政所"] == choices.labels
        api.presses(choices, 1)
        await api.until(lambda: len(api.sent()) == 2)

        assert "预算安排 4.64 万元：渠沟镇财政所" in api.sent()[1].text
        assert ["ok"] == [call.outcome for call in api.calls("answerCallbackQuery")]

    async def test_an_older_message(self, api: BotApi) -> None:
        """A button stands for what it said, whatever was spoken of since."""
        choices = await answered(api, "乡村振兴经费多少")
        await answered(api, "有哪些项目")
        api.presses(choices, 0)
        await api.until(lambda: len(api.sent()) == 3)

        assert "2.6 万元：任圩街道办事处财政所" in api.sent()[2].text

    async def test_somebody_elses(self, api: BotApi) -> None:
        """In a group only who asked may press; others are told so on the button, and nothing is sent."""
        choices = await answered(api, "@wenxiao_test_bot 乡村振兴经费多少", group=True)

        assert await silent(api, lambda: api.presses(choices, 0, person=OTHER))
        assert ["这是别人的提问，请自己问一句。"] == [call.params["text"] for call in api.calls("answerCallbackQuery")]
        api.presses(choices, 0)
        await api.until(lambda: "2.6 万元" in api.sent()[-1].text)
        assert choices.id == api.sent()[-1].reply_to

    async def test_after_too_long(self, api: BotApi) -> None:
        """A press that Telegram no longer lets us acknowledge is answered all the same."""
        choices = await answered(api, "乡村振兴经费多少")
        api.presses(choices, 0, late=True)

        await api.until(lambda: "2.6 万元" in api.sent()[-1].text)

    @pytest.mark.parametrize(
        "data", ["c1:99999:1:00000000", "c1:1:1:00000000", "c1:1:9:00000000", "c0:1:1:00000000", "乱", "c1:²:1:00000000"]
    )
    async def test_forged(self, api: BotApi, data: str) -> None:
        """Data that no button of ours has stands for nothing."""
        choices = await answered(api, "乡村振兴经费多少")
        press = {**api.update(api.presses(choices, 0))["callback_query"], "id": "77", "data": data}
        await api.until(lambda: len(api.sent()) == 2)

        assert await silent(api, lambda: api.push({"callback_query": press}), group=False)


@pytest.mark.usefixtures("service")
async def test_a_button_in_another_chat(api: BotApi) -> None:
    """What was offered in private is nothing in a group, whoever presses it there: a press can be forged."""
    choices = await answered(api, "乡村振兴经费多少")
    press = dict(api.update(api.presses(choices, 0))["callback_query"])
    await api.until(lambda: len(api.sent()) == 2)
    here = await answered(api, "@wenxiao_test_bot 你好", group=True)
    message = {**press["message"], "message_id": here.id, "chat": {"id": GROUP, "type": "supergroup", "title": "预算科"}}

    assert await silent(api, lambda: api.push({"callback_query": {**press, "id": "78", "message": message}}))


async def test_a_restart_in_between(api: BotApi, bundle: Store, settings: Callable[..., Settings]) -> None:
    """Follow-ups and buttons go on with another process; what was said meanwhile is answered."""
    async with served(bundle, settings()):
        choices = await answered(api, "乡村振兴经费多少")
    api.says("渠沟的呢")
    assert 1 == len(api.sent())
    async with served(bundle, settings()):
        await api.until(lambda: len(api.sent()) == 2)
        api.presses(choices, 0)
        await api.until(lambda: len(api.sent()) == 3)

    assert "4.64 万元" in api.sent()[1].text
    assert "2.6 万元" in api.sent()[2].text
