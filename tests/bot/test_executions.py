"""Answers about what was spent: from self-evaluations where they are loaded, never a budget for it."""

import csv
import io

import openpyxl
import pytest

from bot.app import conversation_of
from bot.exports.evaluations import EVALUATION_HEADINGS
from bot.exports.targets import FACT_HEADINGS, export
from store.model import EvaluationFact, EvaluationField, Execution, ExecutionItem, FundingKind
from tests import makers
from tests.bot.conftest import answer

EVALUATED = "青禾县财政局2024年度项目支出绩效自评表"


@pytest.fixture
def store(memory):
    """Targets of two years and units, and an evaluation of one of them in 2024; one project has only an evaluation."""
    makers.load(memory, makers.statement(makers.target(yuan="30000"), makers.target(unit="渠沟镇财政所", table=2)))
    makers.load(memory, makers.statement(makers.target(year=2025, yuan="50000"), document="青禾县财政局2025年度项目支出绩效目标"))
    found = [makers.evaluation(document=EVALUATED), makers.evaluation("农田水利维修", unit="青禾县水利局", document=EVALUATED)]
    makers.load(memory, makers.statement(document=EVALUATED, evaluations=found))
    return memory


@pytest.fixture
def asks(store):
    bot = conversation_of(store)
    return lambda question: answer(bot, question)


@pytest.mark.parametrize(
    "words", ["执行了多少", "花了多少钱", "的执行率", "执行数是多少", "实际支出多少", "支付了百分之多少", "的支付率"]
)
def test_what_was_spent(asks, words):
    """Budget, executed amount and rate are each named, with year, unit and the evaluation as the source."""
    reply = asks(f"青禾县财政局2024年乡村振兴经费{words}")

    assert "青禾县财政局「乡村振兴经费」2024年：全年预算 2.6 万元，执行数 1.3 万元，执行率 50%（自评表所印）" in reply
    assert f"来源：《{EVALUATED}》第9张表" in reply
    assert (reply.kind, "答不了" in reply, " 3 万元" in reply) == ("answer", False, False)
    figures = {fact["field"]: (fact["yuan"], fact["value"]) for fact in reply.facts}
    assert figures["execution"] == ("13000.00", "13000")
    assert figures["execution_budget"] == ("26000.00", "26000")


def test_no_year_is_named(asks):
    """The newest year that is evaluated is answered, and said."""
    assert "2024年：全年预算 2.6 万元" in asks("青禾县财政局乡村振兴经费执行了多少")


def test_another_year(asks):
    """A year without an evaluation is answered as ever: the budget, said to be no spending."""
    reply = asks("2025年乡村振兴经费执行了多少")

    assert "绩效目标表只有预算安排，没有支出数" in reply
    assert "执行数" not in reply.text.replace("“执行了多少”", "")


def test_a_unit_without_evaluation(asks):
    """The units of that project that no evaluation speaks of are named."""
    reply = asks("2024年乡村振兴经费执行了多少")

    assert "没有导入自评表：渠沟镇财政所「乡村振兴经费」。" in reply
    assert "执行数 1.3 万元" in reply


@pytest.mark.parametrize("words", ["的完成情况", "自评得分多少", "得了多少分"])
def test_score_and_results(asks, words):
    """They are answered with the score and what was reached."""
    reply = asks(f"青禾县财政局乡村振兴经费{words}")

    assert "自评得分 90" in reply
    assert "下乡次数 ≥12次（实际 13次）" in reply


@pytest.mark.parametrize("words", ["的完成情况", "自评得分多少"])
def test_score_and_results_of_what_is_not_evaluated(asks, words):
    """Without an evaluation nothing is said in their place, and no figure."""
    reply = asks(f"渠沟镇财政所乡村振兴经费{words}")

    assert (reply.kind, reply.facts) == ("not_found", [])
    assert "绩效自评表" in reply


@pytest.mark.parametrize(
    "words", ["执行率多少", "执行率到百分之几了", "实际发了多少，完成没有", "已经发了多少", "到现在发了几个月", "预算执行进度"]
)
def test_what_no_budget_tells(asks, words):
    """Of a rate, and of what was really paid, a budget says nothing: it is offered, and no amount stands in its place."""
    reply = asks(f"渠沟镇财政所乡村振兴经费{words}")

    assert (reply.kind, reply.facts) == ("not_found", [])
    assert "绩效目标表只有预算安排，没有支出数、执行数和执行率" in reply
    assert "预算安排，回 1" in reply


def test_the_budget_is_still_the_targets(asks):
    """An evaluation's amounts are never answered as a budget."""
    reply = asks("青禾县财政局2024年乡村振兴经费多少钱")

    assert "3 万元" in reply
    assert "2.6" not in reply.text


def test_a_project_that_is_only_evaluated(asks):
    """Its execution is answered; its budget is not there, and no figure of the evaluation stands in for it."""
    assert "执行数 1.3 万元" in asks("农田水利维修执行了多少")
    budget = asks("农田水利维修多少钱")
    assert (budget.kind, "万元" in budget) == ("not_found", False)
    assert "只导入了绩效自评表" in budget


def test_a_unit_that_is_only_evaluated(asks):
    """It narrows the question as any unit does."""
    assert "执行数 1.3 万元" in asks("青禾县水利局农田水利维修执行了多少")


def test_a_total_that_contradicts_its_parts(memory):
    """A total of 0 beside a part that was spent is shown with the part."""
    part = {"kind": FundingKind.FISCAL, "part": "当年财政拨款", "source": makers.source("5")}
    spent = Execution(**part, item=ExecutionItem.EXECUTED, yuan="50000", value="5")
    found = makers.evaluation(executed="0", rate=None)
    makers.load(memory, makers.statement(evaluations=[found.model_copy(update={"executions": (*found.executions, spent)})]))

    reply = answer(conversation_of(memory), "乡村振兴经费执行了多少")
    assert "年度资金总额 全年预算 2.6 万元，执行数 0 万元，执行率表上没填；当年财政拨款 执行数 5 万元" in reply


def test_two_evaluations_that_contradict_each_other(memory):
    """Both are answered, each with its document."""
    for title, executed in (("甲", "1000"), ("乙", "2000")):
        makers.load(memory, makers.statement(document=title, evaluations=[makers.evaluation(executed=executed, document=title)]))
    reply = answer(conversation_of(memory), "乡村振兴经费执行了多少")

    assert "2024年（《甲》）：" in reply
    assert "2024年（《乙》）：" in reply


def test_exports(store):
    """Targets alone in the jsonl; rows of their own names in the csv; a sheet in the workbook."""
    text = export(store, "csv").decode("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["栏目"] == "全年执行数"]
    sheet = openpyxl.load_workbook(io.BytesIO(export(store, "xlsx")))["自评"]
    headings, *body = sheet.iter_rows(values_only=True)

    assert b"13000" not in export(store, "jsonl")
    assert [(row["单位"], row["名称"], row["金额（元）"]) for row in rows] == [
        ("青禾县财政局", "年度资金总额", "13000.00"),
        ("青禾县水利局", "年度资金总额", "13000.00"),
    ]
    assert tuple(rows[0]) == FACT_HEADINGS
    assert headings == EVALUATION_HEADINGS
    assert [row[headings.index("资金总额全年执行数（元）")] for row in body] == [13000, 13000]


def test_a_formula_in_an_evaluation(memory):
    """In no cell does a text begin as a formula."""
    said = EvaluationFact(field=EvaluationField.ACCOMPLISHED, text="=1+1", source=makers.source("=1+1"))
    makers.load(memory, makers.statement(evaluations=[makers.evaluation("=项目").model_copy(update={"facts": (said,)})]))
    book = openpyxl.load_workbook(io.BytesIO(export(memory, "xlsx")))
    values = [cell.value for row in book["自评"].iter_rows() for cell in row]
    values += [value for row in csv.reader(io.StringIO(export(memory, "csv").decode("utf-8-sig"))) for value in row]

    assert not [value for value in values if isinstance(value, str) and value.startswith("=")]
