"""A word of a project's name beside a line that another project has."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

COUNTED = {"level1": "产出指标", "level2": "数量指标"}


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A chat about the watching of purchases, and a purchase of drones whose name does not say so."""
    targets = [
        makers.target("政府采购监督检查经费", unit="青禾县财政局", yuan="130000", goal="检查代理机构。"),
        makers.target(
            "巡护装备更新",
            unit="青禾县林业局",
            yuan="560000",
            goal="更新巡护无人机。",
            table=2,
            indicators=(makers.indicator("购置巡护无人机", "8架", number="8", unit="架", **COUNTED),),
        ),
    ]
    makers.load(memory, makers.statement(*targets))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize("question", ["采购巡护无人机那个项目多少钱", "采购巡护无人机多少钱", "采购巡护无人机的钱是多少"])
def test_a_word_of_a_name_is_not_that_project(talk: Talk, question: str) -> None:
    """The money of a project of which hardly a word is said is not stated beside a line that it does not have."""
    reply = talk.asks(question)

    assert "13 万元" not in reply.text
    assert "「巡护装备更新」" in reply.text


def test_a_project_that_is_named(talk: Talk) -> None:
    """Where the project is named, its money is stated, and that it has no such line."""
    reply = talk.asks("政府采购监督检查经费多少钱，购置巡护无人机几架")

    assert "13 万元" in reply.text


@pytest.fixture
def firms(memory: Store) -> Talk:
    """A chat about a prize for firms, and fish that are set free."""
    targets = [
        makers.target("高新技术企业培育奖补", unit="青禾县科技局", yuan="3600000", goal="奖补新认定的企业。"),
        makers.target("园区运营补助", unit="青禾县商务局", yuan="2000000", goal="支持企业入驻园区。", table=2),
        makers.target("鱼类增殖放流经费", unit="青禾县渔业站", yuan="1280000", goal="投放苗种。", table=3),
    ]
    makers.load(memory, makers.statement(*targets))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize("question", ["企业补助多少钱", "企业补贴多少"])
def test_a_name_that_cuts_a_word_in_two(firms: Talk, question: str) -> None:
    """奖补 is not 补助: where little else of the name is said no figure is stated."""
    reply = firms.asks(question)

    assert "360 万元" not in reply.text


def test_for_whom_it_is(firms: Talk) -> None:
    """What forms say of firms is listed, and that it was found by that."""
    reply = firms.asks("给企业的补助有哪些")

    assert reply.text.startswith("按“给企业”找到 2 个")
    assert "「园区运营补助」 200 万元" in reply.text


@pytest.mark.parametrize("question", ["高新技术企业培育补助多少", "园区运营补贴多少钱"])
def test_a_name_with_another_word_for_its_money(firms: Talk, question: str) -> None:
    """Where most of the name is said another word for its money is a slip."""
    assert "万元" in firms.asks(question).text


@pytest.mark.parametrize("question", ["增殖放流放多少鱼", "增殖放流多少苗"])
def test_what_is_counted_is_no_money(firms: Talk, question: str) -> None:
    """What stands right behind 多少 is what is counted, and the project's money does not answer it."""
    assert "128 万元" not in firms.asks(question).text


def test_a_rate_is_no_money(memory: Store) -> None:
    """“工资多少” is not the rate at which wages are paid; where the rate is asked for it is told."""
    rate = makers.indicator("工资按月发放率", "100%", number="100", unit="%", level1="产出指标", level2="时效指标")
    makers.load(memory, makers.statement(makers.target("护林员聘用经费", unit="青禾县林业局", yuan="500000", indicators=(rate,))))
    talk = Talk(conversation_of(memory))

    assert not talk.asks("护林员聘用工资今年多少").text.startswith("100%")
    assert talk.asks("护林员聘用工资发放率多少").text.startswith("100%")
