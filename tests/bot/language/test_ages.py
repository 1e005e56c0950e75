"""How old people are."""

import pytest

from bot.language.ages import ages_in, may_be_of, without_ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("80岁以上的老人", [(80, 200)]),
        ("满八十岁能领多少", [(80, 80)]),
        ("百岁老人", [(100, 100)]),
        ("60至79周岁", [(60, 79)]),
        ("60岁到79岁", [(60, 79)]),
        ("6周岁以下儿童", [(0, 6)]),
        ("18岁以内", [(0, 18)]),
        ("80岁以上和100岁以上", [(80, 200), (100, 200)]),
        ("80个老人", []),
        ("2024年岁末慰问", []),
    ],
)
def test_ages_that_are_said(text: str, ages: list[tuple[int, int]]) -> None:
    """Ages are the youngest and the oldest that are meant."""
    assert ages == list(ages_in(text))


@pytest.mark.parametrize(
    ("name", "said", "fits"),
    [
        ("100周岁以上月人均标准", [(80, 200)], True),
        ("100周岁以上月人均标准", [(85, 85)], False),
        ("80至99周岁月人均标准", [(85, 85)], True),
        ("80至99周岁月人均标准", [(100, 200)], False),
        ("发放人数", [(85, 85)], True),
        ("80至99周岁月人均标准", [], True),
    ],
)
def test_lines_of_these_ages(name: str, said: list[tuple[int, int]], fits: bool) -> None:
    """A line that tells ages is meant where some of these are said, or none are."""
    assert fits is may_be_of(name, said)


def test_what_else_is_said() -> None:
    """The words that say ages can be left away."""
    assert "老人每月补多少" == without_ages("80岁以上老人每月补多少")
