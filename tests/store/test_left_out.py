"""Executing what a plan leaves out."""

from decimal import Decimal

import pytest

from store import targets
from store.plan import AmountFilter, Comparator, Direction, LeftOut, Order, Plan
from tests import makers


@pytest.fixture
def filled(store):
    above = {"department": "甲局", "code": "101"}
    makers.load(
        store,
        makers.statement(
            makers.target("维护", unit="甲局", yuan="50000", attribute="常年项目", **above),
            makers.target("培训", unit="甲局", yuan="100000.5", table=2, **above),
            makers.target("培训", unit="甲所", yuan="20000", table=3, department="甲局", code="101001"),
            makers.target("检查", unit="乙局", yuan=None, table=4),
            makers.target("培训", unit="乙局", year=2023, yuan="46400", table=5),
        ),
    )
    return store


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        ({"projects": ("培訓",)}, ["甲局维护", "乙局检查"]),
        ({"units": ("甲局",)}, ["乙局培训", "甲所培训", "乙局检查"]),
        ({"units": ("甲局",), "whole_branch": True}, ["乙局培训", "乙局检查"]),
        ({"units": ("甲局",), "projects": ("培训",)}, ["乙局培训", "甲局维护", "甲所培训", "乙局检查"]),
        ({"years": (2023,)}, ["甲局维护", "甲局培训", "甲所培训", "乙局检查"]),
        ({"attributes": ("常年项目",)}, ["乙局培训", "甲局培训", "甲所培训", "乙局检查"]),
        ({"amounts": (AmountFilter(op=Comparator.MORE, yuan=Decimal(40000)),)}, ["甲所培训", "乙局检查"]),
        ({}, ["乙局培训", "甲局维护", "甲局培训", "甲所培训", "乙局检查"]),
    ],
)
def test_what_fits_all_parts_is_left_out(filled, one, expected):
    """Only what fits all parts goes; what has no total is not left out by an amount."""
    found = targets.run(filled, Plan(without=(LeftOut(**one),)))

    assert expected == [view.target.unit + view.target.project for view in found]


def test_several_are_left_out(filled):
    """Each of them for itself."""
    both = (LeftOut(units=("乙局",)), LeftOut(projects=("维护",)))

    assert ["培训", "培训"] == [view.target.project for view in targets.run(filled, Plan(without=both))]


def test_a_ranking_without_some(filled):
    """What is left out takes no place."""
    order = Order(direction=Direction.DESCENDING, count=1)
    plan = Plan(without=(LeftOut(projects=("培训",)),), order=order)

    assert ["维护"] == [view.target.project for view in targets.run(filled, plan)]


def test_those_without_a_total(filled):
    """What is left out is not counted among those without a total."""
    assert 1 == targets.without_total(filled, Plan(without=(LeftOut(units=("甲局",)),)))
    assert 0 == targets.without_total(filled, Plan(without=(LeftOut(units=("乙局",)),)))
