"""Words for the store itself: they limit nothing, and the years that it holds may be asked for in many ways."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Asked
from bot.reading.parse import Parse
from store.plan import Field

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "question",
    [
        "目前系统里收录了哪些年份的数据？",
        "系统收录了几年的数据",
        "平台上有哪几年的资料",
        "数据库涵盖哪些年度",
        "你们系统都录入了哪几年的表",
        "库里存了多少年的数据",
        "后台导入了哪些年份",
        "收录的年份有哪些",
        "知识库里包含哪几年的绩效目标表",
        "你这个系统更新了哪几年的资料",
        "你手上有哪几年的材料",
        "你们这边收录了哪些年份",
        "你这里头装了哪几年的资料",
    ],
)
def test_years_of_the_store(read: Read, question: str) -> None:
    """It is asked which years there are, and no word is left over."""
    said = read(question)

    assert Asked(Field.YEAR) in said.meanings(Asked)
    assert () == said.leftovers


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("覆盖多少户", "覆盖"),
        ("垃圾收集了多少吨", "垃圾收集"),
        ("档案整理多少钱", "档案整理"),
        ("软件升级多少钱", "软件升级"),
        ("平台运维多少钱", "平台运维"),
    ],
)
def test_what_projects_do(read: Read, question: str, kept: str) -> None:
    """What a project covers, collects or is called by is no word for the store."""
    said = read(question)

    assert Asked(Field.YEAR) not in said.meanings(Asked)
    assert any(kept in x.text for x in said.leftovers)
