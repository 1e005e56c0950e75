"""What an index is made of: the names by type, and which units and projects belong together."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct

from store.names.blocks import blocks_of
from store.names.identity import Ids, identities
from store.names.lexicon import Lexicon
from store.names.matches import NameType
from store.names.pairs import Joined, Pairs, distinct
from store.names.vocabulary import Vocabulary

NamesByType = Mapping[NameType, Iterable[str]]
NOTHING: NamesByType = MappingProxyType({})


class Contents(Struct, frozen=True):
    """Names and pairs of one state of the store: they never change, others follow them."""

    vocabulary: Vocabulary
    lexicons: Mapping[NameType, Lexicon]  # of every type
    pairs: Pairs
    size: int  # of the vocabulary: it may have grown since

    @classmethod
    def of(cls, names: NamesByType, pairs: Iterable[tuple[str, str]] = ()) -> "Contents":
        """Names, and pairs of a unit and a project, both among the names; KeyError where they are not."""
        vocabulary = Vocabulary()
        lexicons = {kind: Lexicon(blocks_of(sorted(set(names.get(kind, ()))), vocabulary), vocabulary) for kind in NameType}
        return cls(vocabulary, lexicons, Pairs().changed(_known(pairs, lexicons), Joined.of(())), len(vocabulary))

    def changed(
        self,
        added: NamesByType,
        removed: NamesByType,
        pairs_added: Iterable[tuple[str, str]],
        pairs_removed: Iterable[tuple[str, str]],
    ) -> "Contents":
        """The same without what is removed and with what is added; what is both is there."""
        gone = {kind: set(removed.get(kind, ())) - set(added.get(kind, ())) for kind in NameType}
        lexicons = {kind: of.changed(added.get(kind, ()), gone[kind]) for kind, of in self.lexicons.items()}
        taken = Joined.of(list(pairs_removed))
        pairs = self.pairs.changed(_known(pairs_added, lexicons), taken, _ids(gone[NameType.UNIT]), _ids(gone[NameType.PROJECT]))
        return Contents(self.vocabulary, lexicons, pairs, len(self.vocabulary))


def _ids(names: Iterable[str]) -> Ids:
    return identities(sorted(names))


def _known(pairs: Iterable[tuple[str, str]], lexicons: Mapping[NameType, Lexicon]) -> Joined:
    """The pairs by identity."""
    joined = Joined.of(list(pairs))
    for kind, ids in ((NameType.UNIT, joined.units), (NameType.PROJECT, joined.projects)):
        if not lexicons[kind].holds(distinct(ids)):
            raise KeyError(f"a pair's {kind} is not among the names")
    return joined
