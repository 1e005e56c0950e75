"""What is remembered of a conversation: the plan that a follow-up goes on from, the choices offered, the page shown."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec.structs import replace
from pydantic import ValidationError

from bot.answer import Answer, Choice, Kind
from bot.following.after_moves import asks_which_moved
from bot.following.earlier import MOST
from bot.language.choices import ALL_CHOICES
from bot.language.patterns import Pattern
from bot.question import Before
from store.conversations import recall, remember
from store.database import Store, Transaction
from store.model import Horizon, Record
from store.plan import BY_TOTAL, Direction, Plan

LASTS = timedelta(minutes=30)


class _Offered(Record):
    label: str
    plan: Plan


class Memory(Record):
    """One person's place in one chat."""

    plan: Plan | None = None
    shown: Plan | None = None
    earlier: tuple[Plan, ...] = ()
    ranked: Plan | None = None  # the ranking that what was shown came first in
    choices: tuple[_Offered, ...] = ()
    offset: int = 0
    asks: bool = False  # whether the last reply asked which of the choices, or whether the only one, is meant
    answered: bool = False  # whether the last reply was an answer
    unfound: str = ""  # the words, quoted, that were asked about last and not found
    offering: str = ""  # the kind of the last reply, where it answered nothing and offered the choices

    def before(self) -> Before | None:
        """What was spoken of last."""
        if self.plan is None:
            return None
        shown = self.shown or self.plan
        return replace(
            self.of_choice(self.plan),
            shown=shown,
            earlier=self.earlier,
            ranked=self.ranked,
            more=bool(self.offset),
            answered=self.answered,
        )

    def of_choice(self, plan: Plan) -> Before:
        """What is gone on from where one of the choices is chosen in passing: its plan, and what it was chosen from."""
        ranked = self.plan is not None and _ranks_from_the_first(self.plan)
        return Before(
            plan,
            plan,
            offered=len(self.choices),
            lists_units=self._lists_units,
            ranks_units=ranked and self._lists_units,
            chosen_of_ranked=self._chosen_of_ranked,
        )

    @property
    def _lists_units(self) -> bool:
        """Whether the choices are units rather than projects."""
        units = {choice.plan.units for choice in self.choices}
        return len(units) == len(self.choices) > 1 and not any(choice.plan.projects for choice in self.choices)

    @property
    def _chosen_of_ranked(self) -> bool:
        """Whether what is spoken of was chosen from what a ranking showed, the most first: “第一名” is then its first choice."""
        last = self.shown or self.plan
        ranked = next((plan for plan in reversed(self.earlier) if plan.order), None)
        if last is None or last.order or ranked is None or not _ranks_from_the_first(ranked) or ranked.order is None:
            return False
        chosen = any((c.plan.projects, c.plan.units) == (last.projects, last.units) for c in self.choices)
        return chosen and len(self.choices) <= ranked.order.count

    def chosen(self, numbers: Iterable[int]) -> list[Plan]:
        """The plans behind the choices of these numbers, from 1; those that were not offered are none."""
        plans = [choice.plan for choice in self.choices]
        places = [place for number in numbers for place in _places(number, len(plans))]
        return [plans[place] for place in dict.fromkeys(places)]


def _ranks_from_the_first(plan: Plan) -> bool:
    order = plan.order
    return order is not None and order.by == BY_TOTAL and order.direction is Direction.DESCENDING and not order.skip


def _places(number: int, offered: int) -> range:
    if number == ALL_CHOICES:
        return range(offered)
    place = offered + number if number < 0 else number - 1
    return range(place, place + 1) if 0 <= place < offered else range(0)


def read(store: Store, chat: str, person: str, now: datetime) -> Memory:
    """What is remembered of this person in this chat; nothing after half an hour, or where an older program wrote it."""
    return parsed(recall(store, chat, person, now=now, lasts=LASTS))


def parsed(state: str | None) -> Memory:
    """What was remembered, nothing where there is nothing or an older program wrote it."""
    if state is None:
        return Memory()
    try:
        return Memory.model_validate_json(state)
    except ValidationError:
        return Memory()


def after(answer: Answer, before: Memory, offset: int = 0) -> Memory:
    """What a follow-up to this answer needs; a reply that is about nothing (thanks, greetings) leaves what was remembered.

    Choices stand until new ones are offered: after the first of a list one may ask for the second.
    """
    plan, shown = (answer.remembered, answer.shown) if answer.remembered else (before.plan, before.shown)
    offered = tuple(_offered(c) for c in answer.choices) if _numbers(answer) else ()
    kept = () if any(line.startswith("1. ") for line in answer.lines) else before.choices  # what is numbered now counts
    offering = answer.kind.value if offered and not answer.remembered and answer.kind is not Kind.ANSWER else ""
    earlier = _earlier(answer, before)
    asks = bool(offered) and answer.kind is not Kind.ANSWER
    return Memory(
        plan=plan,
        shown=shown,
        earlier=earlier,
        ranked=_ranked(answer, before),
        choices=offered or kept,
        offset=offset,
        asks=asks,
        answered=answer.kind is Kind.ANSWER,
        unfound=answer.unfound or (before.unfound if answer.kind is Kind.OUT_OF_SCOPE else ""),
        offering=offering,
    )


_NUMBERED = Pattern(r"^\d+\. ")


def _numbers(answer: Answer) -> bool:
    """Whether people see what there is to choose from: nobody means by a number what was not shown."""
    listed = any(_NUMBERED.match(line) for line in answer.lines)
    return listed or len(answer.choices) == 1 or all(any(c.label in line for line in answer.lines) for c in answer.choices)


def _earlier(answer: Answer, before: Memory) -> tuple[Plan, ...]:
    """What was spoken of before the last answer: another turn about the same thing adds nothing."""
    last, now = before.shown or before.plan, answer.shown or answer.remembered
    if last is None or now is None or _scope(last) == _scope(now):
        return before.earlier
    return (*(plan for plan in before.earlier if _scope(plan) != _scope(last)), last)[-MOST:]


def _ranked(answer: Answer, before: Memory) -> Plan | None:
    """The ranking that what is shown came first in, or which of several moved, as long as it is the same that is spoken of."""
    last, now = before.shown or before.plan, answer.shown or answer.remembered
    if now is None or answer.remembered is None:
        return before.ranked
    of_several = answer.remembered.order or asks_which_moved(answer.remembered)
    if answer.shown is not None and of_several and not now.order:
        return answer.remembered
    same = last is not None and (last.projects, last.units) == (now.projects, now.units)
    return before.ranked if same and not now.order else None


def _scope(plan: Plan) -> tuple[object, ...]:
    return plan.projects, plan.units, plan.years, plan.horizon or Horizon.ANNUAL, (plan.alone, plan.whole_branch)


def write(store: Store | Transaction, chat: str, person: str, remembered: Memory, now: datetime) -> None:
    """Keeps it for this person in this chat."""
    if remembered != Memory():
        remember(store, chat, person, dumped(remembered), now=now)


def dumped(remembered: Memory) -> str:
    """It as text, which `parsed` reads."""
    return remembered.model_dump_json(exclude_defaults=True)


def _offered(choice: Choice) -> _Offered:
    return _Offered(label=choice.label, plan=choice.plan)
