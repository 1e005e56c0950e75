"""Qualifiers that cannot be satisfied: parts of a year, figures per head, whose money it is at first, and what is to be left out."""

from collections.abc import Iterator

from bot.language.meanings import Proposal, QualifierSaid, Unanswerable, Utterance
from bot.language.patterns import Pattern
from store.numerals import DIGIT_CHARACTERS

_PARTS = Pattern(
    rf"上半年|下半年|(?:第)?[一二三四1-4]季度|[前后]半年|上个?月|本月|这个月|下个?月|本周|上周|今天|昨天|"
    rf"(?:1[0-2]|[1-9]|十[一二]?|[{DIGIT_CHARACTERS}])月份?(?![底前])(?:[1-3]?\d[日号])?"
)
_EXCEPTION = Pattern(r"不是(?=[^吗]*(?:的|项目|，))|(?<=哪些项目)没有?|(?<=哪个项目)没有?|(?<!有)没有(?=.{1,12}的项目)")
_PER_HEAD = Pattern(r"人均|每人平均|户均|平均每人|平均每户")

# Forms divide money into 财政拨款, 上年结转 and 其他资金, and do not say which level of government or which fund it comes from.
_FUNDER = Pattern(
    r"(?:(?:上级|中央|国家|省级|省里|市级|市里|县级|县里|区级|地方)(?:财政)?(?:补助|配套|转移支付|拨付|下拨|专项|给|拨|出)?的?(?:资金|钱|补助|配套)|"
    r"上(?:面|头|级)(?:给|拨|下拨|补助)的?(?:钱|资金)?|[省市县区地]配套?(?:资金)?|配套(?:资金)?|转移支付(?:资金)?|"
    r"(?:地方)?(?:政府)?(?:专项|一般)?债券?(?:资金)|专项债券?|一般债券?|政府性基金|一般公共预算)"
    r"(?=的?(?:一共|总共|合计|共|是|有|出了?|给了?|占)?(?:多少|几多|几个|$|[?？，,]))"
)
_FUNDER_VALUE = 1.1  # a character: less than that of a name that holds the words


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
    for match in _FUNDER.finditer(said.text):
        value = (match.end() - match.start()) * _FUNDER_VALUE
        yield Proposal(match.start(), match.end(), "qualifiers", QualifierSaid(Unanswerable.FUNDER), value)
