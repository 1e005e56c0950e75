"""A law of the dictionary of labels: whatever words a form uses for its fields, it states the same target."""

from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.document import Document
from seed.readers.assembling import Box, Grid, assembled
from seed.reading import state
from seed.words.labels import Label, horizon_in, spellings
from store.model import Attribute, FundingKind, Horizon
from tests.laws import law, proof

_CLASSES = [
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("效益指标", "社会效益指标"),
    ("满意度指标", "服务对象满意度指标"),
]
_WORDS = st.text("青禾县城关镇道路维护补助培训甲乙丙", min_size=2, max_size=8)
_AMOUNT = st.decimals("0.01", "99999.99", places=2)


@dataclass(frozen=True)
class Invented:
    """A target, and a form that says it in some words."""

    project: str
    unit: str
    department: str
    period: str
    attribute: str
    wan: dict[tuple[Horizon, FundingKind], Decimal]
    goals: dict[Horizon, str]
    indicators: list[tuple[str, str, str, str]]
    document: Document = field(repr=False)


@st.composite
def labels(draw, label, *, colon=True, horizon=None):
    """One spelling of a label, as people set it: broken over lines, spaced, with a colon; none that names another horizon."""
    words = draw(st.sampled_from([words for words in spellings(label) if horizon_in(words) in (None, horizon)]))
    place = draw(st.integers(1, len(words) - 1)) if len(words) > 1 else 1
    broken = draw(st.sampled_from(["", "\n", " ", "\u3000"])).join((words[:place], words[place:]))
    return broken + (draw(st.sampled_from(["", "：", ":"])) if colon else "")


@st.composite
def targets(draw, *, mid_term=False):
    horizons = [Horizon.MID_TERM, Horizon.ANNUAL] if mid_term else [Horizon.ANNUAL]
    texts = {name: draw(_WORDS) for name in ("project", "unit", "department", "attribute")}
    period = draw(st.sampled_from(["1年", "2024年", "2024.1.1-2024.12.31"]))
    wan = {(h, kind): draw(_AMOUNT) for h in horizons for kind in FundingKind}
    goals = {h: draw(_WORDS) + "工作。" for h in horizons}
    indicators = [
        (*draw(st.sampled_from(_CLASSES)), f"{draw(_WORDS)}{n}", draw(st.sampled_from(["≥95%", "12次", "及时"])))
        for n in range(3)
    ]
    plain = [
        [draw(labels(Label.PROJECT)), texts["project"]],
        [draw(labels(Label.DEPARTMENT)), texts["department"]],
        [draw(labels(Label.UNIT)), texts["unit"]],
        [draw(labels(Label.ATTRIBUTE)), texts["attribute"]],
        [draw(labels(Label.PERIOD)), period],
    ]
    rows = draw(st.permutations(plain)) if draw(st.booleans()) else plain
    rows = [*rows, *draw(_money(wan, mid_term=mid_term)), *draw(_goals(goals, mid_term=mid_term))]
    rows += [
        [draw(labels(label, horizon=Horizon.ANNUAL)) for label in (Label.LEVEL1, Label.LEVEL2, Label.NAME, Label.VALUE)],
        *map(list, indicators),
    ]
    return Invented(**texts, period=period, wan=wan, goals=goals, indicators=indicators, document=_document(rows))


@st.composite
def _money(draw, wan, *, mid_term):
    annual = Label.TOTAL_ANNUAL if mid_term else draw(st.sampled_from([Label.TOTAL, Label.TOTAL_ANNUAL]))
    totals = {Horizon.MID_TERM: Label.TOTAL_MID_TERM, Horizon.ANNUAL: annual}
    parts = {FundingKind.FISCAL: Label.FISCAL, FundingKind.CARRYOVER: Label.CARRYOVER, FundingKind.OTHER: Label.OTHER}
    rows = []
    for (horizon, kind), amount in wan.items():
        total = kind is FundingKind.TOTAL
        words = draw(labels(totals[horizon] if total else parts[kind], colon=False, horizon=horizon))
        rows.append([f"{words}（万元）" if total else f"其中：{words}", str(amount)])
    return rows


@st.composite
def _goals(draw, goals, *, mid_term):
    annual = Label.GOAL_ANNUAL if mid_term else draw(st.sampled_from([Label.GOAL, Label.GOAL_ANNUAL]))
    asked = {Horizon.MID_TERM: Label.GOAL_MID_TERM, Horizon.ANNUAL: annual}
    return [[draw(labels(asked[horizon], horizon=horizon)), goal] for horizon, goal in goals.items()]


def _document(rows) -> Document:
    """Rows of two cells span the columns of the indicator table, as in real forms."""
    boxes = []
    for r, row in enumerate(rows):
        wide = len(row) == 2
        boxes += [Box(r, c, text, 1, 3 if wide and c else 1) for c, text in enumerate(row)]
    return assembled("表.docx", b"", ["青禾县2024年度项目支出绩效目标", "（2024年度）", Grid(tuple(boxes))])


def _read(invented: Invented):
    outcome = state(invented.document)
    (target,) = outcome.statement.targets
    return target


def _expect(invented: Invented) -> None:
    target = _read(invented)

    assert (target.project, target.unit, target.year) == (invented.project, invented.unit, 2024)
    assert {f.field: f.text for f in target.facts} == {
        Attribute.DEPARTMENT: invented.department,
        Attribute.ATTRIBUTE: invented.attribute,
        Attribute.PERIOD: invented.period,
    }
    assert {(f.horizon, f.kind): f.yuan / 10000 for f in target.fundings} == invented.wan
    assert {g.horizon: g.text for g in target.goals} == invented.goals
    assert [(i.level1, i.level2, i.name, i.value) for i in target.indicators] == invented.indicators


@law(60, shrink=False)
@given(targets())
def test_an_annual_form_in_any_words(invented):
    """An invented target in any of the known words for each of its fields reads back as that target."""
    _expect(invented)


@pytest.mark.prove
@proof()
@given(targets())
def test_an_annual_form_in_any_words_at_length(invented):
    """The same law, with many and new examples."""
    _expect(invented)


@law(60, shrink=False)
@given(targets(mid_term=True))
def test_a_form_of_two_horizons_in_any_words(invented):
    """With money and goals of several years beside those of the year, neither is taken for the other."""
    _expect(invented)
