"""What one of something costs is told."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

UNIT = "青禾县民政局"
COST = {"level1": "成本指标", "level2": "经济成本指标"}


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A chat about projects whose prices are as plain as their budgets."""
    lines = {
        "邻里食堂运营": ("每个食堂补助", "6万元"),
        "护林员补助": ("补助标准", "12000元/人·年"),
        "电影下乡": ("每场放映补助", "2000元"),
        "危房修缮": ("每户修缮补助", "1.8万元"),
        "档案扫描": ("每页扫描费", "≤0.5元"),
        "站亭更新": ("单个站亭费用", "≤3万元"),
    }
    forms = [
        makers.target(name, unit=UNIT, yuan="360000", table=number, indicators=(makers.indicator(*line, **COST),))
        for number, (name, line) in enumerate(lines.items(), 1)
    ]
    makers.load(memory, makers.statement(*forms))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "line"),
    [
        *(
            (q, "“每个食堂补助”：6万元")
            for q in (
                "6万一个食堂的是哪个",
                "每个食堂6万的是哪个项目",
                "哪个项目的成本指标写的每个食堂6万元",
                "一个食堂补6万的是哪里",
                "每个食堂补助6万元的项目",
            )
        ),
        *(
            (q, "“补助标准”：12000元/人·年")
            for q in ("护林员补助一人12000吗", "每人12000元的护林员补助", "护林员补助一人一年12000对吗")
        ),
        *((q, "“每场放映补助”：2000元") for q in ("电影下乡一场2000", "每场2000的是什么", "2000元一场的是哪个项目")),
        *((q, "“每户修缮补助”：1.8万元") for q in ("危房修缮每户补1.8万吗", "一户1.8万的是什么项目")),
        *((q, "“每页扫描费”：≤0.5元") for q in ("0.5元一页的是哪个", "每页0.5元的档案扫描")),
        *((q, "“单个站亭费用”：≤3万元") for q in ("3万一个的站亭", "一个站亭3万吧")),
    ],
)
def test_the_line_that_prints_it(talk: Talk, question: str, line: str) -> None:
    """The line is told, and no budget is held against the price."""
    reply = talk.asks(question)

    assert line in reply.text
    assert "36" not in reply.text


def test_another_price(talk: Talk) -> None:
    """Where the project that is named prints another price, that is told."""
    assert talk.asks("危房修缮每户补2万对吗").text.startswith("1.8万元：")


def test_nobody_prints_it(talk: Talk) -> None:
    """Where no line prints it, no figure is stated."""
    reply = talk.asks("9万一个食堂的是哪个")

    assert ("not_found", ()) == (reply.kind, reply.facts)


@pytest.mark.parametrize(
    "question",
    [
        "一期36万的是哪个",
        "民政局一个项目36万",
        "一共36万的项目",
        "第一个36万吗",
        "36万的项目有哪些",
        "哪个单位超过36万",
        "单位不到50万的有哪些",
    ],
)
def test_no_price(talk: Talk, question: str) -> None:
    """Budgets, phases and places are no price of one."""
    reply = talk.asks(question)

    assert "没有印着" not in reply.text
    assert "做除法" not in reply.text
