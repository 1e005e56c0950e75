"""Amounts that a figure is held against: 有没有超过80万, 到没到50万, 够100万吗, 是不是90万, 应该是4.64万吧."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.language.amounts import AMOUNT, yuan_of
from bot.language.comparisons import AFTER
from bot.language.meanings import AmountChecked, Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.quantities import UNITS
from store.plan import AmountFilter, Comparator

_BEFORE = r"(?P<before>有没有|有无|是不是|是否|会不会|能不能|难道|应该|没有|没|有)?(?:已经|都|还|会|能)?"
_BEHIND = r"(?:了)?(?P<behind>没有|没|吗|么|嘛|吧|不(?!对))?(?!\s*(?:的|以[上下内]|及以|左右|多|来))"
_TWICE = {  # the verb asked twice is a question by itself
    Comparator.MORE: "超没超过?|超不超过?|过没过|过不过",
    Comparator.AT_LEAST: "有没有|到没到|到不到|达没达到?|达不达到?|够不够|满没满|满不满",
}
_ONCE = {
    Comparator.MORE: "超过|超出|超|高于|大于|多于|过|破|突破",
    Comparator.AT_LEAST: "不低于|不少于|不小于|达到|达|到|够|满|上|有",
    Comparator.AT_MOST: "不超过|不高于|不多于|不大于",
    Comparator.LESS: "低于|少于|小于|不到|不足|不够",
}
_REACHES = {op: Pattern(rf"{_BEFORE}(?:{verbs})\s*(?P<amount>{AMOUNT}){_BEHIND}") for op, verbs in _ONCE.items()}
_REACHES_OR_NOT = {op: Pattern(rf"(?:{verbs})\s*(?P<amount>{AMOUNT}){_BEHIND}") for op, verbs in _TWICE.items()}
_WITHIN = Pattern(rf"(?:是不是|是否|有没有|还)?(?:有|在)?({AMOUNT})({'|'.join(AFTER)})(?:了)?(?:没有|没|吗|么|嘛|吧)")
_TRUE = r"(?:对吗|对吧|对不对|对不|对么|没错吧|是吧|是吗|是不是|吗|么|嘛|吧|才对|才是|哦|呀|啊)"
_DOUBTED = r"(?:难道|明明|我?记得|我看|听说|应该|应当|原来|本来|怎么)*(?:不是|不应该是|是不是|是否是|是否为|应该是|应是|应为|该是|难道是|才是|记得是)"
_SAID = Pattern(
    rf"(?:(?P<doubted>{_DOUBTED})\s*(?P<one>{AMOUNT})\s*[,，]?(?>{_TRUE})*|(?:就是|是|为|等于|有)?\s*(?P<two>{AMOUNT})\s*[,，]?{_TRUE})(?!\s*的)"
)
_EITHER = Pattern(rf"(?:是|为)?\s*({AMOUNT})\s*[,，]?还是\s*({AMOUNT})(?!\s*的)")
# “是27个还是27万”: only one of the two is an amount
_COUNT = rf"\d+(?:\.\d+)?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})"
_OR_A_COUNT = Pattern(
    rf"(?:到底|究竟)?(?:是|为)?\s*(?:{_COUNT}\s*[,，]?还是\s*(?P<behind>{AMOUNT})|(?P<before>{AMOUNT})\s*[,，]?还是\s*{_COUNT})(?![\d万])"
)
# “4.64 不对，是 4.46”: bare numbers are 万, as replies write them, unless they are too large for that.
_CORRECTED = Pattern(
    r"(?:(?<![\d.])(\d+(?:\.\d+)?)\s*)?(?:不对|错了|有误|不正确)(?:吧|啊|呀)?[,，]\s*(?:应该|应当)?(?:是|为)\s*(\d+(?:\.\d+)?)(?![\d.]|\s*[万亿元%个条项年月块w])"
)
_LEAST_YUAN = 10_000


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask whether a figure is, or reaches, an amount; “有没有超过80万的项目” asks for projects, and is none."""
    for op, pattern in _REACHES.items():
        for match in pattern.finditer(said.text):
            if match["before"] or match["behind"]:
                yield from _checked(match, op, match["amount"])
    for op, pattern in _REACHES_OR_NOT.items():
        for match in pattern.finditer(said.text):
            yield from _checked(match, op, match["amount"])
    for match in _WITHIN.finditer(said.text):
        yield from _checked(match, AFTER[match[2]], match[1])
    for match in _SAID.finditer(said.text):
        yield from _checked(match, Comparator.EQUAL, match["one"] or match["two"])
    yield from _either(said.text)
    for match in _CORRECTED.finditer(said.text):
        yield from _corrected(match)


def _either(text: str) -> Iterator[Proposal]:
    for match in _EITHER.finditer(text):
        yield from _checked(match, Comparator.EQUAL, match[1], match[2])
    for match in _OR_A_COUNT.finditer(text):
        yield from _checked(match, Comparator.EQUAL, match["behind"] or match["before"])


def _corrected(match: re.Match[str]) -> Iterator[Proposal]:
    for group in (1, 2):
        number = match[group]
        yuan = yuan_of(f"{number}{'元' if Decimal(number) >= _LEAST_YUAN else '万'}") if number else None
        if yuan is not None:
            said = AmountChecked((AmountFilter(op=Comparator.EQUAL, yuan=yuan),))
            yield Proposal(match.start(group), match.end(group), "checks", said, (match.end(group) - match.start(group)) * 1.3)


def _checked(match: re.Match[str], op: Comparator, *amounts: str) -> Iterator[Proposal]:
    yuan = [yuan_of(amount) for amount in amounts]
    limits = tuple(AmountFilter(op=op, yuan=one) for one in yuan if one is not None)
    if limits:
        yield Proposal(match.start(), match.end(), "checks", AmountChecked(limits), (match.end() - match.start()) * 1.3)
