"""Departments, each with what is below it: ranked, and their mean."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """Fisheries with a port below them, commerce, and a town: 9 + 21, 20, and 4."""
    fish = {"department": "青禾县渔业局", "code": "210"}
    makers.load(
        memory,
        makers.statement(
            makers.target("增殖放流", unit="青禾县渔业局", yuan="90000", **fish),
            makers.target("航道疏浚", unit="青禾县渔港站", yuan="210000", table=2, **fish),
            makers.target("夜市", unit="青禾县商务局", yuan="200000", table=3, department="青禾县商务局", code="215"),
            makers.target("保洁", unit="柳渡镇人民政府", yuan="40000", table=4, department="柳渡镇人民政府", code="301"),
        ),
    )
    return conversation_of(memory)


@pytest.mark.parametrize(
    "question", ["今年部门前两名", "前两个部门", "今年按部门排序", "哪两个部门最多", "今年金额最多的两个部门", "部门排名"]
)
def test_ranked(bot: Conversation, question: str) -> None:
    """What is below a department belongs to it, and that is said."""
    reply = answer(bot, question).text

    assert "各部门（含所属单位）" in reply
    assert "1. 青禾县渔业局 30 万元" in reply
    assert "2. 青禾县商务局 20 万元" in reply


@pytest.mark.parametrize("question", ["今年平均每个部门多少钱", "部门平均多少", "各部门平均多少钱", "每个部门今年平均安排多少钱"])
def test_mean(bot: Conversation, question: str) -> None:
    """The mean of the departments' sums, and not of their projects."""
    assert answer(bot, question).text.startswith("平均每个部门（含所属单位） 18 万元")


@pytest.mark.parametrize("question", ["各单位今年平均多少", "各单位平均多少", "每个单位今年平均安排多少钱"])
def test_mean_of_units(bot: Conversation, question: str) -> None:
    """The same of units, each by itself."""
    assert answer(bot, question).text.startswith("平均每个单位 13.5 万元")


@pytest.mark.parametrize("question", ["各部门平均每个项目多少", "各单位分别平均多少"])
def test_mean_of_the_projects_of_each(bot: Conversation, question: str) -> None:
    """Where projects are said, or each by itself, it is a mean of each."""
    reply = answer(bot, question).text

    assert "平均每个项目：" in reply
    assert "青禾县商务局 20 万元（1 个项目）" in reply


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("哪个部门平均每个项目的钱最多", "最多的是青禾县商务局：20 万元"),
        ("哪个部门平均最多", "最多的是青禾县商务局：20 万元"),
        ("平均每个项目最少的部门", "最少的是柳渡镇人民政府：4 万元"),
        ("哪个部门的项目平均金额最高", "最多的是青禾县商务局：20 万元"),
        ("按项目平均，哪个部门最高", "最多的是青禾县商务局：20 万元"),
    ],
)
def test_ranked_by_mean(bot: Conversation, question: str, told: str) -> None:
    """Departments are ranked by what their projects have on average, and not by how many there are."""
    reply = answer(bot, question).text

    assert reply.startswith("各部门（含所属单位）平均每个项目的预算安排")
    assert told in reply


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ("哪个单位平均每个项目最多", "最多的是青禾县渔港站：21 万元（本级 1 个项目，合计 21 万元）"),
        ("哪个单位平均每个项目最多|最少的呢", "平均每个项目的预算安排最少的是柳渡镇人民政府：4 万元"),
        ("哪个单位平均每个项目最多|第二名呢", "平均每个项目的预算安排第 2 多的是青禾县商务局：20 万元"),
        ("各部门平均每个项目多少，最多的是哪个", "平均每个项目的预算安排最多的是青禾县商务局：20 万元"),
        ("各部门平均每个项目多少|最多的是哪个", "平均每个项目的预算安排最多的是青禾县商务局：20 万元"),
    ],
)
def test_means_again(bot: Conversation, turns: str, told: str) -> None:
    """So are units, each by itself; the next question is of the same rank, and of the means that were listed."""
    talk = Chat(bot)

    assert told in [talk.says(turn) for turn in turns.split("|")][-1]


def test_a_mean_of_the_first(bot: Conversation) -> None:
    """A mean that is asked of the one that comes first is not dropped without a word."""
    assert answer(bot, "钱最多的单位平均每个项目多少").facts == []


def test_units(bot: Conversation) -> None:
    """Units stay what they are: each by itself."""
    assert answer(bot, "今年平均每个单位多少钱").text.startswith("平均每个单位 13.5 万元")
    assert "1. 青禾县渔港站 21 万元" in answer(bot, "今年单位前两名").text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ("哪个部门增长最快", ("各单位只算本级：", "青禾县渔港站 4 万元", "各部门（含所属单位）", "（增长 150%）")),
        ("哪个部门减得最多", ("柳渡镇人民政府 6 万元（1 个项目） → 4 万元（1 个项目），少 2 万元",)),
        ("哪个部门今年比去年多得最多", ("青禾县渔业局 12 万元（2 个项目） → 30 万元（2 个项目），多 18 万元",)),
        ("哪些部门增加了", ("各单位只算本级：", "增加的 2 个，2023年 → 2024年（只比两年都有的部门")),
        ("增长最多的两个部门", ("1. 青禾县渔业局 12 万元（2 个项目） → 30 万元", "2. 青禾县商务局")),
        ("哪个主管部门涨得最多", ("1. 青禾县渔业局 12 万元（2 个项目） → 30 万元",)),
        ("各部门增长多少", ("青禾县渔业局 12 万元（2 个项目） → 30 万元", "少 2 万元")),
        ("各部门增长率", ("增长 150%", "下降 33.33%")),
        ("各单位增长多少|各部门呢", ("青禾县渔业局 12 万元（2 个项目） → 30 万元",)),
        ("预算减少的部门有几个", ("预算安排，减少的 1 个", "少 2 万元")),
        ("渔业系统和商务系统谁涨得多", ("1. 青禾县渔业局 12 万元（2 个项目） → 30 万元", "2. 青禾县商务局")),
    ],
)
def test_how_departments_moved(memory: Store, bot: Conversation, turns: str, told: tuple[str, ...]) -> None:
    """Each is set beside itself of the year before with what is below it; of “哪个部门” the units themselves are told as well."""
    fish = {"department": "青禾县渔业局", "code": "210", "year": 2023, "document": "2023年表"}
    other = {"year": 2023, "document": "2023年表"}
    makers.load(
        memory,
        makers.statement(
            makers.target("增殖放流", unit="青禾县渔业局", yuan="80000", **fish),
            makers.target("航道疏浚", unit="青禾县渔港站", yuan="40000", table=2, **fish),
            makers.target("夜市", unit="青禾县商务局", yuan="100000", table=3, department="青禾县商务局", code="215", **other),
            makers.target("保洁", unit="柳渡镇人民政府", yuan="60000", table=4, department="柳渡镇人民政府", code="301", **other),
            document="2023年表",
        ),
    )
    chat = Chat(bot)
    for turn in turns.split("|"):
        reply = chat.says(turn)

    assert [one for one in told if one not in reply.text] == [], reply.text


def test_groups_of_more_than_two_years(bot: Conversation) -> None:
    """What each is beside itself of many years is no sum of all that there is: no figure is given."""
    assert "没有给出数" in answer(bot, "各部门2022年、2023年、2024年比一比").text
