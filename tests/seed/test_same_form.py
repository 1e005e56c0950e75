"""A law of grids: a form states the same in whatever kind of file it stands, and whether its cells are merged or only left blank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.readers import read_file
from seed.reading import state
from tests.laws import law
from tests.seed.expecting import expected_of
from tests.seed.flat import flat
from tests.seed.golden.forms import central, eastern, western
from tests.seed.golden.forms.drawing import Drawn, page, word, workbook

CAPTIONS = ("青禾县2024年度项目支出绩效目标", "（2024年度）")
FORMS = {
    name.strip("_").lower(): form
    for module in (eastern, central, western)
    for name, form in vars(module).items()
    if type(form) is Drawn
}


class Unmerged(Drawn):
    """The same table, drawn by somebody who leaves cells blank instead of merging them."""

    def cells(self):
        return [["" if text in ("<", "^") else text for text in row] for row in super().cells()]


def flattened(form):
    """The table as the converter flattens it: a cell that spans columns once, one that spans rows blank in the further rows."""
    rows = [["" if text == "^" else text for text in row if text != "<"] for row in form.cells()]
    return flat(*CAPTIONS, rows).encode()


MADE = {
    "网页.html": lambda form: page([*CAPTIONS, form]),
    "文档.docx": lambda form: word([*CAPTIONS, form]),
    "表.xlsx": lambda form: workbook({"表": [*CAPTIONS, form]}),
    "文本.txt": flattened,
}


def said(name, content):
    """What is stated, without its places."""
    targets = expected_of(state(read_file(name, content)))["targets"]
    named = [
        [(field, text[0]) for kind in ("facts", "money", "goals") for field, text in target[kind].items()] for target in targets
    ]
    lines = [[line[:-1] for line in target["indicators"]] for target in targets]
    return [(target["project"][0], target["unit"][0], target["year"][0]) for target in targets], named, lines


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", [name for name in MADE if name != "网页.html"])
def test_every_kind_of_file(form, name):
    """Word, Excel and flattened text state what the web page states."""
    assert said(name, MADE[name](FORMS[form])) == said("网页.html", MADE["网页.html"](FORMS[form]))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["网页.html", "表.xlsx"])
def test_cells_left_blank(form, name):
    """Blank cells instead of merged ones change nothing."""
    assert said(name, MADE[name](Unmerged(FORMS[form].text))) == said(name, MADE[name](FORMS[form]))


def damaged(form, change, row, column):
    """The table with a row lost or doubled, or a cell that lost its text."""
    cells = form.cells()
    if change == "blank" and cells[row][column] not in ("<", "^"):
        cells[row][column] = ""
    elif change == "drop":
        del cells[row]
    elif change == "double":
        cells.insert(row, cells[row])
    return Drawn("\n".join("|".join(text.replace("\n", "⏎") or " " for text in line) for line in cells))


@st.composite
def damages(draw):
    form = FORMS[draw(st.sampled_from(sorted(FORMS)))]
    cells = form.cells()
    row, column = draw(st.integers(0, len(cells) - 1)), draw(st.integers(0, len(cells[0]) - 1))
    return form, damaged(form, draw(st.sampled_from(["drop", "double", "blank"])), row, column)


def annual_and_mid_term(form):
    outcome = state(read_file("网页.html", page([*CAPTIONS, form])))
    targets = () if outcome.refused else outcome.statement.targets
    return {(target.project, f.horizon, f.kind): f.yuan for target in targets for f in target.fundings}


@law(80, shrink=False)
@given(damages())
def test_a_damaged_form(damage):
    """A row lost or doubled, or a text lost, never makes another amount: it is the same, or it is not there."""
    form, broken = damage
    known, found = annual_and_mid_term(form), annual_and_mid_term(broken)

    assert {key: yuan for key, yuan in found.items() if key in known and yuan != known[key]} == {}
