"""Executing plans: scope, filters, order."""

from decimal import Decimal

import pytest

from store import targets
from store.model import Horizon
from store.plan import AmountFilter, Comparator, Direction, IndicatorFilter, Order, PercentFilter, Plan
from tests import makers


def names(store, **plan):
    return [view.target.project for view in targets.run(store, Plan(**plan))]


@pytest.fixture
def filled(store):
    makers.load(
        store,
        makers.statement(
            makers.target("乡村振兴（一期）", unit="甲所", yuan="26000", attribute="常年项目", table=2),
            makers.target("培训", unit="甲所", yuan="100000.5", attribute="一次性项目", table=3),
            makers.target("维护", unit="乙所", yuan=None, table=4),
            makers.target("培训", unit="乙所", year=2023, yuan="46400", table=5),
        ),
    )
    return store


def test_no_restriction(filled):
    """An empty plan leaves everything, by year and then as the document has it."""
    assert ["培训", "乡村振兴（一期）", "培训", "维护"] == names(filled)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ({"projects": ("鄉村振興(一期)",)}, ["乡村振兴（一期）"]),
        ({"projects": ("培训",), "years": (2023,)}, ["培训"]),
        ({"units": ("乙所",)}, ["培训", "维护"]),
        ({"units": ("乙所", "甲 所"), "years": (2024,)}, ["乡村振兴（一期）", "培训", "维护"]),
        ({"attributes": ("常年项目",)}, ["乡村振兴（一期）"]),
        ({"projects": ("没有的",)}, []),
    ],
)
def test_scope(filled, scope, expected):
    """Names compare folded; several of a kind are alternatives, several kinds all hold."""
    assert expected == names(filled, **scope)


@pytest.mark.parametrize(
    ("op", "yuan", "expected"),
    [
        (">=", "46400", ["培训", "培训"]),
        (">", "46400", ["培训"]),
        (">", "46399.995", ["培训", "培训"]),
        (">=", "46400.001", ["培训"]),
        ("<=", "46400", ["培训", "乡村振兴（一期）"]),
        ("<", "46400", ["乡村振兴（一期）"]),
        ("<", "46400.001", ["培训", "乡村振兴（一期）"]),
        ("=", "100000.50", ["培训"]),
        ("=", "100000.501", []),
        ("<", "1e30", ["培训", "乡村振兴（一期）", "培训"]),
        ("=", "1e30", []),
    ],
)
def test_amounts(filled, op, yuan, expected):
    """Annual totals compare exactly, whatever amount is named; a target without one matches nothing."""
    assert expected == names(filled, amounts=(AmountFilter(op=Comparator(op), yuan=Decimal(yuan)),))


@pytest.mark.parametrize(
    ("direction", "skip", "expected"),
    [
        ("desc", 0, ["培训", "培训", "乡村振兴（一期）", "维护"]),
        ("asc", 0, ["乡村振兴（一期）", "培训", "培训", "维护"]),
        ("desc", 2, ["乡村振兴（一期）", "维护"]),
    ],
)
def test_order(filled, direction, skip, expected):
    """Totals order from either end; a target without one comes last from both."""
    assert expected == names(filled, order=Order(direction=Direction(direction), count=9, skip=skip))


def test_the_first_ones(filled):
    """Only as many as asked for."""
    assert ["培训"] == names(filled, order=Order(direction=Direction.DESCENDING, count=1))


def test_equal_totals_are_ordered_by_place(store):
    """Where totals are equal the documents' order decides, never the order of loading."""
    for document, project in (("丙", "三"), ("甲", "一"), ("乙", "二")):
        makers.load(store, makers.statement(makers.target(project, document=document), document=document))

    assert ["三", "二", "一"] == names(store, order=Order(direction=Direction.ASCENDING, count=9))


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ({}, ["满意", "完成"]),
        ({"indicators": IndicatorFilter(level1=("满意度指标",))}, ["满意"]),
        ({"indicators": IndicatorFilter(level2=("质量指标",))}, ["完成"]),
        ({"indicators": IndicatorFilter(names=("合格率",))}, ["完成"]),
        ({"horizon": Horizon.MID_TERM}, []),
    ],
)
def test_percentages(store, plan, expected):
    """A percentage compares with values that are percentages, of the indicators that are asked for; 9 days are none."""
    low = makers.indicator("合格率", "90%", number="90", unit="%", level1="产出指标", level2="质量指标")
    days = makers.indicator("时限", "9天", number="9", unit="天", level1="产出指标", level2="时效指标")
    makers.load(
        store,
        makers.statement(
            makers.target("满意", indicators=[makers.indicator(value="80", number="80")]),
            makers.target("完成", indicators=[low], table=2),
            makers.target("天数", indicators=[days], table=3),
            makers.target("很满意", indicators=[makers.indicator(value="≥98%", number="98", unit="%")], table=4),
        ),
    )

    assert expected == names(store, percents=(PercentFilter(op=Comparator.LESS, value=Decimal(95)),), **plan)


def test_a_whole_branch(store):
    """“及所属单位” takes the units below with it."""
    makers.load(
        store,
        makers.statement(
            makers.target("甲", unit="青禾县财政局", department="青禾县财政局", code="121"),
            makers.target("乙", unit="河口镇财政所", department="河口镇财政所", code="121004", table=2),
            makers.target("丙", unit="教育局", department="教育局", code="205", table=3),
        ),
    )

    assert ["甲", "乙"] == names(store, units=("青禾县财政局",), whole_branch=True)
    assert ["甲"] == names(store, units=("青禾县财政局",))


def test_how_many_queries(store):
    """However many targets there are, they come with a handful of queries."""
    from sqlalchemy import event

    makers.load(store, makers.statement(*(makers.target(f"项目{n}", table=n + 1) for n in range(300))))
    seen = []
    event.listen(store.engine, "before_cursor_execute", lambda *call: seen.append(call[2]))

    assert 300 == len(targets.everything(store))
    assert len([statement for statement in seen if statement.startswith("SELECT")]) <= 7


def test_catalogue(store):
    """What there is to ask about, with what the forms say of departments; its version says when it is out of date."""
    assert 0 == targets.catalogue(store).version
    makers.load(store, makers.statement(makers.target("甲", department="财政局", code="121", indicators=[makers.indicator()])))

    catalogue = targets.catalogue(store)
    expected = targets.Entry("青禾县财政局", "甲", "青禾县财政局", 2024, "财政局", "121", None, makers.DOCUMENT)
    assert (expected,) == catalogue.entries
    assert ((2024,), (("群众满意度", "服务对象满意度指标"),)) == (catalogue.years, catalogue.indicator_names)
    assert (1, 1) == (catalogue.version, targets.version(store))
