"""A local alignment in one 64-bit number: its value in the high bits, the tokens of the question that it uses in the low ones.

The greater of two is then the better one together with what it uses, and nothing has to be traced back.
"""

from functools import lru_cache

from store.names.align import NEIGHBOURS, SKIPPED_IN_NAME, SUBSTITUTION, skip_cost
from store.names.tokens import Kind, Token, numeral

BITS = 46  # for the tokens of the question
ONE = 400 << BITS  # the value 1
USED = (1 << BITS) - 1


def packed(value: float) -> int:
    """A value as the high bits, rounded to 1/400."""
    return round(value * (ONE >> BITS)) << BITS


STEP = packed(SKIPPED_IN_NAME)  # what a token left out of the name costs
BESIDE = packed(NEIGHBOURS)
_SUBSTITUTED = packed(SUBSTITUTION)


@lru_cache(maxsize=16384)
def skipping(kind: Kind, text: str) -> tuple[int, int]:
    """What it costs to skip a token in the question, and what of this is won back where it stands for another one of the name.

    The latter is 0 for what is never a slip: a number, a sign.
    """
    cost = packed(skip_cost(Token(text, kind, 0, 0)))
    return cost, max(cost + STEP - _SUBSTITUTED, 0) if kind is Kind.HAN and numeral(text) is None else 0
