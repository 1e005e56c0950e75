"""Questions for a figure of an indicator, by its measure and what is done: 装几盏灯, 几月完工, 一场补多少钱."""

import re

import pytest

from bot.app import conversation_of
from store.database import Store
from tests.bot import countryside
from tests.bot.written import Talk


@pytest.fixture
def talk(memory: Store) -> Talk:
    countryside.fill(memory)
    return Talk(conversation_of(memory))


@pytest.mark.parametrize(
    ("question", "value", "line"),
    [
        ("巷道路灯二期装多少盏灯", "450盏", "安装路灯盏数"),
        ("巷道路灯二期要装几个灯", "450盏", "安装路灯盏数"),
        ("巷道路灯二期一盏灯多少钱", "≤1800元", "单盏路灯造价"),
        ("巷道路灯二期几月份竣工", "2024年10月底前", "竣工时间"),
        ("巷道路灯二期什么时候能装完", "2024年10月底前", "竣工时间"),
        ("旱厕改建今年改几座", "14座", "改建旱厕数量"),
        ("旱厕改建要修多少个厕所", "14座", "改建旱厕数量"),
        ("旱厕改建新增几间残疾人厕位", "6间", "新增残疾人厕位"),
        ("旱厕改建改一座给多少钱", "≤7万元", "每座改建标准"),
        ("旱厕改建多少钱一座", "≤7万元", "每座改建标准"),
        ("巷道路灯二期多少钱一盏", "≤1800元", "单盏路灯造价"),
        ("窝沟封闭补几块钱一个孩子", "40元", "人均补助标准"),
        ("戏台演出要唱多少场", "64场", "演出场次"),
        ("戏台演出能让多少老百姓看上", "≥1.5万人", "惠及群众人数"),
        ("戏台演出拉动多少收入", "≥80万元", "带动夜市消费收入"),
        ("戏台演出一场补多少钱", "3000元", "每场演出补助"),
        ("窝沟封闭给多少孩子做", "2600人", "封闭学生人数"),
        ("窝沟封闭一个孩子补几块钱", "40元", "人均补助标准"),
        ("窝沟封闭中期要做多少学生", "7800人", "封闭学生人数"),
        ("窝沟封闭三年要做多少学生", "7800人", "封闭学生人数"),
        ("卫生院今年窝沟封闭几月底前做完", "11月底前", "完成时间"),
        ("带动多少夜市消费收入", "≥80万元", "带动夜市消费收入"),
        ("残疾人厕位新增几间", "6间", "新增残疾人厕位"),
        ("旱厕改建9月底前能完工吗", "9月底前", "完工时间"),
        ("窝沟封闭是不是11月底前做完", "11月底前", "完成时间"),
        ("窝沟封闭是11月还是12月做完", "11月底前", "完成时间"),
        ("窝沟封闭10月完还是11月完", "11月底前", "完成时间"),
        ("窝沟封闭年底前做完吗", "11月底前", "完成时间"),
        ("旱厕改建年底前完吗", "9月底前", "完工时间"),
    ],
)
def test_the_line_that_fits_the_measure_and_the_words(talk: Talk, question: str, value: str, line: str) -> None:
    """The value of the one line that is counted so and explains all that is said, with its name and whose it is."""
    reply = talk.asks(question)

    assert "answer" == reply.kind
    assert reply.text.startswith(value)
    assert f"“{line}”" in reply.text
    assert "未用到" not in reply.text


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("旱厕改建改几座，几月完工", ("14座", "9月底前")),
        ("窝沟封闭做多少学生，完好率要多少", ("2600人", "≥85%")),
        ("巷道路灯两期分别装多少盏", ("320盏", "450盏")),
        ("路灯亮灯率要求 各期都说一下", ("≥96%", "≥98%")),
    ],
)
def test_several_figures_at_once(talk: Talk, question: str, values: tuple[str, ...]) -> None:
    """Each figure that is asked for has its line; of phases every one, of whatever year."""
    reply = talk.asks(question)

    assert "answer" == reply.kind
    assert all(value in reply.text for value in values)


def test_it_goes_on_from_what_was_spoken_of(talk: Talk) -> None:
    """A question for a figure alone is one of the project that was spoken of."""
    talk.says("旱厕改建多少钱")
    assert "14座" in talk.says("改几座").text
    assert "9月底前" in talk.says("几月完工").text
    assert "6间" in talk.says("新增几间厕位").text
    talk.says("戏台演出呢")
    assert "64场" in talk.says("演多少场").text


def test_another_phase_is_another_project(talk: Talk) -> None:
    """“二期灯多少盏” after the first phase is no line of the first."""
    first = talk.says("巷道路灯一期装多少盏灯").text

    assert "450盏" not in first
    assert "450盏" in talk.says("二期灯多少盏").text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("旱厕改建是14座吗", "14座，与所问的一致"),
        ("旱厕改建是14座还是16座", "14座，不是16座"),
        ("戏台演出是演60场吗", "64场，不是60场"),
        ("窝沟封闭是每人40块吗", "40元，与所问的一致"),
    ],
)
def test_a_value_that_is_told(talk: Talk, question: str, said: str) -> None:
    """The value as it stands, and whether it is the one that the question tells."""
    assert talk.asks(question).text.startswith(said)


def test_what_is_told_does_not_go_on(talk: Talk) -> None:
    """The value that one question told is not held against the answer of the next."""
    talk.says("旱厕改建是16座吗")

    assert "不是" not in talk.says("满意度呢").text


def test_what_was_done(talk: Talk) -> None:
    """“改了几座” asks for what was done: the reply says that the form tells what is to be done."""
    reply = talk.asks("旱厕改建改了几座")

    assert "14座" in reply.text
    assert "没有实际完成数" in reply.text


@pytest.mark.parametrize(
    "question",
    [
        "旱厕改建要买几辆洒水车",  # counted in nothing of it
        "旱厕改建请几个明星",  # a thing that the form does not know
        "旱厕改建拆几座",  # another deed
        "窝沟封闭男的做多少人",  # a part of what is counted
        "旱厕改建3月改几座",  # a part of the year
        "旱厕改建城北改几座",  # a part of the county
        "地铁站要建几座",  # no such project
        "旱厕改建几小时改完",  # a day is no time that it takes
    ],
)
def test_words_that_no_line_explains(talk: Talk, question: str) -> None:
    """No figure is stated over a word that the form does not explain."""
    reply = talk.asks(question)

    assert "answer" != reply.kind
    assert not re.search(r"14座|2600人", reply.text.split("有的指标")[0])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("住建局有几个项目", "2 个项目"),
        ("今年一共多少个项目", "4 个项目"),
        ("旱厕改建多少钱", "50 万元"),
        ("旱厕改建今年给了多少", "50 万元"),
        ("旱厕改建一年多少钱", "50 万元"),
        ("旱厕改建是50万吗", "50 万元"),
        ("哪几个项目超过40万", "50 万元"),
        ("路灯一期和二期多少钱", "60 万元"),
    ],
)
def test_questions_for_money_and_for_projects_stay_so(talk: Talk, question: str, said: str) -> None:
    """A measure of projects, or 多少 of money, asks for no indicator."""
    reply = talk.asks(question)

    assert said in reply.text
    assert "indicator" not in {fact["field"] for fact in reply.facts}


@pytest.mark.parametrize("question", ["社区戏台演出覆盖残疾人多少人", "旱厕改建受益教师多少人"])
def test_others_than_those_who_are_counted(talk: Talk, question: str) -> None:
    """Who is asked about is not who a line counts: no value is given for them without a word."""
    reply = talk.asks(question)

    assert reply.kind != "answer" or "未用到" in reply.text, reply.text


@pytest.mark.parametrize("question", ["窝沟封闭做多少学生", "窝沟封闭中期要做多少学生"])
def test_the_value_of_the_other_term_is_a_fact_too(talk: Talk, question: str) -> None:
    """Where a line has another value in the middle term than in the year, both are said, and both have their source."""
    reply = talk.asks(question)

    assert "2600人" in reply.text
    assert "7800人" in reply.text
    assert {"2600人", "7800人"} == {fact["value"] for fact in reply.facts if fact["source"]}


@pytest.mark.parametrize("question", ["旱厕改建什么时候开工", "旱厕改建的开工时间", "巷道路灯二期啥时候能开工"])
def test_the_end_is_not_the_beginning(talk: Talk, question: str) -> None:
    """Of a form that prints only when the work ends, the day is not given to who asks when it begins; its lines are named."""
    reply = talk.asks(question)

    assert "not_found" == reply.kind
    assert not re.search(r"\d月底前", reply.text)
    assert "的指标里没有这一条" in reply.text
