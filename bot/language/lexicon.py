"""Finds the phrases of a word list in a question, typed in characters, in pinyin, or with a homophone in them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, product

from bot.language.meanings import Meaning, Proposal, Utterance
from store.names import Token, tokenize, ways_to_type
from store.names.tokens import EXACT, HOMOPHONE, TYPED, likeness
from store.text import normalized

_BEGINNING = 2  # tokens by which phrases are looked up: far fewer begin with the same two than with the same one
_Beginning = tuple[str, ...]
_HOMOPHONE_TOLL = 0.6  # a phrase with a wrong character in it loses against any that is right


class Lexicon:
    """Phrases and what each means; the longest phrase at a place wins in the cover, as it explains most."""

    def __init__(self, rule: str, phrases: Mapping[Meaning, Sequence[str]], *, homophones: bool = True) -> None:
        self.rule = rule
        self._homophones = homophones
        # how a phrase's first two tokens may be typed → the phrases
        self._phrases: dict[_Beginning, list[tuple[tuple[Token, ...], Meaning]]] = defaultdict(list)
        for meaning, listed in phrases.items():
            for phrase in listed:
                tokens = _phrase(phrase)
                for beginning in product(*map(ways_to_type, tokens[:_BEGINNING])):
                    self._phrases[beginning].append((tokens, meaning))

    def propose(self, said: Utterance) -> Iterator[Proposal]:
        """Every place where a phrase stands; white space between pinyin syllables is passed over."""
        tokens = said.without_spaces
        ways = [ways_to_type(token) for token in tokens]
        for start, first in enumerate(ways):
            second = ways[start + 1] if start + 1 < len(ways) else ()
            beginnings = chain(((one,) for one in first), product(first, second))
            listed = (phrases for beginning in beginnings if (phrases := self._phrases.get(beginning)))
            standing = (self._standing(tokens, start, *phrase) for phrases in listed for phrase in phrases)
            yield from dict.fromkeys(proposal for proposal in standing if proposal)

    def _standing(self, tokens: Sequence[Token], start: int, phrase: Sequence[Token], meaning: Meaning) -> Proposal | None:
        """The phrase, if it stands there."""
        window = tokens[start : start + len(phrase)]
        value = self._value(window, phrase) if len(window) == len(phrase) else 0.0
        return Proposal(window[0].start, window[-1].end, self.rule, meaning, value) if value else None

    def _value(self, window: Sequence[Token], phrase: Sequence[Token]) -> float:
        likes, wrong = [], 0
        for asked, named in zip(window, phrase, strict=True):
            like = EXACT if asked.text == named.text else likeness(asked, named)
            if like < HOMOPHONE:
                return 0.0
            wrong += like < TYPED
            likes.append(like)
        if not wrong:
            return sum(likes) + wordiness(len(likes))
        if not self._homophones or len(likes) < 2 or wrong > 1 or wrong == len(likes):
            return 0.0
        return sum(likes) - _HOMOPHONE_TOLL


def wordiness(length: int) -> float:
    """What a span is worth beyond its tokens: one long phrase explains more than the short ones it is made of."""
    return 0.03 * length * length


@lru_cache(maxsize=4096)
def _phrase(phrase: str) -> tuple[Token, ...]:
    return tokenize(normalized(phrase))
