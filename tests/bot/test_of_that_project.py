"""What is asked shortly after one project is asked of that one, and where it has no such line no other project answers."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A bus line without a day or a test, and a bridge with both."""
    lines = {
        "公交补贴": [("补贴线路", "18条", "数量指标"), ("准点率", "≥95%", "质量指标")],
        "长桥加固": [
            ("验收合格率", "100%", "质量指标"),
            ("完工时间", "2024年9月底前", "时效指标"),
            ("加固桥墩", "6座", "数量指标"),
        ],
        "危旧房修缮": [("修缮户数", "55户", "数量指标"), ("户均补助", "1.6万元", "成本指标")],
    }
    targets = [
        makers.target(
            project,
            unit="青禾县交通局",
            yuan=f"{number}80000",
            table=number,
            indicators=[makers.indicator(name, value, level1="产出指标", level2=level) for name, value, level in of_it],
        )
        for number, (project, of_it) in enumerate(lines.items(), 1)
    ]
    makers.load(memory, makers.statement(*targets))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize("asked", ["验收合格率", "验收合格率多少", "什么时候完工", "啥时候完工"])
def test_a_line_that_it_does_not_have(chat: Chat, asked: str) -> None:
    chat.says("公交补贴几条线")
    said = chat.says(asked)
    assert (said.kind, "长桥加固" in said, "「公交补贴」" in said) == ("not_found", False, True), said.text


@pytest.mark.parametrize(
    ("asked", "value"), [("验收合格率", "100%"), ("什么时候完工", "2024年9月底前"), ("长桥加固什么时候完工", "2024年9月底前")]
)
def test_a_line_that_it_has(chat: Chat, asked: str, value: str) -> None:
    chat.says("长桥加固多少钱")
    assert value in chat.says(asked)


def test_of_anything_where_nothing_was_spoken_of(chat: Chat) -> None:
    assert "「长桥加固」" in chat.says("验收合格率")


@pytest.mark.parametrize("question", ["危旧房修缮多少户，总额多少", "危旧房修缮多少户，一共多少钱"])
def test_the_sum_in_a_further_clause(chat: Chat, question: str) -> None:
    said = chat.says(question)
    assert ("55户" in said, "38 万元" in said) == (True, True), said.text


def test_what_is_counted_in_all_is_no_money(chat: Chat) -> None:
    said = chat.says("危旧房修缮一共多少户")
    assert ("55户" in said, "万元" in said) == (True, False), said.text


def test_no_question_is_passed_over_for_a_price(chat: Chat) -> None:
    """Of three things asked each is told, or it is said that they are not."""
    said = chat.says("危旧房修缮多少户，每户补助多少，一共多少钱")
    assert said.kind == "clarify" or all(value in said for value in ("55户", "1.6万元", "38 万元")), said.text


def test_a_unit_price_beside_a_count(chat: Chat) -> None:
    """Both are told; a word for lines that are not there is named, beside a kind of lines as well."""
    said = chat.says("危旧房修缮 户数 单价")
    assert ("55户" in said, "1.6万元" in said) == (True, True), said.text
    assert "“单价”" in chat.says("长桥加固 质量指标 单价").text


@pytest.mark.parametrize("turns", [("危旧房修缮单价多少",), ("危旧房修缮多少钱", "单价呢")])
def test_a_unit_price_by_any_name(chat: Chat, turns: tuple[str, ...]) -> None:
    """No line is called 单价: what the form prints for one of something is told by its name; where it prints none, none is."""
    said = [chat.says(turn) for turn in turns][-1]
    assert ("1.6万元" in said, "“户均补助”" in said) == (True, True), said.text
    assert chat.says("公交补贴单价多少").kind == "not_found"


@pytest.mark.parametrize("question", ["哪些项目没写验收合格率", "没填户均补助的项目", "完工时间没写的项目"])
def test_those_that_have_a_line_do_not_lack_it(chat: Chat, question: str) -> None:
    said = chat.says(question)
    assert said.kind != "answer" or not {"100%", "1.6万元", "2024年9月底前"} & set(said.text.split()), said.text
    assert "填了这类指标" not in said
