"""How well a line of the indicator table answers a question for a figure: what its value is counted in, and whether it explains the words."""

import re
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from bot.language.beneficiaries import PEOPLE
from bot.language.opposites import opposed
from bot.language.patterns import Pattern
from bot.language.quantities import CLOCK, OFTEN, Frame, Kind
from bot.lines.line_words import About, Words, explained, nearly_explained, reading
from bot.lines.measured import ALIKE, AREAS, EXACT, LENGTHS, LOOSE, TIMES, WEIGHTS, counted, is_told, unit_of
from bot.lines.telling import tells
from store.model import Horizon, Indicator
from store.targets import TargetView
from store.text import fold, words

_LONG = frozenset(words("年 月 个月"))  # years are no days
_DATED = Pattern(r"\d+月|月底|月\d|\d+[日号]|[每按逐当][年季月周旬]|季度|年底|年初|\d{4}年")
_A_YEAR = Pattern("[每一]年|年人?均")
_OF_A_DAY = Pattern(r"\d{1,2}[:：]\d{2}|\d[点时]")
_LITTLE = 0.4
_CALLED = 2.2  # of the words that a line is called by
_AS_TOLD = 1.5  # what speaks for a line whose value is the one that is told
_UNSAID = 0.3  # what a character counts against a line that does not explain it
_HOW = 0.6  # 深 of “多深”, that the line is called by
_EACH = {
    "人": "人均|每人|每名|生均|每生|/人|/名",
    "学生": "生均|每生|每名学生|人均|/生|/人",
    "生": "生均|每生|/生",
    "老人": "人均|每人|每位老人|/人",
    "孩子": "人均|每人|每名|生均|每生|/人",
    "天": "每天|每日|日均|[/·]天|[/·]日",
    "月": "每月|月|/月",
    "学期": "学期",
    "学年": "学年|每年",
    "本": "每[本册]|单[本册]|/[本册]",
    "册": "每[本册]|单[本册]|/[本册]",
    "床": "每张?床|床位|/床",
    "床位": "每张?床|床位|/床",
    "张床": "每张?床|床位|/床",
    "方": "[每单/](?:立方米?|方)|m3|m³",
    "立方": "[每单/](?:立方米?|方)|m3|m³",
    "立方米": "[每单/](?:立方米?|方)|m3|m³",
    "周": "每周|周均|/周",
    "平方米": "平方米|平米|㎡",
    "平方": "平方米|平米|㎡",
    "平米": "平方米|平米|㎡",
    "点": "每个?\\w{0,3}点|单点|点均|/点|/个",
    "村": "每村|村均|每个村|/村",
    "家": "每家|户均|/家",
    "辆": "[每单]辆|[每单]车|/辆|/车",
    "盏": "[每单]盏|[每单]灯|/盏|/灯",
    "棵": "[每单][棵株]|/[棵株]",
    "株": "[每单][棵株]|/[棵株]",
    "眼": "[每单][眼井]|/[眼井]",
    "座": "[每单](?:座|桥|站|厕|井|坝|库|塘|亭)|/座",
}
GAIN = Pattern("增收|收入|收益|节本|节约|节支|效益|产值|利润|增值|增加值")
"""What comes of money: no price."""
GAINING = Pattern("[收赚挣增省节效益利产]")
_EARNED = Pattern("收入|收益|产值|增收|利润|税|投资|到位资金|效益")
_EACH_OTHER = Pattern(r"每(?:个|名|位)?[^天日月年季度次]|[人户亩生]均")  # 每册 is no price of a unit
_ONE_OF = Pattern("每|均|单[价份盏座株台件个批次]|标准|单位成本|/")


class Weighed(Struct, frozen=True):
    """A line with what speaks for it."""

    view: TargetView
    line: Indicator
    value: float  # of all that speaks for it
    said: float  # of the words alone
    unsaid: tuple[str, ...] = ()  # the words that say nothing of it


class Fitting(Struct, frozen=True):
    """A line whose value may be what is asked for, with how well it is."""

    view: TargetView
    line: Indicator
    fit: float


def fitting(views: Iterable[TargetView], frame: Frame, horizon: Horizon | None) -> list[Fitting]:
    """The lines whose values are counted in what is asked for: the first look at thousands, before that at their words."""
    every = ((view, line) for view in views for line in _lines(view, horizon))
    return [Fitting(view, line, fit) for view, line in every if (fit := _fit(frame, line))]


def weighed(lines: Iterable[Fitting], frame: Frame, runs: Sequence[str], heard: str, *, kin: bool = False) -> list[Weighed]:
    """The lines that explain all of the words (`runs`), in their order; `kin` though they share none of them.

    `heard`: the other words of the question, which name the target and may stand in the line as well.
    """
    readings = [reading(run) for run in runs]
    sought = frozenset(word for reading in readings for pieces in reading for piece in pieces for word in piece.alike)
    pairs = _pairs(heard)
    found = []
    about: About | None = None
    for one in lines:
        if about is None or about.view is not one.view:
            about = About(one.view, sought)
        said = explained(readings, Words(one.line, about))
        if said is None or not (kin or tells(frame, runs, one.line)) or _is_gained(frame, one.line, f"{''.join(runs)}{heard}"):
            continue
        said += _HOW if frame.how and frame.how in fold(one.line.name) else 0.0
        said += _AS_TOLD if any(is_told(one.line, number, unit) for number, unit in frame.told) else 0.0
        if _is_enough(frame.kind, said, one.fit):
            found.append(Weighed(one.view, one.line, said + 0.5 * one.fit + 0.3 * _shared(pairs, fold(one.line.name)), said))
    return found


def nearly_weighed(lines: Iterable[Fitting], frame: Frame, runs: Sequence[str], heard: str) -> list[Weighed]:
    """The lines that are counted in what is asked for and explain some of the words, with those that they do not explain."""
    readings = [reading(run) for run in runs]
    sought = frozenset(word for reading in readings for pieces in reading for piece in pieces for word in piece.alike)
    pairs = _pairs(heard)
    found = []
    about: About | None = None
    for one in lines:
        if (
            one.fit < ALIKE
            or (any(runs) and not tells(frame, runs, one.line))
            or _is_gained(frame, one.line, f"{''.join(runs)}{heard}")
            or opposed("".join(runs), fold(one.line.name))
        ):
            continue
        if about is None or about.view is not one.view:
            about = About(one.view, sought)
        said, unsaid = nearly_explained(readings, Words(one.line, about))
        value = said - _UNSAID * len("".join(unsaid)) + 0.5 * one.fit + 0.3 * _shared(pairs, fold(one.line.name))
        found.append(Weighed(one.view, one.line, value, said, unsaid))
    return found


def is_price_of(line: Indicator, noun: str, unit: str) -> bool:
    """Whether the line prints what one costs: of a thing that is called so, else of what is counted in that unit."""
    money = unit_of(line)
    if unit == "个" and not noun:
        return money.startswith("元") and bool(re.search("每个|单个|/个", fold(line.name) + money))
    wanted = (noun, "人" if noun in PEOPLE else unit)
    return any(_priced(each, money, line) == EXACT for each in wanted if each and each != "个")


def _lines(view: TargetView, horizon: Horizon | None) -> list[Indicator]:
    lines = view.target.indicators
    wanted = horizon or (Horizon.ANNUAL if any(one.horizon is Horizon.ANNUAL for one in lines) else Horizon.MID_TERM)
    return [one for one in lines if one.horizon is wanted]


def _is_enough(kind: Kind, said: float, fit: float) -> bool:
    """Whether more speaks for a line than that it is counted in anything."""
    if kind is Kind.NAMED:
        return said >= _CALLED
    if kind in (Kind.THING, Kind.MONEY):
        return said >= 1.0
    least = _LITTLE if kind is Kind.DURATION else 0.0  # “几年建成” is no time that an answer takes
    return said > least or fit >= (EXACT if kind is Kind.DURATION else ALIKE)


def _fit(frame: Frame, line: Indicator) -> float:
    """How well the value is what is asked for, by what it is counted in."""
    unit = unit_of(line)
    match frame.kind:
        case Kind.COUNT:
            return counted(frame.unit, unit, fold(line.name))
        case Kind.EXTENT:
            alike = next((one for one in (LENGTHS, AREAS, WEIGHTS) if frame.unit in one), frozenset())
            return EXACT if unit in alike and _is_so(frame.how, fold(line.name)) else 0.0
        case Kind.DATE:
            dated = _OF_A_DAY.search(line.value) if frame.unit == CLOCK else _DATED.search(fold(line.value))
            return EXACT if dated and unit not in TIMES else 0.0
        case Kind.DURATION:
            if frame.how == OFTEN:
                return _often(line)
            return ALIKE if _AT_ONCE.search(line.value) else _lasting(frame.unit, unit)
        case Kind.PRICE:
            return _priced(frame.unit, unit, line)
        case _:
            return LOOSE if _may_be(frame.kind, unit, line) else 0.0


_AT_ONCE = Pattern("当[日天]|即时|即办|立即|随到随办")


def _often(line: Indicator) -> float:
    """How well the value tells how often something is done: 每月1次, 1次/周, 按季度; 每月15日前 tells by when each time."""
    value = fold(line.value)
    if _OF_TIMES.search(fold(line.name)):
        return EXACT
    return 0.0 if "元" in value or not _OFTEN.search(value) else LOOSE if _BY_THEN.search(value) else EXACT


_OFTEN = Pattern(r"[每按].{0,3}[日天周月季年]|[次趟回]/|/[日天周月季年]$|[日天周月季年]一[次趟回]")
_OF_TIMES = Pattern(r"频|周期|每.*次数")
_BY_THEN = Pattern("[前底]")


def _is_so(how: str, name: str) -> bool:
    """Whether a length is the one that is asked for: a depth says so, and is no length."""
    return how in name if how in _ACROSS else not any(one in name for one in _ACROSS)


_ACROSS = "深宽高厚"


def _may_be(kind: Kind, unit: str, line: Indicator) -> bool:
    """Whether a value without a measure of its own may be asked for: earned money, a thing that is counted, a line by its name."""
    if kind is Kind.NAMED:
        return bool(line.value)
    spent = line.level2.endswith("成本指标")
    if kind is Kind.MONEY:
        return unit == "元" and not spent
    return bool(_EARNED.search(fold(line.name))) and not spent if unit == "元" else bool(unit) and unit not in ("%", "‰")


def _lasting(asked: str, unit: str) -> float:
    if unit.startswith("年一遇"):
        return ALIKE if asked == "年" else 0.0
    known, wanted = unit.removeprefix("个"), asked.removeprefix("个")
    if known not in TIMES:
        return 0.0
    if known == wanted:
        return EXACT
    return 0.0 if wanted in _LONG or (wanted and known in _LONG) else ALIKE


def _priced(each: str, unit: str, line: Indicator) -> float:
    name = fold(line.name)
    if not unit.startswith("元"):
        return 0.0
    if each == "年":
        return EXACT if unit.endswith(("/年", "/人·年", "/人年")) or _A_YEAR.search(name) else 0.0
    wanted = _EACH.get(each, rf"[每单]一?个?{each}|{each}均|/{each}|{each}\w?(?:处理|造价|成本|补)")
    if each in ("人均", "户均", "亩均", "生均", "单座", "单盏", "单份", "单户"):
        wanted = f"{each}|每{each.strip('单均')}|/{each.strip('单均')}"
    if re.search(wanted, name + unit) or re.fullmatch(rf"{each}\w{{0,6}}(?:成本|费用|造价|单价|价格|标准)", name):
        return EXACT
    return LOOSE if _ONE_OF.search(name) and "/" not in unit and not _EACH_OTHER.search(name) else 0.0


def _is_gained(frame: Frame, line: Indicator, said: str) -> bool:
    """“一户补多少” asks for what is given, and not for what a household gains (户均增收)."""
    return frame.kind is Kind.PRICE and bool(GAIN.search(fold(line.name))) and not GAINING.search(said)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))


def _shared(heard: Collection[str], name: str) -> float:
    """How many pairs of characters of the name stand in the words."""
    return sum(name[place : place + 2] in heard for place in range(len(name) - 1))
