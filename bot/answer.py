"""What an answer is: its kind, its lines, the facts it states with their sources, and what may be chosen next."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from bot.book import Book
from bot.chat import Attachment
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying.enumerating import PAGE
from bot.replying.middle_term import newest_of_each, of_middle_term
from bot.replying.phrases import MORE_WORD
from bot.shapes import Shape
from store.holders import Holder
from store.model import FundingKind, Horizon, Source
from store.plan import AmountFilter, LeftOut, Newest, Plan
from store.sums import UnitSum
from store.targets import TargetView
from store.text import fold
from store.views import EvaluationView, Found


class Kind(StrEnum):
    """What a reply is: an answer, a question back, a 没有, or not for this bot."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    NOT_FOUND = "not_found"
    OUT_OF_SCOPE = "out_of_scope"


class Fact(Struct, frozen=True):
    """One figure or text that the reply states, and where it stands; a derived one says how (`op`) and from which (`of`).

    `of` holds indices of the same answer's facts; `yuan` is the exact amount.
    """

    field: str
    project: str | None = None
    unit: str | None = None
    year: int | None = None
    horizon: Horizon | None = None
    name: str | None = None
    value: str | None = None
    yuan: Decimal | None = None
    source: Source | None = None
    op: str | None = None
    of: tuple[int, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The fact in the stable shape of `chat --jsonl` and `ask --json`."""
        source = self.source
        stated: dict[str, object] = {
            "project": self.project,
            "unit": self.unit,
            "year": self.year,
            "field": self.field,
            "horizon": self.horizon.value if self.horizon else None,
            "name": self.name,
            "value": self.value,
            "yuan": None if self.yuan is None else f"{self.yuan:.2f}",
            "source": source.model_dump() if source else None,
        }
        return {**stated, "op": self.op, "of": list(self.of)} if self.op else stated


class Choice(Struct, frozen=True):
    """What a person may choose next by its number: the label shown, and the plan that it stands for."""

    label: str
    plan: Plan


class Answer(Struct, frozen=True):
    """A reply before it is text.  `cited` are the sources line's parts; `remembered` is what a follow-up goes on from."""

    kind: Kind
    lines: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    cited: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    remembered: Plan | None = None
    shown: Plan | None = None  # what “它” and “目标呢” go on from, where that is less than was asked about
    files: tuple[Attachment, ...] = ()  # that go with it
    page: int = PAGE  # how many items it shows where it offers more
    unfound: str = ""  # the words, quoted, that name nothing that is stored

    @property
    def has_more(self) -> bool:
        """Whether the lines offer “更多”."""
        return any(MORE_WORD in line for line in self.lines)

    def text(self) -> str:
        """The reply as people read it."""
        source = (f"来源：{'；'.join(self.cited)}",) if self.cited else ()
        return "\n".join((*self.lines, *source))


_OF_A_LIST = Pattern(r"^\d+\. |：$")  # its rows, and its heading


def joined(answers: Sequence[Answer]) -> Answer:
    """Several answers to one question as one; the facts of the later ones point where they then stand."""
    first, *rest = answers
    facts, lines, cited, choices = list(first.facts), list(first.lines), list(first.cited), list(first.choices)
    for answer in rest:
        shift = len(facts)
        facts.extend(replace(f, of=tuple(i + shift for i in f.of)) for f in answer.facts)
        lines.extend(line for line in answer.lines if line not in lines or _OF_A_LIST.search(line))
        cited.extend(c for c in answer.cited if c not in cited)
        choices.extend(answer.choices)
    kinds = [a.kind for a in answers]
    kind = next(k for k in (Kind.ANSWER, Kind.CLARIFY, Kind.NOT_FOUND, Kind.OUT_OF_SCOPE) if k in kinds)
    remembered = next((a.remembered for a in reversed(answers) if a.remembered), None)
    shown = next((a.shown for a in reversed(answers) if a.shown), None)
    files = tuple(dict.fromkeys(file for answer in answers for file in answer.files))
    page = next((a.page for a in answers if a.has_more), PAGE)
    unfound = next((a.unfound for a in reversed(answers) if a.unfound), "")
    return Answer(kind, tuple(lines), tuple(facts), tuple(cited), tuple(choices), remembered, shown, files, page, unfound)


class Run(Protocol):
    """`store.targets.run` for one store."""

    def __call__(self, plan: Plan, *, money_only: bool = False) -> list[TargetView]:
        """What is current of what the plan speaks of."""


Sums = Callable[[Plan, FundingKind, Horizon], list[UnitSum]]
"""`store.sums.unit_sums` for one store."""


class Desk(Struct, frozen=True):
    """What an intent may use: the names, the targets, the question as understood, and the day."""

    book: Book
    run: Run
    documents: Callable[[], int]
    question: Understanding
    today: date
    offset: int = 0  # how many items the last replies showed already
    intents: Sequence["Intent"] = ()
    evaluations: Callable[[Plan], list[EvaluationView]] = lambda _plan: []
    findings: Callable[[Plan, Collection[str]], list[Found]] = lambda _plan, _rules: []  # of these rules
    number: Callable[[Plan], int] = lambda _plan: 0
    standing: Callable[[Sequence[str]], frozenset[str]] = lambda _texts: frozenset()
    counted: Callable[[Sequence[str], int], dict[str, int]] = lambda _texts, _most: {}
    holders: Callable[[Sequence[str], int], list[Holder]] = lambda _texts, _most: []
    unreadable: Callable[[Plan], int] = lambda _plan: 0
    filled: Callable[[Plan], tuple[int, ...]] = lambda _plan: ()  # `store.sums.years_filled`
    unit_sums: Sums = lambda _plan, _kind, _horizon: []

    def without_total(self, plan: Plan) -> int:
        """How many targets of the plan's scope have no annual total that can be read, whatever its order leaves of them."""
        return 0 if plan.amounts else self.unreadable(self._of_newest(plan))

    def count(self, plan: Plan) -> int:
        """How many targets there are in the plan's scope, its newest year where it names none; none of them is read."""
        return self.number(self._of_newest(plan))

    def sums(self, plan: Plan, kind: FundingKind, horizon: Horizon) -> list[UnitSum] | None:
        """What the targets of each unit and year come to, added up in the database; None where it cannot limit them as the plan does."""
        plan = self._of_newest(plan)
        other = bool(plan.amounts) and not _of_totals(plan)
        each = plan.newest is Newest.EACH and len(self.book.years_of(plan.projects, plan.units)) > 1
        return None if plan.percents or plan.among or other or each or plan.pooled else self.unit_sums(plan, kind, horizon)

    def matching(self, plan: Plan, *, money_only: bool = False) -> list[TargetView]:
        """The targets that the plan is about, or only their money; where it names no year, the newest (see `Newest`)."""
        plan = self._of_newest(plan)
        views = [v for v in self._limited(plan, money_only) if not plan.among or _pair(v) in plan.among]
        return newest_of_each(views, plan) if plan.newest is Newest.EACH else views

    def years(self, plan: Plan) -> tuple[int, ...]:
        """The years that the plan names or means; none where it means each project's own newest."""
        return self._of_newest(plan).years

    def left_out(self, plan: Plan, one: LeftOut) -> list[TargetView]:
        """The targets that the plan is about but for this, whichever of its unit's scopes (口径) is meant."""
        plan = self._of_newest(plan)
        limits = {"attributes": one.attributes, "amounts": one.amounts, "whole_branch": one.whole_branch}
        named = Plan(projects=one.projects, units=one.units, years=one.years or plan.years, **limits)
        branch = {fold(unit) for high in plan.units for unit in (high, *self.book.below(high))}
        projects = {fold(project) for project in plan.projects}
        return [
            view
            for view in self.run(named, money_only=True)
            if (not branch or fold(view.target.unit) in branch)
            and (not projects or fold(view.target.project) in projects)
            and (not plan.years or view.target.year in plan.years)
        ]

    def _of_newest(self, plan: Plan) -> Plan:
        """The plan with the year that it means by the newest of its scope; of 中期 the newest whose forms have any."""
        if plan.newest is not Newest.SCOPE:
            return plan
        years = self.filled(plan) if of_middle_term(plan) else ()
        return plan.model_copy(update={"years": (years or self.book.years_of(plan.projects, plan.units))[-1:]})

    def _limited(self, plan: Plan, money_only: bool) -> list[TargetView]:
        """The plan's targets; the store limits annual totals, other kinds of money are looked at here."""
        views = self._within_limits(plan, money_only)
        return [*views, *self._rivals(views)] if plan.amounts or plan.order else views

    def _rivals(self, views: Sequence[TargetView]) -> list[TargetView]:
        """Of targets in dispute what the other documents state, though a limit or a rank leaves it out: both are shown."""
        disputed = {target_key(v) for v in views if v.conflict}
        if not disputed:
            return []
        known = {v.position for v in views}
        names = {
            name: tuple(sorted({getattr(v.target, name) for v in views if v.conflict})) for name in ("project", "unit", "year")
        }
        scope = Plan(projects=names["project"], units=names["unit"], years=names["year"])
        return [v for v in self.run(scope) if target_key(v) in disputed and v.position not in known]

    def _within_limits(self, plan: Plan, money_only: bool) -> list[TargetView]:
        if not plan.amounts or _of_totals(plan):
            return self.run(plan, money_only=money_only)
        every = self.run(plan.model_copy(update={"amounts": ()}), money_only=money_only)
        return [view for view in every if _within(_limited_amount(view, plan), plan.amounts)]


def _of_totals(plan: Plan) -> bool:
    """Whether the plan's limits are of annual totals, which the store compares."""
    return plan.kinds[:1] in ((), (FundingKind.TOTAL,)) and plan.horizon in (None, Horizon.ANNUAL)


def _limited_amount(view: TargetView, plan: Plan) -> Decimal | None:
    """The amount of the kind that the plan's limits are of, or of all kinds together; None where the form prints none of it."""
    kinds = plan.kinds if plan.pooled else plan.kinds[:1] or (FundingKind.TOTAL,)
    printed = [f.yuan for kind in kinds if (f := view.target.funding(kind, plan.horizon or Horizon.ANNUAL))]
    return sum(printed, start=Decimal(0)) if printed else None


def _within(yuan: Decimal | None, limits: Sequence[AmountFilter]) -> bool:
    return yuan is not None and all(limit.op.holds(yuan, limit.yuan) for limit in limits)


def _pair(view: TargetView) -> tuple[str, str]:
    return view.target.project, view.target.unit


def target_key(view: TargetView) -> tuple[str, str, str, int]:
    """What is one target to the store, however its documents print its names."""
    return fold(view.publisher), fold(view.target.unit), fold(view.target.project), view.target.year


class Intent(Struct, frozen=True):
    """One shape of a result: whether a question is of that shape, and the answer to it.

    Exactly one intent claims a question of one field; two claimants are an error that names both.
    `examples` are asked in tests, in help and in docs; `counterexamples` must be claimed by another.
    """

    name: str
    title: str  # what it is called in help
    claims: Callable[[Understanding], bool]
    answer: Callable[[Understanding, Desk], Answer]
    examples: tuple[str, ...]
    heeds: frozenset[Shape] = frozenset()
    """What shapes a result so that the answer follows it; of a plan that has more no figure is given."""
    counterexamples: tuple[str, ...] = ()
    at_large: Callable[[Understanding, Desk], Answer | None] = lambda _question, _desk: None
    """The answer about more targets than are read, from what the database adds up; None where there is none."""
