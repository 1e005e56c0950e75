"""What is set side by side, counted or looked for is what was asked: projects of one unit, two differences, years in turn, months."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer


@pytest.fixture
def offices(memory: Store) -> Store:
    """A station with two projects this year and one last year, a bureau with two, and three towns with several each."""
    _load(
        memory,
        2023,
        [("青禾县农机站", "农机补贴", "300000"), ("青禾县林业局", "造林一期", "100000"), ("柳渡镇人民政府", "道路", "900000")],
    )
    rows = [
        ("青禾县农机站", "农机补贴", "310000"),
        ("青禾县农机站", "农机培训", "110000"),
        ("青禾县林业局", "造林二期", "150000"),
        ("青禾县林业局", "护林", "80000"),
        ("柳渡镇人民政府", "道路", "900000"),
        ("石桥镇人民政府", "道路", "300000"),
        ("石桥镇人民政府", "路灯", "280000"),
        ("白杨镇人民政府", "道路", "400000"),
    ]
    _load(memory, 2024, rows)
    return memory


def _load(store: Store, year: int, rows: list[tuple[str, str, str]]) -> None:
    document = f"青禾县{year}年度项目支出绩效目标"
    kinds = {"护林": "新增项目"}
    targets = [
        makers.target(
            p, unit=u, yuan=y, year=year, document=document, table=n, attribute=kinds.get(p, "常年项目"), indicators=_due(p)
        )
        for n, (u, p, y) in enumerate(rows, 1)
    ]
    makers.load(store, makers.statement(*targets, document=document))


def _due(project: str) -> tuple[object, ...]:
    due = {"路灯": "2024年6月底前", "护林": "2024年11月底前"}.get(project)
    new = {"道路": [makers.indicator("新增路口", "60个", number="60", unit="个", row=9)]}.get(project, [])
    return (*([makers.indicator("完成时间", due, row=8)] if due else []), *new)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("农机站今年两个项目差多少", "农机补贴比农机培训多 20 万元"),
        ("农机站今年两项相差多少", "农机补贴比农机培训多 20 万元"),
        ("农机站今年两项哪个多", "农机补贴比农机培训多 20 万元"),
        ("农机站今年哪项少", "农机补贴比农机培训多 20 万元"),
        ("农机站今年哪个项目多", "「农机补贴」：31 万元"),
        ("农机站今年比去年差多少", "2024年比2023年多 12 万元"),
        ("农机站和林业局哪个项目多", "青禾县林业局 2 个项目"),
        ("三个镇今年第二名和第三名差多少", "相差 18 万元"),
        ("农机站去年几个项目，今年几个", "2024年青禾县农机站共 2 个项目"),
        ("农机站去年有几个项目今年几个", "2023年 1 个项目"),
        ("今年新增项目有几个", "2024年有、2023年没有的项目有"),
        ("今年新增项目有几个（项目属性）", "“新增项目”共 1 个项目"),
        ("属性是新增项目的有几个", "「护林」"),
        ("今年6月底前完成的项目有哪些", "「路灯」"),
    ],
)
def test_what_was_asked(offices: Store, question: str, said: str) -> None:
    """Two projects of one unit are no two years, the places of towns none of projects, and a count of each year is told for each."""
    assert said in answer(conversation_of(offices), question)


@pytest.mark.parametrize(
    "question", ["今年9月底前完成的项目有哪些", "1月底前完成的项目有哪些", "上半年完成的项目有哪些", "9月完成的项目有哪些"]
)
def test_another_month_is_no_answer(offices: Store, question: str) -> None:
    """What is left of words without their month stands beside any other."""
    reply = answer(conversation_of(offices), question)

    assert reply.kind != "answer"
    assert "万元" not in reply


def test_two_differences(offices: Store) -> None:
    """Two comparisons in one breath are told one after the other, and no mean is passed over."""
    bot = conversation_of(offices)
    both = answer(bot, "造林二期比造林一期多多少，农机补贴比农机培训多多少")

    assert "多 5 万元" in both
    assert "多 20 万元" in both
    assert "没有给出数" in answer(bot, "道路比农机补贴和农机培训平均多多少")


def test_the_largest_of_projects_that_were_counted(offices: Store) -> None:
    """After projects of several units the largest is one of these, and no unit."""
    chat = Chat(conversation_of(offices))
    chat.says("农机站和林业局今年一共几个项目")

    assert "「农机补贴」：31 万元" in chat.says("最大的是哪个")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("农机补贴今年多还是去年多", "多 1 万元"),
        ("农机补贴是去年多还是今年", "少 1 万元"),
        ("农机站去年安排得多，还是今年安排得多", "少 12 万元"),
        ("石桥镇多还是白杨镇多", "多 18 万元"),
        ("道路是石桥镇多还是白杨镇的多呢", "少 10 万元"),
        ("农机补贴今年还是去年多", "多 1 万元"),
        ("农机补贴今年还是去年的钱多", "多 1 万元"),
        ("石桥镇还是白杨镇的预算高一些", "多 18 万元"),
        ("农机补贴多还是农机培训多", "多 20 万元"),
    ],
)
def test_one_or_the_other(offices: Store, question: str, said: str) -> None:
    """“甲多还是乙多” and “甲还是乙多” set both beside each other."""
    reply = Chat(conversation_of(offices)).says(question)

    assert (reply.kind, said in reply.text) == ("answer", True), reply.text


def test_more_or_less_of_one_is_of_its_years(offices: Store) -> None:
    """“多还是少” names no second side."""
    assert "多 1 万元" in Chat(conversation_of(offices)).says("农机补贴比去年多还是少").text
