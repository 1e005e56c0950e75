"""Comparators as people say them, before the figure (“超过”) and behind it (“以上”)."""

from store.plan import Comparator
from store.text import words

_BEFORE = {
    Comparator.AT_LEAST: words(
        "不低于 不少于 不小于 不能低于 不得低于 不能少于 不得少于 未低于 大于等于 大于或等于 至少 起码 不下 不下于 少说 >= ≥ 达到"
    ),
    Comparator.AT_MOST: words(
        "不超过 不高于 不多于 不大于 不超出 未超过 未超出 不能超过 不得超过 不可超过 不许超过 不能高于 不得高于 不能多于 不得多于 小于等于 小于或等于 至多 最多 顶多 <= ≤ 控制在"
    ),
    Comparator.MORE: words("大于 超过 高于 多于 高过 多过 大过 超出 超 过 破 突破 >"),
    Comparator.LESS: words("小于 低于 少于 不到 不足 没到 未到 不满 未满 未达到 没达到 达不到 不及 不够 <"),
    Comparator.EQUAL: words("等于 正好 刚好 恰好 正好是 刚好是 恰好是 就是 ="),
}
_AFTER = {
    Comparator.AT_LEAST: words("以上 及以上 或以上 或者以上 起步 往上 或更高 或者更高 及更高 或更多 或者更多 及更多"),
    Comparator.AT_MOST: words("以内 以下 及以下 或以下 或者以下 之内 往下 或更低 或者更低 及更低 或更少 或者更少 及更少"),
    Comparator.MORE: ("多一点",),
}


def _by_length(words: dict[Comparator, tuple[str, ...]]) -> dict[str, Comparator]:
    pairs = [(word, op) for op, listed in words.items() for word in listed]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


BEFORE = _by_length(_BEFORE)
AFTER = _by_length(_AFTER)
# “比200万多”: on either side of the figure
THAN = "(?:还|还要|更|要|都)?(?P<than>多|高|大|贵|少|低|小|便宜)(?:了|些|一些|一点儿?|点儿?)?(?!(?:了|出|一点|点|些)*\\s*(?:多少|几|[一二两三四五六七八九十百千万\\d]))"
THAN_MORE = frozenset("多高大贵")
