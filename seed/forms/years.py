"""The fiscal year of a target: what its form or list says, else what stands above it, else its worksheet, its document, its file."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from seed.document import Cell, Document, Table
from seed.findings import refuse, short, warn
from seed.words.amounts import is_blank
from seed.words.titles import is_caption, is_dated, odd_year, year_among, years_in
from store.model import Finding, Source


class Year(Struct, frozen=True):
    """A year and where it stands; where nothing in the document prints it, the cell of the project."""

    year: int
    source: Source


def read_year(
    document: Document, table: Table, own: tuple[Cell, str] | None, project: Cell | None
) -> tuple[Year | None, list[Finding]]:
    """The year, and what is odd about it; without a year a finding refuses the file.

    `own` is the cell of a label or column of its own with its text, `project` the cell that names the project.
    """
    unclear = [*_odd_years(table, own), *_two_years(table, own, project)]
    if unclear:
        return None, unclear
    found = _year(document, table, own, project)
    return found, list(_findings(document, table, found)) if found else [_no_year(table)]


def _year(document: Document, table: Table, own: tuple[Cell, str] | None, project: Cell | None) -> Year | None:
    if own is not None and len(years := years_in(_with_year(own[1]))) == 1:
        return Year(years[0], document.source(own[0]))
    above = year_among(list(_without_name(table, project)))
    if above:
        return Year(above[0], document.source(next(c for c in table.captions if c.order == above[1].order)))
    return _year_of_sheet(document, table, project) or _year_of_document(document, project)


def _without_name(table: Table, project: Cell | None) -> Iterator[Cell]:
    """The captions without the project's name, whose year is that of something else: “2022年村务公开经费” in 2023."""
    name = "".join(project.text.split()) if project else ""
    for caption in table.captions:
        text = "".join(caption.text.split())
        yield replace(caption, text=text.replace(name, "")) if name and name in text else caption


def _with_year(text: str) -> str:
    return text if "年" in text else f"{text}年"


def _year_of_sheet(document: Document, table: Table, project: Cell | None) -> Year | None:
    sheet = next((cell.sheet for cell in table.cells() if cell.sheet), None)
    years = years_in(sheet) if sheet else ()
    return Year(years[0], document.source(project)) if len(years) == 1 and project is not None else None


def _year_of_document(document: Document, project: Cell | None) -> Year | None:
    headings = [p for p in document.paragraphs if " ".join(p.seen.split()).endswith(document.title)]
    years = years_in(document.title) or years_in(document.file)
    if len(years) != 1 or project is None:
        return None
    # A file's name is no place in the document: then the project's own cell stands for it, and a finding says so.
    return Year(years[0], document.source(headings[0] if headings and years_in(headings[0].text) else project))


def _odd_years(table: Table, own: tuple[Cell, str] | None) -> Iterator[Finding]:
    """A year that is printed and that is none: the title's must not take its place in silence."""
    if own is not None and not is_blank(own[1]):
        if years_in(_with_year(own[1])):
            return
        places = [(own[0], odd_year(f"({own[1]})"))]
    else:
        places = [(caption, odd_year(caption.text)) for caption in table.captions if not is_dated(caption.text)]
    for cell, found in places:
        if found is not None:
            message = f"写的年份不认得：“{short(cell.text)}”里的“{found}”不是 1990 到 2100 之间的年份。请在原表改正后重新导入。"
            yield refuse("odd-year", cell, message)


def _two_years(table: Table, own: tuple[Cell, str] | None, project: Cell | None) -> Iterator[Finding]:
    """Headings above the table that name different years: neither may win, least of all the title's in silence."""
    if own is not None and years_in(_with_year(own[1])):
        return
    above = list(_without_name(table, project))
    heads = [cell for cell in above if is_caption(cell.text) and not is_dated(cell.text) and len(years_in(cell.text)) == 1]
    named = dict.fromkeys(years_in(cell.text)[0] for cell in heads)
    if len(named) > 1 and year_among(above) is None:
        said = "、".join(f"“{short(cell.text, 30)}”" for cell in heads)
        yield refuse("two-years", heads[-1], f"表的上方写了不同的年度：{said}。请在表的上方只写这张表的年度后重新导入。")


def _no_year(table: Table) -> Finding:
    message = "看不出是哪一年的：表的上方、标题和文件名都没有写唯一的年度。请在表的上方写明，如“（2024年度）”。"
    return refuse("no-year", f"第{table.number}张表", message)


def _findings(document: Document, table: Table, found: Year) -> Iterator[Finding]:
    titled = years_in(document.title)
    place = f"第{table.number}张表"
    if not years_in(found.source.raw) and str(found.year) not in found.source.raw:
        sheet = next((cell.sheet for cell in table.cells() if cell.sheet), None)
        whence = f"工作表名“{sheet}”" if sheet and years_in(sheet) == (found.year,) else f"文件名“{document.file}”"
        yield warn("year-of-file", place, f"表和标题都没有写年度，按{whence}记为 {found.year} 年。请核对。")
    if len(titled) == 1 and titled[0] != found.year:
        message = f"表上写的是 {found.year} 年，文件标题写的是 {titled[0]} 年；按表记为 {found.year} 年。请核对。"
        yield warn("year-differs", found.source, message)
