"""The projects that a question tells without their names: what they do, for whom, with what (“灭蚊子老鼠那个项目”).

Looking for them takes 30 to 170 ms among 100,000 targets.  Only single characters (蚊) have no index and would cost 1.5 s there:
among so many they are not looked for, though a form that other words find is still read by them.
"""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from bot.answer import Desk
from bot.described.told import Told, numbers_stand, sought, told
from bot.language.descriptions import Described, Frame, described_in
from bot.language.patterns import Pattern
from bot.language.whereabouts import WHEREABOUTS
from bot.question import Understanding
from bot.reading.leftovers import TURNING
from bot.reading.matching import ORGANISATIONS
from bot.reading.roles import Role, Span
from store.holders import Holder
from store.numerals import DIGIT_CHARACTERS
from store.text import fold, normalized

_MOST_READ = 20_000  # targets: among more no single character is looked for, as no index holds it and all words would be read
_LEAST_PAIR = 2  # characters, which the index of pairs holds
_MOST_SOUGHT = 160  # texts
_RARE, _MOST_HOLDERS = 40, 400  # statements
_MOST_RARE = 24  # texts that forms are read by
_LEAST_TELLING = 2  # characters that tell
_SETS_OFF = r"[年月日\d" + DIGIT_CHARACTERS + "]"
_BEFORE_PLACE = "给在到把往去为帮让请修建的和对从替与及农乡城行政各全每驻进下本我们渔牧新老旧小中大治理美丽"
_PLACE = Pattern(rf"[^\W{_BEFORE_PLACE}]{{1,3}}(?:[村镇乡屯寨]|社区|街道|苏木|嘎查)(?![干部级民里道委集风长容面贫企庄落])")


class Found(Struct, frozen=True):
    """A project that a question tells: its names, the statement that says so, and how much of the words it says."""

    project: str
    unit: str
    holder: Holder
    told: Told
    sure: bool  # whether it may be answered by: numbers and phases stand there, and no word is only kin to what does


class Search(Struct, frozen=True):
    """What was looked for, where in the question it stands, and which projects say all of it, or the most of it."""

    words: str  # as typed
    scope: str  # the years and units among them
    described: Described
    whole: tuple[Found, ...]  # that say all of it, the best first
    part: tuple[Found, ...]  # that say most of it, where none says all

    @property
    def to_the_letter(self) -> bool:
        """Whether a word of it stands in what was found as it was said, rather than by another name alone."""
        return any(len(piece) >= _LEAST_TELLING for found in (*self.whole, *self.part) for piece in found.told.literal)


def searched(question: Understanding, desk: Desk) -> Search | None:
    """The projects that the question tells; None where it tells none, or nothing that stands anywhere."""
    text = normalized(question.text)
    if len(text) != len(question.text):
        return None
    for described in described_in(text):
        search = _of(described, question, desk) if _is_open(described, question) else None
        if search:
            return search
    return None


def _of(described: Described, question: Understanding, desk: Desk) -> Search | None:
    """What these words tell: of the units among them, or where their own forms do not say it all the words as they stand in another's."""
    text, words = normalized(question.text), question.text[described.start : described.end]
    rest, scope = _apart(text, described, question)
    run = fold(rest)
    found = found_by(run, question, desk) if len(run) >= _LEAST_TELLING else []
    if not (found and not found[0].told.missing) and _says_part_of_a_unit(described, question):
        everywhere = replace(question, plan=question.plan.model_copy(update={"units": ()}))
        rest, years = _apart(text, described, everywhere)
        whole = [one for one in found_by(fold(rest), everywhere, desk) if one.sure and not (one.told.missing or one.told.alike)]
        if whole:
            return Search(words, years, described, _best(whole), ())
    if found and not _turns(found[0].told) and not _only_a_place(run, described, found[0]):
        whole = [one for one in found if not one.told.missing]
        return Search(words, scope, described, _best(whole), () if whole else _best(found))
    return None


def _says_part_of_a_unit(described: Described, question: Understanding) -> bool:
    """Whether a unit is read among the words of which hardly anything is said, so that they may name a place: 灯塔 of 灯塔小学."""
    inside = (s for s in question.spans if described.start <= s.start and s.end <= described.end)
    return any(s.rule == "names.unit.partial" and s.end - s.start <= _LEAST_TELLING for s in inside)


def found_by(run: str, question: Understanding, desk: Desk) -> list[Found]:
    """The projects that say some of the words, the best first, each by the statement that says the most of them."""
    least = 1 if len(desk.book.catalogue.entries) <= _MOST_READ else _LEAST_PAIR
    texts = [text for text in dict.fromkeys(sought(run)) if len(text) >= least][:_MOST_SOUGHT]
    counts = desk.counted(texts, _RARE)
    rare: list[str] = []
    for text in sorted((t for t in texts if 0 < counts.get(t, 0) <= _RARE), key=lambda t: (counts[t], -len(t), t)):
        if len(rare) == _MOST_RARE or sum(counts[t] for t in rare) + counts[text] > _MOST_HOLDERS:
            break
        rare.append(text)
    best: dict[tuple[str, str], Found] = {}
    for holder in _in_scope(desk.holders(rare, _MOST_HOLDERS), question, desk):
        said = told(run, holder)
        one = Found(holder.project, holder.unit, holder, said, is_sure(run, said, holder))
        key = (fold(holder.project), fold(holder.unit))
        if _tells(said, rare) and (key not in best or _order(one) < _order(best[key])):
            best[key] = one
    return sorted(best.values(), key=lambda one: (_order(one), one.project, one.unit))


def _is_open(described: Described, question: Understanding) -> bool:
    """Whether something among the words is not understood, or only as a piece of a name, or they are looked for to the letter."""
    if looked_for(question):
        return True
    inside = (s for s in question.spans if s.start < described.end and described.start < s.end)
    return any(s.role is Role.UNUSED or s.rule.startswith(("names.indicator", "names.project", "finding")) for s in inside)


def looked_for(question: Understanding) -> bool:
    """Whether it is asked in which form words stand that are not quoted: they may tell what a project does."""
    return any(s.rule == WHEREABOUTS for s in question.spans) and not _QUOTED.search(question.text)


_QUOTED = Pattern('[“"「『]')


def _apart(text: str, described: Described, question: Understanding) -> tuple[str, str]:
    """The words without the years and units that are said among them, and these."""
    kept, scope = list(text), []
    for span in question.spans:
        said = span.rule.startswith("years") or _is_a_unit(span, text, question)
        if said and described.start <= span.start and span.end <= described.end:
            kept[span.start : span.end] = " " * (span.end - span.start)
            scope.append(text[span.start : span.end])
    return "".join(kept[described.start : described.end]), "".join(scope)


_PHASE = Pattern(rf"[{DIGIT_CHARACTERS}十\d]+(?:期|批|标段)")


def is_sure(run: str, said: Told, holder: Holder) -> bool:
    """Whether nothing that limits the words is taken for something else: 15个 is no 15万元, 一期 no 二期, 农药 no 化肥.

    What shares no character with the word it stands for (家属, 监护人) may be a small part of what the form says beside it.
    """
    text = "\n".join((holder.goals, holder.indicators))
    phases = all(phase in f"{holder.name}\n{text}" for phase in _PHASE.findall(run))
    otherwise = sum(len(word) for word, form in said.alike if not set(word) & set(form))
    return phases and (not otherwise or _OTHERWISE * otherwise < sum(map(len, said.said))) and numbers_stand(run, text)


_OTHERWISE = 3  # times as much and more must be said


def _is_a_unit(span: Span, text: str, question: Understanding) -> bool:
    """Whether a unit is said, and no word beside a piece of its name: 残疾老人 is no 残疾人联合会."""
    units, words = question.plan.units, text[span.start : span.end]
    nothing_else = not span.rule.endswith("partial") or any(stands_within(words, unit) for unit in units)
    return span.rule.startswith("names.unit") and bool(units) and nothing_else


def stands_within(words: str, name: str) -> bool:
    """Whether the characters stand in the name in their order: 县医院 in 青禾县人民医院."""
    rest = iter(name)
    return all(character in rest for character in words)


def _in_scope(holders: Sequence[Holder], question: Understanding, desk: Desk) -> list[Holder]:
    """Those of the units and years that the question names: what another year's form says does not tell this year's project."""
    plan = question.plan
    units = {fold(unit) for high in plan.units for unit in (high, *desk.book.below(high))}
    of_years = [holder for holder in holders if not plan.years or holder.year in plan.years]
    return [holder for holder in of_years if not units or fold(holder.unit) in units]


def _order(found: Found) -> tuple[object, ...]:
    """What comes first: what says all or the most, of these the newest."""
    return (sum(map(len, found.told.missing)), -round(found.told.value, 3), -found.holder.year)


def _tells(said: Told, rare: Sequence[str]) -> bool:
    """Whether something that is said tells this project from most others."""
    return any(text in piece for piece in said.shown for text in rare) and sum(map(len, said.said)) >= _LEAST_TELLING


def _turns(said: Told) -> bool:
    return any(set(run) & TURNING for run in said.missing)


def _only_a_place(run: str, described: Described, found: Found) -> bool:
    """Whether a place that is said stands nowhere, or is all that tells the project: its money is not the place's.

    Nor is it where money for the place is asked for: “给西沟村买割草船的钱”.
    """
    names = f"{found.holder.name}\n{fold(found.holder.unit)}"
    places = [place[0] for place in _PLACE.finditer(run) if place[0] not in names]
    if not places:
        return False
    stand = all(any(place in piece or piece.endswith(place) for piece in found.told.literal) for place in places)
    if not stand or described.frame in (Frame.MONEY, Frame.ASKED):
        return True
    rest = run
    for place in places:
        rest = rest.replace(place, "")
    return not any(len(piece) >= _LEAST_TELLING and piece in rest for piece in found.told.said)


def limits(missing: Sequence[str]) -> bool:
    """Whether one of the words that stand nowhere may limit what is asked for: a number, a place, an institution."""
    return any(re.search(_SETS_OFF, run) or run.endswith(ORGANISATIONS) for run in missing)


_CLOSE = 0.6  # of the best: what says so much less tells it no better than by chance


def _best(found: Sequence[Found]) -> tuple[Found, ...]:
    """Those that say about as much as the best one; of what is said to the letter, none that only says it by other names."""
    if not found:
        return ()
    first = found[0].told
    least = len(first.missing and "".join(first.missing))
    alike = [one for one in found if sum(map(len, one.told.missing)) == least]
    if not first.alike:
        alike = [one for one in alike if not one.told.alike or one is found[0]]
    return tuple(one for one in alike if one.told.value >= first.value - _CLOSE)
