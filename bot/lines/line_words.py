"""What the words of a question say of a line of the indicator table: by its name, by its project and goal, by deeds and things alike."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from bot.language.deeds import HARMLESS, KNOWN_DEEDS, LONGEST, deeds_like, things_like
from bot.lines.measured import unit_of
from store.model import Indicator
from store.targets import TargetView
from store.text import fold, words

_HEADS = ("人", "名", "人次", "户")
_ANYBODY = frozenset(words("人 人员 群众 百姓 老百姓 居民 村民 农民 牧民 农户"))  # who may be anybody; 学生 are no 老人
_PERSONS = frozenset(
    words(
        "人 人员 老师 教师 学生 孩子 娃 儿童 幼儿 妇女 老人 老年人 群众 百姓 老百姓 居民 村民 农民 牧民 农户 病人 患者 干部 职工 队员 选手 游客 观众 医生 护士 会员 党员 司机 工人 残疾人 保安 护林员 辅警 志愿者 学员"
    )
)


class _Piece(Struct, frozen=True, dict=True):
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


Reading = Sequence[Sequence[_Piece]]
_LONGEST_PIECE = 8


def reading(run: str) -> Reading:
    """For each place of a run the pieces that begin there, the shortest first."""
    ends = (range(start + 1, min(len(run), start + _LONGEST_PIECE) + 1) for start in range(len(run)))
    return [[_piece(run[start:end], end) for end in of_one] for start, of_one in enumerate(ends)]


def _piece(text: str, end: int) -> _Piece:
    if len(text) > LONGEST:
        return _Piece(text, end, text in HARMLESS, frozenset(), frozenset(), person=False)
    return _Piece(text, end, text in HARMLESS, deeds_like(text), things_like(text), text in _PERSONS)


class About:
    """The words of a target that its lines share, folded once for all of them."""

    def __init__(self, view: TargetView, sought: frozenset[str]) -> None:
        """`sought` is all that is looked for in them beside the words that are said."""
        self.view = view
        self._sought = sought

    @cached_property
    def project(self) -> str:
        """The project's name."""
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


class Words:
    """The words of a line: its name, and far from it those of its target and of its value."""

    def __init__(self, line: Indicator, about: About) -> None:
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


def explained(readings: Sequence[Reading], words: Words) -> float | None:
    """What the words say of the line; None where one of them says nothing of it, nor of its target."""
    total = 0.0
    for reading in readings:
        value = _read(reading, words)
        if value is None:
            return None
        total += value
    return total


def nearly_explained(readings: Sequence[Reading], words: Words) -> tuple[float, tuple[str, ...]]:
    """What the words say of the line, and the runs of those that say nothing of it."""
    total, unsaid = 0.0, []
    for reading in readings:
        value, runs = _nearly_read(reading, words)
        total += value
        unsaid += runs
    return total, tuple(unsaid)


_PASSED = 0.3  # what keeps a reading from passing over a character that may say something


def _nearly_read(reading: Reading, words: Words) -> tuple[float, list[str]]:
    """The best reading of a run of words, where characters may be passed over."""
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ()), *[(float("-inf"), ())] * len(reading)]
    for start, pieces in enumerate(reading):
        value, unsaid = best[start]
        best[start + 1] = max(best[start + 1], (value - _PASSED, (*unsaid, start)))
        for piece in pieces:
            stands = piece.text in words.near or piece.text in words.far
            more = max(_values(piece, words, stands=stands), default=None)
            if more is not None and value + more > best[piece.end][0]:
                best[piece.end] = value + more, unsaid
    value, places = best[-1]
    value += _PASSED * len(places)
    runs = "".join(pieces[0].text if place in places else " " for place, pieces in enumerate(reading)).split()
    return value, runs


def _read(reading: Reading, words: Words) -> float | None:
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


def _values(piece: _Piece, words: Words, *, stands: bool) -> Iterator[float]:
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


def _of_alike(piece: _Piece, words: Words, *, near: bool) -> Iterator[float]:
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


def _of_far(text: str, words: Words) -> Iterator[float]:
    """What a word says of a line that stands in its target."""
    if len(text) > 1 and text in words.far:
        yield (0.5 if text in words.project else 0.1) * len(text)
    elif text in words.project:
        yield 0.05
