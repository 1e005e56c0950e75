"""A corpus of units and projects of any size, and questions about them as people type: both made from a seed.

The names are put together from words of our own, as real ones are: a place and its organ, a topic, what is done, what the money is for.
A question is made from one pair of them by one kind of noise; its gold answers are all pairs that carry the same two names.

python -m bench.corpus N FOLDER [SEED]    writes names.jsonl and questions.jsonl
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from store.names.readings import fuzzy, readings
from store.text import words

Words = tuple[str, ...]

_PLACES = words(
    "青 石 柳 河 白 云 金 龙 永 安 和 平 东 西 南 北 清 长 山 水 林 湖 桥 泉 松 竹 梅 兰 新 太 宁 丰 盛 昌 兴 玉 宝 凤 鹤 鹿"
)
_TAILS = words("禾 桥 渡 沟 塘 岭 源 川 阳 陵 江 港 口 溪 坪 坝 店 集 庄 堡 圩 湾 城 田 原 岗 冲 垭 峰 泽")
_ORGANS = words(
    """
    财政局 教育局 民政局 水利局 公安局 司法局 审计局 统计局 医疗保障局 农业农村局 交通运输局 自然资源局 生态环境局 应急管理局
    市场监督管理局 卫生健康委员会 发展和改革局 住房和城乡建设局 文化旅游体育局 退役军人事务局 人力资源和社会保障局 城市管理综合执法局
    行政审批局 数据资源管理局 信访局 档案馆 图书馆 文化馆 博物馆 残疾人联合会 妇女联合会 总工会 人民检察院 人民法院 党校
    疾病预防控制中心 妇幼保健院 中医医院 人民医院 第一中学 第二中学 实验小学 第三幼儿园 机关事务服务中心 国库集中支付中心
    公共资源交易中心 不动产登记中心 动物疫病预防控制中心 农村经营管理站 环境卫生管理处 公路管理站 殡葬管理所 救助管理站
    """
)
_LOCAL = words("财政所 人民政府 中心卫生院 中心小学 敬老院 农业服务站 街道办事处 司法所")
_TOPICS = words(
    """
    乡村/振兴 高标准/农田 农村/公路 城乡/居民/养老/保险 义务/教育/阶段 普通/高中 学前/教育 老旧/小区 生活/垃圾 污水/处理 河湖/长制 森林/防火
    动物/疫病 农业/保险 耕地/地力 农机/购置 退役/军人 孤儿/基本/生活 困难/群众 残疾人/两项 高龄/老人 社区/矫正 人民/调解 法律/援助
    普法/宣传 扫黑/除恶 禁毒/戒毒 雪亮/工程 智慧/校园 校园/安保 营养/改善 非物质/文化/遗产 公共/文化 全民/健身 文物/保护 旅游/推介
    食品/安全 药品/监管 特种/设备 质量/强县 招商/引资 科技/创新 专利/资助 中小/企业 电子/商务 粮食/储备 政府/采购 国库/集中/支付
    预算/一体化 绩效/评价 财政/监督 会计/考试 经济/普查 人口/变动 信访/维稳 机关/大院 公务/用车 党建/工作 干部/培训 人才/引进
    关心/下一代 离退休/干部 统战/事务 民族/宗教 妇女/儿童 青年/志愿者 地质/灾害 土地/调查 不动产/登记 矿山/修复 水土/保持 水源地/保护
    小型/水库 灌区/改造 农村/饮水 防汛/抗旱 大气/污染 土壤/环境 秸秆/禁烧 园林/绿化 市政/道路 路灯/照明 消防/救援 安全/生产 应急/物资
    传染病/防控 妇幼/健康 家庭/医生 基本/公共/卫生 计划/生育 医疗/救助 中医药/传承 献血/宣传 精神/障碍 病媒/防制
    """
)
_DEEDS = words(
    """
    建设 维修/养护 提升/改造 运行/维护 综合/治理 能力/提升 体系/建设 信息化/建设 试点/示范 日常/巡查 设备/购置 系统/运维 第三方/服务
    检测/评估 宣传/培训 专项/整治 监督/检查 调查/评估 奖励/扶持 贷款/贴息 生活/补助 岗位/补贴 临时/救助 规划/编制 档案/整理 阵地/建设
    """
)
_MONEY = words(
    "经费 专项/资金 工作/经费 补助/资金 项目 项目/经费 补助 专项/经费 服务费 配套/资金 （县级/配套） （中央/资金） 工程 资金"
)
_PHASES = words("一期 二期 三期 （第一批） （第二批） （第三批）")


@dataclass(frozen=True)
class Named:
    """A unit or a project, by the words that it is put together from."""

    parts: Words

    @property
    def name(self) -> str:
        """The name as a document prints it."""
        return "".join(self.parts)


@dataclass(frozen=True)
class Pair:
    """A project of a unit."""

    id: int
    unit: Named
    project: Named


@dataclass(frozen=True)
class Question:
    """What is typed, the ids of all pairs that it means, and the kind of noise."""

    text: str
    gold: tuple[int, ...]
    kind: str


def pairs(count: int, seed: int) -> list[Pair]:
    """So many projects of units: a unit has about a dozen; some projects are done by many units under the same name."""
    chance = random.Random(f"names {seed}")
    units = _units(max(8, count // 12), chance)
    common = [_project(chance, "", 0.0) for _ in range(max(10, count // 60))]
    found: dict[tuple[str, str], Pair] = {}
    while len(found) < count:
        unit = chance.choice(units)
        place = unit.parts[-2] if len(unit.parts) > 2 else ""
        project = chance.choice(common) if chance.random() < 0.35 else _project(chance, place, 0.25)
        found.setdefault((unit.name, project.name), Pair(len(found), unit, project))
    return list(found.values())


def _units(count: int, chance: random.Random) -> list[Named]:
    found: dict[str, Named] = {}
    counties = [f"{a}{b}{c}" for a in _PLACES for b in _TAILS for c in "县区市"]
    chance.shuffle(counties)
    counties = counties[: max(1, count // 40)]
    while len(found) < count:
        county = chance.choice(counties)
        if chance.random() < 0.6:
            unit = Named((county, chance.choice(_ORGANS)))
        else:
            unit = Named((county, chance.choice(_PLACES) + chance.choice(_TAILS) + chance.choice("镇乡"), chance.choice(_LOCAL)))
        found.setdefault(unit.name, unit)
    return list(found.values())


def _project(chance: random.Random, place: str, local: float) -> Named:
    parts: list[str] = []
    if chance.random() < 0.12:
        parts.append(f"{chance.randint(2021, 2025)}年")
    if place and chance.random() < local:
        parts.append(place)
    parts.extend(chance.choice(_TOPICS).split("/"))
    if chance.random() < 0.75:
        parts.extend(chance.choice(_DEEDS).split("/"))
    if chance.random() < 0.85:
        parts.extend(chance.choice(_MONEY).split("/"))
    if chance.random() < 0.08:
        parts.append(chance.choice(_PHASES))
    return Named(tuple(parts))


def questions(corpus: Sequence[Pair], count: int, seed: int) -> list[Question]:
    """So many questions, the kinds in turn."""
    chance = random.Random(f"questions {seed}")
    same: dict[tuple[str, str], list[int]] = defaultdict(list)
    for pair in corpus:
        same[pair.unit.name, pair.project.name].append(pair.id)
    kinds = list(KINDS)
    found = []
    for number in range(count):
        kind = kinds[number % len(kinds)]
        pair = chance.choice(corpus)
        text = KINDS[kind](pair, chance)
        found.append(Question(text, tuple(same[pair.unit.name, pair.project.name]), kind))
    return found


_BEFORE = words("请问 问下 帮我查一下 查查 麻烦看看 我想知道")
_AFTER = words("多少钱 预算是多少 一年多少 的绩效目标是什么 安排了多少资金 满意度要求多少 怎么样 给多少")
_LINKS = ("", "的", " ", "那个")


def _asked(unit: str, project: str, chance: random.Random) -> str:
    """Unit and project with what people say around them; the unit may come last."""
    before = chance.choice(_BEFORE) if chance.random() < 0.3 else ""
    after = chance.choice(_AFTER) if chance.random() < 0.8 else ""
    if chance.random() < 0.15:
        return f"{before}{project}{after}，{unit}的"
    return f"{before}{unit}{chance.choice(_LINKS)}{project}{after}"


def _short_unit(unit: Named, chance: random.Random) -> str:
    """As colleagues call a unit: without the county, or the place without its 镇."""
    if chance.random() < 0.4:
        return unit.name
    if len(unit.parts) == 3:
        return unit.parts[1][: chance.choice((2, 3))] + unit.parts[2]
    return unit.parts[0][:2] + unit.parts[1]


def _plain(pair: Pair, chance: random.Random) -> str:
    return _asked(pair.unit.name, pair.project.name, chance)


def _short(pair: Pair, chance: random.Random) -> str:
    return _asked(_short_unit(pair.unit, chance), pair.project.name, chance)


def _noisy(change: Callable[[Named, random.Random], str]) -> Callable[[Pair, random.Random], str]:
    return lambda pair, chance: _asked(_short_unit(pair.unit, chance), change(pair.project, chance), chance)


def _typo(project: Named, chance: random.Random) -> str:
    """One character is another one, or missing, or doubled."""
    name = project.name
    at = chance.randrange(len(name))
    return name[:at] + chance.choice((chance.choice("的是在了和人大国中上"), "", name[at] * 2)) + name[at + 1 :]


@cache
def _sounding() -> dict[str, list[str]]:
    """Syllable → common characters that sound so."""
    found = defaultdict(set)
    for character in "".join((*_TOPICS, *_DEEDS, *_MONEY, *_ORGANS, *_PLACES, *_TAILS)) + _COMMON:
        for syllable in readings(character)[:1]:
            found[syllable].add(character)
    return {syllable: sorted(characters) for syllable, characters in found.items()}


_COMMON = "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感"


def _homophone(project: Named, chance: random.Random) -> str:
    return _swapped(project.name, 2, chance, lambda s: _sounding().get(s, []))


def _near_homophone(project: Named, chance: random.Random) -> str:
    def alike(syllable: str) -> list[str]:
        return [c for s, listed in _sounding().items() if fuzzy(s) == fuzzy(syllable) and s != syllable for c in listed]

    return _swapped(project.name, 1, chance, alike)


def _swapped(name: str, most: int, chance: random.Random, choices: Callable[[str], list[str]]) -> str:
    """The name with up to `most` characters replaced by others that sound so."""
    typed = list(name)
    for at in chance.sample(range(len(name)), min(most, len(name))):
        sounding = [c for r in readings(name[at])[:1] for c in choices(r) if c != name[at]]
        if sounding:
            typed[at] = chance.choice(sounding)
    return "".join(typed)


def _pinyin(project: Named, chance: random.Random) -> str:
    """Some words, or all, in pinyin."""
    whole = chance.random() < 0.4
    return "".join(_spelt(part) if whole or chance.random() < 0.4 else part for part in project.parts)


def _spelt(text: str) -> str:
    return "".join(next(iter(readings(c)), c) for c in text)


def _initials(project: Named, _chance: random.Random) -> str:
    return "".join(next(iter(readings(c)), c)[0] for c in project.name)


def _abbreviated(project: Named, chance: random.Random) -> str:
    """Words left out, or only their first characters said."""
    parts = [p for p in project.parts if not p[0].isdigit()]
    if len(parts) > 3 and chance.random() < 0.6:
        dropped = set(chance.sample(range(1, len(parts)), 1 if len(parts) < 6 else 2))
        return "".join(p for i, p in enumerate(parts) if i not in dropped)
    return "".join(p[:1] if len(p) == 2 and i < 3 else p for i, p in enumerate(parts))


def _inserted(project: Named, chance: random.Random) -> str:
    """Words in between that the name does not have."""
    at = chance.randrange(1, len(project.parts)) if len(project.parts) > 1 else 1
    return "".join((*project.parts[:at], chance.choice(words("的 这个 方面的 那块 相关 有关的")), *project.parts[at:]))


def _traditional(project: Named, _chance: random.Random) -> str:
    return "".join(_traditional_forms().get(c, c) for c in project.name)


@cache
def _traditional_forms() -> dict[str, str]:
    from importlib.resources import files

    traditional, simplified = (files("store") / "data" / "traditional.tsv").read_text(encoding="utf-8").splitlines()
    return dict(zip(reversed(simplified), reversed(traditional), strict=True))


KINDS: dict[str, Callable[[Pair, random.Random], str]] = {
    "exact": _plain,
    "short unit": _short,
    "typo": _noisy(_typo),
    "homophone": _noisy(_homophone),
    "near homophone": _noisy(_near_homophone),
    "pinyin": _noisy(_pinyin),
    "initials": _noisy(_initials),
    "abbreviation": _noisy(_abbreviated),
    "inserted": _noisy(_inserted),
    "traditional": _noisy(_traditional),
}


def _written(corpus: Sequence[Pair], asked: Sequence[Question]) -> Iterator[tuple[str, list[dict[str, object]]]]:
    yield "names.jsonl", [{"id": p.id, "unit": p.unit.name, "project": p.project.name} for p in corpus]
    yield "questions.jsonl", [{"text": q.text, "gold": list(q.gold), "class": q.kind} for q in asked]


def main(arguments: Sequence[str]) -> None:
    """Writes the two files."""
    count, folder = int(arguments[0]), Path(arguments[1])
    seed = int(arguments[2]) if len(arguments) > 2 else 1
    folder.mkdir(parents=True, exist_ok=True)
    corpus = pairs(count, seed)
    for name, rows in _written(corpus, questions(corpus, 2000, seed)):
        lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
        (folder / name).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
