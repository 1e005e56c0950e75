"""What changed between two years, and what the store covers."""

import re

import pytest

from store.database import Store
from tests import makers
from tests.bot import written
from tests.bot.conftest import Chat
from tests.bot.written import Talk, talk_about


@pytest.fixture(params=["青禾县", "水务系统"])
def talk(memory: Store, request: pytest.FixtureRequest) -> Talk:
    return talk_about(memory, request.param)


def named(text: str) -> set[str]:
    return set(re.findall("「([^」]+)」", text))


@pytest.mark.parametrize(
    ("question", "projects"),
    [
        ("水务局2024年新增了什么项目", {"西沟泵站改造"}),
        ("水务局今年新增的项目有哪些", {"西沟泵站改造"}),
        ("2023年没有、2024年有的项目", {"西沟泵站改造", "公路养护", "校舍维修"}),  # the last two of units without 2023
        ("水务局2024年取消了哪些项目", {"闸门更换"}),
        ("2023年有、2024年没有的项目", {"闸门更换"}),
        ("2024年没有，2023年有的项目", {"闸门更换"}),
        ("水务局今年跟去年比有啥变化", {"河道清淤", "西沟泵站改造", "闸门更换"}),
        ("哪些项目金额变了", {"河道清淤"}),
    ],
)
def test_what_changed(talk: Talk, question: str, projects: set[str]) -> None:
    """New, gone and changed projects, whoever published the two years' documents."""
    reply = talk.asks(question)

    assert ("answer", projects) == (reply.kind, named(reply.text))


def test_a_unit_of_one_year_is_named(talk: Talk) -> None:
    """Where nothing of a unit's other year is loaded its projects are not called new, and the unit is named."""
    reply = talk.asks("今年跟去年比有什么变化")

    assert "新增 1 个，取消 1 个，没变 1 个" in reply.text
    assert "青禾县公路站、青禾县实验小学没有2023年的项目可比，2024年的 2 个没有算在内。" in reply.text
    only_new = talk.asks("2023年没有、2024年有的项目").text
    assert "另有 2 个没有算在内，单位在2023年的文件里没有项目可比：青禾县公路站「公路养护」" in only_new
    assert "2023年的文件里没有青禾县公路站" in talk.asks("公路站2024年新增了什么项目").text


def test_a_year_that_is_not_loaded(talk: Talk) -> None:
    """Without one of the years nobody knows what is new."""
    assert "没法比较：2022年的文件没有导入" in talk.asks("2023年新增了哪些项目").text


def test_a_project_that_stayed_as_it_was(talk: Talk) -> None:
    """One project is told with both years' amounts."""
    assert "一样多：青禾县水务局「水质监测」 2023年 8 万元，2024年 8 万元。" in talk.asks("水质监测今年跟去年比有变化吗").text
    assert "30 万元 → 36 万元，多 6 万元" in talk.asks("河道清淤有什么变化").text


def test_what_the_new_ones_cost(talk: Talk, memory: Store) -> None:
    """A total of new projects is asked for in one breath, and marked as ours."""
    more = [makers.target(f"{n}号水库除险", unit=written.WATER, yuan="100000", table=n, document="补充") for n in (1, 2)]
    makers.load(memory, makers.statement(*more, document="补充", publisher="青禾县"))

    assert "合计 70 万元（本系统相加，文件未印合计）" in talk.asks("水务局2024年新增的项目一共多少钱").text


def test_two_projects_differ_without_years(talk: Talk) -> None:
    """A difference between two projects of one year is a comparison, and no change."""
    assert "比" in talk.asks("河道清淤和水质监测有什么不同").text
    assert "新增" not in talk.asks("河道清淤和水质监测有什么不同").text


def test_what_changed_goes_on(talk: Talk) -> None:
    """A follow-up that names another unit asks the same of it."""
    talk.says("水务局2024年新增了什么项目")

    assert "公路站" in talk.says("公路站呢").text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("你这里有哪些年份的数据", "有 2 个年度：2023年、2024年，最新是2024年"),
        ("数据最新是哪一年", "最新是2024年"),
        ("水务局有哪几年的", "有 2 个年度：2023年、2024年"),
        ("公路站有哪几年的数据", "有 1 个年度：2024年"),
        ("导入了几份文件", "已导入 3 份文件：2023、2024年，3 个单位、8 张项目支出绩效目标表"),
        ("都有哪些文件", "《青禾县水务局2023年度项目支出绩效目标》（2023年，3 张表）"),
        ("水务局有哪些文件", "青禾县水务局的目标表在 2 份文件里"),
        ("2024年有哪些文件", "2024年的目标表在 2 份文件里"),
        ("有多少个单位", "3 个单位"),
    ],
)
def test_what_the_store_covers(talk: Talk, question: str, said: str) -> None:
    """Years, files, units: of everything, of a unit, of a year."""
    reply = talk.asks(question)

    assert "answer" == reply.kind
    assert said in reply.text


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (
            ("林业局今年新增了哪些项目", "哪个最多"),
            "3 个项目里，预算安排最多的是青禾县林业局「湿地修复工程（二期）」 90 万元",
            "泵站",
        ),
        (("林业局今年新增了哪些项目", "最少的呢"), "最少的是青禾县林业局「储备林建设（一期）」 70 万元", ""),
        (("林业局今年新增了哪些项目", "哪个最多", "第二呢"), "第 2 多的是青禾县林业局「储备林建设（二期）」 80 万元", ""),
        (("林业局今年新增了哪些项目", "哪个最多", "它的护鸟巡查次数"), "12次", ""),
        (("林业局今年新增了哪些项目", "一共多少"), "合计 240 万元", ""),
        (("林业局今年新增的项目里最大的两个",), "最多的 2 个", "一期"),
        (("林业局今年取消的项目里最大的是哪个",), "2023年有、2024年没有的 1 个项目里", ""),
        (("林业局今年新增了哪些项目", "全县哪个项目最多"), "「泵站改造」：200 万元", ""),
        (("林业局今年新增了哪些项目", "哪个单位钱最多"), "2024年预算安排最多的 2 个", "没有的"),
    ],
)
def test_the_most_of_what_is_new(bureaus: Chat, turns: tuple[str, ...], said: str, unsaid: str) -> None:
    """A rank and a sum after what is new, or gone, are of these; of all that there is where that is said."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert said in reply
    assert not unsaid or unsaid not in reply


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("项目数比去年多的单位", "青禾县林业局 1 个 → 3 个，多 2 个"),
        ("哪些单位项目数比去年多", "青禾县林业局 1 个 → 3 个，多 2 个"),
        ("项目数比去年少的单位有哪些", "一个也没有"),
        ("哪个单位今年项目比去年多", "青禾县林业局 1 个 → 3 个，多 2 个"),
        ("项目比去年多的单位", "青禾县林业局 1 个 → 3 个，多 2 个"),
    ],
)
def test_units_by_number(bureaus: Chat, question: str, told: str) -> None:
    """How many projects units have more is told of projects, and not of money."""
    reply = bureaus.says(question)

    assert told in reply
    assert "万元" not in reply.text


def test_not_by_number(bureaus: Chat) -> None:
    """Which projects have more is asked of their money."""
    assert "38 万元 → 90 万元" in bureaus.says("哪些项目比去年多")
