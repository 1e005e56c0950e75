"""What people do reaches python-telegram-bot's own application, and what it does reaches people."""

import html

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters, Update
from telegram.constants import ChatAction, MessageEntityType, ParseMode
from telegram.ext import CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from tests.botapi.server import BotApi
from tests.botapi.stock import stock

Context = ContextTypes.DEFAULT_TYPE


async def echo(update: Update, context: Context) -> None:
    assert update.message is not None
    await update.message.reply_text(f"收到：{update.message.text}")


ECHO = MessageHandler(filters.TEXT, echo)


async def test_a_private_message(api: BotApi) -> None:
    """A text reaches a handler and its reply the chat; nothing breaks the contract."""
    async with stock(api, ECHO) as bot:
        api.says("乡村振兴经费多少", person=12)
        await api.until(lambda: api.sent(12))

    assert [(12, "收到：乡村振兴经费多少")] == [(m.chat, m.text) for m in api.sent()]
    assert [] == bot.errors == api.violations


async def test_a_message_before_the_start(api: BotApi) -> None:
    """What was said while the bot was away waits for it."""
    api.says("早")
    async with stock(api, ECHO):
        await api.until(api.sent)

    assert "收到：早" == api.sent()[0].text


async def test_a_command(api: BotApi) -> None:
    """A command is one for PTB, too, with its arguments; a text with a slash is not."""
    said = []

    async def start(update: Update, context: Context) -> None:
        said.append(context.args)
        assert update.message is not None
        await update.message.reply_text("您好")

    async with stock(api, CommandHandler("start", start), ECHO):
        api.says("/start@wenxiao_test_bot i_7")
        api.says("收/支")
        await api.until(lambda: len(api.sent()) == 2)

    assert [["i_7"]] == said
    assert ["您好", "收到：收/支"] == [m.text for m in api.sent()]


async def test_a_mention_in_a_group(api: BotApi) -> None:
    """Only a mention that touches no letter is one, and 汉字 are letters."""
    named = filters.Mention("wenxiao_test_bot") & filters.ChatType.SUPERGROUP

    async with stock(api, MessageHandler(named, echo), MessageHandler(filters.ALL, _whisper)):
        api.says("@wenxiao_test_bot 工作经费多少", group=True)
        api.says("问下@wenxiao_test_bot 工作经费多少", group=True)
        await api.until(lambda: len(api.sent()) == 2)

    assert ["收到：@wenxiao_test_bot 工作经费多少", "嗯"] == [m.text for m in api.sent()]


async def _whisper(update: Update, context: Context) -> None:
    assert update.effective_message is not None
    await update.effective_message.reply_text("嗯")


async def test_a_reply_in_a_topic(api: BotApi) -> None:
    """The topic and the message that is replied to come with a message, and go back with its answer."""
    seen = []

    async def answer(update: Update, context: Context) -> None:
        assert update.message is not None
        seen.append((update.message.is_topic_message, update.message.reply_to_message))
        await update.message.reply_text("在此", do_quote=True)

    async with stock(api, MessageHandler(filters.TEXT, answer)):
        first = api.update(api.says("一", group=True, thread=7))["message"]["message_id"]
        api.says("二", group=True, thread=7, reply_to=first)
        await api.until(lambda: len(api.sent()) == 2)

    assert [(True, None), (True, "一")] == [(topic, replied and replied.text) for topic, replied in seen]
    assert [(7, first), (7, first + 1)] == [(m.thread, m.reply_to) for m in sorted(api.sent(), key=lambda m: m.reply_to or 0)]


async def test_an_answer_in_html(api: BotApi) -> None:
    """The message that PTB gets back has the text that people see, and entities that PTB turns into the same HTML."""
    source = f"<b>合计</b> 😀 <i>{html.escape('A&B <司>')}</i>"
    back = []

    async def answer(update: Update, context: Context) -> None:
        assert update.message is not None
        back.append(await update.message.reply_text(source, parse_mode=ParseMode.HTML))

    async with stock(api, MessageHandler(filters.TEXT, answer)):
        api.says("合计")
        await api.until(lambda: back)

    assert ("合计 😀 A&B <司>", source) == (back[0].text, back[0].text_html)
    assert "A&B <司>" == back[0].parse_entity(back[0].entities[1])
    assert MessageEntityType.ITALIC == back[0].entities[1].type
    assert [("合计 😀 A&B <司>", source)] == [(m.text, m.html) for m in api.sent()]


async def test_a_button(api: BotApi) -> None:
    """A press brings the button's data and its message; the answer ends it, and an edit changes what is seen."""
    keyboard = InlineKeyboardMarkup(
        [[InlineKeyboardButton("上一页", callback_data="p1"), InlineKeyboardButton("下一页", callback_data="p2")]]
    )

    async def ask(update: Update, context: Context) -> None:
        assert update.message is not None
        await update.message.reply_text("第 1 页", reply_markup=keyboard)

    async def turn(update: Update, context: Context) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer("好")
        await update.callback_query.edit_message_text(f"翻到 {update.callback_query.data}")

    async with stock(api, MessageHandler(filters.TEXT, ask), CallbackQueryHandler(turn)) as bot:
        api.says("翻页")
        message = (await api.until(api.sent))[0]
        api.presses(message, "下一页")
        await api.until(lambda: api.screen()[0].text == "翻到 p2")

    assert (("上一页", "p1"), ("下一页", "p2")) == message.buttons
    assert ([message], ()) == (api.sent(), api.screen()[0].buttons)
    assert ["ok"] == [c.outcome for c in api.calls("answerCallbackQuery")]
    assert [] == bot.errors == api.violations


async def test_all_that_we_call(api: BotApi) -> None:
    """PTB's ways to call the other methods fit the contract."""
    api.says("在")
    async with stock(api) as bot:
        assert await bot.bot.set_my_commands([("start", "开始"), ("help", "帮助")], language_code="zh")
        assert await bot.bot.set_my_description("问效")
        assert await bot.bot.set_my_short_description("问效")
        assert await bot.bot.send_chat_action(11, ChatAction.TYPING)
        first = await bot.bot.send_message(
            11, "一", reply_markup=InlineKeyboardMarkup.from_button(InlineKeyboardButton("是", url="http://x.cn"))
        )
        assert await bot.bot.edit_message_reply_markup(11, first.message_id)
        await bot.bot.send_message(11, "二", reply_parameters=ReplyParameters(first.message_id, allow_sending_without_reply=True))
        info = await bot.bot.get_webhook_info()

    assert ("", 0) == (info.url, info.pending_update_count)
    assert [None, first.message_id] == [m.reply_to for m in api.sent()]
    assert [(), ()] == [m.buttons for m in api.screen()]
    assert [] == api.violations
    assert {"ok"} == {c.outcome for c in api.calls() if c.method != "getUpdates"}


async def test_somebody_blocks_the_bot(api: BotApi) -> None:
    """PTB reads the update about it."""
    statuses = []

    async def left(update: Update, context: Context) -> None:
        assert update.my_chat_member is not None
        statuses.append(update.my_chat_member.new_chat_member.status)

    from telegram.ext import ChatMemberHandler

    api.says("再见")
    async with stock(api, ChatMemberHandler(left)):
        api.block(tell=True)
        api.unblock(tell=True)
        await api.until(lambda: len(statuses) == 2)

    assert ["kicked", "member"] == statuses
