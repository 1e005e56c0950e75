"""Where a figure stands, as people order it: 注明出自哪张表, 附上出处, 表号多少, 有依据吗; beside a question it asks for nothing more."""

from collections.abc import Iterator

from bot.language.meanings import Asked, Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from store.plan import Field

RULE = "references"
_PLEASE = r"(?:一并|务必|另外|同时|帮我|并且|必须|最好|烦请|给我|记得|需要|顺便|顺带|麻烦|也|你|再|将|并|得|把|要|请|都|需)*+"
_NOTE = r"(?:注明|标明|标注|标出|标上|注上|注出|附上|附带|附|写明|写上|写清楚?|列明|说明|交代|告知|指明|点明|带上|加上|备注|注释|引用|援引)"
_GIVE = r"(?:给出|给个|给一下|给|提供|列出|列一下|报一下|报|说一下|说|讲|发)"
_SURE = r"(?:来源文件|文件来源|数据来源|数据的来源|资料来源|数字来源|数的来源|原文出处|出处|表号|表格?编号|表序号|表的编号|页码|页数|第几页|文件名称?|文件名|哪份文件|第几张表|第几行|行号)"
_LESS_SURE = r"(?:来源|依据|根据|文件|表格|表|单元格|原文)"
_MORE = rf"(?:(?:和|及|与|、|以及|跟|还有|,|，)(?:在)?(?:{_SURE}|{_LESS_SURE}))*+"
_BEFORE = r"(?:一下|清楚|清|个|出|上|来|数据|具体|相应|对应|相关|这|该|它|数|的){0,4}"
_END = r"(?:给我|一下|来|清楚|出来|吧|呗|啊|哈|好吗|行吗)*+(?=$|\W)"
_NOUN = Pattern(
    rf"(?:那|那么|这个数?|这|它)?(?:的)?(?:(?:有没有|有无|有|没有?)?{_SURE}{_MORE}|(?:有没有|有无|有)(?:什么|啥)?(?:依据|来源|出处|根据)|依据|根据)"
    r"(?:是|在|为)?(?:多少|什么|啥|哪个?|几|哪里|哪儿)?(?:呢|吗|么|没有?|啊)*+(?=$|\W)"
)
_ORDERED = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_PLEASE}{_NOTE}{_BEFORE}(?:{_SURE}|{_LESS_SURE}){_MORE}{_END}",
        rf"{_PLEASE}{_GIVE}{_BEFORE}{_SURE}{_MORE}{_END}",
        rf"{_PLEASE}(?:{_SURE}|来源|依据){_MORE}(?:也|都|要|给我|请|一并)*+{_NOTE}{_END}",
    )
)
_ASKS = Pattern("多少|几|哪|什么|啥|是否|吗|怎么|谁|比|一共|合计|总共|预算|金额|目标|指标|满意度")
# “520万你从哪份文件看来的”
_READ_FROM = Pattern(
    r"(?:你们?|您)?(?:是|都是)?(?:从|打|在|依据|根据|按照?)(?:的是|的)?(?:哪|什么|啥)一?(?:[份个张本]|几[份个张])?(?:文件|表格?|资料|材料|地方|[里儿])?(?:里面?|里头|上面?)?"
    r"(?:看|查|找|得|取|抄|摘|读|翻|引)(?:到|来|出来?|得|过来)*的?(?:数字?|数据)?(?=[啊呀呢吗]*\W*$)"
)
_VALUE = 1.4


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask for the document and the table; beside another question a reply names them anyway."""
    for pattern in _ORDERED:
        for match in pattern.finditer(said.text):
            if match.end() > match.start():
                rest = said.text[: match.start()] + said.text[match.end() :]
                meaning = Mark.FILLER if _ASKS.search(rest) else Asked(Field.DOCUMENT)
                yield Proposal(match.start(), match.end(), RULE, meaning, (match.end() - match.start()) * _VALUE)
    for match in _READ_FROM.finditer(said.text):
        yield Proposal(match.start(), match.end(), RULE, Asked(Field.DOCUMENT), (match.end() - match.start()) * _VALUE)
    alone = _NOUN.fullmatch(said.text.rstrip("?。! "))
    if alone:
        yield Proposal(alone.start(), alone.end(), RULE, Asked(Field.DOCUMENT), (alone.end() - alone.start()) * _VALUE)
