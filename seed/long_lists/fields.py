"""What the columns of a long list say about a project besides its money and its indicators: lines of text, and goals."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from seed.document import Cell, Document
from seed.findings import short, warn
from seed.forms.fields import Parts, code_and_name
from seed.long_lists.heads import Head, Row
from seed.words.amounts import is_blank
from seed.words.labels import Label, one_line, plain_of
from store.model import Attribute, Blank, Fact, Goal, Horizon

Read = Callable[[Document, Head, Sequence[Row]], Parts]
_OF_UNITS = "单位"  # 单位编码 is the code of the unit, not of its department


class TextColumn(Struct, frozen=True):
    """A line of text with a column of its own."""

    label: Label
    attribute: Attribute

    def read(self, document: Document, head: Head, lines: Sequence[Row]) -> Parts:
        """What the first row says that says anything; a `Blank` where none does."""
        place = head.place(self.label)
        if place is None:
            return Parts()
        cell = _first(lines, place)
        source = document.source(cell)
        if is_blank(cell.text):
            return Parts(blanks=(Blank(field=self.attribute, source=source),))
        return Parts(facts=(Fact(field=self.attribute, text=one_line(cell.text), source=source),))


class DepartmentColumns(Struct, frozen=True):
    """主管部门, with its code before it or in a column of its own."""

    def read(self, document: Document, head: Head, lines: Sequence[Row]) -> Parts:
        """Name and code as two facts."""
        named = TextColumn(Label.DEPARTMENT, Attribute.DEPARTMENT).read(document, head, lines)
        coded = TextColumn(Label.DEPARTMENT_CODE, Attribute.DEPARTMENT_CODE).read(document, head, lines)
        place = head.place(Label.DEPARTMENT_CODE)
        heading = head.columns[place].heading if place is not None else None
        if heading is not None and _OF_UNITS in heading.text.replace("主管单位", ""):
            coded = Parts()
        if not named.facts:
            return named + coded
        (fact,) = named.facts
        code, name = code_and_name(fact.text)
        own = (Fact(field=Attribute.DEPARTMENT_CODE, text=code, source=fact.source),) if code and not coded.facts else ()
        return Parts(facts=(fact.model_copy(update={"text": name}), *own)) + coded


class GoalColumns(Struct, frozen=True):
    """The goals: 年度目标, 中期目标, or 绩效目标 where the list has one goal only."""

    def read(self, document: Document, head: Head, lines: Sequence[Row]) -> Parts:
        """Each goal as it stands; several that differ are not put together."""
        return sum((_goal(document, lines, place, horizon) for place, horizon in _goal_places(head)), Parts())


def _goal_places(head: Head) -> list[tuple[int, Horizon]]:
    own = [(p, Horizon.ANNUAL) for p in head.places(Label.GOAL_ANNUAL)[:1]]
    own += [(p, Horizon.MID_TERM) for p in head.places(Label.GOAL_MID_TERM)[:1]]
    if own:
        return own
    headed = [(p, heading.horizon) for p in head.places(Label.GOAL) if (heading := head.columns[p].heading)]
    if len(headed) == 1:
        return [(headed[0][0], headed[0][1] or Horizon.ANNUAL)]
    return [(p, horizon) for p, horizon in headed if horizon is not None]


def _goal(document: Document, lines: Sequence[Row], place: int, horizon: Horizon) -> Parts:
    cell = _first(lines, place)
    source = document.source(cell)
    if is_blank(cell.text):
        if cell.continued:  # merged with that of the project above: whose goal it is cannot be told
            message = "目标一格与上面的项目合并了，没有作为本项目的目标读入。请在原表拆开。"
            return Parts(findings=(warn("goal-merged", cell, message),))
        return Parts(blanks=(Blank(field="goal", horizon=horizon, source=source),))
    others = [row[place] for row in lines if not is_blank(row[place].text) and plain_of(row[place].text) != plain_of(cell.text)]
    findings = tuple(
        warn("goal-twice", other, f"同一个项目另有一段目标，没有读入：“{short(other.text)}”。请在原表合成一格。")
        for other in others
    )
    return Parts(goals=(Goal(horizon=horizon, text=cell.seen, source=source),), findings=findings)


def _first(lines: Sequence[Row], place: int) -> Cell:
    return next((row[place] for row in lines if not is_blank(row[place].text)), lines[0][place])


FIELDS: tuple[Read, ...] = (
    DepartmentColumns().read,
    TextColumn(Label.ATTRIBUTE, Attribute.ATTRIBUTE).read,
    TextColumn(Label.SOURCE, Attribute.SOURCE).read,
    TextColumn(Label.PERIOD, Attribute.PERIOD).read,
    GoalColumns().read,
)
