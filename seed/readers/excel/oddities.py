"""What a reader of worksheets has to say: hidden content, formulas without a value, errors, and figures that a format rounds."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from seed.findings import remark, short, warn
from seed.readers.assembling import Grid
from seed.readers.excel.laying import Laid, laid
from seed.readers.excel.sheets import Area, Note, Odd, Sheet
from seed.readers.unseen import said_of_turned
from store.model import Finding
from store.places import letters, place_in_words

_QUOTED = 5  # cells; more are not read in one line
_RUNS = 8


def parts_of(sheets: Iterable[Sheet]) -> tuple[list[Grid], list[Finding]]:
    """The grids of a workbook's worksheets, and what there is to say about them; a hidden one is only said to be there."""
    grids: list[Grid] = []
    findings: list[Finding] = []
    for sheet in sheets:
        if sheet.hidden:
            findings += hidden_sheet(sheet)
        else:
            found = laid(sheet)
            findings += findings_of(sheet, found)
            grids.append(found.grid)
    return grids, findings


def findings_of(sheet: Sheet, laid: Laid) -> Iterator[Finding]:
    """The findings about a worksheet that can be seen, each kind in one line."""
    yield from _hidden(sheet)
    yield from _covered(sheet, laid)
    yield from _crossing(sheet, laid.crossing)
    shown = _shown_by_merges(sheet)
    places = ((note, (note.row, note.column)) for note in sheet.notes)
    seen = [note for note, at in places if at not in laid.covered and (sheet.is_visible(*at) or at in shown)]
    yield from _of_cells(sheet, seen)


def hidden_sheet(sheet: Sheet) -> Iterator[Finding]:
    """The one finding about a worksheet that is hidden; none where nothing stands on it."""
    texts = list(sheet.texts())
    if texts:
        said = _quoted(texts)
        message = f"这个工作表是隐藏的，里面的 {len(texts)} 格没有读入：{said}。要读入请取消隐藏、保存后重新导入。"
        yield warn("hidden-sheet", f"工作表“{sheet.name}”", message)


def _shown_by_merges(sheet: Sheet) -> set[tuple[int, int]]:
    """The cells whose text is seen although their row or column is hidden, since a merged range reaches out of it."""
    return {
        (area.top, area.left)
        for area in sheet.merged
        if sheet.hidden_rows.find(0, area.top, area.bottom + 1) >= 0
        and sheet.hidden_columns.find(0, area.left, area.right + 1) >= 0
    }


def _place(sheet: Sheet, row: int, column: int) -> str:
    return place_in_words(1, row + 1, column + 1, sheet=sheet.name)


def _name(row: int, column: int) -> str:
    return f"{letters(column + 1)}{row + 1}"


def _quoted(texts: Sequence[tuple[int, int, str]]) -> str:
    said = "、".join(f"{_name(row, column)}“{short(text, 20)}”" for row, column, text in texts[:_QUOTED])
    return said + (" 等" if len(texts) > _QUOTED else "")


def _hidden(sheet: Sheet) -> Iterator[Finding]:
    """What stands in hidden rows and columns and cannot be seen, one finding for the rows and one for the columns."""
    shown = _shown_by_merges(sheet)
    texts = [one for one in sheet.texts() if not sheet.is_visible(one[0], one[1]) and one[:2] not in shown]
    in_rows = [one for one in texts if sheet.hidden_rows[one[0]]]
    in_columns = [one for one in texts if not sheet.hidden_rows[one[0]]]
    again = "要读入请取消隐藏、保存后重新导入"
    if in_rows:
        rows = _runs([row for row, _column, _text in in_rows], lambda row: str(row + 1))
        message = f"第{rows}行是隐藏的，里面的 {len(in_rows)} 格没有读入：{_quoted(in_rows)}。{again}。"
        yield warn("hidden-rows", _place(sheet, *in_rows[0][:2]), message)
    if in_columns:
        columns = _runs([column for _row, column, _text in in_columns], lambda column: letters(column + 1))
        message = f"{columns}列是隐藏的，里面的 {len(in_columns)} 格没有读入：{_quoted(in_columns)}。{again}。"
        yield warn("hidden-columns", _place(sheet, *in_columns[0][:2]), message)


def _runs(numbers: Iterable[int], said: Callable[[int], str]) -> str:
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = [said(run[0]) if len(run) == 1 else f"{said(run[0])}至{said(run[-1])}" for run in runs[:_RUNS]]
    return "、".join(words) + ("……" if len(runs) > _RUNS else "")


def _covered(sheet: Sheet, laid: Laid) -> Iterator[Finding]:
    texts = [(*place, text) for place, text in sorted(laid.covered.items())]
    if texts:
        message = f"有 {len(texts)} 格被合并单元格盖住，看不见，没有读入：{_quoted(texts)}。"
        yield warn("covered-cells", _place(sheet, *texts[0][:2]), message)


def _crossing(sheet: Sheet, areas: Sequence[Area]) -> Iterator[Finding]:
    if areas:
        first = areas[0]
        name = f"{_name(first.top, first.left)}:{_name(first.bottom, first.right)}"
        message = f"有 {len(areas)} 个合并区域与别的合并区域重叠（{name} 等），当作没有合并来读。请核对这张表。"
        yield warn("merges-cross", _place(sheet, first.top, first.left), message)


def _where(note: Note) -> str:
    return _name(note.row, note.column)


def _shows(note: Note) -> str:
    return f"{_where(note)} 显示 {note.shown}"


def _in_its_format(note: Note) -> str:
    return f"{_where(note)} 的值是 {note.shown}，格式是“{short(note.held)}”"


def _both_figures(note: Note) -> str:
    """What is displayed is what was published, and the administrator is told what the format hides."""
    return f"{_where(note)} 显示为 {note.shown}，实际是 {note.held}"


def _held(note: Note) -> str:
    return f"{_where(note)} 的内容是“{short(note.held, 20)}”"


def _characters(note: Note) -> str:
    return f"{_where(note)}（{note.held}）"


def _as_read(note: Note) -> str:
    return f"{_where(note)} 读作“{short(note.shown, 20)}”"


# rule, severity, what is odd, how a cell is quoted, message; {said}: the first few cells, {count}: how many they are
_SAID: tuple[tuple[str, Callable[[str, str, str], Finding], Odd, Callable[[Note], str], str], ...] = (
    (
        Odd.NO_VALUE.value,
        warn,
        Odd.NO_VALUE,
        _where,
        "有 {count} 格是公式，文件里没有存计算结果，没有读入：{said}。请用 Excel 或 WPS 打开、重新计算并保存后重新导入。",
    ),
    (
        Odd.EMPTY.value,
        remark,
        Odd.EMPTY,
        _where,
        "有 {count} 格是公式，结果是空的或没有计算过：{said}。如果应当有内容，请重新计算并保存。",
    ),
    (Odd.ERROR.value, warn, Odd.ERROR, _shows, "有 {count} 格的公式出错：{said}。请改正公式、保存后重新导入。"),
    (
        Odd.UNKNOWN.value,
        warn,
        Odd.UNKNOWN,
        _in_its_format,
        "有 {count} 格的数字格式不认得，看不出显示成什么，没有读入：{said}。请把格式改为“常规”或“数值”后重新导入。",
    ),
    (
        Odd.ROUNDED.value,
        warn,
        Odd.ROUNDED,
        _both_figures,
        "有 {count} 格显示的数是四舍五入的：{said}。读入的是显示的数；如果应当是实际的数，请增加小数位数后重新导入。",
    ),
    (Odd.UNSEEN.value, warn, Odd.UNSEEN, _held, "有 {count} 格的数字格式让内容不显示，没有读入：{said}。请核对。"),
    (
        Odd.INVISIBLE.value,
        remark,
        Odd.INVISIBLE,
        _characters,
        "去掉了 {count} 格里看不见的字符（零宽字符或改变书写方向的字符）：{said}。",
    ),
    (Odd.TURNED.value, warn, Odd.TURNED, _as_read, "有 {count} 格数字前面" + said_of_turned("{said}")),
    (
        Odd.UNREADABLE.value,
        warn,
        Odd.UNREADABLE,
        _as_read,
        "有 {count} 格里有认不出的字（多半是 Wingdings 等符号字体里的，或白底上白色的）：{said}。请改成看得见的普通文字后重新导入。",
    ),
)


def _of_cells(sheet: Sheet, notes: Sequence[Note]) -> Iterator[Finding]:
    """The odd cells, each kind in one line."""
    for rule, weigh, odd, say, message in _SAID:
        found = [note for note in notes if note.odd is odd]
        if found:
            said = "、".join(say(note) for note in found[:_QUOTED]) + (" 等" if len(found) > _QUOTED else "")
            yield weigh(rule, _place(sheet, found[0].row, found[0].column), message.format(count=len(found), said=said))
