"""Characters that no eye sees (store.text.INVISIBLE): taken out of all that is read, but never so that a number reads otherwise.

Marks that turn the writing round (a right-to-left override, embedding, isolate or mark) make people see “02” where the file has 20.
Where a number follows one in its line, � stands in its place: then nothing takes the number for an amount.  Marks of writing from left
to right change nothing in our texts.
"""

from collections.abc import Iterator, Sequence

from seed.findings import remark, short, warn
from store.model import Finding
from store.text import INVISIBLE

UNREADABLE = "\ufffd"
OVERRIDE, EMBEDDING, END = "\u202e", "\u202b", "\u202c"  # from right to left
_TURNING = frozenset({OVERRIDE, EMBEDDING, "\u2067", "\u2068"})
_STRONG = frozenset({"\u200f", "\u061c"})  # letters without shape: only digits change places beside them


def seen(text: str) -> str:
    """The text without what no eye sees, and with � for a mark that turns a number after it round."""
    if not INVISIBLE.search(text):
        return text
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    numeral = max((i for i, c in enumerate(line) if c.isnumeric()), default=-1)  # 二 and 贰 too
    digit = max((i for i, c in enumerate(line) if c.isdigit()), default=-1)
    turns = [(c in _TURNING and i < numeral) or (c in _STRONG and i < digit) for i, c in enumerate(line)]
    return INVISIBLE.sub("", "".join(UNREADABLE if turn else c for c, turn in zip(line, turns, strict=True)))


def is_turned(text: str) -> bool:
    """Whether a mark in the text turns a number round."""
    return seen(text).count(UNREADABLE) > text.count(UNREADABLE)


def findings_of(found: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """What there is to say about these texts, each with its place in words: a remark about the first, a warning where one is turned."""
    marks = [(place, character) for place, text in found for character in INVISIBLE.findall(text)]
    if marks:
        place, first = marks[0]
        message = f"去掉了 {len(marks)} 个看不见的字符（零宽字符或改变书写方向的字符），第一个是 U+{ord(first):04X}。"
        yield remark("invisible-characters", place, message)
    turned = [(place, text) for place, text in found if is_turned(text)]
    if turned:
        place, text = turned[0]
        yield warn("turned-writing", place, f"有 {len(turned)} 处数字前面{said_of_turned(f'“{short(seen(text))}”')}")


def said_of_turned(quoted: str) -> str:
    """The end of a finding about writing that is turned round, with what is read in quotes."""
    return f"有从右向左书写的标记，看到的数和文件里存的不一定相同，标记读作“{UNREADABLE}”：{quoted}。请删去标记、重写数字后重新导入。"
