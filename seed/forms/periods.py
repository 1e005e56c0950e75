"""项目期 as forms print it: in one cell, or as a day of beginning and a day of end in two."""

from msgspec import Struct

from seed.document import Document
from seed.forms.fields import Parts, TextField
from seed.forms.grid import Grid
from seed.words.amounts import is_blank
from seed.words.labels import Label, one_line
from store.model import Attribute, Blank, Fact


class PeriodField(Struct, frozen=True):
    """项目期, else what 计划开始日期 and 计划完成日期 say together: both texts as they stand."""

    def read(self, document: Document, grid: Grid) -> Parts:
        """The period stands where its beginning does, or its end where nobody filled that in."""
        own = TextField(Label.PERIOD, Attribute.PERIOD).read(document, grid)
        begins, ends = grid.surest(Label.BEGINS), grid.surest(Label.ENDS)
        if own.facts or (begins is None and ends is None):
            return own
        cells = [entry.value for entry in (begins, ends) if entry and entry.value and not is_blank(entry.text)]
        texts = [one_line(cell.seen) for cell in cells]
        if not cells:
            blank = next((entry.value for entry in (begins, ends) if entry and entry.value), None)
            return Parts(blanks=(Blank(field=Attribute.PERIOD, source=document.source(blank)),)) if blank else own
        one = f"{texts[0]}起" if begins and begins.value is cells[0] else f"至{texts[0]}"
        text = "—".join(texts) if len(texts) == 2 else one
        return Parts(facts=(Fact(field=Attribute.PERIOD, text=text, source=document.source(cells[0])),))
