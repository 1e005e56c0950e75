"""The plan of a question for a figure of an indicator (要开多少公里、几月完工、改几个): the line that its measure and its words fit."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.asking import asked_of
from bot.book import Book
from bot.following import merged
from bot.indicating import FindIndicators
from bot.language.deeds import OF_MONEY, known_deeds
from bot.language.meanings import (
    AggregateSaid,
    AmountSaid,
    Asked,
    BlankSaid,
    Except,
    GroupBySaid,
    HorizonSaid,
    KindOfUnits,
    Mark,
    MeasuredSaid,
    MeasureSaid,
    OrderSaid,
    Proposal,
    TextSaid,
    YearsSaid,
)
from bot.language.quantities import Frame, Kind, frames
from bot.parse import Leftover, Parse, is_filler
from bot.scope import Scope, resolve
from bot.weighing import Weighed, weighed
from store.names import Kind as TokenKind
from store.names import Match, NameType
from store.plan import Aggregate, Field, IndicatorFilter, Newest, Part, Plan, TextFilter, Told
from store.targets import TargetView
from store.text import fold

_MOST = 4  # lines of one target that a question may mean alike
_MOST_TARGETS = 12
_MOST_NAMES = 40
_MANY = 20_000  # targets: among more only what is named is looked through
_OTHERWISE = (OrderSaid, Except, GroupBySaid, BlankSaid, MeasuredSaid, TextSaid, AmountSaid)
_ELSEWISE = frozenset(
    {
        Mark.COMPARED,
        Mark.ROSE,
        Mark.FELL,
        Mark.UNCHANGED,
        Mark.GROWTH,
        Mark.DECLINE,
        Mark.TIMES,
        Mark.SHARE,
        Mark.PLACE,
        Mark.WHICH,
        Mark.NEW,
        Mark.WHY,
    }
)
_ALLOWED = frozenset({Field.AMOUNT, Field.GOAL, Field.FUNDING, Field.INDICATOR, Field.PERIOD})
_SHAPE = frozenset(
    {
        "aggregate",
        "other_order",
        "count_of",
        "checked",
        "amounts",
        "order",
        "percents",
        "by",
        "compare",
        "indicators",
        "standard",
        "change",
    }
)
_SURE, _FAR = (
    2.0,
    1.5,
)  # of the words that speak for a line of a project that is not named; and how far below the best a named one's may be
_LARGE = 10_000
_KEPT_FIELDS = frozenset({Field.AMOUNT, Field.GOAL, Field.FUNDING})
_NEAR = 0.35  # lines that differ by less are meant alike
_HOLDINGS = (
    "项目",
    "单位",
    "部门",
    "工程",
    "文件",
    "张表",
    "份表",
    "指标",
    "家单位",
    "年度",
    "年份",
    "下属",
    "乡镇",
    "镇",
    "乡",
    "街道",
)


@dataclass(frozen=True)
class Quantified:
    """The plan, the question with the measure as one word of it, and the leftover words that served."""

    plan: Plan
    said: Parse
    served: tuple[str, ...]
    follows: bool


def quantified(said: Parse, book: Book, find: FindIndicators, previous: Plan | None) -> Quantified | None:
    """None where no figure of an indicator is asked for, or no line explains all that is said."""
    found = _frame(said)
    if found is None:
        return None
    frame, said = found
    scope = resolve(said, book, previous)
    if scope.missing or scope.called:
        return None
    asked = _asked(said, scope, frame)
    spoken = _spoken(said, frame)
    for plan, follows in _contexts(asked, scope, book, previous):
        for runs in spoken.runs:
            views = find.views(plan) if plan.projects or plan.units else _anywhere(plan, runs, book, find)
            lines = _best(views, frame, replace(spoken, runs=(runs,)), plan)
            if lines and _is_about(frame, lines, plan, said):
                return Quantified(_with(plan, lines), said, _served(said), follows)
    return None


@dataclass(frozen=True)
class _Spoken:
    """The runs of words that a line must explain, with the small words between them and without; and all words, those of names too."""

    runs: tuple[tuple[str, ...], ...]
    heard: str


def _frame(said: Parse) -> tuple[Frame, Parse] | None:
    """The one question for a figure, and the parse with it as one span of the cover."""
    if any(isinstance(p.meaning, _OTHERWISE) for p in said.cover):
        return None
    asked = frames(said.said.text)
    if len(asked) != 1:
        return None
    frame = asked[0]
    inside = [p for p in said.cover if frame.covers(p.start, p.end)]
    if any(_is_a_name(p, frame) for p in inside):
        return None  # a name that holds the words: 一站式
    beside = [p for p in said.cover if p not in inside]
    if any(p.meaning in _ELSEWISE for p in beside) or any(_sums(p, frame) for p in said.cover):
        return None
    if any(isinstance(p.meaning, Asked) and p.meaning.field not in _ALLOWED for p in beside):
        return None
    if frame.kind is Kind.THING and not _tells_what(said.said.text, frame):
        return None
    if frame.told and _is_budget(frame):
        return None
    return frame, _reparsed(said, frame)


def _sums(proposal: Proposal, frame: Frame) -> bool:
    """Whether a sum, an average or a difference is asked for, rather than how many there are in all (“一共几座”)."""
    if not isinstance(proposal.meaning, AggregateSaid):
        return False
    if proposal.meaning.aggregate is Aggregate.SUM:
        return frame.kind in (Kind.THING, Kind.MONEY)
    return proposal.meaning.aggregate is not Aggregate.COUNT


def _tells_what(text: str, frame: Frame) -> bool:
    """Whether a thing is told behind 多少, or a deed right before it that is none of money: “要拆多少”."""
    if re.match(r"\w", text[frame.spans[0][1] :]) and not re.match("[啊呢呀吧吗的了]", text[frame.spans[0][1] :]):
        return True
    before = text[: frame.start]
    return any(before.endswith(deed) for deed in known_deeds() if deed not in OF_MONEY)


def _is_budget(frame: Frame) -> bool:
    """Whether the value that is told is as large as budgets are: 万元, or tens of thousands."""
    money = [(number, unit) for number, unit in frame.told if unit.endswith(("元", "块", "块钱"))]
    return any(unit[0] in "万亿" or number >= _LARGE for number, unit in money)


def _is_a_name(proposal: Proposal, frame: Frame) -> bool:
    if isinstance(proposal.meaning, Match) and proposal.meaning.type is NameType.INDICATOR:
        return False
    return (
        any(proposal.start <= start and end <= proposal.end for start, end in frame.spans)
        and isinstance(proposal.meaning, Match)
        and proposal.meaning.whole
    )


def _reparsed(said: Parse, frame: Frame) -> Parse:
    """The parse with the measure in the place of what lay over it, and what it counts (学校) as words."""

    def counted(p: Proposal) -> bool:
        behind = frame.spans[-1][1] == p.start or frame.spans[0][1] == p.start
        return isinstance(p.meaning, KindOfUnits) and behind

    kept = [p for p in said.cover if not frame.covers(p.start, p.end) and not counted(p)]
    kept += _done(said, frame)
    kept += [Proposal(start, end, "quantities", MeasureSaid(frame.unit), 0.0) for start, end in frame.spans if end > start]
    kept = [
        p
        for p in kept
        if not (isinstance(p.meaning, AggregateSaid) or p.meaning in (Mark.PROJECTS, Mark.UNITS, Mark.HOW_MUCH, Mark.EACH))
    ]
    kept.sort(key=lambda p: p.start)
    mentions = tuple(
        m for m in said.mentions if any(p.start == m.start and p.end == m.end and isinstance(p.meaning, Match) for p in kept)
    )
    return replace(said, cover=tuple(kept), mentions=mentions, leftovers=tuple(_leftovers(said, kept)))


_DONE = re.compile(r"\w?(?<![坏出过为除到])了(?:一共|总共)?$")


def _done(said: Parse, frame: Frame) -> list[Proposal]:
    """“筛了多少人”: what was done is asked, where the tables hold what is to be done."""
    match = _DONE.search(said.said.text[: frame.start])
    if match is None or frame.kind in (Kind.DURATION, Kind.DATE, Kind.PRICE):
        return []
    return [Proposal(match.start(), frame.start, "quantities", Mark.SPENDING, 0.0)]


def _leftovers(said: Parse, cover: Sequence[Proposal]) -> list[Leftover]:
    runs: list[list[int]] = []
    for token in said.said.tokens:
        free = token.kind is not TokenKind.SIGN and not any(p.start <= token.start < p.end for p in cover)
        if free and runs and runs[-1][1] == token.start:
            runs[-1][1] = token.end
        elif free:
            runs.append([token.start, token.end])
    return [said.words(start, end) for start, end in runs]


def _asked(said: Parse, scope: Scope, frame: Frame) -> Plan:
    plan = asked_of(said, scope)
    kept = tuple(f for f in plan.fields if f in _KEPT_FIELDS)
    update: dict[str, Any] = {name: value for name, value in Plan() if name in _SHAPE}
    update |= {"fields": (*kept, Field.INDICATOR), "told": tuple(Told(number=number, unit=unit) for number, unit in frame.told)}
    return plan.model_copy(update=update)


def _spoken(said: Parse, frame: Frame) -> _Spoken:
    named = [(m.start, m.end) for m in said.mentions if m.type is not NameType.INDICATOR]
    silent = [
        (p.start, p.end)
        for p in said.cover
        if isinstance(p.meaning, (YearsSaid, HorizonSaid, MeasureSaid, Mark)) and not is_filler(p)
    ]
    fillers = [(p.start, p.end) for p in said.cover if is_filler(p)]
    long = [(start, end) for start, end in fillers if end - start > 1]
    units = [(m.start, m.end) for m in said.mentions if m.type is NameType.UNIT]
    heard = "".join(_runs(said, [*units, *frame.spans]))
    runs = (_runs(said, [*named, *silent, *long]), _runs(said, [*named, *silent, *fillers]))
    return _Spoken(tuple(dict.fromkeys(runs)), heard)


def _runs(said: Parse, hidden: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """The words outside of the hidden spans, those without a gap as one."""
    runs: list[str] = []
    last = -1
    for token in said.said.tokens:
        if token.kind is TokenKind.SIGN or any(start <= token.start < end for start, end in hidden):
            continue
        if runs and last == token.start:
            runs[-1] += token.text
        else:
            runs.append(token.text)
        last = token.end
    return tuple(filter(None, map(fold, runs)))


def _contexts(asked: Plan, scope: Scope, book: Book, previous: Plan | None) -> list[tuple[Plan, bool]]:
    """Where the line may stand, the likeliest first: what is named, what was spoken of, anything."""
    found: list[tuple[Plan, bool]] = []
    newest = None if asked.years else Newest.EACH
    if scope.projects:
        found.append((asked.model_copy(update={"newest": newest}), False))
    elif previous is not None and previous.projects and (not scope.units or book.holds(previous.projects, scope.units)):
        plan = merged(asked, previous, scope, beside=False)
        found.append(
            (plan.model_copy(update={"order": None, "aggregate": None, "compare": False, "by": None, "checked": ()}), True)
        )
    if scope.units and not scope.projects:
        found.append((asked.model_copy(update={"newest": newest}), False))
    if not (scope.projects or scope.units) and len(book.catalogue.entries) <= _MANY:
        found.append((asked.model_copy(update={"newest": newest}), False))
    return found


def _anywhere(plan: Plan, runs: Sequence[str], book: Book, find: FindIndicators) -> list[TargetView]:
    """The targets whose project or indicators are called by some of the words."""
    pairs = {run[place : place + 2] for run in runs for place in range(len(run) - 1)}
    projects = _likest(book.projects, pairs)
    lines = _likest(dict.fromkeys(name for pair in sorted(pairs) for name in book.indicators_with(pair)), pairs)[:_MOST]
    plans = [plan.model_copy(update={"projects": tuple(projects)})] if projects else []
    plans += [plan.model_copy(update={"texts": (TextFilter(text=line, within=(Part.INDICATORS,)),)}) for line in lines]
    views = [view for one in plans for view in find.views(one)]
    return list({view.position: view for view in views}.values())


def _likest(names: Iterable[str], pairs: Collection[str]) -> list[str]:
    """The names that hold most of the pairs of characters, those alike in their order; none that holds none."""
    held = {name: sum(pair in fold(name) for pair in pairs) for name in names}
    return sorted((name for name in held if held[name]), key=lambda name: -held[name])[:_MOST_NAMES]


def _best(views: Sequence[TargetView], frame: Frame, spoken: _Spoken, plan: Plan) -> list[Weighed]:
    """The lines that are meant alike: of each target that is named, or of those that fit best of all."""
    lines = weighed(views, frame, spoken.runs[0], spoken.heard, plan.horizon)
    if not lines:
        return []
    best = max(one.value for one in lines)
    if not plan.projects:
        lines = [one for one in lines if one.value >= best - _NEAR and one.said >= _SURE]
    tops = {one.view.position: max(x.value for x in lines if x.view is one.view) for one in lines}
    lines = [one for one in lines if one.value >= tops[one.view.position] - _NEAR and tops[one.view.position] >= best - _FAR]
    each = max((sum(other.view is one.view for other in lines) for one in lines), default=0)
    return lines if each <= _MOST and len(tops) <= _MOST_TARGETS else []


def _is_about(frame: Frame, lines: Sequence[Weighed], plan: Plan, said: Parse) -> bool:
    """Whether a figure of a line is asked for, rather than how many projects or units there are, or how much money."""
    behind = said.said.text[frame.spans[-1][1] :]
    if frame.kind in (Kind.COUNT, Kind.THING) and behind.startswith(_HOLDINGS):
        return bool(plan.projects) and all(one.said >= 1.5 for one in lines)
    return True


def _with(plan: Plan, lines: Sequence[Weighed]) -> Plan:
    update: dict[str, Any] = {"indicators": IndicatorFilter(names=tuple(dict.fromkeys(one.line.name for one in lines)))}
    update["projects"] = tuple(dict.fromkeys(one.view.target.project for one in lines))
    update["units"] = plan.units or (() if plan.projects else tuple(dict.fromkeys(one.view.target.unit for one in lines)))
    return plan.model_copy(update=update)


def _served(said: Parse) -> tuple[str, ...]:
    """Every word but for those of names: the line explains them all."""
    return tuple(dict.fromkeys((*(x.text for x in said.leftovers), *(said.said.text[p.start : p.end] for p in said.cover))))
