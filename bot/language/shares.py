"""Shares and growth: 占全部的百分之几, 占比多少, 比重, 几成; 增长率, 涨幅, 翻了几倍."""

import re
from collections.abc import Iterator

from bot.language.meanings import Asked, Mark, Meaning, Proposal, Utterance
from bot.language.patterns import Pattern
from store.plan import Field

_ASKED = r"百分之(?:几|多少)|几分之[几一]|多少分之|几成|多少成|多大|多少|几个百分点|多少个百分点|比例|比重|份额|百分比|百分率"
# 占 is a share only where the clause goes on to ask for one: 占道经营 and 占用林地 are none.
_OF = Pattern(
    rf"(?:一共|总共|合计|共|各|分别|大概|大约|能|要|会|到底)*(占)(?!(?:到|了)?(?:多少|几)个?(?:钱|万|元|块)|道|用|地(?!方)|补|股|领|压)(?:到|了|去|整个)?(?=[^。?!;]{{0,40}}?(?:{_ASKED}|$))"
)
# “财政拨款占多少钱”: money, and no part in per cent
# “营养餐是不是拿走半数以上”, “拿走了几成”; “花掉几成” asks for spending
_TOOK = Pattern(
    r"(?:是不是|是否|有没有|一共|总共|就|要|都)*(?:(?:拿|分|占|划)(?:走|去)|吃掉|占掉)了?(?=(?:超?过|不到|快|差不多|将近)?(?:一大?半|半数|大半|小半|三分之[一二]|几成|多少成|百分之(?:几|多少)|多大(?:的)?(?:比例|份额)))"
)
# “占它自己总额”: the whole that is meant where none is named
_ITS_OWN = Pattern(
    r"(?<=占)(?:到|了)?(?:它|他们?|她|其|这个?项目|该项目)?(?:自己|自身|本身)的?(?=总|全部|所有|整个|年度|预算|资金|盘子|钱|多)"
)
_TAKES = Pattern(r"(?:一共|总共|共|各|分别)?占(?:到|了)?(?=(?:多少|几)个?(?:钱|万|元|块))")
_IS_OF = Pattern(r"(是|相当于)(?=[^。?!;，,]{2,40}的?(?:百分之(?:几|多少)|几分之几|几成))")
# “两个相加是不是财政局的全部”: what part of it they are
_ALL_OF = Pattern(
    r"(?:相加|加起来|加一起|合起来|合计|一共|[两俩三仨四]个)[^,，。;；是等]{0,6}(?P<of>是不是|是否|算不算|就是|等于|是)(?=[^,，。;；]{2,16})"
    r"[^,，。;；的]{2,16}(?P<all>的(?:全部|所有)(?:的?(?:钱|预算|资金|项目|盘子))?了?(?:吗|么|吧)?)(?=\W*$)"
)
_WORD = Pattern(r"所占(?:的)?(?:比例|比重|份额|百分比)|占比(?:例|重)?|比重|份额")
_KIND_SHARE = Pattern(
    r"(?:拨款|结转|结转资金|其[他它]资金|自筹资金|自筹|财政资金|自有资金|单位资金|上年结余)(?:所占)?(?:的)?(比例|百分比|百分之(?:几|多少)|几成)"
)
_TAIL = Pattern(
    r"(?:百分之(?:几|多少)|几分之[几一]|几成|多少成|多大(?:的)?(?:比例|比重|份额|头)|(?:是)?多少(?:的)?(?:比例|比重)|几个百分点|多少个百分点|"
    r"比例|百分比|百分率|(?<![,，。;；、\s])(?:多少|几)个点(?!位)|几个百分|多少个百分)"
)
_NOUN_ALONE = Pattern(
    r"(?:那|那么|换成|折成|按|用|算|是|的)*(?:百分比|百分率|比例)(?:是|呢|多少|怎么样|算|说)*\W*"
)  # after a difference
# “满意度要达到百分之几” asks for what a line demands, and for no part of a whole
_DEMANDED = Pattern(
    r"(?:要求|必须|应该?|需要?|[要得须]){0,3}(?:不?得?(?:达到|达|做到|保持在|控制在|控制到|稳定在|压到|降到)|不(?:得|能)?(?:低于|少于|高于|超过)|要求(?:是|为)?)"
    r"(?:百分之(?:几|多少)|几成|多少成)(?:以上|以下|以内|之内)?"
)
_OF_A_RATE = Pattern(
    r"(?<=[率度])(?<!年度)(?:要求|应该?|达到|[要得须是为有定到达了])*(?:百分之(?:几|多少)|几成)(?:以上|以下|以内|之内)?"
)
# “少了一半吗”, “占一半以上吗”: the rate itself answers it
_HALF = Pattern(
    r"(?:(?:有|够|到|超过?|过|不到|不足|达到)了?(?:没有?)?)?(?:一大?半|半数|大半|小半|三分之[一二]|四分之[一三]|[一二三四五六七八九两]成)(?:多|以上|以下|还多|不止|左右)?(?:吗|么|嘛|吧|了没有?|没有?|是不是)?(?![年天月数])"
)
_MORE_THAN_HALF = Pattern(r"(?:过|超)(?:没过|没超)?半(?:数)?(?:了)?(?:吗|么|没有?)?(?!年|天|月)")
# “涨了10%吗” of what is spoken of
_RATE_CLAIMED = Pattern(
    r"(?:(?:有|够|到|超过?|过|不到|不足|达到)了?)?(?:\d+(?:\.\d+)?[%％]|百分之[零一二三四五六七八九十百点\d]+)(?:多|以上|以下|还多|不止|左右)?(?:吗|么|嘛|吧|对吗|对吧|对不对|了没有?|没有?)(?!\w)"
)
_BEFORE_HALF = Pattern(r"占|[少降减砍压缩跌涨增多升提]了?(?:差不多|将近|快|接近|大概|近)?$")
_GROWTH = Pattern(
    r"(?:同比|环比)?(?:增长率|增长幅度|增长比例|增幅|涨幅|升幅|增速|涨速|(?:增长|上?涨|增加|上升)的?速度|(?:上?涨|增加|增长|变化|变动)的?(?:幅度|比例)|增加比例|增加幅度|上涨幅度|上升幅度)"
)
_DECLINE = Pattern(
    r"(?:同比|环比)?(?:降幅|跌幅|减幅|降速|缩减幅度|(?:下降|减少|下跌)的?速度|(?:下?降|减少|压减)的?(?:幅度|比例)|下降幅度|减少幅度|下降比例|减少比例|降低幅度|压减幅度|压减比例|调减幅度)"
)
_TIMES = Pattern(r"翻了?(?:几|多少)[倍番]|翻[倍番]|(?:几|多少)倍")
# “财政局的预算里，…占多少”: the whole stands before it.
_WITHIN = Pattern(
    rf"(?:(?:里面|里头|里边|里|当中|之中|中)(?:[,，])?|(?<![多少几])的?(?:钱|预算|资金|经费|盘子|总盘子|总额)[,，])(?=[^。?!;]{{0,24}}(?:占|{_TOOK.pattern}))"
)
_OWN = Pattern(
    r"(?<=占)(?:到|了)?(?:该|本|所在|自己|自家|他们|她们|我们|整个)?(?:单位|全局|全院|全校|全所|全站|全中心|全部门|全单位|全镇|全乡|全街道|全苏木|全村|全社区|全委|全办|全队|全馆|全园区|部门|(?:局|院|校|所|站|中心|镇|乡|街道|委|办|队|馆|园)(?=里))(?:里[面头]?|的)?"
    r"|(?<=占)(?:到|了)?(?:它|它们|他们|她们|自己|自家)(?:的|自己|一共|总共)*(?:全部|总额|总预算|总盘子|总的|总数|所有|整个)(?:项目|预算|资金|经费|的)*"
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask for a part of a whole, for growth in per cent, or for how many times as much."""
    text = said.text
    for pattern in (_OF, _IS_OF, _KIND_SHARE):
        for match in pattern.finditer(text):
            yield _proposal(match.start(1), match.end(1), Mark.SHARE)
            if match.start() < match.start(1) and pattern is _OF:
                yield _proposal(match.start(), match.end(1), Mark.SHARE)
    for pattern, mark in (
        (_WORD, Mark.SHARE),
        (_TAKES, Mark.FILLER),
        (_OWN, Mark.OWN_UNIT),
        (_WITHIN, Mark.WITHIN),
        (_ITS_OWN, Mark.FILLER),
        (_TOOK, Mark.SHARE),
    ):
        for match in pattern.finditer(text):
            yield _proposal(match.start(), match.end(), mark)
    for match in _ALL_OF.finditer(text):
        yield _proposal(*match.span("of"), Mark.SHARE)
        yield _proposal(*match.span("all"), Mark.PER_CENT)
    of_a_line = list(_demanded(text))
    yield from of_a_line
    for pattern, mark in ((_TAIL, Mark.PER_CENT), (_GROWTH, Mark.GROWTH), (_DECLINE, Mark.DECLINE), (_TIMES, Mark.TIMES)):
        for match in pattern.finditer(text):
            inside = any(one.start <= match.start() < one.end for one in of_a_line)
            if not inside and (mark is not Mark.PER_CENT or _is_rate(match, text) or _NOUN_ALONE.fullmatch(text)):
                yield _proposal(match.start(), match.end(), mark)
    yield from _halves(text)


def _demanded(text: str) -> Iterator[Proposal]:
    """“要达到百分之几” of a line, where no share is spoken of before."""
    for pattern, meaning in ((_DEMANDED, Asked(Field.INDICATOR)), (_OF_A_RATE, Mark.HOW_MUCH)):
        for match in pattern.finditer(text):
            if "占" not in text[: match.start()]:
                yield _proposal(match.start(), match.end(), meaning)


def _halves(text: str) -> Iterator[Proposal]:
    """“占一半以上吗”, “少了一半”: behind a word for a share, or for a change."""
    for pattern in (_HALF, _MORE_THAN_HALF, _RATE_CLAIMED):
        for match in pattern.finditer(text):
            before = text[: match.start()]
            if "占" in before or _BEFORE_HALF.search(before) or _TAKEN.search(before):
                yield _proposal(match.start(), match.end(), Mark.PER_CENT)


_TAKEN = Pattern("(?:(?:拿|分|划)(?:走|去)|吃掉)了?(?:差不多|将近|快)?$")


def _is_rate(match: re.Match[str], text: str) -> bool:
    """Whether a part or a growth is meant: “比例” alone is also what names of lines are made of, and “几个点” may be places."""
    before = text[: match.start()]
    if match[0].endswith("个点"):
        return _MOVES.search(before) is not None
    return match[0] not in ("比例", "百分比", "百分率") or "占" in before


_MOVES = Pattern("[占涨增升降跌减缩差]|[多少高低]了?$")


def _proposal(start: int, end: int, meaning: Meaning) -> Proposal:
    return Proposal(start, end, "shares", meaning, (end - start) * 1.3)
