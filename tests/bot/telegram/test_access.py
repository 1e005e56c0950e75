"""Who may ask: administrators and whom they registered, unless the office says everybody."""

from collections.abc import Callable

import pytest

from bot.settings import Access, Settings
from store import people
from store.database import Store
from store.people import Registration
from tests.bot.telegram.conftest import served
from tests.botapi.server import BotApi
from tests.makers import NOW

ADMIN, REGISTERED, STRANGER = 21, 22, 23
ANONYMOUS = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


@pytest.fixture
def bound(settings: Callable[..., Settings], bundle: Store) -> Settings:
    """An office with an administrator and one who is registered."""
    people.bind(bundle, Registration("telegram", str(REGISTERED), "李会计", NOW, "测试"))
    return settings(access=None, admins=f"telegram:{ADMIN}、telegram:99")


async def said(api: BotApi, text: str, person: int, **where: object) -> str:
    before = len(api.sent())
    api.says(text, person=person, **where)
    return (await api.until(lambda: api.sent()[before:]))[0].text


async def test_bound_is_the_default(api: BotApi, bundle: Store, bound: Settings) -> None:
    """Who is known is answered; a stranger gets no figure, but what to send to the administrator."""
    assert bound.who_may_ask is Access.BOUND
    async with served(bundle, bound):
        assert "90 万元" in await said(api, "软件升级维护多少钱", ADMIN)
        assert "90 万元" in await said(api, "软件升级维护多少钱", REGISTERED)
        refusal = await said(api, "软件升级维护多少钱", STRANGER)

    assert refusal == f"您还没有登记，不能提问。请把下面这一行发给管理员登记：\ntelegram:{STRANGER}"


async def test_a_right_is_a_persons(api: BotApi, bundle: Store, bound: Settings) -> None:
    """In a group where somebody may ask, the others may not for that."""
    async with served(bundle, bound):
        assert "2.6 万元" in await said(api, "@wenxiao_test_bot 任圩乡村振兴经费多少", REGISTERED, group=True)
        assert "请私聊我" in await said(api, "@wenxiao_test_bot 任圩乡村振兴经费多少", STRANGER, group=True)


async def test_who_am_i(api: BotApi, bundle: Store, bound: Settings) -> None:
    """Everybody may know who they are to us."""
    async with served(bundle, bound):
        assert f"telegram:{ADMIN}\n您的编号是上面这一行，管理员。" in await said(api, "/whoami", ADMIN)
        assert f"telegram:{REGISTERED}\n您的编号是上面这一行（李会计），已登记。" in await said(api, "我是谁", REGISTERED)
        assert f"telegram:{STRANGER}\n您的编号是上面这一行，未登记，不能提问；请把编号发给管理员登记。" in await said(
            api, "/whoami", STRANGER
        )


async def test_registered_while_we_serve(api: BotApi, bundle: Store, bound: Settings) -> None:
    """It counts from the next question on, and ends with the next after it is taken back."""
    async with served(bundle, bound):
        assert "还没有登记" in await said(api, "软件升级维护多少钱", STRANGER)
        people.bind(bundle, Registration("telegram", str(STRANGER), "", NOW, "测试"))
        assert "90 万元" in await said(api, "软件升级维护多少钱", STRANGER)
        people.unbind(bundle, "telegram", str(STRANGER))
        assert "还没有登记" in await said(api, "软件升级维护多少钱", STRANGER)


async def test_a_button_of_one_who_may_no_longer(api: BotApi, bundle: Store, bound: Settings) -> None:
    """A button gives nobody more than words would."""
    async with served(bundle, bound):
        await said(api, "乡村振兴经费多少", REGISTERED)
        people.unbind(bundle, "telegram", str(REGISTERED))
        api.presses(api.sent()[0], 0, person=REGISTERED)
        await api.until(lambda: len(api.sent()) == 2)

    assert "万元" not in api.sent()[1].text


async def test_a_stranger_who_goes_on(api: BotApi, bundle: Store, bound: Settings) -> None:
    """A few refusals are enough: whoever floods us gets no more, and others are served."""
    async with served(bundle, bound):
        for _ in range(30):
            api.says("软件升级维护多少钱", person=STRANGER)
        api.says("软件升级维护多少钱", person=ADMIN)
        assert "90 万元" in (await api.until(lambda: api.sent(ADMIN)))[0].text
        await api.until(lambda: len(api.sent(STRANGER)) == 5)
        api.says("/whoami", person=STRANGER)
        api.says("谢谢", person=REGISTERED)
        await api.until(lambda: api.sent(REGISTERED))
        await api.until(lambda: not api.pending)

    assert 5 == len(api.sent(STRANGER))


async def test_an_anonymous_administrator(api: BotApi, bundle: Store, settings: Callable[..., Settings]) -> None:
    """Who speaks as the group presses as a person: the buttons are everybody's there who may ask."""
    async with served(bundle, settings()):
        number = api.says("@wenxiao_test_bot 乡村振兴经费多少", group=True)
        question = dict(api.update(number)["message"])
        await api.until(api.sent)
        group = question["chat"]
        api.push({"message": {**question, "message_id": 9_000, "from": ANONYMOUS, "sender_chat": group}})
        await api.until(lambda: len(api.sent()) == 2)
        api.presses(api.sent()[1], 0, person=77)
        await api.until(lambda: len(api.sent()) == 3)

    assert "2.6 万元：任圩" in api.sent()[2].text


async def test_open(api: BotApi, bundle: Store, settings: Callable[..., Settings]) -> None:
    """An office may let everybody ask."""
    async with served(bundle, settings(access="OPEN")):
        assert "90 万元" in await said(api, "软件升级维护多少钱", STRANGER)
