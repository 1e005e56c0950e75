"""“修路的那个” after a list: one of what was listed, whatever else is told by such words."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

LAST_YEAR = "青禾县2023年度项目支出绩效目标"
TRANSPORT, SCHOOLS, YARD = "青禾县交通运输局", "青禾县教育局", "青禾县养路站"


@pytest.fixture
def talk(memory: Store) -> Talk:
    """A chat about two bureaus, of which one builds and the other teaches."""
    targets = [
        (TRANSPORT, "畅通工程", "7800000", "修建通村水泥路 26 公里。"),
        (TRANSPORT, "客运补贴", "3200000", "补贴亏损线路，65岁以上老人免费乘车。"),
        (TRANSPORT, "治超站运行", "900000", "检测超载货车。"),
        (SCHOOLS, "校园安防", "950000", "为学校更换高清摄像头。"),
        (SCHOOLS, "课后服务", "2265000", "放学后照看学生。"),
        (YARD, "日常养护", "9620000", "清扫和修补县道。"),
    ]
    made = [
        makers.target(name, unit=unit, yuan=yuan, goal=goal, table=table, department=SCHOOLS if unit == SCHOOLS else TRANSPORT)
        for table, (unit, name, yuan, goal) in enumerate(targets, start=2)
    ]
    makers.load(memory, makers.statement(*made, publisher="青禾县"))
    before = [
        makers.target(name, unit=TRANSPORT, year=2023, yuan=yuan, table=table, document=LAST_YEAR)
        for table, (name, yuan) in enumerate((("畅通工程", "1000000"), ("客运补贴", "3000000")), start=2)
    ]
    makers.load(memory, makers.statement(*before, document=LAST_YEAR, publisher="青禾县"))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("给老人的那个", "320 万元：青禾县交通运输局「客运补贴」"),
        ("给老人的那个多少钱", "320 万元：青禾县交通运输局「客运补贴」"),
        ("哪个是检测货车的", "90 万元：青禾县交通运输局「治超站运行」"),
        ("那个治超的呢", "90 万元：青禾县交通运输局「治超站运行」"),
        ("修水泥路的是哪个", "780 万元：青禾县交通运输局「畅通工程」"),
        ("客运的那个目标是什么", "补贴亏损线路"),
    ],
)
def test_one_of_the_list(talk: Talk, said: str, expected: str) -> None:
    """The one of the list whose form says so is answered about."""
    talk.says("交通局有哪些项目")

    assert expected in talk.says(said).text


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("4个项目哪个最多", "最多的是青禾县养路站「日常养护」：962 万元"),
        ("这四个哪个最多", "最多的是青禾县养路站「日常养护」：962 万元"),
        ("3个项目哪个最多", "最多的是青禾县交通运输局「畅通工程」：780 万元"),
    ],
)
def test_as_many_as_are_said(talk: Talk, said: str, expected: str) -> None:
    """Of those of the unit itself and those with the units below it the ones that are as many."""
    talk.says("交通局有哪些项目")

    assert expected in talk.says(said).text


@pytest.mark.parametrize("said", ["给老人的那个多少钱", "装水泥路的那个", "哪个是检测货车的", "唱歌的那个多少钱"])
def test_none_of_the_list(talk: Talk, said: str) -> None:
    """What only a project outside of the list says is no answer: the list is offered once more, without a figure."""
    talk.says("教育局有哪些项目")
    reply = talk.says(said).text

    assert "上面列的 2 个里，没有一张表写着" in reply
    assert "万元" not in reply
    assert "课后服务" in talk.says("照看学生的那个").text


@pytest.mark.parametrize(
    ("first", "said", "expected"),
    [
        ("教育局有哪些项目", "客运补贴的那个多少钱", "320 万元"),  # named in full
        ("教育局有哪些项目", "交通局检测货车的那个", "90 万元"),  # of a unit that is said
        ("校园安防多少钱", "检测货车的那个", "90 万元"),  # after no list
        ("教育局有哪些项目", "最贵的那个", "226.5 万元"),  # a rank
    ],
)
def test_not_of_the_list(talk: Talk, first: str, said: str, expected: str) -> None:
    """Names, units, ranks and what follows no list are read as ever."""
    talk.says(first)

    assert expected in talk.says(said).text


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("最大那个去年多少", "预算安排 100 万元：青禾县交通运输局「畅通工程」2023年"),
        ("最大的去年有吗", "预算安排 100 万元：青禾县交通运输局「畅通工程」2023年"),
        ("最少的那个去年多少", "已导入的2023年的文件里没有「治超站运行」"),
    ],
)
def test_the_first_of_the_list_in_another_year(talk: Talk, said: str, expected: str) -> None:
    """It is the first now of which the other year is asked, and not the first of that year, nor of all units."""
    talk.says("交通局今年有哪些项目")

    assert expected in talk.says(said).text


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("300万以上的有哪些", "客运的那个呢", "去年100万以上的呢"), "2023年预算不低于100万的有 2 个项目"),
        (("教育局今年有哪些项目", "第一个", "除了它"), "「课后服务」预算安排，1 个项目"),
        (("交通局今年有哪些项目", "第一个和第二个加起来", "除了它"), "青禾县交通运输局本级：1 个项目，90 万元"),
        (("哪个局钱最多", "它有几个项目", "最大的是哪个"), "最多的是青禾县交通运输局「畅通工程」：780 万元"),
    ],
)
def test_what_is_asked_after_one_of_the_list(talk: Talk, turns: tuple[str, ...], expected: str) -> None:
    """Another limit is one of all that was listed, and what is left out leaves the others of the unit."""
    assert expected in [talk.says(turn).text for turn in turns][-1]


@pytest.mark.parametrize(("listed", "number"), [("交通局有哪些项目", 4), ("客运补贴有哪些项目", 1), ("客运补贴多少钱", 1)])
def test_for_other_users(talk: Talk, listed: str, number: int) -> None:
    """“给单位用的那个” is none of those that do not say so, and not the one that was spoken of."""
    talk.says(listed)
    reply = talk.says("给单位用的那个")

    assert reply.kind == "clarify"
    assert f"上面列的 {number} 个里，没有一张表写着“给单位用”" in reply.text
    assert not reply.facts


def test_by_ear_of_another(memory: Store) -> None:
    """What only sounds like a part of another unit's project tells one of the list."""
    targets = [
        makers.target("高龄体检", unit=SCHOOLS, goal="为老人体检。", table=2),
        makers.target("课后服务", unit=SCHOOLS, goal="放学后照看学生。", table=3),
        makers.target("独居老人助餐", unit=TRANSPORT, goal="送餐。", table=4),
    ]
    makers.load(memory, makers.statement(*targets, publisher="青禾县"))
    talk = Talk(conversation_of(memory))
    talk.says("教育局有哪些项目")

    assert "「高龄体检」" in talk.says("给老人的那个").text
