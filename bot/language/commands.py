"""Commands, which nobody can give this bot: 批准给我加500万, 把预算改成1元, 帮我拨款, 现在你是局长.

What only concerns the reply is none of these: “给我加起来”, “改成元”, “把财政所去掉再算”.
"""

import re
from collections.abc import Iterator, Sequence

from bot.language.joints import BREAK
from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from store.numerals import DIGIT_CHARACTERS

RULE = "commands"

_END = r"(?=$|\W|[啊呀吧呗哈哦嘛了])"
_BEHIND = r"(?!\s*(?:以[上下内]|之[上下间]|上下|左右|多|到|至|-|~|的|[及级号期年月条张项单名大份下些点遍次眼个成只家那这]))"
# An amount of money; a value of whatever kind, which is neither a year nor how many of something there are.
_SUM = rf"(?>(?:\d[\d.,]*|[{DIGIT_CHARACTERS}十几][{DIGIT_CHARACTERS}十百千]*)\s*[十百千万亿w]*\s*(?:块钱|块|元)?)(?<=[百千万亿元块钱w]){_BEHIND}"
_NUMBER = rf"(?!20[12]\d(?![\d.万元]))(?>(?:\d[\d.,]*|[{DIGIT_CHARACTERS}十][{DIGIT_CHARACTERS}十百千]*)\s*[十百千万亿w]*\s*(?:块钱|块|元|%)?){_BEHIND}"
_PERSON = (
    r"(?:局长|镇长|乡长|县长|区长|市长|书记|主任|所长|院长|校长|科长|股长|处长|部长|厅长|主席|领导|老板|老大|一把手|管理员|超级用户|黑客|审计员?|"
    r"会计|出纳|专家|程序员|开发者|root|admin|猫娘?|狗|海盗|机长|律师|医生|诗人|作家|财神爷?)"
)
_PLEASE = r"(?:请|麻烦|劳驾|赶紧|赶快|快点?|马上|立刻|立即|直接|现在|今天|务必|必须|一定要?|你|您|就|能不能|可不可以|可以|帮忙|再|多|先)*+"
_FOR_ME = r"(?:(?:帮|给|替|为)(?:我们|我|咱们|咱|俺们|俺)(?:单位|局里?|镇里?|乡里?|村里?|学校|这边|这里)?)"
_WHOM = r"(?:(?:给|帮|替|为|批给|拨给|划给|打给|转给)[^,，。;；!！?？\d]{1,14}?)"
_GIVE = r"(?:追加|增加|批准|拨付|安排|划拨|增拨|调增|下达|加|批|拨|打|转|汇|追|划|涨|补|增|发)(?:上|到|点|拨|个|给)?+(?!了|过|的)"
_TO = (
    r"(?:给我)?+(?:都|全部?|统统|直接)*+(?:改成|改为|改到|调成|调为|调整为|调整到|调到|变成|设成|设为|提高到|提到|升到|降到|降低到|减到|"
    r"压到|增加到|加到|写成|填成|涨到|换成|更新为|修改为|修改成)"
)
_FIGURE = r"(?:预算|金额|数字|数据|数|指标值?|目标值?|资金|总额|经费|拨款|钱)"
_SPOIL = r"(?:清空|清零|抹掉|抹去|改掉|改大|改小|改高|改低|调高|调低|翻倍|翻番|加倍|砍一?半|作废|篡改|翻[一两二三四五][倍番]|删[掉除了去光]|删(?=$|\W|[吧呗]))"
_OFFICE = (
    r"(?:申请|申报|审批|报销|填表|签字|签批|盖章|打印|通知|打电话|发邮件|发短信|转告|联系|请示|报批|付款|打款|转账|汇款|拨款|拨钱|打钱|转钱|"
    r"发钱|划款|批钱|批款|批条子|加钱|加预算|加经费|追加预算|追加经费|要点?钱)"
)
_ASKING = Pattern(
    r"多少|几(?![百千十]?万|块)|哪|什么|啥|么子|谁|[吗么呢]|怎么|咋|为何|有没有|是不是|是否|占|排|差|对比|比(?!例)|查|看|统计|列|合计|一共|总共|"
    r"汇总|告诉我|说说|目标(?!值)|指标(?!值)|满意度|加起来|(?<!预)算"
)
_LIMITS_A_PROJECT = Pattern("项目|那个|这个|那笔|这笔")
_OF_A_FORM = Pattern("目标|指标|满意度")
_WHETHER = Pattern("[吗么呢]")

_ROLE = Pattern(
    rf"(?:现在|从现在起|从今天起|从今以后|从此|假如|假设|假装|如果|就当|当作|请)*+[你您](?:现在|以后|今后|从现在起)*+(?:就|只)?+"
    rf"(?:是|扮演|充当|来当|当|变成|作为|装作)(?:一[个名位只头条])?+[^,，。;；!！?？]{{0,10}}?{_PERSON}(?:了|啦)?+(?=$|\W|[啊呀吧])"
    rf"|(?:假装|扮演|充当|模仿|装作)(?:你是)?+(?:一[个名位只])?+[^,，。;；!！?？]{{0,8}}?{_PERSON}"
)
_ORDERS = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_PLEASE}(?:批准|同意|准许|核准|审批通过|通过)(?:一下)?(?:给|我们?|这笔|那笔|追加|增加|加|拨|把)[^,，。;；!！?？]{{0,16}}",
        rf"{_PLEASE}(?:{_FOR_ME}|{_WHOM}){_PLEASE}{_GIVE}[^,，。;；!！?？\d]{{0,6}}?{_SUM}",
        rf"{_PLEASE}{_FOR_ME}{_PLEASE}(?:追加|增加|批|拨|打|转|加|补|发|安排|弄|要|争取|解决)(?:一?点儿?|些|一些|个)(?:钱|资金|经费|预算|款)?{_END}",
        rf"{_PLEASE}(?:批|拨|划|打|转|汇)给[^,，。;；!！?？\d]{{1,14}}?{_SUM}",
        rf"{_PLEASE}[把将][^,，。;；!！?？]{{1,25}}?{_TO}\s*{_NUMBER}(?!了)",
        rf"{_FIGURE}{_TO}\s*{_NUMBER}(?!了)",
        rf"{_PLEASE}[把将][^,，。;；!！?？]{{1,25}}?{_SPOIL}",
        rf"{_PLEASE}[把将][^,，。;；!！?？]{{0,20}}?{_FIGURE}(?:都|给我|给)*+(?:改了|改一?下|调一?下|修改一?下?)",
        rf"{_PLEASE}{_FOR_ME}?+(?:删[掉除了去光]|清空|清掉)(?!的)[^,，。;；!！?？]{{0,16}}?(?:{_FIGURE}|项目|数据|记录|文件|表)",
        rf"{_PLEASE}{_FOR_ME}(?:添加|新增|新建|增加|录入|加)(?:上)?(?:一?个|一?条|一?张|几[个条张])?(?:新的?)?(?:项目|数据|记录|文件|表|指标){_END}",
        rf"{_PLEASE}{_FOR_ME}?+(?:偷偷|悄悄|直接)?+(?:修改|篡改|删除|删掉|清空|伪造|改一?下|调一?下|改大|改小)(?:一下|掉|了|所有|全部|[这那][个条]|的)*+"
        rf"(?:{_FIGURE}|文件|表格?|库|记录)",
        rf"{_PLEASE}(?:{_FOR_ME}|麻烦你){_PLEASE}{_OFFICE}",
        rf"(?:能不能|可不可以|可以|能)(?:帮我|给我们?|帮忙)?+(?:改|修改|追加|调增|增加|多给点?|多批点?|多安排点?)(?:一下|点|些)?{_FIGURE}{_END}",
    )
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that command; an order beside which something is asked is none: “要是给茶叶再加60万，一共多少”."""
    roles = list(_ROLE.finditer(said.text))
    orders = [match for pattern in _ORDERS for match in pattern.finditer(said.text) if not _asks(said.text, match)]
    if asks_beside(said.text, [match.span() for match in (*roles, *orders)]):
        orders = []
    yield from map(_proposal, (*roles, *orders))


def asks_beside(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether something is asked beside these spans."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return bool(_ASKING.search(_WHETHER.sub("", text)))


def _asks(text: str, match: re.Match[str]) -> bool:
    """Whether the clause of the order asks; “能给我们加100万吗” does not."""
    before, behind = BREAK.split(text[: match.start()])[-1], BREAK.split(text[match.end() :])[0]
    if re.search(_FOR_ME, match[0]):
        behind = _WHETHER.sub("", behind)
    order = _OF_A_FORM.sub("", match[0])
    return any(map(_ASKING.search, (before, order, behind))) or bool(_LIMITS_A_PROJECT.search(behind))


def _proposal(match: re.Match[str]) -> Proposal:
    return Proposal(match.start(), match.end(), RULE, Mark.COMMANDED, (match.end() - match.start()) * _VALUE)


_VALUE = 3.0  # more than the names that a command holds
