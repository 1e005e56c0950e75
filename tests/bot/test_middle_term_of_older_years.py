"""Money of the middle term, where only forms of an older year print any."""

from collections.abc import Callable

import pytest

from tests.bot.conftest import Chat, Reply
from tests.bot.honesty import amounts

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("中期总额最大的项目", "「水库除险加固工程（一期）」：400 万元（2023年）"),
        ("中期总额最小的是哪个", "「河道清淤」：150 万元（2023年）"),
        ("中期总额前三名", "2. 青禾县林业局「湿地修复工程（一期）」 240 万元"),
        ("中期一共多少", "合计 790 万元：2023年"),
        ("全县中期资金总额合计", "合计 790 万元：2023年"),
        ("中期总额平均多少", "合计 790 万元"),
        ("中期资金总额200万以上的项目", "2023年有 2 个项目"),
        ("各单位中期总额分别多少", "青禾县水务局 550 万元"),
        ("哪个单位中期总额最多", "青禾县水务局：550 万元"),
        ("水务局中期一共多少", "2023年中期资金总额"),
        ("水务局中期总额最大的项目", "400 万元（2023年）"),
        ("林业局中期多少", "240 万元"),
        ("水务局和林业局中期一共多少", "合计 790 万元"),
        ("水务局和林业局中期哪个多", "多 310 万元"),
    ],
)
def test_the_newest_year_that_has_any(asks_bureaus: Asks, question: str, figure: str) -> None:
    """It is of the newest year whose forms print one, and the reply says of which year and that newer forms have none."""
    reply = asks_bureaus(question)

    assert reply.kind == "answer", reply.text
    assert figure in reply
    assert "2024年的表上没有中期的金额" in reply
    assert {2023} == {fact["year"] for fact in reply.facts if fact["year"]}


@pytest.mark.parametrize(
    "question", ["2024年中期一共多少", "商务局中期一共多少", "今年中期总额最大的项目", "中期财政拨款一共多少"]
)
def test_none_at_all(asks_bureaus: Asks, question: str) -> None:
    """A year that is named is that year, and where no form prints any there is none."""
    reply = asks_bureaus(question)

    assert "not_found" == reply.kind, reply.text
    assert not amounts(reply.text)


def test_a_year_without_any(asks_bureaus: Asks) -> None:
    """Of a year that is named it is said that this one has none, and another that has is offered."""
    reply = asks_bureaus("2024年中期总额最大的项目")

    assert "已导入的2024年的文件里" in reply
    assert "2023年有，要看回 1" in reply


def test_annual_money_stays_of_the_newest_year(asks_bureaus: Asks) -> None:
    """What is asked for the year is of the newest year."""
    assert "200 万元（2024年）" in asks_bureaus("总额最大的项目")


def test_another_term_of_what_came_first(bureaus: Chat) -> None:
    """“年度总额呢” behind the one that came first is that project's, and not a sum of all."""
    bureaus.says("中期总额最大的项目")

    assert "100 万元：2023年青禾县水务局「水库除险加固工程（一期）」" in bureaus.says("年度总额呢")
