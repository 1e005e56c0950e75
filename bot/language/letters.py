"""How people write who write letters: 尊敬的同志, 因我单位正在撰写总结, 故冒昧请教, 贵系统中所收录的, 不知是否属实.

A clause is passed over only where all of it speaks of the writer or of the answer that is wished for.
"""

from collections.abc import Iterator

from bot.language.lexicon import Lexicon
from bot.language.meanings import Mark, Meaning, Proposal, Utterance
from bot.language.moods import START
from bot.language.office import SURNAMES
from bot.language.patterns import Pattern
from store.text import words

RULE = "letters"
_WORDS: dict[Meaning, tuple[str, ...]] = {
    Mark.FILLER: words(
        """
        尊敬的 敬爱的 尊敬的领导 尊敬的老师 尊敬的同志 尊敬的各位 同志您好 老师您好 领导您好 您好同志 想麻烦您 想麻烦你 想麻烦您一下 想请您 想请你 还请您
        烦请 烦请予以说明 请予以说明 请予以告知 请予以解释 烦请告知 烦请说明 还请 还望 烦劳 恳请 敬请 特请 谨请 承蒙 冒昧请教 冒昧问一下 冒昧打扰 冒昧地问一下 打搅 打搅了 打搅一下 多有打扰 多有打搅 叨扰 叨扰了 不胜感激 万分感谢
        感激不尽 谨致谢意 顺颂商祺 此致敬礼 此致 敬礼 请说明 请解释 请阐述 请列明 请介绍 请明示 请示下 请予说明 请予解释 请予告知 予以说明 予以告知 说明一下 说明下
        解释一下 解释下 解释解释 介绍一下 介绍下 简要说明 简要介绍 盼复 望复 静候回复 盼回复 盼答复 其计划 其预计 其拟 其预期 前述 如下问题 以下问题 一个小问题
        个小问题 有一事相询 有一事请教 有一事不明 可以吗 可以么 行吗 好吗 方便吗
        """
    ),
}
_LEXICON = Lexicon(RULE, _WORDS, homophones=False)

_END = r"(?=$|[\s,，。.!！?？:：;；~…、])"
_WE = r"(?:我们|我|本人|咱们|俺|本|我方|敝)(?:单位|局里?|科室?|处|镇里?|乡里?|校|所|股|办公室|部门|这边|院|中心|站)?"
_PAPER = (
    r"(?:总结|报告|材料|汇报|方案|台账|报表|文稿|说明|调研|课题|论文|简报|发言稿|决算|预算|公开|绩效|审计|检查|巡察|资料|文章)"
)
_WRITING = r"(?:撰写|编写|编制|起草|准备|整理|汇总|填报|报送|上报|报|撰|写|做|开展|进行|接受|配合|迎接|完成|草拟|核对|对账)"
_TOLD = r"(?:登记|记录|收录|数据|资料|存档|存|这个|这些|这项|相关)"
_CLAUSES = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{START}(?:由于|因为?|鉴于|缘于|为了|为)?{_WE}(?:目前|现在|现|近期|最近|近日|今天|正在|正|在|需要?|要|急需|拟|因|为)*"
        rf"{_WRITING}(?:一[份个篇项])?[^,，。;!?\d]{{0,10}}?{_PAPER}(?:工作|时|过程中|之用|需要|用|事宜|任务)*{_END}",
        rf"{START}(?:需要?|要|须|想|会|急需)(?:用到|用上|使用|引用|核对|了解|参考|填写?|用)(?:一些|一下|有关|相关|部分|这个|几个|下|的)*"
        rf"(?:数据|资料|数字|信息|情况|数)?{_END}",
        rf"{START}(?:故|特|因此|因而|所以|现|兹|谨|遂|今)(?:此|来|特)*(?:冒昧|特此|特来|专门|向您|向贵方|向你们|向贵处|给您)*地?"
        rf"(?:请教|咨询|询问|来函|致函|请问|了解|打听|来问|请示|问)(?:您|贵方|你们)?(?:一下|如下|下)?{_END}",
        r"(?:贵|你们?|您)的?(?:系统|数据库|库|平台|处|方|单位|局|这里|这边|那里|那边)?(?:里面?|之?中|内|上|处)?所?"
        r"(?:收录|登记|录入|记录|保存|存有|存储|收集|导入|掌握|留存|存档|备案|公布)[了过]?[的有]?",
        rf"{START}[但也就]?是?不知道?(?:您|你们?|贵)?(?:这里|这边|那边|那里|处|方|系统|单位)*"
        rf"(?:有没有|是否有?|有无|可有|能否查到|能不能查到){_TOLD}*(?:数据|资料|记录|信息)?{_END}",
        rf"{START}[但也就]?不知道?(?:此事|此说|该说法|这个|这种说法|上述|以上|这)?(?:是否|可否|能否|是不是|对不对|准不准|可)"
        rf"(?:属实|方便|可以|告知|准确|有误|正确|如此|妥当|真的?|这样)?否?{_END}",
        r"(?:之前|以前|前几天|昨天|刚才|早先|前段时间)?我?[曾就也]?(?:听|据|听到|听得)(?:一?个|几个|我们?)?"
        r"(?:同事|领导|人家|别人|朋友|老师|大家|群里|有人|人|村里人|邻居|他们)(?:们)?(?:说|讲|反映|介绍|提起|提到)[起过是]?",
        rf"{START}(?:我|本人)?是?(?:刚刚?|新|才)(?:到|来|调到|调来|进|入职|分到|借调到)[^,，。;!?\d]{{1,8}}?"
        rf"(?:上班|工作|报到|不久|的|任职|帮忙|实习)[的了]?{_END}",
        rf"{START}(?:有|想问|想请教|请教|咨询|想咨询|想请教您|请教您|想问您)[您你]?一?个(?:小|简单的?)?(?:问题|事情|事儿?|情况){_END}",
    )
)
# “现需了解…”, “望贵单位协助提供…”, “请核实并告知…”: that something is asked for
_REQUEST = Pattern(
    rf"{START}(?:[兹现特因故]?(?:拟|需|须|急需|需要|想要?)|[烦敬恳还特]?请|[望盼]|希望|劳烦|烦劳|麻烦|能否|可否|能不能|是否(?:可以|能))++"
    r"(?:贵(?:方|单位|处|局|部门)|你(?:方|单位|处|局|部门)|[您你]们?|各位|有关(?:同志|人员|部门))?+(?:予以|协助|帮忙|帮助|配合|尽快|及时|再|先|一并|给|帮我?)*+"
    r"(?:提供|告知|核实|查询|查证|查核|查阅|调阅|调取|了解|掌握|反馈|回复|答复|复核|出具|报送|摘录)"
    r"(?:并(?:核实|查收|回复|告知|反馈|说明|提供|答复))?+(?:一下|下|如下|以下)?+[:：,，\s]*"
)
# “有没有人知道…”, “哪位清楚…”: whoever may know
_WHO_KNOWS = Pattern(
    rf"{START}(?:请问|不知|有没有|有无|有)*+(?:谁|哪位|哪个(?:同志|老师|领导)?|人)(?:能|可以|会)?(?:知道|晓得|清楚|了解|告诉我?|说说|说下|讲下)(?:一下|下)?[,，\s]*"
)
# “刘主任要…”: for whom it is
_FOR_WHOM = Pattern(
    rf"{START}[{SURNAMES}]?(?:局长|主任|科长|处长|股长|所长|站长|院长|校长|园长|部长|县长|区长|市长|旗长|镇长|乡长|书记|领导|老板|会计|老师)"
    r"(?:那边|这边|急着|等着|现在|马上|立刻|刚才|又|也|还)*要(?![求点害素么把让叫给在去来做搞办开])"
)
# “总结里要写水库这块，…”: what it is about may be named behind it
_TO_BE_WRITTEN = Pattern(
    rf"{START}(?:年终|半年|年度|工作|这次|这个|那个|我们?)*{_PAPER}(?:里面?|中|上)?(?:要|需要?|得|准备|打算|想|还缺|缺|得有)+(?:再)?(?:写|填|放|列|用|提|加|交代|体现|反映)?(?:一下|到|上|进去|一段|一笔)*(?=\w)"
)
# “就水库而言”, “拿水库来说”: what only introduces a name
_INTRODUCED = Pattern(
    r"(?<=[\u4e00-\u9fff])(?:而言|来说|来讲|来看|为例)(?=[\s,，。今去前多的一是各分有中年总]|$)|(?:就|先|光|单)?[拿以](?=[^,，。;；?？]{2,24}?(?:而言|来说|来讲|来看|为例))"
)
# “1、水库 2、公路”: the numbers of what is listed
_NUMBERED = Pattern(r"(?:^|(?<=[\s,，。;；:：、?？(（]))(?P<number>\d{1,2})[、.．)）]\s*(?=[\u4e00-\u9fff])")
# “要压减的话先看…”, “如果要调整，…”: on what occasion it is asked
_CASE = r"(?:压减|压缩|压|砍|调整|削减|统筹|收回|整合|追加|上会|汇报|公开|检查|审计|问起来?|问到|开会|讨论|研究|排序|挑)(?:一?[下点些])?(?:预算|资金|经费|项目)?"
_WANTED = r"(?:真|要|想|需要|得|准备|打算|非要|是)*+"
_IN_CASE = Pattern(
    rf"{START}(?:(?:如果|要是|假如|万一|假设|真要?){_WANTED}{_CASE}(?:用)?(?:的话|的时候|时)?[,，]|{_WANTED}{_CASE}用?的话[,，]?)"
    r"\s*(?:我们?|就|得|应该|该|可以|应当)*(?:先)?(?:看看?|挑|考虑|说说?)?(?:一下)?"
)
_CALLED = Pattern(r"(?:^|(?<=[\s,，]))(?:名字|名称)?叫(?:做|作)?(?=[^\W\d]{2,20}的)")  # “叫工作经费的有几个单位”
_ITEM = Pattern(r"(?<=[\u4e00-\u9fff])[这此该]?一[项事款案](?=$|[\s,，。;?？、的])")
_VALUE = 1.3


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that are manners alone."""
    yield from _LEXICON.propose(said)
    for pattern in (*_CLAUSES, _REQUEST, _WHO_KNOWS, _FOR_WHOM, _IN_CASE, _INTRODUCED, _CALLED, _TO_BE_WRITTEN, _ITEM):
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), RULE, Mark.FILLER, (match.end() - match.start()) * _VALUE)
    for at, match in enumerate(_NUMBERED.finditer(said.text), 1):
        if int(match["number"]) == at or match.start() == 0:
            yield Proposal(match.start(), match.end(), RULE, Mark.FILLER, (match.end() - match.start()) * _VALUE)
