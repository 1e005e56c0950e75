"""When blocks of names are put together: so seldom that adding stays cheap, so often that they stay few."""

from collections.abc import Iterable

from store.names.blocks import SIZE, Block, merged
from store.names.vocabulary import Vocabulary

_GONE = 4  # a block of which more than one in so many names is gone is written anew


def tidy(blocks: Iterable[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks, the largest first, each more than twice as large as the next, unless they exceed 65,536 together.

    Two that are not are merged, and a block is written anew when more than a quarter of it is gone.  So a name is rewritten at most
    sixteen times until it stands in a full block, a removal costs four names rewritten, and beside the full blocks there are at most
    sixteen.
    """
    kept: list[Block] = []
    for block in sorted((b for b in blocks if len(b)), key=len, reverse=True):
        last = merged([block], vocabulary) if block.gone * _GONE > len(block.ends) else block
        while kept and len(kept[-1]) <= 2 * len(last) and len(kept[-1]) + len(last) <= SIZE:
            last = merged([kept.pop(), last], vocabulary)
        kept.append(last)
    return kept
