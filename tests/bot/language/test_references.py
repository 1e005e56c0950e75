"""Where a figure stands, as people order it."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Asked
from bot.reading.parse import Parse
from store.plan import Field

Read = Callable[[str], Parse]
DOCUMENT = Asked(Field.DOCUMENT)


@pytest.mark.parametrize(
    "question",
    [
        "请注明来源文件和表号",
        "请标明出处",
        "注明文件和表",
        "写上来源",
        "来源文件",
        "请附上出处和页码",
        "有依据吗",
        "给个出处",
        "表号是多少",
        "麻烦列明数据来源",
        "出处也给我标注一下",
        "把出处写清楚",
        "哪份文件、第几张表",
        "你从哪份文件看来的",
        "你是从哪里查到的",
        "根据哪份表得来的数",
        "520万从哪个文件抄来的",
    ],
)
def test_the_document(read: Read, question: str) -> None:
    """The document and the table are asked for, and no word is left over."""
    said = read(question)

    assert DOCUMENT in said.meanings(Asked)
    assert () == said.leftovers


@pytest.mark.parametrize("question", ["一共多少钱，注明出处", "合计多少 附来源", "满意度多少？请注明来源文件"])
def test_beside_a_question(read: Read, question: str) -> None:
    """A reply names its source anyway: beside another question it asks for nothing more."""
    said = read(question)

    assert DOCUMENT not in said.meanings(Asked)
    assert () == said.leftovers


@pytest.mark.parametrize("question", ["资金来源是什么", "项目来源", "钱从哪来", "标注线施划多少钱"])
def test_other_sources(read: Read, question: str) -> None:
    """Where money comes from is no document."""
    assert DOCUMENT not in read(question).meanings(Asked)
