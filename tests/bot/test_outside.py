"""What no table of targets holds: it is said so, without any figure and without a list of projects."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer


@pytest.mark.parametrize(
    "question",
    [
        "今天青禾县天气怎么样",
        "明天会下雨吗",
        "今天青禾县台风几级",
        "青禾县明天几级风",
        "今天暴雨会不会来",
        "台风什么时候登陆",
        "青禾县今天几度",
        "帮我写一首关于操场的诗",
        "给财政局写一篇发言稿",
        "讲个笑话",
        "财政局局长是谁",
        "谁是教育局的局长",
        "柳渡镇书记叫什么名字",
        "青禾县去年GDP多少",
        "青禾县2024年财政收入多少",
        "青禾县有多少人口",
        "财政局电话是多少",
        "国库支付中心办公地址在哪",
        "第三中学怎么联系",
        "操场改造负责人是谁",
        "操场改造的联系电话",
        "推荐个好吃的羊肉馆",
        "附近有什么好玩的",
        "今天中午吃什么",
        "去省城怎么走",
        "到柳渡镇坐几路车",
        "明天放假吗",
        "国庆放几天假",
        "1+1等于几",
        "你叫什么名字",
        "wifi密码多少",
        "打印机坏了怎么办",
        "身份证怎么补办",
        "感冒吃什么药",
        "今天有什么新闻",
        "你能帮我写个报告吗",
        "帮我起草一份追加操场改造预算的申请",
        "给我出一份汇报材料",
        "操场改造是哪家公司中标的",
        "操场改造的施工单位是谁",
        "操场改造招标了没有",
        "操场改造合同签了没",
        "怎么申请驻村帮扶经费",
        "我要投诉柳渡镇",
        "我想举报有人套取补贴",
        "这系统谁做的",
        "你是谁开发的",
        "财政局在哪里",
        "财政局电话给我一个",
        "公务员工资多少",
        "出差一天补助多少钱",
        "三公经费的标准是多少",
        "一般公共预算支出多少",
        "绩效管理办法发我看看",
        "删掉财政局的项目",
        "什么是绩效目标",
        "什么叫上年结转",
        "上年结转是什么意思",
        "预算法第几条规定了绩效目标",
        "有企业名单吗",
        "补助对象名单发我",
    ],
)
def test_what_is_elsewhere(county_bot: Conversation, question: str) -> None:
    """Weather, verse, persons, telephones and statistics are out of scope, whatever unit or project is named beside them."""
    reply = answer(county_bot, question)

    assert reply.kind == "out_of_scope"
    assert reply.facts == []
    assert reply.choices == ()


@pytest.mark.parametrize(
    ("question", "unused"),
    [("操场改造多少钱，电话多少", "电话多少"), ("今天天气怎么样，顺便问下操场改造多少", "今天天气怎么样")],
)
def test_beside_a_question(county_bot: Conversation, question: str, unused: str) -> None:
    """Beside a question that the tables answer it is named as unused."""
    reply = answer(county_bot, question)

    assert "46 万元" in reply
    assert f"未用到：“{unused}”" in reply


@pytest.mark.parametrize("question", ["数据什么时候更新的", "数据是最新的吗", "最近什么时候导入的"])
def test_how_new_the_data_are(county_bot: Conversation, question: str) -> None:
    """That is asked of what is loaded, and of no line of an indicator."""
    text = answer(county_bot, question).text

    assert text.startswith("最新的是2024年的表")
    assert "已导入 6 份文件" in text


NAMES = ("气象天气预报服务", "12345电话热线", "村书记培训", "诗歌节活动", "人口普查经费", "局长接待日经费")


@pytest.mark.parametrize("name", NAMES)
def test_names_that_hold_such_words(memory: Store, name: str) -> None:
    """A project whose name holds such a word is found by its name."""
    makers.load(memory, makers.statement(*(makers.target(n, yuan="30000", table=i) for i, n in enumerate(NAMES, 1))))
    reply = answer(conversation_of(memory), f"{name}多少钱")

    assert "3 万元" in reply
    assert f"「{name}」" in reply


@pytest.mark.parametrize("question", ["财政局电话费多少", "天气监测项目多少钱", "诗歌比赛多少钱", "人口普查多少钱"])
def test_projects_that_are_not_stored(county_bot: Conversation, question: str) -> None:
    """A project that is named and not stored is not found, rather than out of scope."""
    reply = answer(county_bot, question)

    assert reply.kind in ("clarify", "not_found")
    assert reply.facts == []


def test_a_talk_goes_on(county: Chat) -> None:
    """A question from elsewhere changes nothing of what was spoken of."""
    county.says("操场改造多少钱")
    assert county.says("财政局局长是谁").kind == "out_of_scope"

    assert "3600平方米" in county.says("它要改造多少平方")


@pytest.mark.parametrize(
    "question",
    ["帮我订张明天去省城的车票", "给我叫个出租车", "订两张高铁票", "帮我点个外卖", "能不能帮我订个酒店", "替我约个专家号"],
)
def test_errands(memory: Store, question: str) -> None:
    """Nobody is sent on an errand, and no project is offered instead."""
    makers.load(memory, makers.statement(makers.target("农村客运车辆购置", yuan="50000")))

    assert "out_of_scope" == answer(conversation_of(memory), question).kind


@pytest.mark.parametrize("question", ["操场改造中标公司是哪家", "操场改造的施工单位是谁", "网络运维供应商是哪家"])
def test_what_no_form_tells_of_a_project(county_bot: Conversation, question: str) -> None:
    """Of what is named it is said that the forms have no such thing, in the person's words."""
    reply = answer(county_bot, question)

    assert reply.kind == "out_of_scope"
    assert "答不了：绩效目标表里没有这一项" in reply
    assert "万元" not in reply


@pytest.mark.parametrize("years", ["2023/2024", "2023-2024", "2023/2024年"])
def test_years_apart_by_a_stroke(memory: Store, years: str) -> None:
    """Two years are no sum that somebody wants worked out."""
    for year in (2023, 2024):
        target = makers.target("操场改造", unit="青禾一中", year=year, yuan=f"{year}00", document=f"{year}年")
        makers.load(memory, makers.statement(target, document=f"{year}年"))
    reply = answer(conversation_of(memory), f"操场改造 {years}")

    assert "1. 2023年 20.23 万元\n2. 2024年 20.24 万元" in reply, reply
