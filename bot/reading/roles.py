"""The role of every character of a question: used, filler, or unused and therefore named in the reply."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from bot.language.meanings import Mark
from bot.reading.parse import Parse, is_filler


class Role(StrEnum):
    """What a span does for the answer."""

    USED = "used"
    FILLER = "filler"
    UNUSED = "unused"


class Span(Struct, frozen=True):
    """A span [start, end) of the question as typed; the spans of a question cover it without gap or overlap."""

    start: int
    end: int
    role: Role
    rule: str


def spans_of(said: Parse, served: Sequence[str], idle: tuple[type, ...]) -> tuple[Span, ...]:
    """Every character of the question with its role, in spans without gap or overlap.

    `served`: leftover words that were of use after all; `idle`: kinds of meanings that were not.
    """
    length = len(said.said.text)
    marks: list[tuple[Role, str]] = [(Role.FILLER, "space")] * length
    for token in said.said.tokens:
        if token.text.strip():
            found = (Role.UNUSED, "none") if _word(token.text) else (Role.FILLER, "sign")
            marks[token.start : token.end] = [found] * (token.end - token.start)
    for proposal in said.cover:
        beside = isinstance(proposal.meaning, idle) or proposal.meaning in (Mark.ELSEWHERE, Mark.COMMANDED)
        unused = beside and said.said.text[proposal.start : proposal.end] not in served
        role = Role.FILLER if is_filler(proposal) else Role.UNUSED if unused else Role.USED
        marks[proposal.start : proposal.end] = [(role, proposal.rule)] * (proposal.end - proposal.start)
    for leftover in said.leftovers:
        found = (Role.USED, "finding") if leftover.text in served else (Role.UNUSED, "none")
        marks[leftover.start : leftover.end] = [found] * (leftover.end - leftover.start)
    return tuple(_runs(said, marks))


def _word(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _runs(said: Parse, marks: Sequence[tuple[Role, str]]) -> list[Span]:
    """The roles of normalised characters as spans of the question as typed."""
    spans: list[Span] = []
    for place, (role, rule) in enumerate(marks):
        start, end = said.normal.original(place, place + 1)
        if start == end:
            continue  # one typed character that became several
        last = spans[-1] if spans else None
        if last and (last.role, last.rule) == (role, rule) and last.end == start:
            spans[-1] = replace(last, end=end)
        elif not last or start >= last.end:
            spans.append(Span(start, end, role, rule))
    return spans
