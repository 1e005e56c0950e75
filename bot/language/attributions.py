"""Who states a figure that is to be checked: 报告里写…, 材料说…, 他们报的….  It limits nothing where an amount follows."""

from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern

_WHERE = "报告|材料|稿子|讲话稿|发言稿|草稿|初稿|汇报|汇报稿|总结|简报|方案|通知|文件|批复|公示表?|公开表|清单|预算书|台账|报表|表格|ppt|微信|群里|网上|新闻|报纸"
_WHO = "他们?|她们?|人家|对方|下面|单位|科室|科里|局里|镇里|乡里|会计|出纳|同事|领导|科长|局长|镇长|主任|股长|书记|老师|有人|别人|大家|我们?|你们?|审计"
_ONE = r"(?:个|份)?"
_STATED = Pattern(
    rf"(?:(?:这|那|我的?|我们的?|他们的?|你们的?){_ONE})?(?:(?:{_WHERE})(?:里头|里面|里|上面|上|中)?|(?:{_WHO}))(?:都|又|刚|刚才|之前|上次|给我)*"
    r"(?:写|说|讲|报|填|提|列|标|印|登|算)(?:的|了|着|过)?(?:是|到|成)?(?=.*[\d一二三四五六七八九十百千万亿])"
)
_CHECK = Pattern(
    r"(?:你?(?:帮我?|给我?|替我))?(?:再)?(?:核对?|核实|查核|核查|对)(?:一[核对]|一?下|下子)(?:数|吧|呗)?|帮我?(?:核|对)(?!\w)"
)
_VALUE = 1.4


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that say whose figure it is, and that it be checked."""
    for pattern in (_STATED, _CHECK):
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "attributions", Mark.FILLER, (match.end() - match.start()) * _VALUE)
