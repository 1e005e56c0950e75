"""Which projects are so: by words in their forms, kinds of money, blanks; and words that name nothing but stand there."""

import re
from decimal import Decimal

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import answer
from tests.bot.written import Talk, talk_about

AMOUNT = re.compile(r"\d[\d,.]*\s*[亿万]?元")


@pytest.fixture
def talk(memory: Store) -> Talk:
    return talk_about(memory)


def named(text: str) -> set[str]:
    return set(re.findall("「([^」]+)」", text))


@pytest.mark.parametrize(
    ("question", "projects", "quoted"),
    [
        ("哪个项目涉及割草船", {"河道清淤"}, "目标“购置割草船。”"),
        ("割草船是哪个项目买的", {"河道清淤"}, "目标“购置割草船。”"),
        ("有没有买割草船的项目", {"河道清淤"}, "割草船"),
        ("提到西沟村的", {"河道清淤"}, "西沟村"),
        ("西溝村那邊是哪個項目", {"河道清淤"}, "西沟村"),
        ("指标里有“排涝泵”的是哪个项目", {"河道清淤"}, "数量指标“排涝泵” ≥8台"),
        ("目标里写到“割草船”的项目是哪个，哪年的", {"河道清淤"}, "2024年"),
        ("今年哪个项目承诺“购置割草船”这句话", {"河道清淤"}, "割草船"),
        ("哪些单位的表里考核排涝泵", {"河道清淤"}, "“排涝泵” ≥8台"),
        ("有指标写了“≥8台”这种的吗", {"河道清淤"}, "“排涝泵” ≥8台"),
        ("名字里带泵站的项目", {"西沟泵站改造"}, "名称里有“泵站”"),
        ("跟西沟有关的项目", {"河道清淤", "西沟泵站改造"}, "西沟"),
        ("跟西沟、路灯有关的项目", {"河道清淤", "西沟泵站改造"}, "没有一个项目表里写有“路灯”"),
        ("有几个项目提到西沟", {"河道清淤", "西沟泵站改造"}, "有 2 个"),
        ("用专项债券资金的项目有哪些", {"公路养护"}, "项目来源“专项债券资金”"),
        ("上级补助的项目有哪些", {"河道清淤"}, "项目来源“上级补助资金”"),
        ("哪些项目有上年结转", {"河道清淤"}, "上年结转 6 万元"),
        ("有其他资金的项目有哪几个", {"公路养护"}, "其他资金 20 万元"),
        ("有几个项目有其他资金", {"公路养护"}, "有 1 个"),
        ("没填项目期的有哪些", {"水质监测"}, "表上没填"),
        ("水务局哪个项目没填项目来源", {"河道清淤"}, "表上没填"),
        ("哪个没填其他资金", {"河道清淤"}, "表上没填"),
        ("水务局哪些项目没有满意度指标", {"水质监测", "西沟泵站改造"}, "没有满意度指标的项目有 2 个"),
        ("2023年的一次性项目有哪些", {"河道清淤"}, "一次性项目"),
    ],
)
def test_the_projects_that_are_so(talk: Talk, question: str, projects: set[str], quoted: str) -> None:
    """Each is named with what made it one of them, and where that stands."""
    reply = talk.asks(question)

    assert ("answer", projects) == (reply.kind, named(reply.text))
    assert quoted in reply.text
    assert "来源：《" in reply.text
    assert all(fact["source"] for fact in reply.facts)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("哪个项目提到无人机", "没有一个项目表里写有“无人机”"),
        ("2023年哪些项目有其他资金", "没有一个项目有“其他资金”"),
        ("2023年哪个项目涉及割草船", "没有一个项目表里写有“割草船”"),
        ("2023年割草船是哪个项目的", "2024年有"),
        ("水质监测提到割草船了吗", "「水质监测」的表不是这样：表里写有“割草船”"),
    ],
)
def test_nothing_is_so(talk: Talk, question: str, said: str) -> None:
    """It is said plainly, without an amount; a year that does have it is offered."""
    reply = talk.asks(question)

    assert "not_found" == reply.kind
    assert said in reply.text
    assert not AMOUNT.findall(reply.text)


def test_forms_without_the_field_are_no_blanks(talk: Talk) -> None:
    """Who was not asked for a field has not left it blank: these are counted by themselves."""
    assert "另有 3 个项目的表上没有“项目期”一栏。" in talk.asks("没填项目期的有哪些").text
    assert "没法说：2024年青禾县公路站的 1 个项目，表上都没有“项目期”一栏。" in talk.asks("公路站哪个项目没填项目期").text
    assert "表上都没有“中期目标”一栏" in talk.asks("哪些项目没填中期目标").text
    assert "没有一个是没填“年度目标”的" in talk.asks("没填年度目标的项目有哪些").text


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("西沟村多少钱", "它只出现在青禾县水务局「河道清淤」2024年：目标“清理东沟村、西沟村河道8公里。”。"),
        ("西沟村的目标", "“西沟村”不是项目或单位的名称。"),
        ("给西沟村买割草船的钱是多少", "割草船"),
        ("西沟村和无人机多少钱", "没有找到“无人机”"),
        ("西沟村上半年多少钱", "西沟村"),
        ("水务局西沟村安排了多少资金", "它只出现在青禾县水务局「河道清淤」2024年"),
    ],
)
def test_a_word_that_names_nothing(talk: Talk, question: str, line: str) -> None:
    """Where it stands is said, and no amount, which the choice then gives; words that stand nowhere are named."""
    reply = talk.asks(question)

    assert "clarify" == reply.kind
    assert line in reply.text
    assert not AMOUNT.findall(reply.text)


def test_words_of_different_projects(memory: Store) -> None:
    """Words that stand in one project each are not said to stand nowhere."""
    makers.load(
        memory,
        makers.statement(
            makers.target("河道清淤", goal="采购割草船。"), makers.target("平安校园", goal="安装监控探头。", table=2)
        ),
    )
    reply = Talk(conversation_of(memory)).asks("割草船和监控探头多少钱")

    assert "它只出现在青禾县财政局「河道清淤」2024年" in reply.text
    assert "“监控探头”不在同一个项目里，请分开问。" in reply.text


def test_the_choice_gives_the_amount(talk: Talk) -> None:
    """The number that is offered asks what was asked, of the project that has the word."""
    talk.says("西沟村多少钱")

    assert talk.says("1").text.startswith("预算安排 36 万元：青禾县水务局「河道清淤」2024年")


@pytest.mark.parametrize("question", ["除了西沟村还有哪些项目", "没有提到西沟村的项目有哪些", "地震监测多少钱", "西沟矿山多少钱"])
def test_what_is_no_such_word(talk: Talk, question: str) -> None:
    """Words that turn the question round, and words that stand nowhere, are not looked up as if nothing were."""
    reply = talk.asks(question)

    assert "answer" != reply.kind
    assert "出现在" not in reply.text


def test_what_follows_a_search(talk: Talk) -> None:
    """The limit goes on, until another project or text is named."""
    talk.says("哪个项目涉及割草船")
    assert "36 万元" in talk.says("多少钱").text
    talk.says("跟西沟有关的项目")
    assert "合计 86 万元" in talk.says("一共多少").text
    assert "只算表里写有“西沟”的项目。" in talk.says("一共多少").text
    assert {"公路养护"} == named(talk.says("公路养护呢").text)
    assert {"水质监测"} == named(talk.says("没填项目期的有哪些").text)
    assert "没法说" in talk.says("公路站的呢").text


def test_the_most_of_what_was_listed(talk: Talk) -> None:
    """“最多的” after a list of one kind of money is by that kind."""
    talk.says("哪些项目有上年结转")

    assert "上年结转（预算安排）最多的是青禾县水务局「河道清淤」：6 万元" in talk.says("最多的是哪个").text


def test_more_than_can_be_listed(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What thousands of targets have is counted, and another word is asked for."""
    monkeypatch.setattr("bot.replying.narrowed.MOST_READ", 1)

    assert "表里写有“西沟”的项目有 2 个（各年分别计），太多" in talk.asks("哪些项目提到西沟").text


def test_a_sum_says_what_it_covers(talk: Talk) -> None:
    """A total over projects that a text was looked for in names the text."""
    reply = talk.asks("提到西沟的项目一共多少钱")

    assert "合计 86 万元" in reply.text
    assert "只算表里写有“西沟”的项目。" in reply.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("河道清淤哪些指标没量化", "有所改善"),
        ("水务局哪个指标是定性的", "有所改善"),
        ("水质监测的指标都量化了吗", "都量化了：青禾县水务局「水质监测」2024年指标 1 条"),
        ("河道清淤有几条量化的指标", "量化的指标 3 条"),
        ("哪些指标没量化", "有所改善"),
    ],
)
def test_values_that_are_no_figures(talk: Talk, question: str, said: str) -> None:
    """The lines whose values hold no number; where every value holds one, that is said."""
    reply = talk.asks(question)

    assert "answer" == reply.kind
    assert said in reply.text
    assert "≥8台" not in reply.text or "量化的" in reply.text


@pytest.mark.parametrize("question", ["河道清淤的成本指标", "河道清淤的指标", "哪个项目提到清淤单价"])
def test_an_amount_inside_of_a_value_is_a_fact(talk: Talk, question: str) -> None:
    """“≤375元/立方米” is printed with the fact that it is an amount, and where it stands."""
    reply = talk.asks(question)

    assert "375元" in reply.text
    assert Decimal(375) in {Decimal(str(fact["yuan"])) for fact in reply.facts if fact["yuan"]}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("河道清淤的项目来源", "2023年的表上写的是“上级补助资金”。"),
        ("河道清淤项目来源填了没", "表上没填"),
        ("河道清淤是一次性项目还是常年项目", "2023年的表上写的是“一次性项目”。"),
        ("水质监测项目来源填了吗", "“县级预算安排”"),
        ("河道清淤项目期多长", "“2024年”"),
        ("公路养护的资金来源", "“项目来源”写的是“专项债券资金”。"),
    ],
)
def test_the_facts_of_one_project(talk: Talk, question: str, said: str) -> None:
    """A field that this year's form leaves blank is blank, and what an older form says is said with its year."""
    assert said in talk.asks(question).text


@pytest.mark.parametrize(("question", "found"), [("有没有说绿化煤堆的", True), ("有没有说绿化矿坑的", False)])
def test_a_text_in_two_pieces(memory: Store, question: str, found: bool) -> None:
    """A text that stands nowhere as a whole is looked for in two pieces, which the reply names apart."""
    target = makers.target("矿区复绿", yuan="30000", goal="对煤堆实施清理、覆土和绿化")
    makers.load(memory, makers.statement(target))
    reply = answer(conversation_of(memory), question)

    assert found is ("「矿区复绿」" in reply)
    assert found is ("有“绿化”、表里写有“煤堆”" in reply)


def test_the_last_year_that_has_any(memory: Store) -> None:
    """Where no year is named and the newest has none, that is said, and those of the last year that has some are told."""
    for year, money in ((2022, {"annual/carryover": "20000"}), (2023, {"annual/carryover": "30000"}), (2024, {})):
        document = f"青禾县水务局{year}年度项目支出绩效目标"
        target = makers.target("河道清淤", unit="青禾县水务局", year=year, yuan="90000", amounts=money, document=document)
        makers.load(memory, makers.statement(target, document=document))
    bot = conversation_of(memory)

    reply = answer(bot, "哪些项目有上年结转")
    assert "没有：已导入的2024年" in reply
    assert "2023年有“上年结转”的项目有 1 个" in reply
    assert "3 万元" in reply
    assert "2 万元" not in reply
    assert "万元" not in answer(bot, "2024年哪些项目有上年结转")
    assert "2023年" in answer(bot, "上年结转最多的项目")


@pytest.fixture
def parks(memory: Store) -> Talk:
    """Two of three forms have a line of ecology, one of them in the other of its classes."""
    place = {"document": "青禾县园林所2024年度项目支出绩效目标", "row": 9}
    clean = makers.indicator("水体清澈", "明显", level1="效益指标", level2="生态效益指标", **place)
    birds = makers.indicator("候鸟数量", "≥300只", level1="效益指标", level2="生态效益指标", **place)
    lamps = makers.indicator("更换路灯", "50盏", level1="产出指标", level2="数量指标", **place)
    rows = (("湖面保洁", clean), ("湿地巡护", birds), ("古石塔照明", lamps))
    targets = [
        makers.target(name, unit="青禾县园林所", yuan="30000", table=n, document=place["document"], indicators=(line,))
        for n, (name, line) in enumerate(rows, 1)
    ]
    makers.load(memory, makers.statement(*targets, document=place["document"]))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("跟湿地有关的项目有哪些", "表里写有“湿地”的项目有 1 个"),
        ("跟园林有关的项目有哪些", "单位名称里有“园林”、表里没有写的项目有 3 个"),
    ],
)
def test_units_that_are_called_so(parks: Talk, question: str, said: str) -> None:
    """What has to do with a word is also what a unit does that is called so; it is said apart."""
    reply = parks.asks(question)

    assert "answer" == reply.kind
    assert said in reply.text
    assert ("单位名称里" in reply.text) == ("园林" in question)


@pytest.mark.parametrize(
    "question",
    [
        "有生态效益指标的项目有哪些",
        "哪些项目有生态效益指标",
        "2024年有生态效益指标的项目列出来",
        "带生态效益指标的项目",
        "园林所有生态效益指标的项目",
    ],
)
def test_forms_with_a_line_of_a_class(parks: Talk, question: str) -> None:
    """Those that have such a line are told with it."""
    text = parks.asks(question).text

    assert "有生态效益指标的项目有 2 个" in text
    assert "「湖面保洁」 “水体清澈” 明显" in text
    assert "古石塔" not in text


@pytest.mark.parametrize("question", ["湿地巡护有没有生态效益指标", "园林所有哪些生态效益指标"])
def test_lines_are_asked_for(parks: Talk, question: str) -> None:
    """Of one project, or where it is asked which lines there are, no projects are listed."""
    assert "的项目有 2 个" not in parks.asks(question).text


def test_a_name_that_holds_the_characters(parks: Talk) -> None:
    """What no form says side by side may stand apart in a name, which is offered."""
    reply = parks.says("哪个项目跟古塔有关")

    assert reply.kind == "clarify"
    assert "「古石塔照明」" in reply.text
    assert "3 万元" in parks.says("多少钱").text


@pytest.mark.parametrize("question", ["指标里有没有提到割草船", "名称里带割草船的项目", "指标里出现“割草船”的有吗"])
def test_what_stands_in_another_part_of_the_form(talk: Talk, question: str) -> None:
    """It is said that it does not stand there, and where it does."""
    text = talk.asks(question).text

    assert text.startswith("没有：")
    assert "写在别处的：" in text
    assert "目标“购置割草船。”" in text


@pytest.mark.parametrize(
    ("question", "said", "project"),
    [
        ("环卫站采购有哪些", "没有一个项目表里写有“采购”", "垃圾车购置"),
        ("环卫站有哪些采购项目", "没有一个项目表里写有“采购”", "垃圾车购置"),
        ("农机站采购有哪些", "表里写有“采购”的项目有 1 个", "农机检修"),
        ("图书馆采购有哪些", "", "图书采购费"),
        ("敬老院采购有哪些", "没有一个项目表里写有“采购”", ""),
    ],
)
def test_what_a_unit_buys(memory: Store, question: str, said: str, project: str) -> None:
    """A word of other units' projects asks what the unit's own forms say of it, by the word itself or by one that is kin."""
    rows = [
        ("图书采购费", "青禾县图书馆", "采购图书800册。"),
        ("垃圾车购置", "青禾县环卫站", "购置垃圾车2辆。"),
        ("农机检修", "青禾县农机站", "采购配件一批。"),
        ("护理服务", "青禾县敬老院", "照料老人40名。"),
    ]
    targets = [makers.target(name, unit=unit, goal=goal, table=n) for n, (name, unit, goal) in enumerate(rows, 1)]
    makers.load(memory, makers.statement(*targets))

    reply = answer(conversation_of(memory), question)

    assert said in reply, reply.text
    assert named(reply.text) == ({project} if project else set())
