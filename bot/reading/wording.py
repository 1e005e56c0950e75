"""Whether words mean something in a question by themselves."""

from datetime import date

from bot.reading.parsing import parse, spoken
from store.names import NameIndex, tokenize
from store.text import normalize


def is_word(text: str) -> bool:
    """Whether nothing of the text is left to name something: “预算”, “去年”, “一共多少”."""
    tokens = tokenize(normalize(text).text)
    return bool(tokens) and not parse(text, NameIndex(), spoken(normalize(text), date(2000, 1, 1))).leftovers
