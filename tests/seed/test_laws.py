"""Laws of reading documents, on documents that hypothesis makes."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.errors import SeedError
from seed.load import bundled
from seed.readers import read_file
from seed.reading import state
from tests.laws import law, proof
from tests.seed.flat import TITLE, document, form, side_by_side

_WORDS = st.text("乡村振兴干部经费工作培训维护（一）A1.%", min_size=1, max_size=8).filter(lambda text: text.strip())
_VALUES = st.sampled_from(["≥95%", "12次", "定性", "2.6万元", "无", "", "…", "100", "指标1：", "２４台"])
_AMOUNTS = st.sampled_from(["2.6", "28万元", "1,234.5", "", "无", "约3O万", "26000元", "\n4.64"])
_LEVELS = st.sampled_from(
    [
        ("产出指标", "数量指标"),
        ("", "质量\n\n指标"),
        ("", ""),
        ("效益指标", "社会效益"),
        ("满意度指标", ""),
        ("", "…"),
        ("别的", "某类"),
    ]
)
_LINES = st.lists(st.tuples(_LEVELS, _WORDS | st.just("…"), _VALUES).map(lambda line: (*line[0], line[1], line[2])), max_size=6)
_HALVES = st.lists(
    st.tuples(_LEVELS, _WORDS, _VALUES, _WORDS, _VALUES).map(lambda t: (*t[0], t[1], t[2], "标准", t[0][1], t[3], t[4], "")),
    max_size=5,
)


@st.composite
def documents(draw):
    """A document of a few forms of both kinds."""
    parts = [TITLE]
    for number in range(draw(st.integers(1, 3))):
        parts.append("（2024年度）")
        money = [
            ("项目资金（万元）", "年度资金总额", draw(_AMOUNTS)),
            ("", "其中：财政拨款", draw(_AMOUNTS)),
            ("", "上年结转", draw(_AMOUNTS)),
        ]
        annual = form(f"{draw(_WORDS)}项目{number}", money=money, lines=draw(_LINES), goal=draw(_WORDS | st.just("")))
        parts.append(draw(st.sampled_from([annual, side_by_side(draw(_HALVES))])))
    return document(*parts)


def sources(statement):
    for target in statement.targets:
        yield from (target.title, target.unit_source, target.year_source)
        for part in (target.facts, target.fundings, target.goals, target.indicators, target.blanks):
            yield from (record.source for record in part)
    yield from (row.source for row in statement.listed)


def every_fact_stands_where_it_says(read):
    for source in sources(state(read).statement):
        assert (source.document, source.raw) == (read.title, read.at(source.table, source.row, source.column).seen)


@law(40)
@given(documents())
def test_every_fact_stands_where_it_says(read):
    """The raw string of each source is what the eye sees in that cell of that document."""
    every_fact_stands_where_it_says(read)


@pytest.mark.prove
@proof()
@given(documents())
def test_every_fact_stands_where_it_says_at_length(read):
    """The same at length."""
    every_fact_stands_where_it_says(read)


def test_the_bundled_document_stands_where_it_says(bundled_document, outcome):
    """The same law on the real document."""
    for source in sources(outcome.statement):
        assert source.raw == bundled_document.at(source.table, source.row, source.column).seen


@law(30)
@given(documents())
def test_what_is_stated_depends_on_the_document_alone(read):
    """Reading twice states the same."""
    assert state(read) == state(read)


_LINES_OF_BUNDLED = next(e for e in bundled().iterdir() if e.name.endswith(".txt")).read_text(encoding="utf-8").split("\n")
_CHANGES = st.lists(
    st.tuples(st.sampled_from(["drop", "double", "swap", "blank", "tab"]), st.integers(0, len(_LINES_OF_BUNDLED) - 2)),
    min_size=1,
    max_size=8,
)


def changed(lines, changes):
    lines = list(lines)
    for change, place in changes:
        at = min(place, len(lines) - 2)
        match change:
            case "drop":
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "swap":
                lines[at], lines[at + 1] = lines[at + 1], lines[at]
            case "blank":
                lines[at] = ""
            case _:
                lines[at] = "\t" + lines[at]
    return "\n".join(lines).encode()


def is_stated_or_refused(changes):
    with suppress(SeedError):
        outcome = state(read_file("相山.txt", changed(_LINES_OF_BUNDLED, changes)))
        assert outcome.statement.targets or outcome.refused or outcome.statement.listed
        assert all(finding.message for finding in outcome.findings)


@law(40, shrink=False)
@given(_CHANGES)
def test_a_damaged_document(changes):
    """Whatever happens to its lines, a document is stated, or refused for a reason that people can read."""
    is_stated_or_refused(changes)


@pytest.mark.prove
@proof()
@given(_CHANGES)
def test_a_damaged_document_at_length(changes):
    """The same at length."""
    is_stated_or_refused(changes)


def makes_no_other_amount(outcome, change, place):
    known = {(t.project, t.unit, f.horizon, f.kind): f.yuan for t in outcome.statement.targets for f in t.fundings}
    other = state(read_file("相山2024年.txt", changed(_LINES_OF_BUNDLED, [(change, place)])))
    stated = [(target, funding) for target in other.statement.targets for funding in target.fundings if not other.refused]

    assert [f.yuan for _t, f in stated] == [known[t.project, t.unit, f.horizon, f.kind] for t, f in stated]


@law(40, shrink=False)
@given(st.sampled_from(["drop", "double"]), st.integers(0, len(_LINES_OF_BUNDLED) - 2))
def test_a_line_lost_or_doubled(outcome, change, place):
    """One line too few or too many never makes another amount of a project: it is the same, or it is not there."""
    makes_no_other_amount(outcome, change, place)


@pytest.mark.prove
@pytest.mark.parametrize("change", ["drop", "double"])
def test_every_line_lost_or_doubled(outcome, change):
    """The same of every single line."""
    for place in range(len(_LINES_OF_BUNDLED) - 1):
        makes_no_other_amount(outcome, change, place)
