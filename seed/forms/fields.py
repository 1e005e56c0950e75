"""What layouts are declared with: a line of text, the department, and what every field gives; each reads its part of a target from a grid."""

import re
from collections.abc import Callable

from msgspec import Struct

from seed.document import Document
from seed.findings import personal
from seed.forms.grid import Grid
from seed.words.amounts import is_blank
from seed.words.labels import Label, one_line
from seed.words.personal import has_personal_number
from seed.words.ticks import ticked
from store.model import Attribute, Blank, Fact, Finding, Funding, Goal

# Without something between them a number is part of the name: “101中学” is a school; six digits are always a code.
_CODE = re.compile(
    r"^(?:[\[［【(（]\s*(\d{3,})\s*[\]］】)）]\s*[-—–－]?|(\d{3,})(?:\s*[-—–－_、.:：]+|\s+)|(\d{6,}))\s*(?=\D)(.+)$", re.DOTALL
)

# Systems print their own number before the name: “51000021R000000019951-工资性支出”.
_SYSTEM_CODE = re.compile(r"^[0-9A-Z]{12,}\s*[-—_]\s*")


class Parts(Struct, frozen=True):
    """What a field read: records of a target, blanks, and what was odd."""

    facts: tuple[Fact, ...] = ()
    fundings: tuple[Funding, ...] = ()
    goals: tuple[Goal, ...] = ()
    blanks: tuple[Blank, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __add__(self, other: "Parts") -> "Parts":
        return Parts(
            self.facts + other.facts,
            self.fundings + other.fundings,
            self.goals + other.goals,
            self.blanks + other.blanks,
            self.findings + other.findings,
        )


Read = Callable[[Document, Grid], Parts]


class TextField(Struct, frozen=True):
    """A line of text: its label, and the attribute of the target that it gives."""

    label: Label
    attribute: Attribute
    chosen: bool = False  # the form may print choices with boxes

    def read(self, document: Document, grid: Grid) -> Parts:
        """The text as it stands, in one line; a `Blank` where nobody filled it in.  Telephone numbers are not kept."""
        entry = grid.surest(self.label)
        if entry is None or entry.value is None:
            return Parts()
        source = document.source(entry.value)
        if is_blank(entry.text):
            return Parts(blanks=(Blank(field=self.attribute, source=source),))
        if has_personal_number(entry.text):
            return Parts(findings=(personal(entry.value),))
        choice = ticked(entry.text) if self.chosen else None
        if choice == "":
            return Parts(blanks=(Blank(field=self.attribute, source=source),))
        return Parts(facts=(Fact(field=self.attribute, text=one_line(choice or entry.text), source=source),))


class DepartmentField(Struct, frozen=True):
    """主管部门及代码: “201-青禾县财政局” and “[066]青禾县农业农村局” hold code and name in one cell."""

    def read(self, document: Document, grid: Grid) -> Parts:
        """Name and code as two facts; a code with a label of its own counts for more."""
        named = TextField(Label.DEPARTMENT, Attribute.DEPARTMENT).read(document, grid)
        coded = TextField(Label.DEPARTMENT_CODE, Attribute.DEPARTMENT_CODE).read(document, grid)
        if not named.facts:
            return named + coded
        (fact,) = named.facts
        code, name = code_and_name(fact.text)
        facts = (fact.model_copy(update={"text": name}),)
        own = (Fact(field=Attribute.DEPARTMENT_CODE, text=code, source=fact.source),) if code and not coded.facts else ()
        return Parts(facts=facts + own) + Parts(facts=coded.facts, blanks=() if own else coded.blanks)


def code_and_name(text: str) -> tuple[str | None, str]:
    """“201004-城关镇财政所” → its code and its name; no code where none is printed."""
    match = _CODE.match(text.strip())
    if not match or is_blank(match[4]):
        return None, text.strip()
    return match[1] or match[2] or match[3], match[4].strip()


def project_name(text: str) -> str:
    """The project's name in one line, without the number that a system prints before it."""
    name = one_line(text)
    return _SYSTEM_CODE.sub("", name) or name
