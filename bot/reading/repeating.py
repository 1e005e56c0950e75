"""Names that share words with one another in one question, of which the index finds the best alone.

“柳渡镇保洁经费占全部保洁经费的比例” says one name twice; “养护经费占养护站预算的比例” begins two names alike.
"""

from collections.abc import Iterator, Sequence

from bot.language.meanings import Except, Mark, Proposal, Utterance
from bot.language.patterns import Pattern
from store.names import Kind, Match, Names, Token, Wanted

_LISTING = frozenset("和与跟同及比、")
_PHASE = Pattern(r"[一二三四五六七八九十\d]\s*(?:期|批|标段|阶段)")
_LEAVES_OUT, _COMMAS = (Except.BEFORE, Except.AFTER, Except.EITHER), ",，。;；"
_LEAST = 3  # tokens: a shorter piece of a name may also be a word


def said_again(said: Utterance, cover: Sequence[Proposal], matches: Sequence[Match]) -> list[Match]:
    """The names that are meant, at the other places where the same words stand."""
    meant = [p.meaning for p in cover if isinstance(p.meaning, Match) and len(p.meaning.tokens) >= _LEAST]
    return [
        again
        for match in meant
        for offset in _elsewhere(said, match, meant)
        for rival in matches
        if (rival.start, rival.end, rival.type) == (match.start, match.end, match.type)
        if (again := _moved(said, rival, offset)) is not None
    ]


def beside_others(tokens: Sequence[Token], cover: Sequence[Proposal], names: Names, wanted: Wanted) -> Iterator[Match]:
    """The names on each side of 占 or 比, of what leaves something out, phases (“一期和二期”), and what is listed beside a name
    (“人民医院和二院”: 第二人民医院 shares more with the former), as if what is beside were not said.

    Of these those that are wanted.
    """
    at = next((p for p in cover if p.meaning in (Mark.SHARE, Mark.COMPARED)), None)
    if at is not None and any(p.start >= at.end and p.meaning is not Mark.FILLER for p in cover):
        for start, end in ((0, at.start), (at.end, tokens[-1].end)):
            yield from names.propose([t if start <= t.start < end else _hidden(t) for t in tokens], wanted)
    for opener in (p for p in cover if p.meaning in _LEAVES_OUT):
        clause = max((t.end for t in tokens if t.end <= opener.start and t.text in _COMMAS), default=0)
        for start, end in ((clause, opener.start), (opener.end, tokens[-1].end)):
            yield from names.propose([t if start <= t.start < end else _hidden(t) for t in tokens], wanted)
    named = [p for p in cover if isinstance(p.meaning, Match)]
    rest = [t if not any(p.start <= t.start < p.end for p in named) else _hidden(t) for t in tokens]
    if named and (_PHASE.search("".join(t.text for t in rest)) or _is_listed(tokens, cover, named)):
        yield from names.propose(rest, wanted)


def _is_listed(tokens: Sequence[Token], cover: Sequence[Proposal], named: Sequence[Proposal]) -> bool:
    """Whether words that nothing explains stand in one list with a name."""
    unexplained = [not any(p.start <= t.start < p.end for p in cover) for t in tokens]
    of_names = [any(p.start <= t.start < p.end for p in named) for t in tokens]
    return any(
        token.text in _LISTING and ((of_names[i - 1] and unexplained[i + 1]) or (unexplained[i - 1] and of_names[i + 1]))
        for i, token in enumerate(tokens[1:-1], 1)
    )


def _hidden(token: Token) -> Token:
    return token._replace(kind=Kind.SIGN, text=" ")


def _elsewhere(said: Utterance, match: Match, meant: Sequence[Match]) -> Iterator[int]:
    """How far from the match the same words stand, where no other name is said."""
    words = said.text[match.start : match.end]
    start = said.text.find(words)
    while start >= 0:
        if not any(m.start < start + len(words) and start < m.end for m in meant):
            yield start - match.start
        start = said.text.find(words, start + 1)


def _moved(said: Utterance, match: Match, offset: int) -> Match | None:
    """The match so many characters further on, if the words there are divided in the same way."""
    places = {token.start: number for number, token in enumerate(said.tokens)}
    tokens = [places.get(said.tokens[number].start + offset) for number in match.tokens]
    found = frozenset(number for number in tokens if number is not None)
    if len(found) < len(match.tokens):
        return None
    return match._replace(start=match.start + offset, end=match.end + offset, tokens=found)
