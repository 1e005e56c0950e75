"""Whether the codes of departments and units (主管部门代码、单位代码) agree with one another, within one document."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from seed.findings import short, warn
from seed.forms.fields import code_and_name
from seed.words.labels import inline
from store.model import Attribute, DocumentStatement, Finding, PerformanceTarget, Source
from store.text import fold

_DEPARTMENT = 3  # digits of a department's code; those of its units have more behind them: 121 and 121004


class _Coded(Struct, frozen=True):
    """A name that stands with a code: a department's, or a unit's."""

    name: str
    code: str
    target: PerformanceTarget
    source: Source

    @property
    def folded(self) -> str:
        return fold(self.name)

    @property
    def department(self) -> str:
        return self.code[:_DEPARTMENT]


def codes_agree(statement: DocumentStatement) -> Iterator[Finding]:
    """A department has its own code and only one, a unit one, and a code one department."""
    departments = list(_departments(statement))
    wrong = list(_of_another(departments))
    for one, right, owner in wrong:
        message = (
            f"“{short(one.name)}”的代码写的是 {one.code}，这份文件里 {one.department} 是“{short(owner)}”的，"
            f"“{short(one.name)}”别处写的是 {right}。请核对主管部门和代码。"
        )
        yield warn("code-of-another-department", one.source, message).about(one.target)
    explained = {id(one) for one, _right, _owner in wrong}
    others = [one for one in departments if id(one) not in explained]
    yield from _one_to_one(others)
    yield from _of_units(list(_units(statement)), [one for one in others if one.folded == fold(one.target.unit)])


def _departments(statement: DocumentStatement) -> Iterator[_Coded]:
    for target in statement.targets:
        name, code = target.fact(Attribute.DEPARTMENT), target.fact(Attribute.DEPARTMENT_CODE)
        if name and code:
            yield _Coded(name.text, code.text, target, code.source)


def _units(statement: DocumentStatement) -> Iterator[_Coded]:
    """Units whose code stands before their name; it is no fact of its own, so it is read again where the name stands."""
    for target in statement.targets:
        raw = target.unit_source.raw
        labelled = inline(raw)
        code, name = code_and_name(labelled[1] if labelled else raw)
        if code is not None and fold(name) == fold(target.unit):
            yield _Coded(target.unit, code, target, target.unit_source)


def _of_another(departments: Sequence[_Coded]) -> Iterator[tuple[_Coded, str, str]]:
    """Those that stand with the code of another department, with the right code and whose code it is.

    It is certain only where the name stands more often with one other code, and this code more often with one other name.
    """
    codes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    words = {one.folded: one.name for one in departments}
    for one in departments:
        codes[one.folded][one.department] += 1
        names[one.department][one.folded] += 1
    for one in departments:
        (right, times), (owner, of_code) = codes[one.folded].most_common(1)[0], names[one.department].most_common(1)[0]
        if times > codes[one.folded][one.department] and of_code > names[one.department][one.folded]:
            yield one, right, words[owner]


def _one_to_one(departments: Iterable[_Coded]) -> Iterator[Finding]:
    codes: defaultdict[str, dict[str, _Coded]] = defaultdict(dict)
    names: defaultdict[str, dict[str, _Coded]] = defaultdict(dict)
    for one in departments:
        codes[one.folded].setdefault(one.code, one)
        names[one.code].setdefault(one.folded, one)
    several = [(next(iter(f.values())).name, list(f), f) for f in codes.values() if not _extend(f)]
    several += [(code, [one.name for one in f.values()], f) for code, f in names.items() if not _shorter(f)]
    for what, said, found in several:
        message = f"“{short(what)}”在这份文件里对应 {len(found)} 个：{'、'.join(map(short, said))}。请核对主管部门和代码。"
        yield warn("department-codes", list(found.values())[1].target.title, message)


def _of_units(units: Sequence[_Coded], own: Iterable[_Coded]) -> Iterator[Finding]:
    """Units with several codes, `own` those that stand as their department: what only these say is said of departments."""
    codes: defaultdict[str, dict[str, _Coded]] = defaultdict(dict)
    known = {one.folded for one in units}
    for one in (*units, *(one for one in own if one.folded in known)):
        codes[one.folded].setdefault(one.code, one)
    for found in codes.values():
        first, *others = found.values()
        for other in others if not _extend(found) else ():
            message = f"“{short(other.name)}”的代码写的是 {other.code}，这份文件里别处写的是 {first.code}。请核对单位和代码。"
            yield warn("unit-codes", other.source, message).about(other.target)


def _extend(codes: Iterable[str]) -> bool:
    """Whether all codes are one, or longer ones of it: the department itself is 121, and as a unit 121001."""
    shortest, *longer = sorted(codes, key=len)
    return all(code.startswith(shortest) for code in longer)


def _shorter(names: Iterable[str]) -> bool:
    """Whether all names are one, or it with the region before it: 财政局, 青禾县财政局."""
    shortest, *longer = sorted(names, key=len)
    return all(name.endswith(shortest) for name in longer)
