"""What the words of a form mean, rather than what a form says: 什么是中期目标, 绩效目标和绩效指标有什么区别, 年度和中期怎么区分."""

from collections.abc import Iterator

from bot.language.meanings import Mark, Proposal, Utterance
from bot.language.patterns import Pattern

GLOSSARY = {
    "绩效目标": "用一段话写项目要达到的产出和效果",
    "绩效指标": "把绩效目标拆成可以衡量的条目，分产出、效益、满意度等类，每条有指标值",
    "年度目标": "当年要达到的目标",
    "中期目标": "整个实施期（一般为三年）要达到的目标",
    "年度资金总额": "当年的预算安排",
    "中期资金总额": "整个实施期的预算安排",
    "年度": "当年",
    "中期": "整个实施期（一般为三年）",
    "产出指标": "做多少、做得怎样、何时做完、花多少，分数量、质量、时效、成本",
    "效益指标": "做完带来的经济、社会、生态等效果",
    "满意度指标": "服务对象满意的程度",
    "数量指标": "做多少",
    "质量指标": "做得怎样",
    "时效指标": "何时做完",
    "成本指标": "花多少、每份花多少",
    "经济效益": "做完带来的经济上的效果",
    "社会效益": "做完带来的社会上的效果",
    "生态效益": "做完对生态环境的效果",
    "可持续影响": "做完以后还能管多久的效果",
    "指标值": "一条指标要达到的数或要求",
    "绩效标准": "指标值所依据的标准",
    "财政拨款": "当年财政安排的资金",
    "上年结转": "上一年没用完、转到当年用的资金",
    "其他资金": "财政拨款和上年结转以外的资金",
    "本级": "单位自己，不含下属单位",
    "所属单位": "归主管部门管的下属单位",
    "主管部门": "管着预算单位的部门",
    "项目期": "项目从哪年到哪年",
    "预算安排": "计划给的钱，不是已经花的钱",
    "执行数": "已经花的钱，绩效目标表里没有",
    "绩效自评": "年度结束后单位自己评价完成得怎样，写在自评表里",
}
"""Each term with what it means in these forms, as it is commonly understood; no document of those that are loaded says so."""

_ALSO = {
    "目标": "绩效目标",
    "指标": "绩效指标",
    "年度绩效目标": "年度目标",
    "中期绩效目标": "中期目标",
    "总目标": "中期目标",
    "年度资金": "年度资金总额",
    "中期资金": "中期资金总额",
    "年度指标": "年度",
    "中期指标": "中期",
    "产出": "产出指标",
    "效益": "效益指标",
    "满意度": "满意度指标",
    "质量": "质量指标",
    "时效": "时效指标",
    "经济效益指标": "经济效益",
    "社会效益指标": "社会效益",
    "生态效益指标": "生态效益",
    "可持续影响指标": "可持续影响",
    "结转": "上年结转",
    "结转资金": "上年结转",
    "上年结转资金": "上年结转",
    "财政资金": "财政拨款",
    "所属": "所属单位",
    "下属单位": "所属单位",
    "下属": "所属单位",
    "预算": "预算安排",
    "预算数": "预算安排",
    "支出": "执行数",
    "决算": "执行数",
    "自评": "绩效自评",
    "自评表": "绩效自评",
    "项目期限": "项目期",
}
_SHORT = frozenset(
    {"目标", "指标", "产出", "效益", "质量", "时效", "满意度", "预算", "支出", "所属", "下属", "自评", "年度", "中期"}
)
_TERM = "|".join(sorted({*GLOSSARY, *_ALSO}, key=lambda term: (-len(term), term)))
_LONG = "|".join(sorted({*GLOSSARY, *_ALSO} - _SHORT | {"年度", "中期"}, key=lambda term: (-len(term), term)))
_LEAD = r"(?:(?:请问|问一?下|我?想问一?下?|那|表里的?|表上的?|里面的?|这个|所谓的?|我?不懂|我?不明白|搞不清|分不清|说说|讲讲|请教一?下?|解释(?:一)?下|解释)[,，:：\s]*)?"
_IN_FORMS = r"(?:在?(?:这张|目标|绩效目标)?(?:表|文件)(?:格)?(?:里面?|上|中)(?:面|头)?的?)?"
_Q = r"[“”\"「」‘’']?"
_WHAT = r"(?:什么|啥子?|哪些|哪里|哪儿|哪|何|多大)"
_APART = (
    rf"(?:到底|究竟|之间)?的?(?:有|是|存在)?(?:没有)?{_WHAT}?的?(?:区别|不同|差别|不一样|关系|联系|分别|差异|两样)(?:在|是)?{_WHAT}?(?:吗|呢|啊|么|吧|的)?"
    r"|(?:要|应该|该)?(?:怎么|怎样|如何|咋)(?:来)?(?:区分|区别|分清?|分辨|理解|辨别)(?:的|呢|啊)?|(?:是不是|是)(?:一回事|一个意思|一样|同一个(?:东西|意思)?)的?(?:吗|么|呢)?"
)
_END = r"(?:啊|呀|呢|吧|吗|嘛)?[?？。!！]*"
_PAIR = Pattern(rf"{_LEAD}{_Q}(?P<one>{_TERM}){_Q}(?:和|与|跟|同|、|及|还有){_Q}(?P<two>{_TERM}){_Q}(?:{_APART}){_END}")
_SINGLE = Pattern(
    rf"{_LEAD}(?:什么(?:叫做?|是)|啥(?:叫|是)|何为|何谓){_Q}(?P<what>{_LONG}){_Q}{_END}"
    rf"|{_LEAD}{_Q}(?P<means>{_TERM}){_Q}{_IN_FORMS}(?:到底|究竟)?(?:是|指|指的是|是指|代表)?的?(?:{_WHAT}(?:的)?(?:意思|概念|含义|东西|说法)|{_WHAT}意思|怎么理解|如何理解|咋理解|怎么解释){_END}"
    rf"|{_LEAD}{_Q}(?P<points>{_TERM}){_Q}{_IN_FORMS}(?:到底|究竟)?(?:是指|指的是|指){_WHAT}{_END}"
    rf"|{_LEAD}{_Q}(?P<thing>绩效自评|执行数|预算安排|上年结转|结转|结转资金|财政拨款|本级|所属单位|可持续影响|绩效标准){_Q}(?:是|指的是|指){_WHAT}{_END}"
    rf"|(?:请|麻烦|帮我?)?(?:解释|说明|讲解|科普|介绍)(?:一?下)?(?:什么是|啥是|什么叫)?{_Q}(?P<told>{_LONG}){_Q}(?:的(?:意思|概念|含义))?{_END}"
)
# “‘质量指标’是什么”, “质量指标是什么，举个例子”: in quotes, or with an example of it, the word itself is meant
_QUOTED = Pattern(rf"{_LEAD}[“\"「‘'](?P<quoted>{_TERM})[”\"」’']{_IN_FORMS}(?:到底|究竟)?(?:是|指的是|指){_WHAT}{_END}")
_NAMED = Pattern(rf"{_LEAD}(?P<named>{_LONG}){_IN_FORMS}(?:到底|究竟)?(?:是|指的是|指){_WHAT}{_END}")
_EXAMPLE = Pattern(
    r"[,，。;；?？\s]*(?:能不能|可以|麻烦|顺便|最好|给我|帮我|并|再|能)*(?:举|给|来|说|有没有|有)(?:我)?(?:一?个|几个)?(?:[^\W\d]{0,4}的)?(?:例子?|实例|例)(?:说明)?(?:一下)?(?:吗|吧|呗|看看)?[?？。!！]*$"
)
_HORIZONS = frozenset({"年度", "中期", "年度目标", "中期目标", "年度资金总额", "中期资金总额"})


def propose(said: Utterance) -> Iterator[Proposal]:
    """The whole question, where it asks for nothing but what terms mean; not those of 年度 and 中期, see `propose_horizons`."""
    if not set(terms_asked(said.text)) <= _HORIZONS:
        yield Proposal(0, len(said.text), "terms_asked", Mark.ELSEWHERE, len(said.text) * _VALUE)


def propose_horizons(said: Utterance) -> Iterator[Proposal]:
    """The same for what tells 中期 from 年度; where a project is spoken of, its own figures are asked for."""
    if (terms := set(terms_asked(said.text))) and terms <= _HORIZONS:
        yield Proposal(0, len(said.text), "terms_asked", Mark.ELSEWHERE, len(said.text) * _VALUE)


def terms_asked(text: str) -> tuple[str, ...]:
    """The terms of the glossary whose meaning is asked for, where nothing else is, but an example."""
    plain = _EXAMPLE.sub("", text).strip()
    pair = _PAIR.fullmatch(plain)
    single = _SINGLE.fullmatch(plain) or _QUOTED.fullmatch(plain) or (_NAMED.fullmatch(plain) if wants_example(text) else None)
    alone = [term for term in (single.groups() if single else ()) if term]
    found = (pair["one"], pair["two"]) if pair else alone[:1]
    return tuple(dict.fromkeys(_ALSO.get(term, term) for term in found))


def wants_example(text: str) -> bool:
    """Whether an example is asked for beside."""
    return bool(_EXAMPLE.search(text))


_VALUE = 3.0  # whatever its words mean one by one
