"""Question words as people say them at home: 好多钱, 几多, 多钱, 咋样, 啥子, 弄啥的, 拢共, 谁在管, 凭啥.

None of them limits a question; a name that holds such words wins by its length.
"""

from collections.abc import Iterator

from bot.language.lexicon import Lexicon
from bot.language.meanings import AggregateSaid, Asked, Mark, Meaning, NounSaid, Proposal, Utterance
from bot.language.patterns import Pattern
from store.model import FundingKind
from store.plan import Aggregate, Field
from store.text import words

RULE = "dialects"
_WORDS: dict[Meaning, tuple[str, ...]] = {
    Asked(Field.AMOUNT): words(
        """
        好多钱 有好多钱 是好多钱 给好多钱 给了好多钱 批了好多钱 要好多钱 得好多钱 好多经费 好多资金 好多预算 好多万 几多钱
        几多银 几多万 多钱 多些钱 多儿钱 多少儿钱 多大点钱 多少银子 多少票子 多少大洋 多少毛爷爷 多少块钱 多少块 几块钱 几毛钱
        几个子儿 几个铜板 几个大子儿 多少个w 多少w 几个w 几w 多少个万 几个亿 多少个亿 几位数 啥价 啥价钱 什么价 什么价钱
        多大价钱 多大一笔 多大一笔钱 多大数 多大个数 多大的数 什么数 啥数目 什么数目 多少数目 数目多少 咋个价 到手多少 得多少
        得好多 要得多少
        """
    ),
    Asked(Field.AMOUNT, FundingKind.FISCAL): words(
        """
        财政给 财政给了 财政给的 财政给的钱 财政拿 财政拿了 财政掏 财政掏了 财政批 财政批了 财政安排 财政安排了
        财政拨 财政拨了 财政掏的 财政掏钱 财政掏的钱 财政兜 财政兜底
        """
    ),
    AggregateSaid(Aggregate.COUNT): words("好多个 几多个 好多项 几多项 好多笔 多少笔 有好多个 有几多个"),
    AggregateSaid(Aggregate.COUNT, Field.PROJECT): words(
        "好多个项目 几多个项目 好多项目 几多项目 有好多项目 多少个活儿 几个活儿"
    ),
    AggregateSaid(Aggregate.COUNT, Field.UNIT): words("好多家 几多家 好多个单位 好多单位 几多个单位"),
    AggregateSaid(Aggregate.SUM): words(
        """
        拢共 拢共多少 拢共好多 拢总 拢总多少 拢拢总总 总共拢共 一共拢共 合共 一塌刮子 一塌括子 亥巴郎当 夯不啷当 满打满算
        满打满算多少 合着一共 合着总共 合着多少 合着多少钱 通通加起来 统统加起来 全都加起来 攒一块 攒一块儿 攒一起 凑一块
        凑一块儿 凑一起 搁一块 搁一块儿 搁一起 放一块 放一块儿 合一块 合一块儿 合到一块 合到一起 加一块 加一块儿 加到一块
        加到一起 加拢 加拢来 捏一块 捆一块 归拢到一起 总起来 总的下来 算总账 算下来一共
        """
    ),
    Asked(Field.UNIT): words(
        """
                          哪家的 是哪家的 啥子单位 么子单位 啥单位 啥部门 是谁的 谁个 是谁家的 谁们家的 边个
                          """
    ),
    Asked(Field.GOAL): words(
        """
        干嘛使 干嘛使的 干哈 干哈的 干哈用的 嘎哈 嘎哈的 嘎哈用的 干啥子 干啥子的 干啥子用 干啥子用的 干么 干么的 干么子
        干么子的 搞么子 搞么子的 搞啥 搞啥的 搞啥子 搞啥子的 搞么事 搞么事的 做么子 做么子的 做么事 做么事的 做啥子 做啥子的
        做啥 做啥的 做啥用 做啥用的 做嘛 做嘛的 做咩 做咩嘅 做乜 做乜嘢 弄啥 弄啥的 弄啥嘞 弄啥哩 弄啥用 弄啥用的 弄啥子
        弄啥子的 整啥 整啥的 整啥用 啥用 啥用处 啥用场 有啥用 有啥用处 有什么用 有什么用处 有么用 有何用 派啥用场 派什么用场
        起啥作用 起什么作用 有啥作用 有什么作用 什么用处 作什么用 作啥用 图啥 图什么 图个什么 给谁 给谁的 给谁用 给谁用的 给谁花
        给谁花的 给谁发 给谁发的 发给谁 发给谁的 补给谁 补给谁的 给哪些人 给哪些人的 发给哪些人 补给哪些人 给什么人 给什么人的
        发给什么人 给哪个的 谁能领 谁可以领 谁能享受 谁享受 谁能拿 谁可以拿 哪些人能领 哪些人能享受 哪些人可以享受 谁受益
        受益的是谁 帮谁的 管啥的 管什么的 管啥 管么子 买啥的 修啥的
        """
    ),
    Mark.WHY: words(
        """
        凭啥 凭啥子 凭什么 凭么子 凭嘛 为啥子 为啥哩 为嘛 为么 为么子 为么事 为什 为甚 为甚么 因为啥 因为什么 因啥 咋会 咋就
        咋个会 咋个就 咋能 做么事要 点解 点样解 怎会 怎么就 怎么能 啥原因 啥子原因 么原因 什么道理 啥道理 啥缘故 什么缘故
        什么缘由 怎么想的 咋想的 咋回事儿 怎么回事儿 啥回事 啥子回事 咋个回事 怎么一回事
        """
    ),
    Mark.SPENDING: words(
        "使完了没 使完没 使光了没 花没花完 用没用完 花了好多 用了好多 花了几多 用了几多 花好多 还剩好多 剩好多 还剩几多"
    ),
    NounSaid("频次"): words("多咱一次 多久一回 几天一回"),
    Mark.FILLER: words(
        """
        突然 忽然 突然间 忽然间 一下子 猛地 猛然 陡然 骤然 咋样 咋样了 咋个样 咋样嘛 啥样 啥样的 啥样子 么样 怎样 怎么个样 怎么个情况 咋个情况 啥情况 啥子情况 么情况 么子情况
        什么情况 咋说 咋说的 怎么说 怎么说的 咋算 咋算的
        咋个算 咋个算的 怎么算 怎么算的 咋整 咋整的 咋弄 咋弄的 咋办 咋个办 咋 咋个 咋地 咋滴 啥子 么子 么事 啥么 甚 甚么 乜嘢
        晓得 晓得不 晓得吗 晓得么 晓得伐 晓得嘛 晓不晓得 知不知道 知道伐 知道不 造不造 清楚不 清不清楚 了解不 能告诉我不 能说不
        能查不 能查到不 查得到不 查得到吗 查得出不 有数不 问哈 问一哈 问哈子 问下子 问一问 问一声 问声 看哈 看一哈 看哈子 查哈
        查一哈 查哈子 查一查 查查看 说哈 说一哈 说哈子 讲哈 讲一哈 算哈 算一哈 算一算 讲下 说下 念下 念一下 念一遍 念念 读一下 读一遍 说一遍 讲一遍 报下 报一下 报哈
        报个数 报一报 整一下 弄一下 整个数 来个数 给查 给查查 给查下 给查一下 给查哈 给看看 给看下 给看眼 给看一眼 给瞅瞅 给瞅眼
        给瞅一眼 给瞧瞧 给说说 给说下 给说一下 给讲讲 给算算 给俺说 给俺说说 给咱说说 跟我讲 跟我讲讲 跟我说说 跟我说下 同我讲
        瞅一眼 瞅眼 瞅一下 瞅下 看眼 瞄一下 瞄眼 扫一眼 瞟一眼 瞥一眼 搜一下 搜下 搜搜 找找 找一下 找下 翻翻 翻一下 调一下
        调出来 拉一下 拉出来 俺们 俺这 俺这儿 俺们这 俺们这儿 俺们这里 咱这 咱这儿 咱这里 咱们这 咱们这儿 咱们这里 我们这
        我们这儿 我们这里 我们这边 我们那 我们那儿 我们那边 我这 我这儿 我这里 我这边 俺那 俺那儿 偶想 偶想问 偶想查 偶们 有没得
        有冇 有冇得 阿拉 吾伲 我伲 我哋 他们 他们那 他们那儿 他们那边 他们那里 他们这 他们家 他们自己 他们那个 她们 人家 人家那
        人家那个 它们那 你们那边 你们这边 侬 恁 您们 谁谁 哪个谁 那谁
        """
    ),
}
_LEXICON = Lexicon(RULE, _WORDS, homophones=False)

_AND_MORE = r"(?:了|的|呢|啊|呀|嘛|吗|吧|哦|哟)*"
_SO_MUCH = Pattern(
    rf"(?:这么|那么|恁|恁么|恁个|忒|这样|咁|介|贼(?=多)|老(?=多))(?:些)?(?:多|少|高|低|大|小|贵)(?:的?(?:钱|经费|资金|预算))?{_AND_MORE}(?=$|\W)"
)
_HOW_COME = Pattern(
    r"(?:咋|咋个|咋地|咋就|咋会|怎|点解|为嘛)(?=.{0,14}?(?:没有?[涨变加增降提]|不[涨变加增降]|比|只有?|才|[这那]么|恁|忒|还是|反而|突然|[涨降升加减变多少高低]了))"
)
# “谁在管”, “哪家牵头搞的”; 哪个管网 is none.
_IN_CHARGE = Pattern(
    r"(?:是|由|归)?(?:谁|哪个(?:单位|部门)?|哪家(?:单位)?|边个|啥单位|什么单位)(?:在|来|去)?"
    r"(?:管(?![网道线理护委片家辖控材])|牵头|承办|主办|承担|经手|经办|申报|负责|实施|组织(?!部)|执行(?!数|率|进度|情况)|弄|搞|干(?![部渠线道])|做|报|办(?!公|学|事))(?:着|的)?(?:这(?:个|项)?(?:事|活)儿?)?"
)
_WHOSE = Pattern(r"归(?:谁|哪家|哪个(?:单位|部门)?)(?=$|\W|[的啊呀呢]|管)(?:管(?:的)?)?")
_IN_ALL = Pattern(r"(?:(?<![系传])统共|(?<![交联普流贯])通共|(?<!公)共总|(?<!统)一总)(?:多少|好多|是多少)?")
# “好多” asks in the south-west; “好多项目都没填” and “增加好多” say much.
_HOW_MUCH = Pattern(
    r"(?<![最更太蛮还])(?:有|是|给|批|拨|得|要|该|补|发|投|出|安排|一共|总共|拢共)?(?:了|过)?(?:好多|几多|几化|多老少|多儿(?=[?？]|$))(?=[啊呀呢嘛噻撒哦喔吗不来哩]|$|[^\w])"
)
# “几万”, “几百万” ask for money where nothing is counted by them.
_HOW_MANY_WAN = Pattern(r"(?:是|有|给|批|拨|要|得)?(?:了)?几[十百千]*[万亿](?:块钱?|元)?(?=[啊呀呢嘛噻撒哦吗来]|$|[^\w])")
_A_LOT = Pattern(r"(?:给得|给的|安排得|批得|算)?多不多" + _AND_MORE + r"(?=$|\W)")
_ABOUT = Pattern(
    r"(?:大约|大致|大体上?|大略|约莫|约摸|差不多|大概其|大差不差|粗略|估摸着?)(?=(?:是|有|要|得|给|批|安排|需要|花|用)*(?:多少|几|好多|$|[^\w]))"
)
_NEEDS = Pattern(r"(?:才|只|总|还|大概|大约|将|该|需|须)?(?:得|需得|才|该|须)(?=要|花|给|批|拨|多少|几|好多|有多少|有几)")
_PAYS = Pattern(
    r"(?:得|要|需要|能|会|该)?(?:砸|掏|(?<!配)搭|(?<![补津])贴|扔|(?<!回)填|(?<!铺)垫|(?<![损消能])耗|破费|出血)(?:进去|出去|进|出|下去|下|上|里)*(?:了)?(?:多少|好多|几多|几个)?钱?(?<=[多少多个钱去了])(?=多少|好多|几|[啊呀呢嘛]|$|[^\w])|"
    r"(?:砸|掏|搭进去|贴进去|扔进去|填进去|(?<!铺)垫|(?<![损消能])耗)(?:了)?(?=多少|好多|几)"
)
_KNOWS = Pattern(r"(?:你|您|恁|侬|有?谁|有人|有没有人)?(?:知道|晓得|清楚|了解)(?=\w.*(?:不|吗|么|嘛|伐|没)\W*$)")
# “渠沟的嘞” goes on as “渠沟的呢” does.
_AND_THAT = Pattern(r"(?<=\w)的?[嘞咧哩捏]+(?=\W*$)")
# “知道…不”, “批了没”: the question particle of the north and the south-west.
_WHETHER = Pattern(r"(?<=\w)(?<![也都并还从绝就])(?:(?:不|没)(?=[?？!。~\s]*$)|没(?=[,，])|(?<=[劲得以行好中成])不(?=[,，]))")
_PARTICLES = Pattern(
    r"(?<=[少多钱个啥么样事万元吗了的是有嘛呢哈不到啊呀吧数])(?:[撒噻哩咧呐呦喔捏嘞咩伐啵嗦哇哟唷哒滴哈嘎咯啰喽呗喂咪咹哎嗨诶]+|[哟唷]喂)(?=$|[^\w])"
)


def propose(said: Utterance) -> Iterator[Proposal]:
    """Spans that ask, count or reason in a dialect, and the particles of it."""
    yield from _LEXICON.propose(said)
    yield from _found(_HOW_MUCH, said, Mark.HOW_MUCH)
    yield from _found(_HOW_MANY_WAN, said, Asked(Field.AMOUNT))
    yield from _found(_HOW_COME, said, Mark.WHY)
    yield from _found(_IN_CHARGE, said, Asked(Field.UNIT))
    yield from _found(_WHOSE, said, Asked(Field.UNIT))
    yield from _found(_IN_ALL, said, AggregateSaid(Aggregate.SUM))
    yield from _found(_PAYS, said, Mark.SPENDING)
    yield from _found(_AND_THAT, said, Mark.FOLLOWING)
    for pattern in (_NEEDS, _KNOWS, _SO_MUCH, _A_LOT, _ABOUT, _WHETHER, _PARTICLES):
        yield from _found(pattern, said, Mark.FILLER)


def _found(pattern: Pattern, said: Utterance, meaning: Meaning) -> Iterator[Proposal]:
    for match in pattern.finditer(said.text):
        yield Proposal(match.start(), match.end(), RULE, meaning, (match.end() - match.start()) * _VALUE)


_VALUE = 1.12  # more than the fillers that such a span is made of, less than a name said in full
