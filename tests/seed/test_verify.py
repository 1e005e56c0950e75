"""Verifying: whatever is stored otherwise than its original prints it is found and named."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from seed.apart import Apart
from seed.load import bundled, load
from seed.verifying import verify
from store import documents
from store.model import Stage
from store.targets import everything
from store.undoing import undo
from tests.seed.flat import flat, form

pytestmark = pytest.mark.usefixtures("one_child")
NOW = datetime(2024, 3, 1, 8, 30, tzinfo=UTC)
APPROVED = "(SELECT s.id FROM statement s JOIN document d ON d.id = s.document_id WHERE s.project = '乡村振兴经费' AND d.file = '批复.txt')"
ADJUSTED = APPROVED.replace("批复", "调整")
LIST = [("序号", "项目名称", "预算金额（单位：万元）"), ("1", "乡村振兴经费", "2.6"), ("2", "公路养护", "3")]


@pytest.fixture
def county(store, tmp_path):
    """Two documents: what was approved, and what was adjusted later."""
    road = form("公路养护", unit="青禾县交通局", money=[("年度资金总额", "3万元")], goal="道路畅通" * 60)
    approved = tmp_path / "批复.txt"
    title = "青禾县财政局2024年度项目支出绩效目标"
    approved.write_text(flat(title, LIST, "（2024年度）", form(), "（2024年度）", road), encoding="utf-8")
    adjusted = tmp_path / "调整.txt"
    adjusted.write_text(flat(f"{title}调整表", "（2024年度）", form(money=[("年度资金总额", "5万元")])), encoding="utf-8")
    reports = load(store, [approved, adjusted], by="测试", now=NOW)
    assert ["loaded", "loaded"] == [report.status for report in reports]
    return store


@pytest.fixture
def evaluated(store, tmp_path):
    """Two documents of self-evaluations: the first says less than the second, which is a day younger; the first has one more."""
    for name, day, executed in (("初稿", 1, "1.5"), ("定稿", 2, "2")):
        tables = [evaluation(executed=executed), *([evaluation("公路养护")] if day == 1 else [])]
        parts = [part for rows in tables for part in ("（2024年度）", rows)]
        file = tmp_path / f"{name}.txt"
        file.write_text(flat(f"{SELF}{name}", f"2025年3月{day}日", *parts), encoding="utf-8")
        (report,) = load(store, [file], by="测试", now=NOW)
        assert ("loaded", 3 - day) == (report.status, report.evaluations)
    return store


SELF = "青禾县财政局2024年度项目支出绩效自评表"
DRAFT = "(SELECT e.id FROM evaluation e JOIN document d ON d.id = e.document_id WHERE e.project = '乡村振兴经费' AND d.file = '初稿.txt')"
FINAL = DRAFT.replace("初稿", "定稿")
ROAD = "(SELECT id FROM evaluation WHERE project = '公路养护')"


def evaluation(project="乡村振兴经费", *, executed="2"):
    return [
        ("项目名称", project),
        ("主管部门", "青禾县财政局", "实施单位", "青禾县农业农村局"),
        ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
        ("", "年度资金总额", "2", "2", executed, "10", "75%", "7.5"),
        ("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"),
        ("", "产出指标", "数量指标", "下乡次数", "≥12次", "13次", "50", "50", ""),
        ("总分", "97.5"),
    ]


def tampered(store, *statements):
    """Changes the store as somebody does who has its password."""
    with store.transaction() as connection:
        for statement in statements:
            assert connection.execute(text(statement)).rowcount


def lines(store):
    return [one.line() for one in verify(store).differences]


def test_nothing_differs(county):
    """What was loaded is what the files print; documents and facts are counted."""
    verified = verify(county)

    assert (2, ()) == (verified.documents, verified.differences)
    assert verified.facts == 2 + sum(3 + n for n in (facts_of(county)))


def facts_of(store):
    with store.reading() as connection:
        for number in connection.execute(text("SELECT id FROM statement")).scalars().all():
            of = [
                connection.execute(text(f"SELECT count(*) FROM {table} WHERE statement_id = {number}")).scalar()  # noqa: S608
                for table in ("statement_fact", "funding", "goal", "indicator", "blank")
            ]
            yield sum(of)


def test_the_bundled_document(store):
    """The real document that comes with the program."""
    load(store, [bundled()], by="测试", now=NOW)

    assert [] == lines(store)


def test_a_list_with_units_and_a_sum(store, tmp_path):
    """Whose each row of the list is and the 合计 below them are kept as well."""
    rows = [("项目单位", "项目名称", "金额（万元）"), ("青禾县财政局", "乡村振兴经费", "2.6"), ("合计", "", "2.6")]
    file = tmp_path / "a.txt"
    file.write_text(flat("青禾县财政局2024年度项目支出绩效目标", rows, "（2024年度）", form()), encoding="utf-8")
    load(store, [file], by="测试", now=NOW)
    (view,) = everything(store)

    assert [] == lines(store)
    assert view.listed is not None
    assert ("青禾县财政局", True) == (view.listed.unit, view.prints_totals)


def test_what_was_given_at_loading(store, tmp_path):
    """Publisher, stage and date that the administrator gave are no difference."""
    file = tmp_path / "a.txt"
    file.write_text(flat("（2024年度）", form()), encoding="utf-8")
    load(
        store,
        [file],
        by="测试",
        now=NOW,
        publisher="青禾县",
        stage=Stage.ADJUSTED,
        published=date(2024, 5, 1),
        url="https://example.org",
    )

    assert [] == lines(store)


def test_an_amount(county):
    """One amount changed by SQL is named with its cell, what is printed and what is stored."""
    tampered(county, "UPDATE funding SET yuan = 3000001 WHERE yuan = 3000000")
    said, advice = lines(county)

    place = "《青禾县财政局2024年度项目支出绩效目标》（批复.txt）第3张表第3行第2格"
    assert said == f"{place} 「公路养护」年度资金总额：原件是“30000.00 元”，库里是“30000.01 元”。"
    assert "库里的内容在导入后被改动过" in advice
    assert f"wenxiao admin undo {documents.loads(county)[0].number}" in advice


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE goal SET text = replace(text, '畅通', '不畅')", "「公路养护」年度目标：原件是“"),
        ("UPDATE indicator SET number = 13", "指标“下乡次数”"),
        (f"UPDATE indicator SET name = '上山次数' WHERE statement_id = {APPROVED}", "原件是“名称 下乡次数”，库里是“名称 上山次数”"),  # noqa: S608
        ("UPDATE statement_fact SET text = '别的局' WHERE field = 'department'", "主管部门：原件是“青禾县财政局”，库里是“别的局”"),
        ("UPDATE statement SET project = '公路修补' WHERE project = '公路养护'", "项目名称：原件是“公路养护”，库里是“公路修补”"),
        ("UPDATE statement SET year = 2023 WHERE project = '公路养护'", "年度：原件是“2024”，库里是“2023”"),
        ("UPDATE statement SET unit = '别的局' WHERE project = '公路养护'", "单位：原件是“青禾县交通局”，库里是“别的局”"),
        ("UPDATE statement SET digest = 'x' WHERE project = '公路养护'", "库里记的内容哈希不对"),
        ("UPDATE funding SET row_no = 99 WHERE yuan = 3000000", "年度资金总额的出处"),
        ("UPDATE funding SET raw = '4万元' WHERE yuan = 3000000", "年度资金总额的出处"),
        ("DELETE FROM funding WHERE yuan = 3000000", "「公路养护」年度资金总额：原件是“30000.00 元”，库里是没有"),
        (f"DELETE FROM goal WHERE statement_id = {APPROVED}", "年度目标：原件是“保障工作开展”，库里是没有"),  # noqa: S608
        ("DELETE FROM blank", "没填的年度其他资金：原件是“空白”，库里是没有"),
        (
            "INSERT INTO funding (statement_id, position, horizon, kind, yuan, row_no, raw) "
            "SELECT statement_id, 9, horizon, 'carryover', 5, 3, '' FROM funding WHERE yuan = 3000000",
            "「公路养护」年度上年结转：原件是没有，库里是“0.05 元”",
        ),
        ("UPDATE listed_project SET yuan = 1 WHERE position = 1", "清单里的「公路养护」：原件是“30000.00 元”，库里是“0.01 元”"),
        ("UPDATE listed_project SET statement_id = NULL", "清单：原件是“各行对应的表”"),
        ("DELETE FROM listed_project WHERE position = 0", "清单里的「乡村振兴经费」：原件是“26000.00 元”，库里是没有"),
        ("UPDATE listed_project SET unit = '别的局'", "）第1张表第2行第3格 清单里的「乡村振兴经费」：原件是“单位 没有”，库里是“单位 别的局”"),
        ("UPDATE document SET prints_totals = (1 = 1)", "文件印的合计：原件是没有，库里是“有”"),
        ("UPDATE document SET title = '别的标题' WHERE file = '批复.txt'", "标题：原件是“青禾县财政局2024年度项目支出绩效目标”"),
        ("UPDATE document SET stage = 'declared' WHERE file = '批复.txt'", "公开主体、阶段、日期或文件哈希和导入时不同"),
        ("UPDATE document SET publisher = '别的局' WHERE file = '批复.txt'", "公开主体、阶段、日期或文件哈希和导入时不同"),
        ("UPDATE funding SET kind = 'nonsense' WHERE yuan = 3000000", "库里的记录读不出来"),
        ("UPDATE project SET folded = '别的' WHERE folded = '公路养护'", "归到了别的项目名下"),
    ],
)  # fmt: skip
def test_whatever_is_changed(county, statement, named):
    """Every kind of stored fact, changed, deleted or added, is found."""
    tampered(county, statement)

    assert any(named in line for line in lines(county)), lines(county)


def test_a_whole_target(county):
    """A table that somebody took out of the store is named."""
    parts = ("current_target", "statement_words", "statement_fact", "funding", "goal", "indicator", "blank")
    road = "statement_id IN (SELECT id FROM statement WHERE project = '公路养护')"
    tampered(
        county,
        "UPDATE listed_project SET statement_id = NULL",
        *(f"DELETE FROM {table} WHERE {road}" for table in parts if table != "blank"),  # noqa: S608
        "DELETE FROM statement WHERE project = '公路养护'",
    )

    assert "绩效目标表：原件是“青禾县交通局「公路养护」2024年”，库里是没有" in "\n".join(lines(county))


def test_the_bytes_of_the_original(county):
    """An original that is not what its hash says proves nothing, and that is said."""
    tampered(county, _other_bytes(county))

    assert ["原件被改动或损坏" in line for line in lines(county)] == [True]


def _other_bytes(store):
    literal = "'\\x00'" if store.engine.dialect.name == "postgresql" else "x'00'"
    return f"UPDATE original SET content = {literal} WHERE sha256 = (SELECT sha256 FROM document WHERE file = '批复.txt')"  # noqa: S608


def test_what_is_current(county):
    """A mark that points to the lower stage is found, though every statement is as printed."""
    tampered(county, f"UPDATE current_target SET statement_id = {APPROVED} WHERE statement_id = {ADJUSTED}")  # noqa: S608

    title = "《青禾县财政局2024年度项目支出绩效目标"
    assert [f"青禾县财政局「乡村振兴经费」2024年：现行的是{title}》，按阶段和日期应为{title}调整表》。"] == lines(county)


def test_a_mark_of_conflict(county):
    """So is a conflict that is none."""
    tampered(county, f"UPDATE current_target SET conflict = (1 = 1) WHERE statement_id = {ADJUSTED}")  # noqa: S608

    assert ["（并列）" in line for line in lines(county)] == [True]


def test_an_undone_document_that_is_still_there(county):
    """What the history says was taken back must not count any more."""
    first = documents.loads(county)[0].number
    columns = "at, status, report, file, sha256, undoes"
    values = f"at, 'undone', report, file, sha256, {first} FROM load WHERE id = {first}"
    tampered(county, f'INSERT INTO load (id, "by", {columns}) SELECT 99999, "by", {values}')

    assert ["它的导入已经撤销" in line for line in lines(county)] == [True]


def test_a_document_that_was_undone(county):
    """Nothing of it is compared: it is not there."""
    undo(county, documents.loads(county)[1].number, by="测试", at=NOW)
    verified = verify(county)

    assert (1, ()) == (verified.documents, verified.differences)


WITHOUT_GOALS = """
import seed.child
from seed.reading import Outcome, state
def without_goals(document, given):
    outcome = state(document, given)
    targets = tuple(target.model_copy(update={"goals": ()}) for target in outcome.statement.targets)
    return Outcome(statement=outcome.statement.model_copy(update={"targets": targets}), findings=outcome.findings)
seed.child.state = without_goals
seed.child.main()
"""


def test_a_better_reader(county, monkeypatch):
    """Where nothing stored was touched, it is today's program that reads otherwise: undo and load again."""
    monkeypatch.setattr("seed.verifying.Apart", lambda: Apart(program=WITHOUT_GOALS))
    said = lines(county)

    assert any("年度目标：原件是没有，库里是“保障工作开展”" in line for line in said)
    assert 2 == sum("现在的程序读法不同；请看哪一种对，要换成新的读法，先 wenxiao admin undo" in line for line in said)


def test_a_document_at_a_time(county, monkeypatch):
    """What goes wrong with one document does not hide the others."""
    tampered(county, _other_bytes(county), "UPDATE funding SET yuan = 1 WHERE yuan = 5000000")

    assert ["原件被改动" in line or "库里是“0.01 元”" in line for line in lines(county)] == [True, True, False]
    assert 2 == len(documents.documents(county))


def test_evaluations_are_compared(evaluated):
    """Self-evaluations are read again as targets are, and their facts are counted."""
    verified = verify(evaluated)
    with evaluated.reading() as connection:
        tables = ("evaluation_fact", "execution", "evaluation_result")
        parts = sum(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() for table in tables)  # noqa: S608

    assert (2, ()) == (verified.documents, verified.differences)
    assert verified.facts == 3 * 3 + parts
    assert parts > 3 * 7


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (
            f"UPDATE execution SET yuan = 2000001 WHERE item = 'executed' AND evaluation_id = {FINAL}",  # noqa: S608
            "第1张表第4行第5格 「乡村振兴经费」“年度资金总额”全年执行数：原件是“20000.00 元”，库里是“20000.01 元”。",
        ),
        (
            f"UPDATE execution SET value = '76%' WHERE item = 'rate' AND evaluation_id = {DRAFT}",  # noqa: S608
            "执行率：原件是“75%”，库里是“76%”",
        ),
        ("UPDATE evaluation_fact SET text = '99' WHERE field = 'score'", "自评得分：原件是“97.5”，库里是“99”"),
        (f"UPDATE evaluation_result SET actual = '12次' WHERE evaluation_id = {ROAD}", "指标“下乡次数”的完成情况：原件是“"),  # noqa: S608
        (f"DELETE FROM evaluation_result WHERE evaluation_id = {ROAD}", "「公路养护」指标“下乡次数”的完成情况：原件是“"),  # noqa: S608
        (f"DELETE FROM execution WHERE item = 'executed' AND evaluation_id = {DRAFT}", "原件是“15000.00 元”，库里是没有"),  # noqa: S608
        (
            "INSERT INTO evaluation_fact (evaluation_id, position, field, text, row_no, raw) "  # noqa: S608
            f"VALUES ({ROAD}, 9, 'grade', '优', 1, '优')",
            "「公路养护」自评等级：原件是没有，库里是“优”",
        ),
        ("UPDATE execution SET column_no = 9 WHERE item = 'executed'", "全年执行数的出处"),
        ("UPDATE evaluation SET unit = '别的局' WHERE project = '公路养护'", "单位：原件是“青禾县农业农村局”，库里是“别的局”"),
        ("UPDATE evaluation SET digest = 'x' WHERE project = '公路养护'", "库里记的内容哈希不对"),
        ("UPDATE execution SET item = 'nonsense' WHERE item = 'rate'", "库里的记录读不出来"),
        (
            f"UPDATE current_evaluation SET evaluation_id = {DRAFT} WHERE evaluation_id = {FINAL}",  # noqa: S608
            f"2024年的自评：现行的是《{SELF}初稿》，按阶段和日期应为《{SELF}定稿》。",
        ),
        (f"DELETE FROM current_evaluation WHERE evaluation_id = {ROAD}", f"现行的是“无”，按阶段和日期应为《{SELF}初稿》"),  # noqa: S608
    ],
)  # fmt: skip
def test_whatever_is_changed_of_evaluations(evaluated, statement, named):
    """Every kind of fact of an evaluation, changed, deleted or added, is found, and so is a wrong mark."""
    tampered(evaluated, statement)

    assert any(named in line for line in lines(evaluated)), lines(evaluated)


def test_a_whole_evaluation(evaluated):
    """A 自评表 that somebody took out of the store is named."""
    tables = ("current_evaluation", "evaluation_fact", "execution", "evaluation_result")
    tampered(
        evaluated,
        *(f"DELETE FROM {table} WHERE evaluation_id = {ROAD}" for table in tables),  # noqa: S608
        "DELETE FROM evaluation WHERE project = '公路养护'",
    )

    assert "绩效自评表：原件是“青禾县农业农村局「公路养护」2024年”，库里是没有" in "\n".join(lines(evaluated))


def test_evaluations_that_were_undone(evaluated):
    """The report counts them, nothing of them is compared, and what stood behind them is current again."""
    number = documents.loads(evaluated)[1].number
    outcome = undo(evaluated, number, by="测试", at=NOW)
    verified = verify(evaluated)

    assert (0, 1) == (outcome.removed, outcome.evaluations)
    assert 1 == documents.loads(evaluated)[2].counts["evaluations"]
    assert (1, ()) == (verified.documents, verified.differences)


def test_a_list_with_units(store, tmp_path):
    """The unit of a list's row joins it to its table; that it is not kept is no difference."""
    listed = [("序号", "项目名称", "项目单位", "预算金额（单位：万元）"), ("1", "乡村振兴经费", "青禾县财政局", "2.6")]
    file = tmp_path / "清单.txt"
    file.write_text(flat("青禾县财政局2024年度项目支出绩效目标", listed, "（2024年度）", form()), encoding="utf-8")
    (report,) = load(store, [file], by="测试", now=NOW)

    assert "loaded" == report.status
    assert [] == lines(store)
