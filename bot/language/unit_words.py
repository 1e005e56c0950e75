"""Words for kinds of units (乡镇、学校): what the names of these units end with."""

from bot.language.patterns import Pattern
from store.text import words

_SUMU = words("苏木人民政府 苏木政府 苏木")
# What the names of towns, townships and streets end with.
TOWN, TOWNSHIP = words("镇人民政府 镇政府 镇"), (*words("乡人民政府 乡政府 乡"), *_SUMU)
STREET = words("街道办事处 街道办 街道")
_SECONDARY = words("中学 高中 初中 附中 完全中学 职业中学")
_PRIMARY = words("小学 附小 中心校 教学点")
_SCHOOLS = (*_SECONDARY, *_PRIMARY, *words("学校 幼儿园 职教中心 职业教育中心 学院"))
_HOSPITALS = words("医院 保健院 中医院")
# How people say a kind → what the names of its units end with.
KINDS = {
    **dict.fromkeys(words("乡镇人民政府 乡镇政府 乡镇 镇乡 苏木乡镇 苏木镇 乡镇苏木 镇苏木"), (*TOWN, *TOWNSHIP)),
    **dict.fromkeys(
        words(
            "乡镇街道 乡镇和街道 乡镇街办 乡镇办 乡街 镇街 镇街道 镇办 街镇 街乡镇 街道乡镇 街道和乡镇 街道镇 苏木镇街道 苏木乡镇街道 苏木镇街"
        ),
        (*TOWN, *TOWNSHIP, *STREET),
    ),
    **dict.fromkeys(words("街道办事处 街道办 街道"), STREET),
    "苏木": _SUMU,
    "学校": _SCHOOLS,
    "中小学": (*_SECONDARY, *_PRIMARY, "学校"),
    "中学": _SECONDARY,
    "小学": _PRIMARY,
    "幼儿园": ("幼儿园",),
    **dict.fromkeys(words("医院 公立医院"), _HOSPITALS),
    **dict.fromkeys(words("卫生院 乡镇卫生院"), ("卫生院",)),
    **dict.fromkeys(words("财政所 乡镇财政所"), ("财政所",)),
    "派出所": ("派出所",),
}
# What is a kind only where each or all of it is said.
KINDS_OF_ALL = {
    "镇": (*TOWN, *TOWNSHIP),  # who says 三个镇 counts the 乡 with them; the reply names all
    "镇政府": TOWN,
    **dict.fromkeys(words("乡政府 乡"), TOWNSHIP),
    "村": words("村民委员会 村委会 村"),
    "社区": words("社区居民委员会 社区居委会 社区"),
    "校": _SCHOOLS,
    "园": ("幼儿园",),
    "院": (*_HOSPITALS, "卫生院"),
}
IN_FULL = {"校": "学校", "园": "幼儿园", "院": "医院"}
# “几个学|生”, “哪个村|民”: characters with which the end of a kind is another word, and further ones where it is all that is said.
_GOES_ON = {
    "学": "生员期年时科历位段费业者徒习", "村": "民医干组庄道", "队": "员伍长", "部": "门分", "社": "区会保", "场": "次地所馆面景", "站": "点台", "院": "士线子落",
    "校": "舍园长车区服友", "园": "区林丁", "馆": "藏员", "局": "长", "库": "容存房区", "厂": "房区家", "镇": "区长", "乡": "亲长村", "区": "域间", "所": "有长", "市": "民场",
    "县": "长",
}  # fmt: skip
_ALONE_GOES_ON = {"校": "车服外医门史方企本办训", "园": "长地子艺", "院": "校长外前所"}
NUMBER = r"(?:[两二三四五六七八九十]{1,3}|(?<!\d)\d{1,2})"
_COUNTED_BEHIND = rf"(?:这?{NUMBER}(?:家|所|个(?!项|指|月|年|目)))?"  # 乡镇四家
_NO_OTHER_WORD = {"办": "(?!事)"}  # 柳渡镇|办事大厅
NAMED = {word: Pattern(word + _NO_OTHER_WORD.get(word[-1], "") + _COUNTED_BEHIND) for word in KINDS}


def is_another_word(kind: str, behind: str) -> bool:
    """Whether the character behind the word of a kind makes another word of it: 校|外."""
    return bool(behind) and behind in _GOES_ON.get(kind[-1], "") + _ALONE_GOES_ON.get(kind, "")
