"""Which names are so alike that one may be a slip of the pen."""

from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st

from store.alike import differ_in_one_character, pairs_alike

NAMES = st.lists(st.text(alphabet="防汛物资储备费一1", min_size=4, max_size=9), max_size=12)


@given(NAMES)
@example(["防汛物资储备费", "防汛物资储备", "防汛物资储汛费", "防汛物资储备费", "防汛物资储备1"])
def test_pairs_are_found_as_by_comparing_each_with_each(names):
    """Not one pair that differs in one character is missed, and they come in the order of the names."""
    expected = [(a, b) for a, b in combinations(range(len(names)), 2) if differ_in_one_character(names[a], names[b])]

    assert expected == pairs_alike(names)
