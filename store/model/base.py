"""What all records are made of: frozen values, horizons and kinds of money, stages, and the source of a fact."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints


class Record(BaseModel):
    """A frozen value: equal when its fields are equal, refused when a field does not fit."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # many are never needed: an answer uses a few

    def model_post_init(self, _context: object, /) -> None:
        """Shares the set of the fields that were given with all records of the same fields: one of its own is half of a record's memory."""
        given = self.model_fields_set
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))


_GIVEN: dict[frozenset[str], set[str]] = {}


class Horizon(StrEnum):
    """Over what time money or a goal stands (年度、中期)."""

    ANNUAL = "annual"
    MID_TERM = "mid_term"


class FundingKind(StrEnum):
    """Whose money it is: 资金总额、财政拨款、上年结转、其他资金."""

    TOTAL = "total"
    FISCAL = "fiscal"
    CARRYOVER = "carryover"
    OTHER = "other"


class Stage(StrEnum):
    """How far the document has come: 申报 < 批复/公开 < 调整."""

    DECLARED = "declared"
    APPROVED = "approved"
    ADJUSTED = "adjusted"

    @property
    def rank(self) -> int:
        """0 for the lowest stage; a higher stage is never replaced by a lower one."""
        return list(Stage).index(self)


def _whole_fen(yuan: Decimal) -> Decimal:
    if not yuan.is_finite() or yuan != yuan.quantize(Decimal("0.01")):
        raise ValueError("an amount is finite and has at most two decimals (分)")
    return yuan


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Yuan = Annotated[Decimal, Field(max_digits=18), AfterValidator(_whole_fen)]


class Source(Record):
    """Where a fact stands (出处): a cell of a document, and what the eye sees there.

    `table`, `row` and `column` count from 1, in the document's order; a paragraph outside of tables has neither table
    nor column, and `row` is its number among the paragraphs.  `raw` stands in that cell to the letter.  On a worksheet row and
    column are those of the sheet, whose name is `sheet`; `page` is where the table begins in a PDF.
    """

    document: Text
    table: int | None = Field(ge=1)
    row: int = Field(ge=1)
    column: int | None = Field(ge=1)
    raw: str
    sheet: str | None = None
    page: int | None = Field(default=None, ge=1)
