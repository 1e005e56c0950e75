"""Where facts stand, as the last line of a reply says it."""

from bot.answer import Fact
from bot.replying.citing import cite
from tests import makers


def stated(table: int, sheet: str | None = None) -> Fact:
    return Fact(field="total", source=makers.source("1", document="甲文", table=table).model_copy(update={"sheet": sheet}))


def test_a_workbook() -> None:
    """People see the names of worksheets, not the numbers of tables; a name is said once."""
    assert ("《甲文》工作表“危房”、“图书”“总额”",) == cite([stated(3, "危房"), stated(4, "危房"), stated(5, "图书")], "总额")


def test_another_document() -> None:
    """Elsewhere tables are counted."""
    assert ("《甲文》第3、4张表“总额”",) == cite([stated(3), stated(4)], "总额")
