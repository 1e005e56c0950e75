"""The goals of a form (年度目标、中期目标): prose as it stands, without what the template prints."""

from msgspec import Struct

from seed.document import Document
from seed.findings import personal
from seed.forms.fields import Parts
from seed.forms.grid import Grid
from seed.words.amounts import is_blank
from seed.words.labels import Label
from seed.words.personal import has_personal_number
from seed.words.residue import nothing_but_template, without_hints
from store.model import Blank, Goal, Horizon


class GoalField(Struct, frozen=True):
    """A goal in prose: its own label, or the general one where the form has one goal only."""

    label: Label
    horizon: Horizon
    general: bool = False

    def read(self, document: Document, grid: Grid) -> Parts:
        """The goal as it stands, line breaks included; a `Blank` where nobody filled it in."""
        entry = grid.surest(self.label)
        if entry is None and self.general and not grid.of(Label.GOAL_MID_TERM, Label.GOAL_ANNUAL):
            entry = grid.surest(Label.GOAL)
        if entry is None or entry.value is None:
            return Parts()
        source = document.source(entry.value)
        if is_blank(entry.text) or nothing_but_template(entry.text):
            return Parts(blanks=(Blank(field="goal", horizon=self.horizon, source=source),))
        findings = (personal(entry.value),) if has_personal_number(entry.text) else ()
        return Parts(goals=(Goal(horizon=self.horizon, text=without_hints(entry.text), source=source),), findings=findings)
