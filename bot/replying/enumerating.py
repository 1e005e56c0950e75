"""Several items in a reply of few lines: a line each while they are few, one paragraph while they fit, else “更多”."""

from collections.abc import Sequence

from bot.replying.phrases import MORE

LINES = 4  # with a heading and a source that makes six
PAGE = 20


def enumerate_items(items: Sequence[str], offset: int = 0) -> list[str]:
    """The items numbered from 1, those before `offset` left out; the rest is offered by “更多”."""
    numbered = [f"{number}. {item}" for number, item in enumerate(items, 1)]
    if len(items) <= LINES:
        return numbered
    page = numbered[offset : offset + PAGE]
    return ["；".join(page) + "。", *_more(len(items) - offset - len(page))]


def itemised(items: Sequence[str], offset: int, page: int) -> list[str]:
    """Items that are sentences, a line each, numbered from 1: a page of them, and the rest is offered by “更多”."""
    shown = [f"{number}. {item}" for number, item in enumerate(items, 1)][offset : offset + page]
    return [*shown, *_more(len(items) - offset - len(shown))]


def _more(rest: int) -> list[str]:
    return [MORE.format(rest=rest)] if rest > 0 else []
