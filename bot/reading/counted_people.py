"""“一共多少学生”, “几个护林员” after a project: people of it are counted, and no other project is named that begins with the word."""

from msgspec.structs import replace

from bot.language.beneficiaries import PEOPLE
from bot.language.meanings import AggregateSaid, Asked, Mark, MeasureSaid, Proposal
from bot.reading.parse import Parse
from store.names import NameType
from store.plan import Aggregate, Field, Plan

_HOW_MANY = ("多少", "多少个", "多少名", "多少位", "几个", "几名", "几位")


def people_counted(said: Parse, spoken_of: Plan) -> Parse:
    """The words with “how many people” for 多少, and the people as words of a line; as they are where nothing of the kind is said."""
    if len(spoken_of.projects) != 1 or len(said.mentions) != 1 or said.mentions[0].type is not NameType.PROJECT:
        return said
    mention = said.mentions[0]
    word = said.said.text[mention.start : mention.end]
    how_many = next((p for p in said.cover if p.end == mention.start and _counts(p, said)), None)
    if how_many is None or word not in PEOPLE:
        return said
    rest = tuple(p for p in said.cover if p != how_many and not (p.start >= mention.start and p.end <= mention.end))
    counted = Proposal(how_many.start, how_many.end, "counted_people", MeasureSaid("人"), 1.0)
    cover = tuple(sorted((*rest, counted), key=lambda p: p.start))
    leftovers = (*said.leftovers, said.words(mention.start, mention.end))
    return replace(said, cover=cover, mentions=(), leftovers=tuple(sorted(leftovers, key=lambda x: x.start)))


def _counts(proposal: Proposal, said: Parse) -> bool:
    asks = isinstance(proposal.meaning, AggregateSaid) and proposal.meaning.aggregate in (Aggregate.COUNT, Aggregate.SUM)
    money = asks or proposal.meaning in (Mark.HOW_MUCH, Asked(Field.AMOUNT))
    return money and said.said.text[proposal.start : proposal.end].endswith(_HOW_MANY)
