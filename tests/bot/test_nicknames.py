"""What people of an office call its projects and units, noted by its administrators."""

import pytest

from bot.reading.wording import is_word
from tests.bot.program import Program


def _answer(program: Program, question: str) -> str:
    return program.run("ask", question).out


def test_a_nickname_is_understood_once_it_is_noted(program: Program) -> None:
    """Before it is an unknown word, then it means the names that hold what it stands for, and afterwards it is unknown again."""
    assert "没有找到“大软件”" in _answer(program, "大软件多少钱")

    noted = program.run("admin", "alias", "add", "大软件", "软件升级维护")
    assert 0 == noted.code
    assert "现在指 「软件升级维护」" in noted.out
    assert _answer(program, "大软件多少钱") == _answer(program, "软件升级维护多少钱")

    assert 0 == program.run("admin", "alias", "remove", "大软件").code
    assert "没有找到“大软件”" in _answer(program, "大软件多少钱")


def test_a_running_bot_learns_it(program: Program) -> None:
    """A nickname is noted in the store, so that every process knows it with the next question."""
    program.run("admin", "alias", "add", "老干部下乡", "乡村振兴下派干部")

    said = program.run("chat", "--jsonl", said='{"chat": "1", "text": "老干部下乡经费多少"}\n').out
    assert "2.6 万元" in said
    assert "4.64 万元" in said


def test_several_meanings(program: Program) -> None:
    """One nickname may stand for several names; one of them can be taken away, and a meaning that is there already stays one."""
    for formal in ("软件升级维护", "乡村振兴", "乡村振兴"):
        program.run("admin", "alias", "add", "重点活", formal)

    assert [("重点活", "乡村振兴"), ("重点活", "软件升级维护")] == [
        (one["nickname"], one["formal"]) for one in program.run("admin", "alias", "list", "--json").json
    ]
    assert 0 == program.run("admin", "alias", "remove", "重点活", "乡村振兴").code
    assert "重点活\t软件升级维护" in program.run("admin", "alias", "list").out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("add", "预算", "软件升级维护"), 2, "“预算”在提问里另有意思，不能作别名。"),
        (("add", "去年", "软件升级维护"), 2, "另有意思"),
        (("add", "软", "软件升级维护"), 2, "至少要两个字"),
        (("remove", "没有的"), 1, "没有登记过“没有的”。"),
    ],
)
def test_what_is_refused(program: Program, arguments: tuple[str, ...], code: int, said: str) -> None:
    """Words that mean something else stay what they are, and nothing is taken away that is not there."""
    ran = program.run("admin", "alias", *arguments)

    assert code == ran.code
    assert said in ran.err


def test_a_name_that_is_not_there_yet(program: Program) -> None:
    """What a nickname stands for may be loaded later: that it means nothing now is said."""
    assert "现在没有名称含有它" in program.run("admin", "alias", "add", "山马", "山地马拉松赛").out


@pytest.mark.parametrize(("text", "expected"), [("预算", True), ("一共多少", True), ("大软件", False), ("山马", False)])
def test_words_of_questions(text: str, expected: bool) -> None:
    """What means something in every question names nothing."""
    assert expected is is_word(text)
