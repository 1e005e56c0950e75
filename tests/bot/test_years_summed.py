"""Sums over several years and scopes: each figure is of the years and the documents that it is labelled with."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from bot.replying import facts
from store.database import Store
from store.model import FundingKind
from store.plan import Aggregate, Field, GroupBy, LeftOut, Plan, Side
from store.targets import everything
from tests import makers
from tests.bot.conftest import Reply, answer

Asks = Callable[[str], Reply]
BUREAU, STATION = "青禾县水利局", "青禾县水文站"


def test_both_scopes_of_several_years(asks_county: Asks) -> None:
    """The unit's own part and that of its subordinate units are of the same years, which are printed."""
    reply = asks_county("青禾县财政局2023年和2024年一共多少钱")

    assert "2023、2024年预算安排，两种口径" in reply
    assert "本级：2 个项目，55 万元" in reply
    assert "含所属单位：6 个项目，69.4 万元" in reply


@pytest.mark.parametrize("words", ["的预算总数", "的总额都报一下", "总金额"])
def test_the_total_of_each_year(asks_county: Asks, words: str) -> None:
    """A total that is named of two years is that of either, unless they are added up in so many words."""
    reply = asks_county(f"青禾县财政局2023年和2024年{words}")

    assert "1. 2023年 本级 25 万元" in reply, reply.text
    assert "2. 2024年 本级 30 万元" in reply
    assert "55 万元" not in reply


@pytest.mark.parametrize(("amount", "said"), [("30", "与30万一致"), ("500", "不是500万")])
@pytest.mark.parametrize("words", ["有", "是", ""])
def test_an_amount_with_a_question_mark(asks_county: Asks, words: str, amount: str, said: str) -> None:
    """A mark behind an amount asks whether it is so, of a unit as of a project."""
    reply = asks_county(f"我看青禾县财政局2024年{words}{amount}万？")

    assert f"30 万元，{said}：青禾县财政局本级2024年" in reply, reply.text


def test_a_check_of_several_years(asks_county: Asks) -> None:
    """Held against an amount, each year stands by itself: no sum of two years under the label of one."""
    reply = asks_county("青禾县财政局2023年和2024年有没有超过35万")

    assert "25 万元，没有超过35万：青禾县财政局本级2023年" in reply
    assert "30 万元，没有超过35万：青禾县财政局本级2024年" in reply
    assert "55 万元" not in reply


def _load(store: Store, yuan: tuple[str, ...], project: str, unit: str, code: str) -> None:
    for number, amount in enumerate(yuan):
        document = f"{project}{number}"
        made = makers.target(
            project,
            unit=unit,
            yuan=amount,
            code=code,
            department=BUREAU,
            document=document,
            amounts={"annual/carryover": "10000"},
        )
        makers.load(store, makers.statement(made, document=document))


@pytest.mark.parametrize("question", ["青禾县水利局有没有超过35万", "青禾县水利局一共多少钱", "青禾县水利局不含结转是多少"])
@pytest.mark.parametrize("below", [False, True])
def test_a_dispute_settles_no_check(memory: Store, question: str, below: bool) -> None:
    """Where documents of equal rank disagree nothing is added up, whether of the unit itself or of one below it."""
    _load(memory, ("280000",) if below else ("280000", "300000"), "堤防加固", BUREAU, "131")
    _load(memory, ("50000", "60000") if below else ("50000",), "雨量观测", STATION, "131002")
    _load(memory, ("70000",), "水库巡查", BUREAU, "131")

    reply = answer(conversation_of(memory), question)
    assert ("clarify", False) == (reply.kind, "万元" in reply)


def test_what_two_documents_state_alike_is_taken_off_once(memory: Store) -> None:
    """A total less a kind of money counts a target of two documents once, in both scopes."""
    _load(memory, ("280000", "280000"), "堤防加固", BUREAU, "131")
    _load(memory, ("70000",), "水库巡查", BUREAU, "131")
    _load(memory, ("50000",), "雨量观测", STATION, "131002")

    reply = answer(conversation_of(memory), "青禾县水利局不含结转是多少")
    assert "本级：33 万元（2 个项目" in reply
    assert "含所属单位：37 万元（3 个项目" in reply


def test_a_choice_asks_for_one_target_alone(memory: Store) -> None:
    """What shaped or limited the question before does not outlive the choice of one target."""
    _load(memory, ("280000",), "堤防加固", BUREAU, "131")
    (view,) = everything(memory)
    plan = Plan(
        fields=(Field.AMOUNT,),
        among=(("别的", BUREAU),),
        without=(LeftOut(projects=("堤防加固",)),),
        net_of=(FundingKind.CARRYOVER,),
        by=GroupBy.UNIT,
        called="单位",
        sides=(Side(name="乡镇", units=(STATION,)),),
        count_of=Field.PROJECT,
        aggregate=Aggregate.COUNT,
    )

    assert facts.only(plan, view) == facts.only(Plan(fields=(Field.AMOUNT,)), view)
    assert view.target.fundings[0].yuan == Decimal(280000)


@pytest.mark.parametrize("question", ["公路养护平均每年多少", "公路养护年均多少", "公路养护这两年平均到每年多少"])
def test_the_mean_of_years(asks_towns: Callable[[str], Reply], question: str) -> None:
    """“每年” divides by the years, all that there are where none is named."""
    reply = asks_towns(question)

    assert "平均每年 95 万元" in reply
    assert "2 个年度" in reply


@pytest.fixture
def rows(memory: Store) -> Conversation:
    """堤岸绿化 of 2022 and 2024, with a middle term, 江滩清淤 in two phases of a year each, 泵船更新 of 2024 alone, and 防汛值守 of three years."""
    years_of = {
        "堤岸绿化": (2022, 2024),
        "江滩清淤（一期）": (2022,),
        "江滩清淤（二期）": (2023,),
        "泵船更新": (2024,),
        "防汛值守": (2022, 2023, 2024),
    }
    for year in (2022, 2023, 2024):
        document = f"{BUREAU}{year}年度项目支出绩效目标"
        made = [
            makers.target(
                name,
                unit=BUREAU,
                year=year,
                yuan=f"{100_000 + 10_000 * (year - 2022)}",
                amounts={} if "清淤" in name else {"mid_term/total": "450000"},
                document=document,
                table=number,
            )
            for number, (name, of) in enumerate(years_of.items(), start=1)
            if year in of
        ]
        makers.load(memory, makers.statement(*made, document=document, publisher=BUREAU))
    return conversation_of(memory)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("堤岸绿化两年合计", ("合计 22 万元：2022、2024年",)),
        ("堤岸绿化这两年一共多少钱", ("合计 22 万元：2022、2024年",)),
        ("江滩清淤两年一共多少", ("合计 21 万元：2022、2023年",)),
        ("防汛值守两年合计", ("合计 23 万元：2023、2024年",)),
        ("防汛值守三年总额", ("合计 33 万元：2022、2023、2024年",)),
        (
            "堤岸绿化三年总额多少",
            ("合计 22 万元", "只有2022、2024年有表，不满三年。", "2024年表上的中期资金总额（整个实施期） 45 万元"),
        ),
        ("江滩清淤三年合计", ("合计 21 万元", "只有2022、2023年有表，不满三年。")),
        ("泵船更新三年一共多少", ("中期资金总额（预算安排） 45 万元", "“三年”按2024年表上的中期资金总额（整个实施期）答。")),
        ("堤岸绿化2024年三年总额", ("中期资金总额（预算安排） 45 万元", "“三年”按2024年表上的中期资金总额（整个实施期）答。")),
        ("堤岸绿化近两年合计", ("合计 12 万元：2024年", "2023年的文件里没有。")),
        (
            "堤岸绿化一共多少钱",
            ("合计 12 万元：2024年", "各年相加 22 万元（本系统相加，文件未印合计）：2022年 10 万元、2024年 12 万元。"),
        ),
    ],
)
def test_so_many_years(rows: Conversation, question: str, said: tuple[str, ...]) -> None:
    """“两年” are the last two that the project has; where it has fewer than are said, that is said, and what a form has for the whole term."""
    reply = answer(rows, question)

    assert [words for words in said if words not in reply] == []


@pytest.mark.parametrize("question", ["泵船更新一共多少钱", "堤岸绿化2024年一共多少", "堤岸绿化多少钱", "水利局一共多少钱"])
def test_one_year_is_all_that_is_asked(rows: Conversation, question: str) -> None:
    """A year that is named, or that is all there is, has no other years beside it; nor has an amount that nobody sums."""
    assert "各年相加" not in answer(rows, question)
