"""Hostile and odd office packages: limits before and while unpacking, XML that must not be parsed."""

import io
import struct
import tracemalloc
import zipfile

import pytest

from seed.errors import (
    DamagedFile,
    Encrypted,
    ForbiddenXml,
    MacroFile,
    OddPackage,
    PackageTooLarge,
)
from seed.readers import package as packages
from seed.readers import read_file
from seed.readers.package import opened
from seed.readers.xml import parsed
from tests.seed.packages import MAIN, document_xml, docx, p, package, parts_of, tbl, tr

FORM = p("青禾县2024年度项目支出绩效目标") + tbl(tr("项目名称", "防汛物资储备"), tr("实施单位", "青禾县水利局"))


def texts(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row] for table in read_file("表.docx", content).tables for row in table.rows]


READ = [["项目名称", "防汛物资储备"], ["实施单位", "青禾县水利局"]]


def test_a_bomb_is_known_by_its_directory(monkeypatch):
    """A part that says it is larger than any document is refused without unpacking a byte."""
    bomb = package(parts_of("") | {"word/document.xml": b" " * (packages.PART + 1)})
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("unpacked"))

    with pytest.raises(PackageTooLarge, match="解压后过大"):
        packages.Package("弹.docx", *_directory(bomb)).read("word/document.xml")


def _directory(content: bytes):
    archive = zipfile.ZipFile(io.BytesIO(content))
    return archive, {packages.normal(entry.filename): entry for entry in archive.infolist()}


def test_a_large_part_that_packs_to_nothing():
    """More than 10 MB that pack to less than a hundredth are no text of people, though below the limit of a part."""
    bomb = package(parts_of("") | {"word/document.xml": document_xml(p("空") * 400_000)})

    with pytest.raises(PackageTooLarge, match="倍"):
        read_file("弹.docx", bomb)


def test_a_small_part_may_pack_to_nothing():
    """The blank rows of a template pack well and harm nobody."""
    content = docx(FORM + p("") * 20_000)

    assert texts(content) == READ


def test_too_much_altogether(monkeypatch):
    """All parts together have a limit too."""
    monkeypatch.setattr(packages, "TOTAL", 1000)

    with pytest.raises(PackageTooLarge, match="一共"):
        read_file("表.docx", docx(FORM))


def test_too_many_entries():
    """An archive of more files than any document has is refused before an object is made of each."""
    content = package(parts_of(FORM) | {f"word/media/{n}.png": b"" for n in range(packages.ENTRIES)}, zipfile.ZIP_STORED)

    with pytest.raises(PackageTooLarge, match="超过 10000 个"):
        read_file("多.docx", content)
    with pytest.raises(PackageTooLarge, match="超过 10000 个"):
        opened("多.docx", content)


def lying(size: int) -> bytes:
    """A package whose directory says that its main part has so many bytes unpacked."""
    content = bytearray(docx(FORM))
    place = content.rindex(b"PK\x01\x02", 0, content.rindex(b"word/document.xml"))
    struct.pack_into("<I", content, place + 24, size)
    return bytes(content)


@pytest.mark.parametrize("size", [10, 1_000_000])
def test_a_directory_that_lies(size):
    """What unpacks to more or less than the directory says is damaged; the stated size is never trusted, nor more unpacked."""
    with pytest.raises(DamagedFile):
        read_file("表.docx", lying(size))


def test_no_more_is_unpacked_than_stated():
    """A part of 50 MB that says it has 10 bytes is not unpacked to see that it lies."""
    content = bytearray(package(parts_of("") | {"word/document.xml": b"x" * 50_000_000}))
    place = content.rindex(b"PK\x01\x02", 0, content.rindex(b"word/document.xml"))
    struct.pack_into("<I", content, place + 24, 10)
    tracemalloc.start()
    with pytest.raises(DamagedFile):
        read_file("表.docx", bytes(content))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 5_000_000


def test_one_piece_of_data_behind_many_entries():
    """Entries that overlap are how a few bytes become very many: refused."""
    content = bytearray(docx(FORM))
    first = content.index(b"PK\x01\x02")
    second = content.index(b"PK\x01\x02", first + 4)
    content[second + 42 : second + 46] = content[first + 42 : first + 46]

    with pytest.raises(OddPackage, match="重叠"):
        read_file("叠.docx", bytes(content))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["word/document.xml", "WORD/Document.xml", "word\\document.xml", "/word/document.xml"])
def test_two_parts_of_one_name(second):
    """Of two parts with one name nobody knows which the others see: refused."""
    content = io.BytesIO(docx(FORM))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr(second, document_xml(p("别的")))

    with pytest.raises(OddPackage, match="有两个"):
        read_file("双.docx", content.getvalue())


def test_an_encrypted_archive():
    """An archive with a password says so in its directory."""
    content = bytearray(docx(FORM))
    content[content.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(Encrypted, match="有密码"):
        read_file("密.docx", bytes(content))


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compression(compression):
    """Office programs pack with deflate or not at all; for other methods there are no limits while unpacking."""
    with pytest.raises(OddPackage, match="压缩方法"):
        read_file("表.docx", package(parts_of(FORM), compression))


def test_a_checksum_that_is_wrong():
    """A byte that changed on its way makes the file a damaged one."""
    content = bytearray(package(parts_of(FORM), zipfile.ZIP_STORED))
    content[content.index("防汛".encode())] ^= 1

    with pytest.raises(DamagedFile, match="文件不完整或已损坏"):
        read_file("表.docx", bytes(content))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_breaks_off(share):
    """A part of a file is a damaged file, wherever it breaks off."""
    content = docx(FORM)

    with pytest.raises(DamagedFile, match="文件不完整或已损坏"):
        read_file("截.docx", content[: int(len(content) * share)])


def test_a_package_without_its_main_part():
    """A Word package without a document in it is damaged."""
    parts = parts_of(FORM)
    del parts["word/document.xml"]

    with pytest.raises(DamagedFile):
        read_file("缺.docx", package(parts))


@pytest.mark.parametrize("change", [str.upper, lambda name: name.replace("/", "\\")], ids=["upper case", "backslashes"])
def test_names_written_otherwise(change):
    """Parts with names in another case, or with backslashes, are the same parts."""
    assert texts(package({change(name): part for name, part in parts_of(FORM).items()})) == READ


def test_strict_documents():
    """ISO Strict has the same elements under other names."""
    strict = document_xml(FORM).replace(MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main")

    assert texts(package(parts_of("") | {"word/document.xml": strict})) == READ


def test_another_name_of_the_main_part():
    """The main part is the one that the package names, whatever it is called."""
    parts = parts_of("")
    parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace("word/document.xml", "/word/document2.xml")
    parts["word/document2.xml"] = document_xml(FORM)

    assert texts(package(parts)) == READ


def test_what_lies_outside_is_not_fetched():
    """A main part outside of the package is not looked for there."""
    parts = parts_of(FORM)
    parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace(
        'Target="word/document.xml"', 'Target="file:///etc/passwd" TargetMode="External"'
    )

    assert texts(package(parts)) == READ


@pytest.mark.parametrize(
    "change",
    [
        {"word/vbaProject.bin": b"\xd0\xcf"},
        {
            "[Content_Types].xml": '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
        },
        {"xl/macrosheets/sheet1.xml": "<x/>"},
    ],
    ids=["program", "content type", "macro sheet"],
)
def test_a_file_with_macros(change):
    """A file that carries a program is refused, whatever it is called."""
    with pytest.raises(MacroFile, match="带宏"):
        read_file("表.docx", package(parts_of(FORM) | change))


@pytest.mark.parametrize("before", [0, 65_530, 65_536, 200_000])
def test_a_doctype_far_from_the_beginning(before):
    """A DOCTYPE is found wherever it stands, also where one piece that is read ends and the next begins."""
    xml = f"<!--{' ' * before}--><!DOCTYPE a [<!ENTITY b 'x'>]>{document_xml(p('&b;'))}"

    with pytest.raises(ForbiddenXml):
        read_file("坏.docx", package(parts_of("") | {"word/document.xml": xml}))


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("xml", "error"),
    [
        (f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>', ForbiddenXml),
        (f'<!DOCTYPE a [<!ENTITY b "{"b" * 100_000}">]><a>{"&b;" * 10_000}</a>', ForbiddenXml),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', ForbiddenXml),
        ('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>', ForbiddenXml),
        ('<?xml version="1.0"?><?x <a> ?><!-- c -->\n<!DOCTYPE a><a/>', ForbiddenXml),
        ("<a>" * 100_000 + "</a>" * 100_000, DamagedFile),
        ("<a>" * 10_000, DamagedFile),
        (f"<a {' '.join(f'b{n}=' + chr(34) * 2 for n in range(10))}", DamagedFile),
        ("<a>&x;</a>", DamagedFile),
        (f"<a>{'x' * 10_500_000}</a>", DamagedFile),
        ("<a></b>", DamagedFile),
        ("", DamagedFile),
        ("no XML", DamagedFile),
        ('<?xml version="1.0" encoding="UTF-7"?><a/>', ForbiddenXml),
        ('<?xml version="1.0" encoding="EBCDIC-CP-US"?><a/>', ForbiddenXml),
        ('<?xml version="1.0" encoding="GB18030"?><a/>', ForbiddenXml),
    ],
    ids=[
        "billion laughs",
        "quadratic blow-up",
        "external entity",
        "external DTD",
        "after a comment",
        "depth",
        "open",
        "cut",
        "unknown entity",
        "long text",
        "crossed",
        "empty",
        "text",
        "UTF-7",
        "EBCDIC",
        "GB18030",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_xml_that_must_not_be_parsed(xml, error, encoding):
    """Entities, DTDs, depth and strange encodings are refused, also where UTF-16 hides them."""
    content = xml.encode(encoding)

    with pytest.raises(error):
        parsed("坏.docx", content)
    with pytest.raises((error, PackageTooLarge)):
        read_file("坏.docx", package(parts_of("") | {"word/document.xml": content}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_office_files(encoding):
    """UTF-8 and UTF-16 are read alike."""
    declared = f'<?xml version="1.0" encoding="{encoding[:6].rstrip("-")}" standalone="yes"?>' if encoding == "utf-8" else ""
    content = (declared + document_xml(FORM)).encode(encoding)

    assert texts(package(parts_of("") | {"word/document.xml": content})) == READ


def test_instructions_and_comments_are_no_content():
    """Processing instructions and comments are passed over, also in the middle of a word."""
    xml = document_xml(FORM).replace("防汛物资", "防汛<!-- x --><?php system('x') ?>物资")

    assert texts(package(parts_of("") | {"word/document.xml": xml})) == READ
