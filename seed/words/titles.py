"""What headings say: a document's title, its fiscal year, its publisher (公开主体), stage and date."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath

from msgspec import Struct

from seed.document import Cell
from seed.words.labels import Label, heading_of, inline
from store.model import Stage
from store.numerals import DIGIT_CHARACTERS, NotNumber, parse_number
from store.text import INVISIBLE, normalized, without_footnote_digits

_DIGIT = rf"[\d{DIGIT_CHARACTERS}]"
# “2024-2026年” names both ends.
_YEAR = re.compile(rf"(?<!\d)({_DIGIT}{{4}})\s*(?:年|\)\s*年度|(?:-{{1,2}}|至|到)(?={_DIGIT}{{4}}\)?年))")
_ALONE = re.compile(rf"[(\[]?({_DIGIT}{{4}})[)\]]?(?:年度?|财年|年预算)?[)\]]?")
_DATE = re.compile(
    rf"({_DIGIT}{{4}})(?:年|[-./])([\d〇零一二三四五六七八九十]{{1,3}})(?:月|[-./])([\d〇零一二三四五六七八九十]{{1,3}})日?"
)
_INFORMED = re.compile(
    r"(?:(?P<public>发\s*布|公\s*开|公\s*布)|成\s*文|印\s*发|生\s*成|发\s*文)\s*(?:日\s*期|时\s*间)\s*[:\]】]?\s*"
    r"(?P<year>\d{4})\s*[-年./]\s*(?P<month>\d{1,2})\s*[-月./]\s*(?P<day>\d{1,2})(?!\d)"
)
_MONTH = re.compile(r"年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月")
_ATTACHMENT = re.compile(r"^\s*附件\s*\d*\s*[:：]?\s*")
# A caption that every table of its kind has names no document.
_GENERIC = re.compile(
    r"(?:[省市区县本]级)?(?:财政)?(?:部门)?(?:预算)?(?:项目)?(?:支出)?(?:绩效)?目标(?:申报|批复|审批|公开)?(?:表|清单|公开清单)?(?:\(.*\))?"
)
_RUN = re.compile(rf"({_DIGIT}{{3,}})(?:\)?年度|(?<={_DIGIT}{{4}})年)")
# A caption that is a year and nothing else, however it is written; “20  年度” and “20XX年度” are forms that nobody filled in.
_ONLY_YEAR = re.compile(
    rf"[(\[](?P<bracketed>[\dOoIl※{DIGIT_CHARACTERS}]+)[)\]](?:年度?)?|[(\[]?(?P<open>[\dOoIl※{DIGIT_CHARACTERS}]+)年度[)\]]?"
)
_HEADS = re.compile("年度|目标|绩效|预算")
_UNFILLED = re.compile(r"20[\s_]+年")
_CONTENTS = re.compile(r"(?:\t|[.．·…]{3,}|…{1,}|-{4,})\s*-?\s*\d{1,4}\s*-?$")
_LONGEST = 80  # characters; a longer paragraph is prose
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def title_of(file: str, captions: Iterable[Cell]) -> str:
    """The document's heading among the paragraphs before its first table, else the file's name without its ending."""
    headings = [_ATTACHMENT.sub("", caption.seen) for caption in captions]
    named = [" ".join(h.split()) for h in headings if _is_heading(h)]
    return next((h for h in named if years_in(h)), named[0] if named else _stem(file))


def _stem(file: str) -> str:
    return INVISIBLE.sub("", PurePath(file).stem).strip() or file


def _is_heading(text: str) -> bool:
    plain = _plain(text)
    if not plain or len(plain) > _LONGEST or heading_of(text) or inline(text) or is_contents_line(text):
        return False  # “填报日期：2024年3月” is a line of a form
    if _ALONE.fullmatch(plain) or _GENERIC.fullmatch(plain) or date_of(text):
        return False
    return "目标" in plain or bool(_YEAR.search(plain))


def is_caption(text: str) -> bool:
    """Whether the text heads a table of its own: “项目支出绩效目标表”, “（2024年度）”, “附件2”, or a document's title."""
    plain = _plain(text)
    generic = bool(_GENERIC.fullmatch(plain)) and plain.endswith(("表", "清单", ")"))
    return bool(generic or _ALONE.fullmatch(plain) or _ATTACHMENT.match(plain) or _is_heading(text))


def years_in(text: str) -> tuple[int, ...]:
    """The distinct years that the text names, “（2024 年度）”, “二〇二四年”, or a year standing alone; in their order."""
    plain = _plain(text)
    alone = _ALONE.fullmatch(plain)
    found = [alone[1]] if alone else _YEAR.findall(plain)
    years = [_year(digits) for digits in found]
    return tuple(dict.fromkeys(year for year in years if year is not None))


def odd_year(text: str) -> str | None:
    """What the text prints where a fiscal year belongs and that is none between 1990 and 2100: “2204年度”, “20二四年度”.

    None where it prints no year, or only real ones.  A year that is printed wrongly must not be replaced by that of the title.
    """
    plain = _plain(text)
    if _UNFILLED.search(normalized(text)) or len(plain) > _LONGEST:
        return None
    only = _ONLY_YEAR.fullmatch(plain)
    if only:
        return None if years_in(text) else only["bracketed"] or only["open"]
    if not _HEADS.search(plain):
        return None  # prose: “始建于1856年”
    return next((run for run in _RUN.findall(plain) if _year_at_end(run) is None), None)


def _year_at_end(run: str) -> int | None:
    """The year that a run of digits ends in; of “附件一2024年” the 一 is no part of it, of “12024年” the 1 is."""
    before, year = run[:-4], run[-4:]
    apart = not before or before[-1].isascii() != year[0].isascii() or not year.isascii()
    return _year(year) if apart else None


def _year(digits: str) -> int | None:
    try:
        year = int(parse_number(digits))
    except NotNumber:
        return None  # “20二四”
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None


def year_among(cells: Sequence[Cell]) -> tuple[int, Cell] | None:
    """The fiscal year that captions name, and the caption: one that is nothing but a year counts for more than others.

    None where they name none, or several with equal right.
    """
    cells = [cell for cell in cells if not is_contents_line(cell.text)]
    alone = [cell for cell in cells if _ALONE.fullmatch(_plain(cell.text))]
    for candidates in (alone, cells):
        dated = [(years_in(cell.text), cell) for cell in candidates if not is_dated(cell.text)]
        distinct = {year for years, _cell in dated for year in years}
        if len(distinct) == 1:
            return distinct.pop(), next(cell for years, cell in reversed(dated) if years)
        if distinct:
            return None
    return None


def is_contents_line(text: str) -> bool:
    """Whether the text is a line of a table of contents: “一、部门整体绩效目标……3”."""
    return bool(_CONTENTS.search(text.strip()))


def is_dated(text: str) -> bool:
    """Whether the text says when something was written (“填报日期：2023年12月”), which is often the year before."""
    labelled = inline(text)
    return bool(_MONTH.search(_plain(text))) or (labelled is not None and labelled[0].label is not Label.YEAR)


def publisher_of(title: str) -> str | None:
    """Whose document it is: what stands before the year (“青禾县财政局2024年度…” → 青禾县财政局), None where nothing does."""
    plain = "".join(title.split())
    match = re.match(rf"(.+?)[(（]?{_DIGIT}{{4}}[)）]?年", plain)
    name = re.sub(r"^(?:关于|附件\d*[:：]?)+", "", match[1]).strip("：:，,、—-（(") if match else ""
    return name if len(name) > 1 else None


# The budget or the targets are adjusted; “产业结构调整资金” is the name of a project.
_ADJUSTED = re.compile(r"(?:预算|目标|年中|中期)调整|调整(?:后|表|批复|预算|方案|绩效|项目)")


def stage_of(title: str) -> Stage:
    """申报 and 调整 stand in the title of such documents; what is published otherwise has been approved (批复、公开)."""
    if _ADJUSTED.search(title):
        return Stage.ADJUSTED
    return Stage.DECLARED if "申报" in title else Stage.APPROVED


def date_of(text: str) -> date | None:
    """The date that is all that the text says (“2024年3月1日”), None for anything else and for days that do not exist."""
    plain = re.sub(r"^(?:公开|公布|发布|印发)?(?:时间|日期)[:：]?", "", _plain(text))
    match = _DATE.fullmatch(plain)
    if not match:
        return None
    try:
        return date(*(int(parse_number(part)) for part in match.groups()))
    except ValueError:
        return None


class Dated(Struct, frozen=True):
    """A day that a line of information names, and whether it is that of publication (公开、发布) or only that of writing (成文、印发)."""

    day: date
    public: bool


def published_in(text: str) -> Dated | None:
    """The day behind such a label: “发布日期：2024-02-18 10:26　来源：县财政局” is 2024-02-18.

    None where there is none, and where the line names several with equal right.
    """
    plain = normalized(without_footnote_digits(text))
    found = [Dated(day, match["public"] is not None) for match in _INFORMED.finditer(plain) if (day := _day(match))]
    days = {one.day for one in found if one.public} or {one.day for one in found}
    return Dated(days.pop(), any(one.public for one in found)) if len(days) == 1 else None


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _plain(text: str) -> str:
    return "".join(normalized(without_footnote_digits(text)).split())
