"""What the name index is measured against: other ways to find a unit's project in a question, each as its manual shows."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Protocol

import tantivy
from rapidfuzz import fuzz, process

from bench.names import index_of
from store.text import fold


class Engine(Protocol):
    """Finds pairs by a question."""

    name: str

    def search(self, text: str, limit: int) -> list[tuple[str, str]]:
        """The (unit, project) pairs that fit best, the best first."""


class Ours:
    """The name index."""

    name = "ours"

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._index = index_of(pairs)

    def search(self, text: str, limit: int) -> list[tuple[str, str]]:
        """What the index finds."""
        return [(hit.unit, hit.project) for hit in self._index.search(text, limit)]


class Scan:
    """rapidfuzz compares the question with every name: unit and project as one."""

    name = "rapidfuzz WRatio scan"

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._pairs = pairs
        self._names = [unit + project for unit, project in pairs]

    def search(self, text: str, limit: int) -> list[tuple[str, str]]:
        """The names with the highest scores."""
        found = process.extract(text, self._names, scorer=fuzz.WRatio, limit=limit)
        return [self._pairs[number] for _name, _score, number in found]


class FullText:
    """tantivy ranks documents of character bigrams with BM25."""

    name = "tantivy, character bigrams"

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._pairs = pairs
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("bigrams", tokenizer_name="whitespace")
        builder.add_integer_field("number", stored=True, indexed=False)
        self._index: Any = tantivy.Index(builder.build())
        writer = self._index.writer(heap_size=256_000_000, num_threads=1)
        for number, (unit, project) in enumerate(pairs):
            writer.add_document(tantivy.Document(bigrams=_bigrams(unit + project), number=number))
        writer.commit()
        self._index.reload()
        self._searcher: Any = self._index.searcher()

    def search(self, text: str, limit: int) -> list[tuple[str, str]]:
        """The documents with most of the question's bigrams."""
        query = self._index.parse_query(_bigrams(text), ["bigrams"])
        hits = self._searcher.search(query, limit).hits
        return [self._pairs[self._searcher.doc(address)["number"][0]] for _score, address in hits]


def _bigrams(text: str) -> str:
    letters = re.sub(r"\W", "", fold(text))
    return " ".join(a + b for a, b in pairwise(letters))
