"""The registry of rules: whatever the sources can say is in it, with its weight, and nothing else."""

import ast
import importlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from seed.outcome import APART
from seed.rules import rules
from store.model import Severity

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for room in ("seed", "store") for path in (ROOT / room).rglob("*.py"))
WEIGHTS = {"refuse": Severity.REFUSE, "warn": Severity.WARN, "remark": Severity.REMARK}
# Where the rule is a parameter: the three weights themselves, errors as findings, and the tables that are about no project.
ELSEWHERE = {("seed/findings.py", "rule"), ("seed/load.py", "error.rule"), ("seed/layouts/apart.py", "rule")}


def _module(path: Path) -> ModuleType:
    return importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))


def _text(path: Path, node: ast.expr) -> str | None:
    """The rule that an expression names: a text, a constant of the module, or a member of an enum."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    said = ast.unparse(node)
    if (path.relative_to(ROOT).as_posix(), said) in ELSEWHERE:
        return None
    found: object = _module(path)
    for name in said.split("."):
        found = getattr(found, name)
    return str(found)


def _weighs(tree: ast.AST) -> dict[str, set[Severity]]:
    """The names that are called with a rule: refuse, warn, remark, and what a file calls one or the other of them."""
    named = {name: {severity} for name, severity in WEIGHTS.items()}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.IfExp) and isinstance(node.targets[0], ast.Name):
            branches = [one.id for one in (node.value.body, node.value.orelse) if isinstance(one, ast.Name)]
            if branches and set(branches) <= set(WEIGHTS):
                named[node.targets[0].id] = {WEIGHTS[one] for one in branches}
    return named


def _emitted(path: Path) -> Iterator[tuple[ast.expr, set[Severity]]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    weighs = _weighs(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in weighs and node.args:
            yield node.args[0], weighs[node.func.id]
        elif (
            isinstance(node, ast.Tuple)
            and len(node.elts) > 1
            and isinstance(node.elts[1], ast.Name)
            and node.elts[1].id in WEIGHTS
        ):
            yield node.elts[0], {WEIGHTS[node.elts[1].id]}
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding":
            given = {keyword.arg: keyword.value for keyword in node.keywords}
            if "rule" in given and path.name != "findings.py":
                yield given["rule"], {Severity(ast.unparse(given["severity"]).split(".")[1].lower())}
        elif isinstance(node, ast.ClassDef) and path.name == "errors.py":
            ruled = [one for one in node.body if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == "rule"]
            yield from ((one.value, {Severity.REFUSE}) for one in ruled)


@pytest.fixture(scope="module")
def emitted() -> dict[str, set[Severity]]:
    """Rule → the weights with which the sources say it."""
    found: defaultdict[str, set[Severity]] = defaultdict(set)
    for rule in APART:
        found[rule].add(Severity.REMARK)
    for path in SOURCES:
        for node, severities in _emitted(path):
            rule = _text(path, node)
            if rule is not None:
                found[rule] |= severities
    return dict(found)


def test_every_rule_is_registered(emitted):
    """What can be said has a title, a meaning and advice, and the weights with which it is said; nothing else is registered."""
    registered = {rule.name: set(rule.severities) for rule in rules()}

    assert set() == emitted.keys() - registered.keys()
    assert set() == registered.keys() - emitted.keys()
    assert {} == {name: (emitted[name], said) for name, said in registered.items() if said != emitted[name]}


def test_it_is_in_words():
    """Names and titles are not repeated; meaning and advice are sentences."""
    known = rules()

    assert len(known) == len({rule.name for rule in known}) == len({rule.title for rule in known})
    assert [] == [rule.name for rule in known if not (rule.means.endswith("。") and rule.to_do.endswith("。"))]
