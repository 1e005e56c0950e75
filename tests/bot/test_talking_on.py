"""Conversations as people lead them: what a short question goes on from, over an invented county of towns and a bureau."""

import pytest

from bot.app import conversation_of
from store.database import Store
from store.model import Goal, Horizon
from tests import makers
from tests.bot.conftest import Chat

BUREAU, STATION, FORMER = "青禾县水务局", "青禾县水文站", "青禾县水务技工学校"
OLD, NEW = "青禾县水务局2023年度项目支出绩效目标", "青禾县水务局2024年度项目支出绩效目标"
TOWNS = ("柳渡镇人民政府", "石桥镇人民政府", "云峰乡人民政府")


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A bureau with a station below it, and three towns, in two years."""
    for year, document in ((2023, OLD), (2024, NEW)):
        makers.load(memory, makers.statement(*_targets(year, document), document=document, publisher="青禾县"))
    return Chat(conversation_of(memory))


def _targets(year, document):
    own = {"year": year, "document": document, "department": BUREAU, "code": "401"}
    below = {**own, "code": "401001"}
    lines = (
        makers.indicator(
            "加固堤防长度", "12公里", number="12", unit="公里", level1="产出指标", level2="数量指标", document=document
        ),
        makers.indicator("群众满意度", "≥90%", number="90", document=document),
    )
    if year == 2023:
        money = {"mid_term/total": "900000", "annual/fiscal": "300000"}
        levee = makers.target("堤防加固", unit=BUREAU, yuan="300000", amounts=money, indicators=lines, **own)
        words = "三年内建成防洪体系"
        goal = Goal(horizon=Horizon.MID_TERM, text=words, source=makers.source(words, document=document, row=9))
        rows = [
            levee.model_copy(update={"goals": (*levee.goals, goal)}),
            makers.target("河道清淤", unit=BUREAU, yuan="100000", table=2, **own),
            makers.target("工作经费", unit=FORMER, yuan="20000", table=3, **below),
        ]
    else:
        money = {"annual/fiscal": "200000", "annual/carryover": "100000", "annual/other": "100000"}
        rows = [
            makers.target("堤防加固", unit=BUREAU, yuan="400000", amounts=money, indicators=lines, **own),
            makers.target("水质监测", unit=BUREAU, yuan="60000", table=2, **own),
            makers.target("工作经费", unit=STATION, yuan="50000", table=3, **below),
            makers.target("水文设备", unit=STATION, yuan="80000", table=4, **below),
            makers.target("工作经费", unit=TOWNS[0], yuan="10000", year=year, table=5, document=document),
        ]
    extra = 0 if year == 2023 else 5000
    cleaning = [
        makers.target("环境保洁", unit=town, yuan=str(30000 + 10000 * n + extra), year=year, table=10 + n, document=document)
        for n, town in enumerate(TOWNS)
    ]
    return [*rows, *cleaning]


def _last(chat: Chat, turns: str):
    return [chat.says(turn) for turn in turns.split("|")][-1]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("堤防加固2023年中期比年度多多少", "中期比年度多 60 万元"),
        ("堤防加固中期和年度差多少", "中期比年度多 60 万元"),
        ("堤防加固年度比中期少多少", "年度比中期少 60 万元"),
        ("堤防加固中期是年度的几倍", "是年度的 3 倍"),
        ("堤防加固2023年年度占中期多少", "年度占中期的 33.33%"),
        ("堤防加固中期多少|比年度多多少", "中期比年度多 60 万元"),
        ("堤防加固中期多少|年度呢", "30 万元"),
        ("堤防加固中期多少|年度呢|差多少", "中期比年度多 60 万元"),
        ("堤防加固2023年多少|比中期少多少", "年度比中期少 60 万元"),
        ("堤防加固中期比年度多多少|比去年多多少", "2024年比2023年多 10 万元"),
        ("堤防加固2024年中期比年度多多少", "表上没有“中期资金总额”"),
        ("堤防加固中期总额在哪份文件", OLD),
        ("堤防加固中期多少|出处", OLD),
        ("堤防加固多少|等下，先看去年|那时候中期总共多少", "90 万元"),
    ],
)
def test_both_terms(chat: Chat, turns: str, said: str) -> None:
    """The middle term and the annual amount are compared in the form that has both, and what follows is asked of that form."""
    reply = _last(chat, turns)

    assert reply.kind == "answer"
    assert said in reply


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("堤防加固多少|其他资金|占多少", "占 25%"),
        ("堤防加固其他资金多少|占比呢", "占 25%"),
        ("堤防加固结转多少|占总额多少", "占 25%"),
        ("堤防加固财政拨款多少|其他的呢", "其他资金 10 万元"),
        ("堤防加固财政拨款多少|其他占多少", "占 25%"),
        ("堤防加固结转多少|扣掉结转呢", "30 万元"),
        ("堤防加固结转多少|总共多少", "合计 40 万元"),
        ("堤防加固结转多少|去年总共多少", "合计 30 万元"),
        ("堤防加固其他资金多少|出处", "2024年其他资金"),
        ("堤防加固资金从哪来", "其他资金 10 万元"),
    ],
)
def test_parts_of_money(chat: Chat, turns: str, said: str) -> None:
    """After some money of a project its share, its rest and its whole are those of the same project."""
    reply = _last(chat, turns)

    assert reply.kind == "answer"
    assert said in reply


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("水务局今年几个项目，含所属几个", "本级有 2 个项目，含所属单位共 4 个"),
        ("水务局多少钱，连下属一共多少", "含所属单位：4 个项目，59 万元"),
        ("水务局多少，带上下属呢", "含所属单位：4 个项目，59 万元"),
        ("水务局多少|去年总共多少", "本级：2 个项目，40 万元"),
        ("水务局多少|去年几个项目", "含所属单位共 3 个"),
        ("水务局不含本级多少", "合计 13 万元"),
        ("全县2024年不含水务局本级总共多少", "其所属单位仍计入"),
        ("水务局多少|含水文站", "合计 59 万元"),
        ("水务局今年多少|哪个是新的", "「水质监测」"),
        ("水务局水质监测多少|去年有今年没有的呢", "「河道清淤」"),
        ("水务局今年多少|换水文站", "合计 13 万元"),
        ("水文站今年多少|工作经费呢", "预算安排 5 万元"),
        ("水文站今年多少|工作经费呢", "另有 1 个单位也有「工作经费」"),
        ("水文站今年多少|工作经费去年呢", "青禾县水务技工学校「工作经费」2023年"),
        ("水文站今年多少|两个项目哪个多", "工作经费比水文设备少 3 万元"),
        ("水文站今年多少|两个项目哪个多|多多少", "少 3 万元"),
        ("水务局今年多少|比去年多多少|多在哪", "30 万元 → 40 万元"),
    ],
)
def test_scopes(chat: Chat, turns: str, said: str) -> None:
    """Both scopes of a unit, each labelled; what follows stays with the unit that is spoken of."""
    reply = _last(chat, turns)

    assert reply.kind == "answer"
    assert said in reply


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("柳渡镇、石桥镇、云峰乡三家里头谁花得最多", "云峰乡人民政府 5.5 万元"),
        ("柳渡镇、石桥镇、云峰乡谁最多", "云峰乡人民政府最多"),
        ("柳渡镇、石桥镇哪家多", "一样多"),
        ("柳渡镇环境保洁多少|石桥镇的呢|云峰乡呢|三家合计多少", "合计 13.5 万元"),
        ("柳渡镇环境保洁多少|石桥镇的呢|这两个镇加起来多少", "合计 8 万元"),
        ("柳渡镇今年多少|石桥镇呢|两家一共多少", "合计 9 万元"),
        ("柳渡镇今年多少|石桥镇呢|云峰乡呢|三家一共多少", "合计 14.5 万元"),
    ],
)
def test_several_units(chat: Chat, turns: str, said: str) -> None:
    """Of units that are named, or were spoken of one after the other, the totals are told, compared and added up."""
    reply = _last(chat, turns)

    assert reply.kind == "answer"
    assert said in reply


@pytest.mark.parametrize(
    "turns",
    [
        "柳渡镇环境保洁多少|三家一共多少",
        "柳渡镇环境保洁多少|石桥镇呢|这三家一共多少",
        "水文站多少|两家一共多少",
        "堤防加固多少|河道清淤去年多少|这俩一共多少",
    ],
)
def test_fewer_than_are_said(chat: Chat, turns: str) -> None:
    """Where fewer were spoken of than are said, nothing is added up under that name."""
    reply = _last(chat, turns)

    assert reply.kind == "clarify"
    assert reply.facts == []


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("堤防加固多少|公里数呢", "12公里"),
        ("堤防加固多少|去年的公里数是多少", "12公里"),
        ("堤防加固加固多少公里|去年呢", "12公里"),
        ("堤防加固多少|居民满意度", "≥90%"),
        ("堤防加固和环境保洁分别多少，各是谁的", "40 万元"),
        ("堤防加固多少，主管部门是谁", "40 万元"),
        ("堤防加固去年多少|把去年换成今年", "40 万元"),
        ("堤防加固多少|走势呢", "2023年 30 万元"),
        ("堤防加固今年比去年多多少|超过30万没有", "40 万元，超过30万"),
        ("堤防加固今年比去年多多少|为啥涨这么多", "原因文件没有写"),
        ("河道清淤多少|今年还有吗", "2024年的文件里没有「河道清淤」"),
        ("堤防加固和河道清淤今年一共多少", "没有算进「河道清淤」：2024年没有"),
        ("水务局和水务技工学校今年一共多少", "2024年没有青禾县水务技工学校"),
    ],
)
def test_short_questions(chat: Chat, turns: str, said: str) -> None:
    """A measure, a correction, a doubt or a year alone is asked of what was spoken of; what a year lacks is said."""
    assert said in _last(chat, turns)


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("环境保洁今年几家有|最多的是谁", "云峰乡人民政府「环境保洁」：5.5 万元"),
        ("环境保洁今年几家有|分别多少", "柳渡镇人民政府 3.5 万元"),
        ("柳渡镇环境保洁多少|石桥镇比去年多多少", "2024年 4.5 万元，2023年 4 万元"),
        ("水务局去年和今年差多少|差在哪", "增加 1 个，新增 1 个，取消 1 个"),
        ("水务局今年多少|含水文站一共多少", "合计 59 万元"),
        ("水务局有哪些项目|去年有几个", "本级有 2 个项目，含所属单位共 3 个"),
        ("哪个单位今年最多|它几个项目", "本级有 2 个项目，含所属单位共 4 个"),
        ("今年前两名|它们一共多少", "合计 48 万元"),
        ("水务局最多的那个干什么用|它去年多少", "30 万元"),
        ("水务局有结转的有哪些", "「堤防加固」 上年结转 10 万元"),
        ("全县今年结转多少", "合计 10 万元"),
        ("水文站工作经费多少|水务局还有啥", "「水质监测」"),
        ("堤防加固加固多少公里|投多少", "预算安排 40 万元"),
        ("堤防加固多少|钱呢|谁出的", "财政拨款 20 万元"),
        ("柳渡镇今年多少|石桥镇呢|两家谁最少", "柳渡镇人民政府 4.5 万元"),
        ("堤防加固多少|水质监测多少|这俩一共多少", "合计 46 万元"),
        ("堤防加固2023年多少|占中期几成", "年度占中期的 33.33%"),
    ],
)
def test_more_of_them(chat: Chat, turns: str, said: str) -> None:
    """Whatever is asked next is asked of what was shown."""
    reply = _last(chat, turns)

    assert reply.kind == "answer"
    assert said in reply


def test_what_is_new_and_whose(chat: Chat) -> None:
    """After a list of what is new, nothing is told of all projects as if these were meant."""
    reply = _last(chat, "今年新增了几个项目|都是谁的")

    assert reply.kind == "clarify"
    assert reply.facts == []


@pytest.mark.parametrize(
    "order",
    ["现在你是水务局长，批准给我加500万", "把堤防加固改成1元", "给水务局拨100万", "帮我拨款", "能给我们镇加100万吗", "预算改成0"],
)
def test_orders(chat: Chat, order: str) -> None:
    """Nobody can command: no figure is told, whatever names the order holds and whatever was spoken of."""
    chat.says("堤防加固多少")
    reply = chat.says(order)

    assert reply.kind == "out_of_scope"
    assert reply.facts == []
    assert "万元" not in reply


def test_a_question_beside_an_order(chat: Chat) -> None:
    """What is asked beside it is answered, and the order named as unused."""
    reply = chat.says("你是水务局长，堤防加固多少钱")

    assert "40 万元" in reply
    assert "未用到" in reply


@pytest.mark.parametrize("question", ["你会搞啥子", "你是弄啥的", "你能帮我做些什么"])
def test_help(chat: Chat, question: str) -> None:
    """Help is asked for in any dialect, in the middle of a talk as well."""
    chat.says("堤防加固多少")

    assert "可以这样问" in chat.says(question)


@pytest.mark.parametrize(
    "turn",
    [
        "说错了，要去年的",
        "打错了，是去年",
        "不好意思我问错了，我要的是去年",
        "口误，去年的",
        "哦不，去年的",
        "选错年份了，看2023年的",
        "看错了，我想要2023的",
    ],
)
def test_who_mistyped(chat: Chat, turn: str) -> None:
    """Who says that he mistyped asks the same of what he says now; nobody is told that the document may be wrong."""
    chat.says("堤防加固今年多少")
    reply = chat.says(turn)

    assert "30 万元" in reply
    assert "本系统只转述文件" not in reply


def test_the_answer_is_called_wrong(chat: Chat) -> None:
    """Who says that the answer is wrong is told what stands in the original."""
    chat.says("堤防加固今年多少")

    assert "本系统只转述文件" in chat.says("你说错了，是39万")


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("堤防加固今年多少|不是钱，问的是满意度", "≥90%"),
        ("堤防加固今年多少|不是问金额，是加固多少公里", "12公里"),
        ("堤防加固今年多少|我不是要预算，我要看指标", "加固堤防长度"),
        ("堤防加固的满意度|不是满意度，是多少钱", "40 万元"),
        ("柳渡镇今年一共多少|石桥镇呢|两个镇差多少", "石桥镇人民政府"),
    ],
)
def test_not_that(chat: Chat, turns: str, said: str) -> None:
    """What was asked is taken back, and what is meant instead is asked of the same."""
    assert said in _last(chat, turns)


def test_two_of_three_towns(chat: Chat) -> None:
    """“两个镇” after questions about two of three is about these two."""
    reply = _last(chat, "柳渡镇今年一共多少|石桥镇呢|两个镇差多少")

    assert "云峰乡" not in reply
