"""Units, sources, periods, documents, goals and texts by the words of the question alone."""

from collections.abc import Callable

import pytest

from bot.language.meanings import AggregateSaid, Asked, TextSaid
from bot.reading.parse import Parse
from store.plan import Aggregate, Field, Part

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("谁在管", Field.UNIT),
        ("由哪个单位来实施", Field.UNIT),
        ("水泵是哪个单位买的", Field.UNIT),
        ("哪家在做", Field.UNIT),
        ("归哪个局管", Field.DEPARTMENT),
        ("是什么来源", Field.SOURCE),
        ("是市里的钱还是县里的钱", Field.SOURCE),
        ("是中央直达资金吗", Field.SOURCE),
        ("是不是上级给的", Field.SOURCE),
        ("是新增还是延续的", Field.ATTRIBUTE),
        ("从几月干到几月", Field.PERIOD),
        ("几年能建成", Field.PERIOD),
        ("几年建成，多少钱", Field.PERIOD),
        ("得几年修完 多少钱", Field.PERIOD),
        ("建多少年，多少钱", Field.PERIOD),
        ("是哪个项目建的 多少钱", Field.PROJECT),
        ("水泵是哪个项目修的，多少钱", Field.PROJECT),
        ("出自哪", Field.DOCUMENT),
        ("依据的哪份文件", Field.DOCUMENT),
        ("有什么问题没有", Field.QUALITY),
        ("给谁的", Field.GOAL),
        ("哪些人能领", Field.GOAL),
        ("补助对象是谁", Field.GOAL),
        ("图什么", Field.GOAL),
        ("用在什么地方", Field.GOAL),
    ],
)
def test_the_field_that_is_asked_for(read: Read, question: str, field: Field) -> None:
    """As people say it, and the field of the form that tells it; no word of it is left over."""
    said = read(question)

    assert field in {asked.field for asked in said.meanings(Asked)}
    assert not said.leftovers or "水泵" == said.leftovers[0].text


@pytest.mark.parametrize("question", ["谁的钱最多", "谁补得最多", "哪个单位用得最多", "是财政的钱吗"])
def test_other_questions(read: Read, question: str) -> None:
    """Whose amount is how large, or of which kind, is asked otherwise."""
    assert not {Field.GOAL, Field.SOURCE} & {asked.field for asked in read(question).meanings(Asked)}


@pytest.mark.parametrize(
    ("question", "text", "within"),
    [
        ("“雨水花园”写在哪个项目目标里", "雨水花园", (Part.GOALS,)),
        ("雨水花园出现在哪些项目的指标里", "雨水花园", (Part.INDICATORS,)),
        ("雨水花园在哪个项目里", "雨水花园", ()),
        ("哪个项目的目标是河水见底", "河水见底", (Part.GOALS,)),
        ("目标写的是河水见底的是哪个", "河水见底", (Part.GOALS,)),
        ("有没有讲雨水花园的", "雨水花园", ()),
        ("来源是市级补助的项目", "市级补助", (Part.FACTS,)),
        ("属性为延续项目的有哪些", "延续", (Part.FACTS,)),
        ("有几个是常年的", "常年", (Part.FACTS,)),
    ],
)
def test_a_text_and_where_it_is_to_stand(read: Read, question: str, text: str, within: tuple[Part, ...]) -> None:
    """The words that are looked for, and in which part of the form."""
    assert [TextSaid(text, within)] == read(question).meanings(TextSaid)


@pytest.mark.parametrize("question", ["目标是什么", "有没有问题", "出现在哪", "来源是什么", "哪个项目的目标是多少"])
def test_no_text(read: Read, question: str) -> None:
    """What is asked for itself is looked for nowhere."""
    assert not read(question).meanings(TextSaid)


@pytest.mark.parametrize("question", ["都导入了哪些单位", "库里有多少家单位", "系统里一共几个单位"])
def test_all_units_that_are_stored(read: Read, question: str) -> None:
    """Of whatever year."""
    assert AggregateSaid(Aggregate.COUNT, Field.UNIT, stored=True) in read(question).meanings(AggregateSaid)
