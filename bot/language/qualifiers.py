"""Qualifiers that cannot be satisfied: parts of a year, figures per head, whose money it is at first, and what is to be left out."""

from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.unanswerable import QualifierSaid, Unanswerable
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
# “省里给教育局下达了多少”
_ABOVE = r"(?:上级|上面|上头|上边|中央|国家|部里|财政部|省级?|省里头?|省本级|自治区)(?:财政|政府|部门|厅)?"
_FUNDS = (
    r"(?:(?:已经?|都|今年|去年|前年|一共|总共|共|新|又|直接|专门|有没有)*(?:给|拨付?|下达|下拨|补助?|补贴|安排|批|划拨?|转移支付|奖补|投入?|支持|出|打|转)"
    r"(?:了|给|到|过|下来)*)"
)
_FROM_ABOVE = Pattern(rf"{_ABOVE}{_FUNDS}(?=[^,，。;；?？!！]{{0,24}}(?:多少|好多|几个?[万亿千百]))")
_HANDED_DOWN = Pattern(
    r"(?:下达|下拨|拨付|拨|补助|补|划拨|转移支付|投入|投)(?:下来|到位|过来)?(?:了|过)?(?=(?:一共|总共|共)?(?:多少|好多|几))"
)
# “财政给教育局安排了多少”: whose budget all of it is
_FROM_HERE = Pattern(
    r"(?:(?:县|区|旗|本级|同级|本县|本区|咱们?县|我们县)(?:里|级)?(?:财政)?|财政)(?:局|上|部门|口|这边)?(?:今年|去年|一共|总共|共)?"
    r"(?:给|拨给|安排给|批给|下达给|划给)(?!了|安排|拨|下达|一共|总共|钱|的|多少|我)(?=[^,，。;；?？!！]{2,24}(?:多少|好多|几个?[万亿千百]))"
)
_FUNDER_VALUE = 1.1  # a character: less than that of a name that holds the words
_ABOVE_VALUE = 1.5


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
    for match in _FROM_HERE.finditer(said.text):
        yield Proposal(match.start(), match.end(), "qualifiers", Mark.FILLER, (match.end() - match.start()) * _ABOVE_VALUE)
    for match in _FROM_ABOVE.finditer(said.text):
        value = (match.end() - match.start()) * _ABOVE_VALUE
        yield Proposal(match.start(), match.end(), "qualifiers", QualifierSaid(Unanswerable.FUNDER), value)
        for done in _HANDED_DOWN.finditer(said.text, match.end()):
            yield Proposal(done.start(), done.end(), "qualifiers", Mark.FILLER, len(done[0]) * _FUNDER_VALUE)
