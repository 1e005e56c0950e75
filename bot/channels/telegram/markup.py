"""How a reply looks in Telegram: HTML, escaped here and nowhere else; cut where one message cannot hold it; buttons.

Limits: https://core.telegram.org/bots/api#sendmessage (text, after entities are parsed, in UTF-16 units) and
https://core.telegram.org/bots/api#inlinekeyboardbutton (callback data, in bytes).
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat import Offer, Pressed

LONGEST = 4096
_MOST_BUTTONS = 10  # beyond that the numbers in the text are easier to find
_LONGEST_LABEL = 40
_UNSENDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def rendered(text: str) -> str:
    """The text as HTML: to the letter, except that the source, a line of its own, is set in italics."""
    return "\n".join(f"<i>{_escaped(line)}</i>" if line.startswith("来源：") else _escaped(line) for line in text.split("\n"))


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def cleaned(text: str) -> str:
    """The text without what no message can hold: control characters, and halves of surrogate pairs."""
    return _UNSENDABLE.sub("�", text)


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


def buttons(message: int, offers: Sequence[Offer]) -> InlineKeyboardMarkup | None:
    """A button for each offer, one a row, None where there are none or too many to press."""
    if not 0 < len(offers) <= _MOST_BUTTONS:
        return None
    rows = [
        [InlineKeyboardButton(_label(number, offer.label), callback_data=f"c1:{message}:{number}:{offer.mark}")]
        for number, offer in enumerate(offers, 1)
    ]
    return InlineKeyboardMarkup(rows)


def _label(number: int, label: str) -> str:
    words = cleaned(" ".join(label.split()))
    return f"{number}. {words if len(words) <= _LONGEST_LABEL else f'{words[: _LONGEST_LABEL - 1]}…'}"


_DATA = re.compile(r"c1:(\d{1,18}):(\d{1,3}):([0-9a-f]{8})", re.ASCII)


def pressed(data: str | None, handle: str) -> Pressed | None:
    """What a button's data says, None where it is none of ours."""
    found = _DATA.fullmatch(data or "")
    return Pressed(int(found[1]), int(found[2]), found[3], handle) if found else None
