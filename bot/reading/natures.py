"""What kind of project is meant, said without 项目: “常年的有几个”, “阶段性的呢” where forms say 常年项目, 阶段性项目."""

from collections.abc import Collection

from msgspec.structs import replace

from bot.language.meanings import Proposal
from bot.language.patterns import Pattern
from bot.reading.parse import Leftover, Mention, Parse
from store.names import Match, NameType

_PROJECT = "项目"
_OF_THAT = Pattern("的(?!项目)")


def with_natures(said: Parse, attributes: Collection[str]) -> Parse:
    """The words that nothing explains as the attribute (项目属性) of this store that they say; as they are where none says so."""
    found = {word: name for word in said.leftovers if (name := _meant(word, said, attributes))}
    if not found:
        return said
    matches = [
        Match(name, NameType.ATTRIBUTE, word.start, word.end, 1.0, 1.0, float(word.tokens), frozenset(), (0, 0), 0, "nature")
        for word, name in found.items()
    ]
    spans = (Proposal(match.start, match.end, "names.attribute.nature", match, match.value) for match in matches)
    mentions = (*said.mentions, *(Mention(match.start, match.end, (match,)) for match in matches))
    return replace(
        said,
        cover=tuple(sorted((*said.cover, *spans), key=lambda p: p.start)),
        mentions=tuple(sorted(mentions, key=lambda m: m.start)),
        leftovers=tuple(word for word in said.leftovers if word not in found),
    )


def _meant(word: Leftover, said: Parse, attributes: Collection[str]) -> str | None:
    """The attribute, where 的 stands behind its word instead of 项目."""
    if not _OF_THAT.match(said.said.text, word.end):
        return None
    return next((name for name in (word.text + _PROJECT, f"{word.text}性{_PROJECT}") if name in attributes), None)
