"""What is said after it was asked which rose or fell: of each that was found, or of the others of the same set."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat

TOWNS = {
    "柳渡镇人民政府": (20, 22, 24),
    "石桥镇人民政府": (31, 30, 25),
    "云峰镇人民政府": (12, 12, 13),
    "双塘镇人民政府": (9, 9, 9),
}


@pytest.fixture
def chat(memory: Store) -> Chat:
    """A project of four towns in three years, two of which rose in the last, and another project of one of them."""
    for n, year in enumerate((2022, 2023, 2024)):
        document = f"{year}年表"
        targets = [
            makers.target("环境整治", unit=town, year=year, yuan=f"{of[n]}0000", table=t, document=document)
            for t, (town, of) in enumerate(TOWNS.items(), 1)
        ]
        other = makers.target("路灯电费", unit="石桥镇人民政府", year=year, yuan=f"{5 + 3 * n}0000", table=9, document=document)
        makers.load(memory, makers.statement(*targets, other, document=document))
    return Chat(conversation_of(memory))


@pytest.mark.parametrize("first", ["环境整治哪个涨了", "环境整治今年哪个镇涨了", "环境整治今年比去年多多少|哪个涨了"])
@pytest.mark.parametrize(
    ("then", "said", "unsaid"),
    [
        ("涨了多少", ("多 2 万元", "多 1 万元"), ("石桥", "双塘")),
        ("各涨了多少", ("多 2 万元", "多 1 万元"), ("石桥", "双塘")),
        ("涨了百分之几", ("9.09%", "8.33%"), ("石桥", "双塘")),
        ("少了多少", ("少 5 万元",), ("柳渡", "双塘")),
        ("其他的呢", ("少 5 万元", "双塘"), ("路灯", "24 万元")),
        ("另外两个呢", ("少 5 万元", "双塘"), ("路灯", "24 万元")),
        ("没涨的呢", ("少 5 万元", "双塘"), ("路灯", "24 万元")),
        ("降的呢", ("少 5 万元",), ("路灯", "24 万元")),
        ("涨得最多的呢", ("多 2 万元",), ("石桥", "云峰")),
    ],
)
def test_of_each_and_of_the_others(chat: Chat, first: str, then: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    """Not the net of all towns, nor what else these towns have."""
    for question in first.split("|"):
        chat.says(question)
    body = chat.says(then).text.partition("来源：")[0].partition("（不含")
    text = body[0] + body[2].partition("）")[2]

    assert all(word in text for word in said), text
    assert not any(word in text for word in unsaid), text


@pytest.mark.parametrize("first", ["环境整治涨得最多的", "环境整治涨得最多的是谁", "环境整治今年比去年多多少|涨得最多的"])
@pytest.mark.parametrize(
    ("then", "said"), [("涨了多少", "多 2 万元"), ("它涨了多少", "多 2 万元"), ("涨了多少|其他的呢", "少 5 万元")]
)
def test_the_one_that_moved_most(chat: Chat, first: str, then: str, said: str) -> None:
    """It need not be asked which: of what several have one of them moved most."""
    for question in first.split("|"):
        found = chat.says(question).text
    for question in then.split("|"):
        reply = chat.says(question).text

    assert "柳渡镇" in found
    assert "石桥镇" not in found
    assert said in reply, reply


@pytest.mark.parametrize("then", ["涨了多少", "一共涨了多少"])
def test_of_none(chat: Chat, then: str) -> None:
    """Where none was found there is none to tell of."""
    assert "一个也没有" in chat.says("双塘镇哪些项目涨了").text
    assert "一个也没有" in chat.says(then).text


def test_since_the_first_of_three_years(chat: Chat) -> None:
    """“三年” sets the last year beside the first, of each unit."""
    text = chat.says("环境整治三年哪个镇涨了").text

    assert "多 4 万元" in text
    assert "多 1 万元" in text
    assert "石桥镇" not in text


@pytest.mark.parametrize(
    ("then", "said"), [("哪个镇最多", "25 万元"), ("哪个镇涨得最多", "多 2 万元"), ("哪个镇项目最多", "2 个")]
)
def test_which_of_them(chat: Chat, then: str, said: str) -> None:
    """“哪个镇” after a project of several is asked of it, unless projects are counted."""
    chat.says("环境整治今年一共多少")

    assert said in chat.says(then).text


@pytest.mark.parametrize("question", ["环境整治今年比去年多多少|涨了多少", "环境整治涨了多少"])
def test_the_net_of_all_is_still_told(chat: Chat, question: str) -> None:
    """Where nothing asks which, all of them are told together."""
    for one in question.split("|"):
        reply = chat.says(one)

    assert "71 万元" in reply.text


@pytest.mark.parametrize(
    ("then", "said", "unsaid"),
    [
        ("3万是哪个项目涨的", ("路灯电费", "多 3 万元"), ("环境整治",)),
        ("那5万是哪个减的", ("环境整治", "少 5 万元"), ("路灯",)),
        ("少的5万是哪个项目的", ("环境整治", "少 5 万元"), ("路灯",)),
        ("主要是哪个项目减的", ("环境整治", "少 5 万元"), ("路灯",)),
        ("是哪个项目少了", ("环境整治", "少 5 万元"), ("路灯",)),
        ("哪个项目砍了5万", ("环境整治", "少 5 万元"), ("路灯",)),
        ("多的钱是哪个项目的", ("路灯电费", "多 3 万元"), ("环境整治",)),
        ("哪个单位的项目少", (), ("路灯",)),  # counts them
    ],
)
def test_which_project_it_was(chat: Chat, then: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    """After by how much a unit has less: the project that moved so, by the amount that is said."""
    chat.says("石桥镇今年比去年少多少")
    text = chat.says(then).text

    assert all(word in text for word in said), text
    assert not any(word in text for word in unsaid), text


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("石桥镇环境整治比去年少5万吗",), "少 5 万元（本系统相减），与5万一致："),
        (("石桥镇环境整治比去年少3万吗",), "少 5 万元（本系统相减），不是3万："),
        (("石桥镇环境整治比去年多5万",), "少 5 万元（本系统相减），没有多："),
        (("石桥镇环境整治比去年少了不到10万吧",), "少 5 万元（本系统相减），低于10万："),
        (("石桥镇环境整治今年减了4万对吗",), "少 5 万元（本系统相减），不是4万："),
        (("石桥镇环境整治今年多少", "比去年少4万吗"), "少 5 万元（本系统相减），不是4万："),
        (("石桥镇环境整治今年多少", "少5万吧"), "少 5 万元（本系统相减），与5万一致："),
        (("石桥镇环境整治比去年少多少", "是4万吗"), "少 5 万元（本系统相减），相差不是4万："),
        (("石桥镇环境整治比去年少多少", "是25万吗"), "相差不是25万，2024年与25万一致："),
        (("石桥镇环境整治比去年少多少", "有没有超过10万"), "25 万元，超过10万："),
        (("石桥镇环境整治多少钱", "至少20万吗"), "25 万元，达到20万："),
        (("石桥镇比云峰镇环境整治多10万吗",), "多 12 万元（本系统相减），不是10万："),
        (("石桥镇环境整治今年多少", "去年呢", "少5万吗"), "2024年比2023年少 5 万元（本系统相减），与5万一致："),
        (("石桥镇环境整治比去年少多少", "降了10%以上吗"), "少 5 万元（本系统相减），下降 16.67%"),
    ],
)
def test_by_how_much_it_is_claimed_to_have_moved(chat: Chat, turns: tuple[str, ...], said: str) -> None:
    """The difference as it is, and whether it is the one that is claimed; a claim right behind one may be about either."""
    assert said in [chat.says(turn).text for turn in turns][-1]


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (("柳渡镇环境整治多少", "石桥镇呢", "云峰镇呢", "谁涨了"), ("多 2 万元", "少 5 万元", "多 1 万元"), "双塘"),
        (("柳渡镇和石桥镇环境整治比去年多多少", "石桥镇多多少"), ("少 5 万元",), "柳渡"),
        (("柳渡镇和石桥镇环境整治各多少", "石桥镇少了多少"), ("少 5 万元", "2023年"), "柳渡"),
        (("柳渡镇和石桥镇环境整治各多少", "石桥镇多多少"), ("柳渡镇人民政府比石桥镇人民政府少 1 万元",), "2023年"),
        (("柳渡镇环境整治三年分别多少", "哪年涨得多"), ("“哪年”和别的条件合在一起还不会算",), "万元"),
        (("石桥镇今年比去年少多少", "多了哪个"), ("一个也没有",), "25 万元"),
        (("环境整治有几家",), ("4 个单位",), "万元"),
        (("石桥镇今年多少", "少了什么"), ("一个也没有：石桥镇人民政府2023年有、2024年没有的项目",), "请核对"),
        (("石桥镇今年几个项目", "哪个多"), ("最多的是石桥镇人民政府「环境整治」：25 万元",), "2023年"),
        (("石桥镇今年多少", "哪个少", "哪个多"), ("最多的是石桥镇人民政府「环境整治」：25 万元",), "2023年"),
        (("石桥镇有哪些项目", "最大的那个是哪年的"), ("“最大的那个”和别的条件合在一起还不会算",), "2023年"),
    ],
)
def test_of_whom_it_is_asked(chat: Chat, turns: tuple[str, ...], said: tuple[str, ...], unsaid: str) -> None:
    """Of all that were told one after the other, of the one that is named, and of no year that nobody can tell."""
    reply = [chat.says(turn).text for turn in turns][-1].partition("来源：")[0]

    assert all(word in reply for word in said), reply
    assert unsaid not in reply
