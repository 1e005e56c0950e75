"""Finds the phrases of a word list in a question, typed in characters, in pinyin, or with a homophone in them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.language.meanings import Meaning, Proposal, Utterance
from store.names import Kind, Token, tokenize
from store.names.tokens import EXACT, HOMOPHONE, TYPED, likeness
from store.text import normalize

_Phrases = dict[int, list[tuple[tuple[Token, ...], Meaning]]]  # by their length in tokens
_HOMOPHONE_TOLL = 0.6  # a phrase with a wrong character in it loses against any that is right


class Lexicon:
    """Phrases and what each means; the longest phrase at a place wins in the cover, as it explains most."""

    def __init__(self, rule: str, phrases: Mapping[Meaning, Sequence[str]], *, homophones: bool = True) -> None:
        self.rule = rule
        self._homophones = homophones
        self._phrases: _Phrases = defaultdict(list)
        for meaning, listed in phrases.items():
            for phrase in listed:
                tokens = _phrase(phrase)
                self._phrases[len(tokens)].append((tokens, meaning))
        self._beginning = lru_cache(maxsize=4096)(self._that_begin)

    def propose(self, said: Utterance) -> Iterator[Proposal]:
        """Every place where a phrase stands."""
        for start, token in enumerate(said.tokens):
            for length, phrases in self._beginning(token.text, token.kind).items():
                window = _window(said.tokens, start, length)
                if window is not None:
                    for phrase, meaning in phrases:
                        value = self._value(window, phrase)
                        if value:
                            yield Proposal(window[0].start, window[-1].end, self.rule, meaning, value)

    def _that_begin(self, text: str, kind: Kind) -> _Phrases:
        """The phrases that may begin with such a token: few of a word list, and the same ones in every question."""
        first = Token(text, kind, 0, len(text))
        alike = {
            length: [entry for entry in phrases if _like(first, entry[0][0]) >= HOMOPHONE]
            for length, phrases in self._phrases.items()
        }
        return {length: phrases for length, phrases in alike.items() if phrases}

    def _value(self, window: Sequence[Token], phrase: Sequence[Token]) -> float:
        likes = []
        for asked, named in zip(window, phrase, strict=True):
            like = _like(asked, named)
            if like < HOMOPHONE:
                return 0.0
            likes.append(like)
        if all(like >= TYPED for like in likes):
            return sum(likes) + wordiness(len(likes))
        wrong = sum(like < TYPED for like in likes)
        if not self._homophones or len(likes) < 2 or wrong > 1 or wrong == len(likes):
            return 0.0
        return sum(likes) - _HOMOPHONE_TOLL


def _like(asked: Token, named: Token) -> float:
    return EXACT if asked.text == named.text else likeness(asked, named)


def wordiness(length: int) -> float:
    """What a span is worth beyond its tokens: one long phrase explains more than the short ones it is made of."""
    return 0.03 * length * length


@lru_cache(maxsize=4096)
def _phrase(phrase: str) -> tuple[Token, ...]:
    return tokenize(normalize(phrase).text)


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
