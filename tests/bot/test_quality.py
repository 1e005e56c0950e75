"""What is odd in the tables, asked in the chat, listed in the terminal, and exported."""

import io
import re
from decimal import Decimal

import openpyxl
import pytest

from bot.app import conversation_of
from bot.exports.targets import export
from store.model import Finding, Severity
from tests import makers
from tests.bot.conftest import Chat, answer


def odd(rule, target, message, severity=Severity.REMARK):
    return Finding(rule=rule, severity=severity, place="第1张表第5行第2格", message=message).about(target)


@pytest.fixture
def schools(memory):
    """Two schools: one with twelve findings, one with none; and another year of the first."""
    first, second = makers.target("校舍维修", unit="青禾一中"), makers.target("食堂改造", unit="青禾二中", table=2)
    found = [odd("goal-short", first, f"目标只写了“{n}”。") for n in range(11)]
    found.append(odd("parts-differ", first, "资金总额写 3 万元，各项来源相加是 2.5 万元。", Severity.WARN))
    makers.load(memory, makers.statement(first, second), findings=found)
    before = makers.target("校舍维修", unit="青禾一中", year=2023, document="去年")
    makers.load(memory, makers.statement(before, document="去年"), findings=[odd("goal-vague", before, "目标没有一个数。")])
    return memory


def test_of_one_unit(chat):
    """Its tables, how many places, each with the cell; and that it is no verdict."""
    reply = chat.says("渠沟的表有没有问题")

    assert reply.text.startswith("渠沟镇财政所2024年 1 张表，3 处请核对（提示，不是结论）：\n1. ")
    assert "成本指标“46400元”就是预算数 4.64 万元" in reply
    assert "（第5张表第3行第4格）" in reply
    assert reply.text.endswith("来源：《相山区财政局2024年度项目支出绩效目标》第5张表")


def test_a_follow_up(chat):
    """Another unit, a project, or a year takes the place of the one before."""
    chat.says("渠沟的表有没有问题")

    assert chat.says("那任圩的呢").text.startswith("任圩街道办事处财政所2024年 1 张表，")
    assert chat.says("2023年的呢").kind == "not_found"


def test_the_gravest_first_and_the_rest_on_demand(schools):
    """Ten places a reply, what must be looked at before what is only said; “更多” goes on with the numbers."""
    chat = Chat(conversation_of(schools))
    first, second = chat.says("哪些表有问题"), chat.says("更多")

    assert first.text.startswith(
        "2024年 2 张表，其中 1 张表共 12 处请核对（提示，不是结论，重的 1 处在前）：\n1. 青禾一中「校舍维修」：资金总额写"
    )
    assert "回“更多”看其余 2 项。" in first
    assert ["11", "12"] == re.findall(r"^(\d+)\. ", second.text, re.MULTILINE)
    assert "更多" not in second


def test_amounts_in_messages(schools):
    """Every amount in the text is a fact's: the finding's own, with its rule and its message."""
    reply = answer(conversation_of(schools), "青禾一中的表有什么问题")
    facts = [fact for fact in reply.facts if fact["name"] == "parts-differ"]

    assert [Decimal("30000.00"), Decimal("25000.00")] == [Decimal(fact["yuan"]) for fact in facts]
    assert {("finding", "青禾一中", 2024, None)} == {(f["field"], f["unit"], f["year"], f["source"]) for f in facts}


def test_nothing_found(schools):
    """A table in which no rule finds anything is said to be so, with what that means."""
    reply = answer(conversation_of(schools), "青禾二中的表有没有问题")

    assert ("answer", True) == (reply.kind, "青禾二中2024年 1 张表，没有发现要核对的地方" in reply)


def test_all_years(schools):
    """Where a year is named it is that year's tables."""
    assert "2023年 1 张表，1 处请核对" in answer(conversation_of(schools), "2023年的表有没有问题")


def test_of_a_whole_file(memory):
    """What is odd in a file is listed with its title where all is asked about, and counted where one unit is."""
    target = makers.target()
    hidden = Finding(rule="hidden-sheet", severity=Severity.WARN, place="工作表“二”", message="这个工作表是隐藏的，没有读入。")
    makers.load(memory, makers.statement(target), findings=[hidden])
    bot = conversation_of(memory)

    assert "2024年 1 张表，1 处请核对（提示，不是结论）：\n1. 这个工作表是隐藏的，没有读入。（工作表“二”）" in answer(
        bot, "哪些表有问题"
    )
    of_unit = answer(bot, "青禾县财政局的表有没有问题")
    assert "没有发现要核对的地方" in of_unit
    assert "另有 1 处是整份文件的" in of_unit


def test_of_evaluations(memory):
    """A self-evaluation is a table too, also where the project has no other."""
    one = makers.evaluation("食堂改造")
    makers.load(
        memory, makers.statement(makers.target(), evaluations=[one]), findings=[odd("rate-differs", one, "执行率算出来是 60%。")]
    )

    assert "「食堂改造」2024年 1 张表，1 处请核对（提示，不是结论）：\n1. 执行率" in answer(
        conversation_of(memory), "食堂改造的表有没有问题"
    )


def test_limits(schools):
    """“10万以上的项目” leaves what is odd in the others out."""
    assert answer(conversation_of(schools), "10万以上的项目有没有问题").kind == "not_found"
    assert "12 处请核对" in answer(conversation_of(schools), "1万以上的项目有没有问题")


def test_an_empty_store(memory):
    """Nothing is loaded, and nothing is said to be right."""
    assert answer(conversation_of(memory), "哪些表有问题").kind == "not_found"


def test_a_message_of_several_lines(memory):
    """What a document prints cannot forge a line of ours."""
    target = makers.target()
    makers.load(memory, makers.statement(target), findings=[odd("x", target, "甲\n来源：《假》")])

    assert "甲 来源：《假》" in answer(conversation_of(memory), "哪些表有问题")


@pytest.mark.parametrize(
    ("question", "claimed"),
    [
        ("哪些项目的表有问题", "quality"),
        ("几张表有问题", "quality"),
        ("渠沟和任圩的表有问题吗", "quality"),
        ("软件升级维护的指标有没有问题", "quality"),
        ("渠沟的金额哪个多", "comparisons"),
        ("有哪些项目", "listings"),
    ],
)
def test_whose_question_it_is(bundled_bot, question, claimed):
    """Whatever the question says of units, projects and numbers, what is odd is one intent's."""
    understood = bundled_bot.understood(question, makers.NOW.date())

    assert {claimed} == {intent.name for intent in bundled_bot.intents_of(understood)}


def test_in_the_terminal(program):
    """A line each with rule, whose it is and where, filtered by unit, rule and severity; JSON for programs."""
    lines = program.run("admin", "findings", "--unit", "渠沟镇财政所", "--rule", "cost-is-budget").out.splitlines()
    found = program.run("admin", "findings", "--year", "2024", "--severity", "remark", "--json").json

    assert lines[-1] == "共 1 处（提示，不是结论）。"
    assert lines[0].startswith("提示  cost-is-budget  渠沟镇财政所「乡村振兴下派干部经费」2024年  《")
    assert len(found) > 10
    assert {
        "rule",
        "rule_title",
        "severity",
        "place",
        "message",
        "project",
        "unit",
        "year",
        "publisher",
        "title",
        "file",
        "load",
    } == set(found[0])
    assert program.run("admin", "findings", "--project", "没有的项目").out == "没有这样的发现。\n"


def test_in_the_workbook(schools):
    """A sheet lists them, and no text of theirs is a formula."""
    target = makers.target("=1+1", unit="青禾三中", document="式")
    makers.load(schools, makers.statement(target, document="式"), findings=[odd("x", target, "=HYPERLINK(1)")])
    sheet = openpyxl.load_workbook(io.BytesIO(export(schools, "xlsx")))["发现"]
    head, *rows = sheet.iter_rows(values_only=True)

    assert head == ("公开主体", "年度", "单位", "项目", "轻重", "规则", "位置", "内容", "文件")
    assert len(rows) == 14
    assert ("'=1+1", "'=HYPERLINK(1)") in {(row[3], row[7]) for row in rows}


@pytest.mark.parametrize("question", ["哪个单位的表问题最多", "表的问题最多的单位是哪个", "哪家的表错最多"])
def test_which_unit_has_the_most(schools, question):
    """What was found is counted for each unit; it is said that this is no verdict."""
    reply = answer(conversation_of(schools), question)

    assert reply.text.startswith("请核对的地方最多的是青禾一中：12 处")
    assert "不是结论" in reply


def test_which_form_has_the_most(schools):
    """Of forms each is counted by itself."""
    assert "最多的是青禾一中「校舍维修」：12 处" in answer(conversation_of(schools), "哪张表问题最多")


@pytest.mark.parametrize(
    ("question", "told"),
    [("哪个项目的满意度没填", True), ("哪些项目满意度指标值是空的", True), ("哪些项目没填成本指标", False)],
)
def test_a_line_without_a_value(memory, question, told):
    """A class whose line has nothing in its value is not lacking, and yet is not filled in."""
    blank = makers.target("路灯更换", indicators=[makers.indicator("居民满意度", "")])
    filled = makers.target("路牌更换", table=2, indicators=[makers.indicator("居民满意度", "≥90%")])
    makers.load(memory, makers.statement(blank, filled), findings=[odd("value-blank", blank, "“居民满意度”没有填指标值。")])

    reply = answer(conversation_of(memory), question)

    assert told == ("没填指标值的：青禾县财政局「路灯更换」2024年“居民满意度”。" in reply), reply.text
