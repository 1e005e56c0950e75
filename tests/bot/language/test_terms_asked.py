"""What the words of a form mean."""

import pytest

from bot.language.terms_asked import terms_asked, wants_example


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("绩效目标和绩效指标有什么区别", ("绩效目标", "绩效指标")),
        ("目标跟指标是一回事吗", ("绩效目标", "绩效指标")),
        ("产出指标和效益指标怎么区分?", ("产出指标", "效益指标")),
        ("年度和中期的区别是什么", ("年度", "中期")),
        ("财政拨款与其他资金有啥不同", ("财政拨款", "其他资金")),
        ("什么叫上年结转", ("上年结转",)),
        ("时效指标是什么意思", ("时效指标",)),
        ("绩效自评是什么", ("绩效自评",)),
        ("解释一下可持续影响", ("可持续影响",)),
        ("什么是中期", ("中期",)),
    ],
)
def test_terms(question: str, terms: tuple[str, ...]) -> None:
    """A question that asks for nothing but what terms mean names these terms."""
    assert terms_asked(question) == terms


@pytest.mark.parametrize(
    "question",
    [
        "网络运维的绩效目标是什么",
        "年度目标是什么",
        "主管部门是什么",
        "网络运维和办公用房有什么区别",
        "2023年和2024年有什么区别",
        "产出指标有哪些",
        "质量指标是什么",
        "网络运维的质量指标是什么，举个例子",
        "财政局的产出指标和效益指标",
    ],
)
def test_not_terms(question: str) -> None:
    """What forms say of something is asked for by the same words, and is none of these."""
    assert terms_asked(question) == ()


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("“质量指标”是什么，举个例子", ("质量指标",)),
        ("成本指标是什么，给我举个咱们县的例子", ("成本指标",)),
        ("什么是财政拨款？能举例说明吗", ("财政拨款",)),
    ],
)
def test_terms_with_an_example(question: str, terms: tuple[str, ...]) -> None:
    """With an example of it the word itself is meant."""
    assert (terms_asked(question), wants_example(question)) == (terms, True)


@pytest.mark.parametrize("question", ["请教下，“上年结转”在表里是什么意思", "上年结转在表上指什么", "“上年结转”是啥"])
def test_terms_as_forms_have_them(question: str) -> None:
    """Where it stands does not change what it means; in quotes it is the word that is asked about."""
    assert (terms_asked(question), wants_example(question)) == (("上年结转",), False)
