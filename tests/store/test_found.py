"""What is odd in what is current: of which targets and files it is, and that the order of loading does not show."""

from itertools import permutations

from store.database import open_store
from store.found import findings_of
from store.model import Finding, Severity, Stage
from store.plan import Plan
from store.undoing import undo
from tests import makers

ALL = Plan()


def odd(rule, target=None, severity=Severity.REMARK):
    finding = Finding(rule=rule, severity=severity, place="第1张表", message=f"{rule}。")
    return finding.about(target) if target else finding


def rules(store, plan=ALL):
    return [one.finding.rule for one in findings_of(store, plan)]


def test_the_scope(store):
    """A plan's units, projects, years and publishers leave the findings of their targets and of the files that state these."""
    here, there = makers.target("甲", unit="青禾一中"), makers.target("乙", unit="青禾二中", table=2)
    makers.load(store, makers.statement(here, there), findings=[odd("of-file"), odd("of-here", here), odd("of-there", there)])
    far = makers.target("丙", unit="白杨一中", year=2023, document="远文")
    makers.load(store, makers.statement(far, document="远文", publisher="白杨县"), findings=[odd("of-far", far)])

    assert ["of-far", "of-file", "of-here", "of-there"] == sorted(rules(store))
    assert ["of-file", "of-here"] == rules(store, Plan(units=("青禾一中",)))
    assert ["of-file", "of-there"] == rules(store, Plan(projects=("乙",)))
    assert ["of-far"] == rules(store, Plan(years=(2023,)))
    assert ["of-far"] == rules(store, Plan(publishers=("白杨县",)))
    assert [] == rules(store, Plan(years=(2020,)))


def test_a_target_that_was_replaced(store):
    """What was odd in a form that a newer document replaced is no longer said; what was odd in its file is."""
    old, new = makers.target(yuan="1"), makers.target(yuan="2", document="调整")
    makers.load(store, makers.statement(old), findings=[odd("of-file"), odd("of-old", old)])
    makers.load(store, makers.statement(new, document="调整", stage=Stage.ADJUSTED), findings=[odd("of-new", new)])

    assert ["of-new", "of-file"] == rules(store)


def test_an_evaluation(store):
    """Evaluations have findings as targets do."""
    one = makers.evaluation()
    makers.load(store, makers.statement(evaluations=[one]), findings=[odd("of-evaluation", one)])

    assert ["of-evaluation"] == rules(store, Plan(projects=(one.project,)))


def test_a_load_that_was_undone(store):
    """With the load its findings go, and come once when the file is loaded again, under whatever name."""
    target = makers.target()
    first = makers.load(store, makers.statement(target), findings=[odd("of-target", target)])
    undo(store, first.load, by="测试", at=makers.NOW)
    assert [] == rules(store)

    makers.load(store, makers.statement(target), findings=[odd("of-target", target)])
    makers.load(store, makers.statement(target, file="别名.txt"), findings=[odd("of-target", target)])
    assert ["of-target"] == rules(store)


def test_another_name_that_stays(store):
    """A document that stays under another name keeps its findings, though the load that said them was taken back."""
    target = makers.target()
    first = makers.load(store, makers.statement(target), findings=[odd("of-target", target)])
    makers.load(store, makers.statement(target, file="别名.txt"))
    undo(store, first.load, by="测试", at=makers.NOW)

    assert [("of-target", "别名.txt")] == [(one.finding.rule, one.file) for one in findings_of(store, ALL)]


def test_contradictions_are_looked_for_anew(store):
    """Both documents are said to contradict the other, whichever came first, and neither once the other is gone."""
    makers.load(store, makers.statement(makers.target(yuan="1", document="乙文"), document="乙文"))
    second = makers.load(store, makers.statement(makers.target(yuan="2", document="甲文"), document="甲文"))
    found = findings_of(store, ALL)

    assert [("conflict", "乙文", "乡村振兴经费"), ("conflict", "甲文", "乡村振兴经费")] == [
        (one.finding.rule, one.document, one.finding.project) for one in found
    ]
    undo(store, second.load, by="测试", at=makers.NOW)
    assert [] == rules(store)


def test_the_rules(store, monkeypatch):
    """Only the rules that are named; nothing is looked for anew for them unless they are about what is."""
    one, other = (makers.target(yuan=yuan, document=name) for yuan, name in (("1", "甲文"), ("2", "乙文")))
    makers.load(store, makers.statement(one, document="甲文"), findings=[odd("of-target", one), odd("of-file")])
    makers.load(store, makers.statement(other, document="乙文"))
    assert ["conflict", "conflict"] == [found.finding.rule for found in findings_of(store, ALL, ("conflict",))]

    for name in ("conflicts", "over_years"):
        monkeypatch.setattr(f"store.found.{name}", None)
    assert ["of-target"] == [found.finding.rule for found in findings_of(store, ALL, ("of-target",))]


def test_the_order_of_loading():
    """Whatever was loaded first, the findings are the same in the same order."""
    documents = [(name, makers.target(yuan=yuan, document=name)) for name, yuan in (("甲文", "1"), ("乙文", "2"), ("丙文", "3"))]
    seen = []
    for ordered in permutations(documents):
        store = open_store("sqlite://")
        for name, target in ordered:
            makers.load(store, makers.statement(target, document=name), findings=[odd(f"of-{name}", target), odd("of-file")])
        seen.append([(one.finding, one.document) for one in findings_of(store, ALL)])
        store.close()

    assert 9 == len(seen[0])
    assert all(one == seen[0] for one in seen)
