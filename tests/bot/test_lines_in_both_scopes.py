"""A limit of satisfaction (满意度) for one unit: its own projects and those of the units below it, each told apart."""

import pytest

from bot.app import conversation_of
from store.database import Store
from store.model import Horizon
from tests import makers
from tests.bot.written import Talk

BUREAU, STATION, POND, CARE = "青禾县水务局", "青禾县水库站", "青禾县闸坝所", "青禾县民政局"


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A bureau with two units below it; one form asks more in the middle term than in the year."""
    water = {"department": BUREAU}
    targets = (
        makers.target("河道清淤", unit=BUREAU, code="301", table=1, indicators=_satisfied(92, middle=95), **water),
        makers.target("坝坡除草", unit=STATION, code="301001", table=2, indicators=_satisfied(88), **water),
        makers.target("闸门养护", unit=POND, code="301002", table=3, indicators=_satisfied(96, middle=96), **water),
        makers.target("高龄津贴", unit=CARE, code="302", department=CARE, table=4, indicators=_satisfied(85)),
    )
    makers.load(memory, makers.statement(*targets))
    return Talk(conversation_of(memory))


def _satisfied(annual: int, middle: int = 0) -> tuple[object, ...]:
    terms = {Horizon.ANNUAL: annual, Horizon.MID_TERM: middle}
    return tuple(
        makers.indicator("群众满意度", f"≥{share}%", number=str(share), unit="%", horizon=term, row=row)
        for row, (term, share) in enumerate(terms.items(), 7)
        if share
    )


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("满意度低于90%的水务局项目", ("本级有 0 个，含所属单位共 1 个项目", "「坝坡除草」"), ("河道清淤", "高龄津贴")),
        ("水务局满意度低于95%的有哪些项目", ("本级有 1 个，含所属单位共 2 个项目", "≥92%", "≥88%"), ("闸门养护",)),
        ("水务局满意度95%以上的项目有几个", ("本级有 0 个，含所属单位共 1 个项目", "「闸门养护」"), ("没有填", "河道清淤")),
        ("水务局中期满意度95%以上的项目有几个", ("本级有 1 个，含所属单位共 2 个项目", "「河道清淤」"), ("坝坡除草",)),
        ("水务局含所属满意度低于95%的项目", ("「河道清淤」", "「坝坡除草」"), ("本级",)),
        ("水务局本级满意度低于95%的项目", ("「河道清淤」",), ("坝坡除草", "含所属")),
        ("水务局本级满意度95%以上的项目有几个", ("一个也没有",), ("没有填", "闸门养护")),
        ("水库站满意度低于95%的项目", ("「坝坡除草」",), ("含所属", "河道清淤")),
        ("水务局和民政局满意度低于95%的项目", ("「河道清淤」", "「高龄津贴」", "只算本级"), ("坝坡除草",)),
        ("水务局和民政局满意度低于80%的项目", ("一个也没有", "只算本级"), ("坝坡除草",)),
        ("满意度低于90%的水务局项目|哪个最低", ("「坝坡除草」", "≥88%"), ("没有符合",)),
    ],
)
def test_limits_of_lines(talk: Talk, question: str, said: tuple[str, ...], not_said: tuple[str, ...]) -> None:
    """Where no scope is said both are told, and the year's line decides, be there one of the middle term too."""
    reply = [talk.says(one).text for one in question.split("|")][-1]

    assert all(words in reply for words in said), reply
    assert not any(words in reply for words in not_said), reply


@pytest.mark.parametrize("question", ["家长满意度最高的学校", "学校家长满意度谁最高"])
def test_lines_that_are_called_longer(memory: Store, question: str) -> None:
    """Among units as among all that there is a line that is called by more words (幼儿家长满意度) is ranked with it."""
    lines = (("青禾县第一中学", "家长满意度", 93), ("青禾县城关幼儿园", "幼儿家长满意度", 97))
    targets = [
        makers.target(
            "取暖费", unit=unit, table=n, indicators=(makers.indicator(line, f"≥{share}%", number=str(share), unit="%"),)
        )
        for n, (unit, line, share) in enumerate(lines, 1)
    ]
    makers.load(memory, makers.statement(*targets))

    assert "青禾县城关幼儿园" in Talk(conversation_of(memory)).asks(question).text.split("（")[0]


@pytest.mark.parametrize(
    ("question", "level"),
    [("水务局的项目属性分别是什么", "本级 1 个、含所属单位共 2 个项目的项目属性"), ("水务局本级项目属性", "")],
)
def test_texts_in_both_scopes(memory: Store, question: str, level: str) -> None:
    """What the forms of a unit say of themselves is told of those below it too, labelled, but for 本级."""
    water = {"department": BUREAU}
    targets = (
        makers.target("河道清淤", unit=BUREAU, code="301", table=1, attribute="常年项目", **water),
        makers.target("坝坡除草", unit=STATION, code="301001", table=2, attribute="一次性项目", **water),
    )
    makers.load(memory, makers.statement(*targets))
    reply = Talk(conversation_of(memory)).asks(question).text

    assert ("坝坡除草" in reply) == bool(level)
    assert level in reply


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("水务局满意度多少", ("青禾县水务局本级 1 张、含所属单位共 3 张表填了", "≥92%", "≥88%", "≥96%"), ("≥85%",)),
        ("水务局所有项目的满意度", ("本级 1 张、含所属单位共 3 张表填了", "≥88%"), ("万元",)),
        ("水务局中期满意度", ("本级 1 张、含所属单位共 2 张表填了", "≥95%"), ("≥88%",)),
        ("水务局本级满意度", ("≥92%",), ("≥88%", "所属单位")),
        ("含下属水务局满意度", ("青禾县水务局及所属单位有 3 张表填了", "≥88%"), ("本级",)),
        ("水务局满意度90%以上的项目", ("本级有 1 个，含所属单位共 2 个项目",), ("坝坡除草",)),
        ("水库站满意度", ("≥88%",), ("本级", "所属")),
        ("民政局满意度", ("≥85%",), ("本级", "所属")),
        ("水务局的目标是什么", ("青禾县水务局本级 1 个、含所属单位共 3 个项目",), ()),
        ("水务局质量指标", ("没有填质量指标",), ()),
        ("水务局资金构成", ("只算本级，要算所属单位请说“含所属”",), ("闸门养护",)),
        ("水库站资金构成", ("坝坡除草",), ("只算本级",)),
        ("水务局没有满意度指标的项目", ("青禾县水务局本级的 1 个项目里",), ()),
        ("含下属的水务局一共多少钱", ("青禾县水务局及所属单位", "3 个项目"), ()),
    ],
)
def test_lines_of_a_unit(talk: Talk, question: str, said: tuple[str, ...], not_said: tuple[str, ...]) -> None:
    """What is told of a unit with units below it is told of these as well, or the reply says that it is not."""
    reply = talk.says(question).text

    assert all(words in reply for words in said), reply
    assert not any(words in reply for words in not_said), reply


def test_a_line_that_only_one_level_has(memory: Store) -> None:
    """A line that is the unit's alone, or one below it has alone, is told so."""
    shared = {"department": BUREAU}
    rate = (makers.indicator("闸门完好率", "≥98%", number="98", unit="%", level1="产出指标", level2="质量指标"),)
    targets = (
        makers.target("河道清淤", unit=BUREAU, code="301", table=1, indicators=_satisfied(92), **shared),
        makers.target("坝坡除草", unit=STATION, code="301001", table=2, indicators=rate, **shared),
    )
    makers.load(memory, makers.statement(*targets))
    talk = Talk(conversation_of(memory))

    assert "所属单位的表没有填这类指标" in talk.asks("水务局满意度多少").text
    assert "这是所属单位的，本级的表没有填这类指标" in talk.asks("水务局闸门完好率多少").text
