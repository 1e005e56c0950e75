"""Into which groups a figure is divided: 各单位, 每个部门; 每年 is told by `years`."""

from collections.abc import Iterator

from bot.language.meanings import AggregateSaid, Asked, GroupBySaid, Proposal, Utterance
from bot.language.patterns import Pattern
from store.plan import Aggregate, Field, GroupBy

_EACH = r"(?:按照?|分|以)?(?:各个?|每一?个|每家|每|各家)"
_SORTED_BY = r"(?:按照?|分)(?:各个?|不同)?"
_BEHIND = r"(?:来分|分一下|分开|分别|分开|分组|列|统计|汇总|看|算|拆开|拆分)?"
_WORDS = {
    GroupBy.UNIT: rf"(?:{_EACH}|{_SORTED_BY})(?:预算|下属|所属|实施|基层|二级)?单位(?:的)?{_BEHIND}|{_EACH}家(?=今年|去年|前年|分别|各|多少|(?:都|是不是|是否)?(?:一样|相同|相等|同样))",
    GroupBy.DEPARTMENT: rf"(?:{_EACH}|{_SORTED_BY})(?:主管|预算)?(?:部门|系统|委办局|局委)(?:的)?{_BEHIND}",
}
_KIND = r"(?:按照?|分|以)?(?:各个?|各种|各类|每一?[个种类]|每|不同)的?"
_WHICH_KIND = r"哪一?[个种类]的?"  # “哪种来源的钱最多”
_SAID = {GroupBy.ATTRIBUTE: r"(?:项目)?(?:属性|性质|类型|类别)", GroupBy.SOURCE: r"(?:项目)?(?<!资金)(?<!经费)来源"}
_TOLD = r"(?:(?:来)?分(?:类|别|组|开|一下)?(?!布)|归类|列|统计|汇总|看)?(?!加|相加|之和|合计起来|的和)"
# “各项目来源是什么” asks what each form says
_FIGURE = r"(?![和及与、])(?:(?<=统计)|(?<=汇总)|(?<=归类)|(?=[^,，。?？]*(?:多少|[几钱数最占比平增减涨降]|金额|资金|预算|合计|总额|[一总]共))|(?=呢))"
_WORDS |= {
    by: rf"{_KIND}{said}(?:的(?!项目[属来]))?{_TOLD}{_FIGURE}|{_SORTED_BY}{said}{_TOLD}|{_WHICH_KIND}{said}的?(?=[^,，。?]{{0,12}}最)|{said}的?(?:分布|构成|结构)(?:情况)?"
    + (r"|(?:各|每一?)类(?=项目(?:分别|各|都|有|是)*(?:多少|几))" if by is GroupBy.ATTRIBUTE else "")
    for by, said in _SAID.items()
}
# “哪个系统钱最多”
_WHICH_SYSTEM = Pattern(r"哪一?个?(?:系统|条线|口子)(?=(?:的|里|总|今年|去年)*(?:钱|预算|资金|经费|总额|金额|花|安排|拿|最|前))")
_MEAN = Pattern(r"平均(?:到|下来)?(?:每一?[个家]?|一[个家])(?:预算|下属|所属)?单位|(?<![哪些个家])单位平均(?!每)")
_MEAN_DEPARTMENT = Pattern(
    r"平均(?:到|下来)?(?:每一?[个家]?|一[个家])(?:主管|预算)?部门|(?<![哪些个家])(?:各个?|每一?个?)?(?:主管|预算)?部门平均(?!每)(?:下来)?"
)
_PATTERNS = {by: Pattern(pattern) for by, pattern in _WORDS.items()}
_WORTH = 1.3  # more than 各 and 单位 apart


def propose(said: Utterance) -> Iterator[Proposal]:
    """Where a figure of each is asked for, or the mean over units."""
    for pattern, of in ((_MEAN, Field.UNIT), (_MEAN_DEPARTMENT, Field.DEPARTMENT)):
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "groupings", AggregateSaid(Aggregate.AVERAGE, of), 2 * len(match[0]))
    for match in _WHICH_SYSTEM.finditer(said.text):
        yield Proposal(match.start(), match.end(), "groupings", Asked(Field.DEPARTMENT), 2 * len(match[0]))
    for by, pattern in _PATTERNS.items():
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "groupings", GroupBySaid(by), (match.end() - match.start()) * _WORTH)
