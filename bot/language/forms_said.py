"""Forms and their cells as one speaks of them: “哪张表没写满意度”, “那张表缺什么”, “填全了没有”, “上年结转那格写的啥”."""

from collections.abc import Iterator

from bot.language.counted import HELD
from bot.language.meanings import AggregateSaid, Asked, BlankSaid, Mark, Meaning, Proposal, Utterance
from bot.language.patterns import Pattern
from store.plan import Aggregate, Field

_UNFILLED = Pattern(r"没|未|缺|空|漏|忘|少写|少填")
_TABLES = Pattern(
    r"(?:(?:是|有)?哪(?:一|几|些|几个)?(?:张|份|个)?|哪些|什么|啥)(?:绩效|目标|绩效目标|申报|项目)*表(?:格|单)?(?:里面?|上|中)?"
)
_TABLES_COUNTED = Pattern(r"(?:有|一共|总共)*(?:几|多少)(?:张|份|个)(?:绩效目标|目标|项目)?表(?:格)?(?:里|上)?")
# “哪张表没写满意度指标” asks for projects; “那张表缺什么” for what one form lacks
_WHICH_FORMS = Pattern(
    r"哪(?:些|几)?(?:张|份|个|一张|一份)?(?:项目|绩效|绩效目标|目标)?的?表(?:格)?(?:里面?|上)?(?=(?:还|都|是|有|就)*(?:没|未|缺|漏|少|空|忘|不))|(?<=表)(?:里)?(?:有)?哪(?:些|几|一)?[张份](?=(?:还|都|是|有|就)*(?:没|未|缺|漏|少|空|忘|不))"
)
_INCOMPLETE = r"(?:缺|漏|少|差|落|空|填|全|完整|规范|齐|没|有没有|有什么|有啥|有哪|哪|问题|合格|毛病|错)"
_THAT_FORM = Pattern(
    rf"(?<=的)绩效目标(?=(?:还|都|到底)*(?:缺|漏|差|少填|填全|填得?完|填了?没|哪些没|哪里没))|(?:(?:那|这)(?:一)?(?:张|份|个|套|块)?)?(?:绩效目标|绩效|目标|申报|项目)?表(?:格)?(?:里面?|里头|上面?|中|内)?(?=(?:还|都|到底|是不是|是|又|究竟|也|里)*{_INCOMPLETE})"
)
_SOME = r"(?:什么|啥子?|哪些|哪几项|哪项|哪样|哪几样|哪几栏|哪栏|哪几格|哪几处|哪几个|东西|内容|么子)"
_LACKS = Pattern(
    rf"(?:还|都|有没有|又|到底|究竟)*(?:缺|漏|(?:少|差|落)(?=[^项单比多]*$))(?:填|写|报|掉|下|项)?(?:了|过)?(?:点|些)?{_SOME}(?!指标|类|材料|钱|资金|项目|人)(?:还)?(?:没有?(?:填写?|写|报|弄|有))?(?:内容|东西|栏目?|项|处|地方|的|没)*"
    rf"|(?:还|都|有没有|到底)*(?:缺|漏|少|差)(?:填|写|报)(?:了|的|过)*(?:没有?|吗|么|没|地方|栏目?|项|处)*"
    r"|(?:缺不缺|漏没漏|少不少|缺没缺)(?:填)?(?:什么|啥|东西|内容|项|栏)*"
    r"|(?:哪里|哪儿|哪些地方|哪个地方|哪几处|哪几项|哪几栏|哪几格|哪些栏目?|哪一?栏|哪些内容|哪些项)(?:还|都|是|有)*(?:没有?(?:填写?|写|报)|空着|是空的|空的|漏了|漏填|漏|少填|空白|缺)(?:的|了)*"
    r"|(?:(?:都|全)?(?:填|写)(?:写|报)?得?(?:全|完整|齐全|齐|完|满|完全|整)(?:了|的)?|(?:都|全|全都|全部|样样)(?:填|写)(?:写)?(?:上|全|齐|满|完|好)?了)(?:没有?|吗|么|不|没|吧)*"
    r"|(?:填|写)(?:没(?:填|写))?(?:全没全|完没完|得?全不全|得?完不完整|得?齐不齐|满没满)|(?<![安健齐])全不全|完不完整"
    r"|(?:有没有|有无|有|是否有?|是不是有?)(?:什么|啥|哪些|哪)?(?:漏填|漏项|缺项|缺漏|没填|没写|未填|空着|空项|空格|空白|遗漏|空栏|没填全|没填完|没填完整)(?:的)?(?:地方|栏目?|格子?|项|处|东西|内容)?(?:吗|没有?|么)?"
    r"|(?:没有?|未)(?:填|写)(?:得)?(?:全|完整|完|齐全?|满)(?:的)?"
)
# “护坡那张表，财政拨款…”: of it something else is asked; “在那张表” may ask which (哪张表)
_OF_THAT_FORM = Pattern(
    r"(?<![在是自从到])[那这]一?[张份](?:绩效目标|目标|申报)?表(?:格)?(?:里面?|里头|上面?|中|内)?的?(?=\W?\s*[^\W\d]{3})"
)
# “2025年有几家单位编了绩效目标”, “有表的单位是多少家”: how many units there are forms of, which no line counts
_FILLED_IN = r"(?:上报|提交|申报|填报|编制|编报|导入|收录|录入|有|报|交|编|填|做|写|收|录|导)(?:了|过|有|好|上来|进来)*"
_A_FORM = r"(?:(?:项目|预算)?(?:支出)?(?:绩效)?(?:目标|申报)?的?(?:表格?|目标|项目))"
_HOW_MANY = r"(?:一共|总共|共|都|到底)*(?:有|是)?(?:几|多少)"
_UNITS = r"(?:家(?:单位|部门)?|个?(?:单位|部门))"
_UNITS_WITH_FORMS = Pattern(
    rf"{_FILLED_IN}{_A_FORM}的(?:(?:单位|部门){_HOW_MANY}[家个]?|{_HOW_MANY}{_UNITS})|{_HOW_MANY}{_UNITS}(?:都|已经?)*{_FILLED_IN}{_A_FORM}(?=[了的吗呢啊呀]*\W*$)"
)
# “上年结转一栏”, “财政拨款那格写的啥”: the cell that the field stands in
_CELL_ALONE = Pattern(r"(?<=[转款金额源期性门标度筹位])(?:的)?(?:那|这)?(?:一)?(?:栏|格)(?:里|上)?")
# “在哪张表哪一格”: where it stands in the form, which is told with it
_WHICH_CELL = Pattern(r"(?<=[表件])(?:的|里|上)*(?:第几|哪一?个?)(?:格子?|单元格|栏|行|列)")
_CELL = Pattern(
    r"(?<=[转款金额金源期性门标度拨余筹称级位])(?:的)?(?:那|这|哪|该)?(?:一)?(?:栏目?|格子?|项|单元格|空格|列)(?:里面?|里头|上面?|中|内|头)?(?:的|面)?"
    r"(?:(?:是|都)?(?:写|填|印|标|列)(?:的|了|着)?(?:是)?(?:啥|什么|多少|几|什么数|啥数|的啥)?(?:呀|啊|呢)?|有(?:数|东西|填|内容)?(?:吗|没有?)|有没有(?:数|填|东西))?"
)
# “哪个单位的表问题最多”: what the checks found, of which it is asked who has the most
_PROBLEMS = Pattern(
    r"(?:绩效目标|绩效|目标|自评)?表(?:格)?(?:里面?|里头|上|填)?(?:得|的)?(?:问题|毛病|错误?|疑点|差错)(?=(?:数|处)?(?:是|排)?(?:最多|最少|多|少))"
    r"|(?:哪张|哪个|哪份|哪些|哪几张)(?:绩效目标|目标|自评)?表(?:格)?(?:里面?|上)?(?:的)?(?:问题|毛病|错误?|疑点)"
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that mean forms, what a form lacks, and cells."""
    if _UNFILLED.search(said.text):
        yield from _of_tables(said)
    yield from _of_cells(said)
    for match in _UNITS_WITH_FORMS.finditer(said.text):
        counted = AggregateSaid(Aggregate.COUNT, Field.UNIT)
        yield Proposal(match.start(), match.end(), HELD, counted, 1.7 * (match.end() - match.start()))
    of_forms: tuple[tuple[Pattern, Meaning], ...] = (
        (_THAT_FORM, Mark.FILLER),
        (_OF_THAT_FORM, Mark.FILLER),
        (_WHICH_FORMS, Asked(Field.PROJECT)),
        (_LACKS, BlankSaid()),
        (_PROBLEMS, Asked(Field.QUALITY)),
    )
    for pattern, asks in of_forms:
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "filling.form", asks, 1.6 * (match.end() - match.start()))


def _of_cells(said: Utterance) -> Iterator[Proposal]:
    """The cell that a field stands in."""
    for match in (*_CELL_ALONE.finditer(said.text), *_WHICH_CELL.finditer(said.text)):
        yield Proposal(match.start(), match.end(), "filling.cell", Mark.FILLER, 1.05 * (match.end() - match.start()))
    for match in _CELL.finditer(said.text):
        yield Proposal(match.start(), match.end(), "filling.cell", _meant(match[0]), 1.3 * (match.end() - match.start()))


def _of_tables(said: Utterance) -> Iterator[Proposal]:
    """“哪张表没写满意度”: a form that lacks something is a project, and no document is asked for."""
    counted = AggregateSaid(Aggregate.COUNT, Field.PROJECT)
    for match in _TABLES.finditer(said.text):
        yield Proposal(match.start(), match.end(), "filling.tables", Mark.PROJECTS, 1.6 * (match.end() - match.start()))
    for match in _TABLES_COUNTED.finditer(said.text):
        yield Proposal(match.start(), match.end(), "filling.tables", counted, 1.6 * (match.end() - match.start()))


def _meant(cell: str) -> Meaning:
    """Whether something stands in the cell is a question for blanks; what stands there is one for the field that is named."""
    return BlankSaid() if _WHETHER.search(cell) else Mark.HOW_MUCH if _WHAT.search(cell) else Mark.FILLER


_WHETHER = Pattern("有(?:数|东西|填|内容)?(?:吗|没)|有没有")
_WHAT = Pattern("啥|什么|多少|几|[写填印标列]")
