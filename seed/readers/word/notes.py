"""What is to be said about a Word document: why it is refused, and what in it was not read."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from seed.errors import HasHiddenText, HasRevisions, SeedError
from seed.findings import remark, short, warn
from seed.readers import unseen
from seed.readers.word.marks import Kind, Mark
from store.model import Finding

_NAMED = 3  # places in a refusal; the first ones show where to look


class Note(Struct, frozen=True):
    """A mark and the place where it stands, in words."""

    place: str
    mark: Mark


def refusal(file: str, notes: Sequence[Note]) -> SeedError | None:
    """Why the document must not be read: what counts in it, or what is seen of it, is not decided."""
    for kind, error in ((Kind.REVISION, HasRevisions), (Kind.HIDDEN, HasHiddenText)):
        found = [note for note in notes if note.mark.kind is kind]
        if found:
            return error(file, _places(found))
    return None


def _places(notes: Sequence[Note]) -> str:
    said = "；".join(f"{note.place}{_quoted(note.mark)}" for note in notes[:_NAMED])
    return f"{said}；共 {len(notes)} 处" if len(notes) > _NAMED else said


def _quoted(mark: Mark) -> str:
    return short(mark.text) if mark.kind is Kind.REVISION else f"“{short(mark.text)}”"


# rule, severity, message; {said}: what stands at the first place, {number}: how many places
_SAID: dict[Kind, tuple[str, Callable[[str, str, str], Finding], str]] = {
    Kind.UNSEEN: (
        "unseen-text",
        warn,
        "有看不见的文字（白色，或者小得看不见）：“{said}”{times}，没有读入，读作“�”。请删去，或改成看得见的文字后重新导入。",
    ),
    Kind.COVERED: ("covered-text", warn, "被合并单元格盖住的文字没有读入，打开文件也看不到：“{said}”{times}。请核对。"),
    Kind.SYMBOL: ("unknown-symbol", warn, "有不认识的符号（{said}），读作“�”{times}。请核对，或换成普通文字后重新导入。"),
    Kind.FIELD: ("unknown-field", warn, "公式域“{said}”读不出来，读作“�”{times}。请换成普通文字后重新导入。"),
    Kind.OBJECT: (
        "embedded-object",
        warn,
        "嵌入的对象（{said}）没有读入{times}。里面有表格的，请粘贴成 Word 表格后重新导入。",
    ),
    Kind.CHUNK: ("embedded-file", warn, "嵌入的另一份文件没有读入{times}。请用 WPS、Word 打开后另存一次，再重新导入。"),
    Kind.PICTURE: ("pictures", remark, "有 {number} 张图片，图片里的文字没有读入。"),
    Kind.COMMENT: ("comments", remark, "有 {number} 条批注，没有读入。"),
    Kind.NOTE: ("footnotes", remark, "有 {number} 个脚注或尾注，没有读入。"),
    Kind.CONTENTS: ("contents", remark, "目录没有读入（{number} 行）。"),
}


def findings(notes: Sequence[Note]) -> Iterator[Finding]:
    """A finding for each kind of thing that was not read, with the first place where there are several."""
    for kind in Kind:
        found = [note for note in notes if note.mark.kind is kind]
        if found and kind is Kind.INVISIBLE:
            yield from unseen.findings_of([(note.place, note.mark.text) for note in found])
        elif found and kind in _SAID:
            rule, weigh, message = _SAID[kind]
            times = f"（共 {len(found)} 处，这是第一处）" if len(found) > 1 else ""
            yield weigh(rule, found[0].place, message.format(said=short(found[0].mark.text), times=times, number=len(found)))
