"""What a question leaves out (“除了财政局的，还有哪些”): the part that says so, apart from the question that is asked."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import AggregateSaid, AmountSaid, Asked, Except, Mark, Proposal, YearsSaid
from bot.language.patterns import Pattern
from bot.reading.parse import Leftover, Parse
from store.names import Match, NameType
from store.plan import Aggregate, Field
from store.text import words

_OPENS = (Except.BEFORE, Except.AFTER, Except.EITHER)
_NAMED = (NameType.PROJECT, NameType.UNIT, NameType.ATTRIBUTE)
_JOINING = frozenset(words("的 和 与 跟 及 以及 、 或 或者 那个 这个 那些 这些 那笔 那块"))
# What may stand beside the names of what is left out: “交通局的项目”, “财政局的钱”.
_BESIDE = (Mark.PROJECTS, Mark.UNITS, Mark.ALSO, Mark.EVERYTHING, Asked(Field.AMOUNT), Asked(Field.PROJECT), *Except)

_ASKED = (Which.WHICH, Which.MANY, Which.MEAN)

Piece = Proposal | Leftover


class Excluding(Struct, frozen=True):
    """The question without what it leaves out; each thing left out, as a question of its own; words that say so in vain."""

    asked: Parse
    excepted: tuple[Parse, ...]
    vain: tuple[Leftover, ...] = ()
    others: tuple[Leftover, ...] = ()  # “其他”: all but what was spoken of

    @property
    def alone(self) -> Parse:
        """The question where nothing was spoken of: then 其他 explains nothing."""
        leftovers = sorted((*self.asked.leftovers, *self.others), key=lambda x: x.start)
        return replace(self.asked, leftovers=tuple(leftovers)) if self.others else self.asked


def excluding(said: Parse) -> Excluding:
    """The question divided.  What is left out and not wholly understood is in vain."""
    openers = [p for p in said.cover if p.meaning in _OPENS]
    if not openers:
        others = [p for p in said.cover if isinstance(p.meaning, Except)]
        return Excluding(_without(said, others), (), others=tuple(said.words(p.start, p.end) for p in others))
    regions = [(opener, *_region(said, opener)) for opener in openers]
    parts = [(opener, _only(said, start, end)) for opener, start, end in regions]
    good = [part for _opener, part in parts if _says_what(part)]
    vain = [x for opener, part in parts if not _says_what(part) for x in _words(said, opener, part)]
    spoken = [p for p in said.cover if isinstance(p.meaning, Except)]
    inside: list[Piece] = []
    for _opener, part in parts:
        inside += [*part.cover, *part.leftovers]
    asked = _without(said, [*spoken, *inside, *_rests(said)])
    return Excluding(replace(asked, cover=(*asked.cover, *_summed(said))), tuple(good), tuple(vain))


def _rests(said: Parse) -> list[Proposal]:
    """“剩下的”, which else asks for more of a list."""
    return [p for p in said.cover if p.meaning is Mark.MORE]


def _summed(said: Parse) -> Iterator[Proposal]:
    """“还剩多少”: the sum of what is left."""
    for p in said.cover:
        if p.meaning is Except.REST_SUM:
            yield replace(p, meaning=AggregateSaid(Aggregate.SUM))


def _words(said: Parse, opener: Proposal, part: Parse) -> list[Leftover]:
    return [said.words(opener.start, opener.end), *part.leftovers]


def _says_what(part: Parse) -> bool:
    """Whether all of it is understood: names, or kinds of money; the 结转 of one project alone cannot be left out."""
    items = [p for p in part.cover if _is_item(p)]
    strange = [p for p in part.cover if not (_is_item(p) or _is_filler(p) or p.meaning in _BESIDE)]
    return bool(items) and not part.leftovers and not strange and len(set(map(_is_money, items))) == 1


def _is_item(piece: Piece) -> bool:
    """Whether the span names something that can be left out."""
    if isinstance(piece, Leftover):
        return False
    meaning = piece.meaning
    if isinstance(meaning, Match):
        return meaning.type in _NAMED
    if meaning in (Mark.BRANCH, Mark.ALONE, Mark.IT):
        return True
    if isinstance(meaning, KindOfUnits):
        return meaning.which not in _ASKED  # “除了柳渡镇哪个镇最多” asks for one of them
    return isinstance(meaning, (AmountSaid, YearsSaid)) or (isinstance(meaning, Asked) and meaning.kind is not None)


def _region(said: Parse, opener: Proposal) -> tuple[int, int]:
    """Where what is left out stands: up to the word that ends it, else the names right behind, else those right before."""
    pieces: list[Piece] = sorted((*said.cover, *said.leftovers), key=lambda p: p.start)
    behind = [p for p in pieces if p.start >= opener.end]
    end = _end(said, opener, behind)
    if end is not None:
        return opener.end, end
    clause = said.clause(opener.start)
    if opener.meaning is not Except.AFTER:
        run = _run(said, _before_a_part(said, [p for p in behind if said.clause(p.start) == clause]))
        run = _before_what_is_asked(said, opener, run)
        if run or opener.meaning is Except.BEFORE:
            return opener.end, run[-1].end if run else opener.end
    besides = said.said.text[opener.start : opener.end] in _BESIDES  # “柳渡镇以外保洁经费”: what is asked stands behind it
    if behind and said.clause(behind[0].start) == clause and not (besides or _goes_on(behind[0])):
        return opener.start, opener.start
    run = _backwards(said, [p for p in pieces if p.end <= opener.start and said.clause(p.start) == clause])
    return (run[0].start, opener.start) if run else (opener.start, opener.start)


_BESIDES = ("以外", "之外")


def _before_a_part(said: Parse, pieces: list[Piece]) -> list[Piece]:
    """“不算保洁 养护占多少”: what stands right before 占, apart from what is left out, is the part that is asked about."""
    share = next((p.start for p in pieces if isinstance(p, Proposal) and p.meaning is Mark.SHARE), None)
    named = [p for p in pieces if share is not None and p.end <= share and _is_item(p) and not _is_year(p)]
    if len(named) < 2 or not re.fullmatch(r"[\s,，。;；]+", said.said.text[named[-2].end : named[-1].start]):
        return pieces
    return [p for p in pieces if p.end <= named[-1].start]


def _goes_on(piece: Piece) -> bool:
    """Whether the question itself goes on behind “工作经费不算”, rather than what is left out: “一共多少”."""
    return isinstance(piece, Proposal) and (
        isinstance(piece.meaning, (AggregateSaid, Asked, Except, YearsSaid))
        or piece.meaning in (Mark.HOW_MUCH, Mark.FILLER, Mark.WHICH, Mark.FOLLOWING, Mark.PROJECTS)
    )


def _end(said: Parse, opener: Proposal, behind: Sequence[Piece]) -> int | None:
    """Where the word stands that ends it: 以外, 算进去."""
    if opener.meaning is Except.AFTER:
        return None
    last = said.clause(opener.start) + (1 if opener.meaning is Except.BEFORE else 0)
    for piece in behind:
        if said.clause(piece.start) > last or (isinstance(piece, Proposal) and piece.meaning in _OPENS):
            return None
        if isinstance(piece, Proposal) and piece.meaning is Except.END:
            return piece.start if piece is not behind[0] else None
    return None


def _run(said: Parse, pieces: Sequence[Piece]) -> list[Piece]:
    """The names at the beginning of the pieces, with what joins them, and words between them that nothing explains."""
    run: list[Piece] = []
    years = bool(pieces) and _is_year(pieces[0])
    for place, piece in enumerate(pieces):
        unknown = isinstance(piece, Leftover) and (not run or piece.start == run[-1].end)
        if (
            run
            and (_is_project(run[-1]) or _is_it(run[-1]))
            and _is_unit(piece)
            and not _AND.search(said.said.text[run[-1].end : piece.start])
        ):
            break  # “不含工作经费的乡镇”: what is left out of the units
        if unknown or (_is_item(piece) and (years or not _is_year(piece))):
            run.append(piece)
        elif not (_joins(said, piece) and any(_is_item(p) or _joins(said, p) for p in pieces[place + 1 : place + 2])):
            break
    return run


def _before_what_is_asked(said: Parse, opener: Proposal, run: list[Piece]) -> list[Piece]:
    """Without the project behind 的 that is asked about: “不含结转的|危桥加固”, “不是公路站的|危桥加固” where nothing else is; of “二期的|危桥加固” too."""
    for place, piece in enumerate(run[1:], 1):
        if not (_is_project(piece) and _OF.fullmatch(said.said.text[run[place - 1].end : piece.start])):
            continue
        before = run[:place]
        phases = {m.start for m in said.mentions if m.phase}
        if (
            all(piece.start in phases for piece in before)
            or all(map(_is_money, before))
            or (all(map(_is_unit, before)) and _is_all_that_is_asked(said, opener, run))
        ):
            return before
    return run


def _is_all_that_is_asked(said: Parse, opener: Proposal, run: Sequence[Piece]) -> bool:
    """Whether nothing is named outside of what follows such a word, nor anything else than its money asked."""
    sums = [p for p in said.cover if isinstance(p.meaning, AggregateSaid)]
    apart = any(said.clause(p.start) != said.clause(opener.start) or p.end <= opener.start for p in sums)
    if said.said.text.startswith("除", opener.start) or apart:
        return False
    outside = [p for p in said.cover if p not in run and p is not opener]
    others = any(_is_item(p) and not _is_year(p) for p in outside)
    return not (others or said.leftovers or said.marks() & {Mark.ALSO, Mark.EVERYTHING, Mark.PROJECTS, Mark.UNITS})


_OF = Pattern(r"的(?:[那这]一?[个项笔])?")
_AND = Pattern("[、和与跟及]")
_JOINED = Pattern(r"[、和与跟及以\s]+")


def _is_project(piece: Piece) -> bool:
    return isinstance(piece, Proposal) and isinstance(piece.meaning, Match) and piece.meaning.type is NameType.PROJECT


def _is_it(piece: Piece) -> bool:
    return isinstance(piece, Proposal) and piece.meaning is Mark.IT


def _is_unit(piece: Piece) -> bool:
    if not isinstance(piece, Proposal):
        return False
    named = isinstance(piece.meaning, Match) and piece.meaning.type is NameType.UNIT
    return named or isinstance(piece.meaning, KindOfUnits)


def _is_year(piece: Piece) -> bool:
    return isinstance(piece, Proposal) and isinstance(piece.meaning, YearsSaid)


def _is_money(piece: Piece) -> bool:
    return isinstance(piece, Proposal) and isinstance(piece.meaning, Asked)


def _backwards(said: Parse, pieces: Sequence[Piece]) -> list[Piece]:
    """The last name of the pieces, those joined to it, and whose it is where nothing else stands before."""
    named = [p for p in pieces if isinstance(p, Leftover) or (_is_item(p) and not _is_year(p))]
    whole = all(_is_item(p) or _is_filler(p) for p in pieces) and not any(map(_is_money, named))
    whole = whole and bool(named) and (len(named) == 1 or said.said.text[: named[-1].start].endswith("的"))
    if whole and len({_type(p) for p in named}) == len(named):
        return named  # “财政局的工作经费不算”
    run: list[Piece] = []
    for piece in reversed(pieces):
        joined = not run or _JOINED.fullmatch(said.said.text[piece.end : run[0].start])
        if (_is_item(piece) or isinstance(piece, Leftover)) and joined:
            run.insert(0, piece)
        elif not _is_filler(piece):
            break
    return run


def _type(piece: Piece) -> object:
    meaning = piece.meaning if isinstance(piece, Proposal) else None
    return meaning.type if isinstance(meaning, Match) else type(meaning)


def _is_filler(piece: Piece) -> bool:
    return isinstance(piece, Proposal) and piece.meaning is Mark.FILLER


def _joins(said: Parse, piece: Piece) -> bool:
    if isinstance(piece, Proposal) and piece.meaning in (Mark.ALSO, Mark.IT):
        return True  # “教育局（含学校）”, “教育局和它的下属单位”
    return _is_filler(piece) and said.said.text[piece.start : piece.end] in _JOINING


def _only(said: Parse, start: int, end: int) -> Parse:
    """The part of the question between two places, as a question of its own."""
    return replace(
        said,
        cover=tuple(p for p in said.cover if start <= p.start and p.end <= end),
        mentions=tuple(m for m in said.mentions if start <= m.start and m.end <= end),
        leftovers=tuple(x for x in said.leftovers if start <= x.start and x.end <= end),
    )


def _without(said: Parse, pieces: Sequence[Piece]) -> Parse:
    """The question without these spans."""
    places = {(p.start, p.end) for p in pieces}
    return replace(
        said,
        cover=tuple(p for p in said.cover if (p.start, p.end) not in places),
        mentions=tuple(m for m in said.mentions if (m.start, m.end) not in places),
        leftovers=tuple(x for x in said.leftovers if (x.start, x.end) not in places),
    )
