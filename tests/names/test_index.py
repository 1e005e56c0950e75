"""Which stored name a question means, however it is typed."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.names import Match, NameIndex, NameType, tokenize
from store.text import normalize
from tests.laws import law
from tests.names.conftest import PROJECTS, UNITS

Found = Callable[[str], list[Match]]


@pytest.mark.parametrize(
    ("question", "name", "why"),
    [
        ("软件升级维护多少钱", "软件升级维护", "exact"),
        ("请问软件升级维护的预算", "软件升级维护", "exact"),
        ("柳渡镇财政所的项目", "柳渡镇财政所", "exact"),
        ("软件维护多少钱", "软件升级维护", "partial"),
        ("软件升级预算", "软件升级维护", "partial"),
        ("下派干部经费", "乡村振兴下派干部经费", "partial"),
        ("国库支付中心", "青禾县财政局国库支付中心", "partial"),
        ("国库中心多少钱", "青禾县财政局国库支付中心", "partial"),
        ("石桥财政所", "石桥街道办事处财政所", "partial"),
        ("软件升极维护", "软件升级维护", "homophone"),
        ("软件生级维护", "软件升级维护", "homophone"),
        ("公做经费", "工作经费", "homophone"),
        ("软件升级维户", "软件升级维护", "homophone"),
        ("软建升级维护", "软件升级维护", "homophone"),
        ("乡村正新下派干部", "乡村振兴下派干部经费", "near_homophone"),
        ("ruanjian shengji weihu", "软件升级维护", "pinyin"),
        ("ruanjianshengjiweihu", "软件升级维护", "pinyin"),
        ("ruan jian 升级维护", "软件升级维护", "pinyin"),
        ("gongzuojingfei", "工作经费", "pinyin"),
        ("liudu caizhengsuo", "柳渡镇财政所", "pinyin"),
        ("rjsjwh", "软件升级维护", "initials"),
        ("RJSJWH预算多少", "软件升级维护", "initials"),
        ("軟件升級維護", "软件升级维护", "exact"),
        ("鄉村振興下派幹部經費", "乡村振兴下派干部经费", "exact"),
        ("软件  升级，维护", "软件升级维护", "exact"),
        ("ｒｕａｎｊｉａｎ　升级维护", "软件升级维护", "pinyin"),
        ("招待费", "公务接待费", "alias"),
        ("智慧校园建设项目一期", "智慧校园建设项目（一期）", "exact"),
        ("智慧校园1期", "智慧校园建设项目（一期）", "partial"),
        ("智慧校园第2期", "智慧校园建设项目（二期）", "partial"),
    ],
)
def test_a_name_as_people_type_it(found: Found, question: str, name: str, why: str) -> None:
    """The best match is the name that is meant, and it says how it was recognised."""
    best = found(question)[0]

    assert (best.name, best.why) == (name, why)


@pytest.mark.parametrize(
    ("question", "name", "why"),
    [
        ("CT机多少钱", "CT机购置", "partial"),
        ("ct机购置预算", "CT机购置", "exact"),
        ("LED路灯更换多少", "LED路灯更换", "exact"),
        ("led的路灯", "LED路灯更换", "partial"),
        ("5G基站", "5G基站电费补助", "partial"),
        ("B超机", "彩色B超机更新", "partial"),
    ],
)
def test_letters_that_stand_in_a_name(question: str, name: str, why: str) -> None:
    """They are said themselves, however few; letters of another word say nothing."""
    names = {NameType.PROJECT: ["CT机购置", "LED路灯更换", "5G基站电费补助", "彩色B超机更新", "冲锋舟艇购置"]}
    best = NameIndex(names).propose(tokenize(normalize(question).text))[0]

    assert (best.name, best.why) == (name, why)
    assert not NameIndex(names).propose(tokenize("ctb机"))


def test_initials_on_both_sides_of_a_bracket_are_one_name() -> None:
    """Each run of letters counts as a whole: the name that all of them say is meant before two that say a part each."""
    names = {NameType.UNIT: ["文化旅游体育局"], NameType.PROJECT: ["旅游推介（中央资金）", "路灯养护（中央资金）"]}
    best = NameIndex(names).propose(tokenize("lytj(zyzj)多少钱"))[0]

    assert (best.name, best.why, best.whole) == ("旅游推介（中央资金）", "initials", True)


def test_initials_side_by_side_before_those_with_something_left_out() -> None:
    """“lytj” is 旅游推介 before it is the 旅游体育竞技中心, whose letters it has with something between."""
    first, second = NameIndex({NameType.UNIT: ["旅游体育竞技中心"], NameType.PROJECT: ["旅游推介"]}).propose(tokenize("lytj"))

    assert (first.name, second.name) == ("旅游推介", "旅游体育竞技中心")
    assert first.value > second.value


def test_a_typo_in_the_middle(found: Found) -> None:
    """One wrong character among right ones does not hide the name."""
    assert found("软件升A维护")[0].name == "软件升级维护"
    assert found("乡村振断下派干部经费")[0].name == "乡村振兴下派干部经费"


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("智慧校园四期", "四"),
        ("智慧校园建设项目（三期）", "三"),
        ("智慧校园3期", "3"),
        ("第四中学操场改造", "四"),
        ("青禾县第一中学", "一"),
        ("第4中学操场改造", "4"),
    ],
)
def test_a_number_is_never_read_as_another(found: Found, question: str, number: str) -> None:
    """四期 says no part of 一期, 第一中学 none of 第三中学: no match spans or uses a number that its name does not hold."""
    place = question.index(number)
    matches = found(question)

    assert [] == [m.name for m in matches if m.start <= place < m.end]
    assert not any(place in m.tokens for m in matches)


def test_a_phase_that_is_not_said_leaves_both(found: Found) -> None:
    """Without a number every phase is meant equally well."""
    best, other, *_ = found("智慧校园建设项目")

    assert {best.name, other.name} == {"智慧校园建设项目（一期）", "智慧校园建设项目（二期）"}
    assert best.value == other.value


@pytest.mark.parametrize(
    "question",
    [
        "今天天气怎么样",
        "帮我写一份总结",
        "你好",
        "一个",
        "多少钱",
        "",
        "？？？",
        "县法院",
        "的",
        "aaa",
        "123",
        "😀",
        "hello world",
    ],
)
def test_a_question_that_names_nothing(found: Found, question: str) -> None:
    """What no stored name explains proposes no name; a few characters far apart are chance."""
    assert [] == found(question)


def test_a_longer_name_beats_the_words_inside_it(found: Found) -> None:
    """A unit whose name begins with another's is that unit."""
    assert found("青禾县财政局国库支付中心")[0].name == "青禾县财政局国库支付中心"
    assert found("青禾县财政局")[0].name == "青禾县财政局"


def test_the_span_of_a_match_is_the_name_alone(found: Found) -> None:
    """A match says where in the question the name stands, fillers left out."""
    question = "请问软件升级维护多少钱"
    best = found(question)[0]

    assert question[best.start : best.end] == "软件升级维护"


def test_what_stays_unsaid_is_counted(found: Found) -> None:
    """An abbreviation tells how much of the name it leaves out, before and behind."""
    best = found("下派干部")[0]

    assert best.unsaid == (4, 2)
    assert not best.whole


@given(st.sampled_from(PROJECTS + UNITS))
@law()
def test_every_stored_name_finds_itself(index: NameIndex, name: str) -> None:
    """A name typed in full is found first, whole and with full score."""
    best = index.propose(tokenize(normalize(name).text))[0]

    assert (best.name, best.whole, best.score) == (name, True, 1.0)


@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from([*PROJECTS, *UNITS, "的", "多少", "一期", " ", "，", "99"]), max_size=5).map("".join)
)
@law(150)
def test_matches_lie_within_any_question(index: NameIndex, question: str) -> None:
    """Spans lie within the text, scores and shares between 0 and 1, the best first, the same each time."""
    normal = normalize(question).text
    matches = index.propose(tokenize(normal))

    assert matches == index.propose(tokenize(normal))
    assert all(0 <= m.start < m.end <= len(normal) for m in matches)
    assert all(0 < m.score <= 1 and 0 < m.share <= 1 for m in matches)
    assert [m.value for m in matches] == sorted((m.value for m in matches), reverse=True)


@given(st.permutations(PROJECTS))
@law(20)
def test_the_order_of_loading_changes_no_match(names: list[str]) -> None:
    """An index made of the same names in another order proposes the same."""
    question = tokenize("智慧校园的钱和乡村振兴的经费")

    assert NameIndex({NameType.PROJECT: names}).propose(question) == NameIndex({NameType.PROJECT: PROJECTS}).propose(question)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("软件升及维护费", "软件升级维护"),
        ("农村公路保养", "农村公路养护"),
        ("接待费用", "公务接待费"),
        ("智慧校园四期", "智慧校园建设项目（一期）"),
    ],
)
def test_an_unknown_name_has_near_ones_to_offer(index: NameIndex, text: str, name: str) -> None:
    """Names that look like the text are offered, at most as many as asked for."""
    assert name in index.near(text, [NameType.PROJECT])
    assert len(index.near(text, list(NameType), limit=1)) == 1


def test_a_name_like_nothing_has_no_near_ones(index: NameIndex) -> None:
    """Nothing is offered that does not look alike."""
    assert [] == index.near("zzz", list(NameType))
    assert [] == index.near("航天发射", list(NameType))


def test_only_the_asked_kinds_are_offered(index: NameIndex) -> None:
    """Near units are no near projects."""
    assert set(index.near("青禾县财政", [NameType.UNIT], limit=9)) <= set(UNITS)


def test_an_index_of_nothing(found: Found) -> None:
    """An empty store has an index: it proposes and offers nothing."""
    nothing = NameIndex({})

    assert [] == nothing.propose(tokenize("软件升级维护"))
    assert [] == nothing.near("软件升级维护", list(NameType))
