"""What answers are made from: the desk of a question over one store, with what may be read for it."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import cache, partial

from msgspec import Struct

from bot.answer import Desk, Intent, Run
from bot.book import Book
from bot.question import Understanding
from bot.replying.many import bounded
from bot.replying.wanted import Wanted
from store.database import Store
from store.holders import counted, holders
from store.plan import Plan
from store.searching import standing
from store.sums import size, unit_sums, years_filled
from store.targets import count, document_count, run, without_total
from store.views import EvaluationView, Found


class Reading(Struct, frozen=True):
    """What one turn looks at: the book, and its reading of the store, which keeps what it read last."""

    book: Book
    run: Run


class Desks:
    """The desks over one store."""

    def __init__(self, store: Store, intents: Sequence[Intent]) -> None:
        """`intents` are what an answer may name as what can be asked."""
        self._store = store
        self._intents = intents

    def reading(self, book: Book) -> Reading:
        """Reading for one turn, which refuses to read more than an answer may."""
        reading = partial(run, self._store, hierarchy=book.hierarchy)
        return Reading(book, bounded(reading, lambda plan: size(self._store, plan, book.hierarchy), book.most))

    def desk(self, question: Understanding, today: date, offset: int, reading: Reading) -> Desk:
        """The desk of a question; `offset`: how many of what is listed were shown before."""
        book = reading.book
        return Desk(
            book=book,
            run=reading.run,
            documents=lambda: document_count(self._store),
            question=question,
            today=today,
            offset=offset,
            intents=self._intents,
            evaluations=self._evaluations,
            findings=self._findings,
            number=lambda plan: count(self._store, plan, book.hierarchy),
            standing=lambda texts: standing(self._store, texts),
            counted=lambda texts, most: counted(self._store, texts, most),
            holders=lambda texts, most: holders(self._store, texts, most),
            unreadable=lambda plan: without_total(self._store, plan, book.hierarchy),
            filled=cache(lambda plan: self._filled(plan, book)),
            unit_sums=lambda plan, kind, horizon: unit_sums(self._store, plan, kind, horizon, book.hierarchy),
        )

    def _filled(self, plan: Plan, book: Book) -> tuple[int, ...]:
        """The years of which forms of the plan's scope print such an amount."""
        scope = {name: getattr(plan, name) for name in ("publishers", "projects", "units", "whole_branch", "attributes")}
        wanted = Wanted.of(plan)
        return years_filled(self._store, Plan(**scope), wanted.kinds[0], wanted.horizon, book.hierarchy)

    def _evaluations(self, plan: Plan) -> list[EvaluationView]:
        from store.evaluated import evaluations_of

        return evaluations_of(self._store, plan)

    def _findings(self, plan: Plan, rules: Collection[str]) -> list[Found]:
        from store.found import findings_of

        return findings_of(self._store, plan, rules)
