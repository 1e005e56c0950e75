"""More, less and equal, beside the words for it: 渠沟比任圩多, 谁的钱多, 高百分之几, 一模一样, 怎么少了."""

import re
from collections.abc import Iterator

from bot.language.meanings import AggregateSaid, Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.quantities import UNITS, not_a_word
from store.plan import Aggregate, Field

_UNIT = "|".join(
    not_a_word(unit) for unit in sorted(UNITS, key=lambda unit: (-len(unit), unit)) if unit not in ("个", "块", "万", "成")
)
# The rules of “谁多”, “谁的钱多”: of two a comparison, of all that there are a rank.
WHOSE_MORE, WHOSE_MONEY = "more_or_less.whose", "more_or_less.whose_money"
_OF_YEARS = Pattern(r"[今去前上本]年|\d年|两年|年度|历年|这几年|往年")
# “渠沟比任圩多”
_MORE_OR_LESS = Pattern(
    r"(?<=\S)(?:[要还更都]|也要)?(?:给|花|安排|批|拨|投|报)?(?:得|的)?(?:[多少高低大小贵](?![少大个钱])|便宜)(?:得多|[很好][多远]|不少|许多|出?[这那]么多|一?[点些]儿?|多了|那?么?一?截|老?鼻子)?"
    r"(?=[吗呢了吧啊呀的]*(?:\s|$|[,，。?!])|了?\d[\d.]*[万亿千]?元?(?:吗|么|吧|嘛|对|没有))"
)
# “二期比一期高百分之几”
_BY_HOW_MUCH = Pattern(
    r"(?<![至最不太许很差几好还])[多少](?=[了出]?\d[\d.]*[万亿千]?元?(?:吗|么|吧|嘛|对))|"
    r"(?:(?<=\S)|^)[多少高低大小贵差](?=了?(?:百分之|几成|几个百分点|几倍|多少倍|几个点|多少个点|几个项目|多少个项目|几项))|(?<=\S)(?:贵|便宜)(?=了?(?:多少|几))"
)
_OVER = r"[吗呢啊呀]*(?:$|[,，。?!])"
# “今年比去年多储备几支”, “少办几场”: of what an indicator counts
_BY_HOW_MANY = Pattern(
    rf"(?<![^\W\d年比呢的了期要会能就还它又])(?:[多少](?=[^\W\d多少几比年]{{0,4}}(?:几|多少)(?:十|百|千|万)?(?:个)?(?:人|{_UNIT}))|[多少]出?(?:来)?(?=[^\W\d多少几比年]{{0,3}}了(?:几|多少)(?:个)?(?:人|{_UNIT})))"
    rf"|(?<![误偏温时])相?差了?(?=(?:多少|几)(?:十|百|千|万)?(?:个)?(?:人|{_UNIT}|{_OVER}))"
    rf"|^[多少](?=几个{_OVER})"
)
# “甲镇比乙镇多几个人”
_THAN_ANOTHER = Pattern(
    rf"比[^,，。?!;；]{{2,14}}?(?P<more>[多少高低大小])(?=了?(?:几|多少)(?:十|百|千|万)?(?:个)?(?:人|{_UNIT})|几个{_OVER})"
)
# “怎么比去年少了” asks why; “怎么查” does not.
_HOW_COME = Pattern(
    r"(?:怎么|咋个?|为啥|凭啥|为嘛|干嘛|怎样|咋就|怎么就)(?=[^。?!]*(?:没涨|没变|没有变|没增加|没减少|没降|[多少涨降减增低高]了|缩水|砍|跌了|变[多少]|压减|裁))"
)
# “渠沟和任圩谁的钱多”, “哪家拿得少些”; “谁最多” ranks.
_WHO = r"(?:谁|哪一?[个家边方头期项笔样块](?:镇|局|乡|街道|单位|学校|项目|村|部门|苏木)?|哪)"
_WHOSE_MORE = Pattern(
    rf"{_WHO}(?:那边|家)?(?:的|得|(?:拿|分|给|批|安排|要|占|花|补|拨|发|投|用|列)[的得]?)?"
    r"(?:预算|安排|总的?|合计)*(?:总额|金额|经费|资金|钱数?|款|盘子)?(?:要|更|比较|还|相对|会|给得|的)*(?:[多少](?:一点儿?|一些|些|点儿?)?(?![少大个钱万元次人亩了])|(?:[大小高低贵]|便宜)(?:一点儿?|一些|些|点儿?)?(?![^\s,，。?!;；吗呢啊呀吧了的谁差比和跟]))"
)
# “渠沟和任圩哪个镇驻村经费钱多”: what it is about stands between
_WHOSE_MONEY_OF = Pattern(
    rf"{_WHO}[^,，。?!;；]{{1,12}}?(?P<more>(?:的)?(?:钱|预算|资金|经费|金额)(?:要|更|比较|的|给得|拿得)*[多少高低](?:一点儿?|一些|些)?)(?=[吗呢了吧啊]?\s*(?:$|[,，。?!]))"
)
# “今年多还是去年多”, “甲镇花得少还是乙镇”: both sides are named, and what asks stands behind each of them, or behind the first
_GIVEN = r"(?:花|投|给|批|拨|安排|用|报|拿|要)?(?:得|的)?(?:钱|预算|经费|资金|金额|总额)?(?:要|更|比较|会|还)?"
_OR_ANOTHER = Pattern(
    rf"(?<=\w){_GIVEN}(?P<more>[多少高低大小])(?:一些|一?点儿?|些)?(?P<joint>[,，]?还是|[,，]还?是)(?![多少高低大小涨降增减升])[^。?!;；]{{1,16}}?"
    rf"(?:(?P<again>{_GIVEN}(?P=more)(?:一些|一?点儿?|些)?)?)(?=[吗呢了吧啊呀]*\s*(?:$|[,，。?!]))"
)
# “今年还是去年多”: what asks stands behind the last side alone
_OR = Pattern(
    rf"(?<=\w)(?P<joint>[,，]?还是)(?![多少高低大小涨降增减升])[^。?!;；,，多少高低大小]{{1,16}}?的?(?P<more>(?!的){_GIVEN}[多少高低大小](?:一些|一?点儿?|些)?)(?=[吗呢了吧啊呀]*\s*(?:$|[,，。?!]))"
)
_LAST = r"(?:去年|上年|前年|(?:20)?\d\d年)"
_MONEY = Pattern("钱|款|预算|金额|经费|资金|总额|盘子")
# “谁的项目多” counts them
_IN_NUMBER = Pattern(rf"{_WHO}(?:那边|家)?的?项目(?:总?数量?|个数|数目)?(?:要|更|比较)?[多少](?:一些|些|点)?(?![少大个钱万了])")
IN_NUMBER = "more_or_less.in_number"
# “哪个镇的项目比去年多”, “项目比去年少的单位”: how many units have, and not which projects
_OFFICE = "(?:单位|部门|乡镇|镇街|镇|乡|街道|苏木|学校|局)"
_NUMBER_OF_UNITS = (
    Pattern(rf"哪(?:一?个|些|几个|家|几家)?{_OFFICE}[^,，。个些项目]{{0,6}}?的?(?P<said>项目)(?=[比较]{_LAST}度?(?:多|少))"),
    Pattern(rf"(?<![个些项])(?P<said>项目)(?=[比较]{_LAST}度?[多少]了?的{_OFFICE})"),
)
# “今年和去年一样多”: between years what is equal did not change
_EQUAL = Pattern(
    r"(?:金额|预算|钱|数|总额)?(?:是不是|是否|有没有|是|还是|都|完全|正好|刚好|全)*(?:一模一样|一不一样|变没变|一样多|一样高|一样大|一样|相同|相等|同样多|同额|没差别?|不差|没动过?|未动|原封不动|没有?调整过?|没调过?)(?:的|了)?"
)
# “金额完全没变”: how little it moved
_AT_ALL = Pattern(r"(?:完全|丝毫|根本|始终|压根儿?|一直)(?:就|都|也)*(?=没|未|不变)")
_MORE_OR_LESS_OF = Pattern(r"比[^，。]{1,12}?年度?([多少高低])的(?=项目|单位|部门|[镇乡村]|街道|学校|苏木|有|哪|是|谁|$)")

# “哪些项目比去年少”: beside a year it is what rose or fell
_THAN_A_YEAR = Pattern(
    r"[比较](?:去年|上年|前年|往年|上一年|(?:20)?\d\d年)度?(?:的)?(?:时候)?(?:还|要|更|都)?([多少高低贵]|便宜)了?(?:些|一些|一?点儿?|很多|好多|不少|得多)?(?=$|[\s,，。?!;；吗呢吧啊]|[\d一二两三四五六七八九十百千]+(?:\.\d+)?(?:[万亿元%]|百分))"
)
# “低于去年的项目”: beside a year it is no amount that they are below
_YEAR = r"(?:去年|上年|前年|往年|上一年|今年|本年|(?:20)?\d\d年)"
_ABOVE_A_YEAR = Pattern(rf"(?<![没未不有])(?:高于|多于|大于|超过了?|超出了?|超)(?={_YEAR})")
_BELOW_A_YEAR = Pattern(rf"(?:低于|少于|小于|不及|不如|比不上|没到|不到)(?={_YEAR})")


# “谁涨得多”, “哪个降得狠些”; “涨得最多” ranks
_BY_MUCH = r"得(?:更|比较|还|要)?(?:多|快|猛|厉害|狠|凶|大|明显)(?:一?些|一?点儿?|得多)?(?![少大个钱万])"
_ROSE_MUCH, _FELL_MUCH = (
    Pattern(f"(?:[涨增升加长]|上涨|增加|增长|提高){_BY_MUCH}"),
    Pattern(f"(?:[降减跌缩砍压掉扣]|下降|减少|缩水|压减){_BY_MUCH}"),
)


# “降的呢”, “没变的有哪些”: those that did so
_THOSE = r"了?的(?=(?:那些|那几个|项目|单位)?(?:都|又)?(?:呢|有哪|有几|有谁|有没有|是哪|是谁|哪些|几个|多少个|\s*[?？。]?$))"
_RISEN = Pattern(rf"(?<![^\W\d那么了都年])(?:上?涨|上?升|增加?|增长|提高|调增){_THOSE}")
_FALLEN = Pattern(rf"(?<![^\W\d那么了都年])(?:下?降|下?跌|减少?|压减|缩水|缩减|砍|调减|降低){_THOSE}")

# “今年涨几个点”, “涨最多的”, without 了 or 得
_BY = r"(?=(?:几|多少)个?(?:百分)?点|百分之(?:几|多少)|几成|最[多大快猛狠少小])"
_RISEN_BY, _FALLEN_BY = Pattern(rf"(?<!新)(?:上?涨|上?升|增加?){_BY}"), Pattern(rf"(?:下?降|下?跌|减少?|压减){_BY}")

# “是哪个项目涨的”, “哪家少了”; “少的60万是哪个项目的”
_ASKED_OF = rf"(?:{_WHO}(?:的|里|给|主要|都)*)"
_OF_MONEY_MOVED = (
    r"(?=(?:[这那]|出来)?(?:\d|[一二两三四五六七八九十百千]+[十百千]*万|钱|部分)[^,，。?!]{0,8}?(?:是|在|出在)(?:哪|谁))"
)
_ROSE_THERE, _FELL_THERE = (
    Pattern(
        rf"{_ASKED_OF}(?P<said>(?:(?:上?涨|上?升|增加?|加|调增)(?:了|上去|起来|出来)?的?|多(?:了|出来的))(?<=[了的]))(?=[呢啊呀吗]*(?:\W|$)|\d)"
        rf"|^(?:那|这)?(?P<front>(?:多|涨|增|加)(?:了|出来?|上去)?的){_OF_MONEY_MOVED}"
    ),
    Pattern(
        rf"{_ASKED_OF}(?P<said>(?:(?:下?降|下?跌|减少?|砍|压减?|缩减?|扣|掉)(?:了|掉了?|下来|下去)?的?|少(?:了|掉的))(?<=[了的]))(?=[呢啊呀吗]*(?:\W|$)|\d)"
        rf"|^(?:那|这)?(?P<front>(?:少|减|降|砍|压)(?:了|掉|下来)?的){_OF_MONEY_MOVED}"
    ),
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that say what is more or less than something, or as much, or ask why."""
    for match in _MORE_OR_LESS_OF.finditer(said.text):
        mark = Mark.ROSE if match[1] in "多高" else Mark.FELL
        yield Proposal(match.start(1), match.end(), "more_or_less", mark, 2.2)
    for match in _THAN_A_YEAR.finditer(said.text):
        mark = Mark.ROSE if match[1] in "多高贵" else Mark.FELL
        yield Proposal(match.start(1), match.end(), "more_or_less", mark, 1.3 * (match.end() - match.start(1)))
    for match in _MORE_OR_LESS.finditer(said.text):
        if "比" in said.text[: match.start()]:
            yield Proposal(match.start(), match.end(), "more_or_less", Mark.COMPARED, 1.1 * len(match[0]))
    yield from _moved(said.text)
    yield from _whose(said.text)
    yield from _in_number(said.text)
    for match in _EQUAL.finditer(said.text):
        meaning = Mark.UNCHANGED if _OF_YEARS.search(said.text) else Mark.COMPARED
        yield Proposal(match.start(), match.end(), "more_or_less", meaning, 1.15 * len(match[0]))
    for match in _AT_ALL.finditer(said.text):
        yield Proposal(match.start(), match.end(), "more_or_less", Mark.FILLER, 1.2 * len(match[0]))
    for match in _HOW_COME.finditer(said.text):
        yield Proposal(match.start(), match.end(), "more_or_less", Mark.WHY, 2.2)
    for start, end in _by_how_much(said.text):
        yield Proposal(start, end, "more_or_less", Mark.COMPARED, 1.1)


def _in_number(text: str) -> Iterator[Proposal]:
    """“谁的项目多”, and 项目 of “哪个镇的项目比去年多”: how many there are."""
    for match in _IN_NUMBER.finditer(text):
        yield Proposal(match.start(), match.end(), IN_NUMBER, Mark.COMPARED, 1.3 * len(match[0]))
    for match in (found for pattern in _NUMBER_OF_UNITS for found in pattern.finditer(text)):
        yield Proposal(*match.span("said"), "more_or_less", AggregateSaid(Aggregate.COUNT, Field.PROJECT), 4.0)


def _by_how_much(text: str) -> Iterator[tuple[int, int]]:
    """The spans that say how much, or how many of what is counted, lie between two."""
    yield from (match.span() for pattern in (_BY_HOW_MUCH, _BY_HOW_MANY) for match in pattern.finditer(text))
    yield from (match.span("more") for match in _THAN_ANOTHER.finditer(text))


def _moved(text: str) -> Iterator[Proposal]:
    """Who rose or fell by much, those that did, and those that are above or below another year."""
    rose = ((pattern, Mark.ROSE) for pattern in (_ROSE_MUCH, _RISEN, _RISEN_BY, _ABOVE_A_YEAR))
    fell = ((pattern, Mark.FELL) for pattern in (_FELL_MUCH, _FALLEN, _FALLEN_BY, _BELOW_A_YEAR))
    for pattern, mark in (*rose, *fell):
        for match in pattern.finditer(text):
            yield Proposal(match.start(), match.end(), "more_or_less", mark, 1.4 * len(match[0]))
    for pattern, mark in ((_ROSE_THERE, Mark.ROSE), (_FELL_THERE, Mark.FELL)):
        for match in pattern.finditer(text):
            start, end = match.span("said" if match["said"] else "front")
            yield Proposal(start, end, "more_or_less", mark, 1.5 * (end - start))


def _whose(text: str) -> Iterator[Proposal]:
    """Who has more, said in one breath, or with what it is about between."""
    for match in _WHOSE_MORE.finditer(text):
        rule = WHOSE_MONEY if _MONEY.search(match[0]) else WHOSE_MORE
        yield Proposal(match.start(), match.end(), rule, Mark.COMPARED, 1.12 * len(match[0]))
    yield from _either(text)
    for match in () if _WHOSE_MORE.search(text) else _WHOSE_MONEY_OF.finditer(text):
        start, end = match.span("more")
        yield Proposal(start, end, WHOSE_MONEY, Mark.COMPARED, 1.3 * (end - start))


def _either(text: str) -> Iterator[Proposal]:
    """“甲多还是乙多”, “甲还是乙多”: two sides, of which it is asked."""
    for match in _OR_ANOTHER.finditer(text):
        start, end = match.start(), match.start("joint")
        yield Proposal(start, end, WHOSE_MORE, Mark.COMPARED, 1.6 * (end - start))
        yield from _idle(match, "joint", "again")
    for match in () if _OR_ANOTHER.search(text) else _OR.finditer(text):
        start, end = match.span("more")
        yield Proposal(start, end, WHOSE_MORE, Mark.COMPARED, 1.6 * (end - start))
        yield from _idle(match, "joint")


def _idle(match: re.Match[str], *names: str) -> Iterator[Proposal]:
    for name in names:
        if match[name]:
            yield Proposal(*match.span(name), "more_or_less", Mark.FILLER, 1.6 * len(match[name]))
