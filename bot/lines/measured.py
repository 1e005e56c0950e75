"""What values are counted in: the unit of a printed value without its 万, what is counted alike, and whether a value is one that is told."""

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import prod

from bot.language.patterns import Pattern
from bot.language.quantities import UNITS
from store.model import Indicator
from store.text import fold, words

EXACT, ALIKE, LOOSE = 3.0, 2.0, 1.0
_CLASSES = tuple(
    frozenset(words(alike))
    for alike in (
        "次 回 趟 遍 批 批次 场 场次 轮 期 班次",
        "人 名 位 人次",
        "米 公里 千米 里 m km 厘米 公分 毫米 cm mm",
        "平方米 平方 平 平米 ㎡ m2 亩 公顷 平方公里",
        "吨 公斤 千克 斤 克 t kg",
        "立方米 立方 方 升 毫升 m3",
        "台 套 台套 件 辆 部 架 组 台件",
        "头 只 羽 匹 条 尾",
        "株 棵 根",
        "份 件 张 册 本 卷 幅 篇 条 期 笔",
        "处 座 个 所 栋 幢 间 点 点位 家 口 眼",
        "块 张 套 副 个",
        "支 个 队",
        "盏 个 套",
        "床 张 张床 床位 个",
        "顶 个 艘 架",
        "艘 条 只",
    )
)
_OF_PEOPLE, LENGTHS, AREAS, WEIGHTS = _CLASSES[1:5]
TIMES = frozenset(words("分钟 小时 天 日 工作日 年 月 个月 秒 周 星期 个工作日 学时"))
POINTS = frozenset(words("百分点 个百分点"))  # no points, nor anything that is counted
_CONTINUOUS = POINTS | frozenset(
    words(
        """
        元 米 公里 千米 里 厘米 公分 毫米 平方米 平方 平 亩 公顷 平方公里 吨 公斤 千克 克 升 毫升 立方米 立方 % ‰ 分钟 小时 天 日 工作日 年 月 秒 个月 倍 m km
        年一遇
        """
    )
)
_SPELLED = {
    "㎡": "平方米",
    "m2": "平方米",
    "平米": "平方米",
    "平方": "平方米",
    "平": "平方米",
    "km": "公里",
    "千米": "公里",
    "m": "米",
    "cm": "厘米",
    "公分": "厘米",
    "mm": "毫米",
    "t": "吨",
    "kg": "公斤",
    "千克": "公斤",
    "m3": "立方米",
    "方": "立方米",
    "立方": "立方米",
}
# Units of one size: each with how many of the first of its line it is.
_SIZED: dict[str, dict[str, int | Fraction]] = {
    "米": {"米": 1, "公里": 1000, "里": 500, "厘米": Fraction(1, 100), "毫米": Fraction(1, 1000)},
    "平方米": {"平方米": 1, "亩": Fraction(2000, 3), "公顷": 10_000, "平方公里": 1_000_000},
    "公斤": {"公斤": 1, "吨": 1000, "斤": Fraction(1, 2), "克": Fraction(1, 1000)},
    "立方米": {"立方米": 1, "升": Fraction(1, 1000), "毫升": Fraction(1, 1_000_000)},
    "秒": {"秒": 1, "分钟": 60, "小时": 3600, "钟头": 3600, "天": 86_400, "日": 86_400, "周": 604_800, "星期": 604_800},
    "月": {"月": 1, "年": 12},
    "工作日": {"工作日": 1},
    "千瓦": {"千瓦": 1, "兆瓦": 1000},
    "千瓦时": {"千瓦时": 1, "度": 1, "度电": 1},
    "元": {"元": 1, "块钱": 1},
    "%": {"%": 1, "‰": Fraction(1, 10)},
}
_SIZES = {unit: (of, Fraction(size)) for of, sizes in _SIZED.items() for unit, size in sizes.items()}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_SCALED = Pattern(f"[{''.join(_SCALES)}]+")
_LARGE = Pattern(rf"{_SCALED.pattern}(?<=[万亿])(?!分)")  # no unit begins so; 万分之一 is none
_KNOWN = frozenset({*UNITS, *TIMES, *_CONTINUOUS, *_SPELLED, *_SIZES, "", "块"}).union(*_CLASSES)
_COUNTED = Pattern(r"^[^\d]*\d[\d.,]*\s*(?P<unit>[^\d]*?)[以之]?内?$")  # “雨停后6小时内” is counted in 小时
_PER = Pattern("[/·]")


def _alike(classes: Iterable[frozenset[str]]) -> dict[str, frozenset[str]]:
    """Each unit → all of the classes that it stands in."""
    found: dict[str, set[str]] = {}
    for one in classes:
        for unit in one:
            found.setdefault(unit, set()).update(one)
    return {unit: frozenset(alike) for unit, alike in found.items()}


_ALIKE_OF = _alike(_CLASSES)
_OF_THINGS = frozenset(
    words(
        "根 条 块 张 只 台 套 件 辆 部 架 组 盏 口 眼 扇 顶 把 支 枚 副 艘 栋 幢 座 处 间 面 道 段 株 棵 棚 幅 本 册 页 卷 箱 桶 瓶 袋 盒 批 对 双 樘 方 孔"
    )
)  # which forms count by 个 as well


def unit_of(line: Indicator) -> str:
    """What the value is counted in, without 万 and the like: “≥4.5万件” → 件; nothing for what is no number."""
    return without_scale(printed_unit(line))[1]


def without_scale(unit: str) -> tuple[int, str]:
    """The unit without 万 and the like, and what these come to: 10,000 and 件 of 万件; 千米 and 百分点 are units as they stand."""
    if unit[:1] not in _SCALES:
        return 1, unit
    scaled = _SCALED.match(unit)
    most = scaled.end() if scaled else 0
    size = next((size for size in range(most + 1) if _is_known(unit[size:])), None)
    if size is None:
        large = _LARGE.match(unit)
        size = large.end() if large else 0
    return prod(_SCALES[one] for one in unit[:size]), unit[size:]


def size_of(line: Indicator) -> Decimal | None:
    """How many the value is, without 万 and the like: “≥4.5万件” → 45,000; None where it is no number."""
    return None if line.number is None else line.number * without_scale(printed_unit(line))[0]


def _is_known(unit: str) -> bool:
    return _PER.split(unit, maxsplit=1)[0] in _KNOWN and unit[:1] not in ("/", "·")


def printed_unit(line: Indicator) -> str:
    """What the value is counted in, as it is printed: “万件”."""
    if line.unit_of_measure:
        return _EITHER.sub("", fold(line.unit_of_measure))
    match = _COUNTED.match(fold(line.value))
    return _EITHER.sub("", match["unit"]) if match else ""


_EITHER = Pattern(r"(?<=\w)\(\w{1,2}\)$")  # 台（套） is counted as 台


def counted(asked: str, unit: str, name: str) -> float:
    """How well a unit is the one that is asked for, of a line that is called so (folded)."""
    if asked in ("元", "块", "块钱") and unit.startswith("元"):
        return EXACT
    if not unit or "/" in unit:
        return 0.0
    asked, unit = _SPELLED.get(asked, asked), _SPELLED.get(unit, unit)
    if asked == unit:
        return EXACT
    if unit in POINTS or _differ(asked, unit):
        return 0.0
    if unit.endswith(asked) and asked:
        return EXACT
    if unit in _ALIKE_OF.get(asked, ()) or unit == f"{asked}次":
        return ALIKE
    discrete = unit.removeprefix("个") not in _CONTINUOUS
    if asked == "个" or (unit == "个" and asked in _OF_THINGS):
        return LOOSE if discrete else 0.0
    said = re.search(rf"{re.escape(asked)}(?:个?数|数?量|次|覆盖|受益|$)", name)  # 学校数 is of 校, and 校园事故 is not
    return ALIKE if discrete and said and unit not in _OF_PEOPLE else 0.0  # “现场观众” are counted in no 场


def _differ(asked: str, unit: str) -> bool:
    """Whether the one measures another thing than the other: 米 and 平方米."""
    one, other = _SIZES.get(asked), _SIZES.get(unit)
    return one is not None and other is not None and one[0] != other[0]


def is_told(line: Indicator, number: Decimal, unit: str) -> bool:
    """Whether the line's value is the one that is told of it: as large, and counted in the same, in “万人”, 公里 or 千米.

    A line that prints no unit at all is held against the number alone.
    """
    if line.number is None:  # “0起” may have been read as words
        return fold(line.value).lstrip("≥≤=<>") == f"{number.normalize():f}{fold(unit)}"
    scale, own = without_scale(printed_unit(line))
    times, told = without_scale(fold(unit))
    own = _PER.split(own.removesuffix("一遇"), maxsplit=1)[0]
    stands, asked = Fraction(line.number) * scale, Fraction(number) * times
    one, other = _size(own), _size("元" if told == "块" and own == "元" else told)
    if one and other:
        return one[0] == other[0] and stands * one[1] == asked * other[1]
    return stands == asked and (not own or counted(told, own, fold(line.name)) > 0)


def _size(unit: str) -> tuple[str, Fraction] | None:
    single = unit.removeprefix("个")
    return _SIZES.get(_SPELLED.get(single, single))
