"""Amounts that are only roughly said: 四百来万, 九十几万, 一百多万, 两百万出头, 将近百万, 50万左右, 几十万的.

Each is read as a range, which the reply states.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from bot.language.amounts import AMOUNT, DIGITS, yuan_of
from bot.language.comparisons import AFTER
from bot.language.meanings import AmountSaid, Proposal, Utterance
from bot.language.patterns import Pattern
from store.money import WAN, YI
from store.numerals import CHARACTERS, NotNumber, parse_number
from store.plan import AmountFilter, Comparator

_SHARE = Decimal("0.1")  # “50万左右” is 45 to 55
_HALF_OF_TEN = Decimal(5)
_LARGE = {"万": WAN, "w": WAN, "亿": YI}
_SMALL = "".join(c for c in CHARACTERS if c not in _LARGE)
_NUMBER = rf"(?:{DIGITS}|[{_SMALL}]+)"
_TAIL = r"(?:元|块钱|块)?"
_ROUGHLY = "大概|大约|约莫|约|差不多|估计"
_BEHIND = rf"(?:(?P<after>{'|'.join(AFTER)})|左右|上下)?(?:的)?"
_SOME = Pattern(rf"(?:{_ROUGHLY})?(?P<number>{_NUMBER})来(?P<large>[万亿]){_TAIL}{_BEHIND}")
_OVER = Pattern(
    rf"(?<![比\d.])(?:{_ROUGHLY})?(?P<number>{_NUMBER})(?:[多余](?P<large>[万亿w])|几(?P<ten>[万亿])|(?P<whole>[万亿w])[多余]){_TAIL}{_BEHIND}"
)
_UPWARDS = Pattern(rf"(?:{_ROUGHLY})?(?P<amount>{AMOUNT})(?:出头|挂零|冒头)(?:的)?")
_NEARLY = Pattern(rf"(?:将近|接近|(?<![最附])近|快到|快要到)(?P<amount>{AMOUNT})(?:的)?")
_ABOUT = Pattern(rf"(?:(?:{_ROUGHLY})(?:是|有)?(?P<told>{AMOUNT})(?:左右|上下)?|(?P<amount>{AMOUNT})(?:左右|上下))(?:的)?")
_DOZENS = Pattern(rf"(?:好)?几(?P<number>[十百千])(?P<large>[万亿]){_TAIL}的")
_UP_TO = Pattern(rf"上(?P<amount>[百千十](?:来)?[万亿]|[万亿]){_TAIL}(?:的)?")
# “三四十万”, “两三百万”, “七八万”
_OR = Pattern(
    rf"(?<![{CHARACTERS}\d])(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?P<ten>[十百千]?)(?P<large>[万亿]){_TAIL}{_BEHIND}"
)
# “四十万上下浮动一万以内”
_GIVE_OR_TAKE = Pattern(
    rf"(?P<amount>{AMOUNT})(?:左右|上下|正负|加减|前后|±)*(?:浮动|波动|相差|误差|差)?(?:不超过|不到|在|个)?(?P<by>{AMOUNT})(?:以内|之内|内|左右)?(?:的)?"
)
_DIGITS_OF_SEVERAL = 2  # “几十万” begins with two tens


class _Range(Struct, frozen=True):
    low: AmountFilter
    high: AmountFilter

    def cut(self, op: Comparator | None) -> tuple[AmountFilter, ...]:
        """The range, or where “以上”, “以下” stands behind it, the end that this leaves."""
        if op is None:
            return self.low, self.high
        return (self.low,) if op in (Comparator.AT_LEAST, Comparator.MORE) else (self.high,)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Ranges for amounts that are roughly said."""
    for pattern, read in (
        (_SOME, _some),
        (_OVER, _over),
        (_UPWARDS, _upwards),
        (_NEARLY, _nearly),
        (_ABOUT, _about),
        (_DOZENS, _dozens),
        (_OR, _or),
        (_GIVE_OR_TAKE, _give_or_take),
    ):
        for match in pattern.finditer(said.text):
            found = read(match)
            if found is not None:
                op = AFTER.get(match.groupdict().get("after") or "")
                yield _proposal(match, found.cut(op))
    for match in _UP_TO.finditer(said.text):
        yuan = yuan_of(match["amount"].replace("来", ""))
        if yuan is not None:
            yield _proposal(match, (AmountFilter(op=Comparator.AT_LEAST, yuan=yuan),))


def _proposal(match: re.Match[str], limits: tuple[AmountFilter, ...]) -> Proposal:
    return Proposal(match.start(), match.end(), "amounts.about", AmountSaid(limits), (match.end() - match.start()) * 1.25)


def _some(match: re.Match[str]) -> _Range | None:
    """“三百来万” as “三百万左右”; “二十来万” is said up to half way to thirty."""
    number = _number(match["number"])
    if not number:
        return None
    large, more = _LARGE[match["large"]], max(number * _SHARE, min(_HALF_OF_TEN, number / 4))
    return _range(Comparator.AT_LEAST, number * (1 - _SHARE) * large, Comparator.AT_MOST, (number + more) * large)


def _give_or_take(match: re.Match[str]) -> _Range | None:
    yuan, by = yuan_of(match["amount"]), yuan_of(match["by"])
    spread = bool(_SPREAD.search(match[0]))
    return _range(Comparator.AT_LEAST, yuan - by, Comparator.AT_MOST, yuan + by) if yuan and by and by < yuan and spread else None


def _over(match: re.Match[str]) -> _Range | None:
    """“九十几万”, “一百多万”: more than that, and less than the next number as round."""
    number = _number(match["number"])
    if not number or number != int(number) or (match["ten"] and number % 10):
        return None
    large = _LARGE[match["large"] or match["ten"] or match["whole"]]
    step = Decimal(10) if match["ten"] else Decimal(10 ** _zeros(int(number)))
    return _range(Comparator.MORE, number * large, Comparator.LESS, (number + step) * large)


_SPREAD = Pattern("上下|正负|加减|前后|±|浮动|波动|误差")


def _upwards(match: re.Match[str]) -> _Range | None:
    yuan = yuan_of(match["amount"])
    return _range(Comparator.AT_LEAST, yuan, Comparator.AT_MOST, yuan * (1 + _SHARE)) if yuan else None


def _nearly(match: re.Match[str]) -> _Range | None:
    yuan = yuan_of(match["amount"])
    return _range(Comparator.AT_LEAST, yuan * (1 - _SHARE), Comparator.AT_MOST, yuan) if yuan else None


def _about(match: re.Match[str]) -> _Range | None:
    yuan = yuan_of(match["told"] or match["amount"])
    return _around(yuan) if yuan else None


def _dozens(match: re.Match[str]) -> _Range | None:
    one = parse_number(match["number"]) * _LARGE[match["large"]]
    return _range(Comparator.AT_LEAST, one * _DIGITS_OF_SEVERAL, Comparator.LESS, one * 10)


def _or(match: re.Match[str]) -> _Range | None:
    """“三四十万”: from thirty to less than fifty."""
    low, high = (parse_number(match[name]) for name in ("low", "high"))
    if high != low + 1:
        return None
    step = parse_number(f"一{match['ten']}" if match["ten"] else "一") * _LARGE[match["large"]]
    return _range(Comparator.AT_LEAST, low * step, Comparator.LESS, (high + 1) * step)


def _around(yuan: Decimal) -> _Range:
    return _range(Comparator.AT_LEAST, yuan * (1 - _SHARE), Comparator.AT_MOST, yuan * (1 + _SHARE))


def _range(low: Comparator, least: Decimal, high: Comparator, most: Decimal) -> _Range:
    return _Range(AmountFilter(op=low, yuan=least), AmountFilter(op=high, yuan=most))


def _zeros(number: int) -> int:
    """How many zeros the number ends with: what is said of “一百多” is the hundreds."""
    text = str(number)
    return len(text) - len(text.rstrip("0"))


def _number(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except NotNumber:
        return None
