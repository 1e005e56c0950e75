"""Where money comes from, as people ask for it: 钱从哪儿出, 哪儿来的钱, 谁掏的钱, 用的啥资金, 资金渠道."""

from collections.abc import Iterator

from bot.language.meanings import Asked, Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from store.plan import Field

_MONEY = r"(?:资金|经费|钱|款项?|预算|这钱|这笔钱)"
_WHERE = (
    r"(?:哪里头?|哪儿|哪块儿?|哪个?(?:口子|渠道|地方|科目|盘子|口|账上?)|哪边|哪|何处|啥地方|什么地方|什么渠道|啥渠道|么子地方)"
)
_COMES = r"(?:出来的?|出的?|来的?|开支|列支|支出|支付|走的?|拿的?|安排的?|解决的?|拨的?|掏的?|下来的?|筹的?|给的?)"
_END = r"(?=$|\W|[啊呀呢嘛哦噻哟吗来滴撒咧])"
_PATTERNS = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_MONEY}(?:是|都|都是|主要|到底|究竟)*+(?:从|打|自|由|在|靠|走)?{_WHERE}{_COMES}的?{_END}",
        rf"{_MONEY}(?:是|都|都是)*+走(?:的)?(?:是)?{_WHERE}(?:走|的)?{_END}",
        rf"{_MONEY}(?:是|都|都是|主要|到底|究竟)*+(?:从何而来|何来|哪块的|哪里的|哪儿的|哪个口子的|什么来路|啥来路|什么来头|什么性质的钱){_END}",
        rf"(?:从|打|由|在)?{_WHERE}(?:出来?|来|拿|拨|安排|给|掏|弄|搞|列支)的?{_MONEY}{_END}",
        rf"(?:从|打|在){_WHERE}(?:出|列支|开支|解决){_END}",
        rf"(?:是)?(?:由)?(?:谁|哪级|哪一级|哪个部门|上面还是本级|哪家)(?:来)?(?:掏|出|拿|给|拨)的?(?:腰包|钱|资金|经费|款){_END}",
        rf"{_MONEY}(?:是|都|都是|主要)*+(?:由)?(?:谁|哪级|哪一级)(?:来)?(?:掏|出|拿|给|拨|负担|承担)的?{_END}",
        rf"(?:用|花|走|使|吃|动用)(?:的)?(?:是)?(?:什么|啥子|啥|哪种|哪类|哪样|哪块|哪里|哪笔|么子)(?:的)?(?:钱|资金|经费|款){_END}",
        rf"(?:是|属于)(?:(?:什么|啥)性质的|哪种|哪类)(?:资金|钱){_END}",
        # “钱都由哪几块凑起来的”, “资金分哪几部分”
        rf"{_MONEY}(?:是|都|主要|到底|究竟|一共)*+(?:由|从|靠|分|分成|分为)?(?:哪些?几?|几)(?:大)?(?:块|部分|个部分|个方面|笔|路)(?:钱|资金|来源)?(?:组成|构成|合成|加起来|凑(?:起来|成|齐|的|出来)?|拼(?:起来|成)?)?的?{_END}",
        rf"(?:资金|经费|筹资|钱)(?:的)?(?:渠道|来路|出处(?!在)|来历){_END}",
        # “的钱都是财政给的吗”: what else there is besides is asked as well
        r"(?:是不是|是否|算不算|到底|究竟)?(?:全都|全部都|全部|都|全|百分之百|100%|完全|统统|通通|纯|就)(?:是|由|靠|用|算|属于|来自|走)*(?:本级|[县区市镇旗省]里?|上级)?的?财政(?:局|上|里)?"
        r"(?:给|出|拨付?|拿|掏|安排|负担|承担|兜底|保障|支付|买单|下达|批|投入?|投的|资金|拨款|的钱|的款|款|钱)+(?:的|了|下来|下来的)*(?:钱|资金|款)?(?:吗|么|嘛|吧|不|没有?)*"
        + r"(?=$|\W|[啊呀呢哦])",
        rf"(?:除了|除)?财政(?:拨款|的钱|给的|资金)?(?:以外|之外|外)?(?:,|，)?(?:还有|有没有|有无)(?:没有|别的|其他的?|其它的?|另外的?)*(?:钱|资金|来源|渠道)(?:吗|么|没有?)?{_END}",
        r"(?:靠|用)(?:什么|啥|谁)(?:的)?(?:钱|资金)(?:来)?(?:办|干|做|搞|建|修|撑|维持)?" + _END,
    )
)

# “哪些项目财政拨款以外还有其他资金”: those that have such money, which is there beside 财政拨款 in any case
_BESIDES = Pattern(
    r"(?:除了|除)?财政(?:拨款|的钱|给的|资金)?(?:以外|之外|外)[,，]?(?=(?:还|也|又)?(?:有|用|带|含)了?(?:其[他它]的?资金|自筹|自有|单位资金|(?:上年)?结[转余]))"
)
_LISTED = Pattern(r"(?:哪些|哪几个|哪个|几个|多少个)(?:项目|单位)|的(?:项目|单位)")
_MORE_THAN_ALL = 3.0  # a character: what is read as one question for the kinds of money is longer


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask for the kinds of money, and what the form says of their source."""
    for match in _BESIDES.finditer(said.text) if _LISTED.search(said.text) else ():
        yield Proposal(match.start(), match.end(), "origins.besides", Mark.FILLER, _MORE_THAN_ALL * len(match[0]))
    for pattern in _PATTERNS:
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "origins", Asked(Field.FUNDING), 1.4 * len(match[0]))
