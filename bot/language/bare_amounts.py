"""A bare number that is all of a question (“4.64”, “2.6是哪个”), or a cell of a line of a table that was pasted: an amount.

As in replies it is in 万元, unless it is too large for that.  One or two digits are a choice, and 2024 is a year.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.language.meanings import AmountNamed, Asked, Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.quantities import UNITS
from store.money import WAN
from store.plan import Field

RULE = "bare_amounts"
_WHICH = r"(?:这个数|这笔钱?|的那个|那个|的)?(?:是)?(?:什么|啥子?|哪个|哪项|哪笔|哪家|谁|干什么|干啥|做什么|做啥)?(?:的|项目|用|钱|单位)*(?P<year>(?:哪一?|哪几|几)年(?:度)?的?)?"
_BARE = Pattern(rf"^\W*(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+\.\d+|\d{{3,}})\s*{_WHICH}[啊呀呢吗么]?\W*$")
# “3  环卫所  路灯电费  2026年  35.2  这行对吗”: the line's number, and a cell that is no count
_NUMBERED = Pattern(r"^\s*\d{1,3}[.、]?\s+(?=[^\W\d][^\s\d]+\s+[^\W\d][^\s]+\s.*\d)")
_CELL = Pattern(
    rf"(?:\t|(?<=20\d\d)[\s|]|(?<=[^\s\d过于到满低高少多足够超≥≤<>=约近第])[\s|:：])[\s|]*(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+\.\d{{1,2}}|\d{{5,}})(?!\s*(?:{'|'.join(sorted(UNITS, key=len, reverse=True))}|[%‰倍期届]))(?=[\s|,，。;；?？!！”]|$|(?:这|是)(?:[哪行个]|不是))"
)
# “便道三期52.5在哪个文件”, “18.5这个数是哪个项目的”
_POINTED_AT = Pattern(
    r"(?<![\d.])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,2}|\d{5,})(?=(?:这|那)(?:个|一)(?:数|金额)|(?:是)?(?:[在从]|出自|来自)(?:哪|第几))"
)
# “清雪经费195，比去年多多少”, “本级62.5，含所属呢”, “去年210今年多少”: a figure that whoever asks knows already
_TOLD = Pattern(
    r"(?<=[^\W\d])(?<![a-z过于到满低高少多足够约近第差涨降增减比超十百千度率数量期批号路线道点分人户名家条])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,2}|[1-9]\d{1,4})"
    r"(?=(?:[,，;；]\s*|\s+|(?=那?(?:[今去前]年|含)))(?!\d)[^\d]*(?:多少|几|[呢吗]))"
)
_APPEARS = Pattern("(?:都|一共)?(?:出现|用到?|记|列)过?(?=[在了过]?在?哪)")
_YEAR = Pattern(r"(?:19|20)\d\d")
_LEAST_YUAN = 10_000


def propose(said: Utterance) -> Iterator[Proposal]:
    """The number, as an amount that is named; the number of a line that was pasted says nothing."""
    alone = _BARE.match(said.text)
    for match in [alone] if alone else (*_CELL.finditer(said.text), *_POINTED_AT.finditer(said.text), *_told(said.text)):
        if not _YEAR.fullmatch(match["number"]):
            number = Decimal(match["number"].replace(",", ""))
            yuan = number if number >= _LEAST_YUAN else number * WAN
            start, end = match.span("number")
            yield Proposal(start, end, RULE, AmountNamed(yuan), (end - start) * _VALUE)
    if alone and alone["year"]:  # “360是几年的” of what was spoken of
        yield Proposal(*alone.span("year"), RULE, Asked(Field.YEAR), len(alone["year"]) * _VALUE)
    for match in _APPEARS.finditer(said.text) if _POINTED_AT.search(said.text) else ():
        yield Proposal(match.start(), match.end(), RULE, Mark.FILLER, len(match[0]) * _VALUE)
    line = _NUMBERED.match(said.text)
    if line:
        yield Proposal(line.start(), line.end(), RULE, Mark.FILLER, (line.end() - line.start()) * _VALUE)


def _told(text: str) -> Iterator[re.Match[str]]:
    """Figures that are told where money is asked for, and no number of something."""
    return _TOLD.finditer(text) if not _COUNTS.search(text) else iter(())


_COUNTS = Pattern("满意|指标|人数|个数|编号|代码|热线|电话|第[几一二三四五六七八九十]")
_VALUE = 1.2
