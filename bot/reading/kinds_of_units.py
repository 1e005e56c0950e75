"""Kinds of units by what their names end with (乡镇、学校、财政所), branches (财政系统) and counties, as words of a question."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

from bot.language.kinds_said import KindOfUnits, Which
from bot.language.meanings import Proposal, Utterance
from bot.language.patterns import Pattern
from bot.language.qualifiers import from_here
from bot.reading.matching import BARE_KIND, ORGANISATIONS
from store.catalogue import Catalogue
from store.hierarchy import tails
from store.text import fold, words

_SUMU = words("苏木人民政府 苏木政府 苏木")
_TOWN, _TOWNSHIP = words("镇人民政府 镇政府 镇"), (*words("乡人民政府 乡政府 乡"), *_SUMU)
_STREET = words("街道办事处 街道办 街道")
_SECONDARY = words("中学 高中 初中 附中 完全中学 职业中学")
_PRIMARY = words("小学 附小 中心校 教学点")
_SCHOOLS = (*_SECONDARY, *_PRIMARY, *words("学校 幼儿园 职教中心 学院"))
_HOSPITALS = words("医院 保健院 中医院")
# How people say a kind → what the names of its units end with.
_KINDS = {
    **dict.fromkeys(words("乡镇人民政府 乡镇政府 乡镇 镇乡 苏木乡镇 苏木镇 乡镇苏木 镇苏木"), (*_TOWN, *_TOWNSHIP)),
    **dict.fromkeys(
        words(
            "乡镇街道 乡镇和街道 乡镇街办 乡镇办 乡街 镇街 镇街道 镇办 街镇 街乡镇 街道乡镇 街道和乡镇 街道镇 苏木镇街道 苏木乡镇街道 苏木镇街"
        ),
        (*_TOWN, *_TOWNSHIP, *_STREET),
    ),
    **dict.fromkeys(words("街道办事处 街道办 街道"), _STREET),
    "苏木": _SUMU,
    "学校": _SCHOOLS,
    "中小学": (*_SECONDARY, *_PRIMARY, "学校"),
    "中学": _SECONDARY,
    "小学": _PRIMARY,
    "幼儿园": ("幼儿园",),
    **dict.fromkeys(words("医院 公立医院"), _HOSPITALS),
    **dict.fromkeys(words("卫生院 乡镇卫生院"), ("卫生院",)),
    **dict.fromkeys(words("财政所 乡镇财政所"), ("财政所",)),
    "派出所": ("派出所",),
}
# What is a kind only where each or all of it is said.
_KINDS_OF_ALL = {
    "镇": (*_TOWN, *_TOWNSHIP),  # who says 三个镇 counts the 乡 with them; the reply names all
    "镇政府": _TOWN,
    **dict.fromkeys(words("乡政府 乡"), _TOWNSHIP),
    "村": words("村民委员会 村委会 村"),
    "社区": words("社区居民委员会 社区居委会 社区"),
    "校": _SCHOOLS,
    "园": ("幼儿园",),
    "院": (*_HOSPITALS, "卫生院"),
}
_IN_FULL = {"校": "学校", "园": "幼儿园", "院": "医院"}
# What makes another word of it: 校车, 院子
_GOES_ON = {"校": "车园舍服外内医长门史友方企本区办训", "园": "区林丁长地子艺内", "院": "校子长落内外前士感线所"}
# Where no town government is loaded: its offices.
_OFFICE = r".*(?:所|站|中心|办公室)$"
_OFFICES_OF = (
    (frozenset({*_TOWN, *_TOWNSHIP}), Pattern(f"[乡镇]{_OFFICE}")),
    (frozenset(_STREET), Pattern(f"街道{_OFFICE}")),
)
_NUMBER = r"(?:[两二三四五六七八九十]{1,3}|(?<!\d)\d{1,2})"
_COUNTED_BEHIND = rf"(?:这?{_NUMBER}(?:家|所|个(?!项|指|月|年|目)))?"  # 乡镇四家
_SAID = {
    Which.MEAN: r"平均(?:到|下来)?(?:每一?[个家所]?|一[个家所])",
    Which.EACH: r"各个?|每一?个|每所|每家|每",
    Which.WHICH: r"哪一?个|哪一?家|哪一?所|哪一?些|哪几[个家所]|有哪一?些|哪",
    Which.MANY: r"有?(?:几|多少)[个家所]",
    Which.ALL: rf"所有的?|全部的?|全县的?|全县各|全区的?|全市的?|这?{_NUMBER}[个家所]|(?:这?[两俩]|这[三四五六])(?=[镇乡校园])",
}
_PREFIX = Pattern("|".join(f"(?P<{which.name}>{pattern})" for which, pattern in _SAID.items()))
_THE_OTHERS = Pattern(r"(?:其[他它余]|剩下|剩余|余下|别|另外)的?(?:那?几?[个家])?|[以之]外的")  # “其他镇呢”, “柳渡以外的镇”
_BELOW_IT = Pattern(r"(?:下面|底下|下头|下属|所属|下辖|直属|旗下|手下)的?(?:各个?|那?几[个家]|所有的?)?")  # “海洋局下面的站和队”
_AND = Pattern(r"[和跟与及、]|以及|还有")
_BRANCH = "系统|战线|(?:这一?|那一?)?(?:条线|条战线|个口)|口(?![岸子腔罩径头味])"  # 教育口, 卫健这条线
_SYSTEM = Pattern(rf"(?:{_BRANCH})(?:内|里|上)?(?:的)?")
_TOPS = Pattern(r"(?:局|委员会|委|厅|办公室|办|部|院|社|会|队|公司)$")
_WORTH, _BARE = 1.4, 1.15  # what names end with must not beat a name that holds it: 财政所
_ENDS = (*ORGANISATIONS, "场", "库", "部")
_LONGEST = 4
_ABOUT_ALL = Pattern(r"一共|总共|合计|总计|今年|去年|前年|\d{2,4}年|有多少|有几|几个")
_SHORT = 2  # “青县”: without 县 it is no name
_NO_OTHER_WORD = {"办": "(?!事)"}  # 柳渡镇|办事大厅
_NAMED = {word: Pattern(word + _NO_OTHER_WORD.get(word[-1], "") + _COUNTED_BEHIND) for word in _KINDS}
# “几个学|生”, “哪个村|民”: characters with which the end of a kind is another word.
_KIND_WORDS = tuple({*_ENDS, *_KINDS, *_KINDS_OF_ALL})
_GOES_ON = {
    "学": "生员期年时科历位段费业者徒习", "村": "民医干组庄道", "队": "员伍长", "部": "门分", "社": "区会保", "场": "次地所馆面景", "站": "点台", "院": "士线子落",
    "校": "舍园长车区服友", "园": "区林丁", "馆": "藏员", "局": "长", "库": "容存房区", "厂": "房区家", "镇": "区长", "乡": "亲长村", "区": "域间", "所": "有长", "市": "民场",
    "县": "长",
}  # fmt: skip
_END_OF_WORD = Pattern(r"(?:的)?单位")


def _is_another_word(kind: str, behind: str) -> bool:
    return bool(behind) and behind in _GOES_ON.get(kind[-1], "")


class Units(Protocol):
    """The units of one state of the store, as the book knows them."""

    catalogue: Catalogue

    @property
    def units(self) -> tuple[str, ...]:
        """All of them."""

    def is_unit(self, name: str) -> bool:
        """Whether one is called exactly so."""

    def units_ending(self, ends: Sequence[str]) -> tuple[str, ...]:
        """Those whose names end with one of these."""

    def below(self, unit: str) -> tuple[str, ...]:
        """Those that belong to the unit."""


class KindsOfUnits:
    """The kinds, branches and counties of one state of the store."""

    def __init__(self, book: Units) -> None:
        self._book = book

    def propose(self, said: Utterance) -> Iterator[Proposal]:
        """Every place where a kind of units is said that there are units of."""
        yield from self._kinds(said)
        yield from self._systems(said)
        yield from self._counties(said)
        yield from from_here(said, self._levels)

    def _kinds(self, said: Utterance) -> Iterator[Proposal]:
        yield from self._prefixed(said)
        for match in _THE_OTHERS.finditer(said.text):
            for word, units in self._named_at(said.text, match.end()):
                yield _proposal(said, match.end(), match.end() + len(word), word, units, Which.ALL)
        for match in _BELOW_IT.finditer(said.text):
            if below := self._below_at(said.text, match.end()):
                end, units = below
                yield _proposal(said, match.end(), end, said.text[match.end() : end], units, Which.ALL)
        for word, pattern in _NAMED.items():
            for found in pattern.finditer(said.text):
                if units := self._of_kind(word):
                    yield _proposal(said, found.start(), found.end(), word, units, None)

    def _prefixed(self, said: Utterance) -> Iterator[Proposal]:
        """“几个街道”, and what is listed behind it: “几个街道和镇”."""
        for match in _PREFIX.finditer(said.text):
            which = next(which for which in Which if match[which.name])
            for word, units in self._named_at(said.text, match.end()):
                end = match.end() + len(word)
                yield _proposal(said, match.start(), end, _IN_FULL.get(word, word), units, which)
                if further := _AND.match(said.text, end):
                    start = further.end()
                    for other, more in self._named_at(said.text, start):
                        yield _proposal(said, start, start + len(other), _IN_FULL.get(other, other), more, which)

    def _named_at(self, text: str, place: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The kinds whose word stands at the place, and any other end of names that several units share: 林场."""
        for word in {**_KINDS, **_KINDS_OF_ALL}:
            behind = text[place + len(word) : place + len(word) + 1]
            another = (behind and behind in _GOES_ON.get(word, "")) or _is_another_word(word, behind)
            if text.startswith(word, place) and not another and (units := self._of_kind(word)):
                yield word, units
        for length in range(1, _LONGEST + 1):
            word, behind = text[place : place + length], text[place + length : place + length + 1]
            known = word in _KINDS or word in _KINDS_OF_ALL
            if len(word) == length and not known and word.endswith(_ENDS) and not _is_another_word(word, behind):
                units = self._book.units_ending((word,))
                if len(units) > 1 or (units and length > 1):
                    yield word, units

    def _below_at(self, text: str, place: int) -> tuple[int, tuple[str, ...]] | None:
        """Where the kinds end that stand there (站和中心), with the units of all of them; None where there is none of one."""
        units: dict[str, None] = {}
        end = place
        while True:
            words_of = [text[end : end + n] for n in range(_LONGEST, 0, -1) if text[end : end + n].endswith(_ENDS)]
            word = next((w for w in words_of if self._book.units_ending(_KINDS.get(w) or _KINDS_OF_ALL.get(w) or (w,))), None)
            if word is None or _is_another_word(word, text[end + len(word) : end + len(word) + 1]):
                return None
            units |= dict.fromkeys(self._book.units_ending(_KINDS.get(word) or _KINDS_OF_ALL.get(word) or (word,)))
            end += len(word)
            further = _AND.match(text, end)
            if further is None or not text[further.end() : further.end() + _LONGEST].startswith(_KIND_WORDS):
                return end, tuple(units)
            end = further.end()

    def _of_kind(self, word: str) -> tuple[str, ...]:
        """The units of the kind; of towns without a government their offices; none where a unit is called just so."""
        if self._book.is_unit(word):
            return ()
        ends = {**_KINDS, **_KINDS_OF_ALL}[word]
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
        return self._highest(begun or like)

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

    def _counties(self, said: Utterance) -> Iterator[Proposal]:
        for start in range(len(said.text)):
            for end in range(start + 2, min(start + self._longest_county, len(said.text)) + 1):
                county = self._county_at(said.text, start, end)
                if county is not None:
                    meaning = KindOfUnits(county, self._of_counties[county])
                    yield Proposal(start, end, "kinds_of_units.county", meaning, (end - start) * _WORTH)

    def _county_at(self, text: str, start: int, end: int) -> str | None:
        """The county of that name; without its last character only where all of it is asked about: “青禾一共多少”."""
        said = text[start:end]
        if said in self._of_counties:
            # “青禾县财政局” is that unit, and not the county.
            return None if any(text.startswith(rest, end) for rest in self._begun_by.get(said, ())) else said
        begins = start == 0 or not text[start - 1].isalnum()
        return self._stems.get(said) if begins and _ABOUT_ALL.match(text, end) else None

    @cached_property
    def _begun_by(self) -> dict[str, tuple[str, ...]]:
        """County → what follows it in the names of units that begin with it."""
        found: dict[str, set[str]] = {county: set() for county in self._of_counties}
        for unit in map(fold, self._book.units):
            county = _county(unit)
            if county in found and unit.startswith(county):
                found[county].add(unit[len(county) :])
        return {county: tuple(sorted(rests)) for county, rests in found.items()}

    @cached_property
    def _stems(self) -> dict[str, str]:
        return {county[:-1]: county for county in self._of_counties if len(county) > _SHORT}

    @cached_property
    def _levels(self) -> str:
        """What kinds of places the documents are of: “县”, “市”."""
        return "".join(sorted({county[-1] for county in self._of_counties}))

    @cached_property
    def _longest_county(self) -> int:
        return max(map(len, self._of_counties), default=0)

    @cached_property
    def _of_counties(self) -> dict[str, tuple[str, ...]]:
        """The counties that names of units begin with: of the only one all units, of several those that say so themselves."""
        found: dict[str, set[str]] = {}
        for unit, publisher in {(entry.unit, entry.publisher) for entry in self._book.catalogue.entries}:
            for county in {_county(unit), _county(publisher)} - {""}:
                found.setdefault(county, set()).add(unit)
        counties = {_county(unit) for unit in self._book.units}
        own = {county: units for county, units in found.items() if county in counties and not self._book.is_unit(county)}
        return {county: () if len(own) == 1 else tuple(sorted(units)) for county, units in sorted(own.items())}


_COUNTY = Pattern(r"^(?:\w{2,6}?[省市])?\w{1,5}?(?:自治县|县|(?<![社城园景校灾灌林牧库厂院片辖小街护垦军考渔])区|市|旗)(?=\w{2})")


def _county(unit: str) -> str:
    found = _COUNTY.match(unit)
    return found[0] if found else ""


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
        (end - start) * (_BARE if which is None and word in _KINDS[word] else _WORTH),
    )
