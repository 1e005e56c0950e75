"""Words that speak of the store itself before what is asked of it: “系统里收录了”哪些年份, “数据库涵盖”哪几年, “平台上存了”几年的资料.

They limit nothing.  A verb that projects do as well (覆盖、包括、存) says so only beside what is called a system, or before years.
"""

from collections.abc import Iterator

from bot.language.meanings import Asked, Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from store.plan import Field

RULE = "covering"
_BEGIN = r"(?:^|(?<=[\s,，。;；:：?？!！年]))(?:请问|那|那么|我?想?问一?下|想问|麻烦问下)?"
_NOW = r"(?:目前|现在|当前|眼下|截至目前|到目前为止)?"
_OURS = r"(?:这个?|咱?这|你们?(?:这个?|那个?)?|咱们?(?:这个?)?|我们?(?:这个?)?|本)"
_SYSTEM = (
    rf"{_NOW}(?:(?:{_OURS})?(?:系统|数据库|资料库|知识库|库|后台|机器人|小程序)(?:里面?|里头|中|内|上|当中|这边|这里)?"
    rf"|{_OURS}(?:平台|软件|程序)(?:里面?|里头|中|内|上|当中)?|(?:平台|软件)(?:里面?|里头|中|内|上)"
    r"|[你您]们?(?:手上|手头|手里|手边|里头|里面|里边|[这那](?:里头|里面|里边|里|儿|边|头)?))"
)
_SO_FAR = r"(?:一共|总共|都|已经?|现在|目前|当前|共|总的|具体|主要|到底|一般)*+"
_LOADED = r"(?:收录|录入|入库|导入|导|归集|入了库|上传|加载)(?:了|过|进去|进来|到|有|的有|的是|的)*+"
_HELD = r"(?:涵盖|涵括|覆盖|囊括|包含|包括|含|存储|储存|保存|存放|存|收集|收|装|放|登记|更新|录|有)(?:了|过|着|到|进去|进来|有|的有|的是|的)*+"
# What the store holds; what projects do as well (录入多少条) is none of it.
_THINGS = r"(?=(?:的)?(?:哪|几|多少|什么|啥)(?:些|个|几|几个|家|几家|份|几份|张|几张|方面的?)?(?:年|单位|部门|文件|项目|表|资料|数据|乡镇|镇|学校|局)|的?年份|的?年度)"
_YEARS = r"(?=(?:从)?(?:哪几年|哪些年|哪几个年|哪年|哪一年|几年|多少年|几个年|多少个年|什么年份|近几年|的?年份|的?年度))"
_PATTERNS = tuple(
    Pattern(pattern)
    for pattern in (
        rf"(?:{_BEGIN}(?:{_SYSTEM}|{_NOW}))?{_SO_FAR}{_LOADED}{_THINGS}",
        rf"{_BEGIN}{_SYSTEM}{_SO_FAR}{_HELD}(?:{_THINGS}|{_YEARS})",
        rf"{_BEGIN}{_SO_FAR}(?:收|录|编|装|存)(?:进来|进去|进|录|上)?了?{_THINGS}",
        # “全县一共录了几个项目”, “2024年导入的项目”
        rf"{_SO_FAR}(?:录|收)(?:入|进来?)?了(?=(?:几|多少)个?(?:项目|单位|表))",
        r"(?:已经?|都|现在|目前)*+(?:(?:收录|录入|导入|入库)(?:进来|进去)?|[导录]进来?)了?的?(?=项目|总|全部|所有|预算|资金|金额)",
        rf"(?:就|只|都|请)*(?:按照?|以|用|拿)(?:{_SYSTEM})?(?:已经?|都|现在|目前)*+(?:收录|录入|导入|入库|导|录|装)(?:进来|进去|进)?了?的(?:这?些|这部分)?(?:数据|文件|资料|表|项目)?(?:来|为准|口径)*(?:算|统计|看|说|汇总)*(?=$|[\s,，。?？])",
        rf"{_BEGIN}(?:手头|手上|这些|你的)?(?:数据|资料|材料|文件|表格?)(?:里面?|里头|上面?|中)(?=(?:一共|总共|都|共)*(?:有|是)?(?:哪|几|多少)[^,，]{{0,3}}(?:镇|乡|街道|单位|部门|局|学校|项目|年))",
        rf"{_BEGIN}(?:数据|资料|表)(?:里|上|库)?{_SO_FAR}{_HELD}{_YEARS}",
    )
)
_OF_YEARS = Pattern(
    r"(?:哪几年|哪些年[份度]?|哪几个年[份度]?|几年|多少年|几个年[份度]|多少个年[份度]|什么年份)(?:的|以来的)?(?:数据|资料|材料|表|文件|内容|信息|绩效目标表?|目标表|绩效表|预算表|东西)"
    r"|(?:数据|资料|收录|录入|导入|入库)的?(?:年份|年度)(?:范围|跨度|区间)?(?:是|有|都有|包括)*+(?:哪些|哪几个|哪几年|多少|几个|什么|啥)?"
)
# “去年有哪些部门的文件”, “前年的表有哪些部门的”, “哪些部门有表”
_PAPERS = r"(?:数据|资料|材料|文件|表格?|目标表|绩效表)"
_WHICH_UNITS = r"(?:哪些|哪几个|哪几家|什么|啥)(?:部门|预算单位|单位)"
_OF_UNITS = Pattern(
    rf"(?:都|一共)*有?{_WHICH_UNITS}(?:的{_PAPERS}|(?:都|已经)*(?:有|交|报)了?{_PAPERS})了?|{_PAPERS}(?:里|都|一共|中|上)*(?:有|是){_WHICH_UNITS}的?(?=[啊呢呀]*(?:$|\W))"
    rf"|(?<=年)(?:都|一共)*有{_WHICH_UNITS}(?=[啊呢呀]*\W*$)"
)
_WHAT = Pattern(
    rf"{_BEGIN}(?:{_SYSTEM}|{_NOW}你(?:们)?(?:这|那)(?:里|儿|边)?)?{_SO_FAR}{_LOADED}(?:些|点)?(?:什么|啥|哪些)(?:数据|资料|内容|东西|信息|表格?|文件)?(?=$|[啊呀呢\W])"
)
# “2025年文件几份”, “今年的数据来自哪些文件”, “财政局今年几张表”, “文件叫什么”, “文件有哪些”
_END = r"(?=[呢啊呀吗的了]*\s*(?:$|[,，。;；?？!！]))"
_PAPER = r"(?:数据|资料|材料|文件|文档|(?:项目)?(?:支出)?(?:绩效)?(?:目标)?表格?)"
_ITS = r"(?:^|(?<=[\s,，。;；年的局委办院所站校镇乡街园心府]))"  # “宣传资料几份” asks for a line of a project
_MANY = r"(?:一共|总共|共|都|各|有|是|导入了?|收录了?|印了?|填了?|报了?)*(?:几|多少)(?:份|个|张)"
_FILES = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_ITS}{_PAPER}{_MANY}(?:文件|文档|表格?)?{_END}",
        rf"(?:数据|资料|数字)(?:都|一共|分别|主要|是)*(?:来自|出自|来源于|取自|源自|用的是|从)(?:哪些|哪几[份个张]|[几多]少?[份个张])(?:文件|文档|资料|材料|表格?)(?:里)?(?:来|出|取|导|读)?{_END}",
        rf"{_ITS}{_MANY}(?:文件|文档|(?:项目)?(?:支出)?(?:绩效)?(?:目标)?表格?)(?:[、,，和]?{_MANY}(?:文件|文档|表格?))?{_END}",
        rf"{_ITS}(?:文件|资料|文档)(?:名称|名字|名|标题)?(?:都|分别|各)*(?:叫(?:什么|啥)(?:名字|名称|名|标题)?|是(?:什么|啥)(?:名字|名称|名|标题)){_END}",
        rf"{_ITS}(?:文件|资料|文档)(?:都|一共)*(?:有|是)(?:哪些|哪几[份个]|什么){_END}",
        rf"{_ITS}(?:数据|资料|文件|系统|库)(?:都|是|里面?|里)*(?:更新|截止|截至|导入|录入|入库|导|录)(?:到|至|于|的?(?:时间|日期))?(?:了|是|的)*(?:到)?(?:哪一?天|哪一?日|几月几[号日]|几[号月]|哪个?月份?|什么时[候间]|什么日[期子]|何时){_END}",
    )
)
_VALUE = 1.4


# “12.6万是哪个项目哪一年”: what has the amount is told with its year
_WHICH_YEAR = Pattern(r"(?:是|在|又是)*(?:哪一?|几)年(?:度)?的?(?=[啊呀呢]*\s*(?:$|[,，。?？]))")
_WHOSE_MONEY = Pattern(r"\d\s*(?:万|元|亿)元?(?:的|这笔钱?|对应|是|属于|出自|在)*+(?:哪|什么|啥)[个笔项]*(?:项目|单位)")


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that name the store, and those that ask which years it holds, and of which units."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), RULE, Mark.FILLER, (match.end() - match.start()) * _VALUE)
    for match in _OF_YEARS.finditer(said.text):
        yield Proposal(match.start(), match.end(), RULE, Asked(Field.YEAR), (match.end() - match.start()) * _VALUE)
    for match in _WHICH_YEAR.finditer(said.text) if _WHOSE_MONEY.search(said.text) else ():
        yield Proposal(match.start(), match.end(), RULE, Mark.FILLER, (match.end() - match.start()) * _VALUE)
    for match in _OF_UNITS.finditer(said.text):
        yield Proposal(match.start(), match.end(), RULE, Asked(Field.UNIT), (match.end() - match.start()) * _VALUE)
    for match in (m for pattern in (_WHAT, *_FILES) for m in pattern.finditer(said.text)):
        yield Proposal(match.start(), match.end(), RULE, Asked(Field.FILE), (match.end() - match.start()) * _VALUE)
