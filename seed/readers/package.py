"""Office packages (.docx, .xlsx, .ofd are ZIP archives): their parts, read with limits before and while they are unpacked.

`opened` looks at the directory alone and refuses what no office program writes; `Package.read` unpacks one part, and never
more than the directory says that it has.  Nothing is ever written to disk, and what a part refers to outside of the package is
never fetched.

Part names are compared as ECMA-376 part 2 asks (A.3: without regard to case), with a backslash for a slash too, as some exporters write it.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from typing import IO

from lxml import etree
from msgspec import Struct

from seed.errors import DamagedFile, Encrypted, MacroFile, OddPackage, PackageTooLarge
from seed.readers.xml import parsed

ENTRIES = 10_000  # a workbook of a thousand sheets has some three thousand
PART = 64 * 2**20  # bytes unpacked; a document of a thousand forms has 50 MB, and is gone through block by block
TOTAL = 500 * 2**20  # bytes unpacked of all parts; mostly pictures, which nobody unpacks here
# Text and markup that people wrote packs to a twentieth; what packs to less than a hundredth says the same thing for ever.  Small
# parts may: the blank rows of a template do.
RATIO, RATIO_FROM = 100, 10 * 2**20
CONTENT_TYPES = "[content_types].xml"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CHUNK = 2**20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError)


class Package(Struct, frozen=True):
    """A package whose directory is in order; `file` is what messages call it."""

    file: str
    _archive: zipfile.ZipFile
    _entries: Mapping[str, zipfile.ZipInfo]

    def __contains__(self, part: str) -> bool:
        return normal(part) in self._entries

    def __iter__(self) -> Iterator[str]:
        """The normal names of the parts."""
        return iter(self._entries)

    def read(self, part: str) -> bytes:
        """The part unpacked.  Raises `PackageTooLarge`, and `DamagedFile` where it is missing, broken or not as large as stated."""
        content = io.BytesIO()
        with self.stream(part) as source:
            while chunk := source.read(_CHUNK):
                content.write(chunk)
        return content.getvalue()

    @contextmanager
    def stream(self, part: str, most: int = PART) -> Iterator["Unpacking"]:
        """The part to be read in pieces, at most so many bytes of it.  It raises as `read` does, also while it is read."""
        entry = self._entries.get(normal(part))
        if entry is None:
            raise DamagedFile(self.file)
        self._refuse_large(entry, most)
        try:
            source = self._archive.open(entry)
        except _BROKEN as error:
            raise DamagedFile(self.file) from error
        with source:
            yield Unpacking(self.file, source, entry.file_size)

    def xml(self, part: str) -> etree._Element:
        """The root of the part's XML.  Raises as `read` and `seed.readers.xml.parsed` do."""
        return parsed(self.file, self.read(part))

    def related(self, kind: str, part: str = "") -> tuple[str, ...]:
        """The parts that `part` (the package itself, if empty) has for a kind of relationship, such as “styles”.

        What lies outside of the package, or is not there, is left out.
        """
        folder, name = posixpath.split(normal(part))
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self:
            return ()
        found = [r for r in self.xml(rels).iter(_RELATIONSHIP) if r.get("TargetMode", "Internal") != "External"]
        targets = (r.get("Target", "") for r in found if r.get("Type", "").rsplit("/", 1)[-1] == kind)
        parts = (normal(posixpath.join("/", folder, target.replace("\\", "/"))) for target in targets)
        return tuple(p for p in parts if p in self._entries)

    def _refuse_large(self, entry: zipfile.ZipInfo, most: int) -> None:
        size = entry.file_size
        if size > most:
            raise PackageTooLarge(self.file, f"“{entry.filename[:40]}”有 {megabytes(size)}，上限 {megabytes(most)}")
        if size > RATIO_FROM and size > RATIO * entry.compress_size:
            times = size // max(entry.compress_size, 1)
            why = f"“{entry.filename[:40]}”有 {megabytes(size)}，是压缩前的 {times} 倍，上限 {RATIO} 倍"
            raise PackageTooLarge(self.file, why)


class Unpacking:
    """A part while it is unpacked: as many bytes as the directory says, or `DamagedFile`."""

    def __init__(self, file: str, source: IO[bytes], size: int) -> None:
        self._file, self._source, self._left = file, source, size

    def read(self, size: int = -1, /) -> bytes:
        """Some more bytes, none at the end; a `size` below 0 means a moderate number."""
        # With a limit: without one, zipfile unpacks whatever there is before it looks at the size that was stated.
        try:
            chunk = self._source.read(size if size >= 0 else _CHUNK)
        except _BROKEN as error:
            raise DamagedFile(self._file) from error
        self._left -= len(chunk)
        if not chunk and size and self._left:
            raise DamagedFile(self._file)
        return chunk


def opened(file: str, content: bytes) -> Package:
    """The package in the content, its directory checked; nothing is unpacked but the list of content types.

    Raises `DamagedFile`, `PackageTooLarge`, `OddPackage`, `Encrypted`, `MacroFile`.
    """
    if entries_at_most(content) > ENTRIES:
        raise PackageTooLarge(file, f"里面的文件超过 {ENTRIES} 个")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise DamagedFile(file) from error
    found = [entry for entry in archive.infolist() if not entry.filename.endswith(("/", "\\"))]
    entries = {normal(entry.filename): entry for entry in found}
    _refuse_odd(file, archive, found, entries)
    package = Package(file, archive, entries)
    _refuse_macros(package)
    return package


def normal(part: str) -> str:
    """The name of a part as names are compared: “/Word/Document.xml” → “word/document.xml”."""
    return posixpath.normpath(part.replace("\\", "/").lower()).lstrip("/") if part else ""


def entries_at_most(content: bytes) -> int:
    """No archive has more entries than its bytes have signatures of one; zipfile would make an object of each first."""
    return content.count(b"PK\x01\x02")


def megabytes(size: int) -> str:
    """A size for messages: “152.2 MB”."""
    return f"{size / 2**20:.1f} MB".replace(".0 ", " ")


def _refuse_odd(
    file: str, archive: zipfile.ZipFile, found: list[zipfile.ZipInfo], entries: Mapping[str, zipfile.ZipInfo]
) -> None:
    if any(entry.flag_bits & 0x41 for entry in found):
        raise Encrypted(file)
    total = sum(entry.file_size for entry in found)
    if total > TOTAL:
        raise PackageTooLarge(file, f"一共 {megabytes(total)}，上限 {megabytes(TOTAL)}")
    if len(entries) < len(found):
        twice = next(e.filename for e in found if entries[normal(e.filename)] is not e)
        raise OddPackage(file, f"有两个“{twice[:40]}”")
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in found):
        raise OddPackage(file, "用了 Office 文件不用的压缩方法")
    # One piece of packed data behind many entries is how 10 MB become petabytes.
    placed = sorted((entry.header_offset, entry.compress_size) for entry in archive.infolist())
    ends = [*placed, (archive.start_dir, 0)]
    if any(start + 30 + size > following for (start, size), (following, _s) in pairwise(ends)):
        raise OddPackage(file, "几个部分重叠在一起")


def _refuse_macros(package: Package) -> None:
    programs = any(part.endswith("vbaproject.bin") or "/macrosheets/" in part for part in package)
    if programs or (CONTENT_TYPES in package and b"macroenabled" in package.read(CONTENT_TYPES).lower()):
        raise MacroFile(package.file)
