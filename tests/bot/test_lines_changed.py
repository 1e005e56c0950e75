"""What changed of one project between two years: its money, and the lines of its indicator table."""

from datetime import date

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

UNIT, PROJECT = "青禾县城管局", "路灯维护"
DOCUMENTS = {year: f"青禾县城管局{year}年度项目支出绩效目标" for year in (2022, 2024)}
_PLACE = {"level1": "产出指标", "level2": "数量指标"}


@pytest.fixture
def talk(memory: Store) -> Talk:
    rows = {2022: (("维护路灯", "460盏"), ("巡查次数", "12次")), 2024: (("维护路灯", "520盏"), ("报修平台", "1个"))}
    for year, lines in rows.items():
        document = DOCUMENTS[year]
        shared = makers.indicator("群众满意度", "≥90%", document=document, row=11)
        indicators = [
            makers.indicator(name, value, document=document, row=8 + n, **_PLACE) for n, (name, value) in enumerate(lines)
        ]
        target = makers.target(PROJECT, unit=UNIT, year=year, yuan="540000", document=document, indicators=(*indicators, shared))
        other = makers.target(
            "绿化养护", unit=UNIT, year=year, yuan=f"{year}00", document=document, table=2, indicators=(shared,)
        )
        makers.load(memory, makers.statement(target, other, document=document, published=date(year, 2, 1)))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    "question", ["路灯维护22年和24年比啥变了", "路灯维护两年有什么不一样", "路灯维护2024年比2022年有什么变化"]
)
def test_lines_of_one_project(talk: Talk, question: str) -> None:
    """The amount that stayed is told with the lines that did not; what only one of the years has is told apart."""
    reply = talk.asks(question)

    assert "一样多" in reply.text
    assert "指标有变化的 1 条：“维护路灯” 460盏 → 520盏" in reply.text
    assert "只有2024年有的指标 1 条：“报修平台” 1个" in reply.text
    assert "只有2022年有的指标 1 条：“巡查次数” 12次" in reply.text
    assert "2022年" in reply.text


def test_nothing_but_money(talk: Talk) -> None:
    """Where no line changed it is said so."""
    reply = talk.asks("绿化养护2024年和2022年比有什么变化")

    assert "增加" in reply.text
    assert "指标没有变化" in reply.text


def test_of_a_unit(talk: Talk) -> None:
    """Of several projects the money alone is told."""
    assert "指标" not in talk.asks("城管局2024年和2022年比有什么变化").text


@pytest.mark.parametrize(
    "question", ["路灯维护2024年的表和2022年比改了哪些数", "路灯维护跟2022年比改了什么", "路灯维护2024年哪些数改了"]
)
def test_what_was_altered(talk: Talk, question: str) -> None:
    """“改了哪些” asks for the lines as 变化 does; a year behind 跟 is the earlier one."""
    assert "指标有变化的 1 条：“维护路灯” 460盏 → 520盏" in talk.asks(question).text


def test_a_line_in_another_class(memory: Store) -> None:
    """A line that another year's form puts in a class called otherwise is the same line."""
    for year, level2 in ((2023, "满意度指标"), (2024, "服务对象满意度指标")):
        line = makers.indicator("群众满意度", "≥90%", level1="满意度指标", level2=level2, document=f"{year}年")
        target = makers.target(PROJECT, unit=UNIT, year=year, document=f"{year}年", indicators=(line,))
        makers.load(memory, makers.statement(target, document=f"{year}年", published=date(year, 2, 1)))
    text = Talk(conversation_of(memory)).asks("路灯维护今年改了哪些数").text

    assert "指标没有变化" in text
    assert "只有" not in text


@pytest.mark.parametrize("question", ["路灯维护2024年新加了什么平台", "路灯维护2024年比2022年新增了哪些平台"])
def test_a_line_is_no_new_project(talk: Talk, question: str) -> None:
    """What is new of a line that is named is that line, and no project that the other year has not."""
    reply = talk.asks(question)

    assert "1个" in reply.text, reply.text
    assert "一个也没有" not in reply.text
    assert "还不会算" not in reply.text
