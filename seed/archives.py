"""ZIP archives of documents (.zip): each file in it is loaded as if it lay in a folder of that name; nothing is unpacked to disk."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from msgspec import Struct

from seed.errors import ArchiveTooLarge, DamagedFile, Encrypted, SeedError
from seed.paths import LIMIT, OF_SYSTEM
from seed.readers.kinds import ARCHIVE, kind_of
from store.text import printable

MOST_FILES = 2_000
MOST_BYTES = 8 * LIMIT  # of all files together, unpacked, those in archives in it included
_DEPTH = 2  # an archive in an archive is opened, one in that is not
_UTF8 = 0x800  # the flag that says so; Chinese Windows writes GBK and says nothing
_ENCRYPTED = 0x1
_LEFT_OUT = ("__MACOSX/",)
# What zipfile raises on bytes that are not as they should be; RuntimeError covers its NotImplementedError.
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, OSError, RuntimeError)


class Member(Struct, frozen=True):
    """A file in an archive: how reports call it, its own name, and its bytes or why there are none."""

    called: str
    name: str
    content: bytes = b""
    problem: SeedError | None = None


def is_archive(content: bytes) -> bool:
    """Whether the content is an archive of files, and no Office document, which is one too."""
    return kind_of(content) == ARCHIVE


def members(called: str, content: bytes) -> Iterator[Member]:
    """The files in the archive, sorted by their path in it; one that cannot be read comes with its reason and stops no other.

    What is more than the limits ends it: archives in it count with it.
    """
    yield from _members(called, content, _Budget(), 1)


class _Budget(Struct):
    """What may still come out of the archive that was given, those in it included."""

    files: int = MOST_FILES
    octets: int = MOST_BYTES

    def take(self, called: str, infos: Sequence[zipfile.ZipInfo]) -> None:
        """Counts an archive's files before any of them is unpacked.  Raises `ArchiveTooLarge`."""
        self.files -= len(infos)
        self.octets -= sum(info.file_size for info in infos)
        if self.files < 0:
            raise ArchiveTooLarge(called, f"里面的文件超过 {MOST_FILES} 个")
        if self.octets < 0:
            raise ArchiveTooLarge(called, f"解压后过大，超过 {MOST_BYTES // 2**20} MB")


def _members(called: str, content: bytes, budget: _Budget, depth: int) -> Iterator[Member]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir() and not _left_out(_path(info))]
            budget.take(called, infos)
            for info in sorted(infos, key=_path):
                yield from _member(archive, info, f"{called}/{_path(info)}", budget, depth)
    except SeedError as error:
        yield Member(called, called, problem=error)
    except _DAMAGE:
        yield Member(called, called, problem=DamagedFile(called))


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, called: str, budget: _Budget, depth: int) -> Iterator[Member]:
    name = called.rsplit("/", 1)[-1]
    try:
        content = _bytes(archive, info, called)
    except SeedError as error:
        yield Member(called, name, problem=error)
        return
    if not is_archive(content):
        yield Member(called, name, content)
    elif depth < _DEPTH:
        yield from _members(called, content, budget, depth + 1)
    else:
        yield Member(called, name, problem=ArchiveTooLarge(called, f"压缩包套了 {_DEPTH} 层以上"))


def _bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo, called: str) -> bytes:
    """The member's bytes, and never more than the limit, whatever size it states."""
    if info.flag_bits & _ENCRYPTED:
        raise Encrypted(called)
    try:
        with archive.open(info) as opened:
            content = opened.read(LIMIT + 1)
    except _DAMAGE as error:
        raise DamagedFile(called) from error
    if len(content) > LIMIT:
        raise ArchiveTooLarge(called, f"解压后超过 {LIMIT // 2**20} MB")
    return content


def _path(info: zipfile.ZipInfo) -> str:
    """The member's path as people see it: names without the UTF-8 flag are GBK where they can be."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        try:
            name = name.encode("cp437").decode("gb18030")
        except UnicodeError:
            name = info.filename
    return printable("/".join(part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")))


def _left_out(path: str) -> bool:
    parts = path.split("/")
    return path.startswith(_LEFT_OUT) or parts[-1].lower() in OF_SYSTEM or any(part.startswith((".", "~$")) for part in parts)
