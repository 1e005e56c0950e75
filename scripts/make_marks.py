"""Writes bot/language/marks.tsv: for each pattern of the bot, what a text must hold so that it can match.

python -m scripts.make_marks

Read off the tree that `re` itself makes of a pattern, roughly but never wrongly: what is not sure to be asked for is left out.
A row is the pattern's key and its marks, the rarest first; each mark is words, of which every match holds at least one.
"""

import importlib
import math
import pkgutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]  # what the tree is made of is not public
from re import _parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import bot
from bot.language import patterns
from bot.language.patterns import NUMERAL, Pattern

Words = frozenset[str]
Mark = Words
"""Words, of which every match holds at least one. `NUMERAL` among them stands for every decimal digit."""

_MOST_WORDS = 120  # of one mark
_MOST_MARKS = 3  # of one pattern
_LONGEST = 4  # characters of a word: the beginning of a longer one is as rare
_COMMON = frozenset("多少几什么哪个的是有了吗钱万元年项目经费预算资金单位")  # in about every second question
_OFTEN, _RARELY = 0.5, 0.02  # how likely a text is to hold a character that is common, or any other
_DIGITS = frozenset("0123456789")
_NOTHING: Words = frozenset({""})
_UNWRITABLE = frozenset("\t\n\r|\\\0")  # what a row cannot hold


def marks(source: str) -> list[Mark]:
    """The rarest marks of a pattern, the rarest first; none if nothing is sure."""
    tree = _parser.parse(source)
    if tree.state.flags & codes.SRE_FLAG_IGNORECASE:
        return []
    _exact, found = _of_sequence(tree)
    ordered = sorted({mark for mark in found if _is_writable(mark)}, key=lambda mark: (_chance(mark), sorted(mark)))
    return ordered[:_MOST_MARKS]


def rows(kept: Iterable[Pattern]) -> list[str]:
    """The table for these patterns, in an order that depends only on them."""
    lines = {pattern.key: "\t".join([pattern.key, *map(written, marks(pattern.pattern))]) for pattern in kept}
    return [lines[key] for key in sorted(lines)]


def written(mark: Mark) -> str:
    """As it stands in the table."""
    return "|".join(sorted(mark))


def modules() -> list[str]:
    """The modules of the bot that may keep patterns."""
    return sorted(m.name for m in pkgutil.walk_packages(bot.__path__, "bot.") if not m.ispkg and not m.name.endswith("__main__"))


def patterns_of(module: ModuleType) -> Iterator[tuple[str, Pattern]]:
    """Every pattern that this module keeps, those in its lists and tables too, with its name."""
    waiting: list[tuple[str, object]] = list(vars(module).items())
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, Pattern):
            yield name, value
        elif isinstance(value, (tuple, list)):
            waiting += [(f"{name}[{at}]", one) for at, one in enumerate(value)]
        elif isinstance(value, dict):
            waiting += [(f"{name}[{key}]", one) for key, one in value.items()]


def all_patterns() -> Iterator[Pattern]:
    """What all modules keep; one that is imported elsewhere comes again."""
    for name in modules():
        for _name, pattern in patterns_of(importlib.import_module(name)):
            yield pattern


def _of_sequence(nodes: Iterable[tuple[Any, Any]]) -> tuple[Words | None, list[Mark]]:
    """All that the nodes in a row can match, or None if that cannot be counted up, and their marks."""
    found: list[Mark] = []
    run, exact = _NOTHING, True  # what the last nodes can match; whether these are all nodes
    for code, argument in nodes:
        words, inside = _of_node(code, argument)
        found += inside
        longer = None if words is None else frozenset(before + word for before in run for word in words)
        if longer is None or len(longer) > _MOST_WORDS:
            found += _mark_of(run)
            run, exact = words or _NOTHING, False
        else:
            run = longer
    found += _mark_of(run)
    return run if exact else None, found


def _of_node(code: Any, argument: Any) -> tuple[Words | None, list[Mark]]:  # as `re` has it
    if code is codes.LITERAL:
        return frozenset({chr(argument)}), []
    if code is codes.IN:
        return _of_set(argument)
    if code is codes.BRANCH:
        return _of_branches([_of_sequence(way) for way in argument[1]])
    if code is codes.SUBPATTERN:
        return (None, []) if argument[1] & codes.SRE_FLAG_IGNORECASE else _of_sequence(argument[3])
    if code is codes.ATOMIC_GROUP:
        return _of_sequence(argument)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return _of_repeat(*argument)
    if code is codes.ASSERT:
        return None, _of_sequence(argument[1])[1]
    return (_NOTHING, []) if code in (codes.AT, codes.ASSERT_NOT) else (None, [])


def _of_repeat(least: int, most: int, nodes: Sequence[tuple[Any, Any]]) -> tuple[Words | None, list[Mark]]:
    words, found = _of_sequence(nodes)
    if most > 1:
        return None, found if least else []
    return (words, found) if least else (None if words is None else words | _NOTHING, [])


def _of_branches(ways: Sequence[tuple[Words | None, list[Mark]]]) -> tuple[Words | None, list[Mark]]:
    exact = [words for words, _found in ways if words is not None]
    together = frozenset().union(*exact) if len(exact) == len(ways) else None
    if together is not None and len(together) <= _MOST_WORDS:
        return together, []
    if not all(found for _words, found in ways):
        return None, []
    return None, [_shortened(frozenset().union(*(min(found, key=_chance) for _words, found in ways)))]


def _of_set(members: Sequence[tuple[Any, Any]]) -> tuple[Words | None, list[Mark]]:
    """One character of several; a digit is any that Unicode has, which cannot be counted up."""
    found: set[str] = set()
    for code, argument in members:
        if code is codes.LITERAL:
            found.add(chr(argument))
        elif code is codes.RANGE and argument[1] - argument[0] < _MOST_WORDS:
            found |= {chr(each) for each in range(argument[0], argument[1] + 1)}
        elif (code, argument) == (codes.CATEGORY, codes.CATEGORY_DIGIT):
            found |= {*_DIGITS, NUMERAL}
        else:
            return None, []
    return (None, [frozenset(found)]) if NUMERAL in found else (frozenset(found), [])


def _mark_of(words: Words) -> list[Mark]:
    return [] if "" in words else [_shortened(words)]


def _shortened(words: Collection[str]) -> Words:
    """What holds one of the words holds one of these, which are fewer: beginnings, and none that holds another."""
    for longest in range(_LONGEST, 0, -1):
        short = {word[:longest] for word in words}
        least = frozenset(word for word in short if not any(other != word and other in word for other in short))
        if len(least) <= _MOST_WORDS:
            break
    return least


def _chance(mark: Mark) -> float:
    """About how many of a mark's words a text holds."""
    return sum(math.prod(_OFTEN if character in _COMMON else _RARELY for character in word) for word in mark - {NUMERAL})


def _is_writable(mark: Mark) -> bool:
    return len(mark) <= _MOST_WORDS and all(word == NUMERAL or _UNWRITABLE.isdisjoint(word) for word in mark)


def main() -> None:
    """Writes the table."""
    table = Path(patterns.__file__).with_name(patterns.TABLE)
    table.write_text("".join(f"{row}\n" for row in rows(all_patterns())), encoding="utf-8")


if __name__ == "__main__":
    main()
