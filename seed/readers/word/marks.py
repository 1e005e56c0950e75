"""Marks: what stands in a Word document and is more, less or other than text."""

from enum import Enum

from msgspec import Struct


class Kind(Enum):
    """What a mark is about."""

    REVISION = "revision"  # a tracked change (修订)
    HIDDEN = "hidden"  # hidden text (隐藏文字)
    UNSEEN = "unseen"  # text too small or too pale to be seen
    COVERED = "covered"  # text in a cell that a merged cell covers
    SYMBOL = "symbol"  # a sign of a symbol font that we do not know
    FIELD = "field"  # a field that shows its instruction: a formula
    OBJECT = "object"  # an embedded workbook or the like
    PICTURE = "picture"
    COMMENT = "comment"  # 批注
    NOTE = "note"  # 脚注、尾注
    INVISIBLE = "invisible"  # characters that no eye sees
    CONTENTS = "contents"  # a line of a table of contents (目录)
    CHUNK = "chunk"  # another document inside (w:altChunk)


class Mark(Struct, frozen=True):
    """Something that is no plain text, and what stands there."""

    kind: Kind
    text: str = ""
