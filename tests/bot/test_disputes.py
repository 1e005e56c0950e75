"""Documents of equal rank that state different figures: both are shown, and nothing is worked out from them."""

from datetime import UTC, datetime

import pytest

from bot.app import conversation_of
from bot.chat import Incoming, Reply
from store.database import Store
from tests import makers

NOON = datetime(2024, 6, 15, 12, tzinfo=UTC)


@pytest.fixture
def disputed(memory: Store) -> Store:
    """One target of which two documents say 28 and 30 万元, and a larger and a smaller one that are sure."""
    for document, yuan in (("甲报告", "280000"), ("乙报告", "300000")):
        road = makers.target("道路养护", unit="青禾县交通局", yuan=yuan, document=document)
        makers.load(memory, makers.statement(road, document=document))
    for project, yuan in (("教学楼改造", "900000"), ("图书购置", "50000")):
        sure = makers.target(project, unit="青禾县教育局", yuan=yuan, document=project)
        makers.load(memory, makers.statement(sure, document=project))
    return memory


def ask(store: Store, question: str) -> Reply:
    return conversation_of(store).reply(Incoming("c", "p", question, NOON), keep=False)


def test_both_figures_are_shown(disputed: Store) -> None:
    """The question for the target itself is answered with what each document says."""
    reply = ask(disputed, "道路养护多少钱")

    assert "28 万元" in reply.text
    assert "30 万元" in reply.text
    assert "相加" not in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "所有项目一共多少钱",
        "平均一个项目多少钱",
        "交通局和教育局哪个多",
        "道路养护比图书购置多多少",
        "哪个单位钱最多",
        "预算前两名的项目",
        "一共有几个项目",
    ],
)
def test_nothing_is_worked_out(disputed: Store, question: str) -> None:
    """A sum, a difference or a rank would have to choose between the documents: no figure, and the two are offered."""
    reply = ask(disputed, question)

    assert "clarify" == reply.kind
    assert "万元" not in reply.text
    assert "道路养护" in reply.text


def test_a_rank_that_the_dispute_cannot_change(disputed: Store) -> None:
    """Whichever of the two is right, another project has the most."""
    reply = ask(disputed, "哪个项目钱最多")

    assert "教学楼改造" in reply.text
    assert "90 万元" in reply.text


@pytest.mark.parametrize("question", ["29万以上的项目有哪些", "29万以下的项目有哪些"])
def test_a_limit_between_the_figures(disputed: Store, question: str) -> None:
    """A limit that only one of the two passes does not hide the other: both are shown with their documents."""
    text = ask(disputed, question).text

    assert "28 万元（《甲报告》）" in text
    assert "30 万元（《乙报告》）" in text


@pytest.mark.parametrize("question", ["29万以上的项目一共多少钱", "29万以上的项目有几个"])
def test_nothing_is_worked_out_within_a_limit(disputed: Store, question: str) -> None:
    """Nor is anything worked out from the one that passes."""
    assert "clarify" == ask(disputed, question).kind


def test_a_rank_whose_rival_is_far_below(memory: Store) -> None:
    """One document puts a project first, another one far down: it is not called the first."""
    for document, yuan in (("甲报告", "99000000"), ("乙报告", "1")):
        makers.load(memory, makers.statement(makers.target("道路养护", yuan=yuan, document=document), document=document))
    sure = [makers.target(f"项目{n}号", unit=f"第{n}局", yuan=f"{n}0000", table=n) for n in range(1, 41)]
    makers.load(memory, makers.statement(*sure, document="其余"))

    assert "clarify" == ask(memory, "哪个项目钱最多").kind


def test_a_name_that_is_printed_in_two_ways(memory: Store) -> None:
    """Brackets of another width make no other project: its two figures are not added up."""
    for document, project, yuan in (("甲报告", "道路养护（一期）", "280000"), ("乙报告", "道路养护(一期)", "300000")):
        makers.load(memory, makers.statement(makers.target(project, yuan=yuan, document=document), document=document))
    makers.load(memory, makers.statement(makers.target("图书购置", yuan="50000"), document="丙报告"))

    reply = ask(memory, "所有项目一共多少钱")
    assert ("clarify", False) == (reply.kind, "63" in reply.text)


def test_two_publishers_are_no_dispute(memory: Store) -> None:
    """A unit and a project of one name under two publishers are two targets: told apart, and chosen one by one."""
    for publisher, yuan in (("甲县财政局", "280000"), ("乙县财政局", "300000")):
        same = makers.target("网络运维", unit="财政局", yuan=yuan, document=publisher)
        makers.load(memory, makers.statement(same, document=publisher, publisher=publisher))
    bot = conversation_of(memory)

    reply = bot.reply(Incoming("c", "p", "网络运维多少钱", NOON))
    chosen = bot.reply(Incoming("c", "p", "1", NOON))

    assert "不同的数" not in reply.text
    assert "（乙县财政局） 30 万元" in reply.text
    assert ("30 万元" in chosen.text) != ("28 万元" in chosen.text)


@pytest.mark.parametrize("question", ["道路养护多少钱", "有哪些项目"])
def test_documents_of_one_title(memory: Store, question: str) -> None:
    """Where the titles are equal the files' names tell the figures apart."""
    for file, yuan in (("初稿.docx", "280000"), ("定稿.docx", "300000")):
        makers.load(memory, makers.statement(makers.target("道路养护", yuan=yuan), file=file))
    text = ask(memory, question).text

    assert (
        f"28 万元（《{makers.DOCUMENT}》，文件 初稿.docx）" in text
        or f"（《{makers.DOCUMENT}》，文件 初稿.docx） 28 万元" in text
    )
    assert "文件 定稿.docx" in text
