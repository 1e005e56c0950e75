"""Which projects of which units a question means."""

from hypothesis import given
from hypothesis import strategies as st

from store.names import NameIndex, NameType
from store.names.identity import identities
from store.names.pairs import Joined, Pairs
from store.text import normalize
from tests.laws import law
from tests.names.strategies import Pair, by_type, pairs, questions

SHARED = [
    ("青禾县财政局", "工作经费"),
    ("青禾县中医院", "工作经费"),
    ("柳渡镇财政所", "工作经费"),
    ("柳渡镇财政所", "农村公路养护"),
]


def _index(of: list[Pair]) -> NameIndex:
    return NameIndex(by_type(of), of)


def test_the_unit_tells_projects_of_one_name_apart() -> None:
    """The best is the pair whose unit is said; spans say where each is."""
    (best, *_), text = _index(SHARED).search("请问中医院的工作经费"), "请问中医院的工作经费"

    assert ("青禾县中医院", "工作经费") == (best.unit, best.project)
    assert ("中医院", "工作经费") == (text[slice(*best.unit_span or (0, 0))], text[slice(*best.project_span)])


def test_a_unit_that_is_not_said_has_no_span() -> None:
    """Without a unit all that have the project are found, equally good."""
    found = _index(SHARED).search("工作经费")

    assert {unit for unit, project in SHARED if project == "工作经费"} == {hit.unit for hit in found}
    assert [None] * 3 == [hit.unit_span for hit in found]
    assert 1 == len({hit.score for hit in found})


def test_no_more_than_asked_for() -> None:
    """The limit holds, the best stay."""
    index = _index(SHARED)

    assert index.search("工作经费")[:2] == index.search("工作经费", limit=2)
    assert [] == index.search("今天天气")
    assert [] == NameIndex().search("工作经费")
    assert [] == NameIndex({NameType.PROJECT: ["工作经费"]}).search("工作经费")


@given(pairs, questions | st.text(max_size=60))
@law(100, shrink=False)
def test_hits_lie_within_any_question(there: list[Pair], question: str) -> None:
    """Each hit is a pair that is there, once; spans lie within the text; the best come first; the same each time."""
    index = _index(there)
    found = index.search(question)
    length = len(normalize(question).text)

    assert len({(hit.unit, hit.project) for hit in found}) == len(found)
    assert {(hit.unit, hit.project) for hit in found} <= set(there)
    assert all(0 <= hit.project_span[0] <= hit.project_span[1] <= length for hit in found)
    assert all(0 <= hit.unit_span[0] < hit.unit_span[1] <= length for hit in found if hit.unit_span)
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert found == index.search(question)


_few = st.lists(st.tuples(st.sampled_from("甲乙丙丁"), st.sampled_from("子丑寅卯")), max_size=10)


@given(
    st.lists(st.tuples(_few, _few, st.sets(st.sampled_from("甲子")))),
    st.sets(st.sampled_from("甲乙丙")),
    st.sets(st.sampled_from("子丑")),
)
@law(100)
def test_pairs_are_a_set(changes: list[tuple[list[Pair], list[Pair], set[str]]], units: set[str], projects: set[str]) -> None:
    """Whatever came and went, the pairs of units and projects are those of the set."""
    held, there = Pairs(), set[Pair]()
    for added, removed, gone in changes:
        held = held.changed(Joined.of(added), Joined.of(removed), identities(sorted(gone)), identities(sorted(gone)))
        there = {p for p in there - set(removed) if not gone & set(p)} | set(added)
    wanted = {p for p in there if p[0] in units or p[1] in projects}
    found = held.of(identities(sorted(units)), identities(sorted(projects)))

    assert len(there) == len(held)
    assert Joined.of(sorted(wanted)).units.tolist() == found.units.tolist()
    assert Joined.of(sorted(wanted)).projects.tolist() == found.projects.tolist()
    own = identities(sorted({project for unit, project in there if unit in units}))
    assert sorted(own.tolist()) == held.projects_of(identities(sorted(units))).tolist()


def test_a_name_behind_a_long_introduction() -> None:
    """Spans are right however many tokens that no name holds stand before."""
    text = "您好，麻烦帮我看看下面这件事情，谢谢！" * 6 + "中医院的工作经费"
    best = _index(SHARED).search(text)[0]

    assert ("青禾县中医院", "工作经费") == (best.unit, best.project)
    assert ("中医院", "工作经费") == (text[slice(*best.unit_span or (0, 0))], text[slice(*best.project_span)])
