"""Characters that no eye sees, in files of every kind: taken out, unless they turn a number round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.readers import read_file
from seed.readers.unseen import seen
from seed.words.amounts import UnreadableAmount, read_amount
from store.money import WAN
from store.text import INVISIBLE
from tests.seed.books import old_book, workbook
from tests.seed.packages import docx, tbl, tr

_HEAD = [["项目名称", "实施单位", "金额"], ["护林", "林场", "{}"]]


def html(rows):
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows) + "</table>"


def filled(amount):
    """A file of each kind with that text in the money cell."""
    rows = [[cell.format(amount) for cell in row] for row in _HEAD]
    places = {f"{'ABC'[c]}{r}": cell for r, row in enumerate(rows, 1) for c, cell in enumerate(row)}

    def fill(sheet):
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                sheet.write(r, c, cell)

    return {
        "表.docx": docx(tbl(*(tr(*row) for row in rows))),
        "表.xlsx": workbook(places),
        "表.xls": old_book(fill),
        "表.csv": "\n".join(",".join(row) for row in rows).encode(),
        "表.html": html(rows).encode(),
        "表.txt": "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in rows).encode(),
    }


@pytest.mark.parametrize("mark", ["\u202e", "\u202b", "\u2067", "\u2068", "\u200f", "\u061c"])
@pytest.mark.parametrize("name", ["表.docx", "表.xlsx", "表.xls", "表.csv", "表.html", "表.txt"])
def test_numbers_that_are_turned_round(name, mark):
    """People see 20 where the file has 02: no amount is read, and a warning says why."""
    document = read_file(name, filled(f"{mark}02")[name])
    text = document.tables[0].rows[1][2].text

    assert (text, "turned-writing" in [finding.rule for finding in document.findings]) == ("�02", True)
    with pytest.raises(UnreadableAmount):
        read_amount(text, WAN)


@pytest.mark.parametrize("name", ["表.docx", "表.xlsx", "表.html", "表.txt"])
@pytest.mark.parametrize("text", ["\u202d20\u202c", "\u200e20", "2\u200b0", "20\u200f", "20\ufeff"])
def test_numbers_that_are_not(name, text):
    """Zero-width characters and marks from left to right, as calculators put around a number, change nothing that is seen."""
    assert read_file(name, filled(text)[name]).tables[0].rows[1][2].text == "20"


def test_words_beside_a_mark():
    """An override turns 二十 round; the mark of a direction alone turns digits only."""
    assert (seen("\u202e二十"), seen("\u200f二十"), seen("\u202e护林")) == ("�二十", "二十", "护林")


@given(st.text(st.sampled_from("一2元 \n\u202e\u200f\u200b\u202c\u2066")))
def test_nothing_invisible_is_left(text):
    """What is read has no invisible character, and seeing it again changes nothing."""
    once = seen(text)
    assert (INVISIBLE.search(once), seen(once)) == (None, once)
