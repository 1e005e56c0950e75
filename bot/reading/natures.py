"""What kind of project is meant by its 项目属性 or 项目来源: “常年的有几个” where forms say 常年项目, “新增项目” where they say just that, “上级补助多少”."""

from collections.abc import Collection

from msgspec.structs import replace

from bot.book import Book
from bot.language.meanings import COMPARING, AggregateSaid, Asked, GroupBySaid, Mark, Meaning, Proposal, TextSaid, YearsSaid
from bot.language.patterns import Pattern
from bot.language.unanswerable import QualifierSaid, Unanswerable
from bot.reading.parse import Leftover, Mention, Parse, is_filler
from store.names import Match, NameType
from store.plan import Field, GroupBy, Part, Plan

_PROJECT, _MONEY = "项目", "资金"
_OF_THAT = Pattern("的(?!项目)")
_AGAIN = Pattern(r"的?(?:项目)?(?:呢|的|有|$|\W)")  # “常年呢” after another kind
_IS_CHANGE = frozenset({Mark.GONE, Mark.KEPT, Mark.CHANGED, Mark.FIRST_ONLY, Mark.SECOND_ONLY}) | COMPARING


def with_natures(said: Parse, book: Book, spoken: Plan) -> Parse:
    """The words that nothing explains, that stand in forms, or say who pays, and 新增 of 新增项目, as the attribute of this store that they say.

    They are as they were where none says so.  `spoken` is what was spoken of before: after one kind of project another may be said more shortly.
    """
    said = _of_one_project(said)
    again, names = bool(spoken.attributes), book.register.names[NameType.ATTRIBUTE]
    years = [year for one in said.meanings(YearsSaid) for year in one.years] or book.years[-1:]
    new = names if again else book.attributes.get(years[-1], frozenset()) if years else frozenset()
    said = _new_or_since(said, new)
    unsaid = {word: name for word in said.leftovers if (name := _meant(word, said, names, again=again))}
    spans = {p: name for p in said.cover if (name := _kind(p, said, names) or _new(p, said, new, again=again))}
    if not (unsaid or spans):
        return said
    found = [_proposal(_match(name, word.start, word.end), _RULE) for word, name in unsaid.items()]
    found += [_proposal(_match(name, p.start, _end(p, name, said)), _rule(p)) for p, name in spans.items()]
    kept = [p for p in said.cover if not any(one.start <= p.start and p.end <= one.end for one in found)]
    mentions = (Mention(p.start, p.end, (p.meaning,)) for p in found if isinstance(p.meaning, Match))
    return replace(
        said,
        cover=tuple(sorted((*kept, *found), key=lambda p: p.start)),
        mentions=tuple(sorted((*said.mentions, *mentions), key=lambda m: m.start)),
        leftovers=tuple(word for word in said.leftovers if word not in unsaid),
    )


def _of_one_project(said: Parse) -> Parse:
    """The question where “各来源” of a project that is named asks what its form says: it has no other kinds."""
    fields = {GroupBy.ATTRIBUTE: Asked(Field.ATTRIBUTE), GroupBy.SOURCE: Asked(Field.SOURCE)}
    if not said.mentioned(NameType.PROJECT) or not any(m.by in fields for m in said.meanings(GroupBySaid)):
        return said
    cover = (
        replace(p, meaning=fields.get(p.meaning.by, p.meaning)) if isinstance(p.meaning, GroupBySaid) else p for p in said.cover
    )
    return replace(said, cover=tuple(cover))


_NEW_ONE = TextSaid("新增", (Part.FACTS,))


def _new_or_since(said: Parse, attributes: Collection[str]) -> Parse:
    """“哪个是新增的”: those that say so of themselves, where forms of the year do; else what the year before had not."""
    if _NEW_ONE not in said.meanings(TextSaid):
        return said
    known = any(_NEW_ONE.text in name for name in attributes)
    meant: dict[object, Meaning] = {Mark.NEW: Mark.WHICH} if known else {_NEW_ONE: Mark.NEW}
    return replace(said, cover=tuple(replace(p, meaning=meant.get(p.meaning, p.meaning)) for p in said.cover))


_FUNDER = QualifierSaid(Unanswerable.FUNDER)
_RULE = "names.attribute.nature"
NEW = "names.attribute.new"
"""The rule of 新增, where it is an attribute and no change between two years."""


def _end(span: Proposal, name: str, said: Parse) -> int:
    """Where the words end, with 资金 behind them where it belongs to the source."""
    words = said.said.text[span.start : span.end]
    return span.end + len(_MONEY) if name == words + _MONEY and said.said.text.startswith(_MONEY, span.end) else span.end


def _rule(span: Proposal) -> str:
    return NEW if span.meaning is Mark.NEW else span.rule if isinstance(span.meaning, TextSaid) else _RULE


def _proposal(match: Match, rule: str) -> Proposal:
    return Proposal(match.start, match.end, rule, match, match.value)


def _kind(span: Proposal, said: Parse, attributes: Collection[str]) -> str | None:
    """The attribute that the span says rather than what it was read as."""
    names: tuple[str, ...]
    match span.meaning:
        case QualifierSaid(kind=Unanswerable.FUNDER):
            words = said.said.text[span.start : span.end]
            names = (words, words + _PROJECT, words + _MONEY)
        case TextSaid(text=words, within=(Part.FACTS,)):
            names = (words, words + _MONEY)
        case _:
            return None
    return next((name for name in names if name in attributes), None)


def _match(name: str, start: int, end: int) -> Match:
    return Match(name, NameType.ATTRIBUTE, start, end, 1.0, 1.0, float(end - start), frozenset(), (0, 0), 0, "nature")


def _meant(word: Leftover, said: Parse, attributes: Collection[str], *, again: bool) -> str | None:
    """The attribute, where 的 stands behind its word instead of 项目; or a source that is said but for 资金."""
    if (source := word.text + _MONEY) in attributes:
        return source
    if not (_OF_THAT.match(said.said.text, word.end) or (again and _AGAIN.match(said.said.text, word.end))):
        return None
    names = (word.text + _PROJECT, f"{word.text}性{_PROJECT}")
    unknown = names[0] if again and _NATURE.fullmatch(word.text) else None  # of which there is nothing
    return next((name for name in names if name in attributes), unknown)


_NATURE = Pattern("(?:一次|常年|经常|延续|持续|阶段|跨年度)性?|长期|临时")


def _new(span: Proposal, said: Parse, attributes: Collection[str], *, again: bool) -> str | None:
    """新增 as an attribute, where 项目 stands right behind it and no two years are set beside each other, or another kind is spoken of."""
    if span.meaning is not Mark.NEW:
        return None
    text = said.said.text
    word = text[span.start : span.end]
    name = word.removesuffix("的") + _PROJECT
    years = sum(len(y.years) or _TWO for y in said.meanings(YearsSaid))
    compared = said.marks() & _IS_CHANGE or years > 1
    named = not word.endswith("的") and text.startswith(_PROJECT, span.end)
    kinds = named and any(m.type is NameType.ATTRIBUTE for m in said.mentions)  # “新增项目和延续项目哪个多”
    return name if name in attributes and (kinds or (not compared and (again or named))) else None


_TWO = 2


def with_sources(said: Parse, sources: Collection[str], spoken: Plan) -> Parse:
    """The question where a 项目来源 that one project is named beside tells of no kind of project.

    “河道保洁是上级补助吗” asks what its form says; how much of its money is 上级补助 no form says.
    """
    read = {p.start for p in said.cover if p.rule.startswith("names.")}  # and not “来源是…”
    of_them = [m for m in said.mentions if m.type is NameType.ATTRIBUTE and m.start in read and {*m.all_names()} <= {*sources}]
    if not of_them or not (said.mentioned(NameType.PROJECT) or _bare(said, spoken)):
        return said
    asked = any(_IS.search(said.said.text[: m.start]) and _OR_NOT.match(said.said.text, m.end) for m in of_them)
    if not (asked or _asks_money(said)):
        return said
    meaning = Asked(Field.SOURCE) if asked else _FUNDER
    places = {m.start for m in of_them}
    cover = (replace(p, rule=_RULE, meaning=meaning) if p.start in places else p for p in said.cover)
    return replace(said, cover=tuple(cover), mentions=tuple(m for m in said.mentions if m not in of_them))


_IS, _OR_NOT = Pattern("(?:是不是|是否|是|属于|算|用的?)$"), Pattern("的?(?:钱|资金|项目)?(?:吗|么|吧|嘛|不是|[?？]|$|还是)")


def _asks_money(said: Parse) -> bool:
    money = all(one.field in (Field.AMOUNT, Field.FUNDING) for one in said.meanings(Asked))
    return money and Mark.PROJECTS not in said.marks()


def _bare(said: Parse, spoken: Plan) -> bool:
    """“其中上级补助多少” after one project: nothing else is said that it could be asked of."""
    rest = [p for p in said.cover if not is_filler(p) and not isinstance(p.meaning, (Match, Asked))]
    only = all(p.meaning in (Mark.HOW_MUCH, Mark.FOLLOWING, Mark.IT, Mark.SHARE) for p in rest)
    return bool(spoken.projects) and only and not said.meanings(AggregateSaid)
