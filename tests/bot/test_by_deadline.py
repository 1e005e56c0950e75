"""By when projects are to be done: by the days that their lines print, compared as days, and by what they write instead of one."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from store.model import Horizon
from tests import makers
from tests.bot.conftest import Chat, answer

PAPER = "青禾县2024年度项目支出绩效目标"
DUE = {
    "渠道清淤": ("清淤完成时间", "2024年汛期前"),
    "闸门更换": ("完工时间", "6月底前"),
    "步道维修": ("维修完成时间", "10月底前"),
    "图书采购": ("采购完成时间", "2024年6月20日前"),
    "花灯会": ("活动完成时间", "2024年12月"),
    "高龄补贴": ("补贴发放时间", "2024年9月底前"),
    "水质监测": ("监测完成时间", "及时"),
}


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """Projects of which each prints another day, or none; of one the middle term prints a later day than the year."""
    of_term = makers.indicator("完工时间", "2026年10月底前", level2="时效指标", horizon=Horizon.MID_TERM, document=PAPER, row=20)
    targets = [
        makers.target(
            project,
            unit="青禾县水务局" if number < 4 else "柳渡镇人民政府",
            yuan=f"{number}0000",
            document=PAPER,
            table=number,
            indicators=(
                makers.indicator(name, value, level2="时效指标", document=PAPER, row=9),
                *((of_term,) if project == "闸门更换" else ()),
            ),
        )
        for number, (project, (name, value)) in enumerate(DUE.items(), 1)
    ]
    makers.load(memory, makers.statement(*targets, document=PAPER))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "those"),
    [
        ("10月底前完成的项目有哪些", {"步道维修", "闸门更换", "图书采购"}),
        ("今年10月底前要完成的项目有几个", {"步道维修", "闸门更换", "图书采购"}),
        ("2024年10月前完工的项目", {"闸门更换", "图书采购"}),
        ("哪些项目要在年底前完成", {"步道维修", "闸门更换", "图书采购", "花灯会"}),
        ("年底前完成的有几个", {"步道维修", "闸门更换", "图书采购", "花灯会"}),
        ("今年年底前完工的工程有哪些", {"步道维修", "闸门更换", "图书采购", "花灯会"}),
        ("6月25日之前做完的项目", {"图书采购"}),
        ("哪些项目10月底前完", {"步道维修", "闸门更换", "图书采购"}),
        ("10月底前要搞完的有几个", {"步道维修", "闸门更换", "图书采购"}),
        ("年底前做好的有哪些", {"步道维修", "闸门更换", "图书采购", "花灯会"}),
        ("上半年完成的项目", {"闸门更换", "图书采购"}),
        ("第四季度完成的项目有哪些", {"步道维修", "花灯会"}),
        ("水务局10月底前完成的项目", {"步道维修", "闸门更换"}),
        ("9月底前发放的项目", {"高龄补贴"}),
        ("汛期前要完成的工程", {"渠道清淤"}),
        ("汛前完成的项目有哪些", {"渠道清淤"}),
        ("哪个项目最晚完工", {"花灯会"}),
        ("今年完成得最早的是哪个项目", {"图书采购"}),
    ],
)
def test_those_that_are_due(bot: Conversation, question: str, those: set[str]) -> None:
    """Each is told with the line as it is printed, and no amount."""
    reply = answer(bot, question)

    assert {project for project in DUE if f"「{project}」" in reply} == those
    assert all(DUE[project][1] in reply for project in those)
    assert "万元" not in reply


def test_what_prints_no_day(bot: Conversation) -> None:
    """A line that cannot be compared is told of, and days are not compared with a season of which no form prints the day."""
    assert "另有 2 条这类指标没有印日期（如“2024年汛期前”），比不出来" in answer(bot, "10月底前完成的项目有哪些")
    assert "另有 5 条只印日期的没有和它比" in answer(bot, "汛期前要完成的工程")


@pytest.mark.parametrize("question", ["1月底前完成的项目有哪些", "第一季度完成的项目"])
def test_none_is_due(bot: Conversation, question: str) -> None:
    """Where no day fits that is said, without any project."""
    reply = answer(bot, question)

    assert reply.text.startswith("没有：2024年")
    assert "「" not in reply


def test_what_they_come_to(bot: Conversation) -> None:
    """A sum after the list is that of these projects."""
    chat = Chat(bot)
    chat.says("上半年完成的项目")

    assert "6 万元" in chat.says("一共多少钱")


@pytest.mark.parametrize(
    "question", ["步道维修10月底前完成吗", "10月底前支付了多少", "10月底前水务局多少钱", "年底前能完成多少", "年底前能完成吗"]
)
def test_other_questions(bot: Conversation, question: str) -> None:
    """One project's day, what was spent and what there is are other questions."""
    assert "按时效指标印的日期" not in answer(bot, question)


@pytest.mark.parametrize(
    ("printed", "question", "is_due"),
    [
        ("10月前", "9月底前完成的项目有哪些", True),
        ("2024年10月以前", "10月前完成的项目有哪些", True),
        ("10月前完成", "第四季度完成的项目", False),
        ("1月前", "1月底前完成的项目", True),
        ("10月底前", "10月前完成的项目有哪些", False),
        ("10月底前", "10月底前完成的项目有哪些", True),
        ("10月15日前", "10月前完成的项目有哪些", False),
        ("10月15日前", "10月15日前完成的项目有哪些", True),
        ("10月", "9月底前完成的项目有哪些", False),
    ],
)
def test_before_a_month(memory: Store, printed: str, question: str, is_due: bool) -> None:
    """A line that prints no more than before which month is due on the last day of the month before it."""
    line = makers.indicator("补植完成时间", printed, level2="时效指标", document=PAPER, row=9)
    target = makers.target("行道树补植", unit="青禾县公路站", document=PAPER, indicators=(line,))
    makers.load(memory, makers.statement(target, document=PAPER))

    assert ("「行道树补植」" in answer(conversation_of(memory), question)) is is_due
