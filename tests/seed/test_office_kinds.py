"""Kinds of office files by their content, and what is said about those that nobody reads."""

import pytest

from seed.errors import Encrypted, NotReadableYet
from seed.readers import read_file
from seed.readers.kinds import EXCEL_97, LOCKED, WORD_97, kind_of
from tests.seed.packages import package


def ole(*streams: str, clsid: bytes = bytes(16)) -> bytes:
    """The directory of an OLE container, which is all that is looked at."""
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    for name in ("Root Entry", *streams):
        content += name.encode("utf-16-le").ljust(64, b"\0") + bytes(16) + clsid + bytes(32)
    return content.ljust(2048, b"\0")


@pytest.mark.parametrize(
    ("streams", "kind"),
    [
        (["WordDocument", "1Table"], WORD_97),
        (["Workbook"], EXCEL_97),
        (["Book"], EXCEL_97),
        (["EncryptionInfo", "EncryptedPackage"], LOCKED),
        (["ObjectPool", "Workbook", "WordDocument"], WORD_97),
        (["PowerPoint Document"], "旧版 Office 文件（.doc、.xls、.wps 等）"),
    ],
)
def test_old_office_files(streams, kind):
    """What is in an OLE container shows by the names of its streams."""
    assert kind_of(ole(*streams)) == kind


def test_a_workbook_that_holds_a_document():
    """The class of the whole container decides where it holds streams of both programs."""
    assert kind_of(ole("Workbook", "WordDocument", clsid=b"\x20\x08\x02\x00".ljust(16, b"\0"))) == EXCEL_97


def test_a_name_in_the_text_is_no_stream():
    """The name of a stream counts in the directory only."""
    assert kind_of(ole("WordDocument") + b"\0\0" + "Workbook\0".encode("utf-16-le")) == WORD_97


@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        (ole("EncryptedPackage"), Encrypted, "有密码"),
        (ole("WordDocument"), NotReadableYet, "旧版 Word"),
        (package({"content.xml": "", "mimetype": "application/vnd.oasis.opendocument.text"}), NotReadableYet, "OpenDocument"),
        (package({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), NotReadableYet, "PowerPoint"),
        (package({"[Content_Types].xml": "", "xl/workbook.bin": ""}), NotReadableYet, "xlsb"),
        (package({"word/说明.txt": "x"}), NotReadableYet, "ZIP"),
    ],
)
def test_refusals_say_what_it_is(content, error, said):
    """A file that nobody reads is refused with its kind and what to do."""
    with pytest.raises(error, match=said) as refused:
        read_file("文件.docx", content)
    assert "请" in str(refused.value)
