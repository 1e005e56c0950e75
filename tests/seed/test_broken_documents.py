"""Documents that are not as they should be, where the development set lies beside the project: nothing crashes, nothing is guessed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from seed.load import load
from store import targets
from store.model import FundingKind

FOLDER = Path(__file__).parents[3] / "shared" / "devset" / "linhe-bad"
NOW = datetime(2025, 3, 1, 8, 30, tzinfo=UTC)

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="for want of the development set beside the project")


def put(store, name):
    (report,) = load(store, [FOLDER / name], by="测试", now=NOW)
    return report


def totals(store):
    found = [(view.target.project, view.target.funding(FundingKind.TOTAL)) for view in targets.everything(store)]
    return {name: None if total is None else str(total.yuan) for name, total in found}


@pytest.mark.parametrize(
    ("name", "why"),
    [("截断.docx", "文件不完整或已损坏"), ("压缩炸弹.docx", "解压后过大"), ("空文件.docx", "文件是空的")],
)
def test_what_cannot_be_read(memory, name, why):
    """It is refused with the reason, and nothing is stored."""
    report = put(memory, name)

    assert (report.status, totals(memory)) == ("refused", {})
    assert why in report.findings[0].message


def test_a_list_that_disagrees_with_its_forms(memory):
    """The forms' figures are taken, and both figures and the totals are said by name."""
    report = put(memory, "清单与表不一致.docx")
    said = "".join(finding.message for finding in report.findings)

    assert totals(memory) == {"防汛物资储备": "546000.00", "水库除险加固": "3120000.00"}
    assert all(figure in said for figure in ("防汛物资储备", "45.6 万元", "54.6 万元", "376.6 万元", "357.6 万元", "366.6 万元"))


def test_an_amount_with_a_letter(memory):
    """The project comes in without an amount, and a warning names sheet, row and the text as it stands."""
    report = put(memory, "金额写错字母O.xlsx")
    (said,) = [finding for finding in report.findings if "约3O万" in finding.message]

    assert totals(memory) == {"农机购置补贴工作经费": "125000.00", "渔业增殖放流": None}
    assert (said.severity, said.place.startswith("工作表“2025年”C")) == ("warn", True)


def test_a_workbook_called_a_word_file(memory):
    """The content says what it is."""
    put(memory, "改名的表格.docx")

    assert totals(memory) == {"农产品质量安全检测": "264000.00"}
