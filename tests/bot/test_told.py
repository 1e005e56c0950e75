"""How much of what is told of a project a form says: as it is said, by another name, or not at all."""

import pytest

from bot.described.told import numbers_stand, told
from store.holders import Holder

FORM = Holder(
    "古桥维护",
    "青禾县文物所",
    2024,
    "古桥维护",
    "修缮三座清代木拱桥防治白蚁",
    "修缮古桥\t3座\t\n档案装订\t12册\t",
    "上级补助资金",
)


@pytest.mark.parametrize(
    "words",
    ["治白蚁", "修三座木桥", "修3座桥", "修缮木拱桥", "装订十二册档案", "装订老档案", "文物所修桥", "请人修桥", "专门治白蚁"],
)
def test_all_of_it(words: str) -> None:
    """Deeds, things and numbers may be called otherwise than the form calls them, and small words say nothing."""
    assert () == told(words, FORM).missing


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("拆三座木桥", ("拆",)),  # another deed
        ("修五座木桥", ("五座",)),  # another number
        ("修三座铁桥", ("铁",)),
        ("不治白蚁", ("不",)),
        ("给老师治白蚁", ("老师",)),
        ("装订2册档案", ("2册",)),  # 12 is not 2
        ("修西沟村木桥", ("西沟村",)),
        ("激光治白蚁和蟑螂", ("激光", "蟑螂")),
    ],
)
def test_what_it_does_not_say(words: str, missing: tuple[str, ...]) -> None:
    """A word that stands nowhere in the form, by no name, is missing: a thing, a number, a deed, a turn."""
    assert missing == told(words, FORM).missing


def test_what_stands_there_for_it() -> None:
    """It is known what the form calls a thing, so that the line can be quoted."""
    found = told("打耗子", Holder("甲", "乙", 2024, "甲", "投放毒饵灭鼠", "", ""))

    assert (("耗子", "鼠"),) == found.alike[-1:] or "鼠" in found.shown


@pytest.mark.parametrize("words", ["八十岁往上的老人", "80岁以上老人", "给80周岁以上的老人"])
def test_an_age(words: str) -> None:
    """岁 and 周岁 count the same; another age is another one."""
    form = Holder("长寿津贴", "青禾县民政局", 2024, "长寿津贴", "为80周岁以上老人发放津贴", "", "")

    assert () == told(words, form).missing
    assert numbers_stand(words, form.goals)
    assert not numbers_stand("65岁以上老人", form.goals)
