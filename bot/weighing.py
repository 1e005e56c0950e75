"""How well a line of the indicator table answers a question for a figure: what its value is counted in, and whether it explains the words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from bot.language.deeds import HARMLESS, LONGEST, deeds_like, things_like
from bot.language.quantities import Frame, Kind
from store.model import Horizon, Indicator
from store.targets import TargetView
from store.text import fold, words

_EXACT, _ALIKE, _LOOSE = 3.0, 2.0, 1.0
_CLASSES = tuple(
    frozenset(words(alike))
    for alike in (
        "次 回 趟 遍 批 批次 场 场次 轮 期 班次 人次",
        "人 名 位 人次",
        "米 公里 千米 里 m km",
        "平方米 平方 平 平米 ㎡ m2 亩 公顷 平方公里",
        "吨 公斤 千克 斤 克 t kg",
        "立方米 立方 方 升 毫升 m3",
        "台 套 台套 件 辆 部 架 组 台件",
        "头 只 羽 匹 条",
        "株 棵 根",
        "份 件 张 册 本 卷 幅 篇 条 期 笔",
        "处 座 个 所 栋 幢 间 点 点位 家 口 眼",
        "块 张 套 副 个",
        "支 个 队",
        "盏 个 套",
        "床 张 张床 床位 个",
        "顶 个 艘 架",
    )
)
_CONTINUOUS = frozenset(
    words(
        "元 米 公里 千米 里 平方米 平方 平 亩 公顷 平方公里 吨 公斤 千克 克 升 毫升 立方米 立方 % ‰ 分钟 小时 天 日 工作日 年 月 秒 个月 倍 m km 年一遇"
    )
)
_SPELLED = {
    "㎡": "平方米",
    "m2": "平方米",
    "平米": "平方米",
    "平方": "平方米",
    "平": "平方米",
    "km": "公里",
    "千米": "公里",
    "m": "米",
    "t": "吨",
    "m3": "立方米",
    "方": "立方米",
}
_TIMES = frozenset(words("分钟 小时 天 日 工作日 年 月 个月 秒 周 星期 个工作日 学时"))
_LONG = frozenset(words("年 月 个月"))  # years are no days
_LENGTHS, _AREAS, _WEIGHTS = _CLASSES[2], _CLASSES[3], _CLASSES[4]
_DATED = re.compile(r"\d+月|月底|月\d|\d+[日号]|每月|季度|年底|年初|\d{4}年")
_COUNTED = re.compile(r"^[^\d]*\d[\d.,]*\s*(?P<unit>[^\d]*)$")
_SCALES = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_LITTLE = 0.4
_CALLED = 2.2  # of the words that a line is called by
_AS_TOLD = 1.5  # what speaks for a line whose value is the one that is told
_EACH = {
    "人": "人均|每人|每名|生均|每生|/人|/名",
    "学生": "生均|每生|每名学生|人均|/生|/人",
    "生": "生均|每生|/生",
    "老人": "人均|每人|每位老人|/人",
    "孩子": "人均|每人|每名|生均|每生|/人",
    "天": "每天|每日|日均|/天|/日",
    "月": "每月|月|/月",
    "学期": "学期",
    "学年": "学年|每年",
    "本": "每[本册]|单[本册]|/[本册]",
    "册": "每[本册]|单[本册]|/[本册]",
    "床": "每张?床|床位|/床",
    "床位": "每张?床|床位|/床",
    "张床": "每张?床|床位|/床",
    "平方米": "平方米|平米|㎡",
    "平方": "平方米|平米|㎡",
    "平米": "平方米|平米|㎡",
    "点": "每个?\\w{0,3}点|单点|点均|/点|/个",
    "村": "每村|村均|每个村|/村",
    "家": "每家|户均|/家",
}
_HEADS = ("人", "名", "人次", "户")
_EARNED = re.compile("收入|收益|产值|增收|利润|税|投资|到位资金|效益")
_ONE_OF = re.compile("每|均|单[价份盏座株台件个批次]|标准|单位成本|/")
_PERSONS = frozenset(
    words(
        "人 人员 老师 教师 学生 孩子 娃 儿童 幼儿 妇女 老人 老年人 群众 百姓 老百姓 居民 村民 农民 牧民 农户 病人 患者 干部 职工 队员 选手 游客 观众 医生 护士 会员 党员 司机 工人 残疾人 保安 护林员 辅警 志愿者 学员"
    )
)


@dataclass(frozen=True)
class Weighed:
    """A line with what speaks for it."""

    view: TargetView
    line: Indicator
    value: float  # of all that speaks for it
    said: float  # of the words alone


def weighed(views: Iterable[TargetView], frame: Frame, runs: Sequence[str], heard: str, horizon: Horizon | None) -> list[Weighed]:
    """The lines whose values are what is asked for, and that explain all of the words (`runs`), the best of each target first.

    `heard`: the other words of the question, which name the target and may stand in the line as well.
    """
    found = []
    for view in views:
        for line in (one for one in _lines(view, horizon) if _fit(frame, one)):
            said = _explained(runs, line, view)
            if said is not None:
                fit = _fit(frame, line)
                said += _AS_TOLD if any(is_told(line, number, unit) for number, unit in frame.told) else 0.0
                found.append(Weighed(view, line, said + 0.5 * fit + 0.3 * _shared(heard, fold(line.name)), said))
    return [one for one in found if _is_enough(frame, one)]


def _lines(view: TargetView, horizon: Horizon | None) -> list[Indicator]:
    lines = view.target.indicators
    wanted = horizon or (Horizon.ANNUAL if any(one.horizon is Horizon.ANNUAL for one in lines) else Horizon.MID_TERM)
    return [one for one in lines if one.horizon is wanted]


def _is_enough(frame: Frame, one: Weighed) -> bool:
    """Whether more speaks for the line than that it is counted in anything."""
    if frame.kind is Kind.NAMED:
        return one.said >= _CALLED
    if frame.kind in (Kind.THING, Kind.MONEY):
        return one.said >= 1.0
    least = _LITTLE if frame.kind is Kind.DURATION else 0.0  # “几年建成” is no time that an answer takes
    return one.said > least or _fit(frame, one.line) >= (_EXACT if frame.kind is Kind.DURATION else _ALIKE)


def is_told(line: Indicator, number: Decimal, unit: str) -> bool:
    """Whether the line's value is the number that is told of it, in “万人” and the like."""
    return line.number is not None and line.number * _scale(_printed_unit(line)) == number * _scale(unit)


def _scale(unit: str) -> Decimal:
    return _SCALES.get(unit[:1], Decimal(1))


def _printed_unit(line: Indicator) -> str:
    """What the value is counted in, as it is printed: “万件”."""
    if line.unit_of_measure:
        return fold(line.unit_of_measure)
    match = _COUNTED.match(fold(line.value))
    return match["unit"] if match else ""


def unit_of(line: Indicator) -> str:
    """What the value is counted in, without 万 and the like: “≥2.5万件” → 件; nothing for what is no number."""
    return _printed_unit(line).lstrip("十百千万亿")


def _fit(frame: Frame, line: Indicator) -> float:
    unit = unit_of(line)
    match frame.kind:
        case Kind.COUNT:
            return _counted(frame.unit, unit, line)
        case Kind.EXTENT:
            alike = next((one for one in (_LENGTHS, _AREAS, _WEIGHTS) if frame.unit in one), frozenset())
            return _EXACT if unit in alike else 0.0
        case Kind.DATE:
            return _EXACT if _DATED.search(fold(line.value)) and unit not in _TIMES else 0.0
        case Kind.DURATION:
            return _lasting(frame.unit, unit)
        case Kind.PRICE:
            return _priced(frame.unit, unit, line)
        case _:
            return _LOOSE if _may_be(frame.kind, unit, line) else 0.0


def _may_be(kind: Kind, unit: str, line: Indicator) -> bool:
    """Whether a value without a measure of its own may be asked for: earned money, a thing that is counted, a line by its name."""
    if kind is Kind.NAMED:
        return bool(line.value)
    spent = line.level2.endswith("成本指标")
    if kind is Kind.MONEY:
        return unit == "元" and not spent
    return bool(_EARNED.search(fold(line.name))) and not spent if unit == "元" else bool(unit) and unit not in ("%", "‰")


def _counted(asked: str, unit: str, line: Indicator) -> float:
    if asked in ("元", "块", "块钱") and unit.startswith("元"):
        return _EXACT
    if not unit or "/" in unit:
        return 0.0
    asked, unit = _SPELLED.get(asked, asked), _SPELLED.get(unit, unit)
    if asked == unit or (unit.endswith(asked) and asked):
        return _EXACT
    if any(asked in alike and unit in alike for alike in _CLASSES) or unit == f"{asked}次":
        return _ALIKE
    discrete = unit not in _CONTINUOUS
    if asked == "个":
        return _LOOSE if discrete else 0.0
    return _ALIKE if discrete and asked in fold(line.name) else 0.0


def _lasting(asked: str, unit: str) -> float:
    if unit.startswith("年一遇"):
        return _ALIKE if asked == "年" else 0.0
    known, wanted = unit.removeprefix("个"), asked.removeprefix("个")
    if known not in _TIMES:
        return 0.0
    if known == wanted:
        return _EXACT
    return 0.0 if wanted in _LONG or (wanted and known in _LONG) else _ALIKE


def _priced(each: str, unit: str, line: Indicator) -> float:
    name = fold(line.name)
    if not unit.startswith("元"):
        return 0.0
    if each == "年":
        return _EXACT if unit.endswith(("/年", "/人·年", "/人年")) or "每年" in name else 0.0
    wanted = _EACH.get(each, rf"每个?{each}|单{each}|{each}均|/{each}|{each}\w?(?:处理|造价|成本|补)")
    if each in ("人均", "户均", "亩均", "生均", "单座", "单盏", "单份", "单户"):
        wanted = f"{each}|每{each.strip('单均')}|/{each.strip('单均')}"
    if re.search(wanted, name + unit):
        return _EXACT
    return _LOOSE if _ONE_OF.search(name) and "/" not in unit else 0.0


def _shared(heard: str, name: str) -> float:
    """How many characters of the name stand in the words, two and more of them side by side."""
    pairs = {heard[place : place + 2] for place in range(len(heard) - 1)}
    return sum(name[place : place + 2] in pairs for place in range(len(name) - 1))


def _explained(runs: Sequence[str], line: Indicator, view: TargetView) -> float | None:
    """What the words say of the line; None where one of them says nothing of it, nor of its target."""
    near = fold(line.name)
    project = fold(view.target.project)
    far = fold(
        " ".join((view.target.project, view.target.unit, line.value, line.level2, *(goal.text for goal in view.target.goals)))
    )
    counted = unit_of(line)
    total = 0.0
    for run in runs:
        value = _parsed(run, near, far, project, counted)
        if value is None:
            return None
        total += value
    return total


@lru_cache(maxsize=65_536)
def _parsed(run: str, near: str, far: str, project: str, counted: str) -> float | None:
    """The best reading of a run of words, piece by piece."""
    best: list[float | None] = [0.0, *[None] * len(run)]
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - 8), end):
            before = best[start]
            if before is None:
                continue
            value = _piece(run[start:end], near, far, project, counted)
            if value is not None and (best[end] is None or before + value > (best[end] or 0.0)):
                best[end] = before + value
    return best[-1]


def _piece(piece: str, near: str, far: str, project: str, counted: str) -> float | None:
    """What one word says of a line."""
    values = [0.0] if piece in HARMLESS else []
    if piece in near:
        whom = 0.7 if piece in _PERSONS and counted in _HEADS else 0.0  # “多少幼儿” counts heads, and not 幼儿园
        values.append((1.1 * len(piece) if len(piece) > 1 else 0.6) + whom)
    if len(piece) <= LONGEST:
        alike = deeds_like(piece)
        if alike:
            values += (
                [
                    1.5
                    if len(piece) > 1 and piece in near
                    else 1.2
                    if piece in near
                    else 0.8
                    if any(one in near for one in alike)
                    else 0.2
                ]
                if piece in near or any(one in near or one in far for one in alike)
                else []
            )
        things = things_like(piece)
        values += (
            [1.0] if any(one in near for one in things) else [0.3] if any(len(one) > 1 and one in far for one in things) else []
        )
        values += [0.7] if piece in _PERSONS and counted in _HEADS else []
    if len(piece) > 1 and piece in far:
        values.append((0.5 if piece in project else 0.1) * len(piece))
    elif piece in project:
        values.append(0.05)
    return max(values, default=None)
