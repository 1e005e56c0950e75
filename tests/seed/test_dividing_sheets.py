"""A worksheet in pieces: forms and lists below and beside each other, their captions, blank rows and footers."""

from seed.document import Table
from seed.readers import read_file
from seed.reading import state
from tests.seed.books import built, rows, seen

HEAD = ["一级指标", "二级指标", "三级指标", "指标值"]


def form(project: str, yuan: str = "2.6", unit: str = "青禾县林场") -> list[list[str | None]]:
    return [
        ["项目名称", project, "实施单位", unit],
        ["项目资金（万元）", "年度资金总额", yuan, None],
        ["年度目标", f"{project}按时完成", None, None],
        HEAD,
        ["产出指标", "数量指标", "巡护次数", "≥12次"],
        [None, "质量指标", "巡护到位率", "≥95%"],
    ]


def tables(*pieces: tuple[int, list[list[str | None]]], left: int = 1) -> tuple[Table, ...]:
    def fill(sheet):
        for top, lines in pieces:
            rows(sheet, top, lines, left=left)

    return read_file("表.xlsx", built(fill)).tables


def captions(table: Table) -> list[str]:
    return [cell.seen for cell in table.captions]


def first_rows(found: tuple[Table, ...]) -> list[list[str]]:
    return [[cell.seen for cell in table.rows[0] if cell.seen] for table in found]


def test_titles_years_and_units_are_captions():
    """Title, year, and a line with unit of money and author in far-apart cells stand above the table."""
    above = [["项目支出绩效目标表"], ["（2024年度）"], ["编制单位：青禾县林业局", None, None, "单位：万元"]]
    (table,) = tables((1, above), (4, form("护林")))
    assert captions(table) == ["项目支出绩效目标表", "（2024年度）", "编制单位：青禾县林业局", "单位：万元"]
    assert table.rows[0][0].seen == "项目名称"


def test_line_that_waits_for_its_value_is_a_caption():
    """“编制单位（盖章）：” that nobody filled in stands above all the same."""
    (table,) = tables((1, [["绩效目标表"], ["编制单位（盖章）：", None, None, "单位：万元"]]), (3, form("护林")))
    assert captions(table) == ["绩效目标表", "编制单位（盖章）：", "单位：万元"]


def test_forms_below_each_other_with_titles():
    """Each title begins a form, blank row or none."""
    title = [["项目支出绩效目标表"]]
    found = tables((1, title), (2, form("护林")), (8, title), (9, form("防火")), (16, title), (17, form("造林")))
    assert [row[1] for row in first_rows(found)] == ["护林", "防火", "造林"]
    assert [captions(table) for table in found] == [["项目支出绩效目标表"]] * 3


def test_forms_below_each_other_with_nothing_but_blank_rows():
    """A blank row with another project's name below it ends a form."""
    found = tables((1, form("护林")), (8, form("防火")))
    assert [row[1] for row in first_rows(found)] == ["护林", "防火"]


def test_line_of_unit_and_author_begins_the_next_form():
    """Without title or blank row such a line stands above the form below it."""
    found = tables((1, form("护林")), (7, [["编制单位：青禾县水利局", None, None, "单位：万元"]]), (8, form("防汛")))
    assert [captions(table) for table in found] == [[], ["编制单位：青禾县水利局", "单位：万元"]]


def test_blank_rows_inside_a_form():
    """A blank row does not cut a form from its indicators."""
    lines = form("护林")
    (table,) = tables((1, lines[:3]), (5, lines[3:]))
    assert [len([c for c in row if c.seen]) for row in table.rows] == [4, 3, 2, 4, 4, 3]


def test_lines_of_one_text_inside_a_form():
    """A class of indicators or a goal alone in its row is no caption, even where it speaks of goals and years."""
    lines = form("护林")
    goal = [["年度目标"], ["目标1：2024年完成巡护12次"], HEAD, ["产出指标"], [None, "数量指标", "巡护次数", "≥12次"]]
    (table,) = tables((1, [*lines[:2], *goal]))
    assert len(table.rows) == 7


def test_fields_as_lines_inside_a_form():
    """“主管部门：…” in a row of its own below the first row belongs to the form."""
    lines = form("护林")
    (table,) = tables((1, [lines[0], ["主管部门：青禾县林业局"], *lines[1:]]))
    assert (len(table.rows), captions(table)) == (7, [])


def test_footers_do_not_head_the_next_form():
    """Who filled a form in stands under it, also where the next form follows after a blank row."""
    footer = ["编制单位：青禾县林业局", None, "填表人：某某"]
    found = tables((1, [*form("护林"), footer]), (9, [["项目支出绩效目标表"]]), (10, form("防火")))
    assert [captions(table) for table in found] == [[], ["项目支出绩效目标表"]]


def test_footers_of_a_list_are_no_rows_of_it():
    """“填表人：…” under a list names no project."""
    lines = [["序号", "项目名称", "单位名称", "预算数（万元）"], ["1", "护林", "林场", "2.6"], ["2", "防火", "林场", "3"]]
    (table,) = tables((1, [*lines, ["填表人：某某", None, None, "填表日期：2024年3月1日"]]))
    assert len(table.rows) == 3


def test_signatures_under_a_form_are_no_rows_of_it():
    """“填表人：…” under the indicators is no value without a name; in the middle of a form it is a row like others."""
    lines, signed = form("护林"), ["填表人：某某", None, None, "填表日期：2024年3月1日"]
    (table,) = tables((1, [*lines, signed]))
    assert len(table.rows) == 6
    (table,) = tables((1, [*lines[:2], signed, *lines[2:]]))
    assert len(table.rows) == 7


def test_names_of_departments_between_the_rows_of_a_list():
    """A line of a single text does not end a list, blank row or none."""
    lines = [
        ["序号", "项目名称", "单位名称", "预算数（万元）"],
        ["一、林业"],
        ["1", "护林", "林场", "2.6"],
        ["二、水利"],
        ["2", "防汛", "水库", "3"],
    ]
    (table,) = tables((1, lines), (7, [["三、农业"], ["3", "灌溉", "渠站", "1"]]))
    assert [table.rows[-1][1].seen, len(table.rows)] == ["灌溉", 7]


def test_footers_do_not_reach_the_next_sheet():
    """What stands under the last table of a worksheet heads nothing on the next."""

    def fill(sheet):
        rows(sheet, 1, form("护林"))
        rows(sheet, 9, [["单位：元"]])
        rows(sheet.parent.create_sheet("二"), 1, form("防火"))

    assert [captions(table) for table in read_file("表.xlsx", built(fill)).tables] == [[], []]


def test_list_goes_on_after_a_blank_row():
    """Rows without labels below a blank one belong to the list; rows with a heading of their own do not."""
    lines = [["序号", "项目名称", "单位名称", "预算数（万元）"], ["1", "护林", "林场", "2.6"]]
    (table,) = tables((1, lines), (4, [["2", "防火", "林场", "3"]]), (6, [["合计", None, None, "5.6"]]))
    assert len(table.rows) == 4
    found = tables((1, lines), (4, [["主管部门", None, None, "金额"], ["林业局", None, None, "100"]]))
    assert [len(table.rows) for table in found] == [2, 2]


def test_forms_side_by_side():
    """Forms beside each other with a blank column between are tables of their own, each with the title above both."""

    def fill(sheet):
        rows(sheet, 1, [["2024年度项目支出绩效目标表"]])
        sheet.merge_cells("A1:I1")
        rows(sheet, 2, form("护林"))
        rows(sheet, 2, [*form("防火", "3"), [None, "时效指标", "完成时间", "2024年12月"]], left=6)

    document = read_file("表.xlsx", built(fill))
    assert [row[1] for row in first_rows(document.tables)] == ["护林", "防火"]
    assert [captions(table) for table in document.tables] == [["2024年度项目支出绩效目标表"]] * 2
    assert [str(f.yuan) for target in state(document).statement.targets for f in target.fundings] == ["26000.00", "30000.00"]


def test_forms_side_by_side_without_a_gap():
    """Forms that touch are told apart by their labels, as long as no cell reaches over the line between them."""

    def fill(sheet):
        rows(sheet, 1, form("护林"))
        rows(sheet, 1, form("防火"), left=5)

    assert [row[1] for row in first_rows(read_file("表.xlsx", built(fill)).tables)] == ["护林", "防火"]


def test_two_by_two_forms():
    """Two columns of forms with different heights: none takes a row of another."""

    def fill(sheet):
        rows(sheet, 1, form("甲"))
        rows(sheet, 1, [*form("乙"), [None, "时效指标", "完成时间", "12月"], [None, "成本指标", "成本", "1万元"]], left=6)
        rows(sheet, 8, form("丙"))
        rows(sheet, 10, form("丁"), left=6)

    assert [row[1] for row in first_rows(read_file("表.xlsx", built(fill)).tables)] == ["甲", "丙", "乙", "丁"]


def test_columns_in_which_nothing_stands():
    """A spacer column between labels and values is no value; a value that somebody left out is one."""
    (table,) = tables((3, [["项目名称", None, "护林"], ["实施单位", None, "林场"]]), left=3)
    assert [[cell.text for cell in row] for row in table.rows] == [["项目名称", "护林"], ["实施单位", "林场"]]
    (table,) = tables((1, [["项目名称", None, "实施单位", "林场"], ["项目来源", None, "项目期", "1年"]]))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["项目名称", "", "实施单位", "林场"],
        ["项目来源", "", "项目期", "1年"],
    ]


def test_hidden_rows_do_not_divide():
    """Rows that nobody sees do not stand between the rows that are seen."""

    def fill(sheet):
        rows(sheet, 1, form("护林")[:3])
        rows(sheet, 6, form("护林")[3:])
        for row in (4, 5):
            sheet.row_dimensions[row].hidden = True

    document = read_file("表.xlsx", built(fill))
    assert (len(document.tables), len(seen(document))) == (1, 20)
