"""Sums that the database adds up are those that anybody would make of the targets, on every database."""

from decimal import Decimal

import pytest

from store import targets
from store.model import FundingKind, Horizon
from store.plan import AmountFilter, Comparator, Direction, LeftOut, Order, Plan
from store.sums import size, together, unit_sums, years_filled
from tests import makers

_LATER = "青禾县财政局2024年度项目支出绩效目标（二）"


@pytest.fixture
def filled(store):
    makers.load(
        store,
        makers.statement(
            makers.target("培训", unit="甲所", yuan="100.55", amounts={"annual/carryover": "0"}, attribute="常年项目", table=2),
            makers.target("维护", unit="甲所", yuan=None, attribute="常年项目", table=3),
            makers.target("维护", unit="乙所", yuan="200", amounts={"annual/carryover": "30"}, table=4),
            makers.target("培训", unit="乙所", year=2023, yuan="46400", attribute="一次性项目", table=5),
        ),
    )
    return store


@pytest.mark.parametrize(
    "plan",
    [
        Plan(),
        Plan(years=(2024,)),
        Plan(units=("甲所",)),
        Plan(projects=("培训",)),
        Plan(attributes=("常年项目",)),
        Plan(without=(LeftOut(attributes=("常年项目",)),)),
        Plan(without=(LeftOut(units=("乙所",), years=(2023,)),)),
        Plan(amounts=(AmountFilter(op=Comparator.AT_LEAST, yuan=Decimal(200)),)),
        Plan(years=(1999,)),
    ],
)
def test_what_is_added_up_is_what_would_be_read(filled, plan):
    """The number of targets, those with an amount and the sum are the same, whether they are read or not."""
    views = targets.run(filled, plan)
    amounts = [funding.yuan for view in views if (funding := view.target.funding(FundingKind.TOTAL))]
    sums = unit_sums(filled, plan)

    assert (size(filled, plan), sum(one.targets for one in sums)) == (len(views), len(views))
    assert (sum(one.filled for one in sums), together(sums)) == (len(amounts), sum(amounts))


def test_each_unit_and_year_has_a_sum(filled):
    """They stand in the order of years, and amounts of 0 are told from those that are not."""
    rows = [(one.year, one.unit, one.targets, one.yuan) for one in unit_sums(filled, Plan())]
    assert [(2023, "乙所", 1, 46400), (2024, "乙所", 1, 200), (2024, "甲所", 2, Decimal("100.55"))] == rows

    carried = unit_sums(filled, Plan(years=(2024,)), FundingKind.CARRYOVER, Horizon.ANNUAL)
    assert [(1, 1, 30), (1, 0, 0)] == [(one.filled, one.nonzero, one.yuan) for one in carried]


def test_an_order_limits_what_is_read(filled):
    """A ranking reads no more than it shows, however many there are."""
    first = Plan(order=Order(direction=Direction.DESCENDING, count=2))

    assert size(filled, first) == len(targets.run(filled, first)) == 2


@pytest.mark.parametrize(("other", "disputed", "yuan"), [("300", 1, 200), ("200", 0, 200), (None, 1, 200)])
def test_several_documents_of_one_target(store, other, disputed, yuan):
    """What documents of equal rank state counts once; where the amounts differ, or one has none, it is in dispute."""
    makers.load(store, makers.statement(makers.target("维护", yuan="200")))
    makers.load(store, makers.statement(makers.target("维护", yuan=other, goal="另一个目标", document=_LATER), document=_LATER))
    (one,) = unit_sums(store, Plan())

    assert (one.targets, one.disputed, one.yuan) == (1, disputed, yuan)


def test_years_that_print_an_amount(store):
    """The years are those of forms of the scope that print such an amount, the oldest first, whatever else they print."""
    for year, more in ((2022, {"mid_term/total": "900000"}), (2023, {"mid_term/total": "800000"}), (2024, {})):
        target = makers.target("网络运维", year=year, yuan="300000", amounts=more, document=f"{year}年")
        makers.load(store, makers.statement(target, document=f"{year}年"))

    assert (2022, 2023) == years_filled(store, Plan(), FundingKind.TOTAL, Horizon.MID_TERM)
    assert (2022, 2023, 2024) == years_filled(store, Plan(), FundingKind.TOTAL, Horizon.ANNUAL)
    assert () == years_filled(store, Plan(units=("青禾县交通局",)), FundingKind.TOTAL, Horizon.MID_TERM)
