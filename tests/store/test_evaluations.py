"""Self-evaluations in the store: apart from targets, current by stage and date, and gone with their document."""

from datetime import date
from itertools import permutations

import pytest
from sqlalchemy import func, select

from store import evaluations, targets
from store.errors import SameTargetTwice
from store.evaluated import evaluations_of, every_evaluation
from store.model import Stage
from store.plan import Plan
from store.tables import schema
from store.tables.stated import Document
from tests import makers

SOME = [
    makers.statement(document="甲自评", evaluations=[makers.evaluation(executed="1", document="甲自评")]),
    makers.statement(
        document="乙自评",
        evaluations=[makers.evaluation(executed="2", document="乙自评"), makers.evaluation("道路养护", document="乙自评")],
    ),
    makers.statement(document="丙自评", evaluations=[makers.evaluation(executed="2", document="丙自评")]),
    makers.statement(
        document="丁", published=date(2023, 1, 1), stage=Stage.DECLARED, evaluations=[makers.evaluation(document="丁")]
    ),
]


def executed(store):
    return [(view.document, str(view.evaluation.executions[1].yuan), view.conflict) for view in every_evaluation(store)]


def rows(store):
    with store.reading() as connection:
        named = [table for name, table in schema().tables.items() if "evaluation" in name or name == "execution"]
        return {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in named}


def test_what_was_stated_comes_back(store):
    """Every record, figure and place, on both databases."""
    stated = makers.evaluation()
    makers.load(store, makers.statement(makers.target(), evaluations=[stated]))

    (view,) = every_evaluation(store)
    assert (view.evaluation, view.document, view.conflict) == (stated, makers.DOCUMENT, False)


def test_it_is_no_target(store):
    """A document of evaluations alone is loaded, and adds nothing to targets, their names or their counts."""
    outcome = makers.load(store, SOME[0])

    assert (outcome.status, outcome.new) == ("loaded", 0)
    assert (targets.everything(store), targets.catalogue(store).entries) == ([], ())
    assert targets.catalogue(store).evaluated == (("青禾县财政局", "乡村振兴经费"),)


def test_the_order_of_loading(store, emptied):
    """What is current depends on stage and date alone; equal rank and different figures are kept, both."""
    expected = [("丙自评", "2.00", True), ("甲自评", "1.00", True)]
    for order in permutations(SOME):
        emptied(store)
        for document in order:
            makers.load(store, document)
        assert [one for one in executed(store) if one[1] != "13000.00"] == expected


def test_loading_twice(store):
    """Loading twice is loading once."""
    makers.load(store, SOME[1])
    before = rows(store)
    makers.load(store, SOME[1])

    assert rows(store) == before


def test_a_dry_run(store):
    """It writes nothing."""
    makers.load(store, SOME[1], dry_run=True)

    assert set(rows(store).values()) == {0}


def test_taking_a_document_away(store):
    """Afterwards the store answers as if it had never been loaded."""
    for document in SOME[1:]:
        makers.load(store, document)
    expected = executed(store)
    makers.load(store, SOME[0])
    with store.transaction() as connection:
        document = connection.execute(select(Document.id).where(Document.title == "甲自评")).scalar_one()
        evaluations.remove(connection, document)

    assert executed(store) == expected


def test_the_scope_of_a_question(store):
    """Projects and units compare folded; a year that is not there gives nothing."""
    makers.load(store, SOME[1])

    assert [v.evaluation.project for v in evaluations_of(store, Plan(projects=("道路　养护",)))] == ["道路养护"]
    assert len(evaluations_of(store, Plan(units=("青禾县财政局",), years=(2024,)))) == 2
    assert evaluations_of(store, Plan(years=(2023,))) == []


def test_the_same_twice(memory):
    """A document cannot evaluate one project of one unit and year twice."""
    with pytest.raises(SameTargetTwice):
        makers.load(memory, makers.statement(evaluations=[makers.evaluation(), makers.evaluation()]))
