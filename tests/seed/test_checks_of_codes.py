"""The checks of codes: whose a department's code is, and that a unit has one."""

import pytest

from tests.seed.flat import TITLE, form, stated

CAPTION = "（2024年度）"
RULES = {"code-of-another-department", "department-codes", "unit-codes"}
FINANCE, SCHOOLS = "201-青禾县财政局", "202-青禾县教育局"


def found(*owners):
    """What is said of codes in a document with a form for each department and unit."""
    pairs = [owner if isinstance(owner, tuple) else (owner, "城关镇财政所") for owner in owners]
    parts = [part for n, (d, u) in enumerate(pairs) for part in (CAPTION, form(f"项目{'甲乙丙丁戊己'[n]}", department=d, unit=u))]
    return [finding for finding in stated(TITLE, *parts).findings if finding.rule in RULES]


def rules(*owners):
    return [finding.rule for finding in found(*owners)]


def test_a_code_of_another_department():
    """Where both departments stand with their own codes more often, one that has the other's is named, once."""
    (said,) = found(FINANCE, FINANCE, SCHOOLS, SCHOOLS, "202-青禾县财政局")

    assert (said.rule, said.project, said.place) == ("code-of-another-department", "项目戊", "第5张表第2行第2格")
    assert "202 是“青禾县教育局”的，“青禾县财政局”别处写的是 201" in said.message


def test_the_code_of_a_unit_of_another_department():
    """Its first three digits say whose it is."""
    assert rules(FINANCE, FINANCE, SCHOOLS, SCHOOLS, "202001-青禾县财政局") == ["code-of-another-department"]


@pytest.mark.parametrize(
    "owners",
    [
        (FINANCE, "202-青禾县财政局"),
        (FINANCE, FINANCE, "202-青禾县财政局"),
        (FINANCE, "202-青禾县财政局", SCHOOLS),
        (FINANCE, FINANCE, SCHOOLS, "202-青禾县财政局"),
    ],
)
def test_whose_code_it_is_is_not_certain(owners):
    """Then it is only said that they are not one to one."""
    assert set(rules(*owners)) == {"department-codes"}


@pytest.mark.parametrize(
    "owners",
    [
        (FINANCE, SCHOOLS, FINANCE),
        (FINANCE, "201001-青禾县财政局"),
        ("201001-青禾县财政局", "201004-城关镇财政所", "201007-大柳镇财政所"),
        (FINANCE, ("303-青禾县农业农村局", "204-城关镇人民政府"), ("204-城关镇人民政府", "204-城关镇人民政府")),
        ("青禾县财政局", "青禾县教育局"),
        (FINANCE, "201-财政局"),
        ("[066]青禾县财政局", "[066]青禾县财政局"),
    ],
)
def test_codes_that_agree(owners):
    """Departments with codes of their own, also where one stands as its own unit, and units of another department than their own."""
    assert rules(*owners) == []


def test_what_is_wrong_is_said_once():
    """A department that is its own unit has its codes compared as a department, and once."""
    whole = (FINANCE, FINANCE), (SCHOOLS, SCHOOLS)

    assert rules(whole[0], whole[0], whole[1], whole[1], ("202-青禾县财政局", FINANCE)) == ["code-of-another-department"]
    assert rules((FINANCE, "青禾县财政局"), ("203-青禾县财政局", "青禾县财政局")) == ["department-codes"]


def test_a_unit_with_two_codes():
    """A unit has one code, whether it stands as the unit or as its own department."""
    one, other = (FINANCE, "201004-城关镇财政所"), (FINANCE, "203004-城关镇财政所")

    assert rules(one, other) == ["unit-codes"]
    assert rules(one, ("203004-城关镇财政所", "城关镇财政所")) == ["unit-codes"]
    assert rules(one, one, (FINANCE, "201007-大柳镇财政所")) == []
    assert rules(one, (FINANCE, "201-城关镇财政所")) == []
    assert rules(one, (FINANCE, "城关镇财政所")) == []
