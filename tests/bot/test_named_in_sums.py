"""What a sum, a rank or a comparison of several does not hold is named, or nothing is told at all."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer


@pytest.fixture
def county(memory: Store) -> Store:
    """Two towns with a finance office of one of them, two streets, two schools and a bureau above these."""
    rows = [
        ("青禾县柳渡镇人民政府", "党建经费", "160000"),
        ("青禾县柳渡镇财政所", "补贴发放经费", "30000"),
        ("青禾县石桥镇人民政府", "党建经费", "150000"),
        ("青禾县东门街道办事处", "党建经费", "250000"),
        ("青禾县西门街道办事处", "党建经费", "210000"),
        ("青禾县第一小学", "食堂维修", "90000"),
        ("青禾县第二小学", "食堂维修", "60000"),
        ("青禾县教育局", "操场翻新", "800000"),
        ("青禾县第一小学", "保安经费", "20000"),
        ("青禾县教育局", "教师培训", "100000"),
    ]
    targets = [makers.target(p, unit=u, yuan=y, table=n, goal=f"{u}{p}") for n, (u, p, y) in enumerate(rows, 1)]
    makers.load(memory, makers.statement(*targets))
    return memory


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("学校食堂维修和操场翻新合计", "没有算进「操场翻新」：2024年学校没有"),
        ("柳渡镇和石桥镇哪个钱多，多多少", "多 1 万元"),
        ("柳渡镇比石桥镇多多少", "多 1 万元"),
        ("党建经费哪个街道多", "最多的是青禾县东门街道办事处「党建经费」：25 万元"),
        ("党建经费哪个镇少", "最少的是青禾县石桥镇人民政府「党建经费」：15 万元"),
        ("党建经费各家分别多少，哪家最少", "最少的是青禾县石桥镇人民政府「党建经费」：15 万元"),
        ("各单位分别多少，哪个最多", "最多的是青禾县教育局：90 万元"),
    ],
)
def test_what_is_told(county: Store, question: str, said: str) -> None:
    """What is not in the sum, the government beside a government, and all that were asked for each."""
    reply = answer(conversation_of(county), question)

    assert said in reply, reply.text


@pytest.mark.parametrize("question", ["学校食堂维修合计", "学校食堂维修和保安经费合计"])
def test_nothing_is_lacking(county: Store, question: str) -> None:
    """Where all that is named is there nothing more is said."""
    assert "没有算进" not in answer(conversation_of(county), question)


@pytest.mark.parametrize(
    "question",
    [
        "党建经费街道合计、镇合计各多少",
        "单位最多的项目是哪个",
    ],
)
def test_what_nobody_can_combine(county: Store, question: str) -> None:
    """No figure is given over what would be lost."""
    reply = answer(conversation_of(county), question)

    assert reply.kind == "clarify"
    assert "万元" not in reply


def test_the_rest_of_what_somebody_says(county: Store) -> None:
    """What the money is made of is told as printed, whatever was said of it."""
    reply = answer(conversation_of(county), "食堂维修9万里财政拨款6万，剩下3万是什么钱")

    assert "表上没有这一栏" in reply
    assert "3 万元" not in reply


def test_the_difference_of_two_sums(county: Store) -> None:
    """After the sum of the towns and that of the streets it is between these."""
    chat = Chat(conversation_of(county))
    for question in ("党建经费两个镇合计", "两个街道呢"):
        chat.says(question)

    assert "镇比街道少 15 万元" in chat.says("差多少")


def test_the_largest_of_the_units(county: Store) -> None:
    """After what each unit has the largest is a unit, with all that it has."""
    chat = Chat(conversation_of(county))
    chat.says("各单位分别多少")

    assert "最多的是青禾县教育局：90 万元" in chat.says("最多的是哪个")


@pytest.fixture
def heated(memory: Store) -> Store:
    """A bureau above two schools that have what the bureau itself has not, and two bureaus more, one of which has it."""
    rows = [
        ("青禾县教育局", "教师培训", "100000", "青禾县教育局"),
        ("青禾县第一小学", "取暖费", "90000", "青禾县教育局"),
        ("青禾县第二小学", "取暖费", "60000", "青禾县教育局"),
        ("青禾县财政局", "取暖费", "50000", "青禾县财政局"),
        ("青禾县审计局", "审计业务费", "350000", "青禾县审计局"),
    ]
    targets = [makers.target(p, unit=u, yuan=y, table=n, department=d) for n, (u, p, y, d) in enumerate(rows, 1)]
    makers.load(memory, makers.statement(*targets))
    return memory


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("财政局和审计局今年取暖费合计", "2024年青禾县审计局没有「取暖费」。"),
        ("审计局、财政局取暖费各多少", "2024年青禾县审计局没有「取暖费」。"),
        (
            "财政局和教育局今年取暖费合计",
            "2024年青禾县教育局本级没有「取暖费」，所属的青禾县第一小学、青禾县第二小学有（没有算在内）。",
        ),
        ("教育局和第一小学取暖费各多少", "2024年青禾县教育局本级没有「取暖费」，所属的青禾县第二小学有（没有算在内）。"),
    ],
)
def test_a_unit_that_has_it_not(heated: Store, question: str, said: str) -> None:
    """It is the project that the unit lacks, and who of those below it has it is told."""
    reply = answer(conversation_of(heated), question)

    assert said in reply, reply.text


def test_those_below_that_are_meant(heated: Store) -> None:
    """With the units below it the bureau has it, and nothing is lacking."""
    reply = answer(conversation_of(heated), "财政局和教育局含所属今年取暖费合计")

    assert "没有「取暖费」" not in reply, reply.text


@pytest.mark.parametrize("question", ["教育局取暖费合计多少", "教育局和审计局取暖费合计"])
def test_only_those_below_have_it(heated: Store, question: str) -> None:
    """That is said, and the sum with them is offered."""
    chat = Chat(conversation_of(heated))
    reply = chat.says(question)

    assert reply.kind == "not_found"
    assert "所属的青禾县第一小学、青禾县第二小学有" in reply
    assert "万元" not in reply
    assert "合计 15 万元" in chat.says("1")
