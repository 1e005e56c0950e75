"""What a load says beside its counts: contradictions between documents of equal rank, and one office under two names."""

import hashlib
from datetime import date
from decimal import Decimal

import pytest

from store import documents, targets
from store.model import Severity, Stage
from tests import makers


def said(outcome, rule):
    return [finding for finding in outcome.findings if finding.rule == rule]


def test_a_contradiction(store):
    """The file that brings it is told: which project, both figures, both documents, and what to do."""
    makers.load(store, makers.statement(makers.target(yuan="26000", document="乙文"), document="乙文"))
    outcome = makers.load(store, makers.statement(makers.target(yuan="30000", document="甲文"), document="甲文"))
    (finding,) = said(outcome, "conflict")

    assert (Severity.WARN, "第1张表第1行第2格") == (finding.severity, finding.place)
    start = "青禾县财政局「乡村振兴经费」2024年：年度资金总额本文件写“30000”（第1张表第5行第2格），《乙文》写“26000”（第1张表第5行第2格）。"
    assert finding.message.startswith(start)
    assert "--stage" in finding.message


def test_it_is_kept_with_the_load(store):
    """Auditors can list it later."""
    makers.load(store, makers.statement(makers.target(yuan="1"), document="乙文"))
    makers.load(store, makers.statement(makers.target(yuan="2"), document="甲文"))

    assert [[], ["conflict"]] == [[f.rule for f in load.findings] for load in documents.loads(store)]


def test_several_projects_and_documents(store):
    """One finding a project, in the document's order, however many documents contradict it."""
    for number in range(5):
        makers.load(store, makers.statement(makers.target("甲", yuan=f"{number}"), document=f"文{number}"))
    makers.load(store, makers.statement(makers.target("乙", goal="别的目标"), document="目标文"))
    outcome = makers.load(store, makers.statement(makers.target("乙"), makers.target("甲", yuan="9", table=2), document="后文"))
    first, second = said(outcome, "conflict")

    assert "「乙」2024年：年度目标本文件写“保障工作开展”" in first.message
    assert "「甲」2024年" in second.message
    assert "还有 2 份文件也不同" in second.message


def test_what_only_one_of_them_states(store):
    """A field that the other document lacks is a contradiction as well, and is said as such."""
    makers.load(store, makers.statement(makers.target(yuan=None), document="乙文"))
    (finding,) = said(makers.load(store, makers.statement(makers.target(yuan="5"), document="甲文")), "conflict")

    assert (
        "年度资金总额本文件写“5”（第1张表第5行第2格），《青禾县财政局2024年度项目支出绩效目标》没有"
        in finding.message.replace("乙文", makers.DOCUMENT)
    )


@pytest.mark.parametrize(
    "other",
    [{"stage": Stage.ADJUSTED}, {"stage": Stage.DECLARED}, {"published": date(2024, 5, 1)}],
)
def test_another_rank_is_no_contradiction(store, other):
    """Where stage or date decide, nothing is in dispute."""
    makers.load(store, makers.statement(makers.target(yuan="1"), document="乙文"))
    outcome = makers.load(store, makers.statement(makers.target(yuan="2"), document="甲文", **other))

    assert [] == said(outcome, "conflict")


def test_a_document_below_another(store):
    """Loading what a higher stage or a later date supersedes says which document stays current, once for all its projects."""
    adjusted = makers.statement(makers.target("甲"), makers.target("乙", table=2), document="调整文", stage=Stage.ADJUSTED)
    makers.load(store, adjusted)
    late = makers.statement(
        makers.target("甲", yuan="1"), makers.target("丙", table=2), makers.target("乙", table=3), document="批复文"
    )
    (finding,) = makers.load(store, late).findings

    assert ("not-current", Severity.REMARK) == (finding.rule, finding.severity)
    assert finding.message.startswith("2 个项目已有级别更高或日期更晚的文件，现行的仍是它：《调整文》：「甲」、「乙」。")


def test_a_document_above_another(store):
    """What becomes current says nothing of the kind."""
    makers.load(store, makers.statement(makers.target(yuan="1"), document="乙文", stage=Stage.DECLARED))
    outcome = makers.load(store, makers.statement(makers.target(yuan="2"), document="甲文", stage=Stage.ADJUSTED))

    assert () == outcome.findings


def test_only_a_weight_differs(store):
    """What differs is named: the weight, not the value that both print."""
    heavy, light = (
        makers.target(indicators=[makers.indicator("质量", "好坏").model_copy(update={"weight": weight})])
        for weight in (Decimal(30), None)
    )
    makers.load(store, makers.statement(heavy, document="乙文"))
    (finding,) = said(makers.load(store, makers.statement(light, document="甲文")), "conflict")

    assert "年度指标“质量”的分值本文件没有，《乙文》写“30”" in finding.message
    assert "好坏" not in finding.message


def test_documents_of_one_title(store):
    """Where titles are equal the files' names tell the documents apart, and nothing is said twice."""
    for number in (1, 2):
        makers.load(store, makers.statement(makers.target(yuan=f"{number}"), file=f"{number}.docx"))
    (finding,) = said(makers.load(store, makers.statement(makers.target(yuan="3"), file="3.docx")), "conflict")

    assert "（1.docx）写“1”" in finding.message
    assert "（2.docx）写“2”" in finding.message
    assert 1 == finding.message.count("本文件写“3”（第1张表第5行第2格），《青禾县财政局2024年度项目支出绩效目标》（1.docx）")


def test_a_dry_run_says_it_too(store):
    """Before anything is written."""
    makers.load(store, makers.statement(makers.target(yuan="1"), document="乙文"))
    outcome = makers.load(store, makers.statement(makers.target(yuan="2"), document="甲文"), dry_run=True)

    assert 1 == len(said(outcome, "conflict"))
    assert [False] == [view.conflict for view in targets.everything(store)]


def test_one_office_under_two_names(store):
    """A new publisher with projects that another one has: both are named, and how to say that they are one."""
    makers.load(store, makers.statement(makers.target("甲"), makers.target("乙", table=2), publisher="青禾县财政局"))
    other = makers.statement(makers.target("甲 "), makers.target("丙", table=2), publisher="青禾县预算公开", document="另文")
    (finding,) = said(makers.load(store, other), "publisher-new")

    assert Severity.WARN is finding.severity
    assert finding.message.startswith(
        "公开主体“青禾县预算公开”这一年度是第一次出现，而“青禾县财政局”已有 1 个同单位、同名的项目："
    )
    assert "--publisher 青禾县财政局" in finding.message


def test_it_is_said_once_a_year(store):
    """Whoever is known for that year is not doubted again: every county has a 财政局 with 工作经费."""
    makers.load(store, makers.statement(makers.target("甲"), makers.target("甲", year=2025, table=2), publisher="甲县"))
    first = makers.load(store, makers.statement(makers.target("甲"), publisher="乙县", document="一"))
    same_year = makers.load(store, makers.statement(makers.target("甲", goal="别的"), publisher="乙县", document="二"))
    next_year = makers.load(store, makers.statement(makers.target("甲", year=2025), publisher="乙县", document="三"))

    assert [1, 0, 1] == [len(said(outcome, "publisher-new")) for outcome in (first, same_year, next_year)]


def test_other_projects_or_years(store):
    """Nothing in common, nothing to say."""
    makers.load(store, makers.statement(makers.target("甲"), publisher="甲县"))
    outcome = makers.load(
        store,
        makers.statement(
            makers.target("乙"),
            makers.target("甲", year=2023, table=2),
            makers.target("甲", unit="别的局", table=3),
            publisher="乙县",
        ),
    )

    assert () == outcome.findings


def test_a_year_that_only_the_file_name_says(store):
    """The same bytes as 2023.xlsx and as 2024.xlsx are two documents: neither silently stands for the other."""
    for year in (2023, 2024):
        target = makers.target(year=year)
        unprinted = target.model_copy(update={"year_source": makers.source("乡村振兴经费")})
        stated = makers.statement(target, file=f"{year}.xlsx").model_copy(update={"targets": (unprinted,), "sha256": SAME})
        makers.record(store, stated, by="测试", at=makers.NOW, original=b"same")

    assert [2023, 2024] == [view.target.year for view in targets.everything(store)]


SAME = hashlib.sha256(b"same").hexdigest()
