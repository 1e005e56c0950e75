"""How well a line of the indicator table answers a question for a figure: what its value is counted in, and whether it explains the words."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.language.deeds import HARMLESS, KNOWN_DEEDS, LONGEST, deeds_like, things_like
from bot.language.quantities import Frame, Kind
from bot.measured import ALIKE, AREAS, EXACT, LENGTHS, LOOSE, TIMES, WEIGHTS, counted, is_told, unit_of
from store.model import Horizon, Indicator
from store.targets import TargetView
from store.text import fold, words

_LONG = frozenset(words("年 月 个月"))  # years are no days
_DATED = re.compile(r"\d+月|月底|月\d|\d+[日号]|每月|季度|年底|年初|\d{4}年")
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
_ANYBODY = frozenset(words("人 人员 群众 百姓 老百姓 居民 村民 农民 牧民 农户"))  # who may be anybody; 学生 are no 老人
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


@dataclass(frozen=True)
class Fitting:
    """A line whose value may be what is asked for, with how well it is."""

    view: TargetView
    line: Indicator
    fit: float


def fitting(views: Iterable[TargetView], frame: Frame, horizon: Horizon | None) -> list[Fitting]:
    """The lines whose values are counted in what is asked for: the first look at thousands, before that at their words."""
    every = ((view, line) for view in views for line in _lines(view, horizon))
    return [Fitting(view, line, fit) for view, line in every if (fit := _fit(frame, line))]


def weighed(lines: Iterable[Fitting], frame: Frame, runs: Sequence[str], heard: str) -> list[Weighed]:
    """The lines that explain all of the words (`runs`), in their order.

    `heard`: the other words of the question, which name the target and may stand in the line as well.
    """
    readings = [_reading(run) for run in runs]
    sought = frozenset(word for reading in readings for pieces in reading for piece in pieces for word in piece.alike)
    pairs = _pairs(heard)
    found = []
    about: _About | None = None
    for one in lines:
        if about is None or about.view is not one.view:
            about = _About(one.view, sought)
        said = _explained(readings, _Words(one.line, about))
        if said is None:
            continue
        said += _AS_TOLD if any(is_told(one.line, number, unit) for number, unit in frame.told) else 0.0
        if _is_enough(frame.kind, said, one.fit):
            found.append(Weighed(one.view, one.line, said + 0.5 * one.fit + 0.3 * _shared(pairs, fold(one.line.name)), said))
    return found


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
            return EXACT if unit in alike else 0.0
        case Kind.DATE:
            return EXACT if _DATED.search(fold(line.value)) and unit not in TIMES else 0.0
        case Kind.DURATION:
            return _lasting(frame.unit, unit)
        case Kind.PRICE:
            return _priced(frame.unit, unit, line)
        case _:
            return LOOSE if _may_be(frame.kind, unit, line) else 0.0


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
        return EXACT if unit.endswith(("/年", "/人·年", "/人年")) or "每年" in name else 0.0
    wanted = _EACH.get(each, rf"每个?{each}|单{each}|{each}均|/{each}|{each}\w?(?:处理|造价|成本|补)")
    if each in ("人均", "户均", "亩均", "生均", "单座", "单盏", "单份", "单户"):
        wanted = f"{each}|每{each.strip('单均')}|/{each.strip('单均')}"
    if re.search(wanted, name + unit):
        return EXACT
    return LOOSE if _ONE_OF.search(name) and "/" not in unit else 0.0


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))


def _shared(heard: Collection[str], name: str) -> float:
    """How many pairs of characters of the name stand in the words."""
    return sum(name[place : place + 2] in heard for place in range(len(name) - 1))


@dataclass(frozen=True)
class _Piece:
    """A word that may stand at one place of a run, with all that it may say."""

    text: str
    end: int
    harmless: bool
    deeds: frozenset[str]
    things: frozenset[str]
    person: bool

    @cached_property
    def alike(self) -> frozenset[str]:
        """What is called like it."""
        return self.deeds | self.things

    @cached_property
    def long_things(self) -> frozenset[str]:
        """The things that are more than one character."""
        return frozenset(word for word in self.things if len(word) > 1)

    @cached_property
    def is_a_word(self) -> bool:
        """Whether it says something though it stands in no text."""
        return self.harmless or self.person or bool(self.alike)


_Reading = Sequence[Sequence[_Piece]]
_LONGEST_PIECE = 8


def _reading(run: str) -> _Reading:
    """For each place of a run the pieces that begin there, the shortest first."""
    ends = (range(start + 1, min(len(run), start + _LONGEST_PIECE) + 1) for start in range(len(run)))
    return [[_piece(run[start:end], end) for end in of_one] for start, of_one in enumerate(ends)]


def _piece(text: str, end: int) -> _Piece:
    if len(text) > LONGEST:
        return _Piece(text, end, text in HARMLESS, frozenset(), frozenset(), person=False)
    return _Piece(text, end, text in HARMLESS, deeds_like(text), things_like(text), text in _PERSONS)


class _About:
    """The words of a target that its lines share, folded once for all of them."""

    def __init__(self, view: TargetView, sought: frozenset[str]) -> None:
        """`sought` is all that is looked for in them beside the words that are said."""
        self.view = view
        self._sought = sought

    @cached_property
    def project(self) -> str:
        return fold(self.view.target.project)

    @cached_property
    def before(self) -> str:
        """What stands before a line's own words."""
        return self.project + fold(self.view.target.unit)

    @cached_property
    def behind(self) -> str:
        """What stands behind a line's own words."""
        return fold("".join(goal.text for goal in self.view.target.goals))

    @cached_property
    def held(self) -> frozenset[str]:
        """The words that are sought and stand before or behind."""
        return frozenset(word for word in self._sought if word in self.before or word in self.behind)


class _Words:
    """The words of a line: its name, and far from it those of its target and of its value."""

    def __init__(self, line: Indicator, about: _About) -> None:
        self._line = line
        self._about = about
        self.near = fold(line.name)
        self.project = about.project
        self._own = fold(line.value + line.level2)
        self.far = f"{about.before}{self._own}{about.behind}"

    @cached_property
    def heads(self) -> bool:
        """Whether people are counted."""
        return unit_of(self._line) in _HEADS

    @cached_property
    def names(self) -> frozenset[str]:
        """All that the name holds, as long as words may be."""
        return _parts(self.near)

    @cached_property
    def others(self) -> frozenset[str]:
        """The same of what is far, but for what stands in its target alone."""
        reach = LONGEST - 1
        return _parts(f"{self._about.before[-reach:]}{self._own}{self._about.behind[:reach]}")

    def tells_another(self, deeds: frozenset[str]) -> bool:
        """Whether the line's name says what is done, and neither it nor the project's name says one of these."""
        return not any(deed in self.near or deed in self.project for deed in deeds) and any(
            len(deed) > 1 and deed in self.near for deed in KNOWN_DEEDS
        )

    def is_near(self, alike: frozenset[str]) -> bool:
        """Whether one of them stands in the name."""
        return not alike.isdisjoint(self.names)

    def is_far(self, alike: frozenset[str]) -> bool:
        """Whether one of them stands in what is far."""
        return not (alike.isdisjoint(self._about.held) and alike.isdisjoint(self.others))


def _parts(text: str) -> frozenset[str]:
    return frozenset(text[start : start + size] for size in range(1, LONGEST + 1) for start in range(len(text) - size + 1))


def _explained(readings: Sequence[_Reading], words: _Words) -> float | None:
    """What the words say of the line; None where one of them says nothing of it, nor of its target."""
    total = 0.0
    for reading in readings:
        value = _read(reading, words)
        if value is None:
            return None
        total += value
    return total


def _read(reading: _Reading, words: _Words) -> float | None:
    """The best reading of a run of words, piece by piece."""
    best: list[float | None] = [0.0, *[None] * len(reading)]
    for start, pieces in enumerate(reading):
        before = best[start]
        if before is None:
            continue
        stands = True  # whether what was looked at stands in the texts: else nothing longer does
        for piece in pieces:
            stands = stands and (piece.text in words.near or piece.text in words.far)
            if not (stands or piece.is_a_word):
                continue
            value = max(_values(piece, words, stands=stands), default=None)
            after = best[piece.end]
            if value is not None and (after is None or before + value > after):
                best[piece.end] = before + value
    return best[-1]


def _values(piece: _Piece, words: _Words, *, stands: bool) -> Iterator[float]:
    """What one word may say of a line, in all of the ways that it may be taken."""
    near = stands and piece.text in words.near
    if piece.deeds and not near and words.tells_another(piece.deeds):
        return  # “海堤巡护多少公里” is not how long the shore is that is 整治, though the goal speaks of both
    heads = piece.person and words.heads
    if piece.harmless:
        yield 0.0
    if near:  # “多少幼儿” counts heads, and not 幼儿园
        yield (1.1 * len(piece.text) if len(piece.text) > 1 else 0.6) + (0.7 if heads else 0.0)
    if heads and piece.text in _ANYBODY:
        yield 0.7
    if piece.alike:
        yield from _of_alike(piece, words, near=near)
    if stands:
        yield from _of_far(piece.text, words)


def _of_alike(piece: _Piece, words: _Words, *, near: bool) -> Iterator[float]:
    """What a deed or a thing says of a line that calls it otherwise."""
    if piece.deeds and near:
        yield 1.5 if len(piece.text) > 1 else 1.2
    elif words.is_near(piece.deeds):
        yield 0.8
    elif words.is_far(piece.deeds):
        yield 0.2
    if words.is_near(piece.things):
        yield 1.0
    elif words.is_far(piece.long_things):
        yield 0.3


def _of_far(text: str, words: _Words) -> Iterator[float]:
    """What a word says of a line that stands in its target."""
    if len(text) > 1 and text in words.far:
        yield (0.5 if text in words.project else 0.1) * len(text)
    elif text in words.project:
        yield 0.05
