"""What people say of themselves and of this bot around a question: who they are, what hurry they are in, how cross they are.

A clause is passed over only where all of it speaks of the speaker: whatever may limit the question (a month, a place, a
kind of money, 不含, 除了) is in no word of these patterns, and a name that holds such words wins by its length.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from bot.language.lexicon import Lexicon
from bot.language.meanings import Asked, Mark, Meaning, Proposal, Utterance
from bot.language.patterns import Pattern
from store.plan import Field
from store.text import words

_WORDS: dict[Meaning, tuple[str, ...]] = {
    Mark.FILLER: words(
        """
        讲讲 讲一讲 说一说 说说看 听说 据说 好像 貌似 似乎 印象中 凭记忆 凭印象 我记得 记得 忘了 不记得了 记不清 记不清了 不清楚 不太清楚 搞不清 搞不清楚 拿不准 不确定 不知道 不晓得
        麻烦了 麻烦您 麻烦您了 麻烦你 麻烦你了 拜托 拜托了 求问 跪求 急急急 急急 很急 着急 挺急的 比较急 有点急 赶紧 赶快 快点 尽快 马上 立刻 抓紧
        等着用 等着要 在线等 不好意思 打扰了 打扰一下 打扰您 打扰下 打扰 冒昧 劳驾 有劳 费心 借问 请您 你看 您看 你说 您说 您说说 说实话 老实说
        却 倒是 总有吧 总该有吧 总有的吧 总归有吧
        单看 只看 光看 仅看 单说 只说 光说 单算 只算 单查 只查 单问 只问
        我问 我问的 我问的是 我查 我查的是 我说 我说的是 我想 我就想 我就问 我想问下 我想问一下 我想问问 想问下 想问一下 想问问 想请教 想请教一下
        想请教下 请教一下 请教下 请问一下 请问下 咨询一下 咨询下 想咨询 想咨询一下 想咨询下 帮看 帮看下 帮看看 帮我看 帮我看下 帮我看一下 帮我看一眼
        帮我再看看 再帮我看看 帮我再查查 帮我再查一下 看一眼 瞄一眼 你再看看 您再看看 你再看下 你再查查 再好好看看 你好好看看 你再确认下 确认一下 核实一下
        核实下 再核实一下 再查查 再查一下 给个数 给个准数 给个准话 回个话 回一下 劳烦 劳烦您 谁知道 有谁知道 有人知道 知道吗 知道不 您知道吗
        你知道吗 我 您 你 咱 咱们 我们 俺 啦 咯 喽 哟 哇 呗
        """
    ),
}
RULE, ANEW = "asides", "asides.anew"
_LEXICON = Lexicon(RULE, _WORDS, homophones=False)

_EDGE = r"(?!\w)"  # the clause ends there
_SELF = r"(?:我|我们|俺|本人|人家)?"
_MACHINE = r"你(?:们)?(?:家)?(?:这|那)?(?:个|台)?(?:破|烂|笨|傻|蠢|死|臭|垃圾|什么|啥|鬼)*(?:机器人|机器|系统|软件|程序|助手|东西|玩意儿?|bot)"
# What people say of their eyes, hands, years and spelling
_FRAIL = (
    r"(?:(?:眼睛?|眼神儿?|老眼|视力|手|手指头?|手脚|耳朵|脑子|脑袋|记性|普通话|文化|文化程度|水平|拼音|字)(?:也|又|都|有点儿?|比较|太|很|不太|不怎么)*"
    r"(?:花了?|昏花|不好|不行|看不清楚?|看不见|不好使|不灵便?|不利索|粗|笨|慢|抖|背|不够用|糊涂|低|浅|差|不标准|不准|打不好|写不好|不会打|认不全)"
    r"|(?:上了?|年纪|岁数|年龄|人)(?:也|都|有点儿?)?(?:大了|年纪|岁数|老了|大|老)(?:了)?"
    r"|(?:打字|打拼音|手机|电脑|智能手机|输入法)(?:也|又|都|有点儿?|比较|太|很|不太|不怎么|都不)*(?:慢|不会用|不会|不好|不行|不利索|打不好|不熟练|不熟|费劲|吃力|玩不转|用不好|用不来|不太会|错)"
    r"|(?:不会|不太会|不怎么会|懒得|不想|没法|不方便)(?:打字|打拼音|用手机|用电脑|写字|打那么多字|多打字)"
    r"|(?:别嫌我|莫嫌我|请别嫌|见谅|多包涵|请包涵|请见谅|多担待|请多担待)(?:啰嗦|笨|烦|问得多)?)(?:了|啊|呀|哈)?"
)
_CLAUSES = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{_SELF}(?:也)?(?:刚|刚刚|才|新)(?:接手|来|来上班|上任|上岗|调来|调过来|到岗|毕业|参加工作)(?:的|不久|没多久|没几天|这块|这活|这个工作|这项工作|业务|工作|几天|一个月|两个月)*{_EDGE}",
        rf"{_SELF}(?:还|也)?(?:不太?|不怎么|还不)(?:懂|熟|熟悉|清楚|了解|会弄|会用|会查|会)(?:这块|这个|这些|业务|情况|怎么查|怎么弄|怎么用|的)*{_EDGE}",
        rf"{_MACHINE}(?:真|太|好)?(?:笨|蠢|垃圾|没用|差劲|难用|不行)?(?:死|透)?(?:了|啊)?(?:到底|怎么|咋)?(?:连)?",
        rf"(?:真|太|好)(?:是)?(?:笨|蠢|垃圾|没用|差劲|难用|离谱|无语|气人|烦人|慢|麻烦)(?:了|死了|啊|吧)*{_EDGE}",
        rf"{_SELF}(?:的)?(?>{_FRAIL})(?>[,，]?{_FRAIL})*+{_EDGE}",
        r"(?:你们?|您)?(?:真的?)?(?:确定|肯定|没[搞弄看查记算]?错|不会错)(?:了)?(?:吗|么|吧|不|没有?)*(?=[,，?？\s]+\S)",
        rf"快(?:点|一点|些)?{_EDGE}",
        r"(?:申?报|列|立|立项|安排)过(?=(?:这|那|该)(?:一?个|一?项|笔)?(?:项目|资金|钱)?(?:吗|么|没有?)|(?:吗|么|没有?)\W*$)",
        r"(?:凑|写|整|串|组织|归纳|概括|汇|编)(?:成|个|为)?[一两几]?(?:小)?(?:段|句)(?:话|文字|说明)(?:就行|就好|吧)?" + _EDGE,
        r"[一两几]句话(?:给我|跟我)?(?:说清楚?|讲清楚?|说明白?|概括)(?:一下)?",
        r"(?<!\w)先(?=给我|给个|把|查|看|说|报|告诉|帮|列|算)",
        rf"(?<![^\s,，。;；:：!！?？])(?:我|你|帮我|给我)?(?:数数|点点|数[一了]数|点[一了]点|算[一了]算)(?:看|一下)?{_EDGE}",
        r"算了[,，]?(?:吧)?[,，]?(?:先|还是|就|改|直接)*(?:看|问|查|说)?",
        rf"(?:无语|服了|烦死了|气死我?了|急死我?了|头疼|头大|崩溃|救命|要命)(?:了|啊|呀)*{_EDGE}",
        rf"(?:都|还|也|老)?(?:查|答|找|说|搞|弄|看|讲)不(?:出来|到|上来|了|清楚|明白|出)(?:了|啊)?(?:吗|么|嘛|吧|呢)?{_EDGE}",
        r"连(?=[^,。;!?]{2,40}(?:都|也)(?:查|答|找|说|搞|弄|看|讲)?不)",
        rf"(?:都|也)不(?:知道|会|懂|晓得|清楚)(?:了|啊)?(?:吗|么|嘛|吧|呢)?{_EDGE}",
    )
)
_CALLED = (
    r"(?:机器人|小助手|问效|小同志|同志|老师|师傅|大神|大佬|领导|各位|大哥|大姐|哥|姐|亲|小哥|小姐姐|美女|帅哥|老兄|老弟)(?:们)?"
)
_BEGINNING = Pattern(rf"^\W*{_CALLED}(?=[,!:~\s]|你好|您好|好|帮|请|麻烦|问|我|早|在|想)(?:好)?")
_ENDING = Pattern(rf"(?:(?<=[,!:~\s])|(?<=谢谢)|(?<=辛苦了)|(?<=麻烦了)){_CALLED}\W*$")
_OURS = Pattern(
    r"(?:我们|咱们|我|咱|俺们)(?:这|这个)?(?:镇|乡|局|单位|所|中心|学校|校|村|街道|林场|站|院|部门)(?:里|上|这边|这里)?"
)
_OUR_COUNTY = Pattern(r"(?:我们|咱们|我|咱)(?:这|这个)?(?:县|区|市)(?:里|上)?")
# “县里修古道多少钱”; “县里给了多少” asks whose money it is
_IN_THE_COUNTY = Pattern(
    r"(?<![^\s,，。年度查问看下])(?:(?:咱|我|俺)们?)?(?:[县区旗]|(?<!超|城|菜|夜)市)(?:里头?|里面|里边)(?:的)?"
    r"(?=[^\s,，。?？给拨出批财配要让问催定领补一总共合多几有哪各下投掏发安])"
)
_ALL_OF_THE_COUNTY = Pattern(
    r"(?<![^\s,，。年度查问看下])(?:(?:咱|我|俺)们?)?(?:[县区旗]|(?<!超|城|菜|夜)市)(?:里头?|里面|里边)(?=(?:今年|去年|20\d\d年)?(?:一共|总共|合计|哪|有哪|有几|有多少|几个|所有|各))"
)
_I_AM = Pattern(r"(?:我们?|本人|这里|这边)是(?!说|要|想|问)")
_A_YEAR = Pattern(
    r"(?<![第前上后近每整个一二两三四五六七八九十人\d])一年(?:下来|能|可以|要|得|大概|大约|需要|安排|给|批|补|补助|补贴|发|拿|领|奖|贴|挣|投|投入|花)*+(?:到|到手)?(?:多少钱?|几个钱)(?![个人名户])"
)
# “书屋一年26.4万，平均一个多少”
_A_YEAR_OF = Pattern(
    r"(?<![第前上后近每整个一二两三四五六七八九十人\d])一年(?:下来)?(?:要|就|得|花|给|批|安排|有|才|只|是|预算|投入?)*(?=\d[\d.,]*\s*(?:万|元|亿|块))"
)
_YEARLY = Pattern(rf"(?<=多少钱)一年{_EDGE}|(?<=多少)一年{_EDGE}")
# “不是90万吗” says what somebody believes; the figure is named as unused
_BELIEVED = Pattern(r"(?:难道)?(?:不就?是|不应该是|应该是)(?=\d[\d.]*(?:亿|万|元)[^,。;]{0,3}[吗么嘛])")
_WHY_NOT = Pattern(
    r"怎么(?=.{0,14}?(?:没有?[涨变加增降提]|不[涨变加增降]|比|只有?|才|[这那]么|还是|反而|突然|忽然|一下子?|猛地?|一年比一年|年年|逐年|连年|越来越|[涨降升加减变砍跌掉]了|缩水|缩减|压减|下降|上涨|减少|增加))"
)
_UNMOVED = Pattern(
    r"(?:一分钱?|一点儿?|一毛钱?|丝毫)?(?:都|也)?(?:没有?|未|不)(?:怎么)?(?:涨|增加|增长|加(?![班盖装固快热油入密])|变化|变|提高|上调|调整|调|降|减少)(?:过|钱|呢)?"
)
# “我说错了，问的是去年”: of the question before; “你说错了”, “搞错了，是4.46万” are about the answer
_SLIP = Pattern(
    r"(?<![^\s,，。!！?？；;])(?:(?:不好意思|对不起|抱歉|sorry|[哦噢啊哎诶呀唉](?!不)|不(?:是)?+(?!不)|不对|等等)[,，!！\s]*+)*+"
    r"(?:(?:我|俺|是我|刚才|刚刚|上面|前面|一下子?|又|给)*+(?:说|打|写|问|看|记|输|选|点|念|发|讲|按)(?:错|岔|反|串|漏|混)(?:了|啦|咯)?(?:年份|年度|年|字|单位|项目|名字?|地方)?(?:了|啦)?"
    r"|口误|笔误|手误|手滑|嘴瓢|更正(?:一?下)?|纠正(?:一?下)?|改(?:一下)?口|[哦噢啊哎]不+(?:对|是)*|(?:不是){2,}+|不不+)"
    r"(?:[,，。!！:：~～\s]+|(?=[要想是改换我应]))"
    r"(?:(?:我|俺)?(?:是|其实|应该|本来|原来)*+(?:要|想要|想问|想看|想查|问|说|看|指|查|想)(?:的)?(?:应该)?(?:是)?|是|改成|应该是|换成)?"
    r"(?=[^\s])(?![^。;；]*\d\s*[万元亿块])"
)
# “不是，我问的是去年的”, “不，二期”: the reply is not what was meant, and what follows is
_OPENED = r"^\W*(?:(?:不好意思|对不起|抱歉|哎呀?|诶|欸|呃|嗯|喂|哦|噢|啊)[,，!！\s]*+)*+"
_MEANT = r"(?:(?:我|俺|人家)?(?:这边|这里)?(?:是|刚才|其实|应该|本来|现在|就)*+(?:要|想要|想问|想看|想查|想知道|问|说|看|指|查|讲|找)(?:的)?(?:应该)?(?:就?是)?)"
_NO_NUMBER = r"(?!\d[\d.,]*\s*(?:$|[^\d\s年月号期个条项张家人]))"
_ANEW = Pattern(
    rf"{_OPENED}(?:不+是?|no|否|非也)(?:的|啊|呀|哦|嘛|嘞|滴|啦|呢)*[,，。!！\s]+(?:(?:不是?|不对)[,，。!！\s]+)*+(?:{_MEANT}|(?:应该)?是)?(?=\w){_NO_NUMBER}"
    rf"|{_OPENED}(?:(?:不对|错|不准)(?:的|了|啊|呀|哦|嘛|嘞|滴|啦|呢|吧)*[,，。!！\s]+)++{_MEANT}(?=\w){_NO_NUMBER}"
)
# “不是钱，问的是人数”: what was asked before is not what is meant
_NOT_THAT = Pattern(
    r"^\s*(?:(?:不对|不不|[哦噢啊哎])[,，!！\s]*)?(?:我|俺)?(?:(?:问|要|说|查|看|想问|想要)的)?(?:并?不是|没有?|不)(?:在)?(?:问|要|说|看|查|指|想知道|想问)?(?:的)?(?:是)?(?:多少)?"
    r"(?:钱数?|金额|预算数?|资金|经费|总额|总数|款|价钱|目标|指标|满意度|单位)(?:的事)?[,，。;；!！\s]+"
    r"(?:我|俺)?(?:而|就)?(?:是)?(?:在)?(?:要|想问|想看|想知道|想查|想|问|说|看|指|查)?(?:的)?(?:就?是)?(?=[^\s吗么嘛吧])"
)

# “我不是问财政局，问的是国库中心”
_NOT_ASKED = Pattern(r"(?<=不是)(?:在|想|想要)?(?:问|说|要|查|看|指|讲)(?:的)?(?:是)?(?=\w)")
# “问的是标准，不是总额”
_NOT_THAT_BEHIND = Pattern(
    r"[,，]\s*(?:我|俺)?(?:而|可|并)?不是(?:在)?(?:要|问|说|看|查|指)?(?:的)?(?:多少)?(?:钱数?|金额|预算数?|资金|经费|总额|总数|款)(?:的事)?(?=\W*$)"
)
# “年度目标原文发我”, “目标一字不改地给我”: as replies quote them anyway
_TO_THE_LETTER = Pattern(
    r"(?:(?<=目标)|(?<=指标)|(?<=标准))的?(?:原文|原话|原句|全文)(?!件)|(?<=[标准])[,，]?(?:一字不[改差漏落]|逐字逐句|逐字|照原文|按原文|原样)地?"
)
_WHICH = Pattern("哪|项目")  # “哪些项目没涨” is a question about all of them


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans around the question that are about who asks, and how."""
    yield from _LEXICON.propose(said)
    for pattern in (
        *_CLAUSES,
        _BEGINNING,
        _ENDING,
        _IN_THE_COUNTY,
        _I_AM,
        _A_YEAR_OF,
        _YEARLY,
        _BELIEVED,
        _NOT_ASKED,
        _TO_THE_LETTER,
    ):
        yield from _found(pattern, said, Mark.FILLER)
    for pattern in (_SLIP, _ANEW, _NOT_THAT, _NOT_THAT_BEHIND):
        yield from (replace(p, rule=ANEW, value=p.value * _SURELY) for p in _found(pattern, said, Mark.FILLER))
    yield from _found(_OURS, said, Mark.OURS)
    yield from _found(_OUR_COUNTY, said, Mark.FILLER)
    yield from _found(_ALL_OF_THE_COUNTY, said, Mark.EVERYTHING)
    yield from _found(_WHY_NOT, said, Mark.WHY)
    yield from _found(_A_YEAR, said, Asked(Field.AMOUNT))
    if not _WHICH.search(said.text):
        yield from _found(_UNMOVED, said, Mark.UNCHANGED)


def _found(pattern: Pattern, said: Utterance, meaning: Meaning) -> Iterator[Proposal]:
    for match in pattern.finditer(said.text):
        yield Proposal(match.start(), match.end(), RULE, meaning, (match.end() - match.start()) * _VALUE)


_SURELY = 1.3
_VALUE = 1.12  # more than the fillers that such a span is made of, less than a name said in full
