"""Lines of several forms together, and of two years after each other: what is asked of a line is answered of that line."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """滩涂巡护 of two towns and two years, with the number of its wardens, a rate, and a limit of what it may cost."""
    for year in (2023, 2024):
        document = f"青禾县{year}年度项目支出绩效目标"
        made = []
        for number, (unit, wardens) in enumerate((("青禾县柳渡镇人民政府", 12), ("青禾县石桥镇人民政府", 9)), start=1):
            count = wardens + year - 2023
            lines = [
                makers.indicator(
                    "聘用巡护员人数",
                    f"{count}人",
                    number=str(count),
                    unit="人",
                    level1="产出指标",
                    level2="数量指标",
                    document=document,
                    row=8,
                ),
                makers.indicator(
                    "巡护到岗率", "95%", number="95", unit="%", level1="产出指标", level2="质量指标", document=document, row=9
                ),
                makers.indicator(
                    "巡护经费控制数",
                    "≤9万元",
                    number="9",
                    unit="万元",
                    level1="产出指标",
                    level2="成本指标",
                    document=document,
                    row=10,
                ),
            ]
            lines.append(
                makers.indicator(
                    "水样抽检",
                    f"{count}批次",
                    number=str(count),
                    unit="批次",
                    level1="产出指标",
                    level2="数量指标",
                    document=document,
                    row=11,
                )
            )
            made.append(
                makers.target(
                    "滩涂巡护", unit=unit, year=year, yuan=f"{80_000 + year}", indicators=lines, document=document, table=number
                )
            )
        makers.load(memory, makers.statement(*made, document=document, publisher="青禾县"))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("滩涂巡护今年两个镇一共聘用几名巡护员", "合计 23人（本系统相加，文件未印合计）。"),
        ("柳渡镇滩涂巡护两年总共聘用多少名巡护员", "合计 25人（本系统相加，文件未印合计）。"),
        ("滩涂巡护今年两个镇巡护到岗率一共多少", "没有相加：这些指标要求的不是一种数。"),
    ],
)
def test_the_sum_of_lines(bot: Conversation, question: str, said: str) -> None:
    """Lines of one name and one measure are added up where that is asked; rates are not."""
    assert said in answer(bot, question)


@pytest.mark.parametrize("question", ["滩涂巡护今年各镇聘用多少巡护员", "柳渡镇滩涂巡护今年一共聘用多少巡护员"])
def test_no_sum(bot: Conversation, question: str) -> None:
    """One line, or lines that nobody adds up, have no sum."""
    assert "合计" not in answer(bot, question)


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (("去年呢", "差多少"), "多 1人（本系统相减）"),
        (("去年呢", "多几个"), "多 1人（本系统相减）"),
        (("去年多少人", "多了多少"), "多 1人（本系统相减）"),
        (("比去年多多少",), "多 1人（本系统相减）"),
        (("去年呢", "钱差多少"), "少 1 元（本系统相减）"),
        (("钱比去年多多少",), "多 1 元（本系统相减）"),
    ],
)
def test_by_how_much_a_line_is_more(bot: Conversation, then: tuple[str, ...], said: str) -> None:
    """After a line of two years it is the line that is more, unless money is said."""
    chat = Chat(bot)
    chat.says("柳渡镇滩涂巡护今年聘用多少巡护员")

    assert said in [chat.says(one) for one in then][-1]


@pytest.mark.parametrize(
    ("question", "then", "said"),
    [
        ("柳渡镇滩涂巡护今年聘用多少巡护员", "哪年最多", "2024年：“聘用巡护员人数” 13人"),
        ("柳渡镇滩涂巡护今年聘用多少巡护员", "哪一年要求最少", "2023年：“聘用巡护员人数” 12人"),
        ("柳渡镇滩涂巡护今年聘用多少巡护员", "去年要求多少", "12人：青禾县柳渡镇人民政府「滩涂巡护」2023年"),
        ("柳渡镇滩涂巡护今年聘用多少巡护员", "去年的目标是多少", "12人：青禾县柳渡镇人民政府「滩涂巡护」2023年"),
        ("柳渡镇滩涂巡护今年聘用多少巡护员", "平均每年多少", "平均 12.5人（2 个数相加再除"),
        ("柳渡镇滩涂巡护今年聘用多少巡护员", "近两年平均", "平均 12.5人（2 个数相加再除"),
        ("滩涂巡护今年各镇聘用多少巡护员", "平均呢", "平均 11.5人（2 个数相加再除"),
        ("滩涂巡护今年各镇聘用多少巡护员", "平均一个镇多少", "平均 11.5人（2 个数相加再除"),
        ("滩涂巡护今年各镇巡护到岗率多少", "平均呢", "没有求平均：这些指标要求的不是一种数。"),
        ("柳渡镇滩涂巡护今年聘用多少巡护员", "去年招多少", "12人：青禾县柳渡镇人民政府「滩涂巡护」2023年"),
        ("滩涂巡护今年各镇聘用多少巡护员", "哪个项目的", "有 2 张表填了这类指标"),
        ("滩涂巡护今年各镇聘用多少巡护员", "哪个涨得多", "有 4 张表填了这类指标"),
        ("柳渡镇滩涂巡护今年聘用多少巡护员", "平均呢", "“平均”和别的条件合在一起还不会算"),
    ],
)
def test_what_is_asked_after_a_line(bot: Conversation, question: str, then: str, said: str) -> None:
    """Which year has most, the mean, and what another year requires are asked of the line, and of no money."""
    chat = Chat(bot)
    chat.says(question)
    reply = chat.says(then)

    assert said in reply
    assert "预算安排" not in reply


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("哪年钱最多", "预算安排最多的是2024年"),
        ("近两年平均多少钱", "平均每年"),
        ("巡护经费控制数多少|今年一共多少", "合计 8.2024 万元"),
        ("去年有哪些要求", "指标 4 条"),
    ],
)
def test_what_is_not_asked_of_the_line(bot: Conversation, then: str, said: str) -> None:
    """A word for money, and the question for all that is required, leave the line."""
    chat = Chat(bot)
    chat.says("柳渡镇滩涂巡护今年聘用多少巡护员")

    assert said in [chat.says(one) for one in then.split("|")][-1]


def test_a_line_of_one_form_alone(bot: Conversation, memory: Store) -> None:
    """Of a line that one form has alone no other form is named as lacking it."""
    line = makers.indicator("单艘修理成本", "≤3万元", number="3", unit="万元", level1="成本指标", level2="经济成本指标")
    makers.load(memory, makers.statement(makers.target("渔船修理", unit="青禾县农业局", indicators=[line])))
    reply = answer(bot, "单艘修理成本今年比去年高多少")

    assert "没法比：只有这一张表有这一条指标。" in reply
    assert "滩涂巡护" not in reply


@pytest.mark.parametrize("question", ["柳渡镇滩涂巡护今年预算和控制数差多少", "柳渡镇滩涂巡护预算比控制数少多少"])
def test_money_beside_a_line(bot: Conversation, question: str) -> None:
    """What is set beside a line of the form is no other year."""
    reply = answer(bot, question)

    assert "2023年" not in reply
    assert "没有给出数" in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("柳渡镇滩涂巡护水样抽检批次今年比去年多多少", "多 1批次（本系统相减）"),
        ("柳渡镇滩涂巡护水样抽检批次是多少", "13批次："),
    ],
)
def test_what_it_is_counted_in(bot: Conversation, question: str, said: str) -> None:
    """“批次” behind a name asks for the line that is counted so, and for no money."""
    reply = answer(bot, question)

    assert said in reply
    assert "万元" not in reply


def test_a_count_of_what_is_not_understood(bot: Conversation) -> None:
    """“首批多少家” is no question of who has the project."""
    reply = answer(bot, "滩涂巡护首批多少家")

    assert reply.kind == "clarify"
    assert "“首”没有看懂" in reply
