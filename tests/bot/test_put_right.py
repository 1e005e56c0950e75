"""What goes on: who puts right what he said keeps the rest of it; what is asked of a sum, a year or a form that was spoken of."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import open_store
from tests.bot import riverside
from tests.bot.conftest import Chat, Reply


@pytest.fixture(scope="module")
def bot() -> Conversation:
    store = open_store("sqlite://")
    riverside.fill(store)
    return conversation_of(store)


def last(bot: Conversation, turns: str) -> Reply:
    chat = Chat(bot, name=turns)
    return [chat.says(turn) for turn in turns.split("|")][-1]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("堤防加固的满意度|不是堤防，是水质的", "≥95%"),
        ("水质监测去年的满意度|说错了，是堤防加固的", "≥85%：青禾县水务局「堤防加固」2023年"),
        ("环境保洁今年多少|不是不是我说的是石桥镇", "预算安排 4.5 万元"),
        ("堤防加固财政拨款多少|我问的是结转，不是财政拨款", "上年结转（预算安排） 10 万元"),
        ("堤防加固多少钱|我问的是指标不是钱", "加固堤防长度"),
        ("堤防加固多少钱|我要的是目标，不是金额", "加固堤防14公里"),
        ("堤防加固22年|那24年|涨了多少", "2024年比2022年多 20 万元"),
        ("堤防加固去年多少|今年呢|涨了多少", "2024年比2023年多 10 万元"),
        ("水质监测总额多少|成本指标填的多少|这俩对得上吗", "不一样：成本指标“监测总成本” ≤8万元，比年度资金总额 6 万元多 2 万元"),
        ("堤防加固今年多少|对得上总数吗", "各项来源与总额对得上"),
        ("柳渡镇今年有几个项目|都叫什么", "「路灯维护」"),
        ("堤防加固哪份文件|去年的呢，哪份", "《青禾县2023年度项目支出绩效目标》"),
        ("40万是哪个项目|加固多少公里", "12公里"),
        ("加固堤防长度是多少|去年是多少", "11公里"),
        ("水质监测指标变过吗|为什么改", "原因文件没有写"),
        ("水质监测指标变过吗|金额没变为什么指标变了", "原因文件没有写"),
        ("堤防加固三年各多少|为什么一年比一年少", "不是一年比一年少："),
        ("环境保洁今年多少|其中石桥镇多少", "预算安排 4.5 万元"),
        ("路灯维护占柳渡镇的几成|除了路灯呢", "「环境保洁」 2 万元"),
        ("柳渡镇路灯维护占多少|除了路灯呢", "「环境保洁」 2 万元"),
        ("堤防加固和水质监测是一个项目吗？今年各多少", "「水质监测」 6 万元"),
    ],
)
def test_what_is_meant(bot: Conversation, turns: str, said: str) -> None:
    """Only what is put right, or asked anew, is replaced."""
    reply = last(bot, turns)

    assert "answer" == reply.kind, reply.text
    assert said in reply, reply.text


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("环境保洁今年多少|其中水文站多少", "没有：青禾县水文站没有「环境保洁」"),
        ("柳渡镇今年多少|其中堤防加固多少", "没有：柳渡镇人民政府没有「堤防加固」"),
        ("路灯维护多少|明年还有没有这个项目", "没有：2025年的文件一份也没有导入"),
        ("堤防加固多少|受益名单有吗", "答不了"),
    ],
)
def test_what_there_is_not(bot: Conversation, turns: str, said: str) -> None:
    """Another figure of the one that is named is no answer: it is said that there is none."""
    reply = last(bot, turns)

    assert reply.kind in ("not_found", "out_of_scope")
    assert said in reply, reply.text
    assert "万元" not in reply


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("柳渡镇今年有几个项目|名单", "「路灯维护」"),
        ("堤防加固的满意度|水质监测多少钱", "预算安排 6 万元"),
        ("堤防加固三年各多少|为什么年年涨", "原因文件没有写"),
        ("堤防加固去年的满意度|去年多少钱", "预算安排 30 万元"),
    ],
)
def test_what_is_as_it_was(bot: Conversation, turns: str, said: str) -> None:
    """A list of projects, a question in full and a true premise are answered as ever."""
    reply = last(bot, turns)

    assert said in reply, reply.text
    assert "不是一年比一年" not in reply
