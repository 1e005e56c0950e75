"""How far the work has come, and what came of it (进度怎么样、修好了没、效果好不好): no table of targets tells it."""

from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern

RULE = "progress"
_END = r"(?=\W|$|[啊呀呢哦哈的])"
_WHETHER = r"(?:没有?|吗|么|嘛|不|吧)"
_ALREADY = r"(?:到底|究竟|现在|目前|都|已经?|还|全部?|是不是|有没有)*"
_LIKE = (
    r"(?:怎么?样了?|咋样了?|如何了?|怎样了?|啥样了?|好不好|好吗|好不|行不行|大不大|大吗|大不|明不明显|明显吗|明显不|快不快|慢不慢|理想吗|显著吗|"
    r"到(?:哪(?:里|儿|一?步|个阶段)?|什么(?:程度|阶段|地步))了?|是?多少了?|是?什么(?:样|情况)|顺不顺利|顺利吗|有没有|达标(?:没有?|了吗|吗)|体现在哪里?|呢)"
)
_DEED = (
    r"(?:更换|换|维修|修缮|修复|修|建设|建|盖|安装|装|挖|铺|种|买|采购|购置|改造|改|拆|做|干|搞|弄|办|查|清理|清淤|清|疏浚|整治|治理|检测|检查|"
    r"培训|训|发放|筛查|筛|招|评审|审|放流|放|演练|扫|画|打|实施|施工|落实|推进|刷|通|接|配)"
)
_STEP = r"(?:开工|动工|完工|竣工|交工|验收|启动|开始(?:干|做|实施|施工|建)?|投用|投入使用|上线|封顶|公示|立项|批复|落实|落地|结束|收尾|结项|达标|实现|兑现|签约|签订|开展|实施|进场|通车|通水|入住|投产)"
_PATTERNS = tuple(
    Pattern(pattern)
    for pattern in (
        rf"(?<!支出)(?<!执行)(?<!拨付)(?:进度|进展|进展情况|推进情况|实施情况|落实情况|实施进度|工程进度|建设进度|实施效果|落地情况)(?:情况)?(?:是)?(?:{_LIKE}|{_END})(?![率表款])",
        rf"(?:实际|最后|最终|产生的?|取得的?|达到的?)*(?:效果|成效|成果|收效|反响|口碑)(?:到底|究竟|实际|最后|现在)?{_LIKE}",
        rf"{_ALREADY}{_DEED}(?:完|好|成)(?:工)?(?:了)?{_WHETHER}{_END}",
        rf"{_ALREADY}(?<!什么时候)(?<!几时){_STEP}(?:了)?(?:没有?|吗|么|嘛)(?![问毛]){_END}",
        rf"{_DEED}到(?:哪(?:里|儿|一?步|个阶段)?|什么(?:程度|阶段|地步|进度))了?{_END}",
        rf"(?:{_DEED}|{_STEP})(?:得|的)(?:到底|究竟)?(?:怎么?样了?|咋样了?|如何了?|顺不顺利|顺利吗|好不好|好吗|快不快)",
        rf"{_ALREADY}(?:(?P<did>{_DEED})没(?P=did)|{_DEED}(?:了|过)(?:没有?|吗|么|嘛))(?:啊|呀|呢)?(?=[\s?？。!！]*$)",
        rf"(?:都|主要|具体|到底|究竟){{0,3}}(?:{_DEED}|安|设|布|开|位|坐落|选址|布点|布置|布设){{1,2}}(?:设|置|点)?(?:在|到|于)(?:哪里?|哪儿|哪块|哪些?(?:地方|位置|地点|村|路段|小区|社区)|"
        rf"什么(?:地方|位置)|啥(?:地方|位置))(?:啊|呀|呢|的)?(?=[\s?？。!！]*$)",
        r"(?<![数表据件写出列登查看花用钱款金标文料来自])(?:的)?(?:具体)?(?:地点|地址|位置)?是?在(?:哪里?|哪儿|什么地方|什么位置|啥地方|哪个位置)(?:啊|呀|呢)?(?=[\s?？。!！]*$)",
        rf"(?:实际)?(?:{_DEED})了(?:百分之几|几成|一半了?{_WHETHER})",
    )
)
_FILLED = Pattern("填")  # “填好了没” asks for what is blank
_VALUE = 1.25


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask how far it has come."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(said.text):
            if not _FILLED.search(said.text[: match.start()][-1:] + match[0]):
                yield Proposal(match.start(), match.end(), RULE, Mark.UNTOLD, (match.end() - match.start()) * _VALUE)
