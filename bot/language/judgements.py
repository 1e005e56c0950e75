"""What no form tells of money: whether it is fit (值不值、太高了吧、还能砍吗), and how or by whom it was set (怎么定的、谁批的)."""

import re
from collections.abc import Iterator

from bot.language.amounts import AMOUNT
from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.quantities import UNITS, not_a_word
from store.numerals import CHARACTERS

_ASKED = r"(?:吗|么|嘛|吧|啊|呀|呢|哦|没有?|不)"
_FIT = (
    "合理|值得|值当|值|划算|划得来|有必要|必要|浪费|合适|合规|合规矩|靠谱|正常|公平|科学|够意思|说得过去|贵|便宜|离谱|多余|冤枉|过分|"
    "吃亏|该花|应该|应当"
)
_EXTREME = "高|低|多|少|贵|便宜|离谱|夸张|浪费|过分|不合理|不划算"
_PATTERNS = tuple(
    Pattern(pattern)
    for pattern in (
        r"合不合理|合理不合理|值不值(?:得|当)?(?:这么多|这个钱)?|贵不贵|便宜不便宜|划不划(?:算|得来)|划算不划算|合不合(?:适|规矩|规)|靠不靠谱|"
        r"必不必要|有(?:没有|无)(?:这个)?必要|浪不浪费|应不应该|该不该|过不过分|正不正常|离不离谱|公不公平|(?:多不多|少不少|高不高|低不低)(?!于)",
        rf"(?:这个?|该)?(?:价格?|价钱|价位|单价|标准|定价|收费|费用|数额|金额|预算|花费|开支)?(?:定|给|批|安排|花|开)?(?:得|的)?(?:是不是|是否|觉得|感觉|算不算|算)?(?:还算|还|很|挺|真的?|真有|这么花)?(?:{_FIT}){_ASKED}(?![^,，。;!?]{{0,3}}(?:多少|几))",
        rf"(?:是不是|会不会|不会|是否|觉得|感觉|好像)?(?:有点儿?|有些|太过|太|偏|过于|稍微|略|未免|实在)(?:太|偏)?(?:{_EXTREME})了?"
        rf"(?:一?点儿?|一?些)?{_ASKED}{{0,2}}",
        rf"(?:是不是|会不会)(?:不(?:够)?(?:合理|值得?|划算|合适|合规|必要)|没(?:有)?必要|浪费|多余|乱花钱?|瞎花钱?|冤枉){_ASKED}?",
        rf"(?:有没有|有无|有)(?:在)?(?:浪费|乱花钱?|瞎花钱?|虚报|多报|水分){_ASKED}?",
        r"(?:搞|弄|花|要|卖)?(?:得)?(?:这么|那么|恁|如此)(?:贵|便宜|离谱|夸张)(?:了)?(?:干嘛|干啥|干什么|做什么|做啥)?",
        rf"(?<!比)(?:是不是)?(?:给|批|安排|拨|列|花|报|定)(?:得|的)?(?:太)?(?:多|少|高|低)了(?:一?点儿?|一?些)?{_ASKED}",
        r"(?:最|很|太|这么)?(?:不合理|不划算|不值得?|没(?:有)?必要|不必要|不靠谱|乱花钱|瞎花钱|浪费钱)(?:了|的)?",
        rf"(?:还)?(?:有没有|有无|有多大|有多少|没有|有)?(?:可以)?(?:压缩|压减|节约|节省|压降|挖潜)的?(?:空间|余地)(?:{_ASKED}|多大|有多大)?",
        rf"(?:还)?(?:能不能|可不可以|能否|可否|是否可以|可以|能)(?:再)?(?:砍|压缩|压减|压|核减|减|省|少给|少花|少安排|削减|削|降|加|追加|多给|多安排)"
        rf"(?:掉|下来|下去|下)?(?:一?点儿?|一?些)?(?:钱|经费|预算|{AMOUNT})?{_ASKED}?(?!多少|几)",
        rf"(?:再|另外|多)(?:追加|加|批|给|拨|安排)(?:一?点儿?|一?些|个)?(?:钱|经费|预算|{AMOUNT})?(?:行不行?|行吗|可以(?:吗|不)|可不可以|好不好|成不成?|要得不)",
        r"(?:你|您)?(?:怎么|咋|如何)(?:看|评价)(?:待)?|(?:你|您)的?(?:看法|意见|观点|建议)(?:是|呢)?(?:什么|啥)?|有(?:什么|啥|没有)(?:看法|意见|建议)|"
        r"评价一下|点评一下|分析一下(?:合理性|必要性)|(?:合理性|必要性)(?:怎么样|如何|呢)?",
        r"(?:是)?(?:怎么|咋个?|如何|怎样)(?:定|算|核|核定|测算|确定|批|批准|编|编制|议定)(?:出来|下来)?的(?!项目|单位)",
        r"(?:是)?(?:谁|哪位|哪个|哪级|哪一级)(?:领导|部门|单位|会议)?(?:给)?(?:批准|审批|批|审定|拍板|签字?|定|同意|点头)的?(?![^,，。;!?]{0,4}项目)",
        r"(?:测算|编制|核定|定价|计算|政策|法律|立项|安排|预算|设立|设置|增加|减少|调整|增减|提标|定额|补助|补贴|资金安排|预算安排|预算编制)(?:的)?"
        r"(?:依据|方法|过程|根据|理由|由来|缘由)(?:是)?(?:什么|啥|有哪些|怎么定的|咋来的|怎么来的|在哪里?|充分吗|充不充分|呢)?",
        r"(?:测算|编制|核定|定价|计算)(?:的)?标准(?:是)?(?:什么|啥|怎么定的|咋来的|怎么来的|在哪里?|呢)?",
        rf"是否(?:存在)?(?:真的?|比较|足够|过于|太|有些|有点|基本|完全|还)?(?:{_FIT}|匹配|相匹配|恰当|妥当|适当|充分|充足|相符|相称|超标|超|虚高|虚报|"
        rf"(?:偏|过|太)?[高低多少大小]|合法|合乎\w{{0,4}}|符合\w{{0,6}}(?:规定|标准|要求|实际)|过分|重复|有依据)了?{_ASKED}?",
        rf"(?:匹不匹配|匹配|相称|相符|相匹配|成不成比例|成比例|超标|恰当|妥当|充分){_ASKED}(?![^,，。;!?]{{0,3}}(?:多少|几))",
        r"(?:是不是|会不会|是否)(?:给|批|安排|拨|列|花|报|定|设|填)(?:得|的)?(?:太|有点|过)?(?:多|少|高|低|大|小|松|紧)了",
        r"(?<=[万元块亿])[,，]?(?:是不是|会不会|是否)(?:有点儿?|有些|太|偏)?(?:少|多|高|低|贵)了?(?:一?点儿?|一?些)[吗么嘛吧啊呢]?",
        r"(?:值|配|对)得起(?:这个?|那个?)?(?:价|钱|数)吗?|(?:哪里|哪儿|哪块)(?:不合理|不对劲|有水分|能省|可以省|能压)",
    )
)
_NUMBER = rf"(?:\d[\d.,]*[万亿千百]?|[{CHARACTERS}]+)"
_UNIT = "|".join(
    map(not_a_word, sorted({*UNITS, "个", "分钟", "年", "个月", "桌", "顿", "餐", "节", "堂"}, key=lambda one: (-len(one), one)))
)
_MONEY = rf"{_NUMBER}(?:多|来)?(?:元|块钱|块|万元|万|亿元|毛)"
_ONLY = r"(?:才|只|就|光|仅仅?|总共|一共|拢共|也|还|却|竟然?|居然|都|能|够|要|得|可以|给|用|花|是|有)"
# a deed that is no end of a name: not 维修, 清扫, 检查
_DEED = r"(?<![维检清监培巡排抽新扩改栽筛整防兴承开种])[办买修建做装换演唱跑扫补种查测训救接请发收盖挖铺拍讲印植治]"
# “48万才办6场，…”, “110块一支，…”: what somebody holds before he asks for a judgement
_HELD = tuple(
    Pattern(pattern)
    for pattern in (
        rf"(?:{_MONEY})(?:钱)?(?:一|每一?|/|1)(?:个)?(?:{_UNIT})",
        rf"(?:一|每一?|单|1)(?:个)?(?:{_UNIT})(?:的)?(?:价格?|成本|标准|造价|费用|补助|补贴)?{_ONLY}*+(?:{_MONEY})(?:钱)?",
        rf"(?:{_ONLY}++[^\W\d]{{0,3}}?|{_DEED})(?:了|到|得)?(?:{_NUMBER})(?:个)?(?:{_UNIT})(?<!块)(?!以|的)",
    )
)
_VALUE = 1.3  # a character: more than the words of a comparison that stand in it


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask for a judgement of an amount, or for its grounds; beside a comparison (比去年多了吧) they ask for the difference."""
    judged = [
        match
        for pattern in _PATTERNS
        for match in pattern.finditer(said.text)
        if match[0].strip() and not _compares(said.text[: match.start()])
    ]
    yield from (_proposal(match, Mark.UNTOLD) for match in judged)
    before = max((match.start() for match in judged), default=0)
    yield from (_proposal(match, Mark.FILLER) for pattern in _HELD for match in pattern.finditer(said.text, 0, before))


def _proposal(match: re.Match[str], mark: Mark) -> Proposal:
    return Proposal(match.start(), match.end(), "judgements", mark, (match.end() - match.start()) * _VALUE)


def _compares(before: str) -> bool:
    """Whether what stands before it sets two things side by side."""
    return bool(re.search(r"[比跟和与][^,，。;!?]{1,14}$", before)) and not before.endswith(("的", "钱"))
