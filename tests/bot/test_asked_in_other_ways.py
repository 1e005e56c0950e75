"""Names joined by a word that sounds like one of them, kinds of money by how many there are, and forms found by what they demand."""

from datetime import date

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

_DOCUMENT = "青禾县2024年度项目支出绩效目标"


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A boat race, an old street, a clinic's device, and a guard whose lines are vague or none at all."""
    lines = (
        makers.indicator("校园安全事故", "0起", level1="效益指标", level2="社会效益指标", document=_DOCUMENT),
        makers.indicator("校园环境", "有所改善", level1="效益指标", level2="社会效益指标", document=_DOCUMENT, row=8),
        makers.indicator("家长满意度", "95%", number="95", level1="满意度指标", level2="满意度指标", document=_DOCUMENT, row=9),
    )
    race = {"unit": "青禾县文旅局", "document": _DOCUMENT}
    targets = (
        makers.target("龙舟赛活动经费", yuan="920000", **race),
        makers.target("老渡口历史街区保护", yuan="1760000", goal="修缮“三线”建筑群。", table=2, **race),
        makers.target("彩超更新", unit="青禾县医院", goal="购置64排CT一台。", document=_DOCUMENT, table=3),
        makers.target(
            "保安服务费",
            unit="青禾县实验小学",
            yuan="390000",
            amounts={"annual/fiscal": "300000", "annual/other": "90000"},
            indicators=lines,
            document=_DOCUMENT,
            table=4,
        ),
    )
    makers.load(memory, makers.statement(*targets, document=_DOCUMENT, publisher="青禾县", published=date(2024, 2, 1)))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize("question", ["龙舟赛和老渡口街区各多少", "龙舟赛、老渡口街区各多少"])
def test_two_names(talk: Talk, question: str) -> None:
    """和 between two names joins them, though it sounds like the 活 that goes on with the first."""
    reply = talk.says(question).text

    assert "92 万元" in reply
    assert "176 万元" in reply


@pytest.mark.parametrize(
    "question", ["保安服务费的钱都由哪几块凑起来的", "保安服务费资金分几部分", "保安服务费的经费由哪些部分组成"]
)
def test_how_many_kinds_of_money(talk: Talk, question: str) -> None:
    """Of how many parts the money is made is told by all of them."""
    reply = talk.says(question).text

    assert "30 万元" in reply
    assert "9 万元" in reply


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("考核“0起”事故的有哪些项目", "保安服务费"),
        ("目标里写了“三线”建筑的项目", "老渡口历史街区保护"),
        ("有没有哪个项目带彩超的", "彩超更新"),
        ("家长满意度要求到95%的是哪个项目", "保安服务费"),
        ("保安服务费有没有不好衡量的指标", "有所改善"),
        ("买CT是放在哪个项目里", "彩超更新"),
    ],
)
def test_which_form_says_so(talk: Talk, question: str, told: str) -> None:
    """A form is found by what it demands, has, or is for."""
    reply = talk.says(question)

    assert reply.kind == "answer", reply.text
    assert told in reply.text


@pytest.mark.parametrize("question", ["“买CT”写在哪个项目里", "修宇宙飞船的钱在哪个项目里", "有没有哪个项目带飞船的"])
def test_what_no_form_says(talk: Talk, question: str) -> None:
    """What is quoted must stand to the letter, and what no form says is in none."""
    assert talk.says(question).kind == "not_found"
