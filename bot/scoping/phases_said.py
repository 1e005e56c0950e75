"""Which phases of a project a question means: “二期”, “一二三期”, “两期一共”, “每一期都说一下”, of what is named or of what a unit has."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from bot.book import Book, stem_of
from bot.language import shapes
from bot.language.meanings import AggregateSaid, Asked, Mark, MeasureSaid, Proposal, YearsSaid
from bot.language.numbers import PhasesSaid
from bot.language.patterns import Pattern
from bot.language.shapes import PHASES
from bot.reading.corrections import turns
from bot.reading.parse import Mention, Parse
from bot.scoping.units_said import Meant, meant_by
from store.names import NameType, tokenize
from store.numerals import DIGIT_CHARACTERS
from store.plan import Aggregate, Field, Newest, Plan
from store.text import fold


def with_phases(
    said: Parse, previous: Plan | None, book: Book, with_years: Mapping[int, tuple[str, ...]], units: Sequence[str]
) -> list[Meant]:
    """What project mentions mean; “二期” alone is the second phase of what was named before it, if that has one.

    `with_years`: where a mention begins whose names have the year that stands before it, and these names.  Where nothing but
    `units` is named, “一期二期” are the phases of what these units have.
    """
    meant = meant_by(said.mentioned(NameType.PROJECT), lambda name: (name,))
    meant = [replace(m, sure=names, every=names) if (names := with_years.get(m.mention.start)) else m for m in meant]
    if not (spans_of_phases(said) or any(m.mention.phase for m in meant)):
        return meant
    named = [name for m in meant if not m.mention.phase for name in m.sure]
    stems = {stem_of(name) for name in named or (previous.projects if previous else ())}
    if not stems:
        return [*meant, *_of_units(said, units or (previous.units if previous else ()), book)]
    meant = _of_phases(meant, stems, said, book)
    phases = [_phase_of(stems, m, said, book) if m.mention.phase else m for m in meant]
    counted = {name for m in phases if m.mention.phase for name in m.every}
    meant = [m if m.mention.phase else _narrowed(m, counted) for m in phases]
    return [m for m in meant if m.mention.phase or not _taken_back(m, meant, said)]


def with_phases_asked(said: Parse) -> Parse:
    """“一共几期”, “有哪几期” of what has phases: these are counted or listed, and no line of its forms is asked for."""
    named = {name for m in said.mentioned(NameType.PROJECT) for name in m.names()}
    if not named or not all(map(_phase_number, named)):
        return said
    return replace(said, cover=tuple(_of_phases_asked(said, p) for p in said.cover))


def _of_phases_asked(said: Parse, span: Proposal) -> Proposal:
    """The span, where it asks how many phases there are as one of these; behind 哪, and where money is asked of each, as all of them."""
    text = said.said.text
    if span.meaning != MeasureSaid("期") or not text.endswith("几期", span.start, span.end):
        return span
    listed = text.endswith("哪", 0, span.start) or bool(said.marks() & {Mark.EACH}) or Asked(Field.AMOUNT) in said.meanings(Asked)
    return replace(span, rule=PHASES, meaning=Mark.EACH if listed else AggregateSaid(Aggregate.COUNT))


def with_phases_together(said: Parse, previous: Plan, book: Book) -> Parse:
    """“三期一共” after single phases of what has three of them: all three, and not the third."""
    phases = [m for m in said.mentioned(NameType.PROJECT) if m.phase]
    families = {phases_like(project, book) for project in previous.projects}
    if len(phases) != 1 or len(said.mentions) != 1 or len(families) != 1 or not _ALL_OF_THEM.match(said.said.text, phases[0].end):
        return said
    (family,), (only,) = families, phases
    if len(family) < _SEVERAL or _counts(said.said.text[only.start : only.end]) != {str(len(family))}:
        return said
    every = Proposal(only.start, only.end, PHASES, Mark.EACH, 2.0 * (only.end - only.start))
    cover = (every if (p.start, p.end) == (only.start, only.end) else p for p in said.cover)
    return replace(said, cover=tuple(cover), mentions=())


_ALL_OF_THEM = Pattern(r"(?:工程|项目)?(?:一共|总共|合计|拢共|统共|累计|共计)")
_SEVERAL = 2


def spans_of_phases(said: Parse) -> list[Proposal]:
    """The words that count phases: “一二三期”, “两期”."""
    return [p for p in said.cover if isinstance(p.meaning, PhasesSaid) or p.rule == PHASES]


def phases_like(project: str, book: Book) -> tuple[str, ...]:
    """All phases of this project, the first one first; none where it has none."""
    phased = [name for name in book.of_stem(stem_of(project)) if _phase_number(name)]
    return tuple(sorted(phased, key=lambda name: int(_phase_number(name))))


def phases_called(words: str, projects: Sequence[str], book: Book) -> tuple[str, ...]:
    """The phases of these projects that the words (二期) say."""
    family = dict.fromkeys(name for project in projects for name in book.of_stem(stem_of(project)))
    return tuple(name for name in family if _number_of(name) == _counts(words))


def _of_units(said: Parse, units: Sequence[str], book: Book) -> list[Meant]:
    """“自然资源局一期二期一共”: these phases of what the units have; nothing where they have none of them."""
    spans = spans_of_phases(said)
    own = sorted({project for project, _ in book.pairs((), units)}) if spans and units else []
    return [_these(spans, own)] if spans else []


def _of_phases(meant: list[Meant], stems: set[str], said: Parse, book: Book) -> list[Meant]:
    """“一二三期”: these phases of what is named, of “三期一共” all; if one of them does not exist, none of them is meant."""
    spans = spans_of_phases(said)
    stems = {stem for stem in stems if any(map(_phase_number, book.of_stem(stem)))}  # what is named beside them has no phases
    if not stems:  # “送戏下乡最后一期”: there is no such phase
        return [
            *meant,
            *([_these(numbered, ())] if (numbered := [p for p in spans if isinstance(p.meaning, PhasesSaid)]) else []),
        ]
    if not spans:
        return meant
    beside = any(isinstance(p.meaning, PhasesSaid) for p in spans)  # “二期比头一期”
    others = [m for m in meant if not {stem_of(name) for name in m.sure} & stems or (beside and _says_its_phase(m, said))]
    return [*others, _these(spans, [name for stem in sorted(stems) for name in book.of_stem(stem)])]


def _says_its_phase(meant: Meant, said: Parse) -> bool:
    """Whether the words say which phase of a project they name."""
    words = said.said.text[meant.mention.start : meant.mention.end]
    return meant.mention.phase or bool(
        _phase_number(words) and {_phase_number(name) for name in meant.sure} == {_phase_number(words)}
    )


def _these(spans: Sequence[Proposal], family: Sequence[str]) -> Meant:
    """The phases that are said, of a family of names; all of them where no numbers are said, none if one does not exist."""
    placed = [n for p in spans if isinstance(p.meaning, PhasesSaid) for n in p.meaning.numbers]
    numbers = {str(n) for n in placed if n > 0}
    kept = tuple(name for name in family if (_phase_number(name) in numbers if placed else _phase_number(name)))
    whole = kept if numbers <= {_phase_number(name) for name in kept} else ()
    ends = [name for n in placed if n <= 0 for name in _at(n, family)]
    whole = tuple(dict.fromkeys((*whole, *ends))) if whole or not numbers else ()
    return Meant(Mention(spans[0].start, spans[-1].end, ()), whole, whole)


def _at(place: int, family: Sequence[str]) -> list[str]:
    """Of each project the phase at this place of those that there are: 0 the first, -1 the last."""
    found = []
    for stem in sorted({stem_of(name) for name in family if _phase_number(name)}):
        own = sorted((name for name in family if stem_of(name) == stem), key=lambda name: int(_phase_number(name) or 0))
        found += own[place : place + 1 or None] if -len(own) <= place else []
    return found


_PHASE = Pattern(rf"([{DIGIT_CHARACTERS}\d]+)(?:期|批|标段|阶段)")


def _phase_number(name: str) -> str:
    """Which phase the name is of, in digits; nothing where it says none."""
    found = _PHASE.search(fold(name))
    return min(_counts(found[0]), default="") if found else ""


def _taken_back(meant: Meant, phases: list[Meant], said: Parse) -> bool:
    """“桥梁检测一期，不对，二期”: only the phase behind it is meant."""
    behind = [m.mention.start for m in phases if m.mention.phase and m.mention.start >= meant.mention.end]
    return any(turns(said.said.text[meant.mention.end : start]) for start in behind)


def _narrowed(meant: Meant, counted: set[str]) -> Meant:
    """Of all the phases that a name may mean those that are said apart from it: “桥梁检测，二期”."""
    said = tuple(name for name in meant.sure if name in counted)
    return replace(meant, sure=said, every=said) if said else meant


def _phase_of(stems: set[str], meant: Meant, said: Parse, book: Book) -> Meant:
    counts = _counts(said.said.text[meant.mention.start : meant.mention.end])
    family = tuple(n for stem in sorted(stems) for n in book.of_stem(stem) if _number_of(n) == counts)
    return Meant(meant.mention, family, family)


def _number_of(name: str) -> set[str]:
    """The number of its phase alone, of a name that has others as well: 2000年前建成小区改造（二期）."""
    number = _phase_number(name)
    return {number} if number else _counts(name)


def _counts(name: str) -> set[str]:
    """The numbers in a name, as digits."""
    return {t.number for t in tokenize(fold(name)) if t.number}


def with_every_phase(plan: Plan, said: Parse, book: Book) -> Plan:
    """The plan with all phases of its projects, where the question counts them; of an indicator alone those that have it."""
    if not any(p.rule == shapes.PHASES for p in said.cover) or said.meanings(YearsSaid):
        return plan
    phases = tuple(dict.fromkeys(name for project in plan.projects for name in book.of_stem(stem_of(project)) if name != project))
    if phases:
        every = tuple(dict.fromkeys((*plan.projects, *phases)))
        return plan.model_copy(update={"projects": every, "years": (), "newest": Newest.EACH})
    if Field.INDICATOR in plan.fields and not plan.projects and not plan.indicators.everything:
        return plan.model_copy(update={"newest": Newest.EACH})
    return plan
