"""Whom of their own people speak of before they ask: “我爹八十多了，…”, “我家娃在三中，…”, “我妈的…”; it limits nothing."""

import re
from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern

RULE = "relatives"
_KIN = (
    r"(?:爹|爸爸|爸|老爸|老爹|父亲|妈妈|妈|老妈|娘|母亲|爷爷|奶奶|爷|奶|姥姥|姥爷|外公|外婆|公公|婆婆|岳父|岳母|老丈人|丈母娘|公婆|老公|老婆|媳妇儿?|爱人|对象|老伴儿?|"
    r"两口子|老两口|老人家?|老头子?|老婆子|老爷子|老太太|孩子|小孩|娃娃|娃儿|娃|儿子|女儿|闺女|丫头|姑娘|小子|孙子|孙女|外孙|外甥|侄子|侄女|哥哥|哥|弟弟|弟|姐姐|姐|妹妹|妹|"
    r"大伯|伯伯|叔叔|叔|婶子|婶|舅舅|舅|舅妈|姨|姑姑|姑|姑父|姨父|亲戚|邻居|同学|朋友|战友|隔壁邻居|隔壁)"
)
_MINE = rf"(?:我们?|俺们?|咱们?)(?:家里?|家里的|屋里)?(?:的)?(?:那个?|这个?)?(?:{_KIN})(?:他们?|她)?"
_CLAUSE = Pattern(rf"(?:^|(?<=\W)){_MINE}(?P<said>[^,，。;；?？!！\s]{{1,14}})(?=[,，。;；!！\s])")
_AGED = Pattern(
    rf"(?:^|(?<=\W))(?:{_MINE}|我们?|俺|老人家?|人家)(?:今年|都|也|已经?|快|刚|马上|就|满|有|是)*(?:\d{{1,3}}|[一二三四五六七八九十]{{1,3}})(?:多|来|几)?(?:岁|周岁)?(?:多|的人)?(?:了|啦)(?=[,，。;；!！\s]|那|这)"
)
_WHOSE = Pattern(rf"(?:^|(?<=\W)){_MINE}的(?=\w)")
# “我家娃在二小，操场改造多少钱”: the unit limits what is asked
_IN_A_UNIT = Pattern(
    rf"(?:^|(?<=\W)){_MINE}(?:都|也|就|还|是|在|上|住|读|念|去|分到|住在|上的|读的|在上|在读)*+(?=[^,，。;；?？!！\s]{{1,12}}[,，。;；!！\s])"
)
_UNIT = Pattern(r"[局所校中小园镇乡村站]|(?<!住)院|街道|社区|中心|林场|医院|\d")
_ASKS = Pattern("多少|几|哪|什么|啥|吗|怎么|咋|是不是|有没有|补助|补贴|津贴|经费|资金|项目")
_VALUE = 1.3


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that speak of one's own people, where nothing is asked in them."""
    for match in _CLAUSE.finditer(said.text):
        if not (_ASKS.search(match["said"]) or _UNIT.search(match["said"])):
            yield _proposal(match)
    for match in _IN_A_UNIT.finditer(said.text):
        yield _proposal(match)
    for pattern in (_AGED, _WHOSE):
        for match in pattern.finditer(said.text):
            yield _proposal(match)


def _proposal(match: re.Match[str]) -> Proposal:
    return Proposal(match.start(), match.end(), RULE, Mark.FILLER, (match.end() - match.start()) * _VALUE)
