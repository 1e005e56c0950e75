"""The name index: characters, homophones, pinyin and initials → spans of a question with the names they mean."""

from store.names.index import Match, NameIndex, Names, NameType
from store.names.tokens import Kind, Token, tokenize

__all__ = ["Kind", "Match", "NameIndex", "NameType", "Names", "Token", "tokenize"]
