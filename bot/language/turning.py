"""Words that turn to something else: “换评审中心”, “改看去年”, “回到保洁”, “先看前年”; they limit nothing.

What a name begins with (换届经费, 改水项目) wins by its length.
"""

from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern

_START = r"(?:(?<=^)|(?<=[\s,，。.!！?？:：;；~…、])|(?<=等等)|(?<=等下))"
_SAY = r"(?:看看|看|查查|查|问|说|报|讲|算|聊)(?:一下|下)?"
_BEFORE = r"(?:那就|那|就|再|还是|先|咱们?|我们|给我|帮我|不如|干脆|现在|好|行){0,3}"
_TURN = Pattern(
    rf"{_START}{_BEFORE}(?:"
    rf"(?:换成|换到|换作|换做|换个|换一个|换一下|换|改成|改到|改|转到|转向|转|切换到|切换成|切到|跳到|跳回|回到|说回|再说回|回头|返回|轮到|接下来|接着|下面)(?:{_SAY})?"
    rf"|(?:先|改|再|还是|重新|另外)(?:{_SAY}))(?=\w)"
)
_OTHER_SUBJECT = Pattern(
    rf"{_START}{_BEFORE}(?:换个?|换一个|另一?个?)(?:话题|问题|事儿?|单位|项目|镇|局|年份)(?:吧|了|啊|问)?(?=\W|$)"
)

# “先不看这个，看财政局的”, “等下，”
_LEFT = Pattern(
    rf"{_START}(?:先|那)?(?:不看|不管|不说|不问|不查|不谈|别管|别看)(?:这个|那个|它|这些|这|那)(?:了|吧)?(?=\W|$)"
    rf"|{_START}(?:等一?下|等等|等会儿?|稍等|慢着|且慢|打住|停一下|停)(?:哈|啊|吧)?(?=\W|$|[先再换改])"
)

# “看财政局的”, “给我看工作经费”; 看守所 and 查验费 begin otherwise
_LOOK = Pattern(
    rf"{_START}(?:给我|帮我|给我们|我要|我想|想|请|那|就|再|还)?(?:看(?![守护台病板望法点重好齐起见])|查(?![验处询看找封扣勘出账实补])|问(?![题卷责诊询效]))(?=\w)"
)

# “把超过100万的项目报给我”
_TO_ME = Pattern(
    r"(?:报|发|列|讲|念|说|写|整理|统计|汇总|拿|传|交|告诉|调)(?:一下|出来|好了?)?给(?:我们?|咱们?|俺|领导|局长|主任)(?:看看?|听听?)?(?=\W|$)"
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that say that something else is meant now; what is named behind them says what."""
    for match in (*_TURN.finditer(said.text), *_LOOK.finditer(said.text)):
        yield Proposal(match.start(), match.end(), "turning", Mark.FILLER, (match.end() - match.start()) * _VALUE)
    for match in (*_OTHER_SUBJECT.finditer(said.text), *_LEFT.finditer(said.text), *_TO_ME.finditer(said.text)):
        yield Proposal(match.start(), match.end(), "turning", Mark.FILLER, (match.end() - match.start()) * _LEAVING)


_LEAVING = 1.5  # “不看这个” leaves nothing out of what is asked now
_VALUE = 1.02  # hardly more than its characters: a name that begins so is longer
