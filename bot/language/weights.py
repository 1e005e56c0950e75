"""Weights (权重、分值) of indicators as people ask for them: 权重怎么分的, 那条占多少分, 权重加起来是不是100, 哪条权重最重.

Points that somebody was given (得分、评分、打了多少分) are of an evaluation, and none of these.
"""

from collections.abc import Iterator

from bot.language.meanings import AggregateSaid, Asked, Mark, Meaning, OrderSaid, Proposal, Utterance
from bot.language.patterns import Pattern
from store.plan import Aggregate, Direction, Field, Order

RULE = "weights"
_MUCH = r"(?:多少|好多|几多|多大|多高|多重|几|啥|什么)"
_NOUN = r"(?:权重|权数|分值|分数权重)(?:分数?|分值|比例|占比|系数|百分比|值|分配|设置|设定|情况|比)?"
_SET = r"(?:是|占|为|有|给|设|定|算|写|填|标|印|分|配|打|赋|安排|分配|设置|设定|赋予|达到)"
_TAIL = (
    rf"(?:(?:都|全|全都|各|分别|各自|又|到底|究竟|具体|一栏|那一?栏|这一?栏|这格|那格|的?一列|那列)*(?:"
    rf"(?:是|又是)?(?:怎么|如何|咋|怎样|咋个|怎么个)(?:样)?{_SET}?(?:法)?(?:的|了)?|{_SET}*(?:了|的|着|成|到|在)*{_MUCH}(?:来着|呀|啊)?(?:个)?(?:分|%|个点|百分点)?(?!项目|单位|家)))?"
)
_WEIGHT = Pattern(rf"(?:(?:各个?|每个?)?(?:分项|单项|三级|指标|绩效)*的?)?{_NOUN}(?:的)?{_TAIL}")
_ABOUT = Pattern("权重|权数|分值")
# “占多少分”, “给了几分”, “满分多少”: of a line; what an evaluation gave is asked with 得、评、打.
_POINTS = Pattern(
    r"(?:各|都|分别|各自|应该|应)*(?:占|给|值|算|定|设|配|赋|赋予|分到|分配|是|有|标|写|填|安排)(?:了|的|着|到)?(?:它|他)?(?:多少|好多|几|多大|几多)(?:个)?分"
    r"(?!之|成|钟|店|期|局|类|比|公司|校|院|部|红|数线|项)(?:的|啊|呀|呢)*|(?:满分|标准分|基准分)(?:值)?(?:是|为|有|给|占)?(?:多少|好多|几)?(?:分)?"
    r"|占(?:多大|多少|好多|几多)?的?权重(?:是|有)?(?:多少|好多)?|(?:多大|多少|好多)的?权重|(?:分|分数)(?:是)?(?:怎么|如何|咋|怎样)(?:分|设|定|给|安排|分配|配)(?:配)?的?|(?<=[各每那这]条)的?分数?(?:是)?(?:多少|好多)?(?:分)?"
)
_SCORED = Pattern("得分|自评|评分|打分|打了|评了|评价|得了|考核得|扣分|扣了|拿了|考了|评审|评比|等级|考评|排名")
_FULL = r"(?:100|90|一百|九十|百分之百|百分之九十|满分)(?:分|%)?"
# “是不是100”, “等于90吗”, “加得对不对”: it is asked what they add up to.
_SUMMED = Pattern(
    rf"(?:加起来|合计|总和|之和|相加)?(?:都|全|也|正好|刚好|恰好|应该)*+(?:是不是|是否|是|等不等于|等于|够不够|够|到不到|到没到|有没有|没有|满不满|满|有|不是|不等于|不够|不足|不到|没到|没满|超没超过?|超过|超|大于|小于|凑得?够|凑满|凑不够|合不上|不)"
    rf"(?:到|满|够|为|是|齐|有)?(?:正好|刚好|恰好)?{_FULL}(?:的|了)?(?:吗|么|嘛|吧|不|没有?|呢)?(?:的)?"
    r"|(?:加起来|合计|总和|之和|相加)(?:跟|和|与)(?:别的|其[他它]的?|旁的)(?:项目|表)?的?(?:都|就)?(?:不一样|不同|不相同|对不上)的?"
    rf"|没有?(?:凑|加|配|填|设)?(?:够|满|齐)(?:{_FULL})?(?:的|呢|吗)?|(?:加起来|合计)?(?:凑|加|配)?不(?:够|满|足)(?:的|呢|吗)?(?=表|项目|有|是|\W|$)"
    r"|(?<=[重值来数])(?:的|都|全)?(?:加得|加的|填得|填的|设得|设的|分得|算得|算的|之和|合计|总和|加起来|相加)*(?:对不对|对得上|对不上|对得起来|对吗|对不|不对|有问题|有没有问题|有错|加错|错|平不平|配平)(?:的|了)?(?:吗|么|不|没有?)?(?:的)?"
)
_TOTAL = Pattern("总(?=权重|分值|权数)|(?<=权重|分值|权数)(?:总和|总数|总计|总分|总值|总共|之和)(?:是|有)?(?:多少|好多)?(?:分)?")
_LINE = Pattern(r"(?:[那这哪某各每](?:一|几)?|有几|几|一)(?:条|款|个指标)(?:指标|线)?(?:的|上)?|条(?=权重|分值|占|给|的?分)")
_ONE = Pattern("[那这哪某各每](?:一|几)?(?:条|款)")
_WHICH_LINE = Pattern("哪(?:一|几)?(?:条|款|个)(?:指标)?(?:的)?(?=权重|分值|占|分)")
_ENDS = {
    OrderSaid(Order(direction=Direction.DESCENDING, count=1)): Pattern(
        r"(?:占|是|得)?(?:的)?最(?:重|大|高|多)(?:分)?(?:的)?(?:指标|[一那]?[条项])?"
    ),
    OrderSaid(Order(direction=Direction.ASCENDING, count=1)): Pattern(
        r"(?:占|是|得)?(?:的)?最(?:轻|小|低|少)(?:分)?(?:的)?(?:指标|[一那]?[条项])?"
    ),
}
_BLANK = Pattern(
    r"(?:(?:都|全)?(?:填|写|标|印|列|设)(?:写|上)?(?:了|上)?(?:没有?|吗|么|没填)|有没有(?:填|写|标)?|填没填|写没写|(?:有|没)填(?:写)?(?:吗)?|是(?:不是)?(?:空的?|空白)(?:的)?(?:吗)?|空着(?:的)?(?:吗|没)?|有(?:吗|没有?)|"
    r"(?:那一?|这一?|一)?(?:栏|格|列)(?:里|上)?)"
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask for weights, and beside them what is added up, which line comes first, and what is filled in."""
    text = said.text
    about = _ABOUT.search(text) is not None
    points = not about and _SCORED.search(text) is None and _POINTS.search(text) is not None
    if not (about or points):
        return
    weight = Asked(Field.WEIGHT)
    spoken: list[tuple[Pattern, Meaning, float]] = [(_WEIGHT, weight, 1.7), (_LINE, Mark.FILLER, 1.2)]
    spoken += [
        (_ONE, Mark.FILLER, 1.2),
        (_WHICH_LINE, Mark.WHICH, 1.4),
        (_BLANK, Mark.FILLER, 1.3),
        *((p, m, 1.35) for m, p in _ENDS.items()),
    ]
    spoken += [(_POINTS, weight, 1.6)] if _SCORED.search(text) is None else []
    spoken += [(p, AggregateSaid(Aggregate.SUM), 1.7) for p in (_SUMMED, _TOTAL)] if about else []
    for pattern, meaning, worth in spoken:
        for match in pattern.finditer(text):
            if match.end() > match.start():
                yield Proposal(match.start(), match.end(), RULE, meaning, worth * (match.end() - match.start()))
