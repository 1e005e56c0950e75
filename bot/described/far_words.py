"""Words that tell what something is, where they do not call it by a name: what an optional extra looks for the meaning of."""

from bot.language.meanings import Proposal
from bot.language.patterns import Pattern
from bot.reading.parse import Parse, is_filler
from store.names import Match, NameType
from store.plan import Plan

_NAMED = 0.5  # of a project's name that is said: more than a word that happens to stand in it
_SHORT = 2  # characters: 给 and 请 are fillers, and yet the beginning of what is described
_FOLLOWING = 3  # characters: “那个”, “的那笔”
_LEAST_SAID = 4  # characters: 乡镇 is near to everything that is rural
_DESCRIBING = Pattern("的|那[个笔项]|^[给去请帮替把让]")


def described(said: Parse) -> tuple[str, bool]:
    """The words from the first to the last that nothing explains, and whether they tell what something is.

    “给桥做体检的那个” tells what it is, 地铁建设 calls it by a name.  No words where everything is explained.
    """
    if not said.leftovers:
        return "", False
    start, end = said.leftovers[0].start, said.leftovers[-1].end
    beside = [p for p in said.cover if _belongs(p)]
    while before := next((p for p in beside if p.end == start), None):
        start = before.start
    while after := next((p for p in beside if p.start == end and isinstance(p.meaning, Match)), None):
        end = after.end
    words = said.words(start, end)
    if words.tokens < _LEAST_SAID:
        return "", False
    return said.typed(words), bool(_DESCRIBING.search(words.text + said.said.text[end : end + _FOLLOWING]))


def described_for(said: Parse, plan: Plan) -> tuple[str, bool]:
    """The same where the words may mean a project that no letters name: no name of one is said, and one is asked about."""
    limited = plan.amounts or plan.percents or plan.attributes or plan.without or plan.net_of
    shaped = limited or plan.order or plan.compare or plan.aggregate or plan.by
    named = any(m.share >= _NAMED for mention in said.mentioned(NameType.PROJECT) for m in mention.matches)
    return ("", False) if shaped or named else described(said)


def _belongs(span: Proposal) -> bool:
    """Whether what stands beside the words is part of them: a short filler, or a piece of a name that happens to stand there."""
    if isinstance(span.meaning, Match):
        return span.meaning.type is NameType.PROJECT and span.meaning.share < _NAMED
    return is_filler(span) and span.end - span.start <= _SHORT
