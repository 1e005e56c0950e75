"""“国库那个”, “三中的呢” after a project that several units have: one of these units by a part of its name.

Such a part may stand in the name of another project as well; of what was just listed the unit is meant.
“免费体检那个单位” is the unit that alone has what is named.
"""

from msgspec.structs import replace

from bot.book import Book
from bot.language.meanings import SMALL_TALK, Mark
from bot.language.patterns import Pattern
from bot.reading.cover import proposal_of
from bot.reading.parse import Mention, Parse
from store.names import ALIAS, Kind, Match, NameType
from store.plan import Plan
from store.text import fold

_BESIDE = frozenset({Mark.FOLLOWING, Mark.IT, Mark.HOW_MUCH, Mark.OURS, *SMALL_TALK})
_LEAST, _MOST = 2, 40  # characters of such a part; units that were listed


def of_one_of_them(said: Parse, shown: Plan, book: Book) -> Parse:
    """The question where its only name is a part of that of one of the units that were shown: it is that unit."""
    place = _only_name(said)
    if place is None or len(shown.projects) != 1:
        return said
    part = fold(said.said.text[slice(*place)])
    if len(part) < _LEAST or part in fold(shown.projects[0]):
        return said
    units = sorted({unit for _project, unit in book.pairs_of(shown.projects, (), shown.years)})
    meant = [unit for unit in units if part in fold(unit)]
    return naming(said, place, meant[0]) if len(meant) == 1 and 1 < len(units) <= _MOST else said


def with_the_unit_below(said: Parse, book: Book) -> Parse:
    """“自然资源局连不动产一共多少”: behind such a word a piece of a project's name is the unit below that is called so."""
    units, projects = said.mentioned(NameType.UNIT), said.mentioned(NameType.PROJECT)
    if len(units) != 1 or len(projects) != 1 or len(units[0].names()) != 1:
        return said
    (above,), project = units[0].names(), projects[0]
    leads = any(p.meaning is Mark.ALSO and units[0].end <= p.start and p.end == project.start for p in said.cover)
    if not leads or any(match.whole for match in project.matches):
        return said
    part = fold(said.said.text[project.start : project.end])
    meant = [unit for high in book.units_called(above) for unit in book.below(high) if part in fold(unit)]
    return naming(said, (project.start, project.end), meant[0]) if len(meant) == 1 else said


def with_all_of_its_name(said: Parse, book: Book) -> Parse:
    """“园区管委会有哪些项目”: a word right before a unit that begins another name as well belongs to the unit, whose name shares it."""
    units, projects = said.mentioned(NameType.UNIT), said.mentioned(NameType.PROJECT)
    if len(units) != 1 or len(projects) != 1 or len(units[0].names()) != 1:
        return said
    (name,), unit, word = units[0].names(), units[0], projects[0]
    part = fold(said.said.text[word.start : word.end])
    own = word.end == unit.start and len(part) <= _LEAST and not any(match.whole for match in word.matches)
    only = len(book.pairs((), (name,))) > len(book.pairs(word.names(), (name,)))
    return naming(said, (word.start, unit.end), name) if own and only and {*part} & {*fold(name)} else said


_ITS_UNIT = Pattern(r"(?:的(?:所在|所属|实施)?|所在的?|所属的?|那个?|这个?)单位(?:里面?|名下)?")
_IS_ASKED = Pattern(
    r"的?(?:是|叫|为|在)?(?:谁|哪|什么|啥|多少[个家]|几[个家])|有(?:哪|谁|几[个家](?!项目)|多少[个家](?!项目))|[代编]码|名称|\W*[吗呢]?\W*$"
)
_HAVING = Pattern("[有含搞做是][了着过]?$")  # “有体检项目的单位” are those that have it


def with_the_unit_of_one(said: Parse, book: Book) -> Parse:
    """“免费体检那个单位一共多少”: the unit that has the project, where one alone has it and it is not asked which that is."""
    projects = said.mentioned(NameType.PROJECT)
    if len(projects) != 1 or said.mentioned(NameType.UNIT):
        return said
    project, text = projects[0], said.said.text
    its = _ITS_UNIT.match(text, project.end)
    units = {unit for _, unit in book.pairs(project.names(), ())}
    if its is None or len(units) != 1 or _IS_ASKED.match(text, its.end()) or _HAVING.search(text, 0, project.start):
        return said
    return naming(said, (project.start, its.end()), units.pop())


def _only_name(said: Parse) -> tuple[int, int] | None:
    """Where the piece of a project's name stands, or the words that nothing explains, where nothing else is said."""
    named = {m.start for m in said.mentions}
    if any(p.meaning not in _BESIDE for p in said.cover if p.start not in named):
        return None
    spans = [(m.start, m.end) for m in said.mentions] + [(x.start, x.end) for x in said.leftovers]
    whole = any(match.whole for mention in said.mentions for match in mention.matches)
    return spans[0] if len(spans) == 1 and not (whole or said.mentioned(NameType.UNIT)) else None


def naming(said: Parse, place: tuple[int, int], unit: str) -> Parse:
    """The question with the unit said there."""
    start, end = place
    tokens = frozenset(i for i, t in enumerate(said.said.tokens) if start <= t.start < end and t.kind is not Kind.SIGN)
    share = len(tokens) / max(len(fold(unit)), 1)
    match = Match(unit, NameType.UNIT, start, end, 1.0, share, float(len(tokens)), tokens, (0, 0), 0, ALIAS)
    cover = (*(p for p in said.cover if p.end <= start or p.start >= end), proposal_of(match))
    mentions = (*(m for m in said.mentions if m.end <= start or m.start >= end), Mention(start, end, (match,)))
    leftovers = tuple(x for x in said.leftovers if x.end <= start or x.start >= end)
    return replace(
        said,
        cover=tuple(sorted(cover, key=lambda p: p.start)),
        mentions=tuple(sorted(mentions, key=lambda m: m.start)),
        leftovers=leftovers,
    )
