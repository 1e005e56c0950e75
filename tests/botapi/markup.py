"""Reads HTML as Telegram does: the text that people see, and its entities with offsets in UTF-16 units.

The rules are those of tdlib's `parse_html`: a few tags, four named entities, everything else refused.
"""

import re
from dataclasses import dataclass, field

from tests.botapi.references import BadMarkup, reference
from tests.botapi.shaping import Entity, shaped

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "blockquote": "blockquote",
}
# The one attribute of a tag that says something, and what its value begins with; others are read over.
ATTRIBUTES = {
    "a": ("href", ""),
    "code": ("class", "language-"),
    "span": ("class", "tg-"),
    "tg-emoji": ("emoji-id", ""),
    "blockquote": ("expandable", ""),
}

BLANK = re.compile(r"[ \t\n\r\v]*")
TAG = re.compile(r"[^ \t\n\r\v>]*")
NAME = re.compile(r"[^ \t\n\r\v=>/\"']*")
TOKEN = re.compile(r"[0-9a-zA-Z.-]*")
USER = re.compile(r"tg:(?://)?user\?id=(\d+)", re.IGNORECASE)
LINK = re.compile(r"(?:(?:https?|tg|ton|tonsite)://\S+|[^\s/:]+\.[^\s/]{2,}(?:[/?#:]\S*)?)", re.IGNORECASE)


def parsed(html: str) -> tuple[str, list[Entity]]:
    """The text that is shown and its entities, as a Message has them; raises BadMarkup."""
    reader = _Reader(html)
    reader.read()
    return shaped("".join(reader.text), reader.entities)


@dataclass
class _Open:
    """A tag that waits for its end."""

    tag: str
    argument: str
    offset: int


@dataclass
class _Reader:
    html: str
    at: int = 0
    text: list[str] = field(default_factory=list)  # one character each
    entities: list[Entity] = field(default_factory=list)  # offsets count characters
    opened: list[_Open] = field(default_factory=list)

    def read(self) -> None:
        while self.at < len(self.html):
            if self.html[self.at] == "&":
                character, self.at = reference(self.html, self.at)
                self.text.append(character)
            elif self.html[self.at] != "<":
                self.text.append(self.html[self.at])
                self.at += 1
            elif self.html.startswith("</", self.at):
                self._end()
            else:
                self._start()
        if self.opened:
            raise BadMarkup(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)  # only code in <pre> has one

    def _start(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._take(TAG).lower()
        if self.at >= len(self.html):
            raise self._wrong("Unclosed start tag", begin)
        if tag not in TAGS:
            raise self._wrong(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        while (attribute := self._attribute(tag, begin)) is not None:
            name, lead = ATTRIBUTES.get(tag, ("", ""))
            if attribute[0] == name and attribute[1].startswith(lead):
                argument = "1" if name == "expandable" else attribute[1].removeprefix(lead)
        if tag == "span" and argument != "spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"', begin)
        self.opened.append(_Open(tag, argument, len(self.text)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str] | None:
        """The next attribute's name and value; None behind the last one, with the tag's end read over."""
        self._take(BLANK)
        if self.html.startswith(">", self.at):
            self.at += 1
            return None
        name = self._take(NAME)
        if not name:
            raise self._wrong(f'Empty attribute name in the tag "{tag}"', begin)
        self._take(BLANK)
        if self.html.startswith("=", self.at):
            self.at += 1
            self._take(BLANK)
            value = self._value()
        else:
            value = ""
        if self.at >= len(self.html):
            raise self._wrong("Unclosed start tag", begin)
        return name, value

    def _value(self) -> str:
        quote = self.html[self.at : self.at + 1]
        if quote not in ('"', "'"):
            begin = self.at
            value = self._take(TOKEN).lower()
            if self.at < len(self.html) and self.html[self.at] not in " \t\n\r\v>":
                raise self._wrong("Unexpected end of name token", begin)
            return value
        characters = []
        self.at += 1
        while self.at < len(self.html) and self.html[self.at] != quote:
            character, after = reference(self.html, self.at) if self.html[self.at] == "&" else (self.html[self.at], self.at + 1)
            characters.append(character)
            self.at = after
        self.at += 1
        return "".join(characters)

    def _end(self) -> None:
        begin = self.at
        if not self.opened:
            raise self._wrong("Unexpected end tag", begin)
        self.at += 2
        tag = self._take(TAG).lower()
        self._take(BLANK)
        if not self.html.startswith(">", self.at):
            raise self._wrong("Unclosed end tag", begin)
        self.at += 1
        last = self.opened.pop()
        if tag and tag != last.tag:
            raise self._wrong("Unmatched end tag", begin, f', expected "</{last.tag}>", found "</{tag}>"')
        if len(self.text) > last.offset:
            self._close(last)

    def _close(self, last: _Open) -> None:
        entity = {"type": TAGS[last.tag], "offset": last.offset, "length": len(self.text) - last.offset}
        inner = self.entities[-1] if self.entities else {}
        same = (inner.get("offset"), inner.get("length")) == (entity["offset"], entity["length"])
        if last.tag == "a":
            self._link(last, entity)
        elif last.tag == "tg-emoji" and not (last.argument.isdigit() and int(last.argument)):
            raise BadMarkup("Invalid custom emoji identifier specified")
        elif last.tag == "pre" and same and inner["type"] == "code" and "language" in inner:
            inner["type"] = "pre"
        elif last.tag == "code" and same and inner["type"] == "pre" and last.argument:
            inner["language"] = last.argument
        else:
            self.entities.append({**entity, **_more(last)})

    def _link(self, last: _Open, entity: Entity) -> None:
        url = last.argument or "".join(self.text[last.offset :])
        if user := USER.match(url):
            self.entities.append(
                {**entity, "type": "text_mention", "user": {"id": int(user[1]), "is_bot": False, "first_name": ""}}
            )
        elif LINK.fullmatch(url):
            self.entities.append({**entity, "url": url})

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.html, self.at)
        assert found is not None  # each of them matches nothing, too
        self.at = found.end()
        return found[0]

    def _wrong(self, what: str, at: int, more: str = "") -> BadMarkup:
        return BadMarkup(f"{what} at byte offset {len(self.html[:at].encode())}{more}")


def _more(last: _Open) -> Entity:
    if last.tag == "blockquote" and last.argument:
        return {"type": "expandable_blockquote"}
    if last.tag == "tg-emoji":
        return {"custom_emoji_id": last.argument}
    return {"language": last.argument} if last.tag == "code" and last.argument else {}
