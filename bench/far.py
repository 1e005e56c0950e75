"""Projects by what words mean: how often the right one is among those offered, what is offered where nothing is meant, what it costs.

python -m bench.far

`far_names.tsv` holds a project's name and phrases that mean it a line, `far_none.txt` phrases that mean none of them.  The odd lines of
each are what the bounds in `bot/described/far.py` were chosen on, the even lines are what is reported.
"""

import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from bench.corpus import Named, Pair, pairs
from bench.filling import fill
from bench.names import resident_mb
from bot.app import INTENTS
from bot.chat import Incoming
from bot.conversation import Conversation
from bot.described.far import LIKE, MOST, FarNames, offered
from store.database import Store, open_store
from store.names import embedding
from store.names.senses import Near, Senses, made

_HERE = Path(__file__).parent
_LIKES = (0.84, 0.85, 0.86, 0.87, 0.88, 0.89, 0.90)
_MARGINS = (0.0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08)
_ASKED = "多少钱"
_UNITS = ("卫生健康委员会", "教育局", "农业农村局", "民政局", "交通运输局", "水利局")
_TIMED, _PROVINCE = 500, 100_000


@dataclass(frozen=True)
class Asked:
    """A phrase, the project that it means if any, and the names that come nearest."""

    text: str
    meant: str | None
    near: tuple[Near, ...]

    @property
    def margin(self) -> float:
        """By how much the nearest is before the next."""
        return self.near[0].likeness - self.near[1].likeness


def halves(more: Sequence[str] = ()) -> tuple[list[Asked], list[Asked]]:
    """The phrases to choose by and those to report, asked of the names of the list and of `more` of them."""
    rows = [line.split("\t") for line in (_HERE / "far_names.tsv").read_text(encoding="utf-8").splitlines()]
    none = (_HERE / "far_none.txt").read_text(encoding="utf-8").splitlines()
    senses = Senses.none().joined(list(made({*(row[0] for row in rows), *more}, embedding.of_names)))

    def asked(text: str, meant: str | None) -> Asked:
        return Asked(text, meant, tuple(senses.near(embedding.of_phrase(text), MOST)))

    def half(first: int) -> list[Asked]:
        said = [asked(text, name) for name, *texts in rows[first::2] for text in texts]
        return said + [asked(text, None) for text in none[first::2]]

    return half(0), half(1)


def table() -> list[str]:
    """The measurements as lines of Markdown tables."""
    chosen, reported = halves()
    among = halves(sorted({pair.project.name for pair in pairs(1_000, seed=2)}))[1]
    means, none = _parted(reported)
    return [
        f"{len(means)} phrases that mean one of 120 names, {len(none)} that mean none; as many to choose by.",
        "",
        "| offered from likeness | chosen by: right among those offered, offered for nothing | reported | reported, among 1,000 names more |",
        "| --- | --- | --- | --- |",
        *(_offering(like, chosen, reported, among) for like in _LIKES),
        "",
        f"`bot/described/far.py` offers from {LIKE}.",
        "",
        "| answered from margin | chosen by: right, wrong | reported: right, wrong |",
        "| --- | --- | --- |",
        *(_answering(margin, chosen, reported) for margin in _MARGINS),
        "",
        *_in_replies(),
        "",
        *_costs(),
    ]


def _parted(asked: Sequence[Asked]) -> tuple[list[Asked], list[Asked]]:
    return [one for one in asked if one.meant], [one for one in asked if not one.meant]


def _offering(like: float, *halves: Sequence[Asked]) -> str:
    return f"| {like:.2f}{' (chosen)' if like == LIKE else ''} | {' | '.join(_offered(like, half) for half in halves)} |"


def _offered(like: float, asked: Sequence[Asked]) -> str:
    means, none = _parted(asked)
    right = sum(any(near.name == one.meant for near in offered(one.near, like)) for one in means)
    return f"{right / len(means):.0%}, {sum(bool(offered(one.near, like)) for one in none) / len(none):.0%}"


def _answering(margin: float, *halves: Sequence[Asked]) -> str:
    return f"| {margin:.2f} | {' | '.join(_answered(margin, half) for half in halves)} |"


def _answered(margin: float, asked: Sequence[Asked]) -> str:
    """What would be stated, were the nearest answered where it is so far before the next."""
    sure = [one for one in asked if one.near[0].likeness >= LIKE and one.margin >= margin]
    right = sum(one.near[0].name == one.meant for one in sure)
    return f"{right / len(_parted(asked)[0]):.0%}, {len(sure) - right}"


def _in_replies() -> list[str]:
    """What comes of it in whole replies: each phrase asked with “多少钱”, of a store with the names of the list."""
    with tempfile.TemporaryDirectory(prefix="wx") as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'store.db'}")
        names = [line.split("\t")[0] for line in (_HERE / "far_names.tsv").read_text(encoding="utf-8").splitlines()]
        fill(store, [Pair(n, Named(("青禾县", _UNITS[n % len(_UNITS)])), Named((name,))) for n, name in enumerate(names)])
        said = [_replied(name, store, far) for name, far in (("letters alone", None), ("and meanings", FarNames()))]
        store.close()
    return [
        f"Each phrase with “{_ASKED}”, asked of a store of these names:",
        "",
        "| by | the right name is offered | figures of another project | where nothing is meant: offered, figures |",
        "| --- | --- | --- | --- |",
        *said,
    ]


def _replied(by: str, store: Store, far: FarNames | None) -> str:
    bot = Conversation(store, INTENTS, far=far)
    texts = [line.split("\t") for line in (_HERE / "far_names.tsv").read_text(encoding="utf-8").splitlines()]
    replies = [(name, bot.reply(_said(text), keep=False)) for name, *of_name in texts for text in of_name]
    nothing = [bot.reply(_said(text), keep=False) for text in (_HERE / "far_none.txt").read_text(encoding="utf-8").splitlines()]
    right = sum(any(name in choice for choice in reply.choices) for name, reply in replies)
    other = sum(any(fact["project"] not in (name, None) and fact["yuan"] for fact in reply.facts) for name, reply in replies)
    figures = sum(any(fact["yuan"] for fact in reply.facts) for reply in nothing)
    offered_for_nothing = sum(bool(reply.choices) for reply in nothing)
    return f"| {by} | {right} of {len(replies)} | {other} | {offered_for_nothing} of {len(nothing)}, {figures} |"


def _said(text: str) -> Incoming:
    return Incoming("bench", "bench", f"{text}{_ASKED}", datetime(2026, 6, 1, tzinfo=UTC))


def _costs() -> list[str]:
    names = sorted({pair.project.name for pair in pairs(4 * _TIMED, seed=4)})[:_TIMED]
    started = time.perf_counter()
    embedding.of_names(names)
    a_name = (time.perf_counter() - started) / len(names)
    phrase, a_phrase = _timed(names[0])
    before = resident_mb()
    province = _province(len(phrase))
    grown = resident_mb() - before
    started = time.perf_counter()
    province.near(phrase, MOST)
    a_look = time.perf_counter() - started
    return [
        "| what | cost |",
        "| --- | --- |",
        f"| a name, once | {a_name * 1e3:.0f} ms of one thread |",
        f"| {_PROVINCE:,} names, once, in the background | {a_name * _PROVINCE / 60:.0f} min of one thread |",
        f"| their vectors in memory, and in the file | {grown:.0f} MB, {province.steps.nbytes / 1e6:.0f} MB |",
        f"| a phrase that no letters explain | {a_phrase * 1e3:.0f} ms |",
        f"| and its comparison with {_PROVINCE:,} names | {a_look * 1e3:.0f} ms |",
    ]


def _timed(text: str) -> tuple[embedding.Vectors, float]:
    taken = []
    for _ in range(20):
        started = time.perf_counter()
        phrase = embedding.of_phrase.__wrapped__(text)  # not the one that is kept from before
        taken.append(time.perf_counter() - started)
    return phrase, sorted(taken)[len(taken) // 2]


def _province(width: int) -> Senses:
    """Vectors of so many names; what they hold does not matter to how long it takes."""
    steps = np.random.default_rng(1).integers(-127, 128, (_PROVINCE, width), np.int8)
    return Senses(tuple(f"{n:06}" for n in range(_PROVINCE)), steps, np.full(_PROVINCE, 0.001, np.float32))


if __name__ == "__main__":
    print("\n".join(table()))
