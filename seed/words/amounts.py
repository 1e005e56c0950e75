"""From the text of a money cell to yuan, or to the reason why it stays empty: an amount is never guessed."""

import re
from decimal import Decimal

from seed.words.labels import plain_of
from store.money import YUAN, NotMoney, names_currency, parse_yuan, unit_of
from store.text import has_footnote_digit

_BLANKS = frozenset({"", "无", "/", "-", "--", "—", "——", "\\", "*", "空", "…", "……", "...", "不适用", "暂无", "无。"})
_DIGITS_APART = re.compile(r"\d\s+\d")
_GROUPED = re.compile(r"-?\d{1,3}(?:[ \u00a0\u3000]\d{3})+(?:\.\d+)?\D*")
_MOST_DIGITS = 15  # more than the whole country has in 分; what is longer is no amount
_PLAIN_NUMBER = re.compile(r"-?\d[\d,]*\.\d{3,}(?:元|万元|亿元|万|亿)?")
_NOUGHT = re.compile(r"0(?:\.0+)?")
_BRACKETED_UNIT = re.compile(r"[(（]\s*((?:百万|千|万|亿)?元)\s*[)）]$")
_YUAN_SIGN, _OWN_UNIT = re.compile("[¥￥]"), re.compile(r"[元万亿]")
_STATED_UNIT = re.compile(r"单位[:：]?[（(]?(?:人民币)?(百万元|千元|万元|亿元|元)")


class UnreadableAmount(ValueError):
    """The cell holds no amount that is certain; the message says in Chinese what it lacks."""


def is_blank(text: str) -> bool:
    """Whether nobody filled the cell in: nothing, “无”, “/”, a dash.  0 is an amount."""
    return plain_of(text) in _BLANKS


def read_amount(text: str, unit: Decimal | None) -> Decimal:
    """The amount in yuan.  A unit in the text counts for more than `unit`, the one that label or page print.

    Raises `UnreadableAmount` where the text is not wholly an amount, where its unit is nowhere printed, for fractions of a 分 and
    for negative amounts.
    """
    stripped = _BRACKETED_UNIT.sub(r"\1", text.strip())
    if _YUAN_SIGN.search(stripped) and unit is not None and unit > YUAN and not _OWN_UNIT.search(stripped):
        raise UnreadableAmount("写了“￥”，栏目或页面写的单位却不是元，分不清")
    if _DIGITS_APART.search(stripped) and not _GROUPED.fullmatch(stripped):
        raise UnreadableAmount("一格里有不止一个数")
    if sum(c.isdigit() for c in stripped) > _MOST_DIGITS:
        raise UnreadableAmount("位数过多，不像金额")
    yuan = _parse(stripped, unit)
    if yuan < 0:
        raise UnreadableAmount("金额是负数")
    return yuan


def _parse(text: str, unit: Decimal | None) -> Decimal:
    try:
        return parse_yuan(text, unit)
    except NotMoney as error:
        if unit is None and _NOUGHT.fullmatch(plain_of(text)):
            return Decimal("0.00")  # whatever the unit
        raise UnreadableAmount(_why(text, unit)) from error


def _why(text: str, unit: Decimal | None) -> str:
    if has_footnote_digit(text):
        return "里面有上标、带圈或别种文字的数字，分不清是多少"
    if _PLAIN_NUMBER.fullmatch(plain_of(text)):
        return "小数位数超过分，不是一个准确的金额"
    if unit is None and _reads_with_unit(text):
        return "没有写单位（元还是万元）"
    return "读不成金额"


def _reads_with_unit(text: str) -> bool:
    try:
        parse_yuan(text, YUAN)
    except NotMoney:
        return False
    return True


def odd_unit(label: str) -> UnreadableAmount:
    """The reason why an amount stays empty whose label prints a unit that we cannot go by."""
    return UnreadableAmount(f"“{label}”写的单位不是人民币的元、千元、万元、百万元或亿元之一")


def stated_unit(text: str) -> Decimal | None:
    """The unit that a caption states for its whole table (“金额单位：万元”), None where it states none."""
    plain = plain_of(text)
    match = _STATED_UNIT.search(plain)
    # “单位：万元/元”, “单位：万元（部分为万美元）”: then it is not one unit.
    return unit_of(match[1]) if match and not names_currency(plain[match.end() :]) else None
