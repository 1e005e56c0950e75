"""Short questions that go on: 今年还有吗, 为啥降这么多, 多在哪, 哪个是新的, 三年走势, 差几倍, 含呢."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bot.language.meanings import AggregateSaid, Asked, Mark, Meaning, Proposal, Utterance, YearsSaid
from bot.language.numbers import PLACE
from bot.language.patterns import Pattern
from store.model import FundingKind
from store.numerals import DIGIT_CHARACTERS
from store.plan import Aggregate, Field

RULE = "going_on"
_END = r"(?=$|\W|[啊呀呢嘛哦吗的了])"
_STILL = Pattern(
    rf"(?<=年)(?:还|也|都|又|到底|度)*(?:有没有|有没|有无|有吗|有不|有么|有没得|在不在|在吗)(?:[这那该][个笔项]?(?:项目|工程|钱|资金|经费|预算)?)?(?:了|的)?{_END}"
    rf"|(?<=年)(?:还|也|都|又|再|接着|继续|到底|是不是|度)*(?:有|(?:安排|申报|报|列|批|做)(?:了|过|上)*)(?:[这那该][个笔项]?(?:项目|工程|钱|资金|经费|预算)?)?(?:没有|没得|没){_END}"
    rf"|(?<=年)(?:还|也|到底|度)*(?:有没有|有没|有无|是否)(?:再|还|继续|接着)*(?:安排|申报|报|列|批|做)(?:了|过|上)*{_END}"
)
_SO_MUCH = r"(?:这么|那么|这样|恁么?|如此)(?:多|少|大|狠|厉害|快|猛|高|低)?"
# “23年的总有吧”, “单价总有吧” after what there is not
_SURELY = Pattern(rf"(?<=\w)(?:总(?:该|得|归|会)?是?|应该|肯定|总归)有(?:的|了|得)?吧{_END}")
_UP, _DOWN = r"(?:上?涨|上升|升|增加?|增长|加|多)", r"(?:下?降|下跌|跌|减少?|砍|压减?|缩|少|掉)"
_MOVES = (
    (Pattern(rf"{_UP}了?{_SO_MUCH}"), Mark.ROSE),
    (Pattern(rf"{_DOWN}了?{_SO_MUCH}"), Mark.FELL),
    (Pattern(rf"(?<=[年逐连]年)(?:都|在|还|往)?{_UP}(?:了|的|呢)*(?=\W|$)"), Mark.ROSE),
    (Pattern(rf"(?<=[年逐连]年)(?:都|在|还|往)?{_DOWN}(?:了|的|呢)*(?=\W|$)"), Mark.FELL),
    (Pattern(rf"(?<=[么啥何嘛咋因])(?:会|要|就|又)?{_UP}(?:了|的|呢)*(?=\W|$)"), Mark.ROSE),
    (Pattern(rf"(?<=[么啥何嘛咋因])(?:会|要|就|又)?{_DOWN}(?:了|的|呢)*(?=\W|$)"), Mark.FELL),
)
# “为什么改” after what changed
_WHY_CHANGED = Pattern(r"(?<=[么啥何嘛咋因])(?:会|要|又)?(?:改|变|动|调整?|改变|变动)(?:动)?(?:了|的|呢)*(?=\W|$)")
_WHERE = r"(?:在|到|出在)(?:了)?(?:哪儿|哪里|哪块儿?|哪些(?:项目|地方)?|哪几项|哪个(?:项目|地方)?|哪|(?:什么|啥)(?:地方|项目))(?:了|上|去)?"
_MORE_WHERE = Pattern(rf"(?:主要)?(?:是)?(?:多|增加?|涨|长)(?:了|出来)?(?:的)?(?:主要)?{_WHERE}{_END}")
_LESS_WHERE = Pattern(rf"(?:主要)?(?:是)?(?:少|减少?|降|砍|掉)(?:了)?(?:的)?(?:主要)?{_WHERE}{_END}")
_IS_NEW = Pattern(
    rf"(?:哪些|哪个|哪几个|哪项|哪几项|有没有)(?:项目)?(?:是)?(?:才有|才上|新来|新|新开|新上|新加|新增)的?(?:项目)?{_END}"
)
_ONLY_SINCE = Pattern(rf"(?<=年)(?:度)?(?:才有|才上|才开始有|新来|新上|新加|新开|新)的?(?:项目)?{_END}")  # “哪些是今年才有的”
_DIFFERS_WHERE = Pattern(rf"(?:差别?|差距|区别|不同|不一样|变化)(?:主要)?{_WHERE}{_END}")
_MORE_OF_THEM = Pattern(rf"(?<![最更较])(?:多出来|多出|多了)的(?:是|有)?(?:啥|什么|哪个|哪些|哪几个|谁){_END}")
_WHAT_ELSE = Pattern(r"还有(?:些)?(?:啥|什么|哪些|么子)(?:别的|其他|其它)?(?:的)?(?:项目)?(?=[啊呀呢吗]*(?:$|\W))")
# “都叫什么” after how many there are
_CALLED_WHAT = Pattern(
    r"^(?:那|它们?|他们)?(?:都|分别|各|各自)*(?:是)?(?:叫|叫做|叫作)(?:什么|啥子?|么子)(?:名字?|名称|名儿)?(?=[啊呀呢]*\W*$)|^(?:那)?(?:名字|名称|名儿)(?:(?:都|分别)?(?:是|叫)?(?:什么|啥)|报一?下|列一?下|说一?下|呢)(?=[啊呀呢]*\W*$)"
)
_PAID = Pattern(r"^(?:那|要|一共|总共|又)?(?:补|发|奖|扶持|支持|投)(?:了|给)?多少(?:钱)?(?=[啊呀呢]*\W*$)")
_BY_WHOM = Pattern(r"^(?:那|是|都是|由)*(?:谁|哪级|哪一级|哪家)(?:出|掏|给|拨)的(?:钱)?(?=[啊呀呢]*\W*$)")
_COURSE = Pattern(r"(?:的)?(?:走势|趋势|走向|怎么走的?|变化趋势|变动趋势|增长趋势)(?:图)?(?:是)?(?:怎么样|怎样|如何|啥样|咋样)?")
# “财政的呢” after a project's money: that kind of it, and no bureau
_FISCAL = Pattern(
    r"^(?:那|那么|其中)?(?:财政)(?:拨款|资金)?(?:上)?(?:的|那部分|那块|出的|拨的|给的|安排的|承担的)(?:是|有)?(?:多少)?(?=[啊呀呢]*\W*$)"
)
# “那差的12万是什么钱” after one kind of money: what all of it is made of; “差在哪” is asked of two years
_SO_MUCH_OF_IT = r"(?:\d[\d.]*(?:万元?|元)?)"
_WHAT_MONEY = r"(?:什么钱|啥钱|哪块钱|什么资金|哪种钱|哪儿?来的?|哪里来的?|谁出的?)"
_REST_OF_IT = Pattern(
    r"^(?:那|那么|这)?(?:中间|其中)?(?:"
    rf"(?:剩下|剩余|余下|其余|另外)的?[那这]?{_SO_MUCH_OF_IT}?(?:部分|块|钱|资金)?(?:又?是|在|从|属于)?(?:{_WHAT_MONEY}|哪儿|哪里|哪)"
    rf"|(?:差|差额|差出来|多出来)的?[那这]?(?:{_SO_MUCH_OF_IT}(?:又?是|在|从)?(?:{_WHAT_MONEY}|哪儿|哪里|哪)|(?:部分|块|钱)?又?是(?:什么钱|啥钱|哪块钱|什么资金))"
    r")(?=[啊呀呢了]*\W*$)"
)
_TIMES = Pattern(r"差(?=几倍|多少倍)")
_OF_ALL = Pattern(r"全[县区市镇乡旗州省盟](?=的?财政(?:拨款|资金|预算|安排|性资金|投入|补助))")  # not of 县财政
_OWN = Pattern(r"(?<=[局所站院校中心委办队馆处会部厅])(?:自己|自个儿?|自身|单独|本身)(?:的|那块|那份)?")
_OWN_OF_A_PLACE = Pattern(
    r"(?<=[^\W它他她们我你咱])(?<!跟)(?<!和)(?<!比)(?:自己|自个儿?)(?:的|那块|那份)(?=呢|有?多少|$|\w\w|\W)"
)
_WITH = Pattern(r"^(?:那|要是|如果)?(?:含|包含|包括|算上|都算上|连上|带上)(?:的|进去)?(?:呢|的话|是多少|多少)*\W*$")
_SOME = rf"(?:[{DIGIT_CHARACTERS}十\d]{{1,3}}|几|一些|些|点)?(?:个|条|项|家|页|批|笔)?"
_SHOW = r"(?:来|给|列|看|报|说|要|出|显示|发|翻|念|拉|上|往下|往后)(?:给)?(?:我们?|咱们?)?(?:看看?|列|来|说说?|报|显示)?"
_NEXT_ONES = Pattern(
    rf"^\s*(?:那|请|就|好)?(?:再{_SHOW}{_SOME}|(?:下|后)(?:面|一)?(?:{PLACE}|几)?(?:个|条|项|家|批|页)(?<!下一个)(?<!下个)|接着(?:往下)?(?:{_SHOW})?|往[下后](?:看|说|列|翻|来|报)?"
    r"|继续(?:往下)?(?:列|说|看|来|报|翻)|还有呢|还有没有|还有没得|还有没|还有别的吗|还有其他的?吗|后面还有(?:吗|没有|哪些|什么|呢)?|下页|翻页|下面还有(?:吗|没有|哪些|什么|呢)?)"
    r"(?:项目|单位)?[吧呢啊呀吗了的]*\W*$"
)
# “居民满意度” where the form asks others: the reply names whom
_WHOSE_CONTENT = Pattern(
    r"(?:服务对象|受益|人民|当地|沿线|周边)?(?:群众|居民|村民|农民|农户|牧民|渔民|市民|百姓|老百姓|职工|干部|师生|学生|家长|老师|教师|患者|病人|老人|游客|"
    r"企业|用户|商户|单位|对象|社会|公众)(?:的)?(?=满意[度率])"
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans of questions that say little, and that the turn before explains."""
    text = said.text
    yield from (replace(p, value=1.5 * p.value) for p in _found(_STILL, said, Asked(Field.AMOUNT)))  # 没有报 is no blank here
    yield from _found(_SURELY, said, Mark.FOLLOWING)
    for pattern, mark in (*_MOVES, (_WHY_CHANGED, Mark.CHANGED)):
        yield from _found(pattern, said, mark)
    for pattern, mark in ((_MORE_WHERE, Mark.ROSE), (_LESS_WHERE, Mark.FELL)):
        yield from _which(pattern, said, mark)
    yield from _which(_DIFFERS_WHERE, said, Mark.CHANGED)
    yield from _which(_IS_NEW, said, Mark.NEW)
    yield from _which(_ONLY_SINCE, said, Mark.NEW)
    yield from _which(_MORE_OF_THEM, said, Mark.NEW)
    yield from _found(_WHAT_ELSE, said, Asked(Field.PROJECT))
    yield from _found(_CALLED_WHAT, said, Mark.WHICH)
    yield from _found(_PAID, said, Asked(Field.AMOUNT))
    yield from (replace(p, value=2 * p.value) for p in _found(_NEXT_ONES, said, Mark.MORE))
    yield from _found(_BY_WHOM, said, Asked(Field.FUNDING))
    yield from (replace(p, value=2 * p.value) for p in _found(_FISCAL, said, Asked(Field.AMOUNT, FundingKind.FISCAL)))
    whole = re.search(r"年", text) is None
    yield from _found(_COURSE, said, YearsSaid(every=True, each=True) if whole else Mark.EACH)
    yield from _found(_TIMES, said, AggregateSaid(Aggregate.DIFFERENCE))
    yield from (replace(p, value=float(p.end - p.start)) for p in _found(_WHOSE_CONTENT, said, Mark.FILLER))
    for match in _OF_ALL.finditer(text):
        yield Proposal(match.start(), match.end(), RULE, Mark.EVERYTHING, _OF_ALL_VALUE)
    yield from _found(_OWN, said, Mark.ALONE)
    yield from _found(_OWN_OF_A_PLACE, said, Mark.ALONE)
    yield from _found(_WITH, said, Mark.BRANCH)


def _which(pattern: Pattern, said: Utterance, mark: Mark) -> Iterator[Proposal]:
    """The span in two: what became of it, and that it is asked which."""
    for match in pattern.finditer(said.text):
        middle = match.start() + 1
        yield Proposal(match.start(), middle, RULE, mark, _VALUE)
        yield Proposal(middle, match.end(), RULE, Asked(Field.PROJECT), _VALUE * (match.end() - middle))


def _found(pattern: Pattern, said: Utterance, meaning: Meaning) -> Iterator[Proposal]:
    for match in pattern.finditer(said.text):
        yield Proposal(match.start(), match.end(), RULE, meaning, (match.end() - match.start()) * _VALUE)


_OF_ALL_VALUE = 4.0
_VALUE = 1.3  # more than the words that such a span is made of, less than a name said in full


# “名单有吗” behind how many get something: no form lists them
_OF_PEOPLE = Pattern(
    r"^(?:那|有没有|有|给个|发个|要|把)?(?:具体|详细|完整|受益|受助|人员|企业|对象)*(?:的)?(?:名单|名册|花名册)(?:(?:有没有|有|在哪|给我|发我|发一下|呢|能看|列一下)(?:吗|么|没有)?)?(?=[啊呀呢吗]*\W*$)"
)


def propose_names_of_people(said: Utterance) -> Iterator[Proposal]:
    """A list of those whom a project is for, where one project was spoken of: “名单有吗”."""
    for match in _OF_PEOPLE.finditer(said.text):
        yield Proposal(match.start(), match.end(), RULE, Mark.ELSEWHERE, (match.end() - match.start()) * _VALUE)


def propose_the_rest(said: Utterance) -> Iterator[Proposal]:
    """“剩下是什么钱” of one project that was spoken of."""
    yield from (replace(p, value=2 * p.value) for p in _found(_REST_OF_IT, said, Asked(Field.FUNDING)))


A_YEAR = "going_on.year"
_A_YEAR = Pattern(
    r"^(?:那|那么)?(?:(?:一|1)整?年(?:到头|里|下来|算下来)*|整年|一年到头)(?:的)?(?=(?:加起来|合起来|合计|一共|总共|拢共|统共|共计?|总的?)*(?:是|要|得|花|需要?|补|发)*(?:多少|好多|几多)(?:钱|万|万元|元)?[呢啊呀]?\W*$)"
)


def propose_a_year(said: Utterance) -> Iterator[Proposal]:
    """“一年加起来多少” behind the price for one: all of the year's money of what was spoken of, if something was."""
    for match in _A_YEAR.finditer(said.text):
        sum_of_it = AggregateSaid(Aggregate.SUM)
        yield Proposal(match.start(), match.end(), A_YEAR, sum_of_it, 1.6 * (match.end() - match.start()))


THE_LINE = "going_on.line"
_THE_LINE = Pattern(r"(?:这|那|该|此|同)一?(?:个|条|项)?(?:三级)?(?:指标(?:值|的值)?|目标值)(?:的)?(?!表)")


def propose_the_line(said: Utterance) -> Iterator[Proposal]:
    """“这个指标” behind a line: it is asked of that, and of no other line."""
    for match in _THE_LINE.finditer(said.text):
        yield Proposal(match.start(), match.end(), THE_LINE, Asked(Field.INDICATOR), 1.6 * (match.end() - match.start()))


_TOTAL = Pattern(
    r"(?<![助贴励补奖付投拨收支售])(?:资金|预算|年度)?总额(?!的?(?:以[上下内]|不?[超低高大小少多]于?过?\d))(?:合计|一共|总共|加起来)?"
)


def says_the_total(text: str) -> bool:
    """“总额呢”: the amount of all kinds of money together is asked for, whatever is added up."""
    return _TOTAL.search(text) is not None


def propose_the_total(said: Utterance) -> Iterator[Proposal]:
    """The same as what is asked for, where one project's money of one kind was told."""
    for match in _TOTAL.finditer(said.text):
        yield Proposal(
            match.start(), match.end(), RULE, Asked(Field.AMOUNT, FundingKind.TOTAL), 2.0 * (match.end() - match.start())
        )


_GONE_OR_NEW = Pattern(
    r"(?:那|那么|今年|现在|又|都|就)*(?P<said>(?:(?P<gone>少|没|砍)|多)了(?:什么|啥子?|哪些|哪几个|哪个))(?:项目)?[呢啊呀]?[?？。]?"
)


def propose_gone_or_new(said: Utterance) -> Iterator[Proposal]:
    """“少了什么”, “多了啥” after what a unit has: the projects that it has no more, or has now."""
    if match := _GONE_OR_NEW.fullmatch(said.text):
        start, end = match.span("said")
        yield Proposal(start, end, "going_on.gone_or_new", Mark.GONE if match["gone"] else Mark.NEW, 3.0 * (end - start))
