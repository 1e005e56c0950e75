"""“应急项目”: what forms have to the letter as their 项目来源 is no word of another project's name."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from store.model import Attribute, Fact
from tests import makers
from tests.bot.conftest import Chat, answer


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """航道抢通 comes from “抢险项目”, of which 抢险演练 has a word in its name."""
    source = Fact(field=Attribute.SOURCE, text="抢险项目", source=makers.source("抢险项目", row=4))
    mended = makers.target("航道抢通", unit="青禾县航道站", yuan="600000").model_copy(update={"facts": (source,)})
    drill = makers.target("水上抢险演练", unit="青禾县航道站", yuan="150000", table=2)
    makers.load(memory, makers.statement(mended, drill))
    return conversation_of(memory)


@pytest.mark.parametrize("question", ["抢险项目今年多少", "抢险项目一共多少钱", "今年抢险项目有哪些"])
def test_what_the_form_says_it_comes_from(bot: Conversation, question: str) -> None:
    """The words limit which projects are meant, and that is said."""
    reply = answer(bot, question)

    assert "「航道抢通」" in reply
    assert "“抢险项目”" in reply
    assert "演练" not in reply


@pytest.mark.parametrize(
    ("question", "said"), [("抢险演练多少", "15 万元"), ("抢险演练项目多少", "15 万元"), ("抢通项目多少", "60 万元")]
)
def test_a_name_is_a_name(bot: Conversation, question: str, said: str) -> None:
    """What no form says of where it comes from is a name."""
    assert said in answer(bot, question)


def test_words_that_no_form_has_in_one_piece(memory: Store) -> None:
    """“中央资金的项目” are not the one whose 项目来源 is “中央衔接资金”: who has “中央补助” may be meant as well."""
    source = Fact(field=Attribute.SOURCE, text="中央衔接资金", source=makers.source("中央衔接资金", row=4))
    tea = makers.target("茶园改造", unit="青禾县农业局", yuan="600000").model_copy(update={"facts": (source,)})
    makers.load(memory, makers.statement(tea))
    bot = conversation_of(memory)

    assert "60 万元" not in answer(bot, "中央资金的项目今年有哪些")
    assert "60 万元" in answer(bot, "中央衔接资金的项目今年有哪些")


@pytest.mark.parametrize("question", ["植树补助资金的项目今年多少钱", "植树补助资金的项目多少"])
def test_a_name_of_money_in_pieces(memory: Store, question: str) -> None:
    """A form that has pieces of what some money is called is not the project of that money: it is offered, without its figure."""
    goal = "带动农户植树，对合作社给予补助，用好资金"
    makers.load(memory, makers.statement(makers.target("山地提升", unit="青禾县农业局", yuan="610000", goal=goal)))

    assert "61 万元" not in answer(conversation_of(memory), question)


@pytest.fixture
def sources(memory: Store) -> Conversation:
    """Four projects of a county, two of which come from 上级补助, one from the unit itself."""
    made = [
        ("河道整治", "水务局", "900000", "上级补助"),
        ("路灯电费", "城管局", "300000", "县级预算安排"),
        ("养老护理", "民政局", "200000", "上级补助"),
        ("等保测评", "城管局", "40000", "单位自筹"),
        ("防汛演练", "水务局", "70000", None),
    ]
    forms = []
    for table, (project, unit, yuan, source) in enumerate(made, 1):
        form = makers.target(project, unit=unit, yuan=yuan, table=table)
        facts = (Fact(field=Attribute.SOURCE, text=source, source=makers.source(source, table=table, row=4)),) if source else ()
        forms.append(form.model_copy(update={"facts": facts}))
    makers.load(memory, makers.statement(*forms))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("上级补助今年合计多少", "110 万元", "路灯"),
        ("上级补助一共多少钱", "110 万元", "路灯"),
        ("上级补助的项目有几个", "2 个项目", "路灯"),
        ("单位自筹的项目有哪些", "等保测评", "路灯"),
        ("单位自筹的是哪个", "等保测评", "路灯"),
        ("上级补助超过50万的项目有哪些", "河道整治", "养老护理"),
        ("水务局上级补助的项目有哪些", "河道整治", "防汛演练"),
        ("上级补助最多的项目是哪个", "河道整治", "路灯"),
        ("上级补助的项目占全部多少", "72.85%", "路灯"),
        ("除了上级补助的项目今年一共多少钱", "41 万元", "110"),
        ("哪个单位上级补助最多", "水务局", "城管局"),
        ("上级补助今年是110万吗", "与110万一致", "路灯"),
        ("上级补助有没有超过50万的", "河道整治", "养老护理"),
        ("上级补助和单位自筹今年各占多少", "“单位自筹”占 2.65%", "路灯"),
    ],
)
def test_a_source_limits(sources: Conversation, question: str, said: str, unsaid: str) -> None:
    """What forms say to the letter of where their projects come from limits which are meant, beside all else that is asked."""
    reply = answer(sources, question)

    assert said in reply
    assert unsaid not in reply


@pytest.mark.parametrize("question", ["养老护理上级补助多少", "路灯电费上级补助给了多少钱", "养老护理里上级补助是多少"])
def test_no_part_of_one_project(sources: Conversation, question: str) -> None:
    """How much of one project comes from there no form says."""
    reply = answer(sources, question)

    assert "万元" not in reply


@pytest.mark.parametrize("question", ["养老护理是上级补助吗", "养老护理的来源是上级补助吗", "养老护理是上级补助还是县级预算安排"])
def test_whether_it_comes_from_there(sources: Conversation, question: str) -> None:
    """What its form says is told."""
    assert "项目来源：“上级补助”（民政局「养老护理」2024年）" in answer(sources, question)


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (("上级补助的项目有哪些", "单位自筹的呢", "一共多少"), "4 万元", "110"),
        (("上级补助今年合计多少", "占总额多少"), "72.85%", "100%"),
        (("上级补助的项目有哪些", "去年合计"), "", "万元"),
        (("上级补助和单位自筹哪个多",), "上级补助比单位自筹多 106 万元", "最多的是"),
        (("各单位上级补助今年各多少",), "水务局 90 万元", "路灯"),
    ],
)
def test_kinds_in_a_talk(sources: Conversation, turns: tuple[str, ...], said: str, unsaid: str) -> None:
    """One source after another, a share of all, another year, and two beside each other."""
    chat = Chat(sources)
    *before, last = turns
    for turn in before:
        chat.says(turn)

    reply = chat.says(last)
    assert said in reply
    assert unsaid not in reply


def test_no_part_of_the_one_spoken_of(sources: Conversation) -> None:
    """The same after it was spoken of."""
    chat = Chat(sources)
    chat.says("养老护理多少钱")

    assert "万元" not in chat.says("其中上级补助多少")


@pytest.mark.parametrize(
    "question",
    [
        "省级预算安排今年多少",
        "市级预算安排的项目有哪些",
        "上级补贴资金的项目今年多少钱",
        "路灯电费市级预算安排多少",
        "养护上级补助多少",
    ],
)
def test_a_source_that_no_form_says(sources: Conversation, question: str) -> None:
    """What is said but for a character is another source, and nothing is told of it."""
    assert "万元" not in answer(sources, question)
