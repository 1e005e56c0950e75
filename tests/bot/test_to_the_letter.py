"""Projects that are called to the letter: whatever their words say in other questions, they are what is meant."""

import pytest

from bench.corpus import pairs
from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store, open_store
from tests import makers
from tests.bot.conftest import answer

DOCUMENT = "青禾县2025年度项目支出绩效目标"
UNIT = "青禾县第三中学"
AWKWARD = (
    "校园安保（县级配套）",  # 县级配套 is whose money it is
    "2023年危房改造（第三批）",  # of a year that is not loaded, and a batch
    "2018年度审计业务经费（购买）",
    "白河县2022年高标准农田建设项目",  # another county's name, and a year
    "乡镇财政所工作经费",  # units of that kind have a 工作经费
    "政府采购生活补助项目",  # 政府…补助项目 may be those of such a source
    "2024年临时救助资金（第一批）",
    "临时救助资金",
    "工作经费",
)


@pytest.fixture(scope="module")
def bot() -> Conversation:
    """Over one unit's projects with awkward names, and a hundred projects of other units."""
    store: Store = open_store("sqlite://")
    units = ("青禾县东河乡财政所", "白河县财政局", "青禾县临城镇财政所")
    own = [(UNIT, name) for name in AWKWARD]
    others = [(pair.unit.name, pair.project.name) for pair in pairs(100, seed=11)]
    named = dict.fromkeys([*own, *((unit, "工作经费") for unit in units), *others])
    targets = [
        makers.target(name, unit=unit, year=2025, yuan=str(10_000 * (n + 1)), document=DOCUMENT, table=n + 1)
        for n, (unit, name) in enumerate(named)
    ]
    makers.load(store, makers.statement(*targets, document=DOCUMENT))
    return conversation_of(store)


@pytest.mark.parametrize("name", AWKWARD[:-1])
@pytest.mark.parametrize("form", ["{name}多少钱", "{unit}的{name}2025年预算", "{name}，{unit}的", "{unit}{name}的年度目标"])
def test_an_awkward_name(bot: Conversation, name: str, form: str) -> None:
    """By itself and beside its unit."""
    reply = answer(bot, form.format(name=name, unit=UNIT))

    assert reply.kind == "answer"
    assert f"{UNIT}「{name}」2025年" in reply


def test_any_name(bot: Conversation) -> None:
    """Every project of the others is told when its unit and its name are typed as they stand."""
    asked = [(pair.unit.name, pair.project.name) for pair in pairs(100, seed=11)]
    missed = [one for one in asked if f"「{one[1]}」" not in answer(bot, f"{one[0]}{one[1]}多少钱").text]

    assert [] == missed


def test_another_year_than_that_of_a_name(bot: Conversation) -> None:
    """The year in front of a name that holds another one is that of the money."""
    assert answer(bot, "2024年危房改造（第三批）多少钱").kind == "not_found"
