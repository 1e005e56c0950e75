"""What grades replies is itself right: what stands in a text, what a turn must be, what a record holds, and the naive rival."""

import pytest

from bench.baseline import naive
from bench.cases import Said, Turn, faults
from bench.ledger import Ledger


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("预算 2.60 万元", "2.6"),
        ("26,000.00元", "26000"),
        ("２６０００元", "26000"),
        ("1\u2009200 元", "1200"),
        ("2024 90", "90"),
        ("100，200，300", "200"),
        ("青山 街道办事处", "青山街道"),
        ("2024.1.1-2024.12.31", "2024"),
        ("2024.1.1-2024.12.31", "2024.12.31"),
        ("1.2亿元", "12000|1.2亿"),
        ("≥95%", "95"),
        ("≥95%", "≥95"),
        ("共四个", "4|四"),
        ("（一期）", "(一期)"),
        ("1. 公用经费 6 万元", "6万"),
        ("1. 公用经费 6 万元", "1"),
        ("2024年8月底前", "2024年8月"),
        ("CT 机", "ct"),
    ],
)
def test_what_stands_in_a_text(text, wanted):
    """Numbers are found by value, words whatever their width, blanks and case."""
    assert Said.of(text).holds(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("预算 12.6 万元", "2.6"),
        ("预算 2.64 万元", "2.6"),
        ("2 024", "2024"),
        ("2024.1.1", "1.1"),
        ("2024年", "24"),
        ("1,200", "200"),
        ("11.2亿元", "1.2亿"),
        ("16万元", "6万"),
        ("≥95", "≥9"),
        ("2024年18月", "8月"),
        ("第 4 条", "4个|共4"),
        ("", "90"),
    ],
)
def test_what_does_not_stand_in_a_text(text, wanted):
    """A part of a number is another number."""
    assert not Said.of(text).holds(wanted)


TURN = Turn("高于3万元的有吗", frozenset({"answer", "clarify"}), ("90", "2.6|26000"), ("28",))
REFUSED = Turn("高于3万元的有吗", frozenset({"not_found"}), (), ())


@pytest.mark.parametrize(
    ("turn", "kind", "text", "count"),
    [
        (TURN, "clarify", "90、26000", 0),
        (TURN, "not_found", "90、2.6", 1),
        (TURN, "answer", "2.6", 1),
        (TURN, "answer", "90、2.6、28", 1),
        (TURN, "not_found", "28", 4),
        (REFUSED, "not_found", "没有高于3万元的", 0),
        (REFUSED, "not_found", "没有，最高 2.6 万元", 1),
    ],
)
def test_what_is_wrong_with_a_reply(turn, kind, text, count):
    """Its kind, each thing that it lacks, each that it must not say, and an amount beside a refusal."""
    assert count == len(faults(turn, {"kind": kind, "text": text}))


RECORD = {
    "project": "操场改造",
    "unit": "第三中学",
    "year": 2024,
    "department": "教育局",
    "amounts": [
        {"horizon": "annual", "kind": "total", "yuan": "460000.00"},
        {"horizon": "mid_term", "kind": "total", "yuan": "900000.00"},
    ],
    "goals": [{"horizon": "annual", "text": "完成操场 改造。"}],
    "indicators": [
        {"name": "改造面积", "value": "≥3600平方米", "weight": "20"},
        {"name": "单价", "value": "≤300元/平方米", "weight": "7.5"},
    ],
}
LEDGER = Ledger({("操场改造", "第三中学", 2024): [RECORD]})
FACT = {"project": "操场改造", "unit": "第三中学", "year": 2024, "field": "total", "horizon": "annual", "yuan": "460000.00"}
TEXT = {**FACT, "yuan": None}
WEIGHTS = [{**TEXT, "field": "weight", "name": name, "value": value} for name, value in (("改造面积", "20"), ("单价", "7.5"))]
MID_TERM = {**FACT, "horizon": "mid_term", "yuan": "900000"}


def said(text="", *facts):
    return {"text": text, "facts": list(facts)}


@pytest.mark.parametrize(
    "reply",
    [
        said("46 万元", FACT),
        said("中期 90 万元", MID_TERM),
        said("合计 136 万元", FACT, MID_TERM, {"op": "sum", "of": [0, 1], "yuan": "1360000"}),
        said("少 44 万元", FACT, MID_TERM, {"op": "diff", "of": [0, 1], "yuan": "440000"}),
        said("平均 68 万元", FACT, MID_TERM, {"op": "avg", "of": [0, 1], "yuan": "680000"}),
        said("51.11%", FACT, MID_TERM, {"op": "share", "of": [0, 1], "value": "51.11%"}),
        said("1.96 倍", FACT, MID_TERM, {"op": "share", "of": [1, 0], "value": "1.96 倍"}),
        said("增长 95.65%", FACT, MID_TERM, {"op": "growth", "of": [1, 0], "value": "95.65%"}),
        said("300 元", {**TEXT, "field": "indicator", "name": "单价", "value": "≤300元/平方米", "yuan": "300.00"}),
        said("1 个", FACT, {"op": "count", "of": [0], "value": "1"}),
        said("", {**TEXT, "field": "indicator", "name": "改造面积", "value": "≥3600平方米"}),
        said("300 元/平方米", {**TEXT, "field": "indicator", "name": "单价", "value": "≤300元/平方米"}),
        said("", {**TEXT, "field": "goal", "value": "完成操场改造。"}),
        said("", {**TEXT, "field": "department", "value": "教育局"}),
        said("合计 27.5", *WEIGHTS, {"op": "sum", "of": [0, 1], "value": "27.5"}),
        said("差 12.5", *WEIGHTS, {"op": "diff", "of": [0, 1], "value": "12.5"}),
        said("没有高于 50 万元的"),
    ],
)
def test_figures_that_the_records_hold(reply):
    """Looked up exactly, worked out again, quoted, or named by the question itself."""
    assert [] == LEDGER.wrong("高于50万元的", reply)


@pytest.mark.parametrize(
    "reply",
    [
        said("47 万元", FACT),
        said("", {**FACT, "yuan": "460000.01"}),
        said("", {**FACT, "year": 2023}),
        said("", {**FACT, "unit": "第一中学"}),
        said("", {**FACT, "horizon": "mid_term"}),
        said("", {**FACT, "field": "fiscal"}),
        said("", {**TEXT, "field": "invented"}),
        said("", FACT, MID_TERM, {"op": "sum", "of": [0, 1], "yuan": "1360001"}),
        said("", FACT, {"op": "sum", "of": [], "yuan": "460000"}),
        said("", *WEIGHTS, {"op": "sum", "of": [0, 1], "value": "28"}),
        said("", *WEIGHTS, {"op": "sum", "of": [], "value": "27.5"}),
        said("", FACT, MID_TERM, {"op": "share", "of": [0, 1], "value": "52%"}),
        said("", FACT, MID_TERM, {"op": "growth", "of": [1, 0], "value": "51.11%"}),
        said("", FACT, MID_TERM, {"op": "share", "of": [0, 1], "value": "不到 0.01%"}),
        said("", {**TEXT, "field": "indicator", "name": "单价", "value": "≤300元/平方米", "yuan": "400.00"}),
        said("", FACT, {"op": "guess", "of": [0], "yuan": "460000"}),
        said("", FACT, {"op": "count", "of": [0], "value": "3"}),
        said("", {**TEXT, "field": "indicator", "name": "改造面积", "value": "3600平方米"}),
        said("", {**TEXT, "field": "goal", "value": "完成操场重建。"}),
        said("", {**TEXT, "field": "department", "value": "财政局"}),
    ],
)
def test_figures_that_they_do_not_hold(reply):
    """Another amount, year, unit, horizon, kind or text, and a figure that does not follow from what it is said to be made of."""
    assert 1 == len(LEDGER.wrong("", reply))


def test_the_rival_states_the_figure_of_the_name_most_alike():
    """It takes the nearest name, the year that is named or else the newest, and a keyword for the field."""
    ask = naive([RECORD, {**RECORD, "year": 2023, "amounts": [{**RECORD["amounts"][0], "yuan": "300000"}]}])
    figure, former, goal, nothing = ask([("", q) for q in ("操场改造多少钱", "2023年操场改造", "操场改造的目标", "abc")])

    assert "2024年预算：46万元" in figure["text"]
    assert "2023年预算：30万元" in former["text"]
    assert "完成操场" in goal["text"]
    assert "not_found" == nothing["kind"]
