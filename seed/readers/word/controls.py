"""Content controls and form fields of Word: what they say that the text inside of them does not."""

import re

from lxml import etree

from seed.readers.word.names import REVISIONS, W14, WRAPPERS, W, is_on, value

_ASKS = re.compile("单击|点击|选择|输入|键入|填写|click|tap|choose|enter", re.IGNORECASE)


def told_around(element: etree._Element) -> str | None:
    """What a content control around a paragraph or a cell says in place of what stands in it; None where there is none."""
    while (parent := element.getparent()) is not None and parent.tag in WRAPPERS:
        element = parent
        if (told := told_by(element)) is not None:
            return told
    return None


def told_by(control: etree._Element) -> str | None:
    """What the w:sdt says: of a checkbox its state, of a placeholder (“单击此处输入文字”) nothing, since nobody wrote it; else None."""
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    placeholder = is_on(value(control, "w:sdtPr/w:showingPlcHdr"))
    # A box that was ticked while changes were tracked holds both signs: that is for the reader of its content to say.
    if (box is None and not placeholder) or next(control.iter(*REVISIONS), None) is not None:
        return None
    text = "".join(control.itertext(f"{W}t")).strip()
    # Programs that fill in forms forget to say that the placeholder is gone: what does not ask for anything is an answer.
    if placeholder and _ASKS.search(text):
        return ""
    if box is None or len(text) > 1:
        return None
    state = box.find(f"{W14}checked")
    return "☑" if state is not None and is_on(state.get(f"{W14}val", "")) else "□"


def form_field(begin: etree._Element) -> str:
    """What a form field of old shows, which has no result: a box, the line of a list."""
    box, chosen = begin.find(f"{W}ffData/{W}checkBox"), begin.find(f"{W}ffData/{W}ddList")
    if box is not None:
        state = value(box, "w:checked")
        return "☑" if is_on(state if state is not None else value(box, "w:default")) else "□"
    if chosen is None:
        return ""
    lines = [line.get(f"{W}val", "") for line in chosen.iterfind(f"{W}listEntry")]
    number = value(chosen, "w:result") or value(chosen, "w:default") or "0"
    return lines[int(number)] if number.isdecimal() and int(number) < len(lines) else ""
