"""A name index as a file, for a start that does not build it: written whole or not at all, checked before anything of it is used.

The file: a magic word, the digest of all that follows, the length of the header, the header (JSON: the format, what the index was built
from, the arrays in their order), the arrays one after another, each at a multiple of eight bytes, little end first.  It holds numbers
and text, nothing that could be run.
"""

import hashlib
import json
import logging
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import asdict
from numpy.typing import NDArray

from store.names.blocks import Block, merged
from store.names.contents import Contents
from store.names.files import write_whole
from store.names.index import NameIndex
from store.names.lexicon import Lexicon
from store.names.matches import NameType
from store.names.pairs import Joined, Pairs, Run
from store.names.vocabulary import Vocabulary
from store.names.weights import GENERIC_WORDS
from store.text import fold

_log = logging.getLogger(__name__)

FORMAT = 1  # to be raised with every change of what the arrays mean
_MAGIC = b"wenxiao names \r\n"  # sixteen bytes
_DIGEST = 32
_START = len(_MAGIC) + _DIGEST
_ALIGNED = 8
_TEXT = "utf-8", "surrogatepass"

Array = NDArray[Any]


class Origin(Struct, frozen=True):
    """What an index was built from: the store's version and a digest of the names and pairs, however the caller makes it."""

    version: int
    digest: str


class _Unfit(Exception):
    """The file is not what is asked for; the message says why."""


def save(path: Path, key: Origin, index: NameIndex) -> None:
    """Writes the index to the path, in one step for all who read it; OSError where that fails, and the path stays as it was."""
    arrays = list(_arrays(index.contents))
    layout = [[name, array.dtype.str, len(array)] for name, array in arrays]
    blocks = {kind.value: len(of.blocks) for kind, of in index.contents.lexicons.items()}
    tokens = index.contents.vocabulary.tokens
    made = {"format": FORMAT, "rules": _rules(), "heard": _heard(index.contents.vocabulary)}
    header = {**made, "origin": asdict(key), "tokens": tokens, "blocks": blocks, "arrays": layout}
    written = json.dumps(header).encode("ascii")
    body = [len(written).to_bytes(8, "little"), _padded(written), *(_padded(array.tobytes()) for _name, array in arrays)]
    digest = hashlib.blake2b(digest_size=_DIGEST)
    for part in body:
        digest.update(part)
    write_whole(path, [_MAGIC, digest.digest(), *body])


def load(path: Path, key: Origin) -> NameIndex | None:
    """The index that was saved at the path for this key; None, and a line in the log, where there is none or it cannot be trusted."""
    try:
        data = path.read_bytes()
        return NameIndex(contents=_contents(data, _header(data, key)))
    except FileNotFoundError:
        _log.info("没有名称索引的快照，将重新建立：%s", path)
    except (OSError, _Unfit) as error:
        _log.warning("名称索引的快照不能用，将重新建立：%s：%s", path, error)
    except (ValueError, KeyError, TypeError, IndexError, RecursionError, OverflowError, MemoryError) as error:
        _log.warning("名称索引的快照内容有误，将重新建立：%s：%s", path, error)
    return None


def _header(data: bytes, key: Origin) -> dict[str, Any]:
    """The header of a file that is whole, and the one that is asked for."""
    if not data.startswith(_MAGIC):
        raise _Unfit("不是名称索引的快照")
    if hashlib.blake2b(memoryview(data)[_START:], digest_size=_DIGEST).digest() != data[len(_MAGIC) : _START]:
        raise _Unfit("校验和不符，文件已损坏或不完整")
    header: dict[str, Any] = json.loads(data[_START + 8 : _START + 8 + _length(data)])
    if header["format"] != FORMAT or header["rules"] != _rules():
        raise _Unfit("由另一版本的程序写成")
    if header["origin"] != asdict(key):
        raise _Unfit(f"已过期：快照是 {header['origin']['version']} 版的，现在是 {key.version} 版")
    return header


def _contents(data: bytes, header: dict[str, Any]) -> Contents:
    """The names and pairs; their arrays are views of the file's bytes, which nobody can write to."""
    found: dict[str, Array] = {}
    place = _START + 8 + _to_aligned(_length(data))
    for name, dtype, length in header["arrays"]:
        found[name] = np.frombuffer(data, np.dtype(dtype), length, place)
        place += _to_aligned(found[name].nbytes)
    vocabulary = Vocabulary(header["tokens"])
    if header["heard"] != _heard(vocabulary):
        raise _Unfit("由另一版本的程序写成")
    lexicons = {
        kind: Lexicon([_block(found, f"{kind.value}.{n}.") for n in range(header["blocks"][kind.value])], vocabulary)
        for kind in NameType
    }
    run = Run.of(Joined(found["pairs.units"], found["pairs.projects"]), found["pairs.by_unit"])
    return Contents(vocabulary, lexicons, Pairs([run] if len(run) else []), len(vocabulary))


_FIELDS = ("ends", "ids", "codes", "generic", "starts", "keys", "firsts", "places")  # of a block, beside its text


def _block(found: dict[str, Array], prefix: str) -> Block:
    ends, ids, codes, generic, starts, keys, firsts, places = (found[prefix + name] for name in _FIELDS)
    text = found[prefix + "text"].tobytes().decode(*_TEXT)
    return Block(text, ends, ids, codes, generic, starts, keys, firsts, places)


def _arrays(contents: Contents) -> Iterator[tuple[str, Array]]:
    """All that an index holds, without what is masked."""
    for kind, lexicon in contents.lexicons.items():
        for n, block in enumerate(lexicon.blocks):
            whole = merged([block], contents.vocabulary) if block.gone else block
            yield f"{kind.value}.{n}.text", np.frombuffer(whole.text.encode(*_TEXT), np.uint8)
            yield from ((f"{kind.value}.{n}.{name}", _little(getattr(whole, name))) for name in _FIELDS)
    runs = contents.pairs.runs
    run = runs[0] if len(runs) == 1 and not runs[0].gone else Run.of(Joined.together([run.living() for run in runs]))
    yield "pairs.units", _little(run.pairs.units)
    yield "pairs.projects", _little(run.pairs.projects)
    yield "pairs.by_unit", _little(run.by_unit)


def _little(array: Array) -> Array:
    return array.astype(array.dtype.newbyteorder("<"), copy=False)


@cache
def _rules() -> str:
    """What the arrays depend on beside the names: how characters are folded, how they sound, which words are generic."""
    digest = hashlib.blake2b(digest_size=16)
    for table in ("readings.tsv", "traditional.tsv"):
        digest.update((files("store") / "data" / table).read_bytes())
    signs = fold("".join(map(chr, range(0x20, 0x3400))))  # all that is no Chinese character
    digest.update(repr((GENERIC_WORDS, signs, unicodedata.unidata_version)).encode())
    return digest.hexdigest()


def _heard(vocabulary: Vocabulary) -> str:
    """By what sounds and initials each token is found, which the keys of the blocks are made of."""
    digest = hashlib.blake2b(digest_size=16)
    for table in (vocabulary.sounds, vocabulary.initials):
        digest.update(_little(table[: len(vocabulary)]).tobytes())
    return digest.hexdigest()


def _length(data: bytes) -> int:
    return int.from_bytes(data[_START : _START + 8], "little")


def _to_aligned(length: int) -> int:
    return -(-length // _ALIGNED) * _ALIGNED


def _padded(part: bytes) -> bytes:
    return part + bytes(_to_aligned(len(part)) - len(part))
