"""How much of what a question tells of a project a form says: as it is said, by another name, or not at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.everyday import LONGEST, formal_words
from bot.language.deeds import HARMLESS, OF_MONEY, deeds_like
from bot.leftovers import TURNING
from store.holders import Holder
from store.numerals import NotNumber, parse_number
from store.text import fold, words

_LEAST, _LONGEST_PIECE = 2, 12
_LITERAL, _LONGER, _ALIKE, _DEED, _NUMBER, _MISSING = 1.0, 0.15, 0.75, 0.2, 1.0, -2.0
# Said of anything, beside what is said of any deed.
_ANYTHING = frozenset(
    words(
        """
        大家 人家 他们 她们 咱们 我们 群众 百姓 老百姓 居民 村民 农民 人 人员 一些 各种 什么 东西 之类 之类的 等等 等 专门 主要 负责 花钱 出钱 拿钱 掏钱 的 地 得 们 一下
        了 着 过 起来 去 到 弄 整 叫 喊 请 帮 替 跟 用 拿 来 里头 里面 那种 这种 那类 这类 那些 这些 一批 一套 一种 全部 所有 统一 集中 定期 经常 平时 我 咱 他 你 您
        方面 有关 相关 情况 时候 以后 之后 之前 以前 进行 开展 组织 举办 实施 推进 做好 搞好 干的 做的 搞的 弄的 用的 给的 项目 工程 活动 这样 那样 怎样 教 让 使
        老 新 旧 大 小 好 坏 坏的 旧的 老的 新的 上 下 进 出 回 掉 起 开 子 儿 头 又 再 还 都 全 也 就 很 多 少 前 后 从 往 向 于 及 与 和 跟 同 或 以及 还有
        """
    )
)
_LIMITS = frozenset(words("每 单 各 年内 今年 每年 一年 全年 平均 标准 以前 之前 以后 之后 多 少 前 后"))
_SKIPPED = frozenset(word for word in (HARMLESS | _ANYTHING) - _LIMITS if not set(word) & TURNING)
_MEASURES = (
    ("个", "名", "人", "位", "户", "家", "所"),
    ("座", "处", "个", "栋", "幢"),
    ("台", "套", "辆", "架", "部", "件", "个"),
    ("盏", "盏灯", "个", "套"),
    ("公里", "千米", "里", "km"),
    ("条", "段", "公里"),
    ("场", "次", "期", "届", "回", "趟", "班"),
    ("只", "头", "羽", "尾", "匹", "条"),
    ("棵", "株"),
    ("本", "册", "卷", "套"),
    ("亩", "公顷", "平方米", "平方", "平米", "米", "吨", "方", "立方米", "张", "块", "间", "床", "眼", "口", "村", "批", "月", "日", "天", "岁", "周岁", "层", "号", "小时", "年"),
)
_COUNTED = re.compile(
    r"(?P<number>\d+(?:\.\d+)?|[零一二两三四五六七八九十百千万半几]+)多?(?P<measure>"
    + "|".join(sorted({m for some in _MEASURES for m in some}, key=lambda m: (-len(m), m)))
    + ")"
)
_NONE = frozenset(words("一个 一座 一台 一套 一条 一场 一次 一名 一位 一家 一所 一批 一块 一只 一件 一本 一期 一部 一年 一天 一处 一间 几个 几座 几台 几套 几条 几场 几次 几名 几家 几所"))


@dataclass(frozen=True)
class Told:
    """What of the words a form says: as they stand, by other names, and what it does not say."""

    value: float = 0.0
    literal: tuple[str, ...] = ()
    alike: tuple[tuple[str, str], ...] = ()  # the word, and what the form calls it
    missing: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """What stands in the form, the longest first."""
        return tuple(sorted(dict.fromkeys((*self.literal, *(form for _, form in self.alike))), key=lambda one: (-len(one), one)))


def sought(run: str) -> Iterator[str]:
    """All texts that a form may hold which says something of the words: pairs of characters, and other names of words."""
    for start in range(len(run) - _LEAST + 1):
        yield run[start : start + _LEAST]
    for start in range(len(run)):
        for end in range(start + 1, min(len(run), start + LONGEST) + 1):
            yield from sorted(formal_words(run[start:end]))


def told(run: str, holder: Holder) -> Told:
    """The best reading of the words by what the form says."""
    text = "\n".join((holder.name, holder.goals, holder.indicators, holder.facts, fold(holder.unit)))
    best: list[Told] = [Told()]
    for end in range(1, len(run) + 1):
        ways = (_with(best[start], value) for start in range(max(0, end - _LONGEST_PIECE), end) for value in _ways(run, start, end, text))
        missed = _missed(best[end - 1], run[end - 1], joined=end > 1 and bool(best[end - 1].missing) and _ends_missing(best, end, run))
        best.append(max((*ways, missed), key=lambda one: (round(one.value, 6), one.literal, one.alike)))
    return best[-1]


def _ends_missing(best: Sequence[Told], end: int, run: str) -> bool:
    """Whether the character before is one that nothing explains as well."""
    before = best[end - 1]
    return before.missing != best[end - 2].missing and before.missing[-1].endswith(run[end - 2])


def _missed(before: Told, character: str, *, joined: bool) -> Told:
    missing = (*before.missing[:-1], before.missing[-1] + character) if joined else (*before.missing, character)
    return Told(before.value + _MISSING, before.literal, before.alike, missing)


_Way = tuple[float, str, tuple[str, str] | None]


def _with(before: Told, way: _Way) -> Told:
    value, literal, alike = way
    return Told(
        before.value + value,
        (*before.literal, literal) if literal else before.literal,
        (*before.alike, alike) if alike else before.alike,
        before.missing,
    )


def _ways(run: str, start: int, end: int, text: str) -> Iterator[_Way]:
    """What a piece of the words may say of the form."""
    piece = run[start:end]
    if piece in _SKIPPED or piece in _NONE:
        yield 0.0, "", None
    if len(piece) >= _LEAST and piece in text and _is_whole(run, start, end, text):
        yield _LITERAL * len(piece) + _LONGER * (len(piece) - 1), piece, None
    if len(piece) > LONGEST:
        return
    found = next((form for form in _by_length(piece) if form in text), None)
    if found:
        yield _ALIKE * len(piece), "", (piece, found)
    deeds = deeds_like(piece)
    if deeds and not set(piece) & TURNING and (piece in OF_MONEY or any(deed in text for deed in deeds)):
        yield _DEED, "", None
    if _is_counted(piece, text):
        yield _NUMBER * len(piece), piece, None


def _is_whole(run: str, start: int, end: int, text: str) -> bool:
    """Whether numbers at its ends are whole ones, here and in the form: 12 is not the end of 2012."""
    piece = run[start:end]
    if not (piece[0].isdigit() or piece[-1].isdigit()):
        return True
    cut = (piece[0].isdigit() and run[start - 1 : start].isdigit()) or (piece[-1].isdigit() and run[end : end + 1].isdigit())
    return not cut and bool(re.search(rf"(?<![\d.]){re.escape(piece)}(?![\d.])", text))


@lru_cache(maxsize=4096)
def _by_length(word: str) -> tuple[str, ...]:
    return tuple(sorted(formal_words(word), key=lambda one: (-len(one), one)))


def _is_counted(piece: str, text: str) -> bool:
    """Whether the form has that many of it: “两座” where it says “2座”."""
    match = _COUNTED.fullmatch(piece)
    if not match:
        return False
    try:
        number = parse_number(match["number"].replace("两", "二"))
    except NotNumber:
        return False
    alike = {m for some in _MEASURES if match["measure"] in some for m in some}
    return any(re.search(rf"(?<![\d.]){number:f}{re.escape(measure)}", text) for measure in alike)
