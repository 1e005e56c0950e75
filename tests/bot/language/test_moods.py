"""How people speak to the bot: passed over, and what limits the question never is."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Except, Mark
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


def _left(said: Parse) -> list[str]:
    return [x.text for x in said.leftovers]


_BEFORE = [
    "直接告诉我",
    "算了 直接告诉我",
    "算了不看了 ",
    "你就直接说",
    "别的不说了 就问",
    "怎么又答非所问！",
    "你没听懂，我问的是",
    "你理解错了，",
    "哥们儿",
    "老铁",
    "亲爱的",
    "家人们",
    "烦死了问三遍了",
    "问了好几遍了",
    "跟你说了八百遍了",
    "我说的是",
    "我的意思是",
    "我是问",
    "说清楚点",
    "弱弱问一下",
    "话说",
    "其实",
    "反正",
    "哎哟喂",
    "我去",
    "卧槽",
    "江湖救急",
    "有人吗",
    "再问一个",
    "问个事",
    "最后一个问题",
    "有个问题想请教",
    "打听个事",
    "帮我算算",
    "麻烦给看下",
    "考考你，",
    "兄弟，",
    "主任，",
    "师兄，",
    "求助！",
    "急急急！",
    "无语了，",
    "真服了，",
    "太难用了，",
    "另外",
    "顺便问下",
    "我就想知道",
    "能不能帮我查下",
    "帮同事问下",
    "不懂就问",
]
_BEHIND = [
    "说清楚",
    "讲明白点",
    "别瞎编",
    "别糊弄我",
    "不要乱说",
    "直接说数",
    "给个准数",
    "就说个数",
    "要准确的",
    "长话短说",
    "速回",
    "坐等",
    "等你回复",
    "在线等",
    "快点",
    "麻溜的",
    "我要填表",
    "开会用",
    "谢啦",
    "thx",
    "3q",
    "跪谢",
    "感恩",
    "辛苦啦",
    "别废话",
    "别算错了",
    "搞准点",
    "这一块",
    "这块儿",
    "这一项",
    "那笔",
]


@pytest.mark.parametrize("before", _BEFORE)
def test_what_stands_before_a_question(read: Read, before: str) -> None:
    """Who is spoken to, complaints, sighs and announcements leave no word over."""
    said = read(f"{before}多少钱")

    assert [] == _left(said)
    assert not said.meanings(Except)


@pytest.mark.parametrize("behind", _BEHIND)
def test_what_stands_behind_a_question(read: Read, behind: str) -> None:
    """Warnings, haste and thanks leave no word over, and leave nothing out of the figure."""
    said = read(f"多少钱 {behind}")

    assert [] == _left(said)
    assert not said.meanings(Except)


@pytest.mark.parametrize(
    ("text", "mark"), [("谢啦", Mark.THANKS), ("要得", Mark.THANKS), ("好嘞", Mark.THANKS), ("有人吗", Mark.GREETING)]
)
def test_thanks_and_greetings(read: Read, text: str, mark: Mark) -> None:
    """What thanks, agrees or hails is answered as such."""
    assert mark in read(text).marks()


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("速度滑冰馆多少钱", "速度滑冰馆"),
        ("问卷调查多少钱", "问卷调查"),
        ("会计 培训多少钱", "会计"),
        ("主任医师津贴多少钱", "主任医师津贴"),
        ("求助热线多少钱", "求助热线"),
        ("麻风病防治多少钱", "麻风病"),
        ("要急救设备多少钱", "急救设备"),
        ("感恩教育多少钱", "感恩教育"),
        ("等级评定多少钱", "等级评定"),
        ("快递柜多少钱", "快递柜"),
    ],
)
def test_names_that_begin_so(read: Read, question: str, kept: str) -> None:
    """A word that begins as small talk does is a word of its own."""
    assert kept in "".join(_left(read(question))) or any(text in kept for text in _left(read(question)))


@pytest.mark.parametrize("question", ["多少钱 不要结转", "多少钱 别算网络运维", "多少钱 不含其他资金"])
def test_what_is_left_out_is_no_mood(read: Read, question: str) -> None:
    """不要 and 别 before a kind of money or a name still leave it out."""
    assert read(question).meanings(Except)
