"""How many of something the question believes there are (三家、四个项目、三样一共); and lists of phases (一二三期, 前两期)."""

import re
from collections.abc import Iterator

from bot.language.comparisons import AFTER, BEFORE
from bot.language.meanings import AggregateSaid, Asked, Mark, Proposal, Utterance
from bot.language.numbers import NumberSaid, PhasesSaid, ProjectsNumbered, whole
from bot.language.patterns import Pattern
from store.numerals import DIGIT_CHARACTERS
from store.plan import Aggregate, Comparator, Field, NumberFilter

PHASES_LISTED = "counted.phases"
LINES = "counted.lines"
MORE_PROJECTS = "counted.more"
HELD = "counted.held"
"""How many units or projects there are forms of, which no line of a form tells."""
_NUMBER = rf"(?:[两俩仨{DIGIT_CHARACTERS}]|十[一二三四五六七八九]?|[2-9]|1\d|20)"
_SO_MANY = Pattern(_NUMBER)
_BEFORE = r"(?<![.第前后近几十百千万多倒])(?!(?<=\d)[\d.])"  # “2026三家”: no number goes on there
_UNITS = Pattern(
    rf"{_BEFORE}(?:这|那)?({_NUMBER})(?:家(?:单位|部门)?|个(?:单位|部门|地方))(?:里面|里头|里边|里|当中|之?中|中间)?(?!以[上下]|及以|庭|长|电|具|属|政|访|谱|园|或)"
)
_PROJECTS = Pattern(
    rf"{_BEFORE}(?:这|那)?({_NUMBER})(?:[个项笔](?:项目|经费|资金|钱|工程)|样|笔(?!记)|件事|[张份]表|(?<=[这那].)块(?!钱))(?:里面|里头|里边|里|当中|之?中|中间)?(?!以[上下]|及以|[式板本])"
)
# “两条效益指标”, “效益指标那两条分别是”: lines of the indicator table
_CLASS = "(?:产出|效益|满意度|数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度|绩效|考核)"
_LINES_SAID = Pattern(
    rf"{_BEFORE}{_NUMBER}[条个项](?={_CLASS}?类?指标)|(?<=指标)(?:里面?)?的?[这那有]*{_NUMBER}[条个项](?=(?:都|分别|各)*(?:是|要求|写))"
)
# “哪三个部门最多”: how many are asked for
_WHICH = Pattern(
    rf"(?<![是的])哪{_NUMBER}(?:(?P<units>家(?:单位|部门)?|个(?:单位|部门|局))|[个项笔](?:项目|经费)|[笔项](?![目到]))"
)
# “几个乡镇一共多少钱”, “那几个下属单位各多少”: several, and not how many
_SEVERAL = Pattern(
    r"(?<![一总共合有是第])(?:这|那)?几[个家所](?=(?:的)?(?:下属|所属|下级|二级|直属)?(?:单位|部门|乡镇|镇街|镇|乡|街道|学校)[^,，。?!几\s]{0,8}?(?:各|分别|都|加起来|一共|总共|合计|合起来)[^个家所]*$)"
)
# “几家的保洁费加起来多少”: of all that have it
_SEVERAL_HAVING = Pattern(
    r"(?<![一总共合有是第])(?:这|那)?几(?:家(?:单位)?|个单位|个地方)(?:的|里)?(?=[^,，。?!几\s]{0,16}?(?:加起来|一共|总共|合计|共计|合起来|加一起|加在一起|平均|各是?多少|分别)[^个家所几]*$)"
)
# “民政局今年管哪几件事”, “办几件事”: its projects
_MATTERS = Pattern(
    r"(?:管|办|干|做|抓|忙|有)(?:了|过|的)*(?:是|有)?(?:(?P<which>哪|什么|啥)[几一]?些?|几|多少)[件桩样]大?事(?:儿|情)?(?![故务业件实])"
)
_OF_A_SIZE = Pattern("(?<=[下内足到万元亿块]的)小项目|(?<=[下内])小项目|(?<=[上过万元亿块]的)大项目|(?<=以上)大项目")
_TOGETHER = Pattern(
    rf"{_BEFORE}({_NUMBER})(?:[个项块]|(?<=[俩仨]))(?=(?:放|一共|总共|合计|共|加|合|拢共|统共|分别|各|平均|都|全|一起|哪))"
)
# “两个一起呢”: both together, where nothing else is asked of them
_BOTH_TOGETHER = Pattern(
    rf"{_BEFORE}{_NUMBER}(?:[个家项块样边所处](?:单位|项目|部门)?|者)?(?:放在?|搁在?|凑在?)?(?P<sum>一起)(?=(?:的|是|有|算|共)*(?:呢|多少|$|\W))"
)
_ONE = rf"[{DIGIT_CHARACTERS}\d]"
_PHASES = Pattern(rf"({_ONE}(?:期?[、,，和与跟及]?{_ONE}){{1,5}})期(?![末初间限中])")
_PHASE_RANGE = Pattern(rf"(?:从|由|自)?第?({_ONE})期?(?:到|至|-|~)第?({_ONE})期")
_FIRST_PHASES = Pattern(rf"前({_NUMBER})期")
# “最后一期”, “倒数第二期”, “头一期”, “首期”: whatever number that has
_LAST_PHASE = Pattern(
    rf"(?:最后面?|最末尾?|末尾|最新|最近|最晚|收官|最后头|最靠后)的?(?:这|那)?一?期|末期|倒数第({_NUMBER})期|最后第({_NUMBER})期"
)
_FIRST_PHASE = Pattern(r"(?:最早|最初|最开始|最先|最前面?|起初|开头|打头|第?头)的?(?:这|那)?一?期|首期")
_OTHER_PHASE = Pattern(r"(?<=[\w)）])的?[上下后][面边]?一期")  # “一期的下一期”: no phase that is known
# “5个以上项目的单位”, “项目超过3个的单位”
_ANY_NUMBER = rf"(?:\d{{1,3}}|[{DIGIT_CHARACTERS}十百]{{1,4}})"
_LIMIT = rf"(?P<before>{'|'.join(BEFORE)})?\s*(?P<number>{_ANY_NUMBER})[个项](?P<after>{'|'.join(AFTER)})?"
_NUMBERED = (
    Pattern(rf"(?P<only>只有|仅有|就有|有)?{_LIMIT}(?:的)?项目的?"),
    Pattern(rf"项目(?:总?数量?|个数|数目)?(?:是|在|为|达到?)?(?P<only>只有|仅有|就有|有)?{_LIMIT}的?(?!项目)"),
)
# “是不是6个项目”, “有两个项目吧”: how many there are is asked
_HOW_MANY = Pattern(
    rf"(?:(?:是不是|是否|有没有|是否有)(?:有|共|只有|一共)?{_ANY_NUMBER}[个项](?!单位|部门)(?:项目)?|(?:是|有|共|一共|总共|就|才|只有)+{_ANY_NUMBER}[个项]项目)(?:吗|么|嘛|吧|对吗|对不对|没错吧|是吗)?"
)
# “项目比去年多几个”, “项目个数比去年多多少”: how many there are in either year, and no money
_MORE_PROJECTS = Pattern(
    r"(?P<noun>项目(?:的?(?P<number>总?数量?|个数|数目))?)(?:[^,，。;；?？]{0,6}?(?:比|较|跟)[^,，。;；?？项]{1,8}?)(?P<more>(?:是|要|又|总共|一共)*(?:多|少|增加|减少)[出了]?(?:几(?P<each>个)?|多少(?P<of_each>个)?))(?=[呢啊呀]?\W*$)"
)
_OF_UNITS = Pattern("单位|部门|乡镇|镇|街道|学校")
# “环卫加路灯”, “环卫+路灯”: both together
_PLUS = Pattern(
    r"(?<=[\w)）])\s*(?:(?:再|然后)?(?<![增追参添叠附更外])加(?:上(?!年|一年))?(?![班油气工固装快强大入热急密征盟速药湿价减温压氢宽起一在到个总所下])|\+)\s*(?=\w)"
)
_UNIT = Pattern("单位|部门|哪家|谁家|几家|乡|镇|街道|苏木|学校|哪些?[个]?局")


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that say how many, which is held against what there is; and phases that are listed."""
    for pattern, of in ((_UNITS, Field.UNIT), (_PROJECTS, Field.PROJECT), (_TOGETHER, Field.PROJECT)):
        for match in pattern.finditer(said.text):
            number = whole(match[1])
            if number > 1:
                yield _proposal(match, NumberSaid(number, of), 1.1)
    yield from _loosely(said)
    for match in _MORE_PROJECTS.finditer(said.text):
        if match["number"] or match["each"] or match["of_each"]:
            counted = AggregateSaid(Aggregate.COUNT, Field.PROJECT)
            yield Proposal(*match.span("noun"), MORE_PROJECTS, counted, 1.6 * len(match["noun"]))
            yield Proposal(*match.span("more"), "counted.loosely", Mark.FILLER, 1.6 * len(match["more"]))
    yield from _asked(said)
    yield from _phases(said)
    yield from _numbered(said)
    for match in _HOW_MANY.finditer(said.text):
        asks = match[0].startswith(("是不是", "是否", "有没有")) or match[0].endswith(("吗", "么", "嘛", "吧", "对"))
        if asks and not said.text.startswith(("以", "及", "的"), match.end()):
            meaning = AggregateSaid(Aggregate.COUNT, Field.PROJECT)
            yield Proposal(match.start(), match.end(), "counted", meaning, 1.45 * len(match[0]))


def _loosely(said: Utterance) -> Iterator[Proposal]:
    """Several together, and how many lines of the indicator table are meant."""
    for match in _LINES_SAID.finditer(said.text):
        yield Proposal(match.start(), match.end(), LINES, Mark.FILLER, 1.1 * len(match[0]))
    for match in _PLUS.finditer(said.text):
        yield Proposal(match.start(), match.end(), "counted.plus", AggregateSaid(Aggregate.SUM), 1.1 * len(match[0]))
    for match in _BOTH_TOGETHER.finditer(said.text):
        yield Proposal(*match.span("sum"), "counted.plus", AggregateSaid(Aggregate.SUM), 1.5 * len(match["sum"]))
    for pattern, mark in ((_SEVERAL, Mark.FILLER), (_SEVERAL_HAVING, Mark.FILLER), (_OF_A_SIZE, Mark.PROJECTS)):
        for match in pattern.finditer(said.text):
            yield Proposal(match.start(), match.end(), "counted.loosely", mark, 1.5 * len(match[0]))


def lines_said(words: str) -> int:
    """How many lines of the indicator table these words of a span of `LINES` say, or 0."""
    found = _SO_MANY.search(words)
    return whole(found[0]) if found else 0


def _asked(said: Utterance) -> Iterator[Proposal]:
    """“哪三个部门”, “管哪几件事”, “管几件事”."""
    for match in _WHICH.finditer(said.text):
        asked = Asked(Field.UNIT if match["units"] else Field.PROJECT)
        yield Proposal(match.start(), match.end(), "counted.which", asked, 1.4 * len(match[0]))
    for match in _MATTERS.finditer(said.text):
        matters = Asked(Field.PROJECT) if match["which"] else AggregateSaid(Aggregate.COUNT, Field.PROJECT)
        yield Proposal(match.start(), match.end(), HELD, matters, 1.5 * len(match[0]))


def _phases(said: Utterance) -> Iterator[Proposal]:
    """“一二三期”, “一到三期”, “前两期”."""
    for match in _PHASES.finditer(said.text):
        numbers = [whole(character) for character in re.findall(_ONE, match[1].removesuffix("两"))]  # 一二两期
        if len(numbers) > 1 and numbers == sorted(set(numbers)) and not match[1].isdecimal():
            yield _proposal(match, PhasesSaid(tuple(numbers)), 2.0)
    for match in _PHASE_RANGE.finditer(said.text):
        first, last = whole(match[1]), whole(match[2])
        if 0 < first < last:
            yield _proposal(match, PhasesSaid(tuple(range(first, last + 1))), 2.0)
    for match in _FIRST_PHASES.finditer(said.text):
        if whole(match[1]):
            yield _proposal(match, PhasesSaid(tuple(range(1, whole(match[1]) + 1))), 2.0)
    for match in _LAST_PHASE.finditer(said.text):
        yield _proposal(match, PhasesSaid((-(whole(match[1] or match[2] or "") or 1),)), 2.0)
    for match in _OTHER_PHASE.finditer(said.text):
        yield _proposal(match, PhasesSaid((_NONE,)), 2.0)
    for match in _FIRST_PHASE.finditer(said.text):
        yield _proposal(match, PhasesSaid((0,)), 2.0)


_NONE = 999  # no project has so many phases


def _numbered(said: Utterance) -> Iterator[Proposal]:
    """Limits of how many projects."""
    if not _UNIT.search(said.text):
        return
    for match in (found for pattern in _NUMBERED for found in pattern.finditer(said.text)):
        number = whole(match["number"])
        limited = match["before"] or match["after"] or match["only"] or _OF_UNITS.match(said.text, match.end())
        if number and limited:
            op = BEFORE[match["before"]] if match["before"] else AFTER.get(match["after"] or "", Comparator.EQUAL)
            yield _proposal(match, ProjectsNumbered(NumberFilter(op=op, number=number)), 1.4)


def _proposal(match: re.Match[str], meaning: NumberSaid | PhasesSaid | ProjectsNumbered, worth: float) -> Proposal:
    rule = PHASES_LISTED if isinstance(meaning, PhasesSaid) else "counted"
    return Proposal(match.start(), match.end(), rule, meaning, (match.end() - match.start()) * worth)
