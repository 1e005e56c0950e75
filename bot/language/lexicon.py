"""Finds the phrases of a word list in a question, typed in characters, in pinyin, or with a homophone in them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.language.meanings import Meaning, Proposal, Utterance
from store.names import Token, tokenize, ways_to_type
from store.names.tokens import EXACT, HOMOPHONE, TYPED, likeness
from store.text import normalized

_ALONE = ""  # stands for the second token of phrases of one
_Phrase = tuple[tuple[Token, ...], Meaning]
_HOMOPHONE_TOLL = 0.6  # a short phrase with a wrong character in it loses against any that is right
_LONG = 4  # tokens: with all but one of them right, no shorter words side by side explain them better (财正拨款 is no 财政局)


class Lexicon:
    """Phrases and what each means; the longest phrase at a place wins in the cover, as it explains most."""

    def __init__(self, rule: str, phrases: Mapping[Meaning, Sequence[str]], *, homophones: bool = True) -> None:
        self.rule = rule
        self._homophones = homophones
        self._phrases: dict[str, list[_Phrase]] = defaultdict(list)  # by how the first token may be typed
        self._known: dict[str, dict[str, list[_Phrase]]] = {}  # the same by the second as well, made when the first is said
        for meaning, listed in phrases.items():
            for phrase in listed:
                tokens = _phrase(phrase)
                for way in ways_to_type(tokens[0]):
                    self._phrases[way].append((tokens, meaning))

    def propose(self, said: Utterance) -> Iterator[Proposal]:
        """Every place where a phrase stands; white space between pinyin syllables is passed over."""
        tokens = said.without_spaces
        ways = [ways_to_type(token) for token in tokens]
        for start, first in enumerate(ways):
            seconds = (_ALONE, *(ways[start + 1] if start + 1 < len(ways) else ()))
            begun = [self._beginning(way) for way in first if way in self._phrases]
            listed = (phrases for by_second in begun for way in seconds if (phrases := by_second.get(way)))
            standing = (self._standing(tokens, start, *phrase) for phrases in listed for phrase in phrases)
            yield from dict.fromkeys(proposal for proposal in standing if proposal)

    def _beginning(self, way: str) -> dict[str, list[_Phrase]]:
        """The phrases that begin so, by how their second token may be typed: far fewer begin with the same two."""
        found = self._known.get(way)
        if found is None:
            found = defaultdict(list)
            for tokens, meaning in self._phrases[way]:
                for second in ways_to_type(tokens[1]) if len(tokens) > 1 else (_ALONE,):
                    found[second].append((tokens, meaning))
            self._known[way] = found
        return found

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
        return sum(likes) + (wordiness(len(likes)) if len(likes) >= _LONG else -_HOMOPHONE_TOLL)


def wordiness(length: int) -> float:
    """What a span is worth beyond its tokens: one long phrase explains more than the short ones it is made of."""
    return 0.03 * length * length


@lru_cache(maxsize=4096)
def _phrase(phrase: str) -> tuple[Token, ...]:
    return tokenize(normalized(phrase))
