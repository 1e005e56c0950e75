"""Where words stand: folded, within one line, in the part that is asked for; and what is filled in."""

from decimal import Decimal

import pytest
from sqlalchemy import func, select

from store import targets
from store.migrations import migrate
from store.model import Attribute, Blank, Fact, FundingKind, Horizon
from store.plan import AmountFilter, Comparator, Part, Plan, Spot, TextFilter
from store.searching import standing
from store.tables.stated import StatementWords
from store.undoing import undo
from tests import makers


def names(store, *texts, within=(), **plan):
    wanted = tuple(TextFilter(text=text, within=within) for text in texts)
    return [view.target.project for view in targets.run(store, Plan(texts=wanted, **plan))]


def _with(target, *, facts=(), blanks=()):
    place = makers.source("", row=11)
    stated = tuple(Fact(field=field, text=text, source=makers.source(text, row=12)) for field, text in facts)
    empty = tuple(Blank(field=field, horizon=horizon, source=place) for field, horizon in blanks)
    return target.model_copy(update={"facts": (*target.facts, *stated), "blanks": empty})


@pytest.fixture
def filled(store):
    pump = makers.indicator("排涝泵 ８台", "≥8台", level1="产出指标", level2="数量指标", standard="Ｘ型 水泵，不含安装")
    makers.load(
        store,
        makers.statement(
            _with(
                makers.target("河道清淤", unit="甲所", goal="清理東沟村、西沟村河道。", indicators=(pump,), table=2),
                facts=((Attribute.SOURCE, "上级补助资金"),),
            ),
            _with(
                makers.target("泵站维护", unit="乙所", amounts={"annual/carryover": "500"}, goal=None, table=3),
                blanks=((Attribute.PERIOD.value, None), (FundingKind.OTHER.value, Horizon.ANNUAL)),
            ),
            makers.target("水务培训", unit="乙所", amounts={"annual/carryover": "0"}, goal="培训水泵工。", table=4),
        ),
    )
    return store


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("东沟村", ["河道清淤"]),
        ("東溝村", ["河道清淤"]),
        ("东 沟　村", ["河道清淤"]),
        ("8台", ["河道清淤"]),
        ("x型水泵", ["河道清淤"]),
        ("水泵", ["河道清淤", "水务培训"]),
        ("泵站", ["泵站维护"]),
        ("上级补助", ["河道清淤"]),
        ("%", []),
        ("_", []),
        ("西沟村河道排涝", []),
        ("8台8台", []),
    ],
)
def test_words_stand_folded_within_one_line(filled, text, expected):
    """Width, case, 繁简, blanks and signs make no difference; no word reaches over the end of a line or a value."""
    assert expected == names(filled, text)


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("水泵", Part.GOALS, ["水务培训"]),
        ("水泵", Part.INDICATORS, ["河道清淤"]),
        ("水泵", Part.NAME, []),
        ("泵", Part.NAME, ["泵站维护"]),
        ("补助", Part.FACTS, ["河道清淤"]),
    ],
)
def test_the_part_that_is_asked_for(filled, text, part, expected):
    """What is looked for in the goals does not stand in an indicator."""
    assert expected == names(filled, text, within=(part,))


def test_all_texts_stand_in_one_target(filled):
    """Two words are found where both stand, and the rest of the plan limits as ever."""
    assert ["河道清淤"] == names(filled, "水泵", "东沟村")
    assert ["水务培训"] == names(filled, "水泵", units=("乙所",))


def test_which_texts_stand_anywhere(filled):
    """Many texts are looked up at once; only what is current counts, and an empty text stands nowhere."""
    assert {"东沟村", "泵站"} == standing(filled, ["东沟村", "无人机", "泵站", " "])


def test_more_texts_than_one_row_tells(filled):
    """However many texts there are, each is looked up."""
    assert {"东沟村"} == standing(filled, [*(f"{number}号" for number in range(250)), "东沟村"])


def test_a_document_that_is_taken_back_leaves_no_words(store):
    """The words go with the statements that they were made of."""
    load = makers.load(store, makers.statement(makers.target(goal="清理东沟村"))).load
    undo(store, load, by="测试", at=makers.NOW)

    with store.reading() as connection:
        assert 0 == connection.execute(select(func.count()).select_from(StatementWords)).scalar_one()


def test_the_migration_writes_the_same_words(own):
    """A store that was filled by an older program is searched as one that this program filled."""
    line = makers.indicator("排涝泵", "≥8台", standard="水泵")
    other = makers.indicator("排涝泵", "≥8台", standard="水泵", horizon=Horizon.MID_TERM)
    target = _with(makers.target(goal="清理東沟村", indicators=(line, other)), facts=((Attribute.SOURCE, "上级补助"),))
    makers.load(own, makers.statement(target, makers.target("空表", goal=None, table=2)))
    with own.transaction() as connection:
        written = connection.execute(select(StatementWords)).all()
        migrate(connection, "0009")
        migrate(connection)

        assert written == connection.execute(select(StatementWords)).all()


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ({"stated": (Spot(field="carryover"),)}, ["泵站维护"]),
        ({"stated": (Spot(field="carryover", limits=(AmountFilter(op=Comparator.AT_LEAST, yuan=Decimal(500)),)),)}, ["泵站维护"]),
        ({"stated": (Spot(field="carryover", limits=(AmountFilter(op=Comparator.MORE, yuan=Decimal(500)),)),)}, []),
        ({"stated": (Spot(field="source"),)}, ["河道清淤"]),
        ({"stated": (Spot(field="indicator", level="数量指标"),)}, ["河道清淤"]),
        ({"lacking": (Spot(field="carryover"),)}, ["河道清淤"]),
        ({"lacking": (Spot(field="goal"),)}, ["泵站维护"]),
        ({"lacking": (Spot(field="indicator", level="满意度指标"),)}, ["河道清淤", "泵站维护", "水务培训"]),
        ({"lacking": (Spot(field="indicator"),)}, ["泵站维护", "水务培训"]),
        ({"lacking": (Spot(field="period", printed=True),)}, ["泵站维护"]),
        ({"lacking": (Spot(field="period", printed=False),)}, ["河道清淤", "水务培训"]),
        ({"lacking": (Spot(field="other", printed=True),)}, ["泵站维护"]),
    ],
)
def test_what_is_filled_in(filled, plan, expected):
    """Money counts where it is more than 0; a field that was left blank is told from one that the form has not."""
    assert expected == [view.target.project for view in targets.run(filled, Plan(**plan))]
    assert len(expected) == targets.count(filled, Plan(**plan))
