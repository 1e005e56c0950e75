"""Kinds of money by other words than the form's: 其他 and 财政 in short beside another kind, and what a unit pays itself.

“除了结转和其他”, “财政、结转、其他各多少” name 其他资金 and 财政拨款.  自己出的, 自掏腰包, 自行配套 are 其他资金 of the form, as 自筹 and
单位资金 are; not of a county or a town, as forms do not divide money by levels.
"""

from collections.abc import Iterator

from bot.language.amounts import AMOUNT
from bot.language.comparisons import BEFORE
from bot.language.meanings import Asked, Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from store.model import FundingKind
from store.plan import Field

_AND = r"(?:的|资金)*(?:\s*[、/+]\s*|和|与|跟|及|以及|还有|加上?|连同?|算上|或者?)(?:是)?"
_BESIDE = rf"(?:{_AND}|(?:的|资金)*[比同])"  # “财政比结转多多少”
_OF_MONEY = r"(?:结转|结余|拨款|自筹|财政)"
_OTHER = r"其[他它](?:的)?(?:资金|钱|来源)?"
# What others are meant where a thing or a person stands behind it: 其他项目, 其他单位
_NOT_MONEY = (
    r"(?!的?(?:项|单位|部门|乡|镇|街道|学校|县|区|市|旗|局|家|年|人|事|几|那|这|指标|目标|科目|费用|工程|经费|镇街|方面|地方))"
)
_OF_NO_LEVEL = r"(?:(?<=[各每][乡镇])|(?<=各乡镇)|(?<![市县区乡镇省厅]))"  # 镇财政 is an office, and 各镇财政 money
_BEHIND = Pattern(rf"{_OF_MONEY}{_BESIDE}(?P<said>{_OTHER}){_NOT_MONEY}")
_BEFORE = Pattern(rf"(?P<said>{_OTHER}){_AND}(?:上年|去年)?{_OF_MONEY}")
_LEFT_OUT = Pattern(
    rf"(?:除了|除去|除开|不含|不包括|不算|扣除|扣掉|扣去|减去|去掉|剔除|刨去|刨除)(?P<said>{_OTHER})(?=(?:还|一共|总共|是|有|剩|以外|之外)*(?:多少|几|[?？]|$))"
)
_FISCAL = Pattern(rf"{_OF_NO_LEVEL}(?P<said>财政(?:的钱|的)?){_BESIDE}(?:上年|去年)?(?:结转|结余|其[他它]|自有|自筹){_NOT_MONEY}")
# “财政40万以上、结转10万以上”: with a limit of its own beside another kind
_LIMIT = rf"(?=(?:都|在|是|有)*(?:{'|'.join(BEFORE)})?\s*{AMOUNT})"
_ANOTHER = r"(?:结转|结余|其[他它]资金|自筹|自有资金)"
_FISCAL_LIMITED = (
    Pattern(rf"{_OF_NO_LEVEL}(?P<said>财政(?:的钱|的|出的?|上)?){_LIMIT}[^?。]*?{_ANOTHER}"),
    Pattern(rf"{_ANOTHER}[^?。]*?{_OF_NO_LEVEL}(?P<said>财政(?:的钱|的|出的?|上)?){_LIMIT}"),
)
# “财政的呢”; where a unit is called so, it is meant
_FISCAL_ALONE = Pattern(
    r"^\W*(?:那|那么)?(?P<said>(?:财政|公家|国家)(?:上)?(?:出的?|给的?|拨的?|安排的?|的)(?:钱|资金|那份|那部分|那块|部分)?)(?:呢|是|有|多少|几个?钱|\W)*$"
)
# “财政呢” after another kind of money, where it is no unit
_FISCAL_TOO = Pattern(r"^\W*(?:那|那么)?(?P<said>财政(?:上|的)?)(?=(?:呢|又|是|有|占|多少|几成|\W)*$)")
# “路面养护财政占几成”: of the money of what is named
_FISCAL_SHARE = Pattern(
    r"(?<=\w)(?<![市县区乡镇省厅])(?P<said>财政(?:出的?|给的?|上)?)(?=(?:那?部分|那份)?(?:占|占了|占到)(?:多少|几成|百分之几|多大比例|多大一块|几个点)[啊呢呀吗]?(?:\W|$))"
)
# “财政掏多少钱”, “有多少是财政拨的”: who gives, and not the unit of that name
_GIVES = r"(?:给|出|掏|拿|批|拨|兜|安排|负担|承担)"
_HOW_MUCH = r"(?:多少|好多|几多)"
_FISCAL_GIVEN = Pattern(
    rf"{_OF_NO_LEVEL}(?P<said>财政(?:上)?{_GIVES}(?:了|过)?{_HOW_MUCH}(?:钱|款|万元?)?|"
    rf"(?:有)?{_HOW_MUCH}(?:钱)?(?:是|由|靠)(?:靠|由)?财政(?:上)?{_GIVES}的(?:钱|款)?)(?=$|\W|[呢啊呀吗了嘛])"
)
# “结转 其他 财政各多少”: between signs alone, in a list of them of which it is asked how much
_SIGN, _KIND = r"\s*[、,，/\s]\s*", r"(?:(?:上年|去年)?结转|结余|财政|其[他它]|自筹|自有|总额)"
_IN_A_LIST = rf"(?=(?:资金|拨款)*(?:{_SIGN}{_KIND}(?:资金|拨款)*)*(?:各|分别|多少|都是多少|$))"
_MUCH = r"(?:是|有)*多少(?:钱)?"
_LISTED = (
    (Pattern(rf"{_KIND}(?:资金|拨款)*{_MUCH}(?:{_SIGN})?(?P<said>财政)(?={_MUCH})"), FundingKind.FISCAL),
    (Pattern(rf"{_OF_NO_LEVEL}(?P<said>财政)(?={_MUCH}(?:{_SIGN})?{_KIND})"), FundingKind.FISCAL),
    (Pattern(rf"{_KIND}(?:资金|拨款)*{_MUCH}(?:{_SIGN})?(?P<said>{_OTHER})(?={_MUCH})"), FundingKind.OTHER),
    (Pattern(rf"{_KIND}(?:资金|拨款)*{_SIGN}(?P<said>{_OTHER}){_NOT_MONEY}{_IN_A_LIST}"), FundingKind.OTHER),
    (Pattern(rf"{_KIND}(?:资金|拨款)*{_SIGN}(?P<said>财政(?:拨款|的钱|的)?){_NOT_MONEY}{_IN_A_LIST}"), FundingKind.FISCAL),
    (Pattern(rf"{_OF_NO_LEVEL}(?P<said>财政)(?={_SIGN}{_KIND}){_IN_A_LIST}"), FundingKind.FISCAL),
    (Pattern(rf"{_KIND}(?:资金|拨款)*(?:{_SIGN}|{_AND})(?P<said>自有)(?!资金){_NOT_MONEY}"), FundingKind.OTHER),
)
_LEVEL = r"(?<![省市县区旗州盟镇乡村级央政方])(?<![省市县区旗州盟镇乡村][里上])(?<!地方)(?<!本级)"
_WHOSE = r"(?:(?:他们|她们|人家|你们|本单位|单位|学校|医院|企业|公司|院里|校里|所里|局里|站里|馆里|中心)(?:的)?)?"
_SELF = r"(?:自己个儿?|自己家?|自个儿?|自家|自行|自主)"
_PAYS = r"(?:出|掏|拿|筹措|筹集|筹|凑|承担|负担|解决|配套|贴|垫付|垫|投入|投|想办法弄|想办法|补齐|补足|安排|支付|付)"
_AUX = r"(?:来|再|又|还|另外|得|要|能|需要|需|应|应该|该|去|给)*+"
_MONEY = r"(?:的)?(?:那|这)?(?:部分|一部分|块儿?|份儿?|一块|些|笔)?(?:的)?(?:其[他它]的?)?(?:腰包)?(?:资金|钱|经费|款项?|投入|部分)?(?:有|是|得|要|要出|给)?(?:多少钱?|几个钱|几万)?"
_OWN = (
    Pattern(
        rf"{_LEVEL}(?P<said>{_WHOSE}{_SELF}{_AUX}{_PAYS}(?:了|过|得|进去|出来)?{_MONEY}(?=$|\W|[呢吗啊呀占买建修购盖搞]|的(?:$|\W|呢|有|是|钱|资金|部分|那|多少)))"
    ),
    Pattern(
        rf"{_LEVEL}(?P<said>{_WHOSE}(?:自掏腰包|自己腰包|自有的?(?:资金|钱|财力)|自己的?(?:钱|资金)(?!够)|自付|自出|自凑|自行筹措)(?:的)?(?:部分|钱|资金|那块)?(?:有|是|出)?(?:多少钱?|几个钱)?(?=$|\W|[呢吗啊呀占买建修购盖搞]|的(?:$|\W|呢|有|是|钱|资金|部分|那|多少)))"
    ),
)
# “哪些钱是去年转过来的”
_LAST_YEAR = r"(?:从)?(?:去年|上年|上一年|往年)(?:度)?"
_CARRIED = Pattern(
    rf"(?P<said>{_LAST_YEAR}(?:没(?:花|用)(?:完|掉)的?[,，]?)?(?:结|挪|留|剩|滚)?(?:转|结|留|剩|滚)(?:过来|下来)(?:接着|继续)?[用花]?的?)"
)
# “财政、结转、其他三项合计”, “三个数报一下：总额、财政、自有”: how many kinds are named
_SO_MANY = r"这?[两二三四](?:个数字?|项|样|块|笔|类|种)(?:数|钱|资金)?"
_NUMBERED = (
    Pattern(rf"{_KIND}(?:资金|拨款)*[,，]?(?P<said>{_SO_MANY})(?=[合加一总共相各分都是报])"),
    Pattern(
        rf"(?P<said>{_SO_MANY}(?:[都也]?(?:报|给|说|列|发)(?:给我|我)?(?:一下|下|一报|来)?)?[:：,，\s]*)(?={_KIND}{_SIGN}{_KIND})"
    ),
)
RULE = "kinds_of_money"
_WORTH = 1.6  # more than 其他 is worth where it asks for what is left
_SAID = (
    *((pattern, FundingKind.OTHER, _WORTH) for pattern in (_BEHIND, _BEFORE, _LEFT_OUT)),
    *((pattern, FundingKind.OTHER, 1.35) for pattern in _OWN),
    *((pattern, kind, _WORTH) for pattern, kind in _LISTED),
    (_CARRIED, FundingKind.CARRYOVER, _WORTH),
    *((pattern, FundingKind.FISCAL, _WORTH) for pattern in (_FISCAL, _FISCAL_GIVEN, _FISCAL_SHARE, *_FISCAL_LIMITED)),
    (_FISCAL_ALONE, FundingKind.FISCAL, 0.95),
)


def propose_fiscal(said: Utterance) -> Iterator[Proposal]:
    """“财政呢”, where money of one kind was told."""
    for match in _FISCAL_TOO.finditer(said.text):
        yield Proposal(*match.span("said"), RULE, Asked(Field.AMOUNT, FundingKind.FISCAL), 2.0 * len(match["said"]))


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that name a kind of money, or say how many of them are named."""
    for pattern in _NUMBERED:
        for match in pattern.finditer(said.text):
            start, end = match.span("said")
            yield Proposal(start, end, RULE, Mark.FILLER, (end - start) * _WORTH)
    for pattern, kind, worth in _SAID:
        for match in pattern.finditer(said.text):
            start, end = match.span("said")
            yield Proposal(start, end, RULE, Asked(Field.AMOUNT, kind), (end - start) * worth)
