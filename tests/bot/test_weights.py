"""Weights of indicators as a clerk asks for them: of one line, of a form, what they come to, which is the greatest, what is not filled in."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests.bot import forms
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    forms.fill(memory)
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("公园长椅更换社会效益那条权重多少", "权重 15"),
        ("公园长椅更换的社会效益指标权重是多少", "权重 15"),
        ("长椅更换 完工时间占多少分", "权重 10"),
        ("长椅更换完工时间的分值", "权重 10"),
        ("园林所长椅更换满意度给了几分", "权重 10"),
        ("长椅更换里安装合格率的权重", "权重 25"),
        ("长椅更换满意度占多大权重", "权重 10"),
        ("长椅更换时效指标的分值是多少分", "权重 10"),
        ("长椅更换成本指标权重占比多少", "权重 5"),
        ("绿篱修剪的及时率权重定的多少", "权重 20"),
        ("绿篱修剪满意度满分多少", "权重 10"),
        ("绿篱修剪满意度那条赋了多少分", "权重 10"),
        ("绿篱修剪数量指标的权数", "权重 50"),
    ],
)
def test_the_weight_of_one_line(talk: Talk, question: str, said: str) -> None:
    """A line that is told by its name or its class is told with its weight, and no money."""
    reply = talk.asks(question)

    assert reply.kind == "answer"
    assert reply.text.startswith(said)
    assert "元" not in reply.text
    assert "未用到" not in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "公园长椅更换各条权重",
        "长椅更换权重怎么分的",
        "长椅更换的权重是怎么设置的",
        "长椅更换分值如何分配",
        "长椅更换每条指标的权重",
        "长椅更换指标权重分别是多少",
        "长椅更换各项分值",
        "长椅更换的权重情况",
        "长椅更换各指标占多少分",
        "把长椅更换的权重列一下",
        "长椅更换的权重填了没",
        "长椅更换权重有没有填",
    ],
)
def test_all_weights_of_a_form(talk: Talk, question: str) -> None:
    """Each line of the form stands with its weight, beside what they come to."""
    text = talk.says(question).text

    assert "权重 6 条，相加 90" in text
    assert all(
        said in text for said in ("更换长椅 25", "安装合格率 25", "完工时间 10", "每把单价 5", "休憩环境改善 15", "游人满意度 10")
    )
    assert "元" not in text


@pytest.mark.parametrize(
    "question",
    [
        "绿篱修剪权重加起来是多少",
        "绿篱修剪的权重合计",
        "绿篱修剪权重总和",
        "绿篱修剪总权重是多少",
        "绿篱修剪权重合计是不是100",
        "绿篱修剪权重加起来够不够100分",
        "绿篱修剪的分值加起来等于90吗",
        "绿篱修剪权重相加对不对",
        "绿篱修剪各条权重加起来有100没",
        "绿篱修剪权重加一块多少",
        "绿篱修剪权重一共多少分",
        "绿篱修剪权重满不满100",
    ],
)
def test_what_weights_come_to(talk: Talk, question: str) -> None:
    """A sum of weights is ours, and where it is neither 90 nor 100 that is said."""
    reply = talk.asks(question)

    assert reply.kind == "answer"
    assert reply.text.startswith("80，不是 90 或 100，请核对")
    assert "本系统相加" in reply.text
    assert [f["value"] for f in reply.facts if f["field"] == "total"] == ["80"]


def test_points_of_one_class(talk: Talk) -> None:
    """The lines of a class are added up without a word of what a whole form should have."""
    assert talk.says("长椅更换产出指标一共占多少分").text.startswith("65：")


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("长椅更换哪条权重最大", ("更换长椅", "安装合格率")),
        ("长椅更换哪条指标权重最高", ("更换长椅", "安装合格率")),
        ("长椅更换权重最重的是哪条", ("更换长椅", "安装合格率")),
        ("长椅更换哪个指标分值最高", ("更换长椅", "安装合格率")),
        ("长椅更换哪一条占的权重最小", ("每把单价",)),
        ("长椅更换权重最低的指标", ("每把单价",)),
    ],
)
def test_the_greatest_and_the_least(talk: Talk, question: str, lines: tuple[str, ...]) -> None:
    """All lines that have the greatest or the least weight are told."""
    reply = talk.asks(question)

    assert reply.kind == "answer"
    assert {fact["name"] for fact in reply.facts} == set(lines)
    assert "元" not in reply.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("喷泉维护的权重填了没", "表上没填"),
        ("喷泉维护权重是多少", "表上没填"),
        ("喷泉维护权重那一栏是空的吗", "表上没填"),
        ("机井维修的权重填了没", "没有权重（分值）这一栏"),
        ("机井维修各条权重", "没有权重（分值）这一栏"),
        ("机井维修满意度权重多少", "没有权重（分值）这一栏"),
        ("机井维修权重加起来是不是100", "没有权重（分值）这一栏"),
        ("草坪补种成活率权重多少", "权重表上没填"),
        ("草坪补种权重合计", "另有 1 条没填"),
    ],
)
def test_a_blank_is_not_a_missing_column(talk: Talk, question: str, said: str) -> None:
    """An empty cell, and a form that has no such column, are told apart; no figure stands for either."""
    reply = talk.asks(question)

    assert reply.kind == "answer"
    assert said in reply.text
    assert "元" not in reply.text


def test_follow_ups_keep_the_line_and_the_weight(talk: Talk) -> None:
    """权重呢 is of the line that was told, and another class behind it asks for its weight."""
    talk.says("长椅更换满意度多少")

    assert talk.says("权重呢").text.startswith("权重 10：")
    assert talk.says("社会效益呢").text.startswith("权重 15：")
    assert talk.says("那时效指标呢").text.startswith("权重 10：")
    assert talk.says("加起来呢").text.startswith("90：")
    assert "权重 3 条" in talk.says("绿篱修剪的呢").text


def test_a_line_that_is_not_there(talk: Talk) -> None:
    """Where no line is called so that is said, and the weights that there are."""
    reply = talk.says("绿篱修剪生态效益权重多少")

    assert reply.text.startswith("没有生态效益指标这一条；")
    assert "修剪绿篱 50" in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "哪些表权重加起来不是100",
        "哪个项目的权重合计不对",
        "园林所哪些项目权重加起来不等于90",
        "权重加起来不是100的有哪些",
        "哪个项目权重没凑够",
        "权重没加够100的有哪些",
        "权重不够的表有哪些",
    ],
)
def test_forms_whose_weights_do_not_add_up(talk: Talk, question: str) -> None:
    """Of many forms those are told whose weights come to something else, and how many are right or have none."""
    text = talk.says(question).text

    assert "「绿篱修剪」 相加 80" in text
    assert "「草坪补种」 相加 60（1 条没填）" in text
    assert "另有 1 张是" in text


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("闸门养护财政拨款占多少", "share"),
        ("机井维修得了多少分", "executions"),
        ("机井维修自评得分", "executions"),
        ("机井维修占水务局多少", "shares"),
        ("长椅更换的满意度多少", "indicators"),
    ],
)
def test_words_that_look_alike(talk: Talk, question: str, rule: str) -> None:
    """Shares of money, points of an evaluation and values of lines stay what they are."""
    assert "权重" not in talk.says(question).text, rule
