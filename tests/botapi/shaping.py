"""What Telegram does to text and entities before people see them: it cleans, trims, and drops what may not nest.

The rules are tdlib's `clean_input_string` and `fix_formatted_text`. Offsets here count code points; `in_utf16` turns them
into the units of the Bot API.
"""

import re
from itertools import accumulate
from typing import Any

Entity = dict[str, Any]

# \r and marks that turn or overstrike the line go; other control characters become spaces.
REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
SPACED = re.compile("[\x00-\x09\x0b-\x1f]")
INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2800\ufeff"

WHOLE = {"code", "pre"}
QUOTES = {"blockquote", "expandable_blockquote"}
STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
# Of two entities over the same text, which is the outer one.
OUTER = ["blockquote", "expandable_blockquote", "pre", "code", "text_link", "text_mention", *STYLES, "custom_emoji"]


def utf16(text: str) -> int:
    """The length of a text as Telegram counts it: a Chinese character is 1, most emoji are 2."""
    return len(text) + sum(character > "\uffff" for character in text)


def blank(text: str) -> bool:
    """Whether nobody would see anything."""
    return not text.strip().strip(INVISIBLE).strip()


def shaped(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The text that is shown, and its entities in UTF-16 units, sorted."""
    kept = [not REMOVED.match(character) for character in text]
    places = [0, *accumulate(kept)]
    moved = [_over(e, places[e["offset"]], places[e["offset"] + e["length"]]) for e in entities]
    clean = SPACED.sub(" ", REMOVED.sub("", text))
    return in_utf16(*_trimmed(clean, _nested(moved)))


def in_utf16(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """The same text, with entities that count code points turned into entities that count UTF-16 units."""
    places = [0, *accumulate(utf16(character) for character in text)]
    return text, [_over(e, places[e["offset"]], places[e["offset"] + e["length"]]) for e in entities]


def in_code_points(text: str, entities: list[Entity]) -> list[Entity]:
    """The way back; an offset within a character or beyond the end is moved to the next border."""
    places = [0, *accumulate(utf16(character) for character in text)]

    def place(offset: int) -> int:
        return next((n for n, units in enumerate(places) if units >= offset), len(text))

    return [_over(e, place(e["offset"]), place(e["offset"] + e["length"])) for e in entities]


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without blanks at the end, and at the start up to the first entity."""
    text = text.rstrip(" \n")
    cut = [_over(e, e["offset"], min(_end(e), len(text))) for e in entities if e["offset"] < len(text)]
    first = cut[0]["offset"] if cut else len(text)
    lead = len(text[:first]) - len(text[:first].lstrip(" \n"))
    return text[lead:], [_over(e, e["offset"] - lead, _end(e) - lead) for e in cut]


def _nested(entities: list[Entity]) -> list[Entity]:
    """Without what is empty, in code, a link in a link or a quotation in a quotation; styles are cut out around code."""
    kept: list[Entity] = []
    for entity in _sorted([piece for e in entities for piece in _around_code(e, entities)]):
        around = [k["type"] for k in kept if k["offset"] <= entity["offset"] and _end(entity) <= _end(k)]
        if not any(_excludes(outer, entity["type"]) for outer in around):
            kept.append(entity)
    return kept


def _excludes(outer: str, inner: str) -> bool:
    if inner in QUOTES:
        return outer in QUOTES
    return inner not in STYLES and outer not in (*STYLES, *QUOTES)


def _around_code(entity: Entity, entities: list[Entity]) -> list[Entity]:
    if entity["type"] not in STYLES:
        return [entity] if entity["length"] else []
    pieces, start = [], entity["offset"]
    for code in _sorted([e for e in entities if e["type"] in WHOLE and e["length"]]):
        pieces.append((start, min(code["offset"], _end(entity))))
        start = max(start, _end(code))
    pieces.append((start, _end(entity)))
    return [_over(entity, begin, end) for begin, end in pieces if begin < end]


def _sorted(entities: list[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda e: (e["offset"], -e["length"], OUTER.index(e["type"]) if e["type"] in OUTER else 9))


def _end(entity: Entity) -> int:
    end: int = entity["offset"] + entity["length"]
    return end


def _over(entity: Entity, begin: int, end: int) -> Entity:
    return {**entity, "offset": begin, "length": end - begin}
