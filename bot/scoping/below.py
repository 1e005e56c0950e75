"""The units below those that are said: by themselves (下属), beside what each has itself, or with it (含下属各多少)."""

from collections.abc import Sequence

from bot.book import Book
from bot.language.meanings import AggregateSaid, Mark
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from bot.scoping.departments import OF_A_DEPARTMENT
from store.plan import Aggregate, Side

_UNITS_BELOW = Pattern(
    r"(?:下属|所属|下面|底下|下头|下级|二级|手下|旗下|下辖|直属)(?:的|各)?单位|(?:主管|管辖|分管|归口)的(?:(?:预算)?单位)?|下属的?|下属们|(?:一共|总共|都|具体)*(?:[管辖带]|管辖|主管|领导)着?|所属的?|下辖的?|直属的?|(?:下面|底下|下头)的?"
)


def only_below(said: Parse) -> bool:
    """Whether the subordinate units alone are meant: “财政局下属单位”, not “财政局和下属单位”."""
    spans = [said.said.text[p.start : p.end] for p in said.cover if p.meaning is Mark.BRANCH and p.rule != OF_A_DEPARTMENT]
    return bool(spans) and all(_UNITS_BELOW.fullmatch(text) for text in spans)


def each_below(said: Parse, tops: Sequence[str], end: int, book: Book) -> tuple[Side, ...]:
    """The units below each of these, which end there in the question; none where one has none, or something else is said as well."""
    at = next((p.start for p in said.cover if p.meaning is Mark.BRANCH), 0)
    if not only_below(said) or (len(tops) > 1 and (at < end or Mark.ALONE in said.marks())):
        return ()  # “甲局下属和乙局”, “甲局本级和乙局下属”
    sides = tuple(Side(name=f"{top}所属单位", units=book.below(top)) for top in tops)
    return sides if all(side.units for side in sides) else ()


_OWN_AND_BELOW = Pattern(r"(?:本级|自己|本身|机关)[和跟与及].*|.*(?:[和跟与及]|以及|还有).*(?:本级|自己|本身|机关)")
_TWICE = 2


def levels_apart(said: Parse, tops: Sequence[str], book: Book) -> tuple[Side, ...]:
    """What a unit has itself, and what those below it have: “本级和下属各多少”, “下属多少，本级多少”; none where not both are asked for."""
    spans = [said.said.text[p.start : p.end] for p in said.cover if p.meaning is Mark.BRANCH]
    both = len(spans) == 1 and (_OWN_AND_BELOW.fullmatch(spans[0]) or (Mark.ALONE in said.marks() and only_below(said)))
    each = Mark.EACH in said.marks() or asked_twice(said)
    lower = book.below(tops[0]) if len(tops) == 1 and both and each else ()
    return (Side(name=f"{tops[0]}本级", units=(tops[0],)), Side(name=f"{tops[0]}所属单位", units=lower)) if lower else ()


def asked_twice(said: Parse) -> bool:
    """Whether the same is asked of two, each for itself: “本级多少，下属多少”, “本级几个，下属几个”."""
    counts = [a for a in said.meanings(AggregateSaid) if a.aggregate is Aggregate.COUNT]
    return max(said.meanings(Mark).count(Mark.HOW_MUCH), len(counts)) >= _TWICE


def each_with_below(said: Parse, tops: Sequence[str], book: Book) -> tuple[Side, ...]:
    """Each of several units with those below it: “交通局、水务局含下属各多少”."""
    if len(tops) < _TWICE or Mark.EACH not in said.marks():
        return ()
    return tuple(Side(name=f"{top}含所属", units=(top, *book.below(top))) for top in tops)
