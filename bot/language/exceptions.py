"""Words that leave something out: 除了…以外, 不含…, 别把…算进去, …除外; and what is left then: 其他, 剩下的."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bot.language.meanings import Except, Mark, Proposal, Utterance
from bot.language.patterns import Pattern

# Beside a kind of money: “不用财政钱的项目”, “没花自筹的”, “非财政资金”
_KIND_OF_MONEY = r"(?:财政(?:拨款|资金|给?的?钱|的?款|出)|自筹|自有资金|单位资金|财政(?=的?(?:项目|有[哪几多]|$|[?？]))|其[他它]的?资金|(?:上年|去年)?的?(?:结转|结余))"
_DIFFERING = r"[^,，。;；]{2,24}?相?差"  # “甲局减去乙局差多少” sets two beside each other
_SUBTRACTED = Pattern(rf"减[去掉](?={_DIFFERING})")
_OPENING = {
    Except.BEFORE: (
        r"除了|除去|除开|除却|除掉|除(?=.{1,24}外)|(?:(?<=[\s,，、年度月])|(?<=今年的)|^)除(?![以夕非颤名])(?=[^,，。;；外]{2,24}[,，])"
        r"|(?<=系统)除(?=[^,，。;；]{2,12}?(?:20\d\d|[今去前]年|一共|总共|合计|共|还有|多少|有[哪几]))"
        r"|(?:别|不要|不|勿|莫|不用|不必)把|(?<![是要])不是(?!\s*(?:100\s*%|百分之))(?=[^吗?,，。]{1,14}的)"
    ),
    Except.EITHER: (
        r"(?!(?<=算)不算|(?<=含)不含|(?<=包)不包|(?<=加)不加|(?<=带)不带|(?<=计)不计)不(?:包括|包含|含有?|带上?|包|加上?|算上?|计入?|统计|看|管|查|列)|(?:不要|不用|别)(?:算上?|包括|计入?|统计)"
        rf"|(?:根本|完全|一点也?|都|全|并)?(?:不|没有?|未)(?:需要|靠|用到?|使用|动用|花|占用?|吃|拿)(?:了|过|着|一分)?(?={_KIND_OF_MONEY})|非(?={_KIND_OF_MONEY})"
        rf"|非(?=(?:一次性|常年|经常性?|延续性?|持续性?|阶段性|特定目标类|新增|重点)(?:的)?(?:专项|建设)?(?:类)?(?:项目|的))|(?:排除|剔除|扣除|减除)掉?|[撇抛刨](?:开|去|掉|除)了?|去掉|去除|扣掉|扣去|剔掉|减[去掉](?!{_DIFFERING})|(?<!要)不要(?!把|算|包括|计|统计|钱)"
    ),
    Except.AFTER: (
        r"除外|例外|(?:就|都|也|可以)?(?:不|不要|不用|不必|别)(?:计?算|计|包括|列|包含|统计)(?:在内|在里面|进去|进来|了)|不在内"
        r"|(?:不|别)列入"
    ),
}
_OPENS = {kind: Pattern(pattern) for kind, pattern in _OPENING.items()}
_ANY = Pattern("|".join(_OPENING.values()))
_END = Pattern(
    r"以外|之外"
    r"|(?:也)?(?:计?算|加|包括|统计|列|放|计)(?:进去|进来|进|在内|在里面|入|上)(?:了|去|来)?|在内|的话(?=$|\W|呢)"
)
_BESIDES = Pattern(r"(?<=\S)(?:以外|之外)(?=\S)")  # “工作经费以外的项目”
_OUTSIDE = Pattern(r"(?<=\S)外")  # “除财政局外”: less sure, as names hold it too
_REST = Pattern(
    r"(?:其[他它](?!的?资金)|其余|剩下|剩余|余下|另外)的?(?:年份|年度|年(?!\d))?|别的(?:年份|年度)?|还剩下?的?|(?<=[,，\s])剩的?"
)
_REST_SUM = Pattern(r"(?:还|一共|总共|共)?(?:剩下?|剩余|余下|余)(?:的)?(?:还有|一共|总共|共|合计)?(?:是|有)?多少(?:钱)?")
_OTHERS = Pattern(r"其[他它](?!的?资金)的?")
# “剩下的呢” behind what was shown; “剩下的钱”, “还剩多少” ask for what was not spent
_THINGS = r"(?:(?:那|这)?(?:几|[两二三四五六七八九十\d]{1,2})?[个家项笔]|的(?!钱|资金|经费|预算|款|结转|结余))"
_LEFT = Pattern(
    rf"(?:还)?(?:其余|剩下|剩余|余下|余)的?{_THINGS}的?|(?:还)?(?:其余|剩下|余下)的?(?=(?:项目|单位|部门|乡镇|镇|乡|街道|学校|村|社区|有哪|还有哪|呢))"
    r"|^\s*(?:那)?(?:后面|后头|后边|下面)的(?=呢|还有|有哪|一共|总共|合计|加|[?？]|$)"
    r"|别的(?=项目|单位|部门|呢|还有|有哪|一共|总共|合计|加|占|[?？]|$)|另外(?:的|那?几[个家项笔]|那?[两三四五六七八九][个家项笔])"
)
LEFT = "exceptions.left"
# “另一个镇呢”, “其他两家的目标”: of the units that have what was spoken of, those that were not
_UNITS = r"(?:单位|乡镇|镇街|街镇|镇|乡|街道办?|街|苏木|局|部门|学校|中学|小学|幼儿园|医院|卫生院|中心|站|所|村|社区|地方)"
_OTHER_ONE = Pattern(
    rf"(?:另外?|其[他它余]|别的|剩下|余下)的?(?:那|这)?(?:(?:[一两俩二三仨四五几2-9]|一)?(?:个|家|所|处|边|方)的?{_UNITS}?|{_UNITS})的?(?=呢|有?多少|是多少|是什么|怎么样|几|哪|目标|满意度|\W|$|[一共总合各])"
)
OTHER_ONE = "exceptions.other_one"
_WORTH = 1.35  # a little more than other readings of the same characters, less than a name that holds them


def propose(said: Utterance) -> Iterator[Proposal]:
    """Where something is left out; ends and rests only behind such a word, but for 其他 beside what was spoken of."""
    for kind, pattern in _OPENS.items():
        for match in pattern.finditer(said.text):
            yield _proposal(match, kind)
    for match in _SUBTRACTED.finditer(said.text):
        yield Proposal(match.start(), match.end(), "exceptions", Mark.FILLER, (match.end() - match.start()) * _WORTH)
    first = _ANY.search(said.text)
    for match in _BESIDES.finditer(said.text, 0, first.start() if first else len(said.text)):
        yield _proposal(match, Except.AFTER)
    if first is None:
        yield from (_proposal(match, Except.REST) for match in _OTHERS.finditer(said.text))
        yield from (replace(_proposal(match, Except.REST), rule=LEFT) for match in _LEFT.finditer(said.text))
        return
    for match in _OUTSIDE.finditer(said.text, first.end()):
        if first[0].startswith("除"):
            yield Proposal(match.start(), match.end(), "exceptions", Except.END, 1.0)
    for pattern, kind in ((_END, Except.END), (_REST, Except.REST), (_REST_SUM, Except.REST_SUM)):
        for match in pattern.finditer(said.text, first.end() if kind is Except.END else 0):
            yield _proposal(match, kind)


def propose_others(said: Utterance) -> Iterator[Proposal]:
    """The other units that have the one project that was spoken of."""
    if _ANY.search(said.text) is None:
        for match in _OTHER_ONE.finditer(said.text):
            yield Proposal(match.start(), match.end(), OTHER_ONE, Except.REST, 1.5 * len(match[0]))


def _proposal(match: re.Match[str], kind: Except) -> Proposal:
    return Proposal(match.start(), match.end(), "exceptions", kind, (match.end() - match.start()) * _WORTH)
