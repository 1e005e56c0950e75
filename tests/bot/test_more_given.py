"""How much more was given than before, said with a verb (多花了多少), and whose money it wholly is (财政全出)."""

import pytest

from tests.bot.conftest import Chat


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("公路养护比去年多给了多少", "2024年比2023年多 10 万元"),
        ("公路养护今年比去年多安排多少钱", "2024年比2023年多 10 万元"),
        ("公路养护比去年多拨多少", "2024年比2023年多 10 万元"),
        ("环境保洁经费柳渡镇比去年少给了多少", "2024年比2023年多 2 万元"),
    ],
)
def test_more_given(towns: Chat, question: str, said: str) -> None:
    """It is what the budget differs by, whichever way is believed, and no word of it is left over."""
    reply = towns.says(question)

    assert said in reply
    assert "未用到" not in reply


@pytest.mark.parametrize("question", ["公路养护今年比去年多花了多少", "公路养护比去年多用了多少钱", "全县今年比去年多支出多少"])
def test_more_spent(towns: Chat, question: str) -> None:
    """Beside the difference it is said that the tables hold no spending."""
    reply = towns.says(question)

    assert "2024年比2023年多" in reply
    assert "没有支出数" in reply


@pytest.mark.parametrize("question", ["是不是财政全出", "全是财政的钱吗", "财政全额的吗"])
def test_whose_money_it_wholly_is(towns: Chat, question: str) -> None:
    """财政 there is whose money it is, and no office: the kinds of money are told of what was spoken of."""
    towns.says("公路养护多少钱")
    reply = towns.says(question)

    assert "青禾县交通局「公路养护」" in reply
    assert "财政拨款 80 万元" in reply
    assert "上年结转 20 万元" in reply


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("公路养护多少钱", "比去年贵了多少"), "2024年比2023年多 10 万元"),
        (("柳渡镇和石桥镇的环境保洁经费谁多", "多百分之多少"), "33.33%"),
        (("柳渡镇和石桥镇的环境保洁经费谁多", "多百分之几"), "33.33%"),
    ],
)
def test_more_said_after(towns: Chat, turns: tuple[str, ...], said: str) -> None:
    """By how much, in money or per cent, is asked after what was compared or told."""
    replies = [towns.says(turn) for turn in turns]

    assert said in replies[-1]
