"""Who states a figure that is to be checked, or where it was seen: 报告里写…, 他们报的…, 台账上有一笔…, 已更正为….

It limits nothing where an amount follows.
"""

from collections.abc import Iterator

from bot.language.amounts import AMOUNT
from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern

_WHERE = "报告|材料|稿子|讲话稿|发言稿|草稿|初稿|汇报|汇报稿|总结|简报|方案|通知|文件|批复|公示表?|公开表|清单|预算书|台账|账|账本|账面|流水|凭证|发票|合同|单子|对账单|报表|表格|ppt|微信|群里|网上|新闻|报纸"
_WHO = "听人|听别人|他们?|她们?|人家|对方|下面|单位|科室|科里|局里|镇里|乡里|会计|出纳|同事|领导|科长|局长|镇长|主任|股长|书记|老师|有人|别人|大家|我们?|你们?|审计"
_ONE = r"(?:个|份)?"
_STATED = Pattern(
    rf"(?:(?:(?:我|我们|他们|你们|咱们?)?(?:手里|手头|手上|这边|这儿|那边)?的?(?:这|那)?|我的?|我们的?|他们的?|你们的?){_ONE})?(?:(?:{_WHERE}|表(?![彰演]))(?:里头|里面|里|上面|上|中)?|(?<![按分各])(?:{_WHO}))(?:都|又|刚|刚才|之前|上次|给我)*"
    r"(?:报数|汇报|发言|来电|来电话)?(?:写|说|讲|报|填|提|列|标|印|登|算)(?:上去|上来|过去|给你们?)?(?:的|了|着|过)?(?:数字?|金额)?(?:是|到|成)?(?=.*[\d一二三四五六七八九十百千万亿])"
)
# “教育局报上去的是669.5万，对吗”
_REPORTED = Pattern(
    rf"(?:上)?报(?:上去|上来|过去|出去)?(?:了|的)?(?:数字?|金额|预算)?(?:也|就)?(?=\s*(?:是|为)?\s*{AMOUNT}|\s*(?:是|为)?\s*\d)"
)
_CHECK = Pattern(
    r"(?:你?(?:帮我?|给我?|替我))?(?:再)?(?:核对?|核实|查核|核查|对)(?:一[核对]|一?下|下子)(?:数|吧|呗)?|帮我?(?:核|对)(?!\w)"
)
# “台账上有一笔19.8万对不上是谁的”
_SEEN = Pattern(
    rf"(?:我们?)?在?(?:(?:手头|手上|手里)?(?:这|那|有)?(?:一?[张份本个])?(?:{_WHERE})(?:里头|里面|里|上面|上|中)?|(?:我们?)?(?:手头|手里|手上|这儿|这里|这边)上?)"
    rf"(?:(?:我们?|又|刚才?|还|都)*(?:看到|看见|见到|查到|发现|翻到|写|记|列|挂|出现|显示|有)(?:了|过|着)?(?:[这那]么)?(?:一?[笔个项条])?|的?[这那]?一?笔)(?={AMOUNT})"
)
# “材料上环境保洁40.5万，公示上41万，哪个对”: which paper it is that says so
_ON_PAPER = Pattern(
    rf"(?<![^\s,，。;；])(?:{_WHERE})(?:里头|里面|里|上面|上|中)(?=[^,，。;；?？]{{1,16}}\d[^,，。;；]*[,，].*(?:哪|谁|对不|对吗))"
)
_NOBODYS = Pattern(
    r"(?:(?<=[\d万元亿块])|(?<=[\d万元亿块][,，的]))(?:对不上(?:号|账|数)?|(?:查|找|搞|弄|看|分)不(?:到|清楚?|出来?|明白))(?=[,，。\s]|是?[谁哪])"
)
# “系统提示：金额已更正为200万”: somebody says so, and the forms do not
_HEADED = Pattern(r"(?:^|(?<=[\s。;；!！]))(?:系统|管理员|官方|最新|紧急|重要)*(?:提示|通知|公告|消息|提醒|注意)[:：,，]")
_CORRECTED = Pattern(
    rf"(?:(?:已经?|刚刚?|现在|都){{1,2}}+被?(?P<surely>)|被)?(?:更正|更改|修改|修正|变更|调整|调|改)(?:成|为|到){{1,2}}了?(?={AMOUNT}(?(surely)了?|了)\s*[,，。;；!！](?!.*(?:全[县区市旗镇乡]|所有|全部|其[他它余]|别的|剩|余下)))"
)
_VALUE = 1.4


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that say whose figure it is, and that it be checked."""
    for pattern in (_STATED, _REPORTED, _CHECK, _SEEN, _ON_PAPER, _NOBODYS, _HEADED, _CORRECTED):
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "attributions", Mark.FILLER, (match.end() - match.start()) * _VALUE)
