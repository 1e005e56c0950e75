"""A value with its unit of measure is told, and it is asked whose it is: “2060亩是哪个项目的”, “哪个项目写的是742万吨”."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from bot.answer import Answer, Desk, Kind
from bot.language.patterns import Pattern
from bot.language.quantities import UNITS
from bot.lines.measured import is_told
from bot.question import Understanding
from bot.replying import facts, phrases
from bot.replying.citing import cite
from bot.replying.narrowed import MOST_READ
from store.model import Horizon, Indicator
from store.names import NameType
from store.numerals import CHARACTERS, NotNumber, parse_number
from store.plan import Field, Part, Plan, TextFilter
from store.targets import TargetView
from store.text import fold

_MOST = 10  # lines
_WAN = 10_000
_NO_VALUES = frozenset(["项", "单", "部", "本", "度", "里", "平", "级", "类", "种", "所", "村", "班", "届", "组", "队", "周"])
_UNIT = "|".join(
    sorted({*UNITS, "分钟", "工作日", "个工作日", "百分点", "%", "‰"} - _NO_VALUES, key=lambda one: (-len(one), one))
)
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|[{CHARACTERS}]+(?:点[{CHARACTERS}]+)?)"
# “要求30分钟内”, “不超过30分钟”: the line prints its sign, and the reply shows it; “低于90%” compares, and is no value
_LIMIT = r"(?:(?:要求|规定|必须|需要?|应|要|得|在|须|控制在)*+(?:不超过|不得超过|不高于|不多于|≤)?)"
_VALUE = rf"{_LIMIT}(?P<number>{_NUMBER})(?P<scale>[万亿千百]?)(?:个(?=人|百|工作))?(?P<unit>{_UNIT})(?:之内|以内|内)?"
_THING = r"(?:项目|单位|指标|地方|镇|乡|局|街道|学校|工程|表|文件|部门|内容|数|条|行)"
_WHICH = rf"(?:哪一?[个家项张条份笔些儿里]|哪几[个家项]|哪|什么|啥|谁家?|何)(?:一?个)?{_THING}?(?:的)?(?:{_THING})?(?:里|中|上|里面)?(?:的)?"
_SAYS = r"(?:的?(?:目标|指标|任务|数量|值|数)?(?:值)?(?:里|中)?(?:是|为|有|写的?是?|写了?|写着|填的?是?|填了?|定的?是?|定了?|要求|达到|提到|印着?|出现|对应)?)"
_OF = r"(?:办结|完成|到位|到场|到达|处置|处理|响应|送达|修复|的)?(?:这个|那个|这)?(?:数字?|指标|值|目标|任务)?(?:的)?(?:是|属于|出自|来自|写在|印在|在|对应|指的是|指)?"
_END = r"(?:啊|呀|呢|吗|来着|的|有|写的?|定的?|里)*"
_FIRST = Pattern(rf"(?:那|请问|查一?下|帮我查一?下|看看|找一?下)?{_VALUE}{_OF}{_WHICH}{_END}")
_BEHIND = Pattern(rf"(?:那|请问|查一?下|帮我查一?下|看看|找一?下)?{_WHICH}{_SAYS}{_VALUE}{_END}")
_PROJECT = Pattern(rf"(?:查一?下|看看|找一?下)?{_VALUE}的(?:那个|这个)?(?:项目|指标)(?:是哪[个些项]|有哪些|是什么|呢)?")
_ALONE = Pattern(rf"{_VALUE}")
_OF_PROJECTS = frozenset(["个", "家", "户", "人", "名", "位", "期", "次", "条", "份", "张"])  # “3个的项目” tells nothing
_YEAR = Pattern(r"(?:20\d\d|二[〇零]\S{2})年(?:度|的)?|(?:今|去|前|上|明)年的?")


class Line(Struct, frozen=True):
    """An indicator whose value is the one that is told."""

    view: TargetView
    stated: Indicator


def by_value(question: Understanding, desk: Desk) -> Answer | None:
    """The lines whose value it is, each with its project; None where that is not what is asked, or nothing is as certain."""
    asked = _asked(question)
    if asked is None:
        return None
    number, unit = asked
    told = f"{phrases.quoted(_plainly(number, unit))}"
    lines = list(_lines(number, unit, question, desk))
    if not lines:
        years = phrases.years(list(question.plan.years)) if question.plan.years else ""
        return Answer(Kind.NOT_FOUND, (f"没有找到：{years}已导入的指标里，没有哪一条的值是{told}。",))
    return told_of(lines, told)


def told_of(lines: Sequence[Line], told: str) -> Answer:
    """What is said of the lines whose value was `told`: each with its project."""
    views = list(dict.fromkeys(line.view for line in lines))
    stated = tuple(facts.indicator(line.view, line.stated) for line in lines[:_MOST])
    said = [_said(line) for line in lines[:_MOST]]
    plan = Plan(fields=(Field.AMOUNT,))
    if len(lines) == 1:
        only = facts.only(plan, views[0])
        return Answer(Kind.ANSWER, (f"{told}是{said[0]}。",), stated, cite(stated), remembered=only)
    first = f"值是{told}的指标有 {len(lines)} 条{f'，只列 {_MOST} 条' if len(lines) > _MOST else ''}："
    numbered = tuple(f"{at}. {text}" for at, text in enumerate(said, 1))
    shown = [line.view for line in lines[:_MOST]]
    choices = facts.choices(plan, shown) if len(shown) == len(set(map(id, shown))) else ()
    remembered = plan if len(views) > 1 else facts.only(plan, views[0])
    return Answer(Kind.ANSWER, (first, *numbered), stated, cite(stated), choices, remembered)


def _asked(question: Understanding) -> tuple[Decimal, str] | None:
    """The number and the unit, “万吨”, where the question says nothing else but what scope they are looked for in."""
    if question.plan.amounts:
        return None  # “五万块”, and no value of a line
    text = _YEAR.sub("", re.sub(r"[\s?？。!！,，“”\"]", "", question.without_names(NameType.UNIT))).removeprefix("的")
    found = _FIRST.fullmatch(text) or _BEHIND.fullmatch(text)
    if found is None:
        found = _PROJECT.fullmatch(text) or (None if question.follows else _ALONE.fullmatch(text))
        if found is None or (found["unit"] in _OF_PROJECTS and not found["scale"]):
            return None
    try:
        return parse_number(found["number"].replace(",", "")), f"{found['scale']}{found['unit']}"
    except NotNumber:
        return None


def _plainly(number: Decimal, unit: str) -> str:
    return f"{number.normalize():f}{unit}"


def _spellings(number: Decimal, unit: str) -> list[str]:
    """How a document may print it: “2.8万笔”, “28000笔”."""
    scale, bare = (_WAN, unit[1:]) if unit.startswith("万") else (1, unit)
    whole = number * scale
    spelled = [_plainly(number, unit), _plainly(whole, bare), _plainly(whole / _WAN, f"万{bare}")]
    if whole >= 1000 and whole == whole.to_integral():  # from here on digits are parted by commas
        spelled.append(f"{int(whole):,}{bare}")
    return list(dict.fromkeys([*spelled, *(one.replace("工作日", "个工作日") for one in spelled if "个工" not in one)]))


def _lines(number: Decimal, unit: str, question: Understanding, desk: Desk) -> Iterator[Line]:
    """The lines with that value."""
    yield from newest_lines(
        _spellings(number, unit), question, desk, lambda line: is_told(line, number, unit) and unit[-1:] in fold(line.value)
    )


def newest_lines(texts: Sequence[str], question: Understanding, desk: Desk, fits: Callable[[Indicator], bool]) -> Iterator[Line]:
    """The lines that fit, in forms whose lines hold one of the texts; of each project those of the newest year that has any, the newest first."""
    found: dict[tuple[str, str], list[Line]] = {}
    scope = Plan(units=question.plan.units, years=question.plan.years, whole_branch=bool(question.plan.units))
    views: dict[object, TargetView] = {}
    for text in texts:
        plan = scope.model_copy(update={"texts": (TextFilter(text=fold(text), within=(Part.INDICATORS,)),)})
        if desk.count(plan) <= MOST_READ:
            views |= {view.position: view for view in desk.run(plan)}
    for view in sorted(views.values(), key=lambda one: -one.target.year):
        lines = [line for line in view.target.indicators if fits(line)]
        annual = [line for line in lines if line.horizon is Horizon.ANNUAL]
        known = found.setdefault((fold(view.target.unit), fold(view.target.project)), [])
        if not known or known[0].view.target.year == view.target.year:
            known += [Line(view, line) for line in annual or lines]
    yield from (line for lines in found.values() for line in lines)


def _said(line: Line) -> str:
    """“青禾县水务局「河道清淤」2024年数量指标“清淤长度”：≥12公里”."""
    term = "中期" if line.stated.horizon is Horizon.MID_TERM else ""
    level = line.stated.level2 or line.stated.level1 or "指标"
    return f"{facts.whose(line.view)}{term}{level}{phrases.printed(line.stated.name)}：{phrases.one_line(line.stated.value)}"
