"""“剩下的呢”, “其余的一共多少”: the others of what was ranked or limited, in the same scope."""

import pytest

from tests.bot.conftest import Chat
from tests.bot.honesty import amounts


@pytest.mark.parametrize(
    ("turns", "figure"),
    [
        (("最高的三个项目", "剩下的呢"), "除最多的 4 个外还有 9 个"),  # two of them tie
        (("最高的三个项目", "剩下的还有哪些"), "除最多的 4 个外还有 9 个"),
        (("最高的三个项目", "其余的一共多少"), "合计 470 万元"),
        (("最高的三个项目", "余下的合计多少"), "合计 470 万元"),
        (("最高的三个项目", "别的加起来呢"), "合计 470 万元"),
        (("最高的三个项目", "另外的一共多少"), "合计 470 万元"),
        (("最高的三个项目", "其他的一共多少"), "合计 470 万元"),
        (("最高的三个项目", "其余的平均多少"), "平均每个 522222.22 元（四舍五入 52.22 万），合计 470 万元"),
        (("最高的三个项目", "剩下的里最大的是哪个"), "「储备林建设（二期）」：80 万元"),
        (("最高的三个项目", "剩余的占多少"), "占 47%"),
        (("最高的三个项目", "剩下的占全县多少"), "占 47%"),
        (("最小的两个项目", "剩下的一共多少"), "合计 850 万元"),
        (("最大的项目是哪个", "其余的一共多少"), "合计 800 万元"),
        (("林业局最大的项目是哪个", "剩下的两个呢"), "1. 青禾县林业局「储备林建设（二期）」 80 万元"),
        (("林业局最大的两个项目", "剩下的呢"), "「储备林建设（一期）」：70 万元"),
        (("林业局最大的项目是哪个", "其他项目占多少"), "占 62.5%"),
        (("前三名的单位", "剩下的单位一共多少"), "合计 310 万元"),
        (("前三名的单位", "剩下的呢"), "1. 柳渡镇人民政府 90 万元"),
        (("环境保洁谁最多", "其他两家呢"), "2. 云峰乡人民政府 40 万元"),
        (("哪个镇最多", "其他镇呢"), "云峰乡人民政府「环境保洁经费」：40 万元"),
        (("林业局占全县多少", "剩下的一共多少"), "合计 760 万元"),
        (("商贸促进占商务局多少", "其余的呢"), "「电商培训」 30 万元"),
        (("最大的项目是哪个", "占全县多少", "其余的一共多少"), "合计 800 万元"),
        (("50万以上的项目有哪些", "剩下的呢"), "4. 云峰乡人民政府「环境保洁经费」 40 万元"),
        (("50万以上的项目有哪些", "其余的一共多少"), "合计 150 万元"),
    ],
)
def test_the_others(bureaus: Chat, turns: tuple[str, ...], figure: str) -> None:
    """They are what was not shown: listed, summed, set against the whole."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert reply.kind == "answer", reply.text
    assert figure in reply.text.replace("；", "\n")


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("林业局有哪些项目", "剩下的呢"), "没有更多了"),
        (("河道清淤多少钱", "剩下的呢"), "没有更多了"),
        (("林业局最大的三个项目", "剩下的呢"), "没有别的"),
    ],
)
def test_nothing_else(bureaus: Chat, turns: tuple[str, ...], words: str) -> None:
    """After all that there is, or one thing, there is nothing that would be left."""
    reply = [bureaus.says(turn) for turn in turns][-1]

    assert words in reply
    assert not amounts(reply.text)


def test_money_that_was_not_spent(bureaus: Chat) -> None:
    """“剩下的钱” asks for what no table of targets holds."""
    bureaus.says("最高的三个项目")

    assert "没有支出数" in bureaus.says("河道清淤还剩多少钱")


def test_what_nothing_was_said_of(bureaus: Chat) -> None:
    """Without a ranking before it, it is no sum of everything."""
    reply = bureaus.says("其余的一共多少")

    assert "not_found" == reply.kind
    assert not amounts(reply.text)
