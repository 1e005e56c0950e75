"""Exporting what is current: lines for programs, tables for people, and no formula among them."""

import csv
import io
import json
import zipfile
from datetime import UTC, datetime

import openpyxl
import pytest

from bot.exports.targets import FACT_HEADINGS, TARGET_HEADINGS, export, guarded
from seed.load import bundled, load
from tests import makers

NOW = datetime(2024, 3, 1, 8, 30, tzinfo=UTC)


@pytest.fixture
def filled(memory):
    """A store with the bundled document."""
    load(memory, [bundled()], by="测试", now=NOW)
    return memory


def lines(store):
    return [json.loads(line) for line in export(store, "jsonl").decode().splitlines()]


def rows(store):
    return list(csv.DictReader(io.StringIO(export(store, "csv").decode("utf-8-sig"))))


def test_a_line_a_target(filled):
    """Each current target is one JSON object with the fixed keys in the fixed order."""
    first = lines(filled)[0]

    assert list(first) == [
        *("project", "unit", "department", "department_code", "year", "attribute", "source", "period"),
        *("amounts", "goals", "indicators", "file"),
    ]
    assert list(first["indicators"][0]) == [
        "horizon",
        "level1",
        "level2",
        "name",
        "value",
        "standard",
        "unit_of_measure",
        "weight",
    ]
    assert first["amounts"][0] == {"horizon": "mid_term", "kind": "total", "yuan": "900000.00"}


def test_everything_of_the_bundled_document(filled):
    """All that is stated comes out: targets, amounts, goals and indicators."""
    exported = lines(filled)

    assert [(line["project"], line["unit"], line["year"]) for line in exported] == [
        ("软件升级维护", "相山区财政局", 2024),
        ("工作经费", "相山区国库支付中心", 2024),
        ("乡村振兴下派干部经费", "任圩街道办事处财政所", 2024),
        ("乡村振兴下派干部经费", "渠沟镇财政所", 2024),
    ]
    assert [sum(len(line[key]) for line in exported) for key in ("amounts", "goals", "indicators")] == [10, 5, 42]


def test_an_export_twice(filled):
    """The same store gives the same lines."""
    assert export(filled, "jsonl") == export(filled, "jsonl")


def test_a_row_a_fact(filled):
    """The csv has one row a fact, with the cell that it stands in, and opens in Excel as UTF-8."""
    total = next(row for row in rows(filled) if row["单位"] == "渠沟镇财政所" and row["栏目"] == "资金总额")

    assert (total["金额（元）"], total["表"], total["行"], total["格"]) == ("46400.00", "5", "4", "3")
    assert tuple(total) == FACT_HEADINGS


def test_a_workbook(filled):
    """Amounts are numbers there, and the sum of a column is right."""
    book = openpyxl.load_workbook(io.BytesIO(export(filled, "xlsx")))
    headings, *body = book["项目"].iter_rows(values_only=True)

    assert headings == TARGET_HEADINGS
    assert sum(row[headings.index("年度资金总额（元）")] for row in body) == 1252400
    assert book["明细"].max_row == len(rows(filled)) + 1


DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", '=HYPERLINK("http://example.org")']


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_that_is_a_formula(memory, text):
    """In no cell of csv or xlsx does a text begin as a formula."""
    named = makers.target(
        f"{text}项目", unit=f"{text}单位", goal=text + "目标", indicators=[makers.indicator(text + "指标", text)]
    )
    makers.load(memory, makers.statement(named))
    book = openpyxl.load_workbook(io.BytesIO(export(memory, "xlsx")))
    in_book = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    texts = [value for row in rows(memory) for value in row.values()]

    assert not [t for t in texts if t.lstrip().startswith(("=", "+", "-", "@", "＝"))]
    assert not [cell for cell in in_book if cell.data_type == "f"]


@pytest.mark.parametrize("before", ["", "\u200b", "\ufeff", "\u202e", "\u2800", "\u3164", "\u3000\u00a0"])
@pytest.mark.parametrize("sign", "=+-@−﹢﹦﹣＝")
def test_a_sign_behind_what_nobody_sees(before, sign):
    """Invisible characters before a sign, and other forms of it, are guarded as well."""
    assert guarded(f"{before}{sign}1+1") == f"'{before}{sign}1+1"


@pytest.mark.parametrize("value", [None, 5, "普通文字", "100", "≥95%", ""])
def test_what_is_no_formula(value):
    """It stays as it is; numbers stay numbers."""
    assert guarded(value) == value


def test_an_unknown_form(memory):
    """Only we can have asked for it."""
    with pytest.raises(ValueError, match="docx"):
        export(memory, "docx")


def test_an_empty_store(memory):
    """Nothing is exported as no lines, and as headings alone."""
    assert (export(memory, "jsonl"), rows(memory)) == (b"", [])


def test_a_workbook_without_its_moment(filled):
    """The same targets are the same bytes, whenever they are exported."""
    with zipfile.ZipFile(io.BytesIO(export(filled, "xlsx"))) as book:
        moments = {part.date_time for part in book.infolist()}
        properties = book.read("docProps/core.xml")

    assert {(1980, 1, 1, 0, 0, 0)} == moments
    assert b"dcterms" not in properties.replace(b'xmlns:dcterms="http://purl.org/dc/terms/"', b"")
