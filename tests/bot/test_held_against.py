"""What somebody says of a figure, of the whole, of two papers, or of a form, is held against what is printed."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import open_store
from tests.bot import riverside
from tests.bot.conftest import answer


@pytest.fixture(scope="module")
def bot() -> Conversation:
    store = open_store("sqlite://")
    riverside.fill(store)
    return conversation_of(store)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("有人报数说全县今年是60万，这个对吗", "56.7 万元，不是60万：已导入的全部项目2024年预算安排，6 个项目"),
        ("听人说全县今年总共56.7万，是不是", "56.7 万元，与56.7万一致："),
        ("材料里写全县今年合计56.7万元，对不对", "56.7 万元，与56.7万一致："),
        ("所有项目今年加起来是50万吗", "56.7 万元，不是50万："),
        ("柳渡镇今年3万，没记错吧", "3 万元，与3万一致：柳渡镇人民政府2024年预算安排"),
        ("石桥镇今年5万，我没算错吧", "4.5 万元，不是5万"),
        ("我手里的表写堤防加固40万，材料打成48万，哪个对", "40 万元，是40万，不是48万："),
        ("表上写水质监测监测点位20个，汇报稿写成22了，到底哪个对", "20个，不是22个：青禾县水务局「水质监测」2024年"),
    ],
)
def test_a_figure(bot: Conversation, question: str, first: str) -> None:
    """The figure as it is printed, or the sum of ours, and whether it is so."""
    reply = answer(bot, question)

    assert "answer" == reply.kind
    assert reply.text.startswith(first), reply.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("全县今年有没有40万的项目", "「堤防加固」 40 万元"),
        ("全县有没有超过30万的", "「堤防加固」 40 万元"),
        ("哪些项目今年是4.5万", "石桥镇人民政府「环境保洁」 4.5 万元"),
    ],
)
def test_what_only_looks_for_projects(bot: Conversation, question: str, said: str) -> None:
    """An amount that projects are looked for by is held against no sum."""
    assert said in answer(bot, question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("有没有成本指标比预算还高的", "「水质监测」 “监测总成本” ≤8万元，比年度资金总额 6 万元多 2 万元"),
        ("成本超过预算的有哪些项目", "「水质监测」 “监测总成本” ≤8万元，比年度资金总额 6 万元多 2 万元"),
        ("成本指标写得比年度资金总额多的有哪些", "「水质监测」"),
        ("成本比预算低的有吗", "没有：2024年成本指标写了总成本的 1 张表里，没有比预算低的。"),
    ],
)
def test_costs_beside_budgets(bot: Conversation, question: str, said: str) -> None:
    """The forms whose cost is above, or below, their money; that there is none is said."""
    reply = answer(bot, question)

    assert "answer" == reply.kind
    assert said in reply, reply.text


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (
            "堤防加固目标和指标里的公里数一致吗",
            "不一致：青禾县水务局「堤防加固」2024年数量指标“加固堤防长度” 12公里，年度目标写的是 14公里。",
        ),
        (
            "水质监测的目标跟指标写的点位数对得上不",
            "一致：青禾县水务局「水质监测」2024年数量指标“监测点位” 20个，年度目标写的是 20个。",
        ),
        ("路灯维护目标和指标一致吗", "没法比："),
    ],
)
def test_a_goal_beside_its_lines(bot: Conversation, question: str, first: str) -> None:
    """What the goal and the lines count alike is told, and whether they agree."""
    assert answer(bot, question).text.startswith(first), answer(bot, question).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("满意度只要85%的项目今年有哪些", "≥85%：青禾县水务局「堤防加固」2024年满意度指标"),
        ("满意度就定了95%的有哪些", "≥95%：青禾县水务局「水质监测」2024年满意度指标"),
        ("满意度定到95%或更高的项目今年有几个", "1 个项目：2024年满意度指标不低于95%的。"),
        ("满意度90%或者更低的今年有哪些", "≥85%：青禾县水务局「堤防加固」2024年满意度指标"),
        ("今年和去年都有、金额完全没变的项目有哪些", "3 个项目（只比较两年都有的项目"),
        (
            "两年都有的项目里，24年比23年降得最狠的是哪个，降了多少",
            "减少最多的是柳渡镇人民政府「环境保洁」 3.5 万元 → 2 万元，少 1.5 万元",
        ),
        ("堤防加固 23", "预算安排 30 万元：青禾县水务局「堤防加固」2023年"),
        ("堤防加固23和24各多少", "2024年 40 万元"),
        ("比一下水质监测23跟24的满意度", "2024年比2023年高 2个百分点"),
        ("柳渡镇和石桥镇今年的总额是不是一样多", "不一样：柳渡镇人民政府比石桥镇人民政府少 1.5 万元"),
        ("路灯维护是哪年的 多少", "预算安排 1 万元"),
        ("堤防加固今年财政拨款占多少钱，结转又是多少", "财政拨款（预算安排） 30 万元，上年结转（预算安排） 10 万元"),
        ("去年堤防加固结余多少", "“结余多少”答不了"),
        ("水质监测的指标变过吗", "指标有变化的 1 条：“用水户满意度” ≥93% → ≥95%"),
        ("水质监测去年到今年指标改了哪几条", "指标有变化的 1 条"),
        ("为什么堤防加固逐年减少", "不是一年比一年少：2023年比2022年多 10 万元，2024年比2023年多 10 万元（本系统相减）。"),
    ],
)
def test_said_in_other_words(bot: Conversation, question: str, said: str) -> None:
    """Limits, years, moves and execution, in whatever words."""
    reply = answer(bot, question)

    assert "answer" == reply.kind, reply.text
    assert said in reply, reply.text


@pytest.mark.parametrize(
    "question",
    ["堤防加固 35", "堤防加固 23 个", "堤防加固23号", "堤防加固 23 台"],
)
def test_other_numbers_are_no_years(bot: Conversation, question: str) -> None:
    """Two digits that something counts, or that are far from this year, are no year: no figure is given beside them."""
    reply = answer(bot, question)

    assert "30 万元" not in reply
    assert reply.kind != "answer" or "未用到" in reply, reply.text


def test_a_phase_that_there_is_not(bot: Conversation) -> None:
    """No name says which: it is not found, and no amount is given."""
    reply = answer(bot, "堤防加固三期多少钱")

    assert "not_found" == reply.kind
    assert "万元" not in reply
