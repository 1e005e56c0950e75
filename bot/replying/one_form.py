"""One form in a reply that sets its figures beside each other: its amounts as facts, and what is made of them."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct, field
from msgspec.structs import replace

from bot.answer import Fact
from bot.replying import facts, phrases
from store.model import FundingKind, Horizon, Indicator
from store.plan import Aggregate
from store.targets import TargetView


class Form(Struct):
    """One form: its amounts as facts, and the figures of ours that are made of them."""

    view: TargetView
    horizon: Horizon
    stated: list[Fact] = field(default_factory=list)

    def amount(self, kind: FundingKind) -> int | None:
        """The place of the amount among the facts; None where the form prints none."""
        return self.place(facts.amount(self.view, kind, self.horizon))

    def place(self, fact: Fact | None) -> int | None:
        """Where a fact with an amount stands; None for none."""
        if fact is None or fact.yuan is None:
            return None
        if fact not in self.stated:
            self.stated.append(fact)
        return self.stated.index(fact)

    def yuan(self, place: int) -> Decimal:
        """The amount at a place."""
        return self.stated[place].yuan or Decimal(0)

    def sum(self, places: Sequence[int]) -> int:
        """The place of what they add up to."""
        total = sum((self.yuan(place) for place in places), start=Decimal(0))
        self.stated.append(facts.derived(Aggregate.SUM, total, places))
        return len(self.stated) - 1

    def difference(self, one: int, other: int) -> str:
        """“少 6 万元（本系统相减）”: by how much the one is more or less than the other."""
        apart = self.yuan(one) - self.yuan(other)
        self.stated.append(facts.derived(Aggregate.DIFFERENCE, abs(apart), (one, other)))
        return f"{'多' if apart > 0 else '少'} {phrases.money(abs(apart))}（本系统相减）"

    def said(self, place: int, label: str) -> str:
        """“财政拨款 40 万元”."""
        return f"{label} {phrases.money(self.yuan(place))}"

    def label(self, kind: FundingKind) -> str:
        """The label as forms print it."""
        return phrases.kind_label(kind, self.horizon)


def annual_lines(view: TargetView) -> list[Indicator]:
    """The lines of the year."""
    return [i for i in view.target.indicators if i.horizon is Horizon.ANNUAL]


def shifted(fact: Fact, by: int) -> Fact:
    """The same fact behind so many others."""
    return replace(fact, of=tuple(place + by for place in fact.of))
