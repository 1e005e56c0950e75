"""What is asked of several that are named, and in plain words of one: nothing else is answered instead."""

import pytest

from bot.app import conversation_of
from store.database import Store
from tests import makers
from tests.bot.conftest import Chat, answer


@pytest.fixture
def offices(memory: Store) -> Store:
    """A bureau and a station with the same projects in two years; the finance bureau has none of these."""
    rows = [
        ("青禾县林业局", "护林", ("80000", "100000")),
        ("青禾县林业局", "造林补贴", ("300000", "300000")),
        ("青禾县林业局", "苗圃", ("150000", "120000")),
        ("青禾县农机站", "农机培训", ("110000", "110000")),
        ("青禾县财政局", "工作经费", ("50000", "50000")),
        ("青禾县水利局", "渠道清淤", ("900000", "950000")),
    ]
    for year in (2023, 2024):
        document = f"青禾县{year}年度项目支出绩效目标"
        targets = [
            makers.target(
                p,
                unit=u,
                yuan=(money := yuan[year - 2023]),
                amounts={"annual/fiscal": money},
                year=year,
                document=document,
                table=n,
                attribute="常年项目",
            )
            for n, (u, p, yuan) in enumerate(rows, 1)
        ]
        makers.load(memory, makers.statement(*targets, document=document))
    return memory


@pytest.mark.parametrize(
    "question",
    [
        "护林和农机培训哪个先完工",
        "护林和农机培训哪个重要",
        "护林和农机培训哪个早",
        "林业局和农机站哪个人多",
        "比护林多的有哪些",
        "林业局里比护林大的有哪些",
        "跟农机培训一样多的项目",
        "林业局和农机站有没有一样的项目",
        "哪个项目跟护林是一个单位的",
        "跟护林一个单位的还有哪些项目",
        "林业局最大的项目是护林吗",
        "护林是林业局最大的项目吗",
        "林业局是项目最多的单位吗",
        "哪些项目名字变了",
        "护林改名了吗",
    ],
)
def test_nothing_else_is_told_instead(offices: Store, question: str) -> None:
    """Where no form tells it, or no plan finds those that are asked for, no figure is given."""
    reply = answer(conversation_of(offices), question)

    assert reply.kind != "answer"
    assert "万元" not in reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("护林和农机培训哪个多", "护林比农机培训少 1 万元"),
        ("护林和农机培训哪个钱多", "护林比农机培训少 1 万元"),
        ("护林和农机培训是不是一个单位的", "实施单位 2 个"),
        ("护林和苗圃是同一个单位的吗", "实施单位 1 个"),
        ("林业局和农机站哪个局钱多", "青禾县林业局比青禾县农机站多 41 万元"),
        ("护林是最大的项目吗", "第 5 名"),
        ("护林是全县钱最多的吗", "第 5 名"),
        ("渠道清淤是最大的吗", "第 1 名"),
        ("林业局是钱最多的单位吗", "第 2 名"),
        ("哪个项目是最大的", "「渠道清淤」"),
        ("渠道清淤那个单位今年一共多少", "青禾县水利局"),
        ("护林所在的单位一共多少", "合计 52 万元"),
        ("护林的实施单位有几个项目", "共 3 个项目"),
        ("护林的单位是哪个", "实施单位是青禾县林业局"),
        ("有护林的单位一共多少", "合计 10 万元"),
        ("农机培训跟去年一样多吗", "一样多"),
        ("护林同比有什么变化", "8 万元 → 10 万元"),
        ("护林同比增减多少", "8 万元 → 10 万元"),
        ("林业局头两个项目一共多少", "合计 42 万元"),
        ("林业局今年头两名", "最多的 2 个"),
        ("护林这些年一共给了多少", "合计 18 万元"),
        ("护林哪年开始有的", "2023年、2024年"),
        ("护林在哪个文件写的第几页", "2024年度项目支出绩效目标》第1张表"),
        ("数据啥时候更新的", "已导入 2 份文件"),
        ("护林起止年限", "项目期"),
        ("护林上级主管是哪个", "主管部门"),
        ("护林的代码多少号", "主管部门"),
        ("按单位列一下今年的钱", "青禾县水利局 95 万元"),
        ("护林财政掏多少钱", "财政拨款（预算安排） 10 万元"),
        ("护林有多少是财政拨的", "财政拨款（预算安排） 10 万元"),
        ("护林年初结转多少", "“上年结转”一栏"),
        ("护林的数对不对得上", "对得上"),
        ("护林各项的金额对得上吗", "对得上"),
    ],
)
def test_what_was_asked(offices: Store, question: str, said: str) -> None:
    """Plain words say what they say: 同比 is the year before this one, “头两个” the first two of a ranking, 财政 no bureau here."""
    assert said in answer(conversation_of(offices), question)


@pytest.mark.parametrize("question", ["护林能不能追加20万", "护林再加20万行不", "护林多给10万行吗"])
def test_more_that_is_wished_is_held_against_nothing(offices: Store, question: str) -> None:
    """What somebody wants to have more is no figure of the form."""
    reply = answer(conversation_of(offices), question)

    assert "答不了" in reply
    assert "不是" not in reply.text.splitlines()[0]


def test_the_first_two_of_a_list(offices: Store) -> None:
    """After a list “头两个” are its first two, and not those of most money."""
    chat = Chat(conversation_of(offices))
    chat.says("林业局有哪些项目")

    assert "合计 40 万元" in chat.says("头两个一共多少")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("哪个镇有其他资金", "「路灯」 其他资金 1 万元"),
        ("哪些镇有其他资金", "有“其他资金”的项目有 1 个"),
        ("哪个镇没有其他资金", "“其他资金”"),
        ("乡镇没填其他资金的有哪些", "“其他资金”"),
        ("哪个镇多", "最多的是石桥镇人民政府"),
        ("乡镇其他资金多少", "合计 1 万元"),
    ],
)
def test_which_of_a_kind_of_units_have_some_money(memory: Store, question: str, said: str) -> None:
    """Which have it, or have not, is no sum of what they have."""
    rows = [("柳渡镇人民政府", "路灯", {"annual/other": "10000"}), ("石桥镇人民政府", "道路", {"annual/fiscal": "60000"})]
    targets = [
        makers.target(p, unit=u, yuan="50000" if p == "路灯" else "60000", amounts=of, table=n)
        for n, (u, p, of) in enumerate(rows, 1)
    ]
    makers.load(memory, makers.statement(*targets))

    reply = answer(conversation_of(memory), question)

    assert said in reply
    assert ("合计" in reply) == ("多少" in question)
