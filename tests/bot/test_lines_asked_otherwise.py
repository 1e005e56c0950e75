"""Questions for figures of lines in other words than theirs: by a limit, by a depth, in a unit of its own, over two years, beside another line; and lines that are only offered."""

import re
from collections.abc import Iterable
from datetime import date

import pytest

from bot.app import conversation_of
from store.database import Store
from store.model import Attribute, Indicator, PerformanceTarget
from tests import makers
from tests.bot.written import Talk, stated

FARMS, ROADS, CULTURE = "青禾县农技站", "青禾县公路站", "青禾县文化馆"
OF_2023, OF_2024 = "青禾县2023年度项目支出绩效目标", "青禾县2024年度项目支出绩效目标"
_VALUE = re.compile(r"^[≥≤]?(?P<number>\d[\d.]*)(?P<unit>[^\d月]+)$")
_LEVELS = {"成本": "成本指标", "生态效益": "效益指标"}


@pytest.fixture
def talk(memory: Store) -> Talk:
    """Two years of pits that are dug; a levee with a period and lamps on a road, and a fair, of the later year."""
    makers.load(memory, makers.statement(*_of_2023(), document=OF_2023, publisher="青禾县", published=date(2023, 2, 1)))
    makers.load(memory, makers.statement(*_of_2024(), document=OF_2024, publisher="青禾县", published=date(2024, 2, 1)))
    return Talk(conversation_of(memory))


def _of_2023() -> Iterable[PerformanceTarget]:
    yield _target(
        "茶园开沟作业", FARMS, "茶园开沟。", "数量 补助茶农人数 60人", "质量 茶苗成活率 ≥90%", "数量 栽种茶苗 ≥900株", year=2023
    )


def _of_2024() -> Iterable[PerformanceTarget]:
    yield _target(
        "茶园开沟作业",
        FARMS,
        "在茶园开沟施肥，保障有机茶生产。",
        *("数量 补助茶农人数 75人", "数量 栽种茶苗 ≥800株", "质量 作业深度 ≥30厘米", "质量 茶苗成活率 ≥92%"),
        *("成本 单株茶苗价 ≤4元", "生态效益 病虫害爆发 ≤2起"),
    )
    levee = _target(
        "白鹭湖闸坝维修", ROADS, "维修闸坝。", "数量 维修闸门 5孔", "时效 完工时间 6月底前", "时效 渗漏处置时限 ≤6小时", table=2
    )
    yield stated(levee, {Attribute.PERIOD: "2023.11-2024.6"})
    yield _target("桥灯养护", ROADS, "养护桥灯。", "数量 养护桥灯 40盏", "时效 灭灯修复时间 ≤24小时", table=3)
    yield _target(
        "灯会秩序维护", CULTURE, "灯会期间维护秩序、清运垃圾。", "数量 安排巡逻人员 32人", "数量 清运垃圾 ≥9吨", table=4
    )


def _target(project: str, unit: str, goal: str, *lines: str, table: int = 1, year: int = 2024) -> PerformanceTarget:
    document = OF_2024 if year == 2024 else OF_2023
    indicators = tuple(_line(line, row, document) for row, line in enumerate(lines, 8))
    return makers.target(
        project, unit=unit, year=year, yuan="90000", goal=goal, indicators=indicators, table=table, document=document
    )


def _line(line: str, row: int, document: str) -> Indicator:
    level, name, value = line.split()
    number = _VALUE.match(value)
    found = {"number": number["number"], "unit": number["unit"]} if number else {}
    made = makers.indicator(
        name, value, level1=_LEVELS.get(level, "产出指标"), level2=f"{level}指标", row=row, document=document, **found
    )
    return _with_sign(made, value)


def _with_sign(made: Indicator, value: str) -> Indicator:
    return made.model_copy(update={"operator": value[0] if value[0] in "≥≤" else None})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("茶园开沟作业病虫害控制在几起以内", "≤2起"),
        ("茶园开沟病虫害爆发最多允许几起", "≤2起"),
        ("茶园开沟一株茶苗最多多少钱", "≤4元"),
        ("茶园开沟一株茶苗几块钱封顶", "≤4元"),
        ("茶园开沟得多深才算合格", "≥30厘米"),
        ("茶园开沟茶苗成活率要达到百分之几", "≥92%"),
        ("茶园开沟的成活率不低于百分之多少", "≥92%"),
        ("白鹭湖闸坝维修几孔", "5孔"),
    ],
)
def test_a_limit_a_depth_a_rate_and_a_unit_of_its_own(talk: Talk, question: str, value: str) -> None:
    """The words for a limit say nothing of which line is meant; a unit that a line is counted in needs to stand in no list."""
    reply = talk.asks(question)

    assert "answer" == reply.kind
    assert reply.text.startswith(value)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("茶园开沟一株茶苗至少多少钱", "≤4元"),  # the form prints what it is at most
        ("茶园开沟多宽", "30厘米"),
        ("茶园开沟买几台打印机", "75人"),
        ("灯会派几个保安队", "32人"),
        ("茶园开沟占农技站百分之几", "≥92%"),
    ],
)
def test_what_is_no_answer(talk: Talk, question: str, value: str) -> None:
    """A limit from the other side, a width, another thing that is counted, and a share are not told by such lines."""
    assert not talk.asks(question).text.startswith(value)


def test_a_measure_alone_goes_on(talk: Talk) -> None:
    """“几孔” and “盏呢” ask of the project that was spoken of."""
    talk.says("白鹭湖闸坝维修多少钱")
    assert talk.says("几孔").text.startswith("5孔")
    talk.says("桥灯养护多少钱")
    assert talk.says("盏呢").text.startswith("40盏")


def test_from_when_to_when(talk: Talk) -> None:
    """A single day answers no question for both ends, which the project's period does; when it is done is still that day."""
    assert "2023.11-2024.6" in talk.asks("白鹭湖闸坝维修从哪月到哪月").text
    assert "2023.11-2024.6" in talk.asks("白鹭湖闸坝维修什么时候开工到什么时候结束").text
    assert talk.asks("白鹭湖闸坝维修几月完工").text.startswith("6月底前")


@pytest.mark.parametrize("question", ["茶园开沟作业具体保障什么", "茶园开沟作业主要支持些什么"])
def test_what_is_done_is_the_goal(talk: Talk, question: str) -> None:
    """What a project secures or supports stands in its goal."""
    assert "保障有机茶生产" in talk.asks(question).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("茶园开沟2024年比2023年补助人数多几个", "2024年比2023年多 15人（本系统相减）"),
        ("茶园开沟2024跟2023比，株数是多了还是少了", "2024年比2023年少 100株（本系统相减）"),
        ("茶园开沟的成活率2024年比2023年高多少", "2024年比2023年高 2个百分点（本系统相减）"),
    ],
)
def test_a_line_over_two_years(talk: Talk, question: str, said: str) -> None:
    """By how much the later value is more or less, with both values; and never the money."""
    text = talk.asks(question).text

    assert text.startswith(said)
    assert "万元" not in text


@pytest.mark.parametrize("question", ["桥灯灭灯修复和闸坝渗漏处置哪个快", "桥灯灭灯修复和闸坝渗漏处置，时限哪个更短"])
def test_two_lines_beside_each_other(talk: Talk, question: str) -> None:
    """Both lines, the one that is asked for first."""
    reply = talk.asks(question)

    assert "answer" == reply.kind
    assert reply.text.index("≤6小时") < reply.text.index("≤24小时")


@pytest.mark.parametrize(
    ("question", "unsaid", "value"),
    [("赶灯会维持秩序得多少人", "赶", "32人"), ("茶园开沟的茶苗姥姥家种几株", "姥", "≥800株")],
)
def test_most_of_the_words(talk: Talk, question: str, unsaid: str, value: str) -> None:
    """A line that explains most of the words is offered, with those that it does not explain, and is chosen by its number."""
    reply = talk.says(question)

    assert "clarify" == reply.kind
    assert unsaid in reply.text.split("没有看懂")[0]
    assert value in reply.text
    assert talk.says("1").text.startswith(value)


@pytest.mark.parametrize("question", ["茶园开沟买几台打印机", "隔壁县有多少人", "除了茶园开沟，种几株茶苗", "没种的茶苗有几株"])
def test_what_is_not_even_offered(talk: Talk, question: str) -> None:
    """Other things that are counted, other places, what is left out or was not done are told by no line."""
    reply = talk.asks(question)

    assert "answer" != reply.kind
    assert "意思最近的指标" not in reply.text


def test_later(talk: Talk) -> None:
    """“后来” goes on from the year that was spoken of."""
    talk.says("茶园开沟作业2023年多少钱")

    assert "2024年和2023年" in talk.says("后来涨了没，24年").text or "一样多" in talk.says("后来涨了没，24年").text


def test_a_few_characters_of_a_line(memory: Store) -> None:
    """补助标准 is not 补助发放准确率, though most of its characters stand there."""
    line = makers.indicator("补助发放准确率", "100%", level1="产出指标", level2="质量指标")
    makers.load(memory, makers.statement(makers.target("三支一扶人员经费", indicators=(line,))))

    assert "100%" not in Talk(conversation_of(memory)).asks("三支一扶补助标准是什么").text
