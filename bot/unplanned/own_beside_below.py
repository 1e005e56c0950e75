"""A unit's own money (本级) beside that of the units below it: “本级比所属多多少”, “本级占它总数多少”; both figures, labelled."""

import re
from collections.abc import Sequence

from bot.answer import Answer, Desk, Fact, Kind
from bot.doubts.disputes import one_each, unsettled
from bot.language.patterns import Pattern
from bot.question import Understanding
from bot.replying import facts, phrases, rates
from bot.replying.carried import carried_over
from bot.replying.citing import cite
from bot.replying.wanted import Wanted, add_up
from store.names import NameType
from store.plan import Aggregate, Field, Newest, Plan
from store.targets import TargetView
from store.text import fold

_MONEY = r"(?:的)?(?:钱|预算|资金|经费|项目|金额|安排|总额|合计|一共|加起来|加一起|总共|盘子)*"
_OWN = r"(?:局|部门|机关|单位|它|他们)?(?:本级|本身|机关|自己)(?:自己)?"
_BELOW = r"(?:它|其|他们)?(?:的)?(?:所属|下属|下级|下面|底下|二级|直属|下辖)(?:的|各)*(?:几个|几家|那些|这些)?(?:单位|预算单位|部门|机构)?(?:们)?"
_MORE = (
    r"(?:要|还)?(?:多|少|高|低|大|小)(?:出)?(?:了)?(?:多少|几|吗|么)(?:钱|万|元|万元)?|相?差(?:了)?(?:多少|几)(?:钱|万|元|万元)?|差距(?:是|有)?(?:多少|多大)|"
    r"(?:哪|谁|哪个|哪边|哪头|哪一个)(?:的)?(?:钱|预算)?(?:更|比较)?(?:多|少|高|低|大|小)|(?:比|对比|比较|比一比)(?:一下)?|多还是少|多不多"
)
_WITH = r"(?:比|和|与|跟|同|对比|较|还是|、)"
_END = r"(?:呢|啊|呀|吗|来着|左右|了)*"
_COMPARED = Pattern(
    rf"(?:{_OWN}{_MONEY}{_WITH}(?:起)?{_BELOW}{_MONEY}|(?P<below>{_BELOW}){_MONEY}{_WITH}(?:起)?{_OWN}{_MONEY})(?:相比|比起来|比)?(?:{_MORE}){_END}"
)
_ALL = (
    r"(?:(?:它|其|他们|全局|整个局|整个系统|全系统|系统|本系统|整个部门|全部门)(?:的)?(?:全部|所有|总数|总额|合计|总的?|总盘子|总预算|预算|资金|钱)*|"
    r"(?:含|连|加上?|包括)(?:上)?(?:所属|下属|下级)(?:单位)?(?:的|在内)*(?:全部|总数|总额|合计|总的?|预算|资金|钱)*)"
)
_SHARED = Pattern(
    rf"(?:{_OWN}|(?P<below>{_BELOW})){_MONEY}(?:占|在)(?:了|到)?{_ALL}(?:里|中|里面)?(?:的)?(?:占)?(?:多少|百分之几|百分之多少|几成|(?:多大|多少|什么)?(?:比例|比重|份额)(?:是?多少|多大)?){_END}"
)
_YEAR = Pattern(r"(?:20\d\d年度?|今年|去年|前年)的?")


def own_beside_below(question: Understanding, spoken_of: Plan | None, desk: Desk) -> Answer | None:
    """Both sums of the newest year, or the one that is named, and their difference or the share; None where that is not asked."""
    unit = _unit(question, spoken_of)
    text = re.sub(r"[\s,，。?？!！]", "", _YEAR.sub("", question.without_names(*NameType)))
    text = re.sub(r"^(?:那|的|请问|问下|它的?|他们)+", "", text)
    compared, share = (one.fullmatch(text) for one in (_COMPARED, _SHARED))
    found = compared or share
    dated = len(_YEAR.findall(fold(question.text)))  # what compares may have got a second year that nobody said
    years = question.plan.years[:dated] if dated else spoken_of.years if spoken_of and not question.names else ()
    if found is None or unit is None or len(years) > 1:
        return None
    units = desk.book.below(unit)
    own = Plan(units=(unit,), fields=(Field.AMOUNT,), years=years, newest=None if years else Newest.SCOPE)
    mine = desk.matching(own, money_only=True)
    at = tuple(sorted({view.target.year for view in mine}))
    theirs = desk.matching(own.model_copy(update={"units": units, "years": at, "newest": None}), money_only=True) if units else []
    if len(at) != 1 or not theirs:
        said = "没有它所属单位的项目" if mine else "没有它本级的项目"
        return Answer(
            Kind.NOT_FOUND, (f"没法比：已导入的{phrases.years(at or years or desk.book.years)}文件里，{said}（{unit}）。",)
        )
    wanted = Wanted.of(own)
    views, disputed = one_each([*mine, *theirs], wanted)
    if disputed:
        return unsettled(disputed, own)
    mine, theirs = ([view for view in views if (fold(view.target.unit) == fold(unit)) is side] for side in (True, False))
    if any(wanted.first(view) is None for view in views):
        return Answer(Kind.NOT_FOUND, (f"没法比：{unit}{at[0]}年有的项目没有可读的金额。",))
    return _told(unit, at[0], mine, theirs, wanted, below=bool(found["below"]), share=found is share)


def _unit(question: Understanding, spoken_of: Plan | None) -> str | None:
    """The one unit that is named, else the one that was spoken of."""
    said = tuple(dict.fromkeys(match.name for match in question.names if match.type is NameType.UNIT))
    named = said if len(said) == 1 else question.plan.units or (spoken_of.units if spoken_of else ())
    others = [match for match in question.names if match.type is NameType.PROJECT]
    return named[0] if len(named) == 1 and not others else None


def _told(
    unit: str, year: int, mine: Sequence[TargetView], theirs: Sequence[TargetView], wanted: Wanted, *, below: bool, share: bool
) -> Answer:
    stated: list[Fact] = [fact for view in (*mine, *theirs) if (fact := wanted.first(view))]
    sides = [range(len(mine)), range(len(mine), len(stated))]
    sums = [add_up([stated[n] for n in side]) for side in sides]
    at = [len(stated), len(stated) + 1]
    stated += [facts.derived(Aggregate.SUM, yuan, side) for yuan, side in zip(sums, sides, strict=True)]
    names = ["本级", "所属单位"]
    counted = "，".join(
        f"{name} {phrases.money(yuan)}（{len(side)} 个项目）" for name, yuan, side in zip(names, sums, sides, strict=True)
    )
    one, other = (1, 0) if below else (0, 1)
    if share:
        whole = sums[0] + sums[1]
        stated.append(facts.derived(Aggregate.SUM, whole, range(len(mine) + len(theirs))))
        rate = rates.per_cent_of(sums[one], whole)
        stated.append(facts.derived(Aggregate.SHARE, None, (at[one], len(stated) - 1), value=rate))
        first = f"{names[one]}占 {rate}{rates.ours((sums[one], whole))}：{unit}{year}年预算安排，含所属单位合计 {phrases.money(whole)}，其中{counted}（本系统相加）。"
    else:
        gap = sums[one] - sums[other]
        stated.append(facts.derived(Aggregate.DIFFERENCE, abs(gap), (at[one], at[other])))
        verdict = f"{names[one]}比{names[other]}{'多' if gap > 0 else '少'} {phrases.money(abs(gap))}" if gap else "两边一样多"
        first = f"{verdict}（本系统相加、相减）：{unit}{year}年预算安排，{counted}。"
    carried, of_it = carried_over([*mine, *theirs], wanted, len(stated))
    plan = Plan(units=(unit,), fields=(Field.AMOUNT,), years=(year,))
    return Answer(Kind.ANSWER, (first, *carried), (*stated, *of_it), cite(stated), remembered=plan)
