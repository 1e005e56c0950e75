"""Several things that are wanted of the projects at once: each limit is of its own money, and each field is there or is not."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests.bot import forms
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    forms.fill(memory)
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "projects"),
    [
        ("今年总额100万以上且有结转的", {"机井维修"}),
        ("总额5万以上、有上年结转的项目有几个", {"机井维修", "坝坡除草"}),
        ("总预算超过100万，还有结转的项目有哪些", {"机井维修"}),
        ("年度资金总额50万以上并且有上年结转的", {"机井维修"}),
        ("预算总额在5万以上，又用了其他资金的", {"坝坡除草"}),
        ("总额200万以下又带结转的项目里，财政拨款超过50万的", {"机井维修"}),
        ("财政拨款5万以上、其他资金1万以上的", {"坝坡除草"}),
        ("财政100万以上、结转10万以上的项目", {"机井维修"}),
        ("财政拨款大于5万又有结转的有哪些", {"机井维修", "坝坡除草"}),
        ("结转超过20万的项目有哪些", {"机井维修"}),
        ("有结转没有其他资金的", {"机井维修"}),
        ("有结转但没填其他资金的项目有哪些", {"机井维修"}),
        ("没有其他资金而有结转的项目", {"机井维修"}),
        ("有结转没有满意度指标的项目", {"坝坡除草"}),
    ],
)
def test_each_is_of_its_own(talk: Talk, question: str, projects: set[str]) -> None:
    """A limit is of the money that it stands beside, and what is said to be there is not what is said to be missing."""
    reply = talk.asks(question)

    assert reply.kind == "answer", reply.text
    assert {fact["project"] for fact in reply.facts} == projects


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("今年总额5万以上且有结转的", "合计"), "合计 158 万元"),
        (("今年总额5万以上且有结转的", "结转合计"), "合计 31 万元"),
        (("今年总额100万以上的项目", "结转多少"), "上年结转（预算安排） 30 万元"),
        (("其他资金5000元以上的", "总额呢"), "8 万元"),
        (("总额100万以上的项目结转一共多少",), "合计 30 万元"),
        (("有结转的项目总额一共多少",), "合计 158 万元"),
        (("有结转的项目财政拨款合计多少",), "合计 126 万元"),
        (("有结转的项目里财政拨款一共多少",), "合计 126 万元"),
        (("今年有结转的项目结转一共多少",), "合计 31 万元"),
        (("总额5万以上、含结转的一共多少钱",), "合计 158 万元"),
    ],
)
def test_what_is_asked_of_them(talk: Talk, questions: tuple[str, ...], said: str) -> None:
    """The limits stay with the money that they are of, whatever money is asked for."""
    for question in questions:
        reply = talk.says(question)

    assert said in reply.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("总额100万以上的项目", "「机井维修」"),
        ("机井维修有结转没有其他资金吗", "“其他资金”一栏为空"),
        ("100万以上的结转有哪些", "没有符合条件的项目"),
    ],
)
def test_what_stays(talk: Talk, question: str, said: str) -> None:
    """One thing that is wanted, and one project, are asked as ever."""
    assert said in talk.asks(question).text
