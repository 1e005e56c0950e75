"""What of a target is asked for, however it is typed."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Asked, HorizonSaid, LevelSaid, Mark
from bot.reading.parse import Parse
from store.model import FundingKind, Horizon
from store.plan import Field

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("多少钱", Field.AMOUNT),
        ("预算金额是多少", Field.AMOUNT),
        ("批了多少", Field.AMOUNT),
        ("給了多少", Field.AMOUNT),
        ("duoshaoqian", Field.AMOUNT),
        ("yusuan", Field.AMOUNT),
        ("预祘", Field.AMOUNT),
        ("年度目标是什么", Field.GOAL),
        ("年度目標是什麼", Field.GOAL),
        ("mubiao", Field.GOAL),
        ("年度木标", Field.GOAL),
        ("干什么用", Field.GOAL),
        ("绩效指标有哪些", Field.INDICATOR),
        ("指標值", Field.INDICATOR),
        ("KPI", Field.INDICATOR),
        ("ＫＰＩ", Field.INDICATOR),
        ("zhibiao", Field.INDICATOR),
        ("绩效标准", Field.INDICATOR),
        ("资金构成", Field.FUNDING),
        ("钱从哪来", Field.FUNDING),
        ("哪个单位实施", Field.UNIT),
        ("谁负责", Field.UNIT),
        ("主管部门代码", Field.DEPARTMENT),
        ("主管部门及代码", Field.DEPARTMENT),
        ("项目属性", Field.ATTRIBUTE),
        ("项目来源", Field.SOURCE),
        ("项目期", Field.PERIOD),
        ("什么时候", Field.PERIOD),
        ("出自哪份文件", Field.DOCUMENT),
        ("哪张表", Field.DOCUMENT),
        ("哪几年的数据", Field.YEAR),
        ("哪年有护林员", Field.YEAR),
        ("把路灯的表发给我", Field.ORIGINAL),
        ("路灯的表给我发一份", Field.ORIGINAL),
        ("有哪些项目", Field.PROJECT),
        ("项目清单", Field.PROJECT),
    ],
)
def test_a_field_as_people_ask_for_it(read: Read, question: str, field: Field) -> None:
    """One field is asked for; homophones, pinyin, width and traditional characters ask the same."""
    assert {field} == {m.field for m in read(question).meanings(Asked)}


@pytest.mark.parametrize(
    ("question", "kind", "horizon"),
    [
        ("财政拨款多少", FundingKind.FISCAL, None),
        ("財政撥款多少", FundingKind.FISCAL, None),
        ("caizhengbokuan", FundingKind.FISCAL, None),
        ("上年结转多少", FundingKind.CARRYOVER, None),
        ("有没有其他资金", FundingKind.OTHER, None),
        ("自筹多少", FundingKind.OTHER, None),
        ("中期资金总额", FundingKind.TOTAL, Horizon.MID_TERM),
        ("年度资金总额", FundingKind.TOTAL, Horizon.ANNUAL),
    ],
)
def test_a_kind_of_money(read: Read, question: str, kind: FundingKind, horizon: Horizon | None) -> None:
    """A kind of money is told from the total, and the mid-term total from the annual one."""
    (asked,) = read(question).meanings(Asked)

    assert (asked.kind, asked.horizon) == (kind, horizon)


@pytest.mark.parametrize(
    ("question", "level"),
    [
        ("产出指标", LevelSaid(1, "产出指标")),
        ("效益指标", LevelSaid(1, "效益指标")),
        ("满意度", LevelSaid(1, "满意度指标")),
        ("質量指標", LevelSaid(2, "质量指标", "产出指标")),
        ("经济效益指标", LevelSaid(2, "经济效益指标", "效益指标")),
        ("可持续影响指标", LevelSaid(2, "可持续影响指标", "效益指标")),
        ("时间要求", LevelSaid(2, "时效指标", "产出指标")),
        ("shixiao zhibiao", LevelSaid(2, "时效指标", "产出指标")),
    ],
)
def test_a_level_of_the_indicator_table(read: Read, question: str, level: LevelSaid) -> None:
    """经济效益 is level 2 and within level 1, as 效益 is: the longer word wins."""
    assert [level] == read(question).meanings(LevelSaid)


def test_a_horizon_beside_a_kind(read: Read) -> None:
    """“中期财政拨款” is the fiscal money over the middle term."""
    said = read("中期财政拨款")

    assert [HorizonSaid(Horizon.MID_TERM)] == said.meanings(HorizonSaid)
    assert [FundingKind.FISCAL] == [a.kind for a in said.meanings(Asked)]


@pytest.mark.parametrize("question", ["你好", "今天天气怎么样", "一二三", "😀", "第三中学", "谢谢"])
def test_nothing_is_asked_for(read: Read, question: str) -> None:
    """Words of no field ask for none."""
    said = read(question)

    assert [] == said.meanings(Asked)
    assert Mark.HOW_MUCH not in said.marks()


def test_two_wrong_characters_are_another_word(read: Read) -> None:
    """A homophone is forgiven once in a phrase, and never in a phrase of one character."""
    assert Field.GOAL not in {a.field for a in read("木镖").meanings(Asked)}
    assert [] == read("前").meanings(Asked)
