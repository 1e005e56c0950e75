"""How far the work has come, and what came of it: no table of targets tells it."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Mark
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "words",
    [
        "进度怎么样", "进度如何了", "进展咋样", "效果好不好", "效果怎么样", "成效明显吗", "修好了没", "换完了没有", "建成了吗", "开工了没", "竣工了吗", "验收了没有",
        "验收了吗", "投用了没有", "做到哪一步了", "干到哪了", "推进得怎么样", "实施得咋样了", "落实了没有", "批复了没有", "修了没", "修了吗", "修没修", "建了没有", "签约了没", "建在哪", "在哪", "在哪里", "地点在哪儿", "装在哪里", "种在什么地方", "设在哪些村", "还没开工", "还没修好",
    ],
)  # fmt: skip
def test_progress(read: Read, words: str) -> None:
    """Nothing of such a question is left unexplained."""
    said = read(f"公路养护{words}")

    assert Mark.UNTOLD in said.marks()
    assert ["公路养护"] == [x.text for x in said.leftovers]


@pytest.mark.parametrize(
    "question",
    ["公路养护支出进度怎么样", "公路养护什么时候完工", "公路养护填好了没", "工程进度率是多少", "公路养护的效益指标有哪些", "公路养护完成情况", "公路养护怎么样", "公路养护花在哪", "公路养护的数据在哪", "公路养护的钱在哪", "公路养护写在哪", "公路养护的数在哪份文件", "公路养护修了多少公里", "公路养护有没有发", "公路养护没填", "公路养护没修的"],
)  # fmt: skip
def test_other_questions(read: Read, question: str) -> None:
    """A date that is planned, a share that is executed, or a blank is something else."""
    assert Mark.UNTOLD not in read(question).marks()


@pytest.mark.parametrize(
    "words",
    ["够用不", "够不", "拨下来没有", "发了吗", "下达了没", "到账没", "花哪儿了", "完成得咋样", "完成了没有", "用得怎么样"],
)
def test_money_that_went(read: Read, words: str) -> None:
    """Whether it suffices, arrived or was used asks for spending."""
    said = read(f"公路养护{words}")

    assert Mark.SPENDING in said.marks()
    assert ["公路养护"] == [x.text for x in said.leftovers]


@pytest.mark.parametrize(
    "words",
    ["是否合理", "是否匹配", "是否过高", "是否有必要", "是不是定低了，", "安排依据是什么", "的政策依据", "立项依据是什么", "匹配吗", "是否符合有关规定", "1000块是不是少了点"],
)  # fmt: skip
def test_what_auditors_ask(read: Read, words: str) -> None:
    """Grounds and fitness are judgements, however they are put."""
    said = read(f"公路养护{words}")

    assert Mark.UNTOLD in said.marks()
    assert ["公路养护"] == [x.text for x in said.leftovers]


@pytest.mark.parametrize("words", ["没发", "没领到", "没到位", "还没发下来", "没参加", "没拿到"])
def test_people_who_went_without(read: Read, words: str) -> None:
    """Nobody is told a planned number as the number of those who got nothing."""
    said = read(f"公路养护多少人{words}")

    assert said.marks() & {Mark.UNTOLD, Mark.SPENDING}
    assert ["公路养护"] == [x.text for x in said.leftovers]
