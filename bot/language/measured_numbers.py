"""Numbers with a unit of measure behind them (2060亩, 742万吨, 3万人次): never money, and never a year."""

from store.numerals import CHARACTERS
from store.text import words

_UNITS = words(
    """
    人次 户次 车次 班次 例次 场次 平方米 平方公里 立方米 平方 平米 立方 公里 千米 公顷 公斤 千克 毫升 千瓦时 千瓦 兆瓦 度电 张床 床位 课时 学时
    万吨 余亩 余吨 余公里 余米 亩 米 吨 株 棵 盏 辆 艘 羽 尾 斤 套 座 册 幢 栋 桶 瓶 盒 袋 箱 眼 口井 台套 多亩 多人
    """
)
# What makes another word of a unit: 人民, 台账, 户籍, 名下.
_SHORT = {
    "人": "民|大|社|员|事|居|口|均|才|武|力|防|工|行|文|生|家|们|体|畜",
    "台": "账|风|湾|商|办|胞",
    "户": "籍|口|均|外|政|主",
    "笔": "试|记",
    "处": "理|置|室|长|级",
    "次": "性|序|要|数|年|日|干|级",
    "头": "等|号|盘|条|目",
    "只": "有|要|看|算|是|查|说|给|报|能|剩|包|含|列|用|花",
    "件": "数",
    "张": "(?!床)[^的是,，。?!床]",
    "份": "额",
    "字": "号|样|段|体|面",
    "间": "接|隔",
    "场": "地|馆|所|面",
    "方": "面|案|法|向|便|式|针|位",
    "条": "例|件|目",
    "天": "然|气|数|津",
    "名": "下|单|称|字|义|额|录|列",
}
_BY_LENGTH = sorted(_UNITS, key=lambda unit: (-len(unit), unit))
_SAFE = "|".join((*_BY_LENGTH, *(f"{unit}(?!{others})" for unit, others in _SHORT.items())))

MEASURE = rf"(?:{_SAFE})"
"""A unit of measure."""

NO_MEASURE = rf"(?![{CHARACTERS}\d.]{{0,8}}(?:余|多|来)?\s?{MEASURE})"
"""What an amount or a year is not followed by."""
