"""The words on both sides of 占: which name the part, and which the whole."""

from msgspec import Struct
from msgspec.structs import replace

from bot.language.kinds_said import COUNTED, KindOfUnits
from bot.language.meanings import COMPARING, Asked, LevelSaid, Mark, Proposal, YearsSaid
from bot.language.patterns import Pattern
from bot.reading.parse import Parse
from bot.scoping.scope import Scope, resolve
from store.model import FundingKind
from store.names import Match, NameType
from store.plan import Field, Plan


class Side(Struct, frozen=True):
    """What is named on one side of 占."""

    said: Parse
    projects: tuple[str, ...]
    units: tuple[str, ...]
    kinds: tuple[FundingKind, ...]
    whole_branch: bool
    years: tuple[int, ...]

    @property
    def named(self) -> bool:
        """Whether a project or a unit is."""
        return bool(self.projects or self.units)

    @property
    def counted(self) -> bool:
        """Whether nothing but so many units of a kind are said: “三个镇”."""
        kinds = [p for p in self.said.cover if isinstance(p.meaning, KindOfUnits)]
        return bool(kinds) and not self.said.mentions and bool(COUNTED.match(self.said.said.text, kinds[0].start))

    @property
    def apart(self) -> bool:
        """Whether one name is said that several units have: each of them is then a whole of its own."""
        return len(self.units) > len(self.said.mentioned(NameType.UNIT)) and not self.said.meanings(KindOfUnits)


def place_of(said: Parse) -> Proposal | None:
    """The word that divides the part from the whole."""
    marks = said.marks()
    if Mark.PLACE in marks:
        return next(p for p in said.cover if p.meaning is Mark.PLACE)
    if Asked(Field.WEIGHT) in said.meanings(Asked) or (said.meanings(LevelSaid) and not kinds_of(said)):
        return None  # “满意度要达到百分之几”, “满意度权重占多少” ask for a line
    wanted = Mark.SHARE if Mark.SHARE in marks else Mark.PER_CENT if not marks & COMPARING else None
    return next((p for p in said.cover if p.meaning is wanted), None) if wanted else None


def halves(said: Parse, at: Proposal) -> tuple[Parse, Parse]:
    """The words that name the part, and those that name the whole."""
    before, behind = said.between(0, at.start), said.between(at.end, len(said.said.text))
    if at.meaning is Mark.SHARE:
        before, behind = _with_what_is_added(before, behind)
    within = next((p for p in reversed(before.cover) if p.meaning is Mark.WITHIN), None)
    if at.meaning is Mark.PLACE:
        inside = said.said.text.rfind("在", 0, at.start)
        apart = inside >= 0 and not any(p.start <= inside < p.end for p in before.cover if isinstance(p.meaning, Match))
        return (before.between(0, inside), before.between(inside, at.start)) if apart else (before, behind)
    if within is None or behind.mentions:
        return before, behind
    whole, part = before.between(0, within.start), before.between(within.end, at.start)
    if part.mentions or kinds_of(part):
        return _of_the_year(part, behind), whole
    inside = said.said.text.find("在", 0, within.start)  # “网络运维在财政局的预算里占多少”
    if inside > 0 and before.between(0, inside).mentions:
        return before.between(0, inside), before.between(inside, within.start)
    return before, behind


def _of_the_year(part: Parse, behind: Parse) -> Parse:
    """“水务局的盘子里，水库管理所占几成，今年”: a year behind the question is said of the part, and so of the whole."""
    years = [p for p in behind.cover if isinstance(p.meaning, YearsSaid)]
    return replace(part, cover=(*part.cover, *years)) if len(years) == 1 else part


_ADDED = Pattern(r"我(?:是)?说的?(?:是)?|我问的?(?:是)?|说的是|指的?是?|就是|是说|我是指")


def _with_what_is_added(before: Parse, behind: Parse) -> tuple[Parse, Parse]:
    """“桥梁检测占全县百分之几，我说二期那个”: what is added behind the question is said of the part."""
    asking = (Mark.PER_CENT, Mark.HOW_MUCH)
    asked = next((p.end for p in behind.cover if p.meaning in asking), None)
    if asked is None or not _ADDED.search(behind.said.text, asked):
        return before, behind
    added, whole = behind.between(asked, len(behind.said.text)), behind.between(0, asked)
    cover, mentions = (*before.cover, *added.cover), (*before.mentions, *added.mentions)
    return replace(before, cover=cover, mentions=mentions, leftovers=(*before.leftovers, *added.leftovers)), whole


def side_of(said: Parse, scope: Scope, previous: Plan | None) -> Side:
    """What is named there; of names that are meant equally well those that exist with the rest of the question."""
    own = resolve(said, scope.book, previous)
    projects = tuple(p for p in own.projects if p in scope.projects) or own.projects
    units = tuple(u for u in own.units if u in scope.units) or own.units
    if own.whole_branch:  # “交通系统（含养护站）”
        below = {low for unit in units for low in scope.book.below(unit)}
        units = tuple(unit for unit in units if unit not in below)
    return Side(said, projects, units, kinds_of(said), own.whole_branch, own.years)


def kinds_of(said: Parse) -> tuple[FundingKind, ...]:
    """The kinds of money that are said."""
    return tuple(dict.fromkeys(a.kind for a in said.meanings(Asked) if a.kind))
