"""What a question says: its spans, the names they mean, and the words that are left over; `parsing` finds them."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from bot.language.joints import CLAUSE_END
from bot.language.meanings import SMALL_TALK, Asked, Mark, Proposal, Utterance
from store.names import ALIAS, Match, NameType
from store.plan import Field
from store.text import Normal, words

T = TypeVar("T")
_Spanned = TypeVar("_Spanned", Proposal, "Mention", "Leftover")

_NOUNS = words("经费 资金 款 项目 预算资金 项目资金")


class Mention(Struct, frozen=True):
    """A span that means names: all that it means equally well, the surest first."""

    start: int
    end: int
    matches: tuple[Match, ...]
    phase: bool = False  # only what counts a phase is said: “二期”
    kind: bool = False  # projects of a kind are meant, rather than one that is called so: “防治项目”

    @property
    def type(self) -> NameType:
        """What kind of name is meant."""
        return self.matches[0].type

    def names(self) -> tuple[str, ...]:
        """The names of the surest tier: those said in full, else those whose end is said, else all.

        Of a tier those that have the words side by side, if any do: 专项资金 is not 专用设备项目资金.
        """
        said_in_full = [m for m in self.matches if m.whole]
        nicknamed = self.type is NameType.PROJECT and any(m.why == ALIAS for m in self.matches)
        said_to_the_end = [m for m in self.matches if m.unsaid[1] == 0 and not nicknamed]
        tier = said_in_full or (said_to_the_end if not self.kind else ()) or self.matches
        return tuple(dict.fromkeys(m.name for m in [m for m in tier if not m.between] or tier))

    def all_names(self) -> tuple[str, ...]:
        """Every name that the span may mean."""
        return tuple(dict.fromkeys(m.name for m in self.matches))


class Leftover(Struct, frozen=True):
    """A run of words that nothing explains; `text` is normalised, `clause` counts the question's clauses from 0."""

    start: int
    end: int
    text: str
    clause: int
    tokens: int


class Parse(Struct, frozen=True):
    """A question taken apart."""

    text: str  # as typed
    normal: Normal
    said: Utterance
    cover: tuple[Proposal, ...]
    mentions: tuple[Mention, ...]
    leftovers: tuple[Leftover, ...]

    def between(self, start: int, end: int) -> "Parse":
        """What is said there alone."""

        def inside(spans: Iterable[_Spanned]) -> tuple[_Spanned, ...]:
            return tuple(s for s in spans if start <= s.start and s.end <= end)

        return replace(self, cover=inside(self.cover), mentions=inside(self.mentions), leftovers=inside(self.leftovers))

    def clause(self, place: int) -> int:
        """Which clause of the question the place is in."""
        return len(CLAUSE_END.findall(self.said.text, 0, place))

    def meanings(self, kind: type[T]) -> list[T]:
        """What the cover says of one kind, in the question's order."""
        return [p.meaning for p in self.cover if isinstance(p.meaning, kind)]

    def spans_meaning(self, *kinds: type) -> list[Leftover]:
        """The spans of the cover that mean one of the kinds, as words."""
        return [self.words(p.start, p.end) for p in self.cover if isinstance(p.meaning, kinds)]

    def words(self, start: int, end: int) -> Leftover:
        """The words of a span of the normalised question."""
        return Leftover(start, end, self.said.text[start:end], self.clause(start), end - start)

    def typed(self, words: Leftover) -> str:
        """The words as they were typed."""
        first, last = self.normal.original(words.start, words.end)
        return self.text[first:last].strip()

    def with_noun(self, leftover: Leftover) -> Leftover:
        """The words with 经费 and the like behind them, which belong to the name that was meant: “地铁建设” + “经费”."""
        noun = next((n for n in _NOUNS if self.said.text.startswith(n, leftover.end)), "")
        return replace(leftover, end=leftover.end + len(noun))

    def typed_mark(self, mark: Mark) -> str | None:
        """The first words that do so, as they were typed."""
        span = next((p for p in self.cover if p.meaning is mark), None)
        return self.text[slice(*self.normal.original(span.start, span.end))].strip() if span else None

    def marks(self) -> frozenset[Mark]:
        """What the question's words do without being values of their own."""
        return frozenset(self.meanings(Mark))

    @property
    def everything(self) -> bool:
        """Whether all there is is meant: 全县, “所有项目”."""
        listed = (self.said.text[p.start : p.end] for p in self.cover if p.meaning == Asked(Field.PROJECT))
        return Mark.EVERYTHING in self.marks() or any(words.startswith(("全部", "所有")) for words in listed)

    def mentioned(self, kind: NameType) -> tuple[Mention, ...]:
        """The spans that mean names of one kind."""
        return tuple(m for m in self.mentions if m.type is kind)


def is_filler(proposal: Proposal) -> bool:
    """Whether the span only surrounds the question."""
    return proposal.meaning in SMALL_TALK
