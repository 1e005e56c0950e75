"""How characters sound, and pinyin without spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.names.readings import fuzzy, fuzzy_readings, readings, segment
from tests.laws import law

SYLLABLES = ("ruan", "jian", "sheng", "ji", "wei", "hu", "gong", "zuo", "jing", "fei", "an", "xi", "nan")


def test_a_character_with_several_readings_has_them_all() -> None:
    """行 is xing and hang, 长 is chang and zhang."""
    assert {"xing", "hang"} <= set(readings("行"))
    assert {"chang", "zhang"} <= set(readings("长"))


def test_what_is_no_character_has_no_reading() -> None:
    """Letters, signs and emoji do not sound."""
    assert () == readings("a") == readings("，") == readings("😀") == readings("")


@pytest.mark.parametrize(
    ("letters", "syllables"),
    [
        ("ruanjianshengjiweihu", ("ruan", "jian", "sheng", "ji", "wei", "hu")),
        ("gongzuojingfei", ("gong", "zuo", "jing", "fei")),
        ("xiangcunzhenxing", ("xiang", "cun", "zhen", "xing")),
        ("qugou", ("qu", "gou")),
        ("lv", ("lv",)),
        ("rjsjwh", None),
        ("kpi", None),
        ("", None),
    ],
)
def test_pinyin_without_spaces(letters: str, syllables: tuple[str, ...] | None) -> None:
    """A run of letters is cut into the fewest syllables, or is no pinyin."""
    assert syllables == segment(letters)


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=6))
@law()
def test_any_pinyin_is_cut_into_syllables(typed: list[str]) -> None:
    """What is made of syllables is cut into no more of them, and nothing is lost."""
    cut = segment("".join(typed))

    assert cut is not None
    assert "".join(cut) == "".join(typed)
    assert len(cut) <= len(typed)


@pytest.mark.parametrize(("one", "other"), [("zhen", "zen"), ("nan", "lan"), ("xing", "xin"), ("sheng", "sen"), ("chang", "can")])
def test_sounds_that_people_mix_up(one: str, other: str) -> None:
    """Flat and curled tongue, n and l, front and back nasal fold to one."""
    assert fuzzy(one) == fuzzy(other)


@given(st.sampled_from(SYLLABLES))
@law(20)
def test_folding_a_sound_twice_changes_nothing(syllable: str) -> None:
    """A fuzzy syllable is its own fuzzy syllable."""
    assert fuzzy(fuzzy(syllable)) == fuzzy(syllable)


def test_fuzzy_readings_are_those_of_the_readings() -> None:
    """A character's fuzzy sounds are its sounds, folded, each once."""
    assert set(fuzzy_readings("行")) == {fuzzy(r) for r in readings("行")}
