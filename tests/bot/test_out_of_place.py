"""Names that are not said as they stand."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

TOWN, SCHOOL, FARM = "白石镇人民政府", "青禾县第三中学", "青禾县东山国有农场"


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """Projects with ordinals, with long names and with names that share words."""
    rows = [
        ("第一届青禾龙舟邀请赛", SCHOOL, "100000"),
        ("第二届青禾龙舟邀请赛", SCHOOL, "120000"),
        ("山塘清淤加固工程", TOWN, "340000"),
        ("护坡养护", TOWN, "50000"),
        ("工作经费", TOWN, "70000"),
        ("粮食烘干中心建设（一期）", FARM, "800000"),
        ("粮食烘干中心建设（二期）", FARM, "900000"),
        ("收购质量第三方检测服务费", FARM, "60000"),
        ("餐饮服务费", SCHOOL, "210000"),
    ]
    training = makers.indicator("人均培训费", "≤180元", level1="产出指标", level2="成本指标")
    targets = [makers.target(name, unit=unit, yuan=yuan, table=n) for n, (name, unit, yuan) in enumerate(rows, 1)]
    targets.append(makers.target("农技人员知识更新培训", unit=FARM, yuan="40000", table=len(rows) + 1, indicators=[training]))
    makers.load(memory, makers.statement(*targets))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("龙舟赛第二届", "12 万元", "10 万元"),
        ("青禾龙舟邀请赛第一届多少钱", "10 万元", "12 万元"),
        ("清淤加固山塘多少钱", "34 万元", "5 万元"),
        ("山塘给的加固多少钱", "34 万元", "5 万元"),
        ("给收购质量用的检测服务多少", "6 万元", "21 万元"),
        ("三塘清淤加固工程", "34 万元", "5 万元"),
        ("白十镇护坡养护", "5 万元", "34 万元"),
        ("粮食烘干中心建没（二期）的预算", "90 万元", "80 万元"),
        ("粮食烘干中心，二期，多少来着", "90 万元", "80 万元"),
        ("农场粮食烘干一期多少钱", "80 万元", "90 万元"),
        ("第三方质量检测服务费", "6 万元", "21 万元"),
        ("农技培训人均培训费多少", "180元", "4 万元"),
        ("修山塘清淤要多少钱", "34 万元", "5 万元"),
        ("第二期的粮食烘干中心", "90 万元", "80 万元"),
        ("粮食烘干第一期多少钱", "80 万元", "90 万元"),
    ],
)
def test_a_name_that_is_not_said_as_it_stands(bot: Conversation, question: str, said: str, unsaid: str) -> None:
    """Parts in another order, a numeral heard for a character, a wrong character and the end of the only such unit name it."""
    reply = answer(bot, question)

    assert reply.kind == "answer"
    assert said in reply
    assert unsaid not in reply


@pytest.mark.parametrize(
    "question",
    [
        "龙舟赛第三届多少钱",
        "粮食烘干中心三期多少钱",
        "第二中学餐饮服务费",
        "二塘清淤加固工程",
        "黑石镇护坡养护",
        "林场粮食烘干一期",
        "粮食烘干第五期多少",
        "农技用书多少钱",
    ],
)
def test_another_number_is_another_name(bot: Conversation, question: str) -> None:
    """An ordinal, a phase, a school or a place that is not stored is never taken for one that is."""
    reply = answer(bot, question)

    assert reply.kind in ("clarify", "not_found")
    assert reply.facts == []


def test_equal_candidates(bot: Conversation) -> None:
    """Without its ordinal all that are so called are shown."""
    reply = answer(bot, "龙舟邀请赛多少钱")

    assert "10 万元" in reply
    assert "12 万元" in reply


@pytest.mark.parametrize(
    ("question", "told"), [("119那个指挥系统多少钱", True), ("119的指挥系统运维费多少", True), ("120那个指挥系统多少钱", False)]
)
def test_a_number_before_small_words(memory: Store, question: str, told: bool) -> None:
    """The number that a name begins with may be said before small words; another number is another name."""
    makers.load(memory, makers.statement(makers.target("119指挥系统运维", yuan="180000"), makers.target("路灯维护", table=2)))

    assert told is ("18 万元" in answer(conversation_of(memory), question))


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("护林员今年的补贴多少", "3.6 万元", "9 万元"),
        ("护林员2024年补贴", "3.6 万元", "9 万元"),
        ("护林员 今年 补贴多少钱", "3.6 万元", "9 万元"),
        ("护林员今年发的补贴", "3.6 万元", "9 万元"),
        ("护林员今年的服装多少钱", "9 万元", "3.6 万元"),
        ("护林员今年的慰问多少", "", "万元"),
        ("护林员今年的工资多少", "", "万元"),
    ],
)
def test_a_name_with_the_year_inside(memory: Store, question: str, told: str, untold: str) -> None:
    """The rest of a name may stand behind the year; what no name has there is not passed over."""
    rows = [("护林员巡护补贴", "36000"), ("护林员服装购置", "90000"), ("村医补贴", "50000")]
    makers.load(memory, makers.statement(*(makers.target(name, yuan=yuan, table=n) for n, (name, yuan) in enumerate(rows, 1))))

    reply = answer(conversation_of(memory), question)

    assert told in reply
    assert untold not in reply
