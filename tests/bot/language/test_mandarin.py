"""Regional question words are read as those of everywhere, each character at the place that it was typed at."""

import pytest

from bot.language.mandarin import in_mandarin
from store.text import normalize
from tests.bot.conftest import Chat, answer


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("种好多亩", "种多少亩"),
        ("一亩几多钱", "一亩多少钱"),
        ("大棚拿来种啥子", "大棚拿来种什么"),
        ("买的么子", "买的什么"),
        ("做么事用的", "做什么用的"),
        ("咋个分的", "怎么分的"),
        ("好久完工", "什么时候完工"),
        ("好久才能修好", "什么时候才能修好"),
        ("好久一次", "多久一次"),
        ("几时完成", "什么时候完成"),
        ("没得的有哪些", "没有的有哪些"),
        ("冇填的", "没有填的"),
        ("除开林业局", "除了林业局"),
        ("今年叻", "今年呢"),
        ("去年嘞？", "去年呢?"),
        ("边个单位嘅", "哪个单位的"),
        ("同我睇下水务局", "帮我看下水务局"),
        ("嗰个几多钱", "那个多少钱"),
        ("几时搞掂", "什么时候完成"),
        ("点解唔知", "为什么不知"),
        ("喺边度", "喺哪里"),
    ],
)
def test_what_is_meant(said: str, meant: str) -> None:
    """The word of everywhere stands in its place."""
    assert meant == in_mandarin(normalize(said)).text


@pytest.mark.parametrize(
    "said",
    [
        "良好多样",
        "友好多边",
        "做好多项工作",
        "什么时候",
        "什么事",
        "没得分",
        "没得奖",
        "多久",
        "很好久远",
        "这几多",
        "喃喃自语",
        "哩数",
    ],
)
def test_what_is_another_word(said: str) -> None:
    """What only looks like such a word stays as it is."""
    assert said == in_mandarin(normalize(said)).text


def test_where_it_was_typed() -> None:
    """Each character of the new word comes from the word that was typed."""
    read = in_mandarin(normalize("路灯好久完工"))

    assert "路灯什么时候完工" == read.text
    assert (2, 4) == read.original(2, 6)
    assert (4, 6) == read.original(6, 8)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("储备林建设（二期）好多钱", "储备林建设（二期）多少钱"),
        ("林业局一共有好多个项目", "林业局一共有多少个项目"),
        ("最大的三个是啥子", "最大的三个是什么"),
        ("除开林业局一共几多", "除了林业局一共多少"),
    ],
)
def test_the_reply_is_the_same(bureaus: Chat, typed: str, plain: str) -> None:
    """Who asks at home is told what everybody is told."""
    assert answer(bureaus.bot, plain).text == answer(bureaus.bot, typed).text
