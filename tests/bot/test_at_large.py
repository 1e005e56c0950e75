"""What is asked of all that is loaded: its files and tables, what every year has, how many lines there are, a mean of 满意度."""

import pytest

from bot.app import conversation_of
from bot.conversation import Conversation
from store.database import Store
from store.model import PerformanceTarget
from tests import makers
from tests.bot.conftest import Chat, answer

ROWS = {
    2022: [("青禾县水务局", "河道清淤", "≥90%")],
    2023: [("青禾县水务局", "河道清淤", "≥90%"), ("青禾县农机站", "农机补贴", "≥85%")],
    2024: [("青禾县水务局", "河道清淤", "≥92%"), ("青禾县农机站", "农机补贴", "≥88%"), ("青禾县水务局", "闸门更换", "≥95%")],
}


@pytest.fixture
def bot(memory: Store) -> Conversation:
    """A bureau and a station below no other, in three files of three years."""
    for year, rows in ROWS.items():
        document = f"青禾县{year}年度项目支出绩效目标"
        makers.load(
            memory, makers.statement(*(_target(year, document, n, *row) for n, row in enumerate(rows, 1)), document=document)
        )
    return conversation_of(memory)


def _target(year: int, document: str, table: int, unit: str, project: str, value: str) -> PerformanceTarget:
    satisfied = makers.indicator("群众满意度", value, number=value[1:-1], unit="%", document=document)
    gates = makers.indicator("更换闸门", "8扇", level1="产出指标", level2="数量指标", document=document, row=9)
    lines = (satisfied, gates) if project == "闸门更换" else (satisfied,)
    common = {"unit": unit, "year": year, "document": document, "table": table}
    return makers.target(project, yuan=f"{table}00000", indicators=lines, **common)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2023年文件几份", "2023年的目标表在 1 份文件里，共 2 张："),
        ("今年几张表", "2024年的目标表在 1 份文件里，共 3 张："),
        ("今年有几份文件几张表", "2024年的目标表在 1 份文件里，共 3 张："),
        ("今年的数据来自哪些文件", "《青禾县2024年度项目支出绩效目标》（2024年，3 张表）"),
        ("水务局的文件叫什么", "青禾县水务局的目标表在 3 份文件里，共 4 张："),
        ("农机站去年的表有几张", "2023年青禾县农机站的目标表在 1 份文件里，共 1 张："),
        ("文件有哪些", "已导入 3 份文件"),
        ("数据更新到哪天", "最新的是2024年的表；何时导入请管理员看导入记录。"),
        ("数据什么时候导入的", "何时导入请管理员看导入记录。"),
    ],
)
def test_files(bot: Conversation, question: str, said: str) -> None:
    """How many there are, what they are called, and of which years."""
    assert said in answer(bot, question)


@pytest.mark.parametrize(
    "question", ["三年都有的项目", "哪些项目三年都有", "每年都有的项目有哪些", "水务局连续三年都有的项目有几个"]
)
def test_what_every_year_has(bot: Conversation, question: str) -> None:
    """Only what all of the years have; a sum after it is that of these, in the last of the years."""
    chat = Chat(bot)
    reply = chat.says(question)

    assert "都有的项目有 1 个" in reply
    assert "青禾县水务局「河道清淤」" in reply
    assert "农机" not in reply
    assert "10 万元" in chat.says("一共多少钱")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("今年几条指标", "4 条：2024年 3 张表的年度绩效指标"),
        ("去年一共多少条指标", "2 条：2023年 2 张表的年度绩效指标"),
        ("水务局今年多少条指标", "3 条：2024年青禾县水务局 2 张表的年度绩效指标"),
        ("指标最多的项目", "2 条，2024年年度绩效指标条数最多的：青禾县水务局「闸门更换」"),
        ("哪个项目指标最多", "青禾县水务局「闸门更换」"),
        ("今年满意度平均多少", "2024年有 3 条填了百分数："),
        ("满意度平均", "最低 ≥88%：青禾县农机站「农机补贴」“群众满意度”"),
        ("平均满意度", "最高 ≥95%：青禾县水务局「闸门更换」“群众满意度”"),
    ],
)
def test_lines(bot: Conversation, question: str, said: str) -> None:
    """They are counted, and no mean is made of what asks different people."""
    reply = answer(bot, question)

    assert reply.kind == "answer"
    assert said in reply
    assert "91" not in reply


@pytest.mark.parametrize(
    "question", ["四年都有的项目", "两年都有的项目", "河道清淤几条指标", "闸门更换几扇", "水务局满意度", "河道清淤宣传资料几份"]
)
def test_other_questions(bot: Conversation, question: str) -> None:
    """More years than are loaded, one project's lines, and what is counted in a line are other questions."""
    reply = answer(bot, question)

    assert "（按单位和项目名称对）" not in reply
    assert "本系统数的" not in reply
    assert "不算平均数" not in reply
    assert "份文件里" not in reply


@pytest.mark.parametrize(
    "question", ["农机站绩效指标是多少", "年度指标多少", "绩效指标是多少", "今年指标都是多少", "指标定了多少", "水务局指标是几"]
)
def test_the_lines_themselves(bot: Conversation, question: str) -> None:
    """Who asks what the indicators are does not ask how many there are."""
    assert "本系统数的" not in answer(bot, question)


@pytest.mark.parametrize(
    "question", ["今年指标数量多少", "今年指标个数是多少", "今年绩效指标有多少条", "今年指标一共几个", "今年有多少项指标"]
)
def test_how_many_lines(bot: Conversation, question: str) -> None:
    """What counts them is said: a number, or 条, 个 and 项."""
    assert "4 条：2024年" in answer(bot, question)
