"""Whole dialogues as scripts: “问：” is what a person says, what follows is the reply to the letter.

《目标》 stands in the scripts for the bundled document's title, which replies write out.
"""

from datetime import timedelta

import pytest

from bot.app import conversation_of
from store.database import Store
from tests.bot.conftest import Chat, load_bundled

TITLE = "《相山区财政局2024年度项目支出绩效目标》"


def _turns(script: str) -> list[tuple[str, str]]:
    """The script as pairs of question and expected reply."""
    turns = [turn.strip().split("\n", 1) for turn in script.split("问：")[1:]]
    return [(ask.strip(), "\n".join(line.strip() for line in reply.split("\n"))) for ask, reply in turns]


def plays(chat: Chat, script: str) -> None:
    """Says the questions of a script in order; each reply must be the one that is written."""
    for question, expected in _turns(script.replace("《目标》", TITLE)):
        assert expected == chat.says(question).text, question


COUNTRYSIDE = """
    问：乡村振兴经费多少
    2024年「乡村振兴下派干部经费」有 2 个单位，预算安排：
    1. 任圩街道办事处财政所 2.6 万元
    2. 渠沟镇财政所 4.64 万元
    两项相加 7.24 万元（本系统相加，文件未印合计）
    来源：《目标》第4、5张表“年度资金总额”，与第1张表（清单）一致

    问：任圩的呢
    预算安排 2.6 万元：任圩街道办事处财政所「乡村振兴下派干部经费」2024年，全部为财政拨款。
    来源：《目标》第4张表“年度资金总额”，与第1张表（清单）一致

    问：那渠沟呢
    预算安排 4.64 万元：渠沟镇财政所「乡村振兴下派干部经费」2024年，全部为财政拨款。
    来源：《目标》第5张表“年度资金总额”，与第1张表（清单）一致
    """


def test_one_name_in_two_units_then_one_of_them(chat: Chat) -> None:
    """Both units are answered with their sum; a follow-up that names one of them is answered for it alone."""
    plays(chat, COUNTRYSIDE)


def test_the_same_dialogue_on_each_database(store: Store) -> None:
    """PostgreSQL and SQLite give the same replies, byte for byte."""
    load_bundled(store)

    plays(Chat(conversation_of(store)), COUNTRYSIDE)


def test_a_department_and_what_belongs_to_it(chat: Chat) -> None:
    """“一共” over a department gives both scopes, each labelled, never a mixture."""
    plays(
        chat,
        """
        问：财政局一共多少钱
        2024年预算安排，两种口径：
        1. 相山区财政局本级：1 个项目，90 万元
        2. 含所属单位：4 个项目，125.24 万元（本系统相加，文件未印合计）
        所属：相山区国库支付中心 28 万元、任圩街道办事处财政所 2.6 万元、渠沟镇财政所 4.64 万元
        来源：《目标》第2至5张表；只含已导入的 1 份文件
        """,
    )


def test_spending_is_not_in_the_tables(chat: Chat) -> None:
    """What is asked of spending gets the budget, and the plain word that there is no spending to tell."""
    plays(
        chat,
        """
        问：国库中心的钱够不够用 批了多少
        预算安排 28 万元：相山区国库支付中心「工作经费」2024年，全部为财政拨款。
        “够不够用”答不了：绩效目标表只有预算安排，没有支出数，请查预算执行情况。
        来源：《目标》第3张表“年度资金总额”，与第1张表（清单）一致
        """,
    )


def test_a_place_that_only_stands_in_indicators(chat: Chat) -> None:
    """A name without an amount of its own gets no amount; the project behind it is offered, and a number chooses it."""
    first = chat.says("张楼村多少钱")

    assert first.kind == "clarify"
    assert "万元" not in first
    plays(
        chat,
        """
        问：张楼村多少钱
        没有按“张楼村”列的金额。
        它只出现在渠沟镇财政所「乡村振兴下派干部经费」2024年的两条指标里：“保障张楼村经济发展” 95%，“张楼村经济发展可持续上升” 95%。
        要看这个项目的金额，回 1。
        来源：《目标》第5张表

        问：1
        预算安排 4.64 万元：渠沟镇财政所「乡村振兴下派干部经费」2024年，全部为财政拨款。
        来源：《目标》第5张表“年度资金总额”，与第1张表（清单）一致
        """,
    )


def test_a_value_without_a_unit_of_measure(chat: Chat) -> None:
    """A bare 100 is said as it stands, with the standard in the document's words."""
    plays(
        chat,
        """
        问：机房运维服务达标率是多少
        100（原表未写单位）：相山区财政局「软件升级维护」2024年质量指标“机房运维服务达标率”，中期与年度相同。
        绩效标准原文：“各信息系统日常维护合格率100%，系统功能达标率≥98%，各系统事故发生频率＜2%，系统故障在1天内处理完成。”
        来源：《目标》第2张表该行
        """,
    )


def test_a_blank_is_not_zero(chat: Chat) -> None:
    """A field that nobody filled in is said to be blank, and what stands beside it is offered."""
    plays(
        chat,
        """
        问：软件升级维护有没有其他资金
        表上没填：相山区财政局「软件升级维护」2024年“其他资金”一栏为空（空白不等于 0）。
        同表预算安排：年度资金总额 90 万元，财政拨款 90 万元。
        来源：《目标》第2张表
        """,
    )


def test_a_year_that_is_not_loaded(chat: Chat) -> None:
    """没有 comes first and without a figure; the year that there is can be chosen."""
    plays(
        chat,
        """
        问：2023年软件升级维护多少钱
        没有：2023年的文件一份也没有导入。
        2024年有这个项目，要看回 1。

        问：1
        预算安排 90 万元：相山区财政局「软件升级维护」2024年，全部为财政拨款。
        来源：《目标》第2张表“年度资金总额”，与第1张表（清单）一致
        """,
    )


def test_why_one_is_more_than_the_other(chat: Chat) -> None:
    """The difference is worked out, the reason is not invented, the goals are quoted."""
    plays(
        chat,
        """
        问：为什么渠沟比任圩多
        渠沟镇财政所比任圩街道办事处财政所多 2.04 万元（本系统相减）：2024年预算安排，渠沟镇财政所 4.64 万元，任圩街道办事处财政所 2.6 万元。
        原因文件没有写。
        各表的年度目标原文：任圩街道办事处财政所“完成乡村振兴下派干部2024年补助发放及经费支出”，渠沟镇财政所“2024年乡村振兴下派干部运转经费”。
        来源：《目标》第4、5张表
        """,
    )


def test_somebody_says_that_a_figure_is_wrong(chat: Chat) -> None:
    """The document's figure stays, the one that was claimed is never taken over."""
    reply = chat.says("渠沟 4.64 不对，是 4.46")

    assert reply.kind == "answer"
    assert "4.64 万元" in reply
    assert "只转述文件，不改数" in reply
    assert "4.46 万元" not in reply
    assert "4.64 万元" in chat.says("渠沟多少")


def test_one_project_asked_about_again_and_again(chat: Chat) -> None:
    """它 and a bare field go on about the project of the question before."""
    plays(
        chat,
        """
        问：软件升级维护多少钱
        预算安排 90 万元：相山区财政局「软件升级维护」2024年，全部为财政拨款。
        来源：《目标》第2张表“年度资金总额”，与第1张表（清单）一致

        问：那它的目标呢
        相山区财政局「软件升级维护」2024年年度目标（中期与年度相同）：“保障财政各网络系统的正常运行，提高公共服务能力和财政管理效率。”
        来源：《目标》第2张表“年度目标”

        问：满意度呢
        相山区财政局「软件升级维护」2024年服务对象满意度指标 2 条：
        1. 被评价单位满意度 100%
        2. 被检查单位满意度 100%
        来源：《目标》第2张表
        """,
    )


def test_a_follow_up_narrows_to_one_unit_and_another_field(chat: Chat) -> None:
    """“渠沟那个的满意度” keeps the project and takes the unit and the field."""
    chat.says("下派干部经费多少")

    reply = chat.says("渠沟那个的满意度")

    assert "99%" in reply
    assert "98%" not in reply


def test_two_fields_in_one_question(chat: Chat) -> None:
    """Each field is answered, in the question's order, with its own source."""
    reply = chat.says("工作经费多少钱，目标是什么")

    assert reply.text.index("28 万元") < reply.text.index("按计划支付")
    assert "“年度资金总额”" in reply
    assert "“年度目标”" in reply


def test_three_fields_in_one_question(chat: Chat) -> None:
    """Amount, unit and period stand in one reply."""
    reply = chat.says("工作经费多少钱，哪个单位实施，项目期是什么时候")

    for words in ("28 万元", "相山区国库支付中心", "2024年"):
        assert words in reply
    assert "未用到" not in reply


@pytest.mark.parametrize("said", ["2", "第二个", "回2", "２", "选第二个", "二"])
def test_a_choice_by_its_number(chat: Chat, said: str) -> None:
    """However the number is said, it chooses what was listed under it."""
    chat.says("乡村振兴经费多少")

    reply = chat.says(said)

    assert "4.64 万元" in reply
    assert "任圩" not in reply


def test_a_number_beyond_the_choices(chat: Chat) -> None:
    """A number that was not offered is asked back, without a figure."""
    chat.says("乡村振兴经费多少")

    reply = chat.says("9")

    assert reply.kind in ("clarify", "not_found")
    assert "万元" not in reply


def test_a_number_when_nothing_was_offered(chat: Chat) -> None:
    """A bare number in a fresh chat chooses nothing."""
    reply = chat.says("1")

    assert reply.kind == "clarify"
    assert "万元" not in reply


def test_more_where_there_is_no_more(chat: Chat) -> None:
    """“更多” after a reply that said everything says so."""
    chat.says("工作经费都有哪些绩效指标")

    assert "没有更多" in chat.says("更多")


def test_a_unit_that_lacks_the_project(chat: Chat) -> None:
    """Both exist, but not together: no figure, and both ways on are offered."""
    plays(
        chat,
        """
        问：渠沟镇财政所软件升级维护多少钱
        没有：渠沟镇财政所没有「软件升级维护」。
        相近的有，回数字查看：
        1. 相山区财政局「软件升级维护」
        2. 渠沟镇财政所「乡村振兴下派干部经费」

        问：1
        预算安排 90 万元：相山区财政局「软件升级维护」2024年，全部为财政拨款。
        来源：《目标》第2张表“年度资金总额”，与第1张表（清单）一致
        """,
    )


def test_thanks_do_not_end_a_subject(chat: Chat) -> None:
    """After thanks a follow-up still goes on about the last answered question."""
    chat.says("软件升级维护多少钱")
    chat.says("谢谢")

    assert "正常运行" in chat.says("目标呢")


def test_a_not_found_does_not_hide_the_subject(chat: Chat) -> None:
    """After a year that is not loaded, “那2024年呢” still knows the project."""
    chat.says("2023年软件升级维护多少钱")

    assert "90 万元" in chat.says("那2024年呢")


def test_a_new_name_is_a_new_subject(chat: Chat) -> None:
    """A question that names its project takes nothing over from the unit of the question before."""
    chat.says("渠沟的下派干部经费多少")

    reply = chat.says("软件升级维护多少钱")

    assert "90 万元" in reply
    assert "渠沟" not in reply


def test_what_is_wide_is_about_everything(chat: Chat) -> None:
    """“所有项目” after a narrow question is about all projects."""
    chat.says("渠沟的下派干部经费多少")

    assert "125.24 万元" in chat.says("所有项目一共多少钱")


def test_a_dialogue_over_several_years(county: Chat) -> None:
    """The newest year is answered and named; a follow-up names another, and one that is not there has no figure."""
    assert "30 万元" in county.says("青禾县财政局网络运维多少钱")
    last_year = county.says("2023年呢")
    assert "25 万元" in last_year
    assert "2023年" in last_year
    missing = county.says("2021年呢")
    assert missing.kind == "not_found"
    assert "万元" not in missing


def test_phases_of_one_project(county: Chat) -> None:
    """Both phases are answered where none is named; “二期呢” is the second alone."""
    both = county.says("智慧校园建设多少钱")
    assert "120 万元" in both
    assert "80 万元" in both

    second = county.says("二期呢")
    assert "80 万元" in second
    assert "120 万元" not in second


def test_a_long_silence_begins_a_new_subject(chat: Chat) -> None:
    """After more than half an hour “它” means nothing any more."""
    chat.says("软件升级维护多少钱")

    reply = chat.says("它的目标呢", later=timedelta(minutes=31))

    assert "正常运行" not in reply
