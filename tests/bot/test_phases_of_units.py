"""Phases of what a unit has, where no project is named: “水务局一期二期一共”."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Chat, Reply
from tests.bot.honesty import amounts

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("水务局一期二期一共", "合计 250 万元"),
        ("水务局一期和二期加起来多少", "合计 250 万元"),
        ("水务局一二期合计", "合计 250 万元"),
        ("水务局一二两期合计多少万", "合计 250 万元"),
        ("水务局前两期一共", "合计 250 万元"),
        ("水务局的两期加一块儿", "合计 250 万元"),
        ("青禾县水务局两期总共花多少", "合计 250 万元"),
        ("水务局一期二期哪个多", "少 50 万元"),
        ("水务局两期里哪期多", "50 万元（本系统相减）"),
        ("水务局一二期各多少", "「水库除险加固工程（一期）」 100 万元"),
        ("水务局各期分别多少", "「水库除险加固工程（二期）」 150 万元"),
        ("林业局湿地修复两期一共", "合计 170 万元"),
        ("林业局一二期各多少", "「储备林建设（一期）」 70 万元"),
    ],
)
def test_of_its_only_project_with_phases(asks_bureaus: Asks, question: str, figure: str) -> None:
    """The phases are those of the one project of the unit that has any; each of several is told for itself."""
    reply = asks_bureaus(question)

    assert reply.kind == "answer", reply.text
    assert figure in reply
    assert "未用到" not in reply
    assert "河道清淤" not in reply


@pytest.mark.parametrize("question", ["林业局一期二期一共", "林业局两期加起来", "林业局一期二期哪个多", "林业局一二期平均多少"])
def test_of_several_projects_with_phases(asks_bureaus: Asks, question: str) -> None:
    """Where the unit has several, it is asked which is meant, and nothing is added up."""
    reply = asks_bureaus(question)

    assert reply.kind == "clarify", reply.text
    assert not amounts(reply.text)
    assert (
        "「储备林建设（一期）」、「储备林建设（二期）」",
        "「湿地修复工程（一期）」、「湿地修复工程（二期）」",
    ) == reply.choices


def test_the_one_chosen_is_added_up(bureaus: Chat) -> None:
    """The number that is answered means that project's phases alone."""
    bureaus.says("林业局一期二期一共")

    assert "合计 150 万元" in bureaus.says("1")


@pytest.mark.parametrize(
    "question", ["水务局一二三期一共", "水务局三期加起来", "水务局一到三期一共", "商务局一期二期一共", "商务局两期加起来"]
)
def test_phases_that_do_not_exist(asks_bureaus: Asks, question: str) -> None:
    """Where a phase does not exist, or none does, no sum of others is given."""
    reply = asks_bureaus(question)

    assert reply.kind != "answer", reply.text
    assert not amounts(reply.text)


def test_after_the_unit(bureaus: Chat) -> None:
    """The unit that was spoken of is the one whose phases are meant."""
    bureaus.says("水务局有哪些项目")

    assert "合计 250 万元" in bureaus.says("一期二期一共")


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        *(
            (q, "150 万元：")
            for q in (
                "水库除险加固最后一期多少钱",
                "水库除险加固工程最新一期",
                "水库除险加固末期多少",
                "最后一期水库除险加固工程",
            )
        ),
        *(
            (q, "100 万元：")
            for q in ("水库除险加固首期多少", "水库除险加固最早一期多少钱", "水库除险加固头一期", "水库除险加固倒数第二期")
        ),
        ("林业局最后一期湿地修复多少", "90 万元："),
    ],
)
def test_the_first_and_the_last_phase(asks_bureaus: Asks, question: str, figure: str) -> None:
    """“最后一期” is the last phase that there is, and never the first (一期)."""
    assert asks_bureaus(question).text.startswith(f"预算安排 {figure}")


@pytest.mark.parametrize("question", ["水库除险加固第二期多少", "水库除险加固工程第二期多少", "水库除险加固的第二期多少"])
def test_a_phase_by_its_ordinal(asks_bureaus: Asks, question: str) -> None:
    """第 belongs to the number, also where the name goes on with another word."""
    reply = asks_bureaus(question)

    assert "150 万元：" in reply
    assert "未用到" not in reply


@pytest.mark.parametrize(
    "question",
    [
        "水库除险加固二期比一期多多少",
        "水库除险加固二期比头一期多多少",
        "水库除险加固第二期比前一期多多少",
        "水库除险加固首期比二期少多少",
        "水库除险加固第一期和最后一期差多少",
    ],
)
def test_two_phases_of_which_one_is_said_by_its_place(asks_bureaus: Asks, question: str) -> None:
    """One that stands in the name and one that is counted are set beside each other."""
    reply = asks_bureaus(question)

    assert reply.kind == "answer", reply.text
    assert "50 万元（本系统相减）" in reply


@pytest.mark.parametrize("question", ["河道清淤最后一期多少", "水库除险加固倒数第五期多少", "水库除险加固一期的下一期多少"])
def test_no_such_phase(asks_bureaus: Asks, question: str) -> None:
    """Where a project has no such phase no figure of another is stated."""
    reply = asks_bureaus(question)

    assert "not_found" == reply.kind
    assert not amounts(reply.text)


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("水库除险加固一期多少", "下一期呢"), "预算安排 150 万元"),
        (("水库除险加固二期多少", "上一期"), "预算安排 100 万元"),
        (("水库除险加固二期多少", "下一期呢"), "没有下一期：已导入的文件里，「水库除险加固工程（二期）」是最后一期。"),
        (("水库除险加固一期多少", "前一期"), "没有上一期：已导入的文件里，「水库除险加固工程（一期）」是最早的一期。"),
        (("河道清淤多少", "下一期呢"), "前面问的不是分期的项目"),
    ],
)
def test_the_next_phase(bureaus: Chat, turns: tuple[str, str], said: str) -> None:
    """“下一期” goes on to the next phase of what was spoken of, and where there is none that is said."""
    bureaus.says(turns[0])

    assert bureaus.says(turns[1]).text.startswith(said)


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        *(
            (q, {"100 万元"})
            for q in ("水库除险加固除了二期", "除了二期的水库除险加固", "水库除险加固不含二期多少钱", "除二期外的水库除险加固")
        ),
        *((q, {"80 万元"}) for q in ("湿地修复除了二期还有哪些", "湿地修复不算二期的")),
        *((q, {"150 万元"}) for q in ("水库除险加固不含一期一共多少", "除了一期的水库除险加固")),
    ],
)
def test_a_phase_that_is_left_out(asks_bureaus: Asks, question: str, figures: set[str]) -> None:
    """What is left out is that phase of what is asked about, and the others are told."""
    reply = asks_bureaus(question)

    assert figures == {
        f"{int(float(fact['yuan'])) // 10000} 万元" for fact in reply.facts if fact["field"] == "total" and not fact.get("op")
    }


@pytest.mark.parametrize("question", ["除了四期的水库除险加固", "水库除险加固除了四期"])
def test_a_phase_that_is_not_there(asks_bureaus: Asks, question: str) -> None:
    """Where there is no such phase to leave out no figure is stated."""
    assert not amounts(asks_bureaus(question).text)
