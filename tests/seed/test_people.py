"""Names of people and their numbers in public documents: said once for the document, and never repeated."""

import pytest

from seed.words.persons import announces_person, has_person, is_person
from tests.seed.flat import TITLE, form, stated

CAPTION = "（2024年度）"
RULES = ("personal-name", "personal-number")


def found(*parts):
    return [finding for finding in stated(TITLE, *parts).findings if finding.rule in RULES]


def rules(*parts):
    return [finding.rule for finding in found(*parts)]


@pytest.mark.parametrize(
    "text",
    [
        "项目责任人（签字）：王小明",
        "填表人：李 四",
        "填表人：王小明　联系电话：0561-3021234",
        "单位负责人签字：欧阳修远",
        "联系人:赵六，电话见下",
        "填报人(签章)：钱七；审核人：孙八",
    ],
)
def test_a_name_behind_its_label(text):
    """A label of people with a surname behind it."""
    assert has_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "项目责任人（签字）：",
        "项目责任人（签字）：　　　单位（盖章）：",
        "项目负责人：财务科",
        "负责人：安全科",
        "联系人：某某",
        "填表人：王某",
        "联系人：黄河村委会",
        "填表人：无",
        "负责人：县纪委",
        "负责人：任圩纪委",
        "审核人：局长",
        "项目负责人对王家村道路改造负责",
        "完成项目负责人培训300人次",
        "实施单位：王家坝镇人民政府",
        "",
    ],
)
def test_what_is_no_name(text):
    """Blank lines for signatures, offices, titles and masked names are none."""
    assert not has_person(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("李四", True), ("赵六 13812345678", True), ("王小明", True), ("办公室", False), ("高新区", False), ("李", False)],
)
def test_a_name_alone(text, is_one):
    """A cell beside a label of people holds a name, or something else."""
    assert is_person(text) is is_one


def test_labels_of_people():
    """项目负责人及电话 asks for a person, 单位负责人意见 does not."""
    assert announces_person("项目负责人及电话")
    assert announces_person("填表人")
    assert not announces_person("审核意见")
    assert not announces_person("联系电话")


@pytest.mark.parametrize(
    ("tail", "said"),
    [
        ([("项目负责人", "王小明")], ["personal-name"]),
        ([("项目负责人", "王小明", "联系电话", "3021234")], ["personal-number", "personal-name"]),
        ([("联系电话", "13812345678")], ["personal-number"]),
        ([("填表人：王小明  电话：3021234",)], ["personal-number", "personal-name"]),
        ([("项目负责人", "")], []),
        ([("项目负责人", "综合科", "联系电话", "")], []),
        ([("联系电话", "0000-0000000")], []),
        ([("项目编码", "3021234")], []),
    ],
)
def test_in_a_form(tail, said):
    """What nobody reads as a fact is looked at too."""
    assert rules(CAPTION, form(head=tail)) == said


def test_nothing_is_repeated():
    """One finding for all of them, at the first, with how many there are."""
    owner = [("项目负责人", "王小明", "联系电话", "13812345678")]
    number, name = found(CAPTION, form("甲", head=owner), CAPTION, form("乙", head=owner), CAPTION, form("丙", head=owner))

    assert (number.place, name.place) == ("第1张表第1行第4格", "第1张表第1行第2格")
    assert "还有 2 处" in number.message
    assert "共 3 处" in name.message
    assert not any(text in finding.message for finding in (number, name) for text in ("王小明", "138"))


def test_a_number_that_is_said_already():
    """A number in a goal is said where the goal is read, and not again."""
    assert rules(CAPTION, form(goal="全年服务300人次，联系13812345678")) == ["personal-number"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("填表人：王小明  联系电话：0561-3021234", ["personal-number", "personal-name"]),
        ("手机13812345678", ["personal-number"]),
        ("地址：青禾县人民路1号　电话：0561-3021234", []),
        ("来源：青禾县财政局　审核人：王小明　责任编辑：李四", []),
        ("项目责任人（签字）：　　　　单位（盖章）：", []),
    ],
)
def test_in_paragraphs(text, said):
    """Mobile numbers and signed lines are people's; the telephone and the editors of a page are not."""
    assert rules(text, CAPTION, form()) == said
    assert rules(CAPTION, form(), text) == said
