"""How much of what a question tells of a project a form says: as it is said, by another name, or not at all."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from bot.described.everyday import LONGEST, deeds_said, formal_words, words_of_units
from bot.language.deeds import HARMLESS
from bot.language.patterns import Pattern
from bot.reading.leftovers import TURNING
from store.holders import Holder
from store.numerals import NotNumber, parse_number
from store.text import fold, words

_LEAST, _LONGEST_PIECE = 2, 12
_LITERAL, _LONGER, _ALIKE, _APART, _OF_UNIT, _DEED, _NUMBER, _MISSING = 1.0, 0.15, 0.75, 0.6, 0.5, 0.2, 1.0, -2.0
# Said of anything, beside what is said of any deed.
_ANYTHING = frozenset(
    words(
        """
        大家 人家 他们 她们 咱们 我们 人 人员 一些 各种 什么 东西 之类 之类的 等等 等 专门 主要 负责 花钱 出钱 拿钱 掏钱 的 地 得 们 一下
        了 着 过 起来 去 到 弄 整 叫 喊 请 帮 替 跟 用 拿 来 里头 里面 那种 这种 那类 这类 那些 这些 那段 这段 那条 这条 那座 这座 那处 这处 一批 一套 一种 全部 所有 统一 集中 定期 经常 平时 我 咱 他 你 您
        方面 有关 相关 情况 时候 以后 之后 之前 以前 进行 开展 组织 举办 实施 推进 做好 搞好 干的 做的 搞的 弄的 用的 给的 项目 工程 活动 这样 那样 怎样 教 让 使
        做 搞 弄 干 办 给 发 要 用 花 安排 有 是 请 出 开 打 拿 可以 能 会 得 用于 用来 用在
        好 坏 坏的 旧的 老的 新的 大的 小的 上 下 进 出 回 掉 起 开 又 再 还 都 全 也 就 很 多 少 前 后 从 往 向 于 及 与 和 跟 同 或 以及 还有
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
    ("岁", "周岁"),
    (
        "亩",
        "公顷",
        "平方米",
        "平方",
        "平米",
        "米",
        "吨",
        "方",
        "立方米",
        "张",
        "块",
        "间",
        "床",
        "眼",
        "口",
        "村",
        "批",
        "月",
        "日",
        "天",
        "层",
        "号",
        "小时",
        "年",
    ),
)
_COUNTED = Pattern(
    r"(?P<number>\d+(?:\.\d+)?|[零一二两三四五六七八九十百千万半几]+)多?(?P<measure>"
    + "|".join(sorted({m for some in _MEASURES for m in some}, key=lambda m: (-len(m), m)))
    + ")"
)
_SMALL = frozenset("把的给在和是有了对为与将被要让请从到用去来个")  # a pair with one of them is no word
_NONE = frozenset(
    words(
        "一个 一座 一台 一套 一条 一场 一次 一名 一位 一家 一所 一批 一块 一只 一件 一本 一年 一天 一处 一间 几个 几座 几台 几套 几条 几场 几次 几名 几家 几所"
    )
)


class Told(Struct, frozen=True):
    """What of the words a form says: as they stand, by other names, and what it does not say."""

    value: float = 0.0
    literal: tuple[str, ...] = ()
    alike: tuple[tuple[str, str], ...] = ()  # the word, and what the form calls it
    missing: tuple[str, ...] = ()
    last: int = -1  # where the last of what is missing ends

    @property
    def said(self) -> tuple[str, ...]:
        """The words of the question that it says."""
        return (*self.literal, *(word for word, _ in self.alike))

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
            yield from formal_words(run[start:end])


class _Piece(Struct, frozen=True):
    """A piece of the words, from its start, with all that it may say."""

    end: int
    text: str
    skipped: bool
    forms: tuple[str, ...]
    deeds: frozenset[str]
    counted: tuple[Pattern, ...]

    @property
    def is_a_word(self) -> bool:
        """Whether it may say something though it stands in no form."""
        return self.skipped or bool(self.forms or self.deeds or self.counted)


Reading = tuple[tuple[_Piece, ...], ...]


@lru_cache(maxsize=64)
def reading(run: str) -> Reading:
    """For each place of the words the pieces that begin there, the shortest first."""
    places = range(len(run))
    return tuple(
        tuple(_piece(run, start, end) for end in range(start + 1, min(len(run), start + _LONGEST_PIECE) + 1)) for start in places
    )


def _piece(run: str, start: int, end: int) -> _Piece:
    text = run[start:end]
    if end - start > LONGEST:
        return _Piece(end, text, skipped=False, forms=(), deeds=frozenset(), counted=())
    return _Piece(end, text, text in _SKIPPED or text in _NONE, _likest_first(text), deeds_said(text), tuple(_counts(text)))


def _likest_first(text: str) -> tuple[str, ...]:
    """What it may be called, by what is most like it: 老鼠 is rather 鼠 than 病媒."""
    return tuple(sorted(formal_words(text), key=lambda form: not set(form) & set(text)))


def told(run: str, holder: Holder) -> Told:
    """The best reading of the words by what the form says."""
    text = "\n".join((holder.name, holder.goals, holder.indicators, holder.facts))
    unit = fold(holder.unit)
    best: list[Told | None] = [Told(), *[None] * len(run)]
    for start, pieces in enumerate(reading(run)):
        before = best[start]
        assert before is not None  # each character may be missing
        stands = True  # whether what was looked at stands there: else nothing longer does
        for piece in pieces:
            if piece.text in unit or any(word in unit for word in words_of_units(piece.text)):
                _keep(best, piece.end, _with(before, (_OF_UNIT * len(piece.text), "", None)))
            stands = stands and piece.text in text
            if not stands and not piece.is_a_word and len(piece.text) != _LEAST:
                continue
            for way in _ways(run, start, piece, text, stands=stands):
                _keep(best, piece.end, _with(before, way))
        _keep(best, start + 1, _missed(before, run, start))
    last = best[-1]
    assert last is not None
    return last


def _keep(best: list[Told | None], end: int, one: Told) -> None:
    known = best[end]
    if known is None or _rank(one) > _rank(known):
        best[end] = one


def _rank(one: Told) -> tuple[object, ...]:
    return round(one.value, 6), one.literal, one.alike


def _missed(before: Told, run: str, at: int) -> Told:
    joined = before.missing and before.last == at
    missing = (*before.missing[:-1], before.missing[-1] + run[at]) if joined else (*before.missing, run[at])
    return Told(before.value + _MISSING, before.literal, before.alike, missing, at + 1)


_Way = tuple[float, str, tuple[str, str] | None]


def _with(before: Told, way: _Way) -> Told:
    value, literal, alike = way
    return Told(
        before.value + value,
        (*before.literal, literal) if literal else before.literal,
        (*before.alike, alike) if alike else before.alike,
        before.missing,
        before.last,
    )


def _ways(run: str, start: int, piece: _Piece, text: str, *, stands: bool) -> Iterator[_Way]:
    """What a piece of the words may say of the form."""
    size = len(piece.text)
    if piece.skipped:
        yield 0.0, "", None
    small = size == _LEAST and bool(set(piece.text) & _SMALL)
    if size >= _LEAST and stands and not small and _is_whole(run, start, piece, text):
        yield _LITERAL * size + _LONGER * (size - 1), piece.text, None
    elif (
        size == _LEAST
        and not small
        and not piece.text.isascii()
        and (apart := re.search(f"{piece.text[0]}[\u4e00-\u9fff]{piece.text[1]}", text))
    ):
        yield _APART * size, "", (piece.text, apart[0])  # 木桥 in 木廊桥
    found = next((form for form in piece.forms if form in text), None)
    if found:
        yield _ALIKE * size, "", (piece.text, found)
    if (piece.deeds and stands) or any(deed in text for deed in piece.deeds):
        yield _DEED, "", None
    if any(number.search(text) for number in piece.counted):
        yield _NUMBER * size, piece.text, None


def _is_whole(run: str, start: int, piece: _Piece, text: str) -> bool:
    """Whether numbers at its ends are whole ones, here and in the form: 12 is not the end of 2012."""
    first, last = piece.text[0].isdigit(), piece.text[-1].isdigit()
    if not (first or last):
        return True
    cut = (first and run[start - 1 : start].isdigit()) or (last and run[piece.end : piece.end + 1].isdigit())
    return not cut and bool(re.search(rf"(?<![\d.]){re.escape(piece.text)}(?![\d.])", text))


def measures_like(measure: str) -> list[str]:
    """The measures that count the same things, the longest first; an area is no weight."""
    alike = {m for some in _MEASURES[:-1] if measure in some for m in some} | {measure}
    return sorted(alike, key=lambda m: (-len(m), m))


def numbers_stand(run: str, text: str) -> bool:
    """Whether every number that is said of something stands in the form, of such things."""
    rest = run
    for match in _COUNTED.finditer(run):
        if match[0] not in _NONE:
            if not any(number.search(text) for number in _counts(match[0])):
                return False
            rest = rest.replace(match[0], "", 1)
    return not any(character.isdigit() for character in rest)


def _counts(piece: str) -> Iterator[Pattern]:
    """What stands for that many of it: “两座” where a form says “2座”."""
    match = _COUNTED.fullmatch(piece)
    if not match:
        return
    try:
        number = parse_number(match["number"].replace("两", "二"))
    except NotNumber:
        return
    alike = measures_like(match["measure"])
    yield Pattern(rf"(?<![\d.]){number:f}(?:{'|'.join(map(re.escape, alike))})")
