"""Projects told in running text (部门项目基本信息, 绩效目标 as an announcement): recognised and said, never read as facts.

Amounts in prose are approximate, cumulative or of another year (“约245万元”, “总投资…万元，2025年安排…万元”).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from seed.document import Cell, Document
from seed.findings import remark, warn
from seed.words.labels import plain_of
from seed.words.titles import is_caption
from store.model import Finding

_NUMBER = r"(?:[(（]?\s*[一二三四五六七八九十\d]{1,2}[)）、.．])?"
_HEADS = re.compile(
    rf"{_NUMBER}(项目概述|项目概况|立项依据|实施主体|实施主体和起止时间|起止时间|实施周期|实施方案|项目内容|年度预算安排|预算安排|绩效目标|绩效目标和指标)"
    r"(?=[:：。.\s]|$)"
)
_CLASSES = re.compile(r"(数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|满意度)指标[:：]")
_LEAST = 3  # of the usual headings, or classes of indicators


def prose(document: Document, *, stated: bool) -> Iterator[Finding]:
    """One finding where the paragraphs tell what forms print in tables; `stated` says whether there are forms besides."""
    heads = _heads(document.paragraphs)
    listed = [cell for cell in document.paragraphs if len(set(_CLASSES.findall(plain_of(cell.text)))) >= _LEAST]
    named = list(dict.fromkeys(head for head, _cell in heads))
    if len(named) >= _LEAST:
        yield _finding(heads[0][1], f"“{'”“'.join(named)}”", stated)
    elif listed:
        yield _finding(listed[0], "写在一段话里的绩效指标", stated)


def without_prose(captions: Sequence[Cell]) -> tuple[Cell, ...]:
    """The captions without prose about the project, up to the title of the table: “实施主体：…” in it is no label of the form."""
    heads = [cell for _head, cell in _heads(captions)]
    if len({cell.row for cell in heads}) < _LEAST:
        return tuple(captions)
    first, last = captions.index(heads[0]), captions.index(heads[-1])
    title = next((place for place in range(last + 1, len(captions)) if is_caption(captions[place].text)), len(captions))
    return (*captions[:first], *captions[title:])


def _heads(cells: Iterable[Cell]) -> list[tuple[str, Cell]]:
    return [(match[1], cell) for cell in cells if (match := _HEADS.match(cell.seen))]


def _finding(cell: Cell, what: str, stated: bool) -> Finding:
    if stated:
        message = f"这里起是文字说明（{what}），不是表，没有读入；金额和指标以表为准。"
        return remark("prose", cell, message)
    message = f"这里起是文字说明（{what}），不是表，里面的金额可能是约数或多年的总数，没有读入。请导入绩效目标表（常在附件里）。"
    return warn("prose", cell, message)
