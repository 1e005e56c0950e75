"""What `make bench` measures with is itself right: small versions of it, without a clock."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.corpus import KINDS, main, pairs, questions
from bench.filling import fill
from bot.app import conversation_of
from bot.chat import Incoming
from store.database import Store
from store.targets import everything

ROOT = Path(__file__).parents[1]
NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)


def test_the_corpus_depends_on_its_seed_alone() -> None:
    """The same seed makes the same names and questions, another one others."""
    corpus = pairs(300, seed=7)

    assert corpus == pairs(300, seed=7) != pairs(300, seed=8)
    assert questions(corpus, 50, seed=7) == questions(corpus, 50, seed=7) != questions(corpus, 50, seed=8)


def test_every_kind_of_noise_is_asked_and_its_gold_is_the_pair() -> None:
    """A question's gold ids carry the names that it was made from; the exact one holds them."""
    corpus = pairs(300, seed=7)
    asked = questions(corpus, 2 * len(KINDS), seed=7)

    assert set(KINDS) == {question.kind for question in asked}
    for question in (q for q in asked if q.kind == "exact"):
        assert all(corpus[n].unit.name in question.text and corpus[n].project.name in question.text for n in question.gold)


def test_names_are_scored_on_the_files_that_are_given(tmp_path: Path) -> None:
    """The JSON has the shape that others rely on, and the index finds what it must."""
    main(["400", str(tmp_path), "7"])
    given = ["--corpus", tmp_path / "names.jsonl", "--questions", tmp_path / "questions.jsonl", "--json"]
    said = subprocess.run([sys.executable, ROOT / "bench" / "names.py", *given], capture_output=True, check=True, cwd=tmp_path)
    found = json.loads(said.stdout)

    assert {"recall@1", "recall@10", "p50_ms", "p99_ms", "build_s", "mb"} <= set(found)
    assert {"all", *KINDS} == set(found["recall@1"]) == set(found["recall@10"])
    assert found["recall@1"]["all"] >= 0.98
    assert found["recall@10"]["all"] >= 0.995


def test_a_filled_store_answers(store: Store) -> None:
    """Every pair is a target, and a question about one is answered with its amount."""
    corpus = pairs(60, seed=2)
    fill(store, corpus)
    views = {(view.target.unit, view.target.project): view for view in everything(store)}
    unit, project = corpus[0].unit.name, corpus[0].project.name
    reply = conversation_of(store).reply(Incoming("a", "b", f"{unit}{project}多少钱", NOON), keep=False)

    assert {(pair.unit.name, pair.project.name) for pair in corpus} == set(views)
    total = views[unit, project].target.fundings[0].yuan / 10_000
    assert f"{total.normalize():f} 万元" in reply.text
