"""One line of several units: who has most, what they come to, by how much one has more; money only where money is said."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.written import Talk

_TOWNS = {
    "青禾县柳渡镇人民政府": ("14", "92", "100000"),
    "青禾县石桥镇人民政府": ("9", "95", "300000"),
    "青禾县青溪乡人民政府": ("20", "90", "50000"),
}


def _talk(memory: Store, towns: int) -> Talk:
    targets = [
        makers.target(
            "河道保洁",
            unit=unit,
            yuan=yuan,
            table=table,
            indicators=(
                makers.indicator("聘用保洁员", f"{people}人", number=people, unit="人", level1="产出指标", level2="数量指标"),
                makers.indicator(
                    "村民满意度", f"≥{content}%", number=content, unit="%", level1="满意度指标", level2="满意度指标", row=8
                ),
            ),
        )
        for table, (unit, (people, content, yuan)) in enumerate(list(_TOWNS.items())[:towns], start=1)
    ]
    makers.load(memory, makers.statement(*targets, makers.target("路灯电费", yuan="999000", table=9)))
    return Talk(conversation_of(memory))


@pytest.mark.parametrize("first", ["河道保洁各乡镇多少保洁员", "三个乡镇河道保洁的保洁员几个人"])
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("哪个最多", "青溪乡"),
        ("谁最少", "石桥镇"),
        ("最少的呢", "9人"),
        ("合计", "合计 43人"),
        ("一共多少", "合计 43人"),
        ("加起来呢", "合计 43人"),
        ("按人数排前两名", "14人"),
        ("前两名一共", "合计 34人"),
        ("谁多", "青溪乡"),
        ("哪个少", "石桥镇"),
    ],
)
def test_of_the_line(memory: Store, first: str, question: str, told: str) -> None:
    """A rank and a sum after a line are of the line."""
    talk = _talk(memory, 3)
    talk.says(first)

    reply = talk.says(question).text

    assert told in reply
    assert "万元" not in reply


def test_one_after_another(memory: Store) -> None:
    """The sum after the most and the least is of all, and money is money as soon as it is said."""
    talk = _talk(memory, 3)
    talk.says("河道保洁各乡镇多少保洁员")

    assert "20人" in talk.says("最多的是谁").text
    assert "9人" in talk.says("最少的呢").text
    assert "合计 43人" in talk.says("合计").text
    assert "合计 45 万元" in talk.says("一共多少钱").text


@pytest.mark.parametrize(
    ("question", "told"),
    [("一共多少钱", "45 万元"), ("预算合计", "45 万元"), ("谁的钱最多", "30 万元")],
)
def test_of_the_money(memory: Store, question: str, told: str) -> None:
    """Where a word for money is said, money is meant."""
    talk = _talk(memory, 3)
    talk.says("河道保洁各乡镇多少保洁员")

    assert told in talk.says(question).text


@pytest.mark.parametrize(("question", "told"), [("哪个最高", "石桥镇"), ("最低的呢", "≥90%")])
def test_of_a_rate(memory: Store, question: str, told: str) -> None:
    """The same of how content people are."""
    talk = _talk(memory, 3)
    talk.says("河道保洁各乡镇满意度")

    reply = talk.says(question).text

    assert told in reply
    assert "万元" not in reply


@pytest.mark.parametrize(
    "question",
    [
        "河道保洁两个镇差几个人", "河道保洁柳渡镇比石桥镇多几个人", "河道保洁石桥镇比柳渡镇少多少人", "河道保洁柳渡镇比石桥镇人多多少",
        "柳渡镇和石桥镇河道保洁的保洁员差几个",
    ],
)  # fmt: skip
def test_of_two_units(memory: Store, question: str) -> None:
    """How many more the one has than the other."""
    reply = _talk(memory, 2).says(question).text

    assert reply.startswith("青禾县柳渡镇人民政府比青禾县石桥镇人民政府多 5人（本系统相减）")
    assert "万元" not in reply


@pytest.mark.parametrize("question", ["差几个", "多几个", "差多少", "谁多"])
def test_of_two_units_spoken_of(memory: Store, question: str) -> None:
    """The same after the lines of both; how much money lies between them is said with a word for it."""
    talk = _talk(memory, 2)
    talk.says("河道保洁两个镇保洁员多少")

    assert "多 5人（本系统相减）" in talk.says(question).text
    assert "20 万元" in talk.says("钱差多少").text


def test_a_rate_of_two_units(memory: Store) -> None:
    """Per cents differ by points."""
    assert "高 3个百分点（本系统相减）" in _talk(memory, 2).says("河道保洁两个镇满意度差几个点").text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("柳渡和石桥的渡口各几个", "2024年青禾县石桥镇人民政府没有这一条指标。"),
        ("石桥镇、柳渡镇管护渡口多少个", "2024年青禾县石桥镇人民政府没有这一条指标。"),
        ("柳渡镇和财政局的聘用保洁员", "2024年青禾县财政局没有这一条指标。"),
        ("柳渡镇和石桥镇的渡口管护目标", "2024年青禾县石桥镇人民政府没有「渡口管护」。"),
        ("柳渡、石桥渡口管护的资金构成", "2024年青禾县石桥镇人民政府没有「渡口管护」。"),
        ("柳渡镇和石桥镇的聘用保洁员", ""),
        ("柳渡镇、石桥镇的聘用保洁员超过10人的", ""),
    ],
)
def test_a_unit_without_the_line(memory: Store, question: str, said: str) -> None:
    """A unit that was named and has no such line is not passed over in silence."""
    talk = _talk(memory, 2)
    ferries = makers.indicator("管护渡口", "4个", number="4", unit="个", level1="产出指标", level2="数量指标")
    own = makers.target("渡口管护", unit="青禾县柳渡镇人民政府", document="渡口", indicators=(ferries,))
    makers.load(memory, makers.statement(own, document="渡口"))

    reply = talk.says(question).text

    assert said in reply if said else "没有这一条指标" not in reply, reply


@pytest.mark.parametrize("question", ["杉坪有几个保安", "杉坪的保安有几个", "杉坪保安有几名", "杉坪聘请保安人数"])
def test_the_one_of_several_units_that_has_it(memory: Store, question: str) -> None:
    """A place of which several units are called means the one that has the line, and no other place's."""
    guards = {"青禾县杉坪学校": "5", "青禾县第二中学": "8"}
    targets = [
        makers.target(
            "护校保安聘用费",
            unit=unit,
            table=table,
            indicators=(makers.indicator("聘请保安人数", f"{n}名", number=n, unit="名", level1="产出指标", level2="数量指标"),),
        )
        for table, (unit, n) in enumerate(guards.items(), start=1)
    ]
    makers.load(memory, makers.statement(*targets, makers.target("河道保洁", unit="青禾县杉坪乡人民政府", table=3)))

    reply = Talk(conversation_of(memory)).says(question).text

    assert reply.startswith("5名：青禾县杉坪学校")
    assert "没有这一条" not in reply
    assert "8名" not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("柳渡持证率", "100%：青禾县柳渡镇人民政府「渡口管护」"),
        ("柳渡的持证率多少", "100%：青禾县柳渡镇人民政府「渡口管护」"),
        ("渡工持证率", "100%：青禾县柳渡镇人民政府「渡口管护」"),
        ("敬老院持证率", "没有找到“敬老院”"),
    ],
)
def test_a_line_right_behind_a_name(memory: Store, question: str, said: str) -> None:
    """The line's name does not begin within the unit's, though a line begins with the same character."""
    talk = _talk(memory, 2)
    ferrymen = makers.indicator("渡工持证率", "100%", number="100", unit="%", level1="产出指标", level2="质量指标")
    own = makers.target("渡口管护", unit="青禾县柳渡镇人民政府", document="渡口", indicators=(ferrymen,))
    makers.load(memory, makers.statement(own, document="渡口"))

    assert said in talk.says(question).text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("饮水机多少学生喝得上", []),
        ("饮水机多少学生受益", ["900人"]),
        ("饮水机几所学校能喝上", ["12所"]),
        ("饮水机：装几台？受益学生几人？", ["30台", "900人"]),
    ],
)
def test_what_is_counted(memory: Store, question: str, told: list[str]) -> None:
    """What stands right behind 多少 is counted, and nothing that shares other words with the question."""
    counted = {"安装饮水机": ("30", "台"), "受益学校": ("12", "所"), "受益学生": ("900", "人")}
    lines = [
        makers.indicator(name, f"{number}{unit}", number=number, unit=unit, level1="产出指标", level2="数量指标", row=row)
        for row, (name, (number, unit)) in enumerate(counted.items(), start=7)
    ]
    makers.load(memory, makers.statement(makers.target("学校饮水机采购", goal="让学生喝上放心水。", indicators=lines)))

    reply = Talk(conversation_of(memory)).says(question).text

    assert [value for value in ("30台", "12所", "900人") if value in reply] == told, reply


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("校园安防哪个学校保安最多", "石桥小学「校园安防」2024年：“聘用保安” 9人"),
        ("校园安防保安最少的是哪个学校", "柳渡小学「校园安防」2024年：“聘用保安” 4人"),
    ],
)
def test_most_is_of_a_number(memory: Store, question: str, told: str) -> None:
    """Where a rate is called so too, 最多 ranks how many there are."""
    targets = [
        makers.target(
            "校园安防",
            unit=f"青禾县{town}小学",
            table=table,
            indicators=(
                makers.indicator("聘用保安", f"{n}人", number=n, unit="人", level1="产出指标", level2="数量指标"),
                makers.indicator("保安持证率", f"{rate}%", number=rate, unit="%", level1="产出指标", level2="质量指标", row=8),
            ),
        )
        for table, (town, n, rate) in enumerate((("柳渡", "4", "95"), ("石桥", "9", "90")), start=1)
    ]
    makers.load(memory, makers.statement(*targets))

    assert told in Talk(conversation_of(memory)).says(question).text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("急救站多久检修一次", "每月2次："),
        ("急救站几天检修一次", "每月2次："),
        ("急救站几分钟出车", "≤3分钟："),
        ("急救站多少分钟能到", "≤14分钟："),
        ("急救站多久上报", "当日上报："),
    ],
)
def test_how_often_and_how_long(memory: Store, question: str, told: str) -> None:
    """How often is no time that something takes, and of two times that one is told whose deed is said."""
    lines = [
        makers.indicator(name, value, number=number, unit=unit, level1="产出指标", level2="时效指标", row=row)
        for row, (name, value, number, unit) in enumerate(
            (
                ("出车时间", "≤3分钟", "3", "分钟"),
                ("平均到达时间", "≤14分钟", "14", "分钟"),
                ("检修频次", "每月2次", None, None),
                ("数据上报时限", "当日上报", None, None),
            ),
            start=7,
        )
    ]
    makers.load(memory, makers.statement(makers.target("急救站补助", indicators=lines)))

    assert Talk(conversation_of(memory)).says(question).text.startswith(told)


@pytest.mark.parametrize("question", ["河道水质达标率多少，满意度多少", "河道水质达标率 满意度"])
def test_a_class_beside_a_line(memory: Store, question: str) -> None:
    """Where no project is named, a class of lines beside one line is that of the forms which have the line."""
    talk = _talk(memory, 1)
    content = makers.indicator("市民满意度", "≥80%", number="80", unit="%")
    rate = makers.indicator("河道水质达标率", "97%", number="97", unit="%", level1="产出指标", level2="质量指标")
    others = [
        makers.target("路灯养护", document="别的", indicators=(content,)),
        makers.target("水质监测", document="别的", table=2, indicators=(rate,)),
    ]
    makers.load(memory, makers.statement(*others, document="别的"))

    assert "80%" not in talk.says(question).text
