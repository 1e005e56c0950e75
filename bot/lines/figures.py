"""Where a question asks for figures of indicators (多少公里、几月完工): the frames of it, and the parse with them as spans of their own."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from bot.language.counted import HELD
from bot.language.deeds import OF_WORK, only_deeds
from bot.language.joints import AND, APART, PART
from bot.language.kinds_said import KindOfUnits
from bot.language.meanings import (
    AggregateSaid,
    AmountSaid,
    Asked,
    BlankSaid,
    Except,
    GroupBySaid,
    HorizonSaid,
    Mark,
    MeasuredSaid,
    MeasureSaid,
    OrderSaid,
    Proposal,
    TextSaid,
    YearsSaid,
)
from bot.language.numbers import NumberSaid, PhasesSaid
from bot.language.patterns import Pattern
from bot.language.quantities import AT_LEAST, AT_MOST, DEMANDED, Frame, Kind, frames
from bot.language.responsible import PERIOD_SAID
from bot.language.unanswerable import QualifierSaid, Unanswerable
from bot.reading.counties import COUNTY
from bot.reading.parse import Leftover, Parse, is_filler
from store.names import Kind as TokenKind
from store.names import Match, NameType
from store.plan import Aggregate, Field
from store.text import fold

MOVED = frozenset({Mark.NEW, Mark.ROSE, Mark.FELL})  # “压减多少资金”: names of indicators say so too
KEPT = frozenset({Field.AMOUNT, Field.GOAL, Field.FUNDING})  # what may be asked for beside a figure
_ALLOWED = KEPT | {Field.INDICATOR, Field.PERIOD}
_OTHERWISE = (OrderSaid, Except, GroupBySaid, BlankSaid, MeasuredSaid, TextSaid, AmountSaid)
_ELSEWISE = frozenset(
    {
        *(Mark.COMPARED, Mark.UNCHANGED, Mark.GROWTH, Mark.DECLINE, Mark.TIMES, Mark.SHARE, Mark.PLACE, Mark.WHICH, Mark.WHY),
        *(Mark.GONE, Mark.CHANGED, Mark.FIRST_ONLY, Mark.SECOND_ONLY, Mark.WITHIN, Mark.PER_CENT),
    }
)
_LARGE = 10_000  # yuan: as large as budgets are
# “没发的补贴有几个”: what was not done is in no form
_NOT_DONE = Pattern(
    r"(?<![有是能会要对差])(?:没有?|未|不)(?:给)?(?:发|给|修|建|做|完成|补|装|换|种|查|训|办|开|付|拨|买|救|拆|清|治|改|到|落实|实施|开工|完工)(?:过|完|成|到|上|放|好)?的"
)
_DONE = Pattern(r"\w?(?<![坏出过为除到])了(?:一共|总共)?$")


class Spoken(Struct, frozen=True):
    """A frame with the runs of words that a line must explain, once with the small words between them and once without."""

    frame: Frame
    runs: tuple[tuple[str, ...], ...]
    wide: tuple[str, ...]  # the runs where what was taken for a unit is a word of them
    heard: str  # all words, those of projects' names too
    against: str = ""  # the sign of values that are limited from the other side than is asked: ≥ of “最多几天”


class Figures(Struct, frozen=True):
    """The frames of a question, and the parse with each as a span of its cover."""

    spoken: tuple[Spoken, ...]
    said: Parse
    money: bool = False  # whether the project's money is asked for apart from them: “修几座，花多少”


def figures_of(said: Parse, units: Collection[str] = ()) -> Figures | None:
    """None where no figure of an indicator is asked for, or more beside it than one plan holds; `units`: of the lines that are spoken of."""
    if any(p.rule == HELD or _is_otherwise(said, p) or getattr(p.meaning, "stored", False) for p in said.cover):
        return None
    if _NOT_DONE.search(said.said.text) or _counts_projects(said):
        return None
    asked = frames(said.said.text, [(m.start, m.end) for m in said.mentioned(NameType.PROJECT)], units)
    if any(p.rule == PERIOD_SAID and frame.covers(p.start, p.end) for p in said.cover for frame in asked):
        return None  # “项目期到啥时候” asks for the form's own field
    asked = [one for one in asked if one.kind is not Kind.THING or _tells_what(said, one)]
    asked = [one for one in asked if not (one.kind is Kind.MONEY and len(asked) > 1 and _is_spent(said, one))]
    parts = _parts(said.said.text, asked)
    if (
        all(one.kind is Kind.NAMED for one in asked)
        or len(parts) != len(asked)
        or not all(_is_one(said, frame) for frame in asked)
    ):
        return None
    inside = [p for p in said.cover if any(frame.covers(p.start, p.end) for frame in asked)]
    beside = [p for p in said.cover if p not in inside]
    if any(p.meaning in _ELSEWISE for p in beside) or any(_sums(p, frame) for p in said.cover for frame in asked):
        return None
    if any(isinstance(p.meaning, QualifierSaid) and p.meaning.kind is not Unanswerable.PER_HEAD for p in beside):
        return None  # “6月修了几座”
    if any(isinstance(p.meaning, Asked) and p.meaning.field not in _ALLOWED for p in beside):
        return None
    parsed = _reparsed(said, asked)
    money = any(_asks_money(said, p) and all(p.meaning is Mark.SPENDING or _apart(said, p, one) for one in asked) for p in beside)
    return Figures(tuple(_spoken(parsed, frame, part) for frame, part in zip(asked, parts, strict=True)), parsed, money)


def _asks_money(said: Parse, span: Proposal) -> bool:
    """Whether it is asked how much, though no word for money is said: “花多少”, “各多少”; or how much in all: “总额”, “一共多少钱”."""
    if isinstance(span.meaning, AggregateSaid):
        return span.meaning.aggregate is Aggregate.SUM and span.meaning.of is None
    return span.meaning in (Mark.SPENDING, Mark.EACH) and "多少" in said.said.text[span.start : span.end]


def _is_spent(said: Parse, frame: Frame) -> bool:
    """Whether the money of the project is asked for, and none that a line prints: “花多少钱” beside another figure."""
    return any(_asks_money(said, p) and p.start <= frame.start < p.end for p in said.cover)


def _apart(said: Parse, span: Proposal, frame: Frame) -> bool:
    """Whether a sign or an “and” parts the span from the frame."""
    first, last = min(start for start, _ in frame.spans), max(end for _, end in frame.spans)
    return bool(PART.search(said.said.text, span.end, first) or PART.search(said.said.text, last, span.start))


_THOSE_OF_A_CLASS = Pattern(r"指标的?项目(?:一共|总共|共|有|是|都)*(?:几|多少)个(?!\w)")


def _counts_projects(said: Parse) -> bool:
    """“新增项目有几个”, “社会效益指标的项目一共几个” count projects, and nothing that a line calls so."""
    moved = {p.end for p in said.cover if p.meaning in MOVED}
    of_a_class = _THOSE_OF_A_CLASS.search(said.said.text) is not None
    return of_a_class or any(p.meaning is Mark.PROJECTS and p.start in moved for p in said.cover)


def _is_otherwise(said: Parse, span: Proposal) -> bool:
    return isinstance(span.meaning, _OTHERWISE) and not _limits(said, span)


def _limits(said: Parse, proposal: Proposal) -> bool:
    """Whether what is said tells the side from which a value is limited, and ranks nothing: “最多允许几起”."""
    return isinstance(proposal.meaning, OrderSaid) and bool(
        AT_MOST.fullmatch(said.said.text[proposal.start : proposal.end])
        or AT_LEAST.fullmatch(said.said.text[proposal.start : proposal.end])
    )


def _parts(text: str, asked: Sequence[Frame]) -> list[tuple[int, int]]:
    """The part of the question that each frame stands in, where a sign or an “and” parts them: “多少户、每户多少”."""
    ends = []
    for one, other in pairwise(asked):
        end = max(last for _first, last in one.spans)
        found = PART.search(text, end, other.start + 1) or APART.search(text, end, other.start)
        uncut = {one.kind, other.kind} <= {Kind.COUNT, Kind.EXTENT}
        between = text[end : other.start].strip()
        if found is None and not uncut and between and not AND.fullmatch(between):
            return []
        behind = _noun_behind(text, end, other.start) if uncut else end  # “多少亩|多少钱一亩”
        ends.append(found.start() if found else behind)
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def _noun_behind(text: str, end: int, start: int) -> int:
    """Where the words between two counts part: “几所学校|查几个学生”, “几公里|装几盏灯”: a deed belongs to the second."""
    deed = next((deed for deed in sorted(OF_WORK, key=len, reverse=True) if text[end:start].endswith(deed)), "")
    return start - len(deed)


def _is_one(said: Parse, frame: Frame) -> bool:
    """Whether the frame asks for a figure of a line: no name holds its words (一站式), and it is none of a budget."""
    if any(_is_a_name(p, frame) for p in said.cover):
        return False
    return not (frame.told and _is_budget(frame))


def _sums(proposal: Proposal, frame: Frame) -> bool:
    """Whether a sum, an average or a difference is asked for, rather than how many there are in all (“一共几座”)."""
    if not isinstance(proposal.meaning, AggregateSaid):
        return False
    if proposal.meaning.aggregate is Aggregate.SUM:
        return frame.kind in (Kind.THING, Kind.MONEY)
    if proposal.meaning.aggregate is Aggregate.AVERAGE:
        return frame.kind is not Kind.PRICE
    return proposal.meaning.aggregate is not Aggregate.COUNT


def _tells_what(said: Parse, frame: Frame) -> bool:
    """Whether a thing is told behind 多少, or a deed right before it that is none of money: “要拆多少”.

    A deed that a project is called by asks for the project's money: “桥梁检测多少”.
    """
    text = said.said.text
    if re.match(r"\w", text[frame.spans[0][1] :]) and not re.match("[啊呢呀吧吗的了]", text[frame.spans[0][1] :]):
        return True
    called_so = any(mention.end == frame.start for mention in said.mentioned(NameType.PROJECT))
    return not called_so and text[: frame.start].endswith(OF_WORK)


def _is_budget(frame: Frame) -> bool:
    """Whether the value that is told is as large as budgets are: 万元, or tens of thousands."""
    money = [(number, unit) for number, unit in frame.told if unit.endswith(("元", "块", "块钱"))]
    return any(unit[0] in "万亿" or number >= _LARGE for number, unit in money)


def _is_a_name(proposal: Proposal, frame: Frame) -> bool:
    match = proposal.meaning
    if not isinstance(match, Match) or match.type is NameType.INDICATOR or not match.whole:
        return False
    return any(proposal.start <= start and end <= proposal.end for start, end in frame.spans)


def _reparsed(said: Parse, asked: Sequence[Frame]) -> Parse:
    """The parse with each measure in the place of what lay over it, and what it counts (学校) as words."""
    kept = [p for p in said.cover if not any(frame.covers(p.start, p.end) for frame in asked) and not _is_counted(said, p, asked)]
    kept = [p for p in kept if not isinstance(p.meaning, AggregateSaid) and p.meaning not in _OF_COUNTS]
    kept = [p for p in kept if not _is_only_done(said, p)]
    for frame in asked:
        kept += _done(said, frame)
        kept += [Proposal(start, end, RULE, MeasureSaid(frame.unit), 0.0) for start, end in frame.spans if end > start]
    kept.sort(key=lambda p: p.start)
    named = {(p.start, p.end) for p in kept if isinstance(p.meaning, Match)}
    mentions = tuple(m for m in said.mentions if (m.start, m.end) in named)
    return replace(said, cover=tuple(kept), mentions=mentions, leftovers=tuple(_leftovers(said, kept)))


def _is_only_done(said: Parse, proposal: Proposal) -> bool:
    """Whether a project is named by what is done to it alone, behind one that is named: “旅游厕所几月完工，|改造|几座”."""
    match, others = proposal.meaning, [m for m in said.mentioned(NameType.PROJECT) if m.end <= proposal.start]
    if not (isinstance(match, Match) and match.type is NameType.PROJECT and others):
        return False
    return not match.whole and only_deeds(said.said.text[proposal.start : proposal.end])


RULE = "quantities"
_OF_COUNTS = frozenset({Mark.PROJECTS, Mark.UNITS, Mark.HOW_MUCH, Mark.EACH})


def _is_counted(said: Parse, proposal: Proposal, asked: Sequence[Frame]) -> bool:
    """Whether a kind of units is what is counted (“多少家学校”), or a word of a project's name."""
    if not isinstance(proposal.meaning, KindOfUnits):
        return False
    behind = any(last == proposal.start for frame in asked for _first, last in frame.spans)
    named = (name for m in said.mentioned(NameType.PROJECT) for name in m.names())
    return behind or any(fold(proposal.meaning.word) in fold(name) for name in named)


def _done(said: Parse, frame: Frame) -> list[Proposal]:
    """“测了多少座”: what was done is asked, where the tables hold what is to be done."""
    match = _DONE.search(said.said.text[: frame.start])
    if match is None or frame.kind in (Kind.DURATION, Kind.DATE, Kind.PRICE):
        return []
    return [Proposal(match.start(), frame.start, RULE, Mark.SPENDING, 0.0)]


def _leftovers(said: Parse, cover: Sequence[Proposal]) -> list[Leftover]:
    spans = [(p.start, p.end) for p in cover]
    return [said.words(start, end) for start, end in _free(said, spans)]


def _free(said: Parse, hidden: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs of words outside of the hidden spans."""
    runs: list[tuple[int, int]] = []
    for token in said.said.tokens:
        if token.kind is TokenKind.SIGN or any(start <= token.start < end for start, end in hidden):
            continue
        if runs and runs[-1][1] == token.start:
            runs[-1] = (runs[-1][0], token.end)
        else:
            runs.append((token.start, token.end))
    return runs


def _spoken(said: Parse, frame: Frame, part: tuple[int, int]) -> Spoken:
    outside = [(0, part[0]), (part[1], len(said.said.text))]
    named = [(m.start, m.end) for m in said.mentions if m.type is not NameType.INDICATOR]
    silent = [(p.start, p.end) for p in said.cover if _is_silent(p)]
    fillers = [(p.start, p.end) for p in said.cover if is_filler(p)]
    long = [(start, end) for start, end in fillers if end - start > 1]
    units = [(m.start, m.end) for m in said.mentions if m.type is NameType.UNIT]
    limits = {sign: [m.span() for m in limit.finditer(said.said.text, *part)] for sign, limit in _LIMITS.items()}
    silent += [span for spans in limits.values() for span in spans]
    silent += [m.span() for m in DEMANDED.finditer(said.said.text, *part)]

    def words(*hidden: tuple[int, int]) -> tuple[str, ...]:
        return tuple(fold(said.said.text[start:end]) for start, end in _free(said, hidden))

    runs = dict.fromkeys(words(*outside, *named, *silent, *small) for small in (long, fillers))
    wide = words(*outside, *silent, *long)
    against = next((sign for sign, spans in limits.items() if spans), "")
    return Spoken(frame, tuple(runs), wide, "".join(words(*units, *frame.spans)), against)


_LIMITS = {"≥": AT_MOST, "≤": AT_LEAST}


def _is_silent(proposal: Proposal) -> bool:
    meaning = proposal.meaning
    if isinstance(meaning, Mark):
        return meaning not in MOVED and proposal.rule != RULE and not is_filler(proposal)
    return proposal.rule == COUNTY or isinstance(meaning, YearsSaid | HorizonSaid | MeasureSaid | PhasesSaid | NumberSaid)
