"""Which money a question asks for: kinds and horizon, and how replies call it."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from bot.answer import Fact
from bot.language.patterns import Pattern
from bot.replying import facts
from bot.replying.phrases import kind_label, left_out, limit, listed, quoted
from store.model import FundingKind, Horizon
from store.plan import AmountFilter, Field, Plan
from store.targets import TargetView

OF_MONEY = frozenset({(f,) for f in (Field.AMOUNT, Field.PROJECT, Field.FUNDING, Field.UNIT)})
"""The fields of a question whose figures are sums of money, places among them, or numbers of projects."""


class Wanted(Struct, frozen=True):
    """The annual total, unless the question names kinds of money or 中期."""

    kinds: tuple[FundingKind, ...]
    horizon: Horizon
    together: bool = False  # of each target the sum of the kinds

    @classmethod
    def of(cls, plan: Plan) -> "Wanted":
        """What the plan asks for."""
        return cls(plan.kinds or (FundingKind.TOTAL,), plan.horizon or Horizon.ANNUAL, plan.pooled)

    @property
    def plain(self) -> bool:
        """Whether it is the annual total and nothing else."""
        return self.kinds == (FundingKind.TOTAL,) and self.horizon is Horizon.ANNUAL

    @property
    def title(self) -> str:
        """“预算安排”, “财政拨款（预算安排）”: every amount stands beside 预算安排."""
        blank = "，没有填或读不出的不计入" if self.together else ""
        return "预算安排" if self.plain else f"{self.name}（预算安排{blank}）"

    @property
    def name(self) -> str:
        """The labels of the kinds, “财政拨款、上年结转合计” where their sum is meant."""
        return listed([self.label(kind) for kind in self.kinds]) + ("合计" if self.together else "")

    @property
    def quoted(self) -> str:
        """The labels as a form prints them, quoted; none of the annual total."""
        return "" if self.plain else quoted(listed([self.label(kind) for kind in self.kinds]))

    def limit(self, one: AmountFilter) -> str:
        """A limit that the question set: “预算不低于10万”, of other money “上年结转不低于10万”."""
        return limit(one) if self.plain else limit(one).replace("预算", self.name, 1)

    def label(self, kind: FundingKind) -> str:
        """The label as forms print it."""
        return kind_label(kind, self.horizon)

    @property
    def cited(self) -> str:
        """The label that a source line names; none where several are meant."""
        return self.label(self.kinds[0]) if len(self.kinds) == 1 else ""

    def left_out(self, number: int) -> list[str]:
        """The line that says how many projects have no such money."""
        return left_out(number, "" if self.plain else listed([self.label(k) for k in self.kinds]))

    def amounts(self, view: TargetView) -> list[tuple[FundingKind, Fact | None]]:
        """The target's amount of each kind; None where the form prints none."""
        return [(kind, facts.amount(view, kind, self.horizon)) for kind in self.kinds]

    def first(self, view: TargetView) -> Fact | None:
        """The target's amount of the first kind, or of all kinds together: what sums and comparisons are made of."""
        amounts = [fact for _, fact in self.amounts(view)]
        return facts.added([fact for fact in amounts if fact]) if self.together else amounts[0]


_SUMMED = Pattern("(?:一共|总共|合计|共计|总计|总的|加起来)(?:又|是|有|要)?多少(?![个项家笔])")


def asks_sum(text: str) -> bool:
    """Whether a sum of money is asked for, be it beside something else: “几个，一共多少”."""
    return _SUMMED.search(text) is not None


def add_up(stated: Sequence[Fact]) -> Decimal:
    """The exact sum of the facts' amounts."""
    return sum((f.yuan for f in stated if f.yuan is not None), start=Decimal(0))
