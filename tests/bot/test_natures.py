"""A kind of project (项目属性) said without 项目: “阶段性的呢” after 常年项目 is that kind, and not the one before."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A station with projects of two kinds."""
    made = [
        makers.target("渠道管护", unit="灌溉站", yuan="300000", year=2024, attribute="常年项目"),
        makers.target("闸门更换", unit="灌溉站", yuan="70000", year=2024, attribute="阶段性项目", table=2),
    ]
    makers.load(memory, makers.statement(*made))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize("then", ["阶段性的呢", "阶段性项目呢", "那阶段性的呢"])
def test_another_kind(chat: Chat, then: str) -> None:
    """And what is asked after it is asked of that one."""
    assert "渠道管护" in chat.says("常年的项目有几个").text
    for question in (then, "多少钱"):
        text = chat.says(question).text
        assert "闸门更换" in text
        assert "渠道管护" not in text


@pytest.fixture
def kinds(memory: Store) -> Chat:
    """A school board with projects of four kinds in two years; of one of them all stand in the year before as well."""
    made = [
        makers.target("校车租赁", unit="教育局", yuan="400000", year=2024, attribute="常年项目"),
        makers.target("教师培训", unit="教育局", yuan="80000", year=2024, attribute="延续项目", table=2),
        makers.target("图书角", unit="教育局", yuan="60000", year=2024, attribute="新增项目", table=3),
        makers.target("操场翻修", unit="教育局", yuan="900000", year=2024, attribute="一次性项目", table=4),
        makers.target("图书角", unit="教育局", yuan="50000", year=2023, attribute="新增项目", table=5),
        makers.target("教师培训", unit="教育局", yuan="70000", year=2023, attribute="延续项目", table=6),
    ]
    makers.load(memory, makers.statement(*made))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("then", "project"),
    [
        ("延续项目呢", "教师培训"),
        ("延续的呢", "教师培训"),
        ("那延续的有哪些", "教师培训"),
        ("新增项目呢", "图书角"),
        ("新增的呢", "图书角"),
        ("新增的有吗", "图书角"),
        ("一次性的呢", "操场翻修"),
        ("一次性项目有几个", "操场翻修"),
    ],
)
def test_one_kind_after_another(kinds: Chat, then: str, project: str) -> None:
    """The newest kind is meant, and what is summed or counted after it is of that one."""
    assert "校车租赁" in kinds.says("今年常年项目有哪些").text
    for question in (then, "合计多少", "几个"):
        text = kinds.says(question).text
        assert {"校车租赁", "教师培训", "图书角", "操场翻修"} & {
            p for p in ("校车租赁", "教师培训", "图书角", "操场翻修") if p in text
        } <= {project}
        assert "40 万元" not in text


@pytest.mark.parametrize("question", ["新增项目有哪些", "今年新增项目一共多少钱", "教育局今年新增项目有几个"])
def test_new_as_a_kind(kinds: Chat, question: str) -> None:
    """Where forms have 新增项目 as their 项目属性 that is meant, and it is said how to ask for the other."""
    reply = kinds.says(question)

    assert "6 万元" in reply
    assert "比去年新增的项目" in reply


@pytest.mark.parametrize("question", ["今年比去年新增的项目有哪些", "今年新增了哪些项目", "去年没有今年新增的项目"])
def test_new_as_a_change(kinds: Chat, question: str) -> None:
    """What one year has and the other has not is no attribute."""
    text = kinds.says(question).text

    assert "操场翻修" in text
    assert "图书角" not in text


@pytest.mark.parametrize("question", ["属性有哪几种", "项目属性有哪些", "今年有哪些项目属性", "今年项目属性都是什么"])
def test_which_kinds_there_are(kinds: Chat, question: str) -> None:
    """Each with how many projects are of it, and no list of all projects."""
    reply = kinds.says(question)

    assert "2024年的项目属性有 4 种" in reply
    assert "“常年项目” 1 个项目" in reply
    assert "万元" not in reply


def test_what_is_counted_of_each_kind(memory: Store) -> None:
    """How many there are of each is counted of the projects that say so, each with where it does."""
    kinds = ["常年项目", "阶段性项目", "常年项目"]
    targets = [
        makers.target(f"管护{number}段", unit="灌溉站", year=2024, attribute=kind, table=number)
        for number, kind in enumerate(kinds, 1)
    ]
    makers.load(memory, makers.statement(*targets))
    stated = answer(conversation_of(memory), "属性有哪几种").facts
    counted = [fact for fact in stated if fact.get("op")]

    assert [fact["value"] for fact in counted] == ["2", "1"]
    assert [[stated[n]["project"] for n in fact["of"]] for fact in counted] == [["管护1段", "管护3段"], ["管护2段"]]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("新增项目和延续项目今年哪个多",), "新增项目比延续项目少 2 万元"),
        (("除了常年项目今年还有多少钱",), "104 万元"),
        (("常年项目和一次性项目今年各多少钱",), "合计 90 万元：2024年教育局“一次性项目”"),
        (("常年项目今年多少钱", "占多少"), "27.78%"),
        (("常年项目有哪些", "阶段性的呢", "多少钱"), "一个也没有"),
        (("常年项目有哪些", "去年的延续项目呢", "多少钱"), "7 万元"),
    ],
)
def test_kinds_in_a_talk(kinds: Chat, turns: tuple[str, ...], said: str) -> None:
    """Kinds beside each other, without one, as a share, one of which there is nothing, and in another year."""
    *before, last = turns
    for turn in before:
        kinds.says(turn)

    assert said in kinds.says(last)


def test_a_kind_of_another_year(memory: Store) -> None:
    """Where forms of the year that is meant have no such attribute, it is the change between two years."""
    made = [
        makers.target("图书角", unit="教育局", yuan="50000", year=2023, attribute="新增项目"),
        makers.target("操场翻修", unit="教育局", yuan="900000", year=2024, attribute="一次性项目", table=2),
    ]
    makers.load(memory, makers.statement(*made))
    chat = Chat(conversation_of(memory))

    assert "2024年有、2023年没有" in chat.says("今年新增项目有哪些").text
    assert "2023年“新增项目”有 1 个项目" in chat.says("2023年新增项目有哪些").text


@pytest.mark.parametrize(("then", "said"), [("新增的呢", "「渠道管护」"), ("新增了哪些", "一次性")])
def test_new_after_a_kind_where_no_form_says_so(memory: Store, then: str, said: str) -> None:
    """It is asked of all then; what is new of a kind is asked of that kind."""
    made = [
        makers.target("闸门更换", unit="灌溉站", yuan="70000", year=2023, attribute="一次性项目"),
        makers.target("闸门更换", unit="灌溉站", yuan="70000", year=2024, attribute="一次性项目", table=2),
        makers.target("渠道管护", unit="灌溉站", yuan="300000", year=2024, attribute="常年项目", table=3),
    ]
    makers.load(memory, makers.statement(*made))
    chat = Chat(conversation_of(memory))
    chat.says("今年一次性项目有哪些")

    assert said in chat.says(then).text


@pytest.mark.parametrize("question", ["延续项目有哪些", "延续性项目有几个", "延续的有哪些"])
def test_one_kind_as_forms_spell_it(memory: Store, question: str) -> None:
    """延续项目 of one form is 延续性项目 of another, and one kind."""
    made = [
        makers.target("渠道管护", unit="灌溉站", yuan="300000", attribute="延续项目"),
        makers.target("闸门更换", unit="水库所", yuan="70000", attribute="延续性项目", table=2),
        makers.target("堤防监测", unit="水库所", yuan="20000", attribute="新增项目", table=3),
    ]
    makers.load(memory, makers.statement(*made))
    text = Chat(conversation_of(memory)).says(question).text

    assert all(words in text for words in ("渠道管护", "闸门更换"))
    assert "堤防监测" not in text


def test_one_kind_as_forms_spell_it_is_no_two(memory: Store) -> None:
    """What is said of it is of one kind: beside the year before, and not one spelling beside the other."""
    for year, yuan in ((2023, "100000"), (2024, "300000")):
        made = [
            makers.target("渠道管护", unit="灌溉站", yuan=yuan, year=year, attribute="延续项目"),
            makers.target("闸门更换", unit="水库所", yuan="70000", year=year, attribute="延续性项目", table=2),
        ]
        makers.load(memory, makers.statement(*made, document=f"{year}年表"))
    text = Chat(conversation_of(memory)).says("延续项目比去年多多少").text

    assert "2024年比2023年多 20 万元" in text, text


@pytest.fixture
def origins(memory: Store) -> Chat:
    """A station with projects of two kinds from two sources; of one project nothing is said."""
    made = [
        makers.target("渠道管护", unit="灌溉站", yuan="300000", attribute="常年项目", origin="上级补助资金"),
        makers.target("水质监测", unit="灌溉站", yuan="50000", attribute="常年项目", origin="本级预算", table=2),
        makers.target("闸门更换", unit="泵站", yuan="70000", attribute="一次性项目", origin="上级补助资金", table=3),
        makers.target("食堂", unit="泵站", yuan="10000", table=4),
    ]
    makers.load(memory, makers.statement(*made))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("各属性各有多少项目", ("1. “常年项目” 2 个项目", "2. “一次性项目” 1 个项目", "3. 表上没填，或没有这一栏 1 个项目")),
        ("各来源多少钱", ("“上级补助资金” 37 万元（2 个项目）", "“本级预算” 5 万元（1 个项目）", "合计 43 万元")),
        ("每种来源几个项目", ("“上级补助资金” 2 个项目",)),
        ("按项目属性分", ("“常年项目” 35 万元（2 个项目）",)),
        ("哪种来源的钱最多", ("1. “上级补助资金” 37 万元",)),
        ("哪种属性的项目最多", ("1. “常年项目” 2 个项目",)),
        ("各单位多少钱|按来源分呢", ("“上级补助资金” 37 万元（2 个项目）",)),
        ("灌溉站各来源多少钱", ("“上级补助资金” 30 万元（1 个项目）",)),
        ("渠道管护各来源多少钱", ("项目来源：“上级补助资金”", "30 万元")),
        ("灌溉站各项目来源是什么", ("「渠道管护」：“上级补助资金”", "「水质监测」：“本级预算”")),
        ("上级补助的常年项目有哪些", ("的项目有 1 个", "渠道管护")),
        ("上级补助资金的常年项目一共多少钱", ("30 万元",)),
        ("常年项目里上级补助的有几个", ("共 1 个项目", "渠道管护")),
    ],
)
def test_groups_by_what_forms_say(origins: Chat, turns: str, said: tuple[str, ...]) -> None:
    """A figure of each 项目属性 or 项目来源; of both as limits only what is of both."""
    for turn in turns.split("|"):
        reply = origins.says(turn)

    assert (reply.kind, [word for word in said if word not in reply.text]) == ("answer", []), reply.text


def test_nothing_of_both(origins: Chat) -> None:
    """Where no project is of both kinds both are named."""
    assert "“一次性项目”、“项目来源”写“本级预算”的一个也没有" in origins.says("本级预算的一次性项目多少钱").text


@pytest.mark.parametrize(
    "question", ["各来源比去年增长多少", "各属性最大的项目", "上级补助和常年项目一共多少钱", "各来源有几个单位"]
)
def test_what_is_told_of_no_such_group(origins: Chat, question: str) -> None:
    """Moves, ranks and units of such groups, and what is of either of two kinds: no figure is given."""
    assert "没有给出数" in origins.says(question).text
