"""Made-up questions: random text, splices of real words, and questions built of fields, names, noise and qualifiers."""

from dataclasses import dataclass

from hypothesis import strategies as st

# Words that people use, and pieces of them; some mean something, some do not.
WORDS = (
    "乡村振兴", "下派干部经费", "软件升级维护", "工作经费", "渠沟", "任圩", "国库", "财政局", "相山区", "二期", "四期", "第三中学",
    "多少", "多少钱", "目标", "指标", "满意度", "财政拨款", "上年结转", "项目", "单位", "一共", "平均", "比", "哪个多", "前三名",
    "最多", "10万以上", "95%", "90万", "2.6", "2024年", "2023年", "今年", "上半年", "人均", "请问", "的", "呢", "，", "。", "？", " ",
    "  ", "\n", "\t", "为什么", "不对", "更多", "1", "第二个", "ruanjian", "gzjf", "xiangcun zhenxing", "軟件", "０", "ＫＰＩ", "😀",
    "é", "e\u0301", "\u200b", "\u202e", "㎡", "ﬁ", "½", "①", "㈱", "𠮷", "和", "、", "分别", "张楼村", "机房", "2.6.1", "3月底前",
)  # fmt: skip

# Strings that broke other programs.
STRANGE = (
    "", " ", "  ", "\n\n", "\x00", "\ufeff", "\u200d", "？？？", "......", "%", "%%s{}{0}", "'; DROP TABLE statement; --", "<b>90</b>",
    "\\", "1" * 400, "一" * 150, "万" * 100, "多少钱" * 50, "a" * 300, "ruanjian" * 60, "😀" * 50, "👨‍👩‍👧‍👦", "é" * 50, "𠮷" * 30, "İ", "ß",
    "ﷺ", "２０２４年", "9999999999999999999999999万以上", "0.0000001万以上", "百分之", "前〇名", "第零个", "-1", "第0个", "２" * 50,
)  # fmt: skip

TEXT = (
    st.text(max_size=60)
    | st.lists(st.sampled_from(WORDS), max_size=12).map("".join)
    | st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=8).map("".join)
    | st.sampled_from(STRANGE)
)


@dataclass(frozen=True)
class Names:
    """What a corpus holds: words that people call its projects and units by."""

    projects: tuple[str, ...]
    units: tuple[str, ...]


BUNDLED = Names(
    (
        "软件升级维护",
        "工作经费",
        "乡村振兴下派干部经费",
        "乡村振兴",
        "下派干部",
        "软件维护",
        "公务用车购置费",
        "校园食堂",
        "软件升级维护四期",
    ),
    ("渠沟", "任圩街道", "国库中心", "相山区财政局", "财政局", "杜集区财政局", "第三中学", "张楼村"),
)
COUNTY = Names(
    ("网络运维", "国库业务经费", "驻村帮扶经费", "档案整理", "智慧校园", "智慧校园一期", "智慧校园二期", "智慧校园四期", "操场改造", "农村公路养护", "路灯更换"),
    ("青禾县财政局", "白杨县财政局", "财政局", "柳渡镇", "石桥镇", "国库支付中心", "第三中学", "第二中学", "青禾县第一小学", "交通局"),
)  # fmt: skip
FIELDS = (
    "多少钱", "多少", "预算", "财政拨款多少", "上年结转多少", "其他资金多少", "中期资金总额", "资金构成", "目标是什么", "中期目标", "满意度",
    "指标有哪些", "主管部门", "项目期", "哪个单位", "一共多少钱", "平均多少", "有几个项目", "有哪些项目", "哪个项目最多", "前两名", "花了多少",
    "出自哪份文件", "各年多少钱", "够不够用", "数量指标", "成本指标是多少", "",
)  # fmt: skip
QUALIFIERS = (
    "", "", "", "", "2024年", "2023年", "2022年", "2025年", "今年", "去年", "上半年", "3月", "人均", "第一季度", "扣除税费后", "给残疾人的",
    "10万以上的", "不到5万的", "30万的", "满意度95%以上的",
)  # fmt: skip
NOISE = ("", "", "", "请问", "麻烦帮我查下", "那个", "啊", "，急", "？", "谢谢", "听说有999万，", "领导说是88万，")


def questions(names: Names) -> st.SearchStrategy[str]:
    """Questions that staff might ask: noise, year or qualifier, unit, project, field, in the usual orders."""
    unit, project = st.sampled_from(("", *names.units)), st.sampled_from(("", *names.projects))
    qualifier, noise = st.sampled_from(QUALIFIERS), st.sampled_from(NOISE)
    usual = st.tuples(noise, qualifier, unit, st.sampled_from(("", "的")), project, st.sampled_from(FIELDS), noise)
    turned = st.tuples(unit, project, qualifier, st.sampled_from(FIELDS), noise)
    compared = st.tuples(
        qualifier, unit, st.sampled_from(("比", "和")), unit, project, st.sampled_from(("多多少", "哪个多", "分别多少"))
    )
    return st.one_of(usual, turned, compared).map("".join)
