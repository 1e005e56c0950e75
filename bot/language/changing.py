"""What became of projects between two years: “新增了”, “取消了”, “有啥变化”, “2023年有、2024年没有的”."""

import re
from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern

_YEAR = r"(?:(?:20)?\d{2}年?|今年|去年|前年|上年|本年|明年)"
_HANDED_IN = r"(?:上报|申报|填报|报|安排|编|列)"
_FIRST_ONLY = Pattern(
    rf"{_YEAR}度?(?:还|里|都)?(?P<has>有|{_HANDED_IN}[了过])(?:的|，|、|,|\s)*(?:但是?|而|可是?|到)?{_YEAR}度?(?:就|却|里)?(?P<lacks>(?:没有?|未|不)(?:再|继续|接着)(?:有|{_HANDED_IN})(?:了|的)?|没有?了?|取消了?)"
)
_SECOND_ONLY = Pattern(
    rf"{_YEAR}度?(?:还|里|都)?(?P<lacks>没有?)(?:的|，|、|,|\s)*(?:但是?|而|可是?|到)?{_YEAR}度?(?:才|就|却|里)?(?:开始)?(?P<has>有|(?:新|才)?(?:冒|多)出来|新(?:增加?|加|上|来|立|列|设|出现|冒))(?:了|的)*"
)
# “今年哪些是去年没有的”: what the year that is said first has
_FIRST_HAS = Pattern(
    rf"{_YEAR}(?:(?!{_YEAR})[^。;；?？!！]){{0,24}}?(?:是|有){_YEAR}度?(?:还|里|都|就|的)?(?P<lacks>没有?的)(?=新?(?:项目|工程)|\W|$)"
)
_SOME_PROJECT = r"(?=(?:出来)?的?(?:(?:哪|什么|啥)[些几一]?[个项样]?的?(?:新|老)?(?:项目|项(?!目)|资金|事)|(?:新|老)项目|[一二两三几]个什么|哪[些几]?[个笔项样]?(?:$|[\s,，。?!])))"
# “去年的铺装今年还安排没有”: of which year it is asked
_STILL = Pattern(
    r"(?<=年)度?(?:还|又|再)(?:安排|列|报|编|做|搞|办|发|有|在)(?:了|着|得)?(?:没有?|吗|么|不)(?=[了啊呀呢]*(?:\W|$))"
)
_KEPT = Pattern(
    rf"(?<=年)度?(?:都|均|同时|一直)(?:还)?(?:有|在|安排|列)了?的?(?:同名的?(?=项目))?(?!多少|几[个家]?[^项]|什么|哪|啥|谁)|{_YEAR}度?的?项目(?:[,，])?(?:里|中)?{_YEAR}度?(?:还|也|仍|依然)(?:有|在|保留)(?:的)?|"
    rf"{_YEAR}度?(?:有|新增加?|新上|新有|新列|取消|安排|列)了?的?[,，、]?{_YEAR}度?(?:还|也|仍|仍然|依然)(?:有|在|保留|安排|列)(?:着|了)?(?:的)?"
)
_NEW = Pattern(
    rf"多(?:报|列|编|安排)?(?:出来?)?了?{_SOME_PROJECT}|(?:新增加?|新上|新加|多出来|新来|新有)了?的(?=(?:项目)?(?:都|又)?(?:有|是)?(?:哪|几|什么|呢|\W*$))|(?:新(?:来|开|启动|列|排|冒|进来?|报|批|加进来|安排|开展|实施|搞)(?:出来)?|冒出来)了?的?(?=.{{0,4}}项目)|(?<=[有的是些个])新的?(?=项目)|"
    r"新增加?了?的?|新设立?了?的?|新上了?的?|新立了?的?|新加了?的?|新安排了?的?|新出现的?|新冒出来的?|多出来?了?的?(?=.{0,4}项目)"
)
_BY_HOW_MUCH = r"(?!(?:砍|减)掉?了?(?:多少|几[成个]?点?|一大?半|百分|\d|[一二两三四五六七八九十百几]+[十百千]*[万亿]|[三二四]分|钱|[这那]么多|不少|好多|许多|很多))"  # “砍了多少” asks of a project that is there
_GONE = Pattern(
    rf"少(?:掉)?了?{_SOME_PROJECT}|(?:没有?了|不见了|不在了|没掉了?|砍掉了?|停掉了?|撤掉了?|取消了?|消失了?)的(?=(?:项目)?(?:都|又)?(?:有|是)?(?:哪|几|什么|呢|\W*$))|(?:没有|没|不见|(?:砍|停|撤|去|拿|减)掉)了的?(?=.{{0,2}}项目)|(?<=项目)(?:没有?了|不见了|没再安排|{_BY_HOW_MUCH}砍了|停了|不做了|不搞了|没再做|没续|取消了)|"
    r"(?<=年)度?(?:就|都|又|却)?(?:没有了|没了|不见了|没再安排|不再安排|给取消了?|被取消了?|给砍了|被砍了|砍了|停了)(?:的|吗|呢)?(?=\W*$)|"
    rf"取消了?的?|{_BY_HOW_MUCH}(?:砍掉?了?的?|减掉了?的?)|停掉?了?的?(?=.{{0,4}}项目)|不再安排的?|没再安排的?|撤销了?的?|消失了?的?|去掉了的?"
)
# “多了啥少了啥”: both, where only one of them by itself may be of something else
_WHAT = r"(?:(?:什么|啥子?|哪些|哪几个|哪几项|哪个|么子)(?:新|老)?(?:的)?(?:项目)?)"
_MORE = r"(?:多(?:出来|出)?了?|新?增(?:加|设|添)?了?|新上了?|新加了?|添了?|加了?)"
_LESS = r"(?:少掉?了?|减(?:少|掉)?了?|取消了?|砍掉?了?|撤掉?了?|停掉?了?|去掉了?|没了)"
_AND = r"[,，、/\s]*(?:和|跟|与|又|也|还|以及|或者?|同时)*(?:又|也)?"
_BOTH_WAYS = (
    Pattern(rf"(?P<new>{_MORE}){_WHAT}{_AND}(?P<gone>{_LESS})(?={_WHAT})"),
    Pattern(rf"(?P<gone>{_LESS}){_WHAT}{_AND}(?P<new>{_MORE})(?={_WHAT})"),
)
_CHANGED = Pattern(
    r"(?:有|有了|有些|有何|有没有)?(?:什么|啥|哪些|些)?(?:变化|变动|改变)(?:的|了)?|变了(?:的|没有?|吗|多少)?|(?:都|有没有)?改(?:动|过)?了?(?:些|了)?(?:哪些|哪几[个条项处]|什么|啥)(?:数字?|地方|内容|指标|东西)?|(?<!为)(?:哪些|哪几个|什么|啥)(?:数字?|地方|内容|指标)(?:都)?(?:改|变|动)了|有变的?|调整了(?:的|哪些)?|增减(?:变化|情况)?"
    r"|(?:是)?(?:怎么|怎样|如何|咋)(?:变化|变动|改变|变)(?:了|过|的|来着)*(?![成为得更])"
    r"|(?<=来源|属性|部门)(?:都|被)?换(?:了|过)(?:的|吗|没有?)?"
    r"|(?<![没未不])(?:有没有|有无)?(?:[变改调动]|调整|变动|改动)过(?:没有?|吗|么)?(?=\W|$)|改了(?:哪|几)几?[条项处个]"
)


# Between years a difference is a change; between two projects it is a comparison.
_DIFFERENT = Pattern(r"(?:有|有了|有些|有何|有没有)?(?:什么|啥|哪些|些)?(?:不同|不一样|出入|区别|差别)(?:的|了)?")
# “中期和年度有啥区别”: two terms of one form, of whichever year that is
_TERMS = Pattern(
    r"(?:中期[^\W\d]{0,4}?[和跟与同、][^\W\d]{0,2}?(?:年度|全年)|(?:年度|全年)[^\W\d]{0,4}?[和跟与同、][^\W\d]{0,2}?中期)[^\W\d]{0,4}?(?:有|不同|不一样|出入|区别|差别)"
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Words for projects that began, ended or changed."""
    over_years = re.search(_YEAR + "|[两几]年", said.text) and not _TERMS.search(said.text)
    different = Mark.CHANGED if over_years else Mark.COMPARED
    for pattern, mark in ((_DIFFERENT, different), (_NEW, Mark.NEW), (_GONE, Mark.GONE), (_CHANGED, Mark.CHANGED)):
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "changing", mark, _value(match[0]))
    for match in (m for pattern in _BOTH_WAYS for m in pattern.finditer(said.text)):
        for name, mark in (("new", Mark.NEW), ("gone", Mark.GONE)):
            yield Proposal(match.start(name), match.end(name), "changing", mark, _value(match[name]) + 1)
    yield from _beside_a_year(said.text)
    for match in _KEPT.finditer(said.text):
        yield from _kept(match)
    for pattern, mark in ((_FIRST_ONLY, Mark.FIRST_ONLY), (_SECOND_ONLY, Mark.SECOND_ONLY)):
        for match in pattern.finditer(said.text):
            for name in ("has", "lacks"):
                yield Proposal(match.start(name), match.end(name), "changing", mark, _value(match[name]) + 1)


def _beside_a_year(text: str) -> Iterator[Proposal]:
    """What one year has and the other has not, and whether something is still there in a year."""
    for match in _STILL.finditer(text):
        yield Proposal(match.start(), match.end(), "changing", Mark.FILLER, _value(match[0]))
    for match in _FIRST_HAS.finditer(text):
        yield Proposal(match.start("lacks"), match.end("lacks"), "changing", Mark.FIRST_ONLY, _value(match["lacks"]) + 1)


def _kept(match: re.Match[str]) -> Iterator[Proposal]:
    """What says that something goes on, without the years in it, which are read by themselves."""
    last = [m.end() for m in re.finditer(_YEAR, match[0])]
    start = match.start() + (last[-1] if last else 0)
    yield Proposal(start, match.end(), "changing", Mark.KEPT, _value(match[0][start - match.start() :]) + 1)


def _value(words: str) -> float:
    return 1.4 * len(words)
