"""Nothing that was understood is dropped between a question and its answer: what a plan, or an intent, does not hold is named."""

from datetime import date

import pytest

from bot.app import INTENTS
from bot.planning.accounted import unaccounted
from bot.reading.parsing import parse, spoken
from bot.replying.covered import unheeded
from bot.shapes import CALLED, Shape, shapes_of
from store.model import FundingKind, Horizon
from store.names import NameIndex
from store.plan import Aggregate, AmountFilter, Comparator, Field, GroupBy, IndicatorFilter, Plan, Whole
from store.text import normalize
from tests.bot.honesty import amounts

BY_NAME = {intent.name: intent for intent in INTENTS}
COUNTED = Plan(fields=(Field.PROJECT,), aggregate=Aggregate.COUNT)


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("unit_counts", {"horizon": Horizon.MID_TERM}, "“中期”"),
        ("unit_counts", {"kinds": (FundingKind.OTHER,)}, "“资金种类”"),
        ("rankings", {"indicators": IndicatorFilter(level1=("满意度指标",))}, "“指标”"),
        ("goals", {"compare": True}, "“比较”"),
        ("totals", {"by": GroupBy.UNIT}, "“分组”"),
    ],
)
def test_what_an_intent_does_not_follow(name: str, more: dict[str, object], said: str) -> None:
    """The part is named, and no figure is given."""
    answer = unheeded(COUNTED.model_copy(update=more), [BY_NAME[name]])

    assert answer is not None
    assert said in answer.text()
    assert not amounts(answer.text())


def test_what_any_of_them_follows() -> None:
    """Of a question of several fields each part is followed by the intent that it is for."""
    plan = Plan(fields=(Field.AMOUNT, Field.INDICATOR), indicators=IndicatorFilter(level1=("满意度指标",)))

    assert unheeded(plan, [BY_NAME["amounts"], BY_NAME["indicators"]]) is None
    assert unheeded(plan, [BY_NAME["amounts"]]) is not None


def test_every_shape_has_a_name_and_a_follower() -> None:
    """A shape that no intent follows could never be answered."""
    assert set(Shape) == set(CALLED)
    assert set(Shape) == set().union(*(intent.heeds for intent in INTENTS))
    assert shapes_of(Plan()) == frozenset()


@pytest.mark.parametrize(
    ("question", "holds", "dropped"),
    [
        ("项目有几个，中期合计多少", {"aggregate": Aggregate.COUNT}, ["中期"]),
        ("项目有几个，中期合计多少", {"aggregate": Aggregate.SUM, "horizon": Horizon.MID_TERM}, ["几个"]),
        ("其他资金一共多少", {"aggregate": Aggregate.SUM}, ["其他资金"]),
        ("其他资金一共多少", {"aggregate": Aggregate.SUM, "kinds": (FundingKind.OTHER,)}, []),
        ("2024年和2025年各多少", {"years": (2025,)}, ["2024年"]),
        ("2024年和2025年各多少", {"years": (2025, 2024)}, []),
        ("最多的项目占多少", {"aggregate": Aggregate.SUM}, ["最多", "占"]),
        ("最多的项目占多少", {"whole": Whole(of="scope")}, []),
        ("10万以上的项目有哪些", {}, ["10万以上"]),
        ("10万以上的项目有哪些", {"amounts": (AmountFilter(op=Comparator.AT_LEAST, yuan="100000"),)}, []),
        ("两个项目今年差多少", {"compare": True, "years": (2026, 2025)}, ["两个项目"]),
        ("平均每家多少", {"aggregate": Aggregate.SUM}, ["平均"]),
        ("本级多少", {"whole_branch": True}, ["本级"]),
        ("新增的有哪些", {}, ["新增"]),
    ],
)
def test_what_a_plan_does_not_hold(question: str, holds: dict[str, object], dropped: list[str]) -> None:
    """Of what was understood every span is looked for in the plan."""
    said = parse(question, NameIndex(), spoken(normalize(question), date(2026, 6, 1)))
    found = [question[p.start : p.end] for p in unaccounted(said, Plan.model_validate({"fields": (Field.PROJECT,), **holds}))]

    assert len(found) == len(dropped), found
    assert all(words in span for words, span in zip(dropped, found, strict=True)), found
