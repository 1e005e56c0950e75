"""Loading files and folders into the store, and the reports about it."""

import json
import os
from datetime import UTC, date, datetime
from functools import partial
from itertools import permutations
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import select

import seed.load
from seed.apart import Apart
from seed.document import Cell
from seed.document import Document as ReadDocument
from seed.findings import remark
from seed.load import bundled, check, load, report_text
from seed.no_targets import is_other_document
from store import documents, targets
from store.model import Severity, Stage
from store.tables.stated import Document
from tests.seed.flat import flat, form

# The reading process with a mistake of ours in it.
FAILING = """
import seed.child
state = seed.child.state
seed.child.state = lambda document, given: 1 / 0 if document.file == "a.txt" else state(document, given)
seed.child.main()
"""
pytestmark = pytest.mark.usefixtures("one_child")
NOW = datetime(2024, 3, 1, 8, 30, tzinfo=UTC)


def write(folder, name, *parts):
    file = folder / name
    file.write_text(flat(*parts), encoding="utf-8")
    return file


def put(store, *paths, **given):
    return load(store, paths, by="测试", now=NOW, **given)


def titled(year, yuan, *, extra="", **fields):
    return (f"青禾县财政局{year}年度项目支出绩效目标{extra}", f"（{year}年度）", form(money=[("年度资金总额", yuan)], **fields))


def test_the_bundled_document_twice(store):
    """Loading it brings four targets; loading it again changes nothing and says so."""
    first, second = put(store, bundled()), put(store, bundled())

    assert [(r.status, r.new, r.same) for r in first] == [("loaded", 4, 0)]
    assert [(r.status, r.new, r.same) for r in second] == [("unchanged", 0, 4)]
    assert len(documents.loads(store)) == 1


def test_what_the_store_gives_back(store, outcome):
    """Every target comes out of the store as the document states it, with its row of the list."""
    put(store, bundled())
    views = targets.everything(store)

    assert [view.target for view in views] == list(outcome.statement.targets)
    assert [view.listed for view in views] == list(outcome.statement.listed)


def test_findings_are_kept_with_the_load(store, outcome):
    """What is odd in a document can be looked up later, and the file itself is kept."""
    put(store, bundled())
    (kept,) = documents.loads(store)

    assert kept.findings == outcome.findings
    assert documents.original(store, kept.document.sha256) == next(iter(bundled().iterdir())).read_bytes()


def test_the_order_of_loading(store, emptied, tmp_path):
    """What is current depends on stage and date, never on which file came first."""
    files = [
        write(tmp_path, "申报.txt", *titled(2024, "1万元", extra="申报表")),
        write(tmp_path, "公开.txt", *titled(2024, "2万元"), "2024年3月1日"),
        write(tmp_path, "调整.txt", *titled(2024, "3万元", extra="调整表")),
    ]
    seen = set()
    for order in permutations(files):
        emptied(store)
        put(store, *order)
        seen.add(tuple(f"{view.document} {view.target.fundings[0].yuan}" for view in targets.everything(store)))

    assert seen == {("青禾县财政局2024年度项目支出绩效目标调整表 30000.00",)}


def test_one_bad_file_among_good_ones(memory, tmp_path):
    """Nothing of the bad one is written, the others are loaded."""
    write(tmp_path, "a.txt", *titled(2023, "1万元"))
    write(tmp_path, "b.txt", "（2024年度）", form(unit=""))
    (tmp_path / "c.docx").write_bytes(b"PK\x03\x04 broken")
    write(tmp_path, "d.txt", *titled(2024, "2万元"))

    assert [(r.file, r.status) for r in put(memory, tmp_path)] == [
        ("a.txt", "loaded"),
        ("b.txt", "refused"),
        ("c.docx", "refused"),
        ("d.txt", "loaded"),
    ]
    assert len(targets.everything(memory)) == 2


def test_folders(memory, tmp_path):
    """Files of a folder come in sorted order with their path inside of it; office locks and, in one line, hidden ones are skipped."""
    for name in ("z.txt", "b/a.txt", ".git/x.txt", ".git/hooks/y.txt", "b/.x.txt", "~$a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path, name, *titled(2024, "1万元", project=name))

    reports = put(memory, tmp_path)

    assert [(r.file, r.status) for r in reports] == [
        (tmp_path.name, "unchanged"),
        ("b/a.txt", "loaded"),
        ("z.txt", "loaded"),
        ("~$a.txt", "unchanged"),
    ]
    assert f"{tmp_path.name}：已跳过\n  提示 有 2 个隐藏的文件或文件夹没有看：.git、b/.x.txt；" in report_text(reports)
    assert "~$a.txt：已跳过" in report_text(reports)


def test_a_path_that_is_not_there(memory, tmp_path):
    """It is refused in one line, and the other paths are loaded."""
    file = write(tmp_path, "a.txt", *titled(2024, "1万元"))
    reports = put(memory, tmp_path / "没有.txt", file)

    assert [(r.status, [f.rule for f in r.findings][:1] == ["not-found"]) for r in reports] == [
        ("refused", True),
        ("loaded", False),
    ]


def test_a_dry_run(memory, tmp_path):
    """It says what would happen and writes nothing."""
    file = write(tmp_path, "a.txt", *titled(2024, "1万元"))

    assert [(r.status, r.new) for r in put(memory, file, dry_run=True)] == [("loaded", 1)]
    assert targets.everything(memory) == []


def test_a_changed_amount(memory, tmp_path):
    """A later document changes one field, and says which."""
    put(memory, write(tmp_path, "a.txt", *titled(2024, "1万元")), published=date(2024, 1, 1))
    reports = put(memory, write(tmp_path, "b.txt", *titled(2024, "2万元")), published=date(2024, 2, 1))

    assert [(r.new, r.changed, r.same) for r in reports] == [(0, 1, 0)]
    assert [(c.field, c.before, c.after) for c in documents.changes(memory)] == [("annual/total", "10000.00", "20000.00")]


def test_what_the_administrator_says(memory, tmp_path):
    """Publisher, stage, date and address that are given count for more than what the document says."""
    file = write(tmp_path, "a.txt", *titled(2024, "1万元"))
    put(memory, file, publisher="别的局", stage=Stage.DECLARED, published=date(2024, 5, 1), url="https://example.org/a")
    (document,) = documents.documents(memory)

    assert (document.publisher, document.stage, document.published, document.url) == (
        "别的局",
        Stage.DECLARED,
        date(2024, 5, 1),
        "https://example.org/a",
    )


def test_checking_without_a_store(tmp_path):
    """`check` finds the same and needs no store."""
    file = write(tmp_path, "a.txt", *titled(2024, "约3O万"))
    (report,) = check([file])

    assert (report.status, "amount-unreadable" in [f.rule for f in report.findings]) == ("unchanged", True)


def test_the_report_for_programs(memory, tmp_path):
    """Its keys are fixed, and it is plain JSON."""
    (report,) = put(memory, write(tmp_path, "a.txt", *titled(2024, "1万元")))
    printed = json.loads(json.dumps(report.as_json()))

    assert list(printed) == ["file", "status", "new", "changed", "same", "removed", "evaluations", "findings", "load"]
    assert set(printed["findings"][0]) == {"rule", "severity", "place", "message", "project", "unit", "year"}


def test_the_report_for_people(memory, tmp_path):
    """One line a file, then what is odd, what weighs most first."""
    file = write(tmp_path, "a.txt", *titled(2024, "约3O万"))

    assert report_text(put(memory, file)).splitlines()[:2] == [
        "a.txt：已导入（新增 1，变更 0，未变 0）",
        "  请核对 第1张表第3行第2格：“年度资金总额”写的是“约3O万”，读不成金额，金额留空。请在原表改正后重新导入。",
    ]


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", "没有表格的一句话".encode()])
def test_files_that_state_nothing(memory, tmp_path, content):
    """They are refused with a sentence, and nothing is written."""
    file = tmp_path / "x.txt"
    file.write_bytes(content)
    (report,) = put(memory, file)

    assert (report.status, targets.document_count(memory)) == ("refused", 0)
    assert report.findings[0].message


def test_a_file_name_that_is_no_utf_8(memory, tmp_path):
    """Files out of old archives have such names; they are loaded and reported all the same."""
    file = tmp_path / b"\xc4\xbf\xb1\xea.txt".decode("utf-8", "surrogateescape")
    file.write_text(flat(*titled(2024, "1万元")), encoding="utf-8")

    assert [(r.file, r.status) for r in put(memory, tmp_path)] == [("Ŀ��.txt", "loaded")]


def test_a_pipe_in_a_folder(memory, tmp_path):
    """What is no regular file is refused without being opened, since that could wait for ever."""
    os.mkfifo(tmp_path / "a")
    write(tmp_path, "b.txt", *titled(2024, "1万元"))

    assert [r.status for r in put(memory, tmp_path, tmp_path / "a", "/dev/zero")] == ["refused", "loaded", "refused", "refused"]
    assert "不是普通文件" in check([tmp_path / "a"])[0].findings[0].message


@pytest.mark.parametrize(("path", "why"), [("x" * 5000, "路径太长"), ("", "路径是空的"), ("a\0b", "空字符")])
def test_a_path_that_the_system_cannot_look_up(memory, tmp_path, path, why):
    """It is refused in one line, and the other paths are loaded."""
    file = write(tmp_path, "a.txt", *titled(2024, "1万元"))
    bad, good = put(memory, path, file)

    assert (bad.status, good.status) == ("refused", "loaded")
    assert why in bad.findings[0].message


def test_a_mistake_of_ours_in_one_file(memory, tmp_path, monkeypatch, caplog):
    """It costs that file, is logged with its traceback, and stops no other."""
    for name in ("a.txt", "b.txt"):
        write(tmp_path, name, *titled(2024, "1万元", project=name))
    monkeypatch.setattr(seed.load, "Apart", partial(Apart, program=FAILING))
    broken, good = put(memory, tmp_path)

    assert (broken.status, good.status) == ("refused", "loaded")
    assert "程序出错，这个文件没有导入（ZeroDivisionError）" in broken.findings[0].message
    assert "ZeroDivisionError" in caplog.text


def test_a_file_name_with_terminal_escapes(tmp_path):
    """A name never colours the report nor begins a line of it."""
    file = write(tmp_path, "a\n拒绝\x1b[31m\u202e.txt", *titled(2024, "1万元"))
    lines = report_text([*check([file]), *check([tmp_path / "没有\x1b]0;x\x07"])]).splitlines()

    assert lines[0].startswith("a�拒绝�[31m�.txt：")
    assert not any(c in "\n".join(lines) for c in "\x1b\x07\u202e")


GOLDEN = Path(__file__).with_name("golden") / "evaluations"


def test_a_file_of_evaluations(memory):
    """It is loaded, and counted apart: no target is new."""
    (report,) = put(memory, GOLDEN / "自评表.xlsx")

    assert (report.status, report.new, report.evaluations) == ("loaded", 0, 2)
    assert report_text([report]).startswith("自评表.xlsx：已导入（绩效自评 2）\n")
    assert [again.status for again in put(memory, GOLDEN / "自评表.xlsx")] == ["unchanged"]


@pytest.mark.parametrize("name", ["部门整体.docx", "区域绩效目标.html"])
def test_a_file_about_no_project(memory, name):
    """There is nothing to load and nothing to put right: it is passed over, and said what it is."""
    (report,) = put(memory, GOLDEN / name)

    assert (report.status, [finding.severity for finding in report.findings]) == ("unchanged", [Severity.REMARK])
    assert report_text([report]).startswith(f"{name}：已跳过\n  提示 第1张表")
    with memory.reading() as connection:
        assert connection.execute(select(Document)).first() is None


def test_a_department_beside_a_project(memory):
    """A file with something to load is not called passed over, whatever else stands in it."""
    (report,) = put(memory, GOLDEN / "部门整体和项目.docx")

    assert report_text([report]).startswith("部门整体和项目.docx：已导入（新增 1，变更 0，未变 0）\n")


NOTICE = """关于召开2024年年中工作会议的通知
各科室、各下属单位：
为总结上半年的工作，研究下半年的安排，现将会议的有关事项通知如下：会议定于7月5日上午9时在三楼会议室召开，请各单位主要负责人准时参加，
不得无故缺席；因事不能参加的，请提前一天向办公室请假，并与分管的同志做好交接。
"""
FALSE_FRIENDS = {  # what speaks for targets, or for text that was not read as it stands, keeps the file refused
    "通知.txt": NOTICE + "附：项目名称：河道清淤；实施单位：水利站；资金 5 万元；数量指标：清淤 3 公里。",
    "2024年项目绩效目标.txt": NOTICE,
    "很短.txt": "见附件图片。",
    "乱码.txt": NOTICE.encode().decode("gb18030", "replace").replace("\ufffd", ""),
    "有表的通知.html": f"<p>{NOTICE}</p><table><tr><td>科室<td>人数</tr><tr><td>办公室<td>3</tr></table>",
}


def test_a_notice_in_a_folder_is_passed_over(memory, tmp_path):
    """What is surely no target document is named and passed over, and the load has not failed for it."""
    write(tmp_path, "a.txt", *titled(2024, "1万元"))
    (tmp_path / "通知.txt").write_text(NOTICE, encoding="utf-8")
    loaded, notice = put(memory, tmp_path)

    assert ("loaded", "unchanged") == (loaded.status, notice.status)
    assert [("other-document", Severity.REMARK)] == [(f.rule, f.severity) for f in notice.findings]
    assert "通知.txt：已跳过" in report_text([loaded, notice])


def test_a_notice_that_is_named_is_refused(memory, tmp_path):
    """Whoever gives the path of the file itself means that it holds targets."""
    (tmp_path / "通知.txt").write_text(NOTICE, encoding="utf-8")
    (report,) = put(memory, tmp_path / "通知.txt")

    assert ("refused", ["other-document"]) == (report.status, [f.rule for f in report.findings])


@pytest.mark.parametrize("name", FALSE_FRIENDS)
def test_what_may_be_a_target_document_stays_refused(memory, tmp_path, name):
    """A file is only passed over where nothing speaks for a form that could not be read."""
    (tmp_path / name).write_text(FALSE_FRIENDS[name], encoding="utf-8")
    (report,) = put(memory, tmp_path)

    assert "refused" == report.status


def test_a_notice_with_pictures_may_be_a_target_document():
    """What a reader had to leave out, such as a picture, may be the form: then the file is not passed over."""
    plain = ReadDocument("通知.docx", "", "通知", (), (Cell(NOTICE, None, 1, None),))

    assert is_other_document(plain, ())
    assert not is_other_document(replace(plain, findings=(remark("pictures", "", "有 1 张图片"),)), ())
