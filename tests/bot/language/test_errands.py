"""What any colleague may be asked for and no table of targets holds."""

from collections.abc import Callable

import pytest

from bot.language.meanings import Mark
from bot.reading.parse import Parse

Read = Callable[[str], Parse]


@pytest.mark.parametrize(
    "question",
    [
        "公路养护是哪家公司中标的", "公路养护谁中标了", "公路养护的施工单位是谁", "公路养护招标了没有", "公路养护合同签了没", "公路养护中标价是多少", "公路养护监理是哪家",
        "我要投诉石桥镇", "我想举报有人套取补贴", "这钱是不是被谁贪了", "怎么申请公路养护补助", "公路养护怎么报名", "公路养护在哪报名", "申报要什么材料", "公路养护怎么报销",
        "这系统谁做的", "你是谁开发的", "你是哪家公司开发的", "交通局在哪里", "交通局在什么地方", "交通局有多少编制", "交通局电话给我一个", "把交通局的联系方式发给我",
        "财政专户账号多少", "开户行是哪个", "公务员工资多少", "工资什么时候发", "我的工资啥时候发", "我工资多少", "年终奖多少", "出差一天补助多少钱", "差旅费住宿标准是多少", "三公经费的标准是多少",
        "一般公共预算支出多少", "今年税收收入多少", "政府债务是多少", "帮我写一份申报表", "帮我拟个通知", "绩效管理办法发我看看", "根据什么文件要求编的",
        "管理办法是怎么规定的", "把这个导成excel发我", "石桥镇镇长电话", "交通局在哪条路上",
    ],
)  # fmt: skip
def test_errands(read: Read, question: str) -> None:
    """Tenders, contracts, applications, complaints, pay, papers and who made this bot are elsewhere."""
    assert Mark.ELSEWHERE in read(question).marks()


@pytest.mark.parametrize(
    "question",
    [
        "入驻供应商有多少家", "政府采购合规率是多少", "签订合同多少份", "公路养护哪个单位负责", "公路养护多少钱", "差旅费有多少项目", "消防队有多少人", "补助发放时间是什么时候",
        "指挥中心电话调度系统运维多少钱", "发放农业政策性补贴多少", "哪个单位的钱最多", "公路养护的钱花在哪里", "申报的项目有哪些", "财政局有多少个项目", "公路养护怎么样",
        "满意度是怎么定的", "项目在哪个镇", "中标率是多少", "投诉件办结率", "投诉率要求多少",
    ],
)  # fmt: skip
def test_other_questions(read: Read, question: str) -> None:
    """Words that look alike ask for what the tables hold."""
    assert Mark.ELSEWHERE not in read(question).marks()
