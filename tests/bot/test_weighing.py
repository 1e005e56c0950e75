"""What values are counted in, which of them are told, and how many lines are looked through for one question."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from bot.app import conversation_of
from bot.language.quantities import Frame, Kind, frames
from bot.lines.measured import counted, is_told, unit_of, without_scale
from bot.lines.weighing import Weighed, fitting, weighed
from store.database import Store
from store.model import Indicator
from store.targets import TargetView, everything
from tests import makers
from tests.bot import countryside
from tests.bot.written import Talk


@pytest.mark.parametrize(
    ("printed", "scale", "unit"),
    [
        ("千米", 1, "千米"),
        ("千克", 1, "千克"),
        ("千瓦", 1, "千瓦"),
        ("百分点", 1, "百分点"),
        ("千伏", 1, "千伏"),
        ("千米/小时", 1, "千米/小时"),
        ("万千瓦", 10_000, "千瓦"),
        ("万人次", 10_000, "人次"),
        ("十万人", 100_000, "人"),
        ("百户", 100, "户"),
        ("亿立方米", 100_000_000, "立方米"),
        ("万元/公里", 10_000, "元/公里"),
        ("万枝", 10_000, "枝"),
        ("万分之一", 1, "万分之一"),
        ("万", 10_000, ""),
        ("", 1, ""),
    ],
)
def test_the_scale_of_a_unit(printed: str, scale: int, unit: str) -> None:
    """A number stands before a unit where the rest is one, and the whole is none."""
    assert (scale, unit) == without_scale(printed)


def _line(value: str, number: str, unit: str | None, name: str = "数量") -> Indicator:
    return makers.indicator(name, value, number=number, unit=unit)


@pytest.mark.parametrize(
    ("value", "number", "unit", "told"),
    [
        ("10千米", "10", "千米", "10 公里"),
        ("≥10公里", "10", "公里", "10000 米"),
        ("10公里", "10", "公里", "20 里"),
        ("3公顷", "3", "公顷", "45 亩"),
        ("2吨", "2", "吨", "2000 公斤"),
        ("500千克", "500", "千克", "1000 斤"),
        ("≥1.5万人", "1.5", "万人", "15000 人"),
        ("20000人次", "20000", "人次", "2 万人次"),
        ("24小时", "24", "小时", "1 天"),
        ("12个月", "12", "个月", "1 年"),
        ("40元/人", "40", "元/人", "40 块"),
        ("14座", "14", "座", "14 个"),
        ("50年一遇", "50", "年一遇", "50 年"),
        ("≥4.5万件", "4.5", None, "45000 件"),
        ("95", "95", None, "95 %"),
    ],
)
def test_a_value_that_is_told(value: str, number: str, unit: str | None, told: str) -> None:
    """The same value, in whatever unit of the same size it is told."""
    wanted, of = told.split()

    assert is_told(_line(value, number, unit), Decimal(wanted), of)


@pytest.mark.parametrize(
    ("value", "number", "unit", "told"),
    [
        ("2万人", "2", "万人", "2 万天"),
        ("2万人", "2", "万人", "2 人"),
        ("10千米", "10", "千米", "10 米"),
        ("10千米", "10", "千米", "10000 公里"),
        ("500平方米", "500", "平方米", "500 米"),
        ("5个百分点", "5", "个百分点", "5 %"),
        ("5个工作日", "5", "个工作日", "5 天"),
        ("100元/吨", "100", "元/吨", "100 吨"),
        ("≥95%", "95", "%", "95 个"),
    ],
)
def test_a_value_that_is_not_the_one_told(value: str, number: str, unit: str, told: str) -> None:
    """The same number of something else is another value."""
    wanted, of = told.split()

    assert not is_told(_line(value, number, unit), Decimal(wanted), of)


def test_what_is_counted_alike() -> None:
    """千米 are 公里, and no other measure of a longer name that ends so."""
    assert counted("公里", unit_of(_line("10千米", "10", "千米")), "") == counted("公里", "公里", "")
    assert not counted("米", "平方米", "面积")
    assert not counted("点", "百分点", "提高")
    assert counted("名", "人", "人数")
    assert counted("次", "人次", "服务人次")
    assert not counted("场", "人次", "现场观众")


def test_another_unit_is_said(memory: Store) -> None:
    """Of two values that are told the one of another unit is not the line's, though its number is."""
    countryside.fill(memory)
    reply = Talk(conversation_of(memory)).asks("戏台演出是64场还是64天")

    assert reply.text.startswith("64场，不是64天")


def _views(store: Store, lines: Sequence[Indicator]) -> list[TargetView]:
    makers.load(store, makers.statement(makers.target("道路整修", goal="整修东沟村道路，方便群众。", indicators=lines)))
    return everything(store)


def _frame(question: str) -> Frame:
    (frame,) = frames(question)
    return frame


def _weighed(views: Sequence[TargetView], question: str, runs: Sequence[str]) -> list[Weighed]:
    return weighed(fitting(views, _frame(question), None), _frame(question), runs, "")


@pytest.mark.parametrize(
    ("question", "runs", "said"),
    [
        ("要修多少公里", ("要修",), 0.8),  # a deed that the name calls otherwise
        ("硬化多少公里", ("硬化",), 2.2),  # the name itself
        ("东沟村多少公里", ("东沟村",), 0.3),  # what the goal says
        ("道路多少公里", ("道路",), 2.2),
        ("多少公里", (), 0.0),
    ],
)
def test_what_the_words_say(memory: Store, question: str, runs: Sequence[str], said: float) -> None:
    """Words of a line's name say more of it than those of its project, and these more than those of its goals."""
    views = _views(memory, [makers.indicator("硬化道路里程", "12公里", number="12", unit="公里")])
    (found,) = _weighed(views, question, runs)

    assert Kind.COUNT is _frame(question).kind
    assert pytest.approx(said) == found.said


def test_a_word_that_says_nothing(memory: Store) -> None:
    """One word that neither the line nor its target explains leaves it out."""
    views = _views(memory, [makers.indicator("硬化道路里程", "12公里", number="12", unit="公里")])

    assert not _weighed(views, "地铁多少公里", ("地铁",))


def test_only_lines_that_fit_are_read(memory: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of a line that is counted in something else are not looked at."""
    lines = [makers.indicator(f"硬化{n}号路灯", "12盏", number="12", unit="盏", row=n) for n in range(1, 20)]
    views = _views(memory, [*lines, makers.indicator("硬化里程", "12公里", number="12", unit="公里", row=20)])
    read: list[object] = []
    monkeypatch.setattr("bot.lines.weighing.explained", lambda _readings, words: read.append(words))
    _weighed(views, "要修多少公里", ("要修",))

    assert 1 == len(read)


def test_one_reading_for_one_question(memory: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan for a figure is looked for once, though three parts of understanding ask for it."""
    countryside.fill(memory)
    talk = Talk(conversation_of(memory))
    asked: list[str] = []
    monkeypatch.setattr("bot.lines.quantified.quantified", lambda question, *_: asked.append(question.said.text))
    talk.asks("旱厕改建改几座")

    assert len(asked) == len(set(asked))


def test_more_than_are_read(memory: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the words stand in more forms than are looked through no line is taken for the answer."""
    countryside.fill(memory)
    talk = Talk(conversation_of(memory))
    assert "1.5万人" in talk.asks("惠及多少老百姓").text
    monkeypatch.setattr("bot.lines.standing._MOST_READ", 0)

    assert "answer" != talk.asks("惠及多少老百姓").kind
