"""How well and how fast the name index finds units' projects in questions, on data of your own.

python bench/names.py --corpus NAMES.jsonl --questions QUESTIONS.jsonl [--json]

NAMES.jsonl:      {"id": …, "unit": "…", "project": "…"} a line
QUESTIONS.jsonl:  {"text": "…", "gold": [ids], "class": "…"} a line

The recall at k is the share of the questions with one of the gold ids among the first k found.  `build_s` is what building the index
takes, `mb` what the process grows by while it does; `load_s` is what loading its snapshot takes, `add_ms` and `remove_ms` what an index
takes that follows with a thousand pairs more, or the first thousand less: the best of three.
"""

import argparse
import gc
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store.names import NameIndex, NameType
from store.names.snapshot import Origin, load, save

DEPTHS = (1, 10)


@dataclass(frozen=True)
class Asked:
    """A question, the ids that it means, and its kind of noise."""

    text: str
    gold: frozenset[Any]
    kind: str


@dataclass(frozen=True)
class Score:
    """What was measured; `recall` by depth and kind, "all" among them."""

    recall: dict[int, dict[str, float]]
    p50_ms: float
    p99_ms: float
    build_s: float
    mb: float
    load_s: float
    add_ms: float
    remove_ms: float

    def as_json(self) -> dict[str, Any]:
        """The same, as others' scripts read it."""
        recall = {f"recall@{depth}": {kind: round(share, 4) for kind, share in of.items()} for depth, of in self.recall.items()}
        times = {"p50_ms": round(self.p50_ms, 3), "p99_ms": round(self.p99_ms, 3), "build_s": round(self.build_s, 3)}
        changes = {name: round(getattr(self, name), 3) for name in ("load_s", "add_ms", "remove_ms")}
        return {**recall, **times, "mb": round(self.mb, 1), **changes}


def index_of(pairs: Sequence[tuple[str, str]]) -> NameIndex:
    """The index of these units' projects."""
    names = {NameType.UNIT: (unit for unit, _ in pairs), NameType.PROJECT: (project for _, project in pairs)}
    return NameIndex(names, pairs)


def score(ids: Sequence[Any], pairs: Sequence[tuple[str, str]], questions: Sequence[Asked]) -> Score:
    """Builds the index and asks it every question, once to warm up and once for the clock."""
    gc.collect()
    before, started = resident_mb(), time.perf_counter()
    index = index_of(pairs)
    built = time.perf_counter() - started
    gc.collect()
    grown = resident_mb() - before
    ids_of: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for number, pair in zip(ids, pairs, strict=True):
        ids_of[pair].append(number)
    hits: dict[int, dict[str, list[bool]]] = {depth: defaultdict(list) for depth in DEPTHS}
    taken = []
    for asked in questions[:50]:
        index.search(asked.text, max(DEPTHS))
    for asked in questions:
        started = time.perf_counter()
        found = index.search(asked.text, max(DEPTHS))
        taken.append(time.perf_counter() - started)
        for depth in DEPTHS:
            hit = any(not asked.gold.isdisjoint(ids_of[h.unit, h.project]) for h in found[:depth])
            hits[depth]["all"].append(hit)
            hits[depth][asked.kind].append(hit)
    recall = {depth: {kind: sum(of) / len(of) for kind, of in kinds.items()} for depth, kinds in hits.items()}
    added, removed = (best_of(3, change) * 1e3 for change in (lambda: more(index), lambda: less(index, pairs[:1000])))
    p50, p99 = (percentile(taken, share) * 1e3 for share in (0.5, 0.99))
    return Score(recall, p50, p99, built, grown, loading(index), added, removed)


def more(index: NameIndex) -> NameIndex:
    """The index with a thousand projects more, in a hundred units."""
    pairs = [(f"新渡乡第{n % 100}管理站", f"新渡乡{n}号渠道修缮专项经费（第二批）") for n in range(1000)]
    return index.changed(
        {NameType.UNIT: {unit for unit, _ in pairs}, NameType.PROJECT: [project for _, project in pairs]}, {}, pairs
    )


def less(index: NameIndex, pairs: Sequence[tuple[str, str]]) -> NameIndex:
    """The index without these projects."""
    return index.changed({}, {NameType.PROJECT: {project for _, project in pairs}}, (), pairs)


def loading(index: NameIndex) -> float:
    """The seconds that loading the index from a file takes."""
    with tempfile.TemporaryDirectory() as folder:
        path, origin = Path(folder) / "names", Origin(1, "bench")
        save(path, origin, index)
        return best_of(3, lambda: load(path, origin))


def best_of(times: int, do: Callable[[], object]) -> float:
    """The seconds that the quickest of several times takes."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        do()
        taken.append(time.perf_counter() - started)
    return min(taken)


def percentile(values: Iterable[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def resident_mb() -> float:
    """What the process holds in memory."""
    fields = (line.split() for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines())
    return next(int(field[1]) for field in fields if field[0] == "VmRSS:") / 1024


def _lines(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def main(arguments: Sequence[str]) -> None:
    """Scores the index on the two files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    rows = list(_lines(given.corpus))
    ids, pairs = [row["id"] for row in rows], [(row["unit"], row["project"]) for row in rows]
    del rows
    asked = [Asked(row["text"], frozenset(row["gold"]), row.get("class", "")) for row in _lines(given.questions)]
    found = score(ids, pairs, asked).as_json()
    if given.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        for name, value in found.items():
            print(f"{name}\t{json.dumps(value, ensure_ascii=False)}")


if __name__ == "__main__":
    main(sys.argv[1:])
