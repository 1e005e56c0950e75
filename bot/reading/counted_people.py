"""People that a question speaks of, and no name that begins with their word.

“营养餐覆盖多少学生”: people are counted.  “给残疾人的项目”: whom these are for, and no 残疾人联合会.
"""

from msgspec.structs import replace

from bot.language.beneficiaries import PEOPLE, beneficiaries_in
from bot.language.meanings import AggregateSaid, Asked, Mark, MeasureSaid, Proposal
from bot.reading.parse import Mention, Parse
from store.names import NameType
from store.plan import Aggregate, Field

_HOW_MANY = ("多少", "多少个", "多少名", "多少位", "几个", "几名", "几位")


def people_counted(said: Parse) -> Parse:
    """The words with “how many people” for 多少, and the people as words of a line; as they are where nothing of the kind is said."""
    named = [(m, p) for m in said.mentioned(NameType.PROJECT) if (p := _counted_before(m, said))]
    if len(named) != 1:
        return said
    ((mention, how_many),) = named
    rest = tuple(p for p in said.cover if p != how_many and not (p.start >= mention.start and p.end <= mention.end))
    counted = Proposal(how_many.start, how_many.end, "counted_people", MeasureSaid("人"), 1.0)
    cover = tuple(sorted((*rest, counted), key=lambda p: p.start))
    leftovers = tuple(sorted((*said.leftovers, said.words(mention.start, mention.end)), key=lambda x: x.start))
    return replace(said, cover=cover, mentions=tuple(m for m in said.mentions if m != mention), leftovers=leftovers)


def _counted_before(mention: Mention, said: Parse) -> Proposal | None:
    """What asks how many there are right before the mention, where that is a word for people and no whole name."""
    if not _are_people(mention, said):
        return None
    return next((p for p in said.cover if p.end == mention.start and _counts(p, said)), None)


def people_given(said: Parse) -> Parse:
    """The same with the people that something is given to as words that nothing explains, where a unit is only called after them."""
    given = {(one.start, one.end) for one in beneficiaries_in(said.said.text) if one.given}
    people = [m for m in said.mentioned(NameType.UNIT) if (m.start, m.end) in given and _are_people(m, said)]
    if not people:
        return said
    places = {(m.start, m.end) for m in people}
    words = (*said.leftovers, *(said.words(m.start, m.end) for m in people))
    cover = tuple(p for p in said.cover if (p.start, p.end) not in places)
    mentions = tuple(m for m in said.mentions if m not in people)
    return replace(said, cover=cover, mentions=mentions, leftovers=tuple(sorted(words, key=lambda x: x.start)))


def _are_people(mention: Mention, said: Parse) -> bool:
    return said.said.text[mention.start : mention.end] in PEOPLE and not any(match.whole for match in mention.matches)


def _counts(proposal: Proposal, said: Parse) -> bool:
    asks = isinstance(proposal.meaning, AggregateSaid) and proposal.meaning.aggregate in (Aggregate.COUNT, Aggregate.SUM)
    money = asks or proposal.meaning in (Mark.HOW_MUCH, Asked(Field.AMOUNT)) or isinstance(proposal.meaning, MeasureSaid)
    return money and said.said.text[proposal.start : proposal.end].endswith(_HOW_MANY)
