"""Finds the indicators that words mean which nothing else explains: by their name, or by what they are counted in."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from bot.language.ages import ages_in, may_be_of
from bot.language.opposites import denied, opposed
from bot.language.patterns import Pattern
from bot.lines.indicating import PER_HEAD, FindIndicators
from bot.lines.measured import ALIKE, counted, unit_of
from bot.reading.leftovers import KINDS_OF_MONEY
from bot.replying.many import TooMany
from bot.replying.middle_term import newest_of_each
from store.model import Indicator
from store.names import NameIndex, NameType, tokenize
from store.names.weights import telling
from store.plan import Newest, Plan
from store.targets import TargetView
from store.text import fold, normalize

_LEAST_SCORE = 0.7  # of the words that must speak for the indicator
_FEW = 4  # indicators of a project that are counted so: “多少人” where three are
_EACH = Pattern(r"元\s*(?:[/／每]|·)\s*(?:每)?(?:人|名|位)")
_RATE = Pattern(r"(?:按|每一?个?|一个?|单)(?P<each>[月年天日周季次人户亩座个辆台村校床张吨米株头只])")
_HEAD = Pattern("人均|每人|户均")
# What is counted, where no line is called so.
_COUNTS = {
    "人数": ("人", "名"),
    "户数": ("户",),
    "台数": ("台", "套"),
    "场次": ("场",),
    "面积": ("亩", "平方米", "公顷"),
    "里程": ("公里", "千米"),
    "长度": ("米", "公里", "千米"),
}
_LENGTHS = {
    "米": ("米", "m", "公里", "千米"),
    "平方": ("平方米", "平方", "㎡", "m2"),
    "平米": ("平方米", "㎡"),
    "人数": ("人",),
    "床": ("张", "床"),
    "名": ("人", "名"),
}


def indicator_finder(run: Callable[[Plan], list[TargetView]]) -> FindIndicators:
    """A finder over the targets that `run` gives for a plan."""
    return _Finder(run)


class _Finder(Struct, frozen=True):
    run: Callable[[Plan], list[TargetView]]

    def __call__(self, plan: Plan, phrases: Sequence[str], measures: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        try:
            indicators = [i for view in self.run(plan) for i in view.target.indicators]
        except TooMany:
            return (), ()  # what so many forms call so is not looked through
        fit = [i for i in indicators if not measures or any(_counted_in(i, m) for m in measures)]
        fit = fit or [i for i in indicators if any(_alike(i, m) for m in measures)]
        named, served = _named(fit or indicators, phrases)
        if named:
            return named, (*served, *_rates(phrases, [i for i in indicators if i.name in named]))
        counting = [phrase for phrase in phrases if phrase in _COUNTS]
        if len(plan.projects) == 1 and counting == [*phrases]:  # “人数多多少”, where the line is called 补贴网格员 and says 79人
            counted_so = [i.name for i in indicators if any(_counted_in(i, unit) for one in counting for unit in _COUNTS[one])]
            if 0 < len(set(counted_so)) <= _FEW:
                return tuple(dict.fromkeys(counted_so)), tuple(counting)
        alone = tuple(dict.fromkeys(i.name for i in fit))
        return (alone, ()) if measures and 0 < len(alone) <= (_FEW if plan.projects else 1) else ((), ())

    def views(self, plan: Plan) -> list[TargetView]:
        try:
            views = self.run(plan)
        except TooMany:
            return []
        return newest_of_each(views, plan) if plan.newest is Newest.EACH else views


def _counted_in(indicator: Indicator, measure: str) -> bool:
    if measure == PER_HEAD:
        return bool(_EACH.search(f"{indicator.value}{indicator.unit_of_measure or ''}") or _HEAD.search(indicator.name))
    if measure.startswith("元/"):
        units = _LENGTHS.get(measure[2:], (measure[2:],))
        return any(fold(indicator.value + (indicator.unit_of_measure or "")).find(f"元/{unit}") >= 0 for unit in units)
    units = _LENGTHS.get(measure, (measure,))
    counts = (fold(indicator.unit_of_measure or ""), fold(indicator.value))
    return any(
        count.endswith(u) and not count.removesuffix(u).endswith(_OTHER_SIZES) and "/" not in count  # “300元/米” counts 元
        for count in counts
        for u in units
    )


_OTHER_SIZES = ("平方", "立方", "厘", "毫")  # which 米 ends as well


def _rates(phrases: Sequence[str], lines: Sequence[Indicator]) -> Iterator[str]:
    """Words for how often, or for one of what, the values are: 每月 of “≤1400元/人·月”."""
    for phrase in phrases:
        of = _RATE.fullmatch(phrase)
        if of and any(re.search(rf"(?:[/／·每]|每一?个?|按){of['each']}", f"{i.value}{i.unit_of_measure or ''}") for i in lines):
            yield phrase


def _alike(indicator: Indicator, measure: str) -> bool:
    """Whether its value counts what is counted alike: 1100人次 for “多少人”."""
    return counted(measure, unit_of(indicator), fold(indicator.name)) >= ALIKE


def _named(every: Sequence[Indicator], phrases: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    names: list[str] = []
    served = []
    for phrase in phrases:
        if ages := list(ages_in(normalize(phrase).text)):  # “80岁以上” is not “100周岁以上”, though the letters are
            of_them = [i.name for i in every if any(ages_in(fold(i.name))) and may_be_of(fold(i.name), ages)]
            names.extend(of_them)
            served += [phrase] if of_them else []
            continue
        indicators = [i for i in every if not (opposed(phrase, fold(i.name)) or denied(phrase, i.name))]
        if phrase in KINDS_OF_MONEY:  # “工资多少” is not how punctually wages are paid
            indicators = [i for i in indicators if "%" not in fold(i.value)]
        index = NameIndex({NameType.INDICATOR: {i.name for i in indicators}})
        tokens = tokenize(normalize(phrase).text)
        tells = Counter(telling(fold(phrase)))  # 补助标准 is not 补助发放准确率
        found = [
            m
            for m in index.propose(tokens)
            if len(m.tokens) >= _LEAST_SCORE * len(tokens)
            and _is_most(tells & Counter("".join(tokens[i].text for i in m.tokens)), tells)
        ]
        best = [m.name for m in found if m.value >= found[0].value - 0.1] or _by_characters(phrase, indicators)
        if best:
            names.extend(best)
            served.append(phrase)
    return tuple(dict.fromkeys(names)), tuple(served)


def _by_characters(phrase: str, indicators: Sequence[Indicator]) -> list[str]:
    """The indicators that hold the phrase's characters in another order: 桥梁检测, 检测大小桥梁."""
    wanted, tells = Counter(fold(phrase)), Counter(telling(fold(phrase)))
    held = {i.name: Counter(fold(i.name)) for i in indicators}
    shares = {name: (wanted & of).total() / wanted.total() for name, of in held.items() if _is_most(tells & of, tells)}
    best = max(shares.values(), default=0.0)
    return [name for name, share in shares.items() if share == best] if best >= _LEAST_SCORE and wanted.total() > 2 else []


def _is_most(some: Counter[str], every: Counter[str]) -> bool:
    return some.total() >= _LEAST_SCORE * every.total()
