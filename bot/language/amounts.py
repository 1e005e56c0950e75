"""Amounts of money in a question, and how they limit what is meant: 10万以上, 不到5万, 100万到600万之间, 2.6w."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.language.comparisons import AFTER, BEFORE, THAN, THAN_MORE
from bot.language.meanings import AmountNamed, AmountSaid, Mark, Proposal, Utterance
from bot.language.measured_numbers import NO_MEASURE
from bot.language.patterns import Pattern
from store.money import NotMoney, parse_yuan
from store.numerals import CHARACTERS
from store.plan import AmountFilter, Comparator

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT = r"(?:亿元|亿|万元|万块钱|万块|万|w|元|块钱|块)"
# “保洁这一块”, “这两块钱”, “两块一共”, “凑一块” are parts, and no money.
_PART = r"(?:(?<=[这那哪])[\d一二两三四五六七八九]块|[\d一二两三四五六七八九]块(?=一共|总共|合计|共|加|合|分别|各|平均|都|全)|[二两三四2-4]块钱(?=分别|各)|一块(?!钱))"
# A numeral in characters is an amount only with 万 or 亿 in it, or with 元 behind it: “一个” is none.
AMOUNT = rf"(?!{_PART})(?:(?:{DIGITS})\s*{_UNIT}{NO_MEASURE}|(?=[{CHARACTERS}]*[万亿千百十])[{CHARACTERS}]++(?:元|块钱|块|{NO_MEASURE})|[{CHARACTERS}]+(?:元|块钱|块)|(?:{DIGITS}|[{CHARACTERS}]++)个?w(?![a-z]))"
_BARE = rf"(?:{DIGITS}|[{CHARACTERS}]+)"
# “100万（含）以上”, “90万到120万之间（含两头）”: as it is meant in any case
_INCLUDED = r"(?:\(?(?:均|都|也)?(?:含|包括|包含)(?:本数|两头|两端|头尾|首尾|端点|上下限)?\)?)"
# “超过310万的，不含310万”, “不超过50万，含50万”: whether the limit itself is meant
_WITH_LIMIT = Pattern(
    rf"(?:的)?[,，(]?\s*(?:(?P<out>不)|也|都)?(?:含|包括|包含|算上?)(?:本数|这个数|(?P<limit>{AMOUNT})(?:的|本身|整)*)\)?"
)
# “单笔过两百万的”: each by itself, as limits are of anyway where no units are asked for
_SINGLE = Pattern(
    rf"(?:单[笔项个]|每[笔项](?=都))(?:项目|资金|预算|金额)?(?:就|都|要|在)*(?=\s*(?:{'|'.join(BEFORE)}|{AMOUNT}))(?!.*(?:单位|部门|[哪几]家|[哪几]个?[局镇乡所]))"
)
_PARTS = Pattern(r"[二两三四2-4]块钱?(?=分别|各)")  # “三块钱各是多少”: so many kinds of money
_BOTH_ENDS = Pattern(r"\((?:均|都|也)?(?:含|包括|包含)(?:本数|两头|两端|头尾|首尾|端点|上下限)\)")
_BETWEEN = Pattern(rf"(?:从|由|在|介于)?({AMOUNT}|{_BARE})\s*(?:到|至|-|和|与)\s*({AMOUNT})(?:之间|以内|的)?")
_BEFORE = Pattern(rf"({'|'.join(BEFORE)})了?\s*({AMOUNT})(?:的)?")
_THAN = Pattern(rf"比\s*({AMOUNT})\s*{THAN}(?:的)?")
_AFTER = Pattern(rf"({AMOUNT})\s*{_INCLUDED}?({'|'.join(AFTER)})(?:的)?")
_NAMED = Pattern(rf"(?<!多少)(?<!几){AMOUNT}")  # “多少千元” names none
# “4.64万那个项目” is that of the amount, not the one that was spoken of.
_POINTED = Pattern(rf"({AMOUNT})(?:整|(?:的)?[那这](?:一)?[个笔项](?:项目|钱|资金|经费)?)")
_ONE_OF = Pattern(rf"一[笔个项]({AMOUNT})(?:整)?的?(?:钱|资金|经费|预算)?")  # “有一笔77.7万的”


def propose(said: Utterance) -> Iterator[Proposal]:
    """Filters by amount, and amounts that are only named."""
    text = said.text
    for match in _BETWEEN.finditer(text):
        yield from _between(match)
    for match in _BEFORE.finditer(text):
        yield from _filter(match, BEFORE[match[1]], match[2])
    for match in _THAN.finditer(text):
        yield from _filter(match, Comparator.MORE if match["than"] in THAN_MORE else Comparator.LESS, match[1])
    for match in _AFTER.finditer(text):
        yield from _filter(match, AFTER[match[2]], match[1])
    for match in (*_SINGLE.finditer(text), *_PARTS.finditer(text)):
        yield Proposal(match.start(), match.end(), "amounts.single", Mark.FILLER, (match.end() - match.start()) * 1.2)
    for match in _NAMED.finditer(text):
        yield from _named(match, match[0], 1.0)
    for pattern in (_POINTED, _ONE_OF):
        for match in pattern.finditer(text):
            yield from _named(match, match[1], 1.2)
    for match in _BOTH_ENDS.finditer(text):
        yield Proposal(match.start(), match.end(), "amounts.included", Mark.FILLER, (match.end() - match.start()) * 1.2)


def _named(match: re.Match[str], amount: str, worth: float) -> Iterator[Proposal]:
    yuan = yuan_of(amount)
    if yuan is not None:
        yield Proposal(match.start(), match.end(), "amounts.named", AmountNamed(yuan), (match.end() - match.start()) * worth)


def _between(match: re.Match[str]) -> Iterator[Proposal]:
    high = yuan_of(match[2])
    low = yuan_of(match[1])
    if low is None:  # “50到100万” says the unit once
        unit = re.search(rf"{_UNIT}$|[万亿](?=元?$)", match[2])
        low = yuan_of(match[1] + unit[0]) if unit else None
    if low is not None and high is not None and low < high:
        filters = (AmountFilter(op=Comparator.AT_LEAST, yuan=low), AmountFilter(op=Comparator.AT_MOST, yuan=high))
        yield Proposal(match.start(), match.end(), "amounts.between", AmountSaid(filters), (match.end() - match.start()) * 1.2)


def _filter(match: re.Match[str], op: Comparator, amount: str) -> Iterator[Proposal]:
    yuan = yuan_of(amount)
    if yuan is None:
        return
    said = AmountSaid((AmountFilter(op=op, yuan=yuan),))
    yield Proposal(match.start(), match.end(), "amounts.compared", said, (match.end() - match.start()) * 1.2)
    limit = _WITH_LIMIT.match(match.string, match.end())
    if limit and (limit["limit"] is None or yuan_of(limit["limit"]) == yuan):
        said = AmountSaid((AmountFilter(op=_STRICT[op] if limit["out"] else _LOOSE[op], yuan=yuan),))
        yield Proposal(match.start(), limit.end(), "amounts.compared", said, (limit.end() - match.start()) * 1.3)


_STRICT = {op: op for op in Comparator} | {Comparator.AT_LEAST: Comparator.MORE, Comparator.AT_MOST: Comparator.LESS}
_LOOSE = {op: op for op in Comparator} | {Comparator.MORE: Comparator.AT_LEAST, Comparator.LESS: Comparator.AT_MOST}


def yuan_of(text: str) -> Decimal | None:
    """The yuan of an amount as `AMOUNT` finds it; None where it is none with certainty."""
    plain = re.sub(r"个?w$", "万", re.sub(r"\s|块钱$|块$", "", text))
    try:
        return parse_yuan(plain + ("元" if text.rstrip().endswith(("块", "块钱")) else ""))
    except NotMoney:
        return None
