"""Some of the names of an index, asked as if there were no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.names import Match, NameIndex, NameType, tokenize
from store.text import normalize
from tests.laws import law
from tests.names.conftest import PROJECTS, UNITS


def _told(found: list[Match]) -> set[tuple[str, int, int, float, str]]:
    return {(m.name, m.start, m.end, m.share, m.why) for m in found}


@given(
    st.lists(st.sampled_from([*PROJECTS, *UNITS, "满意度", "公路", "的", "多少", "，"]), min_size=1, max_size=6),
    st.lists(st.sampled_from(PROJECTS), min_size=1, unique=True),
    st.lists(st.sampled_from(UNITS), unique=True),
)
@law(150)
def test_what_is_found_is_what_an_index_of_just_these_finds(
    index: NameIndex, words: list[str], projects: list[str], units: list[str]
) -> None:
    """No other name crowds one out, and none of another type is found."""
    some = {NameType.PROJECT: projects, NameType.UNIT: units}
    tokens = tokenize(normalize("".join(words)).text)

    assert _told(NameIndex(some).propose(tokens)) == _told(index.among(some).propose(tokens))


def test_a_name_that_is_not_there(index: NameIndex) -> None:
    """It is refused, rather than another found in its place."""
    with pytest.raises(KeyError, match="路灯养护"):
        index.among({NameType.PROJECT: (PROJECTS[0], "路灯养护")})
