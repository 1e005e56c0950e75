"""The index of full text search: it finds whatever a reading of all words finds, and is written and deleted with them."""

import random

import pytest
from sqlalchemy import Executable, select, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import ClauseElement

from store import targets
from store.database import open_store
from store.migrations import migrate
from store.plan import Plan, TextFilter
from store.searching import standing
from store.tables.stated import StatementWords
from store.text import fold
from store.undoing import undo
from store.word_pairs import may_hold, pairs
from tests import makers

SIGNS = "渠沟堤坝管护养修5%≥.ab台"
SEED = 20261126


def sentences(number):
    draw = random.Random(SEED)  # noqa: S311
    return ["".join(draw.choices(SIGNS, k=draw.randint(2, 9))) for _ in range(number)]


def named():
    return {f"{chr(0x9000 + n)}项": goal for n, goal in enumerate(sentences(60))}


@pytest.fixture
def filled(store):
    wanted = (makers.target(name, goal=goal, table=n) for n, (name, goal) in enumerate(named().items(), 1))
    makers.load(store, makers.statement(*wanted))
    return store


def test_what_a_reading_of_all_words_finds(filled):
    """Whatever stands in a text is found by it, and nothing else: signs, digits and letters among it."""
    goals = {name: fold(goal) for name, goal in named().items()}
    parts = sorted({goal[start : start + size] for goal in goals.values() for size in (1, 2, 3, 5) for start in range(0, 6, 2)})
    asked = [*parts, *sentences(40)]
    for part in (fold(one) for one in asked if fold(one)):
        found = {view.target.project for view in targets.run(filled, Plan(texts=(TextFilter(text=part),)))}
        assert found == {name for name, goal in goals.items() if part in goal}, part
    assert standing(filled, asked) == {one for one in asked if any(fold(one) and fold(one) in goal for goal in goals.values())}


def test_the_index_is_used(filled):
    """What is looked for is not looked for in every row."""
    query = select(StatementWords.statement_id).where(may_hold("渠沟"))
    with filled.reading() as connection:
        postgresql = connection.dialect.name == "postgresql"
        if postgresql:
            connection.execute(text("SET LOCAL enable_seqscan = off"))  # of so few rows it would read all
        explained = connection.execute(_Explained(query)).all()
        assert ("ix_statement_words_pairs" if postgresql else "SCAN statement_pairs VIRTUAL TABLE INDEX") in str(explained)
        assert "SCAN statement_words" not in str(explained)


class _Explained(Executable, ClauseElement):
    """How a database goes about a query."""

    inherit_cache = False

    def __init__(self, query):
        self.query = query


@compiles(_Explained)
def _explain(element, compiler, **kwargs):
    return f"EXPLAIN {'' if compiler.dialect.name == 'postgresql' else 'QUERY PLAN '}{compiler.process(element.query, **kwargs)}"


def test_a_document_that_is_taken_back_leaves_nothing(tmp_path):
    """The index forgets what is deleted: the next statement may have the same number."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    load = makers.load(store, makers.statement(makers.target(goal="清理东沟村"))).load
    undo(store, load, by="测试", at=makers.NOW)

    with store.reading() as connection:
        matching = "SELECT count(*) FROM statement_pairs WHERE statement_pairs MATCH '4e1cx6c9f'"
        assert 0 == connection.execute(text(matching)).scalar_one()
    store.close()


def test_a_store_of_an_older_program(own):
    """What was loaded before there was an index is found by it, and can be deleted."""
    load = makers.load(own, makers.statement(makers.target("河道清淤", goal="清理东沟村"))).load
    with own.transaction() as connection:
        migrate(connection, "0011")
        migrate(connection)

    assert {"东沟村"} == standing(own, ["东沟村", "西沟村"])
    undo(own, load, by="测试", at=makers.NOW)
    assert set() == standing(own, ["东沟村"])


def test_pairs():
    """A character alone has none."""
    assert {"东沟", "沟村"} == pairs("东沟村")
    assert frozenset() == pairs("东") == pairs("")
