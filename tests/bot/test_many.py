"""Questions about more targets than are read: the same figures, added up by the database, or a question back without any."""

from collections.abc import Iterator

import pytest

from bench.corpus import pairs
from bench.filling import fill
from bot.app import conversation_of
from bot.conversation import Conversation
from bot.replying.many import TooMany
from store import targets
from store.database import Store
from store.plan import Plan
from tests import makers
from tests.bot.conftest import Reply, answer

_CORPUS = pairs(80, seed=2)


@pytest.fixture
def large(memory: Store) -> Conversation:
    fill(memory, _CORPUS, (2024, 2025))
    return conversation_of(memory)


@pytest.fixture
def _few(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if hardly anything could be read for one answer."""
    yield from _limited(monkeypatch)


def _limited(monkeypatch: pytest.MonkeyPatch, most: int = 40) -> Iterator[None]:
    monkeypatch.setattr("bot.replying.many.MOST_READ", most)
    monkeypatch.setattr("bot.replying.many.MOST_ADDED", most)
    yield


def both(bot: Conversation, question: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Reply, Reply]:
    """The reply that reads all, and the one that may not."""
    whole = answer(bot, question)
    next(_limited(monkeypatch))
    return whole, answer(bot, question)


def figures(reply: Reply) -> list[tuple[str, str, str]]:
    """What was worked out, in its order."""
    return [(fact["op"], fact["yuan"], fact["value"]) for fact in reply.facts if fact.get("op")]


@pytest.mark.parametrize(
    "question",
    [
        "所有项目一共多少钱",
        "两年一共多少钱",
        "所有项目的财政拨款一共多少",
        "平均一个项目多少万",
        "平均每个单位多少钱",
        "平均每年多少钱",
        "除了一次性项目一共多少",
        "常年项目一共多少",
        "每年的项目总额各是多少",
        "2025年比2024年多多少",
    ],
)
def test_what_is_added_up_reads_as_if_it_had_been_read(
    large: Conversation, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first line is the same to the letter, and each figure in it is a fact."""
    whole, added = both(large, question, monkeypatch)

    assert added.kind == "answer"
    assert whole.text.splitlines()[0] == added.text.splitlines()[0]
    assert set(figures(added)) <= {*figures(whole)} | {("avg", fact[1], fact[2]) for fact in figures(whole)}
    assert figures(added)
    assert len(added.facts) < len(whole.facts)


@pytest.mark.parametrize("question", ["各单位分别多少钱", "各单位各有几个项目", "各部门多少钱"])
def test_groups_are_the_same_in_another_order(large: Conversation, question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each unit or department has the figure that it had."""
    whole, added = both(large, question, monkeypatch)

    assert sorted(_items(whole)) == sorted(_items(added))


def _items(reply: Reply) -> list[str]:
    """The items of a list without their numbers."""
    line = next(line for line in reply.text.splitlines() if line.startswith("1. "))
    return [item.split(". ", 1)[1].rstrip("。") for item in line.split("；")]


@pytest.mark.parametrize("question", ["哪个单位钱最多", "预算最少的单位", "钱最多的三个单位", "哪个单位项目最多"])
def test_only_the_units_that_come_first_are_read(large: Conversation, question: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ranking of units is the same, with all of its facts."""
    whole, added = both(large, question, monkeypatch)

    assert (whole.text, whole.facts) == (added.text, added.facts)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("有哪些项目", "2025年共 72 个项目（预算安排），太多，没有一一列出：请再说单位、年度、属性或金额。"),
        ("一共有几个项目", "2025年共 72 个项目（预算安排），太多"),
        ("10万以上的项目有哪些", "10万的共"),
        ("一共有几个单位", "2025年有 8 个单位："),
        ("有哪些单位", "2025年有 8 个单位："),
    ],
)
@pytest.mark.usefixtures("_few")
def test_so_many_are_counted(large: Conversation, question: str, said: str) -> None:
    """What is not listed is counted, and it is said what to name."""
    assert said in answer(large, question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("缺什么指标", "这一问涉及 72 个项目，太多，没有一一查看，也没有给出数：请说明单位、项目名称、年度"),
        ("哪些表有问题", "wenxiao admin findings"),
        ("满意度指标有哪些", "请说明单位、项目名称"),
        ("满意度低于92%的项目有哪些", "这一问涉及 72 个项目"),
        ("2025年新增了什么项目", "这一问涉及 152 个项目"),
        ("2025年哪些项目比2024年预算减少了", "太多"),
        ("各单位2025年比2024年多多少", "太多"),
    ],
)
@pytest.mark.usefixtures("_few")
def test_what_cannot_be_added_up_is_asked_back(large: Conversation, question: str, said: str) -> None:
    """Nothing is read, no figure is stated, and the reply says what would narrow the question."""
    reply = answer(large, question)

    assert (reply.kind, reply.facts) == ("clarify", [])
    assert said in reply, reply.text


@pytest.mark.usefixtures("_few")
def test_a_place_among_too_many(large: Conversation) -> None:
    """What is set beside too many others has no place."""
    assert "这一问要和 72 个项目放在一起比" in answer(large, f"{_CORPUS[0].unit.name}排第几")


@pytest.mark.usefixtures("_few")
def test_a_share_of_everything(large: Conversation, monkeypatch: pytest.MonkeyPatch) -> None:
    """Part and whole are added up, and the rate is worked out of them."""
    question = f"{_CORPUS[0].unit.name}占全部的多少"
    added = answer(large, question)
    monkeypatch.undo()

    assert answer(large, question).text.partition("：")[0] == added.text.partition("：")[0]
    assert ["sum", "sum", "share"] == [op for op, _, _ in figures(added)]


@pytest.mark.usefixtures("_few")
def test_one_unit_is_answered_as_ever(large: Conversation, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is about few targets is read, however many there are beside them."""
    question = f"{_CORPUS[0].unit.name}有哪些项目"
    limited = answer(large, question)
    monkeypatch.undo()

    assert answer(large, question).text == limited.text


def test_disputed_amounts_are_not_added_up(memory: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two documents of equal rank state different amounts, the database's sum is none either."""
    later = "青禾县财政局2024年度项目支出绩效目标（二）"
    makers.load(memory, makers.statement(makers.target("维护", yuan="200"), makers.target("培训", yuan="300", table=2)))
    makers.load(memory, makers.statement(makers.target("维护", yuan="900", document=later), document=later))
    next(_limited(monkeypatch, 1))
    reply = answer(conversation_of(memory), "所有项目一共多少钱")

    assert (reply.kind, reply.facts) == ("clarify", [])


def test_a_reading_is_kept_for_one_question() -> None:
    """Several parts of an answer that look at the same targets read them once; too many are not read at all."""
    from bot.replying.many import MOST_ADDED, bounded

    asked: list[Plan] = []

    counted: list[Plan] = []

    def run(plan: Plan, *, money_only: bool = False) -> list[object]:
        asked.append(plan)
        return [money_only]

    def size(plan: Plan) -> int:
        counted.append(plan)
        return MOST_ADDED + 1 if not plan.units else 1

    read = bounded(run, size, lambda plan: 1 if plan.projects else MOST_ADDED + 1)  # type: ignore[arg-type]  # no views
    assert [[True], [True]] == [read(Plan(units=("甲",)), money_only=True) for _ in range(2)]
    assert len(asked) == 1
    with pytest.raises(TooMany):
        read(Plan(), money_only=True)
    read(Plan(projects=("乙",)), money_only=True)
    assert len(counted) == 2  # of few projects it is known without asking


def test_one_turn_reads_the_same_targets_once(large: Conversation, monkeypatch: pytest.MonkeyPatch) -> None:
    """To understand the question and to answer it the same forms are looked at."""
    read: list[Plan] = []

    def reading(store: Store, plan: Plan, *rest: object, **others: object) -> list[targets.TargetView]:
        read.append(targets.read_of(plan))
        return targets.run(store, plan, *rest, **others)  # type: ignore[arg-type]

    monkeypatch.setattr("bot.desks.run", reading)
    one = _CORPUS[0]
    said = answer(large, f"{one.unit.name}的{one.project.name}有多少张")

    assert one.project.name in said.text
    assert len(read) == len(set(read)) > 0
