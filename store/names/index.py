"""The name index: which spans of a question mean which stored names, and how sure that is.

In process, built from what is current.  Short against short (near names to offer) is rapidfuzz's part.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Protocol

from rapidfuzz import fuzz, process

from store.names.aliases import aliases
from store.names.align import Alignment, align
from store.names.readings import fuzzy, fuzzy_readings
from store.names.tokens import EXACT, HOMOPHONE, TYPED, Kind, Token, tokenize
from store.names.weights import TELLING, telling, weights
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
    why: str

    @property
    def whole(self) -> bool:
        """Whether the whole name is said."""
        return self.share > 0.999


class Names(Protocol):
    """What understanding asks of the names."""

    def propose(self, tokens: Sequence[Token]) -> list[Match]:
        """Every span that may mean a stored name, best first."""

    def near(self, text: str, types: Iterable[NameType], limit: int = 3, at_least: float = 55.0) -> list[str]:
        """Stored names that look or sound like the text, to be offered without figures."""


@dataclass(frozen=True)
class _Named:
    name: str
    folded: str
    type: NameType
    tokens: tuple[Token, ...]
    weights: tuple[float, ...]


_LEAST_WEIGHT = 1.2  # two telling characters, or the like
_LEAST_SCORE = 0.55
_ALIAS_SHARE = 0.75  # of what a nickname stands for must be in the name
_ALIAS_VALUE = 0.95  # a token: a little less than the name itself
_NEAR = 55.0  # rapidfuzz score, 0 to 100


class NameIndex:
    """The names of one state of the store; built once for a version, then only read."""

    def __init__(self, names: Mapping[NameType, Iterable[str]]) -> None:
        self._named = [_name(name, kind) for kind, listed in names.items() for name in sorted(set(listed))]
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, named in enumerate(self._named):
            for key in {key for token in named.tokens for key in _keys(token)}:
                self._postings[key].append(number)

    def propose(self, tokens: Sequence[Token]) -> list[Match]:
        """Every span of the question that may mean a stored name, the best first."""
        matches = list(self._by_alias(tokens))
        for number in self._candidates(tokens):
            named = self._named[number]
            alignment = align(tokens, named.tokens, named.weights)
            found = (_match(tokens, named, variant) for variant in _variants(alignment)) if alignment else ()
            matches.extend(match for match in found if match)
        return sorted(matches, key=lambda m: (-m.value, -m.share, m.type, m.name))

    def _by_alias(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """Names that hold what a nickname in the question stands for."""
        texts = [t.text for t in tokens]
        for nickname, formals in aliases():
            said = [t.text for t in nickname]
            for start in (i for i in range(len(texts) - len(said) + 1) if texts[i : i + len(said)] == said):
                span = range(start, start + len(said))
                for formal in formals:
                    yield from self._meant(formal, span, tokens)

    def _meant(self, formal: Sequence[Token], span: range, tokens: Sequence[Token]) -> Iterator[Match]:
        for number in self._candidates(formal):
            named = self._named[number]
            alignment = align(formal, named.tokens, named.weights)
            match = _match(formal, named, alignment) if alignment else None
            if match and len(match.tokens) >= _ALIAS_SHARE * len(formal) and match.why in ("exact", "partial"):
                start, end = tokens[span[0]].start, tokens[span[-1]].end
                yield replace(match, start=start, end=end, tokens=frozenset(span), value=_ALIAS_VALUE * len(span), why="alias")

    def near(self, text: str, types: Iterable[NameType], limit: int = 3, at_least: float = _NEAR) -> list[str]:
        """Stored names that look like the text, the nearest first, to be offered without figures."""
        wanted = set(types)
        choices = {n.name: telling(n.folded) for n in self._named if n.type in wanted}
        found = process.extract(telling(fold(text)), choices, scorer=fuzz.WRatio, limit=limit, score_cutoff=at_least)
        return [name for _, _, name in sorted(found, key=lambda f: (-f[1], f[2]))]

    def _candidates(self, tokens: Sequence[Token]) -> list[int]:
        if any(t.kind is Kind.INITIAL for t in tokens):
            return list(range(len(self._named)))
        shared: Counter[int] = Counter()
        for key in {key for token in tokens for key in _keys(token)}:
            shared.update(self._postings.get(key, ()))
        return [n for n, count in shared.items() if count >= 2 or len(self._named[n].tokens) <= 2]


def _name(name: str, kind: NameType) -> _Named:
    folded = fold(name)
    tokens = tuple(t for t in tokenize(folded))
    at = weights(folded)
    return _Named(name, folded, kind, tokens, tuple(max(at[t.start : t.end]) for t in tokens))


def _keys(token: Token) -> tuple[str, ...]:
    """What a token is found by: itself, and how it may sound."""
    if token.kind is Kind.HAN:
        number = token.number
        return (token.text, *fuzzy_readings(token.text), *((number,) if number else ()))
    if token.kind is Kind.SYLLABLE:
        return (token.text, fuzzy(token.text))
    if token.kind is Kind.NUMBER:
        return (token.number or token.text,)
    return (token.text,)


def _variants(alignment: Alignment) -> list[Alignment]:
    """The alignment, and what is left without its last or first tokens: they may belong to the next name."""
    pairs = alignment.pairs
    gap = max(range(1, len(pairs)), key=lambda n: pairs[n][0] - pairs[n - 1][0], default=0)
    cuts = [pairs, pairs[:-1], pairs[:-2], pairs[1:], pairs[:gap], pairs[gap:]]
    return [Alignment(cut, alignment.value) for cut in cuts if len(cut) >= 2 or cut is pairs]


def _match(tokens: Sequence[Token], named: _Named, alignment: Alignment) -> Match | None:
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
        why=_why(tokens, alignment, share),
    )


def _sounds_by_chance(named: _Named, alignment: Alignment) -> bool:
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


def _is_inside(named: _Named, alignment: Alignment) -> bool:
    """Whether two characters from within a unit's name are said: 农村 is not the 农业农村局, 水利 is the 水利局."""
    if named.type is not NameType.UNIT or len(alignment.pairs) > _SHORT_UNIT:
        return False
    first, last = alignment.pairs[0][1], alignment.pairs[-1][1]
    region = _REGION.match(named.folded)
    return last - first < _SHORT_UNIT and first not in (0, region.end() if region else 0) and named.tokens[first].number is None


# Characters that tell one name from its neighbour: none of them is a slip for another.
_TELLING_APART = frozenset("东西南北中上下大小新老前后内外甲乙丙省市县区镇乡村")


def _is_another(tokens: Sequence[Token], named: _Named, alignment: Alignment) -> bool:
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


def _other_number(tokens: Sequence[Token], named: _Named, alignment: Alignment, skipped: Sequence[int]) -> bool:
    """Whether question and name differ in a number at the place where the name has one: 四期 is not 一期."""
    said = {i: j for i, j, _ in alignment.pairs}
    unsaid = {j for j, t in enumerate(named.tokens) if t.number and j not in said.values()}
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
