"""Kinds of units by what their names end with (乡镇、学校、财政所), branches (财政系统) and counties, as words of a question."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.qualifiers import from_here
from bot.language.unit_words import IN_FULL, KINDS, KINDS_OF_ALL, NAMED, NUMBER, STREET, TOWN, TOWNSHIP, is_another_word
from bot.reading.counties import Counties, Named
from bot.reading.matching import BARE_KIND, ORGANISATIONS
from store.hierarchy import tails
from store.text import fold

# Where no town government is loaded: its offices.
_OFFICE = r".*(?:所|站|中心|办公室)$"
_OFFICES_OF = (
    (frozenset({*TOWN, *TOWNSHIP}), Pattern(f"[乡镇]{_OFFICE}")),
    (frozenset(STREET), Pattern(f"街道{_OFFICE}")),
)
_SAID = {
    Which.MEAN: r"(?:平均|均摊|平摊|摊)(?:算|分)?(?:到|下来)*(?:每一?[个家所]?|一[个家所])",
    Which.EACH: r"各个?|每一?个|每所|每家|每",
    Which.WHICH: rf"哪一?个|哪一?家|哪一?所|哪一?些|哪(?:几|{NUMBER})[个家所]|有哪一?些|哪",
    Which.MANY: r"有?(?:几|多少)[个家所]",
    Which.ALL: rf"所有的?|全部的?|全县的?|全县各|全区的?|全市的?|这?{NUMBER}[个家所]|(?:这?[两俩]|这[三四五六])(?=[镇乡校园])",
}
_PREFIX = Pattern("|".join(f"(?P<{which.name}>{pattern})" for which, pattern in _SAID.items()))
_THE_OTHERS = Pattern(r"(?:其[他它余]|剩下|剩余|余下|别|另外)的?(?:那?几?[个家])?|[以之]外的")  # “其他镇呢”, “柳渡以外的镇”
_ONLY = Pattern(r"(?:那么?|再)?(?:光是?|只看?|单单?|仅仅?|就看|光看)")  # “光医院呢”
_BELOW_IT = Pattern(r"(?:下面|底下|下头|下属|所属|下辖|直属|旗下|手下)的?(?:各个?|那?几[个家]|所有的?)?")  # “海洋局下面的站和队”
_LISTED_BEFORE = Pattern(r"(?<!\w)(?P<kind>\w{1,3}?)(?:[和跟与及比、]|以及|还有)$")
_SET_BESIDE = Pattern(r"[和跟与及比、]|以及|还有")
_AND = Pattern(r"[和跟与及、]|以及|还有")
_BRANCH = "系统|战线|(?:这一?|那一?)?(?:条线|条战线|个口)|口(?![岸子腔罩径头味])"  # 教育口, 卫健这条线
_SYSTEM = Pattern(rf"(?:{_BRANCH})(?:内|里|上)?(?:的)?")
_TOPS = Pattern(r"(?:局|委员会|委|厅|办公室|办|部|院|社|会|队|公司)$")
_WORTH, _BARE = 1.4, 1.15  # what names end with must not beat a name that holds it: 财政所
_ENDS = (*ORGANISATIONS, "场", "库", "部")
_KIND_WORDS = tuple({*_ENDS, *KINDS, *KINDS_OF_ALL})
_LONGEST = 4
_END_OF_WORD = Pattern(r"(?:的)?单位")


class Units(Named, Protocol):
    """The units of one state of the store, as the book knows them."""

    def units_ending(self, ends: Sequence[str]) -> tuple[str, ...]:
        """Those whose names end with one of these."""

    def below(self, unit: str) -> tuple[str, ...]:
        """Those that belong to the unit."""


class KindsOfUnits:
    """The kinds, branches and counties of one state of the store."""

    def __init__(self, book: Units) -> None:
        self._book = book
        self._counties = Counties(book)

    def propose(self, said: Utterance) -> Iterator[Proposal]:
        """Every place where a kind of units is said that there are units of."""
        yield from self._kinds(said)
        yield from self._systems(said)
        yield from self._counties.propose(said)
        yield from from_here(said, self._counties.levels)

    def _kinds(self, said: Utterance) -> Iterator[Proposal]:
        yield from self._prefixed(said)
        if (only := _ONLY.match(said.text)) and next(self._named_at(said.text, only.end()), None):
            yield Proposal(*only.span(), "kinds_of_units", Mark.FILLER, _WORTH * len(only[0]))
        for match in _THE_OTHERS.finditer(said.text):
            for word, units in self._named_at(said.text, match.end()):
                yield _proposal(said, match.end(), match.end() + len(word), word, units, Which.ALL)
        for match in _BELOW_IT.finditer(said.text):
            if below := self._below_at(said.text, match.end()):
                end, units = below
                if len(units) == 1 and self._book.below(units[0]):
                    continue  # “含下属教育局” is the bureau with what is below it
                yield _proposal(said, match.end(), end, said.text[match.end() : end], units, Which.ALL)
        for word, pattern in NAMED.items():
            for found in pattern.finditer(said.text):
                if units := self._of_kind(word):
                    yield _proposal(said, found.start(), found.end(), word, units, None)
                    yield from self._listed_beside(said, found.start(), found.end())

    def _listed_beside(self, said: Utterance, start: int, end: int) -> Iterator[Proposal]:
        """A kind that is none by itself, where it stands in one list with one that is: “街道和镇”, “镇和街道”."""
        further, before = _SET_BESIDE.match(said.text, end), _LISTED_BEFORE.search(said.text[:start])
        at = further.end() if further else len(said.text)
        for word, units in self._named_at(said.text, at):
            if word in KINDS_OF_ALL:
                yield _proposal(said, at, at + len(word), IN_FULL.get(word, word), units, None)
        if before and before["kind"] in KINDS_OF_ALL and (units := self._of_kind(before["kind"])):
            yield _proposal(said, before.start(), before.end("kind"), IN_FULL.get(before["kind"], before["kind"]), units, None)

    def _prefixed(self, said: Utterance) -> Iterator[Proposal]:
        """“几个街道”, and what is listed behind it: “几个街道和镇”."""
        for match in _PREFIX.finditer(said.text):
            which = next(which for which in Which if match[which.name])
            for word, units in self._named_at(said.text, match.end()):
                end = match.end() + len(word)
                yield _proposal(said, match.start(), end, IN_FULL.get(word, word), units, which)
                if further := _AND.match(said.text, end):
                    start = further.end()
                    for other, more in self._named_at(said.text, start):
                        yield _proposal(said, start, start + len(other), IN_FULL.get(other, other), more, which)

    def _named_at(self, text: str, place: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The kinds whose word stands at the place, and any other end of names that several units share: 林场."""
        for word in {**KINDS, **KINDS_OF_ALL}:
            behind = text[place + len(word) : place + len(word) + 1]
            if text.startswith(word, place) and not is_another_word(word, behind) and (units := self._of_kind(word)):
                yield word, units
        for length in range(1, _LONGEST + 1):
            word, behind = text[place : place + length], text[place + length : place + length + 1]
            known = word in KINDS or word in KINDS_OF_ALL
            if len(word) == length and not known and word.endswith(_ENDS) and not is_another_word(word, behind):
                units = self._book.units_ending((word,))
                if len(units) > 1 or (units and length > 1):
                    yield word, units

    def _below_at(self, text: str, place: int) -> tuple[int, tuple[str, ...]] | None:
        """Where the kinds end that stand there (站和中心), with the units of all of them; None where there is none of one."""
        units: dict[str, None] = {}
        end = place
        while True:
            words_of = [text[end : end + n] for n in range(_LONGEST, 0, -1) if text[end : end + n].endswith(_ENDS)]
            word = next((w for w in words_of if self._book.units_ending(KINDS.get(w) or KINDS_OF_ALL.get(w) or (w,))), None)
            if word is None or is_another_word(word, text[end + len(word) : end + len(word) + 1]):
                return None
            units |= dict.fromkeys(self._book.units_ending(KINDS.get(word) or KINDS_OF_ALL.get(word) or (word,)))
            end += len(word)
            further = _AND.match(text, end)
            if further is None or not text[further.end() : further.end() + _LONGEST].startswith(_KIND_WORDS):
                return end, tuple(units)
            end = further.end()

    def _of_kind(self, word: str) -> tuple[str, ...]:
        """The units of the kind; of towns without a government their offices; none where a unit is called just so."""
        if self._book.is_unit(word):
            return ()
        ends = {**KINDS, **KINDS_OF_ALL}[word]
        offices = [pattern for towns, pattern in _OFFICES_OF if towns & set(ends)]
        return self._book.units_ending(ends) or tuple(u for u in self._book.units if any(p.search(u) for p in offices))

    def _systems(self, said: Utterance) -> Iterator[Proposal]:
        """“财政系统”: the unit of that name with its branch."""
        for match in _SYSTEM.finditer(said.text):
            for length in range(_LONGEST + 2, 1, -1):
                start = match.start() - length
                stem = said.text[max(start, 0) : match.start()]
                if start >= 0 and (tops := self._tops(stem)):
                    meaning = KindOfUnits(f"{stem}系统", tops, whole_branch=True)
                    yield Proposal(start, match.end(), "kinds_of_units.system", meaning, (match.end() - start) * _WORTH)
                    break

    def _tops(self, stem: str) -> tuple[str, ...]:
        """The offices whose names begin so without their regions; else those that people shorten so: 卫健 is 卫生健康委员会."""
        offices = self._offices.get(stem[0], ())
        begun = {unit: None for unit, own in offices if own.startswith(stem)}
        like = {} if begun else {unit: None for unit, own in offices if _is_within(stem, own)}
        return self._highest(begun or like) or self._so_ending(stem)

    def _so_ending(self, stem: str) -> tuple[str, ...]:
        """The one office with units below it whose name ends so: 渔业局 of “渔业局系统” is the 海洋渔业局."""
        units = self._book.units_ending((stem,)) if _TOPS.search(stem) else ()
        above = tuple(unit for unit in units if self._book.below(unit))
        return above if len(above) == 1 else ()

    def _highest(self, units: Iterable[str]) -> tuple[str, ...]:
        """Those of them that others belong to; all where none does."""
        listed = tuple(units)
        return tuple(unit for unit in listed if self._book.below(unit)) or listed

    @cached_property
    def _offices(self) -> dict[str, list[tuple[str, str]]]:
        """The units that may stand above others with their names less the regions, by the first character of these."""
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for unit, own in ((one, own) for one in self._book.units for own in tails(fold(one)) if _TOPS.search(own)):
            found[own[0]].append((unit, own))
        return dict(found)


def _is_within(short: str, name: str) -> bool:
    """Whether the characters stand in the name in this order."""
    rest = iter(name)
    return all(character in rest for character in short)


def _proposal(said: Utterance, start: int, end: int, word: str, units: tuple[str, ...], which: Which | None) -> Proposal:
    behind = _END_OF_WORD.match(said.text, end)
    end = behind.end() if behind else end
    meaning = KindOfUnits(word, units, which or Which.ALL)
    return Proposal(
        start,
        end,
        "kinds_of_units" if which else BARE_KIND,
        meaning,
        (end - start) * (_BARE if which is None and word in KINDS.get(word, ()) else _WORTH),
    )
