"""The words and sentences that several intents say; what one intent alone says stands with it.  Printed words stand in “ ”, project names in 「 」, documents in 《 》."""

from collections.abc import Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from bot.replying.denomination import asked_for
from store.model import FundingKind, Horizon
from store.money import WAN, Denomination, decimals, plain, print_yuan
from store.plan import Aggregate, AmountFilter, Comparator, GroupBy, PercentFilter

KINDS = {
    FundingKind.TOTAL: "年度资金总额",
    FundingKind.FISCAL: "财政拨款",
    FundingKind.CARRYOVER: "上年结转",
    FundingKind.OTHER: "其他资金",
}
HORIZONS = {Horizon.ANNUAL: "年度", Horizon.MID_TERM: "中期"}
GROUPS = {
    GroupBy.UNIT: "各单位",
    GroupBy.YEAR: "各年",
    GroupBy.DEPARTMENT: "各部门（含所属单位）",
    GroupBy.ATTRIBUTE: "各项目属性",
    GroupBy.SOURCE: "各项目来源",
    GroupBy.PROJECT: "各项目",
}
FIGURES = {Aggregate.COUNT: "项目数", Aggregate.AVERAGE: "平均每个项目"}

GREETING = "您好，我是问效，回答项目支出绩效目标表里的问题。"
THANKS = "不客气，需要时再问我。"
NOT_IN_FORMS = "{words}答不了：绩效目标表里没有这一项，只有预算安排、目标、指标。"
OUTSIDE = "这个我答不了：我只查已导入的项目支出绩效目标表（预算安排、目标、指标）。"
NO_COMMANDS = "这个我办不了：我只查已导入的项目支出绩效目标表，不批钱、不拨款、不改数，也不替谁办事。"
EMPTY_STORE = "还没有导入任何文件，请管理员先导入绩效目标表（wenxiao load 文件）。"
ONLY_EVALUATED = "没有：只导入了绩效自评表，没有绩效目标表；自评表里有执行数和得分。"
ONLY_BUDGETED = "绩效目标表只有预算安排，没有支出数、执行数和执行率，请查预算执行情况。"
EVALUATED_BY_PROJECT = "已导入的自评表按项目查，请说项目名称。"
NO_EVALUATION = f"没有：绩效自评表一份也没有导入；{ONLY_BUDGETED}"
ONLY_LISTED = "没有：只导入了清单，没有绩效目标表；清单里的项目，说全名可以查清单金额。"
WHICH_PROJECT = "请说明要查哪个项目或单位。"
UNFOUND_BEFORE = "前面问的{words}没有找到，不知道这一句问的是谁，没有给出数。"
STILL_OF_IT = "前面问的{words}没有找到，这里答的仍是{subject}。"
NO_CHANGES = "本系统只转述文件，不改数；若文件写错，请联系填报单位更正。"
TOO_LONG = "问题太长，没有读：请用 {most} 字以内说清要查的项目或单位。"
WHICH_ONE = "您要看哪一个？回数字："
DECLINED = "好的，这里面没有您要的。请直接说项目或单位的全名，带上年份；也可以问“有哪些项目”、“有哪些单位”。"
NO_TO_AN_ANSWER = "请直接说要查哪个项目、单位或年份；要核对刚才的数，问“出处”。"
NO_MORE = "没有更多了。"
NO_REASON = "原因文件没有写。"
NO_SIGN = "表上只写了这个值，没有写不超过还是不低于。"
NAME_ONE = "可以问某个项目或单位的预算、目标和指标。"
NOT_CLAIMED = "这样问还不会算，没有给出数：请换个说法，或一次只问一件。"
DENIED_ALONE = "{words}只说了不是什么，剩下的不止一个项目，没法断定是哪一个，没有给出数：请说它是做什么的，或项目名称。"
DENIED_ALL = "没有：{about}的 {number} 个项目都写有{words}，或就是它。"
OF_ANOTHER_TIME = "“{name}”是按{other}的；“{said}”多少，文件没有这样印，不做乘除。"
DENIED_LEFT = "没有写{words}的{about}项目有 {number} 个（没有写不等于不做），"
NOT_FOR_THEM = "没有给{words}的：下面的项目没有这样写，给谁的不一样，没有给出数。"
NOBODY_FOR_THEM = "没有找到给{words}的项目：有关的表上都没有这样写，没有给出数。"
MORE_WORD = "“更多”"
MORE = f"回{MORE_WORD}看其余 {{rest}} 项。"


EVALUATED = ("完成", "实际完成情况", "自评", "绩效自评", "得分", "得了")  # words that ask for more than an amount


_DONE = ("实际", "已经", "目前", "到现在")


def unanswered(asked: str, why: str = "") -> str:
    """Names what of a message has no answer, and why, where that is known."""
    return f"{quoted(asked)}没有答上{f'：{why}' if why else '，请单独问。'}"


def left_out(number: int, label: str = "") -> list[str]:
    """The line that says how many projects a sum is without; none where it has all of them.

    `label` is what the forms call the money, where it is a part that most of them leave blank.
    """
    lacking = f"没有填“{label}”或读不出" if label else "没有可读的金额"
    return [f"另有 {number} 个项目{lacking}，没有计入。"] if number > 0 else []


def no_spending(words: str) -> str:
    """Says that the tables hold no spending, whatever the words ask of it."""
    if words.startswith(("花", "要花")):
        return "以上是预算安排，不是支出；绩效目标表里没有支出数。"
    if (words.startswith(_DONE) or words.endswith("了")) and not any(word in words for word in ("支出", "花", "用")):
        return f"“{words}”答不了：绩效目标表里只有目标，没有实际完成数，请查绩效自评表。"
    if words.startswith(EVALUATED):
        return f"“{words}”答不了：绩效目标表里没有完成情况和得分，请查绩效自评表。"
    return f"“{words}”答不了：绩效目标表只有预算安排，没有支出数，请查预算执行情况。"


def ours(*, printed: bool) -> str:
    """Says that we added up; `printed`: whether a document that is concerned prints sums of its own."""
    return "（本系统相加；文件另印有合计或小计，请对照原件）" if printed else "（本系统相加，文件未印合计）"


def kind_label(kind: FundingKind, horizon: Horizon) -> str:
    """The label as forms print it."""
    if kind is FundingKind.TOTAL:
        return f"{HORIZONS[horizon]}资金总额"
    return KINDS[kind] if horizon is Horizon.ANNUAL else f"中期{KINDS[kind]}"


def project(name: str) -> str:
    """A project's name as replies write it."""
    return f"「{one_line(name)}」"


_LONGEST_QUOTE = 400  # characters; a chat takes no more of one text


def one_line(text: str) -> str:
    """Printed text in one line, so that nothing in a document can look like a line of ours."""
    line = " ".join(text.split())
    return f"{line[:_LONGEST_QUOTE]}……（全文见原表）" if len(line) > _LONGEST_QUOTE else line


def printed(text: str) -> str:
    """Words of a document, quoted."""
    return f"“{one_line(text)}”"


def quoted(text: str) -> str:
    """Words that stand in a document or a question."""
    return f"“{one_line(text)}”"


def money(yuan: Decimal) -> str:
    """An amount as replies write it: in the unit that is asked for, else in 万元."""
    return print_yuan(yuan, asked_for())


_CENT = Decimal("0.01")
_LONG = 4  # decimals of 万元 beyond which yuan are read more easily


def exact(yuan: Decimal) -> str:
    """An amount that was worked out: where 万元 would have many decimals in 元, with what that is in 万 beside it, as people compare it."""
    if asked_for() is not None or decimals(yuan / WAN) <= _LONG:
        return money(yuan)
    return f"{print_yuan(yuan, Denomination.YUAN)}（四舍五入 {(yuan / WAN).quantize(_CENT, ROUND_HALF_UP)} 万）"


_COMPARED = {
    Comparator.AT_LEAST: "不低于",
    Comparator.MORE: "高于",
    Comparator.AT_MOST: "不超过",
    Comparator.LESS: "低于",
    Comparator.EQUAL: "等于",
}


def limit(wanted: AmountFilter) -> str:
    """A limit that the question set, “预算不低于10万”: without 元, as it is no figure of a document."""
    return f"预算{_COMPARED[wanted.op]}{plain(wanted.yuan / WAN)}万"


def compared(op: Comparator, number: Decimal, unit: str) -> str:
    """“高于50万”, “不低于10%”: a limit of which it is clear what it is of."""
    return f"{_COMPARED[op]}{plain(number)}{unit}"


_COUNTED = {
    Comparator.AT_LEAST: "不少于",
    Comparator.MORE: "多于",
    Comparator.AT_MOST: "不多于",
    Comparator.LESS: "少于",
    Comparator.EQUAL: "正好",
}


def number_limit(op: Comparator, number: int) -> str:
    """“不少于 5 个”."""
    return f"{_COUNTED[op]} {number} 个"


def share_limit(wanted: PercentFilter) -> str:
    """A limit of indicators that the question set, “指标低于95%”."""
    return f"指标{_COMPARED[wanted.op]}{plain(wanted.value)}%"


def listed(items: Sequence[str]) -> str:
    """“甲、乙、丙”."""
    return "、".join(items)


def some(names: Sequence[str], most: int) -> str:
    """The names while they are few, else the first and how many there are."""
    return listed(list(names)) if len(names) <= most else f"{listed(list(names)[:most])}等 {len(names)} 个"


def years(values: Sequence[int]) -> str:
    """“2023、2024年”."""
    return f"{'、'.join(str(y) for y in sorted(set(values)))}年"


def numbers(values: Sequence[int]) -> str:
    """Numbers of tables: “4、5”, “2至5”."""
    ordered = sorted(set(values))
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{ordered[0]}至{ordered[-1]}"
    return "、".join(str(n) for n in ordered)


def untold(words: Sequence[str]) -> str:
    """Says that no form tells whether money is fit, or how it was set."""
    return f"{'、'.join(quoted(w) for w in dict.fromkeys(words))}答不了：文件没有写，本系统也不作评价。"


def unpaid(words: str) -> str:
    """Says that no form tells whether money has come to whom it is for."""
    return f"{quoted(words)}答不了：绩效目标表只有预算安排，没有发放和到账记录，请向发放的单位了解。"


def no_choice(offered: int) -> str:
    """Says that a number was not offered, and which were."""
    if not offered:
        return "现在没有可选的编号，请直接说要查的项目或单位。"
    return f"只有 {offered} 个可选，没有这个编号：请回 1{f' 到 {offered}' if offered > 1 else ''}，或直接说要查的项目或单位。"


def unused(words: Sequence[str]) -> str:
    """Says which words of the question served nothing."""
    return f"未用到：{'、'.join(quoted(w) for w in dict.fromkeys(words))}。"


def choose(labels: Sequence[str], first: int = 1) -> list[str]:
    """The choices, a line each."""
    return [f"{number}. {label}" for number, label in enumerate(labels, first)]


NONE_OF_LISTED = "上面列的 {number} 个里，没有一张表写着“{words}”。要看哪一个，回数字；问别的单位的，请说出单位或项目："
SEVERAL_OF_LISTED = "上面列的里，“{words}”对得上 {number} 个，您说的是哪一个？回数字："

REFUSED = "您还没有登记，不能提问。请把下面这一行发给管理员登记：\n{who}"
REFUSED_IN_GROUP = "您还没有登记，不能提问。请私聊我，发“我是谁”。"
BUTTON_TOO_OLD = "这个按钮太旧了，请重新提问。"
BUTTON_OF_ANOTHER = "这是别人的提问，请自己问一句。"
BROKEN = "程序出错，这一问没有回答。请把编号 {number} 告诉管理员。"
CHOOSE_IN_GROUP = "（在群里请点按钮，或回复这一条。）"
APART_FROM_WHAT = (
    "您说的是哪两个数的差？前面说的是{unit}的钱。可以问“本级和所属哪个多”、“比去年多多少”，或说和哪个单位、哪个项目比。"
)
LAST_OF_LIST = "没有下一个了：这是列出的 {number} 个里的最后一个。要看别的，回 1 到 {number}。"
NOT_SO_MANY = "没有那么多：列出的只有 {number} 个。要看别的，回 1 到 {number}。"
FIRST_OF_LIST = "没有上一个：这是列出的 {number} 个里的第一个。要看别的，回 1 到 {number}。"
LAST_PHASE = "没有下一期：已导入的文件里，{project}是最后一期。"
FIRST_PHASE = "没有上一期：已导入的文件里，{project}是最早的一期。"
NO_PHASES = "前面问的不是分期的项目，请说项目名称。"
NO_STEP_YET = "请先说看第几个：回 1 到 {number}。"
NOT_ADDED = "没有相加：不是每个项目都有同一年的可读金额。"
BY_ATTRIBUTE = "“新增项目”按表上填的项目属性算；要看和上一年比新增的，请说“比去年新增的项目”。"
NOTHING_LISTED = "前面没有列出几个可以挨个看的，请说要查的项目或单位。"
ONLY_WORDS = "我只看得懂文字，请把问题打成字发给我。要导入文件，请交给管理员。"


def who_you_are(who: str, place: str, standing: str, name: str, *, group: bool) -> str:
    """Says who somebody is to us, in the words that administrators and settings use."""
    called = f"（{one_line(name)}）" if name else ""
    return f"{who}\n您的编号是上面这一行{called}，{standing}。\n会话：{place}（{'群聊' if group else '单聊'}）"


def late(at: datetime) -> str:
    """Says which question is only answered now, after we were away."""
    return f"（刚才没有在线，补答 {at:%m-%d %H:%M} 的提问）"
