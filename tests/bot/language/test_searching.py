"""What is to stand in the forms, what is blank in them, and what changed: by the words of the question alone."""

from collections.abc import Callable

import pytest

from bot.language.meanings import BlankSaid, Mark, MeasuredSaid, TextSaid
from bot.reading.parse import Parse
from store.plan import Part

Read = Callable[[str], Parse]
NAME, GOALS, INDICATORS = (Part.NAME,), (Part.GOALS,), (Part.INDICATORS,)


@pytest.mark.parametrize(
    ("question", "text", "within"),
    [
        ("哪个项目涉及水泵", "水泵", ()),
        ("涉及到水泵的有哪些", "水泵", ()),
        ("项目里有水泵的那个", "水泵", ()),
        ("目标里写了水泵的那期多少钱", "水泵", GOALS),
        ("有没有项目提到东沟村", "东沟村", ()),
        ("提到东沟村的", "东沟村", ()),
        ("哪些单位的项目提及“水泵”", "水泵", ()),
        ("目标里写了雨水分流的项目", "雨水分流", GOALS),
        ("年度目标中提到水泵的项目", "水泵", GOALS),
        ("指标里有“水泵”的是哪个项目", "水泵", INDICATORS),
        ("哪些项目的绩效指标里涉及水泵", "水泵", INDICATORS),
        ("名字里带清淤的项目有哪些", "清淤", NAME),
        ("带清淤的项目有哪些", "清淤", NAME),
        ("有没有水泵相关的", "水泵", ()),
        ("有哪些跟水泵有关的项目", "水泵", ()),
        ("去年带清淤的项目有几个", "清淤", NAME),
        ("项目名称含“经费”的", "经费", NAME),
        ("名称中有二期的项目", "二期", NAME),
        ("带“清淤”的项目", "清淤", NAME),
        ("带“清淤”字样的工程有哪几个", "清淤", NAME),
        ("名字里有清淤两个字的", "清淤", NAME),
        ("名字里带“清淤”俩字的项目有哪些", "清淤", NAME),
        ("名称含“排水泵”三个字的", "排水泵", NAME),
        ("带“排水泵”三个字的目标", "排水泵", GOALS),
        ("含水泵二字的指标", "水泵", INDICATORS),
        ("跟水泵有关的项目", "水泵", ()),
        ("和河道相关的有哪些", "河道", ()),
        ("哪个项目写了绿色防控", "绿色防控", ()),
        ("有没有说水泵的", "水泵", ()),
        ("哪个项目说到了水泵", "水泵", ()),
        ("有没有讲雨水分流的项目", "雨水分流", ()),
        ("“水泵”写在哪个项目的指标里", "水泵", INDICATORS),
        ("“水泵”出现在哪个项目", "水泵", ()),
        ("項目裏提到東溝村的", "东沟村", ()),
    ],
)
def test_a_text_that_is_to_stand_in_the_form(read: Read, question: str, text: str, within: tuple[Part, ...]) -> None:
    """The words between the verb and what is asked for, with the part of the form that is named."""
    assert [TextSaid(text, within)] == read(question).meanings(TextSaid)


@pytest.mark.parametrize(
    "question",
    [
        "目标里写了什么",
        "目标里写了啥",
        "指标里有哪些",
        "指标有没有问题",
        "项目期写的什么",
        "哪些项目涉及上年结转",
        "涉及满意度指标的项目",
        "跟财政局有关的项目",
        "提到的项目有几个",
        "表里有没有填错",
        "含下属单位一共多少",
        "带队经费多少钱",
        "跟去年有关的",
    ],
)
def test_fields_and_questions_are_no_texts(read: Read, question: str) -> None:
    """What is asked for, a unit, a kind of money, and words that only begin so are not looked for in the text."""
    assert [] == read(question).meanings(TextSaid)


@pytest.mark.parametrize(
    "question",
    [
        "没填项目期的有哪些",
        "哪个没填其他资金",
        "项目来源填了没",
        "项目期填了没有",
        "项目来源填没填",
        "哪些项目没有写项目来源",
        "项目期为空的",
        "项目期空着的有几个",
        "缺什么指标",
        "缺满意度指标的项目",
        "哪些项目没有满意度指标",
        "没有成本指标的项目",
        "漏填项目来源的",
    ],
)
def test_blanks(read: Read, question: str) -> None:
    """“没填”, “缺”, “填了没”, and a class of indicators that is not there."""
    assert [BlankSaid()] == read(question).meanings(BlankSaid)


@pytest.mark.parametrize(
    "question", ["有没有满意度指标", "有没有其他资金", "缺口多少", "填报单位是谁", "表有没有填错", "填得对不对", "空调采购多少钱"]
)
def test_no_blanks(read: Read, question: str) -> None:
    """“有没有” asks what there is; 填报单位, 缺口 and 空调 only look so."""
    assert [] == read(question).meanings(BlankSaid)


@pytest.mark.parametrize(
    ("question", "measured"),
    [
        ("哪些指标没量化", False),
        ("没有量化的指标", False),
        ("哪个指标是定性的", False),
        ("有没有不可衡量的指标", False),
        ("指标都量化了吗", False),
        ("哪些指标没有具体数值", False),
        ("量化的指标有几条", True),
        ("哪些指标量化了", True),
    ],
)
def test_values_that_are_figures(read: Read, question: str, measured: bool) -> None:  # a column of the table
    """Whether the lines that are asked for hold a figure; “都量化了吗” asks for those that do not."""
    assert [MeasuredSaid(measured)] == read(question).meanings(MeasuredSaid)


@pytest.mark.parametrize(
    ("question", "mark"),
    [
        ("2024年新增了什么项目", Mark.NEW),
        ("去年新上的项目", Mark.NEW),
        ("今年取消了哪些项目", Mark.GONE),
        ("今年跟去年比有啥变化", Mark.CHANGED),
        ("哪些项目金额变了", Mark.CHANGED),
        ("两年有什么不同", Mark.CHANGED),
        ("2023年有、2024年没有的项目", Mark.FIRST_ONLY),
        ("去年有今年没有的", Mark.FIRST_ONLY),
        ("2023年有、2024年没再报的项目", Mark.FIRST_ONLY),
        ("去年报了、今年没继续安排的项目", Mark.FIRST_ONLY),
        ("今年新冒出来的项目", Mark.NEW),
        ("今年冒出来的新项目有哪些", Mark.NEW),
        ("2023年没有，2024年有的项目", Mark.SECOND_ONLY),
        ("去年没有今年才有的", Mark.SECOND_ONLY),
    ],
)
def test_what_changed(read: Read, question: str, mark: Mark) -> None:
    """Words for what began, ended or changed between two years."""
    assert mark in read(question).marks()
