"""What is odd beside the year before: amounts that moved while the indicators did not, and names that changed a little."""

from itertools import permutations

import pytest

from store.database import open_store
from store.found import findings_of
from store.plan import Plan
from tests import makers


def target(year, *, yuan="10000", project="农村公路养护经费", value="≥95%", unit="青禾县交通局"):
    lines = [makers.indicator(value=value, document=f"{year}年")]
    return makers.target(project, unit=unit, year=year, yuan=yuan, indicators=lines, document=f"{year}年")


def load(store, *targets):
    for one in targets:
        makers.load(store, makers.statement(one, document=f"{one.year}年"))


def said(store, rule, plan=Plan()):  # noqa: B008  # a value
    return [one.finding for one in findings_of(store, plan) if one.finding.rule == rule]


@pytest.mark.parametrize(("now", "moved"), [("13000", 0), ("13001", 1), ("7000", 0), ("6999", 1), ("0", 1), (None, 0)])
def test_amounts_that_moved(store, now, moved):
    """More than three tenths up or down with the same indicators is said, once, of the later year."""
    load(store, target(2023), target(2024, yuan=now))
    found = said(store, "amount-moved")

    assert moved == len(found)
    assert {2024} >= {finding.year for finding in found}


def test_what_it_says(store):
    """Both amounts, by how much, and what to do."""
    load(store, target(2023), target(2024, yuan="15000"))
    (finding,) = said(store, "amount-moved")

    assert finding.message == "年度资金总额 1.5 万元，2023年是 1 万元，多了 50%，绩效指标一条没改。请核对指标是否还合适。"
    assert ("第1张表第1行第2格", "农村公路养护经费") == (finding.place, finding.project)


def test_other_indicators(store):
    """Where the indicators moved too there is nothing to say, nor where there are none."""
    load(store, target(2023), target(2024, yuan="15000", value="≥98%"))
    makers.load(store, makers.statement(makers.target("甲", yuan="1", year=2023, document="甲前"), document="甲前"))
    makers.load(store, makers.statement(makers.target("甲", yuan="2", document="甲后"), document="甲后"))

    assert [] == said(store, "amount-moved")


@pytest.mark.parametrize(
    ("before", "now", "changed"),
    [
        ("农村公路养护经费", "农村公路养护费", 1),
        ("农村公路养护经费", "农村道路养护经费", 1),
        ("农村公路养护经费", "农村公路养护经费", 0),
        ("农村公路一期工程", "农村公路二期工程", 0),
        ("农村公路养护经费", "村务公开工作经费", 0),
    ],
)
def test_names_that_changed(store, before, now, changed):
    """One character that is no number makes another project of the same one."""
    load(store, target(2023, project=before), target(2024, project=now))

    assert changed == len(said(store, "name-changed"))


def test_a_name_that_was_there_before(store):
    """A project that stands beside the one of nearly the same name, or stood there earlier, has not changed its name."""
    both = [target(year, project=name) for year in (2023, 2024) for name in ("农村公路养护经费",)]
    load(store, *both)
    other = target(2022, project="农村公路养护费")
    load(store, other)

    assert ["农村公路养护经费"] == [finding.project for finding in said(store, "name-changed")]
    assert [2023] == [finding.year for finding in said(store, "name-changed")]


def test_another_unit(store):
    """Two units have each their own."""
    load(store, target(2023), target(2024, project="农村公路养护费", unit="青禾县水利局"))

    assert [] == said(store, "name-changed")


def test_the_scope(store):
    """A plan leaves the findings of its own targets, though they are about the year before as well."""
    load(store, target(2023), target(2024, yuan="15000"))

    assert 1 == len(said(store, "amount-moved", Plan(years=(2024,))))
    assert [] == said(store, "amount-moved", Plan(years=(2023,)))


def test_the_order_of_loading():
    """Whichever year was loaded first, the same is said."""
    seen = []
    for ordered in permutations([target(2022), target(2023, yuan="15000"), target(2024, yuan="30000")]):
        store = open_store("sqlite://")
        load(store, *ordered)
        seen.append([(one.finding, one.document) for one in findings_of(store, Plan())])
        store.close()

    assert 2 == len(seen[0])
    assert all(one == seen[0] for one in seen)
