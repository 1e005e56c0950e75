"""ZIP archives: their files are loaded as those of a folder are, and what is odd in one stops no other."""

import io
import zipfile
from datetime import UTC, datetime
from functools import partial

import pytest

import seed.load
from seed import archives
from seed.apart import Apart
from seed.archives import is_archive, members
from seed.load import load
from store import targets
from tests.seed.flat import flat, form

NOW = datetime(2024, 3, 1, 8, 30, tzinfo=UTC)


def text(year=2024, yuan="1万元"):
    return flat(f"青禾县财政局{year}年度项目支出绩效目标", f"（{year}年度）", form(money=[("年度资金总额", yuan)])).encode()


def packed(files, **how):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, **how) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return content.getvalue()


def called(content):
    return [(one.called, one.problem.rule if one.problem else None) for one in members("包.zip", content)]


def test_files_and_folders(memory, tmp_path):
    """Each file has a report of its own, under its path in the archive; bad ones stop no other; hidden things are left out."""
    (tmp_path / "包.zip").write_bytes(
        packed({"b/二.txt": text(2023), "a.txt": text(), "c.txt": b"", "__MACOSX/a.txt": b"x", "b/~$二.txt": b"x", "b/": b""})
    )
    reports = load(memory, [tmp_path], by="测试", now=NOW)

    assert [(r.file, r.status) for r in reports] == [
        ("包.zip/a.txt", "loaded"),
        ("包.zip/b/二.txt", "loaded"),
        ("包.zip/c.txt", "refused"),
    ]
    assert [view.file for view in targets.everything(memory)] == ["二.txt", "a.txt"]


# The reading process, which is killed in the middle of a file called 二.txt.
KILLED = """
import os, seed.child
read = seed.child.read_file
seed.child.read_file = lambda name, content: os.kill(os.getpid(), 9) if name == "二.txt" else read(name, content)
seed.child.main()
"""


def test_a_reader_that_is_killed_in_the_middle(memory, tmp_path, monkeypatch):
    """The file on which the reading process died is refused; those behind it, in archives within archives too, are loaded."""
    monkeypatch.setattr(seed.load, "Apart", partial(Apart, program=KILLED))
    inner = packed({"三.txt": text(2023), "二.txt": text(2022), "四.txt": text(2021)})
    (tmp_path / "包.zip").write_bytes(packed({"一.txt": text(), "里.zip": inner}))
    (tmp_path / "后.txt").write_bytes(text(2020))
    reports = load(memory, [tmp_path], by="测试", now=NOW)

    assert {r.file.rpartition("/")[2]: r.status for r in reports} == {
        **dict.fromkeys(("一.txt", "三.txt", "四.txt", "后.txt"), "loaded"),
        "二.txt": "refused",
    }
    assert ["reader-died"] == [f.rule for r in reports if r.status == "refused" for f in r.findings]


def test_in_an_archive_or_in_a_folder(memory, tmp_path):
    """A file is the same document either way: the second time it is unchanged."""
    (tmp_path / "a.txt").write_bytes(text())
    (tmp_path / "包.zip").write_bytes(packed({"深/a.txt": text()}))

    assert [r.status for r in load(memory, [tmp_path], by="测试", now=NOW)] == ["loaded", "unchanged"]


def test_an_archive_in_an_archive():
    """It is opened once more, and not again."""
    inner = packed({"甲.txt": text()})

    assert called(packed({"内.zip": inner})) == [("包.zip/内.zip/甲.txt", None)]
    assert called(packed({"中.zip": packed({"内.zip": inner})})) == [("包.zip/中.zip/内.zip", "archive-too-large")]


def test_names_of_chinese_windows():
    """A name in GBK without the flag for UTF-8 is read as the person wrote it."""
    raw = packed({"ABCDEFGH.txt": text()})
    name = "目标绩效.txt".encode("gbk")

    assert called(raw.replace(b"ABCDEFGH.txt", name)) == [("包.zip/目标绩效.txt", None)]


def test_names_that_lead_elsewhere():
    """Nothing is unpacked to disk, and a name is only a name."""
    assert called(packed({"../../etc/a.txt": b"x", "/b.txt": b"x", "c\\d.txt": b"x"})) == [
        ("包.zip/b.txt", None),
        ("包.zip/c/d.txt", None),
        ("包.zip/etc/a.txt", None),
    ]


def test_more_than_is_unpacked(monkeypatch):
    """Too many files, or too many bytes in one or in all, are refused by the directory and while unpacking."""
    monkeypatch.setattr(archives, "_Budget", partial(archives._Budget, 2, 1000))
    assert called(packed({f"{n}.txt": b"x" for n in range(3)})) == [("包.zip", "archive-too-large")]
    assert called(packed({"a.txt": b"x" * 1001})) == [("包.zip", "archive-too-large")]
    inner = packed({"b.txt": b"x" * 600})
    assert called(packed({"1.zip": inner, "2.zip": b"x"})) == [
        ("包.zip/1.zip", "archive-too-large"),
        ("包.zip/2.zip", None),
    ]
    monkeypatch.setattr(archives, "LIMIT", 500)
    assert called(packed({"a.txt": b"x" * 501, "b.txt": b"x"})) == [("包.zip/a.txt", "archive-too-large"), ("包.zip/b.txt", None)]


def test_a_size_that_lies(monkeypatch):
    """A directory that states a small size for much content gets no more than that out of it."""
    raw = packed({"a.txt": b"x" * 100_000})
    lying = raw.replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    assert lying != raw
    assert called(lying) == [("包.zip/a.txt", "damaged")]


def test_encrypted_and_damaged():
    """A file with a password and one whose bytes changed are refused alone; an archive that breaks off as a whole."""
    raw = packed({"a.txt": text(), "b.txt": text(2023)})
    directory = raw.index(b"PK\x01\x02")
    locked = bytearray(raw)
    locked[6] |= 1
    locked[directory + 8] |= 1
    broken = bytearray(raw)
    broken[45] ^= 0xFF

    assert called(bytes(locked))[0] == ("包.zip/a.txt", "encrypted")
    assert called(bytes(broken)) == [("包.zip/a.txt", "damaged"), ("包.zip/b.txt", None)]
    assert not is_archive(raw[: len(raw) // 2])


@pytest.mark.parametrize("part", ["word/document.xml", "xl/workbook.xml"])
def test_office_documents_are_no_archives(part):
    """A Word file or a workbook is a ZIP archive too, and is read as what it is."""
    assert not is_archive(packed({"[Content_Types].xml": b"x", part: b"x"}))
