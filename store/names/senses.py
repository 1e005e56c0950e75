"""What the names mean: the vectors of many names, which of them come nearest to a phrase, and the file in which they wait."""

import io
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from store.names.embedding import MODEL, Vectors
from store.names.files import write_whole

_log = logging.getLogger(__name__)

_AT_ONCE = 16  # names that are embedded in one go: a third of a second
_COMPARED = 8_192  # names that are compared with a phrase in one go
_STEPS = 127  # of a component, as a byte holds them


class Near(Struct, frozen=True):
    """A name, and how near it comes to what was said: the cosine, which for this model lies between 0.7 and 1."""

    name: str
    likeness: float


class Senses(Struct, frozen=True):
    """Names and what they mean: a byte a component and the length of a step for each, four hundred bytes a name."""

    names: tuple[str, ...]
    steps: NDArray[np.int8]
    lengths: NDArray[np.float32]

    @classmethod
    def none(cls) -> "Senses":
        """Of no name at all."""
        return cls((), np.zeros((0, 0), np.int8), np.zeros(0, np.float32))

    def near(self, phrase: Vectors, limit: int, *, among: Iterable[str] | None = None) -> list[Near]:
        """The names that come nearest, the nearest first, equal ones by name; `among` says which of them count."""
        if not self.names:
            return []
        likeness = np.concatenate([self._likeness(phrase, first) for first in range(0, len(self.names), _COMPARED)])
        counted = np.arange(len(self.names))
        if among is not None:
            wanted = set(among)
            counted = np.array([n for n, name in enumerate(self.names) if name in wanted], np.int64)
        best = counted[np.argsort(-likeness[counted], kind="stable")[: 2 * limit]]
        found = [Near(self.names[n], round(float(likeness[n]), 3)) for n in best.tolist()]
        return sorted(found, key=lambda near: (-near.likeness, near.name))[:limit]

    def _likeness(self, phrase: Vectors, first: int) -> Vectors:
        part = slice(first, first + _COMPARED)
        return (self.steps[part].astype(np.float32) @ phrase) * self.lengths[part]

    def only(self, names: Iterable[str]) -> "Senses":
        """Those of these names that are known."""
        wanted = frozenset(names)
        kept = [n for n, name in enumerate(self.names) if name in wanted]
        return self if len(kept) == len(self.names) else Senses(*self._taken(kept))

    def _taken(self, kept: Sequence[int]) -> tuple[tuple[str, ...], NDArray[np.int8], NDArray[np.float32]]:
        return tuple(self.names[n] for n in kept), self.steps[kept], self.lengths[kept]

    def joined(self, parts: Sequence["Senses"]) -> "Senses":
        """These and others, in the order of the names."""
        filled = [part for part in (self, *parts) if part.names]
        if not filled:
            return self
        names = [name for part in filled for name in part.names]
        together = Senses(
            tuple(names), np.concatenate([part.steps for part in filled]), np.concatenate([part.lengths for part in filled])
        )
        return Senses(*together._taken(sorted(range(len(names)), key=names.__getitem__)))


def made(names: Iterable[str], embedded: Callable[[Sequence[str]], Vectors]) -> Iterator[Senses]:
    """The senses of the names, a few at a time: whoever makes them may stop between."""
    ordered = sorted(set(names))
    for few in (ordered[first : first + _AT_ONCE] for first in range(0, len(ordered), _AT_ONCE)):
        vectors = embedded(few)
        lengths = np.abs(vectors).max(axis=1).astype(np.float32) / _STEPS
        yield Senses(tuple(few), np.rint(vectors / lengths[:, None]).astype(np.int8), lengths)


def save(path: Path, senses: Senses) -> None:
    """Writes them to the path, in one step for all who read it; OSError where that fails, and the path stays as it was."""
    names = json.dumps([MODEL, *senses.names]).encode("ascii")
    written = io.BytesIO()
    np.savez(written, names=np.frombuffer(names, np.uint8), steps=senses.steps, lengths=senses.lengths)
    write_whole(path, [written.getvalue()])


def load(path: Path) -> Senses:
    """What was saved at the path; none, and a line in the log, where there is nothing or it cannot be trusted."""
    from zipfile import BadZipFile  # which numpy needs as well, once it comes to that

    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as held:
            model, *names = json.loads(held["names"].tobytes())
            senses = Senses(tuple(names), held["steps"], held["lengths"])
    except FileNotFoundError:
        return Senses.none()
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile, RecursionError, MemoryError) as error:
        _log.warning("名称含义的文件不能用，将重新建立：%s：%s", path, error)
        return Senses.none()
    fits = senses.steps.dtype == np.int8 and senses.steps.ndim == 2 and len(senses.lengths) == len(names) == len(senses.steps)
    if model == MODEL and fits:
        return senses
    _log.warning("名称含义的文件由另一版本的程序写成，将重新建立：%s", path)
    return Senses.none()
