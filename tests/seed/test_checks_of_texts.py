"""The checks of names, goals, rates, weights and what should not stand in a public document: what sets each off and what does not."""

import pytest

from seed.reading import Given, state
from tests.seed.flat import TITLE, form, rules, side_by_side, stated

CAPTION = "（2024年度）"
FOUR = [("", "数量指标", f"指标{n}：事项{n}", "98%") for n in range(4)]


def found(*parts):
    return rules(stated(TITLE, *parts))


def of_form(name="乡村振兴经费", **fields):
    return set(found(CAPTION, form(name, **fields)))


def of_line(level2, name, value):
    return of_form(lines=[("", level2, name, value)])


def test_one_name_in_several_units():
    """It is said once, with all of the units; in another year it is another matter."""
    outcome = stated(TITLE, CAPTION, form("甲"), CAPTION, form("甲", unit="城关镇财政所"), CAPTION, form("乙"))
    said = [f.message for f in outcome.findings if f.rule == "name-in-several-units"]

    assert said == ["「甲」有 2 个单位同名：青禾县财政局、城关镇财政所。问到这个名称时会全部列出。"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("农村危房改造补助", "农村危房改造补肋", True),
        ("农村危房改造补助", "农村危房改造补助款", True),
        ("农村危房改造补助", "农村危房改造", False),
        ("道路工程一期建设", "道路工程二期建设", False),
        ("2023年道路工程", "2024年道路工程", False),
        ("工作经费", "工作经贵", False),
    ],
)
def test_names_alike(one, other, alike):
    """One character that is no number makes a slip of the pen likely, in either order."""
    for first, second in ((one, other), (other, one)):
        assert ("names-alike" in found(CAPTION, form(first), CAPTION, form(second))) is alike


def test_codes_of_departments():
    """One department with two codes, or one code of two departments, is said."""

    def said(*departments):
        parts = [part for n, d in enumerate(departments) for part in (CAPTION, form(f"项目{'甲乙丙'[n]}", department=d))]
        return "department-codes" in found(*parts)

    assert said("201-青禾县财政局", "202-青禾县财政局")
    assert said("201-青禾县财政局", "201-青禾县教育局")
    assert not said("201-青禾县财政局", "202-青禾县教育局", "201-青禾县财政局")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("村务公开工作经费4.5万", True),
        ("村务公开工作经费（4.5万元）", True),
        ("村务公开工作经费2.6万", False),
        ("村务公开工作经费26000元", False),
        ("百万亩高标准农田", False),
        ("万元以下设备购置", False),
    ],
)
def test_an_amount_in_the_name(name, expected):
    """It is that of the table (2.6 万元), or both are said."""
    assert ("name-amount-differs" in of_form(name)) is expected


@pytest.mark.parametrize(
    ("name", "expected"), [("2022年低保", True), ("2024年低保", False), ("2023-2024年低保", False), ("低保", False)]
)
def test_a_year_in_the_name(name, expected):
    """A name with another year may be last year's project."""
    assert ("name-year-differs" in of_form(name)) is expected


@pytest.mark.parametrize(
    ("goal", "rule"),
    [
        ("乡村振兴经费", "goal-is-name"),
        ("保障工作开展", "goal-short"),
        ("进一步提高服务水平，有效促进全县各项事业发展", "goal-vague"),
        ("全年开展下乡服务12次，服务群众不少于300人次", None),
        ("完成县志第三卷的编纂、印刷和发行工作任务", None),
    ],
)
def test_a_goal(goal, rule):
    """It says in its own words what will be different, if possible with a number."""
    assert {r for r in of_form(goal=goal) if r.startswith("goal")} == ({rule} if rule else set())


def test_the_same_goal_twice():
    """A goal over several years that is that of one of them, word for word, is said once."""
    lines = [("产出指标", "数量指标", "一", "1", "", "数量指标", "一", "1", "")]
    rows = [row if row[1:] != ("三年的目标", "一年的目标") else ("", "保障工作", "保障工作") for row in side_by_side(lines)]
    said = found(CAPTION, rows)

    assert (said.count("goals-identical"), said.count("goal-short")) == (1, 1)


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("合格率", "292%", "rate-above-100"),
        ("合格率", "120%", "rate-above-100"),
        ("收入增长率", "120%", None),
        ("合格率", "≥100%", "rate-at-least-100"),
        ("合格率", "100%", None),
        ("合格率", "≥95%", None),
    ],
)
def test_a_rate(name, value, rule):
    """It is no more than 100 %."""
    assert {r for r in of_line("质量指标", name, value) if r.startswith("rate")} == ({rule} if rule else set())


def test_a_sign_read_for_a_digit():
    """292% was ≥92% once: it is said, and never changed."""
    outcome = stated(TITLE, CAPTION, form(lines=[("产出指标", "质量指标", "合格率", "292%")]))
    (said,) = [f.message for f in outcome.findings if f.rule == "rate-above-100"]

    assert "像是“≥92%”识别错了" in said
    assert outcome.statement.targets[0].indicators[0].value == "292%"


@pytest.mark.parametrize(("value", "expected"), [("≤4座", True), ("≥4座", False), ("4座", False)])
def test_what_is_to_be_built(value, expected):
    """It is at least so much."""
    assert ("quantity-at-most" in of_line("数量指标", "新建泵站", value)) is expected


def test_identical_values():
    """Four things that are all 98% were not measured."""
    assert "values-identical" in of_form(lines=FOUR)
    assert "values-identical" not in of_form(lines=FOUR[:3])
    assert "values-identical" not in of_form(lines=[*FOUR, ("", "数量指标", "指标5：次数", "5次")])


@pytest.mark.parametrize(("weights", "expected"), [("50,40", False), ("50,50", False), ("50,30", True), ("50,", False)])
def test_weights(weights, expected):
    """Where all indicators have weights, they come to 90 or 100."""
    lines = [("", "产出指标", "数量指标", f"事项{n}", "5次", weight) for n, weight in enumerate(weights.split(","))]
    rows = [*form(lines=())[:-1], ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "权重"), *lines]

    assert ("weights-sum" in found(CAPTION, rows)) is expected


@pytest.mark.parametrize(
    "text", ["完成××项目验收工作，按时交付使用", "投入（≤**万元）用于年度维修工作", "全年维修工作目标（100字以内）按时"]
)
def test_what_the_empty_form_printed(text):
    """It is said where it is still there."""
    assert "template-residue" in of_form(goal=text)
    assert "template-residue" not in of_form(goal="完成3×5米展板制作，按时交付使用")


@pytest.mark.parametrize("number", ["13812345678", "0561-3021234", "34060019800101123X"])
def test_personal_data(number):
    """A telephone or identity number in a text is said, without repeating it."""
    outcome = stated(TITLE, CAPTION, form(goal=f"全年服务300人次，联系{number}"))
    (said,) = [f.message for f in outcome.findings if f.rule == "personal-number"]

    assert number not in said
    assert "personal-number" not in of_form(goal="发放补助资金1234567.89元，覆盖群众300人")


def test_no_check_changes_anything(bundled_document):
    """Checks only speak: the statement is the same with and without them."""
    once, again = state(bundled_document), state(bundled_document, Given())

    assert once == again
