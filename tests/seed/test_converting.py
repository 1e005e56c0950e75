"""Files of old kinds: through LibreOffice where it is, and with one list of what to do where it is not."""

import hashlib
import shutil
import stat
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from seed.apart import Apart
from seed.converting import converted
from seed.errors import NotConverted, SeedError
from seed.load import load, report_text
from seed.reading import Given
from store import documents, targets
from tests.seed.flat import flat, form

NOW = datetime(2024, 3, 1, 8, 30, tzinfo=UTC)
RTF = rb"{\rtf1\ansi\trowd\cellx1000\cellx2000 a\cell b\cell\row}"


def office(folder, script):
    """A program called soffice, first on the PATH."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return f"{program.parent}:/usr/bin:/bin"


def test_without_libreoffice(memory, tmp_path, monkeypatch):
    """Each such file is refused, and the report ends with one list of them and what to do."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("甲.doc", "乙.rtf"):
        (tmp_path / name).write_bytes(RTF)
    reports = load(memory, [tmp_path], by="测试", now=NOW)

    assert [(r.status, r.findings[0].rule) for r in reports] == [("refused", "not-converted")] * 2
    assert "有 2 个旧格式的文件要先另存：\n  乙.rtf\n  甲.doc\n做法：" in report_text(reports)


def test_the_document_is_the_one_that_was_given(memory, tmp_path, monkeypatch):
    """What LibreOffice makes is read; the file's own name and bytes are kept, and a remark says so."""
    made = tmp_path / "made.txt"
    made.write_text(flat("青禾县财政局2024年度项目支出绩效目标", form(money=[("年度资金总额", "1万元")])), encoding="utf-8")
    monkeypatch.setenv("PATH", office(tmp_path, f'cp "{made}" out/file.docx'))
    (tmp_path / "老.rtf").write_bytes(RTF)
    (report,) = load(memory, [tmp_path / "老.rtf"], by="测试", now=NOW)
    (kept,) = documents.documents(memory)

    assert (report.status, report.findings[0].rule) == ("loaded", "converted")
    assert kept.file == "老.rtf"
    assert documents.original(memory, kept.sha256) == RTF
    assert len(targets.everything(memory)) == 1


def test_what_was_converted_is_read_apart(tmp_path, monkeypatch):
    """A file of an old kind is converted here and read there; its errors name the file, and the next file is read as ever."""
    made = tmp_path / "made"
    monkeypatch.setenv("PATH", office(tmp_path, f'cp "{made}" out/file.docx'))
    form_of = flat("青禾县财政局2024年度项目支出绩效目标", form(money=[("年度资金总额", "1万元")])).encode()
    with Apart() as apart:
        made.write_bytes(b"\x00")
        with pytest.raises(SeedError, match="老"):
            apart.state("老.rtf", RTF, Given())
        made.write_bytes(form_of)
        converted_one, own = apart.state("老.rtf", RTF, Given()), apart.state("新.txt", form_of, Given())

    assert converted_one.statement.sha256 == hashlib.sha256(RTF).hexdigest()
    assert own.statement.sha256 == hashlib.sha256(form_of).hexdigest()
    assert [t.fundings[0].yuan for t in converted_one.statement.targets] == [t.fundings[0].yuan for t in own.statement.targets]


@pytest.mark.parametrize(("script", "why"), [("exit 1", "打不开"), ("sleep 60", "没有转换完")])
def test_a_libreoffice_that_fails(tmp_path, monkeypatch, script, why):
    """The file is refused with what happened, and nothing is left running or lying about."""
    monkeypatch.setenv("PATH", office(tmp_path, f"echo $$ > {tmp_path}/pid\npwd > {tmp_path}/folder\n{script}"))
    with pytest.raises(NotConverted, match=why):
        converted("老.rtf", RTF, "rtf", "docx", seconds=1.0)

    folder, pid = ((tmp_path / name).read_text().strip() for name in ("folder", "pid"))
    assert not Path(folder).exists()
    assert subprocess.run(["kill", "-0", pid], capture_output=True, check=False).returncode != 0


@pytest.mark.skipif(shutil.which("soffice") is None, reason="for want of LibreOffice")
def test_the_real_libreoffice():
    """It makes a Word document of a rich text file."""
    assert converted("老.rtf", RTF, "rtf", "docx").startswith(b"PK")
