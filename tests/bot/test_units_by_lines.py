"""Units asked for by an indicator: the line is ranked, and never the money in its place."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import answer

_TOWNS = (("青禾县柳渡镇人民政府", "92", "30", "500000"), ("青禾县石桥镇人民政府", "95", "25", "300000"))


@pytest.fixture
def towns(memory: Store) -> Store:
    """Two towns: the one with less money has the higher 满意度, and fewer people."""
    for year in (2023, 2024):
        document = f"青禾县乡镇{year}年度项目支出绩效目标"
        targets = [
            makers.target(
                "村级工作经费",
                unit=unit,
                year=year,
                yuan=yuan,
                document=document,
                table=at,
                indicators=_lines(share, number, year),
            )
            for at, (unit, share, number, yuan) in enumerate(_TOWNS, 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document))
    return memory


def _lines(share: str, number: str, year: int) -> tuple[object, ...]:
    people = str(int(number) - (2024 - year))
    return (
        makers.indicator("村民满意度", f"≥{share}%", number=share, unit="%"),
        makers.indicator("补助人数", f"{people}人", number=people, unit="人", level1="产出指标", level2="数量指标", row=8),
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("村级工作经费满意度最高的是哪个乡镇", "石桥镇人民政府「村级工作经费」2024年：“村民满意度” ≥95%"),
        ("满意度最高的是哪个镇", "石桥镇人民政府「村级工作经费」2024年：“村民满意度” ≥95%"),
        ("哪个乡镇满意度最低", "柳渡镇人民政府「村级工作经费」2024年：“村民满意度” ≥92%"),
        ("村级工作经费哪个乡镇人数最多", "柳渡镇人民政府「村级工作经费」2024年：“补助人数” 30人"),
        ("村级工作经费哪个镇人最少", "石桥镇人民政府「村级工作经费」2024年：“补助人数” 25人"),
        ("柳渡镇村级工作经费哪年人最多", "2024年：“补助人数” 30人"),
    ],
)
def test_the_line_is_ranked(towns: Store, question: str, said: str) -> None:
    """Whose line comes first is told by the form, be it said before the unit or behind."""
    reply = answer(conversation_of(towns), question)

    assert said in reply
    assert "万元" not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("村级工作经费哪个乡镇最多", "柳渡镇人民政府「村级工作经费」：50 万元"),
        ("哪个乡镇钱最少", "石桥镇人民政府「村级工作经费」：30 万元"),
        ("哪个乡镇的数量指标最高", "只能按金额或百分数指标排名"),
    ],
)
def test_what_is_ranked_otherwise(towns: Store, question: str, said: str) -> None:
    """Money where nothing else is said; what nobody can rank is said so."""
    assert said in answer(conversation_of(towns), question)


def test_other_things_that_are_counted(memory: Store) -> None:
    """Lines of two names are none of the same thing, though both count people."""
    lines = [
        makers.indicator(name, f"{number}人", number=number, unit="人", level1="产出指标", level2="数量指标")
        for name, number in (("培训人数", "30"), ("慰问人数", "90"))
    ]
    targets = [makers.target(f"经费{at}", table=at, indicators=(line,)) for at, line in enumerate(lines, 1)]
    makers.load(memory, makers.statement(*targets))

    assert answer(conversation_of(memory), "哪个单位人数最多").kind != "answer"
