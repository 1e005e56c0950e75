"""What a keyboard offers in place of the word that was meant: 他 for 它, 财正拨款 for 财政拨款; and other words for a unit of it."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """Two units, one of them the bureau of finance (财政局), whose name begins as a kind of money does."""
    money = {"annual/fiscal": "300000", "annual/carryover": "50000"}
    targets = [
        makers.target("堤防加固", unit="青禾县水利局", yuan="350000", amounts=money, goal="完成年度加固任务", table=1),
        makers.target("河道保洁", unit="青禾县水利局", yuan="80000", table=2),
        makers.target("系统运维", unit="青禾县财政局", yuan="120000", amounts={"annual/fiscal": "120000"}, table=3),
        makers.target("票据印制", unit="青禾县林业局", yuan="40000", amounts={"annual/fiscal": "40000"}, table=4),
    ]
    makers.load(memory, makers.statement(*targets))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ("堤防加固多少钱|他的目标呢", "完成年度加固任务"),
        ("堤防加固多少钱|她的目标是什么", "完成年度加固任务"),
        ("堤防加固多少钱|他归谁管", "青禾县水利局"),
        ("堤防加固多少钱|他家还有什么项目", "「河道保洁」"),
        ("堤防加固多少钱|它家一共多少钱", "43 万元"),
        ("堤防加固多少钱|它们单位有几个项目", "2 个项目"),
        ("河道保洁多少钱|除了他水利局还有哪些项目", "「堤防加固」"),
        ("水利局有哪些项目|他最大的项目", "「堤防加固」"),
    ],
)
def test_he_for_it(chat: Chat, turns: str, told: str) -> None:
    """他 and 她 mean what was spoken of, as 它 does; 他家 is its unit."""
    replies = [chat.says(turn) for turn in turns.split("|")]

    assert told in replies[-1], replies[-1].text
    assert "没有找到" not in replies[-1]


@pytest.mark.parametrize(
    "said", ["财正拨款", "财整拨款", "才政拨款", "财政拨宽", "财政播款", "财正拨款是多少", "那财正拨款呢", "财正资金多少"]
)
@pytest.mark.parametrize("before", ["堤防加固多少钱|", "堤防加固"])
def test_money_with_one_character_wrong(chat: Chat, before: str, said: str) -> None:
    """A term of four characters with one of them wrong is that term, and no unit whose name begins so."""
    replies = [chat.says(turn) for turn in f"{before}{said}".split("|")]

    assert "财政拨款（预算安排） 30 万元：青禾县水利局「堤防加固」" in replies[-1], replies[-1].text


@pytest.mark.parametrize("said", ["财正局有哪些项目", "财整局的项目"])
def test_a_unit_with_one_character_wrong(chat: Chat, said: str) -> None:
    """The bureau itself is found as before."""
    assert "「系统运维」" in chat.says(said)


@pytest.mark.parametrize("said", ["有没有别的钱", "别的资金呢", "有别的钱没有", "他有没有别的资金"])
def test_other_money(chat: Chat, said: str) -> None:
    """What else the money is made of: all kinds are told."""
    chat.says("堤防加固多少钱")
    reply = chat.says(said)

    assert "财政拨款 30 万元，上年结转 5 万元" in reply, reply.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("水利局同林业局一共多少", "47 万元"),
        ("水利局同财政局哪个多", "多 31 万元"),
        ("水利局本级同财政局本级哪个多，多多少", "多 31 万元"),
    ],
)
def test_and_as_the_south_says_it(chat: Chat, question: str, told: str) -> None:
    """同 between two names is 和."""
    assert told in chat.says(question)


@pytest.mark.parametrize(
    "question",
    [
        "水利局上半年执行率多少",
        "上半年执行率多少",
        "堤防加固三月份花了多少钱",
        "堤防加固几月份能花完",
        "堤防加固上半年够用吗",
    ],
)
def test_spent_in_a_part_of_the_year(chat: Chat, question: str) -> None:
    """That the forms hold no spending is said, and no figure."""
    reply = chat.says(question)

    assert "没有按" in reply, reply.text
    assert "没有支出数、执行数和执行率" in reply
    assert "万元" not in reply
