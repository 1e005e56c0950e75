"""However many names say a word, a question that says it means all of them."""

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
