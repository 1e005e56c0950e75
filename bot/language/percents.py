"""Percentages that limit indicators: 低于95%, 98%以上, 百分之九十五以下."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bot.language.comparisons import AFTER, BEFORE
from bot.language.meanings import PercentSaid, Proposal, Utterance
from bot.language.patterns import Pattern
from store.numerals import CHARACTERS, NotNumber, parse_number
from store.plan import Comparator, PercentFilter

_PERCENT = rf"(?:(\d+(?:\.\d+)?)\s*%|百分之([{CHARACTERS}]+|\d+(?:\.\d+)?))"
# “满意度只要85%”, “合格率定到98%以上”: how it was set says nothing of its own
_SET = r"(?:(?<=[率度])(?<!年度)(?:指标|值)?(?:只|就|仅|才|都)*(?:要求|目标|定|设|填|写|订|要|有|给)(?:了|到|在|成|为|的|是)*)?"
_BEFORE = Pattern(rf"{_SET}({'|'.join(BEFORE)})\s*{_PERCENT}(?:的)?")
_AFTER = Pattern(rf"{_SET}{_PERCENT}\s*({'|'.join(AFTER)})(?:的)?")
_BARE = Pattern(rf"{_SET}{_PERCENT}")
# “合格率不是100%的”: less than all
_NOT_ALL = Pattern(rf"{_SET}(?:不是|没有?要求|没有?写|没有?定|没有?到|未到)(?:到|为)?\s*(?:100\s*%|百分之百|百分之一百)(?:的)?")


# “满意度低于90的”: of a rate the sign may be left out
_OF_A_RATE = r"(?<=[率度])(?<!年度)(?:指标|值)?(?:要求|目标|定|设|达到|达|到|是|在|为|的)*"
_RATE = rf"(\d{{2}}(?:\.\d+)?|100|[{CHARACTERS}]{{2,3}})"
_BARE_BEFORE = Pattern(rf"{_OF_A_RATE}({'|'.join(BEFORE)})\s*{_RATE}(?![\d.%]|\s*[万亿元个条项年月人户次])(?:的|分)?")
_BARE_AFTER = Pattern(rf"{_OF_A_RATE}{_RATE}(?:分|个?点)?({'|'.join(AFTER)})(?![万亿元])(?:的)?")


def propose(said: Utterance) -> Iterator[Proposal]:
    """Filters by per cent."""
    for match in _BEFORE.finditer(said.text):
        yield from _filter(match, BEFORE[match[1]], match[2] or match[3])
    for match in _AFTER.finditer(said.text):
        yield from _filter(match, AFTER[match[3]], match[1] or match[2])
    for match in _NOT_ALL.finditer(said.text):
        yield from (replace(one, value=2 * one.value) for one in _filter(match, Comparator.LESS, "100"))
    for match in _BARE_BEFORE.finditer(said.text):
        yield from _filter(match, BEFORE[match[1]], match[2])
    for match in _BARE_AFTER.finditer(said.text):
        yield from _filter(match, AFTER[match[2]], match[1])
    for match in _BARE.finditer(said.text):
        yield from _filter(match, Comparator.EQUAL, match[1] or match[2])


def _filter(match: re.Match[str], op: Comparator, number: str) -> Iterator[Proposal]:
    try:
        value = parse_number(number)
    except NotNumber:
        return
    meaning = PercentSaid(PercentFilter(op=op, value=value))
    yield Proposal(match.start(), match.end(), "percents", meaning, (match.end() - match.start()) * 1.2)
