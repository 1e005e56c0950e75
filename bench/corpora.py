"""Corpora of questions: a folder each with documents, cases.jsonl and gold.jsonl, asked as `wenxiao chat --jsonl` is asked."""

import io
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.cases import Case, faults, own_amounts, read
from bench.ledger import Ledger
from bench.loading import files
from bot.app import conversation_of
from bot.channels.console import talk_in_json
from bot.conversation import Conversation
from seed.load import load
from store.database import open_store

OURS = Path(__file__).parents[1] / "tests" / "questions"
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)  # “今年” of the cases

Reply = Mapping[str, Any]
Asking = Callable[[Sequence[tuple[str, str]]], list[Reply]]  # (chat, question) each, in order → a reply each


@dataclass
class Grade:
    """How many cases are right, in all and by tag, and what is stated that should not be."""

    cases: Counter[str] = field(default_factory=Counter)  # by tag; "" is all of them
    right: Counter[str] = field(default_factory=Counter)
    misstated: Counter[str] = field(default_factory=Counter)  # cases with a wrong reply that states an amount
    unfounded: list[str] = field(default_factory=list)  # figures without a record, each with its case

    @property
    def accuracy(self) -> float:
        """The share of the cases that are right."""
        return self.right[""] / self.cases[""]


def corpora(folder: Path = OURS) -> list[Path]:
    """The folders that hold cases."""
    return sorted(path.parent for path in folder.glob("*/cases.jsonl"))


@contextmanager
def loaded(folder: Path) -> Iterator[Conversation]:
    """The bot over the folder's documents, in a store of their own."""
    with tempfile.TemporaryDirectory(prefix="wx") as place:
        store = open_store(f"sqlite:///{Path(place) / 'store.db'}")
        try:
            load(store, documents(folder), by="bench", now=NOON)
            yield conversation_of(store)
        finally:
            store.close()


def documents(folder: Path) -> list[Path]:
    """The folder's own documents."""
    return [path for path in files(folder) if path.parent == folder]


def asking(bot: Conversation) -> Asking:
    """Asks the bot by the door that `wenxiao chat --jsonl` has."""

    def ask(questions: Sequence[tuple[str, str]]) -> list[Reply]:
        lines = (json.dumps({"chat": chat, "text": text}, ensure_ascii=False) for chat, text in questions)
        out = io.StringIO()
        talk_in_json(bot.reply, lines, out, lambda: NOON)
        return [json.loads(line) for line in out.getvalue().split("\n") if line]

    return ask


def graded(folder: Path, ask: Asking, every: int = 1) -> Grade:
    """Asks all of the folder's cases, or every so many-th, and grades the replies."""
    cases, ledger, grade = read(folder / "cases.jsonl")[::every], Ledger.read(folder / "gold.jsonl"), Grade()
    replies = iter(ask([(case.name, turn.ask) for case in cases for turn in case.turns]))
    for case in cases:
        _add(grade, case, [next(replies) for _turn in case.turns], ledger)
    return grade


def _add(grade: Grade, case: Case, replies: Sequence[Reply], ledger: Ledger) -> None:
    pairs = list(zip(case.turns, replies, strict=True))
    wrong = [(turn, reply) for turn, reply in pairs if faults(turn, reply)]
    misstated = any(own_amounts(turn.ask, reply) for turn, reply in wrong)
    for tag in ("", *case.tags):
        grade.cases[tag] += 1
        grade.right[tag] += not wrong
        grade.misstated[tag] += misstated
    grade.unfounded += [f"{case.name}: {why}" for turn, reply in pairs for why in ledger.wrong(turn.ask, reply)]
