"""What a document prints against what is stored of it: one difference a cell, named as people find it."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import asdict

from seed.called import HORIZONS, KINDS, Part, called, named, text_of
from seed.document import place_of
from seed.findings import short
from store.listed import join
from store.model import DocumentStatement, Evaluation, PerformanceTarget, Source
from store.text import fold, printable

T = TypeVar("T")
Whole = PerformanceTarget | Evaluation

_NAMES = (("项目名称", "project", "title"), ("单位", "unit", "unit_source"), ("年度", "year", "year_source"))
_COLUMNS = {
    "project": "项目名称",
    "unit": "单位",
    "yuan": "金额",
    "horizon": "年度或中期",
    "kind": "资金",
    "text": "内容",
    "name": "名称",
    "level1": "一级指标",
    "level1_printed": "所印的一级指标",
    "level2": "二级指标",
    "value": "指标值",
    "operator": "符号",
    "number": "数值",
    "unit_of_measure": "度量单位",
    "standard": "评分标准",
    "weight": "分值",
}


class Difference(Struct, frozen=True):
    """One thing that is stored otherwise than its original prints it; None is for what is not there at all."""

    document: str
    file: str
    place: str
    field: str
    printed: str | None
    stored: str | None
    message: str = ""

    def line(self) -> str:
        """The difference in one line."""
        where = f"《{self.document}》（{self.file}）" if self.document else ""
        if self.message:
            return printable(f"{where}{self.message}")
        printed, stored = (f"“{text}”" if text is not None else "没有" for text in (self.printed, self.stored))
        return printable(f"{where}{self.place} {self.field}：原件是{printed}，库里是{stored}。")

    def as_json(self) -> dict[str, Any]:
        """The difference for programs."""
        return {**asdict(self), "message": self.line()}


def parts_of(whole: Whole) -> tuple[str, ...]:
    """The fields that hold its pieces: fundings, goals … of a target, executions, results … of an evaluation."""
    if isinstance(whole, Evaluation):
        return "facts", "executions", "results"
    return "facts", "fundings", "goals", "indicators", "blanks"


def differences(printed: DocumentStatement, stored: DocumentStatement, joined: Sequence[int | None]) -> Iterator[Difference]:
    """Every difference in the order of the document; `joined` is which target each stored row of the list speaks of."""
    compare = _Compare(stored.document, stored.file)
    yield from compare.wholes("绩效目标表", printed.targets, stored.targets)
    yield from compare.wholes("绩效自评表", printed.evaluations, stored.evaluations)
    rows = list(compare.parts("", printed.listed, stored.listed))
    yield from rows
    if printed.prints_totals != stored.prints_totals:
        yield compare.said("", "文件印的合计", *("有" if one.prints_totals else None for one in (printed, stored)))
    if not rows and printed.targets == stored.targets and join(printed.targets, printed.listed) != tuple(joined):
        yield compare.said("", "清单", "各行对应的表", "对应了别的表")


class _Compare(Struct, frozen=True):
    document: str
    file: str

    def said(self, place: Source | str, field: str, printed: str | None, stored: str | None) -> Difference:
        where = place if isinstance(place, str) else place_of(place)
        return Difference(self.document, self.file, where, field, printed, stored)

    def wholes(self, kind: str, printed: Sequence[Whole], stored: Sequence[Whole]) -> Iterator[Difference]:
        """Of targets, or of evaluations."""
        pairs, missing, extra = _paired(printed, stored, _by_name, lambda whole: _cell(whole.title))
        for one, other in pairs:
            yield from self._whole(one, other)
        for whole in missing:
            yield self.said(whole.title, kind, called(whole), None)
        for whole in extra:
            yield self.said(whole.title, kind, None, called(whole))
        if not missing and not extra and [one for one, _ in pairs] == list(printed) and [two for _, two in pairs] != list(stored):
            yield self.said("", kind, "各表的次序", "次序不同")

    def _whole(self, printed: Whole, stored: Whole) -> Iterator[Difference]:
        if printed == stored:
            return
        whose = f"「{printed.project}」"
        for field, name, source in _NAMES:
            texts = (str(getattr(printed, name)), str(getattr(stored, name)))
            yield from self._cells(f"{whose}{field}", texts, getattr(printed, source), getattr(stored, source))
        for name in parts_of(printed):
            yield from self.parts(whose, getattr(printed, name), getattr(stored, name))

    def parts(self, whose: str, printed: Sequence[Part], stored: Sequence[Part]) -> Iterator[Difference]:
        if list(printed) == list(stored):
            return
        pairs, missing, extra = _paired(
            printed, stored, lambda part: (named(part), _cell(part.source)), lambda part: _cell(part.source), named
        )
        different = [(one, other) for one, other in pairs if one != other]
        for one, other in different:
            field = f"{whose}{named(one)}"
            seen = list(self._cells(field, (text_of(one), text_of(other)), one.source, other.source))
            yield from seen or [self.said(one.source, field, *_unlike(one, other))]
        for part in missing:
            yield self.said(part.source, f"{whose}{named(part)}", text_of(part), None)
        for part in extra:
            yield self.said(part.source, f"{whose}{named(part)}", None, text_of(part))
        if not different and not missing and not extra:
            yield self.said(printed[0].source, f"{whose}{named(printed[0])}等", "各行的次序", "次序不同")

    def _cells(self, field: str, texts: tuple[str, str], printed: Source, stored: Source) -> Iterator[Difference]:
        if texts[0] != texts[1]:
            yield self.said(printed, field, *_apart(*texts))
        elif printed != stored:
            yield self.said(printed, f"{field}的出处", _standing(printed), _standing(stored))


def _paired(
    printed: Sequence[T], stored: Sequence[T], *ways: Callable[[T], Hashable]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """Each printed record with the stored one that is meant, and what is left of both: by equality first, then by these ways."""
    pairs: dict[int, int] = {}
    for way in (lambda record: record, *ways):  # records are frozen, so that a record is its own best name
        free: defaultdict[Hashable, list[int]] = defaultdict(list)
        for place in (n for n in range(len(stored)) if n not in set(pairs.values())):
            free[way(stored[place])].append(place)
        for place in (n for n in range(len(printed)) if n not in pairs):
            if candidates := free[way(printed[place])]:
                pairs[place] = candidates.pop(0)
    taken = set(pairs.values())
    matched = [(printed[one], stored[pairs[one]]) for one in sorted(pairs)]
    missing = [record for n, record in enumerate(printed) if n not in pairs]
    return matched, missing, [record for n, record in enumerate(stored) if n not in taken]


def _unlike(one: Part, other: Part) -> tuple[str, str]:
    """The fields in which two records differ that read alike."""
    printed, stored = one.model_dump(mode="json"), other.model_dump(mode="json")
    names = [name for name in {**printed, **stored} if printed.get(name) != stored.get(name)]
    said = ["、".join(f"{_COLUMNS.get(name, name)} {_word(of.get(name))}" for name in names) for of in (printed, stored)]
    return said[0], said[1]


def _word(value: Any) -> str:  # noqa: ANN401  # whatever JSON holds
    return "没有" if value is None else HORIZONS.get(value) or KINDS.get(value) or str(value)


def _apart(one: str, other: str) -> tuple[str, str]:
    """Both texts, of long ones the part where they begin to differ."""
    place = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, place - _BEFORE) if max(len(one), len(other)) > _SHOWN else 0
    return _cut(one, start), _cut(other, start)


_SHOWN, _BEFORE = 80, 20  # characters


def _cut(text: str, start: int) -> str:
    end = start + _SHOWN
    return f"{'…' if start else ''}{text[start:end]}{'…' if len(text) > end else ''}"


def _by_name(whole: Whole) -> Hashable:
    return fold(whole.project), fold(whole.unit), whole.year


def _cell(source: Source) -> Hashable:
    return source.table, source.row, source.column


def _standing(source: Source) -> str:
    return f"{place_of(source)}：{short(source.raw)}"
