"""A kind of money that the form of one year has, and that of another leaves blank: the form is there, and a blank is no 0."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from store.model import Blank, FundingKind, Horizon
from tests import makers
from tests.bot.conftest import answer


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """渡船补贴 with 上年结转 of 2024 alone, a project in two phases of which the second alone has some, and one that is new."""
    carried = {"annual/carryover": "20000"}
    for year in (2023, 2024):
        document = f"青禾县交通局{year}年度项目支出绩效目标"
        names = ["渡船补贴", f"码头改造（{'一' if year == 2023 else '二'}期）", *(["航标更新"] if year == 2024 else [])]
        made = [
            makers.target(
                name,
                unit="青禾县交通局",
                year=year,
                yuan="90000",
                amounts=carried if year == 2024 else {},
                document=document,
                table=n,
            )
            for n, name in enumerate(names, start=1)
        ]
        if year == 2023:
            blank = Blank(field=FundingKind.CARRYOVER.value, horizon=Horizon.ANNUAL, source=makers.source("", document=document))
            made = [one.model_copy(update={"blanks": (blank,)}) for one in made]
        makers.load(memory, makers.statement(*made, document=document, publisher="青禾县交通局"))
    return conversation_of(memory)


@pytest.mark.parametrize(
    "question",
    [
        "渡船补贴今年结转比去年多多少",
        "渡船补贴2024年上年结转较2023年增减",
        "渡船补贴结转涨了多少",
        "渡船补贴2023和2024结转谁多",
        "码头改造二期结转比一期多多少",
    ],
)
def test_a_blank_is_no_missing_project(bot: Conversation, question: str) -> None:
    """What is blank is said, of its year, and the figure that there is carries the label of its kind."""
    reply = answer(bot, question)

    assert "2023年“上年结转”表上没填" in reply
    assert "上年结转（预算安排）：青禾县交通局" in reply
    assert "没有「" not in reply
    assert "文件里没有" not in reply


def test_a_sum_over_a_blank_year(bot: Conversation) -> None:
    """A year whose form is blank is no year without a file."""
    reply = answer(bot, "渡船补贴2023年和2024年上年结转一共多少")

    assert "2023年的表上没有填“上年结转”" in reply
    assert "文件里没有" not in reply


def test_the_whole_and_a_kind_of_it(bot: Conversation) -> None:
    """Where a clause asks for a kind of money, the clause before it still asks for the whole."""
    reply = answer(bot, "渡船补贴今年比去年多多少，结转多多少")

    assert "一样多：青禾县交通局「渡船补贴」预算安排" in reply
    assert "2023年“上年结转”表上没填" in reply


def test_a_project_that_the_year_has_not(bot: Conversation) -> None:
    """Where there is no form, that is said."""
    assert "没法比较：2023年没有「航标更新」。" in answer(bot, "航标更新今年结转比去年多多少")
