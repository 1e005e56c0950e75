"""Whether fields are filled in: “没填项目期的”, “项目来源填了没”; whether indicators have figures: “没量化的”, “都量化了吗”.

Beside these, words that ask for carried-over money to be named (“把结转写清楚”), or say that money of a kind is there (“带结转的”): they limit nothing.
"""

from collections.abc import Iterator

from bot.language.meanings import BlankSaid, Mark, MeasuredSaid, Proposal, Utterance
from bot.language.patterns import Pattern

_NOT = r"(?:没有?|未|没能|漏|忘了?|忘记|不)"
_BLANK = Pattern(
    rf"填(?:了|写|上)?(?:没有?|了没有?|没填)|填(?:写|上)?了?吗|{_NOT}(?:填写?|写|填上|填报)(?:的|了)?|是否(?:填写?|空着?)(?!错|对|得)|有没有填写?(?!错|对|得)|填没填写?|"
    r"(?:是|写|填)?(?:不是)?(?:的|着)?(?:空的?|空白的?|没填的?|没写的?|空着的?|漏填的?)(?:呢)?[,，]?还是(?:说)?(?:写|填|印)?(?:的|着|了)?(?:是)?(?:0|零|〇|填了|有数|没有)(?:元|的|呢)?|"
    r"(?:是|写|填)?(?:的|着|了)?(?:是)?(?:0|零|〇)(?:元)?(?:呢)?[,，]?还是(?:说)?(?:是)?(?:空的?|空白的?|没填的?|没写的?|空着的?|没有)|(?:写|标|印|列)(?:了|上)?(?:没有?(?!错|清)|了没有?)(?=$|[?？。,，啊呀呢])|空着的?|为空的?|是空的?|空白的?|留空的?|空缺的?|漏填的?|缺失的?|缺少的?|缺漏的?|缺(?!口|席|货|水|编|岗)的?"
)
# “没有满意度指标的项目”: no such line; “有没有满意度” asks for it.
_CARRIED = "(?:上年|去年|上一年)?(?:结转|结余)(?:资金|经费)?"
_WITHOUT = Pattern(
    rf"(?<!有)(?:没有?|无|未设置?|没设置?)(?:一条|任何|设置?|列)?(?=(?:产出|效益|满意度|数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度|年度|中期|绩效)(?:类)?(?:指标|目标|的|$)|(?:项目期|项目来源|资金来源|来源|项目属性|主管部门|其他资金|自有资金|财政拨款|财政资金|指标|目标)(?:的|$|[?？。])|"
    rf"(?:{_CARRIED}|其[他它]资金|自筹(?:资金|的钱|款)?|自有资金|单位资金|财政(?:的?钱|的?款|资金|拨款))(?:的?(?:$|[?？。,，、]|[吗么呢]|又|也|而|并且|且|同时|但|还)|的(?:项目|工程|有|是|哪|都|里|当|中|又|且)))"
)
_LEVELS = r"(?:产出|效益|满意度|数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度|绩效|年度|中期|项目期|项目来源|来源|项目属性|属性|主管部门|主管|目标|指标|其[他它]资金|自筹|财政拨款|(?:上年)?结转)"
_WRITES = r"(?:写|设置|设定|设|定|列|编制?|报|体现|反映|考虑|做|明确|安排|制定|编列|标|印)"
# “没写满意度”, “时效指标没设”, “没满意度的”: nothing of the kind is there.
_UNWRITTEN = Pattern(
    rf"(?<!有)(?:没有?|未|没能|忘了|忘记|漏了?|少){_WRITES}(?:了|过|上|到|明|出|入|进去)?(?:任何|一条|具体)?(?:的)?(?={_LEVELS})"
    rf"|(?:都|也|还|就)?(?<!多少)(?:没有?|未|没能|忘了?|漏){_WRITES}(?:了|过|上|明|出来|进去)?(?:的)?(?=$|[?？。,，啊呀呢吗]|(?:的)?(?:是|有)?哪|(?:的)?(?:项目|表|单位))(?<=[写设定列编报体现反映做确排标印置制了过上明出来去的])"
    rf"|(?:漏|缺|少|忘|落)(?:掉|下)?了?(?:一条|一个)?(?={_LEVELS}(?:指标)?(?:的|$|[?？]))"
    rf"|(?<!有)没(?={_LEVELS}(?:指标)?(?:的|$|[?？]))"
    r"|(?:写没写|设没设|列没列|定没定|有没有(?:写|设|列|定)|是否(?:写|设置?|列|定)了?)"
)
# “既有结转又超过百万”, “有其他资金但不到50万”: both at once.
_JOINED = Pattern(
    r"(?:既|又|而且|而(?!且)|并且|同时|且|但是?|可是|不过|还|也|里面|里头|当中|之中|其中|中|里)+(?:是|要)?(?=(?:都|总额|总数|预算|金额|资金|年度)*(?:有|没|超|不|高|低|大|小|多|少|达|在|带|含|用|过|\d))"
)
_MONEY_KINDS = Pattern("结转|结余|其[他它]资金|自筹|自有资金|财政拨款|财政资金|单位资金")
_MEASURED = r"(?:量化|定量|具体数值?|具体的数|(?:可以?)?衡量|明确的数)"
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

# “指标值只写‘定性’两个字的”, “哪些指标就填了个明显”: the value is just that
_VALUES = r"(?:定性|明显|显著|良好|较好|优良|优秀|合格|达标|及时|有效|充足|正常|完善|健全|长期|长效|提升|提高|增强|改善|降低|减少|保障|到位|有序|稳定|稳步提升|有所提高|有所改善|逐步提高|持续提升|不断提高|明显提高|明显提升|明显改善|效果明显|效果显著|效果良好|影响明显|按时|按期|按月|按季度|按学期|是|有|无|好|高|中长期|持续)"
_READS = Pattern(
    rf"(?:(?P<of>指标值|目标值|年度值|的值|值|指标|标准)(?:里面?|上|中)?)?(?:是不是|有没有|是否|还|有)?(?P<only>[就只光仅单全都统直接干脆才也是]*+)"
    r"(?:写|填|(?<![指目])标|注|印|说|报|有|给)[的着了上]*+[是个一句俩作为成]*+"
    rf"(?:[“\"'「『‘](?P<quoted>[^”\"'」』’，。]{{1,8}})[”\"'」』’]|(?P<bare>{_VALUES})(?=[”\"'」』’]?(?:没|却|而|这|那|两|二|俩|三|四|2|3|4|几|的|$|[?？。,，吗呢有]|二字)))"
    r"(?:这|那)?(?:[一两二三四俩234几]{0,2})(?:个)?(?:字|词|汉字|大字|字样)?(?:儿)?(?:[,，]?(?:而|却)?(?:没有?|不)(?:写|填|说|有)(?:具体|清楚|明确)*(?:的)?(?:内容|数字?|数值|值|标准)?)?(?:的)?"
)

# “带结转的项目”: the kind of money that is there
_HAVING = Pattern(
    r"(?:都|还|也)?(?:带着?|带有|含有?|夹着?|挂着?|沾|动用|用到|用|使用|涉及|包含)了?(?=(?:上年|去年|其[他它]|财政|自筹|自有|单位)?(?:的)?(?:结转|结余|资金|拨款|自筹))"
    r"|(?:带着?|带有|含有?|设有?|设置|列有?|写有?)了?(?=(?:年度|中期|产出|效益|满意度|数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)类?(?:指标|目标))"
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
# “全是财政拨款的项目”, “只有财政资金的有几个”: the forms that have no other money
_FISCAL_ALONE = Pattern(
    r"(?:都|全|完全)?(?:只有|只用|仅有|仅用|只靠|全是|都是|全部是|全部为|全为|全靠|全由|都由|都靠)财政(?:拨款|资金|的?钱|款)?(?:出|给|安排|拨|保障|负担)?的?(?:钱|资金)?(?:的?(?=项目|工程|单位|有?哪|有几|有多少|一共)|的(?=\W*$))"
)
FISCAL_ALONE = "filling.fiscal_alone"
_SUMMED = Pattern(r"一共|总共|合计|共计|加一?起|加起来|一块|合起来")


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask for blanks and for values with or without a figure, and those that name a kind of money in passing."""
    for pattern, meaning in (
        (_BLANK, BlankSaid()),
        (_WITHOUT, BlankSaid()),
        (_UNWRITTEN, BlankSaid()),
        (_UNMEASURED, MeasuredSaid(measured=False)),
        (_ALL_MEASURED, MeasuredSaid(measured=False)),
        (_ONLY_MEASURED, MeasuredSaid(measured=True)),
    ):
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "filling", meaning, 1.45 * (match.end() - match.start()))
    if _MONEY_KINDS.search(said.text):
        for match in _JOINED.finditer(said.text):
            yield Proposal(match.start(), match.end(), "filling.joined", Mark.FILLER, 1.05 * (match.end() - match.start()))
    for match in _READS.finditer(said.text):
        reads = match["quoted"] or match["bare"]
        of_values = bool(match["of"]) and match["of"].endswith("值")
        words = not any(map(str.isdecimal, reads))  # “指标值写‘36次’的” is looked for as a value
        if words and (of_values or match["only"] or (match["bare"] and "指标" in said.text)):
            said_so = MeasuredSaid(measured=False, reads=reads)
            yield Proposal(match.start(), match.end(), "filling.reads", said_so, 1.75 * (match.end() - match.start()))
    behind_a_sum = (m for m in _OF_WHICH.finditer(said.text) if _SUMMED.search(said.text[: m.start()]))
    for match in (*_NAMED_APART.finditer(said.text), *behind_a_sum):
        yield Proposal(match.start(), match.end(), "filling.apart", Mark.CARRIED, 1.4 * (match.end() - match.start()))
    of_which = (m for m in _FISCAL_ALONE.finditer(said.text) if said.text[m.end() :] or "哪" in said.text)
    for match in of_which:
        yield Proposal(match.start(), match.end(), FISCAL_ALONE, Mark.FILLER, 2 * (match.end() - match.start()))
    for match in (*_HAVING.finditer(said.text), *_MARKED.finditer(said.text)):
        yield Proposal(match.start(), match.end(), "filling.having", Mark.FILLER, 1.05 * (match.end() - match.start()))
