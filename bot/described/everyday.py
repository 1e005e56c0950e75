"""What documents call the things and the deeds that people call otherwise: 耗子 is 鼠 there, 课本 教材, 坐车不要钱 免费乘车, 修 维修.

The table of things is `store/data/everyday.tsv`: on each line what people say, and behind the tab what a form may say for any of it.
Only descriptions are compared with it (`bot/described/told.py`): a word is explained by a form that says one of these; it finds no name alone.
What is only about the same matter (水质 and 监测) stands in no line of it: that would tell another project than the one that is meant.

The deeds are narrower than those of `bot/language/deeds.py`, which an indicator's line is compared with: here another deed is another
project (培训护林员 is not 聘用护林员).
"""

from functools import cache
from importlib.resources import files

from store.names.aliases import packaged
from store.text import fold

_OF_UNITS = {"学校": ("中学", "小学", "学校", "校园", "校舍"), "医院": ("医院", "卫生院"), "卫生院": ("卫生院", "卫生服务中心")}


LONGEST = 8  # characters of a word that is looked up


def formal_words(word: str) -> tuple[str, ...]:
    """All that documents may call the thing, the longest first; nothing where it is not known to be called otherwise."""
    return _formal().get(word, ())


@cache
def _formal() -> dict[str, tuple[str, ...]]:
    """Folded word → what it may be called, of the table, of the nicknames that stand for one thing, and of kinds of units."""
    lines = (files("store") / "data" / "everyday.tsv").read_text(encoding="utf-8").splitlines()
    rows = (map(str.split, line.split("\t")) for line in lines)
    pairs = [(word, formal) for said, formals in rows for word in said for formal in formals]
    pairs += [(word, formal) for word, formal in packaged() if not formal.startswith(("~", "@"))]
    pairs += [(word, formal) for word, formals in _OF_UNITS.items() for formal in formals]
    found: dict[str, set[str]] = {}
    for word, formal in pairs:
        found.setdefault(fold(word), set()).add(fold(formal))
    return {word: tuple(sorted(formals, key=lambda one: (-len(one), one))) for word, formals in found.items()}


def words_of_units(word: str) -> tuple[str, ...]:
    """What units of the kind are called: 学校 is 第三中学."""
    return _OF_UNITS.get(word, ())


"""What documents call what is done to things, as a description tells it: 修 is 维修 there, 买 购置, 囤 储备.

Narrower than `bot/language/deeds.py`, which an indicator's line is compared with: here another deed is another project (培训护林员
is not 聘用护林员).
"""

_DEEDS = (
    "修 修缮 维修 修复 修理 翻新 翻修 整修 改造 改建 扩建 修建 加固 硬化 养护 维护 整治 提升 重修 提质 补修 大修 中修 铺 铺设",
    "建 盖 造 建设 新建 修建 兴建 建成 改建 扩建 打造 搭建",
    "装 安装 加装 架设 布设 增设 配备 设置 配置 新增",
    "换 更换 换成 换成新的 换新 更新 改造 替换 升级",
    "改 改造 改建 提升 整治 提标",
    "买 购 购置 采购 购买 添置 配备 添 购进 配置 补充 置办 更新",
    "租 租赁 租用",
    "种 栽 栽种 种植 栽植 造林 补植 播种 复耕 新建",
    "查 检查 检测 抽检 抽查 筛查 排查 监测 化验 检验 巡查 督查 鉴定 普查 调查",
    "抽查 抽检 检测 检查",
    "治 治理 防治 整治 救治 除治 治疗 复壮",
    "治病 救治 治疗 复壮 防治",
    "灭 杀 消杀 扑灭 灭杀",
    "清 清理 清运 清扫 清淤 清除 疏浚",
    "扫 清扫 保洁 打扫 清洁",
    "挖 清淤 疏浚 开挖 挖掘",
    "掏 清淤 疏浚 清掏",
    "捞 打捞 清捞",
    "拆 拆除",
    "砍 砍死 砍掉 清理 采伐 除治",
    "看 看护 管护 养护 守护 保护 值守 巡护 照料 监测",
    "管 管护 管理 监管 管养",
    "护 保护 管护 养护 巡护",
    "照看 照顾 照料 看护 监护 护理 关爱",
    "教 培训 轮训 教育 训练 演练 讲授",
    "抓 捉 捕 逮 捕捉 收容 打击 查处",
    "拉 拉去 拉走 运 清运 转运 收运 收集",
    "招 聘 聘用 聘请 请 雇 招聘 招录",
    "巡 巡查 巡逻 巡护 巡航 巡检",
    "编 编制 制定 编写",
    "存 囤 屯 备 储备 储存 收储 承储",
    "印 印制 印刷 印发",
    "放 投放 放流 放映",
    "救 抢救 救助 救援 救治",
    "上门 上门走访 探访 走访 入户 上门服务",
    "接 延伸 接入 接通 连接 接户",
    "处理 处置 无害化处理 处理掉 治理",
    "唱 演 演出 展演",
    "比 比赛 联赛 赛事",
    "打 扑打",
    "办 举办 承办 开展",
    "送 配送 送到",
    "整理 理一理 规整 整治",
)


def _by_deed() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for family in map(str.split, _DEEDS):
        for word in family:
            found.setdefault(word, set()).update(alike for alike in family if len(alike) > 1)
    return {word: frozenset(alike) for word, alike in found.items()}


_DEEDS_LIKE = _by_deed()


def deeds_said(word: str) -> frozenset[str]:
    """What a form may say for what is done; nothing for what is no deed."""
    return _DEEDS_LIKE.get(word, frozenset())
