"""An answer keeps to the units, projects and years of its plan; what strays is not given."""

from decimal import Decimal

import pytest

from bot.answer import Answer, Fact, Kind
from bot.app import conversation_of
from bot.book import Book
from bot.chat import Incoming
from bot.conversation import Conversation
from bot.question import Understanding
from bot.replying.within import strays
from store.catalogue import catalogue
from store.database import Store
from store.plan import Newest, Of, Plan, Whole
from tests import makers

BUREAU, STATION, TOWN = "青禾县水务局", "青禾县水务局水文站", "柳渡镇人民政府"
FACT = Fact("total", project="渠道维修", unit=BUREAU, year=2024, yuan=Decimal(10000))


@pytest.fixture
def store(memory: Store) -> Store:
    """A bureau with a station below it, and a town."""
    makers.load(
        memory,
        makers.statement(
            makers.target("渠道维修", unit=BUREAU, department=BUREAU, code="305"),
            makers.target("水尺更换", unit=STATION, department=STATION, code="305002", table=2),
            makers.target("村道养护", unit=TOWN, department=TOWN, code="601", table=3),
        ),
    )
    return memory


@pytest.mark.parametrize(
    ("fact", "plan"),
    [
        (FACT, Plan(units=(TOWN,))),
        (FACT, Plan(units=(STATION,))),
        (FACT, Plan(projects=("水尺更换",))),
        (FACT, Plan(years=(2023,))),
        (FACT, Plan(projects=("渠道维修",), units=(TOWN,), years=(2024,))),
        (FACT, Plan(years=(2023,), whole=Whole(of=Of.UNIT))),
    ],
)
def test_what_strays(store: Store, fact: Fact, plan: Plan) -> None:
    """Another unit, another project, another year."""
    assert [fact] == list(strays(Answer(Kind.ANSWER, ("…",), facts=(fact,)), plan, Book(catalogue(store))))


@pytest.mark.parametrize(
    ("fact", "plan"),
    [
        (FACT, Plan()),
        (FACT, Plan(projects=("渠道维修",), units=(BUREAU,), years=(2024,))),
        (FACT, Plan(years=(2023,), newest=Newest.EACH)),
        (Fact("total", project="水尺更换", unit=STATION, year=2024), Plan(units=(BUREAU,))),
        (Fact("total", op="sum", yuan=Decimal(20000)), Plan(units=(TOWN,), years=(2023,))),
        (FACT, Plan(projects=("水尺更换",), whole=Whole(of=Of.SCOPE, years=(2024,)), years=(2023,))),
        (Fact("source", project="渠道维修", unit=BUREAU, year=2023, value="本级"), Plan(years=(2024,))),
    ],
)
def test_what_keeps_to_it(store: Store, fact: Fact, plan: Plan) -> None:
    """The units below one, what a share is of, sums, and what another year says of a blank field."""
    assert [] == list(strays(Answer(Kind.ANSWER, ("…",), facts=(fact,)), plan, Book(catalogue(store))))


def test_no_figure_is_given_over_it(store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """The reply asks for other words, and who runs the program can see why."""
    bot = conversation_of(store)
    intended = Conversation.intent_of

    def of_another(self: Conversation, question: Understanding) -> object:
        intent = intended(self, question)
        return type("Astray", (), {"answer": _astray, "at_large": intent.at_large, "heeds": intent.heeds, "name": intent.name})

    monkeypatch.setattr(Conversation, "intent_of", of_another)
    reply = bot.reply(Incoming("place", "person", "水务局渠道维修多少钱", makers.NOW))

    assert (reply.kind, reply.facts) == ("clarify", ())
    assert "没有给出数" in reply.text
    assert "村道养护" in caplog.text


def _astray(*_: object) -> Answer:
    return Answer(Kind.ANSWER, ("1 万元",), facts=(Fact("total", project="村道养护", unit=TOWN, year=2024),))
