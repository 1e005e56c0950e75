"""Laws of the store, with hypothesis: whatever is loaded in whatever order."""

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, insert, select
from sqlmodel import col

from store import targets
from store.content import diff, digest, stated
from store.model import Stage
from store.tables.stated import ListedProject
from tests import makers
from tests.laws import law, proof

amounts = st.decimals(min_value="-9999999999999999.99", max_value="9999999999999999.99", places=2, allow_nan=False)
a_target = st.builds(
    makers.target,
    st.sampled_from(["甲项目", "甲 项目", "乙项目"]),
    unit=st.sampled_from(["财政局", "渠沟镇财政所"]),
    year=st.sampled_from([2023, 2024]),
    yuan=st.sampled_from(["1", "2", None]),
    goal=st.sampled_from(["保障工作", "保障 工作", None]),
    indicators=st.lists(
        st.builds(makers.indicator, st.sampled_from(["满意度", "完成率"]), st.sampled_from(["95%", "≥95%"])), max_size=3
    ),
)


@st.composite
def documents(draw):
    stated_targets = draw(
        st.lists(a_target, min_size=1, max_size=4, unique_by=lambda t: (t.project.replace(" ", ""), t.unit, t.year))
    )
    return makers.statement(
        *stated_targets,
        document=draw(st.sampled_from(["公开", "批复", "调整"])),
        file=draw(st.sampled_from(["一.txt", "二.txt"])),
        publisher=draw(st.sampled_from(["甲县财政局", "乙县财政局"])),
        stage=draw(st.sampled_from(Stage)),
        published=draw(st.sampled_from([None, date(2024, 1, 1), date(2024, 2, 1)])),
    )


@pytest.fixture
def current_after(memory, emptied):
    """What is current in an empty store after these documents were loaded in this order."""

    def after(loaded, store=memory):
        emptied(store)
        for document in loaded:
            makers.load(store, document)
        catalogue = targets.catalogue(store)
        return targets.everything(store), catalogue.entries, catalogue.indicator_names

    return after


def the_order_counts_for_nothing(current_after, loaded, random):
    shuffled = random.sample(loaded, len(loaded))

    assert current_after(loaded) == current_after(shuffled)


@law(12, shrink=False)
@given(st.lists(documents(), min_size=2, max_size=5), st.randoms())
def test_the_order_of_loading(current_after, loaded, random):
    """The same documents in any order give the same current targets, in the same order."""
    the_order_counts_for_nothing(current_after, loaded, random)


@pytest.mark.prove
@proof(500)
@given(st.lists(documents(), min_size=2, max_size=5), st.randoms())
def test_the_order_of_loading_at_length(current_after, loaded, random):
    """The same at length."""
    the_order_counts_for_nothing(current_after, loaded, random)


def test_the_order_of_loading_on_both_databases(current_after, store):
    """PostgreSQL and SQLite give the same, whatever came first: stages, dates, a conflict, an agreement."""
    some = [
        makers.statement(makers.target(yuan="1"), document="甲"),
        makers.statement(makers.target(yuan="2"), makers.target("Ａ项目", table=2), document="乙"),
        makers.statement(makers.target(yuan="2"), makers.target("２号", table=2), document="丙", published=date(2023, 1, 1)),
        makers.statement(makers.target(yuan="3"), document="丁", published=date(2023, 1, 1), stage=Stage.ADJUSTED),
    ]
    expected = current_after(some)
    for order in permutations(some):
        assert expected == current_after(order, store)


@law(12, shrink=False)
@given(documents())
def test_loading_twice(current_after, document):
    """Loading twice is loading once."""
    assert current_after([document]) == current_after([document, document])


@pytest.mark.prove
@proof(500)
@given(documents())
def test_loading_twice_at_length(current_after, document):
    """The same at length."""
    assert current_after([document]) == current_after([document, document])


@law()
@given(a_target, a_target)
def test_equal_digests_and_no_changes(one, other):
    """Two statements have one digest exactly when nothing differs between them."""
    assert (digest(one) == digest(other)) == (diff(one, other) == [])


@law()
@given(a_target, a_target)
def test_applying_the_changes(before, after):
    """What was, with its changes applied, is what is."""

    def plain(fields):
        return {field: text.replace(" ", "") for field, text in fields.items()}

    fields = {one.field: one.text for one in stated(before)}
    for change in diff(before, after):
        if change.after is None:
            del fields[change.field]
        else:
            fields[change.field] = change.after

    assert plain({one.field: one.text for one in stated(after)}) == plain(fields)


@law(40, shrink=False)
@given(st.lists(amounts, min_size=1, max_size=6))
def test_money_in_the_database(store, yuan):
    """Amounts come back to the 分, and SUM, COUNT, MIN, MAX and order are those of the amounts."""
    column = col(ListedProject.yuan)
    with store.transaction(keep=False) as connection:
        document = a_document(connection)
        rows = [
            {"document_id": document, "position": n, "project": "甲", "yuan": y, "row_no": 1, "raw": ""}
            for n, y in enumerate(yuan)
        ]
        connection.execute(insert(ListedProject), rows)
        back = connection.execute(select(column).order_by(col(ListedProject.position))).scalars().all()
        ordered = connection.execute(select(column).order_by(column)).scalars().all()
        most = connection.execute(select(func.count(column), func.min(column), func.max(column))).one()
        total = connection.execute(select(func.sum(column))).scalar_one() if abs(sum(yuan)) < Decimal(10**16) else sum(yuan)

    assert [str(y) for y in yuan] == [str(y) for y in back] or yuan == list(back)
    assert (sorted(yuan), (len(yuan), min(yuan), max(yuan)), sum(yuan)) == (ordered, tuple(most), total)


def a_document(connection):
    from store.entities import publisher_id
    from store.statements import _add_document

    return _add_document(connection, makers.statement(), publisher_id(connection, "甲县"), b"")
