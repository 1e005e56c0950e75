"""Choices that a form prints with boxes: “新增项目□ 延续项目√” is 延续项目."""

import re

_TICKED = "√✓✔☑☒■●"
_BOX = f"□☐○〇{_TICKED}"


def ticked(text: str) -> str | None:
    """The one choice that is ticked; "" where none is; None where the text has no boxes, or does not say clearly which box is whose."""
    plain = text.strip()
    boxes = [character for character in plain if character in _BOX]
    if not boxes or (plain[0] in _BOX) == (plain[-1] in _BOX):
        return None
    words = [word.strip(" 　\t\n:：;；,，/、()（）") for word in re.split(f"[{_BOX}]", plain)]
    choices = words[1:] if plain[0] in _BOX else words[:-1]
    if not all(choices):
        return None  # “□√新增”
    chosen = [choice for choice, box in zip(choices, boxes, strict=True) if box in _TICKED]
    return chosen[0] if len(chosen) == 1 else None if chosen else ""
