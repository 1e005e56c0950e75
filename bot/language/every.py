"""All rules that propose what spans of a question mean, but for years, which need to know the day, and for names."""

from collections.abc import Callable, Iterator

from bot.language import (
    amounts,
    approximations,
    asides,
    aspects,
    attributions,
    bare_amounts,
    changing,
    checks,
    choosing,
    colloquial,
    commands,
    counted,
    courtesy,
    denominations,
    dialects,
    exceptions,
    filling,
    going_on,
    groupings,
    helping,
    judgements,
    measures,
    moods,
    more_or_less,
    ordinals,
    origins,
    other_money,
    others_asked,
    outside,
    percents,
    places,
    purposes,
    qualifiers,
    responsible,
    searching,
    shapes,
    shares,
    turning,
    whereabouts,
)
from bot.language.meanings import Proposal, Utterance

PROPOSERS: tuple[Callable[[Utterance], Iterator[Proposal]], ...] = (
    *(aspects.propose, shapes.propose, courtesy.propose, amounts.propose, approximations.propose),
    *(choosing.propose, checks.propose, shares.propose, percents.propose, ordinals.propose, qualifiers.propose, measures.propose),
    *(exceptions.propose, groupings.propose, denominations.propose, asides.propose, colloquial.propose, outside.propose),
    *(searching.propose, filling.propose, changing.propose, attributions.propose),
    *(counted.propose, more_or_less.propose),
    *(purposes.propose, responsible.propose, whereabouts.propose),
    *(dialects.propose, moods.propose, others_asked.propose, bare_amounts.propose, judgements.propose),
    *(commands.propose, helping.propose, origins.propose, turning.propose, going_on.propose),
    *(other_money.propose, places.propose),
)
"""Their order makes no difference: the cover decides by what each span is worth."""
