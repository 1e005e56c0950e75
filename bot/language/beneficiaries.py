"""For whom something is done, as a question says it: 残疾老人 in “给残疾老人做康复”, 民办学校 in “给民办学校换摄像头”."""

from collections.abc import Iterator

from msgspec import Struct

from bot.language.patterns import Pattern
from store.text import words

# Who asks, or hears of it, is none: 领导, 局长, 同事.  群众 and 大家 are everybody.
PEOPLE = words(
    """
    老人 老年人 老头 老太太 老太 老两口 儿童 孩子 小孩 娃娃 娃 幼儿 婴儿 婴幼儿 少年 青少年 未成年人 孤儿 学生 小学生 中学生 高中生 大学生 研究生 毕业生 寄宿生 新生 考生
    教师 老师 班主任 校长 教职工 职工 员工 工人 农民工 环卫工 民工 农民 农户 菜农 果农 茶农 蔗农 渔民 牧民 村民 居民 市民 租户 住户 业主 商户 个体户 摊贩 老板 用户
    医生 护士 村医 医务人员 医护人员 患者 病人 病患 精神病人 孕妇 产妇 妇女 女性 女工 男性 残疾人 残疾 聋人 盲人 军人 退役军人 老兵 士兵 烈属 军属 党员 干部 村干部
    公务员 警察 民警 辅警 协警 消防员 护林员 网格员 保洁员 志愿者 司机 驾驶员 快递员 骑手 外卖员 低保户 五保户 贫困户 脱贫户 特困人员 特困户 困难户 灾民 移民 游客 乘客
    家庭 家长 父母 母亲 单亲家庭 失独家庭 大户
    失业人员 待业人员 就业人员 退休人员 离休干部 下岗职工 服刑人员 流浪人员 流浪汉 戒毒人员 运动员 教练员 演员 作家 科学家 专家 人才 乡贤 僧人 信众 侨胞 台胞 外国人
    """
)
# Units are called so too.
ORGANISED = words(
    "企业 公司 工厂 合作社 家庭农场 学校 小学 中学 高中 初中 幼儿园 托儿所 医院 卫生院 卫生室 诊所 药店 敬老院 养老院 福利院"
)
_NOUN = "|".join(sorted({*PEOPLE, *ORGANISED}, key=lambda word: (-len(word), word)))
_GIVING = r"(?:给|(?<![作认因成以人行])为|替|帮|让|(?<![核绝相校])对|面向|针对|补贴|补助|资助|救助|慰问|奖励|照顾)"
_NO_PART = r"[^\s,，。.?!;；:：的是给我你您他她它装修建买换发送做办打挖铺种查把每这那哪谁多少几啥何什甚领报说看讲列算问]"
_WHOLE = r"[民公]办|建档立卡|养老|在建|新建|技工|困难|开发区|打工|援建|购房|送餐"  # words that are no deed here
_GIVEN = Pattern(rf"{_GIVING}(?P<who>(?:{_WHOLE}|{_NO_PART}){{0,6}}?(?:{_NOUN})+)(?P<more>(?:和|与|及|、)?)")
_SAID = Pattern(_NOUN)


class Beneficiary(Struct, frozen=True):
    """The words [start, end) of a question that say for whom; `given`, where they stand behind 给 or the like."""

    start: int
    end: int
    given: bool


def beneficiaries_in(text: str) -> Iterator[Beneficiary]:
    """All that are said, those behind 给 with what qualifies them, in their order."""
    given = [Beneficiary(m.start("who"), m.end("who"), given=True) for m in _GIVEN.finditer(text)]
    yield from given
    for match in _SAID.finditer(text):
        if not any(one.start <= match.start() < one.end for one in given):
            yield Beneficiary(match.start(), match.end(), given=False)
