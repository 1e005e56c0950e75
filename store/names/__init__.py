"""The name index: characters, homophones, pinyin and initials → spans of a question with the names they mean."""

from store.names.aliases import nicknames
from store.names.index import NameIndex, Names
from store.names.matches import ALIAS, EVERY, Least, Match, NameType, Wanted
from store.names.tokens import Kind, Token, tokenize, ways_to_type

__all__ = [
    "ALIAS",
    "EVERY",
    "Kind",
    "Least",
    "Match",
    "NameIndex",
    "NameType",
    "Names",
    "Token",
    "Wanted",
    "nicknames",
    "tokenize",
    "ways_to_type",
]
