"""Whether money has come to whom it is for, and how much of it: 怎么还没到账, 到没到卡上, 啥时候打到卡上, 付了几成.  No table of targets tells it.

Beside it stands who is to see to it (你们管不管, 有没有人管), which asks for nothing.
"""

from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern

RULE, OF_SPENDING = "paying", "paying.spending"
_ARRIVED = r"(?:到[账帐]|到卡|到手|到位|进卡|进[账帐]|入[账帐]|入卡|上卡|打卡|下来)"
_PAID = (
    r"(?:发放|下发|发|给|打款|打钱|打|转[账帐]|转|收到|领到|领着|拿到|拿着|见到|见着|见|兑现|兑付|拨付|下拨|(?<!财政)拨款|拨款(?=[到下了])|拨(?!款)|支付|付款|付|结算|结[账帐]|结清|结|补发|审批|批|办下来|审下来|核下来|评下来|轮到|兑付)"
    r"(?:下来|下去|到手|到[账帐]|到位|到卡|完|清|齐)?(?:到?(?:我们?|咱们?|俺们?|老百姓|村民|个人|本人|他们?|她|人家)?(?:的)?(?:手里|手上|手|卡里|卡上|卡|[账帐]上|[账帐]户上?|存折上?))?"
)
_COMES = rf"(?:{_ARRIVED}|{_PAID})(?:给?(?:我们?|咱们?|俺们?|老百姓|村民|个人|他们?|她|人家))?(?:一分)?(?:钱|款)?"
_YET = r"(?:这都|都|到现在|到今天|到目前|至今|现在|目前|今年|一直|总|老|还|也|就|又|几个月|好几个月|大半年|半年)*+"
_ASKING = r"(?:怎么|咋|为什么|为啥|为何|凭什么|凭啥|啥原因|什么原因|咋回事)"
_STOP = r"(?=[了啊呀呢吗嘛么哦的呗啦]*(?:$|\W))"
_WHEN = r"(?:什么时候|啥时候|啥时|几时|何时|多会儿?|哪天|哪一天|几号|哪个月|几月份?|多久|还要多久|要等多久|得等多久)"
_PATTERNS = tuple(
    Pattern(pattern)
    for pattern in (
        rf"(?:{_ASKING})?{_YET}(?:没有?|不|未|木有|冇)(?:给(?:我们?|咱们?|人家)?|能|曾|见)?{_COMES}{_STOP}",
        rf"{_YET}(?:到没到(?:[账帐]|位|卡|手)?|发没发(?:下来|放)?|给没给|打没打(?:款|卡|钱)?|领没领到?|收没收到|下没下来|拨没拨(?:下来|付)?|付没付(?:款)?|结没结(?:清)?|兑没兑现)(?:到?(?:卡上|卡里|手上|手里|手))?{_STOP}",
        rf"(?:是不是|有没有|是否)?{_YET}{_COMES}(?:了)?(?:没有?|吗|么|嘛|不){_STOP}",
        rf"{_WHEN}(?:才|就|能|会|可以|可|给|要|得)*+(?:{_ARRIVED}|(?:发|打|转|拨|付|领|拿|给)(?:到手|下来|到?(?:我们?|咱们?|个人)?的?(?:卡上|卡里|[账帐]上|[账帐]户上?|手上|手里|存折)))(?:给?(?:我们?|咱们?))?{_STOP}",
    )
)
# “工程款付了几成”, “到位百分之多少”: a part of what was given, and no share of the budget
_PART_PAID = Pattern(
    r"(?:已经?|到底|究竟|目前|现在|实际)*(?:支付|拨付|兑付|结算|支出|到[位账帐]|下达|执行|(?<!财政)拨|(?<![交托应对])付|发放|结|花|用|支)(?:到|掉|出去?|下去|完)?[了过]?(?:大概|大约|差不多|有)?"
    r"(?:百分之(?:几|多少)|几分之几|几成|多少成|几个百分点)"
)
_SETTLED = Pattern(r"(?:结算|兑付|下达)了?(?:多少|几)(?:钱|万元?|款)?(?=\W|$|[啊呀呢])")
_WHO_SEES_TO_IT = Pattern(
    r"(?:你们?|您|政府|上面|上级|领导|局里|镇里|村里|财政|他们)(?:到底|究竟|还|都)*+(?:管不管|管没管|管一管|管管|管了?没有?|解决不解决|给个说法|给个交代|给解决一?下)(?:呢|啊|吗|呀|了|这事儿?|这个)*+"
    r"|(?:到底|究竟|还)*+(?:有没有|有|没|没有)(?:个)?人(?:来)?(?:管(?:一管|管|不管|没管)?|负责|解决|问)(?:呢|啊|吗|呀|了|一下|这事儿?|我们?)*+(?=$|\W)"
)
_LIMITS = Pattern("哪|多少|几个|几家")  # “哪些没发的” is a question about all of them
# “去年结余多少” asks what was not spent; 上年结余 is a kind of money
_LEFT_OVER = Pattern(r"(?:还|有)?(?<!上年)(?<!上年度)结余(?:了|下)?(?:多少|几|情况|没有|吗)(?:钱|万元?|元)?")
# “截至10月底支付进度”: of whatever day, no form tells it
_UP_TO = Pattern(
    r"(?:截[至止]到?|到)(?:了)?(?:(?:今年|去年|本年|20\d\d年)?\d{1,2}月(?:份)?(?:底|末|初|中旬|\d{1,2}[日号])?|目前|现在|今天|年底|季度末)(?:为止)?(?:的)?(?=[^,，。;；?？]{0,6}(?:支付|执行|支出|拨付|使用[率进]|花|结余|还剩))"
)
_MINE = Pattern(r"(?:^|(?<=\W))(?:我|俺|咱)(?:们)?(?:自己|个人|本人)?的(?=\w)")
_VALUE, _FILLER = 1.35, 1.6


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask whether it was paid, and those that call for somebody to see to it."""
    found = False
    for pattern in _PATTERNS if not _LIMITS.search(said.text) else ():
        for match in pattern.finditer(said.text):
            found = True
            yield Proposal(match.start(), match.end(), RULE, Mark.SPENDING, (match.end() - match.start()) * _VALUE)
    for match in _LEFT_OVER.finditer(said.text):
        yield Proposal(match.start(), match.end(), OF_SPENDING, Mark.SPENDING, (match.end() - match.start()) * _VALUE)
    for match in _UP_TO.finditer(said.text):
        yield Proposal(match.start(), match.end(), OF_SPENDING, Mark.FILLER, (match.end() - match.start()) * _FILLER)
    for pattern in (_PART_PAID, _SETTLED):
        for match in (m for m in pattern.finditer(said.text) if "占" not in said.text[: m.start()]):
            yield Proposal(match.start(), match.end(), RULE, Mark.SPENDING, (match.end() - match.start()) * _VALUE)
    for match in _WHO_SEES_TO_IT.finditer(said.text):
        yield Proposal(match.start(), match.end(), RULE, Mark.FILLER, (match.end() - match.start()) * _FILLER)
    for match in _MINE.finditer(said.text) if found else ():
        yield Proposal(match.start(), match.end(), RULE, Mark.FILLER, (match.end() - match.start()) * _FILLER)
