"""Qualifiers that cannot be satisfied: parts of a year, figures per head, and what is to be left out."""

import re
from collections.abc import Iterator

from bot.language.meanings import Proposal, QualifierSaid, Unanswerable, Utterance
from store.numerals import DIGIT_CHARACTERS

_PARTS = re.compile(
    rf"上半年|下半年|(?:第)?[一二三四1-4]季度|[前后]半年|上个?月|本月|这个月|下个?月|本周|上周|今天|昨天|"
    rf"(?:1[0-2]|[1-9]|十[一二]?|[{DIGIT_CHARACTERS}])月份?(?![底前])(?:[1-3]?\d[日号])?"
)
_EXCEPTION = re.compile(r"不是(?=[^吗]*(?:的|项目|，))|(?<=哪些项目)没有?|(?<=哪个项目)没有?|(?<!有)没有(?=.{1,12}的项目)")
_PER_HEAD = re.compile(r"人均|每人平均|户均|平均每人|平均每户")


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that limit the question in a way that the documents do not."""
    patterns = (
        (_PARTS, Unanswerable.PART_OF_YEAR),
        (_PER_HEAD, Unanswerable.PER_HEAD),
        (_EXCEPTION, Unanswerable.EXCEPTION),
    )
    for pattern, kind in patterns:
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "qualifiers", QualifierSaid(kind), (match.end() - match.start()) * 1.3)
