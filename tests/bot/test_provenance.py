"""Goals, facts, documents and texts as people ask for them: 给谁的, 谁在管, 上级的钱吗, 出自哪, …写在哪个项目里, 满意度低于…的有几个."""

import re

import pytest

from bot.app import conversation_of
from store.database import Store
from tests.bot import countryside
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    countryside.fill(memory)
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("戏台演出给谁看的", "丰富老年人文化生活"),
        ("戏台演出图什么", "丰富老年人文化生活"),
        ("窝沟封闭哪些人能享受", "低年级学童"),
        ("窝沟封闭补给谁", "低年级学童"),
        ("旱厕改建有啥用", "水冲改建"),
        ("旱厕改建的钱用在哪些方面", "水冲改建"),
        ("旱厕改建具体内容是什么", "水冲改建"),
        ("谁在管旱厕改建", countryside.WORKS),
        ("旱厕改建谁负责", countryside.WORKS),
        ("戏台演出由谁来组织", countryside.CULTURE),
        ("窝沟封闭是哪家在做", countryside.HEALTH),
        ("文化馆归哪个局管", countryside.WORKS),
        ("窝沟封闭是什么来源", "中央直达资金"),
        ("旱厕改建是县里的钱还是上级的钱", "上级补助资金"),
        ("窝沟封闭用的是中央的钱吗", "中央直达资金"),
        ("戏台演出是不是上级给的钱", "县级预算安排"),
        ("旱厕改建是新增还是延续", "新增项目"),
        ("路灯二期是新建的还是续建的", "延续项目"),
        ("旱厕改建依据哪个文件", countryside.OF_2024),
        ("旱厕改建这个数出自哪", countryside.OF_2024),
        ("旱厕改建的表有什么问题没有", "1 张表"),
        ("群众满意度低于90%的有几个", "4 个项目"),
        ("满意度90%以上的项目有几个", "没有"),
    ],
)
def test_what_is_printed(talk: Talk, question: str, said: str) -> None:
    """The field that the words ask for, as it is printed."""
    reply = talk.asks(question)

    assert said in reply.text
    assert "没有看懂" not in reply.text


@pytest.mark.parametrize("follow", ["出自哪", "哪份文件", "依据是啥"])
def test_where_the_last_figure_stands(talk: Talk, follow: str) -> None:
    """A follow-up for the document is one of the project that was spoken of."""
    talk.says("旱厕改建多少钱")

    assert countryside.OF_2024 in talk.says(follow).text


@pytest.mark.parametrize(
    ("question", "projects"),
    [
        ("“吸污车”写在哪个项目目标里", {"旱厕改建"}),
        ("吸污车是哪个项目买的", {"旱厕改建"}),
        ("吸污车是哪个单位买", {"旱厕改建"}),
        ("哪个单位买吸污车", {"旱厕改建"}),
        ("谁买吸污车", {"旱厕改建"}),
        ("哪个项目的目标是免费开展窝沟封闭", {"学童窝沟封闭"}),
        ("目标写的是方便居民夜间出行的是哪个项目", {"巷道路灯安装（二期）"}),
        ("有没有讲剧团的项目", {"社区戏台演出"}),
        ("有没有说集市旱厕水冲改建的", {"旱厕改建"}),
        ("哪个项目是方便夜间出行的", {"巷道路灯安装（二期）"}),
        ("今年来源是上级补助资金的项目", {"旱厕改建"}),
        ("今年项目来源写上级补助的有哪些", {"旱厕改建"}),
        ("今年项目来源一栏填的是上级补助资金的项目", {"旱厕改建"}),
        ("2024年项目来源为县级预算安排的有哪些", {"巷道路灯安装（二期）", "社区戏台演出"}),
        ("今年几个是常年的", {"学童窝沟封闭"}),
        ("今年来源是上级补助资金的里面最大的", {"旱厕改建"}),
        ("今年来源是上级补助资金的里头哪个钱最多", {"旱厕改建"}),
    ],
)
def test_the_project_where_it_stands(talk: Talk, question: str, projects: set[str]) -> None:
    """The project is answered, and not only offered; words that stand apart are found piece by piece."""
    reply = talk.asks(question)

    assert "answer" == reply.kind
    assert projects == set(re.findall("「([^」]+)」", reply.text))


@pytest.mark.parametrize("question", ["都导了哪些单位", "库里总共多少个单位", "系统里有几家单位"])
def test_all_units_that_are_stored(talk: Talk, question: str) -> None:
    """What the store holds is counted over all years."""
    reply = talk.asks(question)

    assert "3 个单位" in reply.text
    assert all(unit in reply.text for unit in (countryside.WORKS, countryside.CULTURE, countryside.HEALTH))


def test_how_many_of_them(talk: Talk) -> None:
    """“几个是新增的” counts among those that were spoken of, in the same message or the next."""
    both = talk.asks("住建局今年几个项目，几个是新增的").text
    assert "2 个项目" in both
    assert "有“新增”的项目有 1 个" in both
    talk.says("住建局今年有哪些项目")
    assert "旱厕改建" in talk.says("哪些是新增的").text
    assert "没有" in talk.says("哪些是常年的").text
