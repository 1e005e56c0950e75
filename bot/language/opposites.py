"""Words that say the opposite of one another, of which names of indicators are made: 开工 and 完工, 增加 and 减少."""

from bot.language.patterns import Pattern

_OPPOSITES = tuple(
    (Pattern(one), Pattern(other))
    for one, other in (
        (
            "开工|动工|启动|开始|开建|开办|开班|开学|开赛|开幕|开馆|开园|起始|进场|着手",
            "完工|竣工|完成|建成|结束|收尾|收官|交工|交付|投用|投入使用|验收|闭幕|截止|[干做建修装弄办搞改发拆查种]完",
        ),
        ("开门|开业|开市|开摊|开场|开园|开放|出摊|营业", "关门|歇业|收市|收摊|清场|散场|闭园|闭馆|关闭|打烊"),
        ("增加|增长|新增|提高|提升|上升|上涨|增收", "减少|降低|下降|压减|减低|核减|缩减|减亏"),
        ("收入", "支出"),
        ("城镇|城市|城区", "农村|乡村|村居"),
        ("男", "女"),
        ("上半年", "下半年"),
        ("最高", "最低"),
    )
)
_DENYING = frozenset("不没未非勿无除")


def denied(said: str, name: str) -> bool:
    """Whether the words deny what the name does not.

    >>> denied("没装电梯", "加装电梯")
    True
    >>> denied("非正常率", "设备非正常率")
    False
    """
    return not _DENYING & set(said) <= set(name)


def opposed(said: str, name: str) -> bool:
    """Whether the words say one thing and the name its opposite only, so that the one does not mean the other.

    >>> opposed("什么时候完工", "开工时间")
    True
    >>> opposed("什么时候完工", "开工和完工时间")
    False
    """
    for pair in _OPPOSITES:
        asked, printed = (tuple(bool(side.search(text)) for side in pair) for text in (said, name))
        if any(asked) and any(printed) and not any(map(min, asked, printed)):
            return True
    return False
