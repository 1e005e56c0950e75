"""Places in documents as people find them again: “第2张表第6行第3格”, “工作表“清单”B5”, “第3页起第2张表第6行第3格”, “第2段”.  Pure."""


def place_in_words(table: int | None, row: int, column: int | None, *, sheet: str | None = None, page: int | None = None) -> str:
    """The place of a cell, or of a paragraph where `table` is None; all numbers count from 1."""
    if sheet is not None and column is not None:
        return f"工作表“{sheet}”{letters(column)}{row}"
    if table is None:
        return f"第{row}段"
    begins = f"第{page}页起" if page else ""
    return f"{begins}第{table}张表第{row}行第{column}格"


def letters(column: int) -> str:
    """A worksheet's column as the sheet calls it: 1 → A, 28 → AB."""
    said = ""
    while column > 0:
        column, last = divmod(column - 1, 26)
        said = chr(ord("A") + last) + said
    return said
