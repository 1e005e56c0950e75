"""Whether fields are filled in: “没填项目期的”, “项目来源填了没”; whether indicators have figures: “没量化的”, “都量化了吗”.

Beside these, words that ask for carried-over money to be named (“把结转写清楚”), or say that money of a kind is there (“带结转的”): they limit nothing.
"""

from collections.abc import Iterator

from bot.language.meanings import BlankSaid, Mark, MeasuredSaid, Proposal, Utterance
from bot.language.patterns import Pattern

_NOT = r"(?:没有?|未|没能|漏|忘了?|忘记|不)"
_BLANK = Pattern(
    rf"填(?:了|写|上)?(?:没有?|了没有?|没填)|填(?:写|上)?了?吗|{_NOT}(?:填写?|写|填上|填报)(?:的|了)?|是否(?:填写?|空着?)(?!错|对|得)|有没有填写?(?!错|对|得)|填没填写?|"
    r"空着的?|为空的?|是空的?|空白的?|留空的?|空缺的?|漏填的?|缺失的?|缺少的?|缺漏的?|缺(?!口|席|货|水|编|岗)的?"
)
# “没有满意度指标的项目”: no such line; “有没有满意度” asks for it.
_CARRIED = "(?:上年|去年|上一年)?(?:结转|结余)(?:资金|经费)?"
_WITHOUT = Pattern(
    rf"(?<!有)(?:没有?|无|未设置?|没设置?)(?:一条|任何|设置?|列)?(?=(?:产出|效益|满意度|数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度|年度|中期|绩效)(?:类)?(?:指标|目标|的|$)|(?:项目期|项目来源|资金来源|来源|项目属性|主管部门|其他资金|自有资金|财政拨款|财政资金|指标|目标)(?:的|$|[?？。])|"
    rf"(?:{_CARRIED}|其[他它]资金|自筹(?:资金|的钱|款)?|自有资金|单位资金|财政(?:的?钱|的?款|资金|拨款))(?:的?(?:$|[?？。,，]|[吗么呢])|的(?:项目|工程|有|是|哪|都)))"
)
_MEASURED = r"(?:量化|定量|具体数值?|具体的数|可衡量|可以衡量|明确的数)"
_UNMEASURED = Pattern(
    rf"(?:没有?|未|不能|无法|没法|不好|难以|不可|未能|没能|不){_MEASURED}(?:的)?|(?<!有)(?:没有?|不是)(?:写|填)?(?:具体)?(?:的)?(?:数字|数值)(?:的)?|非量化的?|非定量的?|不可衡量的?|"
    r"(?:只|光)?写(?:的是|了|着)?[“\"]?定性[”\"]?的?|定性(?:的|指标|描述|表述)*|虚的|太虚|空泛|笼统"
)
_ONLY_MEASURED = Pattern(
    rf"(?<![没未不非]){_MEASURED}(?:了的|的)?(?=指标)|定量指标|(?<=指标)(?:是|已经?|可以)?{_MEASURED}(?:了|的)+(?=$|[?？。])"
)
# “都量化了吗” asks for those that are not.
_ALL_MEASURED = Pattern(
    rf"(?:是不是|是否)?(?:都|全部?|全都)(?:已经?|能|可以)?{_MEASURED}(?:了|的)?[吗么没]?|{_MEASURED}(?:了|的)?(?:吗|没有?)"
)


# “带结转的项目”: the kind of money that is there
_HAVING = Pattern(
    r"(?:都|还|也)?(?:带着?|带有|含有?|夹着?|挂着?|沾|动用|用到|用|使用|涉及|包含)了?(?=(?:上年|去年|其[他它]|财政|自筹|自有|单位)?(?:的)?(?:结转|结余|资金|拨款|自筹))"
)
# “标着一次性项目的”: what stands there is the attribute
_MARKED = Pattern(
    r"(?:属性|性质|类型|类别|项目属性)?(?:上|里)?(?:都|是|被)?(?:标注|注明|标明|标记|登记|归类|划归|认定|标|写|填|列|注|定|归|算|划)(?:着的?|的是|的|为|成|了|作|在|进|到)*+(?:个)?"
    r"(?=(?:一次性|常年性?|经常性|延续性?|持续性|阶段性|跨年度?|新增|新建|续建)(?:项目|的|支出))"
)

# “把结转写清楚”: sums name what was carried over anyway
_NAMED_APART = Pattern(
    r"(?:其中|把|里面|含)?(?:的)?(?:上年)?(?:结转|结余)(?:资金|的钱|部分)?(?:也|都)?(?:要|给我|给)?(?:说清楚?|说明白?|说一下|注明|单列|标出来|标明|标注|列出来|列明|写清楚?|讲清楚?|交代清楚|点出来|另说|分开说|单说|说一声|提一下|算清楚|说清)(?:下|一下)?"
)
# “三年合计，其中结转多少”: the same, behind a sum
_OF_WHICH = Pattern(
    r"(?<=[\s,，、])(?:其中|里面|里头|含)?的?(?:上年)?(?:结转|结余)(?:资金|的钱|部分|的)?(?:是|有|又是)?多少(?:钱)?"
)
_SUMMED = Pattern(r"一共|总共|合计|共计|加一?起|加起来|一块|合起来")


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask for blanks and for values with or without a figure, and those that name a kind of money in passing."""
    for pattern, meaning in (
        (_BLANK, BlankSaid()),
        (_WITHOUT, BlankSaid()),
        (_UNMEASURED, MeasuredSaid(measured=False)),
        (_ALL_MEASURED, MeasuredSaid(measured=False)),
        (_ONLY_MEASURED, MeasuredSaid(measured=True)),
    ):
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "filling", meaning, 1.45 * (match.end() - match.start()))
    behind_a_sum = (m for m in _OF_WHICH.finditer(said.text) if _SUMMED.search(said.text[: m.start()]))
    for match in (*_NAMED_APART.finditer(said.text), *behind_a_sum):
        yield Proposal(match.start(), match.end(), "filling.apart", Mark.CARRIED, 1.4 * (match.end() - match.start()))
    for match in (*_HAVING.finditer(said.text), *_MARKED.finditer(said.text)):
        yield Proposal(match.start(), match.end(), "filling.having", Mark.FILLER, 1.05 * (match.end() - match.start()))
