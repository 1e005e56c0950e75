"""Into which groups the figure of a question is divided: by unit, year or department, as its words say."""

from itertools import pairwise

from bot.language.kinds_said import OF_SEVERAL, KindOfUnits, Which
from bot.language.meanings import AggregateSaid, Asked, GroupBySaid, Mark, OrderSaid, YearsSaid
from bot.language.patterns import Pattern
from bot.planning.counting import pointed_at
from bot.planning.places import kinds_ranked
from bot.reading.parse import Parse
from bot.scoping.below import asked_twice
from bot.scoping.scope import Scope
from store.plan import OF_FORMS, Aggregate, Field, GroupBy


def grouped_by(said: Parse, scope: Scope) -> GroupBy | None:
    """What there is a figure of each of; None where there is one figure, or a list of projects."""
    named = said.meanings(GroupBySaid)
    if named and named[0].by in OF_FORMS:
        return named[0].by
    if said.meanings(OrderSaid):
        return GroupBy.PROJECT if _ranks_sums_of_years(said, scope) else _ranked_by(said)
    if named:
        return named[0].by
    if any(kind.which is Which.EACH for kind in said.meanings(KindOfUnits)):
        return GroupBy.UNIT
    if _counts_in_turn(said) or _totals_of_years(said):
        return GroupBy.YEAR
    summed = bool(said.meanings(AggregateSaid)) or not scope.projects
    if not summed:
        return None  # the amounts of one project are printed, and need no sum
    if any(years.each for years in said.meanings(YearsSaid)):
        return GroupBy.YEAR
    return _of_each(scope, said) if Mark.EACH in said.marks() or (scope.sides and asked_twice(said)) else None


def ranks_kinds(said: Parse) -> bool:
    """“哪种来源的钱最多”: what forms say in words is ranked itself, and no project of each."""
    return any(said.said.text[p.start : p.end].startswith("哪") for p in said.cover if isinstance(p.meaning, GroupBySaid))


def _counts_in_turn(said: Parse) -> bool:
    """“去年几个项目，今年几个”: of each year it is asked how many there are."""
    turns = [p.meaning for p in said.cover if isinstance(p.meaning, YearsSaid) or _is_count(p.meaning)]
    years = [m for m in turns if isinstance(m, YearsSaid)]
    in_turn = all(isinstance(one, YearsSaid) != isinstance(other, YearsSaid) for one, other in pairwise(turns))
    return in_turn and len(turns) == 2 * len(years) > _ONE_TURN and len({m.years for m in years}) == len(years)


def _totals_of_years(said: Parse) -> bool:
    """“今年和去年的预算总数”: each year has its total, unless they are added up in so many words."""
    sums = [said.words(p.start, p.end).text for p in said.cover if p.meaning == AggregateSaid(Aggregate.SUM)]
    listed = [p.meaning for p in said.cover if isinstance(p.meaning, YearsSaid) and p.rule in _LISTED]
    years = {year for meaning in listed for year in meaning.years if not meaning.every}
    return (
        len(years) > 1 and not _COUNTED.search(said.said.text) and bool(sums) and all(_TOTAL.fullmatch(words) for words in sums)
    )


_LISTED = frozenset({"years.one", "years.list", "years.relative"})  # and no range: “2024到2026年的总额”
_COUNTED = Pattern("[两二三四五六]年")  # “24、25两年总额” is that of both
_TOTAL = Pattern("总(?:数|额|金额|预算|量)的?")
_ONE_TURN = 2  # a year and a count


def _is_count(meaning: object) -> bool:
    return isinstance(meaning, AggregateSaid) and meaning.aggregate is Aggregate.COUNT


def _of_each(scope: Scope, said: Parse) -> GroupBy | None:
    """What “各多少” is told of: units where there are several, unless it is years of one that are said: “含所属，去年和今年各多少”."""
    several_years = len(scope.years) > 1 or any(years.every for years in said.meanings(YearsSaid))  # “三年各多少”
    branch = scope.whole_branch and len(scope.units) == 1  # “水务系统三年各多少”
    units = scope.unit_mentions > 1 or (scope.called and not branch) or (scope.whole_branch and not several_years)
    return GroupBy.UNIT if units else GroupBy.YEAR if several_years else None


def _ranked_by(said: Parse) -> GroupBy | None:
    """“哪一年最多” ranks the years; “每个单位最多的项目” asks for one of each."""
    if any(years.which for years in said.meanings(YearsSaid)):
        return GroupBy.YEAR
    return GroupBy.UNIT if _each_unit(said) and Mark.PROJECTS in said.marks() else None


def _ranks_sums_of_years(said: Parse, scope: Scope) -> bool:
    """“三年加起来最多的项目”: the years are said, then that they are added up, and then what comes first of the sums."""
    years = [p for p in said.cover if isinstance(p.meaning, YearsSaid) and not p.meaning.which]
    if any(y.which for y in said.meanings(YearsSaid)):
        return False  # “哪年总额最多” ranks the years
    several = len(scope.years) > 1 or any(isinstance(p.meaning, YearsSaid) and p.meaning.every for p in years)
    sums = [p for p in said.cover if p.meaning == AggregateSaid(Aggregate.SUM)]
    order = next(p for p in said.cover if isinstance(p.meaning, OrderSaid))
    of_units = Mark.UNITS in said.marks() or said.meanings(GroupBySaid) or Asked(Field.UNIT) in said.meanings(Asked)
    of_units = of_units or any(kind.which in OF_SEVERAL for kind in said.meanings(KindOfUnits)) or bool(kinds_ranked(said))
    return several and not of_units and any(years[-1].end <= p.start < order.start for p in sums)


def ranks_units(said: Parse) -> bool:
    """Whether units are ranked, rather than projects: “哪个乡镇最多”, “各单位排名”, “最多的乡镇”, “这几个单位谁最多”."""
    which = any(kind.which is Which.WHICH for kind in said.meanings(KindOfUnits))
    which = which or any(p.meaning == AggregateSaid(Aggregate.COUNT, Field.UNIT) for p in pointed_at(said))
    of_units = (_each_unit(said) or kinds_ranked(said)) and Mark.PROJECTS not in said.marks() and not ranks_single(said)
    return bool(said.meanings(OrderSaid)) and bool(which or of_units)


def ranks_single(said: Parse) -> bool:
    """Whether single amounts are ranked, whoever has them: “三个学校最大的一笔”."""
    ranked = [p for p in said.cover if isinstance(p.meaning, OrderSaid)]
    return any(_SINGLE.search(said.said.text, p.start, p.end + len("一笔")) for p in ranked)


_SINGLE = Pattern("项目|[笔项样件]")


def _each_unit(said: Parse) -> bool:
    kinds = any(kind.which is Which.EACH for kind in said.meanings(KindOfUnits))
    return kinds or any(group.by in (GroupBy.UNIT, GroupBy.DEPARTMENT) for group in said.meanings(GroupBySaid))
