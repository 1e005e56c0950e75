"""The name index: which spans of a question mean which stored names, and how sure that is.

In process, built from what is current.  Short against short (near names to offer) is rapidfuzz's part.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np

from store.names.aliases import Formal, Nicknames, nicknames, says_money, with_money, with_whom
from store.names.batch import WINDOW, Columns, Floats, align_all, alike
from store.names.contents import NOTHING, Contents, NamesByType
from store.names.judging import Alike, Judge, Judged
from store.names.left_out import left_out
from store.names.lexicon import Clues, Lexicon, Places, clues
from store.names.matches import ALIAS, EVERY, Match, NameType, Wanted
from store.names.pairs import distinct
from store.names.saying import Rest
from store.names.search import Found, Hit, joined
from store.names.shortlist import shortlist
from store.names.tokens import Token, tokenize
from store.names.weights import telling
from store.text import fold, normalize


class Names(Protocol):
    """What understanding asks of the names."""

    def propose(self, tokens: Sequence[Token], wanted: Wanted = EVERY) -> list[Match]:
        """Every span that may mean a stored name and is wanted, best first."""

    def also(self, tokens: Sequence[Token], found: Sequence[Match], wanted: Wanted = EVERY) -> list[Match]:
        """Further names that say the same words as these, of so many that `propose` does not name all."""


_ALIAS_SHARE = 0.75  # of what a nickname stands for must be in the name
_ALIAS_VALUE = 0.95  # a token: a little less than the name itself
_NO_MONEY = 0.7  # less a token of the money behind it: 村医津贴 is rather 乡村医生岗位津贴 than 村卫生室设备
_UNIT_VALUE = 0.14  # what a unit is called means the unit before it is a word in the name of a project: 园区
_SHORT_FORMAL = 4  # tokens of what a nickname stands for that must all be in the name, side by side
_SHORT_MEANS = (NameType.PROJECT, NameType.UNIT)  # what may be meant by so few: 造林 stands in many an indicator
_NEAR = 55.0  # rapidfuzz score, 0 to 100
_LOOKED_AT = 400  # names of a type that are aligned with one question, where all that it means are wanted
_PROJECTS, _UNITS = 64, 40  # the same, where only the best are
_SHARING = 0.3  # of what the best shares with the question, where only the best are looked at
_LESS = 0.5  # of that for the projects of the likeliest units
_OWNERS, _OWN = 8, 32  # units whose own projects are looked at whatever others share, and how many of these at most
_OF_A_PART = 100  # the same for each part of a question of several
_JOINING = frozenset("和与跟及或、，,；;。?？!！\n/")
_OVERLAP = 20  # tokens of a window that the next one reads as well: as long as names are
_SCANNED = 2000  # names of a type that are all compared for likeness
_FEW = 20  # names that are said by the same words and looked at for what parts of them may mean


class NameIndex:
    """The names of one state of the store: it never changes, another index follows it."""

    def __init__(
        self,
        names: NamesByType = NOTHING,
        pairs: Iterable[tuple[str, str]] = (),
        *,
        contents: Contents | None = None,
        called: Nicknames | None = None,
        only: Mapping[NameType, Places] | None = None,
    ) -> None:
        """`pairs` are the units' projects: (unit, project), both among the names; `contents` says all that is already made.

        `called` are other nicknames than those that come with the program, `only` the numbers of those names alone that may be meant.
        """
        self.nicknames = called or nicknames(())
        self._only = only
        self._held: dict[Formal, Sequence[Match]] = {}
        self.contents = contents or Contents.of(names, pairs)
        self._vocabulary = self.contents.vocabulary
        self._lexicons = self.contents.lexicons
        self._pairs = self.contents.pairs

    def changed(
        self,
        added: NamesByType = NOTHING,
        removed: NamesByType = NOTHING,
        pairs_added: Iterable[tuple[str, str]] = (),
        pairs_removed: Iterable[tuple[str, str]] = (),
    ) -> "NameIndex":
        """The index without what is removed and with what is added; what is both is there.

        A name that is removed takes its pairs with it.  This index stays as it is and can be asked meanwhile: the two share what did
        not change, so that this takes as long as what did, and now and then longer: see `tidying`.
        """
        given = {kind: tuple(of_kind) for kind, of_kind in added.items()}
        contents = self.contents.changed(given, removed, pairs_added, pairs_removed)
        return NameIndex(contents=contents, called=self.nicknames)

    def called(self, by: Nicknames) -> "NameIndex":
        """The same names, called by these nicknames."""
        return NameIndex(contents=self.contents, called=by)

    def among(self, names: NamesByType) -> "NameIndex":
        """What means one of these of its names, as if there were no others; KeyError where one is not there."""
        only = {kind: self._lexicons[kind].numbers_of(tuple(of_kind)) for kind, of_kind in names.items()}
        return NameIndex(contents=self.contents, called=self.nicknames, only=only)

    def propose(self, tokens: Sequence[Token], wanted: Wanted = EVERY) -> list[Match]:
        """Every span of the question that may mean a stored name and is wanted, the best first."""
        found = list(self._by_alias(tokens))
        alike: Counter[tuple[int, ...]] = (
            Counter()
        )  # of names that are said by the same words a few stand for what parts may mean
        for rest, judged in self._judged(tokens, wanted):
            alike[judged.tokens] += 1
            said = (judged.whole, *judged.shortened) if alike[judged.tokens] <= _FEW else (judged.whole,)
            found.extend(match for one in said if one and (match := one.of(rest)))
        enough = (match for match in found if match in wanted)
        return sorted(enough, key=lambda m: (-m.value, -m.share, m.type, m.name))

    def also(self, tokens: Sequence[Token], found: Sequence[Match], wanted: Wanted = EVERY) -> list[Match]:
        """Where not all names were looked at: those that say the same words as these, which are of one type and say the same."""
        lexicon = self._lexicons[found[0].type]
        if len(lexicon) <= _LOOKED_AT or any(one.whole for one in found):
            return []
        share = wanted.share_of(found[0].type, found[0].tokens)
        return [match for match in left_out(tokens, found, lexicon) if match.share >= share]

    def search(self, text: str, limit: int = 10) -> list[Hit]:
        """The units' projects that the text most likely means, the best first; none where it says no project."""
        tokens = tokenize(normalize(text).text)
        by = clues(tokens, self._vocabulary)
        units, projects = self._lexicons[NameType.UNIT], self._lexicons[NameType.PROJECT]
        best_units = units.shared(by).best(_UNITS, _SHARING)
        of_units, unit_ids = units.in_order(best_units)
        of_projects, project_ids = projects.in_order(self._projects(by, _PROJECTS, best_units, _SHARING))
        names = Columns.joined([units.columns(of_units), projects.columns(of_projects)])
        aligned = align_all(tokens, alike(self._vocabulary.likeness(tokens, self.contents.size), names), names)
        return joined(
            tokens,
            self._pairs,
            Found(units, of_units, unit_ids, aligned.part(0, len(of_units))),
            Found(projects, of_projects, project_ids, aligned.part(len(of_units), len(names))),
            limit,
        )

    def _projects(self, by: Clues, most: int, units: Places, share: float = 0.0) -> Places:
        """The projects that share most with the question, and of those of the likeliest units the ones that do."""
        projects = self._lexicons[NameType.PROJECT]
        shared = projects.shared(by)
        best = shared.best(most, share)
        if len(best) < most:  # none was crowded out
            return best
        own = projects.find(self._pairs.projects_of(self._lexicons[NameType.UNIT].ids(units[-_OWNERS:])))
        counts = shared.of(own)
        likely = counts >= share * _LESS * shared.most
        own, counts = own[likely], counts[likely]
        return distinct(np.concatenate([best, own[(-counts).argsort(kind="stable")[:_OWN]]]))

    def near(self, text: str, types: Iterable[NameType], limit: int = 3, at_least: float = _NEAR) -> list[str]:
        """Stored names that look like the text, the nearest first, to be offered without figures."""
        from rapidfuzz import fuzz, process  # which no answer to a name that is found needs

        said = fold(text)
        names = sorted({name for kind in set(types) for name in self._near(kind, said)})
        choices = {name: telling(fold(name)) for name in names}
        found = process.extract(telling(said), choices, scorer=fuzz.WRatio, limit=limit, score_cutoff=at_least)
        return [name for _, _, name in sorted(found, key=lambda f: (-f[1], f[2]))]

    def _near(self, kind: NameType, said: str) -> Iterable[str]:
        """The names that may look like it: all of a few, of many those that share something with it."""
        lexicon = self._lexicons[kind]
        if len(lexicon) <= _SCANNED:
            return lexicon.names()
        return map(lexicon.name, lexicon.shared(clues(tokenize(said), self._vocabulary)).best(_LOOKED_AT).tolist())

    def _by_alias(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """Names that hold what a nickname in the question stands for."""
        for span, formals in self.nicknames.within(tokens):
            for formal in formals:
                said = span if formal.only is NameType.UNIT else with_whom(tokens, with_money(tokens, span))
                start, end = tokens[said[0]].start, tokens[said[-1]].end
                value = _ALIAS_VALUE * len(said) + (_UNIT_VALUE if formal.only is NameType.UNIT else 0.0)
                less = _NO_MONEY * (said.stop - span.stop)
                for found in () if formal.near else self._holding(formal):
                    worth = round(value if says_money(found.name) else value - less, 4)
                    yield found._replace(start=start, end=end, tokens=frozenset(said), value=worth, why=ALIAS)

    def nearly(self, text: str) -> list[str]:
        """The projects that a nickname in the text stands for, or is near to, the former first: to be offered without figures."""
        formals = [formal for _span, formals in self.nicknames.within(tokenize(normalize(text).text)) for formal in formals]
        ordered = sorted(formals, key=lambda formal: formal.near)
        projects = (m.name for formal in ordered for m in self._holding(formal) if m.type is NameType.PROJECT)
        return list(dict.fromkeys(projects))

    def _holding(self, formal: Formal) -> Sequence[Match]:
        """The names that hold what a nickname stands for, looked up once."""
        if formal not in self._held:
            kinds = (formal.only,) if formal.only else _SHORT_MEANS if len(formal.tokens) <= _SHORT_FORMAL else tuple(NameType)
            self._held[formal] = [m for m in self._saying(formal) if m.type in kinds]
        return self._held[formal]

    def _saying(self, formal: Formal) -> Iterator[Match]:
        size = len(formal.tokens)
        for rest, judged in self._judged(formal.tokens):
            found = judged.whole and judged.whole.of(rest)
            if not found or found.why not in ("exact", "partial"):
                continue
            whole = len(found.tokens) == size and not found.between
            short = size <= _SHORT_FORMAL or formal.only is not None  # 类管理 of 犬类管理 stands in 垃圾分类管理 as well
            if whole or (not short and len(found.tokens) >= _ALIAS_SHARE * size):
                yield found

    def _judged(self, tokens: Sequence[Token], wanted: Wanted = EVERY) -> Iterator[tuple[Rest, Judged]]:
        """The names that the question may mean, each once with what it says of them; a long question is read window by window."""
        if len(tokens) <= WINDOW:
            return self._of_window(tokens, 0, wanted)
        firsts = range(0, len(tokens) - _OVERLAP, WINDOW - _OVERLAP)
        windows = (self._of_window(tokens, first, wanted) for first in firsts)
        return iter({(rest, judged.tokens): (rest, judged) for window in windows for rest, judged in window}.values())

    def _of_window(self, tokens: Sequence[Token], first: int, wanted: Wanted) -> Iterator[tuple[Rest, Judged]]:
        window = tokens[first : first + WINDOW]
        here = wanted.within(first, len(window))
        return self._in_window(window, Judge(tokens, first, self._vocabulary), here) if here else iter(())

    def _in_window(self, tokens: Sequence[Token], judge: Judge, wanted: Wanted) -> Iterator[tuple[Rest, Judged]]:
        found = [(kind, self._lexicons[kind], numbers) for kind, numbers in self._candidates(tokens, wanted.types).items()]
        names = Columns.joined([lexicon.columns(numbers) for _kind, lexicon, numbers in found])
        kinds = [kind for kind, _lexicon, numbers in found for _ in range(len(numbers))]
        like = alike(self._vocabulary.likeness(tokens, self.contents.size), names)
        columns = shortlist(align_all(tokens, like, names), like, names, kinds, wanted)
        called = _called(found, columns)
        names, like = names.at(columns), like[:, :, columns]
        firsts, lasts = _ends(like)
        said = Alike(like)
        rows = zip(columns, called, firsts.tolist(), judge.parts(names, firsts, lasts), strict=True)
        for n, (column, name, first, part) in enumerate(rows):
            rest = Rest(name, kinds[column], first, part.of, part.in_all)
            judged = judge.judged(part.key, rest, said, n)
            if judged:
                yield rest, judged

    def _candidates(self, tokens: Sequence[Token], types: Collection[NameType]) -> dict[NameType, Places]:
        """The numbers of the names of each type that share most with the question, and, of many, with each part of it."""
        if self._only is not None:
            return {kind: places for kind, places in self._only.items() if kind in types}
        by = clues(tokens, self._vocabulary)
        owned = {NameType.UNIT} if NameType.PROJECT in types else set()
        others = [kind for kind in self._lexicons if kind is not NameType.PROJECT and kind in owned.union(types)]
        best: dict[NameType, Places] = {kind: self._lexicons[kind].shared(by).best(_LOOKED_AT) for kind in others}
        if owned:
            best[NameType.PROJECT] = self._projects(by, _LOOKED_AT, best[NameType.UNIT])
        parts = [clues(part, self._vocabulary) for part in _parts(tokens)]
        for kind, places in best.items():
            lexicon = self._lexicons[kind]
            if parts and len(lexicon) > _LOOKED_AT:
                of_parts = (lexicon.shared(part).best(_OF_A_PART) for part in parts)
                best[kind] = distinct(np.concatenate([places, *of_parts]))
        return {kind: places for kind, places in best.items() if kind in types}


def _parts(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """What stands between commas and words that join: what one part names must not crowd out what another does."""
    parts: list[Sequence[Token]] = [[]]
    for token in tokens:
        if token.text in _JOINING:
            parts.append([])
        else:
            parts[-1] = [*parts[-1], token]
    return parts if len(parts) > 1 else []


def _called(found: Sequence[tuple[NameType, Lexicon, Places]], columns: Sequence[int]) -> list[str]:
    """What the names are called that stand in these columns, where those of one type follow the other."""
    names: list[str] = []
    first, chosen = 0, np.array(columns, np.int64)
    for _kind, lexicon, numbers in found:
        here = chosen[(chosen >= first) & (chosen < first + len(numbers))] - first
        names += lexicon.names_of(numbers[here])
        first += len(numbers)
    return names


def _ends(like: Floats) -> tuple[Places, Places]:
    """Of each name the first and the last token that is said."""
    said = np.any(like > 0, axis=0)
    return said.argmax(axis=0), len(said) - 1 - said[::-1].argmax(axis=0)
