"""A name within a question: which characters say which."""

from store.names.align import Alignment, align
from store.names.tokens import tokenize
from store.names.weights import weights


def _said(question: str, name: str) -> str:
    """The characters of the name that are said, the others as dots."""
    found = _align(question, name)
    said = {j for _, j, _ in found.pairs} if found else set()
    return "".join(c if j in said else "." for j, c in enumerate(name))


def _align(question: str, name: str) -> Alignment | None:
    return align(tokenize(question), tokenize(name), weights(name))


def test_a_name_among_fillers() -> None:
    """The whole name is found in a longer question."""
    assert _said("请问软件升级维护多少钱", "软件升级维护") == "软件升级维护"


def test_an_abbreviation() -> None:
    """Characters left out cost little: the rest stays in order."""
    assert _said("国库中心", "国库支付中心") == "国库..中心"
    assert _said("任财所", "任圩财政所") == "任.财.所"


def test_words_between_the_parts_of_a_name() -> None:
    """A particle in the name does not break it."""
    assert _said("软件的升级维护", "软件升级维护") == "软件升级维护"


def test_one_wrong_character() -> None:
    """A wrong character is bridged where right ones surround it."""
    assert _said("软件升哈维护", "软件升级维护") == "软件升.维护"


def test_nothing_in_common() -> None:
    """Where no character says another there is no alignment."""
    assert _align("今天天气", "软件升级维护") is None
    assert _align("", "软件升级维护") is None


def test_pairs_rise_in_question_and_name() -> None:
    """An alignment never crosses itself."""
    found = _align("维护升级软件", "软件升级维护")

    assert found is not None
    assert list(found.pairs) == sorted(found.pairs)
    assert [j for _, j, _ in found.pairs] == sorted(j for _, j, _ in found.pairs)


def test_a_comma_parts_two_names() -> None:
    """A name is not gathered across clauses when it stands whole in one."""
    found = _align("软件，软件升级维护", "软件升级维护")

    assert found is not None
    assert found.first == 3
