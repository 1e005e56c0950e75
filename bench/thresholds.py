"""What the thresholds of understanding decide: how often a name is answered, offered or refused, and how often wrongly, as each moves.

python -m bench.thresholds

Half of a corpus's projects are in the store, and all are asked for with every kind of noise; nothing may answer a question about one of
the other half, many of which are called almost like one that is there.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from bench.corpus import Pair, Question, pairs, questions
from bench.filling import fill
from bot.app import conversation_of
from bot.chat import Incoming, Reply
from bot.conversation import Conversation
from bot.reading import leftovers, parse
from store.database import open_store
from store.names import saying

_PAIRS, _ASKED, _SEED = 600, 300, 20261127
_DAY = datetime(2026, 3, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Threshold:
    """A number that decides, and what else it might be."""

    title: str
    room: ModuleType
    name: str
    values: tuple[float, ...]


THRESHOLDS = (
    Threshold("score: of a span, what says the name", saying, "_LEAST_SCORE", (0.35, 0.45, 0.55, 0.65, 0.75)),
    Threshold("weight: telling characters that are said", saying, "_LEAST_WEIGHT", (0.6, 0.9, 1.2, 1.6, 2.2)),
    Threshold("margin: less is a tie, of which all are meant", parse, "_TIE", (0.0, 0.15, 0.35, 0.7, 1.2)),
    Threshold("coverage: unexplained words that put a figure in doubt", leftovers, "_SHARE_IN_DOUBT", (0.0, 0.1, 0.2, 0.35, 1.0)),
)


def table() -> list[str]:
    """The curves as lines of a Markdown table; the values in use are marked."""
    corpus = pairs(_PAIRS, _SEED)
    stored = set(sorted({pair.project.name for pair in corpus})[::2])
    here = [pair for pair in corpus if pair.project.name in stored]
    asked = questions(corpus, _ASKED, _SEED)
    lines = [
        "| threshold | value | there: answered | offered | wrong | not there: answered all the same | offered |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    with _bot(here) as bot:
        for threshold in THRESHOLDS:
            lines += [_line(threshold, value, _measured(threshold, value, bot, here, asked)) for value in threshold.values]
    return lines


def _line(threshold: Threshold, value: float, counts: Counter[tuple[bool, str]]) -> str:
    used = " (in use)" if getattr(threshold.room, threshold.name) == value else ""
    of = {there: sum(n for (here, _what), n in counts.items() if here is there) for there in (True, False)}
    columns = ((True, "answered"), (True, "offered"), (True, "wrong"), (False, "wrong"), (False, "offered"))
    shares = " | ".join(f"{counts[there, what] / of[there]:.1%}" for there, what in columns)
    return f"| {threshold.title} | {value}{used} | {shares} |"


def _measured(
    threshold: Threshold, value: float, bot: Conversation, here: Sequence[Pair], asked: Sequence[Question]
) -> Counter[tuple[bool, str]]:
    gold = {pair.id: (pair.unit.name, pair.project.name) for pair in here}
    before = getattr(threshold.room, threshold.name)
    setattr(threshold.room, threshold.name, value)
    try:
        counts: Counter[tuple[bool, str]] = Counter()
        for question in asked:
            wanted = {gold[number] for number in question.gold if number in gold}
            reply = bot.reply(Incoming("bench", "bench", question.text, _DAY), keep=False)
            counts[bool(wanted), _outcome(reply, wanted)] += 1
        return counts
    finally:
        setattr(threshold.room, threshold.name, before)


def _outcome(reply: Reply, wanted: set[tuple[str, str]]) -> str:
    """“answered” with what is stated of the wanted project, “wrong” with only others', “offered” to choose, or “refused”."""
    if reply.kind == "answer":
        return "answered" if wanted & {(fact["unit"], fact["project"]) for fact in reply.facts} else "wrong"
    return "offered" if reply.choices else "refused"


@contextmanager
def _bot(here: Sequence[Pair]) -> Iterator[Conversation]:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'store.db'}")
        try:
            fill(store, here)
            yield conversation_of(store)
        finally:
            store.close()


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
