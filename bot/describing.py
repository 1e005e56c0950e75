"""Words that tell what something is, where they do not call it by a name: what an optional extra looks for the meaning of."""

import re

from bot.parse import Parse, is_filler

_LEADING = 2  # characters: 给 and 请 are fillers, and yet the beginning of what is described
_FOLLOWING = 3  # characters: “那个”, “的那笔”
_LEAST_SAID = 4  # characters: 乡镇 is near to everything that is rural
_DESCRIBING = re.compile("的|那[个笔项]|^[给去请帮替把让]")


def described(said: Parse) -> tuple[str, bool]:
    """The words from the first to the last that nothing explains, and whether they tell what something is.

    “给老树治病的那个” tells what it is, 地铁建设 calls it by a name.  No words where everything is explained.
    """
    if not said.leftovers:
        return "", False
    start, end = said.leftovers[0].start, said.leftovers[-1].end
    leading = [p.start for p in said.cover if is_filler(p) and p.end == start and p.end - p.start <= _LEADING]
    words = said.words(min([start, *leading]), end)
    if words.tokens < _LEAST_SAID:
        return "", False
    return said.typed(words), bool(_DESCRIBING.search(words.text + said.said.text[end : end + _FOLLOWING]))
