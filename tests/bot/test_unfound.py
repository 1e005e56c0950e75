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


_SPOKEN_OF = ["桥梁检测多少钱", "公路养护今年的目标", "青禾县数据局有哪些项目", "云峰乡今年一共多少"]
_UNFOUND = ["大棚补贴呢", "那蔬菜大棚补贴有多少", "王家村的呢", "渠沟镇的多少钱"]
_BARE = ["多少钱", "去年呢", "目标呢", "一共多少", "归谁管", "比去年多多少", "换成元", "满意度呢"]


@pytest.mark.parametrize("first", _SPOKEN_OF)
@pytest.mark.parametrize("unfound", _UNFOUND)
def test_asks_which_is_meant(chat: Chat, first: str, unfound: str) -> None:
    """Each bare question is asked back about, however often, until something is named."""
    chat.says(first)
    assert chat.says(unfound).kind in ("not_found", "clarify")
    for bare in _BARE:
        reply = chat.says(bare)
        assert (reply.kind, amounts(reply.text)) == ("clarify", set()), f"{bare}: {reply.text}"
        assert "没有找到" in reply.text


@pytest.mark.parametrize("yes", ["1", "第一个", "第一个的呢"])
def test_goes_on_with_what_was_spoken_of_where_that_is_chosen(chat: Chat, yes: str) -> None:
    """The first choice is the question as it stands of what was spoken of before."""
    for turn in ("桥梁检测多少钱", "蔬菜大棚补贴呢", "财政拨款呢"):
        reply = chat.says(turn)
    assert "1. 「桥梁检测」" in reply.text
    reply = chat.says(yes)

    assert reply.kind == "answer"
    assert "「桥梁检测」" in reply.text
    assert chat.says("多少钱").kind == "answer"


@pytest.mark.parametrize(
    "then", ["公路养护多少钱", "那公路养护呢", "公路养护的目标", "哪些项目超过50万", "全县今年一共多少", "青禾县数据局的呢"]
)
def test_what_names_something_is_answered(chat: Chat, then: str) -> None:
    """Also what is wide by its own words."""
    for turn in ("桥梁检测多少钱", "蔬菜大棚补贴呢"):
        chat.says(turn)

    assert chat.says(then).kind == "answer"
    assert "没有找到" not in chat.says("多少钱")


@pytest.mark.parametrize("aside", ["它的单价呢", "今天天气怎么样", "谢谢", "公路站有桥梁检测吗"])
def test_words_that_name_nothing_leave_it_spoken_of(chat: Chat, aside: str) -> None:
    """A line that the form has not, small talk, and a plain 没有 do not put another name in its place."""
    for turn in ("桥梁检测多少钱", aside):
        chat.says(turn)
    reply = chat.says("财政拨款呢")

    assert "「桥梁检测」" in reply.text, reply.text
    assert "没有找到" not in reply.text


@pytest.mark.parametrize("then", ["减了多少", "比去年呢", "一共多少钱", "合计"])
def test_nothing_of_all_projects_where_nothing_was_spoken_of(chat: Chat, then: str) -> None:
    """“减了多少” behind a name that was not found is not about the whole county."""
    chat.says("蔬菜大棚补贴多少钱")
    reply = chat.says(then)

    assert (reply.kind, amounts(reply.text)) == ("clarify", set()), reply.text
