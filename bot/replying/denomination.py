"""The unit that a reply's amounts are printed in (元、万元、亿元), for as long as the reply is made.

As with `decimal.localcontext`, it holds for one thread and one reply: each of the many places that print an amount would
otherwise hand it on to the next.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from store.money import Denomination

_ASKED: ContextVar[Denomination | None] = ContextVar("denomination", default=None)


def asked_for() -> Denomination | None:
    """The unit that the question asks for, if any."""
    return _ASKED.get()


@contextmanager
def printed_in(denomination: Denomination | None) -> Iterator[None]:
    """Within it amounts are printed in this unit."""
    token = _ASKED.set(denomination)
    try:
        yield
    finally:
        _ASKED.reset(token)
