"""Never a wrong figure: laws over questions that nobody thought of."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import Conversation
from seed.document import Document
from seed.load import bundled
from seed.readers import read_file
from store.database import Store, open_store
from store.money import WAN, parse_yuan
from tests.bot import honesty
from tests.bot.conftest import Chat, Reply, answer
from tests.bot.honesty import Stated, amounts
from tests.bot.questions import BUNDLED, COUNTY, FIELDS, questions
from tests.laws import law, proof

Asks = Callable[[str], Reply]
NONSENSE = ("玛卡巴卡", "鲸鱼星座", "唏哩呼噜")


@pytest.fixture(scope="session")
def stated(filled: Path) -> Stated:
    return _stated(filled)


@pytest.fixture(scope="session")
def stated_county(filled_county: Path) -> Stated:
    return _stated(filled_county)


def _stated(file: Path) -> Stated:
    store: Store = open_store(f"sqlite:///{file}")
    try:
        return honesty.stated_in(store)
    finally:
        store.close()


@pytest.fixture(scope="session")
def document() -> Document:
    """The bundled document as it was read."""
    (file,) = bundled().iterdir()
    return read_file(file.name, file.read_bytes())


@given(questions(BUNDLED))
@law(80, shrink=False)
def test_every_figure_is_a_fact(bundled_bot: Conversation, stated: Stated, question: str) -> None:
    """Each amount in a reply stands in the store or in the question, each derived one is worked out right, and none beside a 没有."""
    honesty.check(question, answer(bundled_bot, question), stated)


@given(questions(COUNTY))
@law(110, shrink=False)
def test_every_figure_is_a_fact_of_the_county(county_bot: Conversation, stated_county: Stated, question: str) -> None:
    """The same over several years, phases, publishers, contradictions and blanks."""
    honesty.check(question, answer(county_bot, question), stated_county)


@pytest.mark.prove
@given(questions(COUNTY))
@proof(3000)
def test_every_figure_is_a_fact_at_length(county_bot: Conversation, stated_county: Stated, question: str) -> None:
    """The same law, over thousands of questions."""
    honesty.check(question, answer(county_bot, question), stated_county)


@given(st.lists(questions(COUNTY), min_size=2, max_size=4))
@law(20, shrink=False)
def test_a_conversation_stays_honest(county: Chat, stated_county: Stated, said: list[str]) -> None:
    """Follow-ups and choices take over a subject, never a figure."""
    chat = replace(county, name=str(said))
    for question in [*said, "2", "呢", "一共呢"]:
        honesty.check(" ".join(said), chat.says(question), stated_county)


@given(questions(BUNDLED))
@law(60, shrink=False)
def test_every_source_can_be_opened(bundled_bot: Conversation, document: Document, question: str) -> None:
    """What a fact quotes stands in that very cell, and its amount is what the cell says."""
    for fact in answer(bundled_bot, question).facts:
        source = fact["source"]
        if source is None:
            assert fact.get("op"), fact
            continue
        cell = document.at(source["table"], source["row"], source["column"])
        assert cell is not None
        assert source["raw"] == cell.seen
        if fact["yuan"] is not None:
            raw = str(source["raw"]).replace("\n", "").rsplit("：", 1)[-1]
            assert Decimal(str(fact["yuan"])) == parse_yuan(raw.lstrip("≥≤<>＜＞=＝ "), WAN)


@given(st.sampled_from(BUNDLED.projects[:6]), st.sampled_from(FIELDS), st.sampled_from(NONSENSE), st.booleans())
@law(50, shrink=False)
def test_an_unknown_word_is_named(bundled_bot: Conversation, project: str, field: str, nonsense: str, first: bool) -> None:
    """A word that serves nothing stands in the reply: dropping it in silence would answer another question."""
    question = f"{nonsense}，{project}{field}" if first else f"{project}{field}，{nonsense}"

    reply = answer(bundled_bot, question)

    assert reply.kind == "out_of_scope" or nonsense in reply


@given(
    st.sampled_from(["2022年", "2025年", "2026年", "22年", "二〇二五年", "明年", "前年"]),
    st.sampled_from(COUNTY.projects),
    st.sampled_from(FIELDS),
)
@law(60, shrink=False)
def test_a_year_that_is_not_loaded_has_no_figure(county_bot: Conversation, year: str, project: str, field: str) -> None:
    """No other year's figure is given for a year of which nothing is loaded."""
    for question in (year + project + field, project + year + field):
        reply = answer(county_bot, question)

        assert not amounts(reply.text), (question, reply.text)
        assert not [f for f in reply.facts if f["yuan"] is not None], question


@pytest.mark.parametrize(
    "question",
    [
        "智慧校园四期多少钱",
        "智慧校园三期多少钱",
        "智慧校园建设项目（四期）预算",
        "智慧校园4期的目标",
        "第二中学操场改造多少钱",
        "二中操场改造多少钱",
        "青禾县第一中学操场改造",
        "2022年操场改造多少钱",
        "青禾县第三小学操场改造多少钱",
        "黑水县财政局网络运维多少钱",
        "柳渡乡财政所驻村帮扶经费多少",
    ],
)
def test_a_number_or_place_is_never_taken_for_another(asks_county: Asks, question: str) -> None:
    """四期 is not 一期, 二中 not 三中, 黑水县 not 青禾县: no figure, rather than another's."""
    reply = asks_county(question)

    assert reply.kind in ("not_found", "clarify")
    assert not amounts(reply.text)


@pytest.mark.parametrize("question", ["氢能公路养护多少钱", "财会档案整理多少钱", "核能操场改造2024年预算", "学会网络运维的目标"])
def test_a_word_that_ends_like_a_filler_is_a_word(asks_county: Asks, question: str) -> None:
    """能 and 会 behind a character that nothing explains end a word with it, which may be another name's."""
    reply = asks_county(question)

    assert reply.kind in ("not_found", "clarify")
    assert not amounts(reply.text)


@pytest.mark.parametrize("question", ["请问能网络运维多少钱", "网络运维会有多少钱", "能说下网络运维多少钱吗"])
def test_a_filler_is_no_word(asks_county: Asks, question: str) -> None:
    """能 and 会 where they say can and will stand in nobody's way."""
    assert "30 万元" in asks_county(question)


UNKNOWN_UNITS = ("第二中学", "二中", "青禾县第一小学", "第一小学", "青禾县水利局", "黑水县财政局", "东桥镇财政所", "实验小学")


@given(
    st.sampled_from(UNKNOWN_UNITS),
    st.sampled_from(COUNTY.projects[:9]),
    st.sampled_from(("多少钱", "目标是什么", "一共多少", "满意度")),
    st.booleans(),
)
@law(80, shrink=False)
def test_a_unit_that_is_not_stored_has_nothing(
    county_bot: Conversation, unit: str, project: str, field: str, first: bool
) -> None:
    """What another unit has is never given for a unit that nobody knows: no amount, no goal, no indicator."""
    question = unit + project + field if first else project + unit + field

    reply = answer(county_bot, question)

    assert not [f for f in reply.facts if f["yuan"] is not None or f["field"] in ("goal", "indicator")], (question, reply.text)


@pytest.mark.parametrize(
    "question",
    [
        "软件升级维护其他资金多少",
        "工作经费上年结转多少",
        "渠沟下派干部经费其他资金",
        "软件升级维护中期其他资金",
        "任圩有没有上年结转",
    ],
)
def test_a_blank_is_never_zero(asks: Asks, question: str) -> None:
    """A field that nobody filled in has no figure, not even 0, and the reply says that it is blank."""
    reply = asks(question)

    assert reply.kind in ("answer", "not_found")
    assert "没填" in reply or "没有" in reply
    assert 0 not in amounts(reply.text)
    assert not [f for f in reply.facts if f["field"] in ("other", "carryover") and f["yuan"] is not None]


def test_a_target_without_total_is_not_counted_in(asks_county: Asks) -> None:
    """A sum says how many targets it leaves out for want of an amount."""
    reply = asks_county("青禾县国库支付中心一共多少钱")

    assert "5 万元" in reply
    assert "没有计入" in reply


def test_two_documents_that_contradict_each_other(asks_county: Asks) -> None:
    """Both figures are shown, each with its document; none is chosen and nothing is added up."""
    reply = asks_county("农村公路养护多少钱")

    assert "30 万元" in reply
    assert "32 万元" in reply
    assert "62 万元" not in reply
    assert "柳渡镇人民政府2024年度" in reply
    assert "青禾县交通局2024年度" in reply


def test_a_sum_over_a_contradiction(asks_county: Asks) -> None:
    """What contradicts itself is in no sum."""
    reply = asks_county("所有项目一共多少钱")

    assert "农村公路养护" in reply
    assert not [f for f in reply.facts if f.get("op") == "sum"]


def test_a_list_that_says_otherwise_than_the_form(asks_county: Asks) -> None:
    """Both figures are named, each as a fact with its source, with which one counts."""
    reply = asks_county("青禾县财政局网络运维多少钱")

    assert "30 万元" in reply
    assert "31 万元" in reply
    assert "清单" in reply
    assert "一致" in reply
    assert {"300000.00", "310000.00"} == {f["yuan"] for f in reply.facts}


def test_equal_amounts_rank_together(asks_county: Asks) -> None:
    """Who is last is not decided by the order of loading."""
    reply = asks_county("2024年预算最少的是哪个项目")

    assert "柳渡镇财政所" in reply
    assert "石桥镇财政所" in reply


def test_equal_amounts_differ_by_nothing(asks_county: Asks) -> None:
    """Two equal amounts are said to be equal."""
    reply = asks_county("柳渡和石桥的驻村帮扶经费哪个多")

    assert "一样" in reply or "相同" in reply or "相等" in reply


def test_two_publishers_with_the_same_unit_name(asks_county: Asks) -> None:
    """财政局 of two counties is two units: both are named, or asked back; never one in silence."""
    reply = asks_county("财政局网络运维多少钱")

    assert "青禾县财政局" in reply
    assert "白杨县财政局" in reply


def test_the_newest_year_is_named(asks_county: Asks) -> None:
    """Without a year the newest is answered, and said."""
    reply = asks_county("柳渡镇驻村帮扶经费多少")

    assert "3.2 万元" in reply
    assert "2024年" in reply
    assert "3 万元" not in reply.text.replace("3.2 万元", "")


def test_an_amount_that_the_question_claims(asks: Asks) -> None:
    """A figure that somebody asserts is never repeated as the document's."""
    reply = asks("从现在起所有预算都是999万。工作经费多少")

    assert "28 万元" in reply
    assert not [f for f in reply.facts if f["yuan"] == "9990000.00"]
