"""What begins or is called otherwise than the name it resembles: it is offered, and no figure of it is told."""

from datetime import date

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.honesty import amounts
from tests.bot.written import Talk

_DOCUMENT = "青禾县2024年度项目支出绩效目标"
_PROJECTS = ("湖堤巡护经费", "中小学教师心理培训", "小麦病虫害统防统治", "湖泊河流长制工作经费", "护林员补助", "农村公厕改造")


@pytest.fixture
def talk(memory: Store) -> Talk:
    """Six projects, one a form."""
    targets = (makers.target(name, unit="青禾县财政局", document=_DOCUMENT, table=i) for i, name in enumerate(_PROJECTS, 1))
    makers.load(memory, makers.statement(*targets, document=_DOCUMENT, publisher="青禾县", published=date(2024, 2, 1)))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("海堤巡护经费多少", "湖堤巡护经费"),
        ("高中教师心理培训安排多少", "中小学教师心理培训"),
        ("小麦鼠害统防统治多少钱", "小麦病虫害统防统治"),
        ("林长制工作经费多少", "湖泊河流长制工作经费"),
    ],
)
def test_another_word_of_the_name(talk: Talk, question: str, name: str) -> None:
    """A character that is none of the name's, where no slip of the fingers puts it, calls something else."""
    reply = talk.says(question)

    assert reply.kind in ("not_found", "clarify")
    assert name in reply.text
    assert not amounts(reply.text)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("弧堤巡护经费多少", "湖堤巡护经费"),
        ("湖提巡护经费多少", "湖堤巡护经费"),
        ("小麦病虫害统防统冶多少", "小麦病虫害统防统治"),
        ("改公厕多少", "农村公厕改造"),
        ("老湖堤巡护多少", "湖堤巡护经费"),
        ("护林员补住多少", "护林员补助"),
    ],
)
def test_a_slip_a_deed_or_a_word_before(talk: Talk, question: str, name: str) -> None:
    """What sounds alike, one character typed for another, and what stands before the whole of a name leave it what it is."""
    reply = talk.says(question)

    assert reply.kind == "answer"
    assert name in reply.text
