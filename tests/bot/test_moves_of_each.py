"""Which of several rose or fell, the least moves, and questions that go on from them."""

from collections.abc import Callable

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, Reply, answer

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("水务局和审计局谁涨得多", ["150 万元（2 个项目） → 210 万元（2 个项目），多 60 万元", "多 5 万元"]),
        ("水务局和审计局哪个涨了", ["多 60 万元", "多 5 万元"]),
        ("审计业务费和河道清淤哪个涨得多", ["50 万元 → 60 万元，多 10 万元", "35 万元 → 40 万元，多 5 万元"]),
        ("审计业务费和河道清淤哪个涨得快", ["（增长 20%）", "（增长 14.29%）"]),
    ],
)
def test_each_beside_itself(asks_bureaus: Asks, question: str, said: list[str]) -> None:
    """Of those that are named each is set beside itself in the year before, and not beside the others."""
    reply = asks_bureaus(question)

    assert all(words in reply for words in said), reply.text


@pytest.mark.parametrize(
    ("question", "kind", "said"),
    [
        ("水务局两个项目今年哪个涨得最多", "answer", "增加最多的是"),
        ("水务局两个项目今年各增减多少", "answer", "与2023年比"),
        ("水务局九个项目哪个涨得最多", "not_found", "没有找到“九个项目”"),
        ("水务局两个项目今年涨了多少", "clarify", "还不会算"),
    ],
)
def test_as_many_projects_as_there_are(asks_bureaus: Asks, question: str, kind: str, said: str) -> None:
    """Their number limits nothing, where there are so many; what they rose by is not how far they are apart."""
    reply = asks_bureaus(question)

    assert (kind, True) == (reply.kind, said in reply.text), reply.text


@pytest.mark.parametrize("first", ["水务局两个项目今年哪个涨得最多", "水务局今年哪个项目涨得最多"])
def test_going_on_from_one_of_as_many(bureaus: Chat, first: str) -> None:
    """“涨了多少” is asked of the one that was found, however they were counted, and not of the unit."""
    found = bureaus.says(first)
    reply = bureaus.says("涨了多少")

    project = found.text.partition("「")[2].partition("」")[0]
    assert project
    assert f"「{project}」" in reply, reply.text
    assert "项相加" not in reply.text


def test_a_difference_is_between_them(asks_bureaus: Asks) -> None:
    """“差多少” is still asked of the one and the other."""
    assert "相差" in asks_bureaus("今年水务局和审计局相差多少") or "多 170 万元" in asks_bureaus("今年水务局和审计局相差多少")
    assert "2023年" not in asks_bureaus("水务局比审计局增加多少")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("涨得最少的项目是哪个", "增加最少的是青禾县审计局「审计业务费」 35 万元 → 40 万元，多 5 万元"),
        ("涨幅最小的项目是哪个", "增幅最小的是青禾县审计局「审计业务费」"),
        ("变动最小的项目", "变动最小的是青禾县审计局「审计业务费」"),
        ("变化最大的项目是哪个", "变动最大的是柳渡镇人民政府「环境保洁经费」 38 万元 → 90 万元，多 52 万元"),
        ("涨得最多的项目涨了多少", "多 52 万元"),
    ],
)
def test_either_end_of_what_moved(asks_bureaus: Asks, question: str, said: str) -> None:
    """The least move is a rank as the most is, whichever way it went."""
    assert said in asks_bureaus(question)


def test_moves_that_tie(memory: Store) -> None:
    """As many are told as moved by as much as the last."""
    rows = [("甲项目", "10"), ("乙项目", "20"), ("丙项目", "30")]
    old = [makers.target(name, yuan=f"{yuan}0000", year=2023, table=n) for n, (name, yuan) in enumerate(rows, 1)]
    new = [makers.target(name, yuan=f"{int(yuan) + 5}0000", table=n) for n, (name, yuan) in enumerate(rows, 1)]
    makers.load(memory, makers.statement(*old, document="2023年表"))
    makers.load(memory, makers.statement(*new, document="2024年表"))
    reply = answer(conversation_of(memory), "涨得最多的项目是哪个")

    assert all(name in reply for name, _ in rows), reply.text


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("2024年比2023年涨得最多的项目", "涨了多少"), "多 52 万元"),
        (("2024年比2023年涨得最多的项目", "占全县多少"), "占 9%"),
        (("哪些项目涨了", "降的呢"), "一个也没有"),
        (("哪些项目涨了", "涨得最少的呢"), "「审计业务费」"),
        (("今年几个项目涨了", "没变的呢"), "一个也没有"),
        (("水务局和审计局谁涨得多", "谁降了"), "多 60 万元"),
    ],
)
def test_going_on_from_what_moved(bureaus: Chat, questions: tuple[str, str], said: str) -> None:
    """A short question is about the one that was told, or asks the same of those that moved otherwise."""
    replies = [bureaus.says(question) for question in questions]

    assert said in replies[-1], replies[-1].text


@pytest.mark.parametrize("question", ["怎么水务局年年涨", "水务局为啥一年比一年多", "咋水务局的钱逐年增加"])
def test_year_by_year(asks_bureaus: Asks, question: str) -> None:
    """Each year has its sum, and it is said that the documents do not tell why."""
    reply = asks_bureaus(question)

    assert all(words in reply for words in ("2023年", "150 万元", "2024年", "210 万元", "原因文件没有写")), reply.text


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("水务局和审计局哪个多", "去年差多少"), "多 115 万元"),
        (("审计业务费去年多少", "今年涨了多少"), "2024年比2023年多 5 万元"),
    ],
)
def test_the_year_that_is_said(bureaus: Chat, questions: tuple[str, str], said: str) -> None:
    """Two that were set beside each other are so in another year; what moved is told of the later year."""
    replies = [bureaus.says(question) for question in questions]

    assert said in replies[-1], replies[-1].text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("水务局和审计局比去年多多少", "2024年比2023年多 65 万元"),
        ("水务局和审计局与去年相比差多少", "2024年比2023年多 65 万元"),
        ("审计业务费和河道清淤比2023年多多少", "2024年比2023年多 15 万元"),
        ("水务局和审计局今年一共增加多少", "2024年比2023年多 65 万元"),
        ("水务局和审计局增加了多少", "2024年比2023年多 65 万元"),
        ("水务局、审计局总共涨了多少", "2024年比2023年多 65 万元"),
        ("审计业务费和河道清淤今年合计增加多少", "2024年比2023年多 15 万元"),
        ("水务局和审计局哪些项目增加了", "「审计业务费」 35 万元 → 40 万元"),
        ("水务局、审计局增加的项目有哪些", "「审计业务费」 35 万元 → 40 万元"),
        ("水务局和审计局有几个项目增加了", "「审计业务费」 35 万元 → 40 万元"),
        ("水务局和审计局有哪些项目减少了", "一个也没有"),
        ("审计业务费和河道清淤哪个比去年涨得多", "50 万元 → 60 万元，多 10 万元"),
    ],
)
def test_several_beside_a_year(asks_bureaus: Asks, question: str, said: str) -> None:
    """Where all that is named stands before 比去年, it is set beside itself of that year, and not one beside the other."""
    assert said in asks_bureaus(question)


@pytest.mark.parametrize("question", ["水务局比审计局去年多多少", "去年水务局比审计局多多少"])
def test_one_beside_the_other_of_a_year(asks_bureaus: Asks, question: str) -> None:
    """Where something named stands behind 比, the year is that of both."""
    reply = asks_bureaus(question)

    assert "青禾县水务局比青禾县审计局多" in reply
    assert "2024" not in reply


@pytest.mark.parametrize(
    ("question", "together"),
    [
        ("预算高于去年的项目一共多了多少", "合计多 "),
        ("今年超过去年的项目有哪些", "个项目（"),
        ("今年增加的项目合计增加了多少", "合计多 "),
    ],
)
def test_what_all_of_them_moved_by(asks_bureaus: Asks, question: str, together: str) -> None:
    """“高于去年” is of another year, and no amount; what they come to is told where it is asked for."""
    reply = asks_bureaus(question)

    assert reply.kind == "answer"
    assert together in reply.text.splitlines()[0]
    assert "→" in reply


@pytest.fixture
def towns(memory: Store) -> Store:
    """Three towns over three years: one rose last, one stayed, one fell; the year before all rose."""
    amounts = {"柳渡镇": ("1", "2", "3"), "石桥镇": ("2", "3", "3"), "白杨乡": ("3", "4", "1")}
    for at, year in enumerate((2022, 2023, 2024)):
        document = f"青禾县乡镇{year}年度项目支出绩效目标"
        targets = [
            makers.target("村级经费", unit=f"{town}人民政府", yuan=f"{of[at]}0000", year=year, document=document, table=n)
            for n, (town, of) in enumerate(amounts.items(), 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document))
    return memory


@pytest.mark.parametrize(
    ("question", "said", "never"),
    [
        ("村级经费今年比去年没变的是哪个乡镇", "石桥镇人民政府", "柳渡镇"),
        ("村级经费今年比去年没变的乡镇", "没有变化的 1 个", "柳渡镇"),
        ("村级经费今年没涨的是哪几个乡镇", "没有增加的 2 个", "柳渡镇"),
        ("村级经费今年比去年涨的是哪个乡镇", "2 万元（1 个项目） → 3 万元（1 个项目），多 1 万元", "白杨乡"),
        ("村级经费今年比去年少的是谁", "白杨乡人民政府「村级经费」 4 万元 → 1 万元，少 3 万元", "石桥镇"),
        ("村级经费2023年涨的是哪个乡镇", "增加的 3 个，2022年 → 2023年", "2024年"),
        ("2023年哪些项目涨了", "2023年与2022年", "2024年与"),
        ("乡镇今年涨了吗", "2024年比2023年少 2 万元", "最少"),
        ("乡镇今年一样多吗", "石桥镇人民政府 3 万元", "2023年"),
        ("今年翻倍的项目", "一个也没有", "少 3 万元"),
        ("今年没变的乡镇", "没有变化的 1 个", "柳渡镇"),
        ("2023年翻倍的项目有哪些", "柳渡镇人民政府「村级经费」 1 万元 → 2 万元，多 1 万元", "石桥镇"),
    ],
)
def test_who_moved_so(towns: Store, question: str, said: str, never: str) -> None:
    """What moved so tells which are meant, since the year before; a kind of units that moved is all of them together."""
    reply = answer(conversation_of(towns), question)

    assert said in reply, reply.text
    assert never not in reply.text.split("（乡镇指")[0], reply.text


@pytest.fixture
def island(memory: Store) -> Store:
    """Two projects of a town in two years, one that is as it was, and one that is new; a project of a bureau that fell."""
    rows = [
        ("柳渡镇人民政府", "渡船班次补贴", "1500000", "1650000"),
        ("柳渡镇人民政府", "管网疏通", "660000", "730000"),
        ("青禾县审计局", "审计业务费", "350000", "300000"),
        ("青禾县水务局", "河道清淤", "900000", "900000"),
        ("青禾县水务局", "堤防加固", None, "400000"),
    ]
    for year, at in ((2023, 2), (2024, 3)):
        of_year = [(row[0], row[1], row[at]) for row in rows]
        targets = [makers.target(p, unit=u, yuan=y, year=year, table=n) for n, (u, p, y) in enumerate(of_year, 1) if y]
        makers.load(memory, makers.statement(*targets, document=f"{year}年表"))
    return memory


FERRY, PIPES = "150 万元 → 165 万元，多 15 万元", "66 万元 → 73 万元，多 7 万元"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("柳渡镇两个项目今年分别增加多少", [FERRY, PIPES]),
        ("柳渡镇两个项目分别比去年增加多少", [FERRY, PIPES]),
        ("渡船班次补贴和管网疏通各增加多少", [FERRY, PIPES]),
        ("渡船班次补贴和管网疏通今年分别比去年多多少", [FERRY, PIPES]),
        ("渡船班次补贴今年增加多少，审计业务费减少多少", [FERRY, "35 万元 → 30 万元，少 5 万元"]),
        ("河道清淤和渡船班次补贴今年分别增加多少", [FERRY, "都是 90 万元"]),
        ("堤防加固和渡船班次补贴今年分别增加多少", [FERRY, "「堤防加固」2024年 40 万元，另一年没有可比的金额"]),
        ("柳渡镇和审计局今年分别增加多少", ["多 22 万元", "少 5 万元"]),
        ("柳渡镇和审计局分别比去年多多少", ["多 22 万元", "少 5 万元"]),
    ],
)
def test_each_by_how_much(island: Store, question: str, said: list[str]) -> None:
    """Asked of each in turn, it is told of each, what did not move and what is new too; no sum and no difference between them."""
    reply = answer(conversation_of(island), question)

    assert all(words in reply for words in said), reply.text
    assert "相加）：" not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("渡船班次补贴比管网疏通多多少", "多 92 万元"),
        ("渡船班次补贴和管网疏通今年比去年一共多多少", "2024年比2023年多 22 万元"),
        ("渡船班次补贴和管网疏通今年分别多少，差多少", "多 92 万元"),
    ],
)
def test_between_them_or_together(island: Store, question: str, said: str) -> None:
    """Without that it is a difference between them, or of what they come to."""
    assert said in answer(conversation_of(island), question)


@pytest.mark.parametrize(
    ("question", "kind", "said"),
    [
        ("乡镇今年增加的项目有哪些", "answer", f"「渡船班次补贴」 {FERRY}"),
        ("乡镇今年比去年增加的项目有哪些", "answer", f"「管网疏通」 {PIPES}"),
        ("乡镇今年哪个项目增加最多", "answer", f"「渡船班次补贴」 {FERRY}"),
        ("哪个乡镇增加最多", "answer", "216 万元（2 个项目） → 238 万元（2 个项目），多 22 万元"),
        ("今年新增的部门有哪些", "clarify", "部门"),
        ("今年新增了哪些单位", "clarify", "单位"),
        ("今年新增的项目有哪些", "answer", "「堤防加固」"),
        ("柳渡镇、水务局、审计局今年谁的项目最多", "answer", "柳渡镇人民政府 2 个"),
        ("柳渡镇、水务局、审计局今年谁的钱最多", "answer", "柳渡镇人民政府最多"),
    ],
)
def test_projects_or_units(island: Store, question: str, kind: str, said: str) -> None:
    """Projects are told where these are asked for, units where those are, and how many where that is asked."""
    reply = answer(conversation_of(island), question)

    assert reply.kind == kind
    assert said in reply, reply.text


@pytest.mark.parametrize("question", ["2024年环境保洁经费哪个乡镇增加了", "2024年环境保洁经费比2023年多了几个乡镇"])
def test_units_that_have_it_since(memory: Store, question: str) -> None:
    """Beside the units that got more those are told that had it not in the year before, though they had forms of that year."""
    rows = (
        (2023, "柳渡镇", "环境保洁经费"),
        (2023, "石桥镇", "工作经费"),
        (2024, "柳渡镇", "环境保洁经费"),
        (2024, "石桥镇", "环境保洁经费"),
    )
    for year in (2023, 2024):
        of_year = [(town, name) for of, town, name in rows if of == year]
        forms = [
            makers.target(name, unit=f"{town}人民政府", yuan="200000", year=year, table=n)
            for n, (town, name) in enumerate(of_year, 1)
        ]
        makers.load(memory, makers.statement(*forms, document=f"{year}年表"))
    reply = answer(conversation_of(memory), question)

    assert "另有 1 个单位2024年有、2023年没有：石桥镇人民政府 20 万元" in reply, reply.text


def test_a_blank_year_is_no_year_without_it(memory: Store) -> None:
    """A unit whose form of the year before has no amount had the project then."""
    for year, of_bridge in ((2023, None), (2024, "200000")):
        forms = [
            makers.target("环境保洁经费", unit="柳渡镇人民政府", yuan="200000", year=year, table=1),
            makers.target("环境保洁经费", unit="石桥镇人民政府", yuan=of_bridge, year=year, table=2),
        ]
        makers.load(memory, makers.statement(*forms, document=f"{year}年表"))

    assert "2023年没有" not in answer(conversation_of(memory), "2024年环境保洁经费哪个乡镇增加了")
