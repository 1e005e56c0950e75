"""One message, one reply: who asks, understand, run, answer, remember; several questions in it one after another."""

import asyncio
import logging
import threading
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot import memory
from bot.answer import Answer, Desk, Intent, Kind, joined
from bot.book import Book
from bot.chat import Incoming, Offer, Reply
from bot.clause_by_clause import clause_by_clause
from bot.collecting import set_aside
from bot.described.far import FarNames
from bot.described.instead import explained, instead
from bot.described.one_of_listed import one_of_listed
from bot.described.recognised import recognised
from bot.desks import Desks, Reading
from bot.doubts.by_period import by_period
from bot.doubts.by_source import by_source
from bot.doubts.doubt import doubt
from bot.doubts.families import which_family
from bot.following.consenting import said_to_offer, taken
from bot.following.offering import chosen, of_the_only_one, which_of_them
from bot.following.stepping import stepped, stepped_too_far
from bot.following.unfound import of_what_was_unfound, with_unfound_said
from bot.language.meanings import Mark
from bot.lines.beside_each_other import beside_each_other
from bot.lines.finding import indicator_finder
from bot.lines.nearest import nearest
from bot.lines.priced import priced
from bot.lines.rated import rated
from bot.memory import Memory
from bot.question import Before, Understanding
from bot.reading.framing import asked_alone
from bot.replying import phrases
from bot.replying.carried import with_it_said
from bot.replying.covered import leaves_nothing_out, unfollowed, unheeded, with_scope_said
from bot.replying.denomination import printed_in
from bot.replying.fields import as_asked, by_field
from bot.replying.many import asked_back
from bot.replying.noting import with_notes
from bot.replying.over_years import with_years_said
from bot.replying.quoted_amounts import with_quoted_amounts
from bot.replying.reasons import beyond
from bot.replying.within import strays
from bot.topics import Topic
from bot.understanding import understand
from bot.unplanned.figures_listed import figures_listed
from bot.unplanned.of_that_amount import of_that_amount
from bot.unplanned.rooms import unplanned
from store.database import Store, Transaction
from store.errors import StoreError
from store.plan import Plan
from store.targets import TargetView, catalogue, run, version

_log = logging.getLogger(__name__)
_MANY = 5_000  # targets: the names of fewer are looked through in no time


class TwoClaimants(Exception):
    """Several intents, or none, claim one question: a mistake of ours, with their names."""


class Turn(Struct, frozen=True):
    """A reply, and what is to be remembered of it: kept together, or neither."""

    reply: Reply
    incoming: Incoming
    remembered: Memory

    def keep(self, store: Store | Transaction, *, at: datetime | None = None) -> None:
        """Remembers it from then on, which is when it was said unless `at` is later; in the caller's transaction if any."""
        memory.write(store, self.incoming.place, self.incoming.person, self.remembered, at or self.incoming.at)


class Conversation:
    """Answers questions from one store with a list of intents."""

    def __init__(
        self, store: Store, intents: Sequence[Intent], snapshot: Path | None = None, far: FarNames | None = None
    ) -> None:
        """`snapshot` is the file in which the index of many names waits for the next start; `far` knows what names mean."""
        self._far = far
        self._store = store
        self._intents = intents
        self._desks = Desks(store, intents)
        self._snapshot = snapshot
        self._book: Book | None = None
        self._reading = threading.Lock()

    async def respond(self, incoming: Incoming) -> Reply:
        """The reply to a message; the store is asked in a thread."""
        return await asyncio.to_thread(self.reply, incoming)

    def reply(self, incoming: Incoming, *, keep: bool = True) -> Reply:
        """The same, for callers that are in a thread of their own; `keep=False` remembers nothing of it."""
        turn = self.turn(incoming, keep=keep)
        if keep:
            try:
                turn.keep(self._store)
            except StoreError:  # an answer is not lost because it could not be remembered
                _log.warning("上文没有存下", exc_info=True)
        return turn.reply

    def turn(self, incoming: Incoming, *, keep: bool = True) -> "Turn":
        """The reply and what is to be remembered of it, which is left to the caller to keep; `keep=False` recalls nothing."""
        before, book = self._before(incoming) if keep else Memory(), self.book()
        reading = self._desks.reading(book)
        incoming = _without_framing(incoming, book)
        question = self._resolved(incoming, before, reading)
        said = "" if incoming.chosen is not None else incoming.text
        back = said_to_offer(said, question, before) or stepped_too_far(said, before, book)
        back = back or of_what_was_unfound(question, before)
        back = back or which_of_them(
            question, before, lambda other: self._understood(incoming.text, incoming.day, other, reading)
        )
        desk = self._desks.desk(question, incoming.day, 0, reading)
        back = back or unplanned(
            question, before.plan, desk, partial(self._understood, today=incoming.day, before=None, reading=reading)
        )
        anew = partial(self._asked_anew, incoming=incoming, reading=reading)
        if incoming.chosen is None:
            of = (incoming, before, reading)
            back = back or one_of_listed(question, before, desk, lambda text, plan: self._answered_of(plan, text, question, of))
        back = back or beside_each_other(question, anew) or of_that_amount(question, desk, anew)
        back = back or figures_listed(question, anew)
        if back is not None:
            return self._turn(back, incoming, memory.after(back, before))
        answer, after = self._answered(question, incoming, before, reading)
        if question.cuts and (question.apart or answer.kind is not Kind.ANSWER or question.unused):
            several = clause_by_clause(
                question,
                before,
                lambda text, spoken_of: self._understood(text, incoming.day, spoken_of, reading),
                lambda clause, known: self._answered(clause, incoming, known, reading),
                partly=question.apart and answer.kind is Kind.ANSWER,
            )
            answer, after = several or (answer, after)
        if incoming.chosen is None:
            described = instead(question, answer, desk, lambda: self._told(question, desk, incoming, before, reading))
            answer, after = (described, memory.after(described, before)) if described else (answer, after)
            rate = rated(question, answer, lambda text: self._answered_again(text, incoming, before, reading))
            answer, after = (rate, memory.after(rate, before)) if rate else (answer, after)
            near = nearest(question, answer)
            answer, after = (near, memory.after(near, before)) if near else (answer, after)
        price = priced(question, before.shown or before.plan, answer, desk)
        return self._turn(price, incoming, memory.after(price, before)) if price else self._turn(answer, incoming, after)

    def _turn(self, answer: Answer, incoming: Incoming, after: Memory) -> "Turn":
        facts = tuple(fact.as_json() for fact in answer.facts)
        offers = tuple(Offer(c.label, c.plan.model_dump_json(exclude_defaults=True)) for c in answer.choices)
        reply = Reply(answer.kind.value, answer.text(), facts, offers, more=answer.has_more, files=answer.files)
        return Turn(reply, incoming, after)

    def _answered(self, question: Understanding, incoming: Incoming, before: Memory, reading: Reading) -> tuple[Answer, Memory]:
        """The answer to a question, and what is to be remembered of it."""
        offset = before.offset if Mark.MORE in question.marks and question.follows else 0
        desk = self._desks.desk(question, incoming.day, offset, reading)
        with printed_in(question.plan.denomination):
            parts = [with_notes(asked_back(self._answer, q, replace(desk, question=q)), q, desk) for q in question.parts]
            parts = [with_years_said(with_it_said(part, q, desk), q, desk) for part, q in zip(parts, question.parts, strict=True)]
            answer = with_unfound_said(joined([with_quoted_amounts(part) for part in parts]), question, before)
        following = offset + answer.page if answer.has_more else 0
        return answer, memory.after(answer, before, following)

    def _answered_of(self, plan: Plan, text: str, question: Understanding, of: tuple[Incoming, Memory, Reading]) -> Answer:
        """What is answered to the text as it goes on from that plan, and to none as to the choice of it."""
        incoming, before, reading = of
        meant = self._understood(text, incoming.day, before.of_choice(plan), reading) if text else question.of_choice(plan)
        return self._answered(meant, incoming, before, reading)[0]

    def _answered_again(self, text: str, incoming: Incoming, before: Memory, reading: Reading) -> Answer:
        """What would be answered to other words."""
        return self._answered(self._understood(text, incoming.day, before.before(), reading), incoming, before, reading)[0]

    def _asked_anew(self, text: str, incoming: Incoming, reading: Reading) -> tuple[Understanding, Answer]:
        """What other words mean by themselves, and their answer."""
        question = self._understood(text, incoming.day, None, reading)
        return question, self._answered(question, incoming, Memory(), reading)[0]

    def description(self, incoming: Incoming) -> dict[str, Any] | None:
        """How the message describes what it means, where it is answered so, for `explain`."""
        reading = self._desks.reading(self.book())
        incoming = _without_framing(incoming, reading.book)
        question = self._understood(incoming.text, incoming.day, None, reading)
        answer, _ = self._answered(question, incoming, Memory(), reading)
        return explained(question, answer, self._desks.desk(question, incoming.day, 0, reading))

    def _told(self, question: Understanding, desk: Desk, incoming: Incoming, before: Memory, reading: Reading) -> Answer | None:
        """The answer about a project that is told without its name, if it is."""
        return recognised(
            question,
            desk,
            lambda text: self._understood(text, incoming.day, before.before(), reading),
            lambda named: self._answered(named, incoming, before, reading)[0],
        )

    def _before(self, incoming: Incoming) -> Memory:
        """What the message goes on from: the message that it replies to, else what this person spoke of last here."""
        if incoming.follows is not None:
            return memory.parsed(incoming.follows)
        return memory.read(self._store, incoming.place, incoming.person, incoming.at)

    def understood(self, text: str, today: date, before: Before | None = None) -> Understanding:
        """What the question means, without answering it; its spans cover what surrounds it as well."""
        reading = self._desks.reading(self.book())
        start, end = asked_alone(text, reading.book.names)
        return self._understood(text[start:end], today, before, reading).within(text, start)

    def _understood(self, text: str, today: date, before: Before | None, reading: Reading) -> Understanding:
        return understand(text, reading.book, indicator_finder(reading.run), before, today)

    def intent_of(self, question: Understanding) -> Intent:
        """The one intent that claims a question of one field.  Raises `TwoClaimants`."""
        claimants = [i for i in self._intents if i.claims(question)]
        if len(claimants) != 1:
            raise TwoClaimants(f"{question.text!r}: {[i.name for i in claimants] or 'no intent'} for {question.plan!r}")
        return claimants[0]

    def intents_of(self, question: Understanding) -> list[Intent]:
        """The intents that claim a question, one a field; a field that not exactly one claims has none."""
        asked = [q for part in question.parts for q in by_field(part)]
        claimants = ([i for i in self._intents if i.claims(q)] for q in asked)
        return [intents[0] for intents in claimants if len(intents) == 1]

    def book(self) -> Book:
        """The names of what is current now."""
        with self._reading:  # one thread builds a new book, the others wait for it
            if self._book is None or self._book.version != version(self._store):
                self._book = Book(catalogue(self._store), self._book, self._snapshot, self._far)
                if len(self._book.catalogue.entries) >= _MANY:
                    self._book.complete()
                    set_aside()
            return self._book

    def run(self, plan: Plan, *, money_only: bool = False) -> list[TargetView]:
        """What is current of what a plan speaks of."""
        return run(self._store, plan, self.book().hierarchy, money_only=money_only)

    def _resolved(self, incoming: Incoming, before: Memory, reading: Reading) -> Understanding:
        """The question; where it is a choice by number the one that was offered, and “第2个的目标” asks of that."""
        today, book = incoming.day, reading.book
        if incoming.chosen is not None:
            question = self._understood(incoming.text, today, None, reading)
            return replace(question, topic=Topic.TARGETS, plan=Plan.model_validate_json(incoming.chosen), follows=True)
        question = self._understood(incoming.text, today, before.before(), reading)
        if (meant := taken(incoming.text, before) or stepped(incoming.text, before, book)) is not None:
            return replace(question.of_choice(meant), offered=len(before.choices))
        plan = chosen(question, before, book)
        if plan is None:
            offered = len(before.choices)
            if offered and any(number > offered for number in question.choices):
                return replace(question, topic=Topic.CHOICE, plan=Plan(), beside=None, offered=offered)
            only = of_the_only_one(question, before, lambda other: self._understood(incoming.text, today, other, reading))
            return only or replace(question, offered=offered)
        if question.topic is Topic.CHOICE:
            return replace(question, topic=Topic.TARGETS, plan=plan, follows=True)
        return self._understood(incoming.text, today, before.of_choice(plan), reading)

    def _answer(self, question: Understanding, desk: Desk) -> Answer:
        if question.topic is Topic.TARGETS:
            if Mark.MORE in question.marks and question.follows and not desk.offset:
                return Answer(Kind.ANSWER, (phrases.NO_MORE,))
            question = by_period(by_source(question, desk), desk)
            refused = which_family(question) or unfollowed(question) or beyond(question)
            doubtful = refused or doubt(question, desk) or leaves_nothing_out(question, desk)
            if doubtful:
                return with_scope_said(doubtful, question, desk) if question.plan.without else doubtful
        return with_scope_said(self._of_each_field(question, desk), question, desk)

    def _of_each_field(self, question: Understanding, desk: Desk) -> Answer:
        """The answers of the intents that claim its fields; where not one does, which is a mistake of ours, no figure is given."""
        asked = by_field(question)
        try:
            intents = [self.intent_of(one) for one in asked]
        except TwoClaimants:
            _log.exception("没有一种问法认领这个问题，或不止一种")
            return Answer(Kind.CLARIFY, (phrases.NOT_CLAIMED,))
        answers = [asked_back(i.answer, q, desk, i.at_large) for i, q in zip(intents, asked, strict=True)]
        answer = unheeded(question.plan, intents) or as_asked(answers, question, desk.book)
        if stray := next(strays(answer, question.plan, desk.book), None):
            _log.error("答复里有问题范围以外的数：%r，%r", stray, question.plan)
            return Answer(Kind.CLARIFY, (phrases.NOT_CLAIMED,))
        return answer


def _without_framing(incoming: Incoming, book: Book) -> Incoming:
    """The message without the words that only say who asks, and what for; what stands for a choice is no such message."""
    if incoming.chosen is not None:
        return incoming
    return replace(incoming, text=incoming.text[slice(*asked_alone(incoming.text, book.names))])
