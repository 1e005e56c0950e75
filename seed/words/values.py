"""What the value of an indicator says as a number: operator, number and unit of measure (“≥95%”, “不超过2小时”)."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from seed.words.labels import plain_of
from store.text import has_footnote_digit

_OPERATORS = {
    ">=": "≥",
    "=>": "≥",
    "<=": "≤",
    "=<": "≤",
    "≥": "≥",
    "≤": "≤",
    "≧": "≥",
    "≦": "≤",
    "⩾": "≥",
    "⩽": "≤",
    "═": "=",
    ">": ">",
    "<": "<",
    "=": "=",
    "==": "=",
    "大于等于": "≥",
    "大于或等于": "≥",
    "不低于": "≥",
    "不少于": "≥",
    "不小于": "≥",
    "至少": "≥",
    "小于等于": "≤",
    "小于或等于": "≤",
    "不超过": "≤",
    "不高于": "≤",
    "不大于": "≤",
    "不多于": "≤",
    "至多": "≤",
    "大于": ">",
    "高于": ">",
    "超过": ">",
    "小于": "<",
    "低于": "<",
    "少于": "<",
    "等于": "=",
}
_AFTER = {"以上": "≥", "及以上": "≥", "以下": "≤", "及以下": "≤", "以内": "≤", "之内": "≤", "内": "≤"}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_VALUE = re.compile(
    rf"(?P<before>{'|'.join(sorted(map(re.escape, _OPERATORS), key=len, reverse=True))})?(?P<number>{_NUMBER})"
    rf"(?P<unit>[^\d<>=≥≤≧≦⩾⩽═]*?)(?P<after>{'|'.join(sorted(_AFTER, key=len, reverse=True))})?"
)
_LONGEST_UNIT = 10  # characters; “2024年年底前完成” is no number with a unit
# “100余人”, “95%左右”, “100%完成”: more than a unit of measure, and not wholly one number.
_NO_UNIT = re.compile(r"左右|上下|[余多约近不±~()+?!:*×…]|以[上下内]|之内|完成|达标|达到|起$")
# “台（套）”, “人（次）”: one or the other is counted
_EITHER = re.compile(r"[^\W\d]{1,2}\([台套人次处座户个家条件批项名辆间栋幢所份头只株棵支场期班组块幅册]{1,2}\)")
_DATES = re.compile(r"^(?:年|月|日|号)(?!$)|^(?:月|日|号)$|前|底|初|-|、|,|;|。")


class Quantity(Struct, frozen=True):
    """A value that is a number: its operator (None: just the number), the number, and its unit as written."""

    operator: str | None
    number: Decimal
    unit: str | None


@lru_cache(maxsize=5_000)
def quantity_of(value: str) -> Quantity | None:
    """The number that a value is; None for words, dates, ranges and anything else that is not wholly one number.

    >>> quantity_of("≥９５％")
    Quantity(operator='≥', number=Decimal('95'), unit='%')
    """
    match = _VALUE.fullmatch(plain_of(value))
    if not match or has_footnote_digit(value) or (match["before"] and match["after"]):
        return None
    unit = "%" if match["unit"] == "百分比" else _as_written(value, match)
    number = Decimal(match["number"].replace(",", ""))
    several = _EITHER.fullmatch(match["unit"]) is not None
    if len(unit) > _LONGEST_UNIT or _DATES.search(unit) or (unit == "年" and number >= 1900):
        return None
    if not several and _NO_UNIT.search(unit):
        return None
    operator = _OPERATORS.get(match["before"] or "") or _AFTER.get(match["after"] or "")
    return Quantity(operator, number, unit or None)


def _as_written(value: str, match: re.Match[str]) -> str:
    """The unit with its capital letters: 80M is no length."""
    written = "".join(unicodedata.normalize("NFKC", value).split())
    if len(written) != len(match.string):
        return match["unit"]
    return "".join(w if w.lower() == u else u for w, u in zip(written[match.start("unit") :], match["unit"], strict=False))


def operator_of(text: str) -> str | None:
    """The operator that a column of its own prints: “≥”, “大于等于”; None for anything else (定性, 正向指标)."""
    return _OPERATORS.get(plain_of(text))


def is_direction(text: str) -> bool:
    """Whether such a column prints no operator but a kind: 正向、反向、定性、定量."""
    return bool(re.fullmatch(r"(?:正向|反向|负向|逆向|定性|定量)(?:指标)?|是/?否", plain_of(text)))


def whole(value: str, operator: str | None, unit: str | None) -> str:
    """Value, operator and unit that stand in columns of their own, in one: “≥”, “95”, “%” → “≥95%”; “=” goes without saying.

    What the value already has is not said twice, and words (“明显改善”) stay as they are.
    """
    plain = plain_of(value)
    if not re.search(r"\d", plain):
        return value
    before = operator if operator and operator != "=" and not _BEGINS.match(plain) else ""
    after = unit if unit and plain[-1].isdigit() else ""
    return f"{before}{value}{after}"


_BEGINS = re.compile("|".join(sorted(map(re.escape, _OPERATORS), key=len, reverse=True)))
