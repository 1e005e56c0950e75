"""Finds the phrases of a word list in a question, typed in characters, in pinyin, or with a homophone in them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.language.meanings import Meaning, Proposal, Utterance
from store.names import Kind, Token, tokenize, ways_to_type
from store.names.tokens import EXACT, HOMOPHONE, TYPED, likeness
from store.text import normalized

_HOMOPHONE_TOLL = 0.6  # a phrase with a wrong character in it loses against any that is right


class Lexicon:
    """Phrases and what each means; the longest phrase at a place wins in the cover, as it explains most."""

    def __init__(self, rule: str, phrases: Mapping[Meaning, Sequence[str]], *, homophones: bool = True) -> None:
        self.rule = rule
        self._homophones = homophones
        # how a phrase's first token may be typed → its length → the phrases
        self._phrases: dict[str, dict[int, list[tuple[tuple[Token, ...], Meaning]]]] = defaultdict(lambda: defaultdict(list))
        for meaning, listed in phrases.items():
            for phrase in listed:
                tokens = _phrase(phrase)
                for way in ways_to_type(tokens[0]):
                    self._phrases[way][len(tokens)].append((tokens, meaning))

    def propose(self, said: Utterance) -> Iterator[Proposal]:
        """Every place where a phrase stands."""
        for start, token in enumerate(said.tokens):
            found = (pair for way in ways_to_type(token) if way in self._phrases for pair in self._phrases[way].items())
            yield from dict.fromkeys(p for length, phrases in found for p in self._standing(said, start, length, phrases))

    def _standing(
        self, said: Utterance, start: int, length: int, phrases: Sequence[tuple[tuple[Token, ...], Meaning]]
    ) -> Iterator[Proposal]:
        """Those of the phrases of one length that stand there."""
        window = _window(said.tokens, start, length)
        if window is None:
            return
        for phrase, meaning in phrases:
            value = self._value(window, phrase)
            if value:
                yield Proposal(window[0].start, window[-1].end, self.rule, meaning, value)

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


def _window(tokens: Sequence[Token], start: int, length: int) -> tuple[Token, ...] | None:
    """`length` tokens from `start`, white space between pinyin syllables passed over."""
    window: list[Token] = []
    for token in tokens[start:]:
        if token.kind is Kind.SIGN and token.text.isspace():
            if not window:
                return None
            continue
        window.append(token)
        if len(window) == length:
            return tuple(window)
    return None
