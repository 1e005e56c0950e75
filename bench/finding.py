"""Finding a unit's project in a question: recall and time of the name index beside other engines, interleaved in one process.

python -m bench.finding [PAIRS…]

The questions are made from a seed that nothing was tuned on.  What is measured is `NameIndex.search`, which ranks units' projects;
understanding asks `NameIndex.propose`, which stands on the same look-up and alignment and must know all that is meant.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bench.corpus import Question, pairs, questions
from bench.names import DEPTHS, percentile, resident_mb
from bench.rivals import Engine, FullText, Ours, Scan

SIZES = (500, 1_000, 100_000)
ALL_SIZES = (*SIZES, 1_000_000)
ASKED = 1_000
_SEED = 20261126  # held out: development used 1
_SCANNED = {500: 300, 1_000: 300, 100_000: 40, 1_000_000: 10}  # questions that the scan is asked, as it takes its time
_WANTED = {1_000: ".98 / .995", 100_000: ".955 / .99"}


@dataclass
class Result:
    """What an engine found, and how long it took."""

    seconds: list[float] = field(default_factory=list)
    hits: dict[int, list[bool]] = field(default_factory=lambda: defaultdict(list))
    by_kind: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))  # at depth 1


def compare(count: int) -> list[str]:
    """One size: its lines of the table."""
    corpus = pairs(count, _SEED)
    asked = questions(corpus, ASKED, _SEED)
    named = [(pair.unit.name, pair.project.name) for pair in corpus]
    before = resident_mb()
    engines: list[tuple[Engine, float, float]] = []
    makers: tuple[Callable[[Sequence[tuple[str, str]]], Engine], ...] = (Ours, Scan, FullText)
    for make in makers:
        started = time.perf_counter()
        engine = make(named)
        now = resident_mb()
        engines.append((engine, time.perf_counter() - started, now - before))
        before = now
    results = {engine.name: Result() for engine, _seconds, _mb in engines}
    for number, question in enumerate(asked):
        gold = {named[n] for n in question.gold}
        for engine, _seconds, _mb in engines:
            if engine.name != Scan.name or number < _SCANNED.get(count, 50):
                _ask(engine, question, gold, results[engine.name])
    return [_line(count, engine.name, results, seconds, mb) for engine, seconds, mb in engines]


def _ask(engine: Engine, question: Question, gold: set[tuple[str, str]], result: Result) -> None:
    started = time.perf_counter()
    found = engine.search(question.text, max(DEPTHS))
    result.seconds.append(time.perf_counter() - started)
    for depth in DEPTHS:
        result.hits[depth].append(not gold.isdisjoint(found[:depth]))
    result.by_kind[question.kind].append(result.hits[DEPTHS[0]][-1])


def _line(count: int, name: str, results: dict[str, Result], built: float, megabytes: float) -> str:
    result = results[name]
    recall = " / ".join(f"{sum(result.hits[depth]) / len(result.hits[depth]):.3f}" for depth in DEPTHS)
    p50, p99 = (percentile(result.seconds, share) * 1e3 for share in (0.5, 0.99))
    ratio = percentile(results[Scan.name].seconds, 0.5) * 1e3 / p50
    wanted = _WANTED.get(count, "") if name == Ours.name else ""
    return f"| {count:,} | {name} | {recall} | {wanted} | {p50:.2f} / {p99:.2f} ms | {ratio:.1f} × | {built:.1f} s | {megabytes:.0f} MB |"


def table(sizes: Sequence[int] = SIZES) -> list[str]:
    """The measurements as lines of a Markdown table."""
    head = "| pairs | engine | R@1 / R@10 | wanted | p50 / p99 | as fast as the scan | built in | memory grows by |"
    return [head, "| --- | --- | --- | --- | --- | --- | --- | --- |", *(line for size in sizes for line in compare(size))]


if __name__ == "__main__":
    print("\n".join(table([int(size) for size in sys.argv[1:]] or SIZES)))
