"""What surrounds a question: who asks, on what occasion, what the answer is wanted for (“王科长让我查一下…”, “审计调阅：…”, “…给我备着”).

Such words are cut off before the question is read.  They speak of persons, meetings, papers and hurry; nothing is cut that holds a stored
name, a number or a question, and no clause that may say what is asked about.
"""

from bot.language.beneficiaries import ORGANISED, PEOPLE
from bot.language.patterns import Pattern
from store.names import Names, NameType, tokenize
from store.text import normalize, words


def _any(listed: str) -> str:
    """One of these words, the longest that there is."""
    return "(?:" + "|".join(sorted(words(listed), key=len, reverse=True)) + ")"


_TITLE = _any(
    "局长 主任 科长 股长 处长 所长 站长 院长 校长 园长 镇长 乡长 县长 区长 市长 旗长 州长 书记 部长 会长 组长 队长 秘书长 主席 常委 总 工 会计 出纳 老师"
)
_PERSON = _any(
    """
    群众 居民 市民 村民 老百姓 百姓 老乡 乡亲 街坊 街坊邻居 邻居 家长 学生家长 老人家 大爷 大妈 大叔 阿姨
    亲戚 朋友 同事 同学 同志 记者 媒体 网友 客户 热线 12345 代表 委员 领导 班子 上级 上面 上头 老板 头儿 对方 人家 有人 他 她 审计 巡察 巡视 审计组 检查组 巡察组 巡视组 评审组 督查组 调研组 专班 人大 政协 纪委 财务
    部里 省里 市里 州里 县里 区里 旗里 镇里 乡里 村里 局里 厅里 委里 院里 校里 科里 股里 处里 省上 市上 县上 省厅 市局 省局 外单位 兄弟单位 单位 我妈 我爸
    """
)
_ANYONE = _any(" ".join((*PEOPLE, *ORGANISED)))
_OFFICE = r"(?:\w{0,3}?(?:[股科组局委厅]|处室?|办公室|科室))"
_FROM = _any("省里 市里 县里 区里 旗里 镇里 乡里 村里 社区 小区 学校 上面 分管 我们局 我们单位 我们 咱们 咱")
_SOME = r"(?:有|来了?)?(?:一?[个位名些]|几[个位]|好几个|不少|很多)?"
_WHO = (
    rf"(?:{_SOME}(?:{_FROM}的?|[省市州县区旗镇乡])?(?:\w{{0,2}}?{_TITLE}|{_PERSON}|{_OFFICE}|[^\W问]农)(?:们|那边|这边|那里)*+)"
)
_SELF = r"(?:我们?|咱们?|俺|本人|我?这边)"
_WHEN = _any(
    "今天 明天 后天 昨天 前天 刚才 刚刚 刚 现在 马上 待会 待会儿 等会 等会儿 一会 一会儿 上午 下午 中午 晚上 早上 今晚 明早 下周 这周 周一 周二 周三 周四 周五 周末"
)
_HOW = _any(
    """
    又 正 都 还 在 就 也 老 总 急 急着 等着 可能 会 应该 肯定 估计 也许 一直 非 要 特意 突然 打 来 过来 来人 去 到 跟 向 给 电话 来电 来电话 来信 微信 网上 群里 上门 当面
    反映 留言 采访 窗口 大厅 接到 转来 转来的
    """
)
_PAPER = (
    r"(?:材料|资料|数据?|情况|报告|汇报|总结|报表|表|说明|ppt|稿子?|发言稿|讲稿|台账|简报|通稿|底稿|方案|公文|函|纪要|答复|回复)"
)
_MEETING = r"(?:\w?长|党组|党委|政府|常务|常委|主任|书记|班子|局务|办公|专题|调度|推进|协调|座谈|听证|评审|碰头|工作|开|例|两|人代)*+会(?:议)?"
_NEEDS = (
    rf"(?:(?:(?:急|等着|急着|着急|马上)?(?:要|需要|得|催着?|等)(?:看|用|写|填|交|报|做|核|查)?(?:个|份|一份)?{_PAPER}?用?"
    rf"|(?:调阅|查阅|调取|抽查|核查|检查|审核|备查|调研|座谈|约谈|汇报)(?:要|用)?{_PAPER}?用?"
    rf"|(?:写|做|填|报|交|弄|整|赶|准备|核对)(?:个|份|一份)?(?:{_MEETING})?的?{_PAPER}(?:里?要?用)?|(?:开|上|参加)(?:个)?{_MEETING}(?:要?用)?|急用|备用)"
    rf"(?:呢|了|(?<=用)的{_PAPER}?)*+)++"
)
_OCCASION = rf"(?:{_MEETING}(?:上(?!会)|里|前|(?={_NEEDS})))"
_AROUND = rf"(?:{_WHEN}|{_OCCASION}|{_HOW})"
_OPEN = r"(?:(?![几哪啥谁钱费款])[^\W\d])"
_ASKS = (
    r"(?<![慰学疑顾质责])(?:问(?![题卷责诊政候答计罪世津需必量讯])|(?:咨询|打听)(?=\W|一?下)|想(?:知道|了解))"
    r"(?:我(?:们)?(?![们县区市旗州乡镇局村校院站所单街这那家])|到|起|过|了|一?下|一句|个数|的是|说|来着)*+"
)
_DO = r"(?:查|看|报|找|统计|核对|核|问|准备|整理|梳理|汇总|列|算|了解|摸|拉|提供)(?:一?下|清楚|查|看|问)*+"
_ME = rf"(?:我们?|咱们?|俺们?)(?:这边|这儿|赶紧|赶快|尽快|再|先|来|去|帮忙?|给|替|他们?|她|领导|{_WHEN})*+"
_TASK = rf"(?:(?:让|叫|喊|派|安排|交代|通知|催|要){_ME}(?:{_DO}|(?=把))|(?:让|叫|要求|安排|通知){_DO})"
_FOR_OTHERS = rf"(?:帮|替|代|给)(?:{_SELF}|{_OPEN}){{0,4}}?(?:{_WHO}|{_SELF})(?:问|查|看|打听|要)(?:一?下|个数|一句|个|问|查|看)"
_NEW = (
    rf"(?:{_SELF}是)?(?:刚|才|新)+(?:调|过|分|借调|转)?(?:来|接手|上任|上岗|到岗|毕业|入职)(?:不久|没几天|没多久)?(?:的)?"
    rf"(?:新人|新手|同事|同志|实习生|{_TITLE}|财务|科员|办事员|经办人?|工作人员|大学生)?"
)
_CLOSES = r"(?:[:：,，。!！]+|\s+(?!多少|[几哪啥]))"
_HAIL = rf"(?:(?:喂|歪|哎|诶|嗯|你好|您好|大家好|在吗|在不在|有人吗|请问|请教一?下|打扰一?下|不好意思|\w{{0,2}}{_TITLE}好)[\s,，。!！?？~:：]*)"
_HEAD = Pattern(
    rf"^\W*(?P<hail>{_HAIL}*+)(?P<frame>(?={_AROUND}*+(?:{_WHO}|{_SOME}{_ANYONE}))(?:{_AROUND}|{_WHO}|{_SOME}{_ANYONE}|:)++[,，]?{_ASKS}"
    rf"|(?:(?:(?!{_TASK})(?:{_AROUND}|{_WHO}))++|{_OPEN}{{1,4}}?){_TASK}"
    rf"|{_FOR_OTHERS}{_CLOSES}?"
    rf"|(?:(?!{_NEEDS}{_CLOSES})(?:{_AROUND}|{_SELF}|{_WHO}))++{_NEEDS}{_CLOSES}"
    rf"|{_WHO}{_CLOSES}(?=请|麻烦|帮)|(?:写|做|赶|准备|起草)(?:个|份|一份)?(?:{_MEETING})?的?{_PAPER}[:,，]+"
    rf"|{_NEEDS}(?<=用){_CLOSES}|{_NEW}(?:$|{_CLOSES}|(?=想?问))"
    r")[\s,，。:：]*"
)
_TAIL = Pattern(
    r"(?:[\s,，。;；]+(?:都|就)?(?:数|材料|结果|答案)(?:都|就)?(?:给|发|报)(?:我|我们)?(?:就行|就好|即可|就可以|吧)*"
    r"|(?:给|帮)(?:我|我们)?(?:备着|备用|留着|备好|准备着|准备好)(?:吧|哈|啊)?"
    rf"|[\s,，。;；]+(?:我?(?:好|要|得|想|准备|还要|等着|急着|{_WHEN})+(?:把它|拿去|去|来)?|(?=\w[进到在]))"
    rf"(?:附|写|填|放|贴|抄|记|加|列|报|交|用|回复?|答复|转告|告诉|汇报)(?:在|进|到|给|上)?(?:{_WHO}|{_PAPER})?(?:里面?|上|中)?(?:去|的|用|呢)*"
    r")[\s。!！~]*$"
)
_HALF = 0.5  # of a name: as much as may mean it


def asked_alone(text: str, names: Names) -> tuple[int, int]:
    """Where the question itself stands in the text as typed; the whole of it where a stored name holds what may surround it.

    What only says who asks leaves nothing, or the greeting before it.
    """
    normal = normalize(text)
    start, end = 0, len(normal.text)
    tail = _TAIL.search(normal.text)
    if tail and not _names_something(tail[0], names):
        end = tail.start()
    head = _HEAD.match(normal.text)
    if head and not _names_something(head["frame"], names):
        start = head.end()
    if head and start >= end:
        start, end = head.start("hail"), head.end("hail")
    return normal.original(start, end)


def _names_something(framing: str, names: Names) -> bool:
    """Whether a project or a unit may be meant by what is said."""
    named = (NameType.PROJECT, NameType.UNIT)
    return any(match.type in named and match.share >= _HALF for match in names.propose(tokenize(framing)))
