"""What a unit pays itself (自己出的、自己掏的、自掏腰包、自行配套): 其他资金 of the form, as 自筹 and 单位资金 are.

Not of a county or a town: forms do not divide money by levels.
"""

from collections.abc import Iterator

from bot.language.meanings import Asked, Proposal, Utterance
from bot.language.patterns import Pattern
from store.model import FundingKind
from store.plan import Field

RULE = "own_money"
_LEVEL = r"(?<![省市县区旗州盟镇乡村级央政方])(?<![省市县区旗州盟镇乡村][里上])(?<!地方)(?<!本级)"
_WHOSE = r"(?:(?:他们|她们|人家|你们|本单位|单位|学校|医院|企业|公司|院里|校里|所里|局里|站里|馆里|中心)(?:的)?)?"
_SELF = r"(?:自己个儿?|自己家?|自个儿?|自家|自行|自主)"
_PAYS = r"(?:出|掏|拿|筹措|筹集|筹|凑|承担|负担|解决|配套|贴|垫付|垫|投入|投|想办法弄|想办法|补齐|补足|安排|支付|付)"
_AUX = r"(?:来|再|又|还|另外|得|要|能|需要|需|应|应该|该|去|给)*+"
_MONEY = r"(?:的)?(?:那|这)?(?:部分|一部分|块儿?|份儿?|一块|些|笔)?(?:的)?(?:其[他它]的?)?(?:腰包)?(?:资金|钱|经费|款项?|投入|部分)?(?:有|是|得|要|要出|给)?(?:多少钱?|几个钱|几万)?"
_PATTERNS = (
    Pattern(
        rf"{_LEVEL}{_WHOSE}{_SELF}{_AUX}{_PAYS}(?:了|过|得|进去|出来)?{_MONEY}(?=$|\W|[呢吗啊呀占买建修购盖搞]|的(?:$|\W|呢|有|是|钱|资金|部分|那|多少))"
    ),
    Pattern(
        rf"{_LEVEL}{_WHOSE}(?:自掏腰包|自己腰包|自有的?(?:资金|钱|财力)|自己的?(?:钱|资金)(?!够)|自付|自出|自凑|自行筹措)(?:的)?(?:部分|钱|资金|那块)?(?:有|是|出)?(?:多少钱?|几个钱)?(?=$|\W|[呢吗啊呀占买建修购盖搞]|的(?:$|\W|呢|有|是|钱|资金|部分|那|多少))"
    ),
)
_VALUE = 1.35


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask for the unit's own money."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(said.text):
            yield Proposal(
                match.start(), match.end(), RULE, Asked(Field.AMOUNT, FundingKind.OTHER), (match.end() - match.start()) * _VALUE
            )
