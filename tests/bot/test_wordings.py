"""Whether forms say the same in words (项目来源、项目属性、项目期、目标): the words are set beside each other, and no amounts."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from store.model import Attribute, Fact, Horizon, PerformanceTarget
from tests import makers
from tests.bot.conftest import Chat, answer

_FIELDS = {Attribute.SOURCE: "source", Attribute.PERIOD: "period"}


def _form(project: str, year: int, *, unit: str = "青禾县水务局", goal: str = "管好河道", **words: str) -> PerformanceTarget:
    made = makers.target(project, unit=unit, year=year, yuan=str(year * 100), goal=goal, attribute=words.get("attribute"))
    found = [(field, words[name]) for field, name in _FIELDS.items() if name in words]
    return made.model_copy(
        update={"facts": (*made.facts, *(Fact(field=f, text=t, source=makers.source(t, row=8)) for f, t in found))}
    )


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """河道保洁 changed its source, 闸门养护 did not, 泵站大修 has one year only; its two phases and two towns beside them."""
    pairs = [
        _form("河道保洁", 2023, source="县级预算安排", period="2023年", attribute="常年项目", goal="保洁40公里"),
        _form("河道保洁", 2024, source="上级补助资金", period="2024年", attribute="常年项目", goal="保洁52公里"),
        _form("闸门养护", 2023, source="县级预算安排", goal="养护8座"),
        _form("闸门养护", 2024, source="县级预算安排", goal="养护8座"),
        _form("泵站大修（一期）", 2023, source="县级预算安排"),
        _form("泵站大修（二期）", 2024, source="上级补助资金"),
        _form("沟渠清理", 2024, unit="柳渡镇人民政府", source="县级预算安排"),
        _form("沟渠清理", 2024, unit="石桥镇人民政府", source="县级预算安排"),
        _form("堤防巡查", 2023),
        _form("堤防巡查", 2024, source="县级预算安排"),
    ]
    makers.load(memory, makers.statement(*pairs))
    return conversation_of(memory)


@pytest.mark.parametrize(
    "question",
    [
        "河道保洁来源今年和去年一样吗",
        "河道保洁的项目来源变了吗",
        "河道保洁今年来源跟去年有什么不同",
        "河道保洁2024年的来源和2023年相比有没有变化",
        "河道保洁来源和去年一不一样",
    ],
)
def test_a_source_that_changed(bot: Conversation, question: str) -> None:
    """Both words are told, each with its year."""
    reply = answer(bot, question)

    assert reply.text.startswith("不一样：青禾县水务局「河道保洁」的项目来源，2023年“县级预算安排”，2024年“上级补助资金”。")
    assert "万元" not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("闸门养护来源今年和去年一样吗", "一样：青禾县水务局「闸门养护」的项目来源，2023年、2024年都是“县级预算安排”"),
        ("闸门养护的目标变了没有", "一样：青禾县水务局「闸门养护」的年度目标，2023年、2024年都是“养护8座”"),
        ("河道保洁目标今年和去年哪里不同", "2024年“保洁52公里”"),
        ("河道保洁的属性变了吗", "都是“常年项目”"),
        ("河道保洁项目期和去年一样吗", "不一样：青禾县水务局「河道保洁」的项目期，2023年“2023年”，2024年“2024年”"),
        ("河道保洁和闸门养护的来源一样吗", "不一样：项目来源，"),
        ("泵站大修二期的来源和一期一样吗", "不一样：项目来源，"),
        ("柳渡镇和石桥镇的沟渠清理来源一样吗", "都是“县级预算安排”"),
        ("堤防巡查来源和去年一样吗", "没法比：青禾县水务局「堤防巡查」的项目来源，2023年 表上没有这一栏"),
        ("泵站大修二期来源和去年一样吗", "没法比"),
    ],
)
def test_words_beside_each_other(bot: Conversation, question: str, said: str) -> None:
    """Of two years, two projects, two phases, two units; what one side lacks is no difference."""
    reply = answer(bot, question)

    assert said in reply
    assert "万元" not in reply


@pytest.mark.parametrize(
    "question", ["来源变了的项目有哪些", "哪些项目的来源跟去年不一样", "今年来源和去年不同的项目", "来源变了的项目有几个"]
)
def test_which_of_all_changed(bot: Conversation, question: str) -> None:
    """They are listed with both words, the others are counted."""
    reply = answer(bot, question)

    assert "2023、2024年项目来源不一样的项目有 1 个" in reply
    assert "河道保洁" in reply
    assert "闸门养护" not in reply
    assert "一样的 1 个" in reply


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("河道保洁目标", "去年", "一样吗"), "不一样：青禾县水务局「河道保洁」的年度目标"),
        (("河道保洁来源", "变了吗"), "2023年“县级预算安排”"),
        (("河道保洁来源", "去年来源", "一样吗"), "2023年“县级预算安排”"),
        (("河道保洁多少钱", "来源和去年一样吗"), "2023年“县级预算安排”"),
        (("河道保洁来源", "跟去年比有什么变化"), "2023年“县级预算安排”"),
        (("来源变了的项目有哪些", "几个"), "有 1 个"),
        (("河道保洁来源", "闸门养护的呢", "一样吗"), "不一样：项目来源，"),
        (("河道保洁资金来源", "去年呢", "一样吗"), "2023年“县级预算安排”"),
    ],
)
def test_said_after_them(bot: Conversation, turns: tuple[str, ...], said: str) -> None:
    """“一样吗” is asked of what was told, and not of money."""
    chat = Chat(bot)

    *before, last = turns
    for turn in before:
        chat.says(turn)

    assert said in chat.says(last)


@pytest.mark.parametrize("then", ["合计多少", "最大的是哪个", "平均多少"])
def test_no_sum_of_all(bot: Conversation, then: str) -> None:
    """What is asked of the amounts of those that changed is none of all that there is."""
    chat = Chat(bot)
    chat.says("来源变了的项目有哪些")

    assert "万元" not in chat.says(then)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("水务局今年项目来源都一样吗", "不一样：项目来源，", "2023年"),
        ("哪些项目来源和去年一样", "来源一样的项目有 1 个", "「河道保洁」"),
        ("来源没变的项目有几个", "「闸门养护」 都是“县级预算安排”", "「河道保洁」"),
        ("河道保洁和闸门养护今年的来源跟去年一样吗", "「闸门养护」 一样：", "万元"),
        ("来源今年和2021年不一样的项目有哪些", "没法比：2021年没有导入", "有 1 个"),
        ("河道保洁的资金来源变了吗", "不一样：青禾县水务局「河道保洁」的项目来源", "多"),
    ],
)
def test_what_is_set_beside_what(bot: Conversation, question: str, said: str, unsaid: str) -> None:
    """All of one year, those that say the same, each of a few; what is not loaded is compared with nothing."""
    reply = answer(bot, question)

    assert said in reply
    assert unsaid not in reply


@pytest.mark.parametrize("turns", [("河道保洁多少钱", "去年呢", "一样吗"), ("河道保洁多少钱", "闸门养护的呢", "一样吗")])
def test_two_amounts_told_in_turn(bot: Conversation, turns: tuple[str, ...]) -> None:
    """“一样吗” sets what was told in turn beside each other, and not the figures of the last form."""
    chat = Chat(bot)

    *before, last = turns
    for turn in before:
        chat.says(turn)

    reply = chat.says(last)
    assert "各项来源" not in reply
    assert "一样" in reply


@pytest.mark.parametrize("question", ["河道保洁今年和去年一样吗", "河道保洁今年比去年变了多少", "河道保洁和闸门养护一样多吗"])
def test_money_is_money(bot: Conversation, question: str) -> None:
    """Where no words are asked for it is the amount."""
    assert "万元" in answer(bot, question)


def test_both_terms(memory: Store) -> None:
    """The goals of the middle term and of the year, of one form."""
    made = makers.target("河道保洁", goal="保洁52公里")
    middle = made.goals[0].model_copy(update={"horizon": Horizon.MID_TERM, "text": "三年保洁150公里"})
    makers.load(memory, makers.statement(made.model_copy(update={"goals": (*made.goals, middle)})))

    reply = answer(conversation_of(memory), "河道保洁中期目标和年度目标一样吗")

    assert "三年保洁150公里" in reply
    assert "保洁52公里" in reply
