"""Question words of all regions: understood as what they ask, and never taken out of a word that means something else."""

from collections.abc import Callable

import pytest

from bot.language.meanings import AggregateSaid, Asked, Mark
from bot.planning.fields_said import fields_of
from bot.reading.parse import Parse
from store.plan import Aggregate, Field

Read = Callable[[str], Parse]


def _left(said: Parse) -> list[str]:
    return [x.text for x in said.leftovers]


@pytest.mark.parametrize(
    ("question", "field"),
    [
        *(
            (f"给了{ask}", Field.AMOUNT)
            for ask in ("好多钱", "几多钱", "多钱", "好多", "几多", "多少块钱", "几个钱", "几万", "多少银子")
        ),
        *((f"是{ask}嘛", Field.AMOUNT) for ask in ("好多", "几多", "啥价", "多大个数", "几百万", "几位数")),
        *(
            (ask, Field.GOAL)
            for ask in ("弄啥的", "干哈的", "做啥子的", "搞么子的", "嘎哈用的", "啥用", "给谁的", "发给谁", "谁能领")
        ),
        *(
            (ask, Field.UNIT)
            for ask in ("谁在管", "归谁管", "哪家的", "哪个在管", "谁牵头", "哪家搞的", "谁弄的", "归哪家", "是哪个单位报的")
        ),
    ],
)
def test_what_is_asked(read: Read, question: str, field: Field) -> None:
    """Whatever the region's word, money, purpose and unit are asked for, and no word is left over."""
    said = read(question)

    assert (field,) == tuple(f for f in fields_of(said, indicators=False) if f is not Field.DEPARTMENT)
    assert [] == _left(said)


@pytest.mark.parametrize("word", ["拢共", "统共", "通共", "拢总", "满打满算", "加一块儿", "凑一块", "一塌刮子", "合着"])
def test_sums(read: Read, word: str) -> None:
    """All these words ask for a sum."""
    assert Aggregate.SUM in [m.aggregate for m in read(f"{word}多少").meanings(AggregateSaid)]


@pytest.mark.parametrize("question", ["凭啥这么多", "咋恁多", "为啥子比去年少", "凭什么比他们高", "咋涨了", "为嘛没涨"])
def test_why(read: Read, question: str) -> None:
    """凭啥 and 咋 before more or less ask for a reason."""
    assert Mark.WHY in read(question).marks()
    assert [] == _left(read(question))


@pytest.mark.parametrize(
    "question",
    [
        *(f"多少钱{end}" for end in ("哈", "嘛", "撒", "噻", "哩", "咧", "嘞", "呗", "伐", "咩", "捏", "喔", "咯")),
        *(["晓得多少钱不", "你晓得好多钱不", "恁知道多少钱不", "批下来没", "俺们多少钱", "咱们这儿多少钱", "他们那边多少钱"]),
        *(
            [
                "咋样",
                "咋回事",
                "啥情况",
                "怎么个情况",
                "是啥子",
                "咋算的",
                "问哈多少钱",
                "给看眼多少钱",
                "查哈多少",
                "得要多少钱",
                "大约多少",
                "差不多多少",
                "多不多",
            ]
        ),
    ],
)
def test_nothing_is_left_over(read: Read, question: str) -> None:
    """Particles, pronouns and idle words of a dialect leave nothing that might limit the question."""
    assert [] == _left(read(question))


@pytest.mark.parametrize("question", ["咋回事", "咋回事儿", "怎么回事", "怎么一回事", "怎么少了，怎么回事"])
def test_why_it_is_so(read: Read, question: str) -> None:
    """What 怎么回事 asks for is no idle word."""
    assert Mark.WHY in read(question).marks()


def test_who(read: Read) -> None:
    """谁 asks which one it is."""
    assert Mark.WHICH in read("谁").marks()


@pytest.mark.parametrize("question", ["花多少钱没掏", "掏多少钱", "砸进去多少", "搭进去多少钱", "垫了多少"])
def test_what_is_paid(read: Read, question: str) -> None:
    """掏, 砸 and 搭进去 ask for what was spent, which no target holds."""
    assert Mark.SPENDING in read(question).marks()


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("哪个管网多少钱", "管网"),
        ("谁管网格员", "谁管网格员"),
        ("几万人的培训", "几万人的培训"),
        ("采伐多少钱", "采伐"),
        ("系统共多少", "系统"),
        ("养老大棚多少钱", "养老大棚"),
    ],
)
def test_words_that_only_look_alike(read: Read, question: str, kept: str) -> None:
    """What is a part of a longer word stays there."""
    assert any(kept in text or text in kept for text in _left(read(question)))


def test_much_is_no_question(read: Read) -> None:
    """“好多项目没填” says that there are many, and asks for no figure."""
    assert Asked(Field.AMOUNT) not in read("好多项目没填目标").meanings(Asked)
