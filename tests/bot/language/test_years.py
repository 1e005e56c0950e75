"""Years as people write them, on 2024-06-15."""

from collections.abc import Callable

import pytest

from bot.language.meanings import YearsSaid
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


def _years(said: Parse) -> tuple[int, ...]:
    return tuple(y for m in said.meanings(YearsSaid) for y in m.years)


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("2024年多少钱", (2024,)),
        ("前一年多少钱", (2023,)),
        ("2023年比前一年多多少", (2023, 2022)),
        ("2024年度多少钱", (2024,)),
        ("2024的预算", (2024,)),
        ("2024预算", (2024,)),
        ("2024元旦晚会多少钱", (2024,)),
        ("预算2024", (2024,)),
        ("24年多少钱", (2024,)),
        ("二〇二四年多少钱", (2024,)),
        ("二零二四年多少钱", (2024,)),
        ("二四年多少钱", (2024,)),
        ("２０２４年多少钱", (2024,)),
        ("今年多少钱", (2024,)),
        ("本年多少钱", (2024,)),
        ("去年多少钱", (2023,)),
        ("前年多少钱", (2022,)),
        ("明年多少钱", (2025,)),
        ("2023年和2024年多少钱", (2023, 2024)),
        ("2023、2024年多少钱", (2023, 2024)),
        ("2022到2024年多少钱", (2022, 2023, 2024)),
        ("2022-2024年多少钱", (2022, 2023, 2024)),
        ("2022年至2024年多少钱", (2022, 2023, 2024)),
        ("22到24年多少钱", (2022, 2023, 2024)),
        ("近三年多少钱", (2022, 2023, 2024)),
        ("最近两年多少钱", (2023, 2024)),
        ("今年和去年多少钱", (2024, 2023)),
        ("22、23、24三年多少钱", (2022, 2023, 2024)),
        ("23和24年多少钱", (2023, 2024)),
        ("22/23/24年各多少", (2022, 2023, 2024)),
        ("23年24年多少钱", (2023, 2024)),
        ("2023 & 2024 两年各多少", (2023, 2024)),
        ("2022、2023、2024这三年", (2022, 2023, 2024)),
        ("二三、二四两年", (2023, 2024)),
        ("2022年以来多少钱", (2022, 2023, 2024)),
        ("23年至今多少钱", (2023, 2024)),
        ("前两年多少钱", (2022, 2023)),
    ],
)
def test_a_year_as_people_write_it(read: Read, question: str, years: tuple[int, ...]) -> None:
    """Four digits, two digits, characters, relative words and ranges are years."""
    assert years == _years(read(question))


@pytest.mark.parametrize(
    "question",
    [
        "历年多少钱",
        "这三年多少钱",
        "两年分别多少",
        "每年多少钱",
        "保洁经费哪年有结转",
        "保洁经费哪一年有其他资金",
        "各年多少钱",
        "这几年多少钱",
        "逐年的预算",
        "各年预算全部加在一起",
    ],
)
def test_every_year(read: Read, question: str) -> None:
    """“历年” asks for all the years that there are."""
    said = read(question)

    assert any(m.every for m in said.meanings(YearsSaid))
    assert _years(said) == ()


@pytest.mark.parametrize(
    "question",
    [
        "多少钱",
        "2.6.1多少钱",
        "2024.5多少钱",
        "20245多少钱",
        "120245元",
        "2024万元以上",
        "20240万以上",
        "2080万的项目",
        "已更正为2000万",
        "一年级多少人",
        "95%以上",
        "3月底前",
        "24、25号楼",
        "3、4年级多少人",
        "24、25两台",
        "50年一遇的是哪个",
        "20年一遇",
        "70年产权",
    ],
)
def test_what_is_no_year(read: Read, question: str) -> None:
    """Section numbers, amounts, per cent and longer numbers are no years."""
    assert () == _years(read(question))


@pytest.mark.parametrize("question", ["1998年多少钱", "98年多少钱", "2150年多少钱"])
def test_a_year_of_another_century(read: Read, question: str) -> None:
    """A year that can have no targets is never read as one of those that have: the question says so or stays unread."""
    assert not set(_years(read(question))) & set(range(2010, 2031))
