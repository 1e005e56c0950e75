"""However many names say a word, a question that says it means all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.names import NameIndex, NameType, tokenize
from store.text import normalize
from tests.laws import law

TOPICS = ("乡村振兴", "高标准农田", "老旧小区", "智慧校园", "水源地保护")
PLACES = [f"{a}{b}{c}" for a in "青石柳河白云金龙" for b in "禾桥渡沟塘岭源川" for c in "镇乡"]
NAMES = [
    f"{place}{topic}{money}" for place in PLACES for topic in TOPICS for money in ("经费", "补助资金", "项目", "工程", "专项")
]
NAMES += [f"{place}专利资助专项资金" for place in PLACES] + [f"{place}{topic}专项资金" for place in PLACES for topic in TOPICS]
INDEX = NameIndex({NameType.PROJECT: NAMES})


def meant(question: str) -> set[str]:
    tokens = tokenize(normalize(question).text)
    best, *others = INDEX.propose(tokens)
    same = [best, *(match for match in others if match.tokens == best.tokens)]
    return {best.name, *(match.name for match in INDEX.also(tokens, same))}


def test_more_names_than_are_looked_at_one_by_one() -> None:
    """Each topic has 768 names, all topics 3,840."""
    assert {name for name in NAMES if "乡村振兴" in name} == meant("乡村振兴一共多少钱")


@given(st.sampled_from(TOPICS), st.sampled_from(["一共多少", "补助资金总共多少", "的钱加起来", "经费有多少"]))
@law()
def test_all_names_that_say_the_words(topic: str, rest: str) -> None:
    """What is meant holds every name that holds the words which the best match says."""
    found = meant(topic + rest)
    words = next(money for money in ("补助资金", "经费", "") if rest.startswith(money))

    assert {name for name in NAMES if topic + words in name} <= found


def test_a_homophone_means_all_of_them_too() -> None:
    """What is typed with another character is said as well by every name as by one."""
    assert {name for name in NAMES if "乡村振兴" in name} == meant("乡村正兴一共多少钱")


def test_words_that_a_name_has_twice() -> None:
    """That one name says 专 apart from 项资金 as well hides no name that says 专项资金."""
    assert {name for name in NAMES if "专项资金" in name} == meant("专项资金一共多少钱")
    assert {name for name in NAMES if "专项资金" in name} == meant("zhuanxiangzijin yigong duoshao")


def test_a_nickname_means_all_that_it_stands_for() -> None:
    """低保 is each of the 600 names that hold 最低生活保障."""
    names = [f"{place}{n}最低生活保障金" for place in PLACES for n in "甲乙丙丁戊"]
    index = NameIndex({NameType.PROJECT: names})
    tokens = tokenize("低保一共多少钱")
    best, *others = index.propose(tokens)
    same = [best, *(match for match in others if match.tokens == best.tokens)]

    assert set(names) == {match.name for match in index.also(tokens, same)}


def test_what_another_part_names_is_not_crowded_out() -> None:
    """Hundreds of names for the one half of a question leave room for the other."""
    many = [f"{place}{kind}示范村建设项目" for place in PLACES for kind in ("乡村振兴", "和美乡村", "生态乡村", "数字乡村")]
    index = NameIndex({NameType.PROJECT: [*many, *(f"{place}党建经费" for place in PLACES), "党建经费"]})
    found = index.propose(tokenize("乡村振兴示范村建设项目和党建经费分别多少"))

    assert "党建经费" in {match.name for match in found if match.whole}


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=9, unique=True))
@law(20)
def test_every_name_of_a_long_question(named: list[str]) -> None:
    """However late in a question a name is said in full, it is found."""
    found = INDEX.propose(tokenize("、".join(named) + "一共多少钱"))

    assert set(named) <= {match.name for match in found if match.whole}


@pytest.mark.parametrize("name", ["档", "120", "Ａ"])
def test_a_name_of_one_token(name: str) -> None:
    """It has no pairs of sounds, and is found by itself."""
    index = NameIndex({NameType.PROJECT: [name, "软件升级维护"]})

    assert [name] == [match.name for match in index.propose(tokenize(normalize(f"{name}多少钱").text)) if match.whole]


def test_many_are_judged_as_each_is_alone() -> None:
    """Names that have the same part differ in what the rest of them weighs."""
    tokens = tokenize("专项资金一共多少钱")
    best, *others = INDEX.propose(tokens)
    same = [best, *(match for match in others if match.tokens == best.tokens)]
    looked_at = {match.name: match for match in same}
    both = [match for match in INDEX.also(tokens, same) if match.name in looked_at]

    assert len(both) > 20
    assert [looked_at[match.name] for match in both] == both
