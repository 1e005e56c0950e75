"""Where words stand, as people ask it: “…写在哪个目标里”, 哪个项目的目标是…, 有没有讲…的, 来源是…的项目, 几个属于延续的."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bot.language.meanings import Asked, Proposal, TextSaid, Utterance
from bot.language.patterns import Pattern
from store.plan import Field, Part

_TEXT = r"[“\"'「『《]?(?P<text>[^，。？！,?!;；:：“”\"'「」『』《》\s]{2,24}?)[”\"'」』》]?"
_QUOTED = r"[“\"「『](?P<text>[^”\"」』]{1,24})[”\"」』]"
_WHICH = r"(?:哪个|哪些|哪几个|哪一个|哪家|什么|啥|哪张|哪份)(?:单位|部门|局|镇|乡|街道)?(?:的)?"
_PLACE = r"(?P<place>项目名称?|名字|名称|年度目标|中期目标|总体目标|绩效目标|目标|绩效指标|三级指标|指标值?)"
_SAYS = r"(?:写|说|讲|提|谈|涉及|提及|包含|包括)(?:的是|的|到|过|了|着|有|起)*"
_END = r"(?=的?(?:项目|单位|表|目标|指标|内容)?(?:有?哪|有几|有多少|有没有|有吗|吗|呢|没有?$|是哪|是什么|$|[，。？！,?!;；\s]))"

_PATTERNS = (
    # “铺装”写在哪个目标里
    Pattern(
        rf"{_TEXT}(?:这句话?|这话|这个词|这几个字|几个字|这一条|这条|这个)?(?:是)?(?:都)?(?:写|出现|提|放|列|落|体现)(?:在|到|于)(?:了)?{_WHICH}(?:项目|表)(?:的)?(?:{_PLACE})?(?:里面?|中|上|当中)?(?:的|了|过)?"
    ),
    Pattern(
        rf"{_TEXT}(?:这句话?|这话|这个词|几个字|这一条|这条)?(?:是|属于){_WHICH}项目(?:的|里的?|里面的?|表里的?)*{_PLACE}(?:里|中)?(?:的|写的|提的|说的)?"
    ),
    Pattern(rf"{_TEXT}(?:这句话?|这话|这个词|几个字)?(?:是)?在{_WHICH}项目(?:的)?{_PLACE}?(?:里面?|中|上)"),
    # 哪个项目的目标是…, 目标是…的是哪个项目
    Pattern(
        rf"(?:{_WHICH}(?:项目)?(?:的)?){_PLACE}(?:里面?|中|上)?(?:是|为|叫|写的是|说的是|讲的是|定的是|要求|要){_TEXT}(?:的)?(?:项目)?(?:呢|啊|呀)?$"
    ),
    Pattern(rf"{_PLACE}(?:里面?|中|上)?(?:是|为|写的是|说的是|讲的是|写着|写成|定的是){_TEXT}的?(?=(?:是)?{_WHICH}|(?:的)?项目)"),
    # 有没有讲…的
    Pattern(
        rf"(?:(?<!没)有没有|有无|(?<!没)有(?=哪))(?:{_WHICH})?(?:项目|表|目标|指标)?(?:里面?|中)?(?:{_SAYS}|关于){_TEXT}(?:的)?(?:项目|目标|表|内容)?(?:吗|么|没有|没)?$"
    ),
    Pattern(rf"(?:有没有|有无)(?:关于|涉及){_TEXT}(?:方面)?的(?:项目|目标|内容|表)"),
    Pattern(rf"(?:哪里|哪儿|哪个地方|哪)(?:{_SAYS}|有写|有提){_TEXT}{_END}"),
)
_QUOTES = (
    Pattern(rf"{_WHICH}(?:项目)?(?:的)?(?:{_PLACE})?(?:里面?|中|上)?(?:有没有|有)?{_SAYS}{_QUOTED}"),
    Pattern(rf"{_QUOTED}(?:的)?是{_WHICH}项目(?:的|里的|写的|提的)?$"),
)
_LIKE_SOURCES = r"(?:上级|中央|国家|省级?|市级?|县级?|区级?|旗级?|本级|地方|财政|其他|部门|单位|专项|一般|政府|直达|债券)"
_FACTS = (
    Pattern(
        r"(?:项目)?(?:资金)?来源(?:一?栏)?(?:里|上)?(?:是|为|属于|(?:写|填|标)(?:的是|着|成)?(?![了没过]))[“\"「]?(?P<text>[^，。？！,?!;；\s“”\"「」]{2,12}?)[”\"」]?(?:的)?(?:里[面头]?|当中|中)?(?=(?:的)?(?:项目|今年|去年|前年|\d{4}年|最|谁|有?哪|有几|有多少|一共|总共|合计|都有|$|[，。？！,?!\s]))"
    ),
    Pattern(
        r"(?:项目)?(?:属性|性质|类型|类别)(?:是|为|属于|写的是|填的是)[“\"「]?(?P<text>[^，。？！,?!;；\s“”\"「」]{2,6}?)[”\"」]?(?:的)?(?:里[面头]?|当中|中)?(?=(?:的)?(?:项目|今年|去年|前年|\d{4}年|最|谁|有?哪|有几|有多少|一共|都有|$|[，。？！,?!\s]))"
    ),
    Pattern(
        r"(?:(?<=几个)|(?<=多少个)|(?<=哪些)|(?<=哪几个)|(?<=哪个))(?:项目)?(?:是|属于)?(?P<text>一次性|常年|经常性|延续|新增|持续|阶段性)(?:性|类)?(?:的)(?:项目)?(?!\w)"
    ),
)
# 上级补助的项目有哪些; 政府采购生活补助项目 may be one that is called so
_CALLED_LIKE_A_SOURCE = Pattern(
    rf"(?:用|使用|属于|是|花)?(?:的)?(?P<text>{_LIKE_SOURCES}[^，。？！,?!;；\s的是用]{{0,4}}(?:转移支付|补助资金|直达资金|预算安排|补助|直达|专项资金|配套资金|债券资金))(?:的)?(?=项目|(?:有)?(?:哪些|几个|多少个|哪几个)(?!钱))"
)
_QUESTION = Pattern(
    r"还是|[吗么]$|^(?:什|啥|多少|几|哪|怎|的|没|不|吗|呢|有|谁|问题|毛病|错)|(?:什么|多少|哪些|几个|谁)$|^(?:它|他|这个|那个|字|名|钱|经费|资金|预算|金额|项目|目标|这|那|都|一共|多少)$|哪|多少|^(?:主要|都|是)*(?:多|少|增加?|减少?|涨|降)了?$"
)
_AMOUNT = Pattern(r"^\d[\d,]*(?:\.\d+)?(?:万元?|元)?[这那]个(?:数|金额)")  # “18.5这个数出现在哪个项目”
_FIELDS = Pattern(r"^(?:上年结转|结转|其他资金|财政拨款|财政资金)$|(?:量化|定性)$")
# “哪个项目要求8月底前完工”: no field of it is asked for, but which has the day
_WHICH_DEMANDS = Pattern(
    r"(?:哪(?:一?个|些|几个)|什么|啥)项目(?:里面?|表里)?(?:要求|规定|约定|计划|打算|预计|承诺|明确|安排|定的?是|说好|写明|注明)(?:了|是|在|要|得|必须)*"
    r"(?=\d|[一二三四五六七八九十]{1,2}月|今年|明年|年底|年内|月底|[上下]半年|元旦|春节|汛期|开学)"
)
_WITHIN = (("指标", Part.INDICATORS), ("指标值", Part.INDICATORS), ("目标", Part.GOALS))


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask in which form words stand."""
    yield from _of_facts(said)
    for match in _WHICH_DEMANDS.finditer(said.text):
        yield Proposal(match.start(), match.end(), "whereabouts.which", Asked(Field.PROJECT), 1.5 * len(match[0]))
    for pattern in _PATTERNS:
        for match in pattern.finditer(said.text):
            text = match["text"].strip()
            if not _QUESTION.search(text) and not (_FIELDS.search(text) or _AMOUNT.search(text)):
                yield _proposal(match, text, _within(match))
    for pattern in _QUOTES:
        for match in pattern.finditer(said.text):
            yield replace(_proposal(match, match["text"].strip(), _within(match)), value=1.0 * (match.end() - match.start()))


def _of_facts(said: Utterance) -> Iterator[Proposal]:
    """Sources, attributes and the like."""
    for pattern in _FACTS:
        for match in pattern.finditer(said.text):
            if not _QUESTION.search(match["text"]):
                yield _proposal(match, match["text"], (Part.FACTS,))
    for match in _CALLED_LIKE_A_SOURCE.finditer(said.text):
        value = _LESS_THAN_A_NAME * (match.end() - match.start())
        yield replace(_proposal(match, match["text"], (Part.FACTS,)), value=value)


def _proposal(match: re.Match[str], text: str, within: tuple[Part, ...]) -> Proposal:
    return Proposal(match.start(), match.end(), WHEREABOUTS, TextSaid(text, within), _VALUE * (match.end() - match.start()))


WHEREABOUTS = "whereabouts"
"""The rule of words that are looked for in what forms say."""
_VALUE = 1.6  # more than the names that the words hold are worth
_LESS_THAN_A_NAME = 0.98  # that says all of the words


def _within(match: re.Match[str]) -> tuple[Part, ...]:
    place = match.groupdict().get("place")
    if not place:
        return ()
    return next(((part,) for word, part in _WITHIN if place.endswith(word)), (Part.NAME,))
