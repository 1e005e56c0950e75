"""What of a name a span of a question says, and whether that is enough to mean it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from store.names.align import Alignment
from store.names.tokens import EXACT, HOMOPHONE, TYPED, Kind, Token, tokenize
from store.names.weights import TELLING, weights
from store.text import fold


class NameType(StrEnum):
    """What a name names."""

    PROJECT = "project"
    UNIT = "unit"
    INDICATOR = "indicator"
    ATTRIBUTE = "attribute"  # 项目属性, such as 常年项目


@dataclass(frozen=True)
class Match:
    """A span [start, end) of the normalised question that may mean `name` (as stored), and why."""

    name: str
    type: NameType
    start: int
    end: int
    score: float  # 0 to 1: how much of the span says the name
    share: float  # 0 to 1: how much of the name is said
    value: float  # tokens explained, less those skipped: what the best cover adds up
    tokens: frozenset[int]  # indices of the question's tokens that are explained
    unsaid: tuple[int, int]  # how many tokens of the name stand unsaid before the first and behind the last that is said
    between: int  # and between these two
    why: str

    @property
    def whole(self) -> bool:
        """Whether the whole name is said."""
        return self.share > 0.999


@dataclass(frozen=True)
class Named:
    """A name with its tokens, and how much each of them tells it from others."""

    name: str
    folded: str
    type: NameType
    tokens: tuple[Token, ...]
    weights: tuple[float, ...]
    numbered: frozenset[int]  # which of the tokens are numbers or numerals


def named(name: str, kind: NameType) -> Named:
    """A stored name, taken apart."""
    folded = fold(name)
    tokens = tokenize(folded)
    at = weights(folded)
    return Named(name, folded, kind, tokens, tuple(max(at[t.start : t.end]) for t in tokens), _numbered(tokens))


def _numbered(tokens: Sequence[Token]) -> frozenset[int]:
    return frozenset(n for n, token in enumerate(tokens) if token.number)


_LEAST_WEIGHT = 1.2  # two telling characters, or the like
_LEAST_SCORE = 0.55


def matches(tokens: Sequence[Token], name: Named, alignment: Alignment) -> Iterator[Match]:
    """What an alignment says of a name, in whole and in parts: a part of it may belong to the next name."""
    found = (match(tokens, name, variant) for variant in _variants(alignment))
    return (match for match in found if match)


def _variants(alignment: Alignment) -> list[Alignment]:
    """The alignment, and what is left without its last or first tokens: they may belong to the next name."""
    pairs = alignment.pairs
    gap = max(range(1, len(pairs)), key=lambda n: pairs[n][0] - pairs[n - 1][0], default=0)
    cuts = dict.fromkeys((pairs, pairs[:-1], pairs[:-2], pairs[1:], pairs[:gap], pairs[gap:]))
    return [Alignment(cut, alignment.value) for cut in cuts if len(cut) >= 2 or cut is pairs]


def match(tokens: Sequence[Token], named: Named, alignment: Alignment) -> Match | None:
    """The alignment as a match, or None where it says too little of the name or leaves a number in doubt."""
    explained = sum(like for _, _, like in alignment.pairs)
    weight = sum(like * named.weights[j] for _, j, like in alignment.pairs)
    telling = [
        i for i, token in enumerate(tokens[alignment.first : alignment.last + 1], alignment.first) if token.kind is not Kind.SIGN
    ]
    used = {i for i, _, _ in alignment.pairs}
    skipped = [i for i in telling if i not in used and tokens[i].text not in "的那个之"]
    score = explained / (len(alignment.pairs) + len(skipped))
    share = sum(named.weights[j] for j in {j for _, j, _ in alignment.pairs}) / sum(named.weights)
    initials = [i for i in used if tokens[i].kind is Kind.INITIAL]
    if initials and not _wholly_initials(tokens, used, initials):
        return None
    if score < (0.45 if initials else _LEAST_SCORE) or _other_number(tokens, named, alignment, skipped):
        return None
    if weight < _LEAST_WEIGHT and share < 0.999:
        return None
    if len(skipped) * 3 > len(used):
        return None  # a few characters far apart are chance: 县法院 is not 县中医院
    if not initials and (
        _sounds_by_chance(named, alignment) or _is_another(tokens, named, alignment) or _is_inside(named, alignment)
    ):
        return None
    return Match(
        name=named.name,
        type=named.type,
        start=tokens[alignment.first].start,
        end=tokens[alignment.last].end,
        score=round(score, 4),
        share=round(share, 4),
        value=round((len(initials) * 0.4 if initials else 0) + explained - 0.6 * len(skipped), 4),
        tokens=frozenset(used),
        unsaid=(alignment.pairs[0][1], len(named.tokens) - 1 - alignment.pairs[-1][1]),
        between=alignment.pairs[-1][1] - alignment.pairs[0][1] + 1 - len(alignment.pairs),
        why=_why(tokens, alignment, share),
    )


def _sounds_by_chance(named: Named, alignment: Alignment) -> bool:
    """Whether too much only sounds alike: more than is the same, or one of two characters that do not tell the name."""
    pairs = alignment.pairs
    sounding = sum(like < TYPED for _, _, like in pairs)
    if not sounding:
        return False
    if len(pairs) > 2:
        return sounding * 2 > len(pairs)
    neighbours = len(pairs) == 2 and pairs[1][1] - pairs[0][1] == 1
    return sounding > 1 or not neighbours or any(named.weights[j] < TELLING for _, j, _ in pairs)


_REGION = re.compile(r".+?[省市县区旗州盟]")
_SHORT_UNIT = 2


def _is_inside(named: Named, alignment: Alignment) -> bool:
    """Whether two characters from within a unit's name are said: 农村 is not the 农业农村局, 水利 is the 水利局."""
    if named.type is not NameType.UNIT or len(alignment.pairs) > _SHORT_UNIT:
        return False
    first, last = alignment.pairs[0][1], alignment.pairs[-1][1]
    region = _REGION.match(named.folded)
    return last - first < _SHORT_UNIT and first not in (0, region.end() if region else 0) and named.tokens[first].number is None


# Characters that tell one name from its neighbour: none of them is a slip for another.
_TELLING_APART = frozenset("东西南北中上下大小新老前后内外甲乙丙省市县区镇乡村")


def _is_another(tokens: Sequence[Token], named: Named, alignment: Alignment) -> bool:
    """Whether a character stands in the place of another that tells names apart: 城北 is not 城东."""
    for (i, j, _), (k, m, _) in pairwise(alignment.pairs):
        between = [tokens[x].text for x in range(i + 1, k) if tokens[x].kind is Kind.HAN]
        if between and m - j > 1 and (named.type is NameType.UNIT or set(between) & _TELLING_APART):
            return True
    return False


def _wholly_initials(tokens: Sequence[Token], used: set[int], initials: Sequence[int]) -> bool:
    """Initials count only where a whole run of at least three letters is used: a stray letter says nothing."""
    start, end = min(initials), max(initials)
    while start > 0 and tokens[start - 1].kind is Kind.INITIAL and tokens[start - 1].end == tokens[start].start:
        start -= 1
    while end + 1 < len(tokens) and tokens[end + 1].kind is Kind.INITIAL and tokens[end + 1].start == tokens[end].end:
        end += 1
    return end - start >= 2 and all(i in used for i in range(start, end + 1))


def _other_number(tokens: Sequence[Token], named: Named, alignment: Alignment, skipped: Sequence[int]) -> bool:
    """Whether question and name differ in a number at the place where the name has one: 四期 is not 一期."""
    said = {i: j for i, j, _ in alignment.pairs}
    unsaid = named.numbered.difference(said.values())
    if not unsaid:
        return False
    around = [_next_word(tokens, alignment.first, -1), *skipped, _next_word(tokens, alignment.last, 1)]
    for i in around:
        if 0 <= i < len(tokens) and i not in said and tokens[i].number and not _is_year(tokens, i):
            before, after = said.get(_next_word(tokens, i, -1)), said.get(_next_word(tokens, i, 1))
            beside = {before + 1 if before is not None else -1, after - 1 if after is not None else -1} & unsaid
            if any(named.tokens[j].number != tokens[i].number for j in beside):
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


def _why(tokens: Sequence[Token], alignment: Alignment, share: float) -> str:
    likes = [like for _, _, like in alignment.pairs]
    if any(tokens[i].kind is Kind.INITIAL for i, _, _ in alignment.pairs):
        return "initials"
    if any(tokens[i].kind is Kind.SYLLABLE for i, _, _ in alignment.pairs):
        return "pinyin"
    if any(like < TYPED for like in likes):
        return "homophone" if min(likes) >= HOMOPHONE else "near_homophone"
    if all(like == EXACT for like in likes) and share > 0.999:
        return "exact"
    return "partial"
