"""The rules of a page's <style> elements that may hide, add or move text, and which of its elements they are for.

A rule for a tag, class or id alone is certain; of all others (`td .q`, `[data-x]`, `@media …`) it is only said that they may hold.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml import etree
from msgspec import Struct

_MOST = 2**20  # characters of rules; what is longer styles a portal, not a table
_MOST_RULES = 3000  # that may hide something
_LONGEST_SELECTOR = 300  # characters
_COMMENT = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})[ \t\r\n\f]?|\\(.)", re.IGNORECASE)
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*|\*)?(?:[.#][\w-]{1,100}){0,8}", re.IGNORECASE)
_ACTED_ON = re.compile(r":(?:hover|focus|active|target|visited|checked|disabled|enabled|focus-within|focus-visible)\b")
_PSEUDO_ELEMENT = re.compile(r"::?(?:before|after|first-letter|first-line|marker)\b")
_FIRST = re.compile(r"::?first-")
_OTHER_PSEUDO_ELEMENT = re.compile(r"::")  # scroll bars, selections
_PSEUDO = re.compile(r":[\w-]+(?:\([^()]*\))?")
_ATTRIBUTE = re.compile(r"\[\s*([\w-]+)[^\]]*\]")
_NAME = re.compile(r"[.#]?[\w-]+|\*")
_ELSEWHERE = re.compile(r"print|speech|handheld|max-(?:device-)?width")  # paper and telephones
Declarations = Mapping[str, str]  # property → value, both in lower case


class Compound(Struct, frozen=True):
    """What one element must be: a tag, or any, and the names of classes, ids and attributes (`.a`, `#a`, `[a`)."""

    tag: str
    names: frozenset[str]

    def fits(self, element: etree._Element) -> bool:
        """Whether the element may be meant."""
        return (not self.tag or self.tag == element.tag) and (not self.names or self.names <= _names(element))


class Rule(Struct, frozen=True):
    """The element that it is for, those around it, and what it says; `certain` where it holds whatever else there is."""

    subject: Compound
    around: tuple[Compound, ...]
    said: Declarations
    certain: bool
    generated: bool  # it is for what the page adds before or behind the element
    weight: tuple[int, int]  # specificity, order

    def fits(self, element: etree._Element) -> bool:
        """Whether it is, or may be, a rule for the element."""
        if not self.subject.fits(element):
            return False
        above = element.iterancestors()
        return all(any(compound.fits(one) for one in above) for compound in reversed(self.around))


class Rules:
    """The rules of a page by the elements that they are for."""

    def __init__(self, sheets: Iterable[str], counts: Callable[[Declarations], bool]) -> None:
        self._by_name: defaultdict[str, list[Rule]] = defaultdict(list)
        number = 0
        for sheet in sheets:
            for rule in _rules(sheet[:_MOST], counts):
                number += 1
                if number > _MOST_RULES:
                    return
                self._by_name[min(rule.subject.names, default=rule.subject.tag)].append(rule)

    def of(self, element: etree._Element) -> list[Rule]:
        """The rules that are, or may be, for the element, the weightiest last."""
        if not self._by_name:
            return []
        names = ["", str(element.tag), *_names(element)]
        found = [rule for name in names if name in self._by_name for rule in self._by_name[name] if rule.fits(element)]
        return sorted(found, key=lambda rule: rule.weight)


def declarations(text: str) -> dict[str, str]:
    """What a style says, property by property; what is `!important` stays, else the last counts."""
    if "\\" in text:
        text = _ESCAPE.sub(_character, text)
    found: dict[str, str] = {}
    important: set[str] = set()
    for part in _COMMENT.sub("", text).lower().split(";"):
        name, colon, value = part.partition(":")
        value, urged, _rest = value.partition("!")
        name = name.strip()
        if colon and (urged or name not in important):
            found[name] = " ".join(value.split())
            important |= {name} if urged else set()
    return found


def _character(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else ord(match[2])
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def _names(element: etree._Element) -> frozenset[str]:
    attributes = element.attrib
    if not attributes:
        return frozenset()
    classes = [f".{name}" for name in str(attributes.get("class", "")).split()]
    return frozenset([*classes, f"#{attributes.get('id', '')}", *(f"[{name}" for name in map(str, attributes))])


def _rules(sheet: str, counts: Callable[[Declarations], bool]) -> Iterator[Rule]:
    sheet = _COMMENT.sub("", re.sub(r"<!--|-->", "", sheet))
    for order, (selectors, text, inside) in enumerate(_blocks(sheet)):
        said = declarations(text)
        if any(_ELSEWHERE.search(one) for one in inside) or not counts(said):
            continue
        for selector in selectors.split(","):
            rule = _rule(selector.strip()[:_LONGEST_SELECTOR], said, order, within=bool(inside))
            if rule is not None:
                yield rule


def _blocks(sheet: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Selectors, what is said for them, and the blocks around (`@media …`, or selectors of nested rules)."""
    start, around, said = 0, list[str](), list[str]()
    for brace in re.finditer("[{}]", sheet):
        between = sheet[start : brace.start()]
        start = brace.end()
        if brace[0] == "{":
            before, _semicolon, head = between.rpartition(";")
            if said:
                said[-1] += before
            around.append(head.strip())
            said.append("")
        elif around:
            head, text = around.pop(), said.pop() + between
            if not head.startswith("@"):
                yield head, text, tuple(around)


def _rule(selector: str, said: Declarations, order: int, *, within: bool) -> Rule | None:
    """None for what holds only while the mouse is over it, and for what no text is."""
    if not selector or _ACTED_ON.search(selector.lower()):
        return None
    part = _PSEUDO_ELEMENT.search(selector.lower())
    plain = _PSEUDO_ELEMENT.sub("", selector)
    if _OTHER_PSEUDO_ELEMENT.search(plain):
        return None
    certain = not within and part is None and _SIMPLE.fullmatch(plain) is not None
    plain = _ATTRIBUTE.sub(r".[\1", _PSEUDO.sub("", plain))
    compounds = [_compound(one) for one in re.split(r"\s*[\s>]\s*", plain.strip()) if one]
    if "+" in plain or "~" in plain:  # what stands beside the element is not looked at
        compounds = [_compound(re.split("[+~]", plain)[-1].strip())]
    if not compounds:
        return None
    subject = compounds[-1]
    generated = part is not None and not _FIRST.match(part[0])
    specificity = sum(100 if name[0] == "#" else 10 for name in subject.names) + bool(subject.tag)
    return Rule(subject, tuple(compounds[:-1]), said, certain, generated, (specificity, order))


def _compound(text: str) -> Compound:
    attributes = re.findall(r"\.\[([\w-]+)", text)
    found = _NAME.findall(re.sub(r"\.\[[\w-]+", "", text))
    tag = next((one.lower() for one in found if one[0] not in ".#*"), "")
    return Compound(tag, frozenset([*(one for one in found if one[0] in ".#"), *(f"[{one.lower()}" for one in attributes)]))
