"""Every rule that a finding can name (规则): its weight, a short title, what it means and what to do; the data stand in rules.tsv.

A test reads the sources: whatever can be said is here, and nothing else.
"""

from functools import cache
from importlib.resources import files

from store.model import Record, Severity


class Rule(Record):
    """One rule, as people read it; some have several weights, by what was found."""

    name: str
    severities: frozenset[Severity]
    weight: str  # the severities in words
    title: str
    means: str
    to_do: str


@cache
def rules() -> tuple[Rule, ...]:
    """All rules: those of files first, then of tables, then of what they say."""
    return tuple(_rule(line) for line in (files("seed") / "rules.tsv").read_text(encoding="utf-8").splitlines())


def _rule(line: str) -> Rule:
    name, weight, title, means, to_do = line.split("\t")
    severities = frozenset(one for one in Severity if one.in_words in weight.split("、"))
    return Rule(name=name, severities=severities, weight=weight, title=title, means=means, to_do=to_do)
