"""Limits, departments and units that are said beside each other: what they leave, and what is refused."""

from collections.abc import Callable

import pytest

from bot.app import conversation_of
from store.database import Store
from store.model import Attribute, Fact
from tests import makers
from tests.bot.bureaus import RESERVOIR, WATER
from tests.bot.conftest import Reply, answer

Asks = Callable[[str], Reply]


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("2024年全县一共录了几个项目", "共 13 个项目", "未用到"),
        ("2024年导入的项目加总是多少", "合计 1000 万元", "未用到"),
        ("今年单笔过一百万的项目有几个", "高于100万的共 2 个项目", "未用到"),
        ("不超过四十万块的项目今年有哪些", "预算不超过40万的有 4 个项目", "值是"),
        ("主管部门是水务局的，今年低于五十万的", "青禾县水库管理所「水库巡查」 40 万元", "泵站"),
        ("主管部门是水务局的项目今年一共多少", "合计 450 万元", "210"),
        ("归水务局主管的项目今年一共多少", "合计 450 万元", "210"),
        ("今年水务局和下属水库管理所里面钱最多的三个", "3. 青禾县水务局「河道清淤」 60 万元", "个项目相加"),
        ("去年没有、今年新冒出来的项目，水务局含所属", "水库除险加固工程（二期）", "河道清淤"),
        ("水务局和它下属，今年哪些是去年没有的新项目", "青禾县水库管理所「泵站改造」 200 万元", "河道清淤"),
        ("今年水务局有什么项目是去年没有的", "青禾县水务局「水库除险加固工程（二期）」 150 万元", "泵站"),
        ("去年水务局哪些项目是今年没有的", "水库除险加固工程（一期）", "（二期）"),
        ("水务局连水库管理所，今年刨去泵站改造最大的一笔", "「水库除险加固工程（二期）」：150 万元", "200"),
        ("水务局今年总额，连水库管理所", "合计 450 万元", "本级："),
        ("水务局含所属的盘子里，水库管理所占几成，今年", "占 53.33%", "2023年"),
        ("今年水务局本级的钱，河道清淤是不是拿走半数以上", "占 28.57%", "450"),
        ("河道清淤去年的钱是中期总额的几成", "年度占中期的 33.33%", "2024年"),
        ("水务局本级两年都有的同名项目，今年比去年涨得最多的是哪个", "「河道清淤」 50 万元 → 60 万元", "未用到"),
        ("今年哪些项目财政拨款以外还有其他资金", "青禾县水务局「河道清淤」 其他资金 10 万元", "泵站"),
        ("跟河道有关的两个单位——水务局本级和水库管理所，今年各自合计", "青禾县水务局 210 万元", "只算"),
        ("水务局去年的河道清淤今年还安排没有", "60 万元", "未用到"),
        ("水务局去年的水库除险加固一期今年还安排没有", "2024年的文件里没有", "未用到"),
    ],
)
def test_limits(asks_bureaus: Asks, question: str, said: str, unsaid: str) -> None:
    """Each word limits what it is said of, and none is passed over."""
    reply = asks_bureaus(question)

    assert said in reply, reply.text
    assert unsaid not in reply, reply.text


@pytest.mark.parametrize(
    "question",
    [
        "今年单笔过一百万的单位有几个",  # the sums of units are limited, and no single projects
        "环境保洁经费今年花掉一半了吗",  # what is spent no form tells
        "两年加起来超过一百万的项目有哪些",  # limits are of one year each
        "水务局连驻村经费今年多少",  # no unit, and no project
    ],
)
def test_what_is_not_understood(asks_bureaus: Asks, question: str) -> None:
    """No figure beside a word that may limit it."""
    reply = asks_bureaus(question)

    assert reply.kind != "answer", reply.text


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("水务系统今年50万以上又是本级申报的项目有哪些", "「泵站改造」", "河道清淤"),
        ("今年本级申报的项目有几个", "有 1 个", "河道清淤"),
        ("水务局本级申报的项目有哪些", "「河道清淤」", "泵站改造"),
    ],
)
def test_a_source_that_is_called_like_a_level(memory: Store, question: str, said: str, unsaid: str) -> None:
    """“本级申报” is what forms say of their source, where they do; behind a unit it is the unit's own level."""
    below = {"department": WATER, "code": "401001"}
    of_itself = makers.target("河道清淤", unit=WATER, yuan="600000", department=WATER, code="401")
    of_another = makers.target("泵站改造", unit=RESERVOIR, yuan="2000000", table=2, **below)
    source = Fact(field=Attribute.SOURCE, text="本级申报项目", source=makers.source("本级申报项目", table=2, row=20))
    of_another = of_another.model_copy(update={"facts": (*of_another.facts, source)})
    makers.load(memory, makers.statement(of_itself, of_another))

    reply = answer(conversation_of(memory), question)

    assert said in reply, reply.text
    assert unsaid not in reply, reply.text


@pytest.mark.parametrize(
    ("question", "heading", "number"),
    [
        ("合格率100%的项目有哪些", "2024年有 2 张表填了合格率等于100%的指标", 2),
        ("合格率低于100%的有哪些项目", "≥95%：青禾县卫生院「门诊维修」2024年", 0),
        ("合格率95%以上的有几个项目", "3 个项目：2024年合格率不低于95%的", 3),
        ("满意度90%以上的项目有哪些", "2024年有 2 张表填了满意度指标不低于90%的指标", 2),
    ],
)
def test_projects_by_what_a_line_says(memory: Store, question: str, heading: str, number: int) -> None:
    """They are told with their lines, of the newest year, under what all of these are called."""
    quality = {"level1": "产出指标", "level2": "质量指标"}
    rows = [
        ("道路硬化", "路面合格率", "100", "群众满意度", "92"),
        ("水管更新", "管道试压合格率", "100", "用户满意度", "85"),
        ("门诊维修", "维修合格率", "95", "患者满意度", "96"),
    ]
    for year in (2023, 2024):
        document = f"青禾县{year}年表"
        targets = [
            makers.target(
                project,
                unit="青禾县卫生院",
                year=year,
                table=n,
                document=document,
                indicators=(
                    makers.indicator(line, f"≥{rate}%" if rate != "100" else "100%", number=rate, unit="%", row=8, **quality),
                    makers.indicator(whose, f"≥{of}%", number=of, unit="%", row=9),
                ),
            )
            for n, (project, line, rate, whose, of) in enumerate(rows, 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document))
    reply = answer(conversation_of(memory), question)

    assert heading in reply.text, reply.text
    assert reply.text.count("合格率” ") + reply.text.count("满意度” ") == number
