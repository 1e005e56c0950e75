"""What is asked behind a name that was not found, and names nothing itself: nobody knows whether that name is meant, or what was spoken of before."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests.bot import towns
from tests.bot.conftest import Chat
from tests.bot.honesty import amounts


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A county of offices, towns and schools."""
    towns.fill(memory)
    return Chat(conversation_of(memory))


_TURNS = [
    ("桥梁检测多少钱", "大棚补贴呢"),
    ("公路养护今年的目标", "渠沟镇的多少钱"),
    ("青禾县数据局有哪些项目", "那蔬菜大棚补贴有多少"),
    ("云峰乡今年一共多少", "王家村的呢"),
]
_BARE = ["多少钱", "目标呢", "一共多少", "归谁管", "换成元", "财政拨款呢"]


@pytest.mark.parametrize(("first", "unfound"), _TURNS)
@pytest.mark.parametrize("bare", _BARE)
def test_says_that_it_still_is_about_what_was_spoken_of(chat: Chat, first: str, unfound: str, bare: str) -> None:
    """Nobody takes it for a figure of what was not found; the next question is told without it."""
    chat.says(first)
    assert chat.says(unfound).kind in ("not_found", "clarify")
    reply = chat.says(bare)

    assert reply.kind != "answer" or "没有找到，这里答的仍是" in reply.text, reply.text
    assert "这里答的仍是" not in chat.says("归谁管").text or reply.kind != "answer"


@pytest.mark.parametrize("then", ["公路养护多少钱", "那公路养护呢", "哪些项目超过50万", "全县今年一共多少", "青禾县数据局的呢"])
def test_what_names_something_is_answered_alone(chat: Chat, then: str) -> None:
    """Also what is wide by its own words."""
    for turn in ("桥梁检测多少钱", "蔬菜大棚补贴呢"):
        chat.says(turn)
    reply = chat.says(then)

    assert reply.kind == "answer"
    assert "没有找到" not in reply.text


@pytest.mark.parametrize("aside", ["它的单价呢", "今天天气怎么样", "谢谢", "公路站有桥梁检测吗"])
def test_words_that_name_nothing_leave_it_spoken_of(chat: Chat, aside: str) -> None:
    """A line that the form has not, small talk, and a plain 没有 do not put another name in its place."""
    for turn in ("桥梁检测多少钱", aside):
        chat.says(turn)
    reply = chat.says("财政拨款呢")

    assert "「桥梁检测」" in reply.text, reply.text
    assert "没有找到" not in reply.text


def test_the_unit_that_has_no_such_project_is_spoken_of(chat: Chat) -> None:
    """“那它有哪些项目” asks of the unit."""
    assert chat.says("青禾县数据局有没有海堤维修的项目").kind == "not_found"
    reply = chat.says("那它今年都有哪些项目")

    assert all(name in reply.text for name in ("信息系统运维", "不含税采购试点", "对外宣传经费")), reply.text


@pytest.mark.parametrize("then", ["减了多少", "比去年呢", "一共多少钱", "合计"])
def test_nothing_of_all_projects_where_nothing_was_spoken_of(chat: Chat, then: str) -> None:
    """“减了多少” behind a name that was not found is not about the whole county."""
    chat.says("蔬菜大棚补贴多少钱")
    reply = chat.says(then)

    assert (reply.kind, amounts(reply.text)) == ("clarify", set()), reply.text
