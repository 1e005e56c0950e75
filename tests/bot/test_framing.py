"""Who asks, on what occasion, and what the answer is wanted for: nothing of it is part of the question."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from bot.reading.framing import asked_alone
from store.database import Store
from store.names import NameIndex
from tests import makers
from tests.bot.conftest import NOON, answer
from tests.bot.program import Program

NOBODY = NameIndex()
PLAIN = "路灯电费去年多少"


@pytest.mark.parametrize(
    "question",
    [
        "市里问{}",
        "有位大爷来窗口问{}",
        "群众打电话来问:{}",
        "护林员来电问{}",
        "县人大调研要用：{}",
        "喂在吗 有人问{}",
        "接到群众来电,问{}",
        "会上代表可能问起{}",
        "人大代表下午要问{}",
        "隔壁老王叫我查查{}",
        "赵主任让我看一下{}",
        "上级要求统计{}",
        "替隔壁科室问个数,{}",
        "审计调阅：{}",
        "我开会用：{}",
        "写说明用：{}",
        "领导要，{}",
        "明天党组会要材料，{}",
        "区长调研要用的材料：{}",
        "市里来人检查，{}",
        "做PPT要用，{}",
        "我是新来的会计，{}",
        "{}给我备着",
        "{}，数给我就行",
        "{}，我好写进发言稿",
        "书记等着要数呢：{}，写进汇报",
        "领导催得急，{}",
        "领导催得急🙏 {}",
        "领导让我查一下{}",
        "明天要开会汇报，{}",
        "老师让我查{}",
        "师傅叫我问一下{}",
        "局长开会要用：{}",
        "市长要听汇报用，{}",
        "领导下午要：{}",
        "领导要看{}",
        "我刚接手这块，{}",
        "新来的问一下，{}",
        "{}，老板催着要",
        "局长等着要，{}",
        "主任问起来了，{}",
        "我正在写材料要用，{}",
        "{}，县长要看",
        "{} 领导催得紧",
        "{} 写材料用",
        "急急急 副区长问{}",
        "领导刚才在车上问咱们{}",
        "喂小王，{}",
        "老周，{}",
        "开会要讲{}",
        "早上例会书记点名要，{}",
        "我刚被抽到绩效评价组，想先了解下{}",
        "周五前要交稿，{}",
        "麻烦老师抽空帮忙看一眼，{}",
        "审计组的同志上午打电话来核实{}",
        "我替老人问问，{}",
        "带我的老师让我查{}",
        "写路灯这一段：{}",
        "{}，表里有写吗",
        "{}，答复群众用",
    ],
)
def test_what_is_around_is_cut_off(question: str) -> None:
    """What is left is the question as it was typed."""
    text = question.format(PLAIN)
    start, end = asked_alone(text, NOBODY)

    assert PLAIN == text[start:end]


@pytest.mark.parametrize(
    "question",
    [
        "困难职工慰问金多少",
        "群众满意度多少",
        "学生心理问题干预多少钱",
        "学生心理咨询多少钱",
        "学生要交材料，多少",
        "社区老人咨询服务多少钱",
        "居民楼改造，问下多少钱",
        "居民楼改造问下多少钱",
        "领导干部培训费多少",
        "老师要多少钱",
        "老师要 多少钱",
        "市里要多少钱",
        "县里要建几座桥",
        "上级要求的指标有哪些",
        "单位要写哪些材料",
        "审计要求整改的有哪些",
        "村里要检查的，有几个",
        "市里检查要用的设备多少钱",
        "工作会议，今年多少",
        "代表会议费",
        "财政局：今年多少",
        "2025年，清雪多少",
        "河东小学的，今年多少",
        "我问的是去年",
        "新来的老师培训多少钱",
        "替考生查体多少钱",
        "他有没有别的资金",
        "领导问卷调查多少钱",
        "会上要讲解员培训，多少",
        "急救站设备多少",
        "系统显示屏更换是20万吗",
        "材料说明牌制作是3万吗",
        "领导要看护林员补助",
        "喂养补贴多少",
        "报表打印多少钱",
        "写学校这一段：路灯多少",
        "各站的钱，给我汇总",
        "路灯54万，帮核一下",
        "我是财政局的，今年多少",
        "县里要给的，多少",
    ],
)
def test_what_may_be_asked_about_is_left(question: str) -> None:
    """A word that may say what is asked about, and every place, year and unit, stays."""
    assert (0, len(question)) == asked_alone(question, NOBODY)


@pytest.mark.parametrize(("question", "left"), [("我是新来的会计", ""), ("你好，我是新来的会计", "你好，"), ("领导要，", "")])
def test_nothing_is_asked(question: str, left: str) -> None:
    """Who only says who they are has asked nothing."""
    start, end = asked_alone(question, NOBODY)

    assert left == question[start:end]


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A county whose fiscal office and meeting are called as those are who ask."""
    named = (("路灯电费", "青禾县城管局", "80000"), ("两会经费", "青禾县人大机关", "120000"), ("工作经费", "预算股", "30000"))
    targets = [
        makers.target(name, unit=unit, yuan=yuan, table=number, year=2024) for number, (name, unit, yuan) in enumerate(named, 1)
    ]
    makers.load(memory, makers.statement(*targets))
    return conversation_of(memory)


@pytest.mark.parametrize("question", ["两会要用，今年多少", "预算股要用：今年多少"])
def test_stored_names_are_left(bot: Conversation, question: str) -> None:
    """Where a project or a unit is called so, the words may mean it."""
    assert (0, len(question)) == asked_alone(question, bot.book().names)


def test_the_answer_is_that_of_the_question_alone(bot: Conversation) -> None:
    """Nothing that surrounds it is named as unused."""
    assert answer(bot, "路灯电费多少").text == answer(bot, "有个家长问路灯电费多少").text


def test_what_is_around_is_explained(program: Program) -> None:
    """The spans cover the whole message, and say what its frame is."""
    question = "审计调阅：工作经费多少，数给我就行"
    spans = program.run("explain", "--json", question).json["spans"]

    assert [(0, 5), (11, len(question))] == [(s["start"], s["end"]) for s in spans if s["rule"] == "framing"]
    assert [s["start"] for s in spans] == [0, *(s["end"] for s in spans[:-1])]


def test_a_choice_is_no_such_message(bot: Conversation) -> None:
    """What is asked through the book is understood alike."""
    assert "领导要，路灯电费多少" == bot.understood("领导要，路灯电费多少", NOON.date()).text


@pytest.mark.parametrize(
    "question",
    [
        "领导下午去城管局调研，他们今年有几个项目",
        "城管局的材料要报了，今年有几个项目",
        "书记明天要到城管局看看，今年有几个项目",
        "人大的同志上午打电话来核实城管局今年有几个项目",
    ],
)
def test_a_name_stands_amid_office_talk(bot: Conversation, question: str) -> None:
    """What a clause names is asked about; the words around it, which only say what somebody does, are not."""
    assert answer(bot, "城管局今年有几个项目").text == answer(bot, question).text


@pytest.mark.parametrize("question", ["领导下午去龙王庙调研，今年多少", "领导要去红岩渡口看看，路灯电费多少"])
def test_an_unknown_name_amid_office_talk_is_told(bot: Conversation, question: str) -> None:
    """Whatever is no such word stays, and is named."""
    reply = answer(bot, question)

    assert any(word in reply.text for word in ("龙王庙", "红岩渡口"))
