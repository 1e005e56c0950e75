"""Recording documents: what is new, changed, the same; and what becomes current."""

from datetime import date
from decimal import Decimal

import pytest

from store import documents, targets
from store.errors import SameTargetTwice
from store.model import Finding, Severity, Stage
from tests import makers


def totals(store):
    """(project, unit, year, annual total, document, conflict) of what is current."""
    return [
        (v.target.project, v.target.unit, v.target.year, f"{v.target.fundings[0].yuan}", v.document, v.conflict)
        for v in targets.everything(store)
    ]


def test_a_document_comes_back_as_it_was_stated(store):
    """What the store gives back equals what was recorded, every field and source."""
    stated = makers.target(
        yuan="26000.10",
        amounts={"annual/fiscal": "26000.10", "mid_term/total": "52000.2"},
        department="青禾县财政局",
        code="121",
        attribute="常年项目",
        indicators=[makers.indicator(number="95.0", unit="%", standard="≥90%"), makers.indicator("次数", "定性")],
    )
    makers.load(store, makers.statement(stated))

    assert [stated] == [view.target for view in targets.everything(store)]


def test_first_document(store):
    """Targets that nobody stated before are new, and a new target is no change of a field."""
    outcome = makers.load(store, makers.statement(makers.target("甲"), makers.target("乙", table=2)))

    assert ("loaded", 2, 0, 0, 0, 0, ()) == (outcome.status, *outcome.counts.values(), outcome.changes)


def test_the_same_file_again(store):
    """Loading the same file twice changes nothing, and writes nothing: no load, no version."""
    makers.load(store, makers.statement())
    before = targets.version(store), documents.loads(store), targets.everything(store)

    outcome = makers.load(store, makers.statement())

    assert outcome.status == "unchanged"
    assert before == (targets.version(store), documents.loads(store), targets.everything(store))


def test_a_later_document_changes_an_amount(store):
    """Of two documents of one stage the later one counts, and each field that differs is a change with both sources."""
    makers.load(store, makers.statement(makers.target(yuan="26000"), published=date(2024, 1, 5)))

    later = makers.target(yuan="30000", document="调整后")
    outcome = makers.load(store, makers.statement(later, document="调整后", published=date(2024, 6, 1)))

    (change,) = outcome.changes
    assert ("annual/total", "26000.00", "30000.00") == (change.field, change.before, change.after)
    assert (makers.DOCUMENT, "调整后") == (change.source_before.document, change.source_after.document)
    assert (0, 1, 0) == (outcome.new, outcome.changed, outcome.same)
    assert [change] == documents.changes(store)


def test_an_older_document_is_loaded_later(store):
    """The order of loading decides nothing: an older document does not replace a newer one."""
    makers.load(store, makers.statement(makers.target(yuan="30000"), document="新", published=date(2024, 6, 1)))
    outcome = makers.load(store, makers.statement(makers.target(yuan="26000"), document="旧"))

    assert (0, 0, 1, ()) == (outcome.new, outcome.changed, outcome.same, outcome.changes)
    assert [("乡村振兴经费", "青禾县财政局", 2024, "30000.00", "新", False)] == totals(store)


def test_a_later_declaration_after_an_approval(store):
    """The stage counts for more than the date: 申报 never replaces 批复."""
    makers.load(store, makers.statement(makers.target(yuan="26000"), document="批复", published=date(2024, 1, 5)))
    declared = makers.statement(makers.target(yuan="90000"), document="申报", stage=Stage.DECLARED, published=date(2024, 9, 1))
    makers.load(store, declared)

    assert [("乡村振兴经费", "青禾县财政局", 2024, "26000.00", "批复", False)] == totals(store)


def test_two_documents_of_equal_rank_contradict_each_other(store):
    """We do not choose between figures of equal rank: both stay, marked as a conflict."""
    makers.load(store, makers.statement(makers.target(yuan="26000"), document="乙文"))
    outcome = makers.load(store, makers.statement(makers.target(yuan="30000"), document="甲文"))

    assert 1 == outcome.changed
    assert [("26000.00", "乙文", True), ("30000.00", "甲文", True)] == [row[3:] for row in totals(store)]


def test_two_documents_of_equal_rank_say_the_same(store):
    """Where documents agree one of them stands for both, the one with the smaller title."""
    makers.load(store, makers.statement(makers.target(), document="乙文"))
    outcome = makers.load(store, makers.statement(makers.target(), document="丙文"))

    assert (0, 0, 1) == (outcome.new, outcome.changed, outcome.same)
    assert ["丙文"] == [row[4] for row in totals(store)]


def test_a_conflict_is_settled(store):
    """A document of higher rank ends a conflict, and the change is told."""
    makers.load(store, makers.statement(makers.target(yuan="26000"), document="乙文"))
    makers.load(store, makers.statement(makers.target(yuan="30000"), document="甲文"))
    outcome = makers.load(store, makers.statement(makers.target(yuan="30000"), document="定稿", stage=Stage.ADJUSTED))

    assert [("annual/total", "26000.00", "30000.00")] == [(c.field, c.before, c.after) for c in outcome.changes]
    assert [("30000.00", "定稿", False)] == [row[3:] for row in totals(store)]


def test_names_that_differ_only_in_writing(store):
    """The key of a target is (publisher, year, unit, project) on folded text."""
    makers.load(store, makers.statement(makers.target("智慧校园（一期）", yuan="1"), document="旧"))
    outcome = makers.load(store, makers.statement(makers.target("智慧校園(一期）", yuan="1"), document="新"))

    assert 1 == outcome.same


def test_the_same_unit_name_in_two_counties(store):
    """Every county has a 财政局: targets of different publishers are different targets."""
    makers.load(store, makers.statement(makers.target(unit="财政局"), publisher="甲县"))
    outcome = makers.load(store, makers.statement(makers.target(unit="财政局", yuan="1"), publisher="乙县"))

    assert (1, ["乙县", "甲县"]) == (outcome.new, [view.publisher for view in targets.everything(store)])


def test_a_project_is_no_longer_mentioned(store):
    """Silence removes nothing: another document may hold the project."""
    both = makers.target("甲"), makers.target("乙", table=2)
    makers.load(store, makers.statement(*both, published=date(2024, 1, 1)))
    outcome = makers.load(store, makers.statement(both[0], published=date(2024, 2, 1)))

    assert (1, 0) == (outcome.same, outcome.removed)
    assert ["乙", "甲"] == sorted(row[0] for row in totals(store))


def test_a_document_states_one_target_twice(store):
    """A file with two tables for one project is refused with both places, and nothing of it is written."""
    twice = makers.statement(makers.target(yuan="1"), makers.target(yuan="2", table=2), file="重复.txt")

    with pytest.raises(SameTargetTwice, match=r"重复.txt 第2张表：.*「乡村振兴经费」在重复.txt 第1张表"):
        makers.load(store, twice)
    assert 0 == targets.document_count(store)


def test_a_dry_run(store):
    """A dry run says what a load would bring and writes nothing."""
    outcome = makers.load(store, makers.statement(), dry_run=True)

    assert 1 == outcome.new
    assert (0, 0, []) == (targets.version(store), targets.document_count(store), targets.everything(store))


def test_bytes_that_are_not_the_document(store):
    """The original that is kept is the file that was read."""
    with pytest.raises(ValueError, match="hash differs"):
        makers.load(store, makers.statement().model_copy(update={"sha256": "00"}))


def test_a_load_is_kept_with_its_findings(store):
    """Who loaded what and when, what it brought and what was odd can be read later, and so can the file."""
    odd = Finding(rule="list_total", severity=Severity.WARN, place="第1张表", message="清单与表不一致")
    stated = makers.statement()
    makers.load(store, stated, findings=[odd])

    (load,) = documents.loads(store)
    assert ("测试", makers.NOW, {"new": 1, "changed": 0, "same": 0, "removed": 0, "evaluations": 0}) == (
        load.by,
        load.at,
        load.counts,
    )
    assert (stated.file, (odd,)) == (load.document.file, load.findings)
    assert makers.content(stated) == documents.original(store, stated.sha256)


def test_rows_of_the_list_are_joined_by_name_and_amount(store):
    """The list has no units: two projects of one name are told apart by their amounts."""
    stated = makers.target(unit="甲所", yuan="46400"), makers.target(unit="乙所", yuan="26000", table=2)
    rows = makers.listed(yuan="26000", row=3), makers.listed(yuan="46400", row=4), makers.listed("无表的项目", row=5)
    makers.load(store, makers.statement(*stated, listed=rows))

    views = {view.target.unit: view.listed for view in targets.everything(store)}
    assert {"甲所": rows[1], "乙所": rows[0]} == views


def test_a_row_of_the_list_has_another_amount(store):
    """A row whose amount fits no table is joined by name alone, so that the difference can be seen."""
    makers.load(store, makers.statement(makers.target(yuan="26000"), listed=[makers.listed(yuan="27000")]))

    assert Decimal("27000.00") == targets.everything(store)[0].listed.yuan


def test_the_same_bytes_under_another_name(store):
    """A copy of a file is the same document; of its names the smaller one is cited, whichever came first."""
    stated = makers.statement(file="乙.txt")
    makers.load(store, stated)
    outcome = makers.load(store, stated.model_copy(update={"file": "丙.txt"}))

    assert ("unchanged", ["丙.txt"]) == (outcome.status, [view.file for view in targets.everything(store)])
