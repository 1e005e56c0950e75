"""Departments by the codes that the forms print."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """Two departments with codes, one of them with a unit below it."""
    health = {"department": "青禾县卫生健康局", "code": "228"}
    makers.load(
        memory,
        makers.statement(
            makers.target("两癌检查", unit="青禾县卫生健康局", yuan="756000", **health),
            makers.target("核磁更新", unit="青禾县人民医院", yuan="11800000", table=2, **health),
            makers.target("渡船补贴", unit="青禾县教育局", yuan="192000", table=3, department="青禾县教育局", code="222"),
        ),
    )
    return conversation_of(memory)


@pytest.mark.parametrize(
    "question",
    [
        "代码228是谁",
        "228是哪个部门",
        "228是哪家的代码",
        "部门编码228是哪个单位",
        "编码２２８属于哪个部门",
        "主管部门代码228是谁的",
        "228是哪个单位",
        "228是啥单位",
        "228对应哪个单位",
        "查一下228对应的部门",
        "查228部门",
        "228的部门名称",
        "部门代码最大的",
        "代码最大的部门是哪个",
        "哪个部门代码最大",
        "最大的代码是哪个部门",
    ],
)
def test_whose_code(bot: Conversation, question: str) -> None:
    """The department's cell, as printed."""
    reply = answer(bot, question)

    assert reply.kind == "answer"
    assert "“青禾县卫生健康局”" in reply
    assert "教育局" not in reply


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("代码228的部门今年一共多少", "1255.6 万元"),
        ("部门代码222今年多少钱", "19.2 万元"),
        ("代码为222的单位有哪些项目", "渡船补贴"),
        ("222部门今年多少钱", "19.2 万元"),
        ("222这个部门今年有几个项目", "渡船补贴"),
        ("222今年一共多少", "19.2 万元"),
        ("代码228含下属今年一共多少", "1255.6 万元"),
        ("代码最小的部门今年多少钱", "19.2 万元"),
        ("帮我查下代码222", "19.2 万元"),
        ("222和228各多少", "合计 94.8 万元"),
        ("部门222、228今年分别多少钱", "合计 94.8 万元"),
        ("代码222和代码228各多少", "合计 94.8 万元"),
        ("222比228少多少", "少 56.4 万元"),
        ("222、228今年谁多", "56.4 万元"),
        ("222占全县多少", "占 1.51%"),
    ],
)
def test_of_the_department(bot: Conversation, question: str, told: str) -> None:
    """What is asked of a code is asked of its department."""
    assert told in answer(bot, question)


@pytest.mark.parametrize(
    "question",
    [
        "代码999是谁",
        "代码999的部门今年多少",
        "228万是哪个部门的项目",
        "今年多少钱228",
        "项目编码228今年多少钱",
        "文件编号228今年一共多少",
        "功能科目代码222今年一共多少",
        "合同的编码228多少钱",
        "项目编码228是哪个部门",
        "合同222是哪个单位",
        "222和999各多少",
        "222和228之间的项目有哪些",
        "最大的合同编号",
        "项目代码最大的",
    ],
)
def test_no_code(bot: Conversation, question: str) -> None:
    """A number that is none of the codes, or an amount, is no department."""
    assert answer(bot, question).facts == []


@pytest.mark.parametrize(
    ("first", "told"), [("222部门今年多少", "75.6 万元"), ("教育局今年多少", "75.6 万元"), ("超过10万的项目有哪些", "228万")]
)
def test_another_code(bot: Conversation, first: str, told: str) -> None:
    """“228呢” is the other department after one of them, and an amount after a limit."""
    chat = Chat(bot)
    chat.says(first)

    assert told in chat.says("228呢")


def test_a_number_in_a_name(memory: Store) -> None:
    """A number that stands in a project's name is no code where nothing says so."""
    own = {"department": "青禾县卫生健康局", "code": "120"}
    makers.load(
        memory,
        makers.statement(
            makers.target("120急救平台运维", unit="青禾县人民医院", yuan="300000", **own),
            makers.target("两癌检查", unit="青禾县卫生健康局", yuan="756000", table=2, **own),
        ),
    )
    bot = conversation_of(memory)

    assert "75.6" not in answer(bot, "120今年多少钱")
    assert "75.6 万元" in answer(bot, "代码120今年多少钱")


def test_codes_that_are_no_numbers(memory: Store) -> None:
    """The largest is that of the codes that are numbers; where none is, none is the largest."""
    makers.load(
        memory,
        makers.statement(
            makers.target("渡船补贴", unit="青禾县教育局", yuan="192000", department="青禾县教育局", code="222"),
            makers.target("两癌检查", unit="青禾县卫生健康局", table=2, department="青禾县卫生健康局", code="301-01"),
        ),
    )

    assert "“青禾县教育局”" in answer(conversation_of(memory), "部门代码最大的")


def test_no_code_is_a_number(memory: Store) -> None:
    """Then the question gets a reply as any other, and names none of them."""
    target = makers.target("两癌检查", unit="青禾县卫生健康局", department="青禾县卫生健康局", code="301-01")
    makers.load(memory, makers.statement(target))

    assert answer(conversation_of(memory), "部门代码最大的").kind != "answer"


def test_a_whole_number_in_a_name(memory: Store) -> None:
    """A number that stands in a name, whole, is no code; one that is a part of a longer number there is."""
    makers.load(
        memory,
        makers.statement(
            makers.target("120急救", unit="青禾县人民医院", yuan="50000"),
            makers.target("1222线养护", unit="青禾县公路站", yuan="80000", table=2),
            makers.target("渡船补贴", unit="青禾县教育局", yuan="192000", table=3, department="青禾县教育局", code="222"),
            makers.target("法律援助", unit="青禾县司法局", yuan="70000", table=4, department="青禾县司法局", code="120"),
        ),
    )
    bot = conversation_of(memory)

    assert "19.2 万元" in answer(bot, "222今年多少钱")
    assert "7 万元" not in answer(bot, "120今年多少钱")
