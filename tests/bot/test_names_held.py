"""A plan is about the units and projects that were named, or no figure is given."""

import pytest

from bot.book import Book
from bot.planning.names_held import names_unheld
from bot.reading.parsing import parse, spoken
from store.catalogue import catalogue
from store.database import Store
from store.plan import IndicatorFilter, LeftOut, Of, Part, Plan, TextFilter, Whole
from store.text import normalize
from tests import makers

BUREAU, CENTRE, TOWN = "青禾县就业局", "青禾县就业局培训中心", "柳渡镇人民政府"


@pytest.fixture
def book(memory: Store) -> Book:
    """A bureau with a centre below it, and a town."""
    of_bureau = {"department": BUREAU, "code": "301"}
    makers.load(
        memory,
        makers.statement(
            makers.target("技能培训补贴", unit=BUREAU, **of_bureau),
            makers.target("实训基地运行", unit=CENTRE, department=CENTRE, code="301002", table=2),
            makers.target("村道养护", unit=TOWN, department=TOWN, code="601", table=3),
        ),
    )
    return Book(catalogue(memory))


def _strange(question: str, plan: Plan, book: Book) -> list[str]:
    said = parse(question, book.names, spoken(normalize(question), makers.NOW.date(), book.kinds.propose))
    return [said.said.text[m.start : m.end] for m in names_unheld(said, plan, book)]


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("就业局的项目多少钱", Plan(projects=("村道养护",), units=(TOWN,))),
        ("就业局的项目多少钱", Plan(projects=("村道养护",))),
        ("就业局的项目多少钱", Plan()),
        ("柳渡镇人民政府的多少钱", Plan(units=(BUREAU,))),
        ("技能培训补贴多少钱", Plan(units=(TOWN,))),
        ("技能培训补贴多少钱", Plan(projects=("村道养护",))),
    ],
)
def test_another_is_not_what_was_named(book: Book, question: str, plan: Plan) -> None:
    """The words that name what the plan knows nothing of."""
    assert 1 == len(_strange(question, plan, book))


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("就业局的项目多少钱", Plan(units=(BUREAU,))),
        ("就业局的项目多少钱", Plan(units=(CENTRE,))),  # below it
        ("就业局培训中心的项目多少钱", Plan(units=(BUREAU,), whole_branch=True)),
        ("除了就业局还有谁", Plan(without=(LeftOut(units=(BUREAU,)),))),
        ("占就业局多少", Plan(projects=("村道养护",), whole=Whole(of=Of.UNIT, units=(BUREAU,)))),
        ("就业局和柳渡镇人民政府", Plan(among=(("技能培训补贴", BUREAU), ("村道养护", TOWN)))),
        ("技能培训补贴多少钱", Plan(projects=("技能培训补贴",))),
        ("技能培训补贴的钱", Plan(units=(BUREAU,), texts=(TextFilter(text="技能培训", within=(Part.GOALS,)),))),
        ("技能培训人数", Plan(units=(BUREAU,), indicators=IndicatorFilter(names=("技能培训补贴人数",)))),
    ],
)
def test_it_is_held_otherwise(book: Book, question: str, plan: Plan) -> None:
    """Above or below, left out, as the whole of a share, or as words that a form has to say."""
    assert [] == _strange(question, plan, book)
