"""Words that are looked for in what the forms say: “涉及压路机”, “目标里写了桥面铺装”, “名字里带养护”, “跟桥梁有关的”."""

import re
from collections.abc import Iterator

from bot.language.meanings import Proposal, TextSaid, Utterance
from bot.language.patterns import Pattern
from store.plan import Part

_TEXT = r"[“\"'「『《]?(?P<text>(?:[“\"][^”\"]{1,10}[”\"])?[^，。？！,?!;；:：\s“”\"'「」『』《》]{1,20}?)[”\"'」』》]?"
_CHARACTERS = (
    r"(?:(?:这|那)?[一两俩二三仨四五六几]?个?(?:字样?|词|关键词)|[这那]?[一几两]?句话|[这那]种(?:写法|值|数)?的?|[这那]样的)"
)
_WORKS = "(?:工程(?=有|$))?"  # where projects are called so
# What may stand behind the text; none of it is part of it.
_END = (
    rf"(?:{_CHARACTERS})?"
    r"(?=(?:的|了|过)?(?:[那这]一?[个项期批笔段条]|[是有]?哪|都?有哪|有几|有多少|有没有|有吗|吗|呢|(?<!什)么|没有?$|项目|单位|目标|指标|表|一共|总共|合计|多少|$|[，。？！,?!;；\s]))"
)
_PLACE = r"(?P<place>项目名称?|名字|名称|名|年度目标|中期目标|绩效目标|目标|绩效指标|指标)"
_IN = r"(?:当?中|里面?|上|内容)"
_WHETHER = r"(?:都)?(?:有没有|是否|是不是|有)?"
_SAYS = r"(?:涉及到?|提到|提及|说到|讲到|谈到|写到|写了|写着|写有|写的(?:是)?|承诺|考核|出现过?|带有|含有|包含|包括)(?:了|过|着)?"
_HAS = r"(?:有|带|含|带着)"

_PATTERNS = (
    Pattern(_PLACE + f"{_IN}?" + _WHETHER + _SAYS + _TEXT + _END),
    Pattern(_PLACE + f"{_IN}" + _WHETHER + _HAS + _TEXT + _END),
    Pattern(r"(?P<place>项目名称?|名字|名称|名)" + _WHETHER + _HAS + _TEXT + _END),
    Pattern(rf"(?:(?<=项目)|(?<=表)|(?<=文件)){_IN}{_WHETHER}(?:{_HAS}|写的是)" + _TEXT + _END),
    Pattern(rf"(?:(?<=项目)|(?<=表)|(?<=文件)){_IN}?{_WHETHER}{_SAYS}" + _TEXT + _END),
    Pattern(r"(?<=[哪个些项]项目)(?:是)?[带含](?:有|着)?" + _TEXT + r"(?=的(?:\W|$))"),  # “哪个项目带电梯的”
    Pattern(
        r"(?:^|(?<=年)|(?<=年的))(?P<place>带)(?![动头来领队薪教有着了]|[^的]{0,6}(?:目标|指标|结转|资金|拨款|自筹))"
        + _TEXT
        + r"(?:字样?|二字|两个?字)?的(?=项目)"
    ),  # “带补助的项目有哪些”
    Pattern(_WHETHER + r"(?:涉及到?|提到|提及|说到|讲到|谈到|写到|写有)(?:了|过)?" + _TEXT + _END),
    Pattern(
        rf"(?P<place>带有?|含有?|叫)[“\"「](?P<text>[^”\"」]{{1,20}})[”\"」](?:{_CHARACTERS})?的?{_WORKS}(?=(?P<behind>目标|指标)|项目|有|$)"
    ),
    Pattern(
        rf"(?P<place>带|含)(?P<text>[^，。？！,?!\s的“”\"「」]{{1,12}}?)(?:{_CHARACTERS})的?{_WORKS}(?=(?P<behind>目标|指标)|项目|有|$)"
    ),
    Pattern(
        r"(?:有没有|有无|哪个|哪些|哪份|哪张|哪几个)(?:项目|单位|表|目标|指标)?(?:里面?|中)?(?:是|有)?(?:说|讲|提)(?:的是|到|起|了|过)*(?!了|到)"
        + _TEXT
        + _END
    ),
    Pattern(
        r"[“\"「『](?P<text>[^”\"」』]{1,20})[”\"」』](?:这?几个字|这个词)?(?:是)?(?:写|出现|提|说)?在哪(?:个|些|几个)?(?:项目|单位|表)?的?"
        r"(?P<place>年度目标|中期目标|目标|指标|名字|名称)?(?:里面?|中)?"
    ),
    Pattern(
        r"(?<!绩效)(?:考核|要求)(?:的是|了)?(?P<text>[“\"][^”\"]{1,10}[”\"][^，。？！,?!;；:：\s“”\"的]{0,8})(?=的)"
    ),  # 考核“0起”事故的
    Pattern(rf"(?:有|出现)[“\"「『](?P<text>[^”\"」』]{{1,20}})[”\"」』]{_CHARACTERS}"),
    Pattern(
        r"(?:有没有|有无|有哪些|哪些是|(?<!没)有什么)(?:跟|和|与|同)?+" + _TEXT + r"(?:相关|有关)的?(?=项目|[吗呢]|\W|$)"
    ),  # “有没有老年人相关的”
    Pattern(r"(?:跟|和|与|同)" + _TEXT + r"(?:有关系?|相关|沾边|挂钩)的?"),
)
_QUOTES = Pattern('[“”"]')  # of a word within the text: “三无”船舶
_QUESTION = Pattern(r"^(?:什|啥|多少|第?几|哪|怎|的|没|不|吗|呢|有没有)|(?:什么|多少|哪些|几个)$|^(?:它|他|这个|那个|字|名)$")
# Fields, units and years are asked for, and not looked for in the text: “涉及上年结转的”, “提到财政局的”.
_ASKED = Pattern(
    r"^(?:清楚|明白|错|清|钱|上年结转|结转|其他资金|财政拨款|财政资金|资金|经费|金额|预算|量化|定性|问题|错|变化|变动)|"
    r"(?:指标|单位|下属|所属|问题|局|委|办|所|院|校|中心|镇|乡|街道|政府|公司|系统|部门|\d年|去年|今年)$|^(?:项目|目标|满意度|年度|钱|数)$|"
    r"^(?:百分之|\d+(?:\.\d+)?%)|"
    r"(?:对得?上|对不上|一致|一样|相符|相等|吻合)(?:吗|么|不|没有?|的)*$"
)
_WITHIN = (("指标", Part.INDICATORS), ("目标", Part.GOALS))


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that say what is to stand in the form; they hold the words themselves, which are no names then."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(said.text):
            text, within = _QUOTES.sub("", match["text"].strip()), _within(match)
            literal = within == (Part.NAME,) or said.text[match.start("text") - 1] in "“\"'「『《"
            if not _QUESTION.search(text) and (literal or not _ASKED.search(text)):
                yield Proposal(match.start(), match.end(), "searching", TextSaid(text, within), _value(match))


def _within(match: re.Match[str]) -> tuple[Part, ...]:
    """The part of the form that is named; any, where none is."""
    named = match.groupdict()
    place = named.get("behind") or named.get("place")
    if place is None:
        return ()
    return next(((part,) for word, part in _WITHIN if place.endswith(word)), (Part.NAME,))


def _value(match: re.Match[str]) -> float:
    """More than the names that the words hold are worth: 名字里带检测 is not 桥梁检测."""
    return 1.6 * (match.end() - match.start())
