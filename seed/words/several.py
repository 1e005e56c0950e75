"""Several indicators in one cell, numbered or one a line, with as many values in the cell of the values."""

import re
from collections.abc import Sequence

from seed.words.residue import nothing_but_template
from seed.words.values import quantity_of

_NUMBER = r"(?:指标\s*)?(?:\d{1,2}\s*(?:[、．:：)）]|\.(?!\d))|[(（]\d{1,2}[)）]|[①-⑳])"
_ITEM = re.compile(rf"(?:^|(?<=[\n;；。 \u3000])){_NUMBER}\s*")
_ENDS = "；;。… \n\u3000"


def pairs_of(name: str, value: str) -> tuple[tuple[str, str], ...]:
    """Name and value of each indicator in the two cells; the cells as they stand where they hold one, or do not agree on the number.

    >>> pairs_of("1.数量A⏎2.数量B".replace("⏎", chr(10)), "≥5个⏎≥8个".replace("⏎", chr(10)))
    (('数量A', '≥5个'), ('数量B', '≥8个'))
    """
    names = numbered(name)
    if len(names) > 1:
        return _paired(names, numbered(value) or _lines(value, ";；\n")) or ((name, value),)
    names, values = _lines(name, "\n"), _lines(value, "\n")
    # A name is often broken over lines; values that are whole numbers each are not.
    if len(names) == len(values) > 1 and all(map(quantity_of, values)) and not any(map(_goes_on, names)):
        return tuple(zip(names, values, strict=True))
    return ((name, value),)


def _paired(names: Sequence[str], values: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Each name with its value; what the template numbers and nobody filled in (“指标2：”) is none.  Nothing where the numbers disagree."""
    if len(names) == len(values):
        return tuple((name, value) for name, value in zip(names, values, strict=True) if not nothing_but_template(name))
    real, said = ([item for item in items if not nothing_but_template(item)] for items in (names, values))
    return tuple(zip(real, said, strict=True)) if len(real) == len(said) else ()


def numbered(text: str) -> list[str]:
    """The items of a text that numbers them from its beginning, “1.…⏎2.…”, each without its number; none where it does not."""
    starts = list(_ITEM.finditer(text.strip()))
    if not starts or starts[0].start() != 0 or not _in_order([start[0] for start in starts]):
        return []
    ends = [start.start() for start in starts[1:]] + [len(text.strip())]
    return [text.strip()[start.end() : end].strip(_ENDS) for start, end in zip(starts, ends, strict=True)]


def _in_order(numbers: Sequence[str]) -> bool:
    found = [re.search(r"\d+", number) for number in numbers]
    said = [int(match[0]) if match else ord(number.strip()) - ord("①") + 1 for match, number in zip(found, numbers, strict=True)]
    return said == list(range(1, len(said) + 1))


def _lines(text: str, at: str) -> list[str]:
    return [line.strip(_ENDS) for line in re.split(f"[{at}]", text) if line.strip(_ENDS)]


def _goes_on(line: str) -> bool:
    """Whether the line is the rest of the one above: “（含县级）”."""
    return line[0] in "(（)）、，," or len(line) == 1
