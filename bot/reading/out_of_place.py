"""Names that are not said as they stand: a part said behind (“技能比赛第二届”), a numeral heard for another character, a name that
another one overshadows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.language.meanings import SMALL_TALK, Proposal, Utterance, YearsSaid
from bot.language.patterns import Pattern
from bot.reading.matching import free_tokens
from store.names import Kind, Match, Names, NameType, Token, Wanted
from store.numerals import DIGIT_CHARACTERS
from store.text import fold

_LEAST, _MOST = 2, 8  # tokens of a part that is said out of its place
_ELSEWHERE = 0.6  # what each of them is worth: less than a word of the question is
_INSIDE = 0.9  # between words of the name it is a word of the name
_BETWEEN = "的,，、 "
# What a numeral counts: there it is one, and was not heard for another character.
_COUNTED = frozenset("期批届标段个项家年月号级中小万亿百千十倍成名位次季区队组村支类等人台套座所条户亩公元块天张间份处的多几")
_PHASE = Pattern(rf"(?:[{DIGIT_CHARACTERS}十]|\d)(?:期|批|标段)")
_MISHEARD = 0.3  # a name that holds the numeral itself is meant before one that only sounds like it
_SYLLABLES = dict(
    zip("零一二三四五六七八九十", ("ling", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu", "shi"), strict=True)
)


def with_parts_elsewhere(said: Utterance, matches: Sequence[Match]) -> list[Match]:
    """The matches, and those of projects before or behind which a part stands that stands elsewhere in their names."""
    projects = [m for m in matches if m.type is NameType.PROJECT]
    before = {place: _before(said, place) for place in {min(m.tokens) for m in projects}}
    behind = {place: _behind(said, place) for place in {max(m.tokens) for m in projects}}
    beside = ((m, parts) for m in projects for parts in (behind[max(m.tokens)], before[min(m.tokens)]))
    found = ((m, part) for m, parts in beside if (part := _longest(said, m, parts)))
    skipped = ((m, part) for m in projects if (part := _inside(said, m)))
    more = (*(_with(said, m, part, _ELSEWHERE) for m, part in found), *(_with(said, m, part, _INSIDE) for m, part in skipped))
    return [*matches, *more]


def _behind(said: Utterance, last: int) -> list[tuple[range, str]]:
    """What may be a part behind this token: its tokens and its words, the longest first."""
    first = last + 1
    while first < len(said.tokens) and said.tokens[first].text in _BETWEEN:
        first += 1
    end = min(first + _MOST, len(said.tokens))
    return [(part, _words(said, part)) for part in (range(first, last) for last in range(end, first + _LEAST - 1, -1))]


def _before(said: Utterance, first: int) -> list[tuple[range, str]]:
    """The same before this token."""
    starts = range(max(first - _MOST, 0), first - _LEAST + 1)
    return [(part, _words(said, part)) for part in (range(start, first) for start in starts)]


def _inside(said: Utterance, match: Match) -> range | None:
    """What stands between two tokens of the name and elsewhere in it: 质量 in “第三方质量检测”, of 质量第三方检测."""
    missed = sorted(set(range(min(match.tokens), max(match.tokens))) - match.tokens)
    part = range(missed[0], missed[-1] + 1) if missed else range(0)
    whole = len(part) == len(missed) >= _LEAST
    return part if whole and _words(said, part) in fold(match.name) else None


def _longest(said: Utterance, match: Match, parts: Iterable[tuple[range, str]]) -> range | None:
    """The longest part that the name holds, if it says something that is not said already."""
    here, name = said.text[match.start : match.end], fold(match.name)
    for part, words in parts:
        if words[:2] in name and words[-1] in name and _holds(name, words) and words not in here:
            return part  # hardly ever: a piece of the part has its first two characters, and another its last
    return None


def _holds(name: str, words: str) -> bool:
    """Whether the words stand in the name, at most in two pieces: 龙舟赛 in 龙舟邀请赛."""
    if words in name:
        return True
    pieces = ((words[:size], words[size:]) for size in range(2, len(words)))
    return any(0 <= name.find(first) < name.find(second, name.find(first) + len(first)) for first, second in pieces)


def _words(said: Utterance, part: range) -> str:
    return said.text[said.tokens[part[0]].start : said.tokens[part[-1]].end]


def behind_fillers(said: Utterance, cover: Sequence[Proposal]) -> Iterator[Match]:
    """The projects of the cover with words that nothing explains, of their names, behind small words: 补贴 in “村医发的补贴”."""
    free = {said.tokens[i].start: i for i in free_tokens(said, cover)}
    small = {p.start: p for p in cover if p.meaning in SMALL_TALK}
    for match in (p.meaning for p in cover if isinstance(p.meaning, Match) and p.meaning.type is NameType.PROJECT):
        place, skipped = match.end, 0.0
        while place in small:
            skipped, place = skipped + small[place].value, small[place].end
        if skipped and place in free:
            first = free[place]
            runs = (range(first, last) for last in range(min(first + _MOST, len(said.tokens)), first + _LEAST - 1, -1))
            parts = [(run, _words(said, run)) for run in runs if all(said.tokens[i].start in free for i in run)]
            if part := _longest(said, match, parts):
                yield _with(said, match, part, 1.0)._replace(value=match.value + skipped + len(part))
        yield from _behind_its_number(said, match, free, small.values())


def behind_years(said: Utterance, cover: Sequence[Proposal], matches: Sequence[Match]) -> Iterator[Match]:
    """What the projects of the cover are called further, behind a year: 补贴 in “网格员去年的补贴”; it stands for itself, as the year does."""
    free = {said.tokens[i].start: i for i in free_tokens(said, cover)}
    years = {p.start: p.end for p in cover if isinstance(p.meaning, YearsSaid)}
    small = {p.start: p.end for p in cover if p.meaning in SMALL_TALK}
    for named in (p.meaning for p in cover if isinstance(p.meaning, Match) and p.meaning.type is NameType.PROJECT):
        place = _behind_any(named.end, small)
        if place not in years:
            continue
        first = free.get(_behind_any(years[place], small))
        run = range(first, _end_of_run(said, first, free)) if first is not None else range(0)
        for match in matches if len(run) >= _LEAST else ():
            alike = match.type is NameType.PROJECT and (match.start, match.end) == (named.start, named.end)
            if alike and _words(said, run) in fold(match.name):
                start, end = said.tokens[run[0]].start, said.tokens[run[-1]].end
                yield match._replace(start=start, end=end, tokens=frozenset(run), value=float(len(run)))


def _behind_any(place: int, ends: Mapping[int, int]) -> int:
    """Where the spans end that begin here, one behind the other."""
    while place in ends:
        place = ends[place]
    return place


def _end_of_run(said: Utterance, first: int, free: Mapping[int, int]) -> int:
    """Behind which token nothing is free."""
    last = first
    while last < len(said.tokens) and said.tokens[last].start in free:
        last += 1
    return last


def _behind_its_number(said: Utterance, match: Match, free: Mapping[int, int], small: Iterable[Proposal]) -> Iterator[Match]:
    """The match with the number that its name begins with, said before small words: “119|那个指挥系统”."""
    place, skipped, ending = match.start, 0.0, {p.end: p for p in small}
    while place in ending:
        skipped, place = skipped + ending[place].value, ending[place].start
    number = next((i for i in free.values() if said.tokens[i].end == place), None)
    words = said.tokens[number].text if number is not None else ""
    if number is not None and skipped and len(words) >= _LEAST and words.isdecimal() and fold(match.name).startswith(words):
        yield _with(said, match, range(number, number + 1), 1.0)._replace(value=match.value + skipped + len(words))


def _with(said: Utterance, match: Match, part: range, worth: float) -> Match:
    start, end = min(match.start, said.tokens[part[0]].start), max(match.end, said.tokens[part[-1]].end)
    share = min(0.99, match.share + len(part) / len(match.name))
    value = match.value + worth * len(part)
    score, tokens = max(match.score, worth), match.tokens | set(part)
    return match._replace(start=start, end=end, tokens=tokens, score=score, value=value, share=share)


def misheard(tokens: Sequence[Token], spoken: Sequence[Proposal], names: Names) -> list[Match]:
    """The names that hold what a numeral sounds like: 三洪 for 山洪; one that counts something, or stands in small talk, is none."""
    small_talk = [(p.start, p.end) for p in spoken if p.meaning in SMALL_TALK]
    heard = [i for i, token in enumerate(tokens) if _may_be_heard(tokens, i)]
    places = frozenset(i for i in heard if not any(start <= tokens[i].start < end for start, end in small_talk))
    if not places:
        return []
    said = [t._replace(kind=Kind.SYLLABLE, text=_SYLLABLES[t.text]) if i in places else t for i, t in enumerate(tokens)]
    wanted = Wanted(types=frozenset({NameType.PROJECT, NameType.UNIT}), tokens=places)
    return [m._replace(value=m.value - _MISHEARD) for m in names.propose(tuple(said), wanted)]


def _may_be_heard(tokens: Sequence[Token], place: int) -> bool:
    before = tokens[place - 1].text if place else ""
    behind = tokens[place + 1].text if place + 1 < len(tokens) else ""
    numeral = tokens[place].text in _SYLLABLES and before not in (*DIGIT_CHARACTERS, "十", "第")
    return (
        numeral and behind not in _COUNTED and behind not in DIGIT_CHARACTERS and tokens[place].kind is Kind.HAN and bool(behind)
    )


def overshadowed(
    said: Utterance,
    tokens: Sequence[Token],
    cover: Sequence[Proposal],
    matches: Sequence[Match],
    names: Names,
    wanted: Wanted,
) -> list[Match]:
    """The names that the words which nothing explains mean by themselves, where they were read together with an indicator's.

    Of these those that are wanted.  A phase that is said apart (“桥梁检测一期，不对，二期”) is read alone as well.
    """
    free = free_tokens(said, cover)
    lines = [p.meaning for p in cover if isinstance(p.meaning, Match) and p.meaning.type is NameType.INDICATOR]
    taken = {i for line in lines for i in line.tokens}
    hidden = any(m.type is not NameType.INDICATOR and m.tokens & free and m.tokens & taken for m in matches)
    phases = [m.span() for m in _PHASE.finditer(said.text)]
    apart = {i for i in free if any(start <= said.tokens[i].start < end for start, end in phases)}
    if not (hidden or apart):
        return []
    free = free if hidden else apart | {i + 1 for i in apart if any(said.tokens[i].end < end for _start, end in phases)}
    alone = tuple(t if i in free else t._replace(kind=Kind.SIGN, text=" ") for i, t in enumerate(tokens))
    return [m for m in names.propose(alone, wanted) if m.type is not NameType.INDICATOR]


def slips(said: Utterance, cover: Sequence[Proposal], matches: Sequence[Match]) -> Iterator[int]:
    """Single tokens that nothing explains inside a name which is said in two pieces: a wrong character of it."""
    pieces = [p.meaning for p in cover if isinstance(p.meaning, Match) and p.meaning.type is NameType.PROJECT]
    free = free_tokens(said, cover)
    for match in (m for m in matches if m.type is NameType.PROJECT):
        held = sum(piece.start >= match.start and piece.end <= match.end for piece in pieces)
        if held > 1:
            inside = [i for i in free - match.tokens if match.start <= said.tokens[i].start < match.end]
            yield from inside if len(inside) == 1 else ()
