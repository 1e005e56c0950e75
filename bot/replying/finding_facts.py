"""Findings (发现) as the facts that replies carry."""

from collections.abc import Iterator

from bot.answer import Fact
from bot.replying.quoted_amounts import amounts_in
from store.views import Found


def stated_in(one: Found) -> Iterator[Fact]:
    """The finding, once for each amount that its message quotes: the amounts are printed in the document or worked out from it."""
    finding = one.finding
    for yuan in dict.fromkeys(amounts_in(finding.message)) or (None,):
        yield Fact(
            field="finding",
            project=finding.project,
            unit=finding.unit,
            year=finding.year,
            name=finding.rule,
            value=finding.message,
            yuan=yuan,
        )
