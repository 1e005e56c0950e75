"""Question words as they are said in the southwest, in Hunan and Hubei, and in Cantonese, in the words of everywhere: 好多亩 is 多少亩.

What stands for one word of Mandarin wherever it is said is read as that word, so that every rule about it holds; what is said at
home in other ways (弄啥嘞, 拢共) is told by `bot.language.dialects`.
"""

from bot.language.patterns import Pattern
from store.text import Normal

_END = r"(?=$|[\s,，。.!！?？:：;；~…、])"
_IN_TIME = "完工|完成|结束|开始|开工|动工|到位|交付|交工|搞完|弄完|做完|修好|修完|建成|建好|竣工|验收|发|搞好|弄好"
_SAID: tuple[tuple[Pattern, str], ...] = tuple(
    (Pattern(pattern), meant)
    for pattern, meant in (
        (r"(?<![良友美更最较爱喜修做搞办的])好多(?![样元边媒功])", "多少"),
        (r"(?<![第这那头])几多", "多少"),
        (r"(?<!什)[么莫啥]子(?!的?[女弟])", "什么"),
        (r"(?<![什为多怎那这])么事", "什么"),
        (r"咋个", "怎么"),
        (rf"好久(?:子)?(?=能|会|才|要|可以|就|{_IN_TIME})", "什么时候"),
        (r"(?:哪哈儿?|几时|甚时候|(?<!什)么时候|啷时候|哪阵)", "什么时候"),
        (r"(?<![多许很])好久(?![以不没之前])", "多久"),
        (r"(?<![好])好长时间", "多长时间"),
        (r"[没冇莫]得(?![分奖到过])|冇", "没有"),
        (r"除开", "除了"),
        (r"边个", "哪个"),
        (r"边度", "哪里"),
        (r"[嗰𠮶]", "那"),
        (r"点解", "为什么"),
        (r"(?:同|畀|俾|给)我睇(?:一?下|睇)?", "帮我看下"),
        (r"搞掂", "完成"),
        (r"唔(?=[系係是知见好够])", "不"),
        (r"嘅", "的"),
        (r"啲", "些"),
        (rf"[叻嘞喃咧哩]{_END}", "呢"),
    )
)


def in_mandarin(normal: Normal) -> Normal:
    """The text with these words for those; each character of a new word comes from the word that it stands for."""
    for pattern, meant in _SAID:
        for found in reversed(list(pattern.finditer(normal.text))):
            normal = normal.saying(*found.span(), meant)
    return normal
