"""Amounts that a figure is held against: 有没有超过80万, 到没到50万, 够100万吗, 是不是90万, 应该是4.64万吧, “文件上是61.2”."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.language.amounts import AMOUNT, yuan_of
from bot.language.comparisons import AFTER, THAN, THAN_MORE
from bot.language.meanings import AmountChecked, Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.quantities import UNITS
from store.money import WAN
from store.plan import AmountFilter, Comparator

_BEFORE = r"(?P<before>有没有|有无|是不是|是否|会不会|能不能|难道|应该|没有|没|有)?(?:已经|都|还|会|能)?"
_OR_NOT = r"没有?(?![^\W啊呀呢吧啦])"  # “100万以上没有结转的” says what is not there
_BEHIND = rf"(?:了)?(?P<behind>{_OR_NOT}|吗|么|嘛|吧|不(?!对))?(?!\s*(?:的|以[上下内]|及以|左右|多|来))"
_TWICE = {  # the verb asked twice is a question by itself
    Comparator.MORE: "超没超过?|超不超过?|过没过|过不过",
    Comparator.AT_LEAST: "有没有|到没到|到不到|达没达到?|达不达到?|够不够|满没满|满不满",
}
_ONCE = {
    Comparator.MORE: "超过|超出|超|高于|大于|多于|高过|多过|大过|过|破|突破",
    Comparator.AT_LEAST: "不低于|不少于|不小于|(?:至少|起码)有?|达到|达|到|够|满|上|有",
    Comparator.AT_MOST: "不超过|不高于|不多于|不大于|(?:至多|顶多)有?",
    Comparator.LESS: "低于|少于|小于|不到|不足|不够",
}
_REACHES = {op: Pattern(rf"{_BEFORE}(?:{verbs})了?\s*(?P<amount>{AMOUNT}){_BEHIND}") for op, verbs in _ONCE.items()}
_REACHES_OR_NOT = {op: Pattern(rf"(?:{verbs})\s*(?P<amount>{AMOUNT}){_BEHIND}") for op, verbs in _TWICE.items()}
_THAN = Pattern(rf"{_BEFORE}比\s*(?P<amount>{AMOUNT})\s*{THAN}{_BEHIND}")
# “比220万多多少”, “离250万还差多少”
APART = Pattern(
    rf"(?<![万亿元块])(?:比|离|距离?|和|跟|与|到)\s*(?P<amount>{AMOUNT})\s*(?:还|又|大概|大约)?(?P<than>相差|[多少差高低超短缺])(?:了|出|过)?\s*(?:多少|几)(?:个?钱|[万块元])?"
)
_WITHIN = Pattern(rf"(?:是不是|是否|有没有|还)?(?:有|在)?({AMOUNT})({'|'.join(AFTER)})(?:了)?(?:{_OR_NOT}|吗|么|嘛|吧)")
_TRUE = (
    r"(?:(?:这|那)?(?:一?个)?(?:数字?|说法|金额|总数)?(?:到底|究竟|说得?)?(?:对吗|对吧|对不对|对不(?!上)|对么|对没|准吗|准不准|属实吗|没错吧)"
    r"|(?:我|俺|咱)?(?:应该|是不是)?没有?(?:记|算|说|看|听|报|写|填|搞|弄|统计)错(?:了)?(?:吧|吗|么|嘛|呢)?"
    r"|是吧|是吗|是不是|吗|么|嘛|吧|才对|才是|哦|呀|啊|有没有(?:这|那)(?:回|个)?事|有(?:这|那)(?:回|个)?事(?:吗|么|没有?)|(?:是)?真的(?:吗|么|假的)"
    r"|(?:你|您|请|麻烦)?(?:帮|给)?(?:我|我们|忙)?(?:再)?(?:核对|核实|核|对)一?[下遍](?:吧|哈)?(?:看|看看)?(?:对不对)?(?=\W*$))"
)
_DOUBTED = r"(?:难道|明明|我?记得|我看|听说|应该|应当|原来|本来|怎么)*(?:不是|不应该是|是不是|是否是|是否为|是否|应该是|应是|应为|该是|难道是|才是|记得是)"
_STILL = r"(?:还|仍|依然|一直|照旧)(?:就)?是?"
_UNMOVED = r"(?:一分钱?|一点儿?)?(?:都|也)?(?:没|没有|未)(?:有)?(?:减|降|加|涨|动|变|增|调)(?:过|少|低)?|不变"
_SAID = Pattern(
    rf"(?:(?P<doubted>{_DOUBTED})\s*(?P<one>{AMOUNT})\s*[,，]?(?>{_TRUE})*|(?:{_STILL}|就是|是|为|等于|有|(?:砍|减|压|降|调|加|涨|提)(?:到|成|至|为)了?)?\s*(?P<two>{AMOUNT})(?:了|{_UNMOVED})?\s*[,，]?{_TRUE})(?!\s*的)"
)
# “电费从现在起就是1元”, “以后都按0元算”, “改成了1万元”: who decrees a figure has it held against what is printed
_DECREED = Pattern(
    rf"(?:(?:从)?(?:现在|今天|今|此刻)(?:起|开始|以后|往后)|(?:从今)?(?:以后|往后)|今后|从此)[,，]?(?:就|都|只|全部?|一律|统一|必须|应该)*(?:按照?|算|算作|是|等于|改成|改为|变成|变为|当成?)?\s*(?P<one>{AMOUNT})(?:来)?(?:算|计算|计|处理|回答|报)*(?:了|的)?"
    rf"|(?:已经?|都)?(?:改|变|调整|修改|更新)(?:成|为)了\s*(?P<two>{AMOUNT})(?=\W|$)"
)
# “9600人乘60元是不是正好等于预算57.6万”: the product is held against what is printed as well
_FACTOR = r"(?P<{}>\d[\d,]*(?:\.\d+)?)\s*(?P<{}_ten_thousands>万)?[^\W\d乘是正刚恰就等对算合]{{0,2}}(?:/?每?[^\W\d乘是正刚恰就等对算合])?"
_PRODUCT = Pattern(
    rf"{_FACTOR.format('one', 'one')}\s*(?:乘以?|[×x*])\s*(?:每[^\W\d])?{_FACTOR.format('two', 'two')}"
    r"[,，]?\s*(?:算下来|是不是|是否|应该|能不能|正好|刚好|恰好|刚刚|就是|就|等于|得|是|合|对得上|对不对得上|=)*(?P<result>(?<==)\d[\d,]{4,}(?!\s*[万亿]))?"
)
_EITHER = Pattern(rf"(?:是|为)?\s*({AMOUNT})\s*[,，]?还是\s*({AMOUNT})(?!\s*的)")
# “是27个还是27万”: only one of the two is an amount
_COUNT = rf"\d+(?:\.\d+)?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})"
_OR_A_COUNT = Pattern(
    rf"(?:到底|究竟)?(?:是|为)?\s*(?:{_COUNT}\s*[,，]?还是\s*(?P<behind>{AMOUNT})|(?P<before>{AMOUNT})\s*[,，]?还是\s*{_COUNT})(?![\d万])"
)
# “表上写46万，材料打成48万，哪个对”; the second may leave the unit to the first
_WRITTEN = r"(?:写|打|印|录|报|填|登|说|记|列|算|是|变)(?:成|作|为|的是|的|了|着)*"
_WHICH_IS_RIGHT = (
    r"[^\d,，。?？]{0,4}[,，]?\s*(?:到底|究竟)?(?:是|以|该)?(?:哪一?个|哪边|哪份|谁)(?:才|的|为)?(?:是)?(?:对|准|正确|真)(?:的)?"
)
_WHICH_RIGHT = Pattern(rf"(?P<one>{AMOUNT})[^\d。?？]{{0,12}}?(?:{_WRITTEN}|[上里中])\s*(?P<two>{AMOUNT}){_WHICH_IS_RIGHT}")
# Bare numbers are 万, as replies write them, unless they are too large for that; “3” is a choice.
_UNITS = "|".join(
    sorted({*UNITS, "对(?![吗吧么不没])"} - {"对"}, key=lambda one: (-len(one), one))
)  # “669.5对不对” counts no pairs
_BARE = rf"(?<![\d.])(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+\.\d+|\d{{2,}})(?![\d.,]*\d|\s*(?:[万亿元%‰°]|w(?![a-z])|{_UNITS}|[年月日号期]))"
_NOT_SO = r"(?:不是|不对|错了|有误|不正确|对不上)"
_CORRECTED = Pattern(rf"(?:(?P<one>{_BARE})\s*)?{_NOT_SO}(?:吧|啊|呀|哦|嘛)?[,，]\s*(?:应该|应当)?(?:是|为)\s*(?P<two>{_BARE})")
# Who says so: “我记得”, “我们报的”, “批复上写的”
_WHERE = r"(?:文件|表|表格|材料|原件|批复|通知|清单|预算|预算表|纸质|纸质件|台账|底稿|报告|附件|公示|公开|网上|系统|电子版|纸上|账|账面|合同|方案)"
_TELLS = (
    rf"(?:(?:可是?|但是?|怎么|那|明明|好像|似乎|应该|应当|本来|原来|难道|(?:我|俺|我们|咱们?)(?:这边|这里|这儿|们|手里|手头|手上)?|他们|领导|"
    rf"记得|印象中|印象里|看到?|听说|听到?|以为|觉得|{_WHERE}(?:上面?|里面?|里头|中|那边)?|(?:这边|那边|这里|上面)(?=[是为写印报登给批填列标显公说明的])|"
    r"(?:写|印|报|登|给|批|填|列|标|显示|下达|公布|公示|说|听|安排|定|拨)(?:的|得|着|过|了)?|明明|都|就|才|也|还|只|给)*+)"
)
_IS = r"(?:不就是|不应该是|不应是|不是|是不是|是否是|是否为|是否|应该是|应是|应为|难道是|才是|记得是|就是|是|为|等于)"
_ENDS = (
    r"(?=\s*[,，]?\s*(?:对吗|对吧|对不对|没错吧|吗|么|嘛|吧|啊|呀|呢|哦|才对|才是|的?\W*$|来着|[,，。!！?？;；]|怎么|还是|可))"
)
_TOLD = Pattern(rf"{_TELLS}{_IS}\s*(?P<number>{_BARE})(?:的)?{_ENDS}(?>\s*[,，]?\s*{_TRUE})*")
_TOLD_SHORT = Pattern(
    rf"(?:可是?|但是?|那|(?:我|俺)们?|咱们?|他们|{_WHERE}(?:上面?|里面?|中)?)*+(?:写|印|报|登|批|填|列|标|显示|下达|公布|公示|(?:记得|印象[中里]|听说|我看|以为)(?:给|批|安排|拨|有|写|报|下)?)(?:的|得|着|了)?\s*(?P<number>{_BARE}){_ENDS}"
)
# “教育局今年669.5吗”, “一共803.2，对吗”
_ASKED = Pattern(
    rf"(?:就|刚好|正好)?(?:是|为|有)?\s*(?P<number>{_BARE})\s*[,，]?(?!\W*[你您请麻烦帮给我再]*(?:核|对一))\s*(?>{_TRUE})(?=\W*$)"
)
_WHY_SO = r"(?:怎么|咋个?|为什么|为啥|为何|凭什么)(?:你们?|您|这里|这儿|那边|系统|文件|表上|现在|今年|去年|又|就|却|会|还|也|只|才|反而|变|成|了|给|批|说|显示|写|印|报|安排|有|算|出|出来|是|的|到|改)*+"
_WHY_TOLD = Pattern(rf"{_WHY_SO}\s*(?P<number>{_BARE})(?:了|的)?{_ENDS}")
_OR = Pattern(rf"(?:到底|究竟)?(?:是|为)?\s*(?P<one>{_BARE})\s*[,，]?还是\s*(?P<two>{_BARE})(?:来着|呢|啊)?")
_LEAST_YUAN = 10_000
# “24” and “2024” are years, but behind a year that is said, or beside a figure with a fraction, “24” is none.
_YEAR_LIKE, _LONG_YEAR = Pattern(r"2\d"), Pattern(r"20[0-4]\d")
_YEAR_SAID, _FRACTION = Pattern(r"[今去前本上]年|\d年"), Pattern(r"\d\.\d")


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask whether a figure is, or reaches, an amount; “有没有超过80万的项目” asks for projects, and is none."""
    text = said.text
    for op, pattern in _REACHES.items():
        for match in pattern.finditer(text):
            if match["before"] or match["behind"]:
                yield from _checked(match, op, match["amount"])
    for op, pattern in _REACHES_OR_NOT.items():
        for match in pattern.finditer(text):
            yield from _checked(match, op, match["amount"])
    yield from _beside(text)
    for match in _WITHIN.finditer(text):
        yield from _checked(match, AFTER[match[2]], match[1])
    for match in _SAID.finditer(text):
        yield from _checked(match, Comparator.EQUAL, match["one"] or match["two"])
    for match in _DECREED.finditer(text):
        yield from _checked(match, Comparator.EQUAL, match["one"] or match["two"])
    yield from _products(text)
    yield from _either(text)
    yield from _bare(text)


def _beside(text: str) -> Iterator[Proposal]:
    """“是不是比220万多”, “比220万多多少”."""
    for match in _THAN.finditer(text):
        if match["before"] or match["behind"]:
            yield from _checked(match, Comparator.MORE if match["than"] in THAN_MORE else Comparator.LESS, match["amount"])
    for match in APART.finditer(text):
        yield from _checked(match, Comparator.LESS if match["than"] in "少低短缺" else Comparator.MORE, match["amount"])


def _products(text: str) -> Iterator[Proposal]:
    for match in _PRODUCT.finditer(text):
        one, two = (
            Decimal(match[name].replace(",", "")) * (WAN if match[f"{name}_ten_thousands"] else 1) for name in ("one", "two")
        )
        yield from _checked(match, Comparator.EQUAL, f"{one * two}元", *([f"{match['result']}元"] if match["result"] else []))


def _either(text: str) -> Iterator[Proposal]:
    for match in _EITHER.finditer(text):
        yield from _checked(match, Comparator.EQUAL, match[1], match[2])
    for match in _WHICH_RIGHT.finditer(text):
        yield from _checked(match, Comparator.EQUAL, match["one"], match["two"])
    for match in _OR_A_COUNT.finditer(text):
        yield from _checked(match, Comparator.EQUAL, match["behind"] or match["before"])


def _bare(text: str) -> Iterator[Proposal]:
    """Numbers without 万; the words that hold one to be right are part of its span, but not those that call another wrong."""
    for match in _CORRECTED.finditer(text):
        for name in ("one", "two"):
            yield from _number(text, match, name, *match.span(name))
    for match in _OR.finditer(text):
        yield from _number(text, match, "one", match.start(), match.end("one"))
        yield from _number(text, match, "two", match.end("one"), match.end())
    for match in (m for pattern in (_TOLD, _TOLD_SHORT, _WHY_TOLD, _ASKED) for m in pattern.finditer(text)):
        yield from _number(text, match, "number", match.start(), match.end())


def _number(text: str, match: re.Match[str], name: str, start: int, end: int) -> Iterator[Proposal]:
    """The number of the group as an amount that [start, end) says, unless it is a year."""
    digits = (match[name] or "").replace(",", "")
    told = _YEAR_SAID.search(text[: match.start(name)]) or _FRACTION.search(text)
    if _LONG_YEAR.fullmatch(digits) or (_YEAR_LIKE.fullmatch(digits) and not told):
        return
    yuan = yuan_of(f"{digits}{'元' if Decimal(digits) >= _LEAST_YUAN else '万'}") if digits else None
    if yuan is not None:
        said = AmountChecked((AmountFilter(op=Comparator.EQUAL, yuan=yuan),))
        yield Proposal(start, end, "checks", said, (end - start) * 1.3)


def _checked(match: re.Match[str], op: Comparator, *amounts: str) -> Iterator[Proposal]:
    yuan = [yuan_of(amount) for amount in amounts]
    limits = tuple(AmountFilter(op=op, yuan=one) for one in yuan if one is not None)
    if limits:
        yield Proposal(match.start(), match.end(), "checks", AmountChecked(limits), (match.end() - match.start()) * 1.3)
