"""Which units are below which."""

import pytest

from store.catalogue import Entry
from store.hierarchy import Hierarchy


def below(unit, *forms, publisher="青禾县财政局"):
    entries = (Entry(publisher, "项目", name, 2024, department, code, None, "文件") for name, department, code in forms)
    return Hierarchy(list(entries)).below(unit)


OFFICE = ("青禾县财政局", "临江市青禾县财政局", "121")


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        pytest.param([("甲所", "青禾县财政局", None)], ("甲所",), id="its department is the unit"),
        pytest.param([("甲所", "临江市青禾县财政局", None)], ("甲所",), id="named with its region"),
        pytest.param([OFFICE, ("甲所", "甲所", "121004")], ("甲所",), id="its own code continues the unit's"),
        pytest.param([OFFICE, ("甲所", "甲所", "121004"), ("乙站", "甲所", None)], ("乙站", "甲所"), id="two levels"),
        pytest.param([OFFICE], (), id="never itself"),
        pytest.param([OFFICE, ("教育局", "教育局", "205")], (), id="another code"),
        pytest.param([OFFICE, ("教育局", "教育局", "12")], (), id="a shorter code"),
        pytest.param([("甲站", "农业农村局青禾县财政局", None)], (), id="another office before the name is another unit"),
        pytest.param([("甲", "乙", None), ("乙", "甲", None)], (), id="a circle elsewhere"),
    ],
)
def test_below_the_office(forms, expected):
    """By the department's name or code, on all levels, never by likeness of names."""
    assert expected == below("青禾县财政局", *forms)


def test_a_circle():
    """Forms that put two units below each other do not keep us from an answer."""
    assert ("乙所",) == below("甲所", ("甲所", "乙所", None), ("乙所", "甲所", None))


def test_another_publisher():
    """Codes repeat from county to county: only units of one publisher belong together."""
    entries = (
        Entry("甲县", "项目", "财政局", 2024, "财政局", "121", None, "文件"),
        Entry("乙县", "项目", "河口所", 2024, "河口所", "121004", None, "文件"),
    )
    assert () == Hierarchy(entries).below("财政局")
