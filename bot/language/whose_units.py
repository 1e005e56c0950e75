"""Units and what is below them, as people say it at work: 光自己的, 连下头的一起, 卫健口子上, 哪个局的, 归谁管."""

from collections.abc import Iterator

from bot.language.meanings import Asked, Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from store.plan import Field

RULE = "whose_units"
_OFFICE = r"(?<=[学园局所站队院校委办心会馆场处府社联部厅])"
_BELOW = r"(?:下属|所属|下头|下面|底下|下级|下辖|直属|二级|手下|旗下|附属)"
_UNITS = r"的?(?:那些|那几个|那几家|各(?!多少|[几是有占])|所有|几个(?=单位|机构|部门)|几家(?=单位|机构))?的?(?:单位|机构|部门|事业单位|预算单位)?"
_WITH = r"(?:连带|连同|捎带|捎上|带起|带上|带着|带|加上|加起|加|算上|算起|包括|包含|含|连|搭上|合上|并上)[了着]?"
_TOGETHER = r"(?:的)?(?:全部|全|都|也)?(?:一起|一块儿?|一道|一并|合起来|在内|算上|算进去|加上|加进去|带上|算进来)?(?:来?算(?![上了进出下到是得]))?(?:的?话(?!费|务|筒|剧))?"
_BRANCH = tuple(
    Pattern(pattern)
    for pattern in (
        rf"(?<![不别未没无])[也还都]?{_WITH}(?:它|他|其|她)?们?(?:自己)?的?(?:所有|全部|各)?的?{_BELOW}{_UNITS}{_TOGETHER}",
        rf"{_OFFICE}(?:[和跟与及加]|以及|还有|连)(?:它|他|其|她)?们?(?:自己)?的?{_BELOW}{_UNITS}{_TOGETHER}",
        rf"{_OFFICE}[这那]?(?:一?个|整个|一)?(?:口子|条线|大家子)(?:上|里|内|下来)?的?",
        rf"(?:本级|自己|本身|机关)(?:和|跟|与|加|及|带|连)上?(?:它的|其)?{_BELOW}{_UNITS}{_TOGETHER}",
        rf"{_BELOW}{_UNITS}(?:[和跟与及加]|以及|还有|{_WITH})(?:它|其)?的?[局院委办所校]?(?:本级|自己|本身|机关){_TOGETHER}",
    )
)
_SELF = r"(?:(?:[局院委办所站]里)?自己家?|自个儿?|自身|本身|本部|本家|机关本身|机关自己|机关)"
_ONLY = r"(?:就|只|光|单|仅|单单|光是|只算|只看|就算|就看|只要|光算|单算|只说|单说|单独)"
_NOT_WITH = (
    r"(?:没有?(?=算|带|含|包括|加)|不用|不必|不要|不|别|勿|未)(?:包括|包含|连带|连同|计入|列入|统计|考虑|带|含|连|算|计|加|要|管|看)[上着进]?"
    r"|(?:抛开|撇开|去掉|去除|剔除|扣除|扣掉|刨去|刨开|除开|除去|除掉|除了|排除)"
)
_WITHOUT = rf"(?:没有?|{_NOT_WITH})(?:它|他|其)?们?的?{_BELOW}{_UNITS}"
_ALONE = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_OFFICE}{_ONLY}?[它他]?{_SELF}(?:一家|一个|那份|那块|那部分|那摊)?的?(?:[,，]?{_WITHOUT})?(?=$|[\s,，。?？的多有是几今去前\d报总一共安预花项钱呢])",
        rf"{_OFFICE}(?:就|只|光|单|仅)(?:局里|局本级|院里|委里|办里|单位里)(?:自己)?的?",
        r"^\W*(?:那|再|其中|里面|里头)*(?:局里|局机关|委里|局本部|局里面)(?:自己)?的?(?:项目)?(?:有|是)?(?=几|多少|呢|一共|合计|\W|$)",
        rf"^\W*(?:那|再)?{_ONLY}(?:要|看|算|说|问)?(?:局里|局机关|委里|院里|校本部|机关|本部|局本部|单位里|{_SELF})(?:{_SELF})?的?(?:部分|那块)?(?=呢|的|多少|几|$|\W)",
        rf"{_OFFICE}(?:没有|没|不带|不连|抛开|去掉)上?{_BELOW}{_UNITS}的?",
        # “不含所属，财政局多少”, “财政局今年不含所属多少”
        rf"(?:如果|要是|先|就)?(?:{_NOT_WITH})(?:它|他|其)?们?的?{_BELOW}{_UNITS}(?:以外|之外|外|在内|的话|的)?"
        r"(?=[,，\s。;；?？几多呢吗嘛是有一共总合今去前本哪钱]|还剩|$)",
    )
)
_RUN = r"(?:管辖|管理|管|领导|主管|下面|下属|底下|所属|直属)"
_DEPARTMENT = tuple(
    Pattern(pattern)
    for pattern in (
        rf"(?:是|属于|归|属|算|隶属于?|归属于?)(?:哪|那|什么|啥)一?个?(?:局|委|主管部门|系统|口子?|上级)的?{_RUN}?的?(?:单位)?(?=$|[\s,，。?？啊呀呢吗])",
        rf"{_OFFICE}(?:是|属于|归|属|隶属于?)(?:哪|什么|啥)一?个?(?:部门|单位)的?{_RUN}的?(?:单位)?(?=$|[\s,，。?？啊呀呢吗])",
        rf"{_OFFICE}(?:是|到底|究竟)?(?:归|由|隶属于?)(?:谁|哪家|哪(?:里|儿)?(?=[来管])|哪个(?:单位|部门|局))来?{_RUN}?的?(?=$|[\s,，。?？啊呀呢])",
        rf"{_OFFICE}(?:是|到底|究竟)?(?:属于?|归属于?|隶属于?)(?:哪(?:里|儿|边)?|谁)的?(?=$|[\s,，。?？啊呀呢])",
        rf"{_OFFICE}的?(?:(?:(?:上头|上面|上边)的?)?(?:上级(?:单位|部门|主管部门)?|主管(?:单位|部门|局)|顶头上司)|上头|上边)是?(?:谁|哪家|哪个(?:单位|部门|局)?|什么(?:单位|部门)?|啥)",
    )
)
# “最大的项目是哪个局的”: a rank of projects says whose each of them is.
_RANKED_WHOSE = Pattern(
    r"(?:最|第[一二三四五六七八九十\d]|倒数|头一).{0,12}(?:项目|工程)(?P<whose>(?:都|分别|又|到底|究竟)*(?:是|属于|归|属)(?:谁|哪一?[个家]?(?:单位|部门|局|镇|乡|街道|苏木|学校|所|站|中心)?)家?的?(?=[呢啊呀吗]*\W*$))"
)
_VALUE = 1.45  # more than the single words that such a span is made of


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that say with or without the units below, and those that ask whose unit it is."""
    for match in _RANKED_WHOSE.finditer(said.text):
        start, end = match.span("whose")
        yield Proposal(start, end, RULE, Mark.FILLER, (end - start) * 2 * _VALUE)
    for patterns, meaning in ((_BRANCH, Mark.BRANCH), (_ALONE, Mark.ALONE), (_DEPARTMENT, Asked(Field.DEPARTMENT))):
        for pattern in patterns:
            for match in pattern.finditer(said.text):
                if match[0].strip():
                    yield Proposal(match.start(), match.end(), RULE, meaning, (match.end() - match.start()) * _VALUE)
