"""Amounts of money in a question, and how they limit what is meant: 10万以上, 不到5万, 100万到600万之间, 2.6w."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.language.comparisons import AFTER, BEFORE
from bot.language.meanings import AmountNamed, AmountSaid, Proposal, Utterance
from store.money import NotMoney, parse_yuan
from store.numerals import CHARACTERS
from store.plan import AmountFilter, Comparator

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT = r"(?:亿元|亿|万元|万块钱|万块|万|w|元|块钱|块)"
# A numeral in characters is an amount only with 万 or 亿 in it, or with 元 behind it: “一个” is none.
_AMOUNT = rf"(?:(?:{_DIGITS})\s*{_UNIT}|[{CHARACTERS}]*[万亿千百十][{CHARACTERS}]*(?:元|块钱|块)?|[{CHARACTERS}]+(?:元|块钱|块))"
_BARE = rf"(?:{_DIGITS}|[{CHARACTERS}]+)"
_BETWEEN = re.compile(rf"(?:在|介于)?({_AMOUNT}|{_BARE})\s*(?:到|至|-|和|与)\s*({_AMOUNT})(?:之间|以内|的)?")
_BEFORE = re.compile(rf"({'|'.join(BEFORE)})\s*({_AMOUNT})(?:的)?")
_AFTER = re.compile(rf"({_AMOUNT})\s*({'|'.join(AFTER)})(?:的)?")
_NAMED = re.compile(_AMOUNT)
_ABOUT = re.compile(rf"({_AMOUNT})(?:左右|上下)(?:的)?")
_ABOUT_SHARE = Decimal("0.1")  # “50万左右” is 45 to 55; the reply says so


def propose(said: Utterance) -> Iterator[Proposal]:
    """Filters by amount, and amounts that are only named."""
    text = said.text
    for match in _BETWEEN.finditer(text):
        yield from _between(match)
    for match in _BEFORE.finditer(text):
        yield from _filter(match, BEFORE[match[1]], match[2])
    for match in _AFTER.finditer(text):
        yield from _filter(match, AFTER[match[2]], match[1])
    for match in _ABOUT.finditer(text):
        yuan = _yuan(match[1])
        if yuan is not None:
            yield _about(match, yuan)
    for match in _NAMED.finditer(text):
        yuan = _yuan(match[0])
        if yuan is not None:
            yield Proposal(match.start(), match.end(), "amounts.named", AmountNamed(yuan), (match.end() - match.start()) * 1.0)


def _between(match: re.Match[str]) -> Iterator[Proposal]:
    high = _yuan(match[2])
    low = _yuan(match[1])
    if low is None:  # “50到100万” says the unit once
        unit = re.search(rf"{_UNIT}$|[万亿](?=元?$)", match[2])
        low = _yuan(match[1] + unit[0]) if unit else None
    if low is not None and high is not None and low < high:
        filters = (AmountFilter(op=Comparator.AT_LEAST, yuan=low), AmountFilter(op=Comparator.AT_MOST, yuan=high))
        yield Proposal(match.start(), match.end(), "amounts.between", AmountSaid(filters), (match.end() - match.start()) * 1.2)


def _about(match: re.Match[str], yuan: Decimal) -> Proposal:
    low, high = yuan * (1 - _ABOUT_SHARE), yuan * (1 + _ABOUT_SHARE)
    filters = (AmountFilter(op=Comparator.AT_LEAST, yuan=low), AmountFilter(op=Comparator.AT_MOST, yuan=high))
    return Proposal(match.start(), match.end(), "amounts.about", AmountSaid(filters), (match.end() - match.start()) * 1.2)


def _filter(match: re.Match[str], op: Comparator, amount: str) -> Iterator[Proposal]:
    yuan = _yuan(amount)
    if yuan is not None:
        said = AmountSaid((AmountFilter(op=op, yuan=yuan),))
        yield Proposal(match.start(), match.end(), "amounts.compared", said, (match.end() - match.start()) * 1.2)


def _yuan(text: str) -> Decimal | None:
    plain = re.sub(r"\s|块钱$|块$", "", text)
    try:
        return parse_yuan(plain + ("元" if text.rstrip().endswith(("块", "块钱")) else ""))
    except NotMoney:
        return None
