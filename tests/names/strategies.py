"""Names and questions that are near each other, for laws."""

from hypothesis import strategies as st

from store.names import NameType
from tests.names.conftest import PROJECTS, UNITS

CHARACTERS = "财政局农业公路养护一二三期的经费（）12a会计重庆 "
names = st.sampled_from([*PROJECTS, *UNITS]) | st.text(CHARACTERS, min_size=1, max_size=12)
questions = st.lists(
    st.sampled_from([*PROJECTS, *UNITS, "caizhengju", "nyj", "的", "多少钱", "农页局", "公陆养护", "一期", "，", "12"])
    | st.text(CHARACTERS, max_size=6),
    max_size=4,
).map("".join)

Pair = tuple[str, str]
pairs = st.lists(st.tuples(names, names), max_size=12)  # of a unit and a project


def by_type(of: list[Pair]) -> dict[NameType, set[str]]:
    """The names of these pairs."""
    return {NameType.UNIT: {unit for unit, _ in of}, NameType.PROJECT: {project for _, project in of}}
