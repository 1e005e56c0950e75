"""What a text must hold so that a regular expression can match anywhere in it, read off the expression's source.

Roughly but never wrongly: what is not sure to be asked for is left out, and so is all of a source that holds something that is
not known here. It is read in a tenth of the time in which `re` compiles it.
"""

import re
from collections.abc import Iterator

Marks = list[str]
"""Each of them characters, of which every match holds at least one. `NUMERAL` among them stands for every decimal digit."""

NUMERAL = r"\d"
_ASCII_DIGITS = "0123456789"
_LARGEST = 100  # characters of a range whose members are counted up

_PLAIN = r"[^\\\[(){}|*+?.^$]"
_OPENED = r"\((?:\?(?:P<\w+>|[:>]))?"
_TOKEN = re.compile(
    rf"(?P<word>{_PLAIN}+)|(?P<words>{_OPENED}(?P<each>{_PLAIN}+(?:\|{_PLAIN}+)*)\))|(?P<without>\(\?<?![^()\[\\]*\))"
    rf"|(?P<not>\(\?<?!)|(?P<group>\(\?<?=|{_OPENED}(?!\?))|(?P<end>\))|(?P<or>\|)|(?P<times>(?:[*+?]|\{{\d*,?\d*\}})[+?]?)"
    r"|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<escape>\\.)|(?P<place>[.^$])|(?P<unknown>.)",
    re.DOTALL,
)
_NEVER_NEEDED = re.compile(r"[*?]|\{0?,|\{0\}")
_MEMBER = re.compile(r"(?P<escape>\\.)|(?P<first>.)-(?P<last>.)|.", re.DOTALL)


class _UnknownError(Exception):
    """There is something in the source that is not known here."""


def marks(pattern: str) -> Marks:
    """The marks of a pattern without flags; none if nothing is sure or something is not known."""
    try:
        return _of_group(_TOKEN.finditer(pattern))
    except _UnknownError:
        return []


def _of_group(tokens: Iterator[re.Match[str]]) -> Marks:
    """What the tokens up to the end of a group ask for, which are used up."""
    ways: list[Marks] = []
    sure: Marks = []  # of the way that is being read
    last: Marks = []  # of its last part, which may turn out to be optional
    for token in tokens:
        kind = token.lastgroup
        if kind == "times":
            last = [] if _NEVER_NEEDED.match(token[0]) else last
            continue
        sure += last
        if kind == "word":
            sure += token[0][:-1]
            last = [token[0][-1]]
        elif kind == "end":
            return _of_ways([*ways, sure])
        elif kind == "or":
            ways.append(sure)
            sure, last = [], []
        else:
            last = _of_part(kind, token, tokens)
    return _of_ways([*ways, sure + last])


def _of_ways(ways: list[Marks]) -> Marks:
    if len(ways) == 1:
        return ways[0]
    return ["".join([min(way, key=len) for way in ways])] if all(ways) else []


def _of_part(kind: str | None, token: re.Match[str], tokens: Iterator[re.Match[str]]) -> Marks:
    match kind:
        case "words":
            return ["".join([word[0] for word in token["each"].split("|")])]
        case "group":
            return _of_group(tokens)
        case "not":
            _of_group(tokens)
        case "set":
            return _of_set(token[0])
        case "escape":
            return _of_escape(token[0])
        case "unknown":
            raise _UnknownError
    return []


def _of_escape(token: str) -> Marks:
    if token == NUMERAL:
        return [_ASCII_DIGITS + NUMERAL]
    return [] if token[1].isalnum() else [token[1]]


def _of_set(token: str) -> Marks:
    if token[1] == "^":
        return []
    members = ""
    for member in _MEMBER.finditer(token[1:-1]):
        found = (
            _of_escape(member[0])
            if member["escape"]
            else [_between(member["first"], member["last"]) if member["first"] else member[0]]
        )
        if not found or not found[0]:
            return []
        members += found[0]
    return [members]


def _between(first: str, last: str) -> str:
    """The characters of a range, none if it is a large one."""
    count = ord(last) - ord(first) + 1
    return "".join(map(chr, range(ord(first), ord(last) + 1))) if count <= _LARGEST else ""
