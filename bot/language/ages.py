"""How old people are, as questions and lines of the indicator table say it: 80岁以上, 85岁的老人, 80至99周岁, 百岁老人."""

from collections.abc import Iterator

from bot.language.patterns import Pattern
from store.numerals import CHARACTERS, NotNumber, parse_number

Ages = tuple[int, int]
"""The youngest and the oldest that are meant, both included."""
_OLDEST = 200
_NUMBER = rf"(?:\d{{1,3}}|[{CHARACTERS}]{{1,5}})"
_YEARS = r"(?:周岁|岁)(?:的)?"
_BOUND = r"(?:及|或|和)?(?P<bound>以上|往上|之上|起|以下|以内|之内|及以下|不到)?"
_SAID = Pattern(
    rf"(?P<low>{_NUMBER})(?:{_YEARS})?(?:至|到|-|—|~|～|－)(?P<high>{_NUMBER}){_YEARS}(?!以上)|(?P<one>{_NUMBER}){_YEARS}{_BOUND}"
)
_WORDS = Pattern(rf"(?:{_NUMBER}(?:{_YEARS})?(?:至|到|-|—|~|～|－))?(?:{_NUMBER})?{_YEARS}{_BOUND}")


def ages_in(text: str) -> Iterator[Ages]:
    """The ages that a normalised text says, in their order."""
    for match in _SAID.finditer(text):
        try:
            low, high = (int(parse_number(match[name])) for name in (("low", "high") if match["low"] else ("one", "one")))
        except NotNumber:
            continue
        match match["bound"]:
            case None:
                yield low, high
            case "以上" | "往上" | "之上" | "起":
                yield low, _OLDEST
            case _:
                yield 0, high


def may_be_of(name: str, said: list[Ages]) -> bool:
    """Whether a line of this name may be meant by whom these ages are said of: none are said, or the line's own are of some of these."""
    own = list(ages_in(name)) if said else []
    return not own or any(low <= last and first <= high for low, high in own for first, last in said)


def without_ages(text: str) -> str:
    """The text without the words that say ages, nor what is left of them without their numbers (岁以上)."""
    return _WORDS.sub("", text)
