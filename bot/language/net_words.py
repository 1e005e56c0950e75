"""Words of the net and of young people (yyds, 家人们, 肿么, 票票, 整了多少), and little words of surprise: 反而, 居然, 才."""

from collections.abc import Iterator

from bot.language.lexicon import Lexicon
from bot.language.meanings import AggregateSaid, Asked, Mark, Meaning, Proposal, Utterance, YearsSaid
from bot.language.patterns import Pattern
from store.plan import Aggregate, Field
from store.text import words

RULE = "net_words"
_WORDS: dict[Meaning, tuple[str, ...]] = {
    Asked(Field.AMOUNT): words(
        """
        票子 票票 银子 银两 钞票 毛爷爷 软妹币 人民币 小钱钱 钱钱 米米 真金白银 多少米米 好多米米 几多米米 多少票票 多少票子 多少钞票 多少钱钱
        多少小钱钱 多少银两 多少软妹币 多少人民币 多少rmb 好多银子 好多票子 好多钞票 几多银子 多少大洋 好多大洋 几个钱 几个子 多少铜板
        """
    ),
    Mark.WHY: words(
        "为神马 为毛 为毛线 凭毛 肿么会 肿么就 咋肥事 咋肥四 肿么回事 怎么肥事 怎么肥四 因为神马 为何故 何故 缘何 何以 什么理由 啥理由 有何理由 理由是什么 理由呢 理由是啥"
    ),
    Mark.FILLER: words(
        """
        反而 反倒 反到 倒是 居然 竟然 硬是 偏偏 愣是 足足 仅仅 仅有 区区 yyds 绝绝子 永远滴神 泰裤辣 泰酷辣 芜湖 emo 蚌埠住了 绷不住了 笑死
        笑不活了 真香 666 6666 233 2333 awsl 奥利给 给力 求求了 球球了 求求你了 球球你了 求求你 呜呜 呜呜呜 555 5555 嘤嘤嘤 酱紫 这样子 肿么 肿么样 肿么样了 神马情况
        造吗 造不 有木有 宝贝儿 集美 集美们 姐妹们 mua 辣么 介个 内个 那个啥 这个啥 整点 整个活 安排上 冲鸭
        插眼 码住 在线蹲 在线等挺急的 挺急的 急急急急 dddd 懂的都懂 你懂的 说白了 说到底 一句话 说句话 吱个声 吱一声
        搞快点 速速 速回 速答 火速
        """
    ),
}
_LEXICON = Lexicon(RULE, _WORDS, homophones=False)

# “从多少降到多少”; where something is counted (“从几小时缩短到几小时”) it is told once what
_MOVED = "(?:上涨|下降|增加|增长|上升|减少|压减|压缩|提高|提升|降低|缩短|延长|扩大|放宽|调整|变动|上调|下调|调高|调低|压|提|调|涨|增|降|减|升|变|改|加|砍|扩|缩|延|换)"
_FROM_WHAT_TO_WHAT = Pattern(
    rf"(?:是)?(?:从|由)(?:几|多少)(?:钱|万元|[万元])?{_MOVED}?(?:到了?|成了?|至|为)(?:几|多少)(?:钱|万元|[万元])?了?(?=$|[\s,，。?？啊呀呢的])"
)
_FROM_SO_MANY = Pattern(
    rf"(?P<from>(?:是)?(?:从|由))(?:几|多少)(?P<what>[^\W\d几多少年月日号点]{{1,4}}?)(?P<to>{_MOVED}(?:到了?|成了?|至|为)(?:几|多少)(?P=what)了?)(?=$|[\s,，。?？啊呀呢的])"
)
_FAR_APART = Pattern(
    r"(?<!多)(?:相)?差(?:得|了|距|别)?(?:会|怎么|咋)?(?:就)?(?:这么|那么|恁么?|如此|辣么|这样|忒|老)(?:多|大|远|悬殊|离谱)(?:呢|啊|的|了)*|相差悬殊|"
    r"差(?:得|的|距)?(?:太|好|很|真|挺|有点|有些|蛮|比较|相当)(?:多|远|大)(?:了|啊)?"
)
_MADE_OF_IT = Pattern(
    r"(?:整|搞|弄|拿|领|捞|争取|讨|抢)(?:到|来|下来|走|了)*(?:一共|总共)?(?=多少(?:钱|票|银|米米|大洋|[啊呀呢哇]|\W|$)|好多(?!人)|几多)"
)
_ONLY = Pattern(
    r"(?<=\w)(?:才|仅|只有|居然|竟然?|硬是|足足|只给了?|才给了?|就给了?)(?=\d|[一二两三四五六七八九十百]{1,4}[万千亿点])"
)
_ONE_LOT = Pattern(r"(?<![第一])一(?:批|系列)(?=[\u4e00-\u9fff]{2})(?!次)")
_AT_MOST = Pattern(
    r"(?:最多|最高|顶多|至多|封顶|最少|至少|起码)(?:能|可以|可|会|要)?(?:补|给|发|领|拿|补助|补贴|奖|奖励|报销?)(?=多少|几|好多)"
)


# “今年打算多少场”: what is counted is planned in any line, and when something is (“放在几月份”)
_PLANNED = Pattern(
    r"(?:计划|预计|打算|准备)(?=(?:多少|几)[^\W\d钱万元])|(?:放|定|排|安排|选|挪)(?=[在到](?:几|哪一?个?|什么)(?:月|时候|时间|天|号))"
)


def _is_a_number(span: Proposal, text: str) -> bool:
    """Whether the digits of a laugh number something: “233线路面修复”, “555户”."""
    around = text[max(span.start - 1, 0) : span.start] + text[span.end : span.end + 1]
    return text[span.start : span.end].isdecimal() and any(map(str.isalnum, around))


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans of money, reason, change and surprise in such words; and fillers."""
    yield from (span for span in _LEXICON.propose(said) if not _is_a_number(span, said.text))
    for match in _FROM_SO_MANY.finditer(said.text):
        start, end = match.span("to")
        yield Proposal(match.start(), match.end("from"), RULE, YearsSaid(every=True, each=True), len(match["from"]) * _VALUE)
        yield Proposal(start, end, RULE, Mark.FILLER, (end - start) * _VALUE)
    for pattern, meaning in (
        (_FROM_WHAT_TO_WHAT, YearsSaid(every=True, each=True)),
        (_FAR_APART, AggregateSaid(Aggregate.DIFFERENCE)),
        (_MADE_OF_IT, Mark.FILLER),
        (_ONLY, Mark.FILLER),
        (_PLANNED, Mark.FILLER),
        (_ONE_LOT, Mark.FILLER),
        (_AT_MOST, Mark.FILLER),
    ):
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), RULE, meaning, (match.end() - match.start()) * _VALUE)


_VALUE = 1.4  # more than the single words that such a span is made of
