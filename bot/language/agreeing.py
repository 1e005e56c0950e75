"""Whether figures of one form agree: 总额跟财政拨款对得上不, 三样加起来等于总额吗, 成本指标和预算一样不; how far apart they are."""

import re
from collections.abc import Iterator

from bot.language.meanings import Asked, Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from store.plan import Field

RULE = "agreeing"
_PARTS = r"(?:这|那)?(?:三|几|四|两|各|这几|那几|所有|分)(?:样|项|块|笔|类|种|个数|栏|格|个)(?:资金|钱|款|来源|数字?|金额)?(?:的数|的钱)?"
# What is set against each other: a sum of the form, its parts, a cost, the row of a list.
_SIDES = (
    Pattern("总额|总数|合计|总金额|总预算|总盘子|预算|总的|金额|资金总"),
    Pattern("财政拨款|财政资金|(?<!政)拨款"),
    Pattern("结转|结余"),
    Pattern("其[他它]资金|其[他它]的|自筹|自有资金|单位资金"),
    Pattern("成本"),
    Pattern("清单|公示表|公开表|汇总表"),
    Pattern(rf"{_PARTS}|分项|明细|构成|各来源|几个数|(?:加起来|相加|合起来|加总|之和)(?!.*(?:多少|几成|百分))"),
)
_LEAST = 2
_BOTH = r"(?:对得上|对不上|对得起来|对不起来|对得拢|对不拢|对得到|对得齐|对得平|对得起|加得起来|加得拢|加得上|凑得上|凑得拢|合得上|合不上|合得拢|吻合|一致|相符|相等|相同|一样|平衡|匹配|符合|相吻合|等同|打架|矛盾|勾得上|勾稽得上|闭合)"
_AGREE = Pattern(
    rf"(?:(?:数字|(?<!总)数目|(?<!总)数|金额|账|它们?|两个?|两者|两边|二者|互相|相互|之间)*(?:是|都|全|又|到底|究竟)*(?:是不是|是否|能不能|能否|可否|可以|有没有|没有|能|会不会|算不算|是)*(?:完全|正好|刚好)?"
    rf"(?:不?等于|对不对得上|对不对得起来|一不一致|一不一样|等不等于?|相不相等|相不相符|相不相同|符不符合|平不平|合不合|不一样|不一致|不相等|不相符|不符|不等|不平|{_BOTH}|相等于|对不对(?:头|数)?(?![等应])|(?<=[额款转数来])平)"
    rf"(?:不上|不一样|不一致)?(?:的|了)?(?:不|吗|么|没有?|嘛|否|吧|呢|不呢|啊)?)(?![多少])"
)
_OF_PARTS = Pattern(rf"{_PARTS}|(?:各)?(?:分项|明细|来源|单项)(?:资金|金额)?(?:之和|的和)?")
_TOTAL = r"(?:年度|全年|本年)?(?:资金|预算)?(?:总额|总数|总金额|总预算|总的|合计)"
_MONEY = r"(?:财政拨款|财政资金|拨款|(?:上年|去年)?(?:结转|结余)(?:资金)?|其[他它]资金|自筹资金|自筹|自有资金)"
# “118是不是等于拨款加其他”: the sum is spelt out
_SPELT = Pattern(
    rf"(?P<asked>(?:\d+(?:\.\d+)?(?:万元?)?)?(?:是不是|是否|怎么|应该|明明)?(?:等不等于|不?等于))(?P<parts>(?:{_MONEY}|其[他它])(?:(?:加上?|\+|和|、)(?:{_MONEY}|其[他它]))+)"
)
# “哪些表资金对不上”: the forms of which that is asked have nothing else to set beside each other
_OF_FORMS = Pattern(r"(?:哪|有没有|有无)[^,，。]{0,6}(?:资金|钱|金额|账)(?:都|是|的)?(?:对不上|不平|不符|不一致)")
# “哪个项目的成本超过了预算”: a cost above the money of its form, or below it
_COST_BEYOND = Pattern(
    r"成本(?:指标|上限|控制数)?(?:的)?(?:值|数|金额)?(?P<written>(?:写|填|定|报|算)(?:得|的|了)*)?(?P<than>比|超没超(?:过|出)?|超不超(?:过|出)?|高不高于|超过|超出|超|高于|高过|大于|大过|多于|低于|小于|少于|不到)了?"
    r"(?:年度|全年|本年)?(?:资金)?(?:总额|总数|总金额|总预算|预算数?|金额|合计|资金总额)(?P<way>(?:还|要|更|都|得)*(?:[高大多低小少])(?:的|了|出来|出)*(?:(?:多少|几)(?:钱|万元?|元)?)?)?"
)
# “可是成本指标写的45啊”, of the figure that was told just before
_YET_THE_COST = Pattern(
    r"^\W*(?P<yet>(?:可是?|但是?|不过|然而|那|怎么)[,，]?(?:它|表上|表里)?的?)成本(?:指标)?(?P<written>(?:上|里|那|一栏)*(?:明明|却|又|可|怎么|倒)*(?:写|填|印|列|报)(?:的|着|了)?(?:是)?"
    r"\d[\d.,]*(?:亿|万)?元?(?:啊|呀|呢|哦|吧|吗|哎)?)\W*$"
)
# “那张表的数对得上吗”: all figures of the form
_OF_THE_FORM = Pattern(
    r"(?P<form>[这那]?一?[张份]?表格?(?:里面?|上)?)(?:的|各项|几个|所有)*(?:资金|钱|(?=数|金额|账))|(?<![和跟与同].)(?P<all>的(?:各项|几个|所有)*)(?=(?:数|金额|账))"
)
_OF_SEVERAL = Pattern(r"[和跟与同比]|[今去前上]年|20\d\d")
_HOLD_TOGETHER = Pattern("[上平拢齐]|起来|一致|相?符|吻合")
# “目标和指标里的座数一致吗”
GOAL_AND_LINES = Pattern(r"(?:目标(?P<goal>[^\W\d]{1,10}?)指标|指标(?P<line>[^\W\d]{1,10}?)目标)(?P<what>[^\W\d]{0,10})")
# “财政拨款比总额少多少”: two kinds of money of one form, and no two years of one
_APART = Pattern(
    rf"(?:{_TOTAL}|{_MONEY}|财政|自有)的?(?P<joint>[和跟与同比离距])(?P<other>{_TOTAL}|{_MONEY}|自有|其[他它])(?:的|之间)?"
    r"(?P<asked>(?:相|还|又|一共|总共)*(?:差(?:了|着)?|少(?:了|出)?|多(?:了|出)?|高|低)(?:(?:多少|几|好多)(?:钱|万元?|元)?|\d[\d,.]*(?:万元?|元))|哪个(?:更)?[多少高低大小])"
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """The words that set two figures of a form against each other, where two are named; and what names all of its parts."""
    text = said.text
    if yet := _YET_THE_COST.match(text):
        yield Proposal(*yet.span("yet"), RULE, Mark.FILLER, 1.6 * len(yet["yet"]))
        yield Proposal(
            *yet.span("written"), RULE, Asked(Field.AGREEMENT), 3.0 * len(yet["written"])
        )  # more than a text that is looked for
    yield from _apart(text)
    yield from _spelt(text)
    yield from _beyond(text)
    sides = sum(side.search(text) is not None for side in _SIDES)
    match = next((m for m in _AGREE.finditer(text)), None)
    if match is not None and GOAL_AND_LINES.search(text):
        yield Proposal(match.start(), match.end(), RULE, Asked(Field.AGREEMENT), 1.6 * (match.end() - match.start()))
        for start, end in _between_them(text, match.start()):
            yield Proposal(start, end, RULE, Mark.FILLER, 2.4 * (end - start))  # “目标写的…” looks for no words here
        return
    form = next((f for f in _OF_THE_FORM.finditer(text) if match and f.end() == match.start()), None)
    if form and match and form["all"] and not _HOLD_TOGETHER.search(match[0]):
        form = None  # “的数对不对” asks whether a figure is right
    if form and form["all"] and _OF_SEVERAL.search(text, 0, form.start()):
        form = None  # “甲和乙的金额一致吗” sets these beside each other
    if match is None or (sides < _LEAST and not (form or _OF_FORMS.search(text))):
        return
    if form:
        said_of = "all" if form["all"] else "form"
        yield Proposal(*form.span(said_of), RULE, Mark.FILLER, 1.6 * len(form[said_of]))
    yield Proposal(match.start(), match.end(), RULE, Asked(Field.AGREEMENT), 1.6 * (match.end() - match.start()))
    for parts in _OF_PARTS.finditer(text):
        yield Proposal(parts.start(), parts.end(), RULE, Mark.FILLER, 1.3 * (parts.end() - parts.start()))


def _apart(text: str) -> Iterator[Proposal]:
    """Two kinds of money of one form, and by how much they differ."""
    for match in _APART.finditer(text):
        total = re.match(_TOTAL, match["other"])
        if total and re.match(_TOTAL, match[0]):
            continue  # “中期总额和年度总额差多少” sets two terms beside each other
        start = match.start("other" if total else "asked")  # “总额差多少” says nothing of its own here
        yield Proposal(match.start("joint"), match.end("joint"), RULE, Mark.FILLER, 1.6)
        yield Proposal(start, match.end(), RULE, Asked(Field.AGREEMENT), 1.6 * (match.end() - start))


_THESE = Pattern(
    rf"^(?:那|那么)?(?:还有呢)?[,，\s]*(?:(?:这|那|它)?(?:俩|(?P<places>两[处边])|两个?|两者|二者|几个?|些)?(?:数字?|金额|钱)?(?:之间)?(?:跟|和|与)?(?:总额|总数|预算|金额|拨款)?)(?P<asked>{_AGREE.pattern})"
    rf"(?P<other>总额|总数|预算|金额|拨款)?(?:吗|么|不|没)?(?=[啊呀呢]*\W*$)"
)


# “和总额差多少”, of the kinds of money that were told just before
_FROM_THE_TOTAL = Pattern(
    rf"^\W*(?:那|那么)?(?:加起来|合起来|一共)?(?P<joint>[和跟与同比离距])(?P<asked>{_TOTAL}(?:还|又|相)*(?:差(?:了|着)?|少(?:了|出)?|多(?:了|出)?)(?:(?:多少|几|好多)(?:钱|万元?|元)?)?)[啊呀呢吗]*\W*$"
)


def propose_beside_the_total(said: Utterance) -> Iterator[Proposal]:
    """“和总额差多少” after some kinds of money of one form: these are set against its total."""
    if match := _FROM_THE_TOTAL.match(said.text):
        start, end = match.span("asked")
        yield Proposal(*match.span("joint"), RULE, Mark.FILLER, 1.6)
        yield Proposal(start, end, RULE, Asked(Field.AGREEMENT), 1.6 * (end - start))


def propose_agreeing(said: Utterance) -> Iterator[Proposal]:
    """“两个数对得上吗” after figures of one form: these are set against each other, though none is named."""
    if match := _THESE.search(said.text):
        start, end = match.span("asked")
        yield Proposal(start, end, RULE, Asked(Field.AGREEMENT), 1.6 * (end - start))
        if match["places"]:
            yield Proposal(*match.span("places"), RULE, Mark.FILLER, 1.6 * len(match["places"]))


_HUNDRED = Pattern(
    r"^(?:那|那么)?(?:这|那)?(?:几|两|三|各|所有)?(?:个|项|样|块)?(?:占比|比例|比重|百分比|资金|来源)?(?:都|全部?)?(?:加起来|加一起|加在一起|相加|合起来|合计|一共|总共|总和)(?:是不是|能不能|有没有|够不够|是|等于|能|到|有|够|就是|正好|刚好)*"
    r"(?:100[%％]?|百分之百|百分百|一百)(?:吗|么|吧|不|没有?)?(?=[啊呀呢]*\W*$)"
)


_PER_CENT = Pattern("[%％]|百分")


def propose_a_hundred(said: Utterance, *, of_a_share: bool) -> Iterator[Proposal]:
    """“加起来是100吗” after a share, “加起来是100%吗”: whether the parts of the form come to its total, and nothing of 100万."""
    match = _HUNDRED.search(said.text)
    if match and (of_a_share or _PER_CENT.search(match[0])):
        yield Proposal(match.start(), match.end(), RULE, Asked(Field.AGREEMENT), 3.0 * len(match[0]))


def _between_them(text: str, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the goal and the lines, and between these and what asks (at `end`): of what counts it is asked."""
    if both := GOAL_AND_LINES.search(text):
        joint = both.span("goal" if both["goal"] else "line")
        behind = (both.start("what"), min(end, both.end("what")))
        yield from (span for span in (joint, behind) if span[0] < span[1])


def _beyond(text: str) -> Iterator[Proposal]:
    """A cost that is more or less than the money of its form."""
    for match in _COST_BEYOND.finditer(text):
        yield Proposal(*match.span("than"), RULE, Asked(Field.AGREEMENT), 1.6 * len(match["than"]))
        for name in ("written", "way"):
            if match[name]:
                yield Proposal(*match.span(name), RULE, Mark.FILLER, 1.6 * len(match[name]))


def _spelt(text: str) -> Iterator[Proposal]:
    """A sum that is spelt out, held against the total."""
    for match in _SPELT.finditer(text):
        for name, meaning in (("asked", Asked(Field.AGREEMENT)), ("parts", Mark.FILLER)):
            start, end = match.span(name)
            yield Proposal(start, end, RULE, meaning, 1.6 * (end - start))
