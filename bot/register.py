"""The register of names of one state of the store: it follows the one before, comes from a snapshot, or is built anew."""

import hashlib
import logging
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from msgspec import Struct

from bot.language.aspects import names_money
from store.catalogue import Catalogue
from store.names import NameIndex, NameType, nicknames
from store.text import fold

_log = logging.getLogger(__name__)
_WORTH_KEEPING = 20_000  # names: fewer are indexed about as fast as a snapshot of them is read and checked


class Register(Struct, frozen=True):
    """All names by type, the pairs of unit and project that exist, and the index over both."""

    names: Mapping[NameType, frozenset[str]]
    pairs: frozenset[tuple[str, str]]
    index: NameIndex


def register_of(catalogue: Catalogue, before: Register | None = None, snapshot: Path | None = None) -> Register:
    """The register of a catalogue.

    With one of an earlier state only what changed since is indexed.  Without, a snapshot of the same version and the very same names is
    taken if there is one, and else written where it is worth it.
    """
    names, pairs = _names(catalogue), frozenset((e.unit, e.project) for e in catalogue.entries)
    return Register(names, pairs, _index(catalogue, names, pairs, before, snapshot).called(nicknames(catalogue.nicknames)))


def _index(
    catalogue: Catalogue,
    names: Mapping[NameType, frozenset[str]],
    pairs: frozenset[tuple[str, str]],
    before: Register | None,
    snapshot: Path | None,
) -> NameIndex:
    if before:
        added = {kind: of_kind - before.names[kind] for kind, of_kind in names.items()}
        removed = {kind: before.names[kind] - of_kind for kind, of_kind in names.items()}
        return before.index.changed(added, removed, pairs - before.pairs, before.pairs - pairs)
    if snapshot is None or sum(map(len, names.values())) < _WORTH_KEEPING:
        return NameIndex(names, sorted(pairs))
    return _kept(catalogue.version, names, pairs, snapshot)


def _names(catalogue: Catalogue) -> dict[NameType, frozenset[str]]:
    entries, evaluated = catalogue.entries, catalogue.evaluated
    units = ({e.unit for e in entries}, {e.department for e in entries if e.department}, {unit for unit, _project in evaluated})
    return {
        NameType.PROJECT: frozenset(chain((e.project for e in entries), (project for _unit, project in evaluated))),
        NameType.UNIT: frozenset().union(*units),
        NameType.INDICATOR: frozenset(name for name, _level2 in catalogue.indicator_names),
        NameType.ATTRIBUTE: frozenset((*(e.attribute for e in entries if e.attribute), *sources_of(catalogue))),
    }


def _kept(version: int, names: Mapping[NameType, frozenset[str]], pairs: frozenset[tuple[str, str]], snapshot: Path) -> NameIndex:
    """The index from the snapshot, or built anew and kept there for the next start."""
    from store.names.snapshot import Origin, load, save  # which few stores are large enough for

    origin = Origin(version, _digest(names, pairs))
    index = load(snapshot, origin)
    if index is None:
        index = NameIndex(names, sorted(pairs))
        try:
            save(snapshot, origin, index)
        except OSError as error:
            _log.warning("名称索引的快照没有写成，下次启动会重新建立：%s：%s", snapshot, error)
    return index


def sources_of(catalogue: Catalogue) -> frozenset[str]:
    """The 项目来源 that name the projects they are of (上级补助、应急项目): long enough to be no everyday word, and no kind of money."""
    return frozenset(source for source in catalogue.sources if len(fold(source)) >= _LEAST and not names_money(source))


_LEAST = 4  # characters


def _digest(names: Mapping[NameType, frozenset[str]], pairs: frozenset[tuple[str, str]]) -> str:
    said = hashlib.blake2b(digest_size=16)
    for kind, of_kind in sorted(names.items()):
        said.update("\n".join((kind, *sorted(of_kind), "")).encode("utf-8", "surrogatepass"))
    said.update("\n".join(chain.from_iterable(sorted(pairs))).encode("utf-8", "surrogatepass"))
    return said.hexdigest()
