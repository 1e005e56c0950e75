"""Taking back a load: whatever is taken back in whatever order, the store is as if only the rest had ever been loaded."""

import subprocess
import sys
import threading
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from bot.exports.targets import export
from store import documents, targets
from store.errors import AlreadyUndone, NoSuchLoad, NothingToUndo
from store.evaluated import every_evaluation
from store.loads import LoadStatus, keep_refused
from store.model import Finding, Severity, Stage
from store.tables import schema
from store.tables.stated import Document, ListedProject, Statement
from store.undoing import undo
from tests import makers
from tests.laws import law, proof

ROOT = Path(__file__).parents[2]
PARTS = (
    "document_table",
    "statement",
    "statement_fact",
    "funding",
    "goal",
    "indicator",
    "blank",
    "listed_project",
    "current_target",
    "evaluation",
    "evaluation_fact",
    "execution",
    "evaluation_result",
    "current_evaluation",
)

UNDOES = """
import sys
from store.database import open_store
from store.errors import AlreadyUndone
from store.undoing import undo
from tests.makers import NOW
store = open_store(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
try:
    undo(store, int(sys.argv[2]), by="另一个人", at=NOW)
except AlreadyUndone as error:
    sys.exit(str(error))
"""


def take_back(store, number, **options):
    return undo(store, number, by="管理员", at=makers.NOW, **options)


def state(store):
    """All that answers and exports are made of."""
    return (
        export(store, "jsonl"),
        export(store, "csv"),
        targets.everything(store),
        every_evaluation(store),
        targets.catalogue(store).entries,
        documents.documents(store),
    )


def rows(store):
    """How many rows each table has that belongs to documents."""
    tables = schema().tables
    with store.reading() as connection:
        return {name: connection.execute(select(func.count()).select_from(tables[name])).scalar_one() for name in PARTS}


def full():
    """A document with something in every table."""
    target = makers.target(department="财政局", indicators=[makers.indicator()])
    return makers.statement(target, listed=[makers.listed()], evaluations=[makers.evaluation()])


def test_the_only_load(store):
    """Nothing of a document stays in what counts; the history and the bytes stay."""
    stated = full()
    load = makers.load(store, stated).load
    version = targets.version(store)
    outcome = take_back(store, load)

    assert ("undone", 0, 0, 0, 1, 1) == (outcome.status, *outcome.counts.values())
    assert ([], [], version + 1) == (targets.everything(store), documents.documents(store), targets.version(store))
    assert dict.fromkeys(PARTS, 0) == rows(store)
    assert makers.content(stated) == documents.original(store, stated.sha256)


def test_the_history_keeps_both(store):
    """The load says who took it back and when, and the undo which load it was."""
    load = makers.load(store, full()).load
    undoing = take_back(store, load).load
    first, second = documents.loads(store)

    assert (load, LoadStatus.LOADED, undoing, "管理员") == (first.number, first.status, first.undone.number, first.undone.by)
    assert (undoing, LoadStatus.UNDONE, load, first.file) == (second.number, second.status, second.undoes, second.file)


def test_an_amount_goes_back(store):
    """What the later document had changed is as before, and the change is told with both places."""
    makers.load(store, makers.statement(makers.target(yuan="26000"), document="批复"))
    before = state(store)
    load = makers.load(
        store, makers.statement(makers.target(yuan="30000", document="调整"), document="调整", stage=Stage.ADJUSTED)
    ).load
    outcome = take_back(store, load)

    assert before == state(store)
    assert 1 == outcome.changed
    assert [("annual/total", "30000.00", "26000.00")] == [(c.field, c.before, c.after) for c in outcome.changes]
    assert "调整" == outcome.changes[0].source_before.document
    assert outcome.changes[0] == documents.changes(store)[-1]


def test_a_target_that_nobody_else_states(store):
    """Its end is one change, not one a field."""
    load = makers.load(store, makers.statement(makers.target("甲"), makers.target("乙", table=2))).load
    outcome = take_back(store, load)

    assert [("甲", "target", "甲", None), ("乙", "target", "乙", None)] == [
        (c.project, c.field, c.before, c.after) for c in outcome.changes
    ]


def test_a_conflict_ends(store):
    """Of two that contradict each other the other one stays, no longer marked."""
    makers.load(store, makers.statement(makers.target(yuan="1"), document="甲文"))
    before = state(store)
    take_back(store, makers.load(store, makers.statement(makers.target(yuan="2"), document="乙文")).load)

    assert before == state(store)


def test_the_same_file_again_after_an_undo(store):
    """It is loaded as if it were new, also where a better reader reads another figure in the same bytes."""
    stated = full()
    take_back(store, makers.load(store, stated).load)
    better = stated.model_copy(update={"targets": (makers.target(yuan="27000"),)})
    outcome = makers.record(store, better, by="管理员", at=makers.NOW, original=makers.content(stated))

    assert ("loaded", 1) == (outcome.status, outcome.new)
    assert "27000.00" == f"{targets.everything(store)[0].target.fundings[0].yuan}"
    assert [True, False, False] == [load.undone is not None for load in documents.loads(store)]


def test_a_second_name_for_the_same_bytes(store):
    """Each name that a file came under is a load of its own: without the one the file is called as the other says."""
    stated = makers.statement(file="乙.txt")
    first = makers.load(store, stated)
    second = makers.load(store, stated.model_copy(update={"file": "丙.txt", "url": "https://example.org/a"}))
    assert ("unchanged", "丙.txt") == (second.status, targets.everything(store)[0].file)
    (_, renamed) = documents.loads(store)

    take_back(store, renamed.number)
    assert [("乙.txt", None)] == [(d.file, d.url) for d in documents.documents(store)]
    take_back(store, first.load)
    assert [] == documents.documents(store)


def test_the_first_name_is_taken_back(store):
    """The document stays under its other name, since that load still counts."""
    stated = makers.statement(file="乙.txt")
    first = makers.load(store, stated)
    makers.load(store, stated.model_copy(update={"file": "丙.txt"}))
    take_back(store, first.load)

    assert [("丙.txt", 1)] == [(view.file, len(view.target.fundings)) for view in targets.everything(store)]


def test_the_same_name_again_is_no_load(store):
    """A folder that is loaded every night does not fill the history."""
    for _ in range(3):
        makers.load(store, makers.statement())

    assert 1 == len(documents.loads(store))


def test_a_refused_file_is_kept_once(store):
    """The history says what was refused and why; the same refusal again adds nothing, another reason does."""
    odd = Finding(rule="no-targets", severity=Severity.REFUSE, place="", message="没有找到绩效目标表")
    for findings in ([odd], [odd], [odd.model_copy(update={"message": "别的原因"})]):
        keep_refused(store, "坏.docx", "00", findings, by="管理员", at=makers.NOW)

    assert [("坏.docx", LoadStatus.REFUSED, None)] * 2 == [(v.file, v.status, v.document) for v in documents.loads(store)]


def test_a_dry_run(store):
    """It says what an undo would change and changes nothing."""
    load = makers.load(store, full()).load
    before = state(store), documents.loads(store), targets.version(store)

    assert 1 == take_back(store, load, dry_run=True).removed
    assert before == (state(store), documents.loads(store), targets.version(store))


def test_what_cannot_be_taken_back(store):
    """A number that there is not, a refused file, an undo, and what was taken back before: each has its sentence."""
    load = makers.load(store, full()).load
    refused = keep_refused(store, "坏.docx", "00", (), by="管理员", at=makers.NOW)
    undoing = take_back(store, load).load
    before = documents.loads(store)
    for number, error, said in (
        (9999, NoSuchLoad, "没有第 9999 号导入"),
        (refused, NothingToUndo, "被拒绝了"),
        (undoing, NothingToUndo, f"是对第 {load} 号的撤销"),
        (load, AlreadyUndone, "已由 管理员 在"),
    ):
        with pytest.raises(error, match=said):
            take_back(store, number)

    assert before == documents.loads(store)


def test_two_at_once(store):
    """Of threads that take back the same load one wins, the others are told who did."""
    load = makers.load(store, full()).load
    said = []

    def try_it():
        try:
            said.append(take_back(store, load).status)
        except AlreadyUndone:
            said.append("late")

    threads = [threading.Thread(target=try_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert ["late", "late", "late", "undone"] == sorted(said)


def test_two_processes_at_once(own, url):
    """Of two processes one wins, and the other says so."""
    load = makers.load(own, full()).load
    command = [sys.executable, "-c", UNDOES, url, str(load)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    started = [subprocess.Popen(command, cwd=ROOT, **pipes) for _ in range(2)]
    for process in started:
        assert "ready\n" == process.stdout.readline()
    ended = [process.communicate("go\n") for process in started]

    assert [0, 1] == sorted(process.returncode for process in started)
    assert 1 == sum("已由 另一个人" in err for _, err in ended)
    assert [] == targets.everything(own)


TARGETS = st.builds(
    makers.target,
    st.sampled_from(["甲项目", "乙项目"]),
    unit=st.sampled_from(["财政局", "财政所"]),
    year=st.sampled_from([2023, 2024]),
    yuan=st.sampled_from(["1", "2", None]),
    indicators=st.lists(st.builds(makers.indicator, st.sampled_from(["满意度", "完成率"])), max_size=2),
)
EVALUATIONS = st.builds(makers.evaluation, st.sampled_from(["甲项目", "乙项目"]), executed=st.sampled_from(["1", "2"]))


@st.composite
def loads(draw):
    some = draw(st.lists(TARGETS, max_size=3, unique_by=lambda t: (t.project, t.unit, t.year)))
    return makers.statement(
        *some,
        document=draw(st.sampled_from(["公开", "批复", "调整"])),
        file=draw(st.sampled_from(["一.txt", "二.txt"])),
        publisher=draw(st.sampled_from(["甲县财政局", "乙县财政局"])),
        stage=draw(st.sampled_from(Stage)),
        published=draw(st.sampled_from([None, date(2024, 1, 1)])),
        listed=draw(st.sampled_from([(), (makers.listed("甲项目", "1"),)])),
        evaluations=draw(st.lists(EVALUATIONS, max_size=2, unique_by=lambda e: e.project)),
    )


def numbered(store, stated):
    """The number that this load got, None where it added nothing."""
    before = len(documents.loads(store))
    makers.load(store, stated)
    after = documents.loads(store)
    return after[-1].number if len(after) > before else None


def whoever_is_taken_back(store, emptied, brought, random):
    """Loads all, takes some back among the loads, and compares with loading only the rest."""
    emptied(store)
    kept, waiting = [], []
    for stated in brought:
        number = numbered(store, stated)
        if number is not None:  # what added nothing is no load
            (waiting if random.random() < 0.5 else kept).append((number, stated))
        while waiting and random.random() < 0.4:
            take_back(store, waiting.pop(random.randrange(len(waiting)))[0])
    random.shuffle(waiting)
    for number, _ in waiting:
        take_back(store, number)
    undone = state(store), rows(store)
    emptied(store)
    for _, stated in kept:
        makers.load(store, stated)
    assert (state(store), rows(store)) == undone


@law(12, shrink=False)
@given(st.lists(loads(), min_size=1, max_size=6), st.integers(0, 2**32))
def test_any_loads_are_taken_back(memory, emptied, brought, seed):
    """Loading all and taking some back, in any order, is loading the rest only."""
    whoever_is_taken_back(memory, emptied, brought, Random(seed))  # noqa: S311


@law(4, shrink=False)
@given(st.lists(loads(), min_size=2, max_size=6), st.integers(0, 2**32))
def test_any_loads_are_taken_back_on_both_databases(store, emptied, brought, seed):
    """The same on SQLite files and on PostgreSQL."""
    whoever_is_taken_back(store, emptied, brought, Random(seed))  # noqa: S311


@pytest.mark.prove
@proof(3000)
@given(st.lists(loads(), min_size=1, max_size=8), st.integers(0, 2**32))
def test_any_loads_are_taken_back_at_length(memory, emptied, brought, seed):
    """The same at length."""
    whoever_is_taken_back(memory, emptied, brought, Random(seed))  # noqa: S311


def test_no_row_without_its_document(store):
    """After undos every statement and every row of a list has its document."""
    take_back(store, makers.load(store, full()).load)
    makers.load(store, full())
    with store.reading() as connection:
        ids = set(connection.execute(select(Document.id)).scalars())
        assert ids == set(connection.execute(select(Statement.document_id)).scalars())
        assert ids == set(connection.execute(select(ListedProject.document_id)).scalars())
