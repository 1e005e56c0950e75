"""What is done to things, and what people are called: words that say the same as those that indicators are made of (建 – 新建, 老师 – 教师)."""

from collections.abc import Iterable

from store.text import words

_DEEDS = tuple(
    words(family)
    for family in (
        """
        建 建设 建成 新建 修建 兴建 改建 扩建 盖 造 修 修好 铺 铺设 挖 开 开设 开挖 开辟 打 打造 架 架设 搭 搭建 设 设置 设立 布设 立 装 安装
        上 配 配备 配置 改 改造 翻新 翻修 整修 维修 修缮 修复 整治 治理 治 提升 升级 更新 换 更换 换新 换装 扩 加固 硬化 疏浚 清淤 接 接入 接上 连 通
        增设 新增 加装 规整 迁移 搬 恢复 覆土 回填 编 编制 做 搞 弄 划 划分
        """,
        "卖 卖出 销售 出售 销",
        "种 栽 栽种 植 种植 造林 造 绿化 抚育 补植 播 播种",
        "买 购 购置 采购 购买 添 添置 添买 配 配备 配置 租 租赁 租用 订 订购 进 备 储备 储 存 存放 囤 储存",
        "训 培训 轮训 教 聘 聘用 聘请 招 招聘 雇 雇佣 请 养 用 用到 派 驻 驻场 保障 安排 配 配备",
        "补 补贴 补助 贴 奖 奖补 奖励 发 发放 给 领 救助 救 帮 帮扶 资助 扶持 慰问 兑付 兑现 拨付 到位 报销 付 支付 付款 打款",
        """
        查 检查 检 检测 检验 抽 抽查 抽检 巡 巡查 巡检 巡护 执法 筛 筛查 稽查 测 监测 监控 评 评价 评估 评比 鉴定 审 审计 走访 探访 访 看 跑 盯
        采样 采集 盘点 督查 督导 核查 排查 调查
        """,
        """
        办 举办 开 开展 组织 演 演出 打 比 比赛 赛 踢 宣传 唱 拍 播 发布 发 讲 推介 搞 做 弄 干 活动 外出 出去 出去跑 跑 跑出去 培训 教 上 报告 出 出具
        讲座 演练 训练 印 印制 印发
        """,
        "扫 清扫 清 清理 清运 捞 捞走 捞起 打捞 清捞 运 收 收集 收运 收走 拉 处理 处置 除 除治 打 保洁 消纳 治 削减 打药 喷药 作业 喷",
        "拆 拆除 拆掉 腾退 清除",
        """
        服务 受益 惠及 覆盖 参加 参与 参赛 参保 参训 受惠 享受 惠 看到 看 看上 用上 吃上 喝上 坐 乘车 乘坐 来 来玩 到 接待 上场 报名 报 签约 签 参评
        带动 解决 安置 容纳 照顾 保护 惠农 管到 能用 入住 住 住上
        """,
        """
        带动 拉动 带来 增加 新增 增收 增 创 创造 实现 产生 产出 产 发 发电 收 收入 追回 挽回 挽损 引来 引进 吸引 招引 招 引 签 签约 签下 赚 挣 出租
        到位 落地
        """,
        "减 减少 减量 压减 压 核减 降 降低 下降 削减 节约 节省 省 省下",
        "管 管护 护 养护 养 看护 看 维护 维 运维 保护 抢救 收容 抓 捕 收 收养 保障 管理 值守 巡护 免疫 打 打针 接种",
        "响应 反应 处置 处理 到场 到 出动 修好 修复 修 办结 办完 办好 办 办理 受理 回复 解决 弄好 搞定 派遣 到达 赶到 出警 收走 收集",
        """
        完工 竣工 完成 建成 做完 干完 弄完 搞完 办完 修好 修完 建好 建完 改完 装完 装好 交付 投用 投入使用 上线 结束 收尾 交工 封顶 主体完工 发完 发
        验收 到位 完 能用 用上 弄好 搞好 提交 交 出 出具 供应 交出来 报 上报 发放 兑付 查完 筛完 训完 办赛 到货 采购完 买完 买好
        """,
    )
)
# Said of anything that is done, and of nothing in particular.
HARMLESS = frozenset(
    words(
        """
    要 得 会 能 该 打算 计划 准备 预计 争取 力争 一共 总共 共 共计 合计 大概 大约 左右 差不多 到底 究竟 具体 是 有 个 了 的 在 把 给 让 使 叫 被 对
    参加 参与 为 用 来 去 上 到 达到 达 需要 需 应 应该 应当 必须 还 再 都 也 就 才 可以 可 想 搞 做 弄 办 干 安排 定 定了 定的 设 设定 出 完成 实现 涉及 所
    将 里 内 以内 之内 里面 中 每 一 一个 单 各 那 这 那个 这个 些 其中 于 从 由 按 按照 和 与 及 跟 以 前 之前 以前 后 之后 以后 时 时候 坏 坏了 出了
    吗 么 吧 嘛 不 没 下 下来 起来 过 着 掉 能不能 会不会 请问 帮 年 一年 每年 全年 年内 今年 每 平均 标准 规定 要求 指标 目标 任务 数量 数 数字 的话 呢 啊 吗 吧 呀
    完 好 成 花 花费 量 值 情况 方面 工程 项目 工作 活动 经费 资金 专项 大 范围 规模 水平 程度 我们 咱们 咱 他们 人家 给我 说 说说 都说说 说一下
    """
    )
)
_SAME = tuple(
    words(alike)
    for alike in (
        "老师 教师 教职工 教员",
        "孩子 娃 小孩 儿童 幼儿 学生 少年 小朋友 娃娃 婴幼儿 中小学生",
        "学生 生 娃 孩子",
        "老人 老年人 老年 老头 老太太 大爷大妈",
        "妇女 女的 女性",
        "牧民 农牧民 牧户 农户 老百姓",
        "群众 百姓 老百姓 居民 村民 市民",
        "狗 犬 犬只 狗狗",
        "车 车辆 汽车 机械 机车",
        "队 队伍 球队 代表队",
        "水 污水 供水",
        "房子 住房 房屋 房",
        "厕所 公厕 户厕 茅房 卫生间 旱厕",
        "就业 岗位 就业岗位 工作岗位 饭碗",
        "收入 收益 增收 进账",
        "树 林 树木 苗木",
        "路 公路 道路 里程",
        "病人 患者 病号",
        "医生 大夫 医师",
        "村子 村 村庄 行政村",
        "机构 单位 家数",
        "灯 路灯 灯盏",
        "比赛 赛事 场次 球 球赛 赛",
        "客人 游客 人次 游人",
        "干部 队员 人员",
        "猪 生猪",
        "鸡 鸡鸭 家禽",
        "线 线缆 线路",
        "设备 器材 机器 仪器 装备",
        "点 点位 地方",
        "案子 案件",
        "票 票据",
        "保安 安保",
        "人 人员 人数 人口 人次",
        "地 面积 土地 田",
        "火 火情 火灾 过火",
        "洪水 防洪 洪",
        "趟 批次 次数 次 回",
        "米 长度 里程",
        "时间 时限",
    )
)


# “桩子” is 桩 as a form writes it.
_STEMS = "桩管椅桌凳柜箱杆牌棚网池罐盒袋瓶桶锅盘碗绳帽旗锁链闸梯架筐篮扇镜板册鸭兔鸽驴骡蚊虫苗果桃杏梨柿橘栗枣稻麦谷豆林园亭屋房台墩柱垫毯被褥帘车夹片渠沟井坝桥炉灶窗门"
_SMALL_THINGS = tuple((f"{stem}子", stem) for stem in _STEMS)


def _by_word(families: Iterable[tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """Each word → all words of the families that it stands in."""
    found: dict[str, set[str]] = {}
    for family in families:
        for word in family:
            found.setdefault(word, set()).update(family)
    return {word: frozenset(alike) for word, alike in found.items()}


_DEEDS_LIKE = _by_word(_DEEDS)
_THINGS_LIKE = {word: alike - {word} for word, alike in _by_word((*_SAME, *_SMALL_THINGS)).items()}
_NONE: frozenset[str] = frozenset()


def deeds_like(word: str) -> frozenset[str]:
    """All that the deed may be called; nothing for what is no deed."""
    return _DEEDS_LIKE.get(word, _NONE)


def things_like(word: str) -> frozenset[str]:
    """All that the thing may be called, but for the word itself."""
    return _THINGS_LIKE.get(word, _NONE)


KNOWN_DEEDS = tuple(sorted(_DEEDS_LIKE, key=lambda deed: (-len(deed), deed)))
"""Every deed, the longest first."""


# Done with money: “补多少”, “花多少” ask how much of it there is.
OF_MONEY = frozenset(
    words(
        """
        补 补贴 补助 贴 奖 奖补 奖励 发 发放 给 救助 救 帮 帮扶 资助 扶持 慰问 兑付 兑现 拨付 到位 报销 付 支付 用 用到 养 安排 保障 请 聘 雇 做 搞 弄 干
        要 有 是 开 打 上 出 到 收 下达 报 完 进 订 存 租 租赁 购 买 采购 修 建 维修 维护 养护 收入 增加 减少 减 降 增 少 多 省 新增 下降 降低 配 配置 装
        """
    )
)
OF_WORK = tuple(deed for deed in KNOWN_DEEDS if deed not in OF_MONEY)
"""The deeds that are none of money."""
LONGEST = 4  # characters of a word of these lists


def without_deeds(said: str) -> str:
    """What is said, without the deeds that it ends with: 石板墩 of 石板墩加固."""
    while deed := next((deed for deed in KNOWN_DEEDS if len(deed) > 1 and said.endswith(deed)), ""):
        said = said.removesuffix(deed)
    return said


def only_deeds(said: str) -> bool:
    """Whether nothing is said but what is done: 维修改造, and 险加固, which is torn from 除险加固."""
    rest = without_deeds(said)
    return rest != said and len(rest) <= 1
