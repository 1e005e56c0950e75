"""Qualifiers that cannot be satisfied: parts of a year, figures per head, whose money it is at first, and what is to be left out."""

from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.unanswerable import QualifierSaid, Unanswerable
from store.numerals import DIGIT_CHARACTERS

_PARTS = Pattern(
    rf"上半年|下半年|(?:第)?[一二三四1-4]季度|[前后]半年|上个?月|本月|这个月|下个?月|本周|上周|今天|昨天|几个月(?![内以之])|"
    rf"(?:1[0-2]|[1-9]|十[一二]?|[{DIGIT_CHARACTERS}])月份?(?![底前])(?:[1-3]?\d[日号])?"
)
_EXCEPTION = Pattern(r"(?<!是)不是(?=[^吗]*(?:的|项目|，))|(?<=哪些项目)没有?|(?<=哪个项目)没有?|(?<!有)没有(?=.{1,12}的项目)")
_PER_HEAD = Pattern(r"人均|每人平均|户均|平均每人|平均每户")

# Forms divide money into 财政拨款, 上年结转 and 其他资金, and do not say which level of government or which fund it comes from.
_FUNDER = Pattern(
    r"(?:(?:上级|中央|国家|省级|省里|市级|市里|县级|县里|区级|地方)(?:财政)?(?:补助|配套|转移支付|拨付|下拨|专项|给|拨|出)?的?(?:资金|钱|补助|配套)|"
    r"上(?:面|头|级)(?:给|拨|下拨|补助)的?(?:钱|资金)?|[省市县区地]配套?(?:资金)?|配套(?:资金)?|转移支付(?:资金)?|"
    r"(?:地方)?(?:政府)?(?:专项|一般)?债券?(?:资金)|专项债券?|一般债券?|政府性基金|一般公共预算)"
    r"(?=的?(?:一共|总共|合计|共|是|有|出了?|给了?|占)?(?:多少|几多|几个|$|[?？，,])|的(?:项目|工程|有|是|钱|资金))"
)
# “本级申报的项目” tells of the form's 项目来源; behind a unit it is that unit's own
_OF_OWN_LEVEL = Pattern(r"(?<![局委办院校所站心镇乡处队府室馆厅会])本级(?:申报|立项|申请)(?=的?(?:项目|有|$|[?？，,]))")
# Who else it may come from; “贷款多少笔” counts what a line counts.
_FROM_OTHERS = Pattern(
    r"(?:(?:银行|政策性|低息|无息)?贷款|社会资本|社会捐赠|社会捐款|捐款|捐赠(?:资金|款)?|赞助(?:费|款|资金)?了?|彩票公益金|福彩(?:公益)?金|体彩(?:公益)?金|"
    r"土地出让(?:金|收入)|(?:超长期)?(?:特别)?国债(?:资金)?)"
    r"(?=的?(?:一共|总共|合计|共|是|有|出了?|给了?|占)*(?:多少|几多)(?:钱|万元?|元|资金|亿)?(?:[呢啊呀了]*\W*$|[,，]))"
)
# “省里给教育局下达了多少”
_ABOVE = (
    r"(?:上级|上面|上头|上边|中央|国家|部里|财政部|省级?|省里头?|省本级|自治区|(?<!城)[市州盟](?:里头?|级|本级)|地区里)"
    r"(?:财政|政府|部门|厅)?"
)
_LOCAL = r"(?:[县区旗镇乡]里头?|[县区旗]级|[县区旗]本级|本级财政|地方财政|地方)(?:财政)?"
_FUNDS = (
    r"(?:(?:已经?|都|今年|去年|前年|一共|总共|共|新|又|直接|专门|有没有)*(?:给|拨付?|下达|下拨|补助?|补贴|安排|批|划拨?|转移支付|奖补|投入?|支持|出|打|转)"
    r"(?:了|给|到|过|下来)*)"
)
_FROM_ABOVE = Pattern(rf"{_ABOVE}{_FUNDS}(?=[^,，。;；?？!！]{{0,24}}(?:多少|好多|几个?[万亿千百]))")
# “上级给钱了吗”, “省里出不出钱”, “县里掏多少”: whose money a project has at first, and how much of it
_MONEY = r"(?:钱|款|资金|经费|补助|补贴|配套)"
_WHETHER_FROM = Pattern(
    rf"(?<!\()(?:{_ABOVE}|{_LOCAL})(?:也|还|都|到底|究竟|今年|去年)*(?:"
    rf"(?:有没有|是不是|有无|是否)?(?:给|拨付?|下达|下拨|补助?|补贴|配套?|出|掏|拿|投)(?:了|过|点|些|一?点儿?|一些)*{_MONEY}?(?:了|过)?(?:吗|么|嘛|没有?|不)?(?=\W*$)"
    rf"|(?:给没给|拨没拨|出没出|补没补|出不出|给不给|补不补|掏不掏|拨不拨)(?:过|了)?{_MONEY}?"
    rf"|(?:负担|承担|出|掏|拿出?|投|配套?)(?:了|的)?(?:多少|几|百分之几)(?:{_MONEY})?)"
)
_HANDED_DOWN = Pattern(
    r"(?:下达|下拨|拨付|拨|补助|补|划拨|转移支付|投入|投)(?:下来|到位|过来)?(?:了|过)?(?=(?:一共|总共|共)?(?:多少|好多|几))"
)
# “财政给教育局安排了多少”: whose budget all of it is
_FROM_HERE = Pattern(
    r"(?:(?:县|区|旗|本级|同级|本县|本区|咱们?县|我们县)(?:里|级)?(?:财政)?|财政)(?:局|上|部门|口|这边)?(?:今年|去年|一共|总共|共)?"
    r"(?:给|拨给|安排给|批给|下达给|划给)(?!了|安排|拨|下达|一共|总共|钱|的|多少|我)(?=[^,，。;；?？!！]{2,24}(?:多少|好多|几个?[万亿千百]))"
)
_FROM_OWN = (
    r"[{levels}](?:里头?|级|本级)(?:财政)?(?:今年|去年|一共|总共|共)?(?:给|拨给|安排给|批给|下达给|划给)"
    r"(?!了|安排|拨|下达|一共|总共|钱|的|多少|我|没)(?=[^,，。;；?？!！]{{2,24}}(?:多少|好多|几个?[万亿千百]))"
)
# “奖补哪个村最多”, “各村分别多少”; where villages are units their kind is said (`kinds_of_units`)
_A_VILLAGE = r"(?:哪一?个|哪几个|哪些|各个?|每一?个?)(?:行政|自然)?(?:村|嘎查|社区?)"
_VILLAGES = Pattern(
    rf"{_A_VILLAGE}(?!区)(?![^\W\d的]*(?:级|医|卫|务|干|民|委|史|落))(?=[^。;；?？!！]{{0,16}}(?:最|多少|几万|分别))"
)
# where what is behind it is no name of a project that begins so: “哪个社区的网格员补贴最多”
_VILLAGES_ALONE = Pattern(rf"{_A_VILLAGE}(?=的|最|钱|分别|多少|资金)(?=[^。;；?？!！]{{0,16}}(?:最|多少|几万|分别))")
_OWN_VALUE = 2.0
_FUNDER_VALUE = 1.1  # a character: less than that of a name that holds the words
_ABOVE_VALUE = 1.5


def from_here(said: Utterance, levels: str) -> Iterator[Proposal]:
    """“市里给商务局拨了多少” where the documents are those of a 市 (one of `levels`): whose budget all of it is, which limits nothing."""
    pattern = Pattern(_FROM_OWN.format(levels=levels)) if levels else None
    for match in pattern.finditer(said.text) if pattern else ():
        yield Proposal(match.start(), match.end(), "qualifiers", Mark.FILLER, (match.end() - match.start()) * _OWN_VALUE)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that limit the question in a way that the documents do not."""
    patterns = (
        (_PARTS, Unanswerable.PART_OF_YEAR),
        (_PER_HEAD, Unanswerable.PER_HEAD),
        (_VILLAGES, Unanswerable.VILLAGE),
        (_EXCEPTION, Unanswerable.EXCEPTION),
    )
    for pattern, kind in patterns:
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "qualifiers", QualifierSaid(kind), (match.end() - match.start()) * 1.3)
    for match in _VILLAGES_ALONE.finditer(said.text):
        value = (match.end() - match.start()) * _OWN_VALUE
        yield Proposal(match.start(), match.end(), "qualifiers", QualifierSaid(Unanswerable.VILLAGE), value)
    for match in (*_FUNDER.finditer(said.text), *_FROM_OTHERS.finditer(said.text), *_OF_OWN_LEVEL.finditer(said.text)):
        value = (match.end() - match.start()) * _FUNDER_VALUE
        yield Proposal(match.start(), match.end(), "qualifiers", QualifierSaid(Unanswerable.FUNDER), value)
    for match in _FROM_HERE.finditer(said.text):
        yield Proposal(match.start(), match.end(), "qualifiers", Mark.FILLER, (match.end() - match.start()) * _ABOVE_VALUE)
    for match in _WHETHER_FROM.finditer(said.text):
        value = (match.end() - match.start()) * _ABOVE_VALUE
        yield Proposal(match.start(), match.end(), "qualifiers", QualifierSaid(Unanswerable.FUNDER), value)
    for match in _FROM_ABOVE.finditer(said.text):
        value = (match.end() - match.start()) * _ABOVE_VALUE
        yield Proposal(match.start(), match.end(), "qualifiers", QualifierSaid(Unanswerable.FUNDER), value)
        for done in _HANDED_DOWN.finditer(said.text, match.end()):
            yield Proposal(done.start(), done.end(), "qualifiers", Mark.FILLER, len(done[0]) * _FUNDER_VALUE)
