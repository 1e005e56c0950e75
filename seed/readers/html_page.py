"""From the tree of a web page to what people see of it, in order: lines of text, and tables on their grid."""

from collections.abc import Sequence

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from seed.readers.html_grid import TooManySlots
from seed.readers.html_styles import Sight, Style, Styles, display_of, is_hidden, sight_of
from seed.readers.html_tables import Flow, OpenTable, Seen
from seed.readers.html_text import Look
from store.text import words

_NEVER = frozenset(
    words(
        "script style title meta link base template noscript noframes noembed iframe object embed applet canvas audio video svg math "
        "datalist map xml param source track"
    )
)
_BLOCKS = frozenset(
    words(
        "address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 "
        "h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table caption tbody td tfoot th thead tr ul"
    )
)
_HEADINGS = frozenset(words("h1 h2 h3 h4 h5 h6"))
_STRUCK = frozenset(words("s strike del"))
_LOOKS = _HEADINGS | _STRUCK | frozenset(words("sup sub pre textarea a"))
_OF_TABLES = frozenset(words("tr td th thead tbody tfoot"))
_CONTROLS = frozenset(words("input select img"))
_TYPED = frozenset(words("text number date month time datetime-local tel email url search"))
_DEEPEST = 100  # tables in tables


class Page(Struct, frozen=True):
    """What is seen, and of tables what is not: whole rows or columns, words in a cell, and cells in which only a picture stands."""

    seen: Sequence[Seen]
    hidden_rows: Sequence[str]
    hidden_words: Sequence[str]
    pictures: int
    doubtful: bool  # whether styles may hide, add or move any of the text


def page_of(root: etree._Element) -> Page:
    """Raises `seed.readers.html_grid.TooManySlots`."""
    walk = _Walk(Styles("".join(style.itertext()) for style in root.iter("style")))
    walk.through(root)
    return Page(walk.body.seen, walk.hidden_rows, walk.hidden_words, walk.pictures, walk.doubtful)


class _Walk:
    """One pass over the tree, without recursion, however deep it is."""

    def __init__(self, styles: Styles) -> None:
        self.body = Flow()
        self.hidden_rows: list[str] = []
        self.hidden_words: list[str] = []
        self.pictures = 0
        self.doubtful = False
        self._styles = styles
        self._shown: list[Style] = []  # of the elements that are open
        self._tables: list[OpenTable] = []
        self._looks: list[Look] = [Look()]

    def through(self, root: etree._Element) -> None:
        """Each element is entered, then what is inside of it, then it is left; then comes the text behind it."""
        steps: list[tuple[etree._Element, bool]] = [(root, False)]
        while steps:
            element, entered = steps.pop()
            if entered:
                self._leave(element)
                self._say(element.tail)
            elif self._enter(element):
                self._say(element.text)
                steps.append((element, True))
                steps += [(child, False) for child in reversed(element)]
            else:
                self._say(element.tail)
        self.body.end_line()

    @property
    def _in_cell(self) -> bool:
        return bool(self._tables) and self._tables[-1].in_cell

    @property
    def _flow(self) -> Flow:
        return self._tables[-1].flow if self._tables else self.body

    def _say(self, text: str | None) -> None:
        if text:
            look = self._looks[-1]
            self._flow.lines.add(text, look)
            self.doubtful |= look.sight.is_doubtful and bool(text.strip())

    def _enter(self, element: etree._Element) -> bool:
        """Whether what is inside of the element is looked at."""
        tag = element.tag
        if tag in _NEVER:
            return False
        style = self._styles.of(element)
        hidden = is_hidden(element, style)
        if self._tables and tag in _OF_TABLES:
            self._tables[-1].begin(element, hidden=hidden)
        elif self._tables and tag in ("col", "colgroup"):
            self._tables[-1].column(element, hidden=hidden)
        elif hidden:
            self._note(element)
            return False
        elif tag in _CONTROLS:
            self._say(_control(element))
            self._flow.pictured |= tag == "img"
            return False
        elif _is_block(element, style):
            self._flow.end_line()
        if tag == "table":
            if len(self._tables) >= _DEEPEST:
                raise TooManySlots
            self._tables.append(OpenTable())
        self._open(element, style)
        return True

    def _open(self, element: etree._Element, style: Style) -> None:
        self._shown.append(style)
        self._looks.append(_look(element, style, self._looks[-1], in_cell=self._in_cell))
        if style.added:
            self._flow.lines.doubt()
            self.doubtful = True
        if element.tag == "rt":  # it stands above the words that it explains
            self._say("（")

    def _leave(self, element: etree._Element) -> None:
        self._looks.pop()
        style = self._shown.pop()
        if element.tag == "rt":
            self._say("）")
        if element.tag == "table":
            table = self._tables.pop().come_out()
            self._flow.seen.extend(table.seen)
            self.hidden_rows += table.hidden
            self.pictures += table.pictures
        elif self._tables and element.tag in _OF_TABLES:
            self._tables[-1].end(element)
        elif _is_block(element, style):
            self._flow.end_line()

    def _note(self, element: etree._Element) -> None:
        text = " ".join("".join(element.itertext()).split())
        if text and next(element.iter("tr"), None) is not None:
            self.hidden_rows.append(text)
        elif text and self._in_cell:
            self.hidden_words.append(text)


def _control(element: etree._Element) -> str:
    """What a form control shows: the text in it, its choice, whether it is ticked; a picture is a gap."""
    if element.tag == "img":
        return " "
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None] or options[:1]
        return f" {' '.join(''.join(option.itertext()) for option in chosen)} "
    kind = element.get("type", "text").strip().lower()
    if kind in ("checkbox", "radio"):
        return "☑" if element.get("checked") is not None else "□"
    return f" {element.get('value', '')} " if kind in _TYPED else ""


def _is_block(element: etree._Element, style: Style) -> bool:
    display = display_of(style)
    if display is None or element.tag in ("br", "hr", "table"):
        return element.tag in _BLOCKS
    return not display.startswith("inline") and display != "contents"


def _look(element: etree._Element, style: Style, above: Look, *, in_cell: bool) -> Look:
    tag, own = element.tag, element.get("style")
    # A table in a layout that is drawn on a dark ground has none of it that we know for certain.
    around = Sight(dim=above.sight.dim, tiny=above.sight.tiny) if tag == "table" else above.sight
    sight = sight_of(style, around, in_cell=in_cell)
    if own is None and tag not in _LOOKS:
        return above if sight == above.sight else replace(above, sight=sight)
    own = (own or "").lower().replace(" ", "")
    raised = 1 if tag == "sup" or "vertical-align:super" in own else above.raised
    return Look(
        raised=-1 if tag == "sub" or "vertical-align:sub" in own else raised,
        struck=above.struck or tag in _STRUCK or "line-through" in own,
        kept=above.kept or tag in ("pre", "textarea") or "white-space:pre" in own,
        linked=above.linked or (tag == "a" and element.get("href") is not None),
        heading=above.heading or tag in _HEADINGS,
        sight=sight,
    )
