"""问效 beside what a user of rapidfuzz would write in an afternoon, on the same questions in one run.

python -m bench.baseline [FOLDER…]    each with documents, cases.jsonl and gold.jsonl; without any, those of tests/questions

The few lines: the name that `process.extractOne` finds most like the question, and a keyword for the field; they read the records
themselves, so that no reading of documents is held against them.  “Misstated” are cases with a wrong reply that states an amount of money:
what a person would take for the answer.
"""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from bench.corpora import Asking, Grade, Reply, asking, corpora, graded, loaded

_LEAST = 50.0  # of likeness: less is no name


def naive(records: Sequence[Mapping[str, Any]]) -> Asking:
    """The few lines."""
    names = list(dict.fromkeys(record["project"] for record in records))

    def answer(question: str) -> Reply:
        found = process.extractOne(question, names, scorer=fuzz.WRatio, score_cutoff=_LEAST)
        if found is None:
            return {"kind": "not_found", "text": "没有找到。"}
        year = re.search(r"20\d\d", question)
        rows = [row for row in records if row["project"] == found[0] and (not year or row["year"] == int(year[0]))]
        if not rows:
            return {"kind": "not_found", "text": f"没有{found[0]}{year[0] if year else ''}年的数据。"}
        newest = max(row["year"] for row in rows)
        return {"kind": "answer", "text": "\n".join(_line(question, row) for row in rows if row["year"] == newest)}

    return lambda questions: [answer(text) for _chat, text in questions]


def _line(question: str, row: Mapping[str, Any]) -> str:
    whose = f"{row['unit']}{row['project']}{row['year']}年"
    if "目标" in question:
        return f"{whose}目标：{'；'.join(goal['text'] for goal in row['goals'])}"
    if re.search("指标|率|满意度", question):
        return f"{whose}指标：{'；'.join(i['name'] + i['value'] for i in row['indicators'])}"
    kind = "carryover" if "结转" in question else "fiscal" if "财政拨款" in question else "total"
    amounts = [a["yuan"] for a in row["amounts"] if (a["kind"], a["horizon"]) == (kind, "annual")]
    return f"{whose}预算：{float(amounts[0]) / 10_000:g}万元" if amounts else f"{whose}没有这一项"


def table(folders: Sequence[Path] = (), every: int = 1) -> list[str]:
    """The measurements as lines of Markdown tables, a table a corpus, of which every so many-th case is asked."""
    return [line for folder in folders or corpora() for line in _compared(folder, every)]


def _compared(folder: Path, every: int) -> list[str]:
    records = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()]
    theirs = graded(folder, naive(records), every)
    with loaded(folder) as bot:
        ours = graded(folder, asking(bot), every)
    tags = sorted(ours.cases, key=lambda tag: (bool(tag), -ours.cases[tag], tag))
    return [
        f"{folder.name}: {ours.cases['']} cases; figures of 问效 that no record holds: {len(ours.unfounded)}.",
        "",
        "| tag | cases | rapidfuzz: right | misstated | 问效: right | misstated |",
        "| --- | --- | --- | --- | --- | --- |",
        *(f"| {tag or 'all'} | {ours.cases[tag]} | {_share(theirs, tag)} | {_share(ours, tag)} |" for tag in tags),
        "",
    ]


def _share(grade: Grade, tag: str) -> str:
    return f"{grade.right[tag] / grade.cases[tag]:.1%} | {grade.misstated[tag]}"


if __name__ == "__main__":
    print("\n".join(table([Path(folder) for folder in sys.argv[1:]])))
