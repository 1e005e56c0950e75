"""A project that is told without its name: what it does, for whom, with what; and what may not be taken for it."""

import re

import pytest

from bot.app import conversation_of
from bot.chat import Incoming
from store.database import Store
from tests import makers
from tests.bot.written import NOW, Talk

AMOUNT = re.compile(r"\d[\d,.]*\s*[亿万]?元")
HEALTH, TOWN, SCHOOL = "青禾县疾病预防控制中心", "石桥镇人民政府", "青禾县第三中学"
LAST_YEAR = "青禾县2023年度项目支出绩效目标"


def _line(name: str, value: str) -> object:
    return makers.indicator(name, value, level1="产出指标", level2="数量指标")


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A chat about a county of a dozen projects, whose names say little of what is done."""
    targets = [
        ("病媒生物防制", HEALTH, "210000", "在农贸市场投放毒饵灭鼠，开展灭蚊灭蝇。", ()),
        ("登革热监测", HEALTH, "50000", "设监测点，按月上报。", ()),
        ("古桥维护", "青禾县文物所", "880000", "修缮三座清代木拱桥，防治白蚁。", (_line("修缮古桥", "3座"),)),
        ("客运补贴", "青禾县运输局", "1600000", "保障线路运行。", (_line("老年人免费乘车人次", "9万人次"),)),
        ("节能改造", "青禾县城管局", "640000", "把城区高压钠灯换成LED灯。", (_line("更换路灯", "900盏"),)),
        ("路灯电费", "青禾县城管局", "300000", "支付路灯电费。", ()),
        ("复耕奖补", "青禾县农业局", "450000", "对复耕撂荒地的大户给予奖补。", (_line("复耕面积", "800亩"),)),
        ("教学条件改善", SCHOOL, "270000", "购置物理、化学实验器材。", (_line("购置显微镜", "45台"),)),
        ("课后服务", "青禾县教育局", "900000", "为小学生提供课后托管服务。", ()),
        ("环境整治", TOWN, "360000", "清理西沟村河道，购置割草船。", (_line("购置割草船", "2艘"),)),
        ("环境整治", "柳渡镇人民政府", "240000", "清理集镇垃圾。", ()),
        ("护林员补助", "青禾县林场", "180000", "聘用护林员巡山。", (_line("聘用护林员", "20人"),)),
    ]
    forms = [
        makers.target(name, unit=unit, yuan=yuan, goal=goal, indicators=lines, table=number)
        for number, (name, unit, yuan, goal, lines) in enumerate(targets, 1)
    ]
    before = makers.target("古桥维护", unit="青禾县文物所", year=2023, yuan="500000", goal="测绘古桥。", document=LAST_YEAR)
    makers.load(memory, makers.statement(before, document=LAST_YEAR))
    makers.load(memory, makers.statement(*forms))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "project", "amount"),
    [
        ("灭蚊子老鼠那个项目今年多少钱", "病媒生物防制", "21 万元"),
        ("灭苍蝇的项目给了多少", "病媒生物防制", "21 万元"),
        ("把城区高压钠灯换成LED那个多少钱", "节能改造", "64 万元"),
        ("荒地重新种起来给补贴的那个", "复耕奖补", ""),
        ("修三座木桥的钱是多少", "古桥维护", "88 万元"),
        ("买割草船的那个项目多少钱", "环境整治", "36 万元"),
        ("治白蚁的", "古桥维护", "88 万元"),
        ("灭蚊灭鼠花多少钱", "病媒生物防制", "21 万元"),
    ],
)
def test_the_words_tell_one_project(talk: Talk, question: str, project: str, amount: str) -> None:
    """Its name is said first, with the line by which it was found; then what was asked is answered."""
    reply = talk.asks(question)
    first = reply.text.split("\n", 1)[0]

    if amount:
        assert ("answer", True) == (reply.kind, f"「{project}」" in first)
        assert amount in reply.text
        assert all(fact["source"] for fact in reply.facts)
    else:
        assert project in reply.text or not AMOUNT.findall(reply.text)


@pytest.mark.parametrize(
    ("question", "project"),
    [
        ("请问打耗子的那笔钱是多少", "病媒生物防制"),
        ("种撂荒田给钱的那个项目安排了多少", "复耕奖补"),
        ("老头老太坐公交不要钱的那个多少", "客运补贴"),
        ("给小学生放学后看孩子的那个多少钱", "课后服务"),
    ],
)
def test_words_that_are_only_kin(talk: Talk, question: str, project: str) -> None:
    """Where a form has another word for what is said, its project is offered and no figure is given."""
    reply = talk.asks(question)

    assert ("clarify", ()) == (reply.kind, reply.facts)
    assert project in reply.text


def test_what_was_found_is_quoted(talk: Talk) -> None:
    """The line of the form that says so stands in the first line of the reply, and is one of its facts."""
    reply = talk.asks("灭老鼠的那个项目多少钱")

    assert reply.text.startswith("按目标“在农贸市场投放毒饵灭鼠，开展灭蚊灭蝇。”找到：青禾县疾病预防控制中心「病媒生物防制」。")
    assert ["goal", "total"] == [fact["field"] for fact in reply.facts]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("治白蚁的是哪个项目", "「古桥维护」"),
        ("老年人免费坐车的项目叫啥子", "「客运补贴」"),
        ("哪个项目在管灭苍蝇", "「病媒生物防制」"),
        ("做物理化学实验的器材是哪个学校买的", SCHOOL),
        ("买显微镜的那个项目是哪家的", SCHOOL),
        ("灭老鼠的是哪个单位", HEALTH),
    ],
)
def test_which_project_it_is_and_whose(talk: Talk, question: str, said: str) -> None:
    """Where the name or the unit is asked for, it is answered."""
    reply = talk.asks(question)

    assert ("answer", True) == (reply.kind, said in reply.text)


@pytest.mark.parametrize(
    "question",
    [
        "西沟村多少钱",  # a place that stands only in a goal has no money of its own
        "西沟村那个项目多少钱",
        "给西沟村买割草船的钱是多少",
        "东沟村买割草船的那个项目多少钱",  # a place that stands nowhere
        "三月份灭老鼠的那个多少钱",  # a month
        "上半年灭老鼠的那个多少钱",
        "王小明负责的那个项目多少钱",  # a person
        "修五座木桥的那个多少钱",  # a number
        "培训护林员的那个多少钱",  # another deed
        "给护林员买保险的那个多少钱",  # another thing
        "给老师灭老鼠的那个多少钱",
        "不灭老鼠的那个项目多少钱",
        "没有白蚁的那个项目多少钱",
        "买设备的那个项目多少钱",  # words that many forms have, or none
        "修地铁的那个项目多少钱",
        "白杨县灭老鼠的那个项目多少钱",  # an institution, a county
        "人民医院灭老鼠的那个多少钱",
    ],
)
def test_what_may_limit_gives_no_figure(talk: Talk, question: str) -> None:
    """Where one of the words stands nowhere in the form, or turns the rest round, no amount is stated."""
    reply = talk.asks(question)

    assert "answer" != reply.kind
    assert not AMOUNT.findall(reply.text)


def test_words_that_stand_nowhere_are_named(talk: Talk) -> None:
    """What says most of the words is offered, and what it does not say is named."""
    reply = talk.asks("用激光治白蚁修木桥的那个多少钱")

    assert "clarify" == reply.kind
    assert "“激光”" in reply.text
    assert "「古桥维护」" in reply.text
    assert not AMOUNT.findall(reply.text)


def test_the_year_that_is_asked_about(talk: Talk) -> None:
    """What this year's form says does not tell last year's project: that year's figure is none of what is described."""
    assert not AMOUNT.findall(talk.asks("2023年治白蚁的那个项目多少钱").text)
    assert not AMOUNT.findall(talk.asks("2022年治白蚁的那个项目多少钱").text)


def test_two_projects_that_say_the_same(memory: Store) -> None:
    """Both are told with what was asked, and that it is not known which is meant."""
    goal = "抓捕流浪犬，集中收容。"
    both = (makers.target("养犬管理", yuan="30000", goal=goal), makers.target("市容专项", yuan="70000", goal=goal, table=2))
    makers.load(memory, makers.statement(*both, makers.target("绿化养护", yuan="10000", table=3)))
    reply = Talk(conversation_of(memory)).asks("抓流浪犬的那个多少钱")

    assert "answer" == reply.kind
    assert "没法断定是哪一个" in reply.text
    assert {"3 万元", "7 万元"} == set(AMOUNT.findall(reply.text))


class TestWhatFollows:
    @pytest.mark.parametrize("first", ["治白蚁的是哪个项目", "修三座木桥的那个", "木拱桥多少钱"])
    def test_after_one_project(self, talk: Talk, first: str) -> None:
        """What is asked next is about the one that was found, or that alone was offered."""
        talk.says(first)

        assert "88 万元" in talk.says("给了多少钱").text
        assert "防治白蚁" in talk.says("目标呢").text
        assert "3座" in talk.says("修几座").text
        assert "50 万元" in talk.says("去年多少钱").text

    def test_after_several(self, memory: Store) -> None:
        """It is asked back among these, and the number is about what was asked."""
        goal = "清理废旧渔网。"
        forms = [makers.target(f"{name}专项", yuan="30000", goal=goal, table=n) for n, name in enumerate(("甲乙", "丙丁"), 1)]
        makers.load(memory, makers.statement(*forms, makers.target("绿化养护", table=3)))
        talk = Talk(conversation_of(memory))
        offered = talk.says("废旧渔网多少钱")
        again = talk.says("目标呢")

        assert ("clarify", "clarify") == (offered.kind, again.kind)
        assert again.text.startswith("您问的是哪一个？")
        assert "清理废旧渔网" in talk.says("2").text

    def test_a_new_question_is_a_new_question(self, talk: Talk) -> None:
        """What names something itself, or is about all, does not go on about what was offered."""
        talk.says("西沟村多少钱")

        assert "「护林员补助」" in talk.says("护林员补助多少钱").text
        talk.says("西沟村多少钱")
        assert "12 个项目" in talk.says("有哪些项目").text
        assert "没有按“西沟村”列的金额" in talk.says("西沟村多少钱").text


def test_the_path_is_explained(memory: Store) -> None:
    """By which line of which form a description was found, how surely, and what stands otherwise or nowhere there."""
    both = (
        makers.target("病媒生物防制", unit=HEALTH, goal="在农贸市场投放毒饵灭鼠。"),
        makers.target("绿化养护", yuan="10000", table=2),
    )
    makers.load(memory, makers.statement(*both))
    bot = conversation_of(memory)
    sure = bot.description(Incoming("chat", "person", "灭老鼠的那个项目多少钱", NOW))
    partly = bot.description(Incoming("chat", "person", "用机器人灭老鼠投放毒饵的那个多少钱", NOW))

    assert sure
    assert ("told", "灭老鼠") == (sure["how"], sure["words"])
    assert [("病媒生物防制", True)] == [(one["project"], one["sure"]) for one in sure["found"]]
    assert "投放毒饵灭鼠" in sure["found"][0]["line"]
    assert partly
    assert [(False, True)] == [(one["sure"], bool(one["missing"])) for one in partly["found"]]
