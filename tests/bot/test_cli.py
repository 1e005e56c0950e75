"""`wenxiao ask` and `explain` as people and scripts use them."""

import sys

import pytest

from tests.bot.program import Program

FACT_KEYS = {"project", "unit", "year", "field", "horizon", "name", "value", "yuan", "source"}
SOURCE_KEYS = {"document", "table", "row", "column", "raw"}
DOCUMENT = "相山区财政局2024年度项目支出绩效目标"


def test_ask_answers_one_question(program: Program) -> None:
    """The answer stands on stdout, nothing on stderr, exit code 0."""
    ran = program.run_from_the_start("ask", "乡村振兴经费多少")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("2024年「乡村振兴下派干部经费」有 2 个单位")
    assert "7.24 万元" in ran.out


def test_ask_in_json(program: Program) -> None:
    """The stable shape: kind, text, facts with their sources, choices; a derived fact names op and operands."""
    reply = program.run("ask", "--json", "乡村振兴经费多少").json
    *stated, total = reply["facts"]

    assert set(reply) >= {"kind", "text", "facts", "choices"}
    assert reply["kind"] == "answer"
    assert reply["choices"] == ["任圩街道办事处财政所", "渠沟镇财政所"]
    assert all(set(f) >= FACT_KEYS and set(f["source"]) >= SOURCE_KEYS for f in stated)
    assert [(f["unit"], f["year"], f["field"], f["horizon"], f["yuan"]) for f in stated] == [
        ("任圩街道办事处财政所", 2024, "total", "annual", "26000.00"),
        ("渠沟镇财政所", 2024, "total", "annual", "46400.00"),
    ]
    assert stated[1]["source"] == {
        "document": DOCUMENT,
        "table": 5,
        "row": 4,
        "column": 3,
        "raw": "4.64",
        "sheet": None,
        "page": None,
    }
    assert (total["op"], total["of"], total["yuan"], total["source"]) == ("sum", [0, 1], "72400.00", None)


def test_ask_on_another_day(program: Program) -> None:
    """`--today` decides what 今年 is."""
    assert "28 万元" in program.run("ask", "今年工作经费多少", "--today", "2024-03-01").out
    assert "2025年的文件一份也没有导入" in program.run("ask", "今年工作经费多少", "--today", "2025-03-01").out


def test_a_question_that_begins_like_an_option(program: Program) -> None:
    """After “--” everything is the question."""
    ran = program.run("ask", "--", "--工作经费多少")

    assert (ran.code, ran.err) == (0, "")
    assert "28 万元" in ran.out


def test_an_empty_store(fresh: Program) -> None:
    """Before anything is loaded the bot says what to do, and that is no error."""
    ran = fresh.run("ask", "乡村振兴经费多少")

    assert (ran.code, ran.err) == (0, "")
    assert "wenxiao load" in ran.out


def test_explain_in_json(program: Program) -> None:
    """The stable shape, with spans from the first character to the last."""
    question = "请问 渠沟10万以上的项目有哪些？"
    told = program.run("explain", "--json", question).json

    assert set(told) >= {"kind", "intent", "plan", "names", "spans"}
    assert set(told["plan"]) >= {"projects", "units", "years", "field", "horizon", "amounts", "percents", "order", "aggregate"}
    assert told["plan"]["units"] == ["渠沟镇财政所"]
    assert told["plan"]["amounts"] == [{"op": ">=", "yuan": "100000"}]
    assert all(set(n) >= {"name", "type", "score", "why"} for n in told["names"])
    assert all(set(s) >= {"start", "end", "role", "rule"} and s["role"] in ("used", "filler", "unused") for s in told["spans"])
    assert [s["start"] for s in told["spans"]] == [0, *(s["end"] for s in told["spans"][:-1])]
    assert told["spans"][-1]["end"] == len(question)


def test_explain_a_rank_and_a_percentage(program: Program) -> None:
    """Order and percentages have their own shapes in the plan."""
    ranked = program.run("explain", "--json", "预算前三名的项目").json["plan"]
    limited = program.run("explain", "--json", "满意度低于99%的有哪些").json["plan"]

    assert ranked["order"] == {"by": "total", "direction": "desc", "count": 3, "skip": 0}
    assert limited["percents"] == [{"op": "<", "value": "99"}]


def test_explain_for_people(program: Program) -> None:
    """Every word is named with what it was used for."""
    ran = program.run("explain", "工作经费多少")

    assert (ran.code, ran.err) == (0, "")
    assert "“工作经费”" in ran.out
    assert "amounts" in ran.out


def test_explain_a_description(program: Program) -> None:
    """What is told by what it is not, or by what it does, is explained: which words, and what was found by them."""
    told = program.run("explain", "--json", "不修桥的那个项目多少钱").json["description"]
    ran = program.run("explain", "不修桥的那个项目多少钱")

    assert ("denied", "不修桥", []) == (told["how"], told["words"], told["found"])
    assert "描述：“不修桥”（按不是什么）" in ran.out
    assert "description" not in program.run("explain", "--json", "工作经费多少").json


def test_a_latin_locale(program: Program) -> None:
    """Chinese comes out as UTF-8 whatever the locale says."""
    if not sys.prefix.isascii():
        pytest.skip("for want of a path in ASCII: Python itself cannot start in this folder under a C locale")
    ran = program.run_from_the_start("ask", "工作经费多少", LC_ALL="C", LANG="C")

    assert ran.code == 0
    assert "28 万元" in ran.out
