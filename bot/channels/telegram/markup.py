"""How a reply looks in Telegram: HTML, escaped here and nowhere else; cut where one message cannot hold it; buttons.

Limits: https://core.telegram.org/bots/api#sendmessage (text, after entities are parsed, in UTF-16 units) and
https://core.telegram.org/bots/api#inlinekeyboardbutton (callback data, in bytes).
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat import MORE, Offer, Pressed

LONGEST = 4096
_MOST_BUTTONS = 10  # beyond that the numbers in the text are easier to find
_LONGEST_LABEL = 40
_NUMBER_OF_A_PERSON = re.compile(r"[a-z]+:-?\d+", re.ASCII)
_UNSENDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def rendered(text: str) -> str:
    """The text as HTML, to the letter: the source in italics, and what must be copied so that one touch copies it."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    escaped = html.escape(line, quote=False)
    if line.startswith("来源："):
        return f"<i>{escaped}</i>"
    return f"<code>{escaped}</code>" if _NUMBER_OF_A_PERSON.fullmatch(line) else escaped


def cleaned(text: str) -> str:
    """The text without what no message can hold: control characters, and halves of surrogate pairs."""
    return _UNSENDABLE.sub("�", text)


def laid_out(text: str) -> str:
    """The text with a line for each item of a list: on a phone nobody reads “1. …；2. …；” in one paragraph."""
    return "\n".join(_NEXT_ITEM.sub("\n", line) if _ITEM.match(line) else line for line in text.split("\n"))


_ITEM = re.compile(r"\d{1,3}\. ", re.ASCII)
_NEXT_ITEM = re.compile(r"(?<=；)(?=\d{1,3}\. )", re.ASCII)


def width(text: str) -> int:
    """The length as Telegram counts it: in UTF-16 units, so that most emoji count 2."""
    return len(text) + sum(c > "\uffff" for c in text)


def split(text: str, longest: int = LONGEST) -> list[str]:
    """The text in pieces that one message holds: whole lines where possible, nothing lost but line breaks between pieces."""
    pieces: list[str] = []
    for line in (part for whole in text.split("\n") for part in _folded(whole, longest)):
        if pieces and width(pieces[-1]) + 1 + width(line) <= longest:
            pieces[-1] += "\n" + line
        else:
            pieces.append(line)
    return [piece for piece in pieces if _shows_something(piece)] or ["……"]


def _shows_something(text: str) -> bool:
    """Whether anybody would see anything; Telegram refuses a message without."""
    return any(unicodedata.category(c)[0] not in "CZ" and c != "\u2800" for c in text)


def _folded(line: str, longest: int) -> Iterator[str]:
    """A line in pieces that one message holds, after a “；” or “。” where there is one in the second half."""
    while width(line) > longest:
        cut = longest // 2 if width(line[:longest]) > longest else longest
        stop = max(line.rfind(sign, cut // 2, cut) for sign in "；。，")
        cut = stop + 1 if stop > 0 else cut
        yield line[:cut]
        line = line[cut:]
    yield line


def buttons(message: int, offers: Sequence[Offer], *, more: bool = False) -> InlineKeyboardMarkup | None:
    """A button for each offer, one a row, unless they are too many to press; and one for what goes on, if anything does."""
    shown = list(enumerate(offers, 1)) if len(offers) <= _MOST_BUTTONS else []
    numbered = [*shown, *([(0, MORE)] if more else [])]
    rows = [
        [InlineKeyboardButton(_label(number, offer.label), callback_data=f"c1:{message}:{number}:{offer.mark}")]
        for number, offer in numbered
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def _label(number: int, label: str) -> str:
    words = cleaned(" ".join(label.split()))
    words = words if len(words) <= _LONGEST_LABEL else f"{words[: _LONGEST_LABEL - 1]}…"
    return f"{number}. {words}" if number else words


_DATA = re.compile(r"c1:(\d{1,18}):(\d{1,3}):([0-9a-f]{8})", re.ASCII)


def pressed(data: str | None, handle: str) -> Pressed | None:
    """What a button's data says, None where it is none of ours."""
    found = _DATA.fullmatch(data or "")
    return Pressed(int(found[1]), int(found[2]), found[3], handle) if found else None
