"""Which matches are asked for: of some types, of which enough is said, by some of the question's tokens."""

from hypothesis import given
from hypothesis import strategies as st

from store.names import Least, NameIndex, NameType, Wanted, tokenize
from store.text import normalize
from tests.laws import law
from tests.names.conftest import PROJECTS, UNITS

QUESTIONS = st.lists(
    st.sampled_from([*PROJECTS, *UNITS, "公路养护里程", "满意度", "公路", "的", "多少", "，"]), min_size=1, max_size=7
)
WANTED = st.builds(
    Wanted,
    types=st.frozensets(st.sampled_from(NameType), min_size=1),
    least=st.dictionaries(st.sampled_from(NameType), st.builds(Least, st.floats(0, 1), st.integers(0, 6))),
    tokens=st.frozensets(st.integers(0, 60), max_size=4),
)


@given(QUESTIONS, WANTED)
@law(150)
def test_what_is_wanted_is_what_would_be_left_of_everything(index: NameIndex, words: list[str], wanted: Wanted) -> None:
    """However long the question is, nothing is lost, and nothing else is found."""
    tokens = tokenize(normalize("".join(words)).text)

    found = index.propose(tokens, wanted)

    assert found == [match for match in index.propose(tokens) if match in wanted]


def test_what_is_needed_of_a_type() -> None:
    """A type that nothing is said of needs nothing."""
    index = NameIndex({NameType.INDICATOR: ("公路养护里程",), NameType.PROJECT: ("公路养护",)})
    tokens = tokenize("公路养护多少")

    assert {NameType.INDICATOR, NameType.PROJECT} == {m.type for m in index.propose(tokens)}
    assert {NameType.PROJECT} == {m.type for m in index.propose(tokens, Wanted(least={NameType.INDICATOR: Least(share=0.9)}))}
    assert {NameType.PROJECT} == {m.type for m in index.propose(tokens, Wanted(types=frozenset({NameType.PROJECT})))}


def test_tokens_of_a_long_question() -> None:
    """A question is read window by window, and its tokens count from its beginning."""
    name = "公路养护"
    question = tokenize("问" * 60 + name + "多少" + "啊" * 30)
    last = Wanted(tokens=frozenset({60}))

    assert [name] == [m.name for m in NameIndex({NameType.PROJECT: (name,)}).propose(question, last) if m.whole]
    assert last.within(0, 46) is None
    assert Wanted(tokens=frozenset({14})) == last.within(46, 46)
