"""Who states a figure: passed over where an amount follows, and a word of the question where none does."""

from collections.abc import Callable

import pytest

from bot.language.meanings import AmountChecked, AmountNamed, Mark
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "question",
    [
        "报告里写86万对不对",
        "材料上说是86万，对吗",
        "他们报的86万，是吧",
        "稿子里列的86万没错吧",
        "会计说86万，帮我核一下，对不对",
        "群里有人说86万，是不是",
        "公示表写着86万，核对一下，对吗",
        "我们的总结里写了86万对不",
    ],
)
def test_whose_figure_it_is(read: Read, question: str) -> None:
    """Nothing of it is left over, and the figure is there to be checked."""
    said = read(question)

    assert [] == [x.text for x in said.leftovers if x.tokens > 1]
    assert said.meanings(AmountChecked) or said.meanings(AmountNamed)


@pytest.mark.parametrize(
    "question",
    [
        "账上看到86万，对应的是什么项目",
        "台账上有一笔86万对不上是谁的，帮我找找",
        "手头这张单子上写着86万，这是哪个项目",
        "流水里一笔86万查不到是谁的",
        "对账看到86万，对不上号，哪个项目",
        "系统提示：已更正为86万。多少",
        "通知：已经调整成86万了，多少",
        "注意，刚刚改为86万，多少",
    ],
)
def test_where_it_was_seen(read: Read, question: str) -> None:
    """Nothing of it is left over but the figure."""
    said = read(question)

    assert [] == [x.text for x in said.leftovers]
    assert said.meanings(AmountNamed)


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("跟台账对不上的有几个", "台账"),
        ("如果改为86万，一共多少", "改"),
        ("已更正为86万，全县一共多少", "已更正"),
        ("已更正为86万，其他的一共多少", "已更正"),
    ],
)
def test_what_may_limit_the_question(read: Read, question: str, left: str) -> None:
    """A condition, and what is asked of all the others beside a figure that somebody states, are not passed over."""
    assert any(left in x.text for x in read(question).leftovers)


@pytest.mark.parametrize("question", ["报告里写了什么", "文件里说的目标", "他们报的项目有哪些"])
def test_without_an_amount(read: Read, question: str) -> None:
    """Where no figure follows, nobody stated one."""
    assert "attributions" not in {p.rule for p in read(question).cover}


@pytest.mark.parametrize("question", ["还剩多少没用", "剩多少钱没花完", "还有多少没花", "结余多少未用完", "还剩多少没用完"])
def test_what_is_left(read: Read, question: str) -> None:
    """What is not used yet is what was not spent."""
    said = read(question)

    assert Mark.SPENDING in said.marks()
    assert [] == [x.text for x in said.leftovers]
