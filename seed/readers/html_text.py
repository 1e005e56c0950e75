"""Text as a browser shows it: lines with white space collapsed, raised digits kept apart from the figures before them."""

import re
import unicodedata

from msgspec import Struct, field

from seed.readers.drawn import drawn_raised, drawn_struck
from seed.readers.html_styles import Sight

_SPACE = re.compile(r"[ \t\n\r\f]+")
DOUBT = "\ufdd0"  # within a text: here stands what may not be seen, or not here; no character in any file
UNSURE = "\ufffd"  # what is left of it: a figure with it is none
SEEN = Sight()


class Look(Struct, frozen=True):
    """How text stands on the page: what its elements and their styles say."""

    raised: int = 0  # 1 for <sup>, -1 for <sub>
    struck: bool = False
    kept: bool = False  # white space as it is: <pre>
    linked: bool = False
    heading: bool = False
    sight: Sight = SEEN


class Line(Struct, frozen=True):
    """A line of text; `linked` where all of it is links, `heading` where it stands in h1 to h6."""

    text: str
    linked: bool = False
    heading: bool = False


class Lines(Struct):
    """Collects text until a line ends; blank lines count nowhere."""

    done: list[Line] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _linked: bool = True
    _heading: bool = False

    def add(self, text: str, look: Look) -> None:
        """Text that goes on in the same line; of kept white space each line break ends one."""
        if look.kept:
            *ended, text = text.replace("\r\n", "\n").split("\n")
            for line in ended:
                self._add(line.replace(" ", "\u00a0"), look)
                self.end()
            text = text.replace(" ", "\u00a0")
        self._add(text, look)

    def _add(self, text: str, look: Look) -> None:
        if not any(character.isalnum() for character in text):
            self._pieces.append(_drawn(text, look))  # “|” between two links
            return
        self._linked &= look.linked
        self._heading |= look.heading
        self._pieces.append(_drawn(text, look))

    def doubt(self) -> None:
        """Here a style may add text."""
        self._pieces.append(DOUBT)

    def end(self) -> None:
        """The line ends here, where one was begun."""
        if not self._pieces:
            return
        text = collapsed("".join(self._pieces))
        if text.strip():
            self.done.append(Line(text, self._linked and any(c.isalnum() for c in text), self._heading))
        self._pieces, self._linked, self._heading = [], True, False


def settled(text: str) -> str:
    """The text with `UNSURE` at its end where a figure or a unit of money in it, or what changes them, may not be what is seen."""
    if DOUBT not in text:
        return text
    text = text.replace(DOUBT, "")
    return text + UNSURE if "元" in text or any(character.isdigit() for character in text) else text


def collapsed(text: str) -> str:
    """White space as a browser shows it: one space, none for a line break of the source between Chinese characters."""
    return _SPACE.sub(_one_space, text).strip(" ").replace("\u00a0", " ")


def _one_space(match: re.Match[str]) -> str:
    around = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    broken = "\n" in match[0] or "\r" in match[0]
    return "" if broken and all(c and unicodedata.east_asian_width(c) in "WF" for c in around) else " "


def _drawn(text: str, look: Look) -> str:
    if look.raised:
        text = drawn_raised(text, up=look.raised > 0)
    if look.sight.is_doubtful and text.strip():
        text += DOUBT
    return drawn_struck(text) if look.struck else text
