"""What a question says of a part of a name, and whether that is enough to mean it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import mul
from typing import NamedTuple

from msgspec import Struct

from store.names.align import Pair
from store.names.matches import Match, NameType
from store.names.tokens import EXACT, HOMOPHONE, TYPED, Kind, Token, tokenize
from store.names.weights import TELLING, weights
from store.text import fold

_LEAST_WEIGHT = 1.2  # two telling characters, or the like
_LEAST_SCORE, _LEAST_OF_INITIALS = 0.55, 0.45
_SKIPPED = 0.6  # what a skipped token takes off the value
_INITIAL_VALUE = 0.4  # what an initial adds to what it explains
_LEFT_OUT = 0.1  # what it takes off initials that they leave out something between
_WHOLE = 0.999
_SHORT_UNIT = 2
_FEW_LETTERS = 2  # are no initials of a name
_REGION = re.compile(r".+?(?:[省市县旗州盟]|(?<![园发社景林库矿])区)")
_PLACE = re.compile(r".+[园场社景林库矿][区场]?(?=管理|委员会|管委会|办事处|服务中心)")  # 林场 is the 国有林场管理委员会


class Part(Struct, frozen=True):
    """The tokens of a name from the first that a question says to the last; `numbers` are those among and beside them, by place."""

    tokens: Sequence[Token]
    weights: Sequence[float]
    numbers: Mapping[int, str]

    @classmethod
    def of_name(cls, name: str, first: int, last: int) -> "Part":
        """These tokens of a name that is taken apart."""
        folded = fold(name)
        tokens = tokenize(folded)
        at = weights(folded)
        counted = ((place - first, token.number) for place, token in enumerate(tokens) if first - 1 <= place <= last + 1)
        part = tokens[first : last + 1]
        return cls(part, [max(at[t.start : t.end]) for t in part], {place: number for place, number in counted if number})


class Rest(NamedTuple):
    """A name of which a part is said: how many tokens stand before the part, how many it has, and what all of them weigh."""

    name: str
    type: NameType
    before: int
    length: int
    weight: float


class Said(NamedTuple):
    """What a question says of a part: a `Match` but for what the rest of the name decides."""

    start: int
    end: int
    score: float
    value: float
    tokens: frozenset[int]
    first: int  # of the part's tokens the first that is said
    last: int
    between: int
    weight: float  # of the part's tokens that are said
    enough: bool  # whether that is more than chance
    within: bool  # whether a unit may not be meant by it, if it is from within its name
    why: str

    def of_each(self, rests: Sequence[Rest]) -> Iterator[Match]:
        """Those of the names that are meant: see `of`."""
        if self._may_be_another(rests[0].type):
            return (match for rest in rests if (match := self.of(rest)))
        told = {weight: self._told(weight) for weight in {rest.weight for rest in rests}}
        return (self._match(rest, *told[rest.weight]) for rest in rests)

    def of(self, rest: Rest) -> Match | None:
        """The name as a match; None where too little of it is said, or only from within: 农村 is not the 农业农村局, 水利 is the 水利局."""
        share = self.weight / rest.weight
        if not self.enough and share < _WHOLE:
            return None
        if rest.type is NameType.UNIT and self._is_within(rest.name, rest.before + self.first, rest.before + self.last):
            return None
        return self._match(rest, *self._told(rest.weight))

    def _may_be_another(self, kind: NameType) -> bool:
        """Whether the rest of a name of this type decides if it is meant."""
        return not self.enough or kind is NameType.UNIT

    def _told(self, weight: float) -> tuple[float, str]:
        """How much of a name that weighs so much is said, and how."""
        share = self.weight / weight
        return round(share, 4), "partial" if self.why == "exact" and share <= _WHOLE else self.why

    def _match(self, rest: Rest, share: float, why: str) -> Match:
        name, kind, before, length, _weight = rest
        unsaid = (before + self.first, length - 1 - before - self.last)
        return Match(name, kind, self.start, self.end, self.score, share, self.value, self.tokens, unsaid, self.between, why)

    def _is_within(self, name: str, first: int, last: int) -> bool:
        """Whether only something from within a unit's name is said: 政管 is not the 青禾县市政公路管理中心."""
        if self.within and not (first in _beginnings(name) or last + 1 == _place_end(name)):
            return True
        if not self.between or len(self.tokens) > _SHORT_UNIT:
            return False
        beginnings = _beginnings(name)
        return first not in beginnings and first < max(beginnings)


def said(tokens: Sequence[Token], part: Part, pairs: Sequence[Pair], kind: NameType) -> Said | None:
    """What these pairs say of a part, or None where that is too little, or leaves a number in doubt."""
    asked, named, likes = zip(*pairs, strict=True)
    skipped = _skipped(tokens, asked)
    if len(skipped) * 3 > len(pairs):
        return None  # a few characters far apart are chance: 县法院 is not 县卫生院
    initial = Kind.INITIAL
    letters = [n for n, i in enumerate(asked) if tokens[i].kind is initial]
    if letters and not _are_whole_runs(tokens, asked, letters):
        return None
    initials = [asked[n] for n in letters if likes[n] < EXACT]  # the letters of CT机 are said themselves
    explained = sum(likes)
    score = explained / (len(pairs) + len(skipped))
    if score < (_LEAST_OF_INITIALS if initials else _LEAST_SCORE) or _is_refused(tokens, part, pairs, kind, skipped, initials):
        return None
    first, last = named[0], named[-1]
    left_out = last - first + 1 - len(pairs)
    short = not initials and len(pairs) <= _SHORT_UNIT
    told = [part.weights[j] for j in named]
    return Said(
        start=tokens[asked[0]].start,
        end=tokens[asked[-1]].end,
        score=round(score, 4),
        value=round(
            _INITIAL_VALUE * len(initials) - _LEFT_OUT * bool(initials and left_out) + explained - _SKIPPED * len(skipped), 4
        ),
        tokens=frozenset(asked),
        first=first,
        last=last,
        between=left_out,
        weight=sum(told),
        enough=sum(map(mul, likes, told)) >= _LEAST_WEIGHT,
        within=short and last - first < _SHORT_UNIT and first not in part.numbers,
        why=_why(tokens, asked, likes),
    )


def _skipped(tokens: Sequence[Token], used: Sequence[int]) -> list[int]:
    """The tokens between those that say the name, but signs and particles."""
    between = range(used[0], used[-1])
    if len(between) == len(used) - 1:
        return []
    return [i for i in between if i not in used and tokens[i].kind is not Kind.SIGN and tokens[i].text not in "的那个之"]


def _is_refused(
    tokens: Sequence[Token], part: Part, pairs: Sequence[Pair], kind: NameType, skipped: Sequence[int], initials: Sequence[int]
) -> bool:
    if _other_number(tokens, part, pairs, skipped):
        return True
    if kind is NameType.PROJECT and _tells_too_little(part, pairs, skipped):
        return True  # 人 and 经费 with another character between them are not the 人居环境整治经费
    if kind is NameType.PROJECT and len(pairs) == 2 and pairs[1][1] - pairs[0][1] > 1 and _are_han(tokens, pairs):
        return True  # two characters that stand apart in a name are no abbreviation of it: 公检 is not 公路桥梁检测
    if initials:
        return any(len(_run_around(tokens, i)) <= _FEW_LETTERS for i in initials)
    return _sounds_by_chance(part, pairs) or _is_another(tokens, kind, pairs)


def _tells_too_little(part: Part, pairs: Sequence[Pair], skipped: Sequence[int]) -> bool:
    """Whether only one token tells the name from others, and something stands between it and the generic ones, here or in the name."""
    apart = bool(skipped) or pairs[-1][1] - pairs[0][1] + 1 > len(pairs)
    return apart and len(pairs) > 1 and sum(part.weights[j] >= TELLING for _, j, _ in pairs) == 1


def _are_han(tokens: Sequence[Token], pairs: Sequence[Pair]) -> bool:
    return all(tokens[i].kind is Kind.HAN for i, _, _ in pairs)


def _sounds_by_chance(part: Part, pairs: Sequence[Pair]) -> bool:
    """Whether too much only sounds alike: more than is the same, or one of two characters that do not tell the name."""
    sounding = sum(like < TYPED for _, _, like in pairs)
    if not sounding:
        return False
    if len(pairs) > 2:
        return sounding * 2 > len(pairs)
    neighbours = len(pairs) == 2 and pairs[1][1] - pairs[0][1] == 1
    return sounding > 1 or not neighbours or any(part.weights[j] < TELLING for _, j, _ in pairs)


# Characters that tell one name from its neighbour: none of them is a slip for another.
_TELLING_APART = frozenset("东西南北中上下大小新老前后内外甲乙丙省市县区镇乡村")


def _is_another(tokens: Sequence[Token], kind: NameType, pairs: Sequence[Pair]) -> bool:
    """Whether a character stands in the place of another that tells names apart: 城北 is not 城东."""
    for (i, j, _), (k, m, _) in pairwise(pairs):
        if k - i > 1 and m - j > 1:
            between = [tokens[x].text for x in range(i + 1, k) if tokens[x].kind is Kind.HAN]
            if between and (kind is NameType.UNIT or set(between) & _TELLING_APART):
                return True
    return False


def _are_whole_runs(tokens: Sequence[Token], asked: Sequence[int], letters: Sequence[int]) -> bool:
    """Whether runs of letters are used as a whole, as 旅游推介（中央资金）'s lytj（zyzj）: a stray letter says nothing."""
    used = set(asked)
    return all(used.issuperset(run) for run in {_run_around(tokens, asked[n]) for n in letters})


def _run_around(tokens: Sequence[Token], i: int) -> range:
    """The letters that are typed one behind the other around this one."""
    start, end = i, i
    while start > 0 and tokens[start - 1].kind is Kind.INITIAL and tokens[start - 1].end == tokens[start].start:
        start -= 1
    while end + 1 < len(tokens) and tokens[end + 1].kind is Kind.INITIAL and tokens[end + 1].start == tokens[end].end:
        end += 1
    return range(start, end + 1)


def _other_number(tokens: Sequence[Token], part: Part, pairs: Sequence[Pair], skipped: Sequence[int]) -> bool:
    """Whether question and name differ in a number at the place where the name has one: 四期 is not 一期."""
    if not part.numbers:
        return False  # as most often
    told = {i: j for i, j, _ in pairs}
    unsaid = part.numbers.keys() - told.values()
    if not unsaid:
        return False
    around = [_next_word(tokens, pairs[0][0], -1), *skipped, _next_word(tokens, pairs[-1][0], 1)]
    for i in around:
        if 0 <= i < len(tokens) and i not in told and tokens[i].number and not _is_year(tokens, i):
            before, after = told.get(_next_word(tokens, i, -1)), told.get(_next_word(tokens, i, 1))
            beside = {before + 1 if before is not None else None, after - 1 if after is not None else None} & unsaid
            if any(part.numbers[j] != tokens[i].number for j in beside if j is not None):
                return True
    return False


def _next_word(tokens: Sequence[Token], i: int, step: int) -> int:
    """The place of the nearest token that is no sign: brackets stand between a name and its phase."""
    i += step
    while 0 <= i < len(tokens) and tokens[i].kind is Kind.SIGN:
        i += step
    return i


def _is_year(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].kind is Kind.NUMBER and len(tokens[i].text) == 4


def _why(tokens: Sequence[Token], asked: Sequence[int], likes: Sequence[float]) -> str:
    """Of a name that is said in full."""
    kinds = {tokens[i].kind for i, like in zip(asked, likes, strict=True) if like < EXACT}
    if Kind.INITIAL in kinds:
        return "initials"
    if Kind.SYLLABLE in kinds:
        return "pinyin"
    least = min(likes)
    if least >= TYPED:
        return "exact" if least == EXACT else "partial"
    return "homophone" if least >= HOMOPHONE else "near_homophone"


@lru_cache(maxsize=16384)
def _beginnings(name: str) -> tuple[int, ...]:
    """Behind how many characters a unit's name begins: at once, and behind that of its county."""
    region = _REGION.match(fold(name))
    return (0, region.end()) if region else (0,)


@lru_cache(maxsize=16384)
def _place_end(name: str) -> int | None:
    """Behind how many characters the place ends that a unit has the charge of: 国有林场|管理委员会."""
    place = _PLACE.match(fold(name))
    return place.end() if place else None
